/**
 * What happens when a party must return more than it has: another account goes below zero for it. How far it may is
 * a limit that settlement sets (sql/0010): it is read here because the refund that would pass it must see it in its own
 * transaction. Two refunds that fall short on the same account wait for each other's lock, so they see each other; a party
 * that falls short on two accounts at the same moment may pass its limit by the smaller of both.
 */

import { type DebtKind, debtEvent } from '../charges/debt.ts'
import type { ShortageMode } from '../charges/policy.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { announce } from '../events/announce.ts'
import { type Account, type AccountId, accountName, parsePath } from '../ledger/account.ts'
import type { Shortage, Transfer } from '../ledger/balances.ts'
import { openAccounts } from '../ledger/directory.ts'
import { formatMicros, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'

/** Shortages made up in one batch, and which accounts came to owe by them. */
export class ShortfallCover {
  /** The account, and the one that carries its debt. */
  readonly #debts = new Map<AccountId, AccountId>()
  /** What each account that carries a debt or an advance came to owe in this batch, by its id. */
  readonly #added = new Map<AccountId, { readonly account: Account; readonly mode: DebtKind; amount: Micros }>()
  readonly #tx: TenantQueryable

  constructor(tx: TenantQueryable) {
    this.#tx = tx
  }

  /**
   * How what is lacking is made up, all of it the same way: as the refund's policy says, unless a payee would come to owe
   * more than its limit; then as the limit says. Reads only; a preview may ask it too. Not asked for what can't be refused:
   * a chargeback, a refund that failed.
   * @throws Problem `debt_limit_exceeded`.
   */
  async modeFor(shortages: readonly Shortage[], mode: ShortageMode): Promise<ShortageMode> {
    if (mode !== 'debt') return mode
    let allowed: ShortageMode = mode
    for (const { account, short } of mergeByParty(shortages)) {
      const limit = await this.#limit(account.party, account.unit)
      if (limit === undefined || limit.owed + short <= limit.amount) continue
      if (limit.beyond === 'refuse') {
        const { unit, party } = account
        throw new Problem('debt_limit_exceeded', {
          ...{ party, unit },
          limit: formatMicros(limit.amount, unit),
          owed: formatMicros(limit.owed, unit),
          short: formatMicros(short, unit),
        })
      }
      allowed = 'advance'
    }
    return allowed
  }

  /** The limit that counts for a party, its own before that of all, and what it owes with this batch. */
  async #limit(party: string, unit: string) {
    const [row] = await this.#tx.query<{
      amount: Micros
      beyond: 'refuse' | 'advance'
      id: AccountId | null
      owed: Micros
    }>(
      `SELECT l.amount, l.beyond, a.id, coalesce(-a.balance, 0) AS owed FROM debt_limit l
       LEFT JOIN account a ON a.tenant = $1 AND a.path = $4 AND a.unit = $3
       WHERE l.tenant = $1 AND l.party IN ($2, '') AND l.unit = $3 ORDER BY l.party DESC LIMIT 1`,
      [this.#tx.tenant, party, unit, accountName(party, 'debt', unit).path],
    )
    const added = row?.id ? (this.#added.get(row.id)?.amount ?? 0n) : 0n
    return row && { ...row, owed: row.owed + added }
  }

  /** What the party lacks comes from its debt (netted from what it earns next), or is advanced by the platform. */
  async transfer({ account, short }: Shortage, mode: DebtKind): Promise<Transfer> {
    const { party } = parsePath(account.path)
    const [from] = await openAccounts(this.#tx, [accountName(party, mode, account.unit)])
    if (mode === 'debt') this.#debts.set(account.id, from!.id)
    const before = this.#added.get(from!.id)?.amount ?? 0n
    this.#added.set(from!.id, { account: from!, mode, amount: before + short })
    return { debit: from!, credit: account, amount: short, kind: mode, component: null }
  }

  /** What a party still owes of earlier shortages, and the account that carries it; read under the lock of the account that lacked. */
  async outstanding(party: string, mode: DebtKind, unit: string) {
    const { path } = accountName(party, mode, unit)
    const [row] = await this.#tx.query<{ id: AccountId; balance: Micros }>(
      'SELECT id, balance FROM account WHERE tenant = $1 AND path = $2 AND unit = $3',
      [this.#tx.tenant, path, unit],
    )
    if (!row || row.balance >= 0n) return null
    const account: Account = { id: row.id, path, unit, floored: false }
    return { account, owed: -row.balance }
  }

  /** Notes on the accounts where what they owe is carried, and tells of debts that began. After the postings are written. */
  async write(): Promise<void> {
    if (this.#added.size === 0) return
    await this.#tx.query(
      `UPDATE account a SET debt = t.debt FROM unnest($2::bigint[], $3::bigint[]) AS t(id, debt)
       WHERE a.tenant = $1 AND a.id = t.id AND a.debt IS DISTINCT FROM t.debt`,
      [this.#tx.tenant, [...this.#debts.keys()], [...this.#debts.values()]],
    )
    const rows = await this.#tx.query<{ id: AccountId; balance: Micros }>(
      'SELECT id, balance FROM account WHERE tenant = $1 AND id = ANY ($2::bigint[])',
      [this.#tx.tenant, [...this.#added.keys()]],
    )
    const opened = rows.flatMap(({ id, balance }) => {
      const { account, mode, amount } = this.#added.get(id)!
      return balance < 0n && balance + amount >= 0n ? [debtEvent('debt.opened', account, mode, -balance)] : []
    })
    await announce(this.#tx, opened)
  }
}

/** What each party lacks in all: two of its accounts may fall short in one refund. */
function mergeByParty(shortages: readonly Shortage[]) {
  const merged = new Map<string, { account: { party: string; unit: string }; short: Micros }>()
  for (const { account, short } of shortages) {
    const { party } = parsePath(account.path)
    const key = `${party} ${account.unit}`
    merged.set(key, {
      account: { party, unit: account.unit },
      short: (merged.get(key)?.short ?? 0n) + short,
    })
  }
  return merged.values()
}
