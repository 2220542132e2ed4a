import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const of = { model: 'per_unit', price: '10' }
const terms = { model: 'commitment', min: '50', max: '100', of }

describe('commitment', () => {
  it('raises the price to the minimum only when the period closes', () => {
    expect(priceOnce(terms, { quantity: m('2') }).amount).toBe(m('50'))
    expect(priceOnce(terms, { quantity: m('2'), final: false }).amount).toBe(m('20'))
    expect(priceOnce(terms, { quantity: m('2') }).steps.at(-1)).toEqual({
      code: 'committed',
      params: { from: '20.00', to: '50.00', unit: 'CNY' },
    })
  })

  it('caps the spend', () => {
    expect(priceOnce(terms, { quantity: m('12') }).amount).toBe(m('100'))
    const { increment } = compilePrice(terms, 'CNY')
    expect(increment!({ quantity: m('7') }, { quantity: m('12') }).amount).toBe(m('30'))
    expect(increment!({ quantity: m('12') }, { quantity: m('20') }).amount).toBe(0n)
  })

  it('wraps any other price, even one counted in another unit', () => {
    const converted = { model: 'converted', divideBy: '1000', round: 'ceiling', of }
    expect(priceOnce({ model: 'commitment', max: '25', of: converted }, { quantity: m('2001') }).amount).toBe(m('25'))
  })

  it('keeps increments equal to the whole if the last one is final', () => {
    partsMakeTheWhole(compilePrice(terms, 'CNY'), (n) => ({ quantity: BigInt(n) * 3_000n }))
  })

  it('refuses missing or contradictory bounds, and faults of the inner price', () => {
    expect(() => compilePrice({ model: 'commitment', of }, 'CNY')).toThrow('min, max or both')
    expect(() => compilePrice({ ...terms, min: '101' }, 'CNY')).toThrow('/min')
    expect(() => compilePrice({ ...terms, of: { model: 'per_unit', price: 'x' } }, 'CNY')).toThrow('/of/price')
    expect(() => compilePrice({ ...terms, of: { model: 'nothing' } }, 'CNY')).toThrow('/of/model')
    expect(() => compilePrice({ ...terms, of: terms }, 'CNY')).toThrow('/of/model: "commitment" cannot be used inside')
    const deep = { ...terms, of: { model: 'percentage', rate: '0.1', min: '2', max: '1' } }
    expect(() => compilePrice(deep, 'CNY')).toThrow('/of/min')
  })
})
