/** Collects the rows of a bulk refund: chunks of a list, or the charges that match a filter. */
import { recordAudit } from '../audit/audit.ts'
import { bigints, integers, texts, uuids } from '../db/arrays.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { idToUuid, type Uuid } from '../ids.ts'
import { type Micros, parsePayable } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type BulkFilter, type BulkRow, readBulk } from './bulk-record.ts'

/** A row of the list: a charge by its id or by the caller’s reference; without an amount, all that is refundable. */
export interface ListedRow {
  readonly charge?: string | undefined
  readonly reference?: string | undefined
  readonly amount?: string | undefined
  readonly currency?: string | undefined
}

interface ReadRow {
  readonly charge: Uuid | null
  readonly reference: string | null
  readonly asked: Micros | null
  readonly unit: string | null
}

/**
 * Adds the rows numbered from `first` on and returns the number of rows. Repeating a chunk changes nothing; a chunk
 * that would leave a gap is refused.
 * @throws Problem `bulk_row_invalid`, `bulk_refund_rows_gap`, `bulk_refund_too_large`, `bulk_refund_closed`,
 * `bulk_refund_unknown`, `id_invalid`.
 */
export async function addRows(
  db: TenantDatabase,
  prefixed: string,
  { first, listed, most }: { readonly first: number; readonly listed: readonly ListedRow[]; readonly most: number },
): Promise<number> {
  const id = idToUuid('blk', prefixed)
  const rows = listed.map((row, i) => readRow(row, first + i))
  return db.transaction(async (tx) => {
    const bulk = await readBulk(tx, id, true)
    if (bulk.status !== 'collecting' || bulk.filter) throw new Problem('bulk_refund_closed', { status: bulk.status })
    if (first > bulk.total + 1) throw new Problem('bulk_refund_rows_gap', { next: bulk.total + 1, first })
    const total = Math.max(bulk.total, first - 1 + rows.length)
    if (total > most) throw new Problem('bulk_refund_too_large', { limit: most })
    await insertRows(tx, id, first, rows)
    await tx.execute('UPDATE bulk_refund SET total = $3, updated_at = now() WHERE tenant = $1 AND id = $2', [
      db.tenant,
      id,
      total,
    ])
    const detail = { first, rows: rows.length, total }
    await recordAudit(tx, { action: 'bulk_refund_rows_added', subject: prefixed, detail })
    return total
  })
}

function readRow({ charge, reference, amount, currency }: ListedRow, number: number): ReadRow {
  const refuse = (reason: string): never => {
    throw new Problem('bulk_row_invalid', { number, reason })
  }
  if ((charge === undefined) === (reference === undefined)) refuse('provide either charge or reference')
  if ((amount === undefined) !== (currency === undefined)) refuse('provide amount and currency together, or neither')
  try {
    return {
      charge: charge === undefined ? null : idToUuid('chg', charge),
      reference: reference ?? null,
      asked: amount === undefined ? null : parsePayable(amount, currency!),
      unit: currency ?? null,
    }
  } catch (error) {
    if (error instanceof Problem) return refuse(error.detail('en'))
    throw error
  }
}

async function insertRows(tx: TenantQueryable, bulk: string, first: number, rows: readonly ReadRow[]): Promise<void> {
  await tx.execute(
    `INSERT INTO bulk_refund_row (tenant, bulk, number, charge, reference, asked, asked_unit)
     SELECT $1, $2, * FROM unnest($3::int[], $4::uuid[], $5::text[], $6::bigint[], $7::text[]) ON CONFLICT DO NOTHING`,
    [
      ...[tx.tenant, bulk, integers(rows.map((_, i) => first + i)), uuids(rows.map(({ charge }) => charge))],
      ...[texts(rows.map(({ reference }) => reference)), bigints(rows.map(({ asked: requested }) => requested))],
      texts(rows.map(({ unit }) => unit)),
    ],
  )
}

const PAGE = 2_000

/** Runs the filter over one page of charges; returns false after the last page, when the rows are previewed. */
export async function collect(db: TenantDatabase, seen: BulkRow, most: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    const bulk = await readBulk(tx, seen.id, true)
    if (bulk.status !== 'collecting') return true
    const charges = await chargesOf(tx, bulk.filter!, bulk.atCharge)
    const rows = charges.map((charge) => ({ charge, reference: null, asked: null, unit: null }))
    const total = bulk.total + rows.length
    const over = total > most
    if (!over) await insertRows(tx, bulk.id, bulk.total + 1, rows)
    const last = charges.length < PAGE
    const status = over ? 'failed' : last ? 'previewing' : 'collecting'
    await tx.execute(
      `UPDATE bulk_refund SET status = $3, total = $4, at_charge = $5, failure = $6, updated_at = now()
       WHERE tenant = $1 AND id = $2`,
      [
        ...[db.tenant, bulk.id, status, over ? bulk.total : total],
        ...[last ? null : charges.at(-1), over ? 'bulk_refund_too_large' : null],
      ],
    )
    return true
  })
}

/** Fully refunded charges are not rows. */
export async function chargesOf(
  tx: TenantQueryable,
  { from, to, ...equal }: BulkFilter,
  after: string | null,
): Promise<Uuid[]> {
  const params: unknown[] = [tx.tenant]
  const where = ['tenant = $1', 'captured > kept + refunded + pending + disputed']
  for (const column of ['line', 'product', 'payer', 'payee'] as const) {
    if (equal[column] !== undefined) where.push(`${column} = $${params.push(equal[column])}`)
  }
  if (from !== undefined) where.push(`effective_at >= $${params.push(from)}`)
  if (to !== undefined) where.push(`effective_at < $${params.push(to)}`)
  if (after !== null) where.push(`id > $${params.push(after)}`)
  const rows = await tx.query<{ id: Uuid }>(
    `SELECT id FROM charge WHERE ${where.join(' AND ')} ORDER BY id LIMIT ${PAGE}`,
    params,
  )
  return rows.map(({ id }) => id)
}
