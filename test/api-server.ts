/**
 * For tests: a server with a tenant and keys, and requests whose answers are checked against the OpenAPI document.
 */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { Compile } from 'typebox/compile'
import { expect } from 'vitest'
import { webhookPayloads } from '../src/api/webhooks/payloads.ts'
import type { EngineSettings } from '../src/engine/engine.ts'
import type { EventType } from '../src/events/types.ts'
import { Outgoing } from '../src/outgoing/outgoing.ts'
import { Seal } from '../src/seal.ts'
import { buildServer, type ServerSettings } from '../src/server/http-server.ts'
import type { LogSettings } from '../src/server/log.ts'
import { createKey } from '../src/users/api-keys.ts'
import { SCOPES, type Scope } from '../src/users/identity.ts'
import { makeWorld, type World } from './world.ts'

interface Ask {
  readonly key?: string | null
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Answered {
  readonly status: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly headers: LightMyRequestResponse['headers']
}

export interface TestServer {
  readonly world: World
  readonly app: FastifyInstance
  /** A key with every scope. */
  readonly key: string
  makeKey(scopes: readonly Scope[], party?: string, tenant?: number): Promise<string>
  get(url: string, ask?: Ask): Promise<Answered>
  post(url: string, body?: unknown, ask?: Ask): Promise<Answered>
  put(url: string, body?: unknown, ask?: Ask): Promise<Answered>
  patch(url: string, body?: unknown, ask?: Ask): Promise<Answered>
  delete(url: string, body?: unknown, ask?: Ask): Promise<Answered>
  close(): Promise<void>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The key that test servers encrypt secrets with. */
export const testSeal = new Seal(Buffer.alloc(32, 7))
/** The client of test servers, whose providers and receivers run on this machine. */
export const testOutgoing = new Outgoing({ targets: 'any' })

export async function makeServer(
  settings: ServerSettings = {},
  { log, engine }: { log?: LogSettings; engine?: EngineSettings } = {},
): Promise<TestServer> {
  const world = await makeWorld(engine)
  const { database, engine: under } = world
  const app = await buildServer({
    database,
    engine: under,
    seal: testSeal,
    settings: { outgoing: testOutgoing, ...settings },
    ...(log ? { log } : {}),
  })
  await app.ready()
  const makeKey = async (scopes: readonly Scope[], party?: string, tenant = world.tenant) =>
    (await createKey(world.database, tenant, { name: 'test', scopes, ...(party ? { party } : {}) })).secret
  const key = await makeKey(SCOPES)
  const send = async (method: Method, url: string, body: unknown, ask: Ask): Promise<Answered> => {
    const used = ask.key === undefined ? key : ask.key
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(used === null ? {} : { authorization: `Bearer ${used}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...ask.headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const json = /[/+]json/.test(String(response.headers['content-type']))
    const answered = {
      status: response.statusCode,
      text: response.body,
      body: json ? JSON.parse(response.body) : undefined,
      headers: response.headers,
    }
    if (answered.status >= 400) checkDeclared(app.openapi(), method, url, answered)
    return answered
  }
  return {
    world,
    app,
    key,
    makeKey,
    get: (url, ask = {}) => send('GET', url, undefined, ask),
    post: (url, body, ask = {}) => send('POST', url, body, ask),
    put: (url, body, ask = {}) => send('PUT', url, body, ask),
    patch: (url, body, ask = {}) => send('PATCH', url, body, ask),
    delete: (url, body, ask = {}) => send('DELETE', url, body, ask),
    async close() {
      // Tests may leave a response unread; closing would wait for its connection.
      app.server.closeAllConnections()
      await app.close()
      await world.close()
    },
  }
}

interface Document {
  paths: Record<string, Record<string, DeclaredOperation>>
  components: { responses: Record<string, { 'x-problem-codes'?: string[] }> }
}

interface DeclaredOperation {
  responses: Record<string, { $ref?: string }>
  'x-problem-codes'?: Record<string, string[]>
}

/** Every announced event must fit the schema of its type, without additional fields. */
export async function checkEvents({ db }: World): Promise<void> {
  const events = await db.query<{ type: EventType; data: string }>('SELECT type, data FROM event')
  for (const { type, data: text } of events) {
    const { data: schema } = webhookPayloads.get(type)!.properties
    const data = JSON.parse(text) as object
    expect([...Compile(schema).Errors(data)], `${type} ${text}`).toEqual([])
    expect(Object.keys(schema.properties), type).toEqual(expect.arrayContaining(Object.keys(data)))
  }
}

/** A problem must be declared by its route, with its status. */
function checkDeclared(document: object, method: Method, url: string, { status, body }: Answered): void {
  expect(body).toMatchObject({ status, type: `urn:recoup:problem:${body.code}` })
  const path = url.split('?', 1)[0]!
  const { paths, components } = document as Document
  const template = Object.keys(paths)
    .toSorted((a, b) => a.split('{').length - b.split('{').length)
    .find((each) => new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
  const operation = template && paths[template]![method.toLowerCase()]
  if (!operation) return
  const shared = components.responses[operation.responses[status]?.$ref?.split('/').at(-1) ?? '']
  const codes = operation['x-problem-codes']?.[status] ?? shared?.['x-problem-codes'] ?? []
  expect(codes, `${method} ${template} declares ${body.code}`).toContain(body.code)
}

/** A scan-pay charge on the channel without refund limits. */
export function payment(amount: string, { payer = 'usr_1', merchant = 'mch_1' } = {}) {
  return {
    line: 'payments',
    product: 'scan-pay',
    event: { payer, merchant, amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
  }
}
