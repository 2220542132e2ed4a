/**
 * Measures the cost of a refund relative to a charge, in one run on one database: the engine in this process, whole
 * refunds of charges made right before, so of equally many components; wall time and the CPU seconds of both processes.
 * Shapes: a payment of four components, an order of three items, and the payment with an order at a gateway (its refund
 * is pending and has a job; calling the provider is not included). Then a bulk refund in a process of its own, for its
 * memory. The books are checked at the end. The last line is one JSON object.
 *
 *     npm run bench -- refunds --count 10000 --rounds 3 --bulk 100000
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkBooks } from '../src/charges/check.ts'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { type ChargeInput, Engine } from '../src/engine/engine.ts'
import { uuidToId } from '../src/ids.ts'
import { putParty } from '../src/ledger/party.ts'
import { lines } from '../src/lines/index.ts'
import { checkRollups } from '../src/reports/rebuild.ts'
import { cpuBetween, cpuSeconds, processTree } from './ledger/measure.ts'
import { makeShop, payment } from './ledger/shop.ts'
import type { BulkMeasure } from './refunds/bulk.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    /** Charges, and refunds of them, per shape and round. */
    count: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    /** Rows of the bulk refund; a run of a tenth of the size precedes it. 0: none. */
    bulk: { type: 'string', default: '100000' },
    /** Runs only this shape. */
    only: { type: 'string', default: '' },
  },
})
const [count, rounds, bulkRows] = [Number(values.count), Number(values.rounds), Number(values.bulk)]
/** The maximum cost of a refund, in multiples of a charge. */
const TARGET = 1.5
/** Concurrent requests: enough to fill two batches. */
const IN_FLIGHT = 1_000

interface Cost {
  /** Operations per second. */
  readonly rate: number
  /** CPU milliseconds per operation, of this process and of the database. */
  readonly engineCpuMs: number
  readonly databaseCpuMs: number
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-'))
const server = await startEmbedded({ folder })
const database = openDatabase(server.url, { max: 12 })
await migrate(database, lines.migrations)
const shop = await makeShop(database)
const engine = new Engine(database, lines)
const { db } = engine.tenant(shop.tenant)
for (const [id, kind] of [
  ['sel_tea', 'merchant'],
  ['car_swift', 'carrier'],
  ['prm_blog', 'creator'],
] as const) {
  await putParty(db, { id, kind, name: id, attributes: {} })
}

let serial = 0
const cny = (amount: string) => ({ amount, currency: 'CNY' })
const scanPay = (n: number) => {
  const { event, ...rest } = payment(n, 'uniform')
  return { ...rest, event: { ...event, channel: 'sandbox' } }
}
const shapes: Record<string, (n: number) => ChargeInput> = {
  payment: (n) => ({ of: scanPay(n) }),
  order: (n) => ({
    of: {
      line: 'commerce',
      product: 'commission',
      event: {
        buyer: `usr_${n % 10_000}`,
        seller: 'sel_tea',
        items: ['robe', 'hat', 'tea'].map((id) => ({ id, category: 'apparel', price: cny('200.00'), quantity: 1 })),
        shipping: { carrier: 'car_swift', fee: cny('12.00'), service: 'standard' },
        promoter: { party: 'prm_blog', amount: cny('5.00') },
      },
    },
  }),
  gateway: (n) => ({
    of: scanPay(n),
    payment: {
      gateway: 'sandbox',
      order: `order-${n}`,
      rules: { windowDays: null, maxRefunds: null, minGapSeconds: 0 },
    },
  }),
}

async function each<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const out: Out[] = []
  let next = 0
  const lane = async () => {
    while (next < all.length) {
      const place = next++
      out[place] = await work(all[place]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, all.length) }, lane))
  return out
}

async function measured<Out>(many: number, work: () => Promise<Out>): Promise<{ out: Out; cost: Cost }> {
  const before = { own: process.cpuUsage(), database: cpuSeconds(processTree(server.pid)), at: performance.now() }
  const out = await work()
  const seconds = (performance.now() - before.at) / 1000
  const own = process.cpuUsage(before.own)
  const databaseSeconds = cpuBetween(before.database, cpuSeconds(processTree(server.pid)))
  return {
    out,
    cost: {
      rate: many / seconds,
      engineCpuMs: (own.user + own.system) / 1000 / many,
      databaseCpuMs: (databaseSeconds * 1000) / many,
    },
  }
}

async function charged(shape: string, many: number): Promise<string[]> {
  const numbers = Array.from({ length: many }, () => serial++)
  return each(numbers, async (n) => {
    const { charge } = await engine.charge(shop.tenant, { ...shapes[shape]!(n), idempotencyKey: `charge-${n}` })
    return uuidToId('chg', charge.id)
  })
}

let refunded = 0
async function refund(charge: string): Promise<void> {
  const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
  await engine.refund(shop.tenant, { charge, ask: {}, ...nothing, idempotencyKey: `refund-${charge}` })
  refunded += 1
}

