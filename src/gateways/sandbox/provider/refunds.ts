/**
 * Refunds: accepted immediately, executed later. A refund waits for the merchant's funds if they are insufficient, then
 * for the payer's bank; it ends `succeeded`, `closed` (no money moved) or `abnormal` (the provider holds the money
 * until the refund is redirected).
 */
import type { Redirection, RefundAnswer, RefundOrder, RefundStatus } from '../wire.ts'
import type { Merchant, ProviderContext } from './context.ts'
import { balanceOf, feeReturned, move } from './money.ts'
import { notify } from './notifications.ts'
import { findOrder, type OrderRow } from './order-row.ts'
import { Refusal } from './refusal.ts'

export interface RefundRow {
  readonly id: bigint
  readonly merchant: string
  readonly number: string
  readonly request: string
  readonly order_number: string
  readonly currency: string
  readonly amount: bigint
  readonly fee: bigint
  readonly notify_url: string | null
  readonly status: RefundStatus
  readonly phase: 'funds' | 'bank' | null
  readonly outcome: 'succeeded' | 'closed' | 'abnormal'
  readonly slow: bigint
  readonly redirected_to: string | null
  readonly provider_number: string
  readonly accepted_at: bigint
  readonly short_until: bigint | null
  readonly closes_at: bigint
  readonly due_at: bigint | null
  readonly ended_at: bigint | null
}

const DAY_MS = 86_400_000

const findRefund = ({ books }: ProviderContext, merchant: string, number: string) =>
  books.get<RefundRow>('SELECT * FROM refunds WHERE merchant = ? AND number = ?', merchant, number)

/** @throws Refusal `refund_not_found`. */
export function queryRefund(context: ProviderContext, merchant: string, number: string): RefundAnswer {
  return answerOf(known(context, merchant, number))
}

/**
 * Accepts a refund. Repeating the number with the same parameters returns that refund's state, even if the conditions
 * have changed since.
 * @throws Refusal `refund_mismatch`, or the violated rule; `too_frequent` (429) where the interval was too short.
 */
export function acceptRefund(
  context: ProviderContext,
  merchant: Merchant,
  refund: RefundOrder,
  at: number,
): RefundAnswer {
  const { notifyUrl, ...rest } = refund
  const request = JSON.stringify(Object.entries(rest).sort())
  const before = findRefund(context, merchant.id, refund.number)
  if (before) {
    if (before.request === request) return answerOf(before)
    throw new Refusal(409, 'refund_mismatch', 'the number stands for a refund with other parameters')
  }
  const order = refundableOrder(context, merchant.id, refund, at)
  const fee = feeWithin(context, order, refund, at)
  const subject = { merchant: merchant.id, operation: 'refund', number: refund.number } as const
  if (context.faults.isRefused(subject)) {
    throw new Refusal(403, 'payer_account_abnormal', 'the payer’s account takes no money back')
  }
  const amount = BigInt(refund.amount)
  const short = balanceOf(context.books, merchant.id, order.currency) < amount - fee
  if (short && context.conditions.whenShort === 'refuse') {
    throw new Refusal(403, 'balance_not_enough', 'the merchant has not enough money here')
  }
  insert(context, { merchant, order, refund, request, fee, notifyUrl: notifyUrl ?? null }, at)
  record(context, merchant.id, refund.number, { status: 'processing', at })
  const accepted = known(context, merchant.id, refund.number)
  if (accepted.short_until === null) fund(context, accepted, at)
  return answerOf(accepted)
}

function refundableOrder(context: ProviderContext, merchant: string, refund: RefundOrder, at: number): OrderRow {
  const order = findOrder(context, merchant, refund.order)
  // Not 404, which would mean that the refund was never received and invite a retry.
  if (!order) throw new Refusal(422, 'order_not_found', `there is no order ${refund.order}`)
  if (order.paid_at === null) throw new Refusal(422, 'order_not_paid', `the order is ${order.status}`)
  if (order.currency !== refund.currency || String(order.amount) !== refund.total) {
    throw new Refusal(422, 'total_mismatch', `the order came to ${order.amount} ${order.currency} minor units`)
  }
  if (refund.amount === '0') throw new Refusal(422, 'amount_invalid', 'a refund must be at least one minor unit')
  if (at > Number(order.paid_at) + context.conditions.windowDays * DAY_MS) {
    throw new Refusal(422, 'refund_window_over', `refunds end ${context.conditions.windowDays} days after the payment`)
  }
  return order
}

