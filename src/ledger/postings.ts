/** Lookups of postings: charges, refunds and journal entries. Transfers refer to all three by UUID. */

import type { TenantQueryable } from '../db/connect.ts'
import { type IdType, idToUuid, type Uuid, uuidToId } from '../ids.ts'
import { Problem } from '../problem.ts'
import type { BatchId } from './account.ts'

/** Returns prefixed ids by UUID. */
export async function postingIds(db: TenantQueryable, uuids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (uuids.length === 0) return new Map()
  const rows = await db.query<{ id: Uuid; type: IdType }>(
    `SELECT id, 'chg' AS type FROM charge WHERE tenant = $1 AND id = ANY ($2::uuid[])
     UNION ALL SELECT id, 'rfd' FROM refund WHERE tenant = $1 AND id = ANY ($2::uuid[])
     UNION ALL SELECT id, 'jrn' FROM journal WHERE tenant = $1 AND id = ANY ($2::uuid[])`,
    [db.tenant, [...new Set(uuids)]],
  )
  return new Map(rows.map(({ id, type }) => [id, uuidToId(type, id)]))
}

const tables = {
  charge: ['chg', 'charge', 'charge_unknown'],
  refund: ['rfd', 'refund', 'refund_unknown'],
  journalEntry: ['jrn', 'journal', 'journal_entry_unknown'],
} as const

/** Returns the UUID and batch of a charge, refund or journal entry. @throws Problem `id_invalid`, `…_unknown`. */
export async function findPosting(
  db: TenantQueryable,
  of: keyof typeof tables,
  id: string,
): Promise<{ id: string; batch: BatchId }> {
  const [type, table, unknown] = tables[of]
  const [row] = await db.query<{ id: string; batch: BatchId }>(
    `SELECT id, batch FROM ${table} WHERE tenant = $1 AND id = $2`,
    [db.tenant, idToUuid(type, id)],
  )
  if (!row) throw Problem.of(unknown, { [of]: id })
  return row
}
