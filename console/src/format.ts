/** Amounts and times in the format of a language. */
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
 * A decimal text as money, with the digits that the API sent: the server decides how many digits a currency has. The text goes
 * to `Intl` unchanged, never through a float. `places` rounds to that many decimal places, for reports.
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

/** A count, or a decimal text with the digits it has. */
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

/** A short form for axes: 1.2M, 120万. A float is precise enough here. */
export function formatCompact(value: number, language: Language): string {
  return numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** An instant in a time zone. */
export function formatInstant(
  instant: string,
  language: Language,
  timeZone: string,
  style: 'long' | 'short' | 'day' = 'short',
): string {
  const options: Intl.DateTimeFormatOptions = {
    day: { dateStyle: 'medium' } as const,
    short: { dateStyle: 'medium', timeStyle: 'short' } as const,
    // With seconds, but without the time zone, because the whole page uses the same one.
    long: { dateStyle: 'medium', timeStyle: 'medium' } as const,
  }[style]
  return new Intl.DateTimeFormat(tagOf(language), { ...options, timeZone }).format(new Date(instant))
}

/** A day without its year, for axes within one year. */
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

/** The sign of a decimal text: -1, 0 or 1. */
export function signOf(amount: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(amount)) return 0
  return amount.startsWith('-') ? -1 : 1
}
