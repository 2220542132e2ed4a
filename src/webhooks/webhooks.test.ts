import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer, type TestServer, testOutgoing, testSeal } from '../../test/api-server.ts'
import { type Announcement, announce } from '../events/announce.ts'
import { EVENT_TYPES } from '../events/types.ts'
import { Jobs } from '../jobs/jobs.ts'
import type { Resolver } from '../outgoing/connector.ts'
import { Outgoing } from '../outgoing/outgoing.ts'
import { Seal } from '../seal.ts'
import { createTenant } from '../tenants/tenants.ts'
import { startWebhooks, type WebhookSettings } from './deliver.ts'
import { forgetOld } from './delivery.ts'
import { Sender } from './send.ts'

interface Received {
  readonly headers: Record<string, string>
  readonly body: string
}

let api: TestServer
let receiver: Server
let url: string
let received: Received[] = []
/** The receiver's responses in order; 200 afterwards. */
let answers: { status: number; body?: string; headers?: Record<string, string>; afterMs?: number }[] = []

beforeAll(async () => {
  api = await makeServer()
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() })
    const { status, body = 'thanks', headers = {}, afterMs = 0 } = answers.shift() ?? { status: 200 }
    if (afterMs) await sleep(afterMs)
    if (request.url?.startsWith('/endless')) response.write('so far')
    else response.writeHead(status, headers).end(body)
  })
  await once(receiver.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?a=b`
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await api.close()
})

let running: Jobs[] = []
beforeEach(async () => {
  received = []
  answers = []
  await api.world.database.system.execute('DELETE FROM pgboss.job')
  for (const table of ['webhook_delivery', 'event', 'webhook_endpoint'])
    await api.world.db.execute(`DELETE FROM ${table}`)
})
afterEach(async () => {
  for (const jobs of running) await jobs.stop({ deadlineMs: 0 })
  running = []
})

async function work(settings: Partial<WebhookSettings> = {}, seal = testSeal): Promise<void> {
  const { database } = api.world
  const jobs = await Jobs.start(database, { pollMs: 20 })
  await startWebhooks(jobs, { database, seal }, { outgoing: testOutgoing, schedule: [0, 0.02, 0.02], ...settings })
  running.push(jobs)
}

async function endpoint(more: Record<string, unknown> = {}) {
  const { status, body } = await api.post('/v1/webhooks', { url, eventTypes: ['refund.succeeded'], ...more })
  expect(status).toBe(201)
  return body as { id: string; secret: string }
}

const say = (...announcements: Partial<Announcement>[]) =>
  api.world.db.transaction((tx) =>
    announce(
      tx,
      announcements.map((each) => ({
        type: 'refund.succeeded' as const,
        subject: 'rfd_01kafz6y4cfy7s3rj8v5m2n9qt',
        parties: ['mch_1'],
        data: { amount: { amount: '1.00', currency: 'CNY' }, memo: '退款' },
        ...each,
      })),
    ),
  )

const deliveries = async (id: string, query = '') => (await api.get(`/v1/webhooks/${id}/deliveries${query}`)).body.data

async function ended(id: string, n = 1) {
  for (let i = 0; i < 1_000; i += 1) {
    const data = await deliveries(id)
    if (data.length >= n && data.every(({ status }: { status: string }) => status !== 'pending')) return data
    await sleep(10)
  }
  throw new Error('the deliveries did not end')
}

describe('announcements', () => {
  const rows = async () => {
    const count = async (table: string) =>
      (await api.world.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n
    return {
      events: await count('event'),
      deliveries: await count('webhook_delivery'),
      jobs: await count('pgboss.job'),
    }
  }

  it('write nothing without subscribers', async () => {
    let requested = false
    const data = () => {
      requested = true
      return {}
    }
    expect(await say({ data })).toBe(0)
    const { id } = await endpoint({ eventTypes: ['charge.created'] })
    const other = await endpoint({ party: 'mch_2' })
    await api.patch(`/v1/webhooks/${(await endpoint()).id}`, { enabled: false })
    expect(await say({ data })).toBe(0)
    expect(requested).toBe(false)
    expect(await rows()).toEqual({ events: 0, deliveries: 0, jobs: 0 })
    expect(await deliveries(id)).toEqual([])
    expect(await deliveries(other.id)).toEqual([])
  })

  it('reach exactly the subscribers of the type, and a party only for its own events', async () => {
    const all = await endpoint({ eventTypes: EVENT_TYPES })
    const refunds = await endpoint({ eventTypes: ['refund.succeeded', 'refund.failed'] })
    const party = await endpoint({ eventTypes: ['refund.succeeded'], party: 'mch_2' })
    expect(
      await say(
        { type: 'charge.created' },
        { type: 'refund.succeeded' },
        { type: 'refund.failed', parties: ['mch_2'] },
        { type: 'refund.succeeded', parties: ['mch_2', 'usr_1'] },
      ),
    ).toBe(8)
    const types = async ({ id }: { id: string }) =>
      (await deliveries(id)).map(({ type }: { type: string }) => type).toSorted()
    expect(await types(all)).toEqual(['charge.created', 'refund.failed', 'refund.succeeded', 'refund.succeeded'])
    expect(await types(refunds)).toEqual(['refund.failed', 'refund.succeeded', 'refund.succeeded'])
    expect(await types(party)).toEqual(['refund.succeeded'])
    expect(await rows()).toEqual({ events: 4, deliveries: 8, jobs: 8 })
  })

  it('are rolled back with their transaction', async () => {
    await endpoint()
    const undone = api.world.db.transaction(async (tx) => {
      const one = { type: 'refund.succeeded' as const, subject: 'rfd_x', parties: [], data: {} }
      expect(await announce(tx, [one])).toBe(1)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await rows()).toEqual({ events: 0, deliveries: 0, jobs: 0 })
  })

  it('stay with their tenant', async () => {
    await endpoint()
    const other = await createTenant(api.world.database, `other ${Date.now()}`, 'UTC')
    const one = { type: 'refund.succeeded' as const, subject: 'rfd_x', parties: [], data: {} }
    await api.world.database.tenant(other.id).transaction(async (tx) => {
      expect(await announce(tx, [one])).toBe(0)
    })
    const key = await api.makeKey(['webhooks:read'], undefined, other.id)
    await say({})
    expect((await api.get('/v1/webhooks', { key })).body.data).toEqual([])
    expect((await api.get('/v1/events', { key })).body.data).toEqual([])
    const [event] = (await api.get('/v1/events')).body.data
    expect((await api.get(`/v1/events/${event.id}`, { key })).body.code).toBe('event_unknown')
  })
})

describe('deliveries', () => {
  it('are accepted by the official library and contain the event', async () => {
    const { id, secret } = await endpoint()
    await work()
    await say({})
    const [delivery] = await ended(id)
    expect(delivery).toMatchObject({ status: 'succeeded', attempts: 1, nextAttemptAt: null, type: 'refund.succeeded' })
    expect(delivery.log).toEqual([
      { at: expect.any(String), code: 200, error: null, body: 'thanks', durationMs: expect.any(Number) },
    ])
    const { headers, body } = received[0]!
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      id: delivery.event,
      type: 'refund.succeeded',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      subject: 'rfd_01kafz6y4cfy7s3rj8v5m2n9qt',
      data: { amount: { amount: '1.00', currency: 'CNY' }, memo: '退款' },
    })
    expect(headers['webhook-id']).toBe(delivery.event)
    expect(headers['content-type']).toBe('application/json')
    expect(() => new Webhook(secret).verify(body.replace('1.00', '9.00'), headers)).toThrow()
    const event = (await api.get(`/v1/events/${delivery.event}`)).body
    expect(event).toEqual(JSON.parse(body))
    expect((await api.get('/v1/events?subject=rfd_01kafz6y4cfy7s3rj8v5m2n9qt')).body.data).toEqual([event])
    expect((await api.get('/v1/events?type=charge.created')).body.data).toEqual([])
  })

  it('are retried with the same message until the receiver accepts them', async () => {
    const { id, secret } = await endpoint()
    answers = [
      { status: 500, body: 'no\0' },
      { status: 302, headers: { location: `${url}&redirected` } },
      { status: 204 },
    ]
    await work()
    await say({})
    const [delivery] = await ended(id)
    expect(delivery).toMatchObject({ status: 'succeeded', attempts: 3 })
    expect(delivery.log.map(({ code }: { code: number }) => code)).toEqual([500, 302, 204])
    expect(delivery.log[0].body).toBe('no')
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    for (const { headers, body } of received) new Webhook(secret).verify(body, headers)
    expect((await api.get(`/v1/webhooks/${id}`)).body).toMatchObject({ enabled: true, failingSince: null })
  })

  it('fail after the last attempt, and can be replayed', async () => {
    const { id } = await endpoint()
    answers = Array.from({ length: 3 }, () => ({ status: 503 }))
    await work()
    const before = new Date().toISOString()
    await say({})
    const [failed] = await ended(id)
    expect(failed).toMatchObject({ status: 'failed', attempts: 3, nextAttemptAt: null })
    expect((await api.get(`/v1/webhooks/${id}`)).body.failingSince).toEqual(expect.any(String))
    expect((await api.post(`/v1/webhooks/${id}/replay`, { since: before })).body).toEqual({ replayed: 1 })
    const [again] = await ended(id)
    expect(again).toMatchObject({ id: failed.id, status: 'succeeded', attempts: 1 })
    expect(again.log).toHaveLength(4)
    expect((await api.get(`/v1/webhooks/${id}`)).body.failingSince).toBeNull()
    expect((await api.post(`/v1/webhooks/${id}/replay`, { since: before })).body).toEqual({ replayed: 0 })
    expect((await api.post(`/v1/webhooks/${id}/replay`, { delivery: failed.id })).body).toEqual({ replayed: 1 })
    await ended(id)
    expect(received).toHaveLength(5)
  })

  it('are made once with two workers', async () => {
    const { id } = await endpoint()
    await Promise.all([work(), work()])
    await say(...Array.from({ length: 40 }, () => ({})))
    await ended(id, 40)
    expect(received).toHaveLength(40)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(40)
  })

  it('disable an endpoint that is gone, and cancel its other deliveries', async () => {
    const disabled: unknown[] = []
    const { id } = await endpoint()
    answers = [{ status: 410 }]
    await say({})
    await work({ disabled: (...all) => disabled.push(all) })
    const [gone] = await ended(id)
    expect(gone).toMatchObject({ status: 'failed', attempts: 1 })
    expect((await api.get(`/v1/webhooks/${id}`)).body).toMatchObject({ enabled: false, disabledReason: 'gone' })
    expect(disabled).toEqual([[api.world.tenant, id, 'gone']])
    expect(await say({})).toBe(0)
    const refused = await api.post(`/v1/webhooks/${id}/replay`, { delivery: gone.id })
    expect(refused).toMatchObject({ status: 409, body: { code: 'webhook_disabled', params: { reason: 'gone' } } })
    await api.patch(`/v1/webhooks/${id}`, { enabled: true })
    await api.post(`/v1/webhooks/${id}/replay`, { delivery: gone.id })
    expect((await ended(id))[0].status).toBe('succeeded')
  })

  it('disable an endpoint that has failed for too long', async () => {
    const { id } = await endpoint()
    answers = Array.from({ length: 9 }, () => ({ status: 500 }))
    await work({ failingSeconds: 0, schedule: [0, 0.02, 0.02, 60] })
    await say({})
    for (let i = 0; i < 300 && (await api.get(`/v1/webhooks/${id}`)).body.enabled; i += 1) await sleep(10)
    expect((await api.get(`/v1/webhooks/${id}`)).body).toMatchObject({ enabled: false, disabledReason: 'failing' })
    await api.world.database.system.execute('UPDATE pgboss.job_common SET start_after = now()')
    expect((await ended(id))[0].status).toMatch(/canceled|failed/)
  })

  it('are canceled if the endpoint was disabled or deleted', async () => {
    const { id } = await endpoint()
    const deleted = await endpoint()
    await say({}, {})
    await api.patch(`/v1/webhooks/${id}`, { enabled: false })
    expect((await api.delete(`/v1/webhooks/${deleted.id}`)).body).toEqual({ id: deleted.id, deleted: true })
    await work()
    expect((await ended(id, 2)).map(({ status }: { status: string }) => status)).toEqual(['canceled', 'canceled'])
    expect((await api.get(`/v1/webhooks/${deleted.id}`)).body.code).toBe('webhook_unknown')
    const left = () => api.world.db.query("SELECT 1 FROM webhook_delivery WHERE status = 'pending'")
    for (let i = 0; i < 300 && (await left()).length > 0; i += 1) await sleep(10)
    expect(await left()).toEqual([])
    expect(received).toEqual([])
  })

  it('record a slow, an unreachable and a verbose receiver', async () => {
    const { id } = await endpoint()
    answers = [
      { status: 200, afterMs: 1_000 },
      { status: 400, body: `${'x'.repeat(499)}😀`.repeat(6_000) },
    ]
    await work({ timeoutMs: 500, schedule: [0, 0.3] })
    await say({})
    const [delivery] = await ended(id)
    expect(delivery.log[0]).toMatchObject({ code: null, error: 'no_answer' })
    expect(delivery.log[1]).toMatchObject({ code: 400, error: null, body: `${'x'.repeat(499)}\ufffd` })
    await api.patch(`/v1/webhooks/${id}`, { url: 'http://127.0.0.1:1/' })
    await api.post(`/v1/webhooks/${id}/replay`, { delivery: delivery.id })
    expect((await ended(id))[0].log.at(-1)).toMatchObject({ code: null, error: 'no_answer' })
  })

  it('succeed by the status, also if the body never ends', async () => {
    const { id } = await endpoint({ url: url.replace('/hook', '/endless') })
    await work({ timeoutMs: 300, schedule: [0] })
    await say({})
    const [delivery] = await ended(id)
    expect(delivery).toMatchObject({ status: 'succeeded', log: [{ code: 200, error: null, body: 'so far' }] })
  })

  it('never reach internal addresses unless the operator allows it, whatever a name resolves to', async () => {
    const port = (receiver.address() as AddressInfo).port
    const { id } = await endpoint({ url: `https://rebound.example:${port}/` })
    const resolved: string[] = []
    const resolve: Resolver = (hostname, _options, done) => {
      resolved.push(hostname)
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '::ffff:127.0.0.1', family: 6 },
      ])
    }
    const outgoing = new Outgoing({ targets: 'public', resolve })
    await work({ outgoing, schedule: [0] })
    await say({})
    const [delivery] = await ended(id)
    expect(resolved).toEqual(['rebound.example'])
    expect(delivery).toMatchObject({ status: 'failed', log: [{ code: null, error: 'address_forbidden' }] })
    const sender = new Sender({ outgoing })
    for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:7f00:1]', '0.0.0.0']) {
      const outcome = await sender.send({
        ...{ tenant: 1, url: `https://${host}:${port}/`, payload: '{}', headers: {} },
        signal: new AbortController().signal,
      })
      expect(outcome).toMatchObject({ code: null, error: 'address_forbidden' })
    }
    await outgoing.close()
    expect(received).toEqual([])
  })

  it('show an internal error after all retries', async () => {
    const { id } = await endpoint()
    await say({})
    await api.world.database.system.execute('UPDATE pgboss.job_common SET retry_limit = 0')
    await work({}, new Seal(Buffer.alloc(32, 8)))
    expect((await ended(id))[0]).toMatchObject({
      status: 'failed',
      attempts: 0,
      log: [{ code: null, error: 'internal' }],
    })
    expect(received).toEqual([])
  })

  it('are not counted against the receiver when the process stops', async () => {
    const { id } = await endpoint()
    answers = [{ status: 200, afterMs: 300 }]
    await work()
    await say({})
    for (let i = 0; i < 300 && received.length === 0; i += 1) await sleep(10)
    await running[0]!.stop({ deadlineMs: 0 })
    expect((await deliveries(id))[0]).toMatchObject({ status: 'pending', attempts: 0, log: [] })
  })
})

