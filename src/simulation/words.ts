/** Texts of the causes and assumptions of a simulation, in English and Chinese. */

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
  fixed: { en: 'fixed amount', zh: '固定费' },
  free: { en: 'free allowance', zh: '免费部分' },
  to: { en: 'limit', zh: '上下限' },
  from: { en: 'start of the tier', zh: '档位起点' },
  size: { en: 'package size', zh: '每包数量' },
  per: { en: 'block size', zh: '计价单位' },
  flat: { en: 'flat amount', zh: '固定部分' },
  minimum: { en: 'minimum seats', zh: '最低席位数' },
  included: { en: 'included seats', zh: '包含席位数' },
  basis: { en: 'day count convention', zh: '计息基准' },
  spread: { en: 'spread', zh: '利差' },
  markup: { en: 'markup', zh: '加价' },
  when: { en: 'condition', zh: '条件' },
  share: { en: 'share', zh: '分成' },
}

/** Terms shown as a percentage. */
const SHARES = new Set(['rate', 'spread', 'markup', 'share'])

/** The assumptions of every simulation. */
export const assumptions: readonly StepText[] = [
  {
    en: 'Current attributes of parties are used: a merchant is priced by its current category.',
    zh: '各方按当前资料计算：商户按现在的类目计价。',
  },
  {
    en: 'Campaign budgets are assumed to be sufficient in both cases.',
    zh: '前后两种情形均假定活动预算充足。',
  },
  {
    en: 'Refunds return the same share of an item under both rate cards, whenever they were made.',
    zh: '无论退款何时发生，两种费率表下均按同一比例退回。',
  },
  {
    en: 'Contracts remain in force: their terms override those of the new rate card.',
    zh: '合同继续有效：其条款叠加在新费率表之上。',
  },
]

const NOT_SHOWN: StepText = {
  en: 'terms that are not shown in the explanation',
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
