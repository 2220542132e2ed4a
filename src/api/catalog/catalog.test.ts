import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { publishRateCard } from '../../catalog/rate-card.ts'
import { defaultCard } from '../../catalog/terms.ts'
import { lines } from '../../lines/index.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

describe('products', () => {
  it('list schemas and examples', async () => {
    const { body } = await api.get('/v1/products')
    expect(body.data).toHaveLength(lines.products.length)
    const scanPay = body.data.find(({ id }: { id: string }) => id === 'scan-pay')
    expect(scanPay).toMatchObject({
      line: 'payments',
      title: { en: 'In-store QR payment', zh: '线下扫码支付' },
      event: { type: 'object', required: ['payer', 'merchant', 'amount'] },
      terms: { type: 'object' },
      example: { payer: 'usr_1' },
    })
  })

  it('have titles for a merchant, who does not see the terms', async () => {
    await api.put('/v1/parties/mch_reader', { kind: 'merchant', name: '面馆' })
    const key = await api.makeKey(['charges:read'], 'mch_reader')
    const { status, body } = await api.get('/v1/product-titles', { key })
    expect(status).toBe(200)
    expect(body.data).toHaveLength(lines.products.length)
    expect(body.data).toContainEqual({
      ...{ line: 'payments', id: 'scan-pay' },
      ...{ title: { en: 'In-store QR payment', zh: '线下扫码支付' }, lineTitle: { en: 'Payments', zh: '支付业务' } },
    })
    expect((await api.get('/v1/products', { key })).status).toBe(403)
  })

  it('are sent again only if the rate card has changed', async () => {
    const get = (headers = {}) =>
      api.app.inject({ url: '/v1/products', headers: { authorization: `Bearer ${api.key}`, ...headers } })
    const first = await get()
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const tag = first.headers.etag as string
    expect(await get({ 'if-none-match': tag })).toMatchObject({ statusCode: 304, body: '' })
    expect((await get({ 'if-none-match': '"another"' })).statusCode).toBe(200)
  })
})

describe('rate cards', () => {
  it('are listed with the current one', async () => {
    const { db } = api.world
    await publishRateCard(db, defaultCard(lines), new Date('2999-01-01T00:00:00Z'))
    const { body } = await api.get('/v1/rate-cards')
    expect(body.data).toMatchObject([
      { version: 2, inForce: false, effectiveAt: '2999-01-01T00:00:00.000Z' },
      { version: 1, inForce: true },
    ])
    const current = (await api.get('/v1/rate-cards/current')).body
    expect(current).toMatchObject({ version: 1, currency: 'CNY', products: { 'payments/scan-pay': { fee: {} } } })
    expect((await api.get('/v1/rate-cards/1')).body).toEqual(current)
    expect((await api.get('/v1/rate-cards/2')).body.inForce).toBe(false)
    expect((await api.get('/v1/rate-cards/3')).body.code).toBe('rate_card_unknown')
    expect((await api.get('/v1/rate-cards/0')).body.code).toBe('request_invalid')
    expect((await api.get('/v1/rate-cards/99999999999')).body.code).toBe('request_invalid')
  })
})

