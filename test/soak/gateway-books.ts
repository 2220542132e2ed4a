/**
 * Compares our books with those of the sandbox, and both with the reconciliation, after nothing is pending any more.
 */
import { Temporal } from 'temporal-polyfill'
import { openDatabase, type TenantDatabase } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { Engine } from '../../src/engine/engine.ts'
import type { SandboxBooks } from '../../src/gateways/sandbox/process.ts'
import { sandboxRules } from '../../src/gateways/sandbox/rules.ts'
import { type Uuid, uuidToId } from '../../src/ids.ts'
import { lines } from '../../src/lines/index.ts'
import { formatMicros, type Micros, minorUnit } from '../../src/money/amount.ts'
import { Outgoing } from '../../src/outgoing/outgoing.ts'
import { Gateways } from '../../src/processing/gateways.ts'
import type { ExecutionContext } from '../../src/processing/refunds.ts'
import { prepareSeal } from '../../src/server/secret-key.ts'
import { approve } from '../../src/settlement/reconciliation/approve.ts'
import { listDifferences, readRun } from '../../src/settlement/reconciliation/record.ts'
import { runJob, startRun } from '../../src/settlement/reconciliation/run.ts'
import { readSettings, writeSettings } from '../../src/settlement/reconciliation/settings.ts'
import { GATEWAY, type PaidOrder, type Sent, UNIT } from './gateway-load.ts'
import type { Site } from './site.ts'

export interface Told {
  readonly paid: readonly PaidOrder[]
  readonly unpaid: readonly string[]
  readonly sent: readonly Sent[]
}

export interface BooksReport {
  /** Discrepancies, in words; empty if everything agrees. */
  readonly wrong: readonly string[]
  readonly charges: number
  readonly refundsSucceeded: number
  readonly refundsFailed: number
  readonly captured: string
  readonly givenBack: string
  readonly reconciled: Reconciled
}

interface Reconciled {
  readonly lines: number
  readonly matched: number
  /** Items in transit, or that differ in anything but the fee roundings of a day. */
  readonly others: number
  /** The sum of all fee roundings, as booked by the approved correction. */
  readonly feeRoundings: string
}

interface Charge {
  readonly id: Uuid
  readonly order: string
  readonly captured: Micros
  readonly refunded: Micros
  readonly pending: Micros
  readonly key: string | null
}

interface Refund {
  readonly id: Uuid
  readonly charge: string
  readonly status: string
  readonly key: string | null
  readonly number: string
  readonly order: string
  readonly carried: Micros
}

/** Opens the data folder of a stopped site; the sandbox must be running. */
export async function compareBooks(site: Site, books: SandboxBooks, told: Told): Promise<BooksReport> {
  const server = await startEmbedded({ folder: site.data })
  const database = openDatabase(server.url)
  try {
    const [tenant] = await database.system.query<{ id: number }>('SELECT id FROM tenant')
    const gateways = new Gateways((await prepareSeal(database, site.data)).seal, new Outgoing({ targets: 'loopback' }))
    const context = { engine: new Engine(database, lines), gateways }
    const { db } = context.engine.tenant(tenant!.id)
    const charges = await db.query<Charge>(
      `SELECT id, gateway_order AS "order", captured, refunded, pending, idempotency_key AS key FROM charge
       WHERE tenant = $1 AND gateway = $2`,
      [db.tenant, GATEWAY],
    )
    const refunds = await db.query<Refund>(
      `SELECT r.id, r.charge, r.status, r.idempotency_key AS key, g.number, g.gateway_order AS "order", g.amount AS carried
       FROM refund r CROSS JOIN LATERAL (SELECT * FROM gateway_refund g WHERE g.tenant = $1 AND g.refund = r.id OFFSET 0) g
       WHERE r.tenant = $1`,
      [db.tenant],
    )
    const [all] = await db.query<{ charges: bigint; refunds: bigint }>(
      `SELECT (SELECT count(*) FROM charge WHERE tenant = $1) AS charges, (SELECT count(*) FROM refund WHERE tenant = $1) AS refunds`,
      [db.tenant],
    )
    const wrong = [
      ...(Number(all!.charges) === charges.length ? [] : [`${all!.charges} charges, ${charges.length} with an order`]),
      ...(Number(all!.refunds) === refunds.length ? [] : [`${all!.refunds} refunds, ${refunds.length} at the gateway`]),
      ...ordersDiffer(charges, books, told),
      ...refundsDiffer(charges, refunds, books),
      ...requestsDiffer(charges, refunds, told.sent),
      ...moneyDiffers(charges, books),
    ]
    const clearing = await balance(db, `${GATEWAY}/clearing`)
    if (clearing !== 0n) wrong.push(`${formatMicros(clearing, UNIT)} is left on the clearing account`)
    const { reconciled, faults } = await reconcile(context, db, books)
    const succeeded = refunds.filter(({ status }) => status === 'succeeded')
    return {
      wrong: [...wrong, ...faults],
      charges: charges.length,
      refundsSucceeded: succeeded.length,
      refundsFailed: refunds.filter(({ status }) => status === 'failed').length,
      captured: formatMicros(sum(charges.map(({ captured }) => captured)), UNIT),
      givenBack: formatMicros(sum(succeeded.map(({ carried }) => carried)), UNIT),
      reconciled,
    }
  } finally {
    await database.close()
    await server.stop()
  }
}