/** Returns the fee to return with a refund, checked against the limits that the order's other refunds leave. */
function feeWithin({ books, conditions }: ProviderContext, order: OrderRow, refund: RefundOrder, at: number): bigint {
  const { count, amount, fee, latest } = books.get<{ count: bigint; amount: bigint; fee: bigint; latest: bigint }>(
    `SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount, coalesce(sum(fee), 0) AS fee,
            coalesce(max(accepted_at), 0) AS latest
     FROM refunds WHERE merchant = ? AND order_number = ? AND status <> 'closed'`,
    order.merchant,
    order.number,
  )!
  if (amount + BigInt(refund.amount) > order.amount) {
    throw new Refusal(422, 'refund_exceeds_order', `${order.amount - amount} minor units are left of the order`)
  }
  if (count >= conditions.maxRefunds) {
    throw new Refusal(422, 'refunds_used_up', `an order has at most ${conditions.maxRefunds} refunds`)
  }
  if (at < Number(latest) + conditions.minGapSeconds * 1000) {
    throw new Refusal(429, 'too_frequent', `refunds of one order are ${conditions.minGapSeconds} seconds apart`)
  }
  return feeReturned(order, { amount, fee }, BigInt(refund.amount))
}

interface Accepted {
  readonly merchant: Merchant
  readonly order: OrderRow
  readonly refund: RefundOrder
  readonly request: string
  readonly fee: bigint
  readonly notifyUrl: string | null
}

function insert({ books, faults, conditions }: ProviderContext, accepted: Accepted, at: number): void {
  const { merchant, order, refund, request, fee, notifyUrl } = accepted
  const fault = faults.ofRefund({ merchant: merchant.id, number: refund.number })
  const closesAt = at + conditions.closeAfterMs
  const shortUntil = fault === 'short' ? at + conditions.shortMs : null
  const id = books.run(
    `INSERT INTO refunds (merchant, number, request, order_number, currency, amount, fee, notify_url, status, phase,
       outcome, slow, provider_number, accepted_at, short_until, closes_at, due_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'processing', 'funds', ?, ?, '', ?, ?, ?, ?)`,
    merchant.id,
    refund.number,
    request,
    order.number,
    order.currency,
    BigInt(refund.amount),
    fee,
    notifyUrl ?? order.notify_url,
    fault === 'closed' || fault === 'abnormal' ? fault : 'succeeded',
    fault === 'slow' ? 1 : 0,
    at,
    shortUntil,
    closesAt,
    shortUntil === null ? closesAt : Math.min(shortUntil, closesAt),
  )
  books.run('UPDATE refunds SET provider_number = ? WHERE id = ?', `50${String(id).padStart(12, '0')}`, id)
}

/** Debits the refund less the returned fee where the balance suffices; otherwise the refund keeps waiting. */
function fund(context: ProviderContext, refund: RefundRow, at: number): void {
  const { books, conditions } = context
  const { id, merchant, currency, amount, fee, number } = refund
  if (balanceOf(books, merchant, currency) < amount - fee) {
    books.run('UPDATE refunds SET due_at = closes_at WHERE id = ?', id)
    return
  }
  move(books, { merchant, currency, amount: -amount, kind: 'refund', number, at })
  move(books, { merchant, currency, amount: fee, kind: 'fee_returned', number, at })
  const due = at + conditions.refundDelayMs + (refund.slow ? conditions.slowMs : 0)
  books.run(`UPDATE refunds SET phase = 'bank', due_at = ? WHERE id = ?`, due, id)
}

/**
 * Funds the merchant's waiting refunds after a credit, oldest first, as far as the balance suffices. Call it inside a
 * transaction.
 */
