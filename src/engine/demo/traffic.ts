/** The traffic of a product in the demo world: how many charges, when, of what, and which of them are refunded. */

import type { Reason } from '../../charges/policy.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import type { RefundAsk } from '../../refunds/plan.ts'
import type { Curve, DemoDay } from './calendar.ts'
import type { Participants } from './participants.ts'
import type { Random } from './random.ts'

/** The world as a product sees it. */
export interface DemoWorld {
  readonly seed: number
  readonly participants: Participants
  readonly days: readonly DemoDay[]
  /** Of the mission's reference figures: a millionth is 1. */
  readonly scale: number
  /** All charges of the world. */
  readonly charges: number
  /** Users of an average month of the last year, by which digital goods are sized. */
  readonly users: number
  /** Which people pay for something in a month (YYYY-MM). */
  readonly payers: (month: string) => readonly string[]
  /** How many use the platform in a month: people, whether they pay or not, and businesses, which all may pay. */
  readonly active: (month: string) => number
}

/** One charge that is to be generated. */
export interface ChargeContext {
  readonly world: DemoWorld
  /** Its number among those of its product. */
  readonly n: number
  /** The number of the first charge of the product in this month. */
  readonly firstOfMonth: number
  /** How many of them the product has in the last year. */
  readonly yearly: number
  readonly day: DemoDay
  readonly at: Date
  readonly random: Random
  /** 0 to 1, evenly filled by the charges of the product. */
  readonly even: number
}

export interface GeneratedEvent {
  readonly event: object
  /** What it takes from a prepaid wallet, at most. */
  readonly spends?: { readonly path: string; readonly amount: Micros }
  /** What it may take from the campaign's budget, at most. */
  readonly rewards?: Micros
}

export interface RefundPattern {
  /** Of the product's charges. */
  readonly rate: number
  /** Days afterwards, from and to. */
  readonly days: readonly [number, number]
  readonly reasons: readonly (readonly [Reason, number])[]
  /** What is asked back of so many micros; the whole unless given. */
  readonly ask?: (captured: Micros, event: object, random: Random) => RefundAsk
}

export interface TrafficSource {
  readonly product: string
  /** Charges in the last year; `remainder`: all charges of the world that no other source has. At most one source may say so. */
  readonly yearly: ((world: DemoWorld) => number) | 'remainder'
  /** Indices of the days of its charges, in order, where they don't follow the curve. */
  readonly days?: (world: DemoWorld) => readonly number[]
  /** The share of a month's users that buy the product, where the world must have as many payers. */
  readonly penetration?: number
  /** Of a year against the one before: 0.25. */
  readonly growth: number
  readonly curve: Curve
  readonly generate: (context: ChargeContext) => GeneratedEvent
  readonly returns?: RefundPattern
}

/** So much of all charges of the world, and at least so many, in the last year. */
export function shareOf(share: number, least: number, growth: number): (world: DemoWorld) => number {
  const lastYear = (1 + growth) / (2 + growth)
  return ({ charges }) => Math.max(least, charges * share * lastYear)
}

const FEN = 10_000n

/** From a number of main units, rounded to the fen, at least one. */
export function cny(units: number): { amount: string; currency: 'CNY' } {
  return { amount: formatMicros(fen(units), 'CNY'), currency: 'CNY' }
}

/** Micros. */
export function fen(units: number): Micros {
  return BigInt(Math.max(1, Math.round(units * 100))) * FEN
}

/** A part between two shares of what was paid, in whole fen; the whole where that would be nothing. */
export function part(least: number, most: number): NonNullable<RefundPattern['ask']> {
  return (captured, _event, random) => {
    const percent = BigInt(Math.round(100 * (least + (most - least) * random())))
    const amount = (captured * percent) / 100n
    const whole = amount - (amount % FEN)
    return whole === 0n ? {} : { amount: whole }
  }
}

/** Sometimes a part, else the whole. */
export function sometimes(share: number, ask: NonNullable<RefundPattern['ask']>): NonNullable<RefundPattern['ask']> {
  return (captured, event, random) => (random() < share ? ask(captured, event, random) : {})
}
