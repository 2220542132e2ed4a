/**
 * Says what happened, in the transaction in which it happens: an event exists exactly when what it tells of does. It is
 * written only where an enabled endpoint of the tenant wants its type; where nobody listens this is one read by key.
 */
import { prepared, type TenantQueryable } from '../db/connect.ts'
import { newUuid } from '../ids.ts'
import { defineQueue, enqueue } from '../jobs/queue.ts'
import type { EventType } from './types.ts'

export interface Announcement {
  readonly type: EventType
  /** Prefixed id of what it happened to: `chg_…`, `rfd_…`. */
  readonly subject: string
  /** Whose business it is: an endpoint bound to a party hears of it only if that party is among them. */
  readonly parties: readonly string[]
  /** What the API would show of it; plain JSON. A function is asked only where somebody listens. */
  readonly data: object | (() => object)
}

/** One attempt to deliver: which row of webhook_delivery, and whose. */
export interface DeliveryJob {
  readonly tenant: number
  /** UUID of the delivery. */
  readonly delivery: string
}

/**
 * Attempts to deliver (src/webhooks does them). The schedule of a delivery is its own (src/webhooks/schedule.ts): a
 * receiver that fails is no failure of the job; these retries are for our own trouble.
 */
export const deliveryQueue = defineQueue<DeliveryJob>('webhooks.deliver', {
  retryLimit: 20,
  retryDelaySeconds: 5,
  backoff: true,
  maxDelaySeconds: 3_600,
  concurrency: 16,
  // A receiver that answers slowly holds up itself, not the others.
  perGroup: 4,
  expireSeconds: 60,
})

interface Listener {
  readonly id: string
  readonly event_types: readonly EventType[]
  readonly party: string | null
}

const listenersStatement = prepared('SELECT id, event_types, party FROM webhook_endpoint WHERE tenant = $1 AND enabled')

/** One time for both, cut to the millisecond: what was read and is handed back is the same. */
const writeStatement = prepared(`
WITH at AS (SELECT date_trunc('milliseconds', clock_timestamp()) AS now),
events AS (
  INSERT INTO event (tenant, id, type, subject, parties, data, created_at)
  SELECT $1, e.id, e.type, e.subject, e.parties, e.data, at.now
  FROM at, json_to_recordset($2::json) AS e(id uuid, type text, subject text, parties text[], data text)
)
INSERT INTO webhook_delivery (tenant, id, endpoint, event, next_attempt_at, created_at)
SELECT $1, d.id, d.endpoint, d.event, at.now, at.now
FROM at, json_to_recordset($3::json) AS d(id uuid, endpoint uuid, event uuid)`)

/** Call it inside the transaction, once with everything that happened in it. @returns how many deliveries begin. */
export async function announce(tx: TenantQueryable, announcements: readonly Announcement[]): Promise<number> {
  if (announcements.length === 0) return 0
  const listeners = await tx.query<Listener>(listenersStatement, [tx.tenant])
  if (listeners.length === 0) return 0
  const events: object[] = []
  const deliveries: { id: string; endpoint: string; event: string }[] = []
  for (const { type, subject, parties, data } of announcements) {
    const interested = listeners.filter(
      (each) => each.event_types.includes(type) && (each.party === null || parties.includes(each.party)),
    )
    if (interested.length === 0) continue
    const id = newUuid()
    const text = JSON.stringify(typeof data === 'function' ? data() : data)
    events.push({ id, type, subject, parties, data: text })
    for (const { id: endpoint } of interested) deliveries.push({ id: newUuid(), endpoint, event: id })
  }
  if (deliveries.length === 0) return 0
  await tx.execute(writeStatement, [tx.tenant, JSON.stringify(events), JSON.stringify(deliveries)])
  await enqueue(
    tx,
    deliveryQueue,
    deliveries.map(({ id, endpoint }) => ({ data: { tenant: tx.tenant, delivery: id }, key: id, group: endpoint })),
  )
  return deliveries.length
}
