/** Database rows of runs, lines and differences. Amounts are micros of `unit`. */

import type { TenantQueryable } from '../../db/connect.ts'
import type { GatewayRefundStatus } from '../../gateways/gateway.ts'
import type { Uuid } from '../../ids.ts'
import type { Micros } from '../../money/amount.ts'

/**
 * `open`: in transit and not a difference, because the provider may date it on a later day or has not finalized it. A
 * line that differs in several ways has the gravest class; each way is a difference of its own.
 */
export const LINE_CLASSES = [
  'matched',
  'open',
  'missing_there',
  'missing_here',
  'amount_differs',
  'fee_differs',
  'status_differs',
] as const
export type LineClass = (typeof LINE_CLASSES)[number]

export const RUN_STATUSES = ['running', 'completed', 'failed', 'superseded'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

export const DIFFERENCE_STATUSES = ['proposed', 'executing', 'done', 'declined'] as const
export type DifferenceStatus = (typeof DIFFERENCE_STATUSES)[number]

export const CORRECTIONS = [
  'take_in_payment',
  'post_refund',
  'ask_provider',
  'settle_refund',
  'ask_again',
  'book_suspense',
  'book_fee',
  'review',
] as const
export type CorrectionKind = (typeof CORRECTIONS)[number]

interface ClassFigures {
  readonly class: LineClass
  readonly kind: 'payment' | 'refund'
  readonly unit: string
  readonly count: number
  readonly amount: Micros
  readonly fee: Micros
  readonly ourAmount: Micros
  readonly ourFee: Micros
}

export interface RunRow {
  readonly id: Uuid
  readonly gateway: string
  /** YYYY-MM-DD in `timeZone`. */
  readonly date: string
  readonly timeZone: string
  readonly dayStart: Date
  readonly dayEnd: Date
  readonly source: 'download' | 'upload'
  readonly status: RunStatus
  readonly startedBy: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly lines: bigint
  readonly failure: string | null
  readonly failureMessage: string | null
  readonly previous: Uuid | null
  readonly appeared: number | null
  readonly gone: number | null
  readonly classes: readonly ClassFigures[]
}

const RUN_COLUMNS = `id, gateway, date, time_zone AS "timeZone", day_start AS "dayStart", day_end AS "dayEnd", source, status,
  started_by AS "startedBy", started_at AS "startedAt", finished_at AS "finishedAt", lines, failure,
  failure_message AS "failureMessage", previous, appeared, gone, classes`

/** The form stored as JSON: amounts are strings. */
type StoredFigures = Omit<ClassFigures, 'amount' | 'fee' | 'ourAmount' | 'ourFee'> &
  Record<'amount' | 'fee' | 'ourAmount' | 'ourFee', string>

function figuresOf(stored: readonly StoredFigures[] | null): ClassFigures[] {
  return (stored ?? []).map(({ amount, fee, ourAmount, ourFee, ...rest }) => ({
    ...rest,
    amount: BigInt(amount),
    fee: BigInt(fee),
    ourAmount: BigInt(ourAmount),
    ourFee: BigInt(ourFee),
  }))
}

type StoredRun = Omit<RunRow, 'classes'> & { readonly classes: readonly StoredFigures[] | null }
const toRun = ({ classes, ...row }: StoredRun): RunRow => ({ ...row, classes: figuresOf(classes) })

/**
 * Returns a run. With `lock`, its row is locked until the transaction ends: `share` to correct differences, `update` to
 * supersede it.
 */
export async function readRun(db: TenantQueryable, id: Uuid, lock?: 'share' | 'update'): Promise<RunRow | undefined> {
  const locking = lock === 'share' ? 'FOR SHARE' : lock === 'update' ? 'FOR UPDATE' : ''
  const [row] = await db.query<StoredRun>(
    `SELECT ${RUN_COLUMNS} FROM reconciliation WHERE tenant = $1 AND id = $2 ${locking}`,
    [db.tenant, id],
  )
  return row && toRun(row)
}

export async function listRuns(
  db: TenantQueryable,
  filter: { readonly gateway?: string; readonly status?: RunStatus },
  limit: number,
  after?: string,
): Promise<RunRow[]> {
  const rows = await db.query<StoredRun>(
    `SELECT ${RUN_COLUMNS} FROM reconciliation WHERE tenant = $1 AND ($2::text IS NULL OR gateway = $2)
       AND ($3::text IS NULL OR status = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [db.tenant, filter.gateway ?? null, filter.status ?? null, after ?? null, limit],
  )
  return rows.map(toRun)
}

/** Returns the number of differences of each run by status. */
export async function countDifferences(
  db: TenantQueryable,
  ids: readonly string[],
): Promise<Map<string, Record<DifferenceStatus | 'alerts', number>>> {
  const rows = await db.query<{ id: Uuid; status: DifferenceStatus; count: bigint; alerts: bigint }>(
    `SELECT reconciliation AS id, status, count(*), count(*) FILTER (WHERE alert AND status IN ('proposed', 'executing')) AS alerts
     FROM reconciliation_difference WHERE tenant = $1 AND reconciliation = ANY ($2::uuid[]) GROUP BY 1, 2`,
    [db.tenant, ids],
  )
  const counts = new Map(ids.map((id) => [id, { proposed: 0, executing: 0, done: 0, declined: 0, alerts: 0 }]))
  for (const { id, status, count, alerts } of rows) {
    const of = counts.get(id)!
    of[status] = Number(count)
    of.alerts += Number(alerts)
  }
  return counts
}

export interface LineRow {
  readonly n: number
  readonly kind: 'payment' | 'refund'
  readonly number: string
  readonly order: string
  readonly occurrence: number
  readonly class: LineClass
  /** Status on the bill; null if the number is not on it. */
  readonly status: GatewayRefundStatus | 'paid' | 'revoked' | null
  readonly providerNumber: string | null
  readonly unit: string
  readonly amount: Micros | null
  readonly fee: Micros | null
  readonly at: Date | null
  readonly ourStatus: string | null
  readonly ourUnit: string | null
  readonly ourAmount: Micros | null
  readonly ourFee: Micros | null
  readonly payment: Uuid | null
  readonly charge: Uuid | null
  readonly refund: Uuid | null
}

const lineColumns = (
  l: string,
) => `${l}.n, ${l}.kind, ${l}.number, ${l}.gateway_order AS "order", ${l}.occurrence, ${l}.class,
  ${l}.status, ${l}.provider_number AS "providerNumber", ${l}.unit, ${l}.amount, ${l}.fee, ${l}.at, ${l}.our_status AS "ourStatus",
  ${l}.our_unit AS "ourUnit", ${l}.our_amount AS "ourAmount", ${l}.our_fee AS "ourFee", ${l}.payment, ${l}.charge, ${l}.refund`

export function listLines(
  db: TenantQueryable,
  run: Uuid,
  filter: { readonly class?: LineClass },
  { limit, after }: { readonly limit: number; readonly after?: bigint | undefined },
): Promise<LineRow[]> {
  return db.query<LineRow>(
    `SELECT ${lineColumns('l')} FROM reconciliation_line l WHERE tenant = $1 AND reconciliation = $2 AND n > $3
       AND class IS NOT NULL AND ($4::text IS NULL OR class = $4) ORDER BY n LIMIT $5`,
    [db.tenant, run, after ?? -1, filter.class ?? null, limit],
  )
}

export interface DifferenceRow {
  readonly n: number
  readonly class: Exclude<LineClass, 'matched' | 'open'>
  readonly correction: CorrectionKind
  readonly alert: boolean
  readonly unit: string
  /** Excess at the provider over the ledger, in the bill's sign. */
  readonly amount: Micros
  readonly fee: Micros
  readonly status: DifferenceStatus
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
  readonly failure: string | null
  readonly journal: Uuid | null
  readonly charge: Uuid | null
  readonly refund: Uuid | null
  /** Null: the sum of all rounding differences of the day's fees. */
  readonly line: LineRow | null
}

type StoredDifference = Omit<DifferenceRow, 'line'> & Record<`line_${keyof LineRow}`, unknown>

const LINE_FIELDS = [
  ...['n', 'kind', 'number', 'occurrence', 'class', 'status', 'unit', 'amount', 'fee', 'at', 'payment', 'charge'],
  'refund',
] as const
const LINE_RENAMED = {
  order: 'gateway_order',
  providerNumber: 'provider_number',
  ourStatus: 'our_status',
  ourUnit: 'our_unit',
  ourAmount: 'our_amount',
  ourFee: 'our_fee',
} as const
const LINE_SELECT = [
  ...LINE_FIELDS.map((name) => `l.${name} AS "line_${name}"`),
  ...Object.entries(LINE_RENAMED).map(([name, column]) => `l.${column} AS "line_${name}"`),
].join(', ')

const DIFFERENCE_COLUMNS = `d.n, d.class, d.correction, d.alert, d.unit, d.amount, d.fee, d.status, d.decided_by AS "decidedBy",
  d.decided_at AS "decidedAt", d.note, d.failure, d.journal, d.charge, d.refund, ${LINE_SELECT}`

function toDifference(row: StoredDifference): DifferenceRow {
  const own: Record<string, unknown> = {}
  const line: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (name.startsWith('line_')) line[name.slice(5)] = value
    else own[name] = value
  }
  return { ...own, line: line.n === null ? null : line } as unknown as DifferenceRow
}

export interface DifferenceFilter {
  readonly class?: DifferenceRow['class']
  readonly status?: DifferenceStatus
  /** Numbers of the differences. */
  readonly numbers?: readonly number[]
}

export async function listDifferences(
  db: TenantQueryable,
  run: Uuid,
  filter: DifferenceFilter,
  { limit, after }: { readonly limit: number; readonly after?: bigint | undefined },
): Promise<DifferenceRow[]> {
  const rows = await db.query<StoredDifference>(
    `SELECT ${DIFFERENCE_COLUMNS} FROM reconciliation_difference d
     LEFT JOIN reconciliation_line l ON l.tenant = d.tenant AND l.reconciliation = d.reconciliation AND l.n = d.line
     WHERE d.tenant = $1 AND d.reconciliation = $2 AND d.n > $3 AND ($4::text IS NULL OR d.class = $4)
       AND ($5::text IS NULL OR d.status = $5) AND ($6::int[] IS NULL OR d.n = ANY ($6)) ORDER BY d.n LIMIT $7`,
    [db.tenant, run, after ?? 0, filter.class ?? null, filter.status ?? null, filter.numbers ?? null, limit],
  )
  return rows.map(toDifference)
}

/** Returns a difference, with its row locked until the transaction ends. */
export async function lockDifference(tx: TenantQueryable, run: Uuid, n: number): Promise<DifferenceRow | undefined> {
  await tx.query(
    'SELECT 1 FROM reconciliation_difference WHERE tenant = $1 AND reconciliation = $2 AND n = $3 FOR UPDATE',
    [tx.tenant, run, n],
  )
  return (await listDifferences(tx, run, { numbers: [n] }, { limit: 1 }))[0]
}
