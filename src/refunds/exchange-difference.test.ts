import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component } from '../charges/draft.ts'
import type { ExchangeRule } from '../charges/policy.ts'
import { lines } from '../lines/index.ts'
import type { Micros } from '../money/amount.ts'
import { applyRate, formatRate, invert, ratio } from '../money/rate.ts'
import { directRate, exchangeDifference } from './exchange-difference.ts'
import type { RefundPlan } from './plan.ts'

const component = (kind: string, from: string, to: string, amount: Micros, unit: string): Component => ({
  kind,
  from,
  to,
  amount,
  unit,
  returns: 'pro-rata',
  quantum: 1n,
  why: [],
})

/**
 * 12,800 JPY in a shop for 565.51 CNY, of which 16.47 is the markup and 549.04 the currency itself. All of it is
 * refunded.
 */
function purchase(sent = 565_510_000n, markup = 16_470_000n, payout = 12_800_000_000n): RefundPlan['back'] {
  const components = [
    component('principal', 'usr_1/external', 'platform/position', sent, 'CNY'),
    component('payout', 'platform/position', 'mch_ramen/balance', payout, 'JPY'),
    component('markup', 'platform/position', 'platform/revenue', markup, 'CNY'),
    component('fee', 'mch_ramen/balance', 'platform/revenue', payout / 50n, 'JPY'),
  ]
  return components.map((each, index) => ({ index, component: each, amount: each.amount }))
}

const charge = { unit: 'CNY', payerAccount: 'usr_1/external' }
const on = (rate: string, pair = 'CNY/JPY') => ({ pair, rate, day: '2026-12-20', source: 'ECB' })
const current = (bearer: ExchangeRule['bearer']): ExchangeRule => ({ rate: 'current', bearer })

