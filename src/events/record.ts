/** Reads stored events: those with at least one subscriber. */

import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'

export interface EventRow {
  /** UUID */
  readonly id: Uuid
  readonly type: string
  readonly subject: string
  /** JSON text */
  readonly data: string
  readonly createdAt: Date
}

export interface EventFilter {
  readonly type?: string
  readonly subject?: string
}

const COLUMNS = 'id, type, subject, data, created_at AS "createdAt"'

/** A page, newest first. */
export async function listEvents(
  db: TenantQueryable,
  { type, subject }: EventFilter,
  limit: number,
  after: string | undefined,
): Promise<EventRow[]> {
  return db.query<EventRow>(
    `SELECT ${COLUMNS} FROM event WHERE tenant = $1 AND ($3::uuid IS NULL OR id < $3) AND ($4::text IS NULL OR type = $4)
       AND ($5::text IS NULL OR subject = $5)
     ORDER BY id DESC LIMIT $2`,
    [db.tenant, limit, after ?? null, type ?? null, subject ?? null],
  )
}

export async function readEvent(db: TenantQueryable, id: string): Promise<EventRow | undefined> {
  const [row] = await db.query<EventRow>(`SELECT ${COLUMNS} FROM event WHERE tenant = $1 AND id = $2`, [db.tenant, id])
  return row
}
