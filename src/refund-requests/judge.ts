/** Judges a request by the policy of its charge, in the current state of both, as of the time of the request. */

import type { Asker, Evidence, Reason } from '../charges/policy.ts'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { Problem } from '../problem.ts'
import { decide } from '../refunds/decision.ts'
import type { UseFacts } from '../refunds/entitlement.ts'
import type { ReferenceRate } from '../refunds/exchange-difference.ts'
import type { RefundAsk } from '../refunds/plan.ts'
import type { Decision } from '../refunds/question.ts'
import type { RefundPreview } from '../refunds/refund.ts'
import { toRefundable } from '../refunds/refundable.ts'
import type { RequestRow, RequestsContext } from './record.ts'
import { type Execution, readAsk, readUse } from './stored.ts'

export interface Question {
  readonly reason: Reason
  readonly asker: Asker
  readonly ask: RefundAsk
  /** From trusted callers only. */
  readonly use?: UseFacts | undefined
  readonly rate?: ReferenceRate | undefined
  readonly evidence: readonly Evidence[]
  readonly at: Date
}

/** Quantities that the line itself counted, such as claimed gifts, override those that the request states. */
export async function judge(
  db: TenantQueryable,
  charge: ChargeRow,
  { use, rate, ...question }: Question,
): Promise<Decision> {
  const counted = await lines.usedQuantities(db, charge)
  const items = counted && { ...use?.items, ...counted }
  const facts = items ? { ...use, items } : use
  return decide(toRefundable(charge), {
    ...question,
    ...(facts && { use: facts }),
    ...(rate && { rate }),
    zone: await zoneOf(db),
  })
}

export async function zoneOf(db: TenantQueryable): Promise<string> {
  const [row] = await db.query<{ zone: string }>('SELECT time_zone AS zone FROM tenant WHERE id = $1', [db.tenant])
  return row!.zone
}

const questionOf = (row: RequestRow): Question => ({
  reason: row.reason,
  asker: row.asker,
  ask: readAsk(row.ask),
  use: row.use === null ? undefined : readUse(row.use),
  rate: row.rate ?? undefined,
  evidence: row.evidence,
  at: row.askedAt,
})

/** Returns the charge of a request, and the policy's current decision on the request. */
export async function judgeAgain(
  db: TenantQueryable,
  row: RequestRow,
): Promise<{ charge: ChargeRow; decision: Decision }> {
  const charge = (await readCharges(db, [row.charge])).get(row.charge)!
  return { charge, decision: await judge(db, charge, questionOf(row)) }
}

/** @throws Problem with which the policy declines; `refund_request_incomplete` while something is missing. */
export function executionOf(decision: Decision, rate: ReferenceRate | null): Execution {
  const { outcome, decline, ask, policy, exchange, missingEvidence, missingFacts } = decision
  if (decline) throw Problem.of(decline.code, decline.params)
  if (outcome === 'needs-evidence' || ask === null) {
    throw new Problem('refund_request_incomplete', { missing: [...missingEvidence, ...missingFacts].join(', ') })
  }
  return { ask, decided: { policy, exchange, ...(rate && { rate }) } }
}

/** Returns what its execution would move now. The minimum gap after another refund does not prevent a preview. */
export function previewOf(
  { engine }: RequestsContext,
  tenant: number,
  charge: Uuid,
  { ask, decided }: Execution,
): Promise<RefundPreview> {
  const policy = { ...decided.policy, minGapSeconds: 0 }
  const requested = { charge: uuidToId('chg', charge), ask, effectiveAt: null, decided: { ...decided, policy } }
  return engine.previewRefund(tenant, requested)
}
