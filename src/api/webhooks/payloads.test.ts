import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkEvents, makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { EVENT_TYPES } from '../../events/types.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  await api.post('/v1/webhooks', { url: 'https://example.com/hook', eventTypes: EVENT_TYPES })
})
afterAll(() => api.close())

it('announces what happens to charges, refunds, requests, disputes, debts and payouts', async () => {
  const charges: string[] = []
  for (let n = 0; n < 4; n += 1) charges.push((await api.post('/v1/charges', payment('100.00'))).body.id)
  const [refunded, disputed, requested, owing] = charges
  await api.post('/v1/refunds', { charge: refunded })
  const dispute = (await api.post('/v1/disputes', { charge: disputed, reason: 'unknown' })).body
  await api.post(`/v1/disputes/${dispute.id}/resolve`, { outcome: 'won' })
  const request = await api.post('/v1/refund-requests', { charge: requested, reason: 'duplicate', asker: 'payer' })
  expect(request.status, request.text).toBe(201)
  await api.put('/v1/settlement/settings', { payouts: { hold: { rule: 'days', days: 0 }, twoPeopleAbove: null } })
  await api.world.drain('mch_1/balance', await api.world.balance('mch_1/balance'))
  await api.post('/v1/refunds', { charge: owing })
  const { data } = (await api.get('/v1/events?limit=200')).body
  const types = new Set(data.map(({ type }: { type: string }) => type))
  expect([...types].toSorted()).toEqual(
    expect.arrayContaining(['charge.created', 'debt.opened', 'dispute.closed', 'dispute.opened', 'refund.created']),
  )
  expect(types.has('refund_request.created')).toBe(true)
  await checkEvents(api.world)
})
