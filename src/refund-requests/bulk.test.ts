/**
 * Bulk refunds: a preview in total, approval, and a run that refunds every row at most once under all circumstances.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'
import { checkBooks } from '../charges/check.ts'
import { idToUuid } from '../ids.ts'
import { Jobs } from '../jobs/jobs.ts'
import { SCOPES } from '../users/identity.ts'
import { runBulkJob } from './bulk.ts'
import { findBulk } from './bulk-record.ts'
import { run } from './bulk-run.ts'
import { workRequests } from './workers.ts'

let api: TestServer
let first: string
let second: string
beforeAll(async () => {
  api = await makeServer()
  ;[first, second] = (await Promise.all([1, 2].map(() => api.makeKey(SCOPES)))) as [string, string]
})
afterAll(async () => {
  expect((await checkBooks(api.world.db)).faults).toEqual([])
  await api.close()
})

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const still = new AbortController().signal
const work = (id: string) =>
  runBulkJob({ engine: api.world.engine }, { tenant: api.world.tenant, bulk: idToUuid('blk', id) }, still)
const bulk = (body: object) => api.post('/v1/bulk-refunds', { reason: 'service-failure', ...body })
const act = (id: string, what: string, body?: object, key = api.key) =>
  api.post(`/v1/bulk-refunds/${id}/${what}`, body, { key })
const seen = async (id: string) => (await api.get(`/v1/bulk-refunds/${id}`)).body
const add = (id: string, from: number, body: object | string, type = 'application/json') =>
  api.post(`/v1/bulk-refunds/${id}/rows?first=${from}`, body, { headers: { 'content-type': type } })

let receipts = 0
/** Charges paid by usr_1, with references. */
async function charges(count: number, amount: string, more: { merchant?: string; payer?: string } = {}) {
  const made = await Promise.all(
    Array.from({ length: count }, () =>
      api.post('/v1/charges', { ...payment(amount, more), reference: `receipt-${++receipts}` }),
    ),
  )
  return made.map(({ body }) => body as { id: string; reference: string })
}

/** A previewed list. */
async function looked(rows: object[]): Promise<string> {
  const { body } = await bulk({})
  expect((await add(body.id, 1, { rows })).body).toEqual({ rows: rows.length })
  await act(body.id, 'preview')
  await work(body.id)
  return body.id
}

async function approved(rows: object[]): Promise<string> {
  const id = await looked(rows)
  const { preview } = await seen(id)
  for (const key of [first, second].slice(0, preview.approvals)) {
    expect((await act(id, 'approve', { previewHash: preview.hash }, key)).status).toBe(200)
  }
  return id
}

describe('a list', () => {
  it('is previewed in total, approved by another person, and refunded', async () => {
    const [one, two, three, four] = await charges(4, '10.00')
    const { body } = await bulk({ note: 'outage' })
    const lines = [{ charge: one!.id }, { reference: two!.reference, amount: '4.00', currency: 'CNY' }]
    expect(
      (await add(body.id, 1, lines.map((line) => JSON.stringify(line)).join('\n'), 'application/x-ndjson')).body,
    ).toEqual({ rows: 2 })
    expect((await add(body.id, 4, { rows: [{ charge: one!.id }] })).body.code).toBe('bulk_refund_rows_gap')
    const csv = `charge,reference,amount,currency\r\n${three!.id},,11.00,CNY\r\n,nothing,,\r\n${one!.id},,1.00,CNY\r\n${four!.id},,1.00,USD\r\n`
    for (let sent = 0; sent < 2; sent += 1) expect((await add(body.id, 3, csv, 'text/csv')).body).toEqual({ rows: 6 })
    expect((await add(body.id, 7, '{"charge":', 'application/x-ndjson')).body.code).toBe('body_invalid')
    expect((await add(body.id, 7, { rows: [{ amount: '1.00' }] })).body.code).toBe('bulk_row_invalid')
    await act(body.id, 'preview')
    await work(body.id)
    const ready = await seen(body.id)
    expect(ready).toMatchObject({
      status: 'ready',
      rows: { total: 6, ready: 2, refused: 4 },
      preview: { totals: [{ currency: 'CNY', count: 2, amount: '14.00' }], approvals: 1, shortageAccounts: 0 },
    })
    const codes = Object.fromEntries(
      ready.preview.refused.map(({ code, count }: { code: string; count: number }) => [code, count]),
    )
    expect(codes).toEqual({
      refund_nothing_left: 1,
      refund_exceeds_policy: 1,
      bulk_reference_unknown: 1,
      currency_mismatch: 1,
    })
    const previewHash = ready.preview.hash
    expect((await act(body.id, 'run')).body.code).toBe('bulk_refund_closed')
    expect((await act(body.id, 'approve', { previewHash })).body.code).toBe('approval_own')
    expect((await act(body.id, 'approve', { previewHash: '0'.repeat(64) }, first)).body.code).toBe(
      'refund_preview_stale',
    )
    expect((await act(body.id, 'approve', { previewHash }, first)).body.status).toBe('approved')
    await act(body.id, 'run')
    const jobs = await Jobs.start(api.world.database, { pollMs: 50 })
    await workRequests(jobs, { engine: api.world.engine })
    await expect
      .poll(() => seen(body.id), { timeout: 15_000, interval: 50 })
      .toMatchObject({
        status: 'done',
        rows: { refunded: 2, failed: 0, left: 0 },
      })
    await jobs.stop()
    const rows = (await api.get(`/v1/bulk-refunds/${body.id}/rows?status=refunded`)).body.data
    expect(rows).toMatchObject([
      { number: 1, charge: one!.id, amount: cny('10.00'), refundStatus: 'succeeded' },
      { number: 2, charge: two!.id, reference: two!.reference, amount: cny('4.00') },
    ])
    const { text } = await api.get(`/v1/bulk-refunds/${body.id}/results`)
    expect(text.trim().split('\r\n')).toHaveLength(7)
    expect(text).toContain(`4,,nothing,refused,,,,,bulk_reference_unknown`)
  })

  it('of a large amount needs two people, and lists the parties with shortages', async () => {
    await api.world.party('mch_broke', { merchantCategory: 'restaurant' })
    const made = await charges(2, '6000.00', { merchant: 'mch_broke' })
    await api.world.drain('mch_broke/balance', '11000.00')
    const id = await looked(made.map(({ id: charge }) => ({ charge })))
    const { preview } = await seen(id)
    expect(preview).toMatchObject({ approvals: 2, shortageAccounts: 1 })
    expect(preview.shortages[0]).toMatchObject({ account: 'mch_broke/balance', needed: '11928.00', short: '11000.00' })
    expect((await act(id, 'approve', { previewHash: preview.hash }, first)).body.status).toBe('ready')
    expect((await act(id, 'approve', { previewHash: preview.hash }, first)).body.code).toBe('approval_twice')
    expect((await act(id, 'approve', { previewHash: preview.hash }, second)).body.status).toBe('approved')
  })
})

