/** Every unit at the price of its tier: the first 1,000 at 0.10, the next 9,000 at 0.05 … */
import Type, { type Static } from 'typebox'
import type { QuantityInput } from './per-unit.ts'
import type { PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, RoundingTerms, settle } from './rounding.ts'
import { addGraduated, compileTiers, QuantityTiers } from './tiers.ts'

export const GraduatedTerms = Type.Object(
  {
    model: Type.Literal('graduated'),
    tiers: QuantityTiers,
    flatAtZero: Type.Optional(Type.Boolean({ description: 'charge the flat amount of the first tier at zero use' })),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type GraduatedTerms = Static<typeof GraduatedTerms>

export const graduated: PriceModel<typeof GraduatedTerms, QuantityInput> = {
  id: 'graduated',
  terms: GraduatedTerms,
  compile(terms, unit) {
    const tiers = compileTiers(terms.tiers, unit, { model: 'graduated', pointer: '/tiers' })
    const rounding = compileRounding(terms.rounding, unit)
    const flatAtZero = terms.flatAtZero ?? false
    return ({ quantity, attributes }) => {
      const steps: Step[] = []
      const total = { numerator: 0n, denominator: 1n }
      addGraduated(tiers, total, { quantity: notNegative(quantity, 'quantity'), attributes, flatAtZero }, steps)
      return settle(total.numerator, total.denominator, rounding, steps)
    }
  },
}
