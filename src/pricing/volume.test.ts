import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const terms = {
  model: 'volume',
  tiers: [
    { upTo: '100', price: '2', flat: '10' },
    { upTo: '200', price: '1' },
    { upTo: null, price: '0.5', flat: '50' },
  ],
}
const of = (quantity: string) => priceOnce(terms, { quantity: m(quantity) })

describe('volume', () => {
  it('charges all units in the tier of the total', () => {
    expect(['0', '1', '100', '100.5', '300'].map((n) => of(n).amount)).toEqual(
      ['0', '12', '210', '100.5', '200'].map((n) => m(n)),
    )
  })

  it('may decrease as use increases, with a negative increment', () => {
    const { increment } = compilePrice(terms, 'CNY')
    expect(increment!({ quantity: m('100') }, { quantity: m('101') }).amount).toBe(m('-109'))
  })

  it('charges the flat amount of the first tier at zero use only if the terms say so', () => {
    expect(priceOnce({ ...terms, flatAtZero: true }, { quantity: 0n }).amount).toBe(m('10'))
  })

  it('is the price of one tier times the quantity', () => {
    const { price } = compilePrice(terms, 'CNY')
    const property = fc.property(fc.bigInt(1n, 1_000_000_000n), (quantity) => {
      const exact = quantity <= 100_000_000n ? quantity * 2n + m('10') : quantity <= 200_000_000n ? quantity : undefined
      return price({ quantity }).amount === (exact ?? (quantity + 1n) / 2n + m('50'))
    })
    fc.assert(property)
  })

  it('keeps increments equal to the whole', () => {
    partsMakeTheWhole(compilePrice(terms, 'CNY'), (n) => ({ quantity: BigInt(n) * 100_001n }))
  })
})
