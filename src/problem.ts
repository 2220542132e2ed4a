/**
 * Every problem that Recoup reports: a stable code, its HTTP status, and a title and a detail in English and Chinese.
 * `{name}` in a detail is filled from the problem's parameters. Codes are part of the public API: they are only added,
 * never renamed.
 */
import { instantText } from './instant-text.ts'
import type { Language } from './language.ts'
import type { EntryWith } from './problems/entry.ts'
import { reasonInChinese } from './problems/reasons.ts'
import { stateText } from './problems/states.ts'
import { paramText } from './problems/words.ts'
import { problemTable } from './problems.ts'

export type ProblemCode = keyof typeof problemTable
type Param = string | number | boolean | null | readonly string[]
export type ProblemParams = Record<string, Param>
/** The parameters that the texts of a problem need. */
type NameOf<Code extends ProblemCode> = (typeof problemTable)[Code] extends EntryWith<infer Name> ? Name : never
export type Given<Code extends ProblemCode> = [NameOf<Code>] extends [never]
  ? [params?: ProblemParams, errors?: readonly FieldError[]]
  : [params: ProblemParams & Readonly<Record<NameOf<Code>, Param>>, errors?: readonly FieldError[]]

/** An error with a stable code. It must be thrown before anything is written: a refused request changes nothing. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  readonly code: Code
  readonly params: ProblemParams
  /** Field-by-field faults of a request, as JSON pointers. */
  readonly errors: readonly FieldError[] | undefined

  constructor(code: Code, ...[params = {}, errors]: Given<Code>) {
    super(describe(code, params, 'en'))
    this.name = 'Problem'
    this.code = code
    this.params = params
    this.errors = errors
  }

  /** A problem whose code is known only at run time, such as one that was stored. */
  static of(code: ProblemCode, params: ProblemParams = {}, errors?: readonly FieldError[]): Problem {
    return new Problem(code, ...([params, errors] as unknown as Given<ProblemCode>))
  }

  get status(): number {
    return problemTable[this.code].status
  }

  title(language: Language): string {
    return problemTable[this.code].title[language]
  }

  /** @param zone IANA time zone in which instants are written; undefined: as they are, in UTC. */
  detail(language: Language, zone?: string): string {
    return describe(this.code, this.params, language, zone)
  }
}

export interface FieldError {
  readonly pointer: string
  readonly message: string
}

function describe(code: ProblemCode, params: ProblemParams, language: Language, zone?: string): string {
  const text = (name: string): string | null => {
    const value = params[name] ?? '?'
    if (typeof value === 'object') return value.join(language === 'zh' ? '、' : ', ')
    if (name === 'status') return stateText(String(value), language)
    const said = paramText(name, String(value), language)
    if (said !== undefined) return said
    if (language === 'zh' && FREE_TEXT.has(name)) return reasonInChinese(String(value))
    return String(zone === undefined ? value : instantText(name, value, zone, language))
  }
  // A reason without a Chinese text is left out together with the colon or the brackets around it.
  const sentence = problemTable[code].detail[language].replace(
    /(?:：\{(\w+)\}|（\{(\w+)\}）|\{(\w+)\})/g,
    (whole, afterColon, inBrackets, alone) => {
      const name = afterColon ?? inBrackets ?? alone
      const said = text(name)
      return said === null ? '' : whole.replace(`{${name}}`, () => said)
    },
  )
  return sentence.replace(/([.。!?！？])[.。]$/, '$1')
}

/** Parameters that can hold an English text. */
const FREE_TEXT: ReadonlySet<string> = new Set(['reason', 'value', 'expected'])