export function fundWaiting(context: ProviderContext, merchant: string, currency: string, at: number): void {
  const sql = `SELECT * FROM refunds WHERE merchant = ? AND currency = ? AND phase = 'funds' ORDER BY id`
  for (const refund of context.books.all<RefundRow>(sql, merchant, currency)) {
    if (refund.short_until === null || at >= Number(refund.short_until)) fund(context, refund, at)
  }
}

/** Processes everything due by a given time, in order and dated with its due time. Call it inside a transaction. */
export function continueRefunds(context: ProviderContext, until: number): void {
  const sql = 'SELECT * FROM refunds WHERE due_at <= ? ORDER BY due_at, id LIMIT 1'
  for (let next = context.books.get<RefundRow>(sql, until); next; next = context.books.get<RefundRow>(sql, until)) {
    const at = Number(next.due_at)
    if (next.phase === 'bank') end(context, next, next.outcome, at)
    else if (at >= Number(next.closes_at)) end(context, next, 'closed', at)
    else fund(context, next, at)
  }
}

function end(
  context: ProviderContext,
  refund: RefundRow,
  status: 'succeeded' | 'closed' | 'abnormal',
  at: number,
): void {
  const { books } = context
  const { id, merchant, number, currency, amount, fee, phase, notify_url: url } = refund
  const endedAt = status === 'abnormal' ? null : at
  const sql = 'UPDATE refunds SET status = ?, phase = NULL, due_at = NULL, ended_at = ? WHERE id = ?'
  books.run(sql, status, endedAt, id)
  record(context, merchant, number, { status, at })
  if (status === 'closed' && phase === 'bank') {
    move(books, { merchant, currency, amount, kind: 'refund_closed', number, at })
    move(books, { merchant, currency, amount: -fee, kind: 'fee_taken_again', number, at })
    fundWaiting(context, merchant, currency, at)
  }
  const data = answerOf(known(context, merchant, number))
  notify(context, { merchant, type: `refund.${status}`, number, url, data, at })
}

/**
 * Redirects the money of an abnormal refund. Repeating the call returns the refund's state.
 * @throws Refusal `refund_not_found`, `refund_not_abnormal`, `refund_mismatch`.
 */
export function redirectRefund(
  context: ProviderContext,
  merchant: string,
  number: string,
  { to, at }: { readonly to: Redirection['to']; readonly at: number },
) {
  const refund = known(context, merchant, number)
  if (refund.redirected_to === to) return answerOf(refund)
  if (refund.redirected_to !== null) {
    throw new Refusal(409, 'refund_mismatch', `its money goes to ${refund.redirected_to}`)
  }
  if (refund.status !== 'abnormal') throw new Refusal(409, 'refund_not_abnormal', `the refund is ${refund.status}`)
  context.books.run(
    `UPDATE refunds SET status = 'processing', phase = 'bank', outcome = 'succeeded', redirected_to = ?, due_at = ? WHERE id = ?`,
    to,
    at + context.conditions.refundDelayMs,
    refund.id,
  )
  record(context, merchant, number, { status: 'processing', at })
  return answerOf(known(context, merchant, number))
}

/** Records a status change for the bill, which shows refunds as of its creation. */
function record(
  { books }: ProviderContext,
  merchant: string,
  number: string,
  { status, at }: { readonly status: RefundStatus; readonly at: number },
): void {
  books.run(
    'INSERT INTO refund_changes (merchant, number, status, at) VALUES (?, ?, ?, ?)',
    merchant,
    number,
    status,
    at,
  )
}

function answerOf(refund: RefundRow): RefundAnswer {
  return {
    number: refund.number,
    order: refund.order_number,
    status: refund.status,
    providerNumber: refund.provider_number,
    amount: String(refund.amount),
    currency: refund.currency,
    succeededAt: refund.status === 'succeeded' ? new Date(Number(refund.ended_at)).toISOString() : null,
  }
}

function known(context: ProviderContext, merchant: string, number: string): RefundRow {
  const refund = findRefund(context, merchant, number)
  if (!refund) throw new Refusal(404, 'refund_not_found', `there is no refund ${number}`)
  return refund
}
