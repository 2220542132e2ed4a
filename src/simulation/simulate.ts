/**
 * Simulates another rate card: the charges of a past period are priced again and compared; nothing is posted.
 *
 * Revenue is what components transfer to platform/revenue less all refunds to date, on the day (in the tenant's time
 * zone) on which the charge took effect. Under the other card a refund covers the same fraction. Costs, which
 * components debit from platform/cost, are reported separately. Contracts remain in force: their terms are applied on
 * top of the new card.
 */

import type { RateCard } from '../catalog/rate-card.ts'
import { compileCard } from '../catalog/terms.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { lines } from '../lines/index.ts'
import type { Micros } from '../money/amount.ts'
import type { Job } from './messages.ts'
import { type Moment, PAGE, type PastPage, pastPages, prepareToRead, readKnown, readPeriod } from './past-events.ts'
import { defaultThreads, localPricer, type PagePricer, threadPricer } from './pricers.ts'
import {
  addSums,
  addTally,
  type Cause,
  emptySums,
  emptyTally,
  type PartyChange,
  type Sums,
  type Tally,
  type Unpriced,
} from './tally.ts'

export interface SimulationAsk {
  readonly card: RateCard
  /** Inclusive. */
  readonly from: Moment
  /** Exclusive. */
  readonly to: Moment
  /** Maximum number of parties and causes to list. */
  readonly top?: number
}

export interface SimulationProgress {
  readonly events: number
  /** Progress, 0 to 1. */
  readonly share: number
}

export interface SimulationOptions {
  readonly progress?: (progress: SimulationProgress) => void
  /** Aborts the simulation with the reason of the signal. */
  readonly signal?: AbortSignal
  /** Number of pricing threads; 0: only the caller's. Default: by the number of cores, 0 for few events. */
  readonly threads?: number
}

interface Row extends Sums {
  readonly line: string
  readonly product: string
  /** YYYY-MM-DD in the tenant's time zone. */
  readonly day: string
}

export interface Simulation {
  readonly currency: string
  readonly timeZone: string
  readonly from: Date
  readonly to: Date
  /** Events of the period, whether or not they could be compared. */
  readonly events: number
  readonly total: Sums
  readonly lines: readonly (Sums & Pick<Row, 'line'>)[]
  readonly products: readonly (Sums & Pick<Row, 'line' | 'product'>)[]
  readonly days: readonly (Sums & Pick<Row, 'day'>)[]
  /** By line, product and day. */
  readonly rows: readonly Row[]
  readonly gain: readonly PartyChange[]
  readonly lose: readonly PartyChange[]
  /** False: there were more parties than are held in memory, so small changes of some are missing. */
  readonly partiesExact: boolean
  readonly causes: readonly Cause[]
  readonly unpriced: readonly (Omit<Unpriced, 'revenue'> & { readonly revenue: Micros })[]
}

const TOP = 10
/** Pages assigned to a thread: one in progress, one queued. */
const PAGES_PER_PRICER = 2

