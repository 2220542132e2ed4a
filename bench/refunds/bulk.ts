/** Runs a bulk refund in a separate process, of all remaining charges or a number of them. Prints time and memory. */
import { readFileSync, writeFileSync } from 'node:fs'
import { openDatabase } from '../../src/db/connect.ts'
import { Engine } from '../../src/engine/engine.ts'
import { idToUuid, type Uuid, uuidToId } from '../../src/ids.ts'
import { lines } from '../../src/lines/index.ts'
import {
  approveBulk,
  createBulk,
  MAX_BULK_ROWS,
  previewBulk,
  runBulk,
  runBulkJob,
} from '../../src/refund-requests/bulk.ts'
import { addRows } from '../../src/refund-requests/bulk-collect.ts'
import { readBulk } from '../../src/refund-requests/bulk-record.ts'

export interface BulkMeasure {
  readonly rows: number
  readonly refunded: number
  /** Rows per second. */
  readonly previewed: number
  readonly given: number
  /** Memory of this process after garbage collection. */
  readonly heapMbBefore: number
  readonly heapMbAfter: number
  /** Peak memory, including garbage. */
  readonly heapMbPeak: number
  readonly rssMbBefore: number
  readonly rssMbPeak: number
  readonly cpuSeconds: number
}

const CHUNK = 5_000
const [tenant, rows] = [Number(process.env.BENCH_TENANT), Number(process.env.BENCH_ROWS)]
const database = openDatabase(process.env.DATABASE_URL!, { max: 6 })
const engine = new Engine(database, lines)
const { db } = engine.tenant(tenant)
const still = new AbortController().signal
const mb = (bytes: number) => Math.round(bytes / 1_048_576)
const collected = () => {
  globalThis.gc!()
  return process.memoryUsage()
}
const status = (name: string) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1])

const { bulk } = await createBulk(db, { reason: 'billing-error' }, 'user one')
const id = uuidToId('blk', bulk.id)
for (let [first, after] = [1, null as string | null]; first <= rows; first += CHUNK) {
  const page: { id: Uuid }[] = await db.query(
    `SELECT id FROM charge WHERE tenant = $1 AND refunded + pending < captured AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [tenant, after, Math.min(CHUNK, rows - first + 1)],
  )
  after = page.at(-1)!.id
  await addRows(db, id, {
    first,
    listed: page.map((row) => ({ charge: uuidToId('chg', row.id) })),
    most: MAX_BULK_ROWS,
  })
}

const before = collected()
writeFileSync('/proc/self/clear_refs', '5') // resets the peak of RSS
let heapPeak = 0
const looking = setInterval(() => {
  heapPeak = Math.max(heapPeak, process.memoryUsage().heapUsed)
}, 50)
const start = { at: performance.now(), cpu: process.cpuUsage() }
const work = () => runBulkJob({ engine }, { tenant, bulk: bulk.id }, still)
await previewBulk(db, id, 'user one')
await work()
const previewSeconds = (performance.now() - start.at) / 1000
const { hash, approvals } = await readBulk(db, idToUuid('blk', id))
for (const person of ['user two', 'user three'].slice(0, approvals!)) await approveBulk(db, id, hash!, person)
const began = performance.now()
await runBulk(db, id, 'user one')
await work()
const seconds = (performance.now() - began) / 1000
clearInterval(looking)
const rssPeak = status('VmHWM')
const used = process.cpuUsage(start.cpu)
const done = await readBulk(db, bulk.id)
const measure: BulkMeasure = {
  rows: done.total,
  refunded: done.refunded,
  previewed: Math.round(rows / previewSeconds),
  given: Math.round(rows / seconds),
  heapMbBefore: mb(before.heapUsed),
  heapMbAfter: mb(collected().heapUsed),
  heapMbPeak: mb(heapPeak),
  rssMbBefore: mb(before.rss),
  rssMbPeak: Math.round(rssPeak / 1024),
  cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(1)),
}
await database.close()
console.log(JSON.stringify(measure))
