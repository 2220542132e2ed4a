import { expect, it } from 'vitest'
import { addDays, daysOf, isPeriod, namedPeriod, PRESETS, periodOf, stepsOf, todayIn, usualStep } from './period.ts'

it('uses the current day of the tenant, not of the browser', () => {
  const now = new Date('2026-11-30T17:00:00Z')
  expect(todayIn('Asia/Shanghai', now)).toBe('2026-12-01')
  expect(todayIn('America/New_York', now)).toBe('2026-11-30')
})

it.each([
  ['last-7-days', '2026-11-23', '2026-11-17', '2026-11-24'],
  ['last-30-days', '2026-11-23', '2026-10-25', '2026-11-24'],
  ['this-month', '2026-11-30', '2026-11-01', '2026-12-01'],
  ['last-month', '2026-01-31', '2025-12-01', '2026-01-01'],
  ['this-quarter', '2026-11-23', '2026-10-01', '2026-11-24'],
  ['this-quarter', '2026-01-01', '2026-01-01', '2026-01-02'],
  ['this-year', '2026-12-31', '2026-01-01', '2027-01-01'],
  ['last-year', '2026-01-01', '2025-01-01', '2026-01-01'],
  ['last-12-months', '2026-03-31', '2025-04-01', '2026-04-01'],
  ['last-90-days', '2028-03-01', '2027-12-03', '2028-03-02'],
] as const)('%s on %s', (preset, today, from, to) => {
  expect(periodOf(preset, today)).toEqual({ from, to })
})

it('on every day of two years, each preset is a valid period whose steps include the default', () => {
  const wrong: string[] = []
  for (let day = '2027-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
    for (const preset of PRESETS) {
      const period = periodOf(preset, day)
      const right = isPeriod(period) && period.to <= addDays(day, 1) && stepsOf(period).includes(usualStep(period))
      if (!right) wrong.push(`${preset} on ${day}`)
    }
  }
  expect(wrong).toEqual([])
})

it('accepts no period from the URL that the server would refuse', () => {
  expect(isPeriod({ from: '2026-02-30', to: '2026-03-05' })).toBe(false)
  expect(isPeriod({ from: '2026-03-05', to: '2026-03-05' })).toBe(false)
  expect(isPeriod({ from: '2010-01-01', to: '2026-01-01' })).toBe(false)
  expect(isPeriod({ from: 'yesterday', to: '2026-01-01' })).toBe(false)
  expect(isPeriod({ from: '2026-01-01' })).toBe(false)
  expect(isPeriod({ from: '2026-02-28', to: '2026-03-01' })).toBe(true)
  expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toBe(2)
})

it('names a period by its last day, inclusive', () => {
  expect(namedPeriod({ from: '2026-11-01', to: '2026-12-01' })).toBe('2026-11-01-2026-11-30')
  expect(namedPeriod({ from: '2026-12-31', to: '2027-01-01' })).toBe('2026-12-31-2026-12-31')
})
