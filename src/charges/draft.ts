/**
 * A charge before it is posted, as computed by a line from an event: who pays, and for each item the components that
 * move value between accounts, with the reason and the refund behavior of each. A draft is plain data and is stored
 * unchanged with the charge; it contains everything that a later refund needs.
 */
import { refuseReserved } from '../ids.ts'
import { type AccountName, COST, parseEntryPath, parsePath, REVENUE } from '../ledger/account.ts'
import { formatMicros, isWholeMinor, type Micros, parseMicros } from '../money/amount.ts'
import { isCurrency } from '../money/currency.ts'
import type { Step } from '../pricing/price.ts'
import { Problem } from '../problem.ts'
import type { Activity } from '../rollups/activity.ts'
import type { RefundPolicy, ShortageMode } from './policy.ts'
import type { Series } from './series.ts'

export type { RefundPolicy, ShortageMode }

/**
 * How a component is returned when its item is refunded. `pro-rata`: in proportion to the payer's refund; `whole-only`:
 * only once the item is refunded in full; `never`: not at all.
 */
export type Returns = 'pro-rata' | 'never' | 'whole-only'

/** A transfer of value within a charge. */
export interface Component {
  /** Component kind: principal, fee, cost, reward, commission, … */
  readonly kind: string
  /** Source and destination account as `party/purpose`. */
  readonly from: string
  readonly to: string
  /** Micros of `unit`; zero is allowed and posts nothing. */
  readonly amount: Micros
  readonly unit: string
  readonly returns: Returns
  /** Micros to which a partial return is rounded: a fee charged in whole fen is returned in whole fen. */
  readonly quantum: Micros
  /**
   * `reduce`: if the source account has less, transfer what it has (a reward from a budget); default: refuse the
   * charge.
   */
  readonly whenShort?: 'reduce'
  readonly why: readonly Step[]
}

/** A part of a charge that can be refunded separately: an order line, a ticket, the payment itself. */
export interface Item {
  readonly id: string
  readonly quantity: bigint
  readonly components: readonly Component[]
  /** Period of use, if the unused time can be refunded. */
  readonly period?: Period
  /** Prepaid calls, if the unused ones can be refunded. */
  readonly pack?: { readonly calls: bigint }
  /** A gift for another person, who has to claim it. */
  readonly gift?: true
}

/** A period, by days ("2026-11-23") or instants; `to` is exclusive. */
export interface Period {
  readonly from: string
  readonly to: string
  /** IANA time zone of the days; defaults to the tenant's. */
  readonly zone?: string
}

/** Prefixed id and party of the contract. */
interface ContractNote {
  readonly id: string
  readonly party: string
}

export interface ChargeDraft {
  readonly line: string
  readonly product: string
  /** The paying party, and the account it pays from. */
  readonly payer: string
  readonly payerAccount: string
  /** The main recipient, if any; used to filter lists. */
  readonly payee: string | null
  readonly unit: string
  readonly items: readonly Item[]
  readonly refund: RefundPolicy
  /** Version of the rate card that priced it. */
  readonly rateCard: number
  /** The contract that overrode the rate card, if any. */
  readonly contract?: ContractNote
  readonly metadata: Readonly<Record<string, string>>
  /** It accrues and is settled in sum with others, so that its amount can be finer than the currency's minor unit. */
  readonly accrues?: true
  /** The series that it continues or opens, such as a project paid in milestones. */
  readonly series?: Series
  /** The event as received by the line: plain JSON. */
  readonly event: unknown
  /** What it adds to the reports besides amounts. Recomputed from the event, so it is not stored. */
  readonly activity?: Activity
}

/** Returns the components in the order of their numbers on the charge. */
export function componentsOf(draft: Pick<ChargeDraft, 'items'>): Component[] {
  return draft.items.flatMap((item) => item.components)
}

/** Returns the total paid by the payer, and the part that is never refunded, in micros of the charge's unit. */
export function capturedOf(draft: Pick<ChargeDraft, 'items' | 'payerAccount'>): { captured: Micros; kept: Micros } {
  let captured = 0n
  let kept = 0n
  for (const component of componentsOf(draft)) {
    if (component.from !== draft.payerAccount) continue
    captured += component.amount
    if (component.returns === 'never') kept += component.amount
  }
  return { captured, kept }
}

/** Returns the platform's revenue and cost from a draft, in micros of the draft's unit. */
export function earningsOf(draft: Pick<ChargeDraft, 'items' | 'unit'>): { revenue: Micros; cost: Micros } {
  let revenue = 0n
  let cost = 0n
  for (const { from, to, amount, unit } of componentsOf(draft)) {
    if (unit !== draft.unit) continue
    if (to === REVENUE) revenue += amount
    if (from === REVENUE) revenue -= amount
    if (from === COST) cost += amount
    if (to === COST) cost -= amount
  }
  return { revenue, cost }
}