describe('a refund at the current rate', () => {
  it.each([
    // 12,800 ÷ 23 = 556.52: the returned yen are worth 7.48 more than was refunded for them.
    ['23', 'platform', 'platform/position', 'platform/revenue', 7_480_000n, 'CNY'],
    ['23', 'payer', 'platform/position', 'usr_1/balance', 7_480_000n, 'CNY'],
    // 549.04 × 23 = 12,628: 172 fewer are needed.
    ['23', 'payee', 'platform/position', 'mch_ramen/balance', 172_000_000n, 'JPY'],
    // 12,800 ÷ 24 = 533.33: 15.71 less.
    ['24', 'platform', 'platform/cost', 'platform/position', 15_710_000n, 'CNY'],
    ['24', 'payer', 'usr_1/external', 'platform/position', 15_710_000n, 'CNY'],
    // 549.04 × 24 = 13,177: 377 more are needed.
    ['24', 'payee', 'mch_ramen/balance', 'platform/position', 377_000_000n, 'JPY'],
  ] as const)('at %s, borne by the %s: from %s to %s', (rate, bearer, from, to, amount, unit) => {
    const { transfers, steps } = exchangeDifference(charge, purchase(), current(bearer), on(rate))
    expect(transfers).toEqual([{ kind: 'exchange-difference', from, to, amount, unit }])
    for (const language of ['en', 'zh'] as const)
      expect(lines.explanations.render(steps, language, 'UTC')[0]).toContain(rate === '23' ? '556.52' : '533.33')
  })

  it('accepts the pair in either direction, and no other pair', () => {
    const [other] = exchangeDifference(charge, purchase(), current('platform'), on('0.05', 'JPY/CNY')).transfers
    // 12,800 × 0.05 = 640.00
    expect(other?.amount).toBe(90_960_000n)
    expect(() => exchangeDifference(charge, purchase(), current('platform'), on('7', 'CNY/USD'))).toThrow(
      'Expected CNY/JPY',
    )
    expect(() => exchangeDifference(charge, purchase(), current('platform'), on('0'))).toThrow('rate')
    expect(() => exchangeDifference(charge, purchase(), current('platform'), undefined)).toThrow('rate of the day')
  })

  it.each([
    ['0.0001', 'CNY/JPY', '23.313419787265'],
    ['230000', 'CNY/JPY', '23.313419787265'],
    ['30', 'CNY/JPY', '23.313419787265'],
    ['19', 'CNY/JPY', '23.313419787265'],
    ['23.3', 'JPY/CNY', '0.04289375'],
  ])('refuses %s %s, far from the rate of the charge', (rate, pair, expected) => {
    for (const bearer of ['payer', 'payee', 'platform'] as const) {
      const attempt = () => exchangeDifference(charge, purchase(), current(bearer), on(rate, pair))
      expect(attempt).toThrow(expect.objectContaining({ code: 'refund_rate_implausible' }))
      expect(attempt).toThrow(`the rate of the charge, ${expected}`)
    }
  })

  it('accepts a rate that only the rounding of a small amount separates from that of the charge', () => {
    const small = purchase(60_000n, 0n, 1_000_000n) // 0.06 CNY for 1 JPY
    expect(exchangeDifference(charge, small, current('payer'), on('23')).worth).toBe(20_000n)
  })

  it('posts nothing without a difference or without an exchange', () => {
    const level = exchangeDifference(
      charge,
      purchase(565_510_000n, 16_470_000n, 12_627_920_000n),
      current('platform'),
      on('23'),
    )
    expect(level.transfers).toEqual([])
    expect(level.steps[0]?.code).toBe('exchange_level')
    const local = [
      { index: 0, component: component('price', 'usr_1/external', 'platform/revenue', 5n, 'CNY'), amount: 5n },
    ]
    expect(exchangeDifference(charge, local, current('payer'), on('23'))).toMatchObject({ transfers: [], steps: [] })
  })

  it('does not change a refund at the original rate', () => {
    const original: ExchangeRule = { rate: 'original', bearer: 'platform' }
    expect(exchangeDifference(charge, purchase(), original, on('23'))).toMatchObject({ transfers: [], steps: [] })
    expect(exchangeDifference(charge, purchase(), undefined, undefined)).toMatchObject({ transfers: [], steps: [] })
  })

  it('keeps the value of the platform’s position to the smallest unit of the bearer’s currency', () => {
    const amounts = fc.record({
      sent: fc.bigInt({ min: 100n, max: 10_000_000n }),
      markup: fc.bigInt({ min: 0n, max: 50n }),
      payout: fc.bigInt({ min: 1n, max: 10_000_000n }),
      percent: fc.bigInt({ min: 84n, max: 119n }),
      bearer: fc.constantFrom('payer' as const, 'payee' as const, 'platform' as const),
    })
    fc.assert(
      fc.property(amounts, ({ sent, markup, payout, percent, bearer }) => {
        const back = purchase(sent * 10_000n, markup * 10_000n, payout * 1_000_000n)
        const rate = formatRate(ratio(payout * percent, sent - markup))
        fc.pre(rate !== '0')
        const reference = on(rate)
        const { transfers } = exchangeDifference(charge, back, current(bearer), reference)
        const moved = (unit: string) =>
          [
            ...back.map(({ component: { from, to, unit: of }, amount }) => ({ from: to, to: from, unit: of, amount })),
            ...transfers,
          ]
            .filter((each) => each.unit === unit)
            .reduce(
              (sum, { from, to, amount }) =>
                sum + (to === 'platform/position' ? amount : 0n) - (from === 'platform/position' ? amount : 0n),
              0n,
            )
        const yen = directRate(reference, 'CNY', 'JPY')
        const off =
          bearer === 'payee'
            ? moved('JPY') + applyRate(moved('CNY'), yen)
            : moved('CNY') + applyRate(moved('JPY'), invert(yen))
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(bearer === 'payee' ? 500_001n : 5_001n)
      }),
    )
  })
})
