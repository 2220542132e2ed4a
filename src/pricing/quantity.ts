/** What all models that count something do with the count before they price it. */
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Step } from './price.ts'
import { formatQuantity } from './rounding.ts'
import { step } from './steps.ts'

/** @throws Problem `price_input_invalid` for a negative count: a correction is the difference of two counts. */
export function notNegative(value: bigint, field: string): bigint {
  if (value < 0n) throw new Problem('price_input_invalid', { field, value: formatQuantity(value) })
  return value
}

/** Takes free units off a quantity. @throws Problem `price_input_invalid` for a negative quantity. */
export function chargeable(quantity: Micros, free: Micros, steps: Step[]): Micros {
  notNegative(quantity, 'quantity')
  if (free === 0n) return quantity
  const left = quantity > free ? quantity - free : 0n
  steps.push(step('free_quantity', { free: formatQuantity(quantity - left), left: formatQuantity(left) }))
  return left
}
