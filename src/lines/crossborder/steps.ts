import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  reference_rate: {
    en: 'Reference rate {pair} {rate} of {day}, from {source}.',
    zh: '参考汇率 {pair} {rate}，日期 {day}，来源 {source}。',
  },
  sent_abroad: {
    en: '{payer} pays {sent} {unit} for {received} {currency}.',
    zh: '{payer} 支付 {sent} {unit}，换得 {received} {currency}。',
  },
  arrives: {
    en: '{payer} pays {sent} {unit}; {received} {currency} arrives.',
    zh: '到账 {received} {currency}，对应 {payer} 支付的 {sent} {unit}。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = {
  payout: { en: 'payout', zh: '到账' },
  markup: { en: 'exchange markup', zh: '汇率加价' },
} as const satisfies Record<string, StepText>
