/** The plan of the demo world: the charges of each day. Pure: the same settings yield the same charges. */

import { type DemoDay, daysUntil, WORLD_DAYS, YEAR_DAYS } from '../engine/demo/calendar.ts'
import { type Participants, participantsOf } from '../engine/demo/participants.ts'
import { between, evenly, type Random, randomFor, sample, weighted } from '../engine/demo/random.ts'
import type { DemoWorld, GeneratedEvent, TrafficSource } from '../engine/demo/traffic.ts'
import type { BillableEvent } from '../engine/engine.ts'
import { lines } from '../lines/index.ts'
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { RefundAsk } from '../refunds/plan.ts'

export interface DemoSettings {
  readonly seed: number
  /**
   * Total number of charges; with {@link FULL} the world has the proportions of the reference figures at a millionth.
   */
  readonly charges: number
  /** End of the world. */
  readonly until: Date
  /** IANA name, of the tenant. */
  readonly timeZone: string
}

export const FULL = 300_000
export const MIN_CHARGES = 4_000
const MAX_CHARGES = 2_000_000
const PEOPLE = 1_250
const MIN_PEOPLE = 30
const PEOPLE_GROWTH = 1.12
/** Share of the people of a month who pay for something. */
const PAYING = 0.65
/** Maximum number of companies that buy a service at a time, in the full world and in the smallest. */
const COMPANIES = 40
const MIN_COMPANIES = 12

interface PlannedRefund {
  /** Index of its day. */
  readonly day: number
  readonly at: Date
  readonly reason: string
  readonly ask: (captured: Micros) => RefundAsk
}

export interface PlannedCharge {
  /** Unique within the world. */
  readonly key: string
  readonly of: BillableEvent
  readonly at: Date
  /** Receipt number. */
  readonly reference: string
  readonly spends: GeneratedEvent['spends']
  readonly rewards: Micros
  readonly refund: PlannedRefund | undefined
}

interface Row {
  readonly line: string
  readonly source: TrafficSource
  /** By day, the number of its first charge; one more entry at the end. */
  readonly starts: Int32Array
  readonly yearly: number
  readonly offset: number
}

export class Schedule {
  readonly world: DemoWorld
  /** IANA name, of the tenant. */
  readonly timeZone: string
  readonly #rows: readonly Row[]

  /** @throws Problem `demo_size_invalid`. */
  constructor({ seed, charges, until, timeZone }: DemoSettings) {
    checkSize(charges)
    this.timeZone = timeZone
    this.world = sceneOf(seed, charges, daysUntil(until, timeZone))
    const sources = lines.all.flatMap(({ id, demo }) => demo.traffic.map((source) => ({ line: id, source })))
    const rows = sources.filter(({ source }) => source.yearly !== 'remainder').map((each) => rowOf(each, this.world))
    const left = charges - rows.reduce((sum, { starts }) => sum + starts[WORLD_DAYS]!, 0)
    const rest = sources.filter(({ source }) => source.yearly === 'remainder')
    this.#rows = [...rows, ...rest.map((each) => rowOf(each, this.world, left))]
  }

  get days(): readonly DemoDay[] {
    return this.world.days
  }

  /** Returns the number of charges before this day; for a day beyond the last, all. */
  before(day: number): number {
    return this.#rows.reduce((sum, { starts }) => sum + starts[Math.min(day, WORLD_DAYS)]!, 0)
  }

  /** Returns the charges of a day in chronological order. */
  traffic(day: DemoDay): PlannedCharge[] {
    const made = this.#rows.flatMap((row) => {
      const [from, to] = [row.starts[day.index]!, row.starts[day.index + 1]!]
      return Array.from({ length: to - from }, (_, i) => this.#charge(row, from + i, day))
    })
    made.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1))
    const digits = day.date.replaceAll('-', '')
    return made.map((charge, i) => ({ ...charge, reference: `R${digits}-${String(i + 1).padStart(5, '0')}` }))
  }

  #charge({ line, source, starts, yearly, offset }: Row, n: number, day: DemoDay): Omit<PlannedCharge, 'reference'> {
    const { world } = this
    const { product } = source
    const random = randomFor(world.seed, `${line}/${product} ${n}`)
    const at = new Date(day.start + Math.floor(day.length * hour(random)))
    const even = evenly(n, offset)
    const firstOfMonth = starts[Math.max(0, day.index - day.day + 1)]!
    const { event, spends, rewards = 0n } = source.generate({ world, n, firstOfMonth, yearly, day, at, random, even })
    return {
      key: `${line}/${product} ${n}`,
      of: { line, product, event },
      at,
      spends,
      rewards,
      refund: refundOf(source, world, { n, offset, at, event, random }),
    }
  }
}

/** @throws Problem `demo_size_invalid`. */
export function checkSize(charges: number): void {
  if (Number.isInteger(charges) && charges >= MIN_CHARGES && charges <= MAX_CHARGES) return
  throw new Problem('demo_size_invalid', { value: String(charges), min: MIN_CHARGES, max: MAX_CHARGES })
}

