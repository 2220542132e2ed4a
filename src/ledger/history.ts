/**
 * What the books say, now and at a past moment. Two times matter: when something took effect in the world (`effective`)
 * and when it was entered (`recorded`). A balance by recorded time is what one would have read at that moment; by
 * effective time it also counts what was entered later.
 */

import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'
import type { AccountId, AccountName, BatchId } from './account.ts'

type Basis = 'recorded' | 'effective'

/** A past moment on one of the two time lines. */
export interface PointInTime {
  readonly at: Date
  readonly basis: Basis
}

/** Micros of `unit`. `available` is balance − held − floor; null: the account has no floor. */
export interface AccountBalance extends AccountName {
  readonly id: AccountId
  readonly balance: Micros
  readonly held: Micros
  readonly floor: Micros | null
  readonly available: Micros | null
}

const BALANCE_COLUMNS = 'id, path, unit, balance, held, floor, balance - held - floor AS available'

/** An account as it stands; undefined where none was opened. */
export async function readAccount(db: TenantQueryable, name: AccountName): Promise<AccountBalance | undefined> {
  const [row] = await db.query<AccountBalance>(
    `SELECT ${BALANCE_COLUMNS} FROM account WHERE tenant = $1 AND path = $2 AND unit = $3`,
    [db.tenant, name.path, name.unit],
  )
  return row
}

/** A page of accounts in order of id, after the account `after`. */
export async function listAccounts(
  db: TenantQueryable,
  filter: { readonly party?: string | undefined; readonly unit?: string | undefined },
  limit: number,
  after?: AccountId,
): Promise<AccountBalance[]> {
  return db.query<AccountBalance>(
    `SELECT ${BALANCE_COLUMNS} FROM account
     WHERE tenant = $1 AND ($2::text IS NULL OR (path >= $2 || '/' AND path < $2 || '0')) AND ($3::text IS NULL OR unit = $3)
       AND ($4::bigint IS NULL OR id > $4)
     ORDER BY id LIMIT $5`,
    [db.tenant, filter.party ?? null, filter.unit ?? null, after ?? null, limit],
  )
}

/** What an account held at a past moment: today's balance less what moved since. Micros. */
export async function balanceAt(db: TenantQueryable, account: AccountId, point: PointInTime): Promise<Micros> {
  const [row] = await db.query<{ balance: bigint }>(
    `SELECT a.balance
       - coalesce((SELECT sum(amount) FROM transfer WHERE tenant = $1 AND credit = $2 AND ${column(point)} > $3), 0)::bigint
       + coalesce((SELECT sum(amount) FROM transfer WHERE tenant = $1 AND debit = $2 AND ${column(point)} > $3), 0)::bigint
       AS balance
     FROM account a WHERE a.tenant = $1 AND a.id = $2`,
    [db.tenant, account, point.at],
  )
  return row?.balance ?? 0n
}

const column = ({ basis }: PointInTime) => (basis === 'recorded' ? 'recorded_at' : 'effective_at')

/** A line of the trial balance. Micros; `debit` and `credit` are all that ever went that way, `balance` is credit − debit. */
export interface TrialBalanceLine extends AccountName {
  readonly debit: Micros
  readonly credit: Micros
  readonly balance: Micros
}

/**
 * Every account that was ever moved, with what was debited and credited; for each unit it comes to zero. Of now: from the
 * accounts, which the integrity check proves (check.ts). Of a moment: from the transfers, which are read once and summed
 * pair by pair of accounts first. Call it in a read-only transaction of its own.
 */
export async function trialBalance(db: TenantQueryable, point?: PointInTime): Promise<TrialBalanceLine[]> {
  const rows = await (point ? movedUntil(db, point) : movedEver(db))
  return rows.map(({ path, unit, debited, credited }) => {
    const [debit, credit] = [BigInt(debited), BigInt(credited)]
    return { path, unit, debit, credit, balance: credit - debit }
  })
}

/** Sums are numeric, which comes as text: they may grow beyond what a balance can hold. */
interface Moved extends AccountName {
  readonly debited: string
  readonly credited: string
}

