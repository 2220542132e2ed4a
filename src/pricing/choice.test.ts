import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, priceOnce } from '../../test/pricing.ts'
import { Problem } from '../problem.ts'
import { compilePrice } from './index.ts'

const rate = {
  by: 'merchantCategory',
  options: { restaurant: '0.006', education: '0.007', games: '0.012' },
  min: '0.006',
  max: '0.012',
}
const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error.code
  }
  return undefined
}

describe('a value chosen by an attribute', () => {
  const ask = (merchantCategory: string, more = {}) =>
    priceOnce(
      { model: 'percentage', rate: { ...rate, ...more } },
      { amount: m('100'), attributes: { merchantCategory } },
    )

  it('adds a step with the attribute that decided', () => {
    expect(ask('restaurant').amount).toBe(m('0.60'))
    expect(ask('games').steps[0]).toEqual({
      code: 'rate_chosen',
      params: { by: 'merchantCategory', value: 'games', rate: '1.2' },
    })
  })

  it('refuses a value without an option, unless there is a default', () => {
    expect(codeOf(() => ask('casino'))).toBe('choice_unknown')
    expect(codeOf(() => ask('toString'))).toBe('choice_unknown')
    expect(ask('casino', { otherwise: '0.012' }).amount).toBe(m('1.20'))
    const price = compilePrice({ model: 'percentage', rate }, 'CNY').price
    expect(codeOf(() => price({ amount: m('1') }))).toBe('price_input_missing')
  })

  it('refuses an option outside its band when the rate card is compiled', () => {
    const refusal = (more: object) => () => compilePrice({ model: 'percentage', rate: { ...rate, ...more } }, 'CNY')
    expect(refusal({ options: { toy: '0.013' } })).toThrow('/rate/options/toy: 0.013 is outside the range')
    expect(refusal({ otherwise: '0.0059' })).toThrow('/rate/otherwise')
    expect(refusal({ min: '0.02' })).toThrow('/rate/min')
    expect(refusal({ options: {} })).toThrow('/rate/options')
    expect(refusal({ options: { toy: 'x' } })).toThrow('/rate/options/toy: must be a decimal string')
  })
})

describe('a value given with each item', () => {
  const sticker = { model: 'per_unit', price: { given: 'price', min: '6', max: '18' } }
  const sell = (price: string) => priceOnce(sticker, { quantity: m('1'), attributes: { price } })

  it('accepts values inside its band, both ends included', () => {
    expect([sell('6').amount, sell('12.5').amount, sell('18').amount]).toEqual([m('6'), m('12.5'), m('18')])
    expect(sell('6').steps[0]).toEqual({ code: 'price_given', params: { name: 'price', price: '6.00', unit: 'CNY' } })
  })

  it('refuses values outside it', () => {
    for (const price of ['5.99', '18.01', '-6']) expect(codeOf(() => sell(price))).toBe('price_outside_band')
    expect(codeOf(() => sell('1e1'))).toBe('rate_invalid')
    expect(codeOf(() => priceOnce(sticker, { quantity: m('1') }))).toBe('price_input_missing')
  })

  it('never leaves the band, for any value', () => {
    const property = fc.property(fc.integer({ min: 0, max: 3_000 }), (cents) => {
      const price = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      const refused = codeOf(() => sell(price)) === 'price_outside_band'
      return refused === (cents < 600 || cents > 1800)
    })
    fc.assert(property)
  })

  it('may be a rate', () => {
    const terms = { model: 'percentage', rate: { given: 'takeRate', max: '0.15' } }
    const { amount, steps } = priceOnce(terms, { amount: m('200'), attributes: { takeRate: '0.1' } })
    expect(amount).toBe(m('20'))
    expect(steps[0]).toEqual({ code: 'rate_given', params: { name: 'takeRate', rate: '10' } })
  })
})