describe('a filter', () => {
  it('selects exactly the charges that match', async () => {
    await charges(3, '2.00', { payer: 'usr_f' })
    const [gone] = await charges(1, '2.00', { payer: 'usr_f' })
    await api.post('/v1/refunds', { charge: gone!.id })
    const { body } = await bulk({ filter: { payer: 'usr_f', line: 'payments' } })
    await work(body.id)
    expect(await seen(body.id)).toMatchObject({
      status: 'ready',
      rows: { total: 3, ready: 3 },
      preview: { totals: [{ amount: '6.00' }] },
    })
    const none = await bulk({ filter: { payer: 'usr_f', to: '2020-01-01T00:00:00Z' } })
    await work(none.body.id)
    expect(await seen(none.body.id)).toMatchObject({ status: 'ready', rows: { total: 0 } })
    const { preview } = await seen(none.body.id)
    expect((await act(none.body.id, 'approve', { previewHash: preview.hash }, first)).body.code).toBe(
      'bulk_refund_empty',
    )
  })
})

describe('a run', () => {
  it('refunds each row once although several processes run it and one crashes', async () => {
    const made = await charges(60, '3.00')
    const id = await approved([
      ...made.map(({ id: charge }) => ({ charge })),
      { charge: made[0]!.id, amount: '1.00', currency: 'CNY' },
    ])
    await act(id, 'run')
    const uuid = idToUuid('blk', id)
    const at = (await findBulk(api.world.db, uuid))!
    const context = { engine: api.world.engine }
    // Refunds posted by a process that died before it stored any result.
    await Promise.all([run(context, api.world.db, at), run(context, api.world.db, at)])
    await api.world.db.execute(
      `UPDATE bulk_refund_row SET status = 'ready', refund = NULL WHERE tenant = $1 AND bulk = $2 AND status = 'refunded'`,
      [api.world.tenant, uuid],
    )
    const undo = "UPDATE bulk_refund SET refunded = 0, at_number = 0, status = 'running' WHERE tenant = $1 AND id = $2"
    await api.world.db.execute(undo, [api.world.tenant, uuid])
    await Promise.all([work(id), work(id)])
    expect(await seen(id)).toMatchObject({ status: 'done', rows: { refunded: 60, failed: 0, left: 0 } })
    const [sum] = await api.world.db.query<{ count: bigint; amount: string }>(
      `SELECT count(*) AS count, sum(amount)::text AS amount FROM refund WHERE tenant = $1 AND idempotency_key LIKE $2`,
      [api.world.tenant, `bulk ${id}:%`],
    )
    expect(sum).toEqual({ count: 60n, amount: '180000000' })
  })

  it('pauses between pages, resumes, and ends if canceled', async () => {
    const made = await charges(5, '1.00')
    const id = await approved(made.map(({ id: charge }) => ({ charge })))
    expect((await act(id, 'run')).body.status).toBe('running')
    expect((await act(id, 'pause')).body.status).toBe('paused')
    await work(id)
    expect(await seen(id)).toMatchObject({ status: 'paused', rows: { refunded: 0, left: 5 } })
    // Between preview and run, one of the charges is refunded by hand.
    await api.post('/v1/refunds', { charge: made[4]!.id })
    expect((await act(id, 'resume')).body.status).toBe('running')
    await work(id)
    expect(await seen(id)).toMatchObject({ status: 'done', rows: { refunded: 4, failed: 1, left: 0 } })
    const { data } = (await api.get(`/v1/bulk-refunds/${id}/rows?status=failed`)).body
    expect(data[0].problem).toMatchObject({ code: 'refund_nothing_left' })
    expect((await act(id, 'cancel')).body.code).toBe('bulk_refund_closed')
    const other = await looked([{ charge: made[0]!.id }])
    expect((await act(other, 'cancel')).body.status).toBe('cancelled')
    await work(other)
    expect((await seen(other)).status).toBe('cancelled')
  })
})
