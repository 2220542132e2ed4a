/**
 * A percentage of an amount, with an optional fixed part, minimum and maximum per transaction: a payment fee, a
 * commission, a tax. A free allowance per period (a number of transactions, an amount) is deducted first; if nothing is
 * left to charge, neither the fixed part nor the minimum applies.
 *
 *     fee = clamp(rate × (amount − free) + fixed, min, max), rounded once
 */
import Type, { type Static } from 'typebox'
import { formatMicros, MICROS_PER_UNIT, type Micros, parseMicros } from '../money/amount.ts'
import { parseRate } from '../money/rate.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { Priced, PriceModel, Step, StepDetail } from './price.ts'
import { compileRounding, formatExact, RoundingTerms, settle } from './rounding.ts'
import { step, termsStep } from './steps.ts'
import { at, Decimal, type Place, readMicros, refuse } from './terms.ts'

export const PercentageTerms = Type.Object(
  {
    model: Type.Literal('percentage'),
    rate: Value,
    fixed: Type.Optional(Value),
    min: Type.Optional(Decimal),
    max: Type.Optional(Decimal),
    free: Type.Optional(
      Type.Object(
        { amount: Type.Optional(Decimal), transactions: Type.Optional(Type.Integer({ minimum: 0 })) },
        {
          additionalProperties: false,
          description: 'per period; if both are set, the free allowance ends with whichever is used up first',
        },
      ),
    ),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type PercentageTerms = Static<typeof PercentageTerms>

/** One transaction. `before` is the total of earlier transactions of the period; only used by a free allowance. */
export interface PercentageInput {
  readonly amount: Micros
  readonly attributes?: Attributes
  readonly before?: { readonly amount: Micros; readonly transactions: number }
}

export const percentage: PriceModel<typeof PercentageTerms, PercentageInput> = {
  id: 'percentage',
  terms: PercentageTerms,
  compile: (terms, unit, detail = 'all') => compilePercentage(terms, unit, detail, false),
}

/**
 * Compiles a percentage that is a share of a payment: a fee, a commission, a payee's part. Rates above 1 (100%) are
 * refused, because a typing error would pay out more than was received.
 */
export function compileShare(
  terms: PercentageTerms,
  unit: string,
  detail: StepDetail = 'all',
): (input: PercentageInput) => Priced {
  return compilePercentage(terms, unit, detail, true)
}

function compilePercentage(
  terms: PercentageTerms,
  unit: string,
  detail: StepDetail,
  part: boolean,
): (input: PercentageInput) => Priced {
  const place: Place = { model: 'percentage', pointer: '' }
  const choose = compileValue(terms.rate, { as: 'rate', part }, at(place, 'rate'))
  const fixed =
    terms.fixed === undefined ? undefined : compileValue(terms.fixed, { as: 'price', unit }, at(place, 'fixed'))
  const clamp = compileClamp(terms, unit, place)
  const allow = compileFree(terms.free, unit, place)
  const rounding = compileRounding(terms.rounding, unit, detail)
  return (input) => {
    const steps: Step[] = []
    const amount = allow(input, steps)
    if (amount === 0n) return { amount: 0n, steps }
    const chosen = choose(input.attributes)
    if (chosen.step) steps.push(chosen.step)
    const { rate, text } = chosen
    let numerator = amount * rate.numerator
    let { denominator } = rate
    if (detail === 'terms') steps.push(termsStep('percentage', { rate: text }))
    else {
      const result = formatExact(numerator, denominator, unit)
      steps.push(step('percentage', { amount: formatMicros(amount, unit), rate: text, unit, result }))
    }
    if (fixed) {
      const added = fixed(input.attributes)
      if (added.step) steps.push(added.step)
      numerator = numerator * added.rate.denominator + added.rate.numerator * MICROS_PER_UNIT * denominator
      denominator *= added.rate.denominator
      const total = formatExact(numerator, denominator, unit)
      steps.push(step('fixed_added', { fixed: added.text, unit, result: total }))
    }
    return settle(clamp(numerator, denominator, steps), denominator, rounding, steps)
  }
}

/**
 * Returns the amount below which the fee is more than the amount: the minimum, or where the fixed part and the rate
 * cross. Null: there is none, or it depends on the attributes of the payment.
 */
export function feeExceedsBelow({ rate, fixed = '0', min = '0' }: PercentageTerms): Micros | null {
  if (typeof rate !== 'string' || typeof fixed !== 'string') return null
  const { numerator, denominator } = parseRate(rate)
  if (numerator >= denominator || numerator < 0n) return null
  const added = parseMicros(fixed)
  // fixed + rate × amount = amount, rounded up.
  const crossing = (added * denominator + denominator - numerator - 1n) / (denominator - numerator)
  const least = parseMicros(min)
  const below = crossing > least ? crossing : least
  return below > 0n ? below : null
}

type Clamp = (numerator: bigint, denominator: bigint, steps: Step[]) => bigint

function compileClamp(terms: PercentageTerms, unit: string, place: Place): Clamp {
  const min = terms.min === undefined ? undefined : readMicros(terms.min, at(place, 'min'))
  const max = terms.max === undefined ? undefined : readMicros(terms.max, at(place, 'max'))
  if (min !== undefined && max !== undefined && min > max)
    refuse(at(place, 'min'), `${terms.min} is greater than max ${terms.max}`)
  return (numerator, denominator, steps) => {
    const size = numerator < 0n ? -numerator : numerator
    const bound =
      min !== undefined && size < min * denominator
        ? min
        : max !== undefined && size > max * denominator
          ? max
          : undefined
    if (bound === undefined) return numerator
    const result = numerator < 0n ? -bound : bound
    const params = { from: formatExact(numerator, denominator, unit), to: formatMicros(result, unit), unit }
    steps.push(step(bound === min ? 'minimum_applied' : 'maximum_applied', params))
    return result * denominator
  }
}

/** Compiles the free allowance to a function that returns the part of a transaction that is charged. */
function compileFree(
  free: PercentageTerms['free'],
  unit: string,
  place: Place,
): (input: PercentageInput, steps: Step[]) => Micros {
  if (!free) return (input) => input.amount
  const allowance = free.amount === undefined ? undefined : readMicros(free.amount, at(place, 'free', 'amount'))
  const count = free.transactions
  return ({ amount, before }, steps) => {
    if (amount <= 0n) return amount
    if (count !== undefined && (before?.transactions ?? 0) >= count) return amount
    const left = allowance === undefined ? amount : allowance - (before?.amount ?? 0n)
    const freed = count === undefined && allowance === undefined ? 0n : left < 0n ? 0n : left < amount ? left : amount
    if (freed > 0n) {
      const params = { free: formatMicros(freed, unit), left: formatMicros(amount - freed, unit), unit }
      steps.push(step('free_amount', params))
    }
    return amount - freed
  }
}