/** Returns a time of day between 7:00 and 23:00 as a fraction, most often in the afternoon. */
function hour(random: Random): number {
  return (7 + 8 * (random() + random())) / 24
}

interface Charged {
  readonly n: number
  readonly offset: number
  readonly at: Date
  readonly event: object
  readonly random: Random
}

/** Returns the refund of a charge, if any. Refunded charges are spread evenly, so that each product has its rate. */
function refundOf({ returns }: TrafficSource, world: DemoWorld, charged: Charged): PlannedRefund | undefined {
  if (!returns) return undefined
  const { n, offset, at, event, random } = charged
  // A different sequence than that of the sizes, as otherwise only charges of one size would be refunded.
  if ((offset * 7 + n * Math.SQRT2) % 1 >= returns.rate) return undefined
  const [least, most] = returns.days
  const later = between(random, least, most) * 86_400_000 + (0.5 + 9 * random()) * 3_600_000
  const back = new Date(at.getTime() + Math.floor(later))
  const reason = weighted(random, returns.reasons)
  const day = world.days.findLast(({ start }) => start <= back.getTime())!
  if (back.getTime() > day.start + day.length) return undefined
  return { day: day.index, at: back, reason, ask: (captured) => returns.ask?.(captured, event, random) ?? {} }
}

function sceneOf(seed: number, charges: number, days: readonly DemoDay[]): DemoWorld {
  const scale = charges / FULL
  const average = Math.max(MIN_PEOPLE, Math.round(PEOPLE * scale))
  const firsts = new Map(days.map(({ month, index }) => [month, index] as const).reverse())
  // Grows over the world's duration and has the given average in the last year.
  const people = (month: string) =>
    Math.round(average * PEOPLE_GROWTH ** ((firsts.get(month)! - 1.5 * YEAR_DAYS) / YEAR_DAYS))
  const participants = participantsOf(seed, Math.max(...[...firsts.keys()].map(people)))
  const businesses = businessesOf(participants, scale)
  const active = (month: string) => people(month) + businesses
  const penetration = Math.max(0, ...lines.all.flatMap(({ demo }) => demo.traffic.map((each) => each.penetration ?? 0)))
  const known = new Map<string, readonly string[]>()
  const payers = (month: string) => {
    const found = known.get(month)
    if (found) return found
    const all = people(month)
    // Businesses weigh more in a small world: ensure enough people for the most widely bought product.
    const count = Math.max(Math.round(all * PAYING), Math.ceil(active(month) * penetration) + 1)
    const some = sample(randomFor(seed, `payers ${month}`), participants.users.slice(0, all), count).sort()
    known.set(month, some)
    return some
  }
  return { seed, participants, days, scale, charges, users: average + businesses, payers, active }
}

/** Returns at least the number of businesses that pay in any month, so that every payer is a user. */
function businessesOf({ advertisers, developers, carriers, sellers }: Participants, scale: number): number {
  const companies = Math.max(MIN_COMPANIES, Math.round(COMPANIES * Math.min(1, scale)))
  return advertisers.length + developers.length + carriers.length + sellers.length + companies
}

/** Plans a traffic source. `remainder`: the charges of both years for the source that takes the remaining ones. */
function rowOf({ line, source }: Pick<Row, 'line' | 'source'>, world: DemoWorld, remainder = 0): Row {
  const { growth } = source
  const offset = randomFor(world.seed, `${line}/${source.product}`)()
  const yearly = source.yearly === 'remainder' ? (remainder * (1 + growth)) / (2 + growth) : source.yearly(world)
  if (source.days) return { line, source, offset, yearly, starts: countUp(source.days(world)) }
  const last = Math.max(1, Math.round(yearly))
  const first = source.yearly === 'remainder' ? remainder - last : Math.max(1, Math.round(yearly / (1 + growth)))
  return { line, source, offset, yearly: last, starts: spread(source, world.days, first, last) }
}

function countUp(days: readonly number[]): Int32Array {
  const starts = new Int32Array(WORLD_DAYS + 1)
  for (const day of days) starts[day + 1]! += 1
  for (let day = 0; day < WORLD_DAYS; day += 1) starts[day + 1]! += starts[day]!
  return starts
}

/** Spreads the charges of each of the two years by the curve and the growth through the year. */
function spread({ curve, growth }: TrafficSource, days: readonly DemoDay[], first: number, last: number): Int32Array {
  const starts = new Int32Array(WORLD_DAYS + 1)
  for (const [year, count] of [first, last].entries()) {
    const own = days.slice(year * YEAR_DAYS, (year + 1) * YEAR_DAYS)
    const weights = own.map(
      (day) => curve(day) * (1 + growth) ** (day.index / YEAR_DAYS) * Math.min(1, day.length / 86_400_000),
    )
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    const before = starts[year * YEAR_DAYS]!
    let reached = 0
    for (const [i, weight] of weights.entries()) {
      reached += weight
      starts[own[i]!.index + 1] = before + Math.round((count * reached) / whole)
    }
  }
  return starts
}
