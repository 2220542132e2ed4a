/**
 * Plans refunds: calculates what each component returns from a charge, its refunded amounts and the request. Pure.
 * Preview and execution call the same code, so the preview is exactly what is executed.
 *
 * Cumulative rounding: after R of A has been refunded for an item, a pro-rata component of amount C has returned
 * round(C·R/A) in total; each refund posts the difference. Any sequence of partial refunds therefore ends exactly where
 * a single full refund ends. Components paid by the payer must sum to the refund exactly instead: each refund is
 * allocated by the shortfall of each component from its ideal C·R/A, so that no component decreases.
 */

import type { Component, Item, RefundPolicy } from '../charges/draft.ts'
import { parsePath } from '../ledger/account.ts'
import { allocate } from '../money/allocate.ts'
import { formatMicros, isWholeMinor, type Micros, max0, min, minorUnit } from '../money/amount.ts'
import { minorDigits } from '../money/currency.ts'
import { divideTo } from '../money/round.ts'
import { Problem } from '../problem.ts'

/** The parts of a charge that a refund depends on. Amounts in micros of `unit`. */
export interface RefundableCharge {
  readonly unit: string
  readonly payerAccount: string
  readonly items: readonly Item[]
  readonly policy: RefundPolicy
  readonly effectiveAt: Date
  readonly captured: Micros
  readonly kept: Micros
  readonly refunded: Micros
  readonly pending: Micros
  readonly disputed: Micros
  readonly refunds: number
  readonly lastRefundAt: Date | null
  /** The amount that each component has returned so far, in the order of the components; null: nothing yet. */
  readonly returned: readonly Micros[] | null
  /** The refunded quantity of each item; null: none yet. */
  readonly returnedQuantity: readonly bigint[] | null
}

/** The request: an amount, items (each by quantity or by amount), or, with neither, all that is left. */
export interface RefundAsk {
  readonly amount?: Micros
  readonly items?: readonly { readonly id: string; readonly quantity?: bigint; readonly amount?: Micros }[]
}

export interface RefundPlan {
  /** Amount refunded to the payer. */
  readonly amount: Micros
  readonly items: readonly { readonly id: string; readonly amount: Micros; readonly quantity: bigint }[]
  /** What each component returns now, by its index; components that return nothing are left out. */
  readonly back: readonly { readonly index: number; readonly component: Component; readonly amount: Micros }[]
  readonly returned: readonly Micros[]
  readonly returnedQuantity: readonly bigint[]
  /** Amount still refundable after this refund. */
  readonly refundable: Micros
}

/**
 * Returns what a refund moves between parties, in micros of the charge's currency: the sum of the net amounts received
 * by parties, at least the amount refunded to the payer. Approvals are based on it, because a refund can move more than
 * the payer receives.
 */
export function movedBy({ amount, back }: Pick<RefundPlan, 'amount' | 'back'>, unit: string): Micros {
  const net = new Map<string, Micros>()
  const add = (path: string, micros: Micros) => {
    const { party } = parsePath(path)
    net.set(party, (net.get(party) ?? 0n) + micros)
  }
  for (const { component, amount: returned } of back) {
    if (component.unit !== unit) continue
    add(component.from, returned)
    add(component.to, -returned)
  }
  const received = [...net.values()].reduce((sum, each) => sum + max0(each), 0n)
  return received > amount ? received : amount
}

/** Returns the refundable amount of a charge. The only definition of it; every code path uses this function. */
export function refundableOf(
  charge: Pick<RefundableCharge, 'captured' | 'kept' | 'refunded' | 'pending' | 'disputed'>,
): Micros {
  return charge.captured - charge.kept - charge.refunded - charge.pending - charge.disputed
}

/**
 * Plans a refund that takes effect at a given time.
 * @throws Problem `effective_before_charge`, `refund_window_closed`, `refund_count_exceeded`, `refund_too_soon`,
 * `refund_nothing_left`, `refund_exceeds_refundable`, `refund_item_unknown`, `refund_quantity_exceeded`,
 * `refund_whole_only`, `amount_not_positive`, `amount_too_precise`.
 */
