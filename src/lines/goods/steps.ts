import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  rest_of_sale: {
    en: 'The rest of {price} {unit} after the share of {creator} goes to the platform: {result} {unit}.',
    zh: '{price} {unit} 中除 {creator} 所得外，其余 {result} {unit} 归平台。',
  },
  tipped: {
    en: '{payer} tips {creator} {amount} {unit}.',
    zh: '{payer} 打赏 {creator} {amount} {unit}。',
  },
  member_for_days: {
    en: 'Member of {scene} from {from} to {to}, {days} day(s).',
    zh: '{scene} 会员，自 {from} 至 {to}，共 {days} 天。',
  },
} as const satisfies Record<string, StepText>
