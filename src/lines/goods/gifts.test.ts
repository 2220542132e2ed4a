/** Gifts from their charge to the refund of unclaimed ones, through the API and the jobs of the server. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { checkBooks } from '../../charges/check.ts'
import { idToUuid } from '../../ids.ts'
import { lineServices } from '../../refund-requests/line-services.ts'
import { returnGifts } from './gifts.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(async () => {
  expect((await checkBooks(api.world.db)).faults).toEqual([])
  await api.close()
})

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const covers = (items: readonly object[]) => ({
  line: 'goods',
  product: 'red-envelope-cover',
  event: { payer: 'usr_1', items },
})
const charged = async (body: object, key?: string) =>
  (await api.post('/v1/charges', body, { headers: key ? { 'idempotency-key': key } : {} })).body.id as string
const gift = (quantity: number) => charged(covers([{ id: 'spring', price: cny('2.00'), quantity, gift: true }]))
const giftsOf = async (...charges: string[]) =>
  (
    await api.world.db.query<{ charge: string }>(
      'SELECT charge FROM gift WHERE tenant = $1 AND charge = ANY ($2::uuid[])',
      [api.world.tenant, charges.map((id) => idToUuid('chg', id))],
    )
  ).length
const refunds = async (charge: string) => (await api.get(`/v1/refunds?charge=${charge}`)).body.data
const returnAll = () => returnGifts(api.world.db, lineServices(api.world.engine))
const travel = (charge: string, hours: number) =>
  api.world.db.execute(
    'UPDATE gift SET returns_at = returns_at - make_interval(hours => $3) WHERE tenant = $1 AND charge = $2',
    [api.world.tenant, idToUuid('chg', charge), hours],
  )

it('are recorded once with their charge, in any mix of a batch', async () => {
  const plain = covers([{ id: 'a "gift":true', price: cny('2.00'), quantity: 1 }])
  const mixed = covers([
    { id: 'own', price: cny('1.00'), quantity: 1 },
    { id: 'given', price: cny('1.00'), quantity: 1, gift: true },
  ])
  const [first, second, without, other] = await Promise.all([
    charged(mixed, 'g-1'),
    charged(mixed, 'g-1'),
    charged(plain),
    charged(payment('10.00')),
  ])
  expect(second).toBe(first)
  expect(await giftsOf(first!)).toBe(1)
  expect(await giftsOf(without!, other!)).toBe(0)
})

it('refunds unclaimed gifts automatically and keeps claimed ones', async () => {
  const [charge, all] = [await gift(10), await gift(2)]
  const claim = (of: string, quantity: string, key?: string) =>
    api.post(
      `/v1/charges/${of}/claims`,
      { item: 'spring', quantity },
      { headers: key ? { 'idempotency-key': key } : {} },
    )
  expect((await claim(charge, '3', 'c-1')).status).toBe(201)
  expect(await claim(charge, '3', 'c-1')).toMatchObject({
    status: 200,
    body: { item: { claimed: '3', unclaimed: '7' } },
  })
  expect((await claim(charge, '8')).body.code).toBe('claim_exceeds')
  // Two concurrent claims of more than is available: one succeeds.
  const race = await Promise.all([claim(all, '2'), claim(all, '2')])
  expect(race.map(({ status }) => status).sort()).toEqual([201, 409])
  await returnAll()
  expect(await refunds(charge)).toEqual([])
  // The policy counts from the time of the charge, so the charge has to be old as well.
  await api.world.database.system.execute('ALTER TABLE charge DISABLE TRIGGER charge_guard')
  await api.world.db.execute(
    "UPDATE charge SET effective_at = effective_at - interval '25 hours' WHERE tenant = $1 AND product = $2",
    [api.world.tenant, 'red-envelope-cover'],
  )
  await api.world.database.system.execute('ALTER TABLE charge ENABLE TRIGGER charge_guard')
  for (const each of [charge, all]) await travel(each, 25)
  expect((await claim(charge, '1')).body.code).toBe('claim_closed')
  await Promise.all([returnAll(), returnAll()])
  await returnAll()
  expect(await refunds(charge)).toMatchObject([{ amount: cny('14.00'), reason: 'unclaimed' }])
  expect(await refunds(all)).toEqual([])
  const { body } = await api.get(`/v1/charges/${charge}/claims`)
  expect(body.items).toEqual([{ id: 'spring', quantity: '10', claimed: '3', returned: '7', unclaimed: '0' }])
})

it('are only items bought as gifts', async () => {
  const charge = await charged(payment('10.00'))
  expect((await api.post(`/v1/charges/${charge}/claims`, { item: '1' })).body.code).toBe('claim_not_gift')
})
