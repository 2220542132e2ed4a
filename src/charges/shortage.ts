/** What happens when somebody must give back more than he has: another account goes below zero for it. */
import type { Queryable } from '../db/connect.ts'
import { type Account, accountName, parsePath } from '../ledger/account.ts'
import type { Shortage, Transfer } from '../ledger/balances.ts'
import { openAccounts } from '../ledger/directory.ts'
import type { Micros } from '../money/amount.ts'
import type { ShortageMode } from './draft.ts'

/** Shortages made up in one batch, and which accounts came to owe by them. */
export class MadeUp {
  /** The account, and the one that carries its debt. */
  readonly #debts = new Map<bigint, bigint>()
  readonly #tx: Queryable
  readonly #tenant: number

  constructor(tx: Queryable, tenant: number) {
    this.#tx = tx
    this.#tenant = tenant
  }

  /** What the party lacks comes from its debt (netted from what it earns next), or is advanced by the platform. */
  async transfer({ account, short }: Shortage, mode: Exclude<ShortageMode, 'reject'>): Promise<Transfer> {
    const { party } = parsePath(account.path)
    const [from] = await openAccounts(this.#tx, this.#tenant, [accountName(party, mode, account.unit)])
    if (mode === 'debt') this.#debts.set(account.id, from!.id)
    return { debit: from!, credit: account, amount: short, kind: mode, component: null }
  }

  /** What a party still owes of earlier shortages, and the account that carries it; read under the lock of the account that lacked. */
  async outstanding(party: string, mode: Exclude<ShortageMode, 'reject'>, unit: string) {
    const { path } = accountName(party, mode, unit)
    const [row] = await this.#tx.query<{ id: bigint; balance: Micros }>(
      'SELECT id, balance FROM account WHERE tenant = $1 AND path = $2 AND unit = $3',
      [this.#tenant, path, unit],
    )
    if (!row || row.balance >= 0n) return null
    const account: Account = { id: row.id, path, unit, floored: false }
    return { account, owed: -row.balance }
  }

  /** Notes on the accounts where what they owe is carried. */
  async write(): Promise<void> {
    if (this.#debts.size === 0) return
    await this.#tx.query(
      `UPDATE account a SET debt = t.debt FROM unnest($2::bigint[], $3::bigint[]) AS t(id, debt)
       WHERE a.tenant = $1 AND a.id = t.id AND a.debt IS DISTINCT FROM t.debt`,
      [this.#tenant, [...this.#debts.keys()], [...this.#debts.values()]],
    )
  }
}
