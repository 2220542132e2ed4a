/** Judges one row of a bulk refund by the policy of its charge, in the same way in the preview and in the run. */

import type { ChargeRow } from '../charges/record.ts'
import { formatMicros, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { decide } from '../refunds/decision.ts'
import type { Decision } from '../refunds/question.ts'
import { toRefundable } from '../refunds/refundable.ts'
import type { BulkRow } from './bulk-record.ts'

export interface BulkAsk {
  readonly number: number
  readonly asked: Micros | null
  readonly askedUnit: string | null
}

/**
 * Decides a row as a request of a platform user, for the bulk's reason, at the time of the bulk's creation. Approvals
 * of the bulk replace those of the row.
 * @throws Problem why the row is refused.
 */
export function judgeRow(
  charge: ChargeRow,
  { reason, evidence, createdAt }: BulkRow,
  { asked: requested, askedUnit }: BulkAsk,
  { use, zone }: { readonly use: { items: Record<string, bigint> } | undefined; readonly zone: string },
): Decision {
  if (askedUnit !== null && askedUnit !== charge.unit) {
    throw new Problem('currency_mismatch', { expected: charge.unit, unit: askedUnit })
  }
  const decision = decide(toRefundable(charge), {
    ...{ reason, evidence, zone, asker: 'agent' },
    ask: requested === null ? {} : { amount: requested },
    ...(use && { use }),
    // A charge created since then counts as requested when it was created.
    at: charge.effectiveAt > createdAt ? charge.effectiveAt : createdAt,
  })
  const { decline, outcome, missingEvidence, missingFacts } = decision
  if (decline) throw Problem.of(decline.code, decline.params)
  if (outcome === 'needs-evidence') {
    throw new Problem('refund_request_incomplete', { missing: [...missingEvidence, ...missingFacts].join(', ') })
  }
  return decision
}

/** @throws Problem `bulk_row_changed`: a smaller amount was approved. */
export function checkApproved(decision: Decision, amount: Micros, unit: string): void {
  if (decision.amount <= amount) return
  throw new Problem('bulk_row_changed', {
    approved: formatMicros(amount, unit),
    now: formatMicros(decision.amount, unit),
  })
}
