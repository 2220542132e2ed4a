import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, partsMakeTheWhole, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'
import { compileShare, type PercentageTerms } from './percentage.ts'

const fee = (terms: object, amount: string, more: object = {}) =>
  priceOnce({ model: 'percentage', ...terms }, { amount: m(amount), ...more })

describe('percentage', () => {
  it('charges a percentage of an amount and explains it', () => {
    const { amount, steps } = fee({ rate: '0.006' }, '100')
    expect(amount).toBe(m('0.60'))
    expect(steps).toEqual([
      { code: 'percentage', params: { amount: '100.00', rate: '0.6', unit: 'CNY', result: '0.60' } },
    ])
  })

  it('adds a fixed part before it rounds, once', () => {
    const terms = { rate: '0.001', fixed: '10', rounding: { to: 'minor' } }
    expect(fee(terms, '5000').amount).toBe(m('15'))
    expect(fee(terms, '333.33').amount).toBe(m('10.33'))
    expect(fee({ ...terms, rounding: { to: 'minor', mode: 'ceiling' } }, '333.33').amount).toBe(m('10.34'))
    expect(fee(terms, '333.33').steps.at(-1)).toEqual({
      code: 'rounded',
      params: { from: '10.33333', to: '10.33', unit: 'CNY', mode: 'half-away' },
    })
  })

  it('rounds to whole units of a currency without minor digits', () => {
    const terms = { model: 'percentage', rate: '0.0199', rounding: { to: 'minor' } }
    expect(priceOnce(terms, { amount: m('12800') }, 'JPY').amount).toBe(m('255'))
  })

  it('limits each transaction to its minimum and maximum', () => {
    const terms = { rate: '0.0299', fixed: '2', min: '1.75', max: '12' }
    expect(['10', '80', '10000'].map((amount) => fee(terms, amount).amount)).toEqual([m('2.299'), m('4.392'), m('12')])
    expect(fee({ rate: '0.0299', min: '1.75' }, '10').steps.map(({ code }) => code)).toContain('minimum_applied')
  })

  it('charges only what exceeds the free allowance of the period', () => {
    const terms = { rate: '0.013', fixed: '2', free: { amount: '250' } }
    const earlier = (amount: string, transactions: number) => ({ before: { amount: m(amount), transactions } })
    expect(fee(terms, '100', earlier('50', 1)).amount).toBe(0n)
    expect(fee(terms, '250', earlier('150', 2)).amount).toBe(m('3.95'))
    expect(fee(terms, '400', earlier('400', 3)).amount).toBe(m('7.2'))
    expect(fee({ ...terms, free: { transactions: 1 } }, '400', earlier('400', 1)).amount).toBe(m('7.2'))
    expect(fee({ ...terms, free: { transactions: 2 } }, '400', earlier('400', 1)).amount).toBe(0n)
  })

  it('charges nothing on a zero amount', () => {
    expect(fee({ rate: '0.01', fixed: '10', min: '5' }, '0').amount).toBe(0n)
  })

  it('is at most the whole as a share, in every form of the rate', () => {
    const share = (rate: PercentageTerms['rate']) => () => compileShare({ model: 'percentage', rate }, 'CNY')
    const refused = { code: 'terms_invalid' }
    expect(share('1')).not.toThrow()
    const options = { a: '0.5', b: '1.000001' }
    for (const rate of [
      '1.5',
      { by: 'x', options },
      { given: 'x', max: '2' },
      { by: 'x', options: { a: '1' }, otherwise: '70' },
    ]) {
      expect(share(rate)).toThrow(expect.objectContaining(refused))
    }
    const given = compileShare({ model: 'percentage', rate: { given: 'x' } }, 'CNY')
    expect(given({ amount: m('10'), attributes: { x: '1' } }).amount).toBe(m('10'))
    expect(() => given({ amount: m('10'), attributes: { x: '1.1' } })).toThrow(/1\.1/)
    // A plain price may exceed the amount.
    expect(fee({ rate: '1.5' }, '10').amount).toBe(m('15'))
  })

  it('prices a negative amount as the exact opposite', () => {
    const terms = { rate: '0.0299', fixed: '0', min: '1.75', max: '12' }
    const property = fc.property(fc.bigInt(1n, 10n ** 15n), (amount) => {
      const price = compilePrice({ model: 'percentage', ...terms }, 'CNY').price
      return price({ amount }).amount === -price({ amount: -amount }).amount
    })
    fc.assert(property)
  })

  it('is at most half a minor unit off the exact percentage', () => {
    const property = fc.property(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 0, max: 999_999 }), (amount, rate) => {
      const text = `0.${String(rate).padStart(6, '0')}`
      const price = compilePrice({ model: 'percentage', rate: text, rounding: { to: 'minor' } }, 'CNY').price
      const off = price({ amount }).amount * 1_000_000n - amount * BigInt(rate)
      return off <= 5_000_000_000n && off >= -5_000_000_000n
    })
    fc.assert(property)
  })

  it('keeps increments equal to the whole', () => {
    const price = compilePrice({ model: 'percentage', rate: '0.00601', rounding: { to: 'minor' } }, 'CNY')
    partsMakeTheWhole(price, (n) => ({ amount: BigInt(n) * 12_340n }))
  })

  it('offers increments only if no term applies per transaction', () => {
    const increment = (more: object) => compilePrice({ model: 'percentage', rate: '0.1', ...more }, 'CNY').increment
    expect(increment({})).toBeTypeOf('function')
    expect(increment({ rounding: { to: 'minor' } })).toBeTypeOf('function')
    for (const more of [{ fixed: '1' }, { min: '1' }, { max: '1' }, { free: { amount: '1' } }]) {
      expect(increment(more)).toBeUndefined()
    }
  })

  it('refuses invalid terms field by field', () => {
    const refusal = (terms: object) => () => compilePrice({ model: 'percentage', ...terms }, 'CNY')
    expect(refusal({})).toThrow('/rate: is required')
    expect(refusal({ rate: '0,6' })).toThrow('/rate: must be a decimal string')
    expect(refusal({ rate: '0.1', min: '2', max: '1' })).toThrow('/min: 2 is greater than max 1')
    expect(refusal({ rate: '0.1', rates: '1' })).toThrow('/rates: is not a field of this model')
    expect(refusal({ rate: '0.1', min: '0.0000001' })).toThrow('/min')
    expect(() => compilePrice({ model: 'percentage', rate: '0.1' }, 'XYZ')).toThrow('ISO 4217')
  })

  it('names what is missing from the input', () => {
    expect(() => priceOnce({ model: 'percentage', rate: '0.1' }, {})).toThrow('requires “amount”')
  })
})
