/**
 * Refund requests as stored in the database, and their changes: every change is one update of the locked row and one
 * event, so the events are the complete history.
 */

import { snakeCase } from '../audit/actions.ts'
import { recordAudit } from '../audit/audit.ts'
import type { Asker, Evidence, Reason } from '../charges/policy.ts'
import type { TenantQueryable } from '../db/connect.ts'
import type { Engine } from '../engine/engine.ts'
import { announce } from '../events/announce.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { formatMicros, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { ReferenceRate } from '../refunds/exchange-difference.ts'
import type { StoredAsk, StoredDecision, StoredExecution, StoredUse } from './stored.ts'

/** The services that requests need. */
export interface RequestsContext {
  readonly engine: Engine
}

/** The actor, for the history and for rules that require two people. `party`: null for a user of the tenant. */
export interface By {
  readonly actor: string
  readonly party: string | null
}

export const SYSTEM: By = { actor: 'system', party: null }

export const REQUEST_STATUSES = [
  'requested',
  'needs-evidence',
  'approved',
  'declined',
  'executing',
  'done',
  'failed',
  'withdrawn',
] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

/** Statuses that wait for a decision and can be overdue. */
export const WAITING: readonly RequestStatus[] = ['requested', 'needs-evidence']

export const DECLINE_CODES = [
  'policy',
  'evidence-insufficient',
  'not-entitled',
  'duplicate',
  'suspected-abuse',
  'other',
] as const
export type DeclineCode = (typeof DECLINE_CODES)[number]

/** A row of `refund_request`, columns in camel case. Amounts in micros of `unit`. */
export interface RequestRow {
  id: Uuid
  charge: Uuid
  line: string
  product: string
  payer: string
  payee: string | null
  unit: string
  status: RequestStatus
  asker: Asker
  askedBy: string
  party: string | null
  reason: Reason
  ask: StoredAsk
  use: StoredUse | null
  rate: ReferenceRate | null
  decision: StoredDecision
  execution: StoredExecution | null
  note: string | null
  reference: string | null
  evidence: Evidence[]
  amount: Micros
  notBefore: Date | null
  approvedBy: string[]
  approvedHash: string | null
  declineCode: string | null
  declineText: string | null
  declinedBy: string | null
  appealed: boolean
  /** UUID of the user. */
  assignee: Uuid | null
  dueAt: Date
  remindedAt: Date | null
  /** UUID of the refund. */
  refund: Uuid | null
  failure: string | null
  events: number
  askedAt: Date
  updatedAt: Date
  closedAt: Date | null
}

const FIXED = {
  ...{ id: 'id', charge: 'charge', line: 'line', product: 'product', payer: 'payer', payee: 'payee', unit: 'unit' },
  ...{ asker: 'asker', askedBy: 'asked_by', party: 'party', reason: 'reason', ask: 'ask', note: 'note' },
  ...{ reference: 'reference', askedAt: 'asked_at' },
} as const
/** The fields that a change can change. */
const CHANGING = {
  ...{ status: 'status', use: 'use', rate: 'rate', decision: 'decision', execution: 'execution' },
  ...{ evidence: 'evidence', amount: 'amount', notBefore: 'not_before', approvedBy: 'approved_by' },
  ...{ approvedHash: 'approved_hash', declineCode: 'decline_code', declineText: 'decline_text' },
  ...{ declinedBy: 'declined_by', appealed: 'appealed', assignee: 'assignee', dueAt: 'due_at' },
  ...{ remindedAt: 'reminded_at', refund: 'refund', failure: 'failure', events: 'events' },
  ...{ updatedAt: 'updated_at', closedAt: 'closed_at' },
} as const
type Changing = keyof typeof CHANGING
const JSON_COLUMNS = new Set(['ask', 'use', 'rate', 'decision', 'execution'])

const COLUMNS = Object.entries({ ...FIXED, ...CHANGING })
  .map(([name, column]) => `q.${column} AS "${name}"`)
  .join(', ')

function fromStored(stored: object): RequestRow {
  const read = Object.entries(stored).map(([name, value]) => [
    name,
    JSON_COLUMNS.has(name) && typeof value === 'string' ? JSON.parse(value) : value,
  ])
  return Object.fromEntries(read) as RequestRow
}

function toStored(name: string, value: unknown): unknown {
  return JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : value
}

