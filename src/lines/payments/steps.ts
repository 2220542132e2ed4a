import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  paid_to_merchant: {
    en: '{payer} pays {merchant} {amount} {unit}.',
    zh: '{payer} 向 {merchant} 支付 {amount} {unit}。',
  },
  channel_cost: {
    en: 'Channel {channel} costs {share}% of the fee of {fee} {unit}: {result} {unit}.',
    zh: '渠道 {channel} 的成本为手续费 {fee} {unit} 的 {share}%：{result} {unit}。',
  },
  reward_from_campaign: {
    en: 'Campaign {campaign} rebates {share}% of the fee of {fee} {unit}: {result} {unit}.',
    zh: '活动 {campaign} 返还手续费 {fee} {unit} 的 {share}%：{result} {unit}。',
  },
  campaign_used_up: {
    en: 'Campaign {campaign} would rebate {result} {unit}, but its budget is used up.',
    zh: '活动 {campaign} 本应返还 {result} {unit}，但预算已用完。',
  },
  repaid_to_issuer: {
    en: '{payer} repays {amount} {unit} to the card issuer {issuer}.',
    zh: '{payer} 向发卡行 {issuer} 还款 {amount} {unit}。',
  },
  held_on_day: {
    en: '{holder} held {amount} {unit} in {fund} on {day}.',
    zh: '{holder} 于 {day} 持有 {fund} {amount} {unit}。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = { yield: { en: 'yield', zh: '收益' } } as const satisfies Record<string, StepText>
