import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const tiers = [
  { upTo: '10', price: '10', flat: '2' },
  { upTo: '20', price: '5', flat: '3' },
  { upTo: null, price: '5', flat: '3' },
]
const terms = { model: 'graduated', tiers }
const of = (quantity: string, more: object = {}) => priceOnce({ ...terms, ...more }, { quantity: m(quantity) })

describe('graduated', () => {
  it('charges every unit in its own tier', () => {
    expect(['0', '1', '10', '11', '12', '21'].map((n) => of(n).amount)).toEqual(
      ['0', '12', '102', '110', '115', '163'].map((n) => m(n)),
    )
    expect(of('11').steps).toEqual([
      { code: 'tier', params: { from: '0', to: '10', quantity: '10', price: '10.00', unit: 'CNY', result: '100.00' } },
      { code: 'tier_flat', params: { from: '0', flat: '2.00', unit: 'CNY' } },
      { code: 'tier', params: { from: '10', to: '20', quantity: '1', price: '5.00', unit: 'CNY', result: '5.00' } },
      { code: 'tier_flat', params: { from: '10', flat: '3.00', unit: 'CNY' } },
    ])
  })

  it('charges the flat amount of the first tier at zero use only if the terms say so', () => {
    expect(of('0', { flatAtZero: true }).amount).toBe(m('2'))
    expect(of('1', { flatAtZero: true }).amount).toBe(m('12'))
  })

  it('has no gap between tiers: an edge belongs to the lower one, a fraction above it to the next', () => {
    const fine = {
      tiers: [
        { upTo: '0.1', price: '10' },
        { upTo: '1', price: '5' },
        { upTo: null, price: '2' },
      ],
    }
    expect([of('0.05', fine).amount, of('0.5', fine).amount, of('1.5', fine).amount]).toEqual([
      m('0.5'),
      m('3'),
      m('6.5'),
    ])
  })

  it('charges started blocks within a tier', () => {
    const blocks = {
      tiers: [
        { upTo: '1000', price: '1', per: '100' },
        { upTo: null, price: '0.5', per: '1000' },
      ],
    }
    expect([of('1', blocks).amount, of('1000', blocks).amount, of('1001', blocks).amount]).toEqual([
      m('1'),
      m('10'),
      m('10.5'),
    ])
  })

  it('adds tier prices of different precision exactly', () => {
    const fine = {
      tiers: [
        { upTo: '1', price: '0.0000001' },
        { upTo: '2', price: '3' },
        { upTo: null, price: '0.25' },
      ],
    }
    expect(of('12', fine).amount).toBe(m('5.5'))
  })

  it('equals the sum of single units', () => {
    const { price } = compilePrice(terms, 'CNY')
    const property = fc.property(fc.integer({ min: 0, max: 60 }), (count) => {
      let expected = count > 20 ? 8 : count > 10 ? 5 : count > 0 ? 2 : 0
      for (let unit = 1; unit <= count; unit++) expected += unit <= 10 ? 10 : 5
      return price({ quantity: m(String(count)) }).amount === m(String(expected))
    })
    fc.assert(property)
  })

  it('keeps increments equal to the whole', () => {
    const fine = {
      model: 'graduated',
      tiers: [
        { upTo: '3.7', price: '0.333', flat: '1' },
        { upTo: null, price: '0.1117' },
      ],
    }
    for (const to of ['minor', 'micro']) {
      const price = compilePrice({ ...fine, rounding: { to } }, 'CNY')
      partsMakeTheWhole(price, (n) => ({ quantity: BigInt(n) * 1_700n }))
    }
  })

  it('refuses tiers that do not ascend or have no open end', () => {
    const refusal = (list: object[]) => () => compilePrice({ model: 'graduated', tiers: list }, 'CNY')
    expect(refusal([])).toThrow('/tiers')
    expect(refusal([{ upTo: '10', price: '1' }])).toThrow('/tiers/0/upTo')
    expect(
      refusal([
        { upTo: null, price: '1' },
        { upTo: null, price: '1' },
      ]),
    ).toThrow('/tiers/0/upTo')
    expect(refusal([{ upTo: '5' }, { upTo: '5' }, { upTo: null }])).toThrow('/tiers/1/upTo: 5 is not greater')
    expect(refusal([{ upTo: null, price: '1', per: '0' }])).toThrow('/tiers/0/per')
  })
})
