/**
 * Executes approved corrections. A correction that only moves money between accounts is posted in the transaction of
 * the approval. Others (charging a payment, posting or settling a refund) are claimed first, executed by the module
 * concerned, and marked as done afterwards. These steps are idempotent: after a crash the difference is still
 * `executing` and can be approved again.
 *
 * Locks: the run's row (shared), the difference's, then as in src/ledger/post.ts. Idempotency: the journal entry has
 * the key `reconciliation <run>:<difference>`; a refund has a key made of the provider's number, so two runs never post
 * it twice; a payment is charged once per order, a refund settled once.
 */
import { recordAudit } from '../../audit/audit.ts'
import type { RefundPolicy } from '../../charges/draft.ts'
import { readCharges } from '../../charges/record.ts'
import type { TenantQueryable, TenantTransaction } from '../../db/connect.ts'
import { GatewayError } from '../../gateways/gateway.ts'
import { newUuid, type Uuid, uuidToId } from '../../ids.ts'
import { enqueue } from '../../jobs/queue.ts'
import { type Account, accountKey } from '../../ledger/account.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { post } from '../../ledger/post.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { applyOrderNotification } from '../../processing/payments.ts'
import type { ExecutionContext } from '../../processing/refunds.ts'
import { unavailable } from '../../processing/unavailable.ts'
import { executeRefund, jobAgain } from '../../refunds/queue.ts'
import { postRefunds } from '../../refunds/refund.ts'
import { type CorrectionTransfer, transfersOf } from './correction.ts'
import {
  type DifferenceFilter,
  type DifferenceRow,
  type DifferenceStatus,
  listDifferences,
  lockDifference,
  type RunRow,
  readRun,
} from './record.ts'
import { readSettings } from './settings.ts'

export interface Decision {
  readonly actor: string
  readonly note: string | null
}

/** Result for one difference; `problem`: why its status is unchanged. */
interface Decided {
  readonly n: number
  readonly status: DifferenceStatus
  readonly problem: Problem | null
}

/** Maximum number of differences decided per call. */
const MOST = 200

/**
 * Approves the matching differences of a run, at most 200, in order; continue with `after` = `next` until it is null.
 * Each is approved independently of the others.
 * @throws Problem `reconciliation_unknown`.
 */
export function approve(
  context: ExecutionContext,
  tenant: number,
  run: Uuid,
  { which, decision }: { readonly which: Which; readonly decision: Decision },
): Promise<Answer> {
  return each(context, tenant, { id: run, which }, (row, n) => approveOne(context, tenant, { run: row, n, decision }))
}

/** Declines the matching differences, with a note. @throws Problem `reconciliation_unknown`. */
export function decline(
  context: ExecutionContext,
  tenant: number,
  run: Uuid,
  { which, decision }: { readonly which: Which; readonly decision: Decision },
): Promise<Answer> {
  const { db } = context.engine.tenant(tenant)
  return each(context, tenant, { id: run, which }, (row, n) =>
    db.transaction(async (tx) => {
      const difference = await claim(tx, { id: row.id, n }, decision, 'declined')
      if (difference.status === 'executing') throw new Problem('difference_decided', { status: difference.status })
      await decide(tx, row.id, n, { status: 'declined', decision })
      return 'declined' as const
    }),
  )
}

export interface Which extends Omit<DifferenceFilter, 'status'> {
  readonly after?: number
}
export interface Answer {
  readonly decided: readonly Decided[]
  readonly next: number | null
}

async function each(
  { engine }: ExecutionContext,
  tenant: number,
  { id, which: { after, ...filter } }: { readonly id: Uuid; readonly which: Which },
  act: (run: RunRow, n: number) => Promise<DifferenceStatus>,
): Promise<Answer> {
  const { db } = engine.tenant(tenant)
  const run = await readRun(db, id)
  if (!run) throw new Problem('reconciliation_unknown', { reconciliation: uuidToId('rcn', id) })
  // Differences selected by number are included whatever their status, so that each gets a result; otherwise only
  // undecided ones.
  const named = filter.numbers !== undefined
  const rows = await listDifferences(db, id, filter, { limit: named ? MOST + 1 : 100_000, after: BigInt(after ?? 0) })
  const waiting = rows.filter(({ status }) => named || status === 'proposed' || status === 'executing')
  const decided: Decided[] = []
  for (const { n, status } of waiting.slice(0, MOST)) {
    try {
      decided.push({ n, status: await act(run, n), problem: null })
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error
      decided.push({ n, status, problem: error })
    }
  }
  const found = new Set(rows.map(({ n }) => n))
  for (const n of filter.numbers ?? []) {
    if (!found.has(n)) {
      decided.push({ n, status: 'proposed', problem: new Problem('difference_unknown', { difference: n }) })
    }
  }
  return { decided, next: waiting.length > MOST ? decided[MOST - 1]!.n : null }
}

