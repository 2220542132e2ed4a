/** Payments and refunds through the sandbox provider in a separate process, by way of the API and the queue. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkEvents, makeServer, type TestServer, testOutgoing, testSeal } from '../../test/api-server.ts'
import { checkBooks } from '../charges/check.ts'
import type { SandboxGateway } from '../gateways/sandbox/client.ts'
import { type SandboxProcess, startSandbox } from '../gateways/sandbox/process.ts'
import { uuidToId } from '../ids.ts'
import { Jobs } from '../jobs/jobs.ts'
import { Gateways } from './gateways.ts'
import { applyOrderNotification } from './payments.ts'
import { redirectRefund } from './redirect.ts'
import { workExecution } from './workers.ts'

let api: TestServer
let sandbox: SandboxProcess
let jobs: Jobs
let folder: string

const reported: unknown[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-sandbox-'))
  sandbox = await startSandbox({ dataFolder: folder, seed: 'execution' })
  api = await makeServer()
  const url = await api.app.listen({ port: 0, host: '127.0.0.1' })
  const settings = sandbox.settings({ timeoutMs: 400, rules: { pollSeconds: [0.1, 0.2], maxRefunds: null } })
  const made = await api.put('/v1/gateways/sandbox', { kind: 'sandbox', settings })
  expect(made).toMatchObject({ status: 201, body: { name: 'sandbox', enabled: true } })
  expect(made.text).not.toContain(settings.secret)
  const notifyUrl = url + made.body.notifyPath
  expect(
    (await api.put('/v1/gateways/sandbox', { kind: 'sandbox', settings: { ...settings, notifyUrl } })).status,
  ).toBe(200)
  jobs = await Jobs.start(api.world.database, { pollMs: 100, report: (error) => void reported.push(error) })
  await workExecution(jobs, { engine: api.world.engine, gateways: new Gateways(testSeal, testOutgoing) })
})
afterAll(async () => {
  await checkEvents(api.world)
  await jobs.stop()
  await api.close()
  await sandbox.stop()
  await rm(folder, { recursive: true })
  expect(reported).toEqual([])
})

const of = (amount: string, payer = 'usr_1') => ({
  line: 'payments',
  product: 'scan-pay',
  event: { payer, merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
})
const pay = (amount: string, headers = {}) =>
  api.post('/v1/payments', { of: of(amount), gateway: 'sandbox', description: 'noodles' }, { headers })
const SOON = { timeout: 15_000, interval: 50 }
const until = (url: string, wanted: object) =>
  expect.poll(async () => (await api.get(url)).body, SOON).toMatchObject(wanted)

let payments = 0
/**
 * Creates a payment known to the provider. On a busy machine the provider may exceed its time limit; the same order is
 * then sent again.
 */
async function opened(amount: string, key = `opened-${++payments}`) {
  const headers = { 'idempotency-key': key }
  await expect.poll(async () => (await pay(amount, headers)).status, SOON).toBeLessThan(300)
  return (await pay(amount, headers)).body
}
/** Creates a charge paid through the sandbox. */
async function paid(amount: string): Promise<string> {
  const body = await opened(amount)
  await sandbox.pay(body.id)
  await until(`/v1/payments/${body.id}`, { status: 'charged' })
  return (await api.get(`/v1/payments/${body.id}`)).body.charge
}
const refund = async (charge: string, amount?: string) =>
  (await api.post('/v1/refunds', { charge, ...(amount && { amount: { amount, currency: 'CNY' } }) })).body
/** Makes scheduled polls due immediately. */
const askNow = (queue: string) =>
  api.world.database.system.execute('UPDATE pgboss.job_common SET start_after = now() WHERE name = $1', [queue])
const faults = async () => (await checkBooks(api.world.db)).faults

