import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  ad_traffic: {
    en: 'Campaign {campaign}: {count} {basis, select, cpc {clicks at {price} {unit} each} other {impressions at {price} {unit} per thousand}}.',
    zh: '广告计划 {campaign}：{basis, select, cpc {点击 {count} 次，每次 {price} {unit}} other {展示 {count} 次，每千次 {price} {unit}}}。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = { spend: { en: 'ad spend', zh: '广告消耗' } } as const satisfies Record<string, StepText>
