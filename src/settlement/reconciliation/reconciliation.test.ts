/**
 * Reconciliation with the bills of the sandbox, which runs in its own process. Rules: refund rows are dated by
 * acceptance and never updated (https://pay.weixin.qq.com/doc/v3/merchant/4012556654); a returned fee is the refund's
 * proportional share (https://pay.weixin.qq.com/docs/merchant/products/refund/introduction.html).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, type TestServer, testOutgoing, testSeal } from '../../../test/api-server.ts'
import { checkBooks } from '../../charges/check.ts'
import type { BillLine } from '../../gateways/gateway.ts'
import { type SandboxGateway, sandboxGateway } from '../../gateways/sandbox/client.ts'
import { type SandboxProcess, startSandbox } from '../../gateways/sandbox/process.ts'
import { BILL_COLUMNS } from '../../gateways/sandbox/wire.ts'
import { idToUuid } from '../../ids.ts'
import { formatMicros, parseMicros } from '../../money/amount.ts'
import { Gateways } from '../../processing/gateways.ts'
import { runPaymentJob } from '../../processing/payments.ts'
import { runRefund } from '../../processing/refunds.ts'
import { runJob } from './run.ts'
import { startDueRuns } from './schedule.ts'

const ZONE = 'Asia/Shanghai'
let folder: string
let sandbox: SandboxProcess
/** The day of all payments and refunds of this file. */
let day: string

beforeAll(async () => {
  const now = Temporal.Now.zonedDateTimeISO(ZONE)
  const left = now.startOfDay().add({ days: 1 }).epochMilliseconds - now.epochMilliseconds
  // Avoids running across midnight: a refund on the day after its payment is a different case.
  if (left < 60_000) await new Promise((resolve) => setTimeout(resolve, left))
  day = Temporal.Now.plainDateISO(ZONE).toString()
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-sandbox-'))
  sandbox = await startSandbox({ dataFolder: folder, seed: 'reconciliation', conditions: { refundDelayMs: 0 } })
}, 90_000)
afterAll(async () => {
  await sandbox.stop()
  await rm(folder, { recursive: true })
})

/** Creates a tenant with its own merchant at the sandbox; the fee equals the channel cost of the default rate card. */
async function shopAt(merchant: string) {
  const { secret } = await sandbox.addMerchant({ id: merchant, feeRate: '0.0021' })
  const api = await makeServer()
  const settings = { baseUrl: sandbox.url, merchant, secret, unfinishedBills: true, rules: { maxRefunds: null } }
  expect((await api.put('/v1/gateways/sandbox', { kind: 'sandbox', settings })).status).toBe(201)
  const context = { engine: api.world.engine, gateways: new Gateways(testSeal, testOutgoing) }
  const client = sandboxGateway(settings)
  return new Shop(api, client, context, merchant)
}

class Shop {
  readonly api: TestServer
  readonly client: SandboxGateway
  readonly context: { engine: TestServer['world']['engine']; gateways: Gateways }
  readonly merchant: string
  readonly close: () => Promise<void>

  constructor(api: TestServer, client: SandboxGateway, context: Shop['context'], merchant: string) {
    this.api = api
    this.client = client
    this.context = context
    this.merchant = merchant
    this.close = () => api.close()
  }

  get tenant() {
    return this.api.world.tenant
  }

