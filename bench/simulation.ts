/**
 * How fast a past month is priced again under another card: every product has other terms, so every event is priced
 * twice and compared. The totals are held against an independent computation in SQL, and the time against reading the
 * same rows without pricing them. Program and database share the machine. The last line is one JSON object.
 *
 *     npm run bench -- simulation --events 1000000 --threads 2
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type TenantDatabase, tenantDatabase } from '../src/ledger/tenant.ts'
import { createTenant } from '../src/lines/tenants.ts'
import { pastPages, prepareToRead, readPeriod } from '../src/simulation/past-events.ts'
import { type Simulation, simulate } from '../src/simulation/simulate.ts'
import { cpuBetween, cpuSeconds, processTree } from './ledger/measure.ts'
import { dearerCard, PERIOD, wantedOf, writePast } from './simulation/past.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    events: { type: 'string', default: '1000000' },
    threads: { type: 'string', default: String(Math.min(4, os.availableParallelism())) },
    rounds: { type: 'string', default: '2' },
  },
})
const [count, threads, rounds] = [values.events, values.threads, values.rounds].map(Number) as [number, number, number]

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-'))
const server = await startEmbedded({ folder })
const database = openDatabase(server.url)
await migrate(database)
const { id } = await createTenant(database, 'bench', 'Asia/Shanghai')
const db = tenantDatabase(database, id)
const machine = `${os.cpus()[0]?.model} × ${os.cpus().length}, Node ${process.version}`
console.log(`${machine}: ${count.toLocaleString('en')} events, ${threads} threads`)
const filled = await timed(() => writePast(database, db, count))
await database.system.execute('VACUUM ANALYZE charge')
const [size] = await db.query<{ mb: number }>("SELECT (pg_table_size('charge') / 1e6)::int AS mb")
console.log(`filled in ${filled.seconds.toFixed(1)} s, ${size!.mb} MB of charges`)

const idleMb = megabytes()
const read: number[] = []
const runs: { seconds: number; cpu: number; databaseCpu: number; found: Simulation }[] = []
for (let round = 1; round <= rounds; round += 1) {
  read.push((await timed(() => readOnly(db))).seconds)
  const before = [cpuSeconds([process.pid]), cpuSeconds(processTree(server.pid))] as const
  const { seconds, value: found } = await timed(() => simulate(db, { card: dearerCard(), ...PERIOD }, { threads }))
  const cpu = cpuBetween(before[0], cpuSeconds([process.pid]))
  const databaseCpu = cpuBetween(before[1], cpuSeconds(processTree(server.pid)))
  runs.push({ seconds, cpu, databaseCpu, found })
  console.log(
    `round ${round}: read only ${read.at(-1)!.toFixed(2)} s; simulated in ${seconds.toFixed(2)} s, ${Math.round(count / seconds).toLocaleString('en')} events/s; CPU: pricing ${cpu.toFixed(1)} s, database ${databaseCpu.toFixed(1)} s; load ${os.loadavg()[0]!.toFixed(1)}`,
  )
}
const peakMb = megabytes()
const best = runs.toSorted((a, b) => a.seconds - b.seconds)[0]!
const faults = await faultsOf(best.found)
for (const fault of faults) console.log(`DIFFERS: ${fault}`)
await database.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })

const { total } = best.found
console.log(
  JSON.stringify({
    bench: 'simulation',
    date: new Date().toISOString().slice(0, 10),
    machine,
    loadAverage: os.loadavg()[0]!.toFixed(1),
    events: count,
    threads,
    seconds: rounded(best.seconds),
    eventsPerSecond: Math.round(count / best.seconds),
    target: count === 1_000_000 ? 10 : null,
    met: best.seconds < 10,
    cpuSeconds: { pricing: rounded(best.cpu), database: rounded(best.databaseCpu) },
    readOnlySeconds: rounded(Math.min(...read)),
    toReadOnly: rounded(best.seconds / Math.min(...read)),
    idleMb,
    peakMb,
    changed: total.changed,
    revenue: [total.revenueBefore, total.revenueAfter].map(String),
    agrees: faults.length === 0,
  }),
)
if (faults.length > 0) process.exit(1)

/** The same rows through the same statements, and nothing done with them. */
function readOnly(db: TenantDatabase): Promise<number> {
  return db.transaction(
    async (tx) => {
      await prepareToRead(tx)
      let bytes = 0
      const period = await readPeriod(tx, db.id, PERIOD.from, PERIOD.to)
      for await (const { charges } of pastPages(tx, db.id, period)) bytes += charges.length
      return bytes
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function faultsOf(found: Simulation): Promise<string[]> {
  const faults = found.unpriced.map(({ code, name, count, detail }) => `${name}: ${count} × ${code}, ${detail.en}`)
  for (const { kind, events, before, after } of await wantedOf(db, count)) {
    const row = found.products.find(({ line, product }) => `${line}/${product}` === kind)
    const said = [row?.events, row?.revenueBefore, row?.revenueAfter]
    if (said[0] !== events || said[1] !== before || said[2] !== after)
      faults.push(`${kind}: ${said.join(', ')} is not ${[events, before, after].join(', ')}`)
  }
  return faults
}

async function timed<T>(run: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now()
  const value = await run()
  return { seconds: (performance.now() - start) / 1000, value }
}

/** The most that this process, threads and all, has had in memory so far. */
function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}
