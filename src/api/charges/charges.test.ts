import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { idToUuid } from '../../ids.ts'
import { receiptNumber } from '../../receipts/number.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

describe('POST /v1/charges', () => {
  it('creates a charge and returns it', async () => {
    const body = { ...payment('100.00'), reference: 'order-1', metadata: { shop: '7' } }
    const { status, body: charge, headers } = await api.post('/v1/charges', body)
    expect(status).toBe(201)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toBeTruthy()
    expect(charge).toEqual({
      id: expect.stringMatching(/^chg_/),
      status: 'captured',
      line: 'payments',
      product: 'scan-pay',
      payer: 'usr_1',
      payee: 'mch_1',
      amount: { amount: '100.00', currency: 'CNY' },
      items: [
        {
          id: '1',
          quantity: '1',
          components: [
            {
              kind: 'principal',
              from: 'usr_1/external',
              to: 'mch_1/balance',
              amount: { amount: '100.00', currency: 'CNY' },
              returns: 'pro-rata',
            },
            expect.objectContaining({ kind: 'fee', amount: { amount: '0.60', currency: 'CNY' } }),
            expect.objectContaining({ kind: 'cost', amount: { amount: '0.21', currency: 'CNY' } }),
            expect.objectContaining({ kind: 'reward', amount: { amount: '0.00', currency: 'CNY' } }),
          ],
        },
      ],
      refundPolicy: { windowDays: null, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' },
      rateCard: 1,
      contract: null,
      metadata: { shop: '7' },
      refunded: { amount: '0.00', currency: 'CNY' },
      refundable: { amount: '100.00', currency: 'CNY' },
      pending: { amount: '0.00', currency: 'CNY' },
      disputed: { amount: '0.00', currency: 'CNY' },
      reference: 'order-1',
      quote: null,
      payment: null,
      effectiveAt: expect.stringMatching(/Z$/),
      createdBy: expect.stringMatching(/^key key_/),
      recordedAt: expect.stringMatching(/Z$/),
    })
    expect((await api.get(`/v1/charges/${charge.id}`)).body).toEqual(charge)
  })

  it('answers a repeated request with the same bytes, even after a refund', async () => {
    const ask = { headers: { 'idempotency-key': 'order-2' } }
    const first = await api.post('/v1/charges', payment('7.00'), ask)
    expect(first.status).toBe(201)
    expect(first.headers['idempotent-replayed']).toBeUndefined()
    await api.post('/v1/refunds', { charge: first.body.id })
    const again = await api.post('/v1/charges', payment('7.00'), ask)
    expect(again.status).toBe(200)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.text).toBe(first.text)
    const other = await api.post('/v1/charges', payment('8.00'), ask)
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } })
  })

  it('accepts a time in the past and refuses an invalid time', async () => {
    const post = (effectiveAt: string) => api.post('/v1/charges', { ...payment('1.00'), effectiveAt })
    expect((await post('2026-01-31T10:00:00+08:00')).body.effectiveAt).toBe('2026-01-31T02:00:00.000Z')
    for (const wrong of ['2026-02-30T00:00:00Z', '2026-01-31T10:00:00', '2026-01-31', 'now', '2026-01-31T24:00:00Z']) {
      expect(await post(wrong), wrong).toMatchObject({ status: 422, body: { code: 'time_invalid' } })
    }
    expect(await post('2999-01-01T00:00:00Z')).toMatchObject({ status: 422, body: { code: 'effective_in_future' } })
  })

  it('reports every invalid field', async () => {
    const { status, body } = await api.post('/v1/charges', {
      line: 3,
      product: 'scan-pay',
      evnt: {},
      metadata: { a: 1 },
    })
    expect(status).toBe(422)
    expect(body.code).toBe('request_invalid')
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/event',
      '/evnt',
      '/line',
      '/metadata/a',
    ])
    const event = await api.post('/v1/charges', { ...payment('1.00'), event: { payer: 'usr_1', merchant: '//' } })
    expect(event.body).toMatchObject({ code: 'event_invalid', errors: expect.any(Array) })
  })

  it.each([
    ['line_unknown', { ...payment('1.00'), line: 'nope' }],
    ['product_unknown', { ...payment('1.00'), product: 'nope' }],
    ['amount_not_positive', payment('0.00')],
    ['amount_too_precise', payment('0.001')],
    ['party_unknown', payment('1.00', { merchant: 'mch_nobody' })],
    ['id_invalid', { quote: 'chg_1' }],
    ['quote_unknown', { quote: 'qte_01kafz6y4cfy7s3rj8v5m2n9qt' }],
    ['hold_unknown', { ...payment('1.00'), hold: 'hld_01kafz6y4cfy7s3rj8v5m2n9qt' }],
    ['id_invalid', { ...payment('1.00'), hold: 'hld_!' }],
    ['request_invalid', { quote: 'qte_01kafz6y4cfy7s3rj8v5m2n9qt', line: 'payments' }],
    ['request_invalid', []],
    ['request_invalid', 'null'],
  ])('refuses with %s', async (code, body) => {
    expect((await api.post('/v1/charges', body)).body.code).toBe(code)
  })

  it('refuses a malformed idempotency key', async () => {
    for (const key of ['', 'two words', 'é', 'x'.repeat(201)]) {
      const { body } = await api.post('/v1/charges', payment('1.00'), { headers: { 'idempotency-key': key } })
      expect(body, key).toMatchObject({ code: 'request_invalid', errors: [{ pointer: '/headers/idempotency-key' }] })
    }
  })
})

