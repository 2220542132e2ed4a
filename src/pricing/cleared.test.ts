import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { clearedAt } from './cleared.ts'
import { compilePrice } from './index.ts'

const cpm = { model: 'cleared', basis: 'cpm', min: '5' }

describe('cleared prices', () => {
  it('prices impressions per thousand, and clicks individually', () => {
    const impressions = m('1000')
    expect(priceOnce(cpm, { quantity: impressions, cleared: clearedAt(m('30'), impressions) }).amount).toBe(m('30'))
    expect(priceOnce(cpm, { quantity: m('1'), cleared: m('30') }).amount).toBe(m('0.03'))
    expect(priceOnce({ model: 'cleared', basis: 'cpc' }, { quantity: m('3'), cleared: m('4.11') }).amount).toBe(
      m('4.11'),
    )
  })

  it('refuses an average cleared price below the floor or above the cap', () => {
    expect(() => priceOnce(cpm, { quantity: m('2'), cleared: m('9.99') })).toThrow('outside')
    expect(() => priceOnce({ ...cpm, max: '40' }, { quantity: m('1'), cleared: m('40.000001') })).toThrow('outside')
    expect(() => priceOnce(cpm, { quantity: 0n, cleared: 1n })).toThrow('outside')
  })

  it('charges the same for one sum as for a thousand impressions one by one', () => {
    const { price } = compilePrice(cpm, 'CNY')
    const property = fc.property(
      fc.array(fc.bigInt(5_000n, 90_000n), { minLength: 1, maxLength: 50 }),
      (thousandths) => {
        const prices = thousandths.map((n) => n * 1_000n)
        const one = prices.reduce((sum, cleared) => sum + price({ quantity: m('1'), cleared }).amount, 0n)
        const cleared = prices.reduce((sum, n) => sum + n, 0n)
        return one === price({ quantity: m(String(prices.length)), cleared }).amount
      },
    )
    fc.assert(property)
  })

  it('keeps increments equal to the whole', () => {
    partsMakeTheWhole(compilePrice({ model: 'cleared', basis: 'cpm', rounding: { to: 'minor' } }, 'CNY'), (n) => ({
      quantity: BigInt(n) * 1_000_000n,
      cleared: BigInt(n) * 17_333_333n,
    }))
  })
})
