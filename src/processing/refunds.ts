/**
 * Executes refunds through gateways: the provider is called outside of any transaction, its answer is recorded, and the
 * refund is settled once the answer is final. Every step can be repeated: the provider is always called with the same
 * number, a final state is never changed, and a refund is settled once.
 *
 * Meaning of the answers (src/gateways/gateway.ts): `succeeded` settles the refund; `closed` and `refused` fail it, as
 * no money moved; `processing` is polled on the provider's own schedule; `abnormal` waits for a user; `busy` and
 * `unknown` are retried with growing pauses without limit, because a time-out is not a failure.
 */
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase } from '../db/connect.ts'
import type { Engine } from '../engine/engine.ts'
import type { Gateway, GatewayRefundState } from '../gateways/gateway.ts'
import { GatewayError } from '../gateways/gateway.ts'
import { idToUuid } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { Problem } from '../problem.ts'
import { finalizeRefunds } from '../refunds/finalize.ts'
import {
  findGatewayRefund,
  type GatewayRefundProgress,
  type GatewayRefundRow,
  noteGatewayRefunds,
  readGatewayRefunds,
} from '../refunds/gateway-refund.ts'
import { type CarriedRefund, executeRefund, firstJobs, jobAgain, type RefundJob } from '../refunds/queue.ts'
import { type RefundRow, readRefunds } from '../refunds/record.ts'
import type { Gateways } from './gateways.ts'

export interface ExecutionContext {
  readonly engine: Engine
  readonly gateways: Gateways
}

/** Seconds before the n-th retry after an unusable answer. */
const UNKNOWN_SECONDS = [0.5, 1, 2, 5, 15, 60, 300, 600, 1_200, 1_800]

/** Seconds before a refund is retried after an internal error. */
const TROUBLE_SECONDS = 2

/** The result of a call. `later`: seconds until the next call; null: it is final or waits for a user. */
interface Outcome {
  readonly status: GatewayRefundProgress
  readonly providerNumber: string | null
  readonly succeededAt: Date | null
  readonly code: string | null
  readonly message: string | null
  readonly later: number | null
}

/**
 * Runs a queue job: executes each of its refunds. If one of several fails with an internal error, it gets a job of its
 * own, whose failure is reported and counted.
 */
export async function runRefundJob(context: ExecutionContext, { tenant, refunds }: RefundJob): Promise<void> {
  const ends = await Promise.allSettled(refunds.map((refund) => runRefund(context, tenant, refund)))
  const failed = refunds.filter((_, i) => ends[i]!.status === 'rejected')
  if (failed.length === 0) return
  if (refunds.length === 1) throw (ends[0] as PromiseRejectedResult).reason
  const { db } = context.engine.tenant(tenant)
  const troubled = [...(await readGatewayRefunds(db, failed)).values()]
  await db.transaction((tx) =>
    enqueue(
      tx,
      executeRefund,
      troubled.map((row) => jobAgain(tenant, row, TROUBLE_SECONDS)),
    ),
  )
}

/** Calls the provider once for a refund and records its answer. */
export async function runRefund(context: ExecutionContext, tenant: number, refund: string): Promise<void> {
  const { db } = context.engine.tenant(tenant)
  const row = (await readGatewayRefunds(db, [refund])).get(refund)
  const known = (await readRefunds(db, [refund])).get(refund)
  if (!row || known?.status !== 'pending') return
  if (row.status === 'abnormal') return // waits for a user: {@link resolveRefund}
  const { client } = await context.gateways.open(db, row.gateway)
  await finish(context, tenant, { row, outcome: await ask(client, row, known.reason), calls: 1 })
}

/** A user's decision on a refund that the provider could not complete. */
export type Resolution = 'succeeded' | 'failed' | 'ask-again'

/**
 * Records the outcome of a stuck refund that a user has checked, at the provider's own page or with the payer.
 * @throws Problem `refund_unknown`, `refund_not_pending`.
 */
export async function resolveRefund(
  context: ExecutionContext,
  tenant: number,
  prefixed: string,
  { resolution, actor }: { readonly resolution: Resolution; readonly actor: string },
): Promise<RefundRow> {
  const { db, directory } = context.engine.tenant(tenant)
  const id = idToUuid('rfd', prefixed)
  const refund = (await readRefunds(db, [id])).get(id)
  if (!refund) throw new Problem('refund_unknown', { refund: prefixed })
  if (refund.status !== 'pending') throw new Problem('refund_not_pending', { status: refund.status })
  const act = { actor, action: 'refund_resolved', subject: prefixed, detail: { resolution } } as const
  const params = { providerNumber: null, lastCode: `resolved: ${resolution}`, lastMessage: null, calls: 0 }
  if (resolution === 'ask-again') {
    await db.transaction(async (tx) => {
      await noteGatewayRefunds(tx, [{ ...params, refund: id, status: 'processing' }])
      await enqueue(tx, executeRefund, [jobAgain(tenant, { refund: id, gateway: refund.gateway! })])
      await recordAudit(tx, act)
    })
    return refund
  }
  const settlement =
    resolution === 'failed'
      ? { failure: 'resolved_as_failed', said: { ...params, status: 'closed' as const } }
      : { failure: null, said: { ...params, status: 'succeeded' as const } }
  const [result] = await finalizeRefunds(
    db,
    directory,
    [{ refund: id, status: resolution, at: null, ...settlement }],
    (tx) => recordAudit(tx, act),
  )
  if (result instanceof Problem) throw result
  if (!result!.finalized) throw new Problem('refund_not_pending', { status: result!.refund.status })
  return result!.refund
}

