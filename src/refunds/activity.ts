/** The contribution of a refund to the rollups. */

import type { ChargeRow } from '../charges/record.ts'
import { parseMicros } from '../money/amount.ts'
import type { RefundActivity } from '../rollups/activity.ts'
import type { RefundRow } from './record.ts'

/**
 * Returns the contribution of a refund to the rollups. `charge`: its state after the refund. `undone`: the refund
 * failed or its chargeback was reversed, so its earlier contribution is subtracted.
 */
export function refundActivity(charge: ChargeRow, refund: RefundRow, undone = false): RefundActivity {
  const { line, product, unit, captured, kept, refunded, pending } = charge
  return {
    charge: charge.id,
    line,
    product,
    payerAccount: charge.draft.payerAccount,
    unit,
    amount: refund.amount,
    effectiveAt: refund.effectiveAt,
    reason: refund.kind === 'chargeback' ? 'chargeback' : refund.reason,
    flows: refund.plan.transfers.map(({ kind, from, to, amount: { amount, currency } }) => ({
      kind,
      from,
      to,
      amount: parseMicros(amount),
      unit: currency,
    })),
    whole: undone || refunded + pending === captured - kept,
    undone,
  }
}
