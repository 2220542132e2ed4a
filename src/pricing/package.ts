/**
 * A price per package: 5.00 per thousand calls. A started package is charged in full (`up`, the default), not at all
 * (`down`), or in proportion (`none`). Free units are deducted before packages are counted.
 */
import Type, { type Static } from 'typebox'
import { MICROS_PER_UNIT } from '../money/amount.ts'
import { formatRate, ratio } from '../money/rate.ts'
import { divide } from '../money/round.ts'
import { compileValue, Value } from './choice.ts'
import type { QuantityInput } from './per-unit.ts'
import type { PriceModel, Step } from './price.ts'
import { chargeable } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readMicros, refuse } from './terms.ts'

export const PackageTerms = Type.Object(
  {
    model: Type.Literal('package'),
    price: Value,
    size: Decimal,
    started: Type.Optional(Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Literal('none')])),
    free: Type.Optional(Decimal),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type PackageTerms = Static<typeof PackageTerms>

export const packaged: PriceModel<typeof PackageTerms, QuantityInput> = {
  id: 'package',
  terms: PackageTerms,
  compile(terms, unit) {
    const place: Place = { model: 'package', pointer: '' }
    const choose = compileValue(terms.price, { as: 'price', unit }, at(place, 'price'))
    const size = readMicros(terms.size, at(place, 'size'))
    if (size === 0n) refuse(at(place, 'size'), 'must be greater than zero')
    const free = terms.free ? readMicros(terms.free, at(place, 'free')) : 0n
    const started = terms.started ?? 'up'
    const rounding = compileRounding(terms.rounding, unit)
    const params = { size: formatQuantity(size), unit }
    return (input) => {
      const steps: Step[] = []
      const quantity = chargeable(input.quantity, free, steps)
      const chosen = choose(input.attributes)
      if (chosen.step) steps.push(chosen.step)
      const { rate, text: price } = chosen
      const packages = started === 'none' ? undefined : divide(quantity, size, started)
      const numerator = (packages ?? quantity) * MICROS_PER_UNIT * rate.numerator
      const denominator = packages === undefined ? rate.denominator * size : rate.denominator
      const counted = packages === undefined ? formatRate(ratio(quantity, size)) : packages.toString()
      const result = formatExact(numerator, denominator, unit)
      steps.push(step('packages', { ...params, quantity: formatQuantity(quantity), packages: counted, price, result }))
      return settle(numerator, denominator, rounding, steps)
    }
  },
}
