/** How Recoup says no about charges and refunds. */
import { type Entry, entry } from './entry.ts'

export const chargesProblems = {
  line_unknown: entry(422, ['No such line', '业务线不存在'], ['there is no line “{line}”', '不存在业务线“{line}”']),
  product_unknown: entry(
    422,
    ['No such product', '产品不存在'],
    ['line {line} has no product “{product}”', '业务线 {line} 没有产品“{product}”'],
  ),
  product_not_priced: entry(
    422,
    ['Product has no price', '产品未定价'],
    ['the rate card in force has no price for {line}/{product}', '当前费率表没有 {line}/{product} 的价格'],
  ),
  event_not_kept: entry(
    409,
    ['Event not kept', '事件未保留'],
    ['the charge was made before events were kept with charges', '该扣款产生时尚未随扣款保留事件'],
  ),
  charged_differently: entry(
    409,
    ['Charged differently', '与当时扣款不同'],
    [
      'with the parties as they are today the terms of then no longer give what was charged',
      '按各方当前的资料，当时的条款已算不出当时的扣款',
    ],
  ),
  event_invalid: entry(
    422,
    ['Invalid event', '事件无效'],
    ['the event does not fit {line}/{product}: {reason}', '事件不符合 {line}/{product}：{reason}'],
  ),
  draft_invalid: entry(
    422,
    ['Charge cannot be made', '无法生成扣款'],
    ['{line}/{product}: {reason}', '{line}/{product}：{reason}'],
  ),
  merchant_category_missing: entry(
    422,
    ['Merchant has no category', '商户没有类目'],
    ['{party} needs the attribute merchantCategory, which sets the fee', '{party} 缺少决定费率的属性 merchantCategory'],
  ),
  charge_unknown: entry(404, ['No such charge', '扣款不存在'], ['there is no charge {charge}', '不存在扣款 {charge}']),
  quote_unknown: entry(404, ['No such quote', '报价不存在'], ['there is no quote {quote}', '不存在报价 {quote}']),
  quote_expired: entry(
    410,
    ['Quote expired', '报价已过期'],
    ['the quote expired at {expiresAt}', '报价已于 {expiresAt} 过期'],
  ),
  quote_used: entry(
    409,
    ['Quote already charged', '报价已被使用'],
    ['the quote was charged as {charge}', '该报价已扣款为 {charge}'],
  ),
  idempotency_conflict: entry(
    409,
    ['Idempotency key used before', '幂等键已被使用'],
    ['the key “{key}” came before with another request', '幂等键“{key}”此前用于另一请求'],
  ),

  refund_unknown: entry(404, ['No such refund', '退款不存在'], ['there is no refund {refund}', '不存在退款 {refund}']),
  refund_window_closed: entry(
    422,
    ['Refund window closed', '已过退款期限'],
    ['refunds end {days} days after the charge ({chargedAt})', '扣款（{chargedAt}）后 {days} 天内可退'],
  ),
  refund_count_exceeded: entry(
    422,
    ['Too many refunds', '退款次数超限'],
    ['a charge can be refunded in at most {limit} parts', '一笔扣款最多可分 {limit} 次退款'],
  ),
  refund_too_soon: entry(
    409,
    ['Refund too soon after the last', '退款间隔过短'],
    [
      'refunds of one charge must be {gap} s apart; try again in {wait} s',
      '同一扣款的退款须间隔 {gap} 秒，请 {wait} 秒后重试',
    ],
  ),
  refund_nothing_left: entry(
    409,
    ['Nothing left to refund', '没有可退金额'],
    ['all that could be given back has been', '可退金额已全部退还'],
  ),
  refund_exceeds_refundable: entry(
    409,
    ['More than can be refunded', '超过可退金额'],
    [
      'asked for {asked} {unit}, {refundable} {unit} can be given back',
      '申请 {asked} {unit}，可退 {refundable} {unit}',
    ],
  ),
  refund_item_unknown: entry(
    422,
    ['No such item', '商品项不存在'],
    ['the charge has no item “{item}”', '该扣款没有商品项“{item}”'],
  ),
  refund_item_twice: entry(
    422,
    ['Item named twice', '商品项重复'],
    ['item “{item}” is named twice', '商品项“{item}”出现两次'],
  ),
  refund_quantity_exceeded: entry(
    409,
    ['More than are left of an item', '超过可退数量'],
    ['asked for {asked} of item “{item}”, {left} can be given back', '商品项“{item}”申请退 {asked} 件，可退 {left} 件'],
  ),
  refund_whole_only: entry(
    422,
    ['Part of it only comes back whole', '部分金额只能整单退还'],
    ['refund up to {most} {unit}, or all of it', '请退不超过 {most} {unit}，或全部退还'],
  ),
  refund_preview_stale: entry(
    409,
    ['The preview no longer holds', '预览已失效'],
    [
      'the charge or its parties changed since the preview; look at the new one',
      '预览之后扣款或相关方发生了变化，请查看新的预览',
    ],
  ),
  payee_short: entry(
    409,
    ['Payee cannot give it back', '收款方余额不足'],
    [
      '{account} has {available} {unit} and would have to give back {short} {unit} more',
      '{account} 可用 {available} {unit}，尚差 {short} {unit}',
    ],
  ),
} as const satisfies Record<string, Entry>
