/**
 * Finds the accounts of a posting and opens those that do not exist yet. Ids and purposes never change, so they are
 * cached; balances are not. Accounts are opened outside the posting's transaction: an empty account left behind by a
 * refused charge does no harm, and no row lock is held for it.
 */
import type { Queryable, TenantQueryable } from '../db/connect.ts'
import { type Account, type AccountId, type AccountName, accountKey, parsePath, purposes } from './account.ts'

/** Maximum number of cached accounts per tenant; beyond it the oldest are evicted. About 200 bytes each. */
const REMEMBERED = 200_000

interface AccountRow {
  id: AccountId
  path: string
  unit: string
  floored: boolean
}

export class AccountDirectory {
  readonly #known = new Map<string, Account>()
  #sizeKnown = false

  /** Returns accounts by {@link accountKey}, opening missing ones. Runs no statement if all are cached. */
  async open(db: TenantQueryable, names: Iterable<AccountName>): Promise<Map<string, Account>> {
    const found = new Map<string, Account>()
    const missing = new Map<string, AccountName>()
    for (const name of names) {
      const key = accountKey(name)
      const account = this.#known.get(key)
      if (account) found.set(key, account)
      else missing.set(key, name)
    }
    if (missing.size > 0) {
      for (const account of await openAccounts(db, [...missing.values()])) {
        this.#remember(account)
        found.set(accountKey(account), account)
      }
      await this.#tellSize(db)
    }
    return found
  }

  /**
   * Analyzes the account table as soon as it has two rows. In a new database, the planner considers every index on the
   * tenant as good as the primary key, and a session caches its plan: until the first autovacuum, each lookup scanned
   * all accounts of the tenant (measured: half the throughput).
   */
  async #tellSize(db: Queryable): Promise<void> {
    if (this.#sizeKnown || this.#known.size < 2) return // with one row, no index is selective
    this.#sizeKnown = true
    const [table] = await db.query<{ counted: boolean }>(
      `SELECT reltuples >= 0 AS counted FROM pg_class WHERE oid = 'account'::regclass`,
    )
    if (!table!.counted) await db.execute('ANALYZE account')
  }

  #remember(account: Account): void {
    if (this.#known.size >= REMEMBERED) {
      const oldest = this.#known.keys().next().value
      if (oldest !== undefined) this.#known.delete(oldest)
    }
    this.#known.set(accountKey(account), account)
  }
}

/** Opens accounts without caching them, for transactions that may still roll back and remove the accounts. */
export async function openAccounts(db: TenantQueryable, names: readonly AccountName[]): Promise<Account[]> {
  const known = await findAccounts(db, names)
  if (known.length === names.length) return known
  const have = new Set(known.map(accountKey))
  const absent = names
    .filter((name) => !have.has(accountKey(name)))
    .sort((a, b) => (accountKey(a) < accountKey(b) ? -1 : 1))
  await db.query(
    `INSERT INTO account (tenant, path, unit, floor)
     SELECT $1, path, unit, floor FROM unnest($2::text[], $3::text[], $4::bigint[]) AS t(path, unit, floor)
     ON CONFLICT (tenant, path, unit) DO NOTHING`,
    [
      db.tenant,
      absent.map((name) => name.path),
      absent.map((name) => name.unit),
      absent.map((name) => (purposes[parsePath(name.path).purpose].floored ? 0n : null)),
    ],
  )
  return [...known, ...(await findAccounts(db, absent))]
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
