/**
 * The contribution of charges and refunds to the rollups. Pure, and used both when posting (write.ts) and when
 * verifying the rollups against stored data (src/reports/recompute.ts).
 *
 * A sum has a measure and, where the measure is broken down, a part. Money is in micros under its own unit; a line's
 * counts (impressions, seats) are under the unit of the charge.
 */
import type { Uuid } from '../ids.ts'
import { COST, REVENUE } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'

/**
 * Measures of every charge and refund. `revenue` is broken down by kind of component, `refunds` and `refunded` by
 * reason; all others have one part, ''.
 */
export type Measure =
  | 'charges'
  /** Amount paid by payers. */
  | 'captured'
  /** Amount credited to platform/revenue. */
  | 'revenue'
  /** Amount paid from platform/cost to channels. */
  | 'cost'
  /** Amount received by other parties: not the payer, the platform, or a channel for its cost. */
  | 'paidOut'
  /** Number of charges based on a quote, and of quotes. */
  | 'quoted'
  | 'quotes'
  /** Number of refunds, and the amount refunded to payers. */
  | 'refunds'
  | 'refunded'
  | 'revenueBack'
  | 'costBack'
  | 'paidOutBack'

/**
 * A line's counts besides money, by name or by `name:part`. Parts come from a small set, such as markets or channels.
 */
type Measures = Readonly<Record<string, bigint>>

/** A sold period of days: YYYY-MM-DD; `ends` is the day after the last. */
export interface Term {
  readonly starts: string
  readonly ends: string
}

/** A line's data about a charge besides money. */
export interface Activity {
  readonly measures?: Measures
  readonly term?: Term
}

/** The fields of a transfer used here. */
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
  /** Null: the time of recording. */
  readonly effectiveAt: Date | null
  /** Whether it is based on a quote. */
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
  /** Amount refunded to the payer. */
  readonly amount: Micros
  /** Null: the time of recording. */
  readonly effectiveAt: Date | null
  /** `chargeback` for chargebacks. */
  readonly reason: string | null
  /** The transfers of its components, from the returning party to the receiving one. */
  readonly flows: readonly Flow[]
  /** The charge is now fully refunded. */
  readonly whole: boolean
  /** The refund failed or was reversed: its contribution is deducted again, on the day on which it was added. */
  readonly undone: boolean
}

/** The sums of one instant (or day), product and unit. */
export interface Cell<When> {
  readonly when: When
  readonly line: string
  readonly product: string
  readonly unit: string
  /** By `measure:part`. */
  readonly sums: Map<string, bigint>
  /** Payers, with the number of their charges. */
  readonly payers: Map<string, number>
}

/** Totals of many charges and refunds. `When`: a text that is equal for activity summed together. */
export class Tally<When extends string> {
  readonly cells = new Map<string, Cell<When>>()
  readonly #payers: boolean

  /** `payers`: whether to record payers. */
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

/** Returns what a transfer adds to the platform's revenue, to its cost, and to other parties. */
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

/**
 * Returns whether an account belongs to another party. A refund in transit through a gateway is on a clearing account
 * and counts as the payer's.
 */
function isOther(path: string, payerAccount: string): boolean {
  return path !== payerAccount && !path.startsWith('platform/') && !path.endsWith('/clearing')
}

const CODE = /^[a-z]{1,24}([_-][a-z]{1,24}){0,3}$/

/**
 * Returns the part for a reason: a code (`not_received`) as it is, free text as `other` so that the number of parts is
 * bounded, and none as `unstated`.
 */
function reasonOf(reason: string | null): string {
  if (reason === null) return 'unstated'
  return CODE.test(reason) ? reason : 'other'
}
