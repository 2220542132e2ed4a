/**
 * The first price whose condition holds: 0.6% below 1,000, free for charities. The caller compiles and checks the
 * conditions (CEL); the resulting price is still a pure function.
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
  /** Source text of the condition, for the explanation. */
  readonly when: string
  readonly holds: (input: Input) => boolean
  readonly price: (input: Input) => Priced
}

/** Returns a price that uses the first case that holds, or `otherwise`. */
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