async function approveOne(
  context: ExecutionContext,
  tenant: number,
  { run, n, decision }: { readonly run: RunRow; readonly n: number; readonly decision: Decision },
): Promise<DifferenceStatus> {
  const { db, directory } = context.engine.tenant(tenant)
  const [known] = await listDifferences(db, run.id, { numbers: [n] }, { limit: 1 })
  if (!known) throw new Problem('difference_unknown', { difference: n })
  const transfers = transfersOf(run.gateway, known)
  const names = transfers.flatMap(({ from, to, unit }) => [from, to].map((path) => ({ path, unit })))
  const claimed = await directory.transaction(db, names, async (tx, accounts) => {
    const difference = await claim(tx, { id: run.id, n }, decision, 'approved')
    if (difference.status === 'done') return difference
    // The correction changed after it was displayed, so the approval does not cover it.
    if (difference.correction !== known.correction) throw new Problem('difference_decided', { status: 'changed' })
    return carryOut(tx, run, difference, { transfers, accounts, decision })
  })
  if (claimed.status !== 'executing') return claimed.status
  return finish(context, tenant, { run, difference: claimed, decision })
}

interface Posting {
  readonly transfers: readonly CorrectionTransfer[]
  readonly accounts: ReadonlyMap<string, Account>
  readonly decision: Decision
}

/** Executes what the transaction of the approval can do itself; any other correction is marked as `executing`. */
async function carryOut(
  tx: TenantQueryable,
  run: RunRow,
  difference: DifferenceRow,
  posting: Posting,
): Promise<DifferenceRow> {
  const { decision } = posting
  const { n, line, correction } = difference
  const done = async (result: Result) => {
    await decide(tx, run.id, n, { status: 'done', decision, ...result })
    return { ...difference, status: 'done' as const }
  }
  if (correction === 'book_suspense' || correction === 'book_fee') {
    const journal = await postCorrection(tx, run, difference, posting)
    if (line === null) await adjustRoundings(tx, run, difference)
    else await adjust(tx, run, difference, { amount: difference.amount, fee: difference.fee })
    return done({ journal })
  }
  if (correction === 'ask_again') {
    await enqueue(tx, executeRefund, [jobAgain(tx.tenant, { refund: line!.refund!, gateway: run.gateway })])
    await adjust(tx, run, difference, { asked: true })
    return done({})
  }
  if (correction === 'review') return done({})
  await decide(tx, run.id, n, { status: 'executing', decision })
  return { ...difference, status: 'executing' }
}

/**
 * Locks a difference, checks that it can be decided, and records the decision in the audit trail.
 * @throws Problem `reconciliation_superseded`, `reconciliation_not_completed`, `difference_unknown`,
 * `difference_decided`, `second_person_needed`.
 */
async function claim(
  tx: TenantTransaction,
  { id, n }: { readonly id: Uuid; readonly n: number },
  { actor, note }: Decision,
  action: 'approved' | 'declined',
): Promise<DifferenceRow> {
  const run = (await readRun(tx, id, 'share'))!
  const reconciliation = uuidToId('rcn', id)
  if (run.status === 'superseded') throw new Problem('reconciliation_superseded', { reconciliation })
  if (run.status !== 'completed') throw new Problem('reconciliation_not_completed', { reconciliation })
  const difference = await lockDifference(tx, id, n)
  if (!difference) throw new Problem('difference_unknown', { difference: n })
  const { status, correction, unit } = difference
  if (status === 'done' && action === 'approved') return difference
  if (status === 'done' || status === 'declined') throw new Problem('difference_decided', { status })
  const { twoPeopleAbove } = await readSettings(tx, run.gateway)
  const magnitude = sizeOf(difference)
  if (action === 'approved' && twoPeopleAbove !== null && magnitude > twoPeopleAbove && actor === run.startedBy) {
    throw new Problem('second_person_needed', { amount: formatMicros(magnitude, unit), unit })
  }
  const detail = { difference: n, class: difference.class, correction, unit, size: formatMicros(magnitude, unit), note }
  await recordAudit(tx, {
    actor,
    action: `reconciliation_correction_${action}`,
    subject: reconciliation,
    detail,
  })
  return difference
}

