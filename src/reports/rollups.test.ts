/**
 * The invariant of the rollups: after any charges and refunds, on any day, in any zone, from several concurrent engines
 * and folded at any time, they equal the totals of the charges and refunds.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { migrationsFolder } from '../db/migrate.ts'
import { type BillableEvent, Engine } from '../engine/engine.ts'
import { newUuid, uuidToId } from '../ids.ts'
import { postJournal } from '../ledger/journal.ts'
import { putParty } from '../ledger/party.ts'
import { lines } from '../lines/index.ts'
import { parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { MONEY, measuresOf } from '../rollups/days.ts'
import { foldRollups } from '../rollups/fold.ts'
import { type BucketRow, readBuckets, readSums, type SumRow } from '../rollups/read.ts'
import { refundRollups, writeRollups } from '../rollups/write.ts'
import { createTenant } from '../tenants/tenants.ts'
import { checkRollups, rebuildOnce, rebuildRollups } from './rebuild.ts'

let world: World
let engines: Engine[]
beforeAll(async () => {
  world = await makeWorld()
  engines = [world.engine, new Engine(world.database, lines)]
})
afterAll(() => world.close())

const DAY = 86_400_000
const rate = { pair: 'CNY/JPY', rate: '23.39', day: '2026-04-13', source: 'ECB' }
const cny = (fen: number) => ({
  amount: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`,
  currency: 'CNY',
})

/** Possible events, by a number and an amount. */
const kinds: ((n: number, fen: number) => BillableEvent)[] = [
  (n, fen) => ({
    line: 'payments',
    product: 'scan-pay',
    event: { payer: `usr_${n}`, merchant: 'mch_1', amount: cny(fen), channel: 'sandbox' },
  }),
  (n, fen) => ({
    line: 'goods',
    product: 'game-item',
    event: {
      payer: `usr_${n}`,
      items: [{ id: 'a', price: cny(100 + (fen % 19_000)), quantity: 3, creator: 'crt_1' }],
    },
  }),
  (n, fen) => ({
    line: 'crossborder',
    product: 'overseas-pay',
    event: {
      payer: `usr_${n}`,
      merchant: 'mch_abroad',
      market: 'JP',
      amount: { amount: String(1_000 + fen), currency: 'JPY' },
      reference: rate,
    },
  }),
  (n) => ({
    line: 'enterprise',
    product: 'community-kit',
    event: { customer: `cmp_${n}`, from: '2026-03-01', to: '2026-05-16', seats: 1 + n },
  }),
]

const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('charge' as const),
      kind: fc.nat(kinds.length - 1),
      payer: fc.nat(3),
      fen: fc.integer({ min: 1, max: 90_000 }),
      /** Minutes ago; null: now. */
      ago: fc.option(fc.integer({ min: 1, max: 500_000 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('refund' as const),
      which: fc.nat(30),
      fen: fc.option(fc.integer({ min: 1, max: 20_000 })),
      reason: fc.option(fc.constantFrom('not_received', 'It broke', 'x')),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'fold' as const }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

async function perform(one: Act, n: number, db: TenantDatabase, charges: ChargeRow[]): Promise<void> {
  const engine = engines[n % 2]!
  if (one.act === 'fold') return void (await foldRollups(db, 3))
  if (one.act === 'charge') {
    const effectiveAt = one.ago === null ? undefined : new Date(Date.now() - one.ago * 60_000)
    const { charge } = await engine.charge(db.tenant, { of: kinds[one.kind]!(one.payer, one.fen), effectiveAt })
    charges.push(charge)
    return
  }
  const charge = charges[one.which % Math.max(1, charges.length)]
  if (!charge) return
  const refunding = engine.refund(db.tenant, {
    charge: uuidToId('chg', charge.id),
    ask: one.fen === null ? {} : { amount: BigInt(one.fen) * 10_000n },
    reason: one.reason,
    reference: null,
    effectiveAt: null,
    previewHash: null,
  })
  // A refund may request more than the refundable amount; it is then refused and changes nothing.
  await refunding.catch((error) => expect(error).toBeInstanceOf(Problem))
}

async function tenantIn(zone: string): Promise<TenantDatabase> {
  const { id } = await createTenant(world.database, zone, zone)
  const db = world.database.tenant(id)
  await putParty(db, { id: 'mch_1', kind: 'merchant', name: 'Shop', attributes: { merchantCategory: 'jewelry' } })
  await putParty(db, { id: 'mch_abroad', kind: 'merchant', name: 'Abroad', attributes: {} })
  await putParty(db, { id: 'crt_1', kind: 'creator', name: 'Studio', attributes: {} })
  return db
}

describe.each(['Asia/Shanghai', 'America/St_Johns', 'Australia/Lord_Howe'])('rollups in %s', (zone) => {
  it('equal the totals of charges and refunds', async () => {
    const db = await tenantIn(zone)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { maxLength: 6 }), async (rounds) => {
        const charges: ChargeRow[] = []
        for (const acts of rounds) await Promise.all(acts.map((one, n) => perform(one, n, db, charges)))
        expect((await checkRollups(db)).faults).toEqual([])
        const { byDay, sums } = await bothWays(db)
        expect(byDay).toEqual(sums)
      }),
      { numRuns: 5 },
    )
    while ((await foldRollups(db)) > 0);
    expect((await checkRollups(db)).faults).toEqual([])
    const before = await everything(db)
    await rebuildRollups(db)
    expect(await everything(db)).toEqual(before)
    expect((await checkRollups(db)).faults).toEqual([])
  })
})

