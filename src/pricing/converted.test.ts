import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compileConversion } from './converted.ts'
import { compilePrice } from './index.ts'

const thousands = { model: 'converted', divideBy: '1000', round: 'ceiling', of: { model: 'per_unit', price: '1' } }

describe('unit conversion', () => {
  it('converts and rounds the quantity before pricing', () => {
    const tiers = [
      { upTo: '5', price: '1' },
      { upTo: null, price: '0.5' },
    ]
    const { amount, steps } = priceOnce({ ...thousands, of: { model: 'graduated', tiers } }, { quantity: m('7400') })
    expect(amount).toBe(m('6.5'))
    expect(steps[0]).toEqual({ code: 'converted', params: { from: '7400', to: '8' } })
  })

  it('rounds in the given mode to the given number of decimals', () => {
    const convert = (round: 'ceiling' | 'floor' | 'half-away' | 'none', digits?: number) =>
      compileConversion({ multiplyBy: '2', divideBy: '3', round, ...(digits !== undefined && { digits }) })(m('10'))
    expect([convert('ceiling'), convert('floor'), convert('half-away', 2), convert('none')]).toEqual([
      m('7'),
      m('6'),
      m('6.67'),
      m('6.666667'),
    ])
  })

  it('rounds the running total, not each part', () => {
    const { increment } = compilePrice(thousands, 'CNY')
    expect(increment!({ quantity: m('1400') }, { quantity: m('2700') }).amount).toBe(m('1'))
  })

  it('keeps increments equal to the whole', () => {
    partsMakeTheWhole(compilePrice(thousands, 'CNY'), (n) => ({ quantity: BigInt(n) * 777_000n }))
  })

  it('refuses division by zero', () => {
    expect(() => compilePrice({ ...thousands, divideBy: '0.0' }, 'CNY')).toThrow('/divideBy')
  })
})
