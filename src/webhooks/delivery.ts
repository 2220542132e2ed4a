/** Deliveries of events to endpoints, the results of their attempts, and replays. */
import { recordAudit } from '../audit/audit.ts'
import { prepared, type TenantDatabase, type TenantQueryable } from '../db/connect.ts'
import { deliveryQueue } from '../events/announce.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { Problem } from '../problem.ts'
import type { Endpoint } from './endpoint.ts'

export const DELIVERY_STATUSES = ['pending', 'succeeded', 'failed', 'canceled'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** A stored attempt. */
export interface Attempt {
  /** RFC 3339 */
  readonly at: string
  /** HTTP status; null if there was no response. */
  readonly code: number | null
  readonly error: string | null
  /** The beginning of the response body. */
  readonly body: string
  readonly durationMs: number
}

export interface Delivery {
  /** UUID */
  readonly id: Uuid
  readonly endpoint: Uuid
  readonly event: Uuid
  readonly type: string
  readonly status: DeliveryStatus
  /** Attempts since it was created or replayed. */
  readonly attempts: number
  readonly nextAttemptAt: Date | null
  /** The most recent attempts, oldest first. */
  readonly log: readonly Attempt[]
  readonly createdAt: Date
  readonly completedAt: Date | null
}

/** Sent to one endpoint to test it; endpoints cannot subscribe to it. */
export const TEST_EVENT = 'webhook.test'

const COLUMNS = `d.id, d.endpoint, d.event, e.type, d.status, d.attempts, d.next_attempt_at AS "nextAttemptAt", d.log,
  d.created_at AS "createdAt", d.completed_at AS "completedAt"`
const NOW = "date_trunc('milliseconds', clock_timestamp())"

/** A page of the deliveries to an endpoint, newest first. */
export async function listDeliveries(
  db: TenantQueryable,
  endpoint: string,
  {
    status,
    limit,
    after,
  }: { readonly status: DeliveryStatus | undefined; readonly limit: number; readonly after: string | undefined },
): Promise<Delivery[]> {
  return db.query<Delivery>(
    `SELECT ${COLUMNS} FROM webhook_delivery d JOIN event e ON e.tenant = d.tenant AND e.id = d.event
     WHERE d.tenant = $1 AND d.endpoint = $2 AND ($3::uuid IS NULL OR d.id < $3) AND ($4::text IS NULL OR d.status = $4)
     ORDER BY d.id DESC LIMIT $5`,
    [db.tenant, endpoint, after ?? null, status ?? null, limit],
  )
}

/** @throws Problem `webhook_delivery_unknown`. */
export async function readDelivery(db: TenantQueryable, endpoint: string, id: Uuid): Promise<Delivery> {
  const [row] = await db.query<Delivery>(
    `SELECT ${COLUMNS} FROM webhook_delivery d JOIN event e ON e.tenant = d.tenant AND e.id = d.event
     WHERE d.tenant = $1 AND d.id = $2 AND d.endpoint = $3`,
    [db.tenant, id, endpoint],
  )
  if (!row) throw new Problem('webhook_delivery_unknown', { delivery: uuidToId('dlv', id) })
  return row
}

/** Sends a test event to one endpoint, once. @throws Problem `webhook_disabled`. */
export async function sendTest(db: TenantDatabase, endpoint: Endpoint): Promise<Delivery> {
  checkEnabled(endpoint)
  const [event, id] = [newUuid(), newUuid()]
  const webhook = uuidToId('whk', endpoint.id)
  await db.transaction(async (tx) => {
    await tx.execute(
      `INSERT INTO event (tenant, id, type, subject, parties, data, created_at) VALUES ($1, $2, $3, $4, $5, $6, ${NOW})`,
      [db.tenant, event, TEST_EVENT, webhook, [], JSON.stringify({ webhook })],
    )
    await tx.execute(
      `INSERT INTO webhook_delivery (tenant, id, endpoint, event, next_attempt_at, created_at)
       VALUES ($1, $2, $3, $4, ${NOW}, ${NOW})`,
      [db.tenant, id, endpoint.id, event],
    )
    await enqueueDeliveries(tx, [{ id, endpoint: endpoint.id }])
    await recordAudit(tx, { action: 'webhook_tested', subject: webhook, detail: { delivery: uuidToId('dlv', id) } })
  })
  return readDelivery(db, endpoint.id, id)
}

/** The maximum number of deliveries replayed by one call. */
export const REPLAY_LIMIT = 10_000

/**
 * Replays a completed delivery, whatever its result.
 * @throws Problem `webhook_disabled`, `webhook_delivery_unknown`, `webhook_delivery_pending`.
 */
export async function replayDelivery(db: TenantDatabase, endpoint: Endpoint, id: Uuid): Promise<Delivery> {
  checkEnabled(endpoint)
  await db.transaction(async (tx) => {
    const { status } = await readDelivery(tx, endpoint.id, id)
    const begun = await restart(tx, endpoint.id, [id])
    if (status === 'pending' || begun === 0) {
      throw new Problem('webhook_delivery_pending', { delivery: uuidToId('dlv', id) })
    }
    await recordReplay(tx, endpoint, { delivery: uuidToId('dlv', id) })
  })
  return readDelivery(db, endpoint.id, id)
}

/**
 * Replays all deliveries since a given time that failed or were canceled, oldest first.
 * @returns their number; at {@link REPLAY_LIMIT} there may be more @throws Problem `webhook_disabled`.
 */
export async function replaySince(db: TenantDatabase, endpoint: Endpoint, since: Date): Promise<number> {
  checkEnabled(endpoint)
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM webhook_delivery
       WHERE tenant = $1 AND endpoint = $2 AND status IN ('failed', 'canceled') AND created_at >= $3
       ORDER BY id LIMIT $4 FOR NO KEY UPDATE`,
      [db.tenant, endpoint.id, since, REPLAY_LIMIT],
    )
    const replayed = await restart(
      tx,
      endpoint.id,
      rows.map(({ id }) => id),
    )
    await recordReplay(tx, endpoint, { since, replayed })
    return replayed
  })
}

function recordReplay(tx: TenantQueryable, { id }: Endpoint, detail: Record<string, unknown>): Promise<void> {
  return recordAudit(tx, { action: 'webhook_replayed', subject: uuidToId('whk', id), detail })
}

async function restart(tx: TenantQueryable, endpoint: string, ids: readonly string[]): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE webhook_delivery d SET status = 'pending', attempts = 0, next_attempt_at = ${NOW}, completed_at = NULL
     FROM unnest($3::uuid[]) AS t(id),
       LATERAL (SELECT o.ctid FROM webhook_delivery o WHERE o.tenant = $1 AND o.id = t.id AND o.endpoint = $2 OFFSET 0) found
     WHERE d.ctid = found.ctid AND d.status <> 'pending' RETURNING d.id`,
    [tx.tenant, endpoint, ids],
  )
  await enqueueDeliveries(
    tx,
    rows.map(({ id }) => ({ id, endpoint })),
  )
  return rows.length
}

