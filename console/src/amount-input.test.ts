import { expect, it } from 'vitest'
import { readAmount, readQuantities, readQuantity } from './amount-input.ts'

it.each([
  ['12.50', '12.50'],
  [' 12.50 ', '12.50'],
  ['１２.５０', '12.50'],
  ['１２．５０', '12.50'],
  ['¥12.50', '12.50'],
  ['￥12.50', '12.50'],
  ['CN¥12.50', '12.50'],
  ['CN¥ 12.50', '12.50'],
  ['12.50 CNY', '12.50'],
  ['CNY\u00a012.50', '12.50'],
  ['1,000.00', '1000.00'],
  ['¥1，234，567', '1234567'],
  ['9999999999999.123456', '9999999999999.123456'],
])('reads %j', (text, amount) => {
  expect(readAmount(text, 'CNY')).toBe(amount)
})

it.each([
  ...['', ' ', '¥', '12,5', '1,00', '1,0000', '1000,000', '1,000,00', ',100', '12.', '.5', '1.000,00', '1 000'],
  ...['-5', '+5', '1e3', '0x10', '12.5.0', '12.1234567', '12345678901234', '$12.50', 'US$12.50', '¥¥5', '¥5¥', '五'],
])('takes %j for none', (text) => {
  expect(readAmount(text, 'CNY')).toBeUndefined()
})

it('refuses an amount in another currency', () => {
  expect(readAmount('$12.50', 'USD')).toBe('12.50')
  expect(readAmount('US$12.50', 'USD')).toBe('12.50')
  expect(readAmount('12.50 USD', 'CNY')).toBeUndefined()
  expect(readAmount('CN¥500', 'JPY')).toBeUndefined()
  expect(readAmount('5 tokens', 'tokens')).toBe('5')
  expect(readAmount('5', 'tokens')).toBe('5')
})

it.each([
  ['2', '2'],
  [' 2 ', '2'],
  ['２', '2'],
  ['１０', '10'],
  ['999999999999999999', '999999999999999999'],
])('reads %j of something', (text, quantity) => {
  expect(readQuantity(text)).toBe(quantity)
})

it.each(['', ' ', '0', '０', '01', '1.5', '１．５', '1,000', '-1', '二', '1234567890123456789'])(
  'takes %j for no quantity',
  (text) => {
    expect(readQuantity(text)).toBeUndefined()
  },
)

it('returns the items with a quantity', () => {
  expect(readQuantities({ tea: '２', cup: '', pot: undefined })).toEqual([{ id: 'tea', quantity: '2' }])
})