describe('bulk', () => {
  it('charges what it can and refuses the rest, in order', async () => {
    await api.post('/v1/charges', payment('3.00'), { headers: { 'idempotency-key': 'bulk-old' } })
    const { status, body } = await api.post('/v1/charges/bulk', {
      charges: [
        payment('1.00'),
        { nonsense: true },
        { ...payment('3.00'), idempotencyKey: 'bulk-old' },
        payment('2.00', { merchant: 'mch_nobody' }),
        null,
        { ...payment('4.00'), effectiveAt: '2026-13-01T00:00:00Z' },
        { ...payment('5.00'), idempotencyKey: 'a b' },
        payment('6.00'),
      ],
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ accepted: 3, refused: 5 })
    expect(body.results.map((result: { status: number }) => result.status)).toEqual([
      201, 422, 200, 404, 422, 422, 422, 201,
    ])
    expect(body.results[1].problem).toMatchObject({ code: 'request_invalid', errors: expect.any(Array) })
    expect(body.results[3].problem.code).toBe('party_unknown')
    expect(body.results[7].charge.amount.amount).toBe('6.00')
  })

  it('returns the same results when repeated with the same key', async () => {
    const ask = { headers: { 'idempotency-key': 'bulk-1' } }
    const first = await api.post('/v1/charges/bulk', { charges: [payment('1.00'), payment('1.00')] }, ask)
    const again = await api.post('/v1/charges/bulk', { charges: [payment('1.00'), payment('1.00')] }, ask)
    const ids = ({ body }: typeof first) => body.results.map(({ charge }: { charge: { id: string } }) => charge.id)
    expect(new Set(ids(first)).size).toBe(2)
    expect(ids(again)).toEqual(ids(first))
    expect(again.body.results[0].status).toBe(200)
  })

  it('limits the number of elements', async () => {
    expect((await api.post('/v1/charges/bulk', { charges: [] })).body.code).toBe('request_invalid')
    const many = { charges: Array.from({ length: 1001 }, () => ({})) }
    expect((await api.post('/v1/charges/bulk', many)).body.code).toBe('request_invalid')
    const full = await api.post('/v1/charges/bulk', { charges: Array.from({ length: 1000 }, () => payment('0.01')) })
    expect(full.body).toMatchObject({ accepted: 1000, refused: 0 })
  })
})

