/**
 * Billing periods on a calendar, in a time zone. The n-th boundary is always computed from the anchor, never from the
 * previous boundary: a subscription of 31 January renews on 28 February and then on 31 March. Periods cover time
 * without gaps or overlaps, for any anchor, zone and daylight saving change.
 */
import { Temporal } from 'temporal-polyfill'
import { Problem } from '../problem.ts'

export type Every = 'day' | 'week' | 'month' | 'year'

export interface Schedule {
  readonly every: Every
  /** A quarter is every 3 months. */
  readonly count: number
  /** The first day of some period. */
  readonly anchor: Temporal.PlainDate
}

export interface BillingPeriod {
  /** Relative to the anchor: period 0 begins there, period −1 ends there. */
  readonly index: number
  readonly start: Temporal.PlainDate
  /** First day of the next period. */
  readonly end: Temporal.PlainDate
}

/** Returns the first day of the period with this index. */
export function boundary({ every, count, anchor }: Schedule, index: number): Temporal.PlainDate {
  const steps = index * count
  if (every === 'month') return anchor.add({ months: steps })
  if (every === 'year') return anchor.add({ years: steps })
  return anchor.add({ days: every === 'week' ? steps * 7 : steps })
}

/** Returns the period that contains a day. */
export function periodOf(schedule: Schedule, day: Temporal.PlainDate): BillingPeriod {
  let index = Math.floor(roughly(schedule, day) / schedule.count)
  let start = boundary(schedule, index)
  while (dayCount(start, day) < 0) start = boundary(schedule, --index)
  let end = boundary(schedule, index + 1)
  while (dayCount(end, day) >= 0) {
    start = end
    index += 1
    end = boundary(schedule, index + 1)
  }
  return { index, start, end }
}

function roughly({ every, anchor }: Schedule, day: Temporal.PlainDate): number {
  const months = (day.year - anchor.year) * 12 + day.month - anchor.month
  if (every === 'month') return months
  if (every === 'year') return Math.floor(months / 12)
  const days = dayCount(anchor, day)
  return every === 'week' ? Math.floor(days / 7) : days
}

/** Returns a day that matches a calendar anchor: the 1st to 31st of a month, Monday (1) to Sunday (7) of a week. */
export function anchorDay(every: Every, day: number): Temporal.PlainDate {
  // 1 January 2001 was a Monday, and January has 31 days.
  return Temporal.PlainDate.from({ year: 2001, month: 1, day: every === 'week' ? Math.min(day, 7) : day })
}

/** Returns the calendar days between two days, excluding the second; a day of 23 or 25 hours is one day. */
export function dayCount(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * Returns the days since 1 March of the year 0, in integer arithmetic. Years begin in March, so that the leap day comes
 * last.
 */
function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1
}

/**
 * Returns the days between two days in months of 30 days: the 31st counts as the 30th, as in the convention 30E/360.
 */
export function dayCount30(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const place = (day: Temporal.PlainDate) => day.year * 360 + day.month * 30 + Math.min(day.day, 30)
  return place(to) - place(from)
}

/** A moment: its day in the zone, and whole seconds since 1970, computed on demand. */
export interface Moment {
  readonly day: Temporal.PlainDate
  readonly seconds: () => bigint
}

/**
 * Parses a moment: a day ("2026-11-23", meaning its midnight in the zone) or an instant ("2026-11-23T08:00:00Z").
 * @throws Problem `price_input_invalid`.
 */
export function readMoment(text: string, zone: string, field: string): Moment {
  try {
    checkZone(zone)
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
      return { day, seconds: () => midnight(day, zone) }
    }
    const moment = Temporal.Instant.from(text)
    const day = moment.toZonedDateTimeISO(zone).toPlainDate()
    return { day, seconds: () => BigInt(Math.floor(moment.epochMilliseconds / 1000)) }
  } catch {
    throw new Problem('price_input_invalid', { field, value: `${text.slice(0, 40)} (${zone.slice(0, 40)})` })
  }
}

/**
 * Returns the start of a day in a zone as seconds since 1970; if the clock skips midnight, the first moment of the day.
 */
export function midnight(day: Temporal.PlainDate, zone: string): bigint {
  return BigInt(Math.floor(day.toZonedDateTime(zone).epochMilliseconds / 1000))
}

const zones = new Set<string>()

/** Checks a time zone. @throws RangeError unless it is an IANA name or an offset. */
function checkZone(zone: string): void {
  if (zones.has(zone)) return
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  if (zones.size < 1_000) zones.add(zone)
}
