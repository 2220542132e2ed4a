/** A small demo world: deterministic for a seed, with correct books and no empty cell in any report. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testSeal } from '../../test/api-server.ts'
import { makeWorld, type World } from '../../test/world.ts'
import { type Contract, listContracts } from '../catalog/contract.ts'
import { listRateCards } from '../catalog/rate-card.ts'
import { checkBooks } from '../charges/check.ts'
import type { Cell } from '../engine/report.ts'
import { OF_USERS } from '../lines/goods/demo.ts'
import { lines } from '../lines/index.ts'
import { reportDebts } from '../reports/debts.ts'
import { reportLine } from '../reports/line-report.ts'
import { checkRollups } from '../reports/rebuild.ts'
import { reportRefunds } from '../reports/refunds.ts'
import { reportWhole } from '../reports/whole.ts'
import { countDifferences, listRuns } from '../settlement/reconciliation/record.ts'
import { createTenant } from '../tenants/tenants.ts'
import { type Filled, type FillProgress, fillDemo } from './fill.ts'
import { readStanding, writeStanding } from './progress.ts'
import { FULL, MIN_CHARGES, type PlannedCharge, Schedule } from './schedule.ts'

const UNTIL = new Date('2026-11-20T12:00:00Z')
/** The world ends now, so that its refund requests are within their windows. */
const NOW = new Date(Date.now() - 60_000)
const day = (after: number) => new Date(NOW.getTime() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10)
/**
 * The latest morning of the first of a month in Shanghai: the month before is complete, and this one has hardly begun.
 */
const FIRST_OF_MONTH = new Date(`${NOW.toISOString().slice(0, 7)}-01T00:00:00Z`)
const YEAR = { from: day(-364), to: day(1) }
/** The last disputes and refunds of the world take place when it is filled, which may be the day after {@link NOW}. */
const FILLED = { from: day(-364), to: day(2) }
const settings = { seed: 7, charges: MIN_CHARGES, until: UNTIL, timeZone: 'Asia/Shanghai' }

const plain = (schedule: Schedule) =>
  JSON.stringify(
    schedule.days.flatMap((day) => schedule.traffic(day)),
    withBigints,
  )
const withBigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)

describe('the plan', () => {
  it('is deterministic for a seed and differs between seeds', () => {
    const text = plain(new Schedule(settings))
    expect(plain(new Schedule(settings))).toBe(text)
    expect(plain(new Schedule({ ...settings, seed: 8 }))).not.toBe(text)
  })

  it('is independent of the order in which days are planned, so that filling can resume at any day', () => {
    const schedule = new Schedule(settings)
    const reversed = schedule.days.toReversed().map((day) => schedule.traffic(day))
    expect(JSON.stringify(reversed.reverse().flat(), withBigints)).toBe(plain(new Schedule(settings)))
  })

  it('has the requested number of charges, each with a unique key, in order, never in the future', () => {
    const schedule = new Schedule({ ...settings, charges: 20_000 })
    const all = schedule.days.flatMap((day) => schedule.traffic(day))
    expect(all).toHaveLength(20_000)
    expect(new Set(all.map(({ key }) => key)).size).toBe(20_000)
    const times = all.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(UNTIL.getTime())
    for (const { refund, at } of all) {
      if (!refund) continue
      expect(refund.at.getTime()).toBeGreaterThan(at.getTime())
      expect(refund.at.getTime()).toBeLessThanOrEqual(UNTIL.getTime())
    }
  })

  it('follows the seasons: covers for the Spring Festival, orders on 11 November, terms on the first', () => {
    const schedule = new Schedule({ ...settings, charges: 60_000 })
    const count = (product: string, is: (date: string) => boolean) =>
      schedule.days
        .filter(({ date }) => is(date))
        .flatMap((day) => schedule.traffic(day))
        .filter((charge: PlannedCharge) => charge.of.product === product).length
    const covers = (month: string) => count('red-envelope-cover', (date) => date.startsWith(month))
    expect(covers('2026-02')).toBeGreaterThan(2.5 * covers('2026-05'))
    const orders = (date: string) => count('commission', (each) => each === date)
    expect(orders('2026-11-11')).toBeGreaterThan(3 * orders('2026-10-20'))
    expect(count('archive', (date) => date.startsWith('2026-05'))).toBe(
      count('archive', (date) => date === '2026-05-01'),
    )
  })
})

