import { Problem } from '../problem.ts'
import type { Micros } from './amount.ts'
import { divideTo, type RoundingMode } from './round.ts'

/**
 * A rate is another type than an amount: an exact fraction without a unit ("0.006", or 1/1.1684 for a cross rate).
 * Kept as a ratio of integers so that nothing is rounded until the rate meets an amount.
 */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,18}))?$/

/** Reads a decimal rate ("0.006" is 0.6%). @throws Problem `rate_invalid`. */
export function parseRate(text: string): Rate {
  const match = DECIMAL.exec(text)
  if (!match) throw new Problem('rate_invalid', { value: text.slice(0, 40) })
  const [, sign, whole, fraction = ''] = match
  const numerator = BigInt(whole! + fraction)
  return { numerator: sign ? -numerator : numerator, denominator: 10n ** BigInt(fraction.length) }
}

/** A ratio of two amounts or counts as a rate. */
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

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareRates(a: Rate, b: Rate): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** amount × rate, rounded once to a multiple of `quantum` micros (1n: a whole micro). */
export function applyRate(amount: Micros, rate: Rate, quantum: Micros = 1n, mode: RoundingMode = 'half-away'): Micros {
  return divideTo(amount * rate.numerator, rate.denominator, quantum, mode)
}

/** A rate as a percentage for people, exact where it ends within twelve decimals: 0.006 → "0.6". */
export function formatPercent(rate: Rate): string {
  return formatRatio(rate.numerator * 100n, rate.denominator)
}

/** A rate as a decimal, exact where it ends within twelve decimals, else rounded there. */
export function formatRate(rate: Rate): string {
  return formatRatio(rate.numerator, rate.denominator)
}

function formatRatio(numerator: bigint, denominator: bigint): string {
  const scaled = divideTo(numerator * 10n ** 12n, denominator, 1n)
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(13, '0')
  const fraction = digits.slice(-12).replace(/0+$/, '')
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -12)}${fraction && `.${fraction}`}`
}
