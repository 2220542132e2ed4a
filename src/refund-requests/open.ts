/**
 * Opens refund requests. The policy of the charge decides immediately, and the decision is stored with its reasons:
 * automatic refunds are executed, others wait for evidence or approval, and declined ones are recorded too.
 *
 * Locks: none but the new row; limits on money are enforced where the refund is made (src/refunds/refund.ts).
 *
 * Idempotency: unique (tenant, idempotency_key) of `refund_request`.
 */

import { needsApproval } from '../approvals/pending.ts'
import { limitsOf, readPolicy } from '../approvals/policy.ts'
import type { Asker, Evidence, Reason } from '../charges/policy.ts'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import type { TenantTransaction } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, newUuid } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { clock } from '../ledger/effective.ts'
import { checkSame, fingerprint } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'
import { movementOf } from '../refunds/decision.ts'
import type { UseFacts } from '../refunds/entitlement.ts'
import type { ReferenceRate } from '../refunds/exchange-difference.ts'
import type { RefundAsk } from '../refunds/plan.ts'
import type { Decision } from '../refunds/question.ts'
import { toRefundable } from '../refunds/refundable.ts'
import { executeNow } from './execute.ts'
import { executionOf, judge } from './judge.ts'
import { executeRequest, remindOfRequest } from './queues.ts'
import { type By, insertRequest, type RequestRow, type RequestsContext, readRequest, WAITING } from './record.ts'
import { readSettings } from './settings.ts'
import { storeAsk, storeDecision, storeExecution, storeUse } from './stored.ts'

/** A piece of evidence. Files are not stored: a short text, or a URL with its SHA-256. */
export interface EvidenceInput {
  readonly kind: Evidence
  readonly note?: string | undefined
  readonly text?: string | undefined
  readonly url?: string | undefined
  readonly hash?: string | undefined
}

export interface RequestQuestion {
  /** Prefixed id. */
  readonly charge: string
  readonly reason: Reason
  readonly asker: Asker
  readonly ask: RefundAsk
  readonly evidence?: readonly EvidenceInput[] | undefined
  /** Only from trusted callers, never from a payer's form, because it decides the amount. */
  readonly use?: UseFacts | undefined
  readonly rate?: ReferenceRate | undefined
}

export interface NewRequest extends RequestQuestion {
  readonly by: By
  /** The requester's explanation. */
  readonly note?: string | undefined
  readonly reference?: string | undefined
  readonly idempotencyKey?: string | undefined
  /** Runs in the same transaction, once, before the decision. */
  readonly first?: (tx: TenantTransaction) => Promise<void>
}

const MAX_EVIDENCE = 50
/** Per charge: open at once, and in total. */
const MAX_OPEN_REQUESTS = 10
const MAX_REQUESTS = 100
/** Immediate executions also get a job, in case this process dies meanwhile. */
const SAFETY_SECONDS = 5

/**
 * Returns what would be decided now; nothing is stored. @param party the requesting party, null: the platform. @throws
 * Problem `charge_unknown`, `id_invalid`.
 */
export async function previewRequest(
  { engine }: RequestsContext,
  tenant: number,
  question: RequestQuestion,
  party: string | null = null,
): Promise<{ charge: ChargeRow; decision: Decision }> {
  const { db } = engine.tenant(tenant)
  return db.transaction(
    async (tx) => {
      const charge = await readCharge(tx, question.charge)
      const decision = await judge(tx, charge, asked(question, await clock(tx)))
      return { charge, decision: showsItself(question, party) ? lookedAt(decision) : decision }
    },
    { isolation: 'repeatable read' },
  )
}

/**
 * Opens a request. A decline by policy is a stored result, not a problem.
 * @throws Problem `charge_unknown`, `id_invalid`, `idempotency_conflict`, `refund_requests_many`,
 * `refund_evidence_many`.
 */
export async function openRequest(
  context: RequestsContext,
  tenant: number,
  request: NewRequest,
): Promise<{ request: RequestRow; replayed: boolean }> {
  if ((request.evidence?.length ?? 0) > MAX_EVIDENCE) {
    throw new Problem('refund_evidence_many', { limit: MAX_EVIDENCE })
  }
  const { db } = context.engine.tenant(tenant, { actor: request.by.actor })
  const made = await withRetry(db, (tx) => openIn(tx, request))
  if (made.replayed || made.request.status !== 'approved') return made
  await executeNow(context, tenant, made.request.id)
  return { request: (await readRequest(db, made.request.id))!, replayed: false }
}

const showsItself = ({ evidence = [] }: RequestQuestion, party: string | null) => party !== null && evidence.length > 0

/**
 * Evidence of a payer or payee is only a claim: if the policy would refund automatically for it, a user reviews it
 * first. Evidence from the platform's own users and programs counts as reviewed.
 */
export function lookedAt(decision: Decision): Decision {
  if (decision.outcome !== 'automatic' || !decision.steps.some(({ code }) => code === 'decision_evidence_there'))
    return decision
  return withApproval(decision)
}

function withApproval(decision: Decision): Decision {
  const steps = decision.steps.map((step) =>
    step.code === 'decision_no_approval'
      ? { code: 'decision_approvals', params: { ...step.params, people: '1' } }
      : step,
  )
  return { ...decision, outcome: 'needs-approval', approvals: 1, steps }
}

/** An automatic refund beyond what the approval policy lets its requester refund, at once or in a day, waits. */
async function withinLimits(tx: TenantTransaction, charge: ChargeRow, decision: Decision): Promise<Decision> {
  if (decision.outcome !== 'automatic' || decision.ask === null) return decision
  const { policy } = await readPolicy(tx)
  if (policy.mode === 'single-person') return decision
  const sum = { unit: charge.unit, amount: movementOf(toRefundable(charge), decision.ask) }
  return (await needsApproval(tx, 'refund', sum, limitsOf(policy, 'refund'))) ? withApproval(decision) : decision
}

