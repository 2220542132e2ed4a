/** A case from outside: the input of another system's test, and the expected figure. */
export interface Case {
  readonly id: string
  readonly area: string
  readonly model?: string
  readonly system?: string
  readonly title?: string
  readonly source?: string
  readonly money_unit?: string
  readonly kind?: 'agree' | 'convention' | 'trap'
  readonly input: Fields
  readonly expected: unknown
  readonly tolerance?: unknown
}

export type Fields = Readonly<Record<string, unknown>>

/** Our figures under the names that `expected` uses; `amount` for a single figure. */
export type Answer = Readonly<Record<string, string | readonly string[] | readonly boolean[]>>

/** Converts one case into terms and inputs of the engine. @throws NotExpressible if that is not possible. */
export type Adapter = (fields: Fields, given: Case) => Answer

/** Why a case does not apply to the engine. */
export class NotExpressible extends Error {}

/** @throws NotExpressible, always. */
export function notExpressible(reason: string): never {
  throw new NotExpressible(reason)
}
