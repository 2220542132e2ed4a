/** Ways around a second person that one person could take, all closed: settings, splitting, receipts, destinations. */
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
  const { settings } = (await api.get('/v1/settlement/settings')).body
  await api.put('/v1/settlement/settings', { ...settings, payouts: { ...settings.payouts, hold: { rule: 'none' } } })
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

const CNY = { currency: 'CNY' }
/** On this channel, the policy asks for two people above 50,000. */
const onWechat = (amount: string) => {
  const made = payment(amount)
  return { ...made, event: { ...made.event, channel: 'wechatpay' } }
}
const approve = (id: string, by = checker) => by.post(`/v1/approvals/${id}/approve`, {})

describe('settings that decide what needs a second person', () => {
  it('of settlement wait for one themselves', async () => {
    const { settings } = (await maker.get('/v1/settlement/settings')).body
    const loose = { ...settings, payouts: { ...settings.payouts, twoPeopleAbove: '99999999' } }
    const waiting = await maker.put('/v1/settlement/settings', loose)
    expect(waiting).toMatchObject({ status: 202, body: { act: 'settings', status: 'pending' } })
    expect((await maker.get('/v1/settlement/settings')).body.settings).toEqual(settings)
    expect((await approve(waiting.body.id)).body.status).toBe('executed')
    expect((await maker.get('/v1/settlement/settings')).body).toMatchObject({
      ...{ settings: loose, updatedBy: waiting.body.maker },
    })
    const back = await maker.put('/v1/settlement/settings', settings)
    expect((await approve(back.body.id)).body.status).toBe('executed')
  })

  it('of a party and of refund requests wait too, and invalid ones are refused at once', async () => {
    const party = { payouts: { hold: { rule: 'none' } } }
    expect((await maker.put('/v1/settlement/settings/mch_1', party)).status).toBe(202)
    expect(
      (await maker.send('DELETE', '/v1/settlement/settings/mch_1', undefined, { 'x-recoup-csrf': '1' })).status,
    ).toBe(202)
    const requests = { answerDays: 7, bulkTwoPeopleAbove: '9999999' }
    const waiting = await maker.put('/v1/refund-requests/settings', requests)
    expect(waiting.status).toBe(202)
    expect((await approve(waiting.body.id)).body.status).toBe('executed')
    expect((await maker.get('/v1/refund-requests/settings')).body).toEqual({
      ...requests,
      bulkTwoPeopleAbove: '9999999.00',
    })
    const { settings } = (await maker.get('/v1/settlement/settings')).body
    const invalid = { ...settings, payouts: { ...settings.payouts, schedule: { every: 'week' } } }
    expect((await maker.put('/v1/settlement/settings', invalid)).body.code).toBe('settlement_settings_invalid')
  })
})

describe('splitting', () => {
  it('payouts does not avoid the second person', async () => {
    for (const n of [1, 2, 3, 4]) await api.world.fund(`mch_s${n}/balance`, '10000.00')
    const payouts = await Promise.all(
      [1, 2, 3, 4].map((n) => maker.post('/v1/payouts', { party: `mch_s${n}`, ...CNY, amount: '10000.00' })),
    )
    const statuses = payouts.map(({ body }) => body.status).toSorted()
    expect(statuses).toEqual(['approved', 'created', 'created', 'created'])
    const waiting = payouts.find(({ body }) => body.status === 'created')!.body
    expect((await maker.post(`/v1/payouts/${waiting.id}/approve`)).body.code).toBe('approver_same')
    expect((await checker.post(`/v1/payouts/${waiting.id}/approve`)).body.status).toBe('approved')
  })

  it('refund requests of an agent does not avoid approval', async () => {
    const agent = await signedIn('agent@example.com', 'agent')
    const outcomes = []
    for (let n = 0; n < 4; n += 1) {
      const charge = (await api.post('/v1/charges', payment('4000.00'))).body.id
      const made = await agent.post('/v1/refund-requests', { charge, reason: 'goodwill', asker: 'agent' })
      outcomes.push(`${made.body.status} ${made.body.decision.approvals}`)
    }
    expect(outcomes).toEqual(['done 0', 'done 0', 'requested 1', 'requested 1'])
  })
})

