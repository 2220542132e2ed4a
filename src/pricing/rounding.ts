/** The only rounding of a price, at its end. Until then every model carries an exact fraction of micros. */
import Type, { type Static } from 'typebox'
import { checkRange, formatMicros, type Micros, minorUnit } from '../money/amount.ts'
import { minorDigits } from '../money/currency.ts'
import { divide, divideTo, type RoundingMode } from '../money/round.ts'
import type { Priced, Step, StepDetail } from './price.ts'
import { step } from './steps.ts'

export const Mode = Type.Union([
  Type.Literal('half-away'),
  Type.Literal('half-even'),
  Type.Literal('half-down'),
  Type.Literal('up'),
  Type.Literal('down'),
  Type.Literal('ceiling'),
  Type.Literal('floor'),
])

/** Rounding of a price. Default: to whole micros, half away from zero. */
export const RoundingTerms = Type.Object(
  { to: Type.Optional(Type.Union([Type.Literal('minor'), Type.Literal('micro')])), mode: Type.Optional(Mode) },
  { additionalProperties: false },
)

export interface Rounding {
  readonly quantum: Micros
  readonly mode: RoundingMode
  readonly unit: string
  readonly detail: StepDetail
}

export function compileRounding(
  terms: Static<typeof RoundingTerms> | undefined,
  unit: string,
  detail: StepDetail = 'all',
): Rounding {
  return { quantum: terms?.to === 'minor' ? minorUnit(unit) : 1n, mode: terms?.mode ?? 'half-away', unit, detail }
}

/** The terms of a price that is paid from outside, where nothing finer than the currency's minor unit can be paid. */
export function wholeMinor<Terms extends { readonly rounding?: Static<typeof RoundingTerms> }>(terms: Terms): Terms {
  return { ...terms, rounding: { ...terms.rounding, to: 'minor' } }
}

/** Rounds numerator/denominator micros; if that changes the amount, adds a step. */
export function settle(numerator: bigint, denominator: bigint, rounding: Rounding, steps: Step[]): Priced {
  const { quantum, mode, unit, detail } = rounding
  const amount = checkRange(divideTo(numerator, denominator, quantum, mode), unit)
  if (detail === 'all' && amount * denominator !== numerator) {
    const from = formatExact(numerator, denominator, unit)
    steps.push(step('rounded', { from, to: formatMicros(amount, unit), unit, mode }))
  }
  return { amount, steps }
}

/**
 * Formats an exact number of micros as a decimal in main units: all digits if it ends within twelve decimals, else
 * truncated there with "…".
 */
export function formatExact(numerator: bigint, denominator: bigint, unit: string): string {
  if (numerator % denominator === 0n) return formatMicros(numerator / denominator, unit)
  const scaled = divide(numerator * 1_000_000n, denominator, 'down')
  const negative = scaled < 0n
  const digits = (negative ? -scaled : scaled).toString().padStart(13, '0')
  const fraction = digits.slice(-12).replace(/0+$/, '').padEnd(minorDigits(unit), '0')
  const more = scaled * denominator === numerator * 1_000_000n ? '' : '…'
  return `${negative ? '-' : ''}${digits.slice(0, -12)}.${fraction}${more}`
}

/** Formats a quantity in millionths as a plain decimal: 1500000n → "1.5". */
export function formatQuantity(quantity: Micros): string {
  return formatMicros(quantity, 'quantity')
}
