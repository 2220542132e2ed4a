import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { decimal } from '../engine/report-cells.ts'
import { band, percentBand } from '../engine/report-terms.ts'
import { toCsv } from './csv.ts'
import { periodOf } from './period.ts'

const day = Temporal.PlainDate.from
const of = (from: string, to: string, today = '2026-11-20') => periodOf(day(from), day(to), day(today))

describe('a period', () => {
  it('of whole months is compared with the months before and the year before', () => {
    expect(of('2024-02-01', '2024-04-01')).toEqual({
      from: '2024-02-01',
      to: '2024-04-01',
      days: 60,
      months: { numerator: 2n, denominator: 1n },
      touched: { from: '2024-02-01', to: '2024-04-01' },
      previous: { from: '2023-12-01', to: '2024-02-01' },
      yearBefore: { from: '2023-02-01', to: '2023-04-01' },
    })
  })

  it('of days is compared with the same number of days before it', () => {
    expect(of('2024-02-27', '2024-03-03')).toMatchObject({
      days: 5,
      touched: { from: '2024-02-01', to: '2024-04-01' },
      previous: { from: '2024-02-22', to: '2024-02-27' },
      yearBefore: { from: '2023-02-27', to: '2023-03-03' },
    })
  })

  it('that has not ended counts until today and is compared with the same part of the previous one', () => {
    expect(of('2026-11-01', '2026-12-01')).toMatchObject({
      to: '2026-12-01',
      days: 20,
      months: { numerator: 20n, denominator: 30n },
      touched: { from: '2026-11-01', to: '2026-12-01' },
      previous: { from: '2026-10-01', to: '2026-10-21' },
      yearBefore: { from: '2025-11-01', to: '2025-11-21' },
    })
    expect(of('2026-12-01', '2027-12-01')).toMatchObject({ days: 0, months: { numerator: 0n } })
  })

  it('counts a leap day like any day, and months with fractions', () => {
    expect(of('2024-01-15', '2025-03-01').months).toEqual({ numerator: 13n * 28n + 14n, denominator: 28n })
    expect(of('2023-02-28', '2024-02-29').yearBefore).toEqual({ from: '2022-02-28', to: '2023-02-28' })
  })
})

it('decimals are rounded half away from zero', () => {
  expect(decimal({ numerator: 1n, denominator: 3n }, 4)).toBe('0.3333')
  expect(decimal({ numerator: -1n, denominator: 800n }, 2)).toBe('0')
  expect(decimal({ numerator: -15n, denominator: 1000n }, 2)).toBe('-0.02')
  expect(decimal({ numerator: 5n, denominator: 1n }, 0)).toBe('5')
})

it('shows prices as ranges', () => {
  expect(band('0.005')).toBe('0.005')
  expect(band({ given: 'price', min: '6', max: '18' })).toBe('6–18')
  expect(band({ given: 'price', min: '50000' })).toBe('≥ 50000')
  expect(percentBand({ by: 'x', options: { a: '0.012', b: '0.006' }, otherwise: '0.05' })).toBe('0.6%–5%')
  expect(band(undefined)).toBeUndefined()
})

it('text in CSV is never a formula, and figures remain figures', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['=1+1', '-12.30'],
        ['@x', null],
        ['-2+3', 'a,"b"'],
        ['＝A1', 7n],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n\'=1+1,-12.30\r\n\'@x,\r\n\'-2+3,"a,""b"""\r\n\'＝A1,7\r\n')
})
