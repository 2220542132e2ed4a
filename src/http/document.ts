/**
 * Generates the OpenAPI 3.1 document from the configuration of the routes. TypeBox schemas are valid in OpenAPI 3.1 and
 * are used unchanged; named ones become components.
 */
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import manifest from '../../package.json' with { type: 'json' }
import { problemResponses, problemsOf } from './document-problems.ts'
import { keyProblems } from './idempotency-key.ts'
import { type Answer, COMMON_PROBLEMS, type OperationConfig, type RoutePart, TAGS, type Upload } from './operation.ts'
import { documentedPattern, IDEMPOTENCY_KEY, namedShapes } from './shapes.ts'

type Json = Record<string, unknown>

/** The payload of each event type. */
export type WebhookPayloads = ReadonlyMap<string, TSchema>

interface DescribedRoute {
  readonly method: string
  readonly url: string
  readonly operation: OperationConfig
}

const DESCRIPTION = `One engine that prices, charges, splits, settles, explains and refunds, for every revenue line of a platform.

- Amounts are decimal strings with a currency, never floats. Timestamps are RFC 3339.
- Send \`Authorization: Bearer rk_…\`. The scopes of a key define what it can do; a key bound to a party can only access what that party paid or earned.
- POST requests that create something accept an \`Idempotency-Key\`: repeating a request with the same key returns the original result. Other POST requests refuse the header.
- Bodies are UTF-8 and not compressed. Each GET operation also answers HEAD, and each path OPTIONS with \`Allow\`; any other method is answered with 405 \`method_not_allowed\` and \`Allow\`, an unknown path with 404 \`route_unknown\`.
- Errors are returned as \`application/problem+json\` (RFC 9457) with a stable \`code\`, in English or Chinese depending on \`Accept-Language\`.
- Lists are paginated: pass \`limit\`, and the \`nextCursor\` of a page as \`cursor\` to retrieve the next one.`

/** Call before adding routes. @returns a function that generates their document */
export function describeRoutes(app: FastifyInstance, webhooks: WebhookPayloads): () => Json {
  const routes: DescribedRoute[] = []
  app.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
    const operation = config?.operation
    if (!operation || method === 'HEAD') return
    const problems = [...operation.problems, ...keyProblems(String(method), operation)]
    routes.push({ method: String(method), url, operation: { ...operation, problems } })
  })
  let made: Json | undefined
  return () => {
    made ??= makeDocument(routes, webhooks)
    return made
  }
}

function makeDocument(routes: readonly DescribedRoute[], webhooks: WebhookPayloads): Json {
  const paths: Record<string, Json> = {}
  for (const { method, url, operation } of routes) {
    const path = url.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = describe(operation)
  }
  const bodies = routes.map(({ operation }) => unnamedBody(operation)).filter((each) => each !== undefined)
  const schemas = [...namedShapes(), ...bodies].map(([name, schema]) => [name, withoutNames(schema, name)] as const)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Recoup',
      version: manifest.version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    servers: [{ url: '/', description: 'This server' }],
    paths: sorted(Object.entries(paths)),
    webhooks: Object.fromEntries([...webhooks].map(([type, payload]) => [type, { post: webhook(type, payload) }])),
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'rk_…',
          description: 'An API key in the `Authorization` header',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'recoup.session_token',
          description:
            'The session cookie of a signed-in user (`__Secure-recoup.session_token` over HTTPS). Requests other than GET require the header `X-Recoup-CSRF: 1` and a same-origin `Origin`.',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: IDEMPOTENCY_KEY.description,
          schema: { type: 'string', pattern: IDEMPOTENCY_KEY.pattern, examples: IDEMPOTENCY_KEY.examples },
        },
        AcceptLanguage: {
          name: 'Accept-Language',
          in: 'header',
          description: 'Language of problems and explanations: English or Chinese',
          schema: { type: 'string', examples: ['zh'] },
        },
      },
      headers: {
        RequestId: { description: 'Id of the request, as in the logs', schema: { type: 'string' } },
        RetryAfter: {
          description: 'Seconds to wait before the request is repeated',
          schema: { type: 'integer' },
        },
        IdempotentReplayed: {
          description: 'Set when the response repeats that of an earlier request with the same idempotency key',
          schema: { type: 'string', const: 'true' },
        },
      },
      responses: sorted(
        Object.entries(
          problemResponses(
            routes.map(({ operation }) => operation.problems),
            COMMON_PROBLEMS,
          ),
        ),
      ),
      schemas: sorted(schemas),
    },
  }
}

/** The headers of a delivery, as Standard Webhooks has them. */
const SIGNATURE_HEADERS = {
  'webhook-id': 'Id of the event, the same in every attempt',
  'webhook-timestamp': 'Time of the attempt, in seconds since 1970',
  'webhook-signature': 'Signatures of id, timestamp and body, separated by spaces',
}

// Written into each webhook: generators that drop unreferenced components do not follow references from webhooks.
const signatureHeaders = Object.entries(SIGNATURE_HEADERS).map(([name, description]) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
}))

