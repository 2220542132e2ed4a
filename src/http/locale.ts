/** Whom a text is for. */
import type { FastifyRequest } from 'fastify'
import type { Language } from '../language.ts'
import { languageOf } from './problems.ts'

export interface Locale {
  readonly language: Language
  /** IANA name of the zone in which instants are told: the tenant's. */
  readonly zone: string
}

/** Of a route that knows its caller. */
export function localeOf(request: FastifyRequest): Locale {
  return { language: languageOf(request), zone: request.identity.timeZone }
}
