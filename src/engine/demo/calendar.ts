/** The shopping calendar: days of the week, festivals and sales of the Chinese year. */
import { Temporal } from 'temporal-polyfill'

/** A day of the demo world. */
export interface DemoDay {
  /** From 0, the oldest. */
  readonly index: number
  /** YYYY-MM-DD in the tenant's time zone. */
  readonly date: string
  /** YYYY-MM */
  readonly month: string
  readonly day: number
  readonly start: number
  /** Milliseconds of the day that belong to the world: the last day ends now. */
  readonly length: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Days to the next or since the last Spring Festival, whichever is nearer: -3 is three days before. */
  readonly festival: number
}

const DAY_MS = 86_400_000
export const YEAR_DAYS = 365
/** Two years, so that growth has a base. */
export const WORLD_DAYS = 2 * YEAR_DAYS

/** Returns the days up to and including the day of `until`. */
export function daysUntil(until: Date, timeZone: string): DemoDay[] {
  const last = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const first = Date.parse(last.subtract({ days: WORLD_DAYS - 1 }).toString())
  const festivals = [-3, -2, -1, 0, 1].map((years) => springFestival(last.year + years))
  const dates = Array.from({ length: WORLD_DAYS + 1 }, (_, index) => {
    const utc = first + index * DAY_MS
    const date = new Date(utc).toISOString().slice(0, 10)
    return { utc, date, start: Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds }
  })
  return dates.slice(0, WORLD_DAYS).map(({ utc, date, start }, index): DemoDay => {
    const away = festivals.map((festival) => (utc - festival) / DAY_MS)
    return {
      index,
      date,
      month: date.slice(0, 7),
      day: Number(date.slice(8)),
      start,
      length: Math.min(dates[index + 1]!.start, until.getTime()) - start,
      weekday: new Date(utc).getUTCDay() || 7,
      festival: away.reduce((nearest, each) => (Math.abs(each) < Math.abs(nearest) ? each : nearest)),
    }
  })
}

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** Midnight in UTC of the first day of the Chinese year, between 21 January and 21 February. */
function springFestival(year: number): number {
  for (let day = 21; day <= 52; day += 1) {
    const date = new Date(Date.UTC(year, 0, day))
    const parts = chinese.formatToParts(date)
    const part = (type: string) => parts.find((each) => each.type === type)?.value
    if (part('month') === '1' && part('day') === '1') return date.getTime()
  }
  throw new Error(`no Spring Festival in ${year}`)
}

/** How busy a day is relative to an ordinary one. */
export type Curve = (day: DemoDay) => number

const weekend = ({ weekday }: DemoDay) => weekday >= 6

/** Shops and small payments: more on weekends and before the festival, less while people are at home. */
export const street: Curve = (day) => {
  const { festival } = day
  const season = festival >= -10 && festival < 0 ? 1.35 : festival >= 0 && festival <= 6 ? 0.7 : 1
  return season * (weekend(day) ? 1.2 : 1)
}

/** Red envelope covers are given away with the envelopes of the festival. */
export const envelopes: Curve = ({ festival }) => (festival >= -15 && festival <= 15 ? 5 : 0.85)

/** Games and shows: evenings of days off. */
export const leisure: Curve = (day) => (weekend(day) ? 1.35 : 1) * (Math.abs(day.festival) <= 8 ? 1.4 : 1)

/** Offices. */
export const office: Curve = (day) => (weekend(day) ? 0.4 : 1) * (day.festival >= 0 && day.festival <= 6 ? 0.3 : 1)

/** Bought when the month begins. */
export const monthStart: Curve = ({ day }) => (day === 1 ? 6 : day <= 3 ? 3 : 0.8)

/** The sales of 11 November and 18 June, the days before them, and 12 December. */
export const sales: Curve = (day) => {
  const [month, date] = [day.month.slice(5), day.day]
  if (month === '11' && date <= 11) return date === 11 ? 7 : 2
  if (month === '06' && date <= 18) return date === 18 ? 4 : 1.5
  if (month === '12' && date === 12) return 2.5
  return street(day)
}

/** Holidays abroad: the festival, the first week of October, July and August. */
export const travel: Curve = ({ month, day, festival }) => {
  if (festival >= -1 && festival <= 8) return 2.6
  if (month.endsWith('-10') && day <= 7) return 2.6
  return month.endsWith('-07') || month.endsWith('-08') ? 1.5 : 1
}

export const steady: Curve = () => 1