const cpuMs = ({ engineCpuMs, databaseCpuMs }: Cost) => engineCpuMs + databaseCpuMs
const median = (costs: readonly Cost[]): Cost => [...costs].sort((a, b) => cpuMs(a) - cpuMs(b))[costs.length >> 1]!
const told = (cost: Cost) =>
  `${Math.round(cost.rate).toLocaleString('en').padStart(7)}/s  CPU of one: engine ${cost.engineCpuMs.toFixed(3)} ms, database ${cost.databaseCpuMs.toFixed(3)} ms`

const machine = `${os.cpus()[0]?.model} × ${os.cpus().length}, Node ${process.version}`
console.log(`${machine}: ${count.toLocaleString('en')} a shape and round, ${rounds} rounds`)
const names = Object.keys(shapes).filter((name) => name.includes(values.only))
const costs = new Map(names.map((name) => [name, { charge: [] as Cost[], refund: [] as Cost[] }]))
for (const name of names) await each(await charged(name, Math.min(2_000, count)), refund) // warm-up
for (let round = 1; round <= rounds; round += 1) {
  // Rotates the order of the shapes, because each pays for the cleanup that the previous one leaves.
  const first = round % names.length
  for (const name of [...names.slice(first), ...names.slice(0, first)]) {
    const found = costs.get(name)!
    const charging = await measured(count, () => charged(name, count))
    const refunding = await measured(count, () => each(charging.out, refund))
    found.charge.push(charging.cost)
    found.refund.push(refunding.cost)
    console.log(`round ${round}  ${name.padEnd(8)} charge ${told(charging.cost)}`)
    console.log(`round ${round}  ${name.padEnd(8)} refund ${told(refunding.cost)}`)
  }
}

const faults: string[] = []
const bulks: BulkMeasure[] = []
for (const rows of bulkRows > 0 ? [Math.ceil(bulkRows / 10), bulkRows] : []) {
  await charged('payment', rows)
  const bulk = await bulkRefund(rows)
  bulks.push(bulk)
  refunded += bulk.refunded
  if (bulk.refunded !== rows) faults.push(`of ${rows} rows ${bulk.refunded} were given back`)
  console.log(`bulk refund of ${rows.toLocaleString('en')}: ${JSON.stringify(bulk)}`)
}

/** Runs the bulk refund in a separate process, for all charges that are not refunded yet. */
async function bulkRefund(rows: number): Promise<BulkMeasure> {
  const child = spawn(process.execPath, ['--expose-gc', path.join(import.meta.dirname, 'refunds/bulk.ts')], {
    env: { ...process.env, DATABASE_URL: server.url, BENCH_TENANT: String(shop.tenant), BENCH_ROWS: String(rows) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the bulk refund ended with ${code}`)
  return JSON.parse(text) as BulkMeasure
}

const [counted] = await db.query<{ refunds: bigint; left: bigint; pending: bigint }>(
  `SELECT (SELECT count(*) FROM refund WHERE tenant = $1) AS refunds,
          count(*) FILTER (WHERE refunded + pending <> captured) AS left,
          count(*) FILTER (WHERE pending > 0 AND gateway IS NULL) AS pending FROM charge WHERE tenant = $1`,
  [shop.tenant],
)
if (Number(counted!.refunds) !== refunded) faults.push(`${counted!.refunds} refunds, ${refunded} acknowledged`)
if (counted!.left > 0n) faults.push(`${counted!.left} charges were not given back whole`)
if (counted!.pending > 0n) faults.push(`${counted!.pending} charges without a gateway are pending`)
faults.push(...(await checkBooks(db)).faults.map(({ code, detail }) => `${code}: ${detail}`))
faults.push(...(await checkRollups(db)).faults.map((fault) => `rollups: ${JSON.stringify(fault)}`))
await database.close()
await server.stop()
rmSync(folder, { recursive: true, force: true })

console.log('\nmedian by CPU; ratios: median of the rounds')
const middle = (all: readonly number[]) => Number(all.toSorted((a, b) => a - b)[all.length >> 1]!.toFixed(2))
const results = Object.fromEntries(
  [...costs].map(([name, found]) => {
    const [charge, back] = [median(found.charge), median(found.refund)]
    // Compares the refunds of each round with its own charges, so that disturbances of the machine affect both.
    const ratios = {
      cpu: middle(found.refund.map((each, i) => cpuMs(each) / cpuMs(found.charge[i]!))),
      wall: middle(found.refund.map((each, i) => found.charge[i]!.rate / each.rate)),
    }
    console.log(`  ${name.padEnd(8)} charge ${told(charge)}`)
    console.log(`  ${name.padEnd(8)} refund ${told(back)}: ${ratios.cpu} × the CPU, ${ratios.wall} × the time`)
    return [name, { charge, refund: back, ratios }]
  }),
)
for (const fault of faults.slice(0, 20)) console.log(`WRONG: ${fault}`)
const summary = {
  bench: 'refunds',
  date: new Date().toISOString().slice(0, 10),
  machine,
  loadAverage: os.loadavg()[0]!.toFixed(1),
  target: TARGET,
  reached: Object.values(results).every(({ ratios }) => ratios.cpu <= TARGET),
  results,
  bulks,
  refunds: refunded,
  faults: faults.length,
}
console.log(JSON.stringify(summary))
if (faults.length > 0) process.exit(1)
