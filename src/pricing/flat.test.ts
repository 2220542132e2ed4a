import { describe, expect, it } from 'vitest'
import { m, priceOnce } from '../../test/pricing.ts'

describe('flat', () => {
  it('charges its price regardless of use', () => {
    const { amount, steps } = priceOnce({ model: 'flat', price: '50000' }, {})
    expect(amount).toBe(m('50000'))
    expect(steps).toEqual([{ code: 'flat', params: { result: '50000.00', unit: 'CNY' } }])
  })

  it('may be chosen by an attribute', () => {
    const terms = { model: 'flat', price: { by: 'edition', options: { short: '500', long: '1000' } } }
    expect(priceOnce(terms, { attributes: { edition: 'long' } }).amount).toBe(m('1000'))
  })

  it('rounds a price finer than the minor unit if the terms say so', () => {
    expect(priceOnce({ model: 'flat', price: '0.005', rounding: { to: 'minor' } }, {}).amount).toBe(m('0.01'))
    expect(priceOnce({ model: 'flat', price: '0.005' }, {}).amount).toBe(m('0.005'))
  })
})
