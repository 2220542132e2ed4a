import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  subscribed: {
    en: 'Subscription of {customer} from {from} to {to} (exclusive, time zone {zone}).',
    zh: '{customer} 使用期为 {from} 至 {to}（不含，时区 {zone}）。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = { subscription: { en: 'subscription', zh: '订阅费' } } as const satisfies Record<
  string,
  StepText
>
