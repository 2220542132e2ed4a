/**
 * Cleared prices of an auction: `cpc` (a price per click) or `cpm` (a price per thousand impressions). The auction has
 * already decided; this model converts counts and cleared prices to an amount, for one price or for the sum of many,
 * and refuses an average outside the band of the rate card (a floor price, a cap).
 */
import Type, { type Static } from 'typebox'
import { formatMicros, MICROS_PER_UNIT, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { PriceModel } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step, termsStep } from './steps.ts'
import { at, Decimal, type Place, readMicros, refuse } from './terms.ts'

export const ClearedTerms = Type.Object(
  {
    model: Type.Literal('cleared'),
    basis: Type.Union([Type.Literal('cpc'), Type.Literal('cpm')]),
    min: Type.Optional(Decimal),
    max: Type.Optional(Decimal),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type ClearedTerms = Static<typeof ClearedTerms>

export interface ClearedInput {
  /** Clicks or impressions, in millionths. */
  readonly quantity: Micros
  /** Sum of the cleared prices in micros: 1,000 impressions at 30.00 per thousand are 30,000.00. */
  readonly cleared: Micros
}

export const cleared: PriceModel<typeof ClearedTerms, ClearedInput> = {
  id: 'cleared',
  terms: ClearedTerms,
  compile(terms, unit, detail = 'all') {
    const place: Place = { model: 'cleared', pointer: '' }
    const per = terms.basis === 'cpm' ? 1000n : 1n
    const min = terms.min === undefined ? 0n : readMicros(terms.min, at(place, 'min'))
    const max = terms.max === undefined ? undefined : readMicros(terms.max, at(place, 'max'))
    if (max !== undefined && min > max) refuse(at(place, 'min'), `${terms.min} is greater than max ${terms.max}`)
    const rounding = compileRounding(terms.rounding, unit, detail)
    const params = { per: per.toString(), unit }
    return (input) => {
      const quantity = notNegative(input.quantity, 'quantity')
      const total = input.cleared * MICROS_PER_UNIT
      if (
        total < min * quantity ||
        (max !== undefined && total > max * quantity) ||
        (quantity === 0n && total !== 0n)
      ) {
        const value = quantity === 0n ? formatMicros(input.cleared, unit) : formatExact(total, quantity, unit)
        const band = { min: formatMicros(min, unit), max: max === undefined ? '∞' : formatMicros(max, unit) }
        throw new Problem('price_outside_band', { name: terms.basis, value, ...band })
      }
      if (detail === 'terms') return settle(input.cleared, per, rounding, [termsStep('cleared', params)])
      const counted = { quantity: formatQuantity(quantity), sum: formatMicros(input.cleared, unit) }
      const result = formatExact(input.cleared, per, unit)
      return settle(input.cleared, per, rounding, [step('cleared', { ...params, ...counted, result })])
    }
  },
}

/** Returns the sum of cleared prices if every item cleared at the same price. */
export function clearedAt(price: Micros, quantity: Micros): Micros {
  return (price * quantity) / MICROS_PER_UNIT
}