/** Returns the total of a series by day and the same sums without days, regardless of folding. */
async function bothWays(db: TenantDatabase) {
  const ever = { from: '2020-01-01', to: '2100-01-01' }
  const names = lines.all.map(({ id }) => id)
  const measures = [...MONEY, 'units']
  return db.transaction(
    async (tx) => {
      const ask = { bucket: 'day', lines: names, measure: 'units', grouping: 'product' } as const
      return {
        byDay: added((await readBuckets(tx, ever, ask)).flatMap(oneByOne)),
        sums: added(await readSums(tx, ever, names, measures)),
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function oneByOne({ money, counted, ...row }: BucketRow): SumRow[] {
  const all = [...Object.entries(money), ['units', counted] as const]
  return all.map(([measure, amount]) => ({ ...row, measure, part: '', amount }))
}

/** Sums over parts and days; zero sums are omitted. */
function added(rows: readonly SumRow[]): string[] {
  const keyOf = ({ line, product, unit, measure }: SumRow) => `${line}/${product} ${unit} ${measure}`
  return [...Map.groupBy(rows, keyOf)]
    .map(([key, own]) => [key, own.reduce((sum, { amount }) => sum + amount, 0n)] as const)
    .filter(([, amount]) => amount !== 0n)
    .map(([key, amount]) => `${key} ${amount}`)
    .sort()
}

/** Returns everything stored, without zero sums. */
function everything(db: TenantDatabase): Promise<unknown> {
  return Promise.all(
    [
      'SELECT span, day::text, line, product, unit, measure, part, amount FROM rollup WHERE tenant = $1 AND amount <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7',
      `SELECT day::text, line, product, unit, measure, amount
       FROM (${measuresOf('(SELECT * FROM rollup_day WHERE tenant = $1)')}) each WHERE amount <> 0 ORDER BY 1, 2, 3, 4, 5`,
      'SELECT line, product, payer, paid::text, again::text FROM rollup_payer WHERE tenant = $1 ORDER BY 1, 2, 3',
      'SELECT charge, line, product, payer, starts::text, ends::text, void FROM rollup_term WHERE tenant = $1 ORDER BY 1',
      'SELECT line FROM rollup_delta WHERE tenant = $1',
    ].map((sql) => db.query(sql, [db.tenant])),
  )
}

describe('one day', () => {
  it('is absent after all of it was reversed, folded or not', async () => {
    const db = await tenantIn('Asia/Seoul')
    const refund = {
      ...{ charge: newUuid(), line: 'payments', product: 'scan-pay', payerAccount: 'usr_1/external', unit: 'CNY' },
      ...{ amount: 1_000_000n, effectiveAt: new Date('2026-03-01T03:00:00Z'), reason: null, flows: [], whole: false },
    }
    const ask = { bucket: 'day', lines: ['payments'], grouping: 'product' } as const
    const days = () =>
      db.transaction((tx) => readBuckets(tx, { from: '2026-03-01', to: '2026-03-02' }, ask), { readOnly: true })
    const write = (undone: boolean) =>
      db.transaction((tx) => writeRollups(tx, refundRollups(db.tenant, [{ ...refund, undone }])))
    await write(false)
    await foldRollups(db)
    expect(await days()).toMatchObject([{ money: { refunds: 1n, refunded: 1_000_000n } }])
    await write(true)
    expect(await days()).toEqual([])
    await foldRollups(db)
    expect(await days()).toEqual([])
  })

  it('is a day in the tenant’s time zone, across a clock change', async () => {
    const db = await tenantIn('America/New_York')
    // Half an hour before and after midnight in New York, in summer time and a week later in standard time.
    const times = ['2025-10-27T03:30:00Z', '2025-10-27T04:30:00Z', '2025-11-03T04:30:00Z', '2025-11-03T05:30:00Z']
    for (const time of times) {
      await world.engine.charge(db.tenant, { of: kinds[0]!(1, 100), effectiveAt: new Date(time) })
    }
    const rows = await db.query(
      `SELECT day::text AS day, sum(amounts[1])::int AS charges FROM rollup_delta WHERE tenant = $1 GROUP BY 1 ORDER BY 1`,
      [db.tenant],
    )
    expect(rows).toEqual(['2025-10-26', '2025-10-27', '2025-11-02', '2025-11-03'].map((day) => ({ day, charges: 1 })))
  })

  it('never changes, because a tenant’s time zone is fixed', async () => {
    await expect(
      world.database.system.execute("UPDATE tenant SET time_zone = 'UTC' WHERE id = $1", [world.tenant]),
    ).rejects.toThrow(/time zone of a tenant/)
    await world.database.system.execute('UPDATE tenant SET time_zone = time_zone WHERE id = $1', [world.tenant])
  })
})

describe('the check', () => {
  it('lists every difference', async () => {
    const db = await tenantIn('Europe/Berlin')
    const at = new Date(Date.now() - 3 * DAY)
    const { charge } = await world.engine.charge(db.tenant, { of: kinds[0]!(1, 10_000), effectiveAt: at })
    // At the same instant, so that both payers belong to one month whatever the date is.
    const { charge: term } = await world.engine.charge(db.tenant, { of: kinds[3]!(1, 1), effectiveAt: at })
    await foldRollups(db)
    const day = charge.effectiveAt.toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
    await db.execute(
      "UPDATE rollup SET amount = amount + 1 WHERE tenant = $1 AND measure = 'captured' AND line = 'payments' AND span = 'day'",
      [db.tenant],
    )
    await db.execute("DELETE FROM rollup WHERE tenant = $1 AND measure = 'cost'", [db.tenant])
    await db.execute(
      `UPDATE rollup_day SET counts = counts || '{"volume": 1, "sold": 2}' WHERE tenant = $1 AND line = 'payments'`,
      [db.tenant],
    )
    await db.execute("UPDATE rollup_payer SET payer = 'usr_other' WHERE tenant = $1 AND line = 'payments'", [db.tenant])
    await db.execute("UPDATE rollup SET amount = 7 WHERE tenant = $1 AND measure = 'payers' AND line = ''", [db.tenant])
    await db.execute('UPDATE rollup_term SET void = true WHERE tenant = $1', [db.tenant])
    const { faults } = await checkRollups(db)
    const month = day.slice(0, 7)
    expect(faults).toEqual([
      {
        code: 'rollup_differs',
        detail: `${day} payments/scan-pay CNY captured: 100000001, charges and refunds come to 100000000`,
      },
      { code: 'rollup_differs', detail: `${day} payments/scan-pay CNY cost: 0, charges and refunds come to 420000` },
      {
        code: 'rollup_month_differs',
        detail: `${month} payments/scan-pay CNY captured: 100000000, its days come to 100000001`,
      },
      ...[
        'captured in one row: 100000000, its sums come to 100000001',
        'cost in one row: 420000, its sums come to 0',
        'sold in one row: 2, its sums come to 0',
        'volume in one row: 1, its sums come to 100000000',
      ].map((detail) => ({ code: 'rollup_day_differs', detail: `${day} payments/scan-pay CNY ${detail}` })),
      { code: 'rollup_payer_differs', detail: `${month} payments/scan-pay: usr_1` },
      { code: 'rollup_payer_differs', detail: `${month} payments/scan-pay: usr_other` },
      { code: 'rollup_payers_miscounted', detail: `${month} all payers: 7, there are 2` },
      {
        code: 'rollup_term_differs',
        detail: `charge ${term.id}: enterprise/community-kit cmp_1 2026-03-01 to 2026-05-16, void, it should be enterprise/community-kit cmp_1 2026-03-01 to 2026-05-16`,
      },
    ])
    await db.execute('INSERT INTO rollup_rebuild VALUES ($1)', [db.tenant])
    await rebuildOnce(db)
    expect((await checkRollups(db)).faults).toEqual([])
    expect(await db.query('SELECT 1 FROM rollup_rebuild WHERE tenant = $1', [db.tenant])).toEqual([])
  })

  it('does not count a fully refunded term, and counts a quote', async () => {
    const db = await tenantIn('Asia/Tokyo')
    const { charge } = await world.engine.charge(db.tenant, { of: kinds[3]!(2, 1) })
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    const refund = (ask: object) =>
      world.engine.refund(db.tenant, { charge: uuidToId('chg', charge.id), ask, ...nothing })
    const terms = () => db.query('SELECT void FROM rollup_term WHERE tenant = $1', [db.tenant])
    await refund({ amount: parseMicros('1.00') })
    expect(await terms()).toEqual([{ void: false }])
    await refund({})
    expect(await terms()).toEqual([{ void: true }])
    const { id } = await world.engine.quote(db.tenant, kinds[1]!(1, 500), 60)
    await world.engine.charge(db.tenant, { of: { quote: uuidToId('qte', id) } })
    await foldRollups(db)
    const counted = await db.query(
      "SELECT measure, amount FROM rollup WHERE tenant = $1 AND line = 'goods' AND span = 'day' AND measure IN ('quotes', 'quoted', 'units') ORDER BY 1",
      [db.tenant],
    )
    expect(counted).toEqual([
      { measure: 'quoted', amount: '1' },
      { measure: 'quotes', amount: '1' },
      { measure: 'units', amount: '3' },
    ])
    expect((await checkRollups(db)).faults).toEqual([])
  })

  it('rebuilds under concurrent load', async () => {
    const db = await tenantIn('Asia/Kolkata')
    const load = async (engine: Engine) => {
      for (let n = 0; n < 25; n += 1) {
        await Promise.all([0, 1, 2].map((kind) => engine.charge(db.tenant, { of: kinds[kind]!(n % 5, 1_000 + n) })))
        await foldRollups(db)
      }
    }
    await Promise.all([...engines.map(load), rebuildRollups(db), rebuildRollups(db).then(() => rebuildRollups(db))])
    expect(await checkRollups(db)).toMatchObject({ charges: 150, faults: [] })
  })
})

describe('the migration that brought days in one row', () => {
  it('fills them for every existing tenant', async () => {
    const tenants = [await tenantIn('Asia/Dubai'), await tenantIn('America/Lima')]
    for (const [n, db] of tenants.entries()) {
      await Promise.all(kinds.map((kind) => world.engine.charge(db.tenant, { of: kind(n, 5_000 + n) })))
      while ((await foldRollups(db)) > 0);
    }
    const before = await Promise.all(tenants.map(everything))
    const { system } = world.database
    await system.execute('DROP TABLE rollup_day')
    await system.execute(await readFile(path.join(migrationsFolder, '0013-rollup-days.sql'), 'utf8'))
    expect(await Promise.all(tenants.map(everything))).toEqual(before)
    for (const db of tenants) expect((await checkRollups(db)).faults).toEqual([])
    expect(await system.query('SELECT 1 FROM rollup_day UNION ALL SELECT 1 FROM rollup')).toEqual([])
  })
})

describe('folding', () => {
  it('counts every payer of a month once, and repeat payers', async () => {
    const db = await tenantIn('UTC')
    const at = (month: number, day: number) => new Date(Date.UTC(2025, month - 1, day))
    const pay = (payer: number, effectiveAt: Date) =>
      world.engine.charge(db.tenant, { of: kinds[0]!(payer, 100), effectiveAt })
    await pay(1, at(3, 1))
    await pay(2, at(3, 2))
    await foldRollups(db)
    await pay(1, at(3, 31))
    await pay(3, at(3, 5))
    await foldRollups(db)
    await pay(1, at(3, 6))
    await Promise.all([pay(4, at(4, 1)), pay(4, at(4, 2))])
    while ((await foldRollups(db)) > 0);
    const rows = await db.query(
      "SELECT day::text AS month, measure, amount FROM rollup WHERE tenant = $1 AND line = '' ORDER BY 1, 2",
      [db.tenant],
    )
    expect(rows).toEqual([
      { month: '2025-03-01', measure: 'payers', amount: '3' },
      { month: '2025-03-01', measure: 'repeatPayers', amount: '1' },
      { month: '2025-04-01', measure: 'payers', amount: '1' },
      { month: '2025-04-01', measure: 'repeatPayers', amount: '1' },
    ])
  })

  it('adds nothing for a refused charge', async () => {
    const db = await tenantIn('Africa/Nairobi')
    await expect(
      world.engine.charge(db.tenant, {
        of: { line: 'apis', product: 'ocr', event: { developer: 'dev_poor', calls: 10 } },
      }),
    ).rejects.toMatchObject({ code: 'insufficient_funds' })
    expect(await db.query('SELECT 1 FROM rollup_delta WHERE tenant = $1', [db.tenant])).toEqual([])
    const { directory } = world.engine.tenant(db.tenant)
    await postJournal(db, directory, {
      description: 'test',
      transfers: [
        { from: 'world/funding', to: 'dev_poor/wallet', amount: parseMicros('5'), unit: 'CNY', kind: 'funding' },
      ],
      effectiveAt: null,
      idempotency: null,
    })
    await world.engine.charge(db.tenant, {
      of: { line: 'apis', product: 'ocr', event: { developer: 'dev_poor', calls: 10 } },
    })
    expect((await checkRollups(db)).faults).toEqual([])
  })
})
