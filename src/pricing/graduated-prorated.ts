/**
 * Graduated tiers for a quantity that changes within a period (seats added on the 10th, some returned on the 20th).
 * Each change is split over the tiers by its whole units and charged there in proportion to its prorated units. A
 * tier's flat amount is charged once if the tier was ever reached.
 */
import Type, { type Static } from 'typebox'
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type Attributes, type Chooser, compileValue, type Settled } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'
import { at, type Place, refuse } from './terms.ts'
import { compileTiers, type Exact, QuantityTiers, type Tier } from './tiers.ts'

export const GraduatedProratedTerms = Type.Object(
  {
    model: Type.Literal('graduated_prorated'),
    tiers: QuantityTiers,
    flatAtZero: Type.Optional(Type.Boolean({ description: 'charge the flat amount of the first tier at zero use' })),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type GraduatedProratedTerms = Static<typeof GraduatedProratedTerms>

/**
 * Changes in chronological order: the change (negative: a decrease), and the change times the remaining share of the
 * period.
 */
export interface ChangesInput {
  readonly changes: readonly { readonly quantity: Micros; readonly prorated: Micros }[]
  readonly attributes?: Attributes
}

export const graduatedProrated: PriceModel<typeof GraduatedProratedTerms, ChangesInput> = {
  id: 'graduated_prorated',
  terms: GraduatedProratedTerms,
  compile(terms, unit) {
    const place: Place = { model: 'graduated_prorated', pointer: '/tiers' }
    const tiers = compileTiers(terms.tiers, unit, place)
    const prices = terms.tiers.map((tier, index): Chooser | undefined => {
      if (tier.per !== undefined) refuse(at(place, index, 'per'), 'blocks cannot be prorated')
      return tier.price === undefined
        ? undefined
        : compileValue(tier.price, { as: 'price', unit }, at(place, index, 'price'))
    })
    const rounding = compileRounding(terms.rounding, unit)
    return ({ changes, attributes }) => {
      const steps: Step[] = []
      const total: Exact = { numerator: 0n, denominator: 1n }
      const chosen = prices.map((choose) => choose?.(attributes))
      let [level, peak] = [0n, 0n]
      for (const { quantity, prorated } of changes) {
        const next = level + quantity
        if (next < 0n) throw new Problem('price_input_invalid', { field: 'changes', value: formatQuantity(next) })
        const part = priceChange(tiers, chosen, { level, next, quantity, prorated })
        const result = formatExact(part.numerator, part.denominator, unit)
        const params = { quantity: formatQuantity(quantity), prorated: formatQuantity(prorated) }
        steps.push(step('tier_prorated', { ...params, result, unit }))
        total.numerator = total.numerator * part.denominator + part.numerator * total.denominator
        total.denominator *= part.denominator
        level = next
        if (level > peak) peak = level
      }
      for (const tier of tiers) {
        if (peak > tier.from || (tier.from === 0n && (terms.flatAtZero ?? false))) tier.addFlat(total, steps)
      }
      return settle(total.numerator, total.denominator, rounding, steps)
    }
  },
}

/** Returns Σ over tiers of (units of the change in the tier) × price, times prorated ÷ whole units of the change. */
function priceChange(
  tiers: readonly Tier[],
  chosen: readonly (Settled | undefined)[],
  change: { level: Micros; next: Micros; quantity: Micros; prorated: Micros },
): Exact {
  if (change.quantity === 0n) return { numerator: 0n, denominator: 1n }
  const [low, high] = change.level < change.next ? [change.level, change.next] : [change.next, change.level]
  const sum: Exact = { numerator: 0n, denominator: 1n }
  for (const [index, tier] of tiers.entries()) {
    const rate = chosen[index]?.rate
    const start = low > tier.from ? low : tier.from
    const end = tier.upTo === undefined || high < tier.upTo ? high : tier.upTo
    if (!rate || end <= start) continue
    sum.numerator = sum.numerator * rate.denominator + (end - start) * rate.numerator * sum.denominator
    sum.denominator *= rate.denominator
  }
  const size = high - low
  return { numerator: sum.numerator * change.prorated, denominator: sum.denominator * size }
}
