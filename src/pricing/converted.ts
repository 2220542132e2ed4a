/**
 * Converts the quantity to another unit before pricing: bytes sold as gigabytes, seconds as started minutes. The
 * running total is converted and rounded, never each part: 1,400 and 1,300 are three thousands, not four.
 */
import Type, { type TSchema } from 'typebox'
import type { Micros } from '../money/amount.ts'
import { divide, divideTo, type RoundingMode } from '../money/round.ts'
import type { Priced, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { formatQuantity, Mode } from './rounding.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readDecimal, refuse } from './terms.ts'

export const convertedTerms = <Inner extends TSchema>(of: Inner) =>
  Type.Object(
    {
      model: Type.Literal('converted'),
      multiplyBy: Type.Optional(Decimal),
      divideBy: Type.Optional(Decimal),
      round: Type.Optional(
        Type.Union([Mode, Type.Literal('none')], {
          description: 'rounding to a step; defaults to "none": exact to a millionth',
        }),
      ),
      digits: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 6, description: 'decimals kept by rounding; defaults to 0' }),
      ),
      of,
    },
    { additionalProperties: false },
  )

export interface Conversion {
  readonly multiplyBy?: string
  readonly divideBy?: string
  readonly round?: RoundingMode | 'none'
  readonly digits?: number
}

/**
 * Returns a function that computes quantity × multiplyBy ÷ divideBy, rounded once to `digits` decimals.
 * @throws Problem `terms_invalid`.
 */
export function compileConversion(terms: Conversion): (quantity: Micros) => Micros {
  const place: Place = { model: 'converted', pointer: '' }
  const times = readDecimal(terms.multiplyBy ?? '1', at(place, 'multiplyBy'))
  const over = readDecimal(terms.divideBy ?? '1', at(place, 'divideBy'))
  if (over.numerator === 0n) refuse(at(place, 'divideBy'), 'must not be zero')
  const round = terms.round ?? 'none'
  const numerator = times.numerator * over.denominator
  const denominator = times.denominator * over.numerator
  if (round === 'none') return (quantity) => divide(quantity * numerator, denominator)
  const grain = 10n ** BigInt(6 - (terms.digits ?? 0))
  return (quantity) => divideTo(quantity * numerator, denominator, grain, round)
}

/** Wraps a compiled price that counts a quantity. */
export function compileConverted<Input extends { readonly quantity: Micros }>(
  terms: Conversion,
  inner: (input: Input) => Priced,
): (input: Input) => Priced {
  const convert = compileConversion(terms)
  return (input) => {
    const quantity = convert(notNegative(input.quantity, 'quantity'))
    const priced = inner({ ...input, quantity })
    const counted: Step = step('converted', { from: formatQuantity(input.quantity), to: formatQuantity(quantity) })
    return { amount: priced.amount, steps: [counted, ...priced.steps] }
  }
}
