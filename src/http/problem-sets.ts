/** Problems shared by several routes, in addition to those of every route (src/http/operation.ts). */
import type { ProblemCode } from '../problem.ts'

const amounts: readonly ProblemCode[] = [
  'amount_invalid',
  'amount_too_precise',
  'amount_out_of_range',
  'amount_not_positive',
  'currency_unknown',
  'currency_mismatch',
]

/** Pricing an event. */
export const pricingProblems: readonly ProblemCode[] = [
  ...amounts,
  'line_unknown',
  'product_unknown',
  'product_not_priced',
  'event_invalid',
  'draft_invalid',
  'charge_amount_not_whole',
  'account_path_invalid',
  'party_unknown',
  'party_reserved',
  'merchant_category_missing',
  'price_input_missing',
  'price_input_invalid',
  'price_outside_band',
  'choice_unknown',
  'rate_invalid',
]

export const chargingProblems: readonly ProblemCode[] = [
  ...pricingProblems,
  'id_invalid',
  'time_invalid',
  'effective_in_future',
  'insufficient_funds',
  'balance_out_of_range',
  'idempotency_conflict',
  'quote_unknown',
  'quote_expired',
  'quote_used',
  'hold_unknown',
  'hold_closed',
  'hold_expired',
  'hold_exceeded',
  'hold_other_account',
  'order_charged',
  'series_terms_differ',
  'series_entry_charged',
  'gateway_unknown',
  'gateway_disabled',
]

/** Planning a refund. */
export const refundPlanProblems: readonly ProblemCode[] = [
  ...amounts,
  'id_invalid',
  'time_invalid',
  'charge_unknown',
  'effective_in_future',
  'effective_before_charge',
  'refund_window_closed',
  'refund_count_exceeded',
  'refund_too_soon',
  'refund_nothing_left',
  'refund_exceeds_refundable',
  'refund_item_unknown',
  'refund_item_twice',
  'refund_quantity_exceeded',
  'refund_whole_only',
  'refund_rate_missing',
  'payee_short',
  'debt_limit_exceeded',
  'balance_out_of_range',
]

export const refundingProblems: readonly ProblemCode[] = [
  ...refundPlanProblems,
  'idempotency_conflict',
  'refund_preview_stale',
  'approval_needed',
]

export const journalProblems: readonly ProblemCode[] = [
  ...amounts,
  'account_path_invalid',
  'party_reserved',
  'time_invalid',
  'effective_in_future',
  'insufficient_funds',
  'balance_out_of_range',
  'idempotency_conflict',
]

export const holdProblems: readonly ProblemCode[] = [
  ...amounts,
  'account_path_invalid',
  'party_reserved',
  'insufficient_funds',
  'balance_out_of_range',
  'idempotency_conflict',
]
