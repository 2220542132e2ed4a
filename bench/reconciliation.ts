/**
 * Measures how fast a bill is reconciled. Charges and refunds are written by SQL with postings as the engine makes
 * them; the bill agrees with them except for a known share of faults of every class, which must all be found, and
 * nothing else. The reference, in the same run, looks up each line of a sample separately over one connection, as a
 * program that reads the bill row by row would (order, refund, fee), scaled to the whole bill. The last line is one
 * JSON object.
 *
 *     npm run bench -- reconciliation --rows 10000
 */

import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { openDatabase, type TenantDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { Engine } from '../src/engine/engine.ts'
import type { BillLine } from '../src/gateways/gateway.ts'
import type { BatchId } from '../src/ledger/account.ts'
import { lines } from '../src/lines/index.ts'
import { Outgoing } from '../src/outgoing/outgoing.ts'
import { Gateways } from '../src/processing/gateways.ts'
import { Seal } from '../src/seal.ts'
import type { RunRow } from '../src/settlement/reconciliation/record.ts'
import { runOver } from '../src/settlement/reconciliation/run.ts'
import { createTenant } from '../src/tenants/tenants.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { rows: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
})
const [rows, rounds] = [Number(values.rows), Number(values.rounds)]
/** Eight of ten lines are payments. */
const payments = Math.floor(rows * 0.8)
const TARGET_SECONDS = 10
const SAMPLE = Math.min(2_000, rows)
const DAY = Temporal.Now.plainDateISO('Asia/Shanghai').subtract({ days: 1 }).toString()
const FEE = 210_000n
const AMOUNT = 100_000_000n
const BACK = 10_000_000n

const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-'))
const server = await startEmbedded({ folder })
const database = openDatabase(server.url)
const faults: string[] = []
let result: object = {}
try {
  await migrate(database, lines.migrations)
  const { id: tenant } = await createTenant(database, 'bench', 'Asia/Shanghai')
  const db = database.tenant(tenant)
  const seal = new Seal(Buffer.alloc(32, 1))
  const gateways = new Gateways(seal, new Outgoing({ targets: 'loopback' }))
  const settings = { baseUrl: 'http://127.0.0.1:9', merchant: 'bench', secret: 'bench-bench-bench-bench' }
  await gateways.put(db, { name: 'sandbox', kind: 'sandbox', settings, enabled: true })
  const machine = `${os.cpus()[0]?.model} × ${os.cpus().length}, Node ${process.version}`
  console.log(`${machine}: ${rows.toLocaleString('en')} lines`)
  const filled = await timed(() => fill(db))
  console.log(`books written in ${filled.seconds.toFixed(1)} s`)
  const bill = await billOf(db)
  const context = { engine: new Engine(database, lines), gateways }
  const seconds: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const request = { gateway: 'sandbox', date: DAY, actor: 'bench' }
    const run = await timed(() => runOver(context, tenant, request, streamed(bill)))
    seconds.push(run.seconds)
    faults.push(...wrong(run.value))
    console.log(`round ${round}: ${run.seconds.toFixed(2)} s, ${Math.round(bill.length / run.seconds)} lines/s`)
  }
  const reference = await timed(() => rowByRow(db, bill.slice(0, SAMPLE)))
  const referenceSeconds = (reference.seconds * bill.length) / SAMPLE
  const best = Math.min(...seconds)
  console.log(`row by row: ${referenceSeconds.toFixed(2)} s (${SAMPLE} of the lines, scaled)`)
  for (const fault of faults) console.log(`WRONG: ${fault}`)
  result = {
    bench: 'reconciliation',
    date: new Date().toISOString().slice(0, 10),
    machine,
    loadAverage: os.loadavg()[0]!.toFixed(1),
    rows: bill.length,
    seconds: rounded(best),
    worstSeconds: rounded(Math.max(...seconds)),
    rowByRowSeconds: rounded(referenceSeconds),
    toRowByRow: rounded(best / referenceSeconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    met: rows === 10_000 ? Math.max(...seconds) < TARGET_SECONDS : null,
    agrees: faults.length === 0,
  }
} finally {
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(JSON.stringify(result))
if (faults.length > 0) process.exit(1)

/**
 * Charges with a gateway fee, and refunds that return their share of it; five hundred per batch, like postings gathered
 * by the engine.
 */
async function fill(db: TenantDatabase): Promise<void> {
  const noon = Temporal.PlainDate.from(DAY).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '12:00' })
  const at = new Date(noon.epochMilliseconds)
  await db.execute(
    `INSERT INTO account (tenant, path, unit) SELECT $1, path, 'CNY' FROM unnest(ARRAY['platform/cost', 'sandbox/fees']) AS t(path)`,
    [db.tenant],
  )
  await db.execute(
    `INSERT INTO charge (tenant, id, batch, line, product, payer, payee, unit, captured, gateway, gateway_order, effective_at,
                         recorded_at, draft, actor)
     SELECT $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1 + n / 500, 'payments', 'scan-pay', 'usr_' || n,
            'mch_1', 'CNY', $3, 'sandbox', 'order-' || n, $4, $4, repeat('x', 1500), 'bench' FROM generate_series(0, $2::int - 1) n`,
    [db.tenant, payments, AMOUNT, at],
  )
  await db.execute(
    `INSERT INTO transfer (tenant, batch, n, posting, debit, credit, amount, kind, effective_at, recorded_at)
     SELECT $1, c.batch, row_number() OVER (PARTITION BY c.batch ORDER BY c.id), c.id, cost.id, fees.id, $2, 'cost', $3, $3
     FROM charge c, account cost, account fees WHERE c.tenant = $1 AND cost.tenant = $1 AND cost.path = 'platform/cost'
       AND fees.tenant = $1 AND fees.path = 'sandbox/fees'`,
    [db.tenant, FEE, at],
  )
  await db.execute(
    `INSERT INTO refund (tenant, id, charge, batch, unit, amount, status, gateway, settled_at, effective_at, recorded_at, plan, actor)
     SELECT $1, ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid,
            ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1000000 + n / 500, 'CNY', $3, 'succeeded', 'sandbox', $4, $4,
            $4, '{}', 'bench' FROM generate_series(0, $2::int - 1) n`,
    [db.tenant, rows - payments, BACK, at],
  )
  await db.execute(
    `INSERT INTO gateway_refund (tenant, refund, gateway, number, gateway_order, total, amount, unit, status, created_at)
     SELECT $1, id, 'sandbox', 'refund-' || (row_number() OVER (ORDER BY id) - 1), 'order-' || (row_number() OVER (ORDER BY id) - 1),
            $2, amount, 'CNY', 'succeeded', $3 FROM refund WHERE tenant = $1`,
    [db.tenant, AMOUNT, at],
  )
  await db.execute(
    `INSERT INTO transfer (tenant, batch, n, posting, debit, credit, amount, kind, effective_at, recorded_at)
     SELECT $1, r.batch, row_number() OVER (PARTITION BY r.batch ORDER BY r.id), r.id, fees.id, cost.id, $2, 'cost', $3, $3
     FROM refund r, account cost, account fees WHERE r.tenant = $1 AND cost.tenant = $1 AND cost.path = 'platform/cost'
       AND fees.tenant = $1 AND fees.path = 'sandbox/fees'`,
    [db.tenant, FEE / 10n, at],
  )
}

