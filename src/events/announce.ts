/**
 * Announces events in the transaction in which they happen, so that an event exists exactly if its cause does. It is
 * written only if an enabled endpoint of the tenant subscribes to its type; without subscribers this is one read by
 * key.
 */
import { prepared, type TenantQueryable } from '../db/connect.ts'
import { newUuid, type Uuid } from '../ids.ts'
import { defineQueue, enqueue } from '../jobs/queue.ts'
import type { EventType } from './types.ts'

export interface Announcement {
  readonly type: EventType
  /** Prefixed id of the affected object: `chg_…`, `rfd_…`. */
  readonly subject: string
  /** The parties concerned: an endpoint bound to a party receives the event only if that party is among them. */
  readonly parties: readonly string[]
  /** The API representation as plain JSON. A function is called only if there are subscribers. */
  readonly data: object | (() => object)
}

/** A delivery attempt: the row of webhook_delivery and its tenant. */
export interface DeliveryJob {
  readonly tenant: number
  /** UUID of the delivery. */
  readonly delivery: string
}

/**
 * Delivery attempts, executed by src/webhooks. Deliveries have their own schedule (src/webhooks/schedule.ts): a failing
 * receiver is not a failure of the job; the retries here are for internal errors.
 */
export const deliveryQueue = defineQueue<DeliveryJob>('webhooks.deliver', {
  retryLimit: 20,
  retryDelaySeconds: 5,
  backoff: true,
  maxDelaySeconds: 3_600,
  concurrency: 64,
  perGroup: 4,
  expireSeconds: 60,
})

interface Listener {
  readonly id: Uuid
  readonly event_types: readonly EventType[]
  readonly party: string | null
}

const listenersStatement = prepared('SELECT id, event_types, party FROM webhook_endpoint WHERE tenant = $1 AND enabled')

/** One time for both, truncated to the millisecond, so that it is the same when read back. */
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

/** Call it inside the transaction, once with all its events. @returns the number of deliveries */
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
    deliveries.map(({ id, endpoint }) => ({ data: { tenant: tx.tenant, delivery: id }, key: id, resource: endpoint })),
  )
  return deliveries.length
}