describe('a request made with a receipt', () => {
  it('cannot be approved by the user who had read its secret', async () => {
    const charge = (await api.post('/v1/charges', onWechat('60000.00'))).body.id
    const { number, secret } = (await maker.get(`/v1/charges/${charge}/receipt`)).body
    const made = await api.post(
      '/v1/receipt-lookups/requests',
      { number, secret, reason: 'not-delivered' },
      { key: null, headers: { 'idempotency-key': 'r-1' } },
    )
    const request = made.body.requests?.[0]?.id ?? made.body.id
    const { previewHash } = await previewOf(request)
    const own = await maker.post(`/v1/refund-requests/${request}/approve`, { previewHash })
    expect(own.body.code).toBe('approval_own')
    expect((await checker.post(`/v1/refund-requests/${request}/approve`, { previewHash })).status).toBe(200)
  })
})

describe('a new payout destination', () => {
  it('is announced to its party, and paid only after the waiting time', async () => {
    const webhook = { url: 'https://hooks.example.com/x', eventTypes: ['payout_destination.changed'], party: 'mch_d' }
    expect((await api.post('/v1/webhooks', webhook)).status).toBe(201)
    const to = { ...CNY, holder: 'Dumplings', account: '6222020200112231234', bank: 'ICBC' }
    const waiting = await maker.put('/v1/parties/mch_d/payout-destination', to)
    expect((await approve(waiting.body.id)).body.status).toBe('executed')
    const { data } = (await api.get('/v1/events?type=payout_destination.changed')).body
    expect(data).toMatchObject([{ subject: 'mch_d', data: { party: 'mch_d', currency: 'CNY', hint: 'ICBC …1234' } }])
    expect(JSON.stringify(data)).not.toContain('6222020200112231234')
    const hours = (Date.parse(data[0].data.payableFrom) - Date.now()) / 3_600_000
    expect(Math.round(hours)).toBe(24)
    await api.world.fund('mch_d/balance', '5.00')
    expect((await checker.post('/v1/payouts', { party: 'mch_d', ...CNY })).body.status).toBe('approved')
    expect((await checker.post('/v1/payout-files', CNY)).body.code).toBe('payout_file_empty')
  })
})

async function previewOf(request: string): Promise<{ previewHash: string }> {
  const { preview } = (await checker.get(`/v1/refund-requests/${request}`)).body
  return { previewHash: preview.hash }
}

it('lets a second person put a large payout that the bank returned back on the balance', async () => {
  await api.world.fund('mch_back/balance', '20000.00')
  const { body: payout } = await maker.post('/v1/payouts', { party: 'mch_back', ...CNY })
  await checker.post(`/v1/payouts/${payout.id}/approve`, {})
  const back = { failure: 'account closed', reference: 'b-2' }
  expect((await maker.post(`/v1/payouts/${payout.id}/returned`, back)).body.code).toBe('payout_status')
  expect((await maker.post(`/v1/payouts/${payout.id}/paid`, { reference: 'b-1' })).body.status).toBe('paid')
  const waiting = await maker.post(`/v1/payouts/${payout.id}/returned`, back)
  expect(waiting).toMatchObject({ status: 202, body: { act: 'payout-return', subject: payout.id } })
  expect(await api.world.balance('mch_back/balance')).toBe('0.00')
  expect((await approve(waiting.body.id, maker)).body.code).toBe('approval_own')
  expect((await approve(waiting.body.id)).body).toMatchObject({ status: 'executed', result: payout.id })
  expect((await maker.get(`/v1/payouts/${payout.id}`)).body).toMatchObject({ status: 'returned', ...back })
  expect(await api.world.balance('mch_back/balance')).toBe('20000.00')
})
