/** A case from another system: the input of one of its tests, and the expected figures. */
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

/** Our figures under the names that `expected` uses; `amount` if it is a single figure. */
export type Answer = Readonly<Record<string, string | readonly string[] | readonly boolean[]>>

/** Maps one case to terms and inputs of the engine. @throws NotExpressible if the case cannot be mapped. */
export type Adapter = (fields: Fields, given: Case) => Answer

/** Thrown for a case that cannot be expressed in the engine; the message is the reason. */
export class NotExpressible extends Error {}

/** @throws NotExpressible, always. */
export function notExpressible(reason: string): never {
  throw new NotExpressible(reason)
}
