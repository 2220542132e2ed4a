/**
 * Finds the accounts of a posting and opens those that do not exist yet. Ids and purposes never change, so they are
 * cached; balances are not. Accounts are opened only in the transaction that posts to them: a refused request leaves no
 * account behind.
 *
 * Locks: accounts are opened first in a transaction, in the order of their keys, so that two transactions that open the
 * same accounts wait for each other only there.
 */
import type { Queryable, TenantDatabase, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { type RetryOptions, withRetry } from '../db/retry.ts'
import { type Account, type AccountId, type AccountName, accountKey, parsePath, purposes } from './account.ts'

/** Maximum number of cached accounts per tenant; beyond it the oldest are evicted. About 200 bytes each. */
const REMEMBERED = 200_000

interface AccountRow {
  id: AccountId
  path: string
  unit: string
  floored: boolean
}

/** Known accounts at which their statistics are looked at: 2, 64, 2,048 and 65,536. */
const GROWTH = 32

/** Accounts by {@link accountKey}. */
export type Accounts = ReadonlyMap<string, Account>

export class AccountDirectory {
  readonly #known = new Map<string, Account>()
  #analyzeAt = 2 // with one row, no index is selective

  /**
   * Runs a transaction with the accounts `names`, as {@link withRetry} does. Accounts that do not exist are opened in
   * it; those that it neither posts to nor holds on are removed before it commits. Runs no statement of its own if all
   * accounts are cached.
   */
  async transaction<T>(
    db: TenantDatabase,
    names: Iterable<AccountName>,
    run: (tx: TenantTransaction, accounts: Accounts, lastError?: unknown) => Promise<T>,
    options?: RetryOptions,
  ): Promise<T> {
    const { found, missing } = this.#lookUp(names)
    if (missing.length === 0) return withRetry(db, (tx, lastError) => run(tx, found, lastError), options)
    let learned: readonly Account[] = []
    const result = await withRetry(
      db,
      async (tx, lastError) => {
        const { existing, opened } = await openMissing(tx, missing)
        const accounts = new Map(found)
        for (const account of [...existing, ...opened]) accounts.set(accountKey(account), account)
        const returned = await run(tx, accounts, lastError)
        const unused = await removeUnused(tx, opened)
        learned = [...existing, ...opened.filter(({ id }) => !unused.has(id))]
        return returned
      },
      options,
    )
    for (const account of learned) this.#remember(account)
    await this.#tellSize(db)
    return result
  }

  /**
   * Returns the accounts for a preview, which must not write: accounts that do not exist have negative ids of their own
   * and count as empty (src/ledger/post.ts).
   */
  async imagine(db: TenantQueryable, names: Iterable<AccountName>): Promise<Accounts> {
    const { found, missing } = this.#lookUp(names)
    const accounts = new Map(found)
    if (missing.length === 0) return accounts
    for (const account of await findAccounts(db, missing)) accounts.set(accountKey(account), account)
    let next = 0n
    for (const name of missing) {
      if (accounts.has(accountKey(name))) continue
      next -= 1n
      accounts.set(accountKey(name), { ...name, id: next as unknown as AccountId, floored: isFloored(name) })
    }
    return accounts
  }

  #lookUp(names: Iterable<AccountName>): { found: Map<string, Account>; missing: AccountName[] } {
    const found = new Map<string, Account>()
    const missing = new Map<string, AccountName>()
    for (const name of names) {
      const key = accountKey(name)
      const account = this.#known.get(key)
      if (account) found.set(key, account)
      else missing.set(key, name)
    }
    return { found, missing: [...missing.values()] }
  }

  /**
   * Analyzes the account table when it has two rows, and again whenever it has outgrown its statistics. In a new
   * database, the planner considers every index on the tenant as good as the primary key, and a session caches its plan:
   * until the first autovacuum, each lookup scanned all accounts of the tenant (measured: half the throughput).
   * Statistics of two rows, left by a process that opened the first accounts, have the same effect. New statistics make
   * every session plan again.
   */
  async #tellSize(db: Queryable): Promise<void> {
    const rows = this.#analyzeAt
    if (this.#known.size < rows) return
    this.#analyzeAt = rows * GROWTH
    try {
      const [table] = await db.query<{ outgrown: boolean }>(
        `SELECT reltuples < $1::int AS outgrown FROM pg_class WHERE oid = 'account'::regclass`,
        [rows],
      )
      if (table!.outgrown) await db.execute('SELECT analyze_accounts()')
    } catch {
      // The posting has been committed: a failure to gather statistics must not be its answer.
      this.#analyzeAt = rows
    }
  }

  #remember(account: Account): void {
    if (this.#known.size >= REMEMBERED) {
      const oldest = this.#known.keys().next().value
      if (oldest !== undefined) this.#known.delete(oldest)
    }
    this.#known.set(accountKey(account), account)
  }
}

