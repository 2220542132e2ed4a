// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// Generated from openapi.json by `npm run -w sdk generate`. Do not edit.

/** POSTs that take an `Idempotency-Key`. */
export const KEYED_POSTS: ReadonlySet<string> = new Set([
  '/v1/charges',
  '/v1/charges/bulk',
  '/v1/contracts',
  '/v1/holds',
  '/v1/journal-entries',
  '/v1/refunds',
  '/v1/refunds/bulk',
])

/** Codes of the problems that the API documents. */
export type ProblemCode =
  | 'account_path_invalid'
  | 'account_unknown'
  | 'amount_invalid'
  | 'amount_not_positive'
  | 'amount_out_of_range'
  | 'amount_too_precise'
  | 'body_invalid'
  | 'body_too_deep'
  | 'body_too_large'
  | 'charge_unknown'
  | 'choice_unknown'
  | 'contract_ended'
  | 'contract_invalid'
  | 'contract_period_invalid'
  | 'contract_unknown'
  | 'currency_mismatch'
  | 'currency_unknown'
  | 'cursor_invalid'
  | 'database_busy'
  | 'database_unavailable'
  | 'draft_invalid'
  | 'effective_before_charge'
  | 'effective_in_future'
  | 'event_invalid'
  | 'hold_closed'
  | 'hold_exceeded'
  | 'hold_expired'
  | 'hold_other_account'
  | 'hold_unknown'
  | 'id_invalid'
  | 'idempotency_conflict'
  | 'insufficient_funds'
  | 'internal_error'
  | 'journal_entry_unknown'
  | 'key_missing'
  | 'key_unknown'
  | 'line_unknown'
  | 'media_type_unsupported'
  | 'merchant_category_missing'
  | 'outcome_unknown'
  | 'party_id_invalid'
  | 'party_unknown'
  | 'payee_short'
  | 'price_change_in_past'
  | 'price_input_invalid'
  | 'price_input_missing'
  | 'price_outside_band'
  | 'product_not_priced'
  | 'product_unknown'
  | 'quote_expired'
  | 'quote_unknown'
  | 'quote_used'
  | 'rate_card_breaks_contract'
  | 'rate_card_invalid'
  | 'rate_card_unknown'
  | 'rate_invalid'
  | 'rate_limited'
  | 'refund_count_exceeded'
  | 'refund_exceeds_refundable'
  | 'refund_item_twice'
  | 'refund_item_unknown'
  | 'refund_nothing_left'
  | 'refund_preview_stale'
  | 'refund_quantity_exceeded'
  | 'refund_too_soon'
  | 'refund_unknown'
  | 'refund_whole_only'
  | 'refund_window_closed'
  | 'request_invalid'
  | 'schema_behind'
  | 'schema_newer'
  | 'scope_missing'
  | 'shutting_down'
  | 'time_invalid'
