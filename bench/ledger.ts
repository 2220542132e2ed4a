/**
 * Measures the cost of a durable charge: charges of four components through the engine and over HTTP, uniform over
 * 10,000 merchants and all on one, next to three references on the same database in the same run:
 *
 * - `perCharge`: one transaction per charge in plain SQL, sixteen connections;
 * - `perTransfer`: a row-locking double-entry function called once per transfer, sixteen connections;
 * - `insert`: the ceiling, a bare multi-row insert of the same transfer rows into a table with the same indexes.
 *
 * Load generator, server and database share the machine. Rounds are interleaved and the median is shown. At the end the
 * books are checked and every acknowledged charge is counted.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkBooks } from '../src/charges/check.ts'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { extendChain } from '../src/ledger/chain.ts'
import { lines } from '../src/lines/index.ts'
import { engineLoad } from './ledger/engine.ts'
import { httpLoad, startServer } from './ledger/http.ts'
import { type Measure, median, type Result } from './ledger/measure.ts'
import { makeReferences } from './ledger/references.ts'
import { MERCHANTS, makeShop } from './ledger/shop.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    seconds: { type: 'string', default: '4' },
    /** Seconds of load before the measurements, in which accounts are opened and code is compiled. */
    warmup: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    /** Runs only measurements whose name contains this text. */
    only: { type: 'string', default: '' },
  },
})
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-'))
const server = await startEmbedded({ folder })
const database = openDatabase(server.url, { max: 20 })
await migrate(database, lines.migrations)
const shop = await makeShop(database)
const references = await makeReferences(server.url)
const http = await startServer(server.url, shop.key)

const measures: [name: string, run: () => Promise<Measure>][] = [
  ['insert', () => references.insert(seconds)],
  ...(['uniform', 'hot'] as const).flatMap((spread): [string, () => Promise<Measure>][] => [
    [`perCharge ${spread}`, () => references.perCharge(spread, seconds)],
    [`perTransfer ${spread}`, () => references.perTransfer(spread, seconds)],
    [`engine ${spread}`, () => engineLoad(database, shop, spread, seconds)],
    [`http 64 ${spread}`, () => httpLoad(http, server.pid, { spread, connections: 64, seconds })],
    [`http 256 ${spread}`, () => httpLoad(http, server.pid, { spread, connections: 256, seconds })],
  ]),
]

console.log(
  `${os.cpus()[0]?.model} × ${os.cpus().length}, Node ${process.version}, ${MERCHANTS} merchants, ${rounds} rounds of ${seconds} s`,
)
const chosen = measures.filter(([name]) => name.includes(values.only))
const results = new Map<string, Measure[]>(chosen.map(([name]) => [name, []]))
await httpLoad(http, server.pid, { spread: 'uniform', connections: 256, seconds: Number(values.warmup) })
await engineLoad(database, shop, 'uniform', Math.min(4, Number(values.warmup)))
for (let round = 1; round <= rounds; round += 1) {
  for (const [name, run] of chosen) {
    const measure = await run()
    results.get(name)!.push(measure)
    console.log(`round ${round}  ${name.padEnd(20)} ${line(measure)}`)
  }
}

const medians = Object.fromEntries([...results].map(([name, all]) => [name, median(all)])) as Record<string, Result>
const memoryMb = await http.memoryMb()
await http.stop()
const db = database.tenant(shop.tenant)
while ((await extendChain(db)) > 0);
const report = await checkBooks(db)
const [counted] = await db.query<{ n: bigint }>('SELECT count(*) AS n FROM charge')
const acknowledged = shop.acknowledged + http.acknowledged
await database.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })

console.log('\nmedian')
for (const [name, result] of Object.entries(medians)) console.log(`  ${name.padEnd(20)} ${line(result)}`)
const ratio = (a: string, b: string, per: 'charges' | 'transfers') =>
  medians[a] && medians[b] ? Number((medians[a][per] / medians[b][per]).toFixed(2)) : null
const summary = {
  bench: 'ledger',
  date: new Date().toISOString().slice(0, 10),
  machine: `${os.cpus()[0]?.model} × ${os.cpus().length}`,
  loadAverage: os.loadavg()[0]!.toFixed(1),
  medians,
  ratios: {
    engineToInsertCeiling: {
      uniform: ratio('engine uniform', 'insert', 'transfers'),
      hot: ratio('engine hot', 'insert', 'transfers'),
    },
    engineToPerTransfer: {
      uniform: ratio('engine uniform', 'perTransfer uniform', 'transfers'),
      hot: ratio('engine hot', 'perTransfer hot', 'transfers'),
    },
    http256ToPerCharge: {
      uniform: ratio('http 256 uniform', 'perCharge uniform', 'charges'),
      hot: ratio('http 256 hot', 'perCharge hot', 'charges'),
    },
  },
  memoryMb,
  acknowledged,
  charges: Number(counted!.n),
  faults: report.faults,
}
console.log(JSON.stringify(summary))
if (report.faults.length > 0 || Number(counted!.n) < acknowledged) process.exit(1)

function line({ charges, transfers, p50, p99, serverCpuMs, databaseCpuMs }: Measure): string {
  const parts = [
    `${Math.round(charges).toLocaleString('en')} charges/s`.padStart(18),
    `${Math.round(transfers).toLocaleString('en')} transfers/s`.padStart(22),
  ]
  if (p99 !== undefined) parts.push(`p50 ${p50} ms p99 ${p99} ms`)
  if (serverCpuMs !== undefined)
    parts.push(`CPU a charge: server ${serverCpuMs.toFixed(2)} ms, database ${databaseCpuMs!.toFixed(2)} ms`)
  return parts.join('  ')
}