/** Returns the accounts, opening missing ones in the transaction of the caller; it does not cache them. */
export async function openAccounts(tx: TenantQueryable, names: readonly AccountName[]): Promise<Account[]> {
  const { existing, opened } = await openMissing(tx, names)
  return [...existing, ...opened]
}

async function openMissing(
  tx: TenantQueryable,
  names: readonly AccountName[],
): Promise<{ existing: Account[]; opened: Account[] }> {
  const known = await findAccounts(tx, names)
  if (known.length === names.length) return { existing: known, opened: [] }
  const have = new Set(known.map(accountKey))
  const absent = names
    .filter((name) => !have.has(accountKey(name)))
    .sort((a, b) => (accountKey(a) < accountKey(b) ? -1 : 1))
  const opened = await tx.query<AccountRow>(
    `INSERT INTO account (tenant, path, unit, floor)
     SELECT $1, path, unit, floor FROM unnest($2::text[], $3::text[], $4::bigint[]) AS t(path, unit, floor)
     ON CONFLICT (tenant, path, unit) DO NOTHING RETURNING id, path, unit, floor IS NOT NULL AS floored`,
    [
      tx.tenant,
      absent.map((name) => name.path),
      absent.map((name) => name.unit),
      absent.map((name) => (isFloored(name) ? 0n : null)),
    ],
  )
  // Another transaction has opened the rest since, and has committed.
  const here = new Set(opened.map(accountKey))
  const others = absent.filter((name) => !here.has(accountKey(name)))
  return { existing: others.length === 0 ? known : [...known, ...(await findAccounts(tx, others))], opened }
}

const isFloored = ({ path }: AccountName): boolean => purposes[parsePath(path).purpose].floored

/** Removes the accounts that no transfer touches and no hold reserves on, and returns their ids. */
async function removeUnused(tx: TenantQueryable, opened: readonly Account[]): Promise<ReadonlySet<AccountId>> {
  if (opened.length === 0) return new Set()
  const removed = await tx.query<{ id: AccountId }>(
    `DELETE FROM account a WHERE a.tenant = $1 AND a.id = ANY ($2::bigint[]) AND a.held = 0
       AND NOT EXISTS (SELECT FROM transfer t WHERE t.tenant = $1 AND t.debit = a.id)
       AND NOT EXISTS (SELECT FROM transfer t WHERE t.tenant = $1 AND t.credit = a.id) RETURNING a.id`,
    [tx.tenant, opened.map(({ id }) => id)],
  )
  return new Set(removed.map(({ id }) => id))
}

async function findAccounts(db: TenantQueryable, names: readonly AccountName[]): Promise<Account[]> {
  const rows = await db.query<AccountRow>(
    `SELECT a.id, a.path, a.unit, a.floor IS NOT NULL AS floored
     FROM unnest($2::text[], $3::text[]) AS t(path, unit)
     JOIN account a ON a.tenant = $1 AND a.path = t.path AND a.unit = t.unit`,
    [db.tenant, names.map((name) => name.path), names.map((name) => name.unit)],
  )
  return rows
}
