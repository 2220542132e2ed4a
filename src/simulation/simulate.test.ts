import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import type { RateCard } from '../catalog/rate-card.ts'
import { defaultCard } from '../catalog/terms.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { parseMicros } from '../money/amount.ts'
import { type Simulation, type SimulationAsk, type SimulationOptions, simulate } from './simulate.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const ALL = { from: '2000-01-01', to: '2100-01-01' } as const

const run = (card: RateCard, ask: Partial<SimulationAsk> = {}, options: SimulationOptions = {}): Promise<Simulation> =>
  simulate(world.db, { card, ...ALL, ...ask }, options)

/** Returns the default card with changed terms of a product. */
function changed(name: string, change: (terms: Record<string, unknown>) => object): RateCard {
  const card = defaultCard(lines)
  return { ...card, products: { ...card.products, [name]: change(card.products[name] as never) } }
}

/** Returns the default card with another restaurant rate for scan pay. */
function restaurantsAt(rate: string): RateCard {
  return changed('payments/scan-pay', ({ fee, ...rest }) => {
    const { rate: chosen, ...more } = fee as { rate: { options: object; min: string; max: string } }
    return { ...rest, fee: { ...more, rate: { ...chosen, options: { ...chosen.options, restaurant: rate } } } }
  })
}

async function refund(charge: Uuid, amount: string): Promise<void> {
  await world.engine.refund(world.tenant, {
    charge: uuidToId('chg', charge),
    ask: { amount: parseMicros(amount) },
    reason: null,
    reference: null,
    effectiveAt: null,
    previewHash: null,
  })
}

async function chargeExamples(): Promise<void> {
  for (const { line, product } of lines.products) {
    const { parties, funds = [], event } = product.example
    for (const { id, kind, attributes } of parties) await world.party(id, attributes, kind)
    for (const { path, amount, unit = 'CNY' } of funds) {
      const { postJournal } = await import('../ledger/journal.ts')
      await postJournal(world.db, world.engine.tenant(world.tenant).directory, {
        description: 'test',
        transfers: [{ from: 'world/funding', to: path, amount: parseMicros(amount), unit, kind: 'funding' }],
        effectiveAt: null,
        idempotency: null,
      })
    }
    await world.engine.charge(world.tenant, { of: { line: line.id, product: product.id, event } })
  }
}

describe('a simulation', () => {
  beforeAll(async () => {
    await chargeExamples()
    await world.party('mch_shop', { merchantCategory: 'retail' })
    for (const amount of ['100.00', '33.33', '0.01']) await world.pay(amount)
    await world.pay('50.00', { merchant: 'mch_shop' })
    const half = await world.pay('10.00')
    await refund(half.id, '5.00')
    const whole = await world.pay('20.00')
    await refund(whole.id, '20.00')
  })

  it('finds no difference under the same card and matches the revenue in the ledger', async () => {
    const same = await run(defaultCard(lines))
    expect(same).toMatchObject({ unpriced: [], causes: [], gain: [], lose: [], events: lines.products.length + 6 })
    expect(same.total.changed).toBe(0)
    for (const row of same.rows) {
      expect(row.revenueAfter).toBe(row.revenueBefore)
      expect(row.costAfter).toBe(row.costBefore)
    }
    const [books] = await world.db.query<{ revenue: bigint; cost: bigint }>(
      `SELECT sum(balance) FILTER (WHERE path = 'platform/revenue')::bigint AS revenue,
              -sum(balance) FILTER (WHERE path = 'platform/cost')::bigint AS cost
       FROM account WHERE unit = 'CNY'`,
    )
    expect({ revenue: same.total.revenueBefore, cost: same.total.costBefore }).toEqual(books)
  })

  it('finds no difference when every product is priced again under equal terms in another form', async () => {
    const card = defaultCard(lines)
    const products = Object.entries(card.products).map(([name, terms]) => {
      const { refund: policy, ...rest } = terms as { refund?: object }
      const channels = (rest as { channels?: Record<string, { refund: object }> }).channels
      if (channels) channels.wechatpay!.refund = { ...channels.wechatpay!.refund, windowDays: 366 }
      return [name, { ...rest, ...(policy ? { refund: { ...policy, windowDays: 1234 } } : {}) }]
    })
    const again = await run({ ...card, products: Object.fromEntries(products) })
    expect(again).toMatchObject({ unpriced: [], causes: [], gain: [], lose: [] })
    expect(again.total).toMatchObject({ changed: 0, events: lines.products.length + 6 })
    expect(again.total.revenueAfter).toBe(again.total.revenueBefore)
  })

  it('reports the exact total of a raised fee after proportional refunds, with payer and cause', async () => {
    // Restaurants: 100.00 (noodles) + 100.00 + 33.33 + 0.01, half of 10.00, none of 20.00.
    const dearer = await run(restaurantsAt('0.012'))
    const fees = { before: '1.43', after: '2.86' } // 0.60+0.60+0.20+0.00+0.03 → 1.20+1.20+0.40+0.00+0.06
    const product = dearer.products.find((each) => each.product === 'scan-pay')!
    const shop = parseMicros('0.30')
    expect(product.revenueBefore - shop).toBe(parseMicros(fees.before))
    expect(product.revenueAfter - shop).toBe(parseMicros(fees.after))
    expect(product.costAfter - product.costBefore).toBe(parseMicros('0.5005'))
    expect(product).toMatchObject({ events: 7, changed: 4 })
    expect(dearer.total.revenueAfter - dearer.total.revenueBefore).toBe(parseMicros('1.43'))
    expect(dearer.causes).toEqual([
      {
        name: 'payments/scan-pay',
        events: 4,
        revenue: parseMicros('1.43'),
        cost: parseMicros('0.5005'),
        terms: [
          {
            kind: 'fee',
            step: 'rate_chosen',
            term: 'rate',
            before: '0.6',
            after: '1.2',
            where: { merchantCategory: 'restaurant' },
          },
        ],
      },
    ])
    expect(dearer.lose.map(({ party }) => party)).toEqual(['mch_1', 'mch_noodles', 'cmp_cashback'])
    expect(dearer.gain.map(({ party }) => party).toSorted()).toEqual(['sandbox', 'wechatpay'])
    const moved = [...dearer.lose, ...dearer.gain].reduce((sum, { change }) => sum + change, 0n)
    expect(moved).toBe(-parseMicros('1.43') + parseMicros('0.5005'))
  })

  it('has the same result with worker threads as without', async () => {
    const { PAGE } = await import('./past-events.ts')
    await fill(PAGE + 500)
    const card = restaurantsAt('0.01')
    const here = await run(card, {}, { threads: 0 })
    const told: number[] = []
    const apart = await run(card, {}, { threads: 2, progress: ({ share }) => void told.push(share) })
    expect(apart).toEqual(here)
    const again = await run(card, {}, { threads: 2 })
    expect(again, 'by the same threads').toEqual(here)
    expect(here.total.changed).toBeGreaterThan(PAGE)
    expect(told.at(-1)).toBe(1)
  }, 60_000)

  it('stops when aborted', async () => {
    const gone = AbortSignal.abort(new Error('gone'))
    await expect(run(restaurantsAt('0.01'), {}, { signal: gone })).rejects.toThrow('gone')
  })
})

