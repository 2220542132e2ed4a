/**
 * What charges and refunds add to the rollups: pure. The same sums are made when money moves (write.ts) and when the
 * rollups are proved from what was stored (src/reports/recompute.ts).
 *
 * A sum has a measure and, where that is told apart, a part. Money is in micros and stands under its own unit; what a
 * line counts (impressions, seats) stands under the unit of the charge.
 */
import type { Uuid } from '../ids.ts'
import { COST, REVENUE } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'

/**
 * What every charge and refund adds. `revenue` is told apart by the kind of component, `refunds` and `refunded` by
 * reason; all others have one part, ''.
 */
export type Measure =
  | 'charges'
  /** What payers paid. */
  | 'captured'
  /** What came to platform/revenue. */
  | 'revenue'
  /** What platform/cost paid to channels. */
  | 'cost'
  /** What the other parties receive of it: not the payer, the platform, or a channel for its cost. */
  | 'paidOut'
  /** Charges that were quoted first, and quotes. */
  | 'quoted'
  | 'quotes'
  /** How many refunds, and what payers got back. */
  | 'refunds'
  | 'refunded'
  | 'revenueBack'
  | 'costBack'
  | 'paidOutBack'

/** What a line counts beside the money: by name, or by `name:part`. A part is one of few: a market, a channel. */
type Measures = Readonly<Record<string, bigint>>

/** A stretch of days that was sold: YYYY-MM-DD; `ends` is the first day after it. */
export interface Term {
  readonly starts: string
  readonly ends: string
}

/** What a line says of a charge beyond its money. */
export interface Activity {
  readonly measures?: Measures
  readonly term?: Term
}

/** A movement of value, as far as it matters here. */
export interface Flow {
  readonly kind: string
  /** `party/purpose` */
  readonly from: string
  readonly to: string
  readonly amount: Micros
  readonly unit: string
}

export interface ChargeActivity extends Activity {
  /** UUID */
  readonly id: Uuid
  readonly line: string
  readonly product: string
  readonly payer: string
  readonly payerAccount: string
  readonly unit: string
  readonly captured: Micros
  /** Null: when it is recorded. */
  readonly effectiveAt: Date | null
  /** It was quoted first. */
  readonly quoted: boolean
  /** Its components. */
  readonly flows: readonly Flow[]
}

export interface RefundActivity {
  /** UUID of the charge. */
  readonly charge: Uuid
  readonly line: string
  readonly product: string
  readonly payerAccount: string
  readonly unit: string
  /** What the payer gets back. */
  readonly amount: Micros
  /** Null: when it is recorded. */
  readonly effectiveAt: Date | null
  /** `chargeback` for one of those. */
  readonly reason: string | null
  /** What goes back, from who gives it to who gets it: the transfers of its components. */
  readonly flows: readonly Flow[]
  /** Nothing of the charge is left to give back. */
  readonly whole: boolean
  /** It failed after all, or was reversed: what it had added is taken off again, on the day on which it was added. */
  readonly undone: boolean
}

/** What can be summed together: one moment (or day), product and unit. */
export interface Cell<When> {
  readonly when: When
  readonly line: string
  readonly product: string
  readonly unit: string
  /** By `measure:part`. */
  readonly sums: Map<string, bigint>
  /** Who paid, and how often. */
  readonly payers: Map<string, number>
}

/** Sums of many charges and refunds. `When`: what days are told by, a text that is equal for equal ones. */
export class Tally<When extends string> {
  readonly cells = new Map<string, Cell<When>>()
  readonly #payers: boolean

  /** `payers`: whether to keep who paid. */
  constructor({ payers = true }: { readonly payers?: boolean } = {}) {
    this.#payers = payers
  }

  addCharge(when: When, charge: ChargeActivity): void {
    const { line, product, unit, captured, measures = {} } = charge
    const own = this.#cell(when, line, product, unit)
    add(own, 'charges:', 1n)
    add(own, 'captured:', captured)
    if (charge.quoted) add(own, 'quoted:', 1n)
    for (const name in measures) add(own, name.includes(':') ? name : `${name}:`, measures[name]!)
    if (this.#payers && captured > 0n) own.payers.set(charge.payer, (own.payers.get(charge.payer) ?? 0) + 1)
    for (const flow of charge.flows) {
      const cell = flow.unit === unit ? own : this.#cell(when, line, product, flow.unit)
      const { revenue, cost, paidOut } = shareOf(flow, charge.payerAccount)
      if (revenue !== 0n) add(cell, `revenue:${flow.kind}`, revenue)
      if (cost !== 0n) add(cell, 'cost:', cost)
      if (paidOut !== 0n) add(cell, 'paidOut:', paidOut)
    }
  }

  addRefund(when: When, refund: RefundActivity): void {
    const { line, product, unit, amount, undone } = refund
    const sign = undone ? -1n : 1n
    const own = this.#cell(when, line, product, unit)
    const reason = reasonOf(refund.reason)
    add(own, `refunds:${reason}`, sign)
    add(own, `refunded:${reason}`, sign * amount)
    for (const flow of refund.flows) {
      const cell = flow.unit === unit ? own : this.#cell(when, line, product, flow.unit)
      const { revenue, cost, paidOut } = shareOf(flow, refund.payerAccount)
      if (revenue !== 0n) add(cell, 'revenueBack:', -sign * revenue)
      if (cost !== 0n) add(cell, 'costBack:', -sign * cost)
      if (paidOut !== 0n) add(cell, 'paidOutBack:', -sign * paidOut)
    }
  }

  addQuotes(
    when: When,
    { line, product, unit }: { readonly line: string; readonly product: string; readonly unit: string },
    count: bigint,
  ): void {
    add(this.#cell(when, line, product, unit), 'quotes:', count)
  }

  #cell(when: When, line: string, product: string, unit: string): Cell<When> {
    const key = `${when} ${line}/${product} ${unit}`
    let cell = this.cells.get(key)
    if (!cell) {
      cell = { when, line, product, unit, sums: new Map(), payers: new Map() }
      this.cells.set(key, cell)
    }
    return cell
  }
}

function add({ sums }: Cell<string>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}

/** What a movement brings to the platform's revenue, to its cost, and to the other parties. */
function shareOf({ from, to, amount }: Flow, payerAccount: string) {
  let [revenue, cost, paidOut] = [0n, 0n, 0n]
  if (to === REVENUE) revenue += amount
  if (from === REVENUE) revenue -= amount
  if (from === COST) cost += amount
  else if (to === COST) cost -= amount
  else {
    if (isOther(to, payerAccount)) paidOut += amount
    if (isOther(from, payerAccount)) paidOut -= amount
  }
  return { revenue, cost, paidOut }
}

/** What is on its way back to a payer through a gateway stands on a clearing account: it is the payer's. */
function isOther(path: string, payerAccount: string): boolean {
  return path !== payerAccount && !path.startsWith('platform/') && !path.endsWith('/clearing')
}

const CODE = /^[a-z]{1,24}([_-][a-z]{1,24}){0,3}$/

/**
 * Reasons are told apart where they are codes (`not_received`); what people write in their own words is `other`, so that
 * there are never too many, and none at all is `unstated`.
 */
function reasonOf(reason: string | null): string {
  if (reason === null) return 'unstated'
  return CODE.test(reason) ? reason : 'other'
}
