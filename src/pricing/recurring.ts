/**
 * A price per calendar period (month, quarter, year …), prorated for parts of one. A part is charged as the difference
 * of two running totals since the anchor,
 *
 *     charge(from, to) = round(price × position(to)) − round(price × position(from))
 *
 * where a position is the number of whole periods plus the elapsed fraction of the current one, counted in days or
 * seconds of the tenant's time zone. So the parts of a period add up to it exactly, however often a plan changes, and
 * the unused part is always the price less the used part.
 */
import { Temporal } from 'temporal-polyfill'
import Type, { type Static } from 'typebox'
import { checkRange, formatMicros, MICROS_PER_UNIT, type Micros } from '../money/amount.ts'
import type { Rate } from '../money/rate.ts'
import { divideTo } from '../money/round.ts'
import { Problem } from '../problem.ts'
import {
  anchorDay,
  dayCount,
  dayCount30,
  type Every,
  type Moment,
  midnight,
  periodOf,
  readMoment,
  type Schedule,
} from './calendar.ts'
import { type Attributes, compileValue, Value } from './choice.ts'
import type { Priced, PriceModel, Step } from './price.ts'
import { notNegative } from './quantity.ts'
import { compileRounding, formatExact, formatQuantity, type Rounding, RoundingTerms } from './rounding.ts'
import { step } from './steps.ts'

const Counted = Type.Union([
  Type.Literal('days'),
  Type.Literal('seconds'),
  Type.Literal('days-30'),
  Type.Literal('whole'),
])

export const RecurringTerms = Type.Object(
  {
    model: Type.Literal('recurring'),
    price: Value,
    every: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month'), Type.Literal('year')]),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 120, description: 'a quarter is 3 months' })),
    anchor: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 31,
        description: 'start day of the month, or of the week (1 is Monday)',
      }),
    ),
    proration: Type.Optional(Counted),
    rounding: Type.Optional(RoundingTerms),
  },
  { additionalProperties: false },
)
export type RecurringTerms = Static<typeof RecurringTerms>

export interface SpanInput {
  /** A day ("2026-11-23", meaning its midnight in the zone) or an instant with its offset. */
  readonly from: string
  /** Exclusive. */
  readonly to: string
  /** IANA name of the tenant's time zone: "Asia/Shanghai". */
  readonly zone: string
  /** First day of some period, such as the start of the subscription; defaults to the calendar day of the terms. */
  readonly anchor?: string
  /** Number held over the span (seats), in millionths. Defaults to one. */
  readonly quantity?: Micros
  readonly attributes?: Attributes
}

/** Position of a moment: the period `index`, of whose `whole` days or seconds `used` have elapsed. */
interface Position {
  readonly index: bigint
  readonly used: bigint
  readonly whole: bigint
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
}

export const recurring: PriceModel<typeof RecurringTerms, SpanInput> = {
  id: 'recurring',
  terms: RecurringTerms,
  compile(terms, unit) {
    const choose = compileValue(terms.price, { as: 'price', unit }, { model: 'recurring', pointer: '/price' })
    const counted = terms.proration ?? 'days'
    const rounding = compileRounding(terms.rounding, unit)
    return ({ from, to, zone, anchor, quantity = MICROS_PER_UNIT, attributes }) => {
      notNegative(quantity, 'quantity')
      const schedule = scheduleOf(terms, anchor)
      const [first, last] = [readMoment(from, zone, 'from'), readMoment(to, zone, 'to')]
      if (isAfter(first, last)) {
        throw new Problem('price_input_invalid', { field: 'to', value: `${to} is before ${from}` })
      }
      const begin = positionOf(schedule, first, counted, zone)
      const end = positionOf(schedule, last, counted, zone)
      const steps: Step[] = []
      const { rate, text, step: why } = choose(attributes)
      if (why) steps.push(why)
      const each: Rate = { numerator: rate.numerator * quantity, denominator: rate.denominator }
      const shown = quantity === MICROS_PER_UNIT ? text : formatExact(each.numerator, each.denominator, unit)
      if (quantity !== MICROS_PER_UNIT) {
        steps.push(step('quantity', { quantity: formatQuantity(quantity), price: text, unit, result: shown }))
      }
      describeSpan({ begin, end }, { each, shown, counted, unit }, steps)
      return chargeSpan({ begin, end }, each, rounding, steps)
    }
  },
}

