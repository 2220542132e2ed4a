import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { boundary, dayCount, dayCount30, type Every, periodOf, readMoment } from './calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('calendar', () => {
  it('computes every boundary from the anchor, so a period on the 31st returns to it after February', () => {
    const schedule = { every: 'month' as const, count: 1, anchor: day('2026-01-31') }
    const starts = [0, 1, 2, 3].map((index) => boundary(schedule, index).toString())
    expect(starts).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    const leap = { every: 'year' as const, count: 1, anchor: day('2024-02-29') }
    expect([1, 4].map((index) => boundary(leap, index).toString())).toEqual(['2025-02-28', '2028-02-29'])
  })

  it('counts calendar days across a daylight saving change', () => {
    const zoned = (text: string) => readMoment(text, 'America/New_York', 'from').day
    expect(dayCount(zoned('2024-03-09'), zoned('2024-03-11'))).toBe(2)
    expect(dayCount(zoned('2024-11-02'), zoned('2024-11-04'))).toBe(2)
    expect(dayCount30(day('2023-05-23'), day('2023-06-15'))).toBe(22)
  })

  it('counts days like Temporal', () => {
    const any = fc.integer({ min: -800_000, max: 800_000 }).map((n) => day('2000-03-01').add({ days: n }))
    const property = fc.property(any, any, (a, b) => dayCount(a, b) === a.until(b, { largestUnit: 'day' }).days)
    fc.assert(property, { numRuns: 300 })
  })

  it('assigns every day to exactly one period', () => {
    const property = fc.property(
      fc.constantFrom<Every[]>('day', 'week', 'month', 'year'),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: -4_000, max: 4_000 }),
      (every, count, offset, distance) => {
        const anchor = day('2023-12-01').add({ days: offset })
        const schedule = { every, count, anchor }
        const when = anchor.add({ days: distance })
        const { index, start, end } = periodOf(schedule, when)
        const inside = Temporal.PlainDate.compare(start, when) <= 0 && Temporal.PlainDate.compare(when, end) < 0
        return inside && boundary(schedule, index).equals(start) && boundary(schedule, index + 1).equals(end)
      },
    )
    fc.assert(property, { numRuns: 300 })
  })
})
