/** Event types. Names are part of the public API: never renamed, only added. */
export const EVENT_TYPES = [
  'charge.created',
  'refund.created',
  'refund.succeeded',
  'refund.failed',
  'refund_request.created',
  'refund_request.updated',
  'dispute.opened',
  'dispute.closed',
  'payment.succeeded',
  'payment.failed',
  'debt.opened',
  'debt.settled',
  'payout.created',
  'payout.paid',
  'payout.failed',
  'payout.returned',
  'payout_destination.changed',
  'reconciliation.completed',
] as const

export type EventType = (typeof EVENT_TYPES)[number]
