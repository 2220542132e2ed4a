import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, priceOnce } from '../../test/pricing.ts'
import { parseRate, ratio } from '../money/rate.ts'
import { compilePrice } from './index.ts'
import { type MarkupTerms, markup } from './markup.ts'

// Reference rates of the European Central Bank for 2026-04-13: 1 EUR = 7.9827 CNY = 1.1684 USD.
const usdPerCny = ratio(11_684n, 79_827n)
const on: MarkupTerms = { model: 'markup', markup: '0.02', convention: 'on_price' }
const off: MarkupTerms = { ...on, convention: 'off_rate' }
const against = { rounding: { to: 'minor' as const, mode: 'against-payer' as const } }

describe('markup over a reference rate', () => {
  it('distinguishes the two conventions', () => {
    const send = { amount: m('10000'), other: 'USD', reference: usdPerCny }
    expect(markup.compile(off, 'CNY')(send).received).toBe(m('1434.39'))
    expect(markup.compile(on, 'CNY')(send).received).toBe(m('1434.97'))
    expect(markup.compile({ ...on, ...against }, 'CNY')(send).received).toBe(m('1434.96'))
  })

  it('computes the amount to send from the amount to receive', () => {
    const receive = { receive: m('1500'), other: 'USD', reference: usdPerCny }
    const terms: MarkupTerms = { ...off, ...against }
    expect(markup.compile(terms, 'CNY')(receive).sent).toBe(m('10457.40'))
  })

  it('earns the amount sent less the cost of the amount received', () => {
    const input = { receive: m('12800'), other: 'JPY', reference: parseRate('23.3943402608') }
    const { amount, sent, cost } = markup.compile({ ...on, markup: '0.03' }, 'CNY')(input)
    expect([sent, cost, amount]).toEqual([m('563.56'), m('547.14'), m('16.42')])
    expect(priceOnce({ ...on, markup: '0.03' }, input).amount).toBe(m('16.42'))
  })

  it('never loses on an exchange that rounds against the payer', () => {
    const price = markup.compile({ ...off, ...against }, 'CNY')
    const property = fc.property(fc.bigInt(1n, 10n ** 9n), (fen) => {
      const { amount, sent, cost, received } = price({ amount: fen * 10_000n, other: 'USD', reference: usdPerCny })
      return amount >= 0n && sent === cost + amount && received % 10_000n === 0n
    })
    fc.assert(property)
  })

  it('refuses both legs, no leg, and a markup of 100%', () => {
    const { price } = compilePrice(off, 'CNY')
    expect(() => price({ other: 'USD', reference: usdPerCny })).toThrow('amount')
    expect(() => price({ amount: 1n, receive: 1n, other: 'USD', reference: usdPerCny })).toThrow('amount')
    const all = compilePrice({ ...off, markup: '1' }, 'CNY')
    expect(() => all.price({ amount: 1n, other: 'USD', reference: usdPerCny })).toThrow('markup')
  })
})
