import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../test/api-server.ts'
import type { RateCard } from './rate-card.ts'

let api: TestServer
let card: RateCard
beforeAll(async () => {
  api = await makeServer()
  const { currency, products } = (await api.get('/v1/rate-cards/current')).body
  card = { currency, products }
})
afterAll(() => api.close())

const fund = (currency: string) =>
  api.post('/v1/journal-entries', {
    description: 'test',
    transfers: [{ from: 'world/funding', to: 'usr_u/wallet', amount: { amount: '5', currency } }],
  })

describe('units', () => {
  it.each(['cny', 'usd', 'ZZZ', 'points', 'Points'])(
    'refuses %s, which is no currency and not declared',
    async (unit) => {
      expect(await fund(unit)).toMatchObject({ status: 422, body: { code: 'currency_unknown' } })
      const hold = { account: { path: 'usr_u/wallet', currency: unit }, amount: { amount: '5', currency: unit } }
      expect((await api.post('/v1/holds', { ...hold, expiresIn: 60 })).status).toBe(422)
      const debt = { party: 'usr_u', action: 'repay', currency: unit }
      expect((await api.post('/v1/debt-entries', debt)).status).toBe(422)
      const to = { currency: unit, name: 'a', account: '6222021234567890', bank: 'b' }
      expect((await api.put('/v1/parties/usr_u/payout-destination', to)).status).toBe(422)
    },
  )

  it('takes currencies and the units of products', async () => {
    for (const unit of ['CNY', 'JPY', 'nano-rho']) expect((await fund(unit)).status).toBe(201)
  })

  it('refuses a rate card in a lower-case currency or an undeclared unit', async () => {
    for (const currency of ['cny', 'points', 'ZZZ']) {
      const checked = await api.post('/v1/rate-cards/validate', { ...card, currency })
      expect(checked.body).toMatchObject({ valid: false, errors: [{ pointer: '/currency' }] })
      expect((await api.post('/v1/rate-cards', { ...card, currency })).body.code).toBe('rate_card_invalid')
    }
    const declared = await api.post('/v1/rate-cards/validate', { ...card, units: ['usd'] })
    expect(declared.body.errors).toEqual([
      { pointer: '/units/0', message: 'is not a lower-case name other than a currency code' },
    ])
  })

  it('takes a custom unit once a version of the rate card declares it', async () => {
    const published = await api.post('/v1/rate-cards', { ...card, units: ['points'] })
    expect(published).toMatchObject({ status: 201, body: { units: ['points'] } })
    expect((await fund('points')).status).toBe(201)
    const { version } = published.body
    const { text } = (await api.get(`/v1/rate-cards/diff?from=${version - 1}&to=${version}`)).body
    expect(text).toBe('custom units none → points')
  })
})
