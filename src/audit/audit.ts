/**
 * The audit trail: who did what to which object. Written in the transaction of the action; never changed or deleted.
 */
import { prepared, type TenantQueryable } from '../db/connect.ts'

export interface Act {
  /** "user usr_…", "key key_…"; for actions of the program itself, the name of its component. */
  readonly actor: string
  /** A verb in the past tense, in snake_case: `role_changed`. */
  readonly action: string
  /** Id of the affected object. */
  readonly subject?: string | null
  /** Details, such as the values before and after. Never contains secrets. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface AuditEntry {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: Record<string, unknown>
}

export interface AuditFilter {
  readonly actor?: string
  readonly action?: string
  readonly subject?: string
  /** Inclusive. */
  readonly from?: Date
  /** Exclusive. */
  readonly to?: Date
}

const insert = prepared('INSERT INTO audit (tenant, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5)')

/** Accepts a scope or an open transaction of that tenant: row-level security refuses those of another. */
export async function recordAudit(tx: TenantQueryable, { actor, action, subject, detail }: Act) {
  await tx.execute(insert, [tx.tenant, actor, action, subject ?? null, JSON.stringify(detail ?? {})])
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
    `SELECT id, at, actor, action, subject, detail FROM audit WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $2`,
    params,
  )
}