function scheduleOf(terms: { every: Every; count?: number; anchor?: number }, anchor: string | undefined): Schedule {
  const { every, count = 1 } = terms
  if (anchor === undefined) return { every, count, anchor: anchorDay(every, terms.anchor ?? 1) }
  try {
    return { every, count, anchor: Temporal.PlainDate.from(anchor) }
  } catch {
    throw new Problem('price_input_invalid', { field: 'anchor', value: anchor.slice(0, 40) })
  }
}

function isAfter(first: Moment, last: Moment): boolean {
  const days = dayCount(first.day, last.day)
  return days === 0 ? first.seconds() > last.seconds() : days < 0
}

interface Span {
  readonly begin: Position
  readonly end: Position
}

function positionOf(
  schedule: Schedule,
  { day, seconds }: Moment,
  counted: Static<typeof Counted>,
  zone: string,
): Position {
  const { index, start, end } = periodOf(schedule, day)
  const params = { index: BigInt(index), start, end }
  if (counted === 'days-30') {
    return { ...params, used: BigInt(dayCount30(start, day)), whole: BigInt(dayCount30(start, end)) }
  }
  if (counted === 'seconds') {
    const begin = midnight(start, zone)
    return { ...params, used: seconds() - begin, whole: midnight(end, zone) - begin }
  }
  const [used, whole] = [BigInt(dayCount(start, day)), BigInt(dayCount(start, end))]
  return { ...params, used: counted === 'whole' && used > 0n ? whole : used, whole }
}

function chargeSpan({ begin, end }: Span, each: Rate, rounding: Rounding, steps: Step[]): Priced {
  const { quantum, mode, unit } = rounding
  const until = ({ index, used, whole }: Position) =>
    divideTo(each.numerator * (index * whole + used), each.denominator * whole, quantum, mode)
  const amount = checkRange(until(end) - until(begin), unit)
  const parts = (end.index * end.whole + end.used) * begin.whole - (begin.index * begin.whole + begin.used) * end.whole
  const [numerator, denominator] = [each.numerator * parts, each.denominator * begin.whole * end.whole]
  if (amount * denominator !== numerator) {
    const from = formatExact(numerator, denominator, unit)
    steps.push(step('rounded_running', { from, to: formatMicros(amount, unit), unit, mode }))
  }
  return { amount, steps }
}

interface Described {
  readonly each: Rate
  readonly shown: string
  readonly counted: Static<typeof Counted>
  readonly unit: string
}

/** Adds the steps of a span: the end of a period, whole periods, the beginning of a period. */
function describeSpan({ begin, end }: Span, { each, shown, counted, unit }: Described, steps: Step[]): void {
  const part = (position: Position, used: bigint) => {
    if (used === 0n) return
    const { whole, start, end: next } = position
    const result = formatExact(each.numerator * used, each.denominator * whole, unit)
    const params = { used: used.toString(), whole: whole.toString(), start: start.toString(), end: next.toString() }
    const code = counted === 'seconds' ? 'period_seconds' : 'period_days'
    steps.push(step(code, { ...params, price: shown, unit, result }))
  }
  if (begin.index === end.index) {
    part(begin, end.used - begin.used)
    return
  }
  const head = begin.used > 0n ? begin.whole - begin.used : 0n
  part(begin, head)
  const count = end.index - begin.index - (begin.used > 0n ? 1n : 0n)
  if (count > 0n) {
    const result = formatExact(each.numerator * count, each.denominator, unit)
    steps.push(step('periods_whole', { count: count.toString(), price: shown, unit, result }))
  }
  part(end, end.used)
}
