/**
 * Decides on a refund request by the policy of the charge: how much is refundable for the reason, whether automatically
 * or after approval, which evidence is required, or why it is declined. Pure: the same question about the same charge
 * always gets the same decision. `plan.ts` executes the decision and enforces the limits that apply to every refund.
 */
import { Temporal } from 'temporal-polyfill'
import type { RefundPolicy } from '../charges/draft.ts'
import { type Asker, type EffectiveRule, type RefundRule, ruleFor, unclaimedReturnsAt } from '../charges/policy.ts'
import { allocate } from '../money/allocate.ts'
import { formatMicros, isWholeMinor, type Micros, max0, min, minorUnit, parseMicros } from '../money/amount.ts'
import { divideTo } from '../money/round.ts'
import type { Step } from '../pricing/price.ts'
import { Problem } from '../problem.ts'
import { afterSteps, beforeSteps, declinedStep } from './decision-steps.ts'
import { type Entitlement, entitlements, type Fact, isLimited } from './entitlement.ts'
import { exchangeDifference } from './exchange-difference.ts'
import { movedBy, planRefund, type RefundAsk, type RefundableCharge, refundableOf } from './plan.ts'
import type { Decision, RefundQuestion } from './question.ts'

/** Decides a request. A refusal is an outcome with a stable code, not an exception. */
export function decide(charge: RefundableCharge, question: RefundQuestion): Decision {
  const rule = ruleFor(charge.policy, question.reason)
  const limits = limitsOf(charge, rule, question.at, question.zone)
  const before = beforeSteps(charge, question, rule, limits.deadline)
  let most = 0n
  const steps: Step[] = [...before]
  try {
    if (rule === null) throw new Problem('refund_reason_not_accepted', { reason: question.reason })
    checkAsked(charge, rule, question, limits.deadline)
    const states = entitlements(charge, rule, question)
    most = mostOf(charge, states)
    const requested = statesAsked(states, question.ask)
    const missingFacts = [
      ...new Set([...requested.flatMap(({ missing }) => missing ?? []), ...missingRate(rule, question)]),
    ]
    const missingEvidence = rule.evidence.filter((kind) => !question.evidence.includes(kind))
    steps.push(...afterSteps.use(charge.unit, states, rule, most))
    if (most <= 0n) throw new Problem('refund_used_up', { reason: question.reason })
    const ask = within(charge, states, question.ask, most)
    const plan = planRefund({ ...charge, policy: UNLIMITED }, ask, later(question.at, charge.effectiveAt))
    const { amount } = plan
    if (amount > most) throw exceeds(charge, most)
    const { worth } = question.rate
      ? exchangeDifference(charge, plan.back, limits.exchange, question.rate)
      : { worth: 0n }
    const approvals = approvalsOf(charge, rule, question.asker, movedBy(plan, charge.unit) + worth)
    const waits = missingFacts.length + missingEvidence.length > 0
    const outcome = waits ? 'needs-evidence' : approvals > 0 ? 'needs-approval' : 'automatic'
    steps.push(...afterSteps.outcome(charge, rule, { amount, approvals, missingFacts, missingEvidence, ...limits }))
    return { ...limits, outcome, decline: null, missingEvidence, missingFacts, approvals, ask, amount, most, steps }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    steps.push(declinedStep(error))
    const decline = { code: error.code, params: error.params }
    const nothing = { missingEvidence: [], missingFacts: [], approvals: 0, ask: null, amount: 0n } as const
    return { ...limits, ...nothing, outcome: 'declined', decline, most, steps }
  }
}

