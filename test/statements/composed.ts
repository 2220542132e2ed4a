/**
 * Statements whose text depends on data: a condition for each filter that is set, rows written together with a posting.
 * Their text is not in the source, so each function that sends one is run until it sends it. Every part is tested
 * alone, because it must not depend on another, and all parts together, because the parameters are then numbered
 * differently.
 */
import { type AuditFilter, listAudit } from '../../src/audit/audit.ts'
import { type ChargeFilter, listCharges } from '../../src/charges/record.ts'
import type { TenantQueryable } from '../../src/db/connect.ts'
import { Balances } from '../../src/ledger/balances.ts'
import { type Alongside, writePostings } from '../../src/ledger/post.ts'
import { chargesOf } from '../../src/refund-requests/bulk-collect.ts'
import type { BulkFilter } from '../../src/refund-requests/bulk-record.ts'
import {
  changeRequest,
  insertRequest,
  listRequests,
  type RequestFilter,
  type RequestRow,
  summarize,
} from '../../src/refund-requests/record.ts'
import { listRefunds, type RefundFilter } from '../../src/refunds/record.ts'
import { writeRollups } from '../../src/rollups/write.ts'
import { betterAuthStatements } from './better-auth.ts'

/** Sends one variant. */
type Send = (db: TenantQueryable) => Promise<unknown>

export interface Composed {
  /** The function that sends the statement. */
  readonly name: string
  readonly variants: readonly Send[]
  /** Number of calls that send the statements. Default: 1. */
  readonly calls?: number
}

const LIMIT = 10
const SET = 'x'

/**
 * @param parts rows that can be written together with a posting (`sql` of {@link Alongside}), as collected from the
 * source.
 */
export function composedStatements(parts: readonly Alongside['sql'][]): Composed[] {
  return [
    { name: listAudit.name, variants: auditLists() },
    { name: listCharges.name, variants: chargeLists() },
    { name: listRefunds.name, variants: refundLists() },
    { name: chargesOf.name, variants: chargesOfBulkRefunds() },
    { name: listRequests.name, variants: requestLists(listRequests) },
    { name: summarize.name, variants: requestLists(summarize) },
    { name: insertRequest.name, variants: [(db) => insertRequest(db, {} as RequestRow, null, {})] },
    { name: changeRequest.name, variants: requestChanges() },
    { name: writePostings.name, variants: postings(parts) },
    {
      name: writeRollups.name,
      variants: parts.filter(isRollup).map((sql) => (db: TenantQueryable) => writeRollups(db, [{ sql, params: [] }])),
    },
    { name: 'operations', variants: betterAuthStatements(), calls: 4 },
  ]
}

/** No filter, each filter alone, and all filters. */
function selections<T extends object>(all: Record<keyof T, unknown>): T[] {
  const each = Object.entries(all).map(([name, value]) => ({ [name]: value }))
  return [{}, ...each, all] as T[]
}

function auditLists(): Send[] {
  const filters = selections<AuditFilter>({ actor: SET, action: SET, subject: SET, from: SET, to: SET })
  return filters.flatMap((filter) => [(db) => listAudit(db, filter, LIMIT), (db) => listAudit(db, filter, LIMIT, 1n)])
}

function chargeLists(): Send[] {
  const all = {
    line: SET,
    product: SET,
    payer: SET,
    payee: SET,
    party: SET,
    reference: SET,
    references: [SET],
    from: SET,
    to: SET,
  }
  const find = { reference: SET, first: SET, last: SET }
  const filters = (['captured', 'partially-refunded', 'refunded'] as const).flatMap((status) =>
    selections<ChargeFilter>({ ...all, find, status }),
  )
  return filters.flatMap((filter) => [
    (db) => listCharges(db, filter, LIMIT),
    (db) => listCharges(db, filter, LIMIT, SET),
  ])
}

function refundLists(): Send[] {
  const each = { charge: SET, reference: SET, references: [SET], status: SET, execution: SET, party: SET, reason: SET }
  const filters = selections<RefundFilter>({
    ...each,
    payer: SET,
    payee: SET,
    line: SET,
    product: SET,
    from: SET,
    to: SET,
  })
  return filters.flatMap((filter) => [
    (db) => listRefunds(db, filter, LIMIT),
    (db) => listRefunds(db, filter, LIMIT, SET),
  ])
}

function chargesOfBulkRefunds(): Send[] {
  const filters = selections<BulkFilter>({ line: SET, product: SET, payer: SET, payee: SET, from: SET, to: SET })
  return filters.flatMap((filter) => [(db) => chargesOf(db, filter, null), (db) => chargesOf(db, filter, SET)])
}

type ReadRequests = (db: TenantQueryable, filter: RequestFilter, limit: number, after?: string) => Promise<unknown>

function requestLists(read: ReadRequests): Send[] {
  const names = {
    status: SET,
    reason: SET,
    asker: SET,
    line: SET,
    product: SET,
    assignee: SET,
    charge: SET,
    party: SET,
  }
  return selections<RequestFilter>({ ...names, overdue: true }).flatMap((filter) => [
    (db) => read(db, filter, LIMIT),
    (db) => read(db, filter, LIMIT, SET),
  ])
}

type RequestChange = Parameters<typeof changeRequest>[2]

function requestChanges(): Send[] {
  const changes = selections<Required<RequestChange>>({
    ...{ status: 'done', use: null, rate: null, decision: null, execution: null, evidence: [], amount: null },
    ...{ notBefore: null, approvedBy: [], approvedHash: null, declineCode: null, declineText: null, declinedBy: null },
    ...{ appealed: false, assignee: null, dueAt: null, remindedAt: null, refund: null, failure: null },
  })
  const row = { events: 0 } as RequestRow
  const happened = { actor: SET, type: 'executed' } as const
  return changes.map((change) => (db) => changeRequest(db, row, change, { happened, at: new Date() }))
}

function postings(parts: readonly Alongside['sql'][]): Send[] {
  const numbered = parts.map((sql) => ({ sql, params: Array.from({ length: parametersOf(sql) }, () => null) }))
  const together = [[], ...numbered.map((part) => [part]), numbered]
  return together.map((alongside) => (db) => writePostings(db, new Balances(new Map()), [], alongside))
}

const parametersOf = (sql: Alongside['sql']): number =>
  Math.max(...[...sql(1).matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))

/** Rows of charges need the number of their batch, so they are never written without a posting; rollups can be. */
const isRollup = (sql: Alongside['sql']): boolean => sql(1).includes(' rollup_')
