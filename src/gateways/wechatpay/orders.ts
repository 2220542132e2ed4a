/**
 * Orders: https://pay.weixin.qq.com/doc/v3/merchant/4012525095 (native), …/merchant/4013070356 (query),
 * https://pay.weixin.qq.com/docs/merchant/products/close-order/introduction.html.
 */
import { randomBytes } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { GatewayError, type OrderHandle, type OrderRequest, type OrderState } from '../gateway.ts'
import type { WechatPayClient } from './connection.ts'
import { notBelieved } from './errors.ts'
import { fromFen, toFen, UNIT } from './fen.ts'
import { beijingTime, orderNumber, shortened } from './numbers.ts'
import { signParameters } from './signing.ts'

const DESCRIPTION_LONGEST = 127

/** The fields used from an order's query and notification. */
export const Transaction = Type.Object({
  mchid: Type.String(),
  out_trade_no: Type.String(),
  trade_state: Type.String(),
  transaction_id: Type.Optional(Type.String()),
  success_time: Type.Optional(Type.String()),
  amount: Type.Optional(Type.Object({ total: Type.Integer({ minimum: 0 }), currency: Type.Optional(Type.String()) })),
})

const shapes = {
  native: Compile(Type.Object({ code_url: Type.String({ minLength: 1 }) })),
  jsapi: Compile(Type.Object({ prepay_id: Type.String({ minLength: 1 }) })),
  transaction: Compile(Transaction),
}

/** REFUND means that part or all of the order was refunded, so it was paid. */
const STATUS: Readonly<Record<string, OrderState['status']>> = {
  NOTPAY: 'open',
  USERPAYING: 'open',
  ACCEPT: 'open',
  SUCCESS: 'paid',
  REFUND: 'refunded',
  CLOSED: 'closed',
  REVOKED: 'closed',
  PAYERROR: 'failed',
}

export async function createOrder(client: WechatPayClient, order: OrderRequest): Promise<OrderHandle> {
  const { method } = order
  const body = orderBody(client, order)
  if (method.kind === 'native') {
    const answer = await client.call({ method: 'POST', path: '/v3/pay/transactions/native', body }, shapes.native)
    return { kind: 'native', codeUrl: answer.code_url }
  }
  const payer = { openid: method.openId }
  const call = { method: 'POST', path: '/v3/pay/transactions/jsapi', body: { ...body, payer } } as const
  const answer = await client.call(call, shapes.jsapi)
  return { kind: 'jsapi', parameters: clientParameters(client, answer.prepay_id) }
}

function orderBody({ settings }: WechatPayClient, order: OrderRequest): Record<string, unknown> {
  return {
    appid: settings.appid,
    mchid: settings.mchid,
    description: shortened(order.description, DESCRIPTION_LONGEST),
    out_trade_no: orderNumber(order.number),
    time_expire: beijingTime(order.expiresAt),
    notify_url: settings.notifyUrl,
    amount: { total: toFen(order.amount, order.unit), currency: UNIT },
    ...(settings.profitSharing && { settle_info: { profit_sharing: true } }),
  }
}

/**
 * Returns the parameters that the page inside the provider's app passes to it, signed by the merchant. @see
 * https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter5_1_8.shtml
 */
function clientParameters({ settings, now }: WechatPayClient, prepayId: string): Record<string, string> {
  const timeStamp = String(Math.floor(now().getTime() / 1000))
  const nonceStr = randomBytes(16).toString('hex')
  const packed = `prepay_id=${prepayId}`
  const paySign = signParameters([settings.appid, timeStamp, nonceStr, packed], settings.privateKey)
  return { appId: settings.appid, timeStamp, nonceStr, package: packed, signType: 'RSA', paySign }
}

export async function queryOrder(client: WechatPayClient, number: string): Promise<OrderState> {
  const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(orderNumber(number))}`
  const query = { mchid: client.settings.mchid }
  const answer = await client.call({ method: 'GET', path, query }, shapes.transaction)
  if (answer.out_trade_no !== number || answer.mchid !== client.settings.mchid) {
    throw notBelieved('answer_mismatch', 'The answer of WeChat Pay is about another order.')
  }
  return orderState(answer)
}

/** Converts an answer to an order state. @throws GatewayError `unknown` for an unknown state. */
export function orderState(answer: Static<typeof Transaction>): OrderState {
  const status = STATUS[answer.trade_state]
  if (!status) throw notBelieved('answer_invalid', `WeChat Pay returned an unknown order state: ${answer.trade_state}.`)
  const paid = status === 'paid' || status === 'refunded'
  if (paid && (!answer.transaction_id || !answer.amount || !answer.success_time)) {
    throw notBelieved('answer_invalid', 'WeChat Pay reported an order as paid without its amount or time.')
  }
  return {
    number: answer.out_trade_no,
    status,
    providerNumber: answer.transaction_id || null,
    amount: answer.amount ? fromFen(answer.amount.total) : null,
    unit: answer.amount ? (answer.amount.currency ?? UNIT) : null,
    paidAt: paid ? instant(answer.success_time!) : null,
  }
}

/** Parses a time. @throws GatewayError `unknown` for an invalid time. */
export function instant(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw notBelieved('answer_invalid', 'WeChat Pay returned an invalid time.')
  return at
}

/** Closes an order. An order that is already closed counts as success. */
export async function closeOrder(client: WechatPayClient, number: string): Promise<void> {
  const path = `/v3/pay/transactions/out-trade-no/${encodeURIComponent(orderNumber(number))}/close`
  try {
    await client.tell({ method: 'POST', path, body: { mchid: client.settings.mchid } })
  } catch (error) {
    if (!(error instanceof GatewayError && error.code === 'ORDER_CLOSED')) throw error
  }
}
