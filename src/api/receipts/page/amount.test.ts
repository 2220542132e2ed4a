import { describe, expect, it } from 'vitest'
import { typedAmount } from './amount.ts'

describe('an amount typed by a payer', () => {
  it.each([
    ['12.34', 'CNY', 12_340_000n],
    [' 12.34 ', 'CNY', 12_340_000n],
    ['１２．３４', 'CNY', 12_340_000n],
    ['¥5', 'CNY', 5_000_000n],
    ['￥５', 'CNY', 5_000_000n],
    ['CN¥ 5.5', 'CNY', 5_500_000n],
    ['cny 5', 'CNY', 5_000_000n],
    ['¥500', 'JPY', 500_000_000n],
    ['US$1,000', 'USD', 1_000_000_000n],
    ['1,000', 'CNY', 1_000_000_000n],
    ['12，345，678.90', 'CNY', 12_345_678_900_000n],
  ])('%s in %s is read', (text, unit, micros) => {
    expect(typedAmount(text, unit)).toBe(micros)
  })

  it.each([
    ['', 'CNY', 'amount_invalid'],
    ['¥', 'CNY', 'amount_invalid'],
    ['ten', 'CNY', 'amount_invalid'],
    ['12,5', 'CNY', 'amount_invalid'],
    ['1,00,000', 'CNY', 'amount_invalid'],
    ['1000,000', 'CNY', 'amount_invalid'],
    ['1.000,00', 'CNY', 'amount_invalid'],
    ['1 000', 'CNY', 'amount_invalid'],
    ['5 CNY 5', 'CNY', 'amount_invalid'],
    ['¥5', 'USD', 'amount_invalid'],
    ['0', 'CNY', 'amount_not_positive'],
    ['¥0.00', 'CNY', 'amount_not_positive'],
    ['-5', 'CNY', 'amount_not_positive'],
    ['0.001', 'CNY', 'amount_too_precise'],
    ['0.5', 'JPY', 'amount_too_precise'],
    ['9999999999999999', 'CNY', 'amount_out_of_range'],
  ])('%s in %s is not', (text, unit, code) => {
    expect(() => typedAmount(text, unit)).toThrowError(expect.objectContaining({ code }))
  })
})
