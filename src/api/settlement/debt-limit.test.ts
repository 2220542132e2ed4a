import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())
const CNY = { currency: 'CNY' }
const limit = (amount: string, beyond: string) =>
  api.put('/v1/settlement/settings/mch_1', { debts: { limits: [{ amount: { amount, ...CNY }, beyond }] } })
it('refuses a refund beyond the payee’s debt limit, in preview and execution, or advances it', async () => {
  const { world } = api
  const hook = { url: 'https://example.com/hook', eventTypes: ['debt.opened', 'debt.settled'] }
  expect((await api.post('/v1/webhooks', hook)).status).toBe(201)
  const ids: string[] = []
  for (let i = 0; i < 4; i++) ids.push((await api.post('/v1/charges', payment('100.00'))).body.id)
  await world.drain('mch_1/balance', await world.balance('mch_1/balance'))
  await limit('150.00', 'refuse')
  const both = await api.post('/v1/refunds/bulk', { refunds: [{ charge: ids[0] }, { charge: ids[1] }] })
  expect(both.body.results.map((r: { problem?: { code: string } }) => r.problem?.code ?? 'ok')).toEqual([
    'ok',
    'debt_limit_exceeded',
  ])
  expect((await api.post('/v1/refunds/preview', { charge: ids[1] })).body.code).toBe('debt_limit_exceeded')
  expect((await api.post('/v1/refunds', { charge: ids[1] })).body.code).toBe('debt_limit_exceeded')
  const owed = await world.balance('mch_1/debt')
  await limit('150.00', 'advance')
  const seen = (await api.post('/v1/refunds/preview', { charge: ids[1] })).body
  expect(seen.shortages).toMatchObject([{ mode: 'advance' }])
  expect((await api.post('/v1/refunds', { charge: ids[1], previewHash: seen.hash })).status).toBe(201)
  expect(await world.balance('mch_1/debt')).toBe(owed)
  expect(await world.balance('mch_1/advance')).toBe(`-${seen.shortages[0].amount.amount}`)
  // A chargeback is posted regardless of the limit.
  await limit('0.00', 'refuse')
  const dispute = (await api.post('/v1/disputes', { charge: ids[2] })).body
  expect((await api.post(`/v1/disputes/${dispute.id}/resolve`, { outcome: 'lost' })).body.status).toBe('lost')
  await api.post('/v1/charges', payment('500.00'))
  const events = (await api.get('/v1/events')).body.data
  expect(
    events
      .map(({ type, data }: { type: string; data: { kind: string; owed: { amount: string } } }) => [
        type,
        data.kind,
        data.owed.amount,
      ])
      .toReversed(),
  ).toEqual([
    ['debt.opened', 'debt', owed.slice(1)],
    ['debt.opened', 'advance', seen.shortages[0].amount.amount],
    ['debt.settled', 'debt', '0.00'],
  ])
})
