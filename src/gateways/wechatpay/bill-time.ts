/** Times of bills, which are local times in Asia/Shanghai. */

export const TIME = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/
const TIME_PARTS = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?$/

/**
 * Converts a local time in Asia/Shanghai (UTC+8 for as long as WeChat Pay has existed) to an instant; null when
 * invalid. Spreadsheets drop the seconds; such a time is taken as the full minute.
 */
export function instantOf(text: string): string | null {
  const match = TIME_PARTS.exec(text)
  if (!match) return null
  const [, date, hourText, minute, second = '00'] = match as unknown as [string, string, string, string, string?]
  const hour = Number(hourText)
  const days = daysOf(date)
  if (!days || hour > 23 || minute > '59' || second > '59') return null
  const utcHour = String((hour + 16) % 24).padStart(2, '0')
  return `${hour < 8 ? days.before : days.day}T${utcHour}:${minute}:${second}Z`
}

/** A calendar day and the day before it, as in "2026-11-20". */
interface Days {
  readonly day: string
  readonly before: string
}

let lastDate = ''
let lastDays: Days | null = null

/** Caches the last day, because nearly all rows of a bill share one. Returns null for an invalid date. */
function daysOf(date: string): Days | null {
  if (date === lastDate) return lastDays
  const [year, month, day] = date.split(/[-/]/).map(Number) as [number, number, number]
  const midnight = new Date(Date.UTC(year, month - 1, day))
  const real = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day
  const text = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)
  lastDate = date
  lastDays = real ? { day: text(midnight.getTime()), before: text(midnight.getTime() - 86_400_000) } : null
  return lastDays
}
