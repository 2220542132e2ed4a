/** Refund requests from opening to the end, through the API and the queues. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'
import { publishRateCard } from '../catalog/rate-card.ts'
import { defaultCard } from '../catalog/terms.ts'
import { checkBooks } from '../charges/check.ts'
import { checked } from '../engine/refund-rules.ts'
import { idToUuid, newUuid, uuidToId } from '../ids.ts'
import { Jobs } from '../jobs/jobs.ts'
import { lines } from '../lines/index.ts'
import { finalizeRefunds } from '../refunds/finalize.ts'
import { PARTY_SCOPES, SCOPES } from '../users/identity.ts'
import { runReminder } from './change.ts'
import { runRequestJob } from './execute.ts'
import { workRequests } from './workers.ts'

let api: TestServer
let agent: string
let first: string
let second: string
let payer: string
let merchant: string
let context: { engine: TestServer['world']['engine'] }

beforeAll(async () => {
  api = await makeServer()
  context = { engine: api.world.engine }
  // As on channels with limits: requests of payers are reviewed, large amounts by two people.
  const card = defaultCard(lines)
  const { channels } = card.products['payments/scan-pay'] as { channels: Record<string, { refund: object }> }
  Object.assign(channels.sandbox!.refund, { approvals: checked('10000') })
  await api.world.db.transaction((tx) => publishRateCard(tx, card, new Date(1)))
  ;[agent, first, second] = (await Promise.all([1, 2, 3].map(() => api.makeKey(SCOPES)))) as [string, string, string]
  payer = await api.makeKey(PARTY_SCOPES, 'usr_1')
  merchant = await api.makeKey(PARTY_SCOPES, 'mch_1')
})
afterAll(async () => {
  expect((await checkBooks(api.world.db)).faults).toEqual([])
  await api.close()
})

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const paid = async (amount: string) => (await api.post('/v1/charges', payment(amount))).body.id as string
const ask = (body: object, key = agent, headers = {}) => api.post('/v1/refund-requests', body, { key, headers })
const seen = async (id: string, key = agent) => (await api.get(`/v1/refund-requests/${id}`, { key })).body
const act = (id: string, what: string, body?: object, key = agent) =>
  api.post(`/v1/refund-requests/${id}/${what}`, body, { key })
const approve = async (id: string, key: string) =>
  act(id, 'approve', { previewHash: (await seen(id)).preview.hash }, key)
const refunds = async (charge: string) => (await api.get(`/v1/refunds?charge=${charge}`)).body.data

describe('a request', () => {
  it('that the policy refunds automatically is executed immediately, once', async () => {
    const charge = await paid('20.00')
    const body = { charge, reason: 'not-delivered', asker: 'agent', amount: cny('5.00') }
    const headers = { 'idempotency-key': 'ask-1' }
    const preview = await api.post('/v1/refund-requests/preview', body, { key: agent })
    expect(preview.body.decision).toMatchObject({ outcome: 'automatic', amount: cny('5.00') })
    const made = await ask(body, agent, headers)
    expect(made).toMatchObject({ status: 201, body: { status: 'done', decision: { outcome: 'automatic' } } })
    expect(await ask(body, agent, headers)).toMatchObject({ status: 200, body: { id: made.body.id } })
    expect((await ask({ ...body, amount: cny('6.00') }, agent, headers)).body.code).toBe('idempotency_conflict')
    expect(await refunds(charge)).toMatchObject([
      { id: made.body.refund, amount: cny('5.00'), reason: 'not-delivered' },
    ])
    const { history, explanation } = await seen(made.body.id)
    expect(history.map(({ type, to }: { type: string; to: string }) => [type, to])).toEqual([
      ['asked', 'approved'],
      ['execution-began', 'executing'],
      ['executed', 'done'],
    ])
    expect(explanation.text).toContain('no approval required')
    const zh = await api.get(`/v1/refund-requests/${made.body.id}`, { headers: { 'accept-language': 'zh' } })
    expect(zh.body.explanation.text).toContain('无需审批')
  })

  it('of a payer waits for approval by another person, who sees what is approved', async () => {
    const charge = await paid('30.00')
    const { body } = await ask({ charge, reason: 'changed-mind' }, payer)
    expect(body).toMatchObject({ status: 'requested', asker: 'payer', party: 'usr_1', askedBy: null })
    expect((await act(body.id, 'approve', { previewHash: '0'.repeat(64) }, first)).body).toMatchObject({
      code: 'refund_preview_stale',
      preview: { charge, amount: cny('30.00') },
    })
    const { hash } = (await seen(body.id)).preview
    await api.post('/v1/refunds', { charge, amount: cny('1.00') })
    expect((await act(body.id, 'approve', { previewHash: hash }, first)).body.code).toBe('refund_preview_stale')
    expect((await approve(body.id, first)).body).toMatchObject({ status: 'done' })
    expect((await refunds(charge)).map((each: { amount: object }) => each.amount)).toEqual([cny('29.00'), cny('1.00')])
    expect((await act(body.id, 'approve', { previewHash: hash }, second)).body.code).toBe('refund_request_closed')
  })

  it('above an amount waits for two different people other than the requester', async () => {
    const charge = await paid('20000.00')
    const { body } = await ask({ charge, reason: 'service-failure', asker: 'agent' })
    expect(body).toMatchObject({ status: 'requested', decision: { approvals: 2 } })
    expect((await approve(body.id, agent)).body.code).toBe('approval_own')
    expect((await approve(body.id, first)).body).toMatchObject({ status: 'requested' })
    expect((await approve(body.id, first)).body.code).toBe('approval_twice')
    expect(await refunds(charge)).toEqual([])
    // The same approval sent twice concurrently makes one refund.
    const { hash } = (await seen(body.id)).preview
    const send = () => act(body.id, 'approve', { previewHash: hash }, second)
    const both = await Promise.all([send(), send()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await seen(body.id)).status).toBe('done')
    expect(await refunds(charge)).toHaveLength(1)
  })

  it('approved for one preview is not approved for another', async () => {
    const charge = await paid('20000.00')
    const { body } = await ask({ charge, reason: 'service-failure', asker: 'agent' })
    expect((await approve(body.id, first)).status).toBe(200)
    await api.post('/v1/refunds', { charge, amount: cny('100.00') })
    expect((await approve(body.id, second)).body).toMatchObject({ status: 'requested', approvals: [expect.anything()] })
    expect((await approve(body.id, first)).body).toMatchObject({ status: 'done' })
  })

  it('is declined with a reason, appealed once, and then decided by another person', async () => {
    const charge = await paid('40.00')
    const { body } = await ask({ charge, reason: 'changed-mind', note: 'cold soup' }, payer)
    const declined = await act(body.id, 'decline', { code: 'not-entitled', text: 'eaten' }, first)
    expect(declined.body).toMatchObject({ status: 'declined', decline: { code: 'not-entitled', text: 'eaten' } })
    const appealed = await act(body.id, 'appeal', { text: 'it was cold' }, payer)
    expect(appealed.body).toMatchObject({ status: 'requested', appealed: true })
    expect((await approve(body.id, first)).body.code).toBe('appeal_same_person')
    expect((await act(body.id, 'decline', { code: 'other' }, first)).body.code).toBe('appeal_same_person')
    expect((await act(body.id, 'decline', { code: 'other' }, second)).status).toBe(200)
    expect((await act(body.id, 'appeal', { text: 'again' }, payer)).body.code).toBe('refund_request_appealed')
  })

  it('declined by policy is stored with its code and cannot be approved', async () => {
    const charge = await paid('10.00')
    const { body } = await ask({ charge, reason: 'minor', asker: 'agent' })
    expect(body).toMatchObject({ status: 'declined', decline: { code: 'refund_reason_not_accepted', by: 'policy' } })
    expect((await act(body.id, 'appeal', { text: 'please' })).body.status).toBe('requested')
    expect((await act(body.id, 'approve', { previewHash: '0'.repeat(64) }, first)).body.code).toBe(
      'refund_reason_not_accepted',
    )
  })

  it('waits for evidence and facts, which count as of the time of the request', async () => {
    const event = { payer: 'usr_1', items: [{ id: 'spring', price: cny('2.00'), quantity: 10 }] }
    const charge = (await api.post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })).body.id
    const { body } = await ask({ charge, reason: 'changed-mind' }, payer)
    expect(body).toMatchObject({ status: 'needs-evidence', decision: { missingFacts: ['items'] } })
    expect((await act(body.id, 'approve', { previewHash: '0'.repeat(64) }, first)).body.code).toBe(
      'refund_request_incomplete',
    )
    expect((await act(body.id, 'facts', { use: { items: { spring: '0' } } }, payer)).body.code).toBe('scope_missing')
    const stated = await act(body.id, 'facts', { use: { items: { spring: '4' } } })
    expect(stated.body).toMatchObject({ status: 'done', decision: { amount: cny('12.00') } })

    const minor = (await api.post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })).body.id
    const request = (await ask({ charge: minor, reason: 'minor', asker: 'guardian' })).body
    expect(request.decision.missingEvidence).toEqual(['guardianship', 'payment-record'])
    await act(
      request.id,
      'evidence',
      { kind: 'guardianship', url: 'https://files.example/1', hash: 'a'.repeat(64) },
      payer,
    )
    const shown = await act(request.id, 'evidence', { kind: 'payment-record', text: 'receipt 1' }, payer)
    expect(shown.body).toMatchObject({ status: 'requested', evidence: ['guardianship', 'payment-record'] })
    expect((await seen(request.id)).shown).toHaveLength(2)
    expect((await approve(request.id, first)).body.status).toBe('done')
  })

  it('belongs to its party, which states no facts and sees no other requests and no internal data', async () => {
    const charge = await paid('10.00')
    for (const more of [{ asker: 'agent' }, { use: { calls: '1' } }]) {
      expect((await ask({ charge, reason: 'goodwill', ...more }, payer)).body.code).toBe('request_invalid')
    }
    expect((await ask({ charge, reason: 'goodwill' })).body.code).toBe('request_invalid')
    const { body } = await ask({ charge, reason: 'changed-mind' }, payer)
    await act(body.id, 'comments', { text: 'a regular' })
    await act(body.id, 'comments', { text: 'we look at it', visibility: 'payer' })
    await act(body.id, 'comments', { text: 'thanks', visibility: 'internal' }, payer)
    const comments = (await seen(body.id, payer)).comments.map(({ text }: { text: string }) => text)
    expect(comments).toEqual(['we look at it', 'thanks'])
    expect((await seen(body.id)).comments).toHaveLength(3)
    expect((await seen(body.id, merchant)).code).toBe('refund_request_unknown')
    expect((await act(body.id, 'withdraw', undefined, merchant)).body.code).toBe('refund_request_unknown')
    expect((await api.get('/v1/refund-requests', { key: merchant })).body.data).toEqual([])
    expect((await act(body.id, 'withdraw', undefined, payer)).body.status).toBe('withdrawn')
    expect((await act(body.id, 'withdraw', undefined, payer)).body.code).toBe('refund_request_closed')
  })

  it('is listed, counted, assigned and reminded of', async () => {
    const charge = await paid('10.00')
    const { body } = await ask({ charge, reason: 'fraud' }, payer)
    const late = "UPDATE refund_request SET due_at = now() - interval '1 minute' WHERE tenant = $1 AND id = $2"
    await api.world.db.execute(late, [api.world.tenant, idToUuid('req', body.id)])
    const job = { tenant: api.world.tenant, request: idToUuid('req', body.id) }
    await runReminder(context, job)
    await runReminder(context, job)
    const { history, overdue } = await seen(body.id)
    expect([overdue, history.filter(({ type }: { type: string }) => type === 'reminded').length]).toEqual([true, 1])
    const list = await api.get(
      `/v1/refund-requests?status=requested&reason=fraud&overdue=true&charge=${charge}&limit=1`,
    )
    expect(list.body.data.map(({ id }: { id: string }) => id)).toEqual([body.id])
    const { body: counts } = await api.get('/v1/refund-requests/summary?line=payments')
    expect(counts.overdue).toBe(1)
    expect(counts.byStatus.find(({ status }: { status: string }) => status === 'done').count).toBeGreaterThan(0)
    expect((await act(body.id, 'assign', { assignee: `usr_01kafz6y4cfy7s3rj8v5m2n9qt` })).body.code).toBe(
      'user_unknown',
    )
    expect((await act(body.id, 'assign', { assignee: null })).status).toBe(200)
    const settings = { answerDays: 3, bulkTwoPeopleAbove: '500.00' }
    expect((await api.put('/v1/refund-requests/settings', settings)).body).toEqual(settings)
    expect((await api.get('/v1/refund-requests/settings')).body).toEqual(settings)
  })
})

describe('execution', () => {
  it('after a crash finds the refund that was made', async () => {
    const charge = await paid('50.00')
    const { body } = await ask({ charge, reason: 'not-delivered', asker: 'agent', amount: cny('7.00') })
    // The row as left by a process that died between the refund and storing it.
    const rewind = `UPDATE refund_request SET status = 'executing' WHERE tenant = $1 AND id = $2`
    const request = idToUuid('req', body.id)
    await api.world.database.system.execute('ALTER TABLE refund_request DISABLE TRIGGER refund_request_guard')
    await api.world.db.execute(rewind.replace('SET', 'SET refund = NULL,'), [api.world.tenant, request])
    await api.world.database.system.execute('ALTER TABLE refund_request ENABLE TRIGGER refund_request_guard')
    await Promise.all([1, 2, 3].map(() => runRequestJob(context, { tenant: api.world.tenant, request })))
    expect(await seen(body.id)).toMatchObject({ status: 'done', refund: body.refund })
    expect(await refunds(charge)).toHaveLength(1)
  })

  it.each(['succeeded', 'failed'] as const)('follows a gateway until the refund has %s', async (status) => {
    const { charge } = await api.world.engine.charge(api.world.tenant, {
      of: payment('60.00'),
      payment: {
        ...{ gateway: 'pilot', order: newUuid() },
        rules: { windowDays: null, maxRefunds: null, minGapSeconds: 0 },
      } as never,
    })
    const { body } = await ask({ charge: uuidToId('chg', charge.id), reason: 'not-delivered', asker: 'agent' })
    expect(body.status).toBe('executing')
    const { db, directory } = api.world.engine.tenant(api.world.tenant)
    const failure = status === 'failed' ? 'closed' : null
    await finalizeRefunds(db, directory, [{ refund: idToUuid('rfd', body.refund), status, at: null, failure }])
    const jobs = await Jobs.start(api.world.database, { pollMs: 50 })
    await workRequests(jobs, context)
    const wanted = status === 'failed' ? { status, failure } : { status: 'done' }
    await expect.poll(() => seen(body.id), { timeout: 15_000, interval: 100 }).toMatchObject(wanted)
    await jobs.stop()
  })
})
