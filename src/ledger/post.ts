/**
 * Posting: the only statements that write transfers and balances.
 *
 * Lock order of every write path: rows of charges or holds by id, then floored accounts by id (`lockAccounts`), then
 * accounts without a floor by id (inside `post_batch`, last, so that a hot revenue account is held only for one update
 * and the commit). Idempotency belongs to the table of the thing posted (charge, refund, journal, hold): its unique
 * key is inserted in the same transaction.
 */

import { bigints, instants, smallints, texts, uuids } from '../db/arrays.ts'
import { prepared, type Statement, type TenantQueryable } from '../db/connect.ts'
import { sqlState } from '../db/errors.ts'
import type { Uuid } from '../ids.ts'
import { formatMicros, MICROS_MAX, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Account, AccountId, BatchId } from './account.ts'
import { Balances, type LockedAccount, type Transfer } from './balances.ts'

/** Something that happens whole or not at all: the transfers of a charge, a refund or a journal entry. */
export interface Posting {
  /** UUID of the charge, refund or journal entry. */
  readonly id: Uuid
  /** When it took effect in the world; null: when it is recorded. */
  readonly effectiveAt: Date | null
  readonly transfers: readonly Transfer[]
}

export interface PostedBatch {
  readonly batch: BatchId
  readonly recordedAt: Date
}

/** Row by row through the key and in its order, whatever the planner believed of the table's size when it was prepared. */
const floored = (locking: string) =>
  prepared(
    `SELECT a.id, a.floor, a.balance, a.held, a.debt,
            coalesce((SELECT d.balance FROM account d WHERE d.tenant = $1 AND d.id = a.debt), 0) AS "debtBalance"
     FROM (SELECT id FROM unnest($2::bigint[]) AS t(id) ORDER BY id) wanted,
       LATERAL (SELECT a.id, a.floor, a.balance, a.held, a.debt FROM account a
                WHERE a.tenant = $1 AND a.id = wanted.id AND a.floor IS NOT NULL OFFSET 0 ${locking}) a`,
  )
const LOCK = floored('FOR NO KEY UPDATE')
const READ = floored('')

/** Locks the floored ones of these accounts in id order and reads what they hold. Nothing to read: no statement. */
export function lockAccounts(tx: TenantQueryable, accounts: Iterable<Account>): Promise<Balances> {
  return loadBalances(tx, accounts, LOCK)
}

/** Reads the same without locking: what a preview goes by. */
export function readBalances(db: TenantQueryable, accounts: Iterable<Account>): Promise<Balances> {
  return loadBalances(db, accounts, READ)
}

async function loadBalances(tx: TenantQueryable, accounts: Iterable<Account>, statement: Statement): Promise<Balances> {
  const ids = new Set<AccountId>()
  for (const account of accounts) if (account.floored) ids.add(account.id)
  if (ids.size === 0) return new Balances(new Map())
  const rows = await tx.query<LockedAccount>(statement, [tx.tenant, bigints([...ids])])
  return new Balances(new Map(rows.map((row) => [row.id, row])))
}

/** Rows that belong to a batch and travel with it in one statement: a change of rows that reads `posted(batch, at)`. */
export interface Alongside {
  /** Always the same text for the same number of its first parameter. */
  sql(first: number): string
  readonly params: readonly unknown[]
}

/** Parameters of {@link POST} come before those of what travels with it. */
const FIRST = 12

const POST = `WITH posted AS MATERIALIZED (
  SELECT batch_id AS batch, batch_recorded_at AS at
  FROM post_batch($1, $2::uuid[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[],
                  $8::timestamptz[], $9::bigint[], $10::bigint[], $11::bigint[]))`

const postStatements = new Map<string, Statement>()

function postStatement(alongside: readonly Alongside[]): Statement {
  let first = FIRST
  let more = ''
  for (const [n, { sql, params }] of alongside.entries()) {
    more += `, more_${n} AS (${sql(first)})`
    first += params.length
  }
  let statement = postStatements.get(more)
  if (!statement) {
    statement = prepared(`${POST}${more} SELECT batch, at FROM posted`)
    postStatements.set(more, statement)
  }
  return statement
}

/**
 * Writes postings that {@link Balances} has accepted. One statement. Inside the caller's transaction.
 * @throws Problem `balance_out_of_range` where an account would hold more than 64 bits of micros; the caller rolls back.
 */
export async function writePostings(
  tx: TenantQueryable,
  balances: Balances,
  postings: readonly Posting[],
  alongside: readonly Alongside[] = [],
): Promise<PostedBatch> {
  const changes = [...balances.changes]
  for (const [, { net, credited }] of changes) if (!fits(net) || !fits(credited)) throw outOfRange()
  const params = [
    tx.tenant,
    ...transferColumns(postings),
    bigints(changes.map(([id]) => id)),
    bigints(changes.map(([, { net }]) => net)),
    bigints(changes.map(([, { credited }]) => credited)),
    ...alongside.flatMap((rows) => rows.params),
  ]
  try {
    const [row] = await tx.query<{ batch: BatchId; at: Date }>(postStatement(alongside), params)
    return { batch: row!.batch, recordedAt: row!.at }
  } catch (error) {
    // Accounts without a floor are not read before: the database finds it.
    throw sqlState(error) === NUMERIC_VALUE_OUT_OF_RANGE ? outOfRange() : error
  }
}

const NUMERIC_VALUE_OUT_OF_RANGE = '22003'
const fits = (micros: Micros) => micros >= -MICROS_MAX && micros <= MICROS_MAX
const outOfRange = () => new Problem('balance_out_of_range')

/** The columns of the transfers, in the order of post_batch's parameters. */
function transferColumns(postings: readonly Posting[]): Buffer[] {
  const transfers = postings.flatMap((posting) => posting.transfers)
  const perTransfer = <T>(of: (posting: Posting) => T): T[] =>
    postings.flatMap((posting) => posting.transfers.map(() => of(posting)))
  return [
    uuids(perTransfer(({ id }) => id)),
    smallints(transfers.map(({ component }) => component)),
    bigints(transfers.map(({ debit }) => debit.id)),
    bigints(transfers.map(({ credit }) => credit.id)),
    bigints(transfers.map(({ amount }) => amount)),
    texts(transfers.map(({ kind }) => kind)),
    instants(perTransfer(({ effectiveAt }) => effectiveAt)),
  ]
}

/**
 * Posts inside a transaction that the caller has opened on its own PostgreSQL: all or nothing.
 * @throws Problem `insufficient_funds` naming the first account that would fall under its floor; the caller rolls back.
 */
export async function post(tx: TenantQueryable, postings: readonly Posting[]): Promise<PostedBatch> {
  const accounts = postings.flatMap((posting) => posting.transfers.flatMap(({ debit, credit }) => [debit, credit]))
  const balances = await lockAccounts(tx, accounts)
  for (const posting of postings) {
    const [shortage] = balances.shortages(posting.transfers)
    if (shortage) throw insufficientFunds(shortage.account, shortage.available)
    balances.apply(posting.transfers)
  }
  return writePostings(tx, balances, postings)
}

export function insufficientFunds(account: Account, available: bigint): Problem {
  return new Problem('insufficient_funds', {
    account: account.path,
    unit: account.unit,
    available: formatMicros(available, account.unit),
  })
}
