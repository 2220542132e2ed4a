/**
 * Posting: the only statements that write transfers and balances.
 *
 * Lock order of every write path: rows of charges or holds by id, then floored accounts by id (`lockAccounts`), then
 * accounts without a floor by id (inside `post_batch`, last, so that a hot revenue account is locked only for one
 * update and the commit). Idempotency is enforced by the table of the posted object (charge, refund, journal, hold):
 * its unique key is inserted in the same transaction.
 */

import { bigints, instants, smallints, texts, uuids } from '../db/arrays.ts'
import { prepared, type Statement, type TenantQueryable } from '../db/connect.ts'
import { sqlState } from '../db/errors.ts'
import type { Uuid } from '../ids.ts'
import { formatMicros, MICROS_MAX, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Account, AccountId, BatchId } from './account.ts'
import { Balances, type LockedAccount, type Transfer } from './balances.ts'

/** An atomic group of transfers: a charge, a refund or a journal entry. */
export interface Posting {
  /** UUID of the charge, refund or journal entry. */
  readonly id: Uuid
  /** Null: the time of recording. */
  readonly effectiveAt: Date | null
  readonly transfers: readonly Transfer[]
}

export interface PostedBatch {
  readonly batch: BatchId
  readonly recordedAt: Date
}

/**
 * Looks up row by row by primary key, in order, whatever table size the planner assumed when the statement was
 * prepared.
 */
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

/** Locks the floored accounts in id order and reads their balances. Runs no statement if there are none. */
export function lockAccounts(tx: TenantQueryable, accounts: Iterable<Account>): Promise<Balances> {
  return loadBalances(tx, accounts, LOCK)
}

/** Reads the same without locks, for previews. */
export function readBalances(db: TenantQueryable, accounts: Iterable<Account>): Promise<Balances> {
  return loadBalances(db, accounts, READ)
}

async function loadBalances(tx: TenantQueryable, accounts: Iterable<Account>, statement: Statement): Promise<Balances> {
  const ids = new Set<AccountId>()
  const locked = new Map<AccountId, LockedAccount>()
  for (const { id, floored } of accounts) {
    if (!floored) continue
    // A preview may name accounts that do not exist (AccountDirectory.imagine).
    if (BigInt(id as unknown as bigint) < 0n)
      locked.set(id, { id, floor: 0n, balance: 0n, held: 0n, debt: null, debtBalance: 0n })
    else ids.add(id)
  }
  if (ids.size === 0) return new Balances(locked)
  const rows = await tx.query<LockedAccount>(statement, [tx.tenant, bigints([...ids])])
  for (const row of rows) locked.set(row.id, row)
  return new Balances(locked)
}

/** Rows written together with a batch in one statement: a data-modifying query that reads `posted(batch, at)`. */
export interface Alongside {
  /** Must return the same text for the same number of its first parameter. */
  sql(first: number): string
  readonly params: readonly unknown[]
}

/** Parameters of {@link POST} come before those of {@link Alongside}. */
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
 * Writes postings accepted by {@link Balances}, in one statement inside the caller's transaction.
 * @throws Problem `balance_out_of_range` if an account would exceed 64 bits of micros; the caller rolls back.
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
    // Balances of accounts without a floor are not read before, so the database detects the overflow.
    throw sqlState(error) === NUMERIC_VALUE_OUT_OF_RANGE ? outOfRange() : error
  }
}

const NUMERIC_VALUE_OUT_OF_RANGE = '22003'
const fits = (micros: Micros) => micros >= -MICROS_MAX && micros <= MICROS_MAX
const outOfRange = () => new Problem('balance_out_of_range')

/** Returns the columns of the transfers, in the order of post_batch's parameters. */
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
 * Posts all or nothing, inside a transaction of the caller.
 * @throws Problem `insufficient_funds` naming the first account that would fall below its floor; the caller rolls back.
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
