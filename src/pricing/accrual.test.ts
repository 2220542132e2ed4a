import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const fund = { model: 'accrual', rate: '0.01', basis: 'ACT/365' }
const held = (amount: string, days: number, more: object = {}) => [{ amount: m(amount), days, ...more }]

describe('accrual', () => {
  it('accrues a yearly rate day by day, over 365 or 360 days', () => {
    expect(priceOnce(fund, { holdings: held('36500', 1) }).amount).toBe(m('1'))
    expect(priceOnce({ ...fund, basis: 'ACT/360' }, { holdings: held('36000', 1) }).amount).toBe(m('1'))
    expect(priceOnce(fund, { holdings: held('36500', 365) }).amount).toBe(m('365'))
  })

  it('adds the spread between the fund yield and the holder yield', () => {
    const yields = { fundYield: '0.025', holderYield: '0.018' }
    const { amount, steps } = priceOnce({ ...fund, spread: 'signed' }, { holdings: held('36500', 1, yields) })
    expect(amount).toBe(m('1.7'))
    expect(steps[0]).toEqual({ code: 'spread', params: { fund: '2.5', holder: '1.8', spread: '0.7' } })
    const upside = { fundYield: '0.01', holderYield: '0.03' }
    expect(priceOnce({ ...fund, spread: 'signed' }, { holdings: held('36500', 1, upside) }).amount).toBe(m('-1'))
    expect(priceOnce({ ...fund, spread: 'floored' }, { holdings: held('36500', 1, upside) }).amount).toBe(m('1'))
    expect(() => priceOnce({ ...fund, spread: 'signed' }, { holdings: held('1', 1) })).toThrow('fundYield')
  })

  it('adds daily increments up to the month, rounded once', () => {
    const all = Array.from({ length: 30 }, (_, day) => ({ amount: m('1234.57') + BigInt(day) * 7_777_777n, days: 1 }))
    const price = compilePrice({ ...fund, rounding: { to: 'minor' } }, 'CNY')
    partsMakeTheWhole(price, (n) => ({ holdings: all.slice(0, n) }), 30)
  })

  it('refuses fractional days', () => {
    expect(() => priceOnce(fund, { holdings: held('1', 1.5) })).toThrow('days')
  })
})