describe('parties', () => {
  it('are created, changed and read', async () => {
    const body = { kind: 'merchant', name: '面馆', attributes: { merchantCategory: 'restaurant' } }
    const made = await api.put('/v1/parties/mch_new', body)
    expect(made).toMatchObject({ status: 200, body: { id: 'mch_new', ...body } })
    const changed = await api.put('/v1/parties/mch_new', { kind: 'merchant', name: 'Noodles' })
    expect(changed.body).toMatchObject({ name: 'Noodles', attributes: {}, createdAt: made.body.createdAt })
    expect((await api.get('/v1/parties/mch_new')).body).toEqual(changed.body)
    expect((await api.get('/v1/parties/nobody')).body.code).toBe('party_unknown')
  })

  it('are listed by kind in pages', async () => {
    for (const id of ['c1', 'c2', 'c3']) await api.put(`/v1/parties/${id}`, { kind: 'creator', name: id })
    const first = (await api.get('/v1/parties?kind=creator&limit=2')).body
    expect(first.data.map(({ id }: { id: string }) => id)).toEqual(['c1', 'c2'])
    const second = (await api.get(`/v1/parties?kind=creator&limit=2&cursor=${first.nextCursor}`)).body
    expect(second).toMatchObject({ data: [{ id: 'c3' }], nextCursor: null })
  })

  it('are found by part of a name or id, case-insensitively and with pattern characters taken literally', async () => {
    await api.put('/v1/parties/find_1', { kind: 'merchant', name: 'Blue 50% Noodles' })
    await api.put('/v1/parties/find_2', { kind: 'merchant', name: '蓝色面馆' })
    const found = async (search: string) => {
      const { body } = await api.get(`/v1/parties?search=${encodeURIComponent(search)}`)
      return body.data.map(({ id }: { id: string }) => id)
    }
    expect(await found('blue 50% n')).toEqual(['find_1'])
    expect(await found('色面')).toEqual(['find_2'])
    expect(await found('FIND_')).toEqual(['find_1', 'find_2'])
    expect(await found('bl%les')).toEqual([])
  })

  it.each([
    ['/v1/parties/mch_x', { kind: 'king', name: 'x' }],
    ['/v1/parties/mch_x', { kind: 'merchant' }],
    ['/v1/parties/mch_x', { kind: 'merchant', name: 'x', attributes: { 'a b': 'x' } }],
    ['/v1/parties/mch_x', { kind: 'merchant', name: 'x', extra: 1 }],
    ['/v1/parties/-x', { kind: 'merchant', name: 'x' }],
  ])('are refused: %s %j', async (url, body) => {
    expect((await api.put(url, body)).body.code).toBe('request_invalid')
  })
})

describe('quotes', () => {
  it('price without posting and can be charged once', async () => {
    const made = await api.post('/v1/quotes', { ...payment('50.00'), expiresIn: 60 })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      id: expect.stringMatching(/^qte_/),
      amount: { amount: '50.00', currency: 'CNY' },
      expired: false,
      explanation: { text: expect.stringContaining('0.30') },
    })
    expect(made.body.items[0].components[0]).not.toHaveProperty('why')
    expect((await api.get(`/v1/quotes/${made.body.id}`)).body).toEqual(made.body)
    expect((await api.get('/v1/charges')).body.data).toEqual([])
    const charge = await api.post('/v1/charges', { quote: made.body.id, reference: 'q' })
    expect(charge).toMatchObject({ status: 201, body: { quote: made.body.id, reference: 'q' } })
    expect((await api.post('/v1/charges', { quote: made.body.id })).body.code).toBe('quote_used')
  })

  it('expire', async () => {
    const { body } = await api.post('/v1/quotes', { ...payment('50.00'), expiresIn: 1 })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect((await api.get(`/v1/quotes/${body.id}`)).body.expired).toBe(true)
    expect((await api.post('/v1/charges', { quote: body.id })).body.code).toBe('quote_expired')
  })

  it.each([
    ['request_invalid', { ...payment('1.00'), expiresIn: 0 }],
    ['request_invalid', { ...payment('1.00'), expiresIn: 86_401 }],
    ['request_invalid', { ...payment('1.00'), reference: 'no' }],
    ['event_invalid', { ...payment('1.00'), event: 7 }],
    ['line_unknown', { ...payment('1.00'), line: 'x' }],
  ])('are refused with %s', async (code, body) => {
    expect((await api.post('/v1/quotes', body)).body.code).toBe(code)
  })

  it('refuse unknown and malformed ids', async () => {
    expect((await api.get('/v1/quotes/qte_01kafz6y4cfy7s3rj8v5m2n9qt')).body.code).toBe('quote_unknown')
    expect((await api.get('/v1/quotes/nonsense')).body.code).toBe('id_invalid')
  })
})