const movedEver = (db: TenantQueryable) =>
  db.query<Moved>(
    `SELECT path, unit, credited - balance AS debited, credited FROM account
     WHERE tenant = $1 AND (balance <> 0 OR credited <> 0) ORDER BY unit, path`,
    [db.tenant],
  )

async function movedUntil(db: TenantQueryable, point: PointInTime) {
  // The one report that reads every transfer may have the program's core as well: a million in 270 ms instead of 355.
  await db.execute("SELECT set_config('max_parallel_workers_per_gather', '1', true)")
  return db.query<Moved>(
    `WITH pairs AS MATERIALIZED (
       SELECT debit, credit, sum(amount) AS amount FROM transfer
       WHERE tenant = $1 AND ${column(point)} <= $2 GROUP BY debit, credit),
     moved AS (
       SELECT account, sum(debited) AS debited, sum(credited) AS credited FROM (
         SELECT debit AS account, amount AS debited, 0 AS credited FROM pairs
         UNION ALL SELECT credit, 0, amount FROM pairs) t
       GROUP BY account)
     SELECT a.path, a.unit, m.debited, m.credited
     FROM moved m JOIN account a ON a.tenant = $1 AND a.id = m.account ORDER BY a.unit, a.path`,
    [db.tenant, point.at],
  )
}

/** A transfer as posted. */
export interface TransferRow {
  readonly batch: BatchId
  readonly n: number
  /** UUID of the charge, refund or journal entry. */
  readonly posting: Uuid
  readonly component: number | null
  readonly from: string
  readonly to: string
  readonly unit: string
  readonly amount: Micros
  readonly kind: string
  readonly effectiveAt: Date
  readonly recordedAt: Date
}

export interface TransferFilter {
  /** UUID of a charge, refund or journal entry, with the batch it stands in. */
  readonly posting?: { readonly id: string; readonly batch: BatchId } | undefined
  readonly account?: AccountId | undefined
}

const TRANSFER = `SELECT t.batch, t.n, t.posting, t.component, d.path AS "from", c.path AS "to", d.unit, t.amount, t.kind,
    t.effective_at AS "effectiveAt", t.recorded_at AS "recordedAt"`
const JOINS = `JOIN account d ON d.tenant = t.tenant AND d.id = t.debit
  JOIN account c ON c.tenant = t.tenant AND c.id = t.credit`

/** A page of transfers, latest entered first, before the transfer `after`. */
export async function listTransfers(
  db: TenantQueryable,
  filter: TransferFilter,
  limit: number,
  after?: { readonly batch: BatchId; readonly n: number },
): Promise<TransferRow[]> {
  const before = [after?.batch ?? null, after?.n ?? null]
  const older = (b: string, n: string) => `(${b}::bigint IS NULL OR (batch, n) < (${b}, ${n}::int))`
  if (filter.account !== undefined) {
    // Two index scans, newest first, instead of one over the whole table for an OR.
    const side = (name: string) =>
      `(SELECT * FROM transfer WHERE tenant = $1 AND ${name} = $2 AND ${older('$3', '$4')} ORDER BY batch DESC, n DESC LIMIT $5)`
    return db.query<TransferRow>(
      `${TRANSFER} FROM (${side('debit')} UNION ALL ${side('credit')}) t ${JOINS} ORDER BY t.batch DESC, t.n DESC LIMIT $5`,
      [db.tenant, filter.account, ...before, limit],
    )
  }
  const { posting } = filter
  return db.query<TransferRow>(
    `${TRANSFER} FROM (SELECT * FROM transfer WHERE tenant = $1 AND ${older('$2', '$3')}
       ${posting ? 'AND batch = $5 AND posting = $6' : ''} ORDER BY batch DESC, n DESC LIMIT $4) t ${JOINS}
     ORDER BY t.batch DESC, t.n DESC`,
    [db.tenant, ...before, limit, ...(posting ? [posting.batch, posting.id] : [])],
  )
}