/** `startAfter`: delay in seconds. */
export async function enqueueDeliveries(
  tx: TenantQueryable,
  deliveries: readonly { readonly id: string; readonly endpoint: string }[],
  startAfter = 0,
): Promise<void> {
  const jobs = deliveries.map(({ id, endpoint }) => ({
    data: { tenant: tx.tenant, delivery: id },
    ...{ key: id, group: endpoint, startAfter },
  }))
  await enqueue(tx, deliveryQueue, jobs)
}

function checkEnabled({ id, enabled, disabledReason }: Endpoint): void {
  if (!enabled) throw new Problem('webhook_disabled', { webhook: uuidToId('whk', id), reason: disabledReason })
}

/** Retention of events and deliveries; pending ones are kept. */
const KEPT_DAYS = 30
const FORGET_BATCH = 1_000

const forgetDeliveries = prepared(`
DELETE FROM webhook_delivery WHERE tenant = $1 AND id IN (
  SELECT id FROM webhook_delivery WHERE tenant = $1 AND id < $2 AND status <> 'pending' ORDER BY id LIMIT $3)`)
const forgetEvents = prepared(`
DELETE FROM event WHERE tenant = $1 AND id IN (
  SELECT e.id FROM event e WHERE e.tenant = $1 AND e.id < $2
    AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.tenant = $1 AND d.event = e.id) ORDER BY e.id LIMIT $3)`)

/** Deletes a batch of rows older than 30 days. @returns their number; if it is not zero, there may be more */
export async function forgetOld(db: TenantDatabase, now = Date.now()): Promise<number> {
  // Ids are UUIDv7: their first 48 bits are the milliseconds.
  const hex = Math.max(0, now - KEPT_DAYS * 86_400_000)
    .toString(16)
    .padStart(12, '0')
  const oldest = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
  const deliveries = await db.execute(forgetDeliveries, [db.tenant, oldest, FORGET_BATCH])
  return deliveries + (await db.execute(forgetEvents, [db.tenant, oldest, FORGET_BATCH]))
}
