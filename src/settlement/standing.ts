/**
 * The balances and debts of a party in one currency, read under lock, and the journal entries of settlement.
 *
 * Locks: the row of the payout or debt entry, then the party's floored accounts by id, then its debt accounts by id,
 * then the other accounts without a floor (src/ledger/post.ts). Every operation that changes a debt locks one of the
 * party's floored accounts (a charge that repays it, a refund that adds to it), so a debt read here cannot change until
 * the transaction ends.
 */

import { type DebtKind, debtEvent } from '../charges/debt.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { announce } from '../events/announce.ts'
import type { Uuid } from '../ids.ts'
import { type Account, accountName } from '../ledger/account.ts'
import type { Balances, Transfer } from '../ledger/balances.ts'
import { insufficientFunds, lockAccounts, readBalances, writePostings } from '../ledger/post.ts'
import type { Micros } from '../money/amount.ts'

export const DEBT_KINDS: readonly DebtKind[] = ['advance', 'debt']

/** A debt account, and how much is owed on it. */
interface Owing {
  readonly account: Account
  readonly owed: Micros
}

export interface Standing {
  readonly party: string
  readonly unit: string
  readonly balances: Balances
  /** Undefined if the party has no such account. */
  readonly balance: Account | undefined
  readonly payouts: Account | undefined
  readonly owing: Readonly<Partial<Record<DebtKind, Owing>>>
}

interface Row extends Account {
  balance: Micros
}

export async function lockParty(tx: TenantQueryable, party: string, unit: string): Promise<Standing> {
  return standing(tx, party, unit, true)
}

/** Returns the same without locks, for display. */
export async function readStanding(tx: TenantQueryable, party: string, unit: string): Promise<Standing> {
  return standing(tx, party, unit, false)
}

async function standing(tx: TenantQueryable, party: string, unit: string, lock: boolean): Promise<Standing> {
  const accounts = await tx.query<Account>(
    `SELECT id, path, unit, floor IS NOT NULL AS floored FROM account
     WHERE tenant = $1 AND path >= $2 || '/' AND path < $2 || '0' AND unit = $3`,
    [tx.tenant, party, unit],
  )
  const balances = await (lock ? lockAccounts : readBalances)(tx, accounts)
  const rows = await tx.query<Row>(
    `SELECT id, path, unit, false AS floored, balance FROM account WHERE tenant = $1 AND path = ANY ($2::text[]) AND unit = $3
     ORDER BY id ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [tx.tenant, DEBT_KINDS.map((kind) => accountName(party, kind, unit).path), unit],
  )
  const named = (purpose: 'balance' | 'payouts') =>
    accounts.find(({ path }) => path === accountName(party, purpose, unit).path)
  const owing: Partial<Record<DebtKind, Owing>> = {}
  for (const kind of DEBT_KINDS) {
    const row = rows.find(({ path }) => path === accountName(party, kind, unit).path)
    if (row) owing[kind] = { account: row, owed: row.balance < 0n ? -row.balance : 0n }
  }
  return { party, unit, balances, balance: named('balance'), payouts: named('payouts'), owing }
}

export const owedBy = ({ owing }: Standing, kind: DebtKind): Micros => owing[kind]?.owed ?? 0n

/** Returns the amount that may be taken from the party's balance; zero if it has none. */
export function availableOf({ balance, balances }: Standing): Micros {
  const available = balance ? balances.available(balance)! : 0n
  return available > 0n ? available : 0n
}

/** A journal entry made by settlement. */
export interface Entry {
  readonly id: Uuid
  readonly description: string
  readonly transfers: readonly Transfer[]
}

/**
 * Posts entries under the locks of {@link lockParty}, and announces debts that were opened or settled by them.
 * @throws Problem `insufficient_funds`; the caller rolls back.
 */
export async function postEntries(tx: TenantQueryable, standing: Standing, entries: readonly Entry[]): Promise<Date> {
  const { balances } = standing
  for (const { transfers } of entries) {
    const [short] = balances.shortages(transfers)
    if (short) throw insufficientFunds(short.account, short.available)
    balances.apply(transfers)
  }
  const { changes } = balances
  const postings = entries.map(({ id, transfers }) => ({ id, effectiveAt: null, transfers }))
  const { batch, recordedAt } = await writePostings(tx, balances, postings)
  await tx.query(
    `INSERT INTO journal (tenant, id, batch, description, actor)
     SELECT $1, t.id, $2, t.description, $5 FROM unnest($3::uuid[], $4::text[]) AS t(id, description)`,
    [tx.tenant, batch, entries.map(({ id }) => id), entries.map(({ description }) => description), tx.by.actor],
  )
  for (const kind of DEBT_KINDS) {
    const { account, owed = 0n } = standing.owing[kind] ?? {}
    const now = account ? owed - (changes.get(account.id)?.net ?? 0n) : 0n
    if (owed > 0n && now <= 0n) await announce(tx, [debtEvent('debt.settled', account!, kind, 0n)])
    if (owed === 0n && now > 0n) await announce(tx, [debtEvent('debt.opened', account!, kind, now)])
  }
  return recordedAt
}

export const move = (debit: Account, credit: Account, amount: Micros, kind: string): Transfer => ({
  ...{ debit, credit, amount, kind },
  component: null,
})
