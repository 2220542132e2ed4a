import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { lines } from '../lines/index.ts'
import { problemTable } from '../problems.ts'
import { openapiText } from './openapi.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
}
interface Union extends Schema {
  readonly oneOf: readonly Schema[]
  readonly discriminator: { readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> }
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
interface Operation {
  operationId: string
  summary: string
  tags: string[]
  parameters?: { $ref?: string; name?: string; in?: string }[]
  requestBody?: { content: Content }
  responses: Record<string, { $ref?: string; content?: Content }>
  'x-problem-codes'?: Record<string, string[]>
}
interface Document {
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>> & { schemas: Record<string, Schema> }
}

const text = await openapiText()
const document = JSON.parse(text) as Document
const { schemas } = document.components
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

it('is deterministic and needs no database', async () => {
  expect(await openapiText()).toBe(text)
  expect(document.openapi).toBe('3.1.0')
})

it('is valid by the schema of OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(text))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

it('bounds the whole numbers of requests, which the database stores as integers', () => {
  const unbounded = new Set<string>()
  const visit = (node: unknown, where: string, seen: ReadonlySet<string>): void => {
    if (typeof node !== 'object' || node === null) return
    const { $ref, type, maximum, ...rest } = node as { $ref?: string; type?: string; maximum?: number }
    const name = $ref?.split('/').at(-1)
    if (name !== undefined) {
      if (!seen.has(name)) visit(schemas[name], name, new Set([...seen, name]))
      return
    }
    if (type === 'integer' && maximum === undefined && !('enum' in rest)) unbounded.add(where)
    for (const [key, value] of Object.entries(rest)) visit(value, `${where}.${key}`, seen)
  }
  for (const { operation } of operations) {
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
      visit(schema, operation.operationId, new Set())
    }
  }
  expect([...unbounded]).toEqual([])
})

it('has no dangling references and no unused components', () => {
  const references = new Set([...text.matchAll(/"#\/components\/(\w+\/[\w.]+)"/g)].map((match) => match[1]!))
  const there = Object.entries(document.components).flatMap(([kind, parts]) =>
    kind === 'securitySchemes' ? [] : Object.keys(parts).map((name) => `${kind}/${name}`),
  )
  expect([...references].filter((reference) => !there.includes(reference))).toEqual([])
  expect(there.filter((name) => !references.has(name))).toEqual([])
})

it('names every operation uniquely, with an existing tag', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const tags = document.tags.map(({ name }) => name)
  for (const { operation } of operations) expect(tags).toContain(operation.tags[0])
})

it('declares every parameter of a path', () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const described = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name)
    expect(described, path).toEqual(named)
  }
})

it('distinguishes the events of the products by a discriminator', () => {
  for (const name of ['EventCharge', 'BulkEventCharge', 'QuoteRequest', 'PricingRequest']) {
    const { oneOf, discriminator } = schemas[name] as Union
    expect(oneOf).toHaveLength(lines.products.length)
    expect(Object.entries(discriminator.mapping)).toHaveLength(lines.products.length)
    for (const [product, reference] of Object.entries(discriminator.mapping)) {
      expect(oneOf).toContainEqual({ $ref: reference })
      const { properties } = schemas[reference.split('/').at(-1)!]!
      expect(properties![discriminator.propertyName]).toMatchObject({ const: product })
    }
  }
})

it('names every JSON body and every JSON response', () => {
  for (const { operation } of operations) {
    const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
    const contents = [operation.requestBody?.content, ...successes.map(([, { content }]) => content)]
    for (const content of contents) {
      const schema = content?.['application/json']?.schema
      if (schema && schema.type !== 'string') expect(schema, operation.operationId).toHaveProperty('$ref')
    }
  }
})

it('uses shared responses for problems and lists the codes of each operation', () => {
  const codes = operations.flatMap(({ operation }) => Object.values(operation['x-problem-codes'] ?? {}).flat())
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter((code) => !(code in problemTable))).toEqual([])
  for (const { operation } of operations) {
    const failures = Object.entries(operation.responses).filter(([status]) => !status.startsWith('2'))
    for (const [, response] of failures) expect(response).toEqual({ $ref: expect.any(String) })
  }
})

describe('names', () => {
  it('do not collide with names made by client generators', () => {
    const made = [...componentNames(), ...nestedNames(), ...operationNames()]
    const byForm = Map.groupBy(made, ({ name }) => name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase())
    const collisions = [...byForm.values()].filter((uses) => new Set(uses.map(({ from }) => from)).size > 1)
    expect(collisions).toEqual([])
  })

  it('do not begin with New, as constructors in Go do', () => {
    expect(componentNames().filter(({ name }) => /^New[A-Z]/.test(name))).toEqual([])
  })

  it('are used for null only together with another type', () => {
    expect(text).not.toMatch(/"nextCursor": \{\s*"type": "null"/)
    for (const [name, schema] of Object.entries(schemas)) {
      for (const property of Object.values(schema.properties ?? {}))
        expect(property, name).not.toEqual({ type: 'null' })
    }
  })
})

interface MadeName {
  readonly name: string
  readonly from: string
}

function componentNames(): MadeName[] {
  return Object.entries(document.components)
    .filter(([kind]) => kind !== 'securitySchemes')
    .flatMap(([kind, parts]) => Object.keys(parts).map((name) => ({ name, from: `${kind}/${name}` })))
}

/** Returns the names that generators derive for nested schemas from parent and field. */
function nestedNames(): MadeName[] {
  const walk = (schema: Schema, name: string, from: string): MadeName[] => {
    const { properties = {}, items, additionalProperties } = schema
    const inner = [
      ...Object.entries(properties).map(([field, value]) => [value, `${name}${capitalized(field)}`] as const),
      ...(items ? ([[items, `${name}Item`]] as const) : []),
      ...(typeof additionalProperties === 'object'
        ? ([[additionalProperties, `${name}AdditionalProperties`]] as const)
        : []),
    ]
    return inner.flatMap(([value, called]) => [
      ...(value.enum || value.properties || value.items ? [{ name: called, from: `${from}/${called}` }] : []),
      ...walk(value, called, `${from}/${called}`),
    ])
  }
  return Object.entries(schemas).flatMap(([name, schema]) => walk(schema, name, name))
}

function operationNames(): MadeName[] {
  const endings = ['Params', 'Response', 'JSONBody', 'JSONRequestBody', 'ResponseObject']
  return operations.flatMap(({ operation: { operationId } }) =>
    endings.map((ending) => ({ name: `${capitalized(operationId)}${ending}`, from: operationId })),
  )
}

function capitalized(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1)
}

it('uses formats known to client generators', () => {
  expect(text).not.toContain('patternProperties')
  expect(text).not.toContain('$id')
})
