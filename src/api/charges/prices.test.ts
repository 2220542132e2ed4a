/** Rate cards and contracts over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { defaultCard } from '../../catalog/terms.ts'
import { lines } from '../../lines/index.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

// biome-ignore lint/suspicious/noExplicitAny: cards are turned inside out here
const card = (change: (products: any) => unknown = () => undefined) => {
  const made = structuredClone(defaultCard(lines))
  change(made.products)
  return made
}
const restaurants = (rate: string) => card((of) => (of['payments/scan-pay'].fee.rate.options.restaurant = rate))

describe('rate cards', () => {
  it('are validated before publishing, with a description of the changes', async () => {
    const { body } = await api.post('/v1/rate-cards/validate', restaurants('0.007'))
    expect(body).toEqual({
      ...{ valid: true, code: null, detail: null, errors: [], warnings: [], confirm: null, lost: [] },
      changes: [
        {
          pointer: '/products/payments~1scan-pay/fee/rate/options/restaurant',
          kind: 'changed',
          before: '0.006',
          after: '0.007',
          text: 'payments/scan-pay: fee for merchantCategory restaurant 0.6% → 0.7%',
        },
      ],
    })
    expect((await api.get('/v1/rate-cards')).body.data).toHaveLength(1)
  })

  it('are refused with every invalid field, in both languages', async () => {
    const wrong = card((of) => {
      of['payments/scan-pay'].fee.rate.options.restaurant = '0.02'
      of['goods/tip'].refund.shortage = 'never'
      of['goods/gold'] = {}
    })
    const { body } = await api.post('/v1/rate-cards/validate', wrong, { headers: { 'accept-language': 'zh' } })
    expect(body).toMatchObject({ valid: false, code: 'rate_card_invalid', changes: [] })
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/products/goods~1tip/refund/shortage',
      '/products/payments~1scan-pay/fee/rate/options/restaurant',
      '/products/goods~1gold',
    ])
    const refused = await api.post('/v1/rate-cards', wrong)
    expect(refused).toMatchObject({ status: 422, body: { code: 'rate_card_invalid', errors: body.errors } })
    const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`o${n}`, '0.01']))
    const huge = JSON.parse(JSON.stringify(card()), (name, value) =>
      name === 'options' ? { ...value, ...many } : value,
    )
    for (const name of Object.keys(huge.products)) huge.products[name].more = many
    const tooLarge = (await api.post('/v1/rate-cards/validate', huge)).body
    expect(tooLarge.errors).toEqual([{ pointer: '/products', message: 'has more than 20000 values' }])
    const nowhere = await api.post('/v1/rate-cards', { ...card(), currency: 'XXQ' })
    expect(nowhere.body.errors).toMatchObject([{ pointer: '/currency' }])
    for (const bad of [
      {},
      { ...card(), extra: 1 },
      { ...card(), effectiveAt: 'soon' },
      { currency: 'CNY', products: 7 },
    ]) {
      expect((await api.post('/v1/rate-cards', bad)).status).toBe(422)
    }
  })

  it('are published once, effective from a given time', async () => {
    await api.post('/v1/charges', payment('100.00'))
    const made = await api.post('/v1/rate-cards', restaurants('0.007'))
    expect(made).toMatchObject({ status: 201, body: { version: 2, inForce: true, currency: 'CNY' } })
    const again = await api.post('/v1/rate-cards', restaurants('0.007'))
    expect(again).toMatchObject({ status: 200, body: { version: 2 } })
    const later = { ...restaurants('0.009'), effectiveAt: '2999-01-01T00:00:00Z' }
    expect((await api.post('/v1/rate-cards', later)).body).toMatchObject({ version: 3, inForce: false })
    const past = { ...restaurants('0.008'), effectiveAt: '2020-01-01T00:00:00Z' }
    expect(await api.post('/v1/rate-cards', past)).toMatchObject({
      status: 409,
      body: { code: 'price_change_in_past' },
    })
    expect((await api.post('/v1/rate-cards/validate', past)).body).toMatchObject({ code: 'price_change_in_past' })
    const { body } = await api.post('/v1/charges', payment('100.00'))
    expect(body).toMatchObject({ rateCard: 2, contract: null })
    expect(body.items[0].components[1].amount.amount).toBe('0.70')
  })

  it('are compared', async () => {
    const { body } = await api.get('/v1/rate-cards/diff?from=1&to=3&language=zh')
    expect(body).toMatchObject({ from: 1, to: 3, changes: [{ kind: 'changed', before: '0.006', after: '0.009' }] })
    expect(body.text).toBe('payments/scan-pay：手续费（商户类别为餐饮）0.6% → 0.9%')
    expect((await api.get('/v1/rate-cards/diff?from=2&to=2')).body).toMatchObject({ changes: [], text: '' })
    expect((await api.get('/v1/rate-cards/diff?from=1&to=9')).body.code).toBe('rate_card_unknown')
    expect((await api.get('/v1/rate-cards/diff?from=1')).body.code).toBe('request_invalid')
  })
})

describe('contracts', () => {
  const requested = { party: 'mch_1', line: 'payments', product: 'scan-pay', terms: { fee: { rate: '0.0038' } } }

  it('apply to their customer, are listed and end', async () => {
    const ask = { headers: { 'idempotency-key': 'contract-1' } }
    const made = await api.post('/v1/contracts', { ...requested, reference: 'paper 7' }, ask)
    expect(made).toMatchObject({
      status: 201,
      body: { ...requested, id: expect.stringMatching(/^ctr_/), status: 'in-force', reference: 'paper 7', until: null },
    })
    const again = await api.post('/v1/contracts', { ...requested, reference: 'paper 7' }, ask)
    expect(again).toMatchObject({ status: 200, body: made.body, headers: { 'idempotent-replayed': 'true' } })
    expect((await api.post('/v1/contracts', requested, ask)).body.code).toBe('idempotency_conflict')
    const { id } = made.body

    const charge = (await api.post('/v1/charges', payment('100.00'))).body
    expect(charge.contract).toBe(id)
    expect(charge.items[0].components[1].amount.amount).toBe('0.38')
    const english = (await api.get(`/v1/charges/${charge.id}/explanation?language=en`)).body.text
    expect(english).toContain(`Contract ${id} with mch_1`)
    const chinese = (await api.get(`/v1/charges/${charge.id}/explanation?language=zh`)).body.text
    expect(chinese).toContain(`与 mch_1 签订的合同 ${id}`)

    const later = { ...requested, effectiveAt: '2999-01-01T00:00:00Z', until: '2999-02-01T00:00:00Z' }
    expect((await api.post('/v1/contracts', later)).body).toMatchObject({ status: 'scheduled' })
    expect((await api.get(`/v1/contracts/${id}`)).body).toEqual(made.body)
    const listed = (await api.get('/v1/contracts?party=mch_1&limit=1')).body
    expect(listed.data).toMatchObject([{ status: 'scheduled' }])
    expect((await api.get(`/v1/contracts?party=mch_1&cursor=${listed.nextCursor}`)).body.data).toEqual([made.body])
    expect((await api.get('/v1/contracts?line=ads')).body.data).toEqual([])

    const ended = await api.post(`/v1/contracts/${id}/end`, {})
    expect(ended).toMatchObject({ status: 200, body: { id, status: 'ended' } })
    expect((await api.post(`/v1/contracts/${id}/end`, {})).body).toEqual(ended.body)
    expect((await api.post('/v1/charges', payment('100.00'))).body.contract).toBeNull()
  })

  it('are visible only to their customer', async () => {
    const { body: contract } = await api.post('/v1/contracts', requested)
    const { body: charge } = await api.post('/v1/charges', payment('100.00'))
    const merchant = await api.makeKey(['charges:read'], 'mch_1')
    const payer = await api.makeKey(['charges:read'], 'usr_1')
    const seen = async (key: string) => ({
      charge: (await api.get(`/v1/charges/${charge.id}`, { key })).body.contract,
      explained: (await api.get(`/v1/charges/${charge.id}/explanation`, { key })).text.includes(contract.id),
    })
    expect(await seen(merchant)).toEqual({ charge: contract.id, explained: true })
    expect(await seen(payer)).toEqual({ charge: null, explained: false })
    await api.post(`/v1/contracts/${contract.id}/end`, {})
  })

  it.each([
    ['contract_invalid', { ...requested, terms: { fee: { rate: 'x' } } }],
    ['contract_invalid', { ...requested, terms: { discount: '0.1' } }],
    ['contract_period_invalid', { ...requested, until: '2020-01-01T00:00:00Z' }],
    ['party_unknown', { ...requested, party: 'nobody' }],
    ['product_unknown', { ...requested, product: 'x' }],
    ['line_unknown', { ...requested, line: 'x' }],
    ['price_change_in_past', { ...requested, effectiveAt: '2020-01-01T00:00:00Z' }],
    ['request_invalid', { ...requested, terms: 7 }],
    ['request_invalid', { ...requested, extra: true }],
    ['time_invalid', { ...requested, until: '2999-02-30T00:00:00Z' }],
  ])('are refused with %s', async (code, body) => {
    expect((await api.post('/v1/contracts', body)).body.code).toBe(code)
  })

  it('refuse unknown and malformed ids', async () => {
    expect((await api.get('/v1/contracts/ctr_01kafz6y4cfy7s3rj8v5m2n9qt')).body.code).toBe('contract_unknown')
    expect((await api.get('/v1/contracts/nonsense')).body.code).toBe('id_invalid')
    expect((await api.post('/v1/contracts/ctr_01kafz6y4cfy7s3rj8v5m2n9qt/end', {})).body.code).toBe('contract_unknown')
  })
})

describe('products', () => {
  it('show their default prices, the contract customer and the refund policies', async () => {
    const { body } = await api.get('/v1/products')
    const of = (id: string) => body.data.find((each: { id: string }) => each.id === id)
    expect(of('scan-pay')).toMatchObject({
      customer: 'merchant',
      priced: true,
      priceModels: ['percentage'],
      defaultTerms: { fee: { model: 'percentage' } },
    })
    expect(of('scan-pay').refundPolicies).toContainEqual({
      pointer: '/channels/wechatpay/refund',
      policy: expect.objectContaining({ windowDays: 365, maxRefunds: 50, minGapSeconds: 60, shortage: 'debt' }),
    })
    expect(of('ocr')).toMatchObject({ customer: 'developer', priceModels: ['per_unit', 'package'] })
    expect(of('ocr').refundPolicies).toHaveLength(1)
    expect(of('scan-pay').priceModelTitles).toEqual([{ en: 'percentage', zh: '按比例' }])
    const fee = of('scan-pay').termsInWords.find(({ name }: { name: { en: string } }) => name.en === 'fee')
    expect(fee.name.zh).toBe('手续费')
    expect(fee.text.en).toMatch(/0\.6%/)
    expect(fee.text.zh).toMatch(/0\.6%/)
  })
})
