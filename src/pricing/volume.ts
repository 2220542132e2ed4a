/**
 * All units at the price of the tier of the total quantity. The total can decrease when use passes an edge, so an
 * increment may be negative, and a prepaid hold must not rely on the running total.
 */
import Type, { type Static } from 'typebox'
import type { QuantityInput } from './per-unit.ts'
import type { PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, RoundingTerms, settle } from './rounding.ts'
import { compileTiers, QuantityTiers, tierOf } from './tiers.ts'

export const VolumeTerms = Type.Object(
  {
    model: Type.Literal('volume'),
    tiers: QuantityTiers,
    flatAtZero: Type.Optional(Type.Boolean({ description: 'charge the flat amount of the first tier at zero use' })),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type VolumeTerms = Static<typeof VolumeTerms>

export const volume: PriceModel<typeof VolumeTerms, QuantityInput> = {
  id: 'volume',
  terms: VolumeTerms,
  compile(terms, unit) {
    const tiers = compileTiers(terms.tiers, unit, { model: 'volume', pointer: '/tiers' })
    const rounding = compileRounding(terms.rounding, unit)
    const flatAtZero = terms.flatAtZero ?? false
    return ({ quantity, attributes }) => {
      const steps: Step[] = []
      const total = { numerator: 0n, denominator: 1n }
      const tier = tierOf(tiers, notNegative(quantity, 'quantity'))
      if (quantity > 0n) tier.add(total, quantity, attributes, steps)
      if (quantity > 0n || flatAtZero) tier.addFlat(total, steps)
      return settle(total.numerator, total.denominator, rounding, steps)
    }
  },
}