const sum = (amounts: readonly Micros[]): Micros => amounts.reduce((total, amount) => total + amount, 0n)

async function balance(db: TenantDatabase, account: string): Promise<Micros> {
  const [row] = await db.query<{ balance: bigint }>(
    'SELECT balance FROM account WHERE tenant = $1 AND path = $2 AND unit = $3',
    [db.tenant, account, UNIT],
  )
  return row?.balance ?? 0n
}

/** Every paid order is charged exactly once, for the paid amount; no other order is charged. */
function* ordersDiffer(charges: readonly Charge[], { orders }: SandboxBooks, told: Told): Generator<string> {
  const charged = Map.groupBy(charges, ({ order }) => order)
  for (const [number, { status, amount }] of orders) {
    const found = charged.get(number) ?? []
    if (status === 'open') yield `order ${number} is still open`
    if (found.length !== (status === 'paid' ? 1 : 0))
      yield `order ${number} is ${status} and charged ${found.length} times`
    if (found[0] && found[0].captured !== amount) yield `order ${number}: ${amount} there, ${found[0].captured} here`
  }
  for (const { order } of charges) if (!orders.has(order)) yield `charge of an order ${order} that is not there`
  for (const { number, charge } of told.paid) {
    const found: string[] = charged.get(number)?.map(({ id }) => uuidToId('chg', id)) ?? []
    if (orders.get(number)?.status !== 'paid') yield `the paid order ${number} is ${orders.get(number)?.status} there`
    if (charge === undefined || !found.includes(charge)) yield `the charge ${charge} of order ${number} was lost`
  }
  for (const number of told.unpaid) {
    if (charged.has(number)) yield `order ${number} was never paid and is charged`
  }
}

/**
 * Every succeeded refund exists once at the provider with the same amount, no failed refund was executed there, and
 * there are no others.
 */
function* refundsDiffer(
  charges: readonly Charge[],
  refunds: readonly Refund[],
  books: SandboxBooks,
): Generator<string> {
  const ours = Map.groupBy(refunds, ({ number }) => number)
  for (const { id, number, status, carried, order } of refunds) {
    const there = books.refunds.get(number)
    if (status !== 'succeeded' && status !== 'failed') yield `refund ${uuidToId('rfd', id)} is ${status}`
    if (ours.get(number)!.length !== 1) yield `refund number ${number} is used ${ours.get(number)!.length} times`
    const wanted = status === 'succeeded' ? ['succeeded'] : ['closed', undefined]
    if (!wanted.includes(there?.status)) yield `refund ${number} is ${status} here, ${there?.status} there`
    if (there && (there.amount !== carried || there.order !== order)) yield `refund ${number} is another one there`
  }
  for (const number of books.refunds.keys()) if (!ours.has(number)) yield `refund ${number} is only there`
  const given = Map.groupBy(refunds, ({ charge }) => charge)
  for (const { id, order, refunded, pending } of charges) {
    const back = sum((given.get(id) ?? []).flatMap(({ status, carried }) => (status === 'succeeded' ? [carried] : [])))
    const there = books.orders.get(order)?.refunded
    if (pending !== 0n || refunded !== back || there !== back) {
      yield `order ${order}: given back ${back}, on the charge ${refunded} (pending ${pending}), there ${there}`
    }
  }
}

