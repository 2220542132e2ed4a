import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const terms = {
  model: 'graduated_percentage',
  tiers: [
    { upTo: '10', rate: '0.01', flat: '200' },
    { upTo: '20', rate: '0.02', flat: '300' },
    { upTo: null, rate: '0.03', flat: '400' },
  ],
}

describe('graduated percentage', () => {
  it('charges every part of an amount at the rate of its tier', () => {
    const { amount, steps } = priceOnce(terms, { amount: m('21') })
    expect(amount).toBe(m('900.33'))
    expect(steps[2]).toEqual({
      code: 'tier_rate',
      params: { from: '10', to: '20', amount: '10.00', rate: '2', unit: 'CNY', result: '0.20' },
    })
    expect(priceOnce(terms, { amount: 0n }).amount).toBe(0n)
    expect(priceOnce({ ...terms, flatAtZero: true }, { amount: 0n }).amount).toBe(m('200'))
  })

  it('never decreases as the amount increases', () => {
    const { price } = compilePrice(terms, 'CNY')
    const amount = fc.bigInt(0n, 100_000_000n)
    const property = fc.property(amount, amount, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      return price({ amount: low }).amount <= price({ amount: high }).amount
    })
    fc.assert(property)
  })

  it('keeps increments equal to the whole', () => {
    const price = compilePrice({ ...terms, rounding: { to: 'minor' } }, 'CNY')
    partsMakeTheWhole(price, (n) => ({ amount: BigInt(n) * 7_001n }))
  })
})
