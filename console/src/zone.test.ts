import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantOf, wallClock } from './zone.ts'

it('converts an instant to the local time of a zone, whatever the zone of the browser', () => {
  expect(wallClock('2026-11-20T16:30:05Z', 'Asia/Shanghai')).toBe('2026-11-21T00:30:05')
  expect(wallClock('2026-07-01T04:00:00Z', 'America/New_York')).toBe('2026-07-01T00:00:00')
  expect(instantOf('2026-11-21T00:30:05', 'Asia/Shanghai')).toBe('2026-11-20T16:30:05.000Z')
})

it('resolves local times that occur twice or never', () => {
  expect(instantOf('2026-11-01T01:30:00', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
  expect(instantOf('2026-03-08T02:30:00', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
  expect(instantOf('2026-03-08T03:00:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z')
})

it('converts the local time back to the instant', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC')
  const seconds = fc.integer({ min: Date.parse('2001-01-01') / 1000, max: Date.parse('2040-01-01') / 1000 })
  fc.assert(
    fc.property(zones, seconds, (zone, second) => {
      const wall = wallClock(second * 1000, zone)
      expect(wallClock(instantOf(wall, zone), zone)).toBe(wall)
    }),
  )
})
