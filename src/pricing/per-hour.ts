/**
 * A price per hour, counted in seconds: a live slot, a machine, a GB of memory (GB-hours: hours × gigabytes).
 * `increment` rounds up to started steps of this many seconds ("3600": started hours); `minimum` is the shortest
 * duration charged.
 */
import Type, { type Static } from 'typebox'
import { MICROS_PER_UNIT, type Micros } from '../money/amount.ts'
import { formatRate, ratio } from '../money/rate.ts'
import { divide } from '../money/round.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'
import { at, type Place, refuse } from './terms.ts'

const Seconds = Type.String({ pattern: '^\\d{1,9}$', description: 'whole seconds' })

export const PerHourTerms = Type.Object(
  {
    model: Type.Literal('per_hour'),
    price: Value,
    increment: Type.Optional(Seconds),
    minimum: Type.Optional(Seconds),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type PerHourTerms = Static<typeof PerHourTerms>

export interface DurationInput {
  readonly seconds: bigint
  /** Number held at the same time, in millionths: gigabytes for GB-hours. Defaults to one. */
  readonly quantity?: Micros
  readonly attributes?: Attributes
}

export const perHour: PriceModel<typeof PerHourTerms, DurationInput> = {
  id: 'per_hour',
  terms: PerHourTerms,
  compile(terms, unit) {
    const place: Place = { model: 'per_hour', pointer: '' }
    const choose = compileValue(terms.price, { as: 'price', unit }, at(place, 'price'))
    const increment = readSeconds(terms.increment ?? '1', at(place, 'increment'))
    if (increment === 0n) refuse(at(place, 'increment'), 'must be greater than zero')
    const minimum = readSeconds(terms.minimum ?? '0', at(place, 'minimum'))
    const rounding = compileRounding(terms.rounding, unit)
    return ({ seconds, quantity = MICROS_PER_UNIT, attributes }) => {
      const steps: Step[] = []
      notNegative(quantity, 'quantity')
      const counted = countSeconds(notNegative(seconds, 'seconds'), increment, minimum)
      if (counted !== seconds) {
        steps.push(step('duration_raised', { from: seconds.toString(), to: counted.toString() }))
      }
      const chosen = choose(attributes)
      if (chosen.step) steps.push(chosen.step)
      const numerator = counted * quantity * chosen.rate.numerator
      const denominator = 3600n * chosen.rate.denominator
      const params = {
        hours: formatRate(ratio(counted, 3600n)),
        quantity: formatQuantity(quantity),
        price: chosen.text,
      }
      steps.push(step('hours', { ...params, unit, result: formatExact(numerator, denominator, unit) }))
      return settle(numerator, denominator, rounding, steps)
    }
  },
}

function readSeconds(text: string, place: Place): bigint {
  return /^\d{1,9}$/.test(text) ? BigInt(text) : refuse(place, `"${text}" is not a whole number of seconds`)
}

/** Returns the seconds to charge. Zero seconds are free: the minimum applies from the first second. */
function countSeconds(seconds: bigint, increment: bigint, minimum: bigint): bigint {
  if (seconds === 0n) return 0n
  const least = seconds < minimum ? minimum : seconds
  return divide(least, increment, 'up') * increment
}
