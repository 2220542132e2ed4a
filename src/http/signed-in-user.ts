import type { FastifyRequest } from 'fastify'
import type { Uuid } from '../ids.ts'
import { Problem } from '../problem.ts'

export interface SignedInUser {
  /** UUIDs. */
  readonly user: Uuid
  readonly session: Uuid
  readonly tenant: number
}

/** For operations about the signed-in user. @throws Problem `session_needed` for an API key. */
export function signedInUser({ identity: { user, session, tenant } }: FastifyRequest): SignedInUser {
  if (user === null || session === null) throw new Problem('session_needed')
  return { user, session, tenant }
}