  /** Creates an order and pays it at the sandbox, without notifying the server. */
  async order(amount: string): Promise<string> {
    const of = {
      line: 'payments',
      product: 'scan-pay',
      event: { payer: 'usr_1', merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
    }
    const { body } = await this.api.post('/v1/payments', { of, gateway: 'sandbox', description: 'noodles' })
    await sandbox.pay(body.id, { merchant: this.merchant })
    return body.id
  }

  async paid(amount: string): Promise<{ order: string; charge: string }> {
    const order = await this.order(amount)
    await runPaymentJob(this.context, { tenant: this.tenant, payment: idToUuid('pay', order) })
    return { order, charge: (await this.api.get(`/v1/payments/${order}`)).body.charge }
  }

  async refund(charge: string, amount: string): Promise<string> {
    return (await this.api.post('/v1/refunds', { charge, amount: { amount, currency: 'CNY' } })).body.id
  }

  /** Calls the provider as the worker of the queue does. */
  ask(refund: string) {
    return runRefund(this.context, this.tenant, idToUuid('rfd', refund))
  }

  async refunded(charge: string, amount: string): Promise<string> {
    const id = await this.refund(charge, amount)
    await this.ask(id)
    await sandbox.advanceClock(1)
    await this.ask(id)
    expect((await this.api.get(`/v1/refunds/${id}`)).body.status).toBe('succeeded')
    return id
  }

  async run(date = day) {
    const started = await this.api.post('/v1/reconciliations', { gateway: 'sandbox', date })
    expect(started.status, started.text).toBe(202)
    await runJob(this.context, { tenant: this.tenant, reconciliation: idToUuid('rcn', started.body.id) }, true)
    return (await this.api.get(`/v1/reconciliations/${started.body.id}`)).body
  }

  async bill(): Promise<BillLine[]> {
    return Array.fromAsync(this.client.downloadBill(day))
  }

  async upload(lines: readonly BillLine[], date = day) {
    const url = `/v1/reconciliations/upload?gateway=sandbox&date=${date}`
    return this.api.post(url, csvOf(lines), { headers: { 'content-type': 'text/csv' } })
  }

  // biome-ignore lint/suspicious/noExplicitAny: responses of every shape
  async differences(run: string, query = ''): Promise<any[]> {
    const answer = await this.api.get(`/v1/reconciliations/${run}/differences?limit=200${query}`)
    expect(answer.status, answer.text).toBe(200)
    return answer.body.data
  }

  approve(run: string, body: object = {}, key?: string) {
    return this.api.post(`/v1/reconciliations/${run}/approve`, body, key ? { key } : {})
  }

  /**
   * Returns the merchant's balance at the provider according to the ledger: payments less refunds, fees and unexplained
   * amounts.
   */
  async worth(): Promise<bigint> {
    const of = async (account: string) => parseMicros(await this.api.world.balance(account))
    return -(await of('usr_1/external')) - (await of('sandbox/external')) - (await of('sandbox/fees'))
  }

  async there(): Promise<bigint> {
    return (await sandbox.books(this.merchant)).merchants[0]!.balances.get('CNY')!
  }

  async faults() {
    return (await checkBooks(this.api.world.db)).faults
  }
}

function csvOf(lines: readonly BillLine[]): string {
  if (lines.length === 0) return stringify([[...BILL_COLUMNS], ['total', ...'0000000', '']])
  const text = (amount: bigint | null) => formatMicros(amount ?? 0n, 'CNY')
  const rows = lines.map((line) => [
    ...[line.kind, line.at.toISOString(), line.number, line.order, line.providerNumber],
    ...[text(line.amount), text(line.fee), line.unit, line.status],
  ])
  const of = (kind: string) => lines.filter((line) => line.kind === kind)
  const sums = ['payment', 'refund'].flatMap((kind) => [
    String(of(kind).length),
    text(of(kind).reduce((sum, { amount }) => sum + amount, 0n)),
    text(of(kind).reduce((sum, { fee }) => sum + fee!, 0n)),
  ])
  return stringify([[...BILL_COLUMNS], ...rows, ['total', String(lines.length), ...sums, 'CNY']])
}

const counts = (run: { classes: { class: string; kind: string; count: number }[] }) =>
  Object.fromEntries(run.classes.map((each) => [`${each.kind} ${each.class}`, each.count]))
// biome-ignore lint/suspicious/noExplicitAny: responses of every shape
const shortly = ({ class: of, correction, line }: any) => `${of} ${correction.kind} ${line?.reference ?? 'roundings'}`

describe('a downloaded bill', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await shopAt('downloaded')
  }, 60_000)
  afterAll(() => shop.close())

  it('proposes corrections for payments and refunds made outside, and matches once they are approved', async () => {
    const clean = await shop.paid('100.00')
    await shop.refunded(clean.charge, '20.00')
    const unheard = await shop.order('200.00')
    const pending = await shop.refund(clean.charge, '10.00')
    await shop.ask(pending) // accepted; its outcome is not queried
    const manual = { total: parseMicros('100.00'), unit: 'CNY', reason: null, order: clean.order }
    await shop.client.refund({ ...manual, number: 'by-hand', amount: parseMicros('30.00') })
    const elsewhere = { number: 'elsewhere', amount: parseMicros('50.00'), unit: 'CNY', description: 'x' }
    const expiresAt = new Date(Date.now() + 3_600_000)
    await shop.client.createOrder({ ...elsewhere, expiresAt, method: { kind: 'native' } })
    await sandbox.pay('elsewhere', { merchant: shop.merchant })
    await shop.client.refund({
      ...elsewhere,
      number: 'nobody',
      order: 'elsewhere',
      total: elsewhere.amount,
      reason: null,
      amount: parseMicros('5.00'),
    })
    await sandbox.advanceClock(10)
    await sandbox.settle()

    const run = await shop.run()
    expect(run).toMatchObject({ status: 'completed', lines: 7, timeZone: ZONE, previous: null })
    expect(counts(run)).toEqual({
      'payment matched': 1,
      'payment missing_here': 2,
      'refund matched': 1,
      'refund missing_here': 2,
      'refund status_differs': 1,
    })
    const found = await shop.differences(run.id)
    expect(found.map(shortly).sort()).toEqual(
      [
        `missing_here take_in_payment ${unheard}`,
        'missing_here book_suspense elsewhere',
        'missing_here book_suspense nobody',
        'missing_here post_refund by-hand',
        `status_differs settle_refund ${pending}`,
      ].sort(),
    )
    expect(found.find(({ line }) => line.reference === 'elsewhere').correction).toMatchObject({
      transfers: [
        { from: 'sandbox/external', to: 'platform/suspense', amount: { amount: '50.00' } },
        { from: 'platform/cost', to: 'sandbox/fees', amount: { amount: '0.11' } },
      ],
      steps: [{ code: 'suspense_in', text: expect.stringContaining('50.00 CNY more') }, { code: 'fee_more' }],
    })
    const zh = await shop.api.get(`/v1/reconciliations/${run.id}/differences?language=zh`)
    expect(zh.body.data[0].correction.steps[0].text).toMatch(/[\u4e00-\u9fff]/)
    expect(await shop.faults()).toEqual([])
    expect(await shop.worth()).not.toBe(await shop.there()) // nothing moves before the approval

    const approved = await shop.approve(run.id)
    expect(approved.body).toEqual({
      data: found.map(({ number }) => ({ number, status: 'done', problem: null })),
      next: null,
    })
    expect((await shop.approve(run.id)).body.data).toEqual([])
    expect((await shop.approve(run.id, { differences: [1, 99] })).body.data).toMatchObject([
      { number: 1, status: 'done', problem: null },
      { number: 99, problem: { code: 'difference_unknown' } },
    ])
    expect((await shop.api.get(`/v1/payments/${unheard}`)).body.status).toBe('charged')
    expect((await shop.api.get(`/v1/refunds/${pending}`)).body.status).toBe('succeeded')
    expect((await shop.api.get(`/v1/charges/${clean.charge}`)).body.refunded.amount).toBe('60.00')
    expect(await shop.api.world.balance('platform/suspense')).toBe('45.00')
    expect(await shop.faults()).toEqual([])

    const again = await shop.run()
    expect(counts(again)).toEqual({ 'payment matched': 3, 'refund matched': 4 })
    expect(again).toMatchObject({ previous: run.id, changes: { appeared: 0, gone: 5 }, differences: { proposed: 0 } })
    expect((await shop.approve(run.id, { differences: [1] })).body.data[0].problem.code).toBe(
      'reconciliation_superseded',
    )
    // The ledger is exact and the provider rounds to whole fen, so the rest is below one fen.
    const left = (await shop.worth()) - (await shop.there())
    expect(left > -10_000n && left < 10_000n, String(left)).toBe(true)
  })

  it('is listed line by line, in pages and as CSV', async () => {
    const [run] = (await shop.api.get('/v1/reconciliations?gateway=sandbox&status=completed')).body.data
    const first = (await shop.api.get(`/v1/reconciliations/${run.id}/lines?limit=5`)).body
    const rest = (await shop.api.get(`/v1/reconciliations/${run.id}/lines?limit=5&cursor=${first.nextCursor}`)).body
    expect([...first.data, ...rest.data].map(({ line }) => line)).toEqual([0, 1, 2, 3, 4, 5, 6])
    const csv = (await shop.api.get(`/v1/reconciliations/${run.id}/lines?format=csv`)).text
    expect(csv.trim().split('\r\n')).toHaveLength(8)
    expect(csv).toContain('refund,by-hand,')
  })

  it('leaves only a failed run if it is damaged or missing', async () => {
    await sandbox.forceFault({ fault: 'damaged', operation: 'bill' })
    expect(await shop.run()).toMatchObject({ status: 'failed', failure: { code: 'answer_invalid' } })
    const bad = await shop.api.post(`/v1/reconciliations/upload?gateway=sandbox&date=${day}`, 'x,y\n', {
      headers: { 'content-type': 'text/csv' },
    })
    expect(bad).toMatchObject({ status: 422, body: { code: 'bill_refused' } })
    const lines = await shop.bill()
    const short = csvOf(lines).replace(/total,\d+/, 'total,1')
    const url = `/v1/reconciliations/upload?gateway=sandbox&date=${day}`
    expect((await shop.api.post(url, short, { headers: { 'content-type': 'text/csv' } })).body.code).toBe(
      'bill_refused',
    )
    const [staged] = await shop.api.world.db.query<{ count: bigint }>(
      'SELECT count(*) FROM reconciliation_line WHERE tenant = $1 AND class IS NULL',
      [shop.tenant],
    )
    expect(staged!.count).toBe(0n)
    const future = { gateway: 'sandbox', date: '2999-01-01' }
    expect((await shop.api.post('/v1/reconciliations', future)).body.code).toBe('reconciliation_date_invalid')
    expect((await shop.api.post('/v1/reconciliations', { ...future, date: '2026-02-30' })).status).toBe(422)
    expect((await shop.api.post('/v1/reconciliations', { gateway: 'nowhere', date: day })).body.code).toBe(
      'gateway_unknown',
    )
  })

  it('is fetched each day once it is ready, by one process', async () => {
    const settings = { enabled: true, readyAt: '10:30', feeTolerance: '0.00', twoPeopleAbove: null, transitDays: 1 }
    expect((await shop.api.put('/v1/reconciliation-settings/sandbox', settings)).body).toEqual(settings)
    const { db } = shop.api.world
    const at = (time: string) =>
      Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant()
    await db.execute(`UPDATE reconciliation SET started_at = now() - interval '2 hours' WHERE tenant = $1`, [
      shop.tenant,
    ])
    // The day already has a run.
    expect(await startDueRuns(shop.context, db, at('10:31'))).toBe(0)
    const dayAfter = at('10:31').add({ hours: 24 })
    expect(await startDueRuns(shop.context, db, dayAfter.subtract({ hours: 1 }))).toBe(0)
    const both = await Promise.all([startDueRuns(shop.context, db, dayAfter), startDueRuns(shop.context, db, dayAfter)])
    expect(both[0]! + both[1]!).toBe(1)
    const tomorrow = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
    expect((await shop.api.post('/v1/reconciliations', { gateway: 'sandbox', date: tomorrow })).body.code).toBe(
      'reconciliation_running',
    )
  })
})

