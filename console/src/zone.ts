/** Local times in a time zone, written `2026-11-20T09:30:00`, without a zone. */

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock) {
    const two = '2-digit' as const
    const options = { year: 'numeric' as const, month: two, day: two, hour: two, minute: two, second: two }
    clock = new Intl.DateTimeFormat('en', { ...options, hourCycle: 'h23', timeZone })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** The local time at an instant. */
export function wallClock(instant: string | number | Date, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(new Date(instant))
  const of = (type: string) => parts.find((part) => part.type === type)!.value
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`
}

/**
 * The instant of a local time, as RFC 3339. If the local time occurs twice (end of daylight saving time), the earlier instant; if
 * it never occurs (start of daylight saving time), the instant without the change.
 */
export function instantOf(wall: string, timeZone: string): string {
  const shown = Date.parse(`${wall}Z`)
  const offsetAt = (time: number) => Date.parse(`${wallClock(time, timeZone)}Z`) - time
  const DAY = 86_400_000
  const [before, after] = [offsetAt(shown - DAY), offsetAt(shown + DAY)]
  const candidates = [shown - before, shown - after].filter((time) => time + offsetAt(time) === shown)
  return new Date(candidates.length > 0 ? Math.min(...candidates) : shown - before).toISOString()
}