describe('a payment', () => {
  it('is charged exactly once when paid', async () => {
    const first = await pay('12.00', { 'idempotency-key': 'p-1' })
    expect(first).toMatchObject({ status: 201, body: { status: 'open', handle: { kind: 'native' } } })
    expect(await pay('12.00', { 'idempotency-key': 'p-1' })).toMatchObject({ status: 200, body: { id: first.body.id } })
    expect((await pay('13.00', { 'idempotency-key': 'p-1' })).body.code).toBe('idempotency_conflict')
    await sandbox.forceFault({ fault: 'twice', number: first.body.id })
    await sandbox.pay(first.body.id)
    await until(`/v1/payments/${first.body.id}`, { status: 'charged' })
    const { charge } = (await api.get(`/v1/payments/${first.body.id}`)).body
    expect((await api.get(`/v1/charges/${charge}`)).body).toMatchObject({
      amount: { amount: '12.00' },
      payment: { gateway: 'sandbox', order: first.body.id },
      // Refund windows start at the time of payment, not when it was reported.
      effectiveAt: (await api.get(`/v1/payments/${first.body.id}`)).body.paidAt,
    })
    expect((await api.post(`/v1/payments/${first.body.id}/close`)).body.code).toBe('payment_not_open')
  })

  it('emits one event for concurrent notifications', async () => {
    const endpoint = { url: 'https://example.com/hooks', eventTypes: ['payment.succeeded', 'payment.failed'] }
    const hook = (await api.post('/v1/webhooks', endpoint)).body
    const { body } = await pay('2.00')
    await sandbox.forceFault({ fault: 'lost', number: body.id })
    await sandbox.pay(body.id)
    const context = { engine: api.world.engine, gateways: new Gateways(testSeal, testOutgoing) }
    const order = await (await context.gateways.open(api.world.db, 'sandbox')).client.queryOrder(body.id)
    const notify = () => applyOrderNotification(context, api.world.tenant, 'sandbox', order)
    await Promise.all([notify(), notify(), notify(), notify()])
    const events = (await api.get(`/v1/events?subject=${body.id}`)).body.data
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['payment.succeeded'])
    expect((await api.delete(`/v1/webhooks/${hook.id}`)).status).toBeLessThan(300)
  })

  it('is polled when its notification was lost', async () => {
    const { body } = await pay('3.00')
    await sandbox.forceFault({ fault: 'lost', number: body.id })
    await sandbox.pay(body.id)
    await askNow('payment.follow')
    await until(`/v1/payments/${body.id}`, { status: 'charged' })
  })

  it('can be closed while unpaid, and is not open if the provider did not answer', async () => {
    const body = await opened('3.00')
    expect((await api.post(`/v1/payments/${body.id}/close`)).body).toMatchObject({ status: 'closed' })
    await sandbox.forceFault({ fault: 'timeoutAfter', operation: 'createOrder' })
    const lost = await pay('4.00', { 'idempotency-key': 'p-2' })
    expect(lost).toMatchObject({ status: 503, body: { code: 'gateway_unavailable' } })
    const again = await opened('4.00', 'p-2')
    expect(again).toMatchObject({ status: 'open' })
    expect((await api.get('/v1/payments?status=open')).body.data).toMatchObject([{ id: again.id }])
  })

  it('is refused for an unknown gateway', async () => {
    const body = { of: of('1.00'), gateway: 'nowhere', description: 'x' }
    expect(await api.post('/v1/payments', body)).toMatchObject({ status: 404, body: { code: 'gateway_unknown' } })
    const kinds = { kind: 'carrier-pigeon', settings: {} }
    expect((await api.put('/v1/gateways/pigeon', kinds)).body.code).toBe('gateway_kind_unknown')
    const bad = await api.put('/v1/gateways/other', { kind: 'sandbox', settings: { secret: 'shhhhhhhhhhhhhhhhhh' } })
    expect(bad.body.code).toBe('gateway_settings_invalid')
    expect(bad.text).not.toContain('shhh')
  })
})

