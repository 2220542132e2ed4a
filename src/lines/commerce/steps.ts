import type { StepText } from '../../pricing/price.ts'

export const stepTexts = {
  order_line: {
    en: 'Item {item}: {quantity} at {price} {unit} = {amount} {unit}.',
    zh: '商品 {item}：{quantity} 件，单价 {price} {unit}，共 {amount} {unit}。',
  },
  promoter_part: {
    en: 'Promoter {promoter} earns {whole} {unit} for the order, of which {amount} {unit} for this item.',
    zh: '推广者 {promoter} 就本订单得 {whole} {unit}，其中本商品项 {amount} {unit}。',
  },
  shipped_by: {
    en: 'Shipped by {carrier} ({service}) for {amount} {unit}.',
    zh: '由 {carrier} 以 {service} 方式运送，运费 {amount} {unit}。',
  },
} as const satisfies Record<string, StepText>

export const kindTexts = { promotion: { en: 'promotion', zh: '推广费' } } as const satisfies Record<string, StepText>
