/**
 * Changes of a request other than approval (approve.ts). Each is one transaction: lock the row, check that its status
 * allows the change, write the change with its event.
 *
 * Locks: the row of the request. A party can change only its own requests; those of others are reported as unknown.
 */

import type { TenantTransaction } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, type Uuid, uuidToId } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { clock } from '../ledger/effective.ts'
import { Problem } from '../problem.ts'
import type { UseFacts } from '../refunds/entitlement.ts'
import type { ReferenceRate } from '../refunds/exchange-difference.ts'
import { executeNow } from './execute.ts'
import { judgeAgain } from './judge.ts'
import { type EvidenceInput, follow, lookedAt, standing } from './open.ts'
import { type RequestJob, remindOfRequest } from './queues.ts'
import {
  type By,
  changeRequest,
  type DeclineCode,
  lockRequest,
  type RequestRow,
  type RequestStatus,
  type RequestsContext,
  readEvents,
  readRequest,
  SYSTEM,
  WAITING,
} from './record.ts'
import { readSettings } from './settings.ts'
import { readUse, storeUse } from './stored.ts'

type Work = (tx: TenantTransaction, row: RequestRow, now: Date) => Promise<RequestRow>

/** @throws Problem `refund_request_unknown`, `id_invalid`, `refund_request_closed` if the status is none of these. */
async function changing(
  { engine }: RequestsContext,
  tenant: number,
  {
    request: prefixed,
    by,
    statuses,
  }: { readonly request: string; readonly by: By; readonly statuses: readonly RequestStatus[] | null },
  work: Work,
): Promise<RequestRow> {
  const id = idToUuid('req', prefixed)
  return withRetry(engine.tenant(tenant).db, async (tx) => {
    const row = await lockRequest(tx, id, by.party)
    if (statuses !== null && !statuses.includes(row.status)) throw closed(row)
    return work(tx, row, await clock(tx))
  })
}

export function closed({ status }: RequestRow): Problem {
  return new Problem('refund_request_closed', { status })
}

/**
 * Adds evidence. If the policy was waiting for it, the request is decided again, as of the time of the request.
 * Evidence from a party is reviewed by a user ({@link lookedAt}).
 */
export async function addEvidence(
  context: RequestsContext,
  tenant: number,
  request: string,
  { evidence, by }: { readonly evidence: EvidenceInput; readonly by: By },
): Promise<RequestRow> {
  const row = await changing(context, tenant, { request, by, statuses: WAITING }, (tx, before, now) =>
    decideAgain(tx, { ...before, evidence: [...new Set([...before.evidence, evidence.kind])] }, now, {
      ...{ actor: by.actor, type: 'evidence-added' as const },
      detail: { evidence: [evidence], ...(by.party !== null && { byParty: true }) },
    }),
  )
  return executed(context, tenant, row)
}

/** States facts about the use, or the current rate. For trusted callers, because facts decide the amount. */
export async function stateFacts(
  context: RequestsContext,
  tenant: number,
  request: string,
  {
    use,
    rate,
    by,
  }: { readonly use?: UseFacts | undefined; readonly rate?: ReferenceRate | undefined; readonly by: By },
): Promise<RequestRow> {
  const row = await changing(context, tenant, { request, by, statuses: WAITING }, (tx, before, now) => {
    const known = before.use === null ? {} : readUse(before.use)
    const stated = use ? storeUse({ ...known, ...use }) : before.use
    const next = { ...before, use: stated, rate: rate ?? before.rate }
    const detail = { ...(use && { use: storeUse(use) }), ...(rate && { rate }) }
    return decideAgain(tx, next, now, { actor: by.actor, type: 'facts-stated', detail })
  })
  return executed(context, tenant, row)
}

/** Decides again after an addition. A request that waits for people keeps waiting; earlier approvals become void. */
async function decideAgain(
  tx: TenantTransaction,
  row: RequestRow,
  now: Date,
  happened: Parameters<typeof changeRequest>[3]['happened'],
): Promise<RequestRow> {
  const { decision: judged } = await judgeAgain(tx, row)
  const events = [...(await readEvents(tx, row.id)), happened]
  const decision = events.some(({ detail }) => detail?.byParty === true) ? lookedAt(judged) : judged
  const next = standing(decision, row.rate)
  const byPeople = row.status === 'requested' || row.appealed
  const held = byPeople && next.status !== 'needs-evidence'
  const { evidence, use, rate } = row
  const change = {
    ...{ evidence, use, rate, approvedBy: [], approvedHash: null },
    ...next,
    ...(held && { status: 'requested' as const, execution: null, declineCode: null, declinedBy: row.declinedBy }),
    ...(byPeople && { declinedBy: row.declinedBy }),
  }
  const changed = await changeRequest(tx, row, change, { happened, at: now })
  await follow(tx, changed)
  return changed
}

