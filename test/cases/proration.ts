/** Cases of proration, trials and plan changes: parts of a period, counted in days or in seconds. */
import { Temporal } from 'temporal-polyfill'
import { formatRate, ratio } from '../../src/money/rate.ts'
import { dayCount, dayCount30, readMoment } from '../../src/pricing/calendar.ts'
import { compilePrice } from '../../src/pricing/index.ts'
import { prorate } from '../../src/pricing/proration.ts'
import { compileRounding } from '../../src/pricing/rounding.ts'
import { type Adapter, type Fields, notExpressible } from './case.ts'
import { decimal, inMajor, inMinor, list, major, minor, optional, percent, share, word } from './fields.ts'

const UNIT = 'USD'
const cents = compileRounding({ to: 'minor' }, UNIT)

/** Returns used/whole of an amount, rounded to the cent. */
export function part(amount: bigint, used: bigint, whole: bigint): bigint {
  return prorate(amount, used, whole, cents).amount
}

/** Returns the tax on an amount, rounded to the cent. */
export function tax(amount: bigint, rate: string): bigint {
  return compilePrice({ model: 'percentage', rate, rounding: { to: 'minor' } }, UNIT).price({ amount }).amount
}

export interface Period {
  readonly start: Temporal.PlainDate
  /** Exclusive. */
  readonly end: Temporal.PlainDate
}

export function day(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return notExpressible(`"${text}" is not a day`)
  }
}

/** Reads a period written as [start, end], whose end may be marked as inclusive. */
export function periodOf(fields: Fields, name: string): Period {
  const [start, end] = list(fields, name).map(String)
  if (!start || !end) return notExpressible(`"${name}" has no two days`)
  const last = day(end.slice(0, 10))
  return { start: day(start.slice(0, 10)), end: /inclusive/.test(end) ? last.add({ days: 1 }) : last }
}

/**
 * Prices the days between two dates, given the price of a period. A period of whole months is priced by month, any
 * other by day.
 */
export function spanPrice(
  amount: bigint,
  { start, end }: Period,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): bigint {
  const { months } = start.until(end, { largestUnit: 'month' })
  if (months === 0 || !start.add({ months }).equals(end)) {
    return part(amount, BigInt(dayCount(from, to)), BigInt(dayCount(start, end)))
  }
  const terms = { model: 'recurring', price: inMajor(amount), every: 'month', count: months, rounding: { to: 'minor' } }
  const span = { from: from.toString(), to: to.toString(), zone: 'UTC', anchor: start.toString() }
  return compilePrice(terms, UNIT).price(span).amount
}

const calendarStart: Adapter = (fields) => {
  const period = periodOf(fields, 'period')
  const net = spanPrice(minor(decimal(fields, 'plan_minor')), period, day(word(fields, 'start')), period.end)
  const rate = optional(fields, 'tax_pct')
  return { amount: inMinor(net + (rate === undefined ? 0n : tax(net, percent(rate)))) }
}

const trueUpOnTermination: Adapter = (fields) => {
  const [used, whole] = share(word(fields, 'days'))
  const committed = part(minor(decimal(fields, 'charge_min_minor')), used, whole)
  const usage = minor(decimal(fields, 'usage_minor'))
  const fees = committed > usage ? committed : usage
  return {
    amount: inMinor(fees - usage),
    fees: inMinor(fees),
    tax: inMinor(tax(fees, percent(decimal(fields, 'tax_pct')))),
  }
}

const trial: Adapter = (fields) => {
  const start = day(`${word(fields, 'month')}-01`)
  const paid = day(word(fields, 'start')).add({ days: Number(decimal(fields, 'trial_days')) })
  const { price } = compilePrice(
    {
      model: 'recurring',
      price: inMajor(minor(decimal(fields, 'plan_minor'))),
      every: 'month',
      rounding: { to: 'minor' },
    },
    UNIT,
  )
  const to = start.add({ months: 1 })
  const from = Temporal.PlainDate.compare(paid, to) < 0 ? paid : to
  return { amount: inMinor(price({ from: from.toString(), to: to.toString(), zone: 'UTC' }).amount) }
}

const shareOfUnits: Adapter = (fields) => {
  const [used, whole] = share(word(fields, 'ratio'))
  const amount = (minor(decimal(fields, 'unit_minor')) * major(optional(fields, 'units') ?? '1')) / 1_000_000n
  return { amount: inMinor(part(amount, used, whole)) }
}

const shareOfPlan: Adapter = (fields) => {
  const [used, whole] = share(word(fields, fields.days === undefined ? 'ratio' : 'days'))
  return { amount: inMinor(part(minor(decimal(fields, 'plan_minor')), used, whole)) }
}