describe('an uploaded bill that differs', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await shopAt('uploaded')
  }, 60_000)
  afterAll(() => shop.close())

  it('matches after corrections of amounts, fees, statuses, missing lines and duplicates', async () => {
    const charges = []
    for (let n = 0; n < 5; n += 1) charges.push(await shop.paid('100.00'))
    const gone = await shop.refunded(charges[0]!.charge, '10.00')
    const closed = await shop.refunded(charges[1]!.charge, '10.00')
    const [byAmount, byFee, absent, twice] = charges.slice(1).map(({ order }) => order)
    const bill = await shop.bill()
    const changed = bill.flatMap((line): BillLine[] => {
      if (line.number === byAmount) return [{ ...line, amount: parseMicros('98.00') }]
      if (line.number === byFee) return [{ ...line, fee: parseMicros('0.22') }]
      if (line.number === absent || line.number === gone) return []
      if (line.number === closed) return [{ ...line, status: 'closed' }]
      if (line.number === twice) return [line, { ...line, amount: parseMicros('7.00'), fee: parseMicros('0.01') }]
      return [line]
    })
    const { status, body: run } = await shop.upload(changed)
    expect(status).toBe(201)
    expect(run).toMatchObject({ source: 'upload', status: 'completed', differences: { proposed: 6, alerts: 4 } })
    const found = await shop.differences(run.id)
    expect(found.map(shortly).sort()).toEqual(
      [
        `amount_differs book_suspense ${byAmount}`,
        `fee_differs book_fee ${byFee}`,
        `missing_there book_suspense ${absent}`,
        `missing_there book_suspense ${gone}`,
        `missing_here book_suspense ${twice}`,
        `status_differs book_suspense ${closed}`,
      ].sort(),
    )
    const fees = { class: 'fee_differs' }
    const both = await Promise.all([shop.approve(run.id, fees), shop.approve(run.id, fees)])
    expect(both.flatMap(({ body }) => body.data).every(({ status }) => status === 'done')).toBe(true)
    expect(await shop.api.world.balance('sandbox/fees')).toBe('1.018') // 5 × 0.21 − 2 × 0.021, plus one fen
    expect((await shop.approve(run.id)).body.data).toHaveLength(5)
    expect(await shop.faults()).toEqual([])
    // −2 − 100 + 10 (never reached the payer) + 7 + 10 (closed)
    expect(await shop.api.world.balance('platform/suspense')).toBe('-75.00')
    const again = (await shop.upload(changed)).body
    expect(again.classes.every((each: { class: string }) => each.class === 'matched')).toBe(true)
    expect(again.differences).toMatchObject({ proposed: 0 })

    // The original bill replaces the changed one: every correction is reversed in the same way.
    const { body: real } = await shop.upload(bill)
    // An amount booked with its fee is reversed with its fee; the duplicate line is no longer on any bill.
    expect(real.differences.proposed).toBe(9)
    const second = (await shop.differences(real.id)).filter(({ line }) => line?.reference === twice)
    expect(second).toMatchObject([
      {
        ...{ class: 'missing_there', line: { there: null, here: { amount: { amount: '7.00' }, status: 'corrected' } } },
        correction: { kind: 'book_suspense', steps: [{ code: 'suspense_out' }, { code: 'fee_less' }] },
      },
    ])
    await shop.approve(real.id)
    expect(await shop.api.world.balance('platform/suspense')).toBe('0.00')
    // If the changed bill is uploaded again, the corrections are booked again.
    const { body: changedAgain } = await shop.upload(changed)
    await shop.approve(changedAgain.id)
    expect(await shop.api.world.balance('platform/suspense')).toBe('-75.00')
    const { body: realAgain } = await shop.upload(bill)
    await shop.approve(realAgain.id)
    expect(await shop.api.world.balance('platform/suspense')).toBe('0.00')
    expect((await shop.run()).differences).toMatchObject({ proposed: 0 })
    expect(await shop.faults()).toEqual([])
  })

  it('needs a second person above a threshold, and keeps declined differences declined', async () => {
    const bill = await shop.bill()
    const more = bill.map((line, index) => (index === 0 ? { ...line, amount: parseMicros('2000.00') } : line))
    const { body: run } = await shop.upload(more)
    const alone = await shop.approve(run.id)
    expect(alone.body.data[0]).toMatchObject({ status: 'proposed', problem: { code: 'second_person_needed' } })
    const decline = `/v1/reconciliations/${run.id}/decline`
    expect((await shop.api.post(decline, {})).body.code).toBe('request_invalid')
    expect((await shop.api.post(decline, { note: 'their mistake' })).body.data[0]).toMatchObject({ status: 'declined' })
    const other = await shop.api.makeKey(['settlement:approve'])
    expect((await shop.approve(run.id, { differences: [1] }, other)).body.data[0].problem.code).toBe(
      'difference_decided',
    )
    const { body: same } = await shop.upload(more)
    expect(same.differences).toMatchObject({ proposed: 0, declined: 1 })
    const otherwise = more.map((line, index) => (index === 0 ? { ...line, amount: parseMicros('2001.00') } : line))
    const { body: third } = await shop.upload(otherwise)
    expect(third.differences).toMatchObject({ proposed: 1, declined: 0 })
    expect((await shop.approve(third.id, {}, other)).body.data[0]).toMatchObject({ status: 'done' })
    const trail = (await shop.api.get(`/v1/audit?subject=${third.id}`)).body.data
    expect(trail.map(({ action }: { action: string }) => action)).toContain('reconciliation_correction_approved')
  })
})

