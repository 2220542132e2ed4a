/**
 * The running totals of a simulation. Everything that could grow with the number of charges is bounded: parties and
 * causes keep the largest and indicate when some were dropped. Plain data, so that threads can send it.
 */
import type { Micros } from '../money/amount.ts'
import type { CauseTerm } from './cause.ts'

/** Micros of the card's currency. */
export interface Sums {
  events: number
  /** Events with a different price. */
  changed: number
  revenueBefore: Micros
  revenueAfter: Micros
  costBefore: Micros
  costAfter: Micros
}

export interface PartyChange {
  readonly party: string
  readonly unit: string
  /** The party's total gain (or loss). */
  change: Micros
  events: number
}

export interface Cause {
  /** `line/product` */
  readonly name: string
  /** Empty: no step of the explanation shows it. */
  readonly terms: readonly CauseTerm[]
  events: number
  revenue: Micros
  cost: Micros
}

export interface Unpriced {
  readonly code: string
  readonly name: string
  readonly unit: string
  count: number
  /** Their revenue as charged; it is in neither sum. */
  revenue: Micros
  /** Detail of the first one, in English and Chinese. */
  readonly detail: { readonly en: string; readonly zh: string }
}

export interface Tally {
  /** By `line/product`, then by the index of the day in the period. */
  readonly cells: Map<string, Map<number, Sums>>
  readonly parties: Map<string, PartyChange>
  partiesDropped: boolean
  readonly causes: Map<string, Cause>
  readonly unpriced: Map<string, Unpriced>
}

const MAX_PARTIES = 50_000
const MAX_CAUSES = 1_000

export function emptyTally(): Tally {
  return { cells: new Map(), parties: new Map(), partiesDropped: false, causes: new Map(), unpriced: new Map() }
}

export function emptySums(): Sums {
  return { events: 0, changed: 0, revenueBefore: 0n, revenueAfter: 0n, costBefore: 0n, costAfter: 0n }
}

export function addSums(to: Sums, more: Sums): void {
  to.events += more.events
  to.changed += more.changed
  to.revenueBefore += more.revenueBefore
  to.revenueAfter += more.revenueAfter
  to.costBefore += more.costBefore
  to.costAfter += more.costAfter
}

export function cellOf({ cells }: Tally, name: string, day: number): Sums {
  let days = cells.get(name)
  if (!days) {
    days = new Map()
    cells.set(name, days)
  }
  let sums = days.get(day)
  if (!sums) {
    sums = emptySums()
    days.set(day, sums)
  }
  return sums
}

/** Adds a party's change. `currency`: the unit of most changes. */
export function addParty(
  tally: Tally,
  {
    party,
    unit,
    change,
    events,
  }: { readonly party: string; readonly unit: string; readonly change: Micros; readonly events: number },
  currency: string,
): void {
  const key = unit === currency ? party : `${unit} ${party}`
  const known = tally.parties.get(key)
  if (known) {
    known.change += change
    known.events += events
    return
  }
  if (tally.parties.size >= MAX_PARTIES) dropSmallest(tally)
  tally.parties.set(key, { party, unit, change, events })
}

/** Drops the half of the parties with the smallest changes. A dropped party restarts at zero when it occurs again. */
function dropSmallest(tally: Tally): void {
  const size = ({ change }: PartyChange) => (change < 0n ? -change : change)
  const sorted = [...tally.parties].sort(([, a], [, b]) => (size(a) < size(b) ? -1 : size(a) > size(b) ? 1 : 0))
  for (const [key] of sorted.slice(0, MAX_PARTIES / 2)) tally.parties.delete(key)
  tally.partiesDropped = true
}

/** Returns the cause of a key, or the collective cause when there are too many. `terms` is called for a new cause. */
export function causeOf(tally: Tally, name: string, key: string, terms: () => readonly CauseTerm[]): Cause {
  const known = tally.causes.get(key)
  if (known) return known
  const listed = tally.causes.size < MAX_CAUSES
  const under = listed ? key : `${name}\tmore`
  const cause = tally.causes.get(under) ?? { name, terms: listed ? terms() : [], events: 0, revenue: 0n, cost: 0n }
  tally.causes.set(under, cause)
  return cause
}

export function addCause(cause: Cause, { events, revenue, cost }: Pick<Cause, 'events' | 'revenue' | 'cost'>): void {
  cause.events += events
  cause.revenue += revenue
  cause.cost += cost
}

export function addUnpriced(tally: Tally, unpriced: Unpriced): void {
  const key = `${unpriced.code} ${unpriced.name} ${unpriced.unit}`
  const known = tally.unpriced.get(key)
  if (!known) {
    tally.unpriced.set(key, { ...unpriced })
    return
  }
  known.count += unpriced.count
  known.revenue += unpriced.revenue
}

/** Adds another thread's tally. */
export function addTally(to: Tally, more: Tally, currency: string): void {
  for (const [name, days] of more.cells) for (const [day, sums] of days) addSums(cellOf(to, name, day), sums)
  for (const { party, unit, change, events } of more.parties.values())
    addParty(to, { party, unit, change, events }, currency)
  to.partiesDropped ||= more.partiesDropped
  for (const [key, cause] of more.causes)
    addCause(
      causeOf(to, cause.name, key, () => cause.terms),
      cause,
    )
  for (const unpriced of more.unpriced.values()) addUnpriced(to, unpriced)
}
