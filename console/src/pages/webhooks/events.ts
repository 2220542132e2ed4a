import type { Shapes } from '@recoup/sdk'

export type EventType = Shapes['Webhook']['eventTypes'][number]

/** Kinds of events in the order in which people look for them; the compiler sees to it that none is missing. */
export const EVENT_TYPES = Object.keys({
  'charge.created': true,
  'refund.created': true,
  'refund.succeeded': true,
  'refund.failed': true,
  'refund_request.created': true,
  'refund_request.updated': true,
  'dispute.opened': true,
  'dispute.closed': true,
  'payment.succeeded': true,
  'payment.failed': true,
  'debt.opened': true,
  'debt.settled': true,
  'payout.created': true,
  'payout.paid': true,
  'payout.failed': true,
  'reconciliation.completed': true,
} satisfies Record<EventType, true>) as EventType[]
