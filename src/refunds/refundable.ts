import { readItems } from '../charges/draft.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { RefundableCharge } from './plan.ts'

/** Converts a stored charge into the input of refund planning. */
export function toRefundable(row: ChargeRow): RefundableCharge {
  return {
    unit: row.unit,
    payerAccount: row.draft.payerAccount,
    items: readItems(row.draft),
    policy: row.draft.refund,
    effectiveAt: row.effectiveAt,
    captured: row.captured,
    kept: row.kept,
    refunded: row.refunded,
    pending: row.pending,
    disputed: row.disputed,
    refunds: row.refunds,
    lastRefundAt: row.lastRefundAt,
    returned: row.returned,
    returnedQuantity: row.returnedQuantity,
  }
}
