/**
 * The tables of the eight lines and the platform report, compared with figures computed by hand for a few events in
 * January 2025.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { decimal } from '../engine/report-cells.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { formatMicros, parseMicros } from '../money/amount.ts'
import { foldRollups } from '../rollups/fold.ts'
import { listDebts } from '../settlement/debts.ts'
import { putActiveUsers, userMonths } from './active-users.ts'
import { reportDebts } from './debts.ts'
import type { Figures } from './figures.ts'
import { reportLine } from './line-report.ts'
import { reportRefunds } from './refunds.ts'
import { reportSeries } from './series.ts'
import { reportWhole } from './whole.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await fill()
})
afterAll(() => world.close())

const JANUARY = { from: '2025-01-01', to: '2025-02-01' }
const cny = (amount: string) => ({ amount, currency: 'CNY' })

async function charge(name: string, event: object, at = '2025-01-15T12:00:00Z') {
  const [line, product] = name.split('/') as [string, string]
  return (await world.engine.charge(world.tenant, { of: { line, product, event }, effectiveAt: new Date(at) })).charge
}

async function refund(id: Uuid, amount: string | null, reason: string | null, at: string) {
  await world.engine.refund(world.tenant, {
    charge: uuidToId('chg', id),
    ask: amount === null ? {} : { amount: parseMicros(amount) },
    reason,
    reference: null,
    effectiveAt: new Date(at),
    previewHash: null,
  })
}

async function fill(): Promise<void> {
  const examples = lines.all.flatMap(({ products }) => products.flatMap(({ example }) => example.parties))
  const known = new Map(examples.map((party) => [party.id, party]))
  await Promise.all([
    ...[...known.values()].map(({ id, attributes, kind }) => world.party(id, { ...attributes }, kind)),
    world.party('cmp_1', { industry: 'finance' }),
    world.party('cmp_2', { industry: 'finance' }),
    world.party('cmp_3', { industry: 'education' }),
    world.party('dev_a', { industry: 'healthcare' }),
    world.fund('adv_1/wallet', '1000.00'),
    world.fund('dev_a/wallet', '9000.00'),
    world.fund('dev_b/wallet', '9000.00'),
    world.db.transaction((tx) => putActiveUsers(tx, '2025-01-01', 50n)),
  ])
  await Promise.all([consumerLines(), companyLines()])
  await foldRollups(world.db, 3) // some deltas are folded, some aren't
  await tradeLines()
}

async function consumerLines(): Promise<void> {
  const traffic = [
    { id: 'shown', basis: 'cpm', count: 3100, price: cny('30.00') },
    { id: 'clicked', basis: 'cpc', count: 12, price: cny('0.85'), shown: 620 },
  ]
  const sticker = (payer: string, price: string, quantity: number) =>
    charge('goods/sticker', { payer, items: [{ id: 'cats', price: cny(price), quantity, creator: 'crt_artist' }] })
  const tip = (amount: string, at: string) =>
    charge('goods/tip', { payer: 'usr_3', creator: 'crt_singer', amount: cny(amount) }, at)
  await Promise.all([
    charge('ads/feed', { advertiser: 'adv_1', campaign: 'a', publisher: 'pub_account', traffic }),
    sticker('usr_1', '6.00', 1),
    sticker('usr_1', '12.00', 2),
    sticker('usr_2', '6.00', 1),
    // The first minute of January in Shanghai, and the first of February, which is outside of the period.
    tip('10.00', '2024-12-31T16:00:00Z'),
    tip('99.00', '2025-01-31T16:00:00Z'),
  ])
}

async function companyLines(): Promise<void> {
  const pay = { payer: 'usr_1', merchant: 'mch_1', amount: cny('200.00'), channel: 'sandbox' }
  const term = (customer: string, from: string, to: string) =>
    charge('enterprise/archive', { customer, from, to }, `${from}T00:00:00Z`)
  const [first, given] = await Promise.all([
    charge('payments/scan-pay', pay),
    term('cmp_3', '2025-01-16', '2025-02-16'),
    charge('payments/scan-pay', pay, '2024-01-20T00:00:00Z'),
    charge('payments/card-repayment', lines.line('payments').products[1]!.example.event as object),
    charge('payments/wealth', lines.line('payments').products[2]!.example.event as object),
    term('cmp_1', '2024-12-01', '2025-01-01'),
    term('cmp_1', '2025-01-01', '2025-02-01'),
    term('cmp_2', '2024-12-01', '2025-01-01'),
    term('cmp_3', '2024-12-16', '2025-01-16'),
    charge('apis/ocr', { developer: 'dev_a', calls: 4100, failed: 100 }),
    charge('apis/compute', { developer: 'dev_b', gigabytes: '16', seconds: 86_400 }),
    charge('apis/semantic', { developer: 'dev_a', month: '2025-01', reserved: 10, peak: 12 }),
  ])
  await refund(first.id, '50.00', 'not_received', '2025-01-20T00:00:00Z')
  await refund(first.id, null, 'It broke', '2025-02-02T00:00:00Z')
  await refund(given.id, null, 'not_wanted', '2025-01-17T00:00:00Z')
}

async function tradeLines(): Promise<void> {
  const order = lines.line('commerce').products[0]!.example.event as object
  const beauty = [{ id: 'r', category: 'beauty', price: cny('100.00'), quantity: 1 }]
  await Promise.all([
    charge('commerce/commission', order),
    charge('commerce/commission', { ...order, items: beauty }),
    charge('commerce/commission', { ...order, shipping: undefined, promoter: undefined }, '2024-01-10T00:00:00Z'),
    charge('commerce/live-slot', { seller: 'sel_tea', minutes: 90, pricePerHour: cny('2000.00') }),
    charge('crossborder/overseas-pay', lines.line('crossborder').products[0]!.example.event as object),
    charge('crossborder/remittance', lines.line('crossborder').products[1]!.example.event as object),
  ])
}

/** Returns the cells of a product: figures where available, otherwise text. */
async function cells(line: string, product: string, range = JANUARY): Promise<Record<string, unknown>> {
  const { rows } = await reportLine(world.db, line, range)
  const row = rows.find((each) => each.product === product)!
  return Object.fromEntries(
    Object.entries(row.cells).map(([id, { text, value, money }]) => {
      if (value) return [id, decimal(value, 6)]
      if (money) return [id, [...money].map(([unit, amount]) => `${formatMicros(amount, unit)} ${unit}`).join(' ')]
      return [id, text.en]
    }),
  )
}

