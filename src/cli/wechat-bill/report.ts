/**
 * The result of an import: posted rows, skipped rows with reasons, and differences between the bill's fees and ours.
 */
import type { BillSummary } from '../../gateways/wechatpay/bill.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'

const CURRENCY = 'CNY'
export const yuan = (micros: Micros): string => formatMicros(micros, CURRENCY)

/** A row that was not posted because it could not be parsed or was refused. */
export interface Fault {
  readonly line: number
  readonly code: string
  readonly message: string
  readonly transaction?: string
}

/** A row that moves no money. */
export interface Skipped {
  readonly line: number
  readonly reason: string
  readonly transaction: string
}

export interface Difference {
  readonly line: number
  readonly kind: 'payment' | 'refund'
  readonly transaction: string
  readonly refund?: string
  readonly merchant: string
  readonly amount: string
  readonly billRate: string
  readonly billFee: string
  readonly recoupFee: string
  /** Ours less the bill's. */
  readonly difference: string
  /** Id of the charge or refund. */
  readonly id: string
}

export interface Outcomes {
  posted: number
  /** Already posted by an earlier import. */
  replayed: number
  refused: number
}

interface Sums {
  payments: Micros
  refunds: Micros
  fees: Micros
}

/** A list that stores at most `most` items but counts all. */
export class Listed<Item> {
  readonly kept: Item[] = []
  count = 0
  readonly #most: number
  readonly #sink: (item: Item) => void

  constructor(most: number, sink: (item: Item) => void = () => {}) {
    this.#most = most
    this.#sink = sink
  }

  add(item: Item): void {
    this.count += 1
    if (this.kept.length < this.#most) this.kept.push(item)
    this.#sink(item)
  }
}

/** Collects the results. Stores at most `most` items of each list; `sink` receives all. */
export class Report {
  readonly payments: Outcomes = { posted: 0, replayed: 0, refused: 0 }
  readonly refunds: Outcomes = { posted: 0, replayed: 0, refused: 0 }
  readonly faults: Listed<Fault>
  readonly skipped: Listed<Skipped>
  readonly differences: Listed<Difference>
  readonly bill: Sums = { payments: 0n, refunds: 0n, fees: 0n }
  readonly recoup: Sums = { payments: 0n, refunds: 0n, fees: 0n }
  rows = 0
  /** Total for the posted rows, ours less the bill's. */
  feeDifference: Micros = 0n
  summary: BillSummary | undefined
  /** Whether the file ended before its summary. */
  cutOff = false
  /** Why the line of the summary could not be parsed. */
  summaryFault: Pick<Fault, 'line' | 'code' | 'message'> | undefined

  constructor(most: number, sink?: (row: Fault | Skipped | Difference) => void) {
    this.faults = new Listed<Fault>(most, sink)
    this.skipped = new Listed<Skipped>(most, sink)
    this.differences = new Listed<Difference>(most, sink)
  }

  /** Whether no row was skipped and the file's summary is consistent. */
  get clean(): boolean {
    return this.faults.count === 0 && this.summary?.complete === true && this.summary.differences.length === 0
  }

  /** Whether all of the bill is in the books with the fees that it states. */
  get allFeesMatch(): boolean {
    return this.clean && this.differences.count === 0 && this.bill.fees === this.recoup.fees
  }

  totals() {
    const { bill, recoup } = this
    const line = (key: keyof Sums) => ({
      bill: yuan(bill[key]),
      recoup: yuan(recoup[key]),
      difference: yuan(recoup[key] - bill[key]),
    })
    return { currency: CURRENCY, payments: line('payments'), refunds: line('refunds'), fees: line('fees') }
  }

  /** Returns the fields in which the file's summary differs from its rows. */
  mismatches(): { field: string; stated: string; computed: string }[] {
    const text = (value: Micros | number) => (typeof value === 'bigint' ? yuan(value) : String(value))
    return (this.summary?.differences ?? []).map(({ field, stated, computed }) => ({
      field,
      stated: text(stated),
      computed: text(computed),
    }))
  }
}
