/** The locale of a text: language and time zone of the reader. */
import type { FastifyRequest } from 'fastify'
import type { Language } from '../language.ts'
import { languageOf } from './problems.ts'

export interface Locale {
  readonly language: Language
  /** IANA name of the time zone for timestamps: the tenant's. */
  readonly zone: string
}

/** For routes with a known caller. */
export function localeOf(request: FastifyRequest): Locale {
  return { language: languageOf(request), zone: request.identity.timeZone }
}
