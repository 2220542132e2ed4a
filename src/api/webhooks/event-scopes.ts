/**
 * The scope that reading an event's object needs. Events repeat what other routes show, so the scopes of webhooks alone
 * neither show the payloads nor send them to an address of the caller's choice.
 */
import type { EventType } from '../../events/types.ts'
import { Problem } from '../../problem.ts'
import type { Identity, Scope } from '../../users/identity.ts'

const EVENT_SCOPES: Readonly<Record<EventType, Scope>> = {
  'charge.created': 'charges:read',
  'refund.created': 'refunds:read',
  'refund.succeeded': 'refunds:read',
  'refund.failed': 'refunds:read',
  'refund_request.created': 'requests:read',
  'refund_request.updated': 'requests:read',
  'dispute.opened': 'settlement:read',
  'dispute.closed': 'settlement:read',
  'payment.succeeded': 'charges:read',
  'payment.failed': 'charges:read',
  'debt.opened': 'settlement:read',
  'debt.settled': 'settlement:read',
  'payout.created': 'settlement:read',
  'payout.paid': 'settlement:read',
  'payout.failed': 'settlement:read',
  'payout.returned': 'settlement:read',
  'payout_destination.changed': 'settlement:read',
  'reconciliation.completed': 'settlement:read',
}

/** Whether the caller may see the payload of an event. A test event has a payload of its own, which is no secret. */
export function maySee({ scopes }: Identity, type: string): boolean {
  const scope = (EVENT_SCOPES as Readonly<Record<string, Scope>>)[type]
  return scope === undefined || scopes.has(scope)
}

/** @throws Problem `scope_missing` for a caller that may not read the objects of the events. */
export function assertMaySubscribe({ scopes }: Identity, types: readonly EventType[]): void {
  const missing = types.map((type) => EVENT_SCOPES[type]).find((scope) => !scopes.has(scope))
  if (missing) throw new Problem('scope_missing', { scope: missing })
}
