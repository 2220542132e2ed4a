/**
 * Requests for every operation of the OpenAPI document: valid ones, and ones with a single invalid value. Ids are
 * mostly taken from earlier answers, so that requests reach beyond “not found”.
 */
import fc from 'fast-check'
import { lines } from '../src/lines/index.ts'

export interface AnyRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body: unknown
  /** One value in it does not fit the schema. */
  readonly spoiled: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: JSON Schema as it comes
type Schema = any

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly required: readonly string[]
  readonly body: Schema | undefined
}

/** Values that break programs: other types, bounds, lone surrogates, strings with a special meaning elsewhere. */
const SPOILED: readonly unknown[] = [
  ...[null, true, [], {}, [[]], -1, 0, 1.5, 1e21, -1e21, 2 ** 53],
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\ud83d\ude00',
    '\uff11\uff12',
    '-1',
    '0',
    '0.000001',
    '9223372036854.775807',
    'NaN',
    '1e5',
  ],
  ...['__proto__', 'constructor', '%00', '../..', "'; --", '2026-02-30', '0000-01-01', '+275760-09-13T00:00:00Z'],
  'x'.repeat(300),
]
const PRODUCTS = lines.products.map(({ line, product }) => ({
  line: line.id,
  product: product.id,
  event: product.example.event,
}))
const PARTIES = [...new Set(lines.products.flatMap(({ product }) => product.example.parties.map(({ id }) => id)))]
const DAYS = ['2026-10-01', '2026-11-01', '2026-11-23', '2026-12-01']

export class AnyRequests {
  readonly operations: readonly Operation[]
  readonly #document: Schema
  /** Ids that appeared in answers, by prefix. */
  readonly #ids = new Map<string, Set<string>>()

  constructor(document: Schema) {
    this.#document = document
    this.operations = Object.entries<Schema>(document.paths).flatMap(([path, item]) =>
      Object.entries<Schema>(item).map(([method, operation]) => {
        const parameters = (operation.parameters ?? []).map((each: Schema) => this.#resolve(each))
        return {
          id: operation.operationId,
          ...{ method: method.toUpperCase(), path, parameters },
          required: parameters.filter((each: Schema) => each.required).map((each: Schema) => each.name),
          body: operation.requestBody?.content['application/json']?.schema,
        }
      }),
    )
  }

  /** Stores the ids that an answer contains. */
  learn(answer: unknown): void {
    if (typeof answer === 'string') {
      const prefix = /^([a-z]{3,4})_[0-9a-z]{26}$/.exec(answer)?.[1]
      if (prefix) this.#ids.set(prefix, (this.#ids.get(prefix) ?? new Set()).add(answer))
    } else if (answer && typeof answer === 'object') for (const part of Object.values(answer)) this.learn(part)
  }

  of({ method, path, parameters, required, body }: Operation): fc.Arbitrary<AnyRequest> {
    const within = (place: string) => {
      const properties = Object.fromEntries(parameters.filter((p) => p.in === place).map((p) => [p.name, p.schema]))
      return this.#value({ type: 'object', properties, required: required.filter((name) => name in properties) })
    }
    const parts = fc.record({
      path: within('path'),
      query: within('query'),
      body: body ? this.#value(body) : fc.constant(undefined),
    })
    const spoil = fc.option(fc.record({ where: fc.nat(100), what: fc.constantFrom(...SPOILED) }), { freq: 1 })
    return fc.tuple(parts, spoil).map(([whole, change]) => {
      const made = change ? spoiled(whole, change.where, change.what) : whole
      const names = made.path as Record<string, unknown>
      const url = path.replaceAll(/\{(\w+)\}/g, (_, name) => encoded(names[name]) || '%20')
      const query = Object.entries((made.query ?? {}) as object).map(([name, value]) => `${name}=${encoded(value)}`)
      return {
        method: method as AnyRequest['method'],
        url: query.length > 0 ? `${url}?${query.join('&')}` : url,
        body: made.body,
        spoiled: change !== null,
      }
    })
  }

  #resolve(schema: Schema): Schema {
    if (!schema?.$ref) return schema
    const names: string[] = schema.$ref.split('/').slice(1)
    return this.#resolve(names.reduce((at, name) => at[name], this.#document))
  }

