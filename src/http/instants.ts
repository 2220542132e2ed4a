import { Problem } from '../problem.ts'

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/**
 * Parses an RFC 3339 timestamp with an offset; fractions beyond a millisecond are truncated.
 * `Date.parse` alone would read 30 February as 1 March and a time without an offset as local time.
 * @throws Problem `time_invalid`.
 */
export function parseInstant(text: string): Date {
  const match = INSTANT.exec(text)
  if (match) {
    const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
    const date = new Date(text)
    if (year > 0 && isDay(year, month, day) && !Number.isNaN(date.getTime())) return date
  }
  throw new Problem('time_invalid', { value: text.slice(0, 60) })
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The same for an optional field. */
export function parseOptionalInstant(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : parseInstant(text)
}