describe('a refund', () => {
  it('is pending until the provider confirms it', async () => {
    const charge = await paid('20.00')
    const made = await refund(charge, '5.00')
    expect(made).toMatchObject({ status: 'pending', gateway: 'sandbox', amount: { amount: '5.00' } })
    await until(`/v1/refunds/${made.id}`, { status: 'succeeded', settledAt: expect.any(String) })
    expect((await api.get(`/v1/refunds/${made.id}/execution`)).body).toMatchObject({
      status: 'succeeded',
      number: made.id,
    })
    expect((await api.get(`/v1/charges/${charge}`)).body).toMatchObject({
      refunded: { amount: '5.00' },
      pending: { amount: '0.00' },
    })
    expect((await sandbox.books()).refunds.get(made.id)).toMatchObject({ amount: 5_000_000n, status: 'succeeded' })
  })

  // Every fault of a call results in exactly one refund at the provider.
  it('survives every fault of the provider', async () => {
    const calls = [
      'timeoutBefore',
      'timeoutAfter',
      'timeoutLate',
      'brokenBefore',
      'brokenAfter',
      'errorBefore',
    ] as const
    const all = [...calls, 'errorAfter', 'damaged', 'busy', 'slow', 'short'] as const
    const charges = await Promise.all(all.map(() => paid('8.00')))
    const made: { fault: string; id: string }[] = []
    for (const [n, fault] of all.entries()) {
      await sandbox.forceFault({ fault, operation: 'refund' })
      const { id } = await refund(charges[n]!)
      made.push({ fault, id })
      await expect.poll(async () => (await api.get(`/v1/refunds/${id}/execution`)).body.calls, SOON).toBeGreaterThan(0)
    }
    await sandbox.advanceClock(600_000)
    await sandbox.addFunds(1_000_000_000n, 'CNY')
    await sandbox.settle()
    for (const { id } of made) await until(`/v1/refunds/${id}`, { status: 'succeeded' })
    const { refunds } = await sandbox.books()
    for (const { id, fault } of made)
      expect(refunds.get(id), fault).toMatchObject({ amount: 8_000_000n, status: 'succeeded' })
    expect(await faults()).toEqual([])
  })

  it('is reversed and can be requested again after the provider closes or refuses it', async () => {
    for (const fault of ['closed', 'refused'] as const) {
      const charge = await paid('8.00')
      await sandbox.forceFault({ fault, operation: 'refund' })
      const made = await refund(charge)
      await until(`/v1/refunds/${made.id}`, { status: 'failed', failure: expect.any(String) })
      expect((await api.get(`/v1/charges/${charge}`)).body.refundable.amount).toBe('8.00')
      const again = await refund(charge)
      expect(again.id).not.toBe(made.id)
      await until(`/v1/refunds/${again.id}`, { status: 'succeeded' })
    }
    expect(await faults()).toEqual([])
  })

  it('waits for a decision if the payer’s bank refused it', async () => {
    const charge = await paid('8.00')
    await sandbox.forceFault({ fault: 'abnormal', operation: 'refund' })
    const made = await refund(charge)
    await until(`/v1/refunds/${made.id}/execution`, { status: 'abnormal' })
    expect((await api.get(`/v1/refunds/${made.id}`)).body.status).toBe('pending')
    expect((await api.get('/v1/refunds?execution=abnormal')).body.data).toMatchObject([{ id: made.id }])
    const resolved = await api.post(`/v1/refunds/${made.id}/resolve`, { outcome: 'succeeded' })
    expect(resolved).toMatchObject({ status: 200, body: { status: 'succeeded' } })
    expect((await api.post(`/v1/refunds/${made.id}/resolve`, { outcome: 'failed' })).body.code).toBe(
      'refund_not_pending',
    )
    expect(await faults()).toEqual([])
  })

  it('in many concurrent parts adds up to the amount paid and no more', async () => {
    const charge = await paid('10.00')
    await sandbox.setFaults({
      timeoutAfter: 0.06,
      errorAfter: 0.06,
      errorBefore: 0.06,
      busy: 0.06,
      twice: 0.3,
      lost: 0.3,
    })
    const made = await Promise.all(Array.from({ length: 14 }, () => refund(charge, '1.00')))
    expect(
      made.filter(({ code }) => code === 'refund_exceeds_refundable' || code === 'refund_nothing_left'),
    ).toHaveLength(4)
    const taken = made.filter(({ id }) => id)
    for (const { id } of taken)
      await expect.poll(async () => (await api.get(`/v1/refunds/${id}/execution`)).body.calls, SOON).toBeGreaterThan(0)
    await sandbox.setFaults({})
    await askNow('refund.execute')
    await until(`/v1/charges/${charge}`, { status: 'refunded', refunded: { amount: '10.00' } })
    expect(await faults()).toEqual([])
  })

  it('that is abnormal is redirected to the merchant under every fault of the call', async () => {
    const charges = await Promise.all([1, 2, 3].map(() => paid('8.00')))
    for (const _ of charges) await sandbox.forceFault({ fault: 'abnormal', operation: 'refund' })
    const ids = await Promise.all(charges.map(async (charge) => (await refund(charge)).id as string))
    await Promise.all(ids.map((id) => until(`/v1/refunds/${id}/execution`, { status: 'abnormal' })))
    const redirect = (id: string) => api.post(`/v1/refunds/${id}/redirect`)
    const through = async (id: string, fault: 'timeoutBefore' | 'timeoutAfter' | 'busy') => {
      await sandbox.forceFault({ fault, operation: 'redirectRefund', number: id })
      const answer = await redirect(id)
      if (fault === 'busy') expect(answer.body.code).toBe('gateway_unavailable')
      // The outcome is unknown, so the provider is polled; the refund is neither failed nor dropped. The outcome may
      // already be known by the time of the answer.
      else expect([answer.status, answer.body.status]).toEqual([200, expect.stringMatching(/processing|abnormal|succ/)])
      if (fault !== 'timeoutAfter') {
        await until(`/v1/refunds/${id}/execution`, { status: 'abnormal' })
        const twice = await Promise.all([redirect(id), redirect(id)])
        expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409])
        expect(twice.find(({ status }) => status === 409)!.body.code).toMatch(/^refund_not_(abnormal|pending)$/)
      }
      await until(`/v1/refunds/${id}`, { status: 'succeeded' })
      expect((await redirect(id)).body.code).toBe('refund_not_pending')
    }
    await Promise.all((['timeoutBefore', 'timeoutAfter', 'busy'] as const).map((fault, i) => through(ids[i]!, fault)))
    const { refunds } = await sandbox.books()
    for (const id of ids)
      expect(refunds.get(id)).toMatchObject({ status: 'succeeded', redirectedTo: 'merchant_account' })
    expect(await faults()).toEqual([])
  })

  it('that is abnormal is redirected only with the provider’s confirmation', async () => {
    const charge = await paid('8.00')
    await sandbox.forceFault({ fault: 'abnormal', operation: 'refund' })
    const { id } = await refund(charge)
    await until(`/v1/refunds/${id}/execution`, { status: 'abnormal' })
    const { engine, tenant } = api.world
    const gateways = new Gateways(testSeal, testOutgoing)
    const open = gateways.open.bind(gateways)
    const unable = Object.assign(new Gateways(testSeal, testOutgoing), {
      open: async (...by: Parameters<typeof open>) => {
        const { client, row } = await open(...by)
        return { row, client: { ...client, redirectRefund: undefined } }
      },
    })
    await expect(redirectRefund({ engine, gateways: unable }, tenant, id, 'user usr_x')).rejects.toMatchObject({
      code: 'refund_redirect_unsupported',
    })
    expect((await api.get(`/v1/refunds/${id}/execution`)).body.status).toBe('abnormal')
    // Redirected at the provider's own page meanwhile: the call is refused and the refund is polled until final.
    const { client } = await open(api.world.db, 'sandbox')
    await (client as SandboxGateway).redirectRefund(id, 'payer_card')
    expect((await api.post(`/v1/refunds/${id}/redirect`)).status).toBe(200)
    await until(`/v1/refunds/${id}`, { status: 'succeeded' })
    const done = (await api.get(`/v1/audit?subject=${id}`)).body.data
    expect(done).toMatchObject([{ action: 'refund_redirected' }, { action: 'refund_created' }])
    const through = await api.world.pay('1.00')
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    const direct = await engine.refund(tenant, { charge: uuidToId('chg', through.id), ask: {}, ...nothing })
    expect((await api.post(`/v1/refunds/${uuidToId('rfd', direct.refund.id)}/redirect`)).body.code).toBe(
      'refund_not_through_gateway',
    )
    expect((await api.post('/v1/refunds/rfd_01kafz6y4cfy7s3rj8v5m2n9qt/redirect')).body.code).toBe('refund_unknown')
  })
})

describe('a notification', () => {
  it('is accepted only with its token and its signature', async () => {
    const { notifyPath } = (await api.get('/v1/gateways')).body.data[0]
    const post = (url: string) => api.post(url, '{}', { key: null, headers: { 'content-type': 'application/json' } })
    expect((await post(notifyPath)).body.code).toBe('notification_invalid')
    expect((await post(`${notifyPath.slice(0, -1)}${notifyPath.endsWith('A') ? 'B' : 'A'}`)).body.code).toBe(
      'gateway_unknown',
    )
    expect((await post(notifyPath.replace('/sandbox/', '/other/'))).body.code).toBe('gateway_unknown')
  })
})
