/** What a rate card may do and its author may not expect. A warning does not keep a card from being published. */
import type { Language } from '../language.ts'
import { formatMicros } from '../money/amount.ts'
import { feeExceedsBelow, type PercentageTerms } from '../pricing/percentage.ts'
import type { ProductList } from './product.ts'
import type { RateCard } from './rate-card.ts'

interface CardWarning {
  /** JSON pointer into the card. */
  readonly pointer: string
  readonly text: string
}

const TEXTS: Readonly<Record<Language, (below: string, unit: string) => string>> = {
  en: (below, unit) => `On a sale below ${below} ${unit}, the payee pays more than the sale brings.`,
  zh: (below, unit) => `金额低于 ${below} ${unit} 的交易，收款方承担的费用会超过交易金额。`,
}

/** Returns the warnings of a valid card. */
export function warningsOf(
  products: ProductList,
  { currency, products: terms }: RateCard,
  language: Language,
): CardWarning[] {
  return Object.entries(terms).flatMap(([name, of]) =>
    (products.find(name)?.product.fees ?? []).flatMap((field): CardWarning[] => {
      const below = feeExceedsBelow((of as Record<string, PercentageTerms>)[field]!)
      if (below === null) return []
      const pointer = `/products/${name.replaceAll('~', '~0').replaceAll('/', '~1')}/${field}`
      return [{ pointer, text: TEXTS[language](formatMicros(below, currency), currency) }]
    }),
  )
}