describe('a refund in transit', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await shopAt('transit')
  }, 60_000)
  afterAll(() => shop.close())

  it('is open, compared again with the next bill, and sent again if it stays missing', async () => {
    const { db } = shop.api.world
    const { charge } = await shop.paid('100.00')
    const bill = await shop.bill()
    const sent = await shop.refund(charge, '10.00') // not sent to the provider yet
    const { body: first } = await shop.upload(bill)
    expect(counts(first)).toEqual({ 'payment matched': 1, 'refund open': 1 })
    // Simulates the bills of earlier days by backdating the refund.
    const back = (days: number) => Temporal.PlainDate.from(day).subtract({ days }).toString()
    const age = (days: number) =>
      db.execute(`UPDATE gateway_refund SET created_at = now() - make_interval(days => $2) WHERE tenant = $1`, [
        shop.tenant,
        days,
      ])
    await age(2)
    expect(counts((await shop.upload([], back(2))).body)).toEqual({ 'refund open': 1 })
    const { body: late } = await shop.upload([], back(1))
    expect(counts(late)).toEqual({ 'refund missing_there': 1 })
    expect((await shop.differences(late.id)).map(shortly)).toEqual([`missing_there ask_again ${sent}`])
    expect((await shop.approve(late.id)).body.data).toMatchObject([{ status: 'done' }])
    const [job] = await shop.api.world.database.system.query<{ count: bigint }>(
      `SELECT count(*) FROM pgboss.job_common WHERE name = 'refund.execute' AND singleton_key = $1`,
      [idToUuid('rfd', sent)],
    )
    expect(job!.count).toBe(1n)
    await shop.ask(sent)
    await sandbox.advanceClock(10)
    await shop.ask(sent)
    const { body: after } = await shop.upload([], back(1))
    expect(counts(after)).toEqual({ 'refund open': 1 }) // it may be on today's bill, and it is
    const today = await shop.run()
    expect(counts(today)).toEqual({ 'payment matched': 1, 'refund matched': 1 })
    expect(await shop.faults()).toEqual([])
  })

  it('is queried if it was started outside, and posted once it succeeded', async () => {
    const { charge, order } = await shop.paid('100.00')
    await sandbox.forceFault({ fault: 'slow', number: 'by-hand-slow' })
    const amounts = { total: parseMicros('100.00'), amount: parseMicros('40.00'), unit: 'CNY' }
    await shop.client.refund({ ...amounts, number: 'by-hand-slow', order, reason: null })
    const run = await shop.run()
    expect((await shop.differences(run.id)).map(shortly)).toEqual(['missing_here ask_provider by-hand-slow'])
    const early = (await shop.approve(run.id)).body.data[0]
    expect(early).toMatchObject({ status: 'proposed', problem: { code: 'correction_not_yet' } })
    await sandbox.advanceClock(60_000)
    const [one, two] = await Promise.all([shop.approve(run.id), shop.approve(run.id)])
    expect([one!.body.data[0], two!.body.data[0]]).toMatchObject([{ status: 'done' }, { status: 'done' }])
    const { refunded, pending } = (await shop.api.get(`/v1/charges/${charge}`)).body
    expect([refunded.amount, pending.amount]).toEqual(['40.00', '0.00'])
    expect((await shop.run()).differences).toMatchObject({ proposed: 0 })
    expect(await shop.faults()).toEqual([])
  })
})
