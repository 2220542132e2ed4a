/** The actions to filter by. The API does not enumerate them; an action that is not listed here is shown unchanged. */
export const ACTIONS = [
  ...(['signed_in', 'sign_in_failed', 'signed_out', 'session_revoked', 'password_set', 'password_link_made'] as const),
  ...(['totp_set_up', 'totp_on', 'totp_off', 'totp_reset', 'backup_codes_renewed'] as const),
  ...(['user_created', 'role_changed', 'user_disabled', 'user_enabled', 'key_created', 'key_revoked'] as const),
  ...(['key_rotated', 'key_changed'] as const),
  ...(['gateway_created', 'gateway_changed', 'refund_resolved', 'refund_redirected'] as const),
  'refund_request_settings_changed',
  ...(['dispute_won', 'dispute_lost', 'debt_write_off_proposed', 'debt_write_off_posted'] as const),
  ...(['debt_restore_posted', 'debt_recoup_posted'] as const),
  ...(['payout_created', 'payout_approved', 'payout_paid', 'payout_failed', 'payout_canceled'] as const),
  ...(['payout_run_started', 'payout_file_made', 'payout_file_read', 'payout_destination_changed'] as const),
  ...(['settlement_settings_changed', 'settlement_settings_removed'] as const),
  ...(['reconciliation_started', 'reconciliation_correction_approved', 'reconciliation_correction_declined'] as const),
  ...(['reconciliation_settings_changed', 'bulk_refund_paused', 'bulk_refund_canceled'] as const),
  ...(['bulk_refund_created', 'bulk_refund_previewing', 'bulk_refund_approved', 'bulk_refund_running'] as const),
] as const
