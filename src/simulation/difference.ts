/**
 * What differs between a charge as it was and as it would be: for the platform, and for each party. One is made for all
 * charges and filled anew for each; making the parts of it anew took longer than pricing.
 */
import type { Component } from '../charges/draft.ts'
import { COST, PLATFORM, REVENUE } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'
import type { Remaining } from './remaining.ts'

/** What a party has more or less of a unit. */
export interface Moved {
  party: string
  unit: string
  change: Micros
}

export class Difference {
  /** Of the platform, in the charge's unit. */
  revenue: Micros = 0n
  cost: Micros = 0n
  /** By party and unit, the platform left out; so many of them as {@link count} says. */
  readonly moved: Moved[] = []
  count = 0
  /** Something moved between accounts of one party, as from a position to revenue: it has no more, but it isn't the same. */
  #inside = false
  #unit = ''

  /** `remaining`: what is left of the components after refunds; null: all of it. */
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
   * Whether a party has more or less, or the platform other revenue or cost. What the platform gains, another party
   * has less of, so it is enough to look at the others.
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

/** What a movement brings to the platform's revenue. */
export function revenueOf(from: string, to: string, amount: Micros): Micros {
  if (to === REVENUE) return from === REVENUE ? 0n : amount
  return from === REVENUE ? -amount : 0n
}

/** What a movement takes from the platform's cost. */
export function costOf(from: string, to: string, amount: Micros): Micros {
  if (from === COST) return to === COST ? 0n : amount
  return to === COST ? -amount : 0n
}

function partyOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
