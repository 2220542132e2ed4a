/** Webhook endpoints of a tenant, each with its own signing secret. */
import type { AuditAction } from '../audit/actions.ts'
import { recordAudit } from '../audit/audit.ts'
import { prepared, type TenantDatabase, type TenantQueryable, type TenantTransaction } from '../db/connect.ts'
import type { EventType } from '../events/types.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'
import { Problem } from '../problem.ts'
import type { Seal } from '../seal.ts'
import { newSecret } from './signature.ts'
import { checkUrl } from './url.ts'

/** `manual`: disabled by a user; `gone`: it responded with 410; `failing`: all attempts failed for days. */
export const DISABLED_REASONS = ['manual', 'gone', 'failing'] as const
export type DisabledReason = (typeof DISABLED_REASONS)[number]

export interface Endpoint {
  /** UUID */
  readonly id: Uuid
  readonly url: string
  readonly description: string
  readonly eventTypes: readonly EventType[]
  /** Receives only events of this party; null for all parties. */
  readonly party: string | null
  readonly enabled: boolean
  readonly disabledReason: DisabledReason | null
  /** When the current series of failures began. */
  readonly failingSince: Date | null
  /** Until when the previous secret is also used for signing. */
  readonly previousSecretUntil: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface NewEndpoint {
  readonly url: string
  readonly description: string
  readonly eventTypes: readonly EventType[]
  readonly party: string | null
}

export type EndpointChanges = Partial<Omit<NewEndpoint, 'party'> & { readonly enabled: boolean }>

/** Per tenant: every announcement reads all of them. */
export const ENDPOINT_LIMIT = 50

const COLUMNS = `id, url, description, event_types AS "eventTypes", party, enabled, disabled_reason AS "disabledReason",
  failing_since AS "failingSince",
  CASE WHEN previous_secret_until > clock_timestamp() THEN previous_secret_until END AS "previousSecretUntil",
  created_at AS "createdAt", updated_at AS "updatedAt"`
const NOW = "date_trunc('milliseconds', clock_timestamp())"

/** The context that a secret is sealed for. */
export const secretOf = (tenant: number, id: string) => `webhook_endpoint/${tenant}/${id}`

const unknown = (id: Uuid) => new Problem('webhook_unknown', { webhook: uuidToId('whk', id) })

/**
 * Locks: the tenant's row, so that concurrent requests stay within the limit.
 * @returns also the secret, which is shown only now
 * @throws Problem `webhook_url_invalid`, `webhook_limit_reached`.
 */
export async function createEndpoint(
  db: TenantDatabase,
  { url, description, eventTypes, party }: NewEndpoint,
  { seal, targets }: { readonly seal: Seal; readonly targets: OutgoingTargets },
): Promise<{ endpoint: Endpoint; secret: string }> {
  const checked = checkUrl(url, targets)
  const id = newUuid()
  const secret = newSecret()
  const sealed = seal.close(secret, secretOf(db.tenant, id))
  return db.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM tenant WHERE id = $1 FOR NO KEY UPDATE', [db.tenant])
    const [row] = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM webhook_endpoint WHERE tenant = $1', [
      db.tenant,
    ])
    if (row!.n >= ENDPOINT_LIMIT) throw new Problem('webhook_limit_reached', { limit: ENDPOINT_LIMIT })
    const [endpoint] = await tx.query<Endpoint>(
      `INSERT INTO webhook_endpoint (tenant, id, url, description, event_types, party, secret, actor)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${COLUMNS}`,
      [db.tenant, id, checked, description, [...new Set(eventTypes)], party, sealed, tx.by.actor],
    )
    await record(tx, 'webhook_created', id, settingsOf(endpoint!))
    return { endpoint: endpoint!, secret }
  })
}

/** @throws Problem `webhook_unknown`. */
export async function readEndpoint(db: TenantQueryable, id: Uuid): Promise<Endpoint> {
  const [row] = await db.query<Endpoint>(`SELECT ${COLUMNS} FROM webhook_endpoint WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  if (!row) throw unknown(id)
  return row
}

/** A page, newest first. */
export async function listEndpoints(
  db: TenantQueryable,
  limit: number,
  after: string | undefined,
): Promise<Endpoint[]> {
  return db.query<Endpoint>(
    `SELECT ${COLUMNS} FROM webhook_endpoint WHERE tenant = $1 AND ($3::uuid IS NULL OR id < $3)
     ORDER BY id DESC LIMIT $2`,
    [db.tenant, limit, after ?? null],
  )
}

/**
 * Updates the given fields. Enabling resets the failures: earlier ones no longer count.
 * @throws Problem `webhook_unknown`, `webhook_url_invalid`.
 */
export async function updateEndpoint(
  db: TenantDatabase,
  id: Uuid,
  { url, description, eventTypes, enabled }: EndpointChanges,
  targets: OutgoingTargets,
): Promise<Endpoint> {
  const checked = url === undefined ? null : checkUrl(url, targets)
  return db.transaction(async (tx) => {
    const before = await lockEndpoint(tx, id)
    const [row] = await tx.query<Endpoint>(
      `UPDATE webhook_endpoint SET url = coalesce($3, url), description = coalesce($4, description),
       event_types = coalesce($5, event_types), enabled = coalesce($6, enabled),
       disabled_reason = CASE WHEN $6 THEN NULL WHEN NOT $6 THEN coalesce(disabled_reason, 'manual') ELSE disabled_reason END,
       failing_since = CASE WHEN $6 AND NOT enabled THEN NULL ELSE failing_since END, updated_at = ${NOW}
     WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [tx.tenant, id, checked, description ?? null, eventTypes ? [...new Set(eventTypes)] : null, enabled ?? null],
    )
    await record(tx, 'webhook_changed', id, { before: settingsOf(before), after: settingsOf(row!) })
    return row!
  })
}