export function planRefund(charge: RefundableCharge, ask: RefundAsk, at: Date): RefundPlan {
  checkPolicy(charge, at)
  const states = itemStates(charge)
  const parts = ask.items ? byItem(charge, states, ask.items) : byAmount(charge, states, ask.amount)
  const amount = parts.reduce((sum, part) => sum + part.amount, 0n)
  const left = refundableOf(charge)
  if (amount > left) throw exceeds(charge, amount, left)
  const returned = [...(charge.returned ?? states.flatMap((state) => state.item.components.map(() => 0n)))]
  const back: { index: number; component: Component; amount: Micros }[] = []
  for (const [position, state] of states.entries()) {
    if (parts[position]!.amount === 0n) continue
    for (const [offset, target] of targets(state, parts[position]!.amount).entries()) {
      const index = state.first + offset
      const change = target - returned[index]!
      if (change <= 0n) continue
      returned[index] = target
      back.push({ index, component: state.item.components[offset]!, amount: change })
    }
  }
  return {
    amount,
    items: states.map(({ item }, i) => ({ id: item.id, ...parts[i]! })).filter((part) => part.amount > 0n),
    back,
    returned,
    returnedQuantity: states.map((state, i) => state.returnedQuantity + parts[i]!.quantity),
    refundable: left - amount,
  }
}

function checkPolicy(charge: RefundableCharge, at: Date): void {
  const { windowDays, maxRefunds, minGapSeconds } = charge.policy
  if (at < charge.effectiveAt) {
    throw new Problem('effective_before_charge', {
      value: at.toISOString(),
      chargedAt: charge.effectiveAt.toISOString(),
    })
  }
  if (windowDays !== null && at.getTime() > charge.effectiveAt.getTime() + windowDays * 86_400_000) {
    throw new Problem('refund_window_closed', { days: windowDays, chargedAt: charge.effectiveAt.toISOString() })
  }
  if (maxRefunds !== null && charge.refunds >= maxRefunds) {
    throw new Problem('refund_count_exceeded', { limit: maxRefunds })
  }
  if (charge.lastRefundAt !== null) {
    const gap = (at.getTime() - charge.lastRefundAt.getTime()) / 1000
    if (Math.abs(gap) < minGapSeconds) {
      throw new Problem('refund_too_soon', { gap: minGapSeconds, wait: Math.ceil(minGapSeconds - gap) })
    }
  }
  if (refundableOf(charge) <= 0n) throw new Problem('refund_nothing_left', {})
}

/** An item with its refundable amounts, pro rata and only as a whole, and its refunded amount. */
interface ItemState {
  readonly item: Item
  /** Index of its first component. */
  readonly first: number
  readonly proRata: Micros
  readonly wholeOnly: Micros
  readonly refunded: Micros
  readonly returned: readonly Micros[]
  readonly paidByPayer: readonly boolean[]
  readonly returnedQuantity: bigint
}

function itemStates(charge: RefundableCharge): ItemState[] {
  let first = 0
  return charge.items.map((item, position) => {
    const start = first
    first += item.components.length
    const returned = item.components.map((_, offset) => charge.returned?.[start + offset] ?? 0n)
    const paidByPayer = item.components.map((component) => component.from === charge.payerAccount)
    const sum = (of: (component: Component, offset: number) => Micros) =>
      item.components.reduce(
        (total, component, offset) => total + (paidByPayer[offset] ? of(component, offset) : 0n),
        0n,
      )
    return {
      item,
      first: start,
      proRata: sum((component) => (component.returns === 'pro-rata' ? component.amount : 0n)),
      wholeOnly: sum((component) => (component.returns === 'whole-only' ? component.amount : 0n)),
      refunded: sum((_, offset) => returned[offset]!),
      returned,
      paidByPayer,
      returnedQuantity: charge.returnedQuantity?.[position] ?? 0n,
    }
  })
}

const leftOf = (state: ItemState): Micros => state.proRata + state.wholeOnly - state.refunded

interface Part {
  readonly amount: Micros
  readonly quantity: bigint
}

/** Refunds the full rest, or allocates an amount to the items in proportion to what is left of them. */
function byAmount(charge: RefundableCharge, states: readonly ItemState[], requested: Micros | undefined): Part[] {
  const left = refundableOf(charge)
  const amount = requested ?? left
  checkAmount(charge, amount, left)
  const whole = states.reduce((sum, state) => sum + leftOf(state), 0n)
  const allOfIt = amount === whole
  const weights = states.map((state) => (allOfIt ? leftOf(state) : max0(state.proRata - state.refunded)))
  const most = weights.reduce((a, b) => a + b, 0n)
  if (amount > most) throw wholeOnly(charge, most)
  const inMinor = [amount, ...weights].every((each) => isWholeMinor(each, charge.unit))
  // A share never exceeds its weight, since the amount doesn't exceed their sum.
  const amounts = allOfIt ? weights : allocate(amount, weights, charge.refunds, inMinor ? minorUnit(charge.unit) : 1n)
  return amounts.map((part, i) => ({
    amount: part,
    quantity: allOfIt ? states[i]!.item.quantity - states[i]!.returnedQuantity : 0n,
  }))
}

