import type { StepText } from '../pricing/price.ts'

const kindEn =
  '{kind, select, principal {principal} fee {fee} cost {channel cost} reward {reward} commission {commission} shipping {shipping} share {share} spread {spread} tax {tax} other {{kind}}}'
const kindZh =
  '{kind, select, principal {本金} fee {手续费} cost {渠道成本} reward {奖励金} commission {佣金} shipping {运费} share {分成} spread {差价} tax {税} other {{kind}}}'

/** Texts of the steps that charging and refunding add, in ICU message format. */
export const stepTexts = {
  charged: {
    en: '{payer} was charged {amount} {unit} for {line}/{product} under rate card {rateCard}.',
    zh: '按费率表第 {rateCard} 版，{line}/{product} 向 {payer} 收取 {amount} {unit}。',
  },
  moved: {
    en: `${kindEn}: {amount} {unit} from {from} to {to}.`,
    zh: `${kindZh}：{amount} {unit}，从 {from} 到 {to}。`,
  },
  reduced_to_available: {
    en: '{account} had only {given} {unit} left of the {wanted} {unit}.',
    zh: '{account} 应出 {wanted} {unit}，仅余 {given} {unit}。',
  },
  refundable_window: {
    en: '{amount} {unit} can be given back within {days} days.',
    zh: '{days} 天内可退 {amount} {unit}。',
  },
  refundable_always: {
    en: '{amount} {unit} can be given back, without a time limit.',
    zh: '可退 {amount} {unit}，不限时间。',
  },
  refund_amount: {
    en: 'The payer gets back {amount} {unit} of {of} {unit}; {before} {unit} came back earlier.',
    zh: '向付款方退还 {amount} {unit}（共 {of} {unit}，此前已退 {before} {unit}）。',
  },
  refund_item: {
    en: 'Of item {item}: {amount} {unit}{quantity, select, 0 {} other { for {quantity} returned}}.',
    zh: '商品项 {item}：{amount} {unit}{quantity, select, 0 {} other {（退 {quantity} 件）}}。',
  },
  returned_part: {
    en: `${kindEn}: {from} gives {amount} {unit} back to {to}; with that {total} of {whole} {unit} has come back.`,
    zh: `${kindZh}：{from} 向 {to} 退回 {amount} {unit}，累计已退 {total} / {whole} {unit}。`,
  },
  returned_whole: {
    en: `${kindEn}: {from} gives {amount} {unit} back to {to}; with that all {whole} {unit} has come back.`,
    zh: `${kindZh}：{from} 向 {to} 退回 {amount} {unit}，至此 {whole} {unit} 已全部退回。`,
  },
  kept: {
    en: `${kindEn} of {amount} {unit} does not come back.`,
    zh: `${kindZh} {amount} {unit} 不予退还。`,
  },
  shortage_owed: {
    en: '{account} lacks {amount} {unit}: it is owed and taken from what it earns next.',
    zh: '{account} 不足 {amount} {unit}：记为欠款，从其后续收入中扣回。',
  },
  shortage_advanced: {
    en: '{account} lacks {amount} {unit}: the platform pays it and claims it back.',
    zh: '{account} 不足 {amount} {unit}：由平台垫付并向其追偿。',
  },
  refund_left: {
    en: 'After this, {amount} {unit} can still be given back.',
    zh: '此后仍可退 {amount} {unit}。',
  },
} as const satisfies Record<string, StepText>
