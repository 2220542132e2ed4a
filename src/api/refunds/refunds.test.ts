import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import type { ChargeRow } from '../../charges/record.ts'
import { refundStepsSeenBy } from './schema.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const pay = async (amount = '100.00') => (await api.post('/v1/charges', payment(amount))).body

describe('a refund', () => {
  it('is previewed and executed as previewed', async () => {
    const charge = await pay()
    const body = { charge: charge.id, amount: cny('30.00') }
    const preview = await api.post('/v1/refunds/preview', body)
    expect(preview.status).toBe(200)
    expect(preview.body).toMatchObject({
      charge: charge.id,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      amount: cny('30.00'),
      items: [{ id: '1', amount: cny('30.00') }],
      shortages: [],
      refundableAfter: cny('70.00'),
      explanation: { steps: expect.any(Array), text: expect.stringContaining('30.00') },
    })
    const done = await api.post('/v1/refunds', { ...body, previewHash: preview.body.hash, reason: 'cold soup' })
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({
      id: expect.stringMatching(/^rfd_/),
      charge: charge.id,
      status: 'succeeded',
      amount: cny('30.00'),
      transfers: preview.body.transfers,
      reason: 'cold soup',
      reference: null,
    })
    expect((await api.get(`/v1/refunds/${done.body.id}`)).body).toEqual(done.body)
    expect((await api.get(`/v1/refunds?charge=${charge.id}`)).body.data).toEqual([done.body])
    const now = (await api.get(`/v1/charges/${charge.id}`)).body
    expect(now).toMatchObject({ status: 'partially-refunded', refunded: cny('30.00'), refundable: cny('70.00') })
    const explained = await api.get(`/v1/refunds/${done.body.id}/explanation?language=zh`)
    expect(explained.body.text).toContain('30.00')
  })

  it('is refused with a new preview if the old one is stale', async () => {
    const charge = await pay()
    const body = { charge: charge.id, amount: cny('30.00') }
    const { hash } = (await api.post('/v1/refunds/preview', body)).body
    await api.post('/v1/refunds', { charge: charge.id, amount: cny('1.00') })
    const stale = await api.post('/v1/refunds', { ...body, previewHash: hash })
    expect(stale).toMatchObject({ status: 409, body: { code: 'refund_preview_stale' } })
    expect(stale.body.preview).toMatchObject({ charge: charge.id, refundableAfter: cny('69.00') })
    const again = await api.post('/v1/refunds', { ...body, previewHash: stale.body.preview.hash })
    expect(again.status).toBe(201)
  })

  it('can be made by items, by quantity or amount', async () => {
    const charge = await pay()
    const part = await api.post('/v1/refunds', { charge: charge.id, items: [{ id: '1', amount: cny('40.00') }] })
    expect(part.body.amount).toEqual(cny('40.00'))
    const rest = await api.post('/v1/refunds', { charge: charge.id, items: [{ id: '1', quantity: '1' }] })
    expect(rest.body.amount).toEqual(cny('60.00'))
    expect((await api.get(`/v1/charges/${charge.id}`)).body.status).toBe('refunded')
  })

  it('returns the same bytes when repeated', async () => {
    const charge = await pay()
    const ask = { headers: { 'idempotency-key': 'refund-1' } }
    const first = await api.post('/v1/refunds', { charge: charge.id, amount: cny('1.00') }, ask)
    const again = await api.post('/v1/refunds', { charge: charge.id, amount: cny('1.00') }, ask)
    expect(again.status).toBe(200)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.text).toBe(first.text)
    const other = await api.post('/v1/refunds', { charge: charge.id, amount: cny('2.00') }, ask)
    expect(other.body.code).toBe('idempotency_conflict')
  })

  it.each([
    ['refund_exceeds_refundable', { amount: cny('100.01') }],
    ['currency_mismatch', { amount: { amount: '1.00', currency: 'USD' } }],
    ['amount_not_positive', { amount: cny('0.00') }],
    ['amount_too_precise', { amount: cny('0.001') }],
    ['refund_item_unknown', { items: [{ id: '2' }] }],
    ['refund_item_twice', { items: [{ id: '1', amount: cny('1.00') }, { id: '1' }] }],
    ['refund_quantity_exceeded', { items: [{ id: '1', quantity: '2' }] }],
    ['request_invalid', { items: [{ id: '1', quantity: '1', amount: cny('1.00') }] }],
    ['request_invalid', { items: [{ id: '1', quantity: '0' }] }],
    ['request_invalid', { amount: cny('1.00'), items: [{ id: '1' }] }],
    ['request_invalid', { amount: '1.00' }],
    ['request_invalid', { surprise: 1 }],
    ['id_invalid', { charge: 'chg_x' }],
    ['charge_unknown', { charge: 'chg_01kafz6y4cfy7s3rj8v5m2n9qt' }],
  ])('is refused with %s', async (code, body) => {
    const charge = await pay()
    expect((await api.post('/v1/refunds', { charge: charge.id, ...body })).body.code).toBe(code)
    expect((await api.post('/v1/refunds/preview', { charge: charge.id, ...body })).body.code).toBe(code)
  })

  it('is refused if nothing is left or it would predate its charge', async () => {
    const charge = await pay()
    const early = await api.post('/v1/refunds', { charge: charge.id, effectiveAt: '2020-01-01T00:00:00Z' })
    expect(early.status === 201 || early.body.code === 'effective_before_charge').toBe(true)
    if (early.status !== 201) await api.post('/v1/refunds', { charge: charge.id })
    expect((await api.post('/v1/refunds', { charge: charge.id })).body.code).toBe('refund_nothing_left')
  })

  it('creates a debt if the payee has spent the money', async () => {
    await api.world.party('mch_poor', { merchantCategory: 'restaurant' })
    const { body: charge } = await api.post('/v1/charges', payment('10.00', { merchant: 'mch_poor' }))
    await api.world.drain('mch_poor/balance', '9.00')
    const { body } = await api.post('/v1/refunds', { charge: charge.id })
    expect(body.shortages).toEqual([{ account: 'mch_poor/balance', mode: 'debt', amount: cny('9.00') }])
    expect(await api.world.balance('mch_poor/debt')).toBe('-9.00')
  })

  it('is processed independently in bulk', async () => {
    const [a, b] = [await pay(), await pay()]
    const { body } = await api.post('/v1/refunds/bulk', {
      refunds: [
        { charge: a.id, amount: cny('1.00') },
        { charge: 'chg_x' },
        { charge: 'chg_01kafz6y4cfy7s3rj8v5m2n9qt' },
        { charge: b.id, amount: cny('1000.00') },
        7,
        { charge: a.id, amount: cny('2.00'), idempotencyKey: 'r-1' },
        { charge: b.id },
      ],
    })
    expect(body).toMatchObject({ accepted: 3, refused: 4 })
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([201, 422, 404, 409, 422, 201, 201])
    expect((await api.get(`/v1/charges/${a.id}`)).body.refunded).toEqual(cny('3.00'))
  })

  it('never exceeds the paid amount when made in parallel', async () => {
    const charge = await pay('10.00')
    const results = await Promise.all(
      Array.from({ length: 30 }, () => api.post('/v1/refunds', { charge: charge.id, amount: cny('1.00') })),
    )
    expect(results.filter(({ status }) => status === 201)).toHaveLength(10)
    expect((await api.get(`/v1/charges/${charge.id}`)).body.refunded).toEqual(cny('10.00'))
  })
})

describe('an exchange difference', () => {
  it('is shown only to the party that bears it', () => {
    const step = (bearer: string) => ({ code: 'exchange_loss', params: { bearer, difference: '1.00' } })
    const charge = { payer: 'usr_1', payee: 'mch_1', draft: { items: [] } } as unknown as ChargeRow
    const seen = (party: string | null) =>
      refundStepsSeenBy(party, [step('payer'), step('payee'), step('platform')], charge).map(
        ({ params }) => params.bearer,
      )
    expect(seen(null)).toEqual(['payer', 'payee', 'platform'])
    expect(seen('usr_1')).toEqual(['payer'])
    expect(seen('mch_1')).toEqual(['payee'])
    expect(seen('mch_2')).toEqual([])
  })
})