describe('GET /v1/charges', () => {
  it('pages without gaps or repeats while charges are created', async () => {
    const payer = 'usr_pages'
    const before: string[] = []
    for (let i = 0; i < 23; i += 1) before.push((await api.world.pay('1.00', { payer })).id)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor ? `&cursor=${cursor}` : ''
      const { body } = await api.get(`/v1/charges?payer=${payer}&limit=5${query}`)
      seen.push(...body.data.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor
      await api.world.pay('1.00', { payer })
    } while (cursor)
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
  })

  it('filters', async () => {
    const of = async (query: string) => (await api.get(`/v1/charges?${query}`)).body.data.length
    await api.post('/v1/charges', { ...payment('9.00', { payer: 'usr_f' }), reference: 'f-1' })
    expect(await of('reference=f-1')).toBe(1)
    expect(await of('reference=f-1&status=refunded')).toBe(0)
    expect(await of('payer=usr_f&line=payments&product=scan-pay&payee=mch_1&status=captured')).toBe(1)
    expect(await of('payer=usr_f&from=2999-01-01T00:00:00Z')).toBe(0)
    expect(await of('payer=usr_f&to=2999-01-01T00:00:00%2B08:00')).toBe(1)
  })

  it('finds a charge by its reference or receipt number', async () => {
    const found = async (text: string, ask = {}) =>
      (await api.get(`/v1/charges?find=${encodeURIComponent(text)}`, ask)).body.data.map(({ id }: { id: string }) => id)
    const { id } = (await api.post('/v1/charges', { ...payment('9.00'), reference: 'in-hand 1' })).body
    const uuid = idToUuid('chg', id)
    const number = receiptNumber(api.world.tenant, uuid)
    expect(await found('in-hand 1')).toEqual([id])
    expect(await found(number)).toEqual([id])
    expect(await found(` ${number.toLowerCase().replaceAll('-', ' ')} `)).toEqual([id])
    expect(await found(receiptNumber(api.world.tenant + 1, uuid))).toEqual([])
    expect(await found(id.slice(-12))).toEqual([])
    const other = await api.makeKey(['charges:read'], 'mch_other')
    expect(await found(number, { key: other })).toEqual([])
  })

  it.each([
    ['request_invalid', '?limit=0'],
    ['request_invalid', '?limit=201'],
    ['request_invalid', '?limit=1.5'],
    ['request_invalid', '?limit=1&limit=2'],
    ['request_invalid', '?nonsense=1'],
    ['request_invalid', '?reference=%00'],
    ['request_invalid', '?status=lost'],
    ['cursor_invalid', '?cursor=abc'],
    ['cursor_invalid', `?cursor=${Buffer.from('refunds\n018f0000-0000-7000-8000-000000000000').toString('base64url')}`],
    ['time_invalid', '?from=yesterday'],
  ])('refuses with %s: %s', async (code, query) => {
    expect((await api.get(`/v1/charges${query}`)).body.code).toBe(code)
  })

  it('reports an unknown charge', async () => {
    expect((await api.get('/v1/charges/chg_01kafz6y4cfy7s3rj8v5m2n9qt')).body.code).toBe('charge_unknown')
    expect((await api.get('/v1/charges/rfd_01kafz6y4cfy7s3rj8v5m2n9qt')).body.code).toBe('id_invalid')
  })
})

describe('explanation', () => {
  it('is in the requested language', async () => {
    const { body: charge } = await api.post('/v1/charges', payment('100.00'))
    const at = `/v1/charges/${charge.id}/explanation`
    const english = (await api.get(at)).body
    expect(english.steps[0]).toMatchObject({ code: 'charged', text: expect.stringContaining('was charged 100.00 CNY') })
    expect(english.text.split('\n')).toHaveLength(english.steps.length)
    expect((await api.get(at, { headers: { 'accept-language': 'zh-CN,en;q=0.5' } })).body.text).toContain('收取')
    expect((await api.get(`${at}?language=zh`)).body.text).toContain('收取')
    expect((await api.get(`${at}?language=fr`)).body.code).toBe('request_invalid')
  })
})
