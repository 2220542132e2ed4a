import type { StepText } from '../pricing/price.ts'

/** Names of component kinds shared by several lines, and of transfers added by the engine. */
export const kindTexts = {
  principal: { en: 'principal', zh: '本金' },
  fee: { en: 'fee', zh: '手续费' },
  cost: { en: 'channel cost', zh: '渠道成本' },
  reward: { en: 'reward', zh: '奖励金' },
  commission: { en: 'commission', zh: '佣金' },
  shipping: { en: 'shipping', zh: '运费' },
  share: { en: 'share', zh: '分成' },
  price: { en: 'price', zh: '价款' },
  spread: { en: 'spread', zh: '差价' },
  tax: { en: 'tax', zh: '税' },
  debt: { en: 'debt', zh: '欠款' },
  'debt-recovery': { en: 'debt recovery', zh: '欠款扣回' },
  advance: { en: 'advance', zh: '垫付' },
  'exchange-difference': { en: 'exchange difference', zh: '汇兑差额' },
  refund: { en: 'completed refund', zh: '退款到账' },
  'refund-reversal': { en: 'refund reversal', zh: '退款撤销' },
  'debt-repaid': { en: 'debt repayment', zh: '欠款归还' },
  'chargeback-loss': { en: 'chargeback loss of the platform', zh: '平台承担的拒付损失' },
} as const satisfies Record<string, StepText>

/** Texts of the steps added by charges and refunds, in ICU message format. */
export const stepTexts = {
  charged: {
    en: '{payer} was charged {amount} {unit} for {product} ({line}) under rate card {rateCard}.',
    zh: '按费率表第 {rateCard} 版，{product}（{line}）向 {payer} 收取 {amount} {unit}。',
  },
  contract_terms: {
    en: 'Contract {contract} with {party} overrides some terms of that rate card.',
    zh: '其中部分条款以与 {party} 签订的合同 {contract} 为准。',
  },
  moved: {
    en: '{kind}: {amount} {unit} from {from} to {to}.',
    zh: '{kind}：{amount} {unit}，从 {from} 到 {to}。',
  },
  reduced_to_available: {
    en: '{account} should give {wanted} {unit}, but only {given} {unit} was left.',
    zh: '{account} 应出 {wanted} {unit}，仅余 {given} {unit}。',
  },
  refundable_window: {
    en: '{amount} {unit} can be refunded within {days} days.',
    zh: '{days} 天内可退 {amount} {unit}。',
  },
  refundable_always: {
    en: '{amount} {unit} can be refunded without a time limit.',
    zh: '可退 {amount} {unit}，不限时间。',
  },
  refund_amount: {
    en: 'The payer is refunded {amount} {unit} of {of} {unit}; {before} {unit} was refunded earlier.',
    zh: '向付款方退还 {amount} {unit}（共 {of} {unit}，此前已退 {before} {unit}）。',
  },
  refund_item: {
    en: 'Item {item}: {amount} {unit}{quantity, select, 0 {} other { for {quantity} returned}}.',
    zh: '商品项 {item}：{amount} {unit}{quantity, select, 0 {} other {（退 {quantity} 件）}}。',
  },
  returned_part: {
    en: '{kind}: {from} returns {amount} {unit} to {to}; {total} of {whole} {unit} returned in total.',
    zh: '{kind}：{from} 向 {to} 退回 {amount} {unit}，累计已退 {total} / {whole} {unit}。',
  },
  returned_whole: {
    en: '{kind}: {from} returns {amount} {unit} to {to}; all {whole} {unit} returned.',
    zh: '{kind}：{from} 向 {to} 退回 {amount} {unit}，至此 {whole} {unit} 已全部退回。',
  },
  kept: {
    en: '{kind} of {amount} {unit} is not refunded.',
    zh: '{kind} {amount} {unit} 不予退还。',
  },
  shortage_owed: {
    en: '{account} is short by {amount} {unit}, which becomes a debt that is deducted from later earnings.',
    zh: '{account} 不足 {amount} {unit}：记为欠款，从其后续收入中扣回。',
  },
  shortage_advanced: {
    en: '{account} is short by {amount} {unit}, which the platform advances and claims back.',
    zh: '{account} 不足 {amount} {unit}：由平台垫付并向其追偿。',
  },
  refund_through_gateway: {
    en: 'The refund is sent through {gateway}; it is complete once {gateway} confirms it.',
    zh: '由 {gateway} 退至付款方；以 {gateway} 确认到账为准。',
  },
  refund_left: {
    en: 'After this, {amount} {unit} can still be refunded.',
    zh: '此后仍可退 {amount} {unit}。',
  },
} as const satisfies Record<string, StepText>