/** Returns all accounts whose balance a draft changes. */
export function accountsOf(draft: Pick<ChargeDraft, 'items'>): AccountName[] {
  return componentsOf(draft).flatMap(({ from, to, unit, amount }) =>
    amount === 0n
      ? []
      : [
          { path: from, unit },
          { path: to, unit },
        ],
  )
}

/**
 * Outside the ledger there is nothing finer than the currency's minor unit: a payment of 10.285 CNY cannot be made, nor
 * refunded in full.
 * @throws Problem `charge_amount_not_whole`.
 */
function checkPayable(draft: ChargeDraft): void {
  if (draft.accrues || parsePath(draft.payerAccount).purpose !== 'external' || !isCurrency(draft.unit)) return
  for (const item of draft.items) {
    const { captured } = capturedOf({ ...draft, items: [item] })
    if (isWholeMinor(captured, draft.unit)) continue
    const amount = formatMicros(captured, draft.unit)
    throw new Problem('charge_amount_not_whole', { item: item.id, amount, unit: draft.unit })
  }
}

/**
 * Checks the invariants of every draft.
 * @throws Problem `draft_invalid` with the reason, `party_reserved`, `charge_amount_not_whole`.
 */
export function checkDraft(draft: ChargeDraft): ChargeDraft {
  const refuse = (reason: string): never => {
    throw new Problem('draft_invalid', { line: draft.line, product: draft.product, reason })
  }
  refuseReserved(draft.payer)
  if (draft.payee !== null) refuseReserved(draft.payee)
  if (draft.items.length === 0) refuse('it has no items')
  if (new Set(draft.items.map((item) => item.id)).size !== draft.items.length) refuse('two items have the same id')
  for (const item of draft.items) {
    if (item.quantity <= 0n) refuse(`item ${item.id}: the quantity must be positive`)
    for (const component of item.components) {
      if (component.amount < 0n) refuse(`${component.kind}: the amount is negative`)
      if (component.quantum <= 0n) refuse(`${component.kind}: the quantum must be positive`)
      if (component.from === component.to) refuse(`${component.kind}: source and destination are the same account`)
      if (component.from === draft.payerAccount && component.unit !== draft.unit) {
        refuse(`${component.kind}: the payer pays in ${draft.unit}`)
      }
      for (const path of [component.from, component.to]) parseEntryPath(path)
    }
  }
  checkPayable(draft)
  return draft
}

/** The draft as stored and as returned by the API: amounts as decimal strings with their currency. */
export interface StoredDraft {
  payerAccount: string
  items: StoredItem[]
  refund: RefundPolicy
  rateCard: number
  contract?: ContractNote
  metadata: Record<string, string>
}
export interface StoredItem {
  id: string
  quantity: string
  components: StoredComponent[]
  period?: Period
  pack?: { calls: string }
  gift?: true
}
export interface StoredComponent {
  kind: string
  from: string
  to: string
  amount: { amount: string; currency: string }
  returns: Returns
  quantum?: string
  whenShort?: 'reduce'
  why: Step[]
}

export function storeDraft(draft: ChargeDraft): StoredDraft {
  return {
    payerAccount: draft.payerAccount,
    items: draft.items.map((item) => ({
      id: item.id,
      quantity: item.quantity.toString(),
      components: item.components.map(storeComponent),
      ...(item.period && { period: item.period }),
      ...(item.pack && { pack: { calls: item.pack.calls.toString() } }),
      ...(item.gift && { gift: item.gift }),
    })),
    refund: draft.refund,
    rateCard: draft.rateCard,
    ...(draft.contract && { contract: draft.contract }),
    metadata: draft.metadata,
  }
}

function storeComponent(component: Component): StoredComponent {
  return {
    kind: component.kind,
    from: component.from,
    to: component.to,
    amount: { amount: formatMicros(component.amount, component.unit), currency: component.unit },
    returns: component.returns,
    ...(component.quantum === 1n ? {} : { quantum: formatMicros(component.quantum, component.unit) }),
    ...(component.whenShort ? { whenShort: component.whenShort } : {}),
    why: component.why as Step[],
  }
}

export function readItems(stored: StoredDraft): Item[] {
  return stored.items.map((item) => ({
    id: item.id,
    quantity: BigInt(item.quantity),
    components: item.components.map((component) => ({
      kind: component.kind,
      from: component.from,
      to: component.to,
      amount: parseMicros(component.amount.amount),
      unit: component.amount.currency,
      returns: component.returns,
      quantum: component.quantum ? parseMicros(component.quantum) : 1n,
      ...(component.whenShort ? { whenShort: component.whenShort } : {}),
      why: component.why,
    })),
    ...(item.period && { period: item.period }),
    ...(item.pack && { pack: { calls: BigInt(item.pack.calls) } }),
    ...(item.gift && { gift: item.gift }),
  }))
}
