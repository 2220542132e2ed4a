import type { Shapes } from '@recoup/sdk'
import { codesOf } from '../../api-codes.ts'

export type EventType = Shapes['Webhook']['eventTypes'][number]

/** All event types, in the order in which they are shown. */
export const EVENT_TYPES = codesOf<EventType>({
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
  'payout.returned': true,
  'payout_destination.changed': true,
  'reconciliation.completed': true,
})
