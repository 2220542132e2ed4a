/** Faults that the schema validator finds, as errors of fields in words that say what is expected. */
import type { FieldError } from '../problem.ts'

export interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: object
}

/** What common patterns expect, by how they begin; other patterns are shown as they are. */
const EXPECTED: readonly (readonly [start: string, expected: string])[] = [
  ['^-?\\d{1,13}(\\.', 'must be a decimal like "12.50"'],
  ['^\\d{1,13}(\\.', 'must be a decimal like "12.50"'],
  ['^\\d{1,12}(\\.', 'must be a decimal like "12.50"'],
  ['^([A-Z]{3}|', 'must be a currency code like "CNY", or a declared unit'],
  ['^\\d{4}-\\d\\d-\\d\\d$', 'must be a day like "2026-11-01"'],
  ['^\\d{4}-\\d\\d-\\d\\dT', 'must be a time like "2026-11-01T08:30:00Z"'],
  ['^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}', 'must be an id of up to 64 letters, digits and _ . : -'],
]

/** One fault can concern several fields, such as missing or unknown names. */
export function fieldErrors({ keyword, instancePath, message, params }: Fault): FieldError[] {
  if (keyword === 'required') {
    const { requiredProperties = [] } = params as { requiredProperties?: string[] }
    return requiredProperties.map((name) => ({ pointer: `${instancePath}/${escaped(name)}`, message: 'is missing' }))
  }
  if (keyword === 'additionalProperties') {
    const { additionalProperties = [] } = params as { additionalProperties?: string[] }
    return additionalProperties.map((name) => ({
      pointer: `${instancePath}/${escaped(name)}`,
      message: 'is not a known field',
    }))
  }
  // Errors of additionalProperties are reported again for each property, as a schema that is `false`.
  if (keyword === 'boolean') return []
  return [{ pointer: instancePath, message: keyword === 'pattern' ? inWords(message, params) : message }]
}

function inWords(message: string, params: object): string {
  const { pattern = '' } = params as { pattern?: string | RegExp }
  const source = typeof pattern === 'string' ? pattern : pattern.source
  const id = /^\^([a-z]{2,4}_)/.exec(source)
  if (id) return `must be an id that begins with ${id[1]}`
  return EXPECTED.find(([start]) => source.startsWith(start))?.[1] ?? message
}

/** The name of a field as a part of a JSON pointer. */
export function escaped(name: string): string {
  return name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')
}
