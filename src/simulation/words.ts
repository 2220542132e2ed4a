/** What people read of a simulation's causes, and of what it takes for granted, in English and Chinese. */

import { priceWord } from '../catalog/part-words.ts'
import type { Language } from '../language.ts'
import { lines } from '../lines/index.ts'
import type { StepText } from '../pricing/price.ts'
import type { CauseTerm } from './cause.ts'

/** Names of terms. */
export const termTexts: Readonly<Record<string, StepText>> = {
  rate: { en: 'rate', zh: '费率' },
  price: { en: 'price', zh: '单价' },
  result: { en: 'price', zh: '价格' },
  fixed: { en: 'fixed part', zh: '固定费' },
  free: { en: 'free part', zh: '免费部分' },
  to: { en: 'bound', zh: '上下限' },
  from: { en: 'beginning of the tier', zh: '档位起点' },
  size: { en: 'size of the package', zh: '每包数量' },
  per: { en: 'block', zh: '计价单位' },
  flat: { en: 'flat part', zh: '固定部分' },
  minimum: { en: 'minimum of seats', zh: '最低席位数' },
  included: { en: 'seats included', zh: '包含席位数' },
  basis: { en: 'day count', zh: '计息基准' },
  spread: { en: 'spread', zh: '利差' },
  markup: { en: 'markup', zh: '加价' },
  when: { en: 'condition', zh: '条件' },
  share: { en: 'share', zh: '分成' },
}

/** What is told in per cent. */
const SHARES = new Set(['rate', 'spread', 'markup', 'share'])

/** What every result rests on. */
export const assumptions: readonly StepText[] = [
  {
    en: 'Parties are as they are today: a merchant is priced by the category that it has now.',
    zh: '各方按当前资料计算：商户按现在的类目计价。',
  },
  {
    en: 'Budgets of campaigns are taken as available, before and after.',
    zh: '前后两种情形均假定活动预算充足。',
  },
  {
    en: 'A refund takes back the same part of an item under both cards, whenever it was made.',
    zh: '无论退款何时发生，两种费率表下均按同一比例退回。',
  },
  {
    en: 'Contracts go on: their terms are laid over the new card.',
    zh: '合同继续有效：其条款叠加在新费率表之上。',
  },
]

const NOT_SHOWN: StepText = {
  en: 'terms that no step of the explanation shows',
  zh: '计价说明中未显示的条款',
}

/** One sentence for the terms of a cause. */
export function describeCause(terms: readonly CauseTerm[], language: Language): string {
  if (terms.length === 0) return NOT_SHOWN[language]
  return terms.map((term) => describeTerm(term, language)).join(language === 'zh' ? '；' : '; ')
}

function describeTerm({ kind, term, before, after, where }: CauseTerm, language: Language): string {
  const name = termTexts[term]?.[language] ?? term
  const of = lines.explanations.kinds[kind]?.[language] ?? kind
  const [was, is] = [before, after].map((value) => (value === null ? '–' : SHARES.has(term) ? `${value}%` : value))
  const chosen = Object.entries(where).map(([by, value]) =>
    language === 'zh' ? `${priceWord('by', by).zh}为${priceWord('value', value).zh}` : `${by} is ${value}`,
  )
  if (language === 'zh') return `${of}：${name} ${was} → ${is}${chosen.length > 0 ? `（${chosen.join('，')}）` : ''}`
  return `${of}: ${name} ${was} → ${is}${chosen.length > 0 ? ` where ${chosen.join(' and ')}` : ''}`
}
