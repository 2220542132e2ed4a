/** One price regardless of use: a report, a white paper, a set-up fee. */
import Type, { type Static } from 'typebox'
import { MICROS_PER_UNIT } from '../money/amount.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { compileRounding, formatExact, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'

export const FlatTerms = Type.Object(
  { model: Type.Literal('flat'), price: Value, rounding: Type.Optional(RoundingTerms) },
  { additionalProperties: false },
)
export type FlatTerms = Static<typeof FlatTerms>

export interface FlatInput {
  readonly attributes?: Attributes
}

export const flat: PriceModel<typeof FlatTerms, FlatInput> = {
  id: 'flat',
  terms: FlatTerms,
  compile(terms, unit) {
    const choose = compileValue(terms.price, { as: 'price', unit }, { model: 'flat', pointer: '/price' })
    const rounding = compileRounding(terms.rounding, unit)
    return ({ attributes }) => {
      const { rate, step: why } = choose(attributes)
      const numerator = rate.numerator * MICROS_PER_UNIT
      const steps: Step[] = why ? [why] : []
      steps.push(step('flat', { unit, result: formatExact(numerator, rate.denominator, unit) }))
      return settle(numerator, rate.denominator, rounding, steps)
    }
  },
}
