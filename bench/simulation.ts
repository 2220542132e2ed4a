/**
 * Measures how fast a past month is priced again under another card. `all`: every product has other terms, so every
 * event is priced twice and compared; `one`: only one product, which has half of the events; `first`: the first run of
 * all, which starts the threads. The totals are compared with an independent calculation in SQL, and the time with
 * reading the same rows without pricing. Program and database share the machine. The last line is one JSON object.
 *
 *     npm run bench -- simulation --events 1000000 --threads 2
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, type TenantDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { lines } from '../src/lines/index.ts'
import { pastPages, prepareToRead, readPeriod } from '../src/simulation/past-events.ts'
import { type Simulation, simulate } from '../src/simulation/simulate.ts'
import { createTenant } from '../src/tenants/tenants.ts'
import { cpuBetween, cpuSeconds, processTree } from './ledger/measure.ts'
import { dearerCard, dearerPayments, PERIOD, wantedOf, writePast } from './simulation/past.ts'

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
await migrate(database, lines.migrations)
const { id } = await createTenant(database, 'bench', 'Asia/Shanghai')
const db = database.tenant(id)
const machine = `${os.cpus()[0]?.model} × ${os.cpus().length}, Node ${process.version}`
console.log(`${machine}: ${count.toLocaleString('en')} events, ${threads} threads`)
const filled = await timed(() => writePast(database, db, count))
await database.system.execute('VACUUM ANALYZE charge')
const [size] = await db.query<{ mb: number }>("SELECT (pg_table_size('charge') / 1e6)::int AS mb")
console.log(`filled in ${filled.seconds.toFixed(1)} s, ${size!.mb} MB of charges`)

const idleMb = megabytes()
const read: number[] = []
interface Run {
  readonly seconds: number
  readonly cpu: number
  readonly databaseCpu: number
  readonly found: Simulation
}
const cards = { all: dearerCard(), one: dearerPayments() }
const runs: Record<keyof typeof cards, Run[]> = { all: [], one: [] }
for (let round = 1; round <= rounds; round += 1) {
  read.push((await timed(() => readOnly(db))).seconds)
  console.log(`round ${round}  read only: ${read.at(-1)!.toFixed(2)} s`)
  for (const name of ['all', 'one'] as const) {
    const before = [cpuSeconds([process.pid]), cpuSeconds(processTree(server.pid))] as const
    const { seconds, value: found } = await timed(() => simulate(db, { card: cards[name], ...PERIOD }, { threads }))
    const cpu = cpuBetween(before[0], cpuSeconds([process.pid]))
    const databaseCpu = cpuBetween(before[1], cpuSeconds(processTree(server.pid)))
    runs[name].push({ seconds, cpu, databaseCpu, found })
    console.log(
      `round ${round}  ${name}: ${seconds.toFixed(2)} s, ${Math.round(count / seconds).toLocaleString('en')} events/s; CPU: pricing ${cpu.toFixed(1)} s, database ${databaseCpu.toFixed(1)} s; load ${os.loadavg()[0]!.toFixed(1)}`,
    )
  }
}
const peakMb = megabytes()
const best = (of: readonly Run[]) => of.toSorted((a, b) => a.seconds - b.seconds)[0]!
const [all, one] = [best(runs.all), best(runs.one)]
const faults = [...(await faultsOf(all.found)), ...(await faultsOf(one.found, 'payments/scan-pay'))]
for (const fault of faults) console.log(`DIFFERS: ${fault}`)
await database.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })

const { total } = all.found
const figures = ({ seconds, cpu, databaseCpu }: Run) => ({
  seconds: rounded(seconds),
  eventsPerSecond: Math.round(count / seconds),
  cpuSeconds: { pricing: rounded(cpu), database: rounded(databaseCpu) },
  toReadOnly: rounded(seconds / Math.min(...read)),
  met: count === 1_000_000 ? seconds < 10 : null,
})
console.log(
  JSON.stringify({
    bench: 'simulation',
    date: new Date().toISOString().slice(0, 10),
    machine,
    loadAverage: os.loadavg()[0]!.toFixed(1),
    events: count,
    threads,
    all: figures(all),
    // Includes starting the threads, which later runs reuse.
    first: figures(runs.all[0]!),
    one: figures(one),
    readOnlySeconds: rounded(Math.min(...read)),
    idleMb,
    peakMb,
    changed: total.changed,
    revenue: [total.revenueBefore, total.revenueAfter].map(String),
    agrees: faults.length === 0,
  }),
)
if (faults.length > 0) process.exit(1)

/** Measures reading the same rows through the same statements, without processing. */
function readOnly(db: TenantDatabase): Promise<number> {
  return db.transaction(
    async (tx) => {
      await prepareToRead(tx)
      let bytes = 0
      const period = await readPeriod(tx, PERIOD.from, PERIOD.to)
      for await (const { groups } of pastPages(tx, period)) {
        for (const { events, figures } of groups) bytes += (events?.length ?? 0) + figures.length
      }
      return bytes
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

/** `only`: the only product with other terms. */
async function faultsOf(found: Simulation, only?: string): Promise<string[]> {
  const faults = found.unpriced.map(({ code, name, count, detail }) => `${name}: ${count} × ${code}, ${detail.en}`)
  for (const { kind, events, before, after: dearer } of await wantedOf(db, count)) {
    const after = only === undefined || kind === only ? dearer : before
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

/** Returns the peak memory of this process, including its threads. */
function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}
