/** What came of an import: what went in, what was left out and why, and where the bill's fee and ours differ. */
import type { BillSummary } from '../../gateways/wechatpay/bill.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'

const CURRENCY = 'CNY'
export const yuan = (micros: Micros): string => formatMicros(micros, CURRENCY)

/** A row that is not in the books: it was not understood, or refused. */
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
  /** Of the charge or refund. */
  readonly id: string
}

export interface Outcomes {
  posted: number
  /** There already: from an earlier import. */
  replayed: number
  refused: number
}

interface Sums {
  payments: Micros
  refunds: Micros
  fees: Micros
}

/** A list that forgets what goes beyond `most`, but not how much that is. */
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

/** `most` of each list are kept; `sink` sees all. */
export class Report {
  readonly payments: Outcomes = { posted: 0, replayed: 0, refused: 0 }
  readonly refunds: Outcomes = { posted: 0, replayed: 0, refused: 0 }
  readonly faults: Listed<Fault>
  readonly skipped: Listed<Skipped>
  readonly differences: Listed<Difference>
  readonly bill: Sums = { payments: 0n, refunds: 0n, fees: 0n }
  readonly recoup: Sums = { payments: 0n, refunds: 0n, fees: 0n }
  rows = 0
  /** Of the rows that are in the books, ours less the bill's. */
  feeDifference: Micros = 0n
  summary: BillSummary | undefined

  constructor(most: number, sink?: (row: Fault | Skipped | Difference) => void) {
    this.faults = new Listed<Fault>(most, sink)
    this.skipped = new Listed<Skipped>(most, sink)
    this.differences = new Listed<Difference>(most, sink)
  }

  /** Nothing was left out, and the file says of itself what is in it. */
  get clean(): boolean {
    return this.faults.count === 0 && this.summary?.complete === true && this.summary.differences.length === 0
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

  /** Where the file's own summary says something else than its rows come to. */
  mismatches(): { field: string; stated: string; computed: string }[] {
    const text = (value: Micros | number) => (typeof value === 'bigint' ? yuan(value) : String(value))
    return (this.summary?.differences ?? []).map(({ field, stated, computed }) => ({
      field,
      stated: text(stated),
      computed: text(computed),
    }))
  }
}
