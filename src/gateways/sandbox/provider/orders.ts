/** Orders: created by a merchant, paid by a payer, closed by the merchant or by expiry. */
import { isCurrency } from '../../../money/currency.ts'
import type { CreateOrder, Handle, OrderAnswer } from '../wire.ts'
import type { Merchant, ProviderContext } from './context.ts'
import { feeOf, move } from './money.ts'
import { notify } from './notifications.ts'
import { findOrder, type OrderRow } from './order-row.ts'
import { fundWaiting } from './refunds.ts'
import { Refusal } from './refusal.ts'

/**
 * Creates an order. Repeating the number with the same parameters returns the same order.
 * @throws Refusal `order_mismatch`, `order_closed`, `currency_unknown`, `amount_invalid`, `expiry_past`,
 * `merchant_refused`.
 */
export function createOrder(context: ProviderContext, merchant: Merchant, order: CreateOrder, at: number): Handle {
  const { notifyUrl, ...rest } = order
  const request = JSON.stringify(Object.entries(rest).sort())
  const known = findOrder(context, merchant.id, order.number)
  if (known) {
    if (known.request !== request) {
      throw new Refusal(409, 'order_mismatch', 'the number stands for an order with other parameters')
    }
    if (known.status === 'closed') throw new Refusal(409, 'order_closed', 'the order was closed')
    return handleOf(known.token, order)
  }
  if (!isCurrency(order.currency)) throw new Refusal(422, 'currency_unknown', `${order.currency} is no currency here`)
  if (order.amount === '0') throw new Refusal(422, 'amount_invalid', 'an order must be at least one minor unit')
  const expiresAt = Date.parse(order.expiresAt)
  if (!(expiresAt > at)) throw new Refusal(422, 'expiry_past', 'the order would have expired already')
  if (context.faults.isRefused({ merchant: merchant.id, operation: 'createOrder', number: order.number })) {
    throw new Refusal(403, 'merchant_refused', 'the merchant may not take this payment')
  }
  const token = Math.floor(context.faults.draw('token', merchant.id, order.number) * 2 ** 48).toString(36)
  context.books.run(
    `INSERT INTO orders (merchant, number, request, token, currency, amount, notify_url, status, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)`,
    merchant.id,
    order.number,
    request,
    token,
    order.currency,
    BigInt(order.amount),
    notifyUrl ?? null,
    at,
    expiresAt,
  )
  return handleOf(token, order)
}

function handleOf(token: string, { method }: CreateOrder): Handle {
  if (method.kind === 'native') return { kind: 'native', codeUrl: `sandbox://pay/${token}` }
  return { kind: 'jsapi', parameters: { package: `prepay_id=${token}`, openId: method.openId } }
}

/** @throws Refusal `order_not_found`. */
export function queryOrder(context: ProviderContext, merchant: string, number: string): OrderAnswer {
  return orderAnswer(context, known(context, merchant, number))
}

/** Reports an order as refunded after any partial refund, as WeChat Pay does. */
function orderAnswer({ books }: ProviderContext, order: OrderRow): OrderAnswer {
  const sql = `SELECT 1 FROM refunds WHERE merchant = ? AND order_number = ? AND status <> 'closed' LIMIT 1`
  const refunded = order.status === 'paid' && books.get(sql, order.merchant, order.number) !== undefined
  return {
    number: order.number,
    status: refunded ? 'refunded' : order.status,
    providerNumber: order.provider_number,
    amount: String(order.amount),
    currency: order.currency,
    paidAt: order.paid_at === null ? null : new Date(Number(order.paid_at)).toISOString(),
  }
}

/** @throws Refusal `order_not_found`, `order_paid`, `order_failed`. */
export function closeOrder(context: ProviderContext, merchant: string, number: string): void {
  const order = known(context, merchant, number)
  if (order.status === 'closed') return
  if (order.status !== 'open') throw new Refusal(409, `order_${order.status}`, `the order is ${order.status}`)
  context.books.run(`UPDATE orders SET status = 'closed' WHERE id = ?`, order.id)
}

/**
 * Simulates the payer's payment on a phone.
 * @param succeeds whether the payer's bank accepts it.
 * @throws Refusal `order_not_found`, `order_paid`, `order_closed`, `order_failed`.
 */
export function payOrder(
  context: ProviderContext,
  merchant: string,
  number: string,
  { succeeds, at }: { readonly succeeds: boolean; readonly at: number },
): OrderAnswer {
  const order = known(context, merchant, number)
  if (order.status !== 'open') throw new Refusal(409, `order_${order.status}`, `the order is ${order.status}`)
  const { id, currency, amount } = order
  if (succeeds) {
    const fee = feeOf(amount, context.merchant(merchant)!.feeRate)
    const providerNumber = `42${String(id).padStart(12, '0')}`
    const sql = `UPDATE orders SET status = 'paid', paid_at = ?, fee = ?, provider_number = ? WHERE id = ?`
    context.books.run(sql, at, fee, providerNumber, id)
    move(context.books, { merchant, currency, amount, kind: 'payment', number, at })
    move(context.books, { merchant, currency, amount: -fee, kind: 'fee', number, at })
    fundWaiting(context, merchant, currency, at)
  } else context.books.run(`UPDATE orders SET status = 'failed' WHERE id = ?`, id)
  const answer = orderAnswer(context, known(context, merchant, number))
  const type = `order.${answer.status}`
  notify(context, { merchant, type, number, url: order.notify_url, data: answer, at })
  return answer
}

/** Closes orders that were not paid in time. */
export function closeExpired({ books }: ProviderContext, until: number): void {
  books.run(`UPDATE orders SET status = 'closed' WHERE status = 'open' AND expires_at <= ?`, until)
}

function known(context: ProviderContext, merchant: string, number: string): OrderRow {
  const order = findOrder(context, merchant, number)
  if (!order) throw new Refusal(404, 'order_not_found', `there is no order ${number}`)
  return order
}
