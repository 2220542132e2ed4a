import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDecimals } from './decimals.ts'
import { formatMoney, formatNumber, signOf } from './format.ts'

describe('formatMoney', () => {
  it('preserves the digits, in the format of the language', () => {
    expect(formatMoney('1234.50', 'CNY', 'zh')).toBe('¥1,234.50')
    expect(formatMoney('1234.50', 'CNY', 'en')).toBe('CN¥1,234.50')
    expect(formatMoney('0.084', 'CNY', 'zh')).toBe('¥0.084')
    expect(formatMoney('-5', 'JPY', 'en')).toBe('-¥5')
    expect(formatMoney('5.00', 'CNY', 'zh', { signed: true })).toBe('+¥5.00')
    expect(formatMoney('5000000', 'nano-rho', 'en')).toBe('5,000,000 nano-rho')
  })

  it('loses no digits, unlike a float', () => {
    expect(formatMoney('9007199254740.993123', 'CNY', 'zh')).toBe('¥9,007,199,254,740.993123')
    const amount = fc.tuple(fc.bigInt(0n, 9_999_999_999_999n), fc.bigInt(0n, 999_999n))
    fc.assert(
      fc.property(amount, ([whole, micros]) => {
        const text = `${whole}.${String(micros).padStart(6, '0')}`
        expect(formatMoney(text, 'CNY', 'en').replace(/[^\d.]/g, '')).toBe(text)
      }),
    )
  })
})

it('formatNumber and signOf read the text', () => {
  expect(formatNumber(1234567, 'en')).toBe('1,234,567')
  expect(formatNumber('0.10', 'en')).toBe('0.10')
  expect([signOf('-0.00'), signOf('-0.01'), signOf('0.000001')]).toEqual([0, -1, 1])
})

describe('addDecimals', () => {
  it('is exact', () => {
    expect(addDecimals(['0.1', '0.2'])).toBe('0.3')
    expect(addDecimals(['1.00', '-2.50', '1.5'])).toBe('0.00')
    expect(addDecimals(['-0.000001'])).toBe('-0.000001')
    expect(addDecimals([])).toBe('0')
    expect(() => addDecimals(['1e3'])).toThrow(RangeError)
  })

  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-(10n ** 18n), 10n ** 18n)), (micros) => {
        const texts = micros.map((each) => {
          const digits = String(each < 0n ? -each : each).padStart(7, '0')
          return `${each < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
        })
        const sum = micros.reduce((total, each) => total + each, 0n)
        expect(BigInt(addDecimals(texts).replace('.', '').padEnd(1, '0'))).toBe(texts.length > 0 ? sum : 0n)
      }),
    )
  })
})
