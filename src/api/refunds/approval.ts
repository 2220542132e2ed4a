/** Which approvals a direct refund needs: those of the charge's refund policy and those of the approval policy. */

import { isAdmitted, type SubmittedAct } from '../../approvals/pending.ts'
import { recordAudit } from '../../audit/audit.ts'
import type { ChargeRow } from '../../charges/record.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import type { Engine } from '../../engine/engine.ts'
import { findEarlier, fingerprint } from '../../ledger/idempotency.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { approvalsOf, movementOf } from '../../refunds/decision.ts'
import { toRefundable } from '../../refunds/refundable.ts'
import type { Identity } from '../../users/identity.ts'
import { type RefundRequest, toAsk } from './request.ts'

interface DirectRefund {
  readonly charge: ChargeRow
  readonly body: RefundRequest
  readonly idempotencyKey: string | undefined
}

/** The refund as an act to admit; undefined if an earlier request with the same key has made it. */
export async function toAct(
  engine: Engine,
  identity: Identity,
  { charge, body, idempotencyKey: key }: DirectRefund,
): Promise<SubmittedAct | undefined> {
  const { db } = engine.tenant(identity.tenant, identity)
  if (key !== undefined && (await findEarlier(db, 'refund', [key])).size > 0) return undefined
  const refundable = toRefundable(charge)
  const amount = movementOf(refundable, toAsk(body, charge))
  const byPolicy = approvalsOf(refundable, refundable.policy, identity.party === null ? 'agent' : 'payee', amount)
  const overrides = byPolicy > 0 && identity.scopes.has('refunds:override')
  if (overrides) {
    const detail = { approvals: byPolicy, amount: wireMoney(amount, charge.unit) }
    await recordAudit(db, { action: 'refund_policy_overridden', subject: body.charge, detail })
  }
  return {
    act: 'refund',
    subject: body.charge,
    amounts: new Map([[charge.unit, amount]]),
    request: { ...body, party: identity.party },
    idempotency: key === undefined ? null : { key, fingerprint: fingerprint(body) },
    approvals: overrides ? 0 : byPolicy,
  }
}

/** For refunds in bulk, which cannot wait one by one. @throws Problem `approval_needed`. */
export async function assertNeedsNoApproval(db: TenantDatabase, act: SubmittedAct): Promise<void> {
  if ((act.approvals ?? 0) > 0 || !(await isAdmitted(db, act))) throw new Problem('approval_needed')
}
