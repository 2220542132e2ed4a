/** Periods of reports: days such as `2026-11-20`, half-open as in the API. Calendar arithmetic only, without times of day or zones. */

export interface Period {
  readonly from: string
  /** Exclusive. */
  readonly to: string
}

export const PRESETS = [
  'last-7-days',
  'last-30-days',
  'last-90-days',
  'this-month',
  'last-month',
  'this-quarter',
  'this-year',
  'last-year',
  'last-12-months',
] as const
export type Preset = (typeof PRESETS)[number]

const STEPS = ['day', 'week', 'month'] as const
export type Step = (typeof STEPS)[number]

const DAY_MS = 86_400_000

/** The current day in a time zone. */
export function todayIn(timeZone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(now)
    .map(({ type, value }) => [type, value] as const)
  const { year, month, day } = Object.fromEntries(parts) as Record<string, string>
  return `${year}-${month}-${day}`
}

/** The period that a preset means today. The end is exclusive: a period up to today ends tomorrow. */
export function periodOf(preset: Preset, today: string): Period {
  const tomorrow = addDays(today, 1)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const first = (monthsBack: number) => firstOf(year, month - monthsBack)
  switch (preset) {
    case 'last-7-days':
      return { from: addDays(tomorrow, -7), to: tomorrow }
    case 'last-30-days':
      return { from: addDays(tomorrow, -30), to: tomorrow }
    case 'last-90-days':
      return { from: addDays(tomorrow, -90), to: tomorrow }
    case 'this-month':
      return { from: first(0), to: tomorrow }
    case 'last-month':
      return { from: first(1), to: first(0) }
    case 'this-quarter':
      return { from: first((month - 1) % 3), to: tomorrow }
    case 'this-year':
      return { from: firstOf(year, 1), to: tomorrow }
    case 'last-year':
      return { from: firstOf(year - 1, 1), to: firstOf(year, 1) }
    case 'last-12-months':
      return { from: first(11), to: tomorrow }
  }
}

/** Whether the API accepts the period for reports. */
export function isPeriod({ from, to }: Partial<Period>): boolean {
  return isDay(from) && isDay(to) && daysOf({ from: from!, to: to! }) >= 1 && daysOf({ from: from!, to: to! }) <= 3_660
}

/** The steps that suit a chart of the period: neither too few points nor too many. */
export function stepsOf(period: Period): Step[] {
  const days = daysOf(period)
  const steps: Step[] = []
  if (days <= 95) steps.push('day')
  if (days >= 14 && days <= 800) steps.push('week')
  if (days > 45) steps.push('month')
  return steps
}

/** The default step of a period. */
export function usualStep(period: Period): Step {
  const days = daysOf(period)
  return days <= 45 ? 'day' : days <= 200 ? 'week' : 'month'
}

export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The first and the last day, both inclusive, for file names. */
export function namedPeriod({ from, to }: Period): string {
  return `${from}-${addDays(to, -1)}`
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The first day of a month; months before January belong to earlier years. */
const firstOf = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)

const isDay = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && isOnCalendar(text)

/** 2026-02-30 is not on the calendar. */
function isOnCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
