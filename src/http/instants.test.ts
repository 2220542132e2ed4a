import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseInstant } from './instants.ts'

it.each([
  ['2026-11-20T08:30:00Z', '2026-11-20T08:30:00.000Z'],
  ['2026-11-20T08:30:00.123456789Z', '2026-11-20T08:30:00.123Z'],
  ['2026-11-20T08:30:00+08:00', '2026-11-20T00:30:00.000Z'],
  ['2024-02-29T23:59:59-12:00', '2024-03-01T11:59:59.000Z'],
])('reads %s', (text, expected) => {
  expect(parseInstant(text).toISOString()).toBe(expected)
})

it.each([
  '',
  'now',
  '2026-11-20',
  '2026-11-20T08:30Z',
  '2026-11-20T08:30:00',
  '2026-11-20 08:30:00Z',
  '2026-11-20t08:30:00z',
  '2026-02-29T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:60:00Z',
  '2026-12-31T23:59:60Z',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01T00:00:00+0800',
  '2026-01-01T00:00:00Z[Asia/Shanghai]',
  '0000-01-01T00:00:00Z',
  '+02026-01-01T00:00:00Z',
])('refuses “%s”', (text) => {
  expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'time_invalid' }))
})

it('round-trips every instant', () => {
  const dates = fc.date({
    min: new Date('0001-01-02T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(fc.property(dates, (date) => void expect(parseInstant(date.toISOString())).toEqual(date)))
})
