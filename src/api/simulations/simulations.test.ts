/** Simulations over HTTP and from the command line. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { recoup, temporaryFolder } from '../../../test/program.ts'
import { defaultCard } from '../../catalog/terms.ts'
import { lines } from '../../lines/index.ts'

let api: TestServer
const { folder, remove } = temporaryFolder()
beforeAll(async () => {
  api = await makeServer()
  await api.post('/v1/charges', payment('100.00'))
  await api.post('/v1/charges', payment('50.00'))
})
afterAll(async () => {
  await api.close()
  remove()
})

const restaurants = (rate: string) => {
  const card = structuredClone(defaultCard(lines)) as unknown as {
    currency: string
    products: { 'payments/scan-pay': { fee: { rate: { options: { restaurant: string } } } } }
  }
  card.products['payments/scan-pay'].fee.rate.options.restaurant = rate
  return card
}
const period = { from: '2000-01-01', to: '2100-01-01' }

describe('POST /v1/simulations', () => {
  it('returns the result under another rate card and posts nothing', async () => {
    const before = await api.get('/v1/ledger/trial-balance')
    const { status, body } = await api.post('/v1/simulations', { card: restaurants('0.008'), ...period })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      events: 2,
      total: { changed: 2, revenue: { before: '0.90', after: '1.20', change: '0.30' }, cost: { change: '0.105' } },
      products: [{ line: 'payments', product: 'scan-pay', events: 2 }],
      lose: [
        { party: 'mch_1', change: '-0.24' },
        { party: 'cmp_cashback', change: '-0.06' },
      ].slice(0, 2),
      causes: [{ text: 'fee: rate 0.6% → 0.8% where merchantCategory is restaurant', revenue: '0.30', events: 2 }],
      leftOut: [],
    })
    expect(body.rows).toHaveLength(1)
    expect((await api.get('/v1/ledger/trial-balance')).body).toEqual(before.body)
    const zh = await api.post(
      '/v1/simulations',
      { card: restaurants('0.008'), ...period },
      { headers: { 'accept-language': 'zh' } },
    )
    expect(zh.body.causes[0].text).toBe('手续费：费率 0.6% → 0.8%（商户类别为餐饮）')
  })

  it('reports progress line by line', async () => {
    const { text, headers } = await api.post('/v1/simulations', { card: defaultCard(lines), ...period, progress: true })
    expect(headers['content-type']).toMatch(/ndjson/)
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows[0]).toEqual({ progress: { events: 2, share: 1 } })
    expect(rows.at(-1).simulation.total.revenue.change).toBe('0.00')
  })

  it('refuses an invalid card with its fields, also when streaming', async () => {
    for (const progress of [true, false]) {
      const { status, body } = await api.post('/v1/simulations', { card: restaurants('0.5'), ...period, progress })
      expect([status, body.code]).toEqual([422, 'rate_card_invalid'])
      expect(body.errors[0].pointer).toBe('/card/products/payments~1scan-pay/fee/rate/options/restaurant')
    }
    const day = await api.post('/v1/simulations', { card: defaultCard(lines), from: '2026-02-30', to: '2026-03-01' })
    expect(day.body.code).toBe('time_invalid')
  })

  it('requires the scope to read the ledger', async () => {
    const key = await api.makeKey(['charges:read'])
    const { status } = await api.post('/v1/simulations', { card: defaultCard(lines), ...period }, { key })
    expect(status).toBe(403)
  })
})

describe('recoup simulate', () => {
  const simulate = async (card: unknown, ...more: string[]) => {
    const file = path.join(folder, 'card.json')
    writeFileSync(file, JSON.stringify(card, null, 1))
    const url = await api.app.listen({ port: 0, host: '127.0.0.1' }).catch(() => address())
    const args = ['simulate', '--card', file, '--from', '2000-01-01', '--to', '2100-01-01', ...more]
    return recoup(args, { RECOUP_URL: url, RECOUP_KEY: api.key })
  }
  const address = () => {
    const { port } = api.app.server.address() as { port: number }
    return `http://127.0.0.1:${port}`
  }

  it('prints the difference', async () => {
    const result = await simulate(restaurants('0.008'))
    expect(result.code).toBe(0)
    expect(result.stdout).toContain('Revenue 0.90 → 1.20 CNY (+0.30), 2 events')
    expect(result.stdout).toContain('fee: rate 0.6% → 0.8% where merchantCategory is restaurant')
    expect(result.stderr).toContain('Simulating: 2 events')
    const json = await simulate(restaurants('0.008'), '--json', '--language', 'zh')
    expect(JSON.parse(json.stdout)).toMatchObject({ total: { revenue: { change: '0.30' } } })
  })

  it('reports the line of an error in the card file', async () => {
    const result = await simulate(restaurants('0.5'))
    expect(result.code).toBe(1)
    expect(result.stderr).toMatch(/card\.json:\d+/)
  })
})
