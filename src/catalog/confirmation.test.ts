import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'
import type { RateCard } from './rate-card.ts'

let api: TestServer
let card: RateCard
beforeAll(async () => {
  api = await makeServer()
  const { currency, products } = (await api.get('/v1/rate-cards/current')).body
  card = { currency, products }
})
afterAll(() => api.close())

const without = (...names: string[]) => ({
  ...card,
  products: Object.fromEntries(Object.entries(card.products).filter(([name]) => !names.includes(name))),
})

describe('publishing a rate card that takes something away', () => {
  it('is refused without a confirmation, and changes nothing', async () => {
    for (const taking of [
      without('payments/scan-pay'),
      { ...card, products: {} },
      { ...without('apis/ocr'), currency: 'USD' },
    ]) {
      const { status, body } = await api.post('/v1/rate-cards', taking)
      expect([status, body.code]).toEqual([409, 'confirmation_required'])
    }
    expect((await api.post('/v1/charges', payment('1.00'))).status).toBe(201)
  })

  it('is published with the hash of exactly this difference', async () => {
    const checked = (await api.post('/v1/rate-cards/validate', without('payments/scan-pay'))).body
    expect(checked).toMatchObject({ valid: true, lost: ['payments/scan-pay'] })
    const refused = await api.post('/v1/rate-cards', without('payments/scan-pay'))
    expect(refused.body.params).toEqual({ hash: checked.confirm, lost: ['payments/scan-pay'] })
    const other = await api.post('/v1/rate-cards', {
      ...without('payments/scan-pay', 'apis/ocr'),
      confirm: checked.confirm,
    })
    expect(other.body.code).toBe('confirmation_required')
    const published = await api.post('/v1/rate-cards', { ...without('payments/scan-pay'), confirm: checked.confirm })
    expect(published).toMatchObject({ status: 201, body: { version: 2 } })
    expect((await api.post('/v1/charges', payment('1.00'))).body.code).toBe('product_not_priced')
  })

  it('needs no confirmation if nothing is lost', async () => {
    expect((await api.post('/v1/rate-cards/validate', card)).body).toMatchObject({ confirm: null, lost: [] })
    expect((await api.post('/v1/rate-cards', card)).status).toBe(201)
  })
})
