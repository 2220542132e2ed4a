/** Formats amounts and times for a language. */

import type { Language } from '../../../language.ts'
import { formatMicros, type Micros } from '../../../money/amount.ts'
import { minorDigits } from '../../../money/currency.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }
const CURRENCY = /^[A-Z]{3}$/

/** Exact: the formatter gets the decimal string, with the number of digits of ISO 4217 rather than of the locale. */
export function formatAmount(amount: Micros, unit: string, language: Language): string {
  const text = formatMicros(amount, unit)
  if (!CURRENCY.test(unit)) return `${text} ${unit}`
  const format = new Intl.NumberFormat(LOCALES[language], {
    ...{ style: 'currency', currency: unit, currencyDisplay: 'symbol' },
    ...{ minimumFractionDigits: minorDigits(unit), maximumFractionDigits: 6 },
  })
  return format.format(text as Intl.StringNumericLiteral)
}

/** The symbols of a currency in amounts: `CN¥` and `¥`, longest first. */
export function symbolsOf(unit: string): readonly string[] {
  if (!CURRENCY.test(unit)) return []
  const symbols = Object.values(LOCALES).map((locale) => {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: unit }).formatToParts(0)
    return parts.find(({ type }) => type === 'currency')?.value ?? unit
  })
  return symbols.toSorted((a, b) => b.length - a.length)
}

export function formatTime(at: Date, zone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  return format.format(at)
}

export function formatDay(at: Date, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: zone }).format(at)
}
