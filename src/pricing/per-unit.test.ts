import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const calls = { model: 'per_unit', price: '0.005' }

describe('per unit', () => {
  it('multiplies quantity and price', () => {
    const { amount, steps } = priceOnce(calls, { quantity: m('4000') })
    expect(amount).toBe(m('20'))
    expect(steps).toEqual([
      { code: 'quantity', params: { quantity: '4000', price: '0.005', unit: 'CNY', result: '20.00' } },
    ])
  })

  it('keeps a price finer than a micro exact', () => {
    const token = { model: 'per_unit', price: '0.0000005' }
    expect(priceOnce(token, { quantity: m('3') }).amount).toBe(2n)
    expect(priceOnce(token, { quantity: m('3000000') }).amount).toBe(m('1.5'))
  })

  it('deducts free units first', () => {
    const terms = { ...calls, free: '1000' }
    expect(priceOnce(terms, { quantity: m('999') }).amount).toBe(0n)
    expect(priceOnce(terms, { quantity: m('1001') }).amount).toBe(m('0.005'))
  })

  it('refuses a negative quantity', () => {
    expect(() => priceOnce(calls, { quantity: -1n })).toThrow('quantity')
  })

  it('is linear in whole units', () => {
    const { price } = compilePrice(calls, 'CNY')
    const count = fc.bigInt(0n, 10n ** 9n)
    const of = (n: bigint) => price({ quantity: n * 1_000_000n }).amount
    fc.assert(fc.property(count, count, (a, b) => of(a) + of(b) === of(a + b) && of(a) === a * 5_000n))
  })

  it('keeps increments equal to the whole, rounded or not', () => {
    const terms = { model: 'per_unit', price: '0.067', free: '10', rounding: { to: 'minor' } }
    partsMakeTheWhole(compilePrice(terms, 'CNY'), (n) => ({ quantity: BigInt(n) * 100_000n }))
  })

  it('charges zero for an increment without new use', () => {
    const price = compilePrice({ model: 'per_unit', price: '0.067', rounding: { to: 'minor' } }, 'USD')
    expect(price.price({ quantity: m('55') }).amount).toBe(m('3.69'))
    expect(price.increment!({ quantity: m('55') }, { quantity: m('55') }).amount).toBe(0n)
  })
})