/** Returns the size of a correction: the largest amount it moves, or else the amount of the line. */
function sizeOf({ amount, fee, line }: DifferenceRow): Micros {
  const sizes = [amount, fee, amount === 0n && fee === 0n ? (line?.amount ?? line?.ourAmount ?? 0n) : 0n]
  return sizes.map((size) => (size < 0n ? -size : size)).reduce((most, size) => (size > most ? size : most))
}

async function postCorrection(
  tx: TenantQueryable,
  run: RunRow,
  { n, class: of, line }: DifferenceRow,
  { transfers, accounts, decision }: Posting,
): Promise<string | null> {
  if (transfers.length === 0) return null
  const id = newUuid()
  const key = `reconciliation ${uuidToId('rcn', run.id)}:${n}`
  const account = (path: string, unit: string) => accounts.get(accountKey({ path, unit }))!
  const posted = transfers.map(({ from, to, unit, amount, kind }) => ({
    debit: account(from, unit),
    credit: account(to, unit),
    component: null,
    ...{ amount, kind },
  }))
  const { batch } = await post(tx, [{ id, effectiveAt: null, transfers: posted }])
  const about = line === null ? 'roundings of fees' : `${line.kind} ${line.number}`
  const description = `${run.gateway} ${run.date}: ${of.replace('_', ' ')}, ${about}`.slice(0, 500)
  await tx.execute(
    `INSERT INTO journal (tenant, id, batch, description, idempotency_key, fingerprint, actor)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.tenant, id, batch, description, key, fingerprint({ transfers, by: decision.actor }), decision.actor],
  )
  return id
}

interface Result {
  readonly journal?: string | null
  readonly charge?: Uuid | null
  readonly refund?: Uuid | null
}

async function decide(
  tx: TenantQueryable,
  run: string,
  n: number,
  {
    status,
    decision,
    journal,
    charge,
    refund,
  }: Result & { readonly status: DifferenceStatus; readonly decision: Decision },
): Promise<void> {
  await tx.execute(
    `UPDATE reconciliation_difference SET status = $4, decided_by = $5, decided_at = date_trunc('milliseconds', clock_timestamp()),
            note = coalesce($6, note), journal = $7, charge = $8, refund = $9, failure = NULL
     WHERE tenant = $1 AND reconciliation = $2 AND n = $3`,
    [tx.tenant, run, n, status, decision.actor, decision.note, journal ?? null, charge ?? null, refund ?? null],
  )
}

interface Adjustment {
  readonly amount?: Micros
  readonly fee?: Micros
  readonly refund?: Uuid
  readonly asked?: boolean
}

async function adjust(
  tx: TenantQueryable,
  run: RunRow,
  { n, line }: DifferenceRow,
  { amount = 0n, fee = 0n, refund, asked: requested = false }: Adjustment,
): Promise<void> {
  await tx.execute(
    `INSERT INTO reconciliation_adjustment
       (tenant, reconciliation, difference, gateway, kind, number, occurrence, amount, fee, refund, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, CASE WHEN $11 THEN clock_timestamp() END) ON CONFLICT DO NOTHING`,
    [
      tx.tenant,
      run.id,
      n,
      run.gateway,
      line!.kind,
      line!.number,
      line!.occurrence,
      amount,
      fee,
      refund ?? null,
      requested,
    ],
  )
}

/** Adjusts the lines whose rounding differences were summed up (compare.ts). */
async function adjustRoundings(tx: TenantQueryable, run: RunRow, { n, unit }: DifferenceRow): Promise<void> {
  await tx.execute(
    `INSERT INTO reconciliation_adjustment (tenant, reconciliation, difference, gateway, kind, number, occurrence, fee)
     SELECT $1, $2, $3, l.gateway, l.kind, l.number, l.occurrence, l.fee - l.our_fee FROM reconciliation_line l
     WHERE l.tenant = $1 AND l.reconciliation = $2 AND l.unit = $4 AND l.our_unit = $4 AND l.fee <> l.our_fee
       AND l.status <> 'closed' AND NOT EXISTS (SELECT 1 FROM reconciliation_difference d WHERE d.tenant = $1
         AND d.reconciliation = $2 AND d.line = l.n AND d.class IN ('fee_differs', 'missing_here'))
     ON CONFLICT DO NOTHING`,
    [tx.tenant, run.id, n, unit],
  )
}

/**
 * Executes a claimed correction and records the result. If it is refused for good, the proposal becomes an entry on the
 * suspense account.
 */
async function finish(
  context: ExecutionContext,
  tenant: number,
  {
    run,
    difference,
    decision,
  }: { readonly run: RunRow; readonly difference: DifferenceRow; readonly decision: Decision },
): Promise<DifferenceStatus> {
  const { db } = context.engine.tenant(tenant)
  const back = (failure: string, instead: DifferenceRow['correction']) =>
    db.execute(
      `UPDATE reconciliation_difference SET status = 'proposed', failure = $4, correction = $5
       WHERE tenant = $1 AND reconciliation = $2 AND n = $3 AND status = 'executing'`,
      [tenant, run.id, difference.n, failure, instead],
    )
  try {
    const { adjustment, ...result } = await perform(context, tenant, run, difference)
    await db.transaction(async (tx) => {
      const now = await lockDifference(tx, run.id, difference.n)
      if (now?.status !== 'executing') return
      if (adjustment) await adjust(tx, run, difference, adjustment)
      await decide(tx, run.id, difference.n, { status: 'done', decision, ...result })
    })
    return 'done'
  } catch (error) {
    if (error instanceof GatewayError) {
      await back(error.code, difference.correction)
      throw unavailable(run.gateway, error)
    }
    if (!(error instanceof Problem) || error.status >= 500) throw error
    await back(error.code, error.code === 'correction_not_yet' ? difference.correction : 'book_suspense')
    throw error
  }
}

type Performed = Result & { readonly adjustment?: Adjustment }

async function perform(
  context: ExecutionContext,
  tenant: number,
  run: RunRow,
  difference: DifferenceRow,
): Promise<Performed> {
  const line = difference.line!
  const { db } = context.engine.tenant(tenant)
  if (difference.correction === 'take_in_payment') {
    const { number, providerNumber, amount, unit, at: paidAt } = line
    const order = { number, status: 'paid' as const, providerNumber, amount, unit, paidAt }
    const payment = await applyOrderNotification(context, tenant, run.gateway, order)
    if (!payment?.charge) throw new Problem('correction_refused', { reason: payment?.failure ?? 'payment_unknown' })
    return { charge: payment.charge }
  }
  if (difference.correction === 'settle_refund') {
    const closed = line.status === 'closed'
    const end = closed
      ? ({ status: 'failed', failure: 'closed' } as const)
      : ({ status: 'succeeded', failure: null } as const)
    const status = closed ? 'closed' : 'succeeded'
    const params = { status, providerNumber: line.providerNumber, lastCode: null, lastMessage: null, calls: 0 } as const
    await context.engine.finalizeRefund(tenant, { refund: line.refund!, at: null, ...end, said: params })
    return { refund: line.refund }
  }
  if (difference.correction === 'ask_provider') {
    const { client } = await context.gateways.open(db, run.gateway)
    const { status } = await client.queryRefund(line.number)
    if (status === 'processing' || status === 'abnormal') throw new Problem('correction_not_yet', { status })
    // Nothing was refunded in the end, but the bill will always list the refund as accepted.
    if (status === 'closed') return { adjustment: { amount: line.amount!, fee: line.fee ?? 0n } }
  }
  return postRefundOf(context, tenant, run, difference)
}

/**
 * Posts a refund that the provider has already executed. It cannot be refused, so no policy applies, and what the
 * payee's balance lacks becomes a debt or an advance.
 */
async function postRefundOf(
  { engine }: ExecutionContext,
  tenant: number,
  run: RunRow,
  { line: found }: DifferenceRow,
): Promise<Performed> {
  const { db, directory } = engine.tenant(tenant)
  const { number, occurrence, unit, charge: id, amount } = found!
  const charge = id === null ? undefined : (await readCharges(db, [id])).get(id)
  if (!charge || charge.unit !== unit) throw new Problem('charge_unknown', { charge: number })
  const shortage = charge.draft.refund.shortage === 'advance' ? 'advance' : 'debt'
  const policy: RefundPolicy = { windowDays: null, maxRefunds: null, minGapSeconds: 0, shortage }
  const request = {
    charge: uuidToId('chg', charge.id),
    ask: { amount: amount! },
    reason: `refunded at ${run.gateway} outside Recoup`,
    reference: number.slice(0, 200),
  }
  const key = `reconciliation refund ${run.gateway}:${number}:${occurrence}`.slice(0, 200)
  const [result] = await postRefunds(db, directory, [
    {
      ...request,
      effectiveAt: null,
      idempotency: { key, fingerprint: fingerprint(request) },
      previewHash: null,
      outside: true,
      decided: { policy, exchange: null },
      by: db.by,
    },
  ])
  if (result instanceof Problem) throw result
  return { refund: result!.refund.id, adjustment: { refund: result!.refund.id } }
}
