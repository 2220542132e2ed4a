/**
 * Covers shortages: when a party must return more than its balance, a debt or advance account goes negative for it.
 * Settlement sets the debt limit (sql/0010); it is read here because a refund must check it in its own transaction.
 * Refunds with a shortage on the same account are serialized by its lock, so each sees the debt of the others.
 * Concurrent shortages on two accounts of one party can exceed the limit by the smaller of the two.
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

/** The shortages covered in one batch, and the accounts that carry the resulting debts and advances. */
export class ShortfallCover {
  /** The account that carries the debt, by the account with the shortage. */
  readonly #debts = new Map<AccountId, AccountId>()
  /** Debt or advance added in this batch, by the id of the account that carries it. */
  readonly #added = new Map<AccountId, { readonly account: Account; readonly mode: DebtKind; amount: Micros }>()
  readonly #tx: TenantQueryable

  constructor(tx: TenantQueryable) {
    this.#tx = tx
  }

  /**
   * Returns the mode that covers all shortages of a refund: that of the refund policy or, if a party would exceed its
   * debt limit, the one that the limit prescribes. Read-only, so previews call it too. Not called for chargebacks and
   * failed refunds, which cannot be refused.
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

  /** Returns a party's debt limit (its own, otherwise the default) and its debt including this batch. */
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

  /**
   * Returns the transfer that covers a shortage: from the party's debt account, which later earnings repay, or advanced
   * by the platform.
   */
  async transfer({ account, short }: Shortage, mode: DebtKind): Promise<Transfer> {
    const { party } = parsePath(account.path)
    const [from] = await openAccounts(this.#tx, [accountName(party, mode, account.unit)])
    if (mode === 'debt') this.#debts.set(account.id, from!.id)
    const before = this.#added.get(from!.id)?.amount ?? 0n
    this.#added.set(from!.id, { account: from!, mode, amount: before + short })
    return { debit: from!, credit: account, amount: short, kind: mode, component: null }
  }

  /** Returns a party's outstanding debt or advance. Called under the lock of the account that had the shortage. */
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

  /** Links accounts to the accounts that carry their debt, and announces new debts. Call after writing the postings. */
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

/** Sums shortages per party and unit: one refund can cause shortages on two accounts of a party. */
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