/** Copies a charge many times under new ids. */
async function fill(count: number): Promise<void> {
  await world.db.query(
    `INSERT INTO charge (tenant, id, batch, line, product, payer, payee, unit, captured, kept, effective_at, recorded_at,
                         draft, event, rate_card, revenue, cost, actor)
     SELECT tenant, overlay(gen_random_uuid()::text placing left(id::text, 13) from 1)::uuid, batch, line, product, payer,
            payee, unit, captured, kept, effective_at, recorded_at, draft, event, rate_card, revenue, cost, actor
     FROM (SELECT * FROM charge WHERE tenant = $1 AND product = 'scan-pay' AND captured = 100000000 AND refunds = 0
           ORDER BY id LIMIT 1) c, generate_series(1, $2::int)`,
    [world.tenant, count],
  )
}

describe('exclusions and breakdowns of a simulation', () => {
  it('counts days in the time zone of the tenant', async () => {
    await world.party('mch_day', { merchantCategory: 'transport' })
    const at = (time: string) => ({ of: payment('100.00', 'mch_day'), effectiveAt: new Date(time) })
    await world.engine.charge(world.tenant, at('2026-03-01T15:59:59Z'))
    await world.engine.charge(world.tenant, at('2026-03-01T16:00:00Z'))
    const both = await run(restaurantsAt('0.01'), { from: '2026-03-01', to: '2026-03-03' })
    expect(both.days.map(({ day, events }) => [day, events])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 1],
    ])
    const second = await run(restaurantsAt('0.01'), { from: '2026-03-02', to: '2026-03-03' })
    expect(second.rows.map(({ day }) => day)).toEqual(['2026-03-02'])
    const byTime = await run(restaurantsAt('0.01'), { from: new Date('2026-03-01T15:59:59Z'), to: '2026-03-02' })
    expect(byTime.rows.map(({ day }) => day)).toEqual(['2026-03-01'])
  })

  it('counts charges that cannot be priced again by reason', async () => {
    const on = (day: string) => new Date(`${day}T04:00:00Z`)
    await world.party('mch_moved', { merchantCategory: 'travel' })
    await world.engine.charge(world.tenant, { of: payment('100.00', 'mch_moved'), effectiveAt: on('2026-04-01') })
    await world.party('mch_moved', { merchantCategory: 'retail' })
    await insertOld('ads', 'banner', '{"x":1}', on('2026-04-01'))
    await insertOld('payments', 'scan-pay', null, on('2026-04-01'))
    await insertOld('payments', 'scan-pay', '{"nonsense":true}', on('2026-04-01'))
    await world.engine.charge(world.tenant, { of: payment('100.00', 'mch_1'), effectiveAt: on('2026-04-01') })
    const card = restaurantsAt('0.01')
    const found = await run(card, { from: '2026-04-01', to: '2026-04-02' })
    expect(found.unpriced.map(({ code, name, count }) => [code, name, count]).toSorted()).toEqual([
      ['charged_differently', 'payments/scan-pay', 1],
      ['event_invalid', 'payments/scan-pay', 1],
      ['event_not_kept', 'payments/scan-pay', 1],
      ['product_unknown', 'ads/banner', 1],
    ])
    expect(found.unpriced.find(({ code }) => code === 'charged_differently')!.revenue).toBe(parseMicros('1.00'))
    expect(found.total).toMatchObject({ events: 1, revenueBefore: parseMicros('0.60') })
    expect(found.events).toBe(5)
    const { 'payments/scan-pay': _, ...others } = card.products
    const without = await run({ ...card, products: others }, { from: '2026-04-01', to: '2026-04-02' })
    expect(without.unpriced.map(({ code }) => code)).toContain('product_not_priced')
    const dollars = await run({ ...card, currency: 'USD' }, { from: '2026-04-01', to: '2026-04-02' })
    expect(dollars.unpriced.map(({ code }) => code)).toContain('currency_mismatch')
  })

  it('applies contracts on top of the new card', async () => {
    const { insertContract } = await import('../catalog/contract.ts')
    await world.party('mch_big', { merchantCategory: 'restaurant' })
    const contract = await insertContract(
      world.db,
      {
        party: 'mch_big',
        line: 'payments',
        product: 'scan-pay',
        terms: { fee: { rate: { options: { restaurant: '0.007' } } } },
        reference: null,
        effectiveAt: new Date('2020-01-01'),
        until: null,
      },
      null,
    )
    expect(contract.party).toBe('mch_big')
    const effectiveAt = new Date('2026-05-01T04:00:00Z')
    await world.engine.charge(world.tenant, { of: payment('100.00', 'mch_big'), effectiveAt })
    await world.engine.charge(world.tenant, { of: payment('100.00', 'mch_1'), effectiveAt })
    const found = await run(restaurantsAt('0.01'), { from: '2026-05-01', to: '2026-05-02' })
    expect(found.unpriced).toEqual([])
    expect(found.total).toMatchObject({
      events: 2,
      changed: 1,
      revenueBefore: parseMicros('1.30'),
      revenueAfter: parseMicros('1.70'),
    })
  })

  it('refuses an invalid card with a fault per field', async () => {
    const card = changed('apis/ocr', (terms) => ({ ...terms, call: { model: 'per_unit', price: '-x' } }))
    await expect(run(card)).rejects.toMatchObject({
      code: 'rate_card_invalid',
      errors: [expect.objectContaining({ pointer: expect.stringMatching(/^\/products\/apis~1ocr\/call/) })],
    })
    await expect(run({ currency: 'CNY', products: { 'ads/nothing': {} } })).rejects.toMatchObject({
      code: 'rate_card_invalid',
    })
  })

  it('reports nothing for a period without charges', async () => {
    const found = await run(defaultCard(lines), { from: '2001-01-01', to: '2001-02-01' })
    expect(found).toMatchObject({ events: 0, rows: [], days: [] })
  })
})

describe('memory', () => {
  it('stays bounded over 25,000 charges', async () => {
    await fill(25_000)
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const card = restaurantsAt('0.01')
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    const held: number[] = []
    const found = await run(
      card,
      {},
      {
        threads: 0,
        progress: () => {
          collectGarbage()
          held.push((process.memoryUsage().heapUsed - before) / 1e6)
        },
      },
    )
    expect(found.total.events).toBeGreaterThan(25_000)
    expect(held.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...held)).toBeLessThan(5)
  }, 60_000)
})

const payment = (amount: string, merchant: string) => ({
  line: 'payments',
  product: 'scan-pay',
  event: { payer: 'usr_1', merchant, amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
})

async function insertOld(line: string, product: string, event: string | null, at: Date): Promise<void> {
  await world.db.query(
    `INSERT INTO charge (tenant, id, batch, line, product, payer, unit, captured, effective_at, recorded_at, draft, event,
                         rate_card, revenue, cost, actor)
     VALUES ($1, $2, 1, $3, $4, 'usr_1', 'CNY', 0, $5, $5, '{}', $6::text, CASE WHEN $6::text IS NULL THEN NULL ELSE 1 END, 0, 0, 'test')`,
    [world.tenant, newUuid(), line, product, at, event],
  )
}
