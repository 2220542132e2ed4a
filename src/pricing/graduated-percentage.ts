/** A percentage whose rate depends on the tier of each part of the amount: 1% up to 10,000, then 0.8% … */
import Type, { type Static } from 'typebox'
import type { Micros } from '../money/amount.ts'
import type { Attributes } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, RoundingTerms, settle } from './rounding.ts'
import { AmountTiers, addGraduated, compileTiers } from './tiers.ts'

export const GraduatedPercentageTerms = Type.Object(
  {
    model: Type.Literal('graduated_percentage'),
    tiers: AmountTiers,
    flatAtZero: Type.Optional(Type.Boolean({ description: 'charge the flat amount of the first tier at zero' })),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type GraduatedPercentageTerms = Static<typeof GraduatedPercentageTerms>

export interface AmountInput {
  readonly amount: Micros
  readonly attributes?: Attributes
}

export const graduatedPercentage: PriceModel<typeof GraduatedPercentageTerms, AmountInput> = {
  id: 'graduated_percentage',
  terms: GraduatedPercentageTerms,
  compile(terms, unit) {
    const tiers = compileTiers(terms.tiers, unit, { model: 'graduated_percentage', pointer: '/tiers' })
    const rounding = compileRounding(terms.rounding, unit)
    const flatAtZero = terms.flatAtZero ?? false
    return ({ amount, attributes }) => {
      const steps: Step[] = []
      const total = { numerator: 0n, denominator: 1n }
      addGraduated(tiers, total, { quantity: notNegative(amount, 'amount'), attributes, flatAtZero }, steps)
      return settle(total.numerator, total.denominator, rounding, steps)
    }
  },
}