/** The day of termination is charged, so the span ends on the day after. */
const terminated: Adapter = (fields) => {
  const period = periodOf(fields, 'period')
  const [from, last] = [day(word(fields, 'started')), day(word(fields, 'terminated'))]
  return { amount: inMinor(spanPrice(minor(decimal(fields, 'plan_minor')), period, from, last.add({ days: 1 }))) }
}

const daysHalfOpen: Adapter = (fields) => {
  const { start, end } = periodOf(fields, 'period')
  const days = dayCount(day(word(fields, 'start')), day(word(fields, 'end')))
  return { amount: formatRate(ratio(BigInt(days), BigInt(dayCount(start, end)))) }
}

const fixedDays: Adapter = (fields) => {
  const whole = decimal(fields, 'fixed_days')
  if (whole !== '30') return notExpressible(`months of ${whole} fixed days: the engine knows 30`)
  const days = dayCount30(day(word(fields, 'start')), day(word(fields, 'end')))
  return { amount: formatRate(ratio(BigInt(days), BigInt(whole))) }
}

const fixedDaysMoney: Adapter = (fields) => {
  const [amount, whole] = [major(decimal(fields, 'price')), BigInt(decimal(fields, 'fixed_days'))]
  const days = list(fields, 'days').map((n) => BigInt(String(n)))
  return { amount: days.map((used) => inMajor(part(amount, used, whole))) }
}

/** Returns [credit for the old price, charge for the new price, their sum] for the remaining share of the period. */
function change(before: string, after: string, used: bigint, whole: bigint): string[] {
  const [credit, charge] = [part(major(before), used, whole), part(major(after), used, whole)]
  return [inMajor(-credit), inMajor(charge), inMajor(charge - credit)]
}

const dayInclusive: Adapter = (fields) => {
  const prices = /([\d.]+)\s*->\s*([\d.]+)/.exec(word(fields, 'change'))
  if (!prices) return notExpressible('the change is prose')
  const [used, whole] = share(word(fields, 'ratio'))
  return { amount: change(prices[1]!, prices[2]!, used, whole) }
}

const changeAtShare: Adapter = (fields, given) => {
  const [used, whole] = share(word(fields, 'at'))
  const figures = change(decimal(fields, 'old'), decimal(fields, 'new'), used, whole)
  const { expected } = given
  const many = Array.isArray((expected as Fields | null)?.amount)
  return { amount: many ? figures : figures[2]! }
}

const secondsRemaining: Adapter = (fields) => {
  const [before, after] = /^([my])-([my])/.exec(word(fields, 'case'))?.slice(1) ?? []
  if (!before || !after) return notExpressible('the intervals are not told as m-m, m-y …')
  const [anchor, from, zone] = [word(fields, 'cycle_start'), word(fields, 'update'), word(fields, 'tz')]
  const left = (amount: bigint, interval: string) => {
    const every = interval === 'm' ? 'month' : 'year'
    const terms = { model: 'recurring', price: inMajor(amount), every, proration: 'seconds', rounding: { to: 'minor' } }
    const to = day(anchor).add(interval === 'm' ? { months: 1 } : { years: 1 })
    return compilePrice(terms, UNIT).price({ from, to: to.toString(), zone, anchor }).amount
  }
  const [old, next] = [minor(decimal(fields, 'old_minor')), minor(decimal(fields, 'new_minor'))]
  // A change of interval starts a new period, which is charged in full.
  return { amount: [inMinor(left(old, before)), inMinor(before === after ? left(next, after) : next)] }
}

const calendarDays: Adapter = (fields) => {
  const zone = word(fields, 'tz')
  const [from, to] = ['start', 'end'].map((name) => readMoment(word(fields, name), zone, name).day)
  return { amount: String(dayCount(from!, to!)) }
}

export const prorationAdapters: Readonly<Record<string, Adapter>> = {
  calendar_start: calendarStart,
  true_up_on_termination: trueUpOnTermination,
  trial,
  units_rounded_too_early: shareOfUnits,
  downgrade_to_yearly: shareOfPlan,
  upgrade: shareOfPlan,
  quarter_terminated: terminated,
  period_terminated: terminated,
  days_half_open: daysHalfOpen,
  fixed_days: fixedDays,
  fixed_days_money: fixedDaysMoney,
  day_inclusive: dayInclusive,
  seconds_remaining: secondsRemaining,
  seconds: changeAtShare,
  half: changeAtShare,
  calendar_days_across_dst: calendarDays,
}
