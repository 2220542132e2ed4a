/** A case from outside: the input of somebody else's test, and the figure it must give. */
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

/** Figures of ours under the names that `expected` uses; `amount` where it is a bare figure. */
export type Answer = Readonly<Record<string, string | readonly string[] | readonly boolean[]>>

/** Reads one case into terms and inputs of the engine. @throws NotExpressible where that cannot be done. */
export type Adapter = (fields: Fields, given: Case) => Answer

/** Why a case says nothing about the engine. */
export class NotExpressible extends Error {}

/** @throws NotExpressible, always. */
export function notExpressible(reason: string): never {
  throw new NotExpressible(reason)
}
