/**
 * A price per unit: calls, clicks, items, liters. Quantities are millionths of a unit, so that 1.5 GB is an integer.
 * The price may be finer than a micro (0.0000005 per token): only the result is rounded.
 */
import Type, { type Static } from 'typebox'
import type { Micros } from '../money/amount.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { chargeable } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step, termsStep } from './steps.ts'
import { Decimal, readMicros } from './terms.ts'

export const PerUnitTerms = Type.Object(
  {
    model: Type.Literal('per_unit'),
    price: Value,
    free: Type.Optional(Decimal),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type PerUnitTerms = Static<typeof PerUnitTerms>

export interface QuantityInput {
  /** In millionths: 4,000 calls are 4_000_000_000n. */
  readonly quantity: Micros
  readonly attributes?: Attributes
}

export const perUnit: PriceModel<typeof PerUnitTerms, QuantityInput> = {
  id: 'per_unit',
  terms: PerUnitTerms,
  compile(terms, unit, detail = 'all') {
    const choose = compileValue(terms.price, { as: 'price', unit }, { model: 'per_unit', pointer: '/price' })
    const free = terms.free ? readMicros(terms.free, { model: 'per_unit', pointer: '/free' }) : 0n
    const rounding = compileRounding(terms.rounding, unit, detail)
    return (input) => {
      const steps: Step[] = []
      const quantity = chargeable(input.quantity, free, steps)
      const chosen = choose(input.attributes)
      if (chosen.step) steps.push(chosen.step)
      const { rate, text: price } = chosen
      const numerator = quantity * rate.numerator
      if (detail === 'terms') steps.push(termsStep('quantity', { price }))
      else {
        const result = formatExact(numerator, rate.denominator, unit)
        steps.push(step('quantity', { quantity: formatQuantity(quantity), price, unit, result }))
      }
      return settle(numerator, rate.denominator, rounding, steps)
    }
  },
}
