/** Whom a text is for. */
import type { FastifyRequest } from 'fastify'
import type { Language } from '../language.ts'
import { languageOf } from './problems.ts'

export interface Reader {
  readonly language: Language
  /** IANA name of the zone in which instants are told: the tenant's. */
  readonly zone: string
}

/** Of a route that knows its caller. */
export function readerOf(request: FastifyRequest): Reader {
  return { language: languageOf(request), zone: request.identity.timeZone }
}
