/**
 * A quote per project: an agreed amount (inside the rate card's band), paid in milestones. The milestones add up
 * exactly to the amount: rounding remainders go to the largest ones. Parts are whole minor units unless the terms say
 * otherwise, because each is invoiced.
 */
import Type, { type Static } from 'typebox'
import { allocate } from '../money/allocate.ts'
import { formatMicros, type Micros, minorUnit } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { PriceModel, Step } from './price.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readDecimal, readMicros, refuse } from './terms.ts'

export const QuotedTerms = Type.Object(
  {
    model: Type.Literal('quoted'),
    min: Type.Optional(Decimal),
    max: Type.Optional(Decimal),
    milestones: Type.Array(
      Type.Object({ id: Type.String({ minLength: 1 }), share: Decimal }, { additionalProperties: false }),
      { minItems: 1, description: 'shares; must add up to 1' },
    ),
    to: Type.Optional(Type.Union([Type.Literal('minor'), Type.Literal('micro')])),
  },
  { additionalProperties: false },
)
export type QuotedTerms = Static<typeof QuotedTerms>

export interface QuotedInput {
  /** Agreed amount of the whole project. */
  readonly amount: Micros
  /** Milestone that is due; defaults to the whole amount. */
  readonly milestone?: string
}

export const quoted: PriceModel<typeof QuotedTerms, QuotedInput> = {
  id: 'quoted',
  terms: QuotedTerms,
  compile(terms, unit) {
    const place: Place = { model: 'quoted', pointer: '' }
    const min = terms.min === undefined ? 0n : readMicros(terms.min, at(place, 'min'))
    const max = terms.max === undefined ? undefined : readMicros(terms.max, at(place, 'max'))
    if (max !== undefined && min > max) refuse(at(place, 'min'), `${terms.min} is greater than max ${terms.max}`)
    const { ids, weights, whole } = readMilestones(terms, at(place, 'milestones'))
    const quantum = terms.to === 'micro' ? 1n : minorUnit(unit)
    return ({ amount, milestone }) => {
      if (amount < min || (max !== undefined && amount > max)) {
        const band = { min: formatMicros(min, unit), max: max === undefined ? '∞' : formatMicros(max, unit) }
        throw new Problem('price_outside_band', { name: 'quote', value: formatMicros(amount, unit), ...band })
      }
      if (amount % quantum !== 0n) {
        throw new Problem('price_input_invalid', { field: 'amount', value: formatMicros(amount, unit) })
      }
      const steps: Step[] = [step('quoted', { result: formatMicros(amount, unit), unit })]
      if (milestone === undefined) return { amount, steps }
      const index = ids.indexOf(milestone)
      if (index < 0) {
        const known = ids.slice(0, 20).join(', ')
        throw new Problem('choice_unknown', { by: 'milestone', value: milestone.slice(0, 60), known })
      }
      const part = allocate(amount, weights, 0, quantum)[index]!
      const params = { milestone, share: weights[index]!.toString(), whole: whole.toString() }
      const result = formatMicros(part, unit)
      steps.push(step('milestone', { ...params, amount: formatMicros(amount, unit), unit, result }))
      return { amount: part, steps }
    }
  },
}

function readMilestones(terms: QuotedTerms, place: Place): { ids: string[]; weights: bigint[]; whole: bigint } {
  const ids = terms.milestones.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) refuse(place, 'two milestones have the same id')
  const shares = terms.milestones.map(({ share }, index) => readDecimal(share, at(place, index, 'share')))
  const whole = shares.reduce((most, { denominator }) => (denominator > most ? denominator : most), 1n)
  const weights = shares.map(({ numerator, denominator }) => numerator * (whole / denominator))
  if (weights.reduce((a, b) => a + b, 0n) !== whole) refuse(place, 'the shares do not add up to 1')
  return { ids, weights, whole }
}
