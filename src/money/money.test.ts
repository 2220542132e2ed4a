import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.ts'
import { formatMicros, isWholeMinor, MICROS_MAX, minorUnit, parseMicros, parsePayable } from './amount.ts'
import { currencyTable, isCurrency, minorDigits } from './currency.ts'
import { applyRate, compareRates, formatPercent, formatRate, invert, multiplyRates, parseRate, ratio } from './rate.ts'
import { divide, ROUNDING_MODES, roundTo } from './round.ts'

describe('amounts', () => {
  it.each([
    ['0.005', 5_000n],
    ['100.00', 100_000_000n],
    ['-0.01', -10_000n],
    ['9223372036854.775807', MICROS_MAX],
    ['1.1000000', 1_100_000n],
  ])('reads %s', (text, micros) => expect(parseMicros(text)).toBe(micros))

  it.each([
    ['', 'amount_invalid'],
    ['1.', 'amount_invalid'],
    ['.5', 'amount_invalid'],
    ['1e3', 'amount_invalid'],
    ['１', 'amount_invalid'],
    ['+1', 'amount_invalid'],
    ['1,000', 'amount_invalid'],
    [' 1', 'amount_invalid'],
    ['1\n', 'amount_invalid'],
    ['0.0000001', 'amount_too_precise'],
    ['9223372036854.775808', 'amount_out_of_range'],
  ])('refuses %j', (text, code) => expect(() => parseMicros(text)).toThrowError(expect.objectContaining({ code })))

  it('survive formatting and parsing', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-MICROS_MAX, MICROS_MAX),
        fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF', 'nano-rho'),
        (micros, unit) => {
          expect(parseMicros(formatMicros(micros, unit))).toBe(micros)
        },
      ),
    )
  })

  it('show at least the minor unit and no trailing zeros beyond it', () => {
    expect([formatMicros(100_000_000n, 'CNY'), formatMicros(5_000n, 'CNY'), formatMicros(1_000_000n, 'JPY')]).toEqual([
      '100.00',
      '0.005',
      '1',
    ])
    expect([formatMicros(-1n, 'CNY'), formatMicros(1_500_000n, 'KWD')]).toEqual(['-0.000001', '1.500'])
  })

  it('paid outside the ledger are positive and in whole minor units', () => {
    expect(parsePayable('0.01', 'CNY')).toBe(10_000n)
    expect(parsePayable('1.001', 'KWD')).toBe(1_001_000n)
    for (const [text, unit, code] of [
      ['0.001', 'CNY', 'amount_too_precise'],
      ['1.5', 'JPY', 'amount_too_precise'],
      ['0', 'CNY', 'amount_not_positive'],
      ['-1', 'CNY', 'amount_not_positive'],
      ['1', 'XXX', 'currency_unknown'],
    ] as const) {
      expect(() => parsePayable(text, unit)).toThrowError(expect.objectContaining({ code }))
    }
  })
})

describe('currencies', () => {
  // Outside case B-ISO-01: npm currency-codes 2.2.0, ISO list published 2024-06-25.
  it('have the minor units of ISO 4217, even where CLDR differs', () => {
    const codes = 'CNY JPY KRW VND ISK BHD KWD JOD OMR TND LYD IQD CLF UYW HUF IDR COP TWD UGX CLP'.split(' ')
    expect(codes.map(minorDigits)).toEqual([2, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 4, 4, 2, 2, 2, 2, 0, 0])
  })

  it('are valid from their first to their last day', () => {
    expect([isCurrency('BGN', '2025-12-31'), isCurrency('BGN', '2026-02-01')]).toEqual([true, false])
    expect([isCurrency('XCG', '2025-03-30'), isCurrency('XCG', '2025-03-31')]).toEqual([false, true])
    expect(minorDigits('BGN')).toBe(2)
  })

  it('have well-formed rows, and ignore inherited properties', () => {
    for (const [code, { numeric, digits }] of Object.entries(currencyTable)) {
      expect(code).toMatch(/^[A-Z]{3}$/)
      expect(numeric).toMatch(/^\d{3}$/)
      expect([0, 2, 3, 4]).toContain(digits)
      expect(minorUnit(code)).toBe(10n ** BigInt(6 - digits))
    }
    expect(isCurrency('toString')).toBe(false)
    expect(isCurrency('constructor')).toBe(false)
  })
})

