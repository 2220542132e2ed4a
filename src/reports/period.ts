/**
 * The period of a report: days in the tenant's time zone, half-open. Days in the future are excluded from averages and
 * comparisons: the current month until today is compared with the same days of the month before.
 */
import { Temporal } from 'temporal-polyfill'
import type { TenantQueryable } from '../db/connect.ts'
import type { Rate } from '../money/rate.ts'
import { dayCount } from '../pricing/calendar.ts'
import { Problem } from '../problem.ts'
import type { DayRange } from '../rollups/read.ts'

export interface ReportPeriod extends DayRange {
  readonly timeZone: string
  /** Today in that zone, by the database's clock. */
  readonly today: string
  /** Number of days that have begun. */
  readonly days: number
  /** The same in months: whole months, and the rest as a fraction by the days of its month. */
  readonly months: Rate
  /** The whole calendar months touched by the part that has begun, used for figures counted by month. */
  readonly touched: DayRange
  /**
   * The period of equal length immediately before, and the same period a year earlier. Both only for the part that has
   * begun.
   */
  readonly previous: DayRange
  readonly yearBefore: DayRange
}

const LONGEST_DAYS = 3_660

/** @throws Problem `report_period_invalid`. */
export async function readPeriod(tx: TenantQueryable, range: DayRange): Promise<ReportPeriod> {
  const [from, to] = [dayOf(range.from), dayOf(range.to)]
  const length = dayCount(from, to)
  if (length < 1 || length > LONGEST_DAYS) throw invalid(`${range.from} to ${range.to}`)
  const [row] = await tx.query<{ timeZone: string; today: string }>(
    `SELECT time_zone AS "timeZone", (now() AT TIME ZONE time_zone)::date::text AS today FROM tenant WHERE id = $1`,
    [tx.tenant],
  )
  return { ...row!, ...periodOf(from, to, Temporal.PlainDate.from(row!.today)) }
}

/** Computes the derived ranges of a period. Pure. */
export function periodOf(from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate) {
  const tomorrow = today.add({ days: 1 })
  const ended = dayCount(to, tomorrow) >= 0 ? to : tomorrow
  const end = dayCount(from, ended) > 0 ? ended : from
  const first = from.with({ day: 1 })
  const last = dayCount(from, end) > 0 ? end.subtract({ days: 1 }) : from
  const whole = from.day === 1 && to.day === 1
  const back = whole ? { months: (to.year - from.year) * 12 + to.month - from.month } : { days: dayCount(from, to) }
  const before = (duration: Temporal.DurationLike): DayRange => ({
    from: from.subtract(duration).toString(),
    to: end.subtract(duration).toString(),
  })
  return {
    from: from.toString(),
    to: to.toString(),
    days: dayCount(from, end),
    months: monthsBetween(from, end),
    touched: { from: first.toString(), to: last.with({ day: 1 }).add({ months: 1 }).toString() },
    previous: before(back),
    yearBefore: before({ years: 1 }),
  }
}

function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Rate {
  const { years, months, days } = from.until(to, { largestUnit: 'years' })
  const whole = years * 12 + months
  if (days === 0) return { numerator: BigInt(whole), denominator: 1n }
  const begins = from.add({ months: whole })
  const length = dayCount(begins, begins.add({ months: 1 }))
  return { numerator: BigInt(whole * length + days), denominator: BigInt(length) }
}

/** Returns the first day of each month of a range. */
export function monthsOf({ from, to }: DayRange): string[] {
  const months: string[] = []
  const end = dayOf(to)
  for (let month = dayOf(from).with({ day: 1 }); dayCount(month, end) > 0; month = month.add({ months: 1 })) {
    months.push(month.toString())
  }
  return months
}

/** Parses a calendar day. @throws Problem `report_period_invalid`. */
export function dayOf(text: string): Temporal.PlainDate {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) throw invalid(text)
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw invalid(text)
  }
}

function invalid(value: string): Problem {
  return new Problem('report_period_invalid', { value: value.slice(0, 60), days: LONGEST_DAYS })
}
