/**
 * Shortages: a party that must return more than it has goes into debt on another account. Settlement sets the limit of
 * that debt (sql/0010); it is read here because the refund that would exceed it must see it in its own transaction. Two
 * refunds that fall short on the same account wait for each other's lock and therefore see each other; a party that
 * falls short on two accounts at the same moment can exceed its limit by the smaller of the two.
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

/** The shortages covered in one batch, and the accounts that went into debt for them. */
export class ShortfallCover {
  /** The account, and the account that carries its debt. */
  readonly #debts = new Map<AccountId, AccountId>()
  /** The amount that each debt or advance account came to owe in this batch, by id. */
  readonly #added = new Map<AccountId, { readonly account: Account; readonly mode: DebtKind; amount: Micros }>()
  readonly #tx: TenantQueryable

  constructor(tx: TenantQueryable) {
    this.#tx = tx
  }

  /**
   * Returns how a shortage is covered, entirely in one way: as the refund policy says, unless a payee would exceed its
   * debt limit; then as the limit says. Only reads, so a preview can call it too. Not called for chargebacks and failed
   * refunds, which cannot be refused.
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

  /** Returns the limit that applies to a party, its own before the general one, and its debt including this batch. */
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

  /** Returns the party's outstanding debt and its account; read under the lock of the account that fell short. */
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

  /** Links the accounts to the accounts that carry their debts, and announces new debts. Runs after the postings. */
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

/** Sums the shortage per party: two of its accounts can fall short in one refund. */
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
