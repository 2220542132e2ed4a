/**
 * Balances and transfers, current and historical. Each transfer has two times: when it took effect (`effective`) and
 * when it was entered (`recorded`). A balance by recorded time is what the ledger showed at that moment; by effective
 * time it also includes what was entered later.
 */

import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'
import type { AccountId, AccountName, BatchId } from './account.ts'

type Basis = 'recorded' | 'effective'

/** A point in time on one of the two time axes. */
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

/** Returns an account with its current balance; undefined if it was never opened. */
export async function readAccount(db: TenantQueryable, name: AccountName): Promise<AccountBalance | undefined> {
  const [row] = await db.query<AccountBalance>(
    `SELECT ${BALANCE_COLUMNS} FROM account WHERE tenant = $1 AND path = $2 AND unit = $3`,
    [db.tenant, name.path, name.unit],
  )
  return row
}

/** Returns a page of accounts in order of id, after the account `after`. */
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

/** Returns the balance of an account at a past moment: the current balance less later movements, in micros. */
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

/** A line of the trial balance. Micros; `debit` and `credit` are lifetime totals, `balance` is credit − debit. */
export interface TrialBalanceLine extends AccountName {
  readonly debit: Micros
  readonly credit: Micros
  readonly balance: Micros
}

/**
 * Returns every account that ever moved, with its total debits and credits; for each unit the balances sum to zero. The
 * current one is read from the accounts, which the integrity check verifies (check.ts). A historical one is computed
 * from the transfers, read once and grouped by pair of accounts first. Call it in a read-only transaction of its own.
 */
export async function trialBalance(db: TenantQueryable, point?: PointInTime): Promise<TrialBalanceLine[]> {
  const rows = await (point ? movedUntil(db, point) : movedEver(db))
  return rows.map(({ path, unit, debited, credited }) => {
    const [debit, credit] = [BigInt(debited), BigInt(credited)]
    return { path, unit, debit, credit, balance: credit - debit }
  })
}

/** Sums are numeric, which the driver returns as text, because they may exceed the range of a balance. */
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
  // This is the only report that reads every transfer; one parallel worker pays off: a million in 270 ms instead of
  // 355.
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
  /** UUID of a charge, refund or journal entry, and its batch. */
  readonly posting?: { readonly id: string; readonly batch: BatchId } | undefined
  readonly account?: AccountId | undefined
}

const TRANSFER = `SELECT t.batch, t.n, t.posting, t.component, d.path AS "from", c.path AS "to", d.unit, t.amount, t.kind,
    t.effective_at AS "effectiveAt", t.recorded_at AS "recordedAt"`
const JOINS = `JOIN account d ON d.tenant = t.tenant AND d.id = t.debit
  JOIN account c ON c.tenant = t.tenant AND c.id = t.credit`

/** Returns a page of transfers before the transfer `after`, latest recorded first. */
export async function listTransfers(
  db: TenantQueryable,
  filter: TransferFilter,
  limit: number,
  after?: { readonly batch: BatchId; readonly n: number },
): Promise<TransferRow[]> {
  const before = [after?.batch ?? null, after?.n ?? null]
  const older = (b: string, n: string) => `(${b}::bigint IS NULL OR (batch, n) < (${b}, ${n}::int))`
  if (filter.account !== undefined) {
    // Two index scans, newest first, instead of an OR that scans the whole table.
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
