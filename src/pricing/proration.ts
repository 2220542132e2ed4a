/** Proration of a price by two known counts: a trial, a credit for unused days. */
import { formatMicros, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Priced } from './price.ts'
import { formatExact, type Rounding, settle } from './rounding.ts'
import { step } from './steps.ts'

/**
 * Returns amount × used ÷ whole, rounded once. Multiply by quantities first: rounding 10 × 17/31 units before pricing
 * would overbill.
 * @throws Problem `price_input_invalid` unless 0 ≤ used and 0 < whole.
 */
export function prorate(amount: Micros, used: bigint, whole: bigint, rounding: Rounding): Priced {
  if (used < 0n || whole <= 0n) throw new Problem('price_input_invalid', { field: 'share', value: `${used}/${whole}` })
  const { unit } = rounding
  const result = formatExact(amount * used, whole, unit)
  const params = { used: used.toString(), whole: whole.toString(), amount: formatMicros(amount, unit), unit, result }
  return settle(amount * used, whole, rounding, [step('prorated', params)])
}
