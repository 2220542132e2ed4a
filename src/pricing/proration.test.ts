import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explains, m } from '../../test/pricing.ts'
import { prorate } from './proration.ts'
import { compileRounding } from './rounding.ts'

const cents = compileRounding({ to: 'minor' }, 'CNY')

describe('proration', () => {
  it('rounds once, after multiplying quantity and price', () => {
    expect(explains(prorate(m('5000') * 10n, 17n, 31n, cents)).amount).toBe(m('27419.35'))
  })

  it('splits a price into used and unused parts within one rounding of the whole', () => {
    const property = fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 31n), (amount, used) => {
      const [one, other] = [prorate(amount, used, 31n, cents), prorate(amount, 31n - used, 31n, cents)]
      const off = one.amount + other.amount - amount
      return off <= 10_000n && off >= -10_000n
    })
    fc.assert(property)
  })

  it('refuses a zero whole', () => {
    expect(() => prorate(1n, 1n, 0n, cents)).toThrow('1/0')
    expect(() => prorate(1n, -1n, 2n, cents)).toThrow('-1/2')
  })
})
