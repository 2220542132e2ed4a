/**
 * Measures how fast the demo world is filled: charges per second, CPU time per charge of this process and of the
 * database, memory. Then verifies the books and the rollups. The last line is one JSON object.
 *
 *     npm run bench -- demo --charges 300000
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkBooks } from '../src/charges/check.ts'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { DEMO_ENGINE, fillDemo } from '../src/demo/fill.ts'
import { Engine } from '../src/engine/engine.ts'
import { lines } from '../src/lines/index.ts'
import { checkRollups } from '../src/reports/rebuild.ts'
import { Seal } from '../src/seal.ts'
import { createTenant } from '../src/tenants/tenants.ts'
import { cpuBetween, cpuSeconds, processTree } from './ledger/measure.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { charges: { type: 'string', default: '300000' }, seed: { type: 'string', default: '7' } },
})
const [charges, seed] = [Number(values.charges), Number(values.seed)]
const TARGET_S = 120
const ZONE = 'Asia/Shanghai'

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-'))
const server = await startEmbedded({ folder })
const database = openDatabase(server.url, { max: 8 })
const databaseUsage = () => cpuSeconds(processTree(server.pid))
let peak = 0
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 200)
try {
  await migrate(database, lines.migrations)
  const { id } = await createTenant(database, 'demo', ZONE)
  const engine = new Engine(database, lines, DEMO_ENGINE)
  const [began, own, theirs] = [performance.now(), process.cpuUsage(), databaseUsage()]
  let told = began
  const filled = await fillDemo(engine, id, ZONE, {
    seed,
    charges,
    seal: new Seal(randomBytes(32)),
    progress({ done, refunds, day }) {
      if (performance.now() - told < 10_000) return
      told = performance.now()
      console.log(`${day}: ${done} charges, ${refunds} refunds, ${((told - began) / 1000).toFixed(0)} s`)
    },
  })
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(own)
  const ownSeconds = (user + system) / 1e6
  const databaseCpu = cpuBetween(theirs, databaseUsage())
  console.log(
    `filled in ${seconds.toFixed(1)} s: ${ownSeconds.toFixed(0)} s of this process, ${databaseCpu.toFixed(0)} s of the database's`,
  )
  const { db } = engine.tenant(id)
  const [books, rollups] = [await checkBooks(db), await checkRollups(db)]
  const faults = [...books.faults, ...rollups.faults]
  for (const fault of faults) console.error(fault)
  const perCharge = (of: number) => Number(((1000 * of) / filled.made.charges).toFixed(3))
  const result = {
    bench: 'demo',
    charges: filled.made.charges,
    refunds: filled.made.refunds,
    seconds: Number(seconds.toFixed(1)),
    chargesPerSecond: Math.round(filled.made.charges / seconds),
    cpuMs: { engine: perCharge(ownSeconds), database: perCharge(databaseCpu) },
    // The lower bound by CPU time alone, on two cores.
    secondsOfTwoCores: Number(Math.max((ownSeconds + databaseCpu) / 2, ownSeconds).toFixed(1)),
    peakMb: Math.round(peak / 2 ** 20),
    transfers: books.transfers,
    load: os.loadavg()[0],
    faults: faults.length,
    met: charges < 300_000 ? null : seconds < TARGET_S,
  }
  console.log(JSON.stringify(result))
  if (faults.length > 0) process.exitCode = 1
} finally {
  clearInterval(watching)
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
