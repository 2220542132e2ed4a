import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { lines } from '../lines/index.ts'
import { problemTable } from '../problems.ts'
import { openapiText } from './openapi.ts'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  parameters?: { $ref?: string; name?: string; in?: string }[]
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
}
interface Document {
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

const text = await openapiText()
const document = JSON.parse(text) as Document
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

it('is the same every time, without a database', async () => {
  expect(await openapiText()).toBe(text)
  expect(document.openapi).toBe('3.1.0')
})

it('is valid by the schema of OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(text))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

it('refers to nothing that is not there, and has nothing that nobody refers to', () => {
  const references = new Set([...text.matchAll(/"#\/components\/(\w+\/[\w.]+)"/g)].map((match) => match[1]!))
  const there = Object.entries(document.components).flatMap(([kind, parts]) =>
    kind === 'securitySchemes' ? [] : Object.keys(parts).map((name) => `${kind}/${name}`),
  )
  expect([...references].filter((reference) => !there.includes(reference))).toEqual([])
  expect(there.filter((name) => !references.has(name))).toEqual([])
})

it('names every operation once, with a tag that there is', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const tags = document.tags.map(({ name }) => name)
  for (const { operation } of operations) expect(tags).toContain(operation.tags[0])
})

it('has every parameter of a path', () => {
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const described = (operation.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name)
    expect(described, path).toEqual(named)
  }
})

it('has an event for every product and only problems of the table', () => {
  const { anyOf } = document.components.schemas!.Event as { anyOf: unknown[] }
  expect(anyOf).toHaveLength(lines.products.length)
  const codes = problemSchemas(document).flatMap(codesOf)
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter((code) => !(code in problemTable))).toEqual([])
})

/** Of every answer that is a problem, wherever in the document it stands. */
function problemSchemas(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, inner]) =>
    name === 'application/problem+json' ? [(inner as { schema: unknown }).schema] : problemSchemas(inner),
  )
}

interface ProblemSchema {
  readonly allOf?: readonly ProblemSchema[]
  readonly properties?: { readonly code?: { readonly enum?: readonly string[] } }
}

/** Each problem says which codes there are. */
function codesOf(schema: unknown): readonly string[] {
  const { allOf = [], properties } = schema as ProblemSchema
  const codes = [properties, ...allOf.map((each) => each.properties)].flatMap((each) => each?.code?.enum ?? [])
  expect(codes, JSON.stringify(schema)).not.toEqual([])
  return codes
}

it('keeps formats that generators of clients know', () => {
  expect(text).not.toContain('patternProperties')
  expect(text).not.toContain('$id')
})
