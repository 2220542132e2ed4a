/**
 * The audit trail: who did what to which object. Written in the transaction of the action; never changed or deleted.
 */
import type { Actor } from '../actor.ts'
import { texts } from '../db/arrays.ts'
import { prepared, type TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { AuditAction } from './actions.ts'

export interface Act extends Partial<Actor> {
  readonly action: AuditAction
  /** Id of the affected object. */
  readonly subject?: string | null
  /** Details, such as the values before and after. Never contains secrets. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface AuditEntry {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  /** UUID of the API key that the actor used. */
  readonly key: Uuid | null
  readonly action: AuditAction
  readonly subject: string | null
  readonly detail: Record<string, unknown>
}

export interface AuditFilter {
  readonly actor?: string
  readonly action?: AuditAction
  readonly subject?: string
  /** Inclusive. */
  readonly from?: Date
  /** Exclusive. */
  readonly to?: Date
}

const insert = prepared(
  `INSERT INTO audit (tenant, actor, key, action, subject, detail)
   SELECT $1, * FROM unnest($2::text[], $3::text[]::uuid[], $4::text[], $5::text[], $6::text[]::jsonb[])`,
)

/** Records acts of the actor that `tx` carries, unless an act names its own. */
export async function recordAudit(tx: TenantQueryable, ...acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return
  const column = (of: (act: Act & Actor) => string | null) => texts(acts.map((act) => of({ ...tx.by, ...act })))
  await tx.execute(insert, [
    tx.tenant,
    column(({ actor }) => actor),
    column(({ key }) => key ?? null),
    column(({ action }) => action),
    column(({ subject }) => subject ?? null),
    column(({ detail }) => JSON.stringify(detail ?? {})),
  ])
}

/** Newest first, starting after the entry `before`. */
export function listAudit(
  db: TenantQueryable,
  { actor, action, subject, from, to }: AuditFilter,
  limit: number,
  before?: bigint,
): Promise<AuditEntry[]> {
  const params: unknown[] = [db.tenant, limit]
  const bound = (value: unknown, condition: (place: string) => string) =>
    value === undefined ? [] : [condition(`$${params.push(value)}`)]
  const conditions = [
    'tenant = $1',
    ...bound(before, (place) => `id < ${place}`),
    ...bound(actor, (place) => `actor = ${place}`),
    ...bound(action, (place) => `action = ${place}`),
    ...bound(subject, (place) => `subject = ${place}`),
    ...bound(from, (place) => `at >= ${place}`),
    ...bound(to, (place) => `at < ${place}`),
  ]
  return db.query<AuditEntry>(
    `SELECT id, at, actor, key, action, subject, detail FROM audit WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $2`,
    params,
  )
}
