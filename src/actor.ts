/** Who writes: recorded on the rows that the actor makes and in the audit trail. */
import type { Uuid } from './ids.ts'

/** The identity of an API caller is one. */
export interface Actor {
  /** "user usr_…", "key key_…", "gateway …"; for the program itself, the name of its component. */
  readonly actor: string
  /** UUID of the API key with which the actor acts; null or absent: a session, or a component of the program. */
  readonly key?: Uuid | null
}

/** The program itself, where no component is named. */
export const PROGRAM: Actor = { actor: 'recoup' }

/** Whether a person acts by hand, in a session, rather than a program with an API key. */
export function isByHand({ actor, key }: Actor): boolean {
  return actor.startsWith('user ') && !key
}
