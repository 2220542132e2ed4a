/**
 * Every way Recoup says no, in one place: a stable code, the HTTP status it travels with, and a sentence for people in
 * English and Chinese. `{name}` in a sentence is filled from the problem's parameters. Codes are part of the public
 * API: they are never renamed, only added.
 */
import { instantText } from './instant-text.ts'
import type { Language } from './language.ts'
import { stateText } from './problems/states.ts'
import { problemTable } from './problems.ts'

export type ProblemCode = keyof typeof problemTable
export type ProblemParams = Record<string, string | number | boolean | null | readonly string[]>

/** A refusal with a stable code. Throwing it before anything was written is the contract: a refused request changes nothing. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly params: ProblemParams
  /** Field-by-field faults of a request, as JSON pointers. */
  readonly errors: readonly FieldError[] | undefined

  constructor(code: ProblemCode, params: ProblemParams = {}, errors?: readonly FieldError[]) {
    super(describe(code, params, 'en'))
    this.name = 'Problem'
    this.code = code
    this.params = params
    this.errors = errors
  }

  get status(): number {
    return problemTable[this.code].status
  }

  title(language: Language): string {
    return problemTable[this.code].title[language]
  }

  /** @param zone IANA name of the zone in which instants are told; undefined: as they are, in UTC. */
  detail(language: Language, zone?: string): string {
    return describe(this.code, this.params, language, zone)
  }
}

export interface FieldError {
  readonly pointer: string
  readonly message: string
}

function describe(code: ProblemCode, params: ProblemParams, language: Language, zone?: string): string {
  const text = (name: string) => {
    const value = params[name] ?? '?'
    if (typeof value === 'object') return value.join(language === 'zh' ? '、' : ', ')
    if (name === 'status') return stateText(String(value), language)
    return String(zone === undefined ? value : instantText(name, value, zone, language))
  }
  return problemTable[code].detail[language].replace(/\{(\w+)\}/g, (_, name: string) => text(name))
}
