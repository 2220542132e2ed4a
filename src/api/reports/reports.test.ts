import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { createTenant } from '../../tenants/tenants.ts'
import { SCOPES } from '../../users/identity.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  const charge = { ...payment('100.00'), effectiveAt: '2025-01-10T00:00:00Z' }
  const { body } = await api.post('/v1/charges', charge)
  await api.post('/v1/charges', { ...charge, effectiveAt: '2025-01-20T00:00:00Z' })
  const half = { charge: body.id, amount: { amount: '50.00', currency: 'CNY' } }
  await api.post('/v1/refunds', { ...half, reason: 'not_received', effectiveAt: '2025-01-11T00:00:00Z' })
})
afterAll(() => api.close())

const JANUARY = 'from=2025-01-01&to=2025-02-01'
const rowsOf = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]

describe('reports', () => {
  it('show a line with its reference figures', async () => {
    const { status, body } = await api.get(`/v1/reports/lines/payments?${JANUARY}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ line: 'payments', title: 'Payments', timeZone: 'Asia/Shanghai', days: 31, kpis: [] })
    expect(body.measures).toEqual([{ id: 'volume', title: 'Volume', kind: 'money' }])
    expect(body.columns.map(({ id, kind }: Record<string, string>) => [id, kind])).toEqual([
      ['product', 'text'],
      ['rate', 'percent'],
      ['volume_per_month', 'money'],
      ['cost_share', 'percent'],
    ])
    expect(body.rows[0]).toMatchObject({
      product: 'scan-pay',
      payers: 1,
      cells: {
        product: { text: 'In-store QR payment', value: null, money: [], reference: null },
        rate: { value: '0.006', reference: { text: '0.6%–1.2%', value: null } },
        volume_per_month: {
          text: '200.00 CNY',
          money: [{ amount: '200.00', currency: 'CNY' }],
          reference: { text: '500,000,000,000 CNY', value: '500000000000' },
        },
        cost_share: { text: '35%', value: '0.35', reference: { text: '35%', value: '0.35' } },
      },
      amounts: [
        {
          currency: 'CNY',
          charges: 2,
          captured: '200.00',
          refunds: 1,
          refunded: '50.00',
          refundRate: '0.25',
          revenue: '0.90',
          grossRevenue: '1.20',
          revenueBack: '0.30',
          cost: '0.315',
          paidOut: '149.10',
          growth: { previousPeriod: null, yearBefore: null },
        },
      ],
    })
    expect(body.rows[1].amounts).toEqual([])
    const chinese = await api.get(`/v1/reports/lines/payments?${JANUARY}&language=zh`)
    expect(chinese.body).toMatchObject({ title: '支付业务', rows: [{ title: '线下扫码支付' }, {}, {}] })
    expect(chinese.body.columns[3]).toMatchObject({ title: '成本占比' })
    const byHeader = await api.get(`/v1/reports/lines/ads?${JANUARY}`, { headers: { 'accept-language': 'zh-CN' } })
    expect(byHeader.body.title).toBe('广告')
  })

  it('show the whole platform', async () => {
    const { body } = await api.get(`/v1/reports/whole?${JANUARY}`)
    expect(body.lines).toHaveLength(8)
    expect(body).toMatchObject({
      total: [{ currency: 'CNY', revenue: '0.90' }],
      users: { months: ['2025-01-01'], active: 1, basis: 'payers', payers: 1, repeatPayers: 1 },
      arpu: [{ amount: '0.90', currency: 'CNY' }],
      layers: { free: { users: 0, share: '0' }, ecosystem: { share: [{ currency: 'CNY', share: '0.994' }] } },
    })
    expect(body.funnel[3]).toEqual({ id: 'refunds', title: 'Refunds', count: 1, rate: '0.5' })
  })

  it('show time series, refunds and debts', async () => {
    const series = await api.get(`/v1/reports/series?${JANUARY}&by=month&line=payments&group=product&measure=volume`)
    expect(series.body.series).toEqual([
      {
        line: 'payments',
        product: 'scan-pay',
        currency: 'CNY',
        points: [
          {
            start: '2025-01-01',
            charges: 2,
            captured: '200.00',
            refunds: 1,
            refunded: '50.00',
            revenue: '0.90',
            cost: '0.315',
            paidOut: '149.10',
            measure: '200000000',
          },
        ],
      },
    ])
    const refunds = await api.get(`/v1/reports/refunds?${JANUARY}`)
    expect(refunds.body).toMatchObject({
      products: [{ line: 'payments', product: 'scan-pay', refunded: '50.00', rate: '0.25' }],
      reasons: [{ reason: 'not_received', currency: 'CNY', refunds: 1, refunded: '50.00', share: '1' }],
    })
    expect((await api.get('/v1/reports/debts')).body).toMatchObject({ totals: [], data: [] })
  })

  it('are available as CSV', async () => {
    const { text, headers } = await api.get(`/v1/reports/lines/payments?${JANUARY}&format=csv`)
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="payments-2025-01-01-2025-02-01.csv"',
    })
    const [row] = rowsOf(text)
    expect(row).toMatchObject({ id: 'scan-pay', rate_value: '0.006', captured: '200.00', growthYearBefore: '' })
    const accepted = await api.get(`/v1/reports/whole?${JANUARY}`, { headers: { accept: 'text/csv' } })
    expect(rowsOf(accepted.text)[0]).toMatchObject({ line: 'payments', revenue: '0.90' })
    for (const url of [`/v1/reports/series?${JANUARY}`, `/v1/reports/refunds?${JANUARY}`, '/v1/reports/debts?']) {
      const { status, text } = await api.get(`${url}&format=csv`)
      expect([status, text.charCodeAt(0)]).toEqual([200, 0xfeff])
    }
    expect(
      (await api.get(`/v1/reports/whole?${JANUARY}&format=json`, { headers: { accept: 'text/csv' } })).body,
    ).toBeDefined()
  })

  it('refuse an unknown line and an invalid period', async () => {
    expect(await api.get(`/v1/reports/lines/nothing?${JANUARY}`)).toMatchObject({
      status: 404,
      body: { code: 'line_report_unknown' },
    })
    expect(await api.get(`/v1/reports/refunds?line=nothing&${JANUARY}`)).toMatchObject({
      status: 422,
      body: { code: 'line_unknown' },
    })
    expect((await api.get('/v1/reports/whole?from=2025-02-01&to=2025-01-01')).body).toMatchObject({
      code: 'report_period_invalid',
      params: { value: '2025-02-01 to 2025-01-01', days: 3660 },
    })
    expect((await api.get('/v1/reports/whole?from=2025-02-30&to=2025-03-01')).body.code).toBe('report_period_invalid')
    expect((await api.get('/v1/reports/whole?from=yesterday&to=2025-03-01')).body.code).toBe('request_invalid')
    expect((await api.get(`/v1/reports/series?${JANUARY}&product=tip`)).body.code).toBe('request_invalid')
    expect((await api.get(`/v1/reports/series?${JANUARY}&line=goods&product=x`)).body.code).toBe('product_unknown')
  })

  it('show no data of other tenants', async () => {
    const other = await createTenant(api.world.database, 'other', 'UTC')
    const key = await api.makeKey(SCOPES, undefined, other.id)
    expect((await api.get(`/v1/reports/whole?${JANUARY}`, { key })).body.total).toEqual([])
    expect((await api.get(`/v1/reports/lines/payments?${JANUARY}`, { key })).body.total).toEqual([])
  })
})

describe('active users', () => {
  it('are reported by the platform and determine penetration', async () => {
    const put = (users: number) => api.put('/v1/reports/active-users', { month: '2025-01', users })
    expect((await put(3)).body).toMatchObject({ month: '2025-01', users: 3 })
    expect((await put(4)).body).toMatchObject({ users: 4 })
    const { body } = await api.get('/v1/reports/active-users?from=2024-12&to=2025-01')
    expect(body.data.map(({ month, users }: Record<string, unknown>) => [month, users])).toEqual([['2025-01', 4]])
    const whole = await api.get(`/v1/reports/whole?${JANUARY}`)
    expect(whole.body.users).toMatchObject({ active: 4, basis: 'reported' })
    expect(whole.body.layers.free).toEqual({ users: 3, share: '0.75' })
    expect((await api.put('/v1/reports/active-users', { month: '2025-13', users: 1 })).body.code).toBe(
      'request_invalid',
    )
    const early = await api.put('/v1/reports/active-users', { month: '2999-01', users: 1 })
    expect([early.status, early.body.code]).toEqual([422, 'effective_in_future'])
  })
})

it('report totals are checked and rebuilt', async () => {
  expect((await api.get('/v1/reports/check')).body).toMatchObject({ ok: true, charges: 2, refunds: 1, faults: [] })
  await api.world.db.execute('UPDATE rollup_delta SET amounts[1] = amounts[1] + 1 WHERE tenant = $1', [
    api.world.tenant,
  ])
  const { body } = await api.get('/v1/reports/check')
  expect(body).toMatchObject({ ok: false, faults: [{ code: 'rollup_differs' }, {}, {}] })
  expect((await api.post('/v1/reports/rebuild')).body).toMatchObject({ charges: 2, refunds: 1 })
  expect((await api.get('/v1/reports/check')).body.ok).toBe(true)
})