/** Requeues refunds that have been processing for long without news. Returns how many. */
export async function sweepRefunds(db: TenantDatabase): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<CarriedRefund>(
      `UPDATE gateway_refund SET updated_at = now() WHERE tenant = $1 AND refund IN (
         SELECT g.refund FROM refund r JOIN gateway_refund g ON g.tenant = r.tenant AND g.refund = r.id
         WHERE r.tenant = $1 AND r.status = 'pending' AND g.status <> 'abnormal' AND g.updated_at < now() - interval '1 hour'
         LIMIT 500) RETURNING refund, gateway`,
      [db.tenant],
    )
    await enqueue(tx, executeRefund, firstJobs(db.tenant, rows))
    return rows.length
  })
}

/** Applies a refund notification. Unknown numbers belong to other systems. */
export async function applyRefundNotification(
  context: ExecutionContext,
  tenant: number,
  {
    gateway,
    client,
    state,
  }: { readonly gateway: string; readonly client: Gateway; readonly state: GatewayRefundState },
): Promise<void> {
  const { db } = context.engine.tenant(tenant)
  const row = await findGatewayRefund(db, gateway, state.number)
  if (row) await finish(context, tenant, { row, outcome: outcomeOf(state, row, client), calls: 0 })
}

async function finish(
  { engine }: ExecutionContext,
  tenant: number,
  { row, outcome, calls }: { readonly row: GatewayRefundRow; readonly outcome: Outcome; readonly calls: number },
): Promise<void> {
  const { status, providerNumber, code, message, later, succeededAt } = outcome
  const params = { status, providerNumber, lastCode: code, lastMessage: message, calls }
  if (status === 'succeeded' || status === 'closed' || status === 'refused') {
    await engine.finalizeRefund(tenant, {
      refund: row.refund,
      status: status === 'succeeded' ? 'succeeded' : 'failed',
      at: succeededAt,
      failure: status === 'succeeded' ? null : (code ?? status),
      said: params,
    })
    return
  }
  await engine.tenant(tenant).db.transaction(async (tx) => {
    await noteGatewayRefunds(tx, [{ ...params, refund: row.refund }])
    if (later !== null) await enqueue(tx, executeRefund, [jobAgain(tenant, row, later)])
  })
}

/** Queries an accepted refund; sends one that may never have arrived again under the same number. */
async function ask(client: Gateway, row: GatewayRefundRow, reason: string | null): Promise<Outcome> {
  const { number, order, total, amount, unit } = row
  try {
    if (row.status === 'processing') return outcomeOf(await client.queryRefund(number), row, client)
    return outcomeOf(await client.refund({ number, order, total, amount, unit, reason }), row, client)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    // This call was refused, but an earlier one may have been accepted and its answer lost, or this process killed
    // before recording it: only the provider's state is conclusive.
    if (error.kind === 'refused') return askAfterRefusal(client, row, error)
    return failed(error, row)
  }
}

async function askAfterRefusal(client: Gateway, row: GatewayRefundRow, refusal: GatewayError): Promise<Outcome> {
  try {
    return outcomeOf(await client.queryRefund(row.number), row, client)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return failed(error.kind === 'not_found' ? refusal : error, row)
  }
}

function outcomeOf(state: GatewayRefundState, row: GatewayRefundRow, { rules }: Gateway): Outcome {
  const base = { providerNumber: state.providerNumber, succeededAt: state.succeededAt, message: null }
  if (state.amount !== row.amount) {
    // An answer with another amount never settles the refund: it remains reserved and the reconciliation reports it.
    return { ...base, status: 'abnormal', code: 'amount_differs', later: null }
  }
  if (state.status !== 'processing') return { ...base, status: state.status, code: null, later: null }
  const polls = rules.pollSeconds
  return { ...base, status: 'processing', code: null, later: polls[Math.min(row.calls, polls.length - 1)]! }
}

function failed({ kind, code, message }: GatewayError, row: GatewayRefundRow): Outcome {
  const pause = UNKNOWN_SECONDS[Math.min(row.calls, UNKNOWN_SECONDS.length - 1)]!
  const base = { providerNumber: null, succeededAt: null, code, message }
  // The provider doesn't know it: it never arrived and is sent again.
  if (kind === 'not_found' && row.status === 'processing') return { ...base, status: 'queued', later: pause }
  if (kind === 'refused' || kind === 'not_found') return { ...base, status: 'refused', later: null }
  // Not processed: its state is unchanged.
  if (kind === 'busy') return { ...base, status: row.status, later: pause }
  return { ...base, status: row.status === 'processing' ? 'processing' : 'unknown', later: pause }
}