  #value(given: Schema, name = '', depth = 0): fc.Arbitrary<unknown> {
    const schema = this.#resolve(given)
    if (!schema || depth > 8) return fc.constantFrom(...SPOILED)
    if ('const' in schema) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    const variants = schema.anyOf ?? schema.oneOf
    if (variants) return fc.oneof(...variants.map((each: Schema) => this.#value(each, name, depth + 1)))
    switch (schema.type) {
      case 'object':
        return this.#object(schema, depth)
      case 'array':
        return fc.array(this.#value(schema.items, name, depth + 1), { minLength: schema.minItems ?? 0, maxLength: 3 })
      case 'integer':
        return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e9), max: Math.min(schema.maximum ?? 1000, 1e9) })
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'string':
        return this.#text(schema, name)
      default:
        return fc.constantFrom(...SPOILED)
    }
  }

  /** With only the required fields, with one more, or with any, because fields often exclude each other. */
  #object({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
    const fields = Object.entries<Schema>(properties)
    const values = Object.fromEntries(fields.map(([name, each]) => [name, this.#value(each, name, depth + 1)]))
    const needed = Object.fromEntries(Object.entries(values).filter(([name]) => required.includes(name)))
    const more = Object.keys(values).filter((name) => !required.includes(name))
    const choices = [
      fc.record(needed),
      ...more.map((name) => fc.record({ ...needed, [name]: values[name]! })),
      fc.record(values, { requiredKeys: required.filter((name: string) => name in values) }),
    ]
    const made = fc.oneof(...choices)
    if (!('product' in values && 'event' in values)) return made
    return fc.tuple(made, fc.constantFrom(...PRODUCTS)).map(([rest, product]) => ({ ...(rest as object), ...product }))
  }

  #text(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const examples: string[] = schema.examples ?? []
    const prefix = /^([a-z]{3,4})_[0-9a-z]{26}$/.exec(examples[0] ?? '')?.[1]
    const likely = [...examples]
    if (/^\d{4}-\d\d-\d\d$/.test(examples[0] ?? '')) likely.push(...DAYS)
    if (schema.format === 'date-time') likely.push(...DAYS.map((day) => `${day}T00:00:00Z`))
    if (/^(party|payer|payee|merchant)$/.test(name)) likely.push(...PARTIES)
    if (/amount/i.test(name)) likely.push('0.01', '1.00', '10')
    if (/currency/i.test(name)) likely.push('CNY', 'JPY')
    const { minLength = 0, maxLength = 400, pattern } = schema
    const any = pattern
      ? fc.stringMatching(new RegExp(pattern, 'u')).map((text) => text.slice(0, maxLength))
      : fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)), unit: 'grapheme' })
    if (likely.length === 0) return any
    // Resolved when a request is made, because more ids are known then.
    const known = fc.nat(1000).map((n) => {
      const ids = [...(this.#ids.get(prefix ?? '') ?? likely)]
      return ids[n % ids.length]
    })
    return fc.oneof({ arbitrary: known, weight: 4 }, any)
  }
}

function encoded(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed())
}

/** Replaces one value, at any depth. */
function spoiled<Whole extends object>(whole: Whole, where: number, what: unknown): Whole {
  const copy = structuredClone(whole)
  const places: [Record<string, unknown>, string][] = []
  const walk = (at: Record<string, unknown>, own: boolean) => {
    for (const [key, value] of Object.entries(at)) {
      if (own) places.push([at, key])
      if (value && typeof value === 'object') walk(value as Record<string, unknown>, true)
    }
  }
  walk(copy as Record<string, unknown>, false)
  const place = places[where % Math.max(places.length, 1)]
  if (place) place[0][place[1]] = what
  return copy
}