export async function readRequest(db: TenantQueryable, id: string, lock = false): Promise<RequestRow | undefined> {
  const rows = await db.query<object>(
    `SELECT ${COLUMNS} FROM refund_request q WHERE q.tenant = $1 AND q.id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [db.tenant, id],
  )
  return rows[0] && fromStored(rows[0])
}

/**
 * Locks a request until the transaction ends; a request that the caller may not see is reported as unknown.
 * @throws Problem `refund_request_unknown`.
 */
export async function lockRequest(tx: TenantQueryable, id: Uuid, party: string | null = null): Promise<RequestRow> {
  const row = await readRequest(tx, id, true)
  if (!row || (party !== null && row.party !== party)) throw requestUnknown(id)
  return row
}

export const requestUnknown = (uuid: Uuid) => new Problem('refund_request_unknown', { request: uuidToId('req', uuid) })

export interface RequestFilter {
  readonly status?: RequestStatus
  readonly reason?: Reason
  readonly asker?: Asker
  readonly line?: string
  readonly product?: string
  /** UUIDs. */
  readonly assignee?: Uuid
  readonly charge?: Uuid
  /** Requests of this party: what a caller bound to a party can see. */
  readonly party?: string
  /** Waiting and overdue. */
  readonly overdue?: boolean
}

function conditions(tenant: number, filter: RequestFilter): { where: string[]; params: unknown[] } {
  const params: unknown[] = [tenant]
  const where = ['q.tenant = $1']
  const { status, reason, asker, line, product, assignee, charge, party } = filter
  for (const [column, value] of Object.entries({ status, reason, asker, line, product, assignee, charge, party })) {
    if (value !== undefined) where.push(`q.${column} = $${params.push(value)}`)
  }
  if (filter.overdue) where.push(`q.status IN ('requested', 'needs-evidence') AND q.due_at < now()`)
  return { where, params }
}

/** Returns a page of requests older than the request `after`, newest first. */
export async function listRequests(
  db: TenantQueryable,
  filter: RequestFilter,
  limit: number,
  after?: string,
): Promise<RequestRow[]> {
  const { where, params } = conditions(db.tenant, filter)
  if (after !== undefined) where.push(`q.id < $${params.push(after)}`)
  const rows = await db.query<object>(
    `SELECT ${COLUMNS} FROM refund_request q WHERE ${where.join(' AND ')} ORDER BY q.id DESC LIMIT $${params.push(limit)}`,
    params,
  )
  return rows.map(fromStored)
}

export interface RequestSummary {
  readonly byStatus: { status: RequestStatus; count: number }[]
  readonly overdue: number
  readonly unassigned: number
}

/** Counts requests by status; overdue and unassigned count only waiting ones. */
export async function summarize(db: TenantQueryable, filter: RequestFilter): Promise<RequestSummary> {
  const { where, params } = conditions(db.tenant, filter)
  const rows = await db.query<{ status: RequestStatus; count: bigint; overdue: bigint; unassigned: bigint }>(
    `SELECT q.status, count(*) AS count, count(*) FILTER (WHERE q.due_at < now()) AS overdue,
            count(*) FILTER (WHERE q.assignee IS NULL) AS unassigned
     FROM refund_request q WHERE ${where.join(' AND ')} GROUP BY q.status`,
    params,
  )
  const waiting = rows.filter(({ status }) => WAITING.includes(status))
  return {
    byStatus: REQUEST_STATUSES.map((status) => ({
      status,
      count: Number(rows.find((row) => row.status === status)?.count ?? 0n),
    })),
    overdue: waiting.reduce((sum, row) => sum + Number(row.overdue), 0),
    unassigned: waiting.reduce((sum, row) => sum + Number(row.unassigned), 0),
  }
}

/** Event types. The API returns their names, so they are only added, never renamed. */
type RequestEventType =
  | 'asked'
  | 'evidence-added'
  | 'facts-stated'
  | 'approved'
  | 'declined'
  | 'assigned'
  | 'commented'
  | 'appealed'
  | 'reopened'
  | 'withdrawn'
  | 'execution-began'
  | 'executed'
  | 'failed'
  | 'postponed'
  | 'reminded'

export interface RequestEvent {
  readonly number: number
  readonly at: Date
  readonly actor: string
  readonly type: RequestEventType
  readonly from: RequestStatus | null
  readonly to: RequestStatus
  readonly detail: Readonly<Record<string, unknown>>
}

/** Returns all events of a request, in order. */
export async function readEvents(db: TenantQueryable, request: string): Promise<RequestEvent[]> {
  const rows = await db.query<Omit<RequestEvent, 'detail'> & { detail: string }>(
    `SELECT number, at, actor, type, from_status AS "from", to_status AS "to", detail FROM refund_request_event
     WHERE tenant = $1 AND request = $2 ORDER BY number`,
    [db.tenant, request],
  )
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }))
}

interface Happened {
  readonly actor: string
  readonly type: RequestEventType
  readonly detail?: Readonly<Record<string, unknown>>
}

/** A history is bounded, so that comments cannot fill the database. The program's own events still fit. */
const MAX_EVENTS = 500

export async function insertRequest(
  tx: TenantQueryable,
  row: RequestRow,
  idempotency: { key: string; fingerprint: Buffer } | null,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const fields = Object.entries({ ...FIXED, ...CHANGING }).map(
    ([name, column]) => [column, toStored(name, row[name as keyof RequestRow])] as const,
  )
  const all = [
    ['tenant', tx.tenant] as const,
    ...fields,
    ['idempotency_key', idempotency?.key ?? null] as const,
    ['fingerprint', idempotency?.fingerprint ?? null] as const,
  ]
  await tx.execute(
    `INSERT INTO refund_request (${all.map(([column]) => column).join(', ')})
     VALUES (${all.map((_, i) => `$${i + 1}`).join(', ')})`,
    all.map(([, value]) => value),
  )
  await insertEvent(tx, row, { from: null, happened: { actor: row.askedBy, type: 'asked', detail }, at: row.askedAt })
  await announceRequest(tx, 'refund_request.created', row)
}

/** The caller holds the lock of the row. @throws Problem `refund_request_events_many`. */
export async function changeRequest(
  tx: TenantQueryable,
  row: RequestRow,
  change: Partial<Pick<RequestRow, Exclude<Changing, 'events' | 'updatedAt' | 'closedAt'>>>,
  { happened, at }: { readonly happened: Happened; readonly at: Date },
): Promise<RequestRow> {
  const closed = isClosed(change.status ?? row.status)
  const closing = change.status === undefined ? {} : { closedAt: closed ? at : null }
  const next: RequestRow = { ...row, ...change, ...closing, events: row.events + 1, updatedAt: at }
  if (next.events > MAX_EVENTS && happened.actor !== SYSTEM.actor) {
    throw new Problem('refund_request_events_many', { limit: MAX_EVENTS })
  }
  const names = [...Object.keys(change), ...Object.keys(closing), 'events', 'updatedAt'] as Changing[]
  const sets = names.map((name, i) => `${CHANGING[name]} = $${i + 3}`)
  await tx.execute(`UPDATE refund_request SET ${sets.join(', ')} WHERE tenant = $1 AND id = $2`, [
    tx.tenant,
    row.id,
    ...names.map((name) => toStored(name, next[name])),
  ])
  await insertEvent(tx, next, { from: row.status, happened, at })
  if (happened.type !== 'commented') await announceRequest(tx, 'refund_request.updated', next)
  return next
}

const isClosed = (status: RequestStatus) => ['declined', 'done', 'failed', 'withdrawn'].includes(status)

async function insertEvent(
  tx: TenantQueryable,
  { id, events, status }: RequestRow,
  {
    from,
    happened: { actor, type, detail = {} },
    at,
  }: { readonly from: RequestStatus | null; readonly happened: Happened; readonly at: Date },
): Promise<void> {
  await tx.execute(
    `INSERT INTO refund_request_event (tenant, request, number, at, actor, type, from_status, to_status, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenant, id, events, at, actor, type, from, status, JSON.stringify(detail)],
  )
  await recordAudit(tx, {
    actor,
    action: `refund_request_${snakeCase(type)}`,
    subject: uuidToId('req', id),
    detail: { before: { status: from }, after: { status }, ...detail },
  })
}

/** Listeners bound to a party receive only that party's requests. */
async function announceRequest(
  tx: TenantQueryable,
  type: 'refund_request.created' | 'refund_request.updated',
  row: RequestRow,
): Promise<void> {
  const subject = uuidToId('req', row.id)
  const data = () => ({
    id: subject,
    charge: uuidToId('chg', row.charge),
    ...{ status: row.status, line: row.line, product: row.product, asker: row.asker, reason: row.reason },
    amount: { amount: formatMicros(row.amount, row.unit), currency: row.unit },
    refund: row.refund === null ? null : uuidToId('rfd', row.refund),
    failure: row.failure,
    reference: row.reference,
    dueAt: row.dueAt,
  })
  await announce(tx, [{ type, subject, parties: row.party === null ? [] : [row.party], data }])
}
