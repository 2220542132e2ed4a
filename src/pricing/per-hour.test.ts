import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const slot = { model: 'per_hour', price: { given: 'price', min: '500', max: '5000' } }
const memory = { model: 'per_hour', price: '0.08' }

describe('per hour', () => {
  it('prices a live slot by the second, inside its band', () => {
    const { amount, steps } = priceOnce(slot, { seconds: 5400n, attributes: { price: '1200' } })
    expect(amount).toBe(m('1800'))
    expect(steps.at(-1)).toEqual({
      code: 'hours',
      params: { hours: '1.5', quantity: '1', price: '1200.00', unit: 'CNY', result: '1800.00' },
    })
    expect(() => priceOnce(slot, { seconds: 1n, attributes: { price: '499' } })).toThrow('outside')
  })

  it('prices GB-hours', () => {
    expect(priceOnce(memory, { seconds: 86_400n, quantity: m('16') }).amount).toBe(m('30.72'))
    expect(priceOnce(memory, { seconds: 1n, quantity: m('0.5') }).amount).toBe(11n)
  })

  it('counts started steps and a minimum, but charges nothing for zero seconds', () => {
    const terms = { ...memory, price: '60', increment: '60', minimum: '600' }
    const of = (seconds: bigint) => priceOnce(terms, { seconds }).amount
    expect([of(0n), of(1n), of(601n), of(3600n)]).toEqual([0n, m('10'), m('11'), m('60')])
  })

  it('keeps increments equal to the whole', () => {
    const price = compilePrice({ ...memory, increment: '60', rounding: { to: 'minor' } }, 'CNY')
    partsMakeTheWhole(price, (n) => ({ seconds: BigInt(n) * 7n, quantity: m('3.3') }))
  })

  it('refuses a step of zero seconds', () => {
    expect(() => compilePrice({ ...memory, increment: '0' }, 'CNY')).toThrow('/increment')
  })
})
