/** Amounts and times as people of a language read them. */
import { type Language, tagOf } from './texts.ts'

const numbers = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = language + JSON.stringify(options)
  let format = numbers.get(name)
  if (!format) {
    format = new Intl.NumberFormat(tagOf(language), options)
    numbers.set(name, format)
  }
  return format
}

const CURRENCY = /^[A-Z]{3}$/

/**
 * A decimal text as money. It is shown with the digits that the API wrote: how many a currency has is for the server to
 * say. The text goes to `Intl` as it is, never through a float. `places`: rounded to so many, for reports.
 */
export function formatMoney(
  amount: string,
  currency: string,
  language: Language,
  { signed = false, places }: { readonly signed?: boolean; readonly places?: number } = {},
): string {
  const digits = Math.min(amount.split('.')[1]?.length ?? 0, places ?? Number.POSITIVE_INFINITY)
  const options: Intl.NumberFormatOptions = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...(signed ? { signDisplay: 'exceptZero' } : {}),
  }
  const exact = amount as Intl.StringNumericLiteral
  if (!CURRENCY.test(currency)) return `${numberFormat(language, options).format(exact)} ${currency}`
  return numberFormat(language, { ...options, style: 'currency', currency }).format(exact)
}

/** A count, or a decimal text with its own digits. */
export function formatNumber(value: number | string, language: Language): string {
  if (typeof value === 'number') return numberFormat(language, { maximumFractionDigits: 20 }).format(value)
  const digits = value.split('.')[1]?.length ?? 0
  return numberFormat(language, { minimumFractionDigits: digits }).format(value as Intl.StringNumericLiteral)
}

/** `0.0123` as 1.23%. */
export function formatShare(
  share: number | string,
  language: Language,
  digits = 1,
  { signed = false }: { readonly signed?: boolean } = {},
): string {
  return numberFormat(language, {
    style: 'percent',
    maximumFractionDigits: digits,
    ...(signed ? { signDisplay: 'exceptZero' } : {}),
  }).format(share as Intl.StringNumericLiteral)
}

/** Short, for axes: 1.2M, 120万. Here a float is good enough. */
export function formatCompact(value: number, language: Language): string {
  return numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** An instant as the clocks of a time zone show it. */
export function formatInstant(
  instant: string,
  language: Language,
  timeZone: string,
  style: 'long' | 'short' | 'day' = 'short',
): string {
  const options: Intl.DateTimeFormatOptions = {
    day: { dateStyle: 'medium' } as const,
    short: { dateStyle: 'medium', timeStyle: 'short' } as const,
    // With the seconds, and without the name of a zone that the page shows everything in.
    long: { dateStyle: 'medium', timeStyle: 'medium' } as const,
  }[style]
  return new Intl.DateTimeFormat(tagOf(language), { ...options, timeZone }).format(new Date(instant))
}

/** A day without its year, for axes that show one year. */
export function formatDayOfYear(day: string, language: Language): string {
  const options = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(tagOf(language), options).format(new Date(`${day}T00:00:00Z`))
}

/** A day as `2026-11-20`, whatever the time zone. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** -1, 0 or 1, from the text itself. */
export function signOf(amount: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(amount)) return 0
  return amount.startsWith('-') ? -1 : 1
}
