import { expect, it } from 'vitest'
import { fromMicros } from './micros.ts'

it.each([
  ['0', '0.00'],
  ['1', '0.000001'],
  ['-1500000', '-1.50'],
  ['26252515333000', '26252515.333'],
  ['12345678901234567890', '12345678901234.56789'],
])('%s micros are %s', (micros, amount) => {
  expect(fromMicros(micros)).toBe(amount)
})
