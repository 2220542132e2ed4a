/**
 * A yearly rate that accrues daily on a holding: a management fee, interest on an overdraft. Actual days are counted
 * (ACT) over a fixed year of 365 or 360 days, as in ISDA's day count fractions "Actual/365 (Fixed)" and "Actual/360".
 * With `spread`, the fund yield less the holder yield is added to the rate; `signed` allows it to be negative,
 * `floored` limits it to zero.
 *
 *     amount = Σ holding × (rate + fund yield − holder yield) × days ÷ year, rounded once
 *
 * Accrue daily as the difference of running totals (`increment`), so that thirty days add up exactly to the month.
 */
import Type, { type Static } from 'typebox'
import { formatMicros, type Micros } from '../money/amount.ts'
import { formatPercent, parseRate, type Rate } from '../money/rate.ts'
import { Problem } from '../problem.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { PriceModel, Step } from './price.ts'
import { compileRounding, formatExact, RoundingTerms, settle } from './rounding.ts'
import { step } from './steps.ts'

export const AccrualTerms = Type.Object(
  {
    model: Type.Literal('accrual'),
    rate: Value,
    basis: Type.Union([Type.Literal('ACT/365'), Type.Literal('ACT/360')]),
    spread: Type.Optional(Type.Union([Type.Literal('signed'), Type.Literal('floored')])),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type AccrualTerms = Static<typeof AccrualTerms>

/** An amount held for a number of days. The yields are only required with `spread`; decimals per year. */
interface Holding {
  readonly amount: Micros
  readonly days: number
  readonly fundYield?: string
  readonly holderYield?: string
}

export interface HoldingsInput {
  readonly holdings: readonly Holding[]
  readonly attributes?: Attributes
}

export const accrual: PriceModel<typeof AccrualTerms, HoldingsInput> = {
  id: 'accrual',
  terms: AccrualTerms,
  compile(terms, unit) {
    const choose = compileValue(terms.rate, { as: 'rate' }, { model: 'accrual', pointer: '/rate' })
    const rounding = compileRounding(terms.rounding, unit)
    const year = terms.basis === 'ACT/365' ? 365n : 360n
    return ({ holdings, attributes }) => {
      const steps: Step[] = []
      const chosen = choose(attributes)
      if (chosen.step) steps.push(chosen.step)
      let [numerator, denominator] = [0n, 1n]
      for (const holding of holdings) {
        if (!Number.isSafeInteger(holding.days) || holding.days < 0) {
          throw new Problem('price_input_invalid', { field: 'days', value: String(holding.days) })
        }
        const rate = terms.spread ? addSpread(chosen.rate, holding, terms.spread, steps) : chosen.rate
        const earned = holding.amount * BigInt(holding.days) * rate.numerator
        const over = year * rate.denominator
        const params = { rate: formatPercent(rate), amount: formatMicros(holding.amount, unit), basis: terms.basis }
        const result = formatExact(earned, over, unit)
        steps.push(step('accrued', { ...params, days: String(holding.days), unit, result }))
        if (over === denominator) numerator += earned
        else [numerator, denominator] = [numerator * over + earned * denominator, denominator * over]
      }
      return settle(numerator, denominator, rounding, steps)
    }
  },
}

function addSpread(rate: Rate, holding: Holding, spread: 'signed' | 'floored', steps: Step[]): Rate {
  const { fundYield, holderYield } = holding
  if (fundYield === undefined || holderYield === undefined) {
    const field = fundYield === undefined ? 'fundYield' : 'holderYield'
    throw new Problem('price_input_missing', { model: 'accrual', field })
  }
  const [fund, holder] = [parseRate(fundYield), parseRate(holderYield)]
  const difference = fund.numerator * holder.denominator - holder.numerator * fund.denominator
  const numerator = spread === 'floored' && difference < 0n ? 0n : difference
  const kept: Rate = { numerator, denominator: fund.denominator * holder.denominator }
  const params = { fund: formatPercent(fund), holder: formatPercent(holder), spread: formatPercent(kept) }
  steps.push(step('spread', params))
  return {
    numerator: rate.numerator * kept.denominator + kept.numerator * rate.denominator,
    denominator: rate.denominator * kept.denominator,
  }
}
