/**
 * Validates requests against the TypeBox schemas that also provide the types and the OpenAPI document. Bodies are not
 * converted; in paths and queries, where everything is text, only whole numbers are.
 */
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { type FieldError, Problem } from '../problem.ts'
import { escaped, type Fault, fieldErrors } from './field-errors.ts'

export type Check = (value: unknown) => { value: unknown } | { error: Error }

/** The maximum number of reported errors; a body can have one per field. */
const MOST = 20
const WHOLE = /^-?\d{1,10}$/

/**
 * A validator for a schema, compiled when it is first needed. It returns the value or the Problem `request_invalid`
 * (`time_invalid` for a time).
 */
export function checker(schema: TSchema): Check {
  let compiled: Validator | undefined
  return (value) => {
    compiled ??= Compile(schema)
    if (compiled.Check(value)) return { value }
    const unknown = unknownFields(schema, value)
    if (unknown.length > MOST) return { error: requestInvalid(unknown.slice(0, MOST)) }
    return { error: refusal(compiled.Errors(value) as readonly Fault[], value) }
  }
}

export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = checker(schema)
  if (httpPart === 'body') return check
  const numbers = integerFields(schema)
  if (numbers.length === 0) return check
  return (value: Record<string, unknown>) => {
    const read = { ...value }
    for (const name of numbers) {
      const text = read[name]
      if (typeof text === 'string' && WHOLE.test(text)) read[name] = Number(text)
    }
    return check(read)
  }
}

function integerFields(schema: TSchema): string[] {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> }
  return Object.keys(properties).filter((name) => properties[name]!.type === 'integer')
}

function refusal(faults: readonly Fault[], value: unknown): Problem {
  const errors = faults.flatMap(fieldErrors).slice(0, MOST)
  const time = faults.find(({ keyword, params }) => keyword === 'format' && isDateTime(params))
  if (time && errors.length === 1) {
    return new Problem('time_invalid', { value: String(valueAt(value, time.instancePath)).slice(0, 60) }, errors)
  }
  return requestInvalid(errors)
}

function requestInvalid(errors: FieldError[]): Problem {
  const [first] = errors
  const reason = first ? `${first.pointer || 'it'} ${first.message}` : 'it does not match the schema'
  return new Problem('request_invalid', { reason }, errors)
}

/** Collected before all errors are, which would take a second for hundreds of thousands of fields. */
function unknownFields(schema: TSchema, value: unknown): FieldError[] {
  const { properties, additionalProperties } = schema as { properties?: object; additionalProperties?: unknown }
  if (additionalProperties !== false || !properties || typeof value !== 'object' || value === null) return []
  const unknown: FieldError[] = []
  for (const name in value) {
    if (Object.hasOwn(properties, name)) continue
    unknown.push({ pointer: `/${escaped(name)}`, message: 'is not a known field' })
    if (unknown.length > MOST) break
  }
  return unknown
}

function isDateTime(params: object): boolean {
  return (params as { format?: string }).format === 'date-time'
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], value)
}