/** Every acknowledged request exists exactly once under its key; no refused one exists. */
function* requestsDiffer(
  charges: readonly Charge[],
  refunds: readonly Refund[],
  sent: readonly Sent[],
): Generator<string> {
  const ids = new Map<string, string[]>()
  const add = (key: string | null, id: string) => key !== null && ids.set(key, [...(ids.get(key) ?? []), id])
  for (const { key, id } of charges) add(key, uuidToId('chg', id))
  for (const { key, id } of refunds) add(key, uuidToId('rfd', id))
  const known = new Set<string>(refunds.map(({ id }) => uuidToId('rfd', id)))
  for (const { key, id, refused } of sent) {
    const found = ids.get(key) ?? []
    if (found.length > 1) yield `${key} is there ${found.length} times`
    if (id !== undefined && !found.includes(id)) yield `${key}: ${id} was acknowledged and is lost`
    if (id === undefined && found.length > 0) yield `${key} was refused (${refused}) and is there`
    if (id !== undefined) known.delete(id)
  }
  for (const id of known) yield `the refund ${id} was not acknowledged, or another one was under its key`
}

/** Our totals of payments and refunds equal the sums of the provider's own movements. */
function* moneyDiffers(charges: readonly Charge[], { merchants }: SandboxBooks): Generator<string> {
  const { movements, balances } = merchants[0]!
  const moved = (...kinds: string[]) =>
    sum(movements.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => BigInt(amount) * minorUnit(UNIT)))
  const captured = sum(charges.map((charge) => charge.captured))
  const back = sum(charges.map(({ refunded }) => refunded))
  if (moved('payment') !== captured) yield `${moved('payment')} was paid there, ${captured} captured here`
  const returned = -moved('refund', 'refund_closed')
  if (returned !== back) yield `${returned} was given back there, ${back} here`
  const all = sum(movements.map(({ amount }) => BigInt(amount) * minorUnit(UNIT)))
  if (balances.get(UNIT) !== all) yield 'the sandbox’s balance is not the sum of its movements'
}

/** Runs the reconciliation of every day with activity. Only fee roundings may differ, and they are then booked. */
async function reconcile(
  context: ExecutionContext,
  db: TenantDatabase,
  books: SandboxBooks,
): Promise<{ reconciled: Reconciled; faults: string[] }> {
  const faults: string[] = []
  const settings = await readSettings(db, GATEWAY)
  // The provider rounds twice to whole cents; our share of the fee is calculated from a rounded fee.
  await writeSettings(db, GATEWAY, { ...settings, feeTolerance: minorUnit(UNIT) })
  const [counts, rounded] = [{ lines: 0, matched: 0, others: 0 }, { sum: 0n }]
  for (const date of daysOf(books)) {
    const started = await startRun(context, db.tenant, { gateway: GATEWAY, date, actor: 'soak' })
    await runJob(context, { tenant: db.tenant, reconciliation: started.id }, true)
    const run = (await readRun(db, started.id))!
    if (run.status !== 'completed') faults.push(`the reconciliation of ${date} is ${run.status}: ${run.failureMessage}`)
    counts.lines += Number(run.lines)
    for (const { class: name, kind, count, amount, ourAmount } of run.classes) {
      if (name === 'matched') counts.matched += count
      else counts.others += count
      if (name !== 'matched') faults.push(`${date}: ${count} ${kind}s are ${name}: ${amount} there, ${ourAmount} here`)
    }
    for (const difference of await listDifferences(db, run.id, {}, { limit: 200 })) {
      if (difference.class === 'fee_differs' && difference.line === null) rounded.sum += difference.fee
      else faults.push(`${date}: ${difference.class} of ${difference.line?.number}`)
    }
    const { decided } = await approve(context, db.tenant, run.id, {
      which: {},
      decision: { actor: 'somebody else', note: null },
    })
    for (const { problem } of decided) if (problem) faults.push(`${date}: ${problem.code}`)
  }
  faults.push(...(await feesDiffer(db, books)))
  return { reconciled: { ...counts, feeRoundings: formatMicros(rounded.sum, UNIT) }, faults }
}

function daysOf({ orders, refunds }: SandboxBooks): string[] {
  const times = [...orders.values()].flatMap(({ paidAt }) => paidAt ?? [])
  const all = [...times, ...[...refunds.values()].map(({ acceptedAt }) => acceptedAt)]
  const day = (time: string) =>
    Temporal.Instant.from(time).toZonedDateTimeISO(sandboxRules.timeZone).toPlainDate().toString()
  return [...new Set(all.map(day))].sort()
}

/** With the roundings booked, the fees retained by the provider equal ours to less than a cent per day. */
async function feesDiffer(db: TenantDatabase, books: SandboxBooks): Promise<string[]> {
  const kept = [...books.orders.values()].map(({ fee, feeReturned }) => fee - feeReturned)
  const ours = await balance(db, `${GATEWAY}/fees`)
  const apart = sum(kept) - ours
  const most = minorUnit(UNIT) * BigInt(daysOf(books).length)
  return apart < most && apart > -most ? [] : [`fees: ${sum(kept)} there, ${ours} here`]
}
