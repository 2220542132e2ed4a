/**
 * The first price whose condition holds: 0.6% below 1,000, nothing for charities. Conditions are compiled by the caller that
 * knows their language (CEL) and are checked then; a price that depends on one is still a pure function.
 */
import Type, { type TSchema } from 'typebox'
import type { Priced } from './price.ts'
import { step } from './steps.ts'

export const conditionalTerms = <Inner extends TSchema>(of: Inner) =>
  Type.Object(
    {
      model: Type.Literal('conditional'),
      cases: Type.Array(
        Type.Object({ when: Type.String({ minLength: 1, maxLength: 500 }), of }, { additionalProperties: false }),
        {
          minItems: 1,
          maxItems: 50,
        },
      ),
      otherwise: of,
    },
    { additionalProperties: false },
  )

export interface Case<Input> {
  /** The condition as it is written, for the explanation. */
  readonly when: string
  readonly holds: (input: Input) => boolean
  readonly price: (input: Input) => Priced
}

/** Chooses among compiled prices; the last word has `otherwise`. */
export function compileConditional<Input>(
  cases: readonly Case<Input>[],
  otherwise: (input: Input) => Priced,
): (input: Input) => Priced {
  return (input) => {
    const found = cases.find(({ holds }) => holds(input))
    if (!found) return otherwise(input)
    const { amount, steps } = found.price(input)
    return { amount, steps: [step('condition', { when: found.when }), ...steps] }
  }
}
