import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const of = (seats: string, more: object = {}) =>
  priceOnce({ model: 'per_seat', price: '200', ...more }, { quantity: m(seats) }).amount

describe('per seat', () => {
  it('multiplies whole seats', () => {
    expect([of('0'), of('1'), of('12')]).toEqual([0n, m('200'), m('2400')])
    expect(() => of('1.5')).toThrow('1.5')
  })

  it('supports a base price, included seats and a minimum', () => {
    const more = { base: '999', included: '5', minimum: '3' }
    expect([of('1', more), of('5', more), of('7', more)]).toEqual([m('999'), m('999'), m('1399')])
    expect(of('1', { minimum: '3' })).toBe(m('600'))
  })

  it('never decreases when a seat is added', () => {
    const property = fc.property(fc.integer({ min: 0, max: 500 }), (seats) => {
      const more = { base: '999', included: '5', minimum: '3' }
      return of(String(seats), more) <= of(String(seats + 1), more)
    })
    fc.assert(property, { numRuns: 30 })
  })

  it('keeps increments equal to the whole', () => {
    const price = compilePrice({ model: 'per_seat', price: '66.67', included: '2' }, 'CNY')
    partsMakeTheWhole(price, (n) => ({ quantity: BigInt(n) * 1_000_000n }))
  })
})
