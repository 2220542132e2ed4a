/** Bulk refunds and their rows as stored in the database. */
import type { Evidence, Reason } from '../charges/policy.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import type { Micros } from '../money/amount.ts'
import { Problem, type ProblemCode, type ProblemParams } from '../problem.ts'

export const BULK_STATUSES = [
  'collecting',
  'previewing',
  'ready',
  'approved',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
] as const
export type BulkStatus = (typeof BULK_STATUSES)[number]

export const BULK_ROW_STATUSES = ['new', 'ready', 'refused', 'refunded', 'failed'] as const
export type BulkRowStatus = (typeof BULK_ROW_STATUSES)[number]

/** Selection of charges; times are effective times, `to` exclusive. */
export interface BulkFilter {
  readonly line?: string
  readonly product?: string
  readonly payer?: string
  readonly payee?: string
  /** RFC 3339 */
  readonly from?: string
  readonly to?: string
}

/** Totals of all ready rows. Amounts as strings of micros. */
export interface BulkPreview {
  readonly totals: readonly { readonly unit: string; readonly count: number; readonly amount: string }[]
  readonly refused: readonly { readonly code: ProblemCode; readonly count: number }[]
  /** The largest shortages; their number is stored separately. */
  readonly shortages: readonly {
    readonly account: string
    readonly unit: string
    readonly needed: string
    readonly available: string
    readonly short: string
  }[]
  readonly shortageAccounts: number
}

/** A row of `bulk_refund`, columns in camel case. */
export interface BulkRow {
  id: Uuid
  status: BulkStatus
  /** Null: a list. */
  filter: BulkFilter | null
  reason: Reason
  evidence: Evidence[]
  reference: string | null
  note: string | null
  createdBy: string
  total: number
  looked: number
  ready: number
  refused: number
  refunded: number
  failed: number
  atCharge: string | null
  atNumber: number | null
  preview: BulkPreview | null
  hash: string | null
  approvals: number | null
  approvedBy: string[]
  failure: string | null
  createdAt: Date
  updatedAt: Date
}

const COLUMNS = `id, status, filter, reason, evidence, reference, note, created_by AS "createdBy", total, looked, ready, refused,
  refunded, failed, at_charge AS "atCharge", at_number AS "atNumber", preview, hash, approvals, approved_by AS "approvedBy",
  failure, created_at AS "createdAt", updated_at AS "updatedAt"`

type Stored = Omit<BulkRow, 'filter' | 'preview'> & { filter: string | null; preview: string | null }

const fromStored = ({ filter, preview, ...row }: Stored): BulkRow => ({
  ...row,
  filter: filter === null ? null : JSON.parse(filter),
  preview: preview === null ? null : JSON.parse(preview),
})

export async function findBulk(db: TenantQueryable, id: string, lock = false): Promise<BulkRow | undefined> {
  const [row] = await db.query<Stored>(
    `SELECT ${COLUMNS} FROM bulk_refund WHERE tenant = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [db.tenant, id],
  )
  return row && fromStored(row)
}

/** @throws Problem `bulk_refund_unknown`. */
export async function readBulk(db: TenantQueryable, id: Uuid, lock = false): Promise<BulkRow> {
  const row = await findBulk(db, id, lock)
  if (!row) throw new Problem('bulk_refund_unknown', { bulk: uuidToId('blk', id) })
  return row
}

export async function listBulks(db: TenantQueryable, limit: number, after?: string): Promise<BulkRow[]> {
  const rows = await db.query<Stored>(
    `SELECT ${COLUMNS} FROM bulk_refund WHERE tenant = $1 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $2`,
    [db.tenant, limit, after ?? null],
  )
  return rows.map(fromStored)
}

/** One row of a bulk refund with its result. Amounts in micros. */
export interface BulkItem {
  readonly number: number
  /** UUID. */
  readonly charge: Uuid | null
  readonly reference: string | null
  readonly asked: Micros | null
  readonly askedUnit: string | null
  readonly status: BulkRowStatus
  readonly amount: Micros | null
  readonly unit: string | null
  readonly problem: ProblemCode | null
  readonly params: ProblemParams | null
  /** UUID of the refund, and its state at the gateway. */
  readonly refund: Uuid | null
  readonly refundStatus: string | null
}

/** Returns a page of rows in order of their numbers, after the row `after`. */
export async function listBulkItems(
  db: TenantQueryable,
  bulk: string,
  {
    status,
    limit,
    after = 0,
  }: { readonly status: BulkRowStatus | undefined; readonly limit: number; readonly after?: number | undefined },
): Promise<BulkItem[]> {
  const rows = await db.query<Omit<BulkItem, 'params'> & { params: string | null }>(
    `SELECT b.number, b.charge, b.reference, b.asked, b.asked_unit AS "askedUnit", b.status, b.amount, b.unit, b.problem, b.params,
            b.refund, r.status AS "refundStatus"
     FROM bulk_refund_row b LEFT JOIN refund r ON r.tenant = b.tenant AND r.id = b.refund
     WHERE b.tenant = $1 AND b.bulk = $2 AND b.number > $3 AND ($4::text IS NULL OR b.status = $4)
     ORDER BY b.number LIMIT $5`,
    [db.tenant, bulk, after, status ?? null, limit],
  )
  return rows.map((row) => ({ ...row, params: row.params === null ? null : JSON.parse(row.params) }))
}