/** Named after the event: charge.created → receiveChargeCreated. */
function webhook(type: string, payload: TSchema): Json {
  const words = type.split(/[._]/).map((word) => word[0]!.toUpperCase() + word.slice(1))
  return {
    operationId: `receive${words.join('')}`,
    tags: ['Webhooks'],
    summary: `Receive the event ${type}`,
    security: [],
    parameters: signatureHeaders,
    requestBody: { required: true, content: { 'application/json': { schema: withNames(payload) } } },
    responses: { '2XX': { description: 'The event was received; any other status is retried' } },
  }
}

const sorted = (entries: readonly (readonly [string, unknown])[]): Json =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** A body that has no name of its own is named after its operation: createRefunds → CreateRefundsRequest. */
function unnamedBody({ id, parts: { body } }: OperationConfig): [string, TSchema] | undefined {
  if (!body || isNamed(body)) return undefined
  return [`${id[0]!.toUpperCase()}${id.slice(1)}Request`, body]
}

function isNamed(schema: TSchema): boolean {
  return namedShapes().has((schema as { title?: string }).title ?? '')
}

function describe(operation: OperationConfig): Json {
  const { id, tag, summary, description, scope, caller, idempotent, upload, parts, answers, problems } = operation
  const known = scope !== undefined || caller === 'known'
  const [bodyName] = unnamedBody(operation) ?? []
  const { responses, extension } = problemsOf(problems, COMMON_PROBLEMS)
  const parameters = [
    ...parametersOf('path', parts.params),
    ...parametersOf('query', parts.query),
    ...(idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(known ? [{ $ref: '#/components/parameters/AcceptLanguage' }] : []),
  ]
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    // Extensions are for people and for clients that ask before they send.
    ...(operation.stepUp ? { 'x-step-up': true } : {}),
    security: known ? [{ key: scope ? [scope] : [] }, { session: scope ? [scope] : [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(parts.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodyName ? reference(bodyName) : withNames(parts.body) } },
          },
        }
      : {}),
    ...(upload ? { requestBody: fileBody(upload) } : {}),
    responses: { ...answersOf(answers, { idempotent, csv: offersCsv(parts.query) }), ...responses },
    ...extension,
  }
}

function fileBody({ description, types }: Upload): Json {
  const content = types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])
  return { description, required: true, content: Object.fromEntries(content) }
}

function parametersOf(place: RoutePart, schema: TSchema | undefined): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, TSchema & { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = withNames(property) as Json
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description ? { description } : {}),
      schema: rest,
    }
  })
}

/** Whether `format=csv` asks for the same as a table. */
function offersCsv(query: TSchema | undefined): boolean {
  const { properties = {} } = (query ?? {}) as { properties?: Record<string, { enum?: readonly string[] }> }
  return properties.format?.enum?.includes('csv') ?? false
}

const JSON_LINES = 'application/x-ndjson'

function answersOf(
  answers: Readonly<Record<number, Answer>>,
  { idempotent, csv }: { readonly idempotent: boolean; readonly csv: boolean },
): Json {
  const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } }
  const replayed = { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } }
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, type = 'application/json', alsoAs = [] }]) => [
      status,
      {
        description,
        headers: idempotent && status === '200' ? { ...headers, ...replayed } : headers,
        content: {
          [type]: { schema: withNames(schema) },
          ...(csv && type === 'application/json' ? { 'text/csv': { schema: { type: 'string' } } } : {}),
          // A schema of JSON lines would describe the whole body, which is not one JSON value.
          ...Object.fromEntries(
            alsoAs.map((other) => [other, other === JSON_LINES ? {} : { schema: { type: 'string' } }]),
          ),
        },
      },
    ]),
  )
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The schema as JSON, with named schemas replaced by references to their components. */
function withNames(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNames)
  if (typeof schema !== 'object' || schema === null) return schema
  const { title, description } = schema as { title?: string; description?: string }
  const named = title === undefined ? undefined : namedShapes().get(title)
  if (!named) return withoutNames(schema)
  const own = description !== undefined && description !== (named as { description?: string }).description
  return { ...reference(title!), ...(own ? { description } : {}) }
}

function withoutNames(schema: object, name?: string): Json {
  const { title, patternProperties, ...rest } = schema as {
    title?: string
    patternProperties?: Record<string, unknown>
  }
  const pattern = (schema as { [documentedPattern]?: string })[documentedPattern]
  const entries = Object.entries(rest).map(([key, value]) => [key, DATA.has(key) ? value : withNames(value)])
  return {
    ...(title && title !== name ? { title } : {}),
    ...Object.fromEntries(entries),
    ...(pattern ? { pattern } : {}),
    ...(patternProperties ? recordOf(patternProperties) : {}),
  }
}

/** Keywords whose values are data, not schemas. */
const DATA = new Set(['examples', 'default', 'enum', 'const', 'required'])

/** A record in the form that client generators support: names by a pattern, values by a schema. */
function recordOf(patterns: Record<string, unknown>): Json {
  const [[pattern, schema] = ['', true]] = Object.entries(patterns)
  const anyName = pattern === '' || pattern === '^.*$'
  return { additionalProperties: withNames(schema), ...(anyName ? {} : { propertyNames: { pattern } }) }
}
