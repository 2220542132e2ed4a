/** How Recoup says no about gateways and what goes through them. */
import { type Entry, entry } from './entry.ts'

export const gatewaysProblems = {
  order_charged: entry(
    409,
    ['Order charged already', '订单已入账'],
    ['the order {order} at {gateway} already pays for {charge}', '{gateway} 的订单 {order} 已对应扣款 {charge}'],
  ),
  gateway_unknown: entry(
    404,
    ['Unknown gateway', '支付通道不存在'],
    ['there is no gateway named {gateway}', '没有名为 {gateway} 的支付通道'],
  ),
  gateway_disabled: entry(
    409,
    ['Gateway disabled', '支付通道已停用'],
    ['the gateway {gateway} is switched off', '支付通道 {gateway} 已停用'],
  ),
  gateway_kind_unknown: entry(
    422,
    ['Unknown kind of gateway', '支付通道类型未知'],
    ['no program speaks to “{kind}”; known: {known}', '没有适配“{kind}”的程序；已知：{known}'],
  ),
  gateway_settings_invalid: entry(
    422,
    ['Invalid gateway settings', '支付通道配置无效'],
    ['the settings are refused: {reason}', '配置被拒绝：{reason}'],
  ),
  gateway_refused: entry(
    422,
    ['Refused by the provider', '支付机构拒绝'],
    ['{gateway} refused it: {code} {message}', '{gateway} 拒绝了请求：{code} {message}'],
  ),
  gateway_unavailable: entry(
    503,
    ['Provider not available', '支付机构暂不可用'],
    [
      '{gateway} gave no usable answer ({code}); what was asked may yet happen there, ask again with the same key',
      '{gateway} 未返回有效应答（{code}）；请求可能仍会生效，请使用相同的幂等键重试',
    ],
  ),
  notification_invalid: entry(
    401,
    ['Notification not believed', '通知校验失败'],
    ['the notification does not hold: {reason}', '通知未通过校验：{reason}'],
  ),
  payment_unknown: entry(
    404,
    ['Unknown payment', '支付单不存在'],
    ['there is no payment {payment}', '没有支付单 {payment}'],
  ),
  payment_not_open: entry(
    409,
    ['Payment not open', '支付单不可操作'],
    ['the payment is {status}', '支付单状态为 {status}'],
  ),
  payment_amount_zero: entry(
    422,
    ['Nothing to pay', '无需支付'],
    ['what happened costs nothing or less than the smallest coin', '应付金额为零或小于最小货币单位'],
  ),
  refund_not_through_gateway: entry(
    404,
    ['Not through a gateway', '退款未经支付通道'],
    ['the refund {refund} was given back at once, no provider was asked', '退款 {refund} 已直接退还，未经支付机构'],
  ),
  refund_not_abnormal: entry(
    409,
    ['Refund needs no decision', '退款无需处理'],
    ['at the provider the refund is {status}', '退款在支付机构处的状态为 {status}'],
  ),
  refund_redirect_unsupported: entry(
    422,
    ['Provider cannot send it elsewhere', '支付机构不支持改退'],
    [
      '{gateway} has no way to send the money elsewhere: settle it with the payer and say what became of it',
      '{gateway} 不支持改退至其他账户：请与付款方另行结清后登记结果',
    ],
  ),
  refund_not_pending: entry(
    409,
    ['Refund not pending', '退款已有结果'],
    ['the refund is {status}', '退款状态为 {status}'],
  ),
} as const satisfies Record<string, Entry>