async function lockEndpoint(tx: TenantQueryable, id: Uuid): Promise<Endpoint> {
  const [row] = await tx.query<Endpoint>(
    `SELECT ${COLUMNS} FROM webhook_endpoint WHERE tenant = $1 AND id = $2 FOR NO KEY UPDATE`,
    [tx.tenant, id],
  )
  if (!row) throw unknown(id)
  return row
}

function record(tx: TenantQueryable, action: AuditAction, id: Uuid, detail: Record<string, unknown>): Promise<void> {
  return recordAudit(tx, { action, subject: uuidToId('whk', id), detail })
}

const settingsOf = ({ url, description, eventTypes, party, enabled }: Endpoint) => ({
  ...{ url, description, eventTypes, party, enabled },
})

/** Pending deliveries are canceled when they become due. @throws Problem `webhook_unknown`. */
export async function deleteEndpoint(db: TenantDatabase, id: Uuid): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockEndpoint(tx, id)
    await tx.execute('DELETE FROM webhook_endpoint WHERE tenant = $1 AND id = $2', [tx.tenant, id])
    await record(tx, 'webhook_deleted', id, settingsOf(before))
  })
}

/**
 * Creates a new secret; the current one is also used for the given number of seconds, during which the receiver
 * switches.
 * @throws Problem `webhook_unknown`.
 */
export async function rotateSecret(
  db: TenantDatabase,
  id: Uuid,
  overlapSeconds: number,
  seal: Seal,
): Promise<{ endpoint: Endpoint; secret: string }> {
  const secret = newSecret()
  return db.transaction(async (tx) => {
    const [row] = await tx.query<Endpoint>(
      `UPDATE webhook_endpoint SET secret = $3, updated_at = ${NOW},
       previous_secret = CASE WHEN $4 > 0 THEN secret END,
       previous_secret_until = CASE WHEN $4 > 0 THEN ${NOW} + $4 * interval '1 s' END
     WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [tx.tenant, id, seal.close(secret, secretOf(tx.tenant, id)), overlapSeconds],
    )
    if (!row) throw unknown(id)
    await record(tx, 'webhook_secret_rotated', id, { overlapSeconds })
    return { endpoint: row, secret }
  })
}

const failedStatement = prepared(`
UPDATE webhook_endpoint SET failing_since = coalesce(failing_since, ${NOW}),
  enabled = $4::text IS NULL, disabled_reason = $4::text, updated_at = CASE WHEN $4::text IS NULL THEN updated_at ELSE ${NOW} END
WHERE tenant = $1 AND id = $2 AND enabled AND ($4::text IS NOT NULL OR failing_since IS NULL)
  AND ($4::text IS DISTINCT FROM 'failing' OR failing_since <= clock_timestamp() - $3 * interval '1 s')`)
const succeededStatement = prepared(
  'UPDATE webhook_endpoint SET failing_since = NULL WHERE tenant = $1 AND id = $2 AND failing_since IS NOT NULL',
)

/**
 * Called after a successful attempt. Writes only if something changes, so that deliveries do not contend for the row.
 */
export async function noteSuccess(tx: TenantQueryable, id: string): Promise<void> {
  await tx.execute(succeededStatement, [tx.tenant, id])
}

/** Called after a failed attempt. @returns why the endpoint is now disabled, if it is */
export async function noteFailure(
  tx: TenantQueryable,
  id: string,
  { gone, failingSeconds }: { readonly gone: boolean; readonly failingSeconds: number },
): Promise<DisabledReason | null> {
  const disable = async (reason: DisabledReason | null) =>
    (await tx.execute(failedStatement, [tx.tenant, id, failingSeconds, reason])) > 0
  if (gone) return (await disable('gone')) ? 'gone' : null
  if (await disable('failing')) return 'failing'
  await disable(null)
  return null
}

/** Encrypts secrets of endpoints again, with the current key; returns the number of rows. Locks: the rows, in order. */
export async function resealEndpoints(tx: TenantTransaction, seal: Seal, limit: number): Promise<number> {
  const rows = await tx.query<{ id: Uuid; secret: Buffer; previous: Buffer | null }>(
    `SELECT id, secret, previous_secret AS previous FROM webhook_endpoint
     WHERE tenant = $1 AND (substring(secret FROM 1 FOR 5) <> $2 OR substring(previous_secret FROM 1 FOR 5) <> $2)
     ORDER BY id LIMIT $3 FOR UPDATE`,
    [tx.tenant, seal.mark, limit],
  )
  for (const { id, secret, previous } of rows) {
    const of = secretOf(tx.tenant, id)
    await tx.execute('UPDATE webhook_endpoint SET secret = $3, previous_secret = $4 WHERE tenant = $1 AND id = $2', [
      ...[tx.tenant, id, seal.renew(secret, of)],
      previous && seal.renew(previous, of),
    ])
  }
  return rows.length
}
