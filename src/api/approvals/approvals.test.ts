/** Maker and checker: what waits for another person, and what executing it does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { makeUser, PASSWORD } from '../../../test/people.ts'
import { Browser, listening } from '../../../test/web-client.ts'
import { DEFAULT_POLICY, writePolicy } from '../../approvals/policy.ts'

let api: TestServer
let url: string
let maker: Browser
let checker: Browser
beforeAll(async () => {
  api = await makeServer()
  url = await listening(api.app)
  maker = await signedIn('maker@example.com', 'finance')
  checker = await signedIn('checker@example.com', 'finance')
  await api.world.db.transaction((tx) => writePolicy(tx, DEFAULT_POLICY))
})
afterAll(() => api.close())

async function signedIn(email: string, role: string): Promise<Browser> {
  await makeUser(api.world, { email, role })
  const browser = new Browser(url)
  expect((await browser.post('/v1/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
  return browser
}

const entry = (amount: string, to = 'mch_1/balance') => ({
  description: 'correction',
  transfers: [{ from: 'world/funding', to, amount: { amount, currency: 'CNY' } }],
})
/** On this channel, the policy asks for two people above 50,000. */
const controlled = (amount: string) => {
  const made = payment(amount)
  return { ...made, event: { ...made.event, channel: 'wechatpay' } }
}
const approve = (id: string, by = checker) => by.post(`/v1/approvals/${id}/approve`, {})