const UNLIMITED: RefundPolicy = { windowDays: null, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' }

type Limits = Pick<Decision, 'deadline' | 'notBefore' | 'policy' | 'exchange'>

function limitsOf(charge: RefundableCharge, rule: EffectiveRule | null, at: Date, zone: string): Limits {
  const { maxRefunds, minGapSeconds, shortage, windowDays } = rule ?? charge.policy
  const opens = [
    ...(charge.lastRefundAt ? [charge.lastRefundAt.getTime() + minGapSeconds * 1000] : []),
    ...(rule?.opens === 'month-end' ? [monthEnd(charge.effectiveAt, zone)] : []),
  ]
  const first = Math.max(...opens)
  return {
    deadline: windowDays === null ? null : new Date(charge.effectiveAt.getTime() + windowDays * 86_400_000),
    notBefore: opens.length > 0 && first > at.getTime() ? new Date(first) : null,
    policy: { windowDays: null, maxRefunds, minGapSeconds, shortage },
    exchange: rule?.exchange ?? null,
  }
}

/** Returns the end of the calendar month that contains a moment, in a time zone; milliseconds since 1970. */
function monthEnd(moment: Date, zone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return day.with({ day: 1 }).add({ months: 1 }).toZonedDateTime(zone).epochMilliseconds
}

/**
 * @throws Problem `refund_asker_not_allowed`, `effective_before_charge`, `refund_window_closed`,
 * `refund_count_exceeded`, `refund_nothing_left`, `refund_not_open_yet`.
 */
function checkAsked(
  charge: RefundableCharge,
  rule: EffectiveRule,
  question: RefundQuestion,
  deadline: Date | null,
): void {
  const { reason, asker, at } = question
  const chargedAt = charge.effectiveAt.toISOString()
  if (!rule.asks.includes(asker)) {
    throw new Problem('refund_asker_not_allowed', { reason, asker, allowed: rule.asks.join(', ') })
  }
  if (at < charge.effectiveAt) throw new Problem('effective_before_charge', { value: at.toISOString(), chargedAt })
  if (deadline !== null && at > deadline)
    throw new Problem('refund_window_closed', { days: rule.windowDays, chargedAt })
  if (rule.maxRefunds !== null && charge.refunds >= rule.maxRefunds) {
    throw new Problem('refund_count_exceeded', { limit: rule.maxRefunds })
  }
  if (refundableOf(charge) <= 0n) throw new Problem('refund_nothing_left', {})
  const opensAt = reason === 'unclaimed' ? unclaimedReturnsAt(charge) : null
  if (opensAt !== null && at < opensAt) throw new Problem('refund_not_open_yet', { opensAt: opensAt.toISOString() })
}

function missingRate({ exchange }: EffectiveRule, { rate }: RefundQuestion): Fact[] {
  return exchange?.rate === 'current' && rate === undefined ? ['rate'] : []
}

/** Returns the refundable amount of all items, less what is pending or disputed and not assigned to an item yet. */
function mostOf(charge: RefundableCharge, states: readonly Entitlement[]): Micros {
  const onItems = sum(states, ({ refunded }) => refunded)
  const unplaced = max0(charge.refunded + charge.pending + charge.disputed - onItems)
  return max0(min(sum(states, ({ most }) => most) - unplaced, refundableOf(charge)))
}

function statesAsked(states: readonly Entitlement[], { items }: RefundAsk): readonly Entitlement[] {
  return items ? states.filter(({ item }) => items.some(({ id }) => id === item.id)) : states
}

/**
 * Converts the requested refund into the one to execute: unchanged if the policy sets no limit, otherwise per item.
 * @throws Problem `refund_exceeds_policy`, `refund_used_up`, `amount_not_positive`.
 */
function within(charge: RefundableCharge, states: readonly Entitlement[], ask: RefundAsk, most: Micros): RefundAsk {
  if (!states.some(isLimited)) return unlimited(charge, ask, most)
  if (ask.items) return { items: ask.items.map((each) => itemWithin(charge, states, each)) }
  if (ask.amount !== undefined) return spread(charge, states, ask.amount, most)
  const items = states.flatMap((state) => (state.most > 0n ? [restOf(charge, state)] : []))
  return sum(states, (state) => state.most) > most ? spread(charge, states, most, most) : { items }
}

/**
 * Checks a requested amount against the maximum. A request for the full rest needs no check, because the plan subtracts
 * disputed and pending amounts by the same figure.
 */
function unlimited(charge: RefundableCharge, ask: RefundAsk, most: Micros): RefundAsk {
  if (ask.amount !== undefined && ask.amount > most) throw exceeds(charge, most)
  return ask
}

type ItemAsk = NonNullable<RefundAsk['items']>[number]

function itemWithin(charge: RefundableCharge, states: readonly Entitlement[], ask: ItemAsk): ItemAsk {
  const state = states.find(({ item }) => item.id === ask.id)
  // The plan refuses an unknown item.
  if (!state || !isLimited(state)) return ask
  if (state.most <= 0n) throw exceeds(charge, 0n)
  if (ask.quantity !== undefined) return unitsWithin(charge, state, ask.quantity)
  if (ask.amount === undefined) return restOf(charge, state)
  if (ask.amount > state.most) throw exceeds(charge, state.most)
  return ask
}

function unitsWithin(charge: RefundableCharge, state: Entitlement, quantity: bigint): ItemAsk {
  const { item, units, returnedQuantity, part, most } = state
  const after = returnedQuantity + quantity
  // The plan refuses both cases.
  if (quantity <= 0n || after > item.quantity) return { id: item.id, quantity }
  if (units !== null) {
    if (after > units) throw exceeds(charge, most)
    const due = dueFor(charge, state, after) - dueFor(charge, state, returnedQuantity)
    return due <= most ? { id: item.id, quantity } : amountOf(charge, state, most)
  }
  const quantum = minorUnit(charge.unit)
  const share = divideTo(state.proRata * quantity * part.numerator, item.quantity * part.denominator, quantum, 'down')
  return amountOf(charge, state, min(share, most))
}

/** Requests everything still refundable of an item. */
function restOf(charge: RefundableCharge, state: Entitlement): ItemAsk {
  const { item, units, returnedQuantity, most, left } = state
  if (most === left) return { id: item.id }
  if (units !== null && units > returnedQuantity) {
    const due = dueFor(charge, state, units) - dueFor(charge, state, returnedQuantity)
    if (due === most) return { id: item.id, quantity: units - returnedQuantity }
  }
  return amountOf(charge, state, most)
}

function amountOf(charge: RefundableCharge, { item, left }: Entitlement, amount: Micros): ItemAsk {
  const payable = amount === left ? amount : amount - (amount % minorUnit(charge.unit))
  if (payable <= 0n) throw exceeds(charge, 0n)
  return { id: item.id, amount: payable }
}

/** Returns the amount due for a number of units of an item, rounded as in a plan. */
function dueFor(charge: RefundableCharge, { item, proRata }: Entitlement, units: bigint): Micros {
  const quantum = isWholeMinor(proRata, charge.unit) ? minorUnit(charge.unit) : 1n
  return divideTo(proRata * units, item.quantity, quantum)
}

/** Spreads an amount over the items in proportion to their refundable amounts. */
function spread(charge: RefundableCharge, states: readonly Entitlement[], amount: Micros, most: Micros): RefundAsk {
  if (amount <= 0n) throw new Problem('amount_not_positive', { value: formatMicros(amount, charge.unit) })
  const minor = minorUnit(charge.unit)
  const weights = states.map(({ most: each }) => each - (each % minor))
  const payable = min(
    weights.reduce((a, b) => a + b, 0n),
    most,
  )
  if (amount > payable) throw exceeds(charge, payable)
  const parts = allocate(amount, weights, charge.refunds, isWholeMinor(amount, charge.unit) ? minor : 1n)
  return { items: parts.flatMap((part, i) => (part > 0n ? [{ id: states[i]!.item.id, amount: part }] : [])) }
}

function exceeds(charge: RefundableCharge, most: Micros): Problem {
  return new Problem('refund_exceeds_policy', { most: formatMicros(most, charge.unit), unit: charge.unit })
}

/** Returns what a refund of a charge would move, whatever its policy allows; see {@link movedBy}. */
export function movementOf(charge: RefundableCharge, ask: RefundAsk): Micros {
  return movedBy(planRefund({ ...charge, policy: UNLIMITED }, ask, charge.effectiveAt), charge.unit)
}

/**
 * Returns the number of required approvals. `amount`: what the refund moves; added to earlier refunds of the charge.
 */
export function approvalsOf(
  charge: RefundableCharge,
  { approvals = [] }: Pick<RefundRule, 'approvals'>,
  asker: Asker,
  amount: Micros,
): 0 | 1 | 2 {
  const inAll = charge.refunded + charge.pending + amount
  const reached = approvals.filter(
    ({ above, askedBy }) => inAll > parseMicros(above) && (askedBy?.includes(asker) ?? true),
  )
  return reached.at(-1)?.people ?? 0
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

function sum<Each>(all: readonly Each[], of: (each: Each) => Micros): Micros {
  return all.reduce((total, each) => total + of(each), 0n)
}
