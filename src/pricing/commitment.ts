/**
 * A committed minimum and a maximum spend, around any other price. The minimum applies only when the period closes
 * (`final`): until then, only actual use is charged.
 */
import Type, { type TSchema } from 'typebox'
import { formatMicros } from '../money/amount.ts'
import type { Priced } from './price.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readMicros, refuse } from './terms.ts'

export const commitmentTerms = <Inner extends TSchema>(of: Inner) =>
  Type.Object(
    { model: Type.Literal('commitment'), min: Type.Optional(Decimal), max: Type.Optional(Decimal), of },
    { additionalProperties: false },
  )

export interface FinalInput {
  /** Whether this price closes the period; defaults to true. */
  readonly final?: boolean
}

/** Wraps a compiled price. @throws Problem `terms_invalid`: no bound, or the minimum above the maximum. */
export function compileCommitment<Input>(
  terms: { readonly min?: string; readonly max?: string },
  inner: (input: Input) => Priced,
  unit: string,
): (input: Input & FinalInput) => Priced {
  const place: Place = { model: 'commitment', pointer: '' }
  const min = terms.min === undefined ? undefined : readMicros(terms.min, at(place, 'min'))
  const max = terms.max === undefined ? undefined : readMicros(terms.max, at(place, 'max'))
  if (min === undefined && max === undefined) refuse(place, 'must have min, max or both')
  if (min !== undefined && max !== undefined && min > max)
    refuse(at(place, 'min'), `${terms.min} is greater than max ${terms.max}`)
  return (input) => {
    const priced = inner(input)
    const params = { from: formatMicros(priced.amount, unit), unit }
    if (max !== undefined && priced.amount > max) {
      return { amount: max, steps: [...priced.steps, step('spend_capped', { ...params, to: formatMicros(max, unit) })] }
    }
    if (min !== undefined && input.final !== false && priced.amount < min) {
      return { amount: min, steps: [...priced.steps, step('committed', { ...params, to: formatMicros(min, unit) })] }
    }
    return priced
  }
}
