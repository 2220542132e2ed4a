import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const terms = { model: 'reserved', price: '300', burst: '45.5', burstMax: '100' }
const of = (reserved: string, quantity: string) => priceOnce(terms, { reserved: m(reserved), quantity: m(quantity) })

describe('reserved capacity with burst', () => {
  it('charges the reserve, used or not, and the burst separately', () => {
    expect([of('10', '0').amount, of('10', '10').amount, of('10', '12').amount]).toEqual([
      m('3000'),
      m('3000'),
      m('3091'),
    ])
    expect(of('10', '12').steps.map(({ code }) => code)).toEqual(['reserved', 'burst'])
  })

  it('refuses a burst beyond the maximum', () => {
    expect(of('10', '110').amount).toBe(m('7550'))
    expect(() => of('10', '110.000001')).toThrow('burst')
  })

  it('keeps increments equal to the whole as the peak rises', () => {
    const open = compilePrice({ model: 'reserved', price: '300', burst: '45.123', rounding: { to: 'minor' } }, 'CNY')
    partsMakeTheWhole(open, (n) => ({ reserved: m('20'), quantity: BigInt(n) * 10_001n }))
  })
})
