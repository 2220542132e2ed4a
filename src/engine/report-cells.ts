/** Cells of report tables: figures with their texts in both languages. */

import { partWord } from '../catalog/part-words.ts'
import type { Title } from '../catalog/product.ts'
import { formatMicros, MICROS_PER_UNIT, type Micros, minorUnit } from '../money/amount.ts'
import { type Rate, ratio } from '../money/rate.ts'
import { divide, roundTo } from '../money/round.ts'
import type { Amounts, Cell, Column, ProductSums, Reference, RowView } from './report.ts'

const both = (text: string): Title => ({ en: text, zh: text })
const NOTHING = both('–')

export function words(text: Title | string | undefined, reference?: Reference): Cell {
  return { text: text === undefined ? NOTHING : typeof text === 'string' ? both(text) : text, ...of(reference) }
}

export function number(value: Rate | null, digits = 0, reference?: Reference): Cell {
  return { text: value ? both(grouped(decimal(value, digits))) : NOTHING, value, ...of(reference) }
}

/** A share, as a percentage with two decimals; `terms`: the terms of the rate card, shown before it. */
export function percent(value: Rate | null, reference?: Reference, terms?: Title | string): Cell {
  const share = value ? `${decimal({ ...value, numerator: value.numerator * 100n }, 2)}%` : undefined
  const written = share === undefined ? NOTHING : both(share)
  if (terms === undefined) return { text: written, value, ...of(reference) }
  const said = typeof terms === 'string' ? both(terms) : terms
  const text = share === undefined ? said : { en: `${said.en} (${written.en})`, zh: `${said.zh}（${written.zh}）` }
  return { text, value, ...of(reference) }
}

/** Amounts of all units; `terms`: the terms of the rate card, shown before them. */
export function money(amounts: Amounts, reference?: Reference, terms?: Title | string): Cell {
  const shown = [...amounts]
    .map(([unit, amount]) => `${grouped(formatMicros(readable(amount, unit), unit))} ${unit}`)
    .join(' + ')
  const said = terms === undefined ? undefined : typeof terms === 'string' ? both(terms) : terms
  if (said === undefined) return { text: shown === '' ? NOTHING : both(shown), money: amounts, ...of(reference) }
  const text = shown === '' ? said : { en: `${said.en} (${shown} on average)`, zh: `${said.zh}（平均 ${shown}）` }
  return { text, money: amounts, ...of(reference) }
}

/**
 * Rounds amounts of at least one main unit to the minor unit; smaller ones, such as the price of a call, keep their
 * digits.
 */
function readable(amount: Micros, unit: string): Micros {
  const size = amount < 0n ? -amount : amount
  return size < MICROS_PER_UNIT ? amount : roundTo(amount, minorUnit(unit))
}

function of(reference: Reference | undefined): { reference?: Reference } {
  return reference ? { reference } : {}
}

/** Formats a reference figure. */
export function about(value: string): Reference {
  return { text: both(grouped(value)), value }
}

export function aboutPercent(value: string): Reference {
  const [numerator, denominator] = [BigInt(value.replace('.', '')), 10n ** BigInt(value.split('.')[1]?.length ?? 0)]
  return { text: both(`${decimal({ numerator: numerator * 100n, denominator }, 0)}%`), value }
}

export function aboutWords(text: Title | string): Reference {
  return { text: typeof text === 'string' ? both(text) : text }
}

/** Returns amount / count per unit, rounded to the micro. */
export function each(amounts: Amounts, count: bigint): Amounts {
  return new Map(count === 0n ? [] : [...amounts].map(([unit, amount]) => [unit, divide(amount, count)]))
}

/** Returns amount × rate per unit, rounded to the micro. */
export function scaled(amounts: Amounts, rate: Rate): Amounts {
  return new Map([...amounts].map(([unit, amount]) => [unit, divide(amount * rate.numerator, rate.denominator)]))
}

export function inverse({ numerator, denominator }: Rate): Rate | null {
  return numerator === 0n ? null : { numerator: denominator, denominator: numerator }
}

/** Returns a / b in one currency: that of the rate card or, if `b` has no amount in it, the first that has one. */
export function share(a: Amounts, b: Amounts, currency: string): Rate | null {
  const unit = mainUnit(b, currency)
  const whole = b.get(unit) ?? 0n
  return whole === 0n ? null : ratio(a.get(unit) ?? 0n, whole)
}

export function mainUnit(amounts: Amounts, currency: string): string {
  if ((amounts.get(currency) ?? 0n) !== 0n) return currency
  return [...amounts].find(([, amount]) => amount !== 0n)?.[0] ?? currency
}

export function countShare(a: bigint, b: bigint): Rate | null {
  return b === 0n ? null : ratio(a, b)
}

/** Returns revenue less refunded revenue. */
function netRevenue(sums: ProductSums): Amounts {
  const net = new Map(sums.amounts('revenue'))
  for (const [unit, back] of sums.amounts('revenueBack')) net.set(unit, (net.get(unit) ?? 0n) - back)
  return net
}

/** Returns the growth of net revenue over the same period a year earlier; null without a base. */
export function growth({ sums, yearBefore, currency }: RowView): Rate | null {
  const before = netRevenue(yearBefore)
  const unit = mainUnit(before, currency)
  const base = before.get(unit) ?? 0n
  return base <= 0n ? null : ratio((netRevenue(sums).get(unit) ?? 0n) - base, base)
}

/** The largest parts by name: `JP 62%, KR 20%`. */
export function largest(
  parts: readonly (readonly [string, bigint])[],
  name: (part: string) => Title = both,
  most = 3,
): Title | undefined {
  const whole = parts.reduce((sum, [, amount]) => sum + amount, 0n)
  if (whole <= 0n) return undefined
  const shown = parts.slice(0, most).map(([part, amount]) => {
    const percent = decimal(ratio(amount * 100n, whole), 0)
    return { en: `${name(part).en} ${percent}%`, zh: `${name(part).zh} ${percent}%` }
  })
  return { en: shown.map(({ en }) => en).join(', '), zh: shown.map(({ zh }) => zh).join('、') }
}

/** Returns the largest industries of the customers; unknown ones are shown as such. */
export function byIndustry({ industries }: RowView): Title | undefined {
  const unknown = { en: 'industry unknown', zh: '行业未填' }
  return largest(
    industries.map(({ industry, customers }) => [industry ?? '', BigInt(customers)]),
    (industry) => (industry === '' ? unknown : partWord(industry)),
  )
}

/** The column with the name of the product. */
export function nameColumn(id: string, title: Title): Column {
  return { id, title, kind: 'text', note: { en: 'Product sold', zh: '所售产品' } }
}

/** A fraction as a decimal with a maximum number of digits, rounded. */
export function decimal({ numerator, denominator }: Rate, digits: number): string {
  const scaled = divide(numerator * 10n ** BigInt(digits), denominator)
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0')
  const [whole, fraction] = [text.slice(0, text.length - digits), text.slice(text.length - digits).replace(/0+$/, '')]
  return `${scaled < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** 1234567.5 → 1,234,567.5, the same in English and Chinese. */
function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const inThrees = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? inThrees : `${inThrees}.${fraction}`
}