/** The n-th line of the bill; each fault occurs in one line of a hundred. */
async function billOf(_db: TenantDatabase): Promise<BillLine[]> {
  const at = new Date(`${DAY}T12:00:00+08:00`)
  const lines: BillLine[] = []
  for (let n = 0; n < rows; n += 1) {
    const refund = n >= payments
    const i = refund ? n - payments : n
    const base: BillLine = {
      kind: refund ? 'refund' : 'payment',
      number: refund ? `refund-${i}` : `order-${i}`,
      order: `order-${i}`,
      providerNumber: `there-${n}`,
      amount: refund ? BACK : AMOUNT,
      fee: refund ? 20_000n : FEE,
      unit: 'CNY',
      at,
      status: refund ? 'succeeded' : 'paid',
    }
    const fault = i % 100
    if (fault === 1) continue // missing on the bill
    lines.push(
      fault === 2
        ? { ...base, amount: base.amount + 10_000n }
        : fault === 3
          ? { ...base, fee: base.fee! + 30_000n }
          : base,
    )
    if (fault === 4) lines.push({ ...base, number: `${base.number}-x`, order: `${base.order}-x` }) // missing in our books
    if (fault === 5 && refund) lines.splice(-1, 1, { ...base, status: 'closed' })
  }
  return lines
}

function wrong({ classes }: RunRow): string[] {
  const per = (total: number, of: number) => Math.floor((total + 99 - of) / 100)
  const refunds = rows - payments
  const wanted: Record<string, number> = {}
  for (const [kind, total] of Object.entries({ payment: payments, refund: refunds })) {
    wanted[`${kind} missing_there`] = per(total, 1)
    wanted[`${kind} amount_differs`] = per(total, 2)
    wanted[`${kind} fee_differs`] = per(total, 3)
    wanted[`${kind} missing_here`] = per(total, 4)
  }
  wanted['refund status_differs'] = per(refunds, 5)
  const found = new Map(classes.map((each) => [`${each.kind} ${each.class}`, each.count]))
  const off = Object.entries(wanted).filter(([name, count]) => (found.get(name) ?? 0) !== count)
  const all = [...found.values()].reduce((sum, count) => sum + count, 0)
  const expected = rows + wanted['payment missing_here']! + wanted['refund missing_here']!
  return [
    ...off.map(([name, count]) => `${found.get(name) ?? 0} × ${name}, not ${count}`),
    ...(all === expected ? [] : [`${all} lines in all, not ${expected}`]),
    ...(found.has('payment open') || found.has('refund open') ? ['something is open'] : []),
  ]
}

/** Measures the time to look up each line separately. */
async function rowByRow(db: TenantDatabase, lines: readonly BillLine[]): Promise<number> {
  let found = 0
  for (const { kind, number, order } of lines) {
    const [posting] =
      kind === 'payment'
        ? await db.query<{ id: string; batch: BatchId }>(
            'SELECT id, batch, captured FROM charge WHERE tenant = $1 AND gateway = $2 AND gateway_order = $3',
            [db.tenant, 'sandbox', order],
          )
        : await db.query<{ id: string; batch: BatchId }>(
            `SELECT r.id, r.batch, g.amount FROM gateway_refund g JOIN refund r ON r.tenant = g.tenant AND r.id = g.refund
             WHERE g.tenant = $1 AND g.gateway = $2 AND g.number = $3`,
            [db.tenant, 'sandbox', number],
          )
    if (!posting) continue
    await db.query('SELECT sum(amount) FROM transfer WHERE tenant = $1 AND batch = $2 AND posting = $3', [
      db.tenant,
      posting.batch,
      posting.id,
    ])
    found += 1
  }
  return found
}

async function* streamed(lines: readonly BillLine[]): AsyncGenerator<BillLine, void, undefined> {
  yield* lines
}

async function timed<T>(run: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now()
  const value = await run()
  return { seconds: (performance.now() - start) / 1000, value }
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000
}
