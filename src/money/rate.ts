import { Problem } from '../problem.ts'
import type { Micros } from './amount.ts'
import { divideTo, type RoundingMode } from './round.ts'

/**
 * A rate is a type of its own, not an amount: an exact fraction without a unit ("0.006", or 1/1.1684 for a cross rate).
 * It is a ratio of integers, so nothing is rounded until the rate is applied to an amount.
 */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,18}))?$/

/** Parses a decimal rate ("0.006" is 0.6%). @throws Problem `rate_invalid`. */
export function parseRate(text: string): Rate {
  const match = DECIMAL.exec(text)
  if (!match) throw new Problem('rate_invalid', { value: text.slice(0, 40) })
  const [, sign, whole, fraction = ''] = match
  const numerator = BigInt(whole! + fraction)
  return { numerator: sign ? -numerator : numerator, denominator: 10n ** BigInt(fraction.length) }
}

/** Returns the ratio of two amounts or counts as a rate. @throws Problem `rate_invalid` if the denominator is zero. */
export function ratio(numerator: bigint, denominator: bigint): Rate {
  if (denominator === 0n) throw new Problem('rate_invalid', { value: `${numerator}/0` })
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator }
}

export function invert(rate: Rate): Rate {
  return ratio(rate.denominator, rate.numerator)
}

export function multiplyRates(a: Rate, b: Rate): Rate {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

/** Returns a negative number, zero or a positive number if `a` is below, equal to or above `b`. */
export function compareRates(a: Rate, b: Rate): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Returns amount × rate, rounded once to a multiple of `quantum` micros (1n: a whole micro). */
export function applyRate(amount: Micros, rate: Rate, quantum: Micros = 1n, mode: RoundingMode = 'half-away'): Micros {
  return divideTo(amount * rate.numerator, rate.denominator, quantum, mode)
}

/** Formats a rate as a percentage, rounded to twelve decimals: 0.006 → "0.6". */
export function formatPercent(rate: Rate): string {
  return formatRatio(rate.numerator * 100n, rate.denominator)
}

/** Formats a rate as a decimal, rounded to twelve decimals. */
export function formatRate(rate: Rate): string {
  return formatRatio(rate.numerator, rate.denominator)
}

function formatRatio(numerator: bigint, denominator: bigint): string {
  const scaled = divideTo(numerator * 10n ** 12n, denominator, 1n)
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(13, '0')
  const fraction = digits.slice(-12).replace(/0+$/, '')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -12)}${fraction && `.${fraction}`}`
}