describe('secrets', () => {
  it('are shown once, kept sealed, and overlap when they are rotated', async () => {
    const first = await endpoint()
    expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect((await api.get(`/v1/webhooks/${first.id}`)).body.secret).toBeUndefined()
    const stored = JSON.stringify(await api.world.db.query('SELECT * FROM webhook_endpoint'))
    expect(stored).not.toContain(first.secret.slice(6))
    const second = (await api.post(`/v1/webhooks/${first.id}/rotate-secret`, { overlapSeconds: 60 })).body
    expect(second.secret).not.toBe(first.secret)
    expect(Date.parse(second.previousSecretUntil)).toBeGreaterThan(Date.now())
    await work()
    await say({})
    await ended(first.id)
    for (const secret of [first.secret, second.secret])
      new Webhook(secret).verify(received[0]!.body, received[0]!.headers)
    const third = (await api.post(`/v1/webhooks/${first.id}/rotate-secret`, { overlapSeconds: 0 })).body
    expect(third.previousSecretUntil).toBeNull()
    await say({})
    await ended(first.id, 2)
    const { body, headers } = received[1]!
    new Webhook(third.secret).verify(body, headers)
    for (const secret of [first.secret, second.secret])
      expect(() => new Webhook(secret).verify(body, headers)).toThrow()
  })
})

