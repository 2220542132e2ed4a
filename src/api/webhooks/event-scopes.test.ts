import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
let webhook: string
beforeAll(async () => {
  api = await makeServer()
  const body = { url: 'https://example.com/h', eventTypes: ['charge.created', 'refund.created'] }
  webhook = (await api.post('/v1/webhooks', body)).body.id
  const charge = (await api.post('/v1/charges', payment('100.00'))).body
  await api.post('/v1/refunds', { charge: charge.id, amount: { amount: '1.00', currency: 'CNY' } })
})
afterAll(() => api.close())

const WEBHOOKS = ['webhooks:read', 'webhooks:write'] as const

it('shows the payloads of events only to callers that may read their objects', async () => {
  const seen = async (key: string) => {
    const { data } = (await api.get('/v1/events', { key })).body
    return Object.fromEntries(data.map((event: { type: string; data: unknown }) => [event.type, event.data !== null]))
  }
  const alone = await api.makeKey(WEBHOOKS)
  expect(await seen(alone)).toEqual({ 'charge.created': false, 'refund.created': false })
  const refunds = await api.makeKey(['webhooks:read', 'refunds:read'])
  expect(await seen(refunds)).toEqual({ 'charge.created': false, 'refund.created': true })
  const [{ id }] = (await api.get('/v1/events?type=charge.created')).body.data
  expect((await api.get(`/v1/events/${id}`, { key: alone })).body).toMatchObject({ type: 'charge.created', data: null })
  expect((await api.get(`/v1/events/${id}`)).body.data.id).toMatch(/^chg_/)
})

it('sends payloads only where a caller that may read them wants them', async () => {
  const alone = { key: await api.makeKey(WEBHOOKS) }
  const missing = (scope: string) => ({ status: 403, body: { code: 'scope_missing', params: { scope } } })
  const body = { url: 'https://example.com/mine', eventTypes: ['refund.created'] }
  expect(await api.post('/v1/webhooks', body, alone)).toMatchObject(missing('refunds:read'))
  expect(await api.patch(`/v1/webhooks/${webhook}`, { url: body.url }, alone)).toMatchObject(missing('charges:read'))
  const more = { eventTypes: ['payout.paid'] }
  expect(await api.patch(`/v1/webhooks/${webhook}`, more, alone)).toMatchObject(missing('settlement:read'))
  expect((await api.patch(`/v1/webhooks/${webhook}`, { enabled: false }, alone)).status).toBe(200)
  expect(await api.patch(`/v1/webhooks/${webhook}`, { enabled: true }, alone)).toMatchObject(missing('charges:read'))
  const refunds = { key: await api.makeKey([...WEBHOOKS, 'refunds:read']) }
  expect((await api.post('/v1/webhooks', body, refunds)).status).toBe(201)
})
