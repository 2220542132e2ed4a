/**
 * A price per seat, with an optional base price, included seats and a minimum number of seats. Seats are whole numbers.
 */
import Type, { type Static } from 'typebox'
import { MICROS_PER_UNIT } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { compileValue, Value } from './choice.ts'
import type { QuantityInput } from './per-unit.ts'
import type { PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readMicros } from './terms.ts'

export const PerSeatTerms = Type.Object(
  {
    model: Type.Literal('per_seat'),
    price: Value,
    base: Type.Optional(Decimal),
    included: Type.Optional(Decimal),
    minimum: Type.Optional(Decimal),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type PerSeatTerms = Static<typeof PerSeatTerms>

export const perSeat: PriceModel<typeof PerSeatTerms, QuantityInput> = {
  id: 'per_seat',
  terms: PerSeatTerms,
  compile(terms, unit) {
    const place: Place = { model: 'per_seat', pointer: '' }
    const choose = compileValue(terms.price, { as: 'price', unit }, at(place, 'price'))
    const base = readMicros(terms.base ?? '0', at(place, 'base'))
    const included = readMicros(terms.included ?? '0', at(place, 'included'))
    const minimum = readMicros(terms.minimum ?? '0', at(place, 'minimum'))
    const rounding = compileRounding(terms.rounding, unit)
    return (input) => {
      const steps: Step[] = []
      const seats = countSeats(notNegative(input.quantity, 'quantity'), minimum, included, steps)
      const chosen = choose(input.attributes)
      if (chosen.step) steps.push(chosen.step)
      const { rate, text: price } = chosen
      const { denominator } = rate
      let numerator = seats * rate.numerator
      const result = formatExact(numerator, denominator, unit)
      steps.push(step('quantity', { quantity: formatQuantity(seats), price, unit, result }))
      if (base > 0n) {
        numerator += base * denominator
        const fixed = formatExact(base, 1n, unit)
        steps.push(step('fixed_added', { fixed, unit, result: formatExact(numerator, denominator, unit) }))
      }
      return settle(numerator, denominator, rounding, steps)
    }
  },
}

function countSeats(quantity: bigint, minimum: bigint, included: bigint, steps: Step[]): bigint {
  if (quantity % MICROS_PER_UNIT !== 0n) {
    throw new Problem('price_input_invalid', { field: 'quantity', value: formatQuantity(quantity) })
  }
  const seats = quantity < minimum ? minimum : quantity
  if (seats !== quantity) {
    steps.push(step('seats_raised', { seats: formatQuantity(quantity), minimum: formatQuantity(minimum) }))
  }
  if (included === 0n) return seats
  const left = seats > included ? seats - included : 0n
  steps.push(step('seats_included', { included: formatQuantity(included), left: formatQuantity(left) }))
  return left
}
