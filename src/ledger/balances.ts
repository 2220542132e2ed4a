/**
 * The balances of a batch while it is worked out: what was read under lock, plus what the postings accepted so far have
 * moved. Postings are taken in the order they arrived; one that would take an account under its floor is left out, and
 * those after it see the balances as if it had never been.
 */
import type { Micros } from '../money/amount.ts'
import type { Account, AccountId } from './account.ts'

/** A movement from one account to another of the same unit; `component` is its place in the charge, null when it is none. */
export interface Transfer {
  readonly debit: Account
  readonly credit: Account
  readonly amount: Micros
  readonly kind: string
  readonly component: number | null
}

/** A floored account as locked: micros. */
export interface LockedAccount {
  readonly id: AccountId
  readonly floor: Micros
  readonly balance: Micros
  readonly held: Micros
  /** The account that carries what this one owes, and its balance (negative: owed). */
  readonly debt: AccountId | null
  readonly debtBalance: Micros
}

/** An account that a posting would take under its floor, and by how much. */
export interface Shortage {
  readonly account: Account
  readonly available: Micros
  readonly short: Micros
}

/** What the accepted postings do to an account: micros, credits less debits, and the credits alone. */
interface Change {
  net: Micros
  credited: Micros
}

export class Balances {
  readonly #locked: ReadonlyMap<AccountId, LockedAccount>
  readonly #changes = new Map<AccountId, Change>()
  readonly #released = new Map<AccountId, Micros>()

  constructor(locked: ReadonlyMap<AccountId, LockedAccount>) {
    this.#locked = locked
  }

  /** What may be taken from an account now: balance − held − floor. Null: it has no floor. */
  available(account: Account): Micros | null {
    if (!account.floored) return null
    const locked = this.#locked.get(account.id)
    if (!locked) throw new Error(`account ${account.path} was not locked`)
    const held = locked.held - (this.#released.get(account.id) ?? 0n)
    return locked.balance + this.#moved(account.id) - held - locked.floor
  }

  /** What an account owes from earlier clawbacks (zero or positive), and the account that carries it. */
  debt(account: Account): { id: AccountId; owed: Micros } | null {
    const locked = this.#locked.get(account.id)
    if (!locked || locked.debt === null) return null
    const balance = locked.debtBalance + this.#moved(locked.debt)
    return balance < 0n ? { id: locked.debt, owed: -balance } : null
  }

  /** The floored accounts that these transfers, taken together, would take under their floor. */
  shortages(transfers: readonly Transfer[]): Shortage[] {
    const short: Shortage[] = []
    for (const [account, change] of netChanges(transfers)) {
      if (change >= 0n || !account.floored) continue
      const available = this.available(account)!
      if (available + change < 0n) short.push({ account, available, short: -(available + change) })
    }
    return short
  }

  /** Takes the transfers in. The caller has seen that nothing falls short. */
  apply(transfers: readonly Transfer[]): void {
    for (const { debit, credit, amount } of transfers) {
      this.#change(debit.id).net -= amount
      const credited = this.#change(credit.id)
      credited.net += amount
      credited.credited += amount
    }
  }

  /** Frees part of what a hold reserved on an account. */
  release(account: AccountId, amount: Micros): void {
    this.#released.set(account, (this.#released.get(account) ?? 0n) + amount)
  }

  /** Reserves an amount on an account. */
  reserve(account: AccountId, amount: Micros): void {
    this.release(account, -amount)
  }

  /** By account id; those that end where they were are among them. */
  get changes(): ReadonlyMap<AccountId, Readonly<Change>> {
    return this.#changes
  }

  #moved(id: AccountId): Micros {
    return this.#changes.get(id)?.net ?? 0n
  }

  #change(id: AccountId): Change {
    const known = this.#changes.get(id)
    if (known) return known
    const change = { net: 0n, credited: 0n }
    this.#changes.set(id, change)
    return change
  }
}

/** Net change by account; compared by id since the same account may come as several objects. */
export function netChanges(transfers: readonly Transfer[]): [Account, Micros][] {
  const net = new Map<AccountId, [Account, Micros]>()
  const move = (account: Account, amount: Micros) => {
    const entry = net.get(account.id)
    if (entry) entry[1] += amount
    else net.set(account.id, [account, amount])
  }
  for (const { debit, credit, amount } of transfers) {
    move(debit, -amount)
    move(credit, amount)
  }
  return [...net.values()]
}
