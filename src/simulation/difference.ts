/**
 * The difference between a charge as made and as simulated, for the platform and for each party. One instance is reused
 * for all charges, because allocating its parts for each took longer than pricing.
 */
import type { Component } from '../charges/draft.ts'
import { COST, PLATFORM, REVENUE } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'
import type { Remaining } from './remaining.ts'

/** A party's gain or loss in a unit. */
export interface Moved {
  party: string
  unit: string
  change: Micros
}

export class Difference {
  /** The platform's revenue, in the charge's unit. */
  revenue: Micros = 0n
  cost: Micros = 0n
  /** By party and unit, without the platform; only the first {@link count} entries are valid. */
  readonly moved: Moved[] = []
  count = 0
  /**
   * An amount moved between accounts of one party, such as from a position to revenue: its total is unchanged, but the
   * charge is not.
   */
  #inside = false
  #unit = ''

  /** Computes the difference. `remaining`: the amounts of the components after refunds; null: the full amounts. */
  fill(unit: string, before: readonly Component[], after: readonly Component[], remaining: Remaining | null): void {
    this.#unit = unit
    this.revenue = 0n
    this.cost = 0n
    this.count = 0
    this.#inside = false
    const count = Math.max(before.length, after.length)
    for (let n = 0; n < count; n += 1) {
      const a = n < before.length ? before[n] : undefined
      const b = n < after.length ? after[n] : undefined
      const was = a ? (remaining ? remaining.before[n]! : a.amount) : 0n
      const is = b ? (remaining ? remaining.after[n]! : b.amount) : 0n
      if (a && b && a.from === b.from && a.to === b.to && a.unit === b.unit) {
        if (was !== is) this.#move(b, is - was)
      } else {
        if (a && was !== 0n) this.#move(a, -was)
        if (b && is !== 0n) this.#move(b, is)
      }
    }
  }

  /**
   * Whether a party gains or loses, or the platform's revenue or cost changes. Another party loses what the platform
   * gains, so only the other parties need checking.
   */
  get any(): boolean {
    if (this.#inside) return true
    for (let n = 0; n < this.count; n += 1) if (this.moved[n]!.change !== 0n) return true
    return false
  }

  #move({ from, to, unit }: Component, amount: Micros): void {
    if (unit === this.#unit) {
      this.revenue += revenueOf(from, to, amount)
      this.cost += costOf(from, to, amount)
    }
    const giver = partyOf(from)
    const taker = partyOf(to)
    if (giver === taker) this.#inside = true
    else {
      if (giver !== PLATFORM) this.#entry(giver, unit).change -= amount
      if (taker !== PLATFORM) this.#entry(taker, unit).change += amount
    }
  }

  #entry(party: string, unit: string): Moved {
    const { moved, count } = this
    for (let n = 0; n < count; n += 1) {
      const entry = moved[n]!
      if (entry.party === party && entry.unit === unit) return entry
    }
    this.count += 1
    if (count === moved.length) moved.push({ party, unit, change: 0n })
    const entry = moved[count]!
    entry.party = party
    entry.unit = unit
    entry.change = 0n
    return entry
  }
}

/** Returns what a transfer adds to the platform's revenue. */
export function revenueOf(from: string, to: string, amount: Micros): Micros {
  if (to === REVENUE) return from === REVENUE ? 0n : amount
  return from === REVENUE ? -amount : 0n
}

/** Returns what a transfer deducts from the platform's cost account. */
export function costOf(from: string, to: string, amount: Micros): Micros {
  if (from === COST) return to === COST ? 0n : amount
  return to === COST ? -amount : 0n
}

function partyOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
