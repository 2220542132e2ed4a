/**
 * Measures how fast reports respond over ten million charges. Charges of two years are written by SQL into a narrow
 * table of the bench's own; rollups and payers are derived from them as folding would leave them, with an unfolded
 * rest. Every report is requested for a month and for a year, and its median must be within 300 ms; the reference, in
 * the same run, is one GROUP BY over the charges of that year (as narrow as they are here: real charges are fifty times
 * as wide). The totals of the whole-platform report are compared with it. Then, on a smaller set of charges made by the
 * engine, the rollups are verified, and the delay until a report includes a charge is measured. The last line is one
 * JSON object.
 *
 *     npm run bench -- reports --charges 10000000
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, openDatabase, type TenantDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { Engine } from '../src/engine/engine.ts'
import { putParty } from '../src/ledger/party.ts'
import { lines } from '../src/lines/index.ts'
import { reportDebts } from '../src/reports/debts.ts'
import { reportLine } from '../src/reports/line-report.ts'
import { checkRollups } from '../src/reports/rebuild.ts'
import { reportRefunds } from '../src/reports/refunds.ts'
import { reportSeries } from '../src/reports/series.ts'
import { reportWhole } from '../src/reports/whole.ts'
import { foldRollups } from '../src/rollups/fold.ts'
import { createTenant } from '../src/tenants/tenants.ts'
import { writePast } from './reports/past.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    charges: { type: 'string', default: '10000000' },
    rounds: { type: 'string', default: '5' },
    /** Charges made by the engine, to verify the rollups. */
    true: { type: 'string', default: '4000' },
  },
})
const [count, rounds, trueCount] = [values.charges, values.rounds, values.true].map(Number) as [number, number, number]
const TARGET_MS = 300
const YEAR = { from: '2025-01-01', to: '2026-01-01' }
const MONTH = { from: '2025-06-01', to: '2025-07-01' }

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-'))
/** Avoids checkpoints while the tables are filled; reports only read. */
const settings = { max_wal_size: '16GB', autovacuum: 'off' }
const server = await startEmbedded({ folder, settings })
const database = openDatabase(server.url)
const timesMs: Record<string, number[]> = {}
const faults: string[] = []
try {
  await migrate(database, lines.migrations)
  const db = database.tenant((await createTenant(database, 'bench', 'Asia/Shanghai')).id)
  const machine = `${os.cpus()[0]?.model} × ${os.cpus().length}, Node ${process.version}`
  console.log(`${machine}: ${count.toLocaleString('en')} charges`)
  const say = (stage: string, ms: number) => console.log(`  ${stage}: ${(ms / 1000).toFixed(1)} s`)
  console.log(`written in ${((await timed(() => writePast(database, db, count, say))) / 1000).toFixed(0)} s`)
  const [size] = await db.query<{ rollups: number; days: number; payers: number; deltas: number }>(
    `SELECT (SELECT count(*) FROM rollup)::int AS rollups, (SELECT count(*) FROM rollup_day)::int AS days,
            (SELECT count(*) FROM rollup_payer)::int AS payers,
            (SELECT count(*) FROM rollup_delta)::int AS deltas`,
  )
  console.log(`${JSON.stringify(size)}`)
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, run] of reports(db)) {
      timesMs[name] ??= []
      timesMs[name].push(await timed(run))
    }
  }
  faults.push(...(await wrong(db)))
  const referenceMs = Math.min(await timed(() => reference(db)), await timed(() => reference(db)))
  const fresh = await proveTrue(database)
  const slowest = Math.max(...Object.values(timesMs).map(median))
  const ms = (time: number) => `${time.toFixed(0).padStart(6)} ms`
  for (const [name, times] of Object.entries(timesMs)) {
    const verdict = median(times) < TARGET_MS ? 'pass' : 'FAIL'
    console.log(`${name.padEnd(30)} median ${ms(median(times))}, worst ${ms(Math.max(...times))}  ${verdict}`)
  }
  console.log(`${'reference: GROUP BY'.padEnd(30)}        ${ms(referenceMs)}`)
  for (const fault of faults) console.log(`DIFFERS: ${fault}`)
  console.log(
    JSON.stringify({
      bench: 'reports',
      date: new Date().toISOString().slice(0, 10),
      machine,
      loadAverage: os.loadavg()[0]!.toFixed(1),
      charges: count,
      ...size,
      medianMs: Object.fromEntries(Object.entries(timesMs).map(([name, times]) => [name, Math.round(median(times))])),
      slowestMs: Math.round(slowest),
      referenceMs: Math.round(referenceMs),
      timesFaster: Math.round(referenceMs / slowest),
      met: count === 10_000_000 ? slowest < TARGET_MS : null,
      fresh,
      agrees: faults.length === 0,
    }),
  )
} finally {
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
if (faults.length > 0) process.exitCode = 1

function reports(db: TenantDatabase): [name: string, run: () => Promise<unknown>][] {
  const both = (name: string, run: (range: typeof YEAR) => Promise<unknown>) =>
    [
      [`${name} month`, () => run(MONTH)],
      [`${name} year`, () => run(YEAR)],
    ] as [string, () => Promise<unknown>][]
  return [
    ...lines.all.map(({ id }) => id).flatMap((line) => both(line, (range) => reportLine(db, line, range))),
    ...both('whole', (range) => reportWhole(db, range)),
    ...both('series by day', (range) => reportSeries(db, { by: 'day', group: 'line', ...range })),
    ...both('series by day, products', (range) => reportSeries(db, { by: 'day', group: 'product', ...range })),
    ['series by week, units, year', () => reportSeries(db, { by: 'week', group: 'line', measure: 'units', ...YEAR })],
    ['series by month year', () => reportSeries(db, { by: 'month', group: 'product', ...YEAR })],
    ...both('refunds', (range) => reportRefunds(db, range)),
    ['debts', () => reportDebts(db, 100)],
  ]
}

interface Reference {
  line: string
  unit: string
  charges: bigint
  captured: string
  revenue: string
  refunded: string
}

/** Calculates the whole report without rollups, as a reference: one pass, parallel if the server chooses so. */
function reference(db: TenantDatabase): Promise<Reference[]> {
  return db.transaction(
    (tx) =>
      tx.query<Reference>(
        `SELECT line, unit, count(*) AS charges, sum(captured)::text AS captured, sum(refunded)::text AS refunded,
                sum(revenue)::text AS revenue
         FROM bench_charge WHERE day >= $1 AND day < $2 GROUP BY line, unit ORDER BY line, unit`,
        [YEAR.from, YEAR.to],
      ),
    { readOnly: true },
  )
}

async function wrong(db: TenantDatabase): Promise<string[]> {
  const found = await reportWhole(db, YEAR)
  const told = found.lines.flatMap(({ line, figures }) =>
    figures.map(({ unit, charges, captured, grossRevenue, refunded }) =>
      [line, unit, charges, captured, grossRevenue, refunded].join(' '),
    ),
  )
  const wanted = (await reference(db)).map(({ line, unit, charges, captured, revenue, refunded }) =>
    [line, unit, charges, captured, revenue, refunded].join(' '),
  )
  const differ = wanted.filter((each) => !told.includes(each)).map((each) => `whole: ${each}`)
  if (told.length !== wanted.length) differ.push(`whole: ${told.length} rows, not ${wanted.length}`)
  const [payers] = await db.query<{ n: bigint }>(
    "SELECT sum(n)::bigint AS n FROM (SELECT count(DISTINCT payer) AS n FROM bench_charge WHERE day >= $1 AND day < $2 GROUP BY date_trunc('month', day)) m",
    [YEAR.from, YEAR.to],
  )
  if (found.users.payers !== payers!.n) differ.push(`payers: ${found.users.payers}, not ${payers!.n}`)
  return differ
}

/**
 * Posts real charges through two engines while they are folded; verifies the rollups and measures the freshness of a
 * report.
 */
async function proveTrue(database: Database) {
  const { id } = await createTenant(database, 'true', 'Asia/Shanghai')
  const db = database.tenant(id)
  await putParty(db, { id: 'mch_1', kind: 'merchant', name: 'Shop', attributes: { merchantCategory: 'retail' } })
  const engines = [new Engine(database, lines), new Engine(database, lines)]
  const pay = (n: number) => {
    const event = {
      payer: `usr_${n % 500}`,
      merchant: 'mch_1',
      amount: { amount: '10.00', currency: 'CNY' },
      channel: 'sandbox',
    }
    const effectiveAt = n % 3 === 0 ? new Date(Date.now() - n * 600_000) : undefined
    return engines[n % 2]!.charge(id, { of: { line: 'payments', product: 'scan-pay', event }, effectiveAt })
  }
  let folding = true
  const folder = (async () => {
    while (folding) if ((await foldRollups(db)) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  })()
  await Promise.all(Array.from({ length: trueCount }, (_, n) => pay(n)))
  folding = false
  await folder
  const { faults: found, charges } = await checkRollups(db)
  faults.push(...found.map(({ code, detail }) => `${code} ${detail}`))
  const today = (await db.query<{ day: string }>("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day"))[0]!
    .day
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  const charged = async () => (await reportWhole(db, { from: today, to: tomorrow })).total[0]?.charges ?? 0n
  const before = await charged()
  await pay(1)
  const start = performance.now()
  const after = await charged()
  const ms = performance.now() - start
  if (after !== before + 1n) faults.push(`fresh: ${after} after ${before}`)
  return { trueCharges: charges, shownAfterMs: Math.round(ms) }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
}
