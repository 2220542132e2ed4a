/**
 * Executes the refund of an approved request at most once: under the key `request <id>`, with what was frozen at
 * approval, so a second attempt after a crash finds the refund of the first. It never refunds more than was approved:
 * if the charge has changed so that it would, the request returns to approval.
 *
 * Locks: the row of the request, in transactions of its own before and after; the refund locks its own
 * (src/refunds/refund.ts).
 */

import type { TenantTransaction } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { clock } from '../ledger/effective.ts'
import { findEarlier } from '../ledger/idempotency.ts'
import { parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type RefundRow, readRefunds } from '../refunds/record.ts'
import { StalePreview } from '../refunds/refund.ts'
import { previewOf } from './judge.ts'
import { executeRequest, type RequestJob } from './queues.ts'
import { changeRequest, type RequestRow, type RequestsContext, readRequest, SYSTEM } from './record.ts'
import { readExecution } from './stored.ts'

/** Seconds between checks of a refund at a gateway. */
const LOOK_SECONDS = [1, 2, 5, 10, 30, 60, 300, 600]
const MAX_STALE_PREVIEWS = 5

/** Runs one job of the queue. */
export async function runRequestJob(context: RequestsContext, job: RequestJob): Promise<void> {
  const { tenant, request, looks = 0 } = job
  const { db } = context.engine.tenant(tenant)
  const row = await db.transaction((tx) => begin(tx, request))
  if (!row) return
  const refund = (await refundOf(context, tenant, row)) ?? (await make(context, tenant, row))
  await db.transaction((tx) => conclude(tx, request, refund, looks))
}

/** Executes immediately if possible. The job written with the request retries and reports any failure. */
export async function executeNow(context: RequestsContext, tenant: number, request: Uuid): Promise<void> {
  await runRequestJob(context, { tenant, request }).catch(() => {})
}

/** Moves an approved request into execution; returns it if there is something to do. */
async function begin(tx: TenantTransaction, id: Uuid): Promise<RequestRow | undefined> {
  const row = await readRequest(tx, id, true)
  if (row?.status === 'executing') return row
  if (row?.status !== 'approved') return undefined
  const now = await clock(tx)
  if (row.notBefore !== null && row.notBefore > now) {
    await enqueue(tx, executeRequest, [
      { data: { tenant: tx.tenant, request: id }, key: id, startAfter: row.notBefore },
    ])
    return undefined
  }
  const happened = { actor: SYSTEM.actor, type: 'execution-began' } as const
  return changeRequest(tx, row, { status: 'executing' }, { happened, at: now })
}

const keyOf = (request: Uuid) => `request ${uuidToId('req', request)}`

/** Returns the refund of an earlier attempt. */
async function refundOf(
  { engine }: RequestsContext,
  tenant: number,
  { id, refund }: RequestRow,
): Promise<RefundRow | undefined> {
  const { db } = engine.tenant(tenant)
  const made = refund ?? (await findEarlier(db, 'refund', [keyOf(id)])).get(keyOf(id))?.id
  return made === undefined ? undefined : (await readRefunds(db, [made])).get(made)
}

/** Returns the refund, or why it was not made: a problem, or that it would exceed what was approved. */
async function make(
  context: RequestsContext,
  tenant: number,
  row: RequestRow,
): Promise<RefundRow | Problem | 'too-much'> {
  const { ask, decided } = readExecution(row.execution!)
  const charge = uuidToId('chg', row.charge)
  try {
    for (let attempt = 1; ; attempt += 1) {
      const preview = await previewOf(context, tenant, row.charge, { ask, decided })
      if (parseMicros(preview.plan.amount.amount) > row.amount) return 'too-much'
      const input = {
        ...{ charge, ask, decided, reason: row.reason, reference: row.reference, effectiveAt: null },
        previewHash: preview.hash,
        idempotencyKey: keyOf(row.id),
        // The requester made it; the approvers are in the history of the request.
        by: { actor: row.askedBy },
      }
      try {
        return (await context.engine.refund(tenant, input)).refund
      } catch (error) {
        if (!(error instanceof StalePreview) || attempt >= MAX_STALE_PREVIEWS) throw error
      }
    }
  } catch (error) {
    // A refusal, unless a concurrent attempt has just made the refund.
    if (!(error instanceof Problem) || error.status >= 500 || error.code === 'refund_preview_stale') throw error
    return (await refundOf(context, tenant, row)) ?? error
  }
}

/** Stores the outcome. An existing refund counts, whatever another attempt reported. */
async function conclude(
  tx: TenantTransaction,
  id: Uuid,
  outcome: RefundRow | Problem | 'too-much',
  looks: number,
): Promise<void> {
  const row = (await readRequest(tx, id, true))!
  const now = await clock(tx)
  if (typeof outcome === 'object' && !(outcome instanceof Problem)) return noteRefund(tx, row, outcome, { looks, now })
  if (row.status !== 'executing' || row.refund !== null) return
  const { actor } = SYSTEM
  if (outcome === 'too-much') {
    const open = { status: 'requested' as const, execution: null, approvedBy: [], approvedHash: null }
    const detail = { because: 'it would give back more than was approved' }
    await changeRequest(tx, row, open, { happened: { actor, type: 'reopened', detail }, at: now })
  } else if (outcome.code === 'refund_too_soon') {
    const notBefore = new Date(now.getTime() + Math.max(1, Number(outcome.params.wait)) * 1000)
    const detail = { until: notBefore }
    await changeRequest(
      tx,
      row,
      { status: 'approved', notBefore },
      { happened: { actor, type: 'postponed', detail }, at: now },
    )
    await enqueue(tx, executeRequest, [{ data: { tenant: tx.tenant, request: id }, key: id, startAfter: notBefore }])
  } else {
    const failed = { status: 'failed', failure: outcome.code } as const
    await changeRequest(tx, row, failed, {
      happened: { actor, type: 'failed', detail: { failure: outcome.code } },
      at: now,
    })
  }
}

async function noteRefund(
  tx: TenantTransaction,
  row: RequestRow,
  { id: refund, status, failure }: RefundRow,
  { looks, now }: { readonly looks: number; readonly now: Date },
): Promise<void> {
  if (row.status !== 'executing' && !(row.status === 'failed' && row.refund === null)) return
  const { actor } = SYSTEM
  const detail = { refund: uuidToId('rfd', refund), status }
  if (status === 'failed') {
    const change = { status: 'failed', refund, failure } as const
    await changeRequest(tx, row, change, {
      happened: { actor, type: 'failed', detail: { ...detail, failure } },
      at: now,
    })
  } else if (status !== 'pending') {
    await changeRequest(tx, row, { status: 'done', refund }, { happened: { actor, type: 'executed', detail }, at: now })
  } else {
    const change = { status: 'executing', refund } as const
    if (row.refund === null)
      await changeRequest(tx, row, change, { happened: { actor, type: 'executed', detail }, at: now })
    const data = { tenant: tx.tenant, request: row.id, looks: looks + 1 }
    const startAfter = LOOK_SECONDS[Math.min(looks, LOOK_SECONDS.length - 1)]!
    await enqueue(tx, executeRequest, [{ data, key: row.id, startAfter }])
  }
}
