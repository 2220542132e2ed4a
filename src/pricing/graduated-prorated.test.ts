import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const terms = {
  model: 'graduated_prorated',
  tiers: [
    { upTo: '5', price: '10', flat: '100' },
    { upTo: null, price: '5', flat: '50' },
  ],
}
const change = (quantity: string, prorated: string) => ({ quantity: m(quantity), prorated: m(prorated) })

describe('graduated, prorated', () => {
  it('splits each change over the tiers and charges its share of the period', () => {
    expect(priceOnce(terms, { changes: [change('1', '0.7')] }).amount).toBe(m('107'))
    expect(priceOnce(terms, { changes: [change('5', '3.5'), change('-2', '-1')] }).amount).toBe(m('125'))
    expect(priceOnce(terms, { changes: [change('4', '2.8'), change('2', '1'), change('-3', '-0.6')] }).amount).toBe(
      m('180.5'),
    )
    expect(priceOnce(terms, { changes: [] }).amount).toBe(0n)
  })

  it('equals the graduated price if every change applies to the full period', () => {
    const plain = { ...terms, model: 'graduated' }
    const property = fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }), (steps) => {
      const changes = steps.map((n) => change(String(n), String(n)))
      const quantity = changes.reduce((sum, one) => sum + one.quantity, 0n)
      return priceOnce(terms, { changes }).amount === priceOnce(plain, { quantity }).amount
    })
    fc.assert(property)
  })

  it('keeps increments equal to the whole', () => {
    const all = Array.from({ length: 40 }, (_, i) => change(i % 4 === 3 ? '-1' : '2', i % 4 === 3 ? '-0.3' : '1.7'))
    partsMakeTheWhole(compilePrice(terms, 'CNY'), (n) => ({ changes: all.slice(0, n) }), 40)
  })

  it('refuses a decrease below zero, and blocks', () => {
    expect(() => priceOnce(terms, { changes: [change('-1', '-1')] })).toThrow('changes')
    const blocks = { ...terms, tiers: [{ upTo: null, price: '1', per: '10' }] }
    expect(() => compilePrice(blocks, 'CNY')).toThrow('/tiers/0/per')
  })
})