const asked = ({ reason, asker, ask, use, rate, evidence = [] }: RequestQuestion, at: Date) => ({
  ...{ reason, asker, ask, use, rate, at },
  evidence: [...new Set(evidence.map(({ kind }) => kind))],
})

async function readCharge(tx: TenantTransaction, prefixed: string): Promise<ChargeRow> {
  const id = idToUuid('chg', prefixed)
  const charge = (await readCharges(tx, [id])).get(id)
  if (!charge) throw new Problem('charge_unknown', { charge: prefixed })
  return charge
}

async function openIn(tx: TenantTransaction, request: NewRequest): Promise<{ request: RequestRow; replayed: boolean }> {
  const { idempotencyKey: key, by: _, first, ...content } = request
  const idempotency = key === undefined ? null : { key, fingerprint: fingerprint(content) }
  if (idempotency) {
    const [earlier] = await tx.query<{ id: string; fingerprint: Buffer }>(
      'SELECT id, fingerprint FROM refund_request WHERE tenant = $1 AND idempotency_key = $2',
      [tx.tenant, idempotency.key],
    )
    if (earlier) {
      checkSame(earlier, idempotency)
      return { request: (await readRequest(tx, earlier.id))!, replayed: true }
    }
  }
  await first?.(tx)
  const charge = await readCharge(tx, request.charge)
  if (request.asker !== 'system') await checkCount(tx, charge)
  const at = await clock(tx)
  const question = asked(request, at)
  const judged = await judge(tx, charge, question)
  const decision = await withinLimits(tx, charge, showsItself(request, request.by.party) ? lookedAt(judged) : judged)
  const row = await newRow(tx, charge, request, { decision, at })
  const { evidence = [], note } = request
  await insertRequest(tx, row, idempotency, {
    ...(note === undefined ? {} : { note }),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(showsItself(request, request.by.party) ? { byParty: true } : {}),
    outcome: decision.outcome,
  })
  await follow(tx, row)
  return { request: row, replayed: false }
}

/** Limits the requests per charge, so that one charge cannot fill the queue. */
async function checkCount(tx: TenantTransaction, { id }: ChargeRow): Promise<void> {
  const [row] = await tx.query<{ open: bigint; all: bigint }>(
    `SELECT count(*) FILTER (WHERE closed_at IS NULL) AS open, count(*) AS all FROM refund_request
     WHERE tenant = $1 AND charge = $2`,
    [tx.tenant, id],
  )
  if (row!.open >= MAX_OPEN_REQUESTS || row!.all >= MAX_REQUESTS) {
    throw new Problem('refund_requests_many', {
      limit: row!.open >= MAX_OPEN_REQUESTS ? MAX_OPEN_REQUESTS : MAX_REQUESTS,
    })
  }
}

async function newRow(
  tx: TenantTransaction,
  charge: ChargeRow,
  request: NewRequest,
  { decision, at }: { readonly decision: Decision; readonly at: Date },
): Promise<RequestRow> {
  const { reason, asker, ask, use, rate = null, evidence = [], by } = request
  const { answerDays } = await readSettings(tx)
  const { id, line, product, payer, payee, unit } = charge
  return {
    id: newUuid(),
    charge: id,
    ...{ line, product, payer, payee, unit, asker, reason },
    note: request.note ?? null,
    reference: request.reference ?? null,
    rate,
    askedBy: by.actor,
    party: by.party ?? partyOf(asker, charge),
    ask: storeAsk(ask),
    use: use ? storeUse(use) : null,
    evidence: [...new Set(evidence.map(({ kind }) => kind))],
    ...standing(decision, rate),
    approvedBy: [],
    approvedHash: null,
    declineText: null,
    appealed: false,
    assignee: null,
    dueAt: new Date(at.getTime() + answerDays * 86_400_000),
    remindedAt: null,
    refund: null,
    failure: null,
    events: 1,
    askedAt: at,
    updatedAt: at,
    closedAt: decision.outcome === 'declined' ? at : null,
  }
}

/** The party on whose behalf the request is made, which can see it. */
function partyOf(asker: Asker, { payer, payee }: ChargeRow): string | null {
  if (asker === 'payer' || asker === 'guardian') return payer
  return asker === 'payee' ? payee : null
}

/** The state that a decision puts a request into. */
export function standing(decision: Decision, rate: ReferenceRate | null) {
  const { outcome, decline, amount, notBefore } = decision
  const status = { automatic: 'approved', 'needs-approval': 'requested', 'needs-evidence': outcome, declined: outcome }
  return {
    status: status[outcome] as RequestRow['status'],
    decision: storeDecision(decision),
    execution: outcome === 'automatic' ? storeExecution(executionOf(decision, rate)) : null,
    amount,
    notBefore,
    declineCode: decline?.code ?? null,
    declinedBy: decline ? 'policy' : null,
  }
}

/** Enqueues the next step: execution, or a reminder to decide. Runs inside the transaction of the change. */
export async function follow(tx: TenantTransaction, row: RequestRow): Promise<void> {
  const job = { data: { tenant: tx.tenant, request: row.id }, key: row.id }
  if (row.status === 'approved') {
    await enqueue(tx, executeRequest, [{ ...job, startAfter: row.notBefore ?? SAFETY_SECONDS }])
  }
  if (WAITING.includes(row.status)) await enqueue(tx, remindOfRequest, [{ ...job, startAfter: row.dueAt }])
}
