/**
 * Reserved capacity, charged whether used or not, with a separate price for use above it: queries per second with
 * burst. A burst beyond `burstMax` is refused.
 */
import Type, { type Static } from 'typebox'
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readMicros } from './terms.ts'

export const ReservedTerms = Type.Object(
  {
    model: Type.Literal('reserved'),
    price: Value,
    burst: Value,
    burstMax: Type.Optional(Decimal),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type ReservedTerms = Static<typeof ReservedTerms>

export interface ReservedInput {
  /** Reserved capacity in millionths. */
  readonly reserved: Micros
  /** Peak use in millionths. */
  readonly quantity: Micros
  readonly attributes?: Attributes
}

export const reserved: PriceModel<typeof ReservedTerms, ReservedInput> = {
  id: 'reserved',
  terms: ReservedTerms,
  compile(terms, unit) {
    const place: Place = { model: 'reserved', pointer: '' }
    const choose = compileValue(terms.price, { as: 'price', unit }, at(place, 'price'))
    const chooseBurst = compileValue(terms.burst, { as: 'price', unit }, at(place, 'burst'))
    const burstMax = terms.burstMax === undefined ? undefined : readMicros(terms.burstMax, at(place, 'burstMax'))
    const rounding = compileRounding(terms.rounding, unit)
    return (input) => {
      const steps: Step[] = []
      const held = notNegative(input.reserved, 'reserved')
      const over = notNegative(input.quantity, 'quantity') > held ? input.quantity - held : 0n
      if (burstMax !== undefined && over > burstMax) {
        const value = formatQuantity(over)
        throw new Problem('price_outside_band', { name: 'burst', value, min: '0', max: formatQuantity(burstMax) })
      }
      const { rate, text: price, step: why } = choose(input.attributes)
      if (why) steps.push(why)
      let [numerator, denominator] = [held * rate.numerator, rate.denominator]
      const result = formatExact(numerator, denominator, unit)
      steps.push(step('reserved', { reserved: formatQuantity(held), price, unit, result }))
      if (over > 0n) {
        const burst = chooseBurst(input.attributes)
        if (burst.step) steps.push(burst.step)
        const part = over * burst.rate.numerator
        const params = { burst: formatQuantity(over), price: burst.text, unit }
        steps.push(step('burst', { ...params, result: formatExact(part, burst.rate.denominator, unit) }))
        numerator = numerator * burst.rate.denominator + part * denominator
        denominator *= burst.rate.denominator
      }
      return settle(numerator, denominator, rounding, steps)
    }
  },
}
