import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explains, m } from '../../test/pricing.ts'
import { prorate } from './proration.ts'
import { compileRounding } from './rounding.ts'

const cents = compileRounding({ to: 'minor' }, 'CNY')

describe('proration by a share', () => {
  it('rounds once, after quantity and price are multiplied', () => {
    expect(explains(prorate(m('5000') * 10n, 17n, 31n, cents)).amount).toBe(m('27419.35'))
  })

  it('gives what is used and what is not, within one rounding of the whole', () => {
    const property = fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 31n), (amount, used) => {
      const [one, other] = [prorate(amount, used, 31n, cents), prorate(amount, 31n - used, 31n, cents)]
      const off = one.amount + other.amount - amount
      return off <= 10_000n && off >= -10_000n
    })
    fc.assert(property)
  })

  it('refuses a share of nothing', () => {
    expect(() => prorate(1n, 1n, 0n, cents)).toThrow('1/0')
    expect(() => prorate(1n, -1n, 2n, cents)).toThrow('-1/2')
  })
})
