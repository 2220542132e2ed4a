/**
 * Approves refund requests: by people other than the requester, two different ones if the policy requires it, each for
 * the preview that they saw. The preview is recalculated first; if it has changed, the new one is returned instead.
 *
 * Locks: the row of the request, under which approvals are counted. Changes of the charge in between are caught when
 * the refund is made (execute.ts), which never exceeds what was approved.
 */

import { listAudit } from '../audit/audit.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, uuidToId } from '../ids.ts'
import { clock } from '../ledger/effective.ts'
import { parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Decision } from '../refunds/question.ts'
import type { RefundPreview } from '../refunds/refund.ts'
import { checkOther, closed } from './change.ts'
import { executeNow } from './execute.ts'
import { executionOf, judgeAgain, previewOf } from './judge.ts'
import { follow } from './open.ts'
import {
  type By,
  changeRequest,
  lockRequest,
  type RequestRow,
  type RequestsContext,
  readRequest,
  requestUnknown,
} from './record.ts'
import { type Execution, storeDecision, storeExecution } from './stored.ts'

/**
 * A request evaluated against the current state of its charge: the decision, what would be executed, and its preview.
 */
export interface Look {
  readonly charge: ChargeRow
  readonly decision: Decision
  readonly execution: Execution
  readonly preview: RefundPreview
}

/**
 * Evaluates a request against the current state of its charge.
 * @throws Problem why nothing can be refunded now: refused by the policy or by the refund, or evidence is missing.
 */
export async function lookAt(context: RequestsContext, tenant: number, row: RequestRow): Promise<Look> {
  const { db } = context.engine.tenant(tenant)
  const { charge, decision } = await judgeAgain(db, row)
  const execution = executionOf(decision, row.rate)
  return { charge, decision, execution, preview: await previewOf(context, tenant, row.charge, execution) }
}

export type Approval = { readonly request: RequestRow } | { readonly stale: RefundPreview; readonly charge: ChargeRow }

/**
 * Approves the preview that the caller saw.
 * @throws Problem `refund_request_unknown`, `refund_request_closed`, `refund_request_incomplete`, `approval_own`,
 * `approval_twice`, `appeal_same_person`, and why nothing can be refunded any more.
 */
export async function approve(
  context: RequestsContext,
  tenant: number,
  prefixed: string,
  { previewHash, by }: { readonly previewHash: string; readonly by: By },
): Promise<Approval> {
  const { db } = context.engine.tenant(tenant)
  const id = idToUuid('req', prefixed)
  const seen = await readRequest(db, id)
  if (!seen) throw requestUnknown(id)
  checkApprover(seen, by)
  await checkNotMaker(db, seen, by)
  const look = await lookAt(context, tenant, seen)
  if (look.preview.hash !== previewHash) return { stale: look.preview, charge: look.charge }
  const row = await withRetry(db, async (tx) => {
    const locked = await lockRequest(tx, id)
    if (locked.events !== seen.events && changedSince(locked, seen)) throw new Problem('refund_request_changed')
    return sign(tx, locked, look, by)
  })
  if (row.status !== 'approved') return { request: row }
  await executeNow(context, tenant, id)
  return { request: (await readRequest(db, id))! }
}

/** Evidence and facts change the amount; comments and other approvals do not. */
function changedSince(now: RequestRow, then: RequestRow): boolean {
  const of = ({ use, rate, evidence }: RequestRow) => JSON.stringify([use, rate, evidence])
  return of(now) !== of(then)
}

function checkApprover(row: RequestRow, by: By): void {
  if (row.status === 'needs-evidence') {
    const { missingEvidence, missingFacts } = row.decision
    throw new Problem('refund_request_incomplete', { missing: [...missingEvidence, ...missingFacts].join(', ') })
  }
  if (row.status !== 'requested') throw closed(row)
  if (row.askedBy === by.actor) throw new Problem('approval_own')
  checkOther(row, by)
}

/** A request made with a receipt counts as made by each user who had read the receipt's secret before. */
async function checkNotMaker(db: TenantDatabase, { askedBy, askedAt, charge }: RequestRow, by: By): Promise<void> {
  if (!askedBy.startsWith('receipt ')) return
  const filter = { actor: by.actor, action: 'receipt_secret_read', subject: uuidToId('chg', charge) } as const
  const read = await listAudit(db, { ...filter, to: askedAt }, 1)
  if (read.length > 0) throw new Problem('approval_own')
}

async function sign(
  tx: Parameters<typeof lockRequest>[0],
  row: RequestRow,
  { decision, execution, preview }: Look,
  by: By,
): Promise<RequestRow> {
  checkApprover(row, by)
  // Approvals of another preview do not count for this one.
  const others = row.approvedHash === preview.hash ? row.approvedBy : []
  if (others.includes(by.actor)) throw new Problem('approval_twice')
  const approvedBy = [...others, by.actor]
  const needed = Math.max(1, decision.approvals)
  const enough = approvedBy.length >= needed
  const change = {
    ...{ approvedBy, approvedHash: preview.hash, decision: storeDecision(decision), notBefore: decision.notBefore },
    amount: parseMicros(preview.plan.amount.amount),
    ...(enough && { status: 'approved' as const, execution: storeExecution(execution) }),
  }
  const detail = { previewHash: preview.hash, approvals: approvedBy.length, needed }
  const changed = await changeRequest(tx, row, change, {
    happened: { actor: by.actor, type: 'approved', detail },
    at: await clock(tx),
  })
  if (enough) await follow(tx as Parameters<typeof follow>[0], changed)
  return changed
}
