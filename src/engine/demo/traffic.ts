/** The traffic of a product in the demo world: number, time and content of its charges, and which are refunded. */

import type { Reason } from '../../charges/policy.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import type { RefundAsk } from '../../refunds/plan.ts'
import type { Curve, DemoDay } from './calendar.ts'
import type { Participants } from './participants.ts'
import type { Random } from './random.ts'

/** The parts of the demo world that products generate their charges from. */
export interface DemoWorld {
  readonly seed: number
  readonly participants: Participants
  readonly days: readonly DemoDay[]
  /** Factor by which reference figures are scaled; 1 is a millionth of them. */
  readonly scale: number
  /** All charges of the world. */
  readonly charges: number
  /** Users in an average month of the last year, which determines the volume of digital goods. */
  readonly users: number
  /** People who pay for something in a month (YYYY-MM). */
  readonly payers: (month: string) => readonly string[]
  /** Active users of a month: people, paying or not, and businesses, all of which can pay. */
  readonly active: (month: string) => number
}

/** A charge to generate. */
export interface ChargeContext {
  readonly world: DemoWorld
  /** Its index among the charges of the product. */
  readonly n: number
  /** Index of the product's first charge in this month. */
  readonly firstOfMonth: number
  /** Number of the product's charges in the last year. */
  readonly yearly: number
  readonly day: DemoDay
  readonly at: Date
  readonly random: Random
  /** 0 to 1, evenly distributed over the charges of the product. */
  readonly even: number
}

export interface GeneratedEvent {
  readonly event: object
  /** Maximum amount taken from a prepaid wallet. */
  readonly spends?: { readonly path: string; readonly amount: Micros }
  /** Maximum amount taken from the campaign's budget. */
  readonly rewards?: Micros
}

export interface RefundPattern {
  /** Share of the product's charges. */
  readonly rate: number
  /** Days after the charge, from and to. */
  readonly days: readonly [number, number]
  readonly reasons: readonly (readonly [Reason, number])[]
  /** The request for a refund of the captured micros; defaults to the whole. */
  readonly ask?: (captured: Micros, event: object, random: Random) => RefundAsk
}

export interface TrafficSource {
  readonly product: string
  /**
   * Charges in the last year; `remainder`: all charges of the world that no other source produces. At most one source
   * can be the remainder.
   */
  readonly yearly: ((world: DemoWorld) => number) | 'remainder'
  /** Indices of the days of its charges, in order, if they do not follow the curve. */
  readonly days?: (world: DemoWorld) => readonly number[]
  /** Share of a month's users that buy the product, if the world must have that many payers. */
  readonly penetration?: number
  /** Growth of a year over the previous one, for example 0.25. */
  readonly growth: number
  readonly curve: Curve
  readonly generate: (context: ChargeContext) => GeneratedEvent
  readonly returns?: RefundPattern
}

/** A share of all charges of the world in the last year, with a minimum. */
export function shareOf(share: number, least: number, growth: number): (world: DemoWorld) => number {
  const lastYear = (1 + growth) / (2 + growth)
  return ({ charges }) => Math.max(least, charges * share * lastYear)
}

const FEN = 10_000n

/** Returns an amount in CNY for a number of yuan, rounded to the fen, at least one fen. */
export function cny(units: number): { amount: string; currency: 'CNY' } {
  return { amount: formatMicros(fen(units), 'CNY'), currency: 'CNY' }
}

/** Returns the micros of a number of yuan, rounded to the fen, at least one fen. */
export function fen(units: number): Micros {
  return BigInt(Math.max(1, Math.round(units * 100))) * FEN
}

/** A random part between two shares of the paid amount, in whole fen; the whole if the part would be zero. */
export function part(least: number, most: number): NonNullable<RefundPattern['ask']> {
  return (captured, _event, random) => {
    const percent = BigInt(Math.round(100 * (least + (most - least) * random())))
    const amount = (captured * percent) / 100n
    const whole = amount - (amount % FEN)
    return whole === 0n ? {} : { amount: whole }
  }
}

/** Sometimes a part, otherwise the whole. */
export function sometimes(share: number, ask: NonNullable<RefundPattern['ask']>): NonNullable<RefundPattern['ask']> {
  return (captured, event, random) => (random() < share ? ask(captured, event, random) : {})
}
