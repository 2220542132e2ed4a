/**
 * The balances while a batch is computed: what was read under lock, plus the changes of the postings accepted so far.
 * Postings are processed in order of arrival; one that would take an account below its floor is left out and does not
 * affect those after it.
 */
import type { Micros } from '../money/amount.ts'
import type { Account, AccountId } from './account.ts'

/** A transfer between two accounts of the same unit; `component` is its index in the charge, or null. */
export interface Transfer {
  readonly debit: Account
  readonly credit: Account
  readonly amount: Micros
  readonly kind: string
  readonly component: number | null
}

/** A floored account as read under lock; amounts in micros. */
export interface LockedAccount {
  readonly id: AccountId
  readonly floor: Micros
  readonly balance: Micros
  readonly held: Micros
  /** The debt account of this account, and its balance (negative: owed). */
  readonly debt: AccountId | null
  readonly debtBalance: Micros
}

/** An account that a posting would take below its floor, and the amount that is missing. */
export interface Shortage {
  readonly account: Account
  readonly available: Micros
  readonly short: Micros
}

/** Effect of the accepted postings on an account: credits less debits, and credits alone, in micros. */
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

  /** Returns the amount that may be taken from an account: balance − held − floor; null if it has no floor. */
  available(account: Account): Micros | null {
    if (!account.floored) return null
    const locked = this.#locked.get(account.id)
    if (!locked) throw new Error(`account ${account.path} was not locked`)
    const held = locked.held - (this.#released.get(account.id) ?? 0n)
    return locked.balance + this.#moved(account.id) - held - locked.floor
  }

  /** Returns what an account owes from earlier clawbacks, and its debt account; null if it owes nothing. */
  debt(account: Account): { id: AccountId; owed: Micros } | null {
    const locked = this.#locked.get(account.id)
    if (!locked || locked.debt === null) return null
    const balance = locked.debtBalance + this.#moved(locked.debt)
    return balance < 0n ? { id: locked.debt, owed: -balance } : null
  }

  /** Returns the floored accounts that these transfers together would take below their floor. */
  shortages(transfers: readonly Transfer[]): Shortage[] {
    const short: Shortage[] = []
    for (const [account, change] of netChanges(transfers)) {
      if (change >= 0n || !account.floored) continue
      const available = this.available(account)!
      if (available + change < 0n) short.push({ account, available, short: -(available + change) })
    }
    return short
  }

  /** Applies the transfers. The caller has checked that no account falls short. */
  apply(transfers: readonly Transfer[]): void {
    for (const { debit, credit, amount } of transfers) {
      this.#change(debit.id).net -= amount
      const credited = this.#change(credit.id)
      credited.net += amount
      credited.credited += amount
    }
  }

  /** Releases part of an amount reserved by a hold. */
  release(account: AccountId, amount: Micros): void {
    this.#released.set(account, (this.#released.get(account) ?? 0n) + amount)
  }

  /** Reserves an amount on an account until the batch is written. */
  reserve(account: AccountId, amount: Micros): void {
    this.release(account, -amount)
  }

  /** Changes by account id, including accounts whose net change is zero. */
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

/** Returns the net change by account. Compares by id, because an account may be represented by several objects. */
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
