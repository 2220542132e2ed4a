/**
 * Faults of terms, field by field. A union schema reports the faults of all its alternatives; only those of the
 * alternative that was probably meant are kept.
 */
import type { TSchema } from 'typebox'
import { Value as Schema } from 'typebox/value'
import type { FieldError } from '../problem.ts'

interface Fault {
  readonly pointer: string
  readonly keyword: string
  readonly schemaPath: string
  readonly message: string
}

/** Returns one fault per field; none if the terms match the schema. */
export function faultsOf(schema: TSchema, terms: unknown): FieldError[] {
  if (Schema.Check(schema, terms)) return []
  const errors = Schema.Errors(schema, terms).filter(({ keyword }) => keyword !== 'additionalProperties')
  const faults = errors.flatMap((error) => {
    const params = error.params as Record<string, string[]>
    const missing = error.keyword === 'required' ? params.requiredProperties : undefined
    const paths = missing?.map((name) => `${error.instancePath}/${name}`) ?? [error.instancePath]
    return paths.map((pointer): Fault => ({ ...error, pointer, message: inWords(error) }))
  })
  const meant = faults.filter((fault) => faults.every((other) => !isOtherAlternative(fault, other, faults)))
  const said = new Map<string, string>()
  for (const { pointer, keyword, message } of meant) {
    if (keyword === 'anyOf' && (said.has(pointer) || meant.some((other) => isInside(other, pointer)))) continue
    if (!said.has(pointer)) said.set(pointer, message)
  }
  const literals = faults.filter(({ keyword }) => keyword === 'const')
  for (const [pointer, message] of said) {
    const allowed = literals.filter((fault) => fault.pointer === pointer).map((fault) => fault.message)
    said.set(pointer, allowed.length > 0 ? `must be one of ${allowed.join(', ')}` : message)
  }
  return [...said].map(([pointer, message]) => ({ pointer, message }))
}

const isInside = (fault: Fault, pointer: string) => fault.pointer.startsWith(`${pointer}/`)

/**
 * Whether a fault belongs to an alternative of `union` that fits worse than another one. Faults near the root weigh
 * more.
 */
function isOtherAlternative(fault: Fault, union: Fault, faults: readonly Fault[]): boolean {
  const prefix = `${union.schemaPath}/anyOf/`
  if (union.keyword !== 'anyOf' || !fault.schemaPath.startsWith(prefix)) return false
  const branch = (one: Fault) => one.schemaPath.slice(prefix.length).split('/')[0]!
  const misfits = new Map<string, number>()
  for (const one of faults) {
    if (!one.schemaPath.startsWith(prefix)) continue
    const near = one.pointer.split('/').length - union.pointer.split('/').length <= 1
    const weight = one.keyword === 'type' && one.pointer === union.pointer ? 100 : near ? 10 : 1
    misfits.set(branch(one), (misfits.get(branch(one)) ?? 0) + weight)
  }
  return misfits.get(branch(fault))! > Math.min(...misfits.values())
}

function inWords(error: { keyword: string; message: string; params: object }): string {
  switch (error.keyword) {
    case 'required':
      return 'is required'
    case 'boolean':
      return 'is not a field of this model'
    case 'pattern': {
      const { pattern } = error.params as { pattern?: unknown }
      // Only patterns of decimals limit the number of digits; those of names do not.
      return /\\d\{1,12\}/.test(String(pattern)) ? 'must be a decimal string like "0.006"' : error.message
    }
    case 'const':
      return String((error.params as { allowedValue?: unknown }).allowedValue)
    case 'anyOf':
      return 'is none of the forms allowed here'
    default:
      return error.message
  }
}