async function executed(context: RequestsContext, tenant: number, row: RequestRow): Promise<RequestRow> {
  if (row.status !== 'approved') return row
  await executeNow(context, tenant, row.id)
  return (await readRequest(context.engine.tenant(tenant).db, row.id))!
}

/** @throws Problem also `appeal_same_person`: another person must decide the appeal. */
export function decline(
  context: RequestsContext,
  tenant: number,
  request: string,
  { code, text, by }: { readonly code: DeclineCode; readonly text: string | null; readonly by: By },
): Promise<RequestRow> {
  return changing(context, tenant, { request, by, statuses: [...WAITING, 'approved'] }, (tx, row, now) => {
    checkOther(row, by)
    const change = { status: 'declined', declineCode: code, declineText: text, declinedBy: by.actor } as const
    const cleared = { execution: null, approvedBy: [], approvedHash: null }
    const happened = { actor: by.actor, type: 'declined', detail: { code, text } } as const
    return changeRequest(tx, row, { ...change, ...cleared }, { happened, at: now })
  })
}

export function checkOther({ appealed, declinedBy }: RequestRow, { actor }: By): void {
  if (appealed && declinedBy === actor) throw new Problem('appeal_same_person')
}

/** Assigns a request to a user, or removes the assignment. @param user UUID; null: unassigned */
export function assign(
  context: RequestsContext,
  tenant: number,
  request: string,
  { user, by }: { readonly user: Uuid | null; readonly by: By },
): Promise<RequestRow> {
  return changing(context, tenant, { request, by, statuses: null }, (tx, row, now) => {
    const detail = { assignee: user === null ? null : uuidToId('usr', user) }
    return changeRequest(
      tx,
      row,
      { assignee: user },
      { happened: { actor: by.actor, type: 'assigned', detail }, at: now },
    )
  })
}

export type Visibility = 'internal' | 'payer'

export function comment(
  context: RequestsContext,
  tenant: number,
  request: string,
  { text, visibility, by }: { readonly text: string; readonly visibility: Visibility; readonly by: By },
): Promise<RequestRow> {
  return changing(context, tenant, { request, by, statuses: null }, (tx, row, now) => {
    const happened = { actor: by.actor, type: 'commented', detail: { text, visibility } } as const
    return changeRequest(tx, row, {}, { happened, at: now })
  })
}

/** Requests a second review of a declined request by another person. @throws Problem also `refund_request_appealed`. */
export function appeal(
  context: RequestsContext,
  tenant: number,
  request: string,
  { text, by }: { readonly text: string; readonly by: By },
): Promise<RequestRow> {
  return changing(context, tenant, { request, by, statuses: ['declined'] }, async (tx, row, now) => {
    if (row.appealed) throw new Problem('refund_request_appealed')
    const { answerDays } = await readSettings(tx)
    const dueAt = new Date(now.getTime() + answerDays * 86_400_000)
    const change = { status: 'requested', appealed: true, dueAt, remindedAt: null } as const
    const happened = { actor: by.actor, type: 'appealed', detail: { text } } as const
    const changed = await changeRequest(tx, row, change, { happened, at: now })
    await follow(tx, changed)
    return changed
  })
}

export function withdraw(context: RequestsContext, tenant: number, request: string, by: By): Promise<RequestRow> {
  return changing(context, tenant, { request, by, statuses: [...WAITING, 'approved'] }, (tx, row, now) => {
    const happened = { actor: by.actor, type: 'withdrawn' } as const
    return changeRequest(tx, row, { status: 'withdrawn' }, { happened, at: now })
  })
}

/** Runs one job of the queue: reminds once of an overdue request. */
export async function runReminder({ engine }: RequestsContext, { tenant, request }: RequestJob): Promise<void> {
  await engine.tenant(tenant).db.transaction(async (tx) => {
    const row = await readRequest(tx, request, true)
    if (!row || !WAITING.includes(row.status) || row.remindedAt !== null) return
    const now = await clock(tx)
    if (row.dueAt > now) {
      const job = { data: { tenant, request }, key: request, startAfter: row.dueAt }
      return enqueue(tx, remindOfRequest, [job])
    }
    await changeRequest(tx, row, { remindedAt: now }, { happened: { actor: SYSTEM.actor, type: 'reminded' }, at: now })
  })
}