describe('endpoints', () => {
  it('are validated before they are stored', async () => {
    const refused = async (body: unknown) => (await api.post('/v1/webhooks', body)).body.code
    expect(await refused({ url: 'ftp://x/', eventTypes: ['charge.created'] })).toBe('webhook_url_invalid')
    expect(await refused({ url, eventTypes: [] })).toBe('request_invalid')
    expect(await refused({ url, eventTypes: ['charge.eaten'] })).toBe('request_invalid')
    expect(await refused({ url: 'https://x.example/'.padEnd(2_001, 'x'), eventTypes: ['charge.created'] })).toBe(
      'request_invalid',
    )
    expect((await api.get('/v1/webhooks')).body.data).toEqual([])
    const { id } = await endpoint()
    expect((await api.patch(`/v1/webhooks/${id}`, { url: 'x' })).body.code).toBe('webhook_url_invalid')
    expect((await api.patch(`/v1/webhooks/${id}`, {})).body.code).toBe('request_invalid')
    expect((await api.get('/v1/webhooks/whk_1')).body.code).toBe('id_invalid')
    const changed = await api.patch(`/v1/webhooks/${id}`, { description: 'till', eventTypes: ['charge.created'] })
    expect(changed.body).toMatchObject({ description: 'till', eventTypes: ['charge.created'], url, enabled: true })
  })

  it('are limited to fifty, even if created in parallel', async () => {
    const make = () => api.post('/v1/webhooks', { url, eventTypes: ['charge.created'] })
    const all = await Promise.all(Array.from({ length: 53 }, make))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(50)
    expect(all.find(({ status }) => status !== 201)!.body).toMatchObject({ code: 'webhook_limit_reached' })
    const first = (await api.get('/v1/webhooks?limit=30')).body
    const second = (await api.get(`/v1/webhooks?limit=30&cursor=${first.nextCursor}`)).body
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(50)
  })

  it('can be tested', async () => {
    const { id, secret } = await endpoint()
    answers = [{ status: 500 }]
    await work()
    const { status, body } = await api.post(`/v1/webhooks/${id}/test`)
    expect({ status, body }).toMatchObject({ status: 202, body: { status: 'pending', type: 'webhook.test' } })
    expect((await ended(id))[0]).toMatchObject({ id: body.id, status: 'failed', attempts: 1 })
    const sent = new Webhook(secret).verify(received[0]!.body, received[0]!.headers)
    expect(sent).toMatchObject({ type: 'webhook.test', data: { webhook: id } })
    expect((await api.get(`/v1/webhooks/${id}/deliveries/${body.id}`)).body.log).toHaveLength(1)
    await api.patch(`/v1/webhooks/${id}`, { enabled: false })
    expect((await api.post(`/v1/webhooks/${id}/test`)).body.code).toBe('webhook_disabled')
  })

  it('refuse to replay deliveries of other endpoints or pending ones', async () => {
    const { id } = await endpoint()
    const other = await endpoint({ eventTypes: ['charge.created'] })
    await say({})
    const [{ id: delivery }] = await deliveries(id)
    const replay = async (webhook: string, body: unknown) =>
      (await api.post(`/v1/webhooks/${webhook}/replay`, body)).body
    expect(await replay(id, { delivery })).toMatchObject({ code: 'webhook_delivery_pending' })
    expect(await replay(other.id, { delivery })).toMatchObject({ code: 'webhook_delivery_unknown' })
    expect(await replay(id, { since: '2026-02-30T00:00:00Z' })).toMatchObject({ code: 'request_invalid' })
    expect(await replay(id, {})).toMatchObject({ code: 'request_invalid' })
  })
})

it('deletes old events and deliveries, but not pending ones', async () => {
  const { id } = await endpoint()
  await work()
  await say({}, {})
  await ended(id, 2)
  await running[0]!.stop({ deadlineMs: 1_000 })
  await say({})
  const { db } = api.world
  expect(await forgetOld(db)).toBe(0)
  expect(await forgetOld(db, Date.now() + 31 * 86_400_000)).toBe(4)
  expect(await deliveries(id)).toMatchObject([{ status: 'pending' }])
  expect((await api.get('/v1/events')).body.data).toHaveLength(1)
})