describe('the eight tables', () => {
  it('have the required columns for all of their products, in both languages', () => {
    const columns = Object.fromEntries(lines.all.map(({ id, report }) => [id, report.columns.map((c) => c.id)]))
    expect(columns).toEqual({
      ads: ['product', 'billing', 'strength', 'impressions_per_day'],
      goods: ['product', 'price_range', 'units_per_month', 'user_penetration'],
      payments: ['product', 'rate', 'volume_per_month', 'cost_share'],
      enterprise: ['module', 'price', 'target_customers', 'renewal_rate'],
      commerce: ['stage', 'take_rate', 'typical_sellers', 'growth_per_year'],
      data: ['product', 'pricing', 'customers', 'compliance_risk'],
      crossborder: ['product', 'fee', 'main_markets', 'growth_per_year'],
      apis: ['service', 'unit', 'unit_price', 'customer_industries'],
    })
    for (const { products, report } of lines.all) {
      const { columns, rows } = report
      expect(rows.map(({ product }) => product)).toEqual(products.map(({ id }) => id))
      for (const { title, note } of columns) for (const { zh } of [title, note]) expect(zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it('ads: impressions per day', async () => {
    expect(await cells('ads', 'feed')).toMatchObject({
      product: 'Social-feed ad',
      billing: 'CPC + CPM',
      impressions_per_day: '120',
    })
    expect(await cells('ads', 'article')).toMatchObject({ billing: 'CPC', impressions_per_day: '0' })
  })

  it('goods: price band, average, units per month, penetration', async () => {
    const { rows } = await reportLine(world.db, 'goods', JANUARY)
    const { price_range: price, user_penetration: penetration } = rows[0]!.cells
    expect(price!.text.en).toBe('6–18 (9.00 CNY on average)')
    expect(penetration!.text.en).toBe('4%')
    expect(penetration!.reference).toMatchObject({ value: '0.12', text: { en: '12%' } })
    expect(await cells('goods', 'sticker')).toMatchObject({
      price_range: '9.00 CNY',
      units_per_month: '4',
      user_penetration: '0.04',
    })
    expect(await cells('goods', 'sticker', { from: '2025-01-01', to: '2025-01-16' })).toMatchObject({
      units_per_month: decimal({ numerator: 4n * 31n, denominator: 15n }, 6),
    })
    expect(await cells('goods', 'tip')).toMatchObject({ units_per_month: '1', price_range: '10.00 CNY' })
    expect(await cells('goods', 'game-item')).toMatchObject({ units_per_month: '0', user_penetration: '0' })
  })

  it('payments: rate, volume, cost share', async () => {
    expect(await cells('payments', 'scan-pay')).toMatchObject({
      rate: '0.006',
      volume_per_month: '200.00 CNY',
      cost_share: '0.35',
    })
    expect(await cells('payments', 'card-repayment')).toMatchObject({
      rate: '0.001',
      volume_per_month: '3000.00 CNY',
      cost_share: '0.08',
    })
    expect(await cells('payments', 'wealth')).toMatchObject({
      rate: '0.01',
      volume_per_month: '1177.419355 CNY',
      cost_share: '0.25',
    })
    const { rows } = await reportLine(world.db, 'payments', JANUARY)
    expect(rows[0]!.cells.rate!.text).toEqual({ en: '0.6%–1.2% (0.6%)', zh: '0.6%–1.2%（0.6%）' })
  })

  it('enterprise: price, industries, renewals', async () => {
    // Ended in January: cmp_1 and cmp_2 on the 1st, cmp_3 on the 16th, whose next term was refunded.
    expect(await cells('enterprise', 'archive')).toMatchObject({
      module: 'Conversation archive (compliance)',
      price: '1000 CNY per month',
      target_customers: 'education 50%, finance 50%',
      renewal_rate: '0.333333',
    })
    expect(await cells('enterprise', 'contact-api')).toMatchObject({ renewal_rate: '–', target_customers: '–' })
  })

  it('commerce: take rates, typical goods, growth', async () => {
    expect(await cells('commerce', 'commission')).toMatchObject({
      stage: 'Mini-program sales commission',
      take_rate: decimal({ numerator: 32n, denominator: 300n }, 6),
      typical_sellers: 'apparel 67%, beauty 33%',
      // 20 + 12 and twice 0.60 of shipping, compared with 20.
      growth_per_year: '0.66',
    })
    expect(await cells('commerce', 'live-slot')).toMatchObject({ take_rate: '2000.00 CNY', growth_per_year: '–' })
    expect(await cells('commerce', 'logistics-share')).toMatchObject({ take_rate: '0.05' })
    const { kpis } = await reportLine(world.db, 'commerce', JANUARY)
    expect(kpis.map(({ id, cell }) => [id, cell.text.en])).toEqual([
      ['return_on_promotion', '30'],
      ['promoted_share', '100%'],
    ])
  })

  it('data: risk and price from the rate card', async () => {
    expect(await cells('data', 'audience-report')).toMatchObject({ compliance_risk: 'medium' })
    expect(await cells('data', 'training-set')).toMatchObject({ compliance_risk: 'high', pricing: '' })
    const { rows } = await reportLine(world.db, 'data', JANUARY)
    expect(rows.map(({ cells }) => cells.pricing!.text.en)).toEqual(['≥ 50000', '100000', '≥ 100000'])
  })

  it('crossborder: fee, markets, separate figures per currency', async () => {
    expect(await cells('crossborder', 'overseas-pay')).toMatchObject({ main_markets: 'JP 100%', fee: '0.029136' })
    expect(await cells('crossborder', 'remittance')).toMatchObject({
      main_markets: 'DE 100%',
      fee: decimal({ numerator: 9806n + 1500n, denominator: 500_000n }, 6),
    })
    const { total, rows } = await reportLine(world.db, 'crossborder', JANUARY)
    expect(rows[0]!.cells.fee!.text.en).toBe('1.5%–3% + exchange 3% (2.91%)')
    expect(total.map(short)).toEqual([
      // The markup of both and the fee of the remittance; the exchanged amount is on the position account.
      { unit: 'CNY', charges: 2n, captured: '5578.56', revenue: '129.48', paidOut: '0.00' },
      { unit: 'EUR', charges: 0n, captured: '0.00', revenue: '0.00', paidOut: '614.07' },
      { unit: 'JPY', charges: 0n, captured: '0', revenue: '256', paidOut: '12544' },
    ])
  })

  it('apis: units, average unit price, buyers', async () => {
    expect(await cells('apis', 'ocr')).toMatchObject({
      service: 'OCR API',
      unit: 'call',
      unit_price: '0.005 CNY',
      customer_industries: 'healthcare 100%',
    })
    expect(await cells('apis', 'compute')).toMatchObject({
      unit: 'GB-hour',
      unit_price: '0.08 CNY',
      customer_industries: 'industry unknown 100%',
    })
    expect(await cells('apis', 'semantic')).toMatchObject({ unit_price: '300.00 CNY' })
  })
})

function short({ unit, charges, captured, revenue, paidOut }: Figures) {
  const text = (micros: bigint) => formatMicros(micros, unit)
  return { unit, charges, captured: text(captured), revenue: text(revenue), paidOut: text(paidOut) }
}

describe('amounts', () => {
  it('of a line: growth, refunds on their own day, payouts', async () => {
    const { total } = await reportLine(world.db, 'payments', JANUARY)
    // scan-pay 200.00 (fee 1.20), of which 50.00 refunded; card 3000.00 and 3.00; wealth 3.50, of which 1.80 to the
    // holder.
    expect(total).toHaveLength(1)
    const [figures] = total as [Figures]
    expect(short(figures)).toEqual({
      unit: 'CNY',
      charges: 3n,
      captured: '3206.50',
      revenue: '5.60',
      paidOut: '3150.90',
    })
    expect(formatMicros(figures.refunded, 'CNY')).toBe('50.00')
    expect(decimal(figures.refundRate!, 6)).toBe(decimal({ numerator: 5000n, denominator: 320_650n }, 6))
    expect(decimal(figures.growth.yearBefore!, 6)).toBe(decimal({ numerator: 440n, denominator: 120n }, 6))
    expect(figures.growth.previousPeriod).toBeNull()
    const february = await reportLine(world.db, 'payments', { from: '2025-02-01', to: '2025-03-01' })
    expect(february.total.map(short)).toEqual([
      { unit: 'CNY', charges: 0n, captured: '0.00', revenue: '-0.90', paidOut: '-149.10' },
    ])
  })

  it('of the platform equal those of its lines, and users differ from payers', async () => {
    const found = await reportWhole(world.db, JANUARY)
    const sum = (of: (figures: Figures) => bigint) =>
      found.lines
        .flatMap(({ figures }) => figures.filter(({ unit }) => unit === 'CNY'))
        .reduce((all, each) => all + of(each), 0n)
    const all = found.total.find(({ unit }) => unit === 'CNY')!
    expect(all.revenue).toBe(sum(({ revenue }) => revenue))
    expect(all.captured).toBe(sum(({ captured }) => captured))
    const { users, layers, funnel } = found
    // Payers: usr_1 2 3, adv_1, fnd_tide, cmp_1, cmp_3, dev_a, dev_b, sel_tea. Repeat payers: usr_1, dev_a.
    expect(users).toMatchObject({ active: 50n, basis: 'reported', payers: 10n, repeatPayers: 2n })
    expect(layers.free.users).toBe(40n)
    expect(decimal(layers.paid.share!, 2)).toBe('0.2')
    expect([...found.arpu][0]).toEqual(['CNY', all.revenue / 50n + (2n * (all.revenue % 50n) >= 50n ? 1n : 0n)])
    const share = layers.ecosystem.share.get('CNY')!
    expect(decimal(share, 6)).toBe(decimal({ numerator: all.paidOut, denominator: all.paidOut + all.revenue }, 6))
    expect(funnel.map(({ id, count }) => [id, count])).toEqual([
      ['quotes', 0n],
      ['quoted', 0n],
      ['charges', all.charges],
      ['refunds', 2n],
      ['active', 50n],
      ['paying', 10n],
      ['repeat', 2n],
    ])
    const before = await reportWhole(world.db, { from: '2024-12-01', to: '2025-01-01' })
    expect(before.users).toMatchObject({ active: 3n, basis: 'payers', payers: 3n })
    expect(await reportWhole(world.db, { from: '2024-12-31', to: '2025-01-02' })).toMatchObject({
      users: { months: ['2024-12-01', '2025-01-01'], active: 53n, basis: 'mixed' },
    })
    // Fewer users were reported than paid: every payer is a user, so the payers are counted and the report notes it.
    const january = { from: '2025-01-01', to: '2025-02-01' }
    const said = (users: bigint) => [{ month: '2025-01-01', users, updatedAt: new Date() }]
    const paid = [{ month: '2025-01-01', line: '', product: '', payers: 10n, repeatPayers: 2n }]
    expect(userMonths(january, said(9n), paid)).toMatchObject({ active: 10n, basis: 'payers', payers: 10n })
    expect(userMonths(january, said(10n), paid)).toMatchObject({ active: 10n, basis: 'reported' })
    expect(userMonths({ ...january, to: '2025-03-01' }, said(9n), paid)).toMatchObject({ active: 10n, basis: 'payers' })
  })

  it('are available by day, week and month', async () => {
    const tips = { line: 'goods', product: 'tip', group: 'none', measure: 'units' } as const
    const byMonth = await reportSeries(world.db, { ...tips, by: 'month', from: '2024-12-15', to: '2025-02-02' })
    const [one] = byMonth.series
    expect(one!.points.map(({ start, figures, measure }) => [start, figures?.captured ?? 0n, measure])).toEqual([
      ['2024-12-01', 0n, 0n],
      ['2025-01-01', parseMicros('10'), 1n],
      ['2025-02-01', parseMicros('99'), 1n],
    ])
    const byWeek = await reportSeries(world.db, { ...tips, by: 'week', from: '2025-01-01', to: '2025-02-03' })
    expect(byWeek.series[0]!.points.map(({ start, measure }) => [start, measure])).toEqual([
      ['2024-12-30', 1n],
      ['2025-01-06', 0n],
      ['2025-01-13', 0n],
      ['2025-01-20', 0n],
      ['2025-01-27', 1n],
    ])
    const grouped = await reportSeries(world.db, { by: 'day', group: 'product', line: 'goods', ...JANUARY })
    expect(grouped.series.map(({ product, unit, points }) => [product, unit, points.length])).toEqual([
      ['sticker', 'CNY', 31],
      ['tip', 'CNY', 31],
    ])
    await expect(
      reportSeries(world.db, { ...tips, by: 'day', from: '2020-01-01', to: '2025-01-01' }),
    ).rejects.toMatchObject({
      code: 'report_period_invalid',
    })
  })

  it('refunded are broken down by product and reason', async () => {
    const { products, reasons, rows } = await reportRefunds(world.db, JANUARY)
    expect(
      rows.map(({ line, product, reason, refunded }) => [line, product, reason, formatMicros(refunded, 'CNY')]),
    ).toEqual([
      ['enterprise', 'archive', 'not_wanted', '1051.84'],
      ['payments', 'scan-pay', 'not_received', '50.00'],
    ])
    expect(reasons.map(({ reason, share }) => [reason, decimal(share!, 4)])).toEqual([
      ['not_wanted', '0.9546'],
      ['not_received', '0.0454'],
    ])
    const scanPay = products.find(({ product }) => product === 'scan-pay')!
    expect(decimal(scanPay.figures.refundRate!, 4)).toBe('0.25')
    const february = await reportRefunds(world.db, { from: '2025-02-01', to: '2025-03-01' }, 'payments')
    expect(february.reasons.map(({ reason }) => reason)).toEqual(['other'])
    await expect(reportRefunds(world.db, JANUARY, 'nothing')).rejects.toMatchObject({ code: 'line_unknown' })
  })

  it('owed are broken down by age, with the oldest debt paid first', async () => {
    await world.party('mch_owes', { merchantCategory: 'restaurant' })
    const first = await world.pay('100.00', { merchant: 'mch_owes' })
    const second = await world.pay('60.00', { merchant: 'mch_owes' })
    await world.drain('mch_owes/balance', '159.04')
    for (const { id } of [first, second]) await refund(id, null, null, new Date(Date.now() + 0).toISOString())
    const owed = formatMicros(parseMicros('159.04'), 'CNY')
    // The first of the two debts was incurred a hundred days ago.
    await world.database.system.execute('ALTER TABLE transfer DISABLE TRIGGER USER')
    await world.db.execute(
      `UPDATE transfer SET effective_at = effective_at - interval '100 days'
       WHERE (batch, n) = (SELECT batch, n FROM transfer WHERE kind = 'debt' ORDER BY batch, n LIMIT 1)`,
    )
    const { totals, debts } = await reportDebts(world.db, 10)
    expect(debts).toHaveLength(1)
    const [debt] = debts as [(typeof debts)[number]]
    expect([debt.party, debt.kind, formatMicros(debt.amount, 'CNY')]).toEqual(['mch_owes', 'debt', owed])
    expect(debt.ages.upTo30 + debt.ages.older).toBe(debt.amount)
    expect([debt.ages.upTo30 > 0n, debt.ages.older > 0n]).toEqual([true, true])
    expect(totals).toEqual([{ kind: 'debt', unit: 'CNY', parties: 1, amount: debt.amount, ages: debt.ages }])
    expect((await listDebts(world.db, { party: 'mch_owes' }, 10))[0]!.ages).toEqual(debt.ages)
    // New earnings repay the older debt first.
    await world.pay('30.00', { merchant: 'mch_owes' })
    const after = (await reportDebts(world.db, 10)).debts[0]!
    expect(after.ages.upTo30).toBe(debt.ages.upTo30)
    expect(after.ages.older).toBe(debt.ages.older - parseMicros('29.82'))
  })
})

it('a report refuses an unknown line and an invalid period', async () => {
  await expect(reportLine(world.db, 'toString', JANUARY)).rejects.toMatchObject({
    code: 'line_report_unknown',
  })
  for (const [from, to] of [
    ['2025-01-02', '2025-01-02'],
    ['2025-02-30', '2025-03-02'],
    ['2025-1-1', '2025-03-02'],
    ['2000-01-01', '2025-03-02'],
  ] as const) {
    await expect(reportWhole(world.db, { from, to })).rejects.toMatchObject({ code: 'report_period_invalid' })
  }
})