function byItem(
  charge: RefundableCharge,
  states: readonly ItemState[],
  requested: NonNullable<RefundAsk['items']>,
): Part[] {
  const parts: Part[] = states.map(() => ({ amount: 0n, quantity: 0n }))
  for (const ask of requested) {
    const position = states.findIndex((state) => state.item.id === ask.id)
    if (position < 0) throw new Problem('refund_item_unknown', { item: ask.id })
    if (parts[position]!.amount > 0n) throw new Problem('refund_item_twice', { item: ask.id })
    const state = states[position]!
    parts[position] =
      ask.quantity === undefined ? itemAmount(charge, state, ask.amount) : itemQuantity(charge, state, ask.quantity)
  }
  if (parts.every((part) => part.amount === 0n)) throw new Problem('refund_nothing_left', {})
  return parts
}

function itemAmount(charge: RefundableCharge, state: ItemState, requested: Micros | undefined): Part {
  const left = leftOf(state)
  const amount = requested ?? left
  if (amount === left) return { amount, quantity: state.item.quantity - state.returnedQuantity }
  checkAmount(charge, amount, left)
  if (amount > state.proRata - state.refunded) throw wholeOnly(charge, max0(state.proRata - state.refunded))
  return { amount, quantity: 0n }
}

/** Refunds units of an item. Rounds cumulatively: returning 3 units one by one equals returning 3 at once. */
function itemQuantity(charge: RefundableCharge, state: ItemState, quantity: bigint): Part {
  const { item, returnedQuantity } = state
  const after = returnedQuantity + quantity
  if (quantity <= 0n || after > item.quantity) {
    throw new Problem('refund_quantity_exceeded', {
      item: item.id,
      asked: quantity.toString(),
      left: (item.quantity - returnedQuantity).toString(),
    })
  }
  const left = leftOf(state)
  if (after === item.quantity) return { amount: left, quantity }
  const quantum = isWholeMinor(state.proRata, charge.unit) ? minorUnit(charge.unit) : 1n
  const due = (units: bigint) => divideTo(state.proRata * units, item.quantity, quantum)
  const amount = due(after) - due(returnedQuantity)
  const most = max0(state.proRata - state.refunded)
  return { amount: min(amount, most), quantity }
}

/** Returns the cumulative returned amount of each component of an item after a refund of `amount` to the payer. */
function targets(state: ItemState, amount: Micros): Micros[] {
  const { item, returned, paidByPayer } = state
  const refunded = state.refunded + amount
  const base = state.proRata + state.wholeOnly
  if (refunded === base) {
    return item.components.map(({ returns, amount: whole }) => (returns === 'never' ? 0n : whole))
  }
  const shares = payerShares(state, amount, refunded)
  return item.components.map((component, offset) => {
    if (component.returns !== 'pro-rata') return returned[offset]!
    if (paidByPayer[offset]) return shares[offset]!
    return min(component.amount, divideTo(component.amount * refunded, state.proRata, component.quantum))
  })
}

/**
 * Allocates to the components paid by the payer, weighted by their shortfall from the ideal share, which is multiplied
 * by the base to stay an integer.
 */
function payerShares(state: ItemState, amount: Micros, refunded: Micros): Micros[] {
  const { item, returned, paidByPayer } = state
  const lacks = item.components.map((component, offset) =>
    paidByPayer[offset] && component.returns === 'pro-rata'
      ? max0(component.amount * refunded - returned[offset]! * state.proRata)
      : 0n,
  )
  return allocate(amount, lacks, state.first).map((part, offset) => returned[offset]! + part)
}

function checkAmount(charge: RefundableCharge, amount: Micros, left: Micros): void {
  if (amount <= 0n) throw new Problem('amount_not_positive', { value: formatMicros(amount, charge.unit) })
  if (amount > left) throw exceeds(charge, amount, left)
  if (amount !== left && !isWholeMinor(amount, charge.unit)) {
    throw new Problem('amount_too_precise', {
      value: formatMicros(amount, charge.unit),
      unit: charge.unit,
      digits: minorDigits(charge.unit),
    })
  }
}

function exceeds(charge: RefundableCharge, amount: Micros, left: Micros): Problem {
  return new Problem('refund_exceeds_refundable', {
    asked: formatMicros(amount, charge.unit),
    refundable: formatMicros(left, charge.unit),
    unit: charge.unit,
  })
}

function wholeOnly(charge: RefundableCharge, most: Micros): Problem {
  return new Problem('refund_whole_only', { most: formatMicros(most, charge.unit), unit: charge.unit })
}
