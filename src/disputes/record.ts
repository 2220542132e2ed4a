/** Disputes as stored in the database. */

import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'

/** A row of `dispute`, columns in camel case. Amounts in micros of `unit`. */
export interface DisputeRow {
  readonly id: Uuid
  /** UUID of the charge. */
  readonly charge: Uuid
  readonly unit: string
  readonly amount: Micros
  /** The part that was refundable when the dispute was opened, plus amounts released by refunds that failed since. */
  readonly reserved: Micros
  readonly status: 'open' | 'won' | 'lost'
  readonly lost: Micros
  readonly reason: string | null
  /** The provider's number of the dispute. */
  readonly reference: string | null
  /** UUID of the chargeback that booked the loss. */
  readonly refund: Uuid | null
  readonly answerBy: Date | null
  readonly openedAt: Date
  readonly resolvedAt: Date | null
}

export const DISPUTE_COLUMNS = `id, charge, unit, amount, reserved, status, lost, reason, reference, refund, answer_by AS "answerBy",
  opened_at AS "openedAt", resolved_at AS "resolvedAt"`

export async function readDispute(db: TenantQueryable, id: string): Promise<DisputeRow | undefined> {
  const [row] = await db.query<DisputeRow>(`SELECT ${DISPUTE_COLUMNS} FROM dispute WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  return row
}

/** Returns a page of disputes older than the dispute `after`, newest first. */
export async function listDisputes(
  db: TenantQueryable,
  filter: { readonly charge?: string; readonly status?: DisputeRow['status'] },
  limit: number,
  after?: string,
): Promise<DisputeRow[]> {
  return db.query<DisputeRow>(
    `SELECT ${DISPUTE_COLUMNS} FROM dispute WHERE tenant = $1 AND ($2::uuid IS NULL OR charge = $2)
       AND ($3::text IS NULL OR status = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [db.tenant, filter.charge ?? null, filter.status ?? null, after ?? null, limit],
  )
}
