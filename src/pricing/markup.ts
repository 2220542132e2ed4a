/**
 * A markup over a reference rate: the platform's earnings on a currency exchange. Two conventions exist and differ (2%
 * off the rate is 2.0408% on the price), so the terms state which one applies:
 *
 *     on_price   the payer pays the reference cost × (1 + markup):   customer rate = reference ÷ (1 + markup)
 *     off_rate   the payee gets the reference rate × (1 − markup):   customer rate = reference × (1 − markup)
 *
 * Either the amount sent or the amount received is fixed. The other leg is computed from the exact rate in one step,
 * never through a rounded bridge currency, and rounded once (to minor units unless the terms say otherwise, because
 * customers see it; `against-payer` rounds the amount received down and the amount sent up). The price is the amount
 * sent less the cost of the amount received, at the reference rate.
 */
import Type, { type Static } from 'typebox'
import { checkRange, formatMicros, type Micros, minorUnit } from '../money/amount.ts'
import { applyRate, formatRate, invert, multiplyRates, type Rate, ratio } from '../money/rate.ts'
import type { RoundingMode } from '../money/round.ts'
import { Problem } from '../problem.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { Priced, PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { Mode, RoundingTerms } from './rounding.ts'
import { step } from './steps.ts'

export const MarkupTerms = Type.Object(
  {
    model: Type.Literal('markup'),
    markup: Value,
    convention: Type.Union([Type.Literal('on_price'), Type.Literal('off_rate')]),
    rounding: Type.Optional(
      Type.Object(
        { to: RoundingTerms.properties.to, mode: Type.Optional(Type.Union([Mode, Type.Literal('against-payer')])) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type MarkupTerms = Static<typeof MarkupTerms>

/** Exactly one of `amount` (sent, in the rate card's unit) and `receive` (in `other`) is fixed. */
export interface ExchangeInput {
  readonly amount?: Micros
  readonly receive?: Micros
  /** Currency received. */
  readonly other: string
  /** Amount of `other` per unit of the rate card's currency, exact, before the markup. */
  readonly reference: Rate
  readonly attributes?: Attributes
}

/** The price of an exchange and its two legs. */
export interface Exchanged extends Priced {
  readonly sent: Micros
  readonly received: Micros
  /** Cost of `received` at the reference rate; `sent` − `cost` is the price. */
  readonly cost: Micros
  /** Customer rate: amount of `other` per unit of the rate card's currency. */
  readonly rate: Rate
}

export const markup = {
  id: 'markup',
  terms: MarkupTerms,
  compile(terms: MarkupTerms, unit: string): (input: ExchangeInput) => Exchanged {
    const choose = compileValue(terms.markup, { as: 'rate' }, { model: 'markup', pointer: '/markup' })
    const micro = terms.rounding?.to === 'micro'
    const mode = terms.rounding?.mode ?? 'half-away'
    return ({ amount, receive, other, reference, attributes }) => {
      const chosen = choose(attributes)
      const rate = customerRate(reference, chosen.rate, terms.convention)
      const grain = (currency: string) => (micro ? 1n : minorUnit(currency))
      const legs = exchange({ amount, receive }, rate, { ours: grain(unit), theirs: grain(other), mode })
      const cost = applyRate(
        legs.received,
        invert(reference),
        grain(unit),
        mode === 'against-payer' ? 'half-away' : mode,
      )
      const steps: Step[] = chosen.step ? [chosen.step] : []
      const price = checkRange(legs.sent - cost, unit)
      const got = { amount: formatMicros(cost, unit), result: formatMicros(legs.received, other) }
      steps.push(step('exchanged', { ...got, unit, other, rate: formatRate(reference) }))
      const params = { markup: chosen.text, rate: formatRate(rate), unit, result: formatMicros(price, unit) }
      steps.push(step('marked_up', params))
      return { amount: price, steps, ...legs, cost, rate }
    }
  },
} satisfies PriceModel<typeof MarkupTerms, ExchangeInput>

function customerRate(reference: Rate, markup: Rate, convention: MarkupTerms['convention']): Rate {
  const { numerator, denominator } = markup
  if (reference.numerator <= 0n) throw new Problem('rate_invalid', { value: formatRate(reference) })
  if (convention === 'on_price') return multiplyRates(reference, ratio(denominator, denominator + numerator))
  if (numerator >= denominator) {
    throw new Problem('price_outside_band', { name: 'markup', value: formatRate(markup), min: '0', max: '1' })
  }
  return multiplyRates(reference, ratio(denominator - numerator, denominator))
}

interface Grain {
  readonly ours: Micros
  readonly theirs: Micros
  readonly mode: RoundingMode | 'against-payer'
}

function exchange(
  fixed: { readonly amount: Micros | undefined; readonly receive: Micros | undefined },
  rate: Rate,
  { ours, theirs, mode }: Grain,
): { sent: Micros; received: Micros } {
  if (fixed.amount !== undefined && fixed.receive === undefined) {
    const sent = notNegative(fixed.amount, 'amount')
    return { sent, received: applyRate(sent, rate, theirs, mode === 'against-payer' ? 'down' : mode) }
  }
  if (fixed.receive !== undefined && fixed.amount === undefined) {
    const received = notNegative(fixed.receive, 'receive')
    return { sent: applyRate(received, invert(rate), ours, mode === 'against-payer' ? 'up' : mode), received }
  }
  throw new Problem('price_input_invalid', { field: 'amount', value: 'provide either amount or receive' })
}