describe('a journal entry', () => {
  it('above the limit waits, is approved by another person and posted in the name of its maker', async () => {
    const { status, body } = await maker.post('/v1/journal-entries', entry('10000.01', 'mch_7/balance'))
    expect(status).toBe(202)
    expect(body).toMatchObject({
      act: 'journal-entry',
      status: 'pending',
      approvals: 1,
      amount: { amount: '10000.01' },
    })
    expect(await api.world.balance('mch_7/balance')).toBe('0.00')
    expect((await approve(body.id, maker)).body.code).toBe('approval_own')
    const approved = await approve(body.id)
    expect(approved.body).toMatchObject({ status: 'executed', problem: null })
    expect(await api.world.balance('mch_7/balance')).toBe('10000.01')
    expect((await approve(body.id)).body.code).toBe('approval_closed')
    const { data } = (await api.get(`/v1/audit?subject=${approved.body.result}`)).body
    expect(data).toMatchObject([{ action: 'journal_entry_created', actor: body.maker }])
  })

  it('split into small ones waits once the sum of the day is used up', async () => {
    const third = await signedIn('third@example.com', 'finance')
    const statuses = []
    for (let n = 0; n < 4; n += 1) {
      statuses.push((await third.post('/v1/journal-entries', entry('3000.00'))).status)
    }
    expect(statuses).toEqual([201, 201, 201, 202])
    // A refused entry does not count: what is left of the day still passes.
    const broke = { ...entry('900.00'), transfers: [{ ...entry('900.00').transfers[0]!, from: 'usr_poor/wallet' }] }
    expect((await third.post('/v1/journal-entries', broke)).body.code).toBe('insufficient_funds')
    expect((await third.post('/v1/journal-entries', entry('1000.00'))).status).toBe(201)
    expect((await third.post('/v1/journal-entries', entry('0.01'))).status).toBe(202)
  })

  it('at the same time does not exceed the limit either', async () => {
    const fourth = await signedIn('fourth@example.com', 'finance')
    const all = await Promise.all(Array.from({ length: 8 }, () => fourth.post('/v1/journal-entries', entry('2500.00'))))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(4)
    expect(all.filter(({ status }) => status === 202)).toHaveLength(4)
  })

  it('with an idempotency key waits once, and is posted once', async () => {
    const headers = { 'idempotency-key': 'big-1' }
    const send = () => maker.post('/v1/journal-entries', entry('20000.00', 'mch_8/balance'), headers)
    const [first, second] = [await send(), await send()]
    expect(second.body.id).toBe(first.body.id)
    const both = await Promise.all([approve(first.body.id), approve(first.body.id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await api.world.balance('mch_8/balance')).toBe('20000.00')
  })

  it('that is declined or withdrawn moves nothing', async () => {
    const declined = (await maker.post('/v1/journal-entries', entry('11000.00', 'mch_9/balance'))).body
    expect((await checker.post(`/v1/approvals/${declined.id}/withdraw`)).body.code).toBe('approval_not_own')
    const { body } = await checker.post(`/v1/approvals/${declined.id}/decline`, { note: 'no document' })
    expect(body).toMatchObject({ status: 'declined', note: 'no document' })
    const withdrawn = (await maker.post('/v1/journal-entries', entry('11000.00', 'mch_9/balance'))).body
    expect((await maker.post(`/v1/approvals/${withdrawn.id}/withdraw`)).body.status).toBe('withdrawn')
    expect(await api.world.balance('mch_9/balance')).toBe('0.00')
  })

  it('that is refused when it is executed says why', async () => {
    const broke = { ...entry('15000.00'), transfers: [{ ...entry('15000.00').transfers[0]!, from: 'usr_poor/wallet' }] }
    const { id } = (await maker.post('/v1/journal-entries', broke)).body
    expect((await approve(id)).body).toMatchObject({ status: 'failed', problem: 'insufficient_funds' })
  })
})

describe('a direct refund', () => {
  it('obeys the approvals that the policy of the charge asks for, also with a party’s key', async () => {
    const charge = (await api.post('/v1/charges', controlled('60000.00'))).body.id
    const own = await api.makeKey(['refunds:write', 'charges:read'], 'mch_1')
    expect((await api.post('/v1/refunds', { charge }, { key: own })).status).toBe(202)
    const { status, body } = await maker.post('/v1/refunds', { charge })
    expect(status).toBe(202)
    expect(body).toMatchObject({ act: 'refund', approvals: 2, subject: charge })
    expect((await approve(body.id)).body.status).toBe('pending')
    expect((await approve(body.id)).body.code).toBe('approval_twice')
    const third = await signedIn('second-checker@example.com', 'finance')
    const done = (await approve(body.id, third)).body
    expect(done.status).toBe('executed')
    expect((await api.get(`/v1/refunds/${done.result}`)).body).toMatchObject({ charge, createdBy: body.maker })
  })

  it('is exempt with the scope refunds:override, which is recorded', async () => {
    const charge = (await api.post('/v1/charges', controlled('60000.00'))).body.id
    const key = await api.makeKey(['refunds:write', 'refunds:override', 'charges:read'])
    const made = await api.post('/v1/refunds', { charge, amount: { amount: '9000.00', currency: 'CNY' } }, { key })
    expect(made.status).toBe(201)
    const rest = await api.post('/v1/refunds', { charge }, { key })
    // The policy of the charge is overridden, the limit of the approval policy is not.
    expect(rest.status).toBe(202)
    const { data } = (await api.get(`/v1/audit?subject=${charge}&action=refund_policy_overridden`)).body
    expect(data).toHaveLength(1)
  })

  it('in bulk is refused one by one where it needs approval', async () => {
    const small = (await api.post('/v1/charges', payment('10.00'))).body.id
    const large = (await api.post('/v1/charges', controlled('60000.00'))).body.id
    const { body } = await maker.post('/v1/refunds/bulk', { refunds: [{ charge: small }, { charge: large }] })
    expect(body.results.map(({ problem }: { problem: { code: string } | null }) => problem?.code ?? null)).toEqual([
      null,
      'approval_needed',
    ])
  })

  it('in bulk that is refused does not count towards the limit of the day', async () => {
    const fifth = await signedIn('fifth@example.com', 'finance')
    const charge = (await api.post('/v1/charges', payment('6000.00'))).body.id
    const bulk = async (refund: object) =>
      (await fifth.post('/v1/refunds/bulk', { refunds: [{ charge, ...refund }] })).body.results[0].status
    expect(await bulk({ previewHash: 'f'.repeat(64) })).toBe(409)
    expect(await bulk({})).toBe(201)
  })
})

describe('a payout destination', () => {
  it('waits for another person, and its account number is not shown', async () => {
    const to = { currency: 'CNY', holder: 'Thief', account: '6222020200112236666', bank: 'Thief Bank' }
    const { status, body } = await maker.send('PUT', '/v1/parties/mch_1/payout-destination', to, {
      'x-recoup-csrf': '1',
    })
    expect(status).toBe(202)
    expect(JSON.stringify(body)).not.toContain('6222020200112236666')
    expect(body.request).toMatchObject({ hint: 'Thief Bank …6666' })
    expect((await api.get('/v1/parties/mch_1/payout-destination')).body.data).toEqual([])
    expect((await approve(body.id)).body.status).toBe('executed')
    expect((await api.get('/v1/parties/mch_1/payout-destination')).body.data).toMatchObject([
      { hint: 'Thief Bank …6666' },
    ])
  })
})

describe('the approval policy', () => {
  it('is changed by one person only if no other person could approve it', async () => {
    const admin = await signedIn('admin@example.com', 'admin')
    const loose = {
      ...DEFAULT_POLICY,
      money: { ...DEFAULT_POLICY.money, refund: { above: null, perDay: null, approvals: 1 } },
    }
    expect((await admin.put('/v1/approval-policy', loose)).status).toBe(200)
    const second = await signedIn('admin2@example.com', 'admin')
    const waiting = await admin.put('/v1/approval-policy', DEFAULT_POLICY)
    expect(waiting.status).toBe(202)
    expect((await api.get('/v1/approval-policy')).body.policy.money.refund.above).toBe(null)
    expect((await approve(waiting.body.id, second)).body.status).toBe('executed')
    expect((await api.get('/v1/approval-policy')).body.policy).toEqual(DEFAULT_POLICY)
    // A policy that does not fit the schema leaves no trace.
    expect((await admin.put('/v1/approval-policy', { mode: 'none' })).body.code).toBe('request_invalid')
  })

  it('can require approval of rate cards, contracts, gateways and roles', async () => {
    const required = { required: true, approvals: 1 }
    const control = {
      ...DEFAULT_POLICY.control,
      'rate-card': required,
      contract: required,
      gateway: required,
      role: required,
    }
    await api.world.db.transaction((tx) => writePolicy(tx, { ...DEFAULT_POLICY, control }))
    const { body: card } = await api.get('/v1/rate-cards/current')
    const changed = { currency: card.currency, products: { ...card.products } }
    delete changed.products['goods/tip']
    const { confirm } = (await api.post('/v1/rate-cards/validate', changed)).body
    const published = await api.post('/v1/rate-cards', { ...changed, confirm })
    expect(published).toMatchObject({ status: 202, body: { act: 'rate-card' } })
    const admin = new Browser(url)
    await admin.post('/v1/sign-in', { email: 'admin2@example.com', password: PASSWORD })
    expect((await approve(published.body.id, admin)).body).toMatchObject({
      status: 'executed',
      result: `${card.version + 1}`,
    })
    const contract = await api.post('/v1/contracts', {
      ...{ party: 'mch_1', line: 'payments', product: 'scan-pay' },
      terms: { fee: { rate: '0.0038' } },
    })
    expect(contract).toMatchObject({ status: 202, body: { act: 'contract' } })
    expect((await approve(contract.body.id, admin)).body.status).toBe('executed')
    const users = (await api.get('/v1/users?limit=200')).body.data
    const { id } = users.find(({ email }: { email: string }) => email === 'third@example.com')
    const role = await api.post(`/v1/users/${id}/role`, { role: 'viewer' })
    expect(role).toMatchObject({ status: 202, body: { act: 'role', subject: id } })
    expect((await approve(role.body.id, admin)).body.status).toBe('executed')
    expect((await api.get(`/v1/users/${id}`)).body.role).toBe('viewer')
    const settings = { baseUrl: 'http://127.0.0.1:1', merchant: 'm', secret: 's'.repeat(32) }
    const gateway = await api.put('/v1/gateways/other', { kind: 'sandbox', settings })
    if (gateway.status === 202) expect(gateway.text).not.toContain('s'.repeat(32))
  })
})