describe('the world', () => {
  let world: World
  let filled: Filled
  beforeAll(async () => {
    world = await makeWorld()
    filled = await fill()
  }, 120_000)
  afterAll(() => world.close())

  const filling = { seed: 7, charges: MIN_CHARGES, seal: testSeal }
  const fill = (more: object = {}) =>
    fillDemo(world.engine, world.tenant, 'Asia/Shanghai', { ...filling, until: NOW, ...more })

  it('contains all charges of the plan, and the books are correct', async () => {
    expect(filled).toMatchObject({ made: { charges: MIN_CHARGES }, interrupted: false })
    expect(filled.made.refunds).toBeGreaterThan(40)
    expect((await checkBooks(world.db)).faults).toEqual([])
    expect((await checkRollups(world.db)).faults).toEqual([])
  })

  it.each(lines.all)('leaves no cell of the report on $id empty', async ({ id: line }) => {
    const { rows, columns } = await reportLine(world.db, line, YEAR)
    const empty = rows.flatMap(({ product, cells }) =>
      columns.filter(({ id }) => isEmpty(cells[id])).map(({ id }) => `${product} ${id}`),
    )
    // A live slot has no category of goods.
    expect(empty).toEqual(line === 'commerce' ? ['live-slot typical_sellers'] : [])
  })

  it('matches the proportions of the reference figures', async () => {
    const millionths = MIN_CHARGES / FULL / 1e6
    const { users } = new Schedule({ ...settings, until: NOW }).world
    const found = new Map<string, number>()
    for (const line of ['ads', 'goods', 'payments', 'enterprise'] as const) {
      for (const { product, cells } of (await reportLine(world.db, line, YEAR)).rows) {
        for (const [column, cell] of Object.entries(cells)) {
          if (!cell.reference?.value) continue
          const reference = Number(cell.reference.value)
          const isShare = /penetration|renewal|share/.test(column)
          // Goods are sized by the users of this world (docs/decisions/0018-demo-world.md).
          const scale = isShare ? 1 : column === 'units_per_month' ? (60 / 1e6) * (users / OF_USERS) : millionths
          found.set(`${product} ${column}`, numberOf(cell) / (reference * scale))
        }
      }
    }
    expect([...found.keys()]).toHaveLength(3 + 6 + 6 + 3)
    for (const [name, ratio] of found) expect(Math.abs(ratio - 1), `${name}: ${ratio}`).toBeLessThan(0.2)
  })

  it('has refunds with reasons, disputes in every state, debts, payouts, users, quotes, and a queue', async () => {
    const reasons = (await reportRefunds(world.db, FILLED)).reasons.map(({ reason }) => reason)
    for (const reason of ['changed-mind', 'not-as-described', 'chargeback']) expect(reasons).toContain(reason)
    const states = await world.db.query<{ status: string }>(
      'SELECT DISTINCT status FROM dispute WHERE tenant = $1 ORDER BY status',
      [world.tenant],
    )
    expect(states.map(({ status }) => status)).toEqual(['lost', 'open', 'won'])
    expect((await reportDebts(world.db, 10)).debts.length).toBeGreaterThan(0)
    const { users } = await reportWhole(world.db, YEAR)
    const { funnel } = await reportWhole(world.db, FILLED)
    // Payers never exceed users in any month (src/reports/active-users.ts).
    expect(users.basis).toBe('reported')
    for (const { id, count } of funnel) expect(count, id).toBeGreaterThan(0n)
    const queue = await world.db.query<{ status: string }>(
      'SELECT DISTINCT status FROM refund_request WHERE tenant = $1 ORDER BY status',
      [world.tenant],
    )
    const payouts = await world.db.query<{ status: string }>('SELECT DISTINCT status FROM payout WHERE tenant = $1', [
      world.tenant,
    ])
    // Which of them have a payable balance today depends on the day of the month.
    expect(payouts.length).toBeGreaterThan(0)
    expect(queue.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['declined', 'done', 'needs-evidence', 'requested', 'withdrawn']),
    )
  })

  it('has past and future price changes, and contracts in every state', async () => {
    const cards = await listRateCards(world.db)
    expect(cards.map(({ effectiveAt }) => Math.sign(effectiveAt.getTime() - NOW.getTime()))).toEqual([1, -1, -1])
    const found = await listContracts(world.db, {}, 10)
    // At the end of the world: their current status may differ, as the next month may have begun.
    const statusAt = (contract: Contract) => {
      if (contract.effectiveAt > NOW) return 'scheduled'
      return contract.until && contract.until <= NOW ? 'ended' : 'in-force'
    }
    expect(found.map(statusAt)).toEqual(['in-force', 'in-force', 'scheduled', 'ended', 'in-force'])
    const byContract = await world.db.query('SELECT 1 FROM charge WHERE tenant = $1 AND contract IS NOT NULL LIMIT 1', [
      world.tenant,
    ])
    expect(byContract).toHaveLength(1)
  })

  it('has a provider with refunds in every state and bills with differences, without a running provider', async () => {
    const counted = async (table: string, column = 'status') => {
      const rows = await world.db.query<{ value: string; n: bigint }>(
        `SELECT ${column} AS value, count(*) AS n FROM ${table} WHERE tenant = $1 GROUP BY 1`,
        [world.tenant],
      )
      return Object.fromEntries(rows.map(({ value, n }) => [value, Number(n)]))
    }
    expect(await counted('gateway_refund')).toEqual({ succeeded: 4, processing: 2, abnormal: 2, closed: 2, queued: 1 })
    expect(await counted('payment')).toEqual({ charged: 3, closed: 1, failed: 1, created: 1 })
    const runs = await listRuns(world.db, { status: 'completed' }, 10)
    const found = await countDifferences(
      world.db,
      runs.map(({ id }) => id),
    )
    expect(runs.map(({ id }) => found.get(id))).toEqual([
      { proposed: 4, executing: 0, done: 1, declined: 0, alerts: 2 },
      { proposed: 0, executing: 0, done: 0, declined: 0, alerts: 0 },
    ])
    expect(await counted('reconciliation_difference', 'class')).toEqual({
      ...{ amount_differs: 1, fee_differs: 1, missing_here: 2, missing_there: 1 },
    })
    expect(await counted('bulk_refund')).toEqual({ done: 1, ready: 1 })
    expect(await counted('gift')).toEqual({ open: 5, closed: 1 })
    expect(await counted('debt_entry', 'action')).toEqual({ 'write-off': 1, repay: 1 })
    expect(await counted('webhook_endpoint', 'enabled::text')).toEqual({ false: 1 })
  })

  it('is filled once: repeating creates nothing, and another world is refused', async () => {
    expect(await fill()).toMatchObject({ made: { charges: 0, refunds: 0 }, interrupted: false })
    await expect(fill({ seed: 8 })).rejects.toMatchObject({ code: 'demo_differs' })
    await expect(fill({ charges: 10 })).rejects.toMatchObject({ code: 'demo_size_invalid' })
    expect(await readStanding(world.db)).toMatchObject({ finished: true, seed: 7 })
  })

  it('creates its last days once, even if interrupted during them', async () => {
    const TABLES = ['charge', 'refund', 'gateway_refund', 'payment', 'reconciliation', 'reconciliation_difference']
    const MORE = ['bulk_refund_row', 'claim', 'debt_entry', 'dispute', 'payout', 'refund_request', 'webhook_endpoint']
    const count = async () =>
      (
        await world.db.query(
          `SELECT ${[...TABLES, ...MORE].map((table) => `(SELECT count(*) FROM ${table} WHERE tenant = $1) AS ${table}`).join(', ')}`,
          [world.tenant],
        )
      )[0]
    const before = await count()
    await writeStanding(world.db, { ...(await readStanding(world.db))!, finished: false })
    expect(await fill()).toMatchObject({ made: { charges: 0, refunds: 0 }, interrupted: false })
    expect(await count()).toEqual(before)
  })

  it('writes off and repays a third of the debts caused by its own refunds', async () => {
    const entries = await world.db.query<{ party: string; action: string; amount: bigint }>(
      'SELECT party, action, amount FROM debt_entry WHERE tenant = $1 ORDER BY action DESC',
      [world.tenant],
    )
    const refunds = await world.db.query<{ party: string; third: bigint }>(
      `SELECT c.payee AS party, r.amount / 30000 * 10000 AS third FROM refund r
         JOIN charge c ON c.tenant = $1 AND c.id = r.charge
       WHERE r.tenant = $1 AND r.idempotency_key = ANY ($2::text[]) ORDER BY r.idempotency_key`,
      [world.tenant, ['demo 7 debt 0', 'demo 7 debt 1']],
    )
    expect(entries.map(({ party, action }) => ({ party, action }))).toEqual([
      { party: refunds[0]!.party, action: 'write-off' },
      { party: refunds[1]!.party, action: 'repay' },
    ])
    for (const [n, { amount }] of entries.entries()) expect(amount).toBeLessThanOrEqual(refunds[n]!.third)
  })

  it('refuses a tenant that has other charges', async () => {
    const { id } = await createTenant(world.database, 'used', 'Asia/Shanghai')
    const event = { payer: 'usr_1', scene: 'reading', from: '2026-01-01', to: '2026-02-01' }
    await world.engine.charge(id, { of: { line: 'goods', product: 'membership', event } })
    await expect(fillDemo(world.engine, id, 'Asia/Shanghai', { ...filling, until: NOW })).rejects.toMatchObject({
      code: 'demo_tenant_used',
    })
  })

  it.each([
    ['now', NOW],
    ['on the first of a month', FIRST_OF_MONTH],
  ])(
    'ends with the same charges and balances after being interrupted and resumed, ending %s',
    async (_, until) => {
      const [whole, inTwo] = await withinOneDay(() => Promise.all([fillWhole(until), fillInTwo(until)]))
      expect(await sums(inTwo)).toEqual(await sums(whole))
    },
    120_000,
  )

  /**
   * Runs work within one day, because the last disputes, orders and requests of a world follow the prices and rules of
   * the day on which it is filled.
   */
  async function withinOneDay<T>(work: () => Promise<T>): Promise<T> {
    const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
    for (;;) {
      const before = today()
      const result = await work()
      if (today() === before) return result
    }
  }

  const newTenant = async () => (await createTenant(world.database, `demo-${randomUUID()}`, 'Asia/Shanghai')).id

  async function fillWhole(until: Date): Promise<number> {
    const id = await newTenant()
    await fillDemo(world.engine, id, 'Asia/Shanghai', { ...filling, until })
    return id
  }

  /** Fills a tenant with a quarter of the charges, stops, and fills the rest. */
  async function fillInTwo(until: Date): Promise<number> {
    const id = await newTenant()
    const stopping = new AbortController()
    const options = { ...filling, until, width: 200 }
    const progress = ({ done }: FillProgress) => void (done > 1_100 && stopping.abort())
    const first = await fillDemo(world.engine, id, 'Asia/Shanghai', { ...options, progress, signal: stopping.signal })
    expect(first.interrupted).toBe(true)
    expect(first.made.charges).toBeGreaterThan(500)
    const second = await fillDemo(world.engine, id, 'Asia/Shanghai', options)
    expect(second.interrupted).toBe(false)
    return id
  }

  /**
   * Returns the charges, and each party's balance without payouts: the amounts of payouts depend on the order of
   * concurrent postings, since a payee who is briefly short incurs a debt, and on the charges whose hold has just
   * ended.
   */
  async function sums(tenant: number) {
    const db = world.engine.tenant(tenant).db
    const charges = await db.query(
      `SELECT line, product, payer, payee, captured, refunded, effective_at FROM charge
       WHERE tenant = $1 AND reference IS NOT NULL ORDER BY reference`,
      [tenant],
    )
    const balances = await db.query(
      `SELECT split_part(a.path, '/', 1) AS party, a.unit, sum(side.amount) AS balance
       FROM transfer t, LATERAL (VALUES (t.credit, t.amount), (t.debit, -t.amount)) AS side(account, amount)
         JOIN account a ON a.tenant = $1 AND a.id = side.account
       WHERE t.tenant = $1 AND t.kind <> 'payout' GROUP BY 1, 2 HAVING sum(side.amount) <> 0 ORDER BY 1, 2`,
      [tenant],
    )
    return { charges, balances }
  }
})

const isEmpty = (cell: Cell | undefined) => {
  if (cell === undefined || cell.text === undefined) return true
  return (typeof cell.text === 'string' ? cell.text : cell.text.en) === '–'
}

/** Returns the number in a cell, for money the amount in CNY. */
function numberOf({ value, money }: Cell): number {
  if (money) return Number(money.get('CNY') ?? 0n) / 1e6
  return value ? Number(value.numerator) / Number(value.denominator) : Number.NaN
}
