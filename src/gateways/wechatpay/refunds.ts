/** Refunds: https://pay.weixin.qq.com/doc/v3/merchant/4012556457 (request), …/merchant/4013071031 (guide). */
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import {
  GatewayError,
  type GatewayRefundRequest,
  type GatewayRefundState,
  type GatewayRefundStatus,
} from '../gateway.ts'
import type { WechatPayClient } from './connection.ts'
import { notBelieved } from './errors.ts'
import { fromFen, toFen, UNIT } from './fen.ts'
import { orderNumber, requestNumber, shortened } from './numbers.ts'
import { instant } from './orders.ts'

const REASON_LONGEST = 80

const Amount = Type.Object({
  total: Type.Integer({ minimum: 0 }),
  refund: Type.Integer({ minimum: 1 }),
  currency: Type.Optional(Type.String()),
})

const Numbers = {
  out_trade_no: Type.String(),
  out_refund_no: Type.String(),
  refund_id: Type.Optional(Type.String()),
  success_time: Type.Optional(Type.String()),
  amount: Amount,
}

/** The answer to a refund and to its query. */
const Refund = Type.Object({ ...Numbers, status: Type.String() })

/** The content of a notification, which has the status under another name. */
export const NotifiedRefund = Type.Object({ ...Numbers, mchid: Type.String(), refund_status: Type.String() })

const shape = Compile(Refund)

const STATUS: Readonly<Record<string, GatewayRefundStatus>> = {
  PROCESSING: 'processing',
  SUCCESS: 'succeeded',
  CLOSED: 'closed',
  ABNORMAL: 'abnormal',
}

export async function refund(client: WechatPayClient, request: GatewayRefundRequest): Promise<GatewayRefundState> {
  const { settings } = client
  const reason = request.reason && shortened(request.reason, REASON_LONGEST)
  const body = {
    out_trade_no: orderNumber(request.order),
    out_refund_no: requestNumber(request.number),
    ...(reason && { reason }),
    notify_url: settings.notifyUrl,
    amount: {
      refund: toFen(request.amount, request.unit),
      total: toFen(request.total, request.unit),
      currency: UNIT,
    },
  }
  const answer = await client.call({ method: 'POST', path: '/v3/refund/domestic/refunds', body }, shape)
  const { amount } = answer
  if (answer.out_refund_no !== request.number || amount.refund !== body.amount.refund) {
    throw notBelieved('answer_mismatch', 'The answer of WeChat Pay is about another refund.')
  }
  return refundState(answer, answer.status)
}

export async function queryRefund(client: WechatPayClient, number: string): Promise<GatewayRefundState> {
  const path = `/v3/refund/domestic/refunds/${encodeURIComponent(requestNumber(number))}`
  const answer = await client.call({ method: 'GET', path }, shape)
  if (answer.out_refund_no !== number) {
    throw notBelieved('answer_mismatch', 'The answer of WeChat Pay is about another refund.')
  }
  return refundState(answer, answer.status)
}

/** Converts an answer to a refund state. @throws GatewayError `unknown` for an unknown status. */
export function refundState(answer: Omit<Static<typeof Refund>, 'status'>, statusText: string): GatewayRefundState {
  const status = STATUS[statusText]
  if (!status) throw notBelieved('answer_invalid', `WeChat Pay returned an unknown refund state: ${statusText}.`)
  const { amount } = answer
  return {
    number: answer.out_refund_no,
    order: answer.out_trade_no,
    status,
    providerNumber: answer.refund_id || null,
    amount: fromFen(amount.refund),
    unit: amount.currency ?? UNIT,
    succeededAt: status === 'succeeded' && answer.success_time ? instant(answer.success_time) : null,
  }
}

const found = Compile(Type.Object({ refund_id: Type.String({ minLength: 1 }) }))

/**
 * Redirects the money of an `abnormal` refund to the merchant's own settlement card, because that needs no data from
 * the payer; the merchant then owes it to the payer. @see
 * https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create-abnormal-refund.html
 * @throws GatewayError `refused` where the refund is not abnormal.
 */
export async function redirectRefund(client: WechatPayClient, number: string): Promise<GatewayRefundState> {
  const path = `/v3/refund/domestic/refunds/${encodeURIComponent(requestNumber(number))}`
  const { refund_id } = await client.call({ method: 'GET', path }, found)
  const body = { out_refund_no: number, type: 'MERCHANT_BANK_CARD' }
  const call = {
    method: 'POST',
    path: `/v3/refund/domestic/refunds/${encodeURIComponent(refund_id)}/apply-abnormal-refund`,
    body,
  } as const
  const answer = await client.call(call, shape)
  if (answer.out_refund_no !== number)
    throw new GatewayError('unknown', 'answer_mismatch', 'Another refund was answered.')
  return refundState(answer, answer.status)
}