describe('rounding', () => {
  // The table of java.math.RoundingMode, for 5.5 2.5 1.6 1.1 1.0 -1.0 -1.1 -1.6 -2.5 -5.5.
  const tenths = [55n, 25n, 16n, 11n, 10n, -10n, -11n, -16n, -25n, -55n]
  it.each([
    ['up', [6, 3, 2, 2, 1, -1, -2, -2, -3, -6]],
    ['down', [5, 2, 1, 1, 1, -1, -1, -1, -2, -5]],
    ['ceiling', [6, 3, 2, 2, 1, -1, -1, -1, -2, -5]],
    ['floor', [5, 2, 1, 1, 1, -1, -2, -2, -3, -6]],
    ['half-away', [6, 3, 2, 1, 1, -1, -1, -2, -3, -6]],
    ['half-down', [5, 2, 2, 1, 1, -1, -1, -2, -2, -5]],
    ['half-even', [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]],
  ] as const)('%s', (mode, expected) => {
    expect(tenths.map((n) => Number(divide(n, 10n, mode)))).toEqual(expected)
    expect(tenths.map((n) => Number(divide(-n, -10n, mode)))).toEqual(expected)
  })

  it('changes an amount by less than a quantum, and keeps multiples of it', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt(1n, 10n ** 9n),
        fc.constantFrom(...ROUNDING_MODES),
        (amount, quantum, mode) => {
          const rounded = roundTo(amount, quantum, mode)
          expect(rounded % quantum).toBe(0n)
          const moved = rounded - amount
          expect(moved < quantum && moved > -quantum).toBe(true)
          expect(roundTo(rounded, quantum, mode)).toBe(rounded)
        },
      ),
    )
  })

  it('refuses to divide by zero', () => expect(() => divide(1n, 0n)).toThrow(RangeError))
})

describe('rates', () => {
  it('are exact until they are applied to an amount', () => {
    expect(applyRate(100_000_000n, parseRate('0.006'))).toBe(600_000n)
    expect(applyRate(1_299_020_000n, parseRate('0.006'), 10_000n)).toBe(7_790_000n)
    const there = ratio(79827n, 11684n)
    expect(multiplyRates(there, invert(there))).toSatisfy(
      (one: { numerator: bigint; denominator: bigint }) => one.numerator === one.denominator,
    )
    expect(compareRates(parseRate('0.0060'), parseRate('0.006'))).toBe(0)
  })
  it('are formatted as decimals and percentages', () => {
    expect([formatPercent(parseRate('0.006')), formatRate(parseRate('0.35')), formatRate(ratio(1n, 3n))]).toEqual([
      '0.6',
      '0.35',
      '0.333333333333',
    ])
  })
  it.each(['', '1/3', '0.', 'NaN', '1e-3', '1'.repeat(13)])('refuse %j', (text) =>
    expect(() => parseRate(text)).toThrowError(expect.objectContaining({ code: 'rate_invalid' })),
  )
})

describe('allocation', () => {
  const weights = fc
    .array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((w) => w > 0n))

  it('adds up to the total, each part within one unit of its exact share, equal weights within one unit of each other', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), weights, fc.nat(100), (total, all, turn) => {
        const parts = allocate(total, all, turn)
        const sum = all.reduce((a, b) => a + b, 0n)
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(total)
        for (const [i, part] of parts.entries()) {
          const off = part * sum - total * all[i]!
          expect(off < sum && off > -sum).toBe(true)
        }
      }),
    )
  })

  it('gives nothing to a zero weight and respects the quantum', () => {
    expect(allocate(100n, [0n, 1n, 2n])).toEqual([0n, 33n, 67n])
    expect(allocate(10_000n, [1n, 1n, 1n], 0, 1_000n)).toEqual([4_000n, 3_000n, 3_000n])
  })

  it('rotates the odd unit', () => {
    const odd = [0, 1, 2].map((turn) => allocate(100n, [1n, 1n, 1n], turn).indexOf(34n))
    expect(new Set(odd).size).toBe(3)
  })

  it('refuses inputs without a solution', () => {
    expect(() => allocate(1n, [0n, 0n])).toThrow(RangeError)
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError)
    expect(allocate(0n, [0n, 0n])).toEqual([0n, 0n])
    expect(isWholeMinor(5_000n, 'CNY')).toBe(false)
  })
})