/** @throws Problem `rate_card_invalid` with every field that is wrong. */
export async function simulate(
  db: TenantDatabase,
  ask: SimulationAsk,
  options: SimulationOptions = {},
): Promise<Simulation> {
  // Compiled first, so that an invalid card is refused before anything is read.
  compileCard(lines, { version: 0, card: ask.card })
  return db.transaction(
    async (tx) => {
      await prepareToRead(tx)
      const period = await readPeriod(tx, ask.from, ask.to)
      const { from, to, timeZone, days, begins } = period
      const tally = await priceAll(tx, { card: ask.card, begins }, pastPages(tx, period), options)
      return { from, to, timeZone, currency: ask.card.currency, ...summarize(tally, days, ask.top ?? TOP) }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function priceAll(
  tx: TenantQueryable,
  job: Job,
  pages: AsyncGenerator<PastPage>,
  { progress, signal, threads = defaultThreads() }: SimulationOptions,
): Promise<Tally> {
  const tally = emptyTally()
  const pricers: PagePricer[] = []
  const lookUp = (wanted: Parameters<typeof readKnown>[1]) => readKnown(tx, wanted)
  const free: PagePricer[] = []
  const underWay = new Set<Promise<void>>()
  let [events, furthest] = [0, 0]
  try {
    for await (const { groups, count, share } of pages) {
      signal?.throwIfAborted()
      if (pricers.length === 0) {
        const threadCount = count === PAGE ? threads : 0
        for (let n = 0; n < threadCount; n += 1) pricers.push(threadPricer(job, lookUp))
        if (threadCount === 0) pricers.push(localPricer(job, lookUp))
        for (let n = 0; n < PAGES_PER_PRICER; n += 1) free.push(...pricers)
      }
      while (free.length === 0) await Promise.race(underWay)
      const pricer = free.shift()!
      const work = pricer.price(groups).then(() => {
        underWay.delete(work)
        free.push(pricer)
        events += count
        furthest = Math.max(furthest, share)
        progress?.({ events, share: furthest })
      })
      work.catch(() => {})
      underWay.add(work)
    }
    await Promise.all(underWay)
    for (const each of await Promise.all(pricers.map((pricer) => pricer.finish())))
      addTally(tally, each, job.card.currency)
    signal?.throwIfAborted()
    return tally
  } finally {
    await Promise.all(pricers.map((pricer) => pricer.stop()))
  }
}

type Summary = Omit<Simulation, 'currency' | 'timeZone' | 'from' | 'to'>

function summarize(tally: Tally, dayNames: readonly string[], top: number): Summary {
  const rows = [...tally.cells].flatMap(([name, days]) => {
    const [line, product] = name.split('/') as [string, string]
    return [...days].map(([day, sums]): Row => ({ line, product, day: dayNames[day]!, ...sums }))
  })
  rows.sort((a, b) => compare(a.line, b.line) || compare(a.product, b.product) || compare(a.day, b.day))
  const total = emptySums()
  for (const row of rows) addSums(total, row)
  const unpriced = [...tally.unpriced.values()].sort((a, b) => b.count - a.count)
  const parties = [...tally.parties.values()].sort((a, b) => compare(a.change, b.change) || compare(a.party, b.party))
  const causes = [...tally.causes.values()].sort(
    (a, b) => compare(size(b.revenue), size(a.revenue)) || b.events - a.events || compare(a.name, b.name),
  )
  return {
    events: unpriced.reduce((sum, { count }) => sum + count, total.events),
    total,
    lines: grouped(rows, ({ line }) => ({ line })),
    products: grouped(rows, ({ line, product }) => ({ line, product })),
    days: grouped(rows, ({ day }) => ({ day })).sort((a, b) => compare(a.day, b.day)),
    rows,
    lose: largest(parties, top, ({ change }) => change < 0n),
    gain: largest(parties.reverse(), top, ({ change }) => change > 0n),
    partiesExact: !tally.partiesDropped,
    causes: causes.slice(0, top),
    unpriced,
  }
}

/** Returns the first `top` of each unit, because amounts of different units can't be compared. */
function largest(sorted: readonly PartyChange[], top: number, of: (party: PartyChange) => boolean): PartyChange[] {
  const units = Map.groupBy(sorted.filter(of), ({ unit }) => unit)
  return [...units.values()].flatMap((parties) => parties.slice(0, top))
}

function grouped<Key extends object>(rows: readonly Row[], keyOf: (row: Row) => Key): (Sums & Key)[] {
  const groups = new Map<string, Sums & Key>()
  for (const row of rows) {
    const key = keyOf(row)
    const text = JSON.stringify(key)
    const group = groups.get(text) ?? { ...key, ...emptySums() }
    addSums(group, row)
    groups.set(text, group)
  }
  return [...groups.values()]
}

function size(amount: Micros): Micros {
  return amount < 0n ? -amount : amount
}

function compare<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
