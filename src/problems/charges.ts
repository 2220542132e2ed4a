/** Problems of charges and refunds. */
import { type Entry, entry } from './entry.ts'

export const chargesProblems = {
  line_unknown: entry(
    422,
    ['Line not found', '业务线不存在'],
    ['Line “{line}” does not exist. Use one of: {known}.', '业务线“{line}”不存在。可用：{known}。'],
  ),
  product_unknown: entry(
    422,
    ['Product not found', '产品不存在'],
    [
      'Line “{line}” has no product “{product}”. Use one of: {known}.',
      '业务线“{line}”没有产品“{product}”。可用：{known}。',
    ],
  ),
  product_not_priced: entry(
    422,
    ['Product not priced', '产品未定价'],
    [
      'The rate card in force has no terms for {line}/{product}. Publish a rate card that includes the product.',
      '当前费率表未包含 {line}/{product} 的计价条款。请先发布包含该产品的费率表。',
    ],
  ),
  event_not_kept: entry(
    409,
    ['Event not stored', '事件未保留'],
    [
      'The charge was created before events were stored with charges, so it cannot be priced again.',
      '该交易创建时尚未随交易保留事件，无法重新计价。',
    ],
  ),
  charged_differently: entry(
    409,
    ['Charge not reproducible', '无法重现原交易'],
    [
      'The terms in force at the time no longer reproduce the charged amounts, because attributes of the parties have changed since.',
      '交易各方的资料在交易后有变化，按当时的条款已无法重现原交易金额。',
    ],
  ),
  event_invalid: entry(
    422,
    ['Invalid event', '事件无效'],
    [
      'The event does not match the schema of {line}/{product}: {reason}.',
      '事件不符合 {line}/{product} 的格式：{reason}。',
    ],
  ),
  draft_invalid: entry(
    422,
    ['Charge cannot be created', '无法创建交易'],
    ['{line}/{product} cannot be charged: {reason}.', '{line}/{product} 无法收费：{reason}。'],
  ),
  merchant_category_missing: entry(
    422,
    ['Merchant category missing', '商户缺少类目'],
    [
      'Merchant {party} has no attribute merchantCategory, which determines its fee. Register the merchant with its category.',
      '商户 {party} 缺少决定费率的属性 merchantCategory，请先登记商户类目。',
    ],
  ),
  charge_unknown: entry(
    404,
    ['Charge not found', '交易不存在'],
    ['Charge {charge} does not exist.', '交易 {charge} 不存在。'],
  ),
  quote_unknown: entry(
    404,
    ['Quote not found', '报价不存在'],
    ['Quote {quote} does not exist.', '报价 {quote} 不存在。'],
  ),
  quote_expired: entry(
    410,
    ['Quote expired', '报价已过期'],
    ['The quote expired at {expiresAt}. Create a new quote.', '报价已于 {expiresAt} 过期，请重新报价。'],
  ),
  quote_used: entry(
    409,
    ['Quote already charged', '报价已使用'],
    ['The quote was already charged as {charge}.', '该报价已用于交易 {charge}。'],
  ),
  charge_amount_not_whole: entry(
    422,
    ['Amount finer than the currency', '金额小于货币最小单位'],
    [
      'For “{item}”, the payer would pay {amount} {unit} from outside, which cannot be paid. Round the price on the rate card (`rounding.to`: `minor`).',
      '“{item}”须由付款方从外部支付 {amount} {unit}，该金额无法支付。请在价目表的价格中设置取整（`rounding.to`: `minor`）。',
    ],
  ),
  series_terms_differ: entry(
    409,
    ['Agreed terms differ', '与已约定的条款不一致'],
    [
      'The first charge of {series} agreed {field} as {agreed}, not {given}. Later charges keep the agreed terms.',
      '{series} 首笔交易约定的 {field} 为 {agreed}，而非 {given}。后续交易沿用已约定的条款。',
    ],
  ),
  series_entry_charged: entry(
    409,
    ['Already charged', '已收费'],
    ['“{entry}” of {series} was already charged as {charge}.', '{series} 的“{entry}”已由交易 {charge} 收取。'],
  ),
  idempotency_conflict: entry(
    409,
    ['Idempotency key reused', '幂等键重复'],
    [
      'The idempotency key “{key}” was already used with a different request. Use a new key, or repeat the original request unchanged.',
      '幂等键“{key}”已用于另一请求。请更换幂等键，或按原样重复原请求。',
    ],
  ),

  refund_unknown: entry(
    404,
    ['Refund not found', '退款不存在'],
    ['Refund {refund} does not exist.', '退款 {refund} 不存在。'],
  ),
  refund_window_closed: entry(
    422,
    ['Refund window closed', '已过退款期限'],
    [
      'Refunds are possible for {days} days after the charge ({chargedAt}).',
      '仅可在交易（{chargedAt}）后 {days} 天内退款。',
    ],
  ),
  refund_count_exceeded: entry(
    422,
    ['Too many refunds', '退款次数超限'],
    ['A charge can be refunded at most {limit} times.', '一笔交易最多可退款 {limit} 次。'],
  ),
  refund_too_soon: entry(
    409,
    ['Refund too soon', '退款间隔过短'],
    [
      'Refunds of the same charge must be at least {gap} s apart. Try again in {wait} s.',
      '同一笔交易的退款须间隔 {gap} 秒，请在 {wait} 秒后重试。',
    ],
  ),
  refund_nothing_left: entry(
    409,
    ['Nothing left to refund', '没有可退金额'],
    ['The refundable amount of the charge has been refunded in full.', '该交易的可退金额已全部退还。'],
  ),
  refund_exceeds_refundable: entry(
    409,
    ['Refundable amount exceeded', '超过可退金额'],
    [
      '{asked} {unit} was requested; at most {refundable} {unit} can be refunded.',
      '申请退款 {asked} {unit}，最多可退 {refundable} {unit}。',
    ],
  ),
  refund_item_unknown: entry(
    422,
    ['Item not found', '商品项不存在'],
    ['The charge has no item “{item}”.', '该交易没有商品项“{item}”。'],
  ),
  refund_item_twice: entry(
    422,
    ['Duplicate item', '商品项重复'],
    ['Item “{item}” is listed more than once. List each item once.', '商品项“{item}”重复，每个商品项只能列一次。'],
  ),
  refund_quantity_exceeded: entry(
    409,
    ['Refundable quantity exceeded', '超过可退数量'],
    [
      'A refund of {asked} of item “{item}” was requested; at most {left} can be refunded.',
      '商品项“{item}”申请退 {asked} 件，最多可退 {left} 件。',
    ],
  ),
  refund_whole_only: entry(
    422,
    ['Partial refund not possible', '不支持按此金额部分退款'],
    [
      'Part of the charge can only be refunded as a whole. Refund at most {most} {unit}, or the full remaining amount.',
      '该交易有部分金额只能整笔退还。请退不超过 {most} {unit}，或退还全部剩余金额。',
    ],
  ),
  refund_preview_stale: entry(
    409,
    ['Preview out of date', '预览已失效'],
    [
      'The charge or one of its parties has changed since the preview. Review the new preview.',
      '预览后交易或其各方已有变化，请查看新的预览。',
    ],
  ),
  payee_short: entry(
    409,
    ['Payee balance too low', '收款方余额不足'],
    [
      'Account {account} has {available} {unit} available, {short} {unit} less than the refund takes from it.',
      '账户 {account} 可用余额为 {available} {unit}，退款尚差 {short} {unit}。',
    ],
  ),
} as const satisfies Record<string, Entry>
