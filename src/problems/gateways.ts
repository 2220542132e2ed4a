/** Problems of gateways and of the payments and refunds they carry. */
import { type Entry, entry } from './entry.ts'

export const gatewaysProblems = {
  order_charged: entry(
    409,
    ['Order already charged', '订单已入账'],
    [
      'Order {order} at {gateway} already belongs to charge {charge}.',
      '{gateway} 的订单 {order} 已对应交易 {charge}。',
    ],
  ),
  gateway_unknown: entry(
    404,
    ['Gateway not found', '支付通道不存在'],
    ['Gateway {gateway} does not exist.', '支付通道 {gateway} 不存在。'],
  ),
  gateway_disabled: entry(
    409,
    ['Gateway disabled', '支付通道已停用'],
    ['Gateway {gateway} is disabled. Enable it first.', '支付通道 {gateway} 已停用，请先启用。'],
  ),
  gateway_kind_unknown: entry(
    422,
    ['Unknown gateway kind', '支付通道类型未知'],
    [
      'There is no integration for gateway kind “{kind}”. Use one of: {known}.',
      '不支持支付通道类型“{kind}”。可用：{known}。',
    ],
  ),
  gateway_settings_invalid: entry(
    422,
    ['Invalid gateway settings', '支付通道配置无效'],
    ['The gateway settings are invalid: {reason}.', '支付通道配置无效：{reason}。'],
  ),
  gateway_refused: entry(
    422,
    ['Refused by the provider', '支付机构拒绝'],
    ['{gateway} refused the request: {code} {message}.', '{gateway} 拒绝了请求：{code} {message}。'],
  ),
  gateway_address_forbidden: entry(
    422,
    ['Provider address not allowed', '支付机构地址不被允许'],
    [
      'The address of {gateway} may not be called: only https on the public internet is allowed, unless the operator sets OUTGOING_TARGETS. Nothing was sent.',
      '不允许访问 {gateway} 的地址：除非运营方设置 OUTGOING_TARGETS，只能访问公网上的 https 地址。未发送任何请求。',
    ],
  ),
  gateway_unavailable: entry(
    503,
    ['Provider unavailable', '支付机构暂不可用'],
    [
      '{gateway} returned no usable response ({code}). The request may still take effect there; repeat it with the same idempotency key.',
      '{gateway} 未返回有效应答（{code}）。请求可能仍会生效，请使用相同的幂等键重试。',
    ],
  ),
  notification_invalid: entry(
    401,
    ['Invalid notification', '通知校验失败'],
    ['The notification could not be verified: {reason}.', '通知未通过校验：{reason}。'],
  ),
  payment_unknown: entry(
    404,
    ['Payment not found', '支付单不存在'],
    ['Payment {payment} does not exist.', '支付单 {payment} 不存在。'],
  ),
  payment_not_open: entry(
    409,
    ['Payment not open', '支付单不可操作'],
    ['The payment is {status}.', '支付单状态为“{status}”。'],
  ),
  payment_amount_zero: entry(
    422,
    ['Nothing to pay', '无需支付'],
    ['The amount to pay is zero or less than the smallest unit of the currency.', '应付金额为零或小于最小货币单位。'],
  ),
  refund_not_through_gateway: entry(
    404,
    ['Not a gateway refund', '退款未经支付通道'],
    [
      'Refund {refund} was posted directly and was not executed through a provider.',
      '退款 {refund} 已直接入账，未经支付机构。',
    ],
  ),
  refund_not_abnormal: entry(
    409,
    ['Refund needs no resolution', '退款无需处理'],
    ['At the provider the refund is {status}.', '退款在支付机构处的状态为“{status}”。'],
  ),
  refund_redirect_unsupported: entry(
    422,
    ['Redirect not supported', '支付机构不支持改退'],
    [
      '{gateway} cannot send the refund to another account. Pay the payer by other means and resolve the refund manually.',
      '{gateway} 不支持改退至其他账户。请与付款方另行结清后登记结果。',
    ],
  ),
  refund_not_pending: entry(
    409,
    ['Refund not pending', '退款已有结果'],
    ['The refund is {status}.', '退款状态为“{status}”。'],
  ),
} as const satisfies Record<string, Entry>
