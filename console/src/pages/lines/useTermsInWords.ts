import { formatMoney, formatShare } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { tellTerms } from './terms.ts'

/** Describes the prices of a product on a rate card in the language of the page. */
export function useTermsInWords(): (terms: unknown, currency: string) => string[] {
  const { t, term, language } = useTexts('lines')
  return (terms, currency) =>
    tellTerms(terms, {
      model: (code) => term('model', code),
      field: (code) => term('termField', code),
      by: (code) => t('terms.by', { what: term('choice', code) }),
      every: (code) => term('every', code),
      share: (decimal) => formatShare(decimal, language, 4),
      money: (decimal) => formatMoney(decimal, currency, language),
      from: (amount) => t('terms.from', { amount }),
      colon: t('terms.colon'),
      separator: ' · ',
    })
}
