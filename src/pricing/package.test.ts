import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const thousand = { model: 'package', price: '5', size: '1000' }
const of = (quantity: string, more: object = {}) =>
  priceOnce({ ...thousand, ...more }, { quantity: m(quantity) }).amount

describe('package', () => {
  it('counts a started package as a whole', () => {
    expect([of('0'), of('1'), of('1000'), of('1001')]).toEqual([0n, m('5'), m('5'), m('10')])
  })

  it('ignores a started package or charges it in proportion, if the terms say so', () => {
    expect([of('999', { started: 'down' }), of('1999', { started: 'down' })]).toEqual([0n, m('5')])
    expect(of('1500', { started: 'none' })).toBe(m('7.5'))
    expect(of('1', { started: 'none', size: '3', price: '1' })).toBe(333_333n)
  })

  it('deducts free units before it counts packages', () => {
    expect(of('121', { size: '10', price: '100', free: '10' })).toBe(m('1200'))
    expect(of('121', { size: '10', price: '100', free: '200' })).toBe(0n)
  })

  it('rounds up to at least the proportional price, and down to at most it', () => {
    const [up, none, down] = ['up', 'none', 'down'].map(
      (started) => compilePrice({ ...thousand, started }, 'CNY').price,
    )
    const property = fc.property(fc.bigInt(0n, 10n ** 12n), (quantity) => {
      const [most, exact, least] = [up, none, down].map((price) => price!({ quantity }).amount)
      return most! >= exact! && exact! >= least! && most! - least! <= m('5')
    })
    fc.assert(property)
  })

  it('keeps increments equal to the whole, by rounding the cumulative count', () => {
    const price = compilePrice(thousand, 'CNY')
    expect(price.increment!({ quantity: m('1400') }, { quantity: m('2700') }).amount).toBe(m('5'))
    partsMakeTheWhole(price, (n) => ({ quantity: BigInt(n) * 1_370_000n }))
  })

  it('refuses a package of size zero', () => {
    expect(() => compilePrice({ ...thousand, size: '0' }, 'CNY')).toThrow('/size: must be greater than zero')
  })
})
