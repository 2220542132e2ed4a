/** Checks and deductions shared by all models that count a quantity. */
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Step } from './price.ts'
import { formatQuantity } from './rounding.ts'
import { step } from './steps.ts'

/**
 * Checks that a count is not negative; corrections are differences of two cumulative counts.
 * @throws Problem `price_input_invalid`.
 */
export function notNegative(value: bigint, field: string): bigint {
  if (value < 0n) throw new Problem('price_input_invalid', { field, value: formatQuantity(value) })
  return value
}

/** Deducts free units from a quantity. @throws Problem `price_input_invalid` for a negative quantity. */
export function chargeable(quantity: Micros, free: Micros, steps: Step[]): Micros {
  notNegative(quantity, 'quantity')
  if (free === 0n) return quantity
  const left = quantity > free ? quantity - free : 0n
  steps.push(step('free_quantity', { free: formatQuantity(quantity - left), left: formatQuantity(left) }))
  return left
}
