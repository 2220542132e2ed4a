/**
 * Cases named `B-…` belong to the area "cross-border" and were calculated outside this project (test/cases has our copy
 * with their sources); rates are reference rates of the European Central Bank (test/cases/ecb-reference-rates.csv).
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Facts, PricedEvent } from '../../catalog/product.ts'
import { uuidToId } from '../../ids.ts'
import { postJournal } from '../../ledger/journal.ts'
import { formatMicros, parseMicros } from '../../money/amount.ts'
import { formatRate, ratio } from '../../money/rate.ts'
import { planRefund, type RefundableCharge } from '../../refunds/plan.ts'
import { fxSpread } from './fx-spread.ts'
import { overseasPay } from './overseas-pay.ts'
import { remittance } from './remittance.ts'

const noFacts: Facts = { party: () => expect.fail('no party is needed'), balance: () => 0n, series: () => undefined }

/** The ten-thousandths that one euro buys on a day. */
const ecb = {
  '2026-04-10': { USD: 11_711n, JPY: 1_864_300n, CNY: 79_967n },
  '2026-04-13': { USD: 11_684n, JPY: 1_867_500n, CNY: 79_827n },
}
const cross = (day: keyof typeof ecb, from: 'CNY' | 'USD' | 'JPY', to: 'CNY' | 'USD' | 'JPY') => ({
  pair: `${from}/${to}`,
  rate: formatRate(ratio(ecb[day][to], ecb[day][from])),
  day,
  source: 'ECB',
})
const money = (amount: string, currency = 'CNY') => ({ amount, currency })
const amounts = ({ items }: PricedEvent) =>
  Object.fromEntries(
    items.flatMap(({ components }) => components.map(({ kind, amount, unit }) => [kind, formatMicros(amount, unit)])),
  )
const charge = (product: typeof fxSpread, event: Record<string, unknown>, changed: object = {}) =>
  product.compile({ ...(product.defaultTerms as object), ...changed }, 'CNY').charge(event, noFacts)

const inShop = (day: keyof typeof ecb = '2026-04-10', amount = '12800') => ({
  payer: 'usr_1',
  merchant: 'mch_1',
  market: 'JP',
  amount: money(amount, 'JPY'),
  reference: cross(day, 'CNY', 'JPY'),
})
const remit = (amount: string) => ({
  payer: 'usr_1',
  payee: 'usr_2',
  market: 'US',
  amount: money(amount),
  currency: 'USD',
  reference: cross('2026-04-13', 'CNY', 'USD'),
})
const exchange = (amount: { amount: string; currency: string }, reference = cross('2026-04-13', 'CNY', 'USD')) => ({
  customer: 'usr_1',
  amount,
  currency: 'USD',
  reference,
})

describe('outside cases', () => {
  it('B-OFFLINE-02: the shop’s fee in a currency without decimals', () => {
    const fees = ['0.015', '0.0199', '0.02', '0.03'].map((rate) => {
      const fee = { model: 'percentage', rate, rounding: { to: 'minor' } }
      return amounts(charge(overseasPay, inShop(), { fee })).fee
    })
    expect(fees).toEqual(['192', '255', '256', '384'])
  })

  it('B-OFFLINE-03: the payer’s amount, the cost of the cover, our revenue, the gain of the position', () => {
    const { principal, markup } = amounts(charge(overseasPay, inShop('2026-04-10')))
    expect([principal, markup]).toEqual(['565.51', '16.47'])
    const left = parseMicros(principal!) - parseMicros(markup!)
    expect(formatMicros(left, 'CNY')).toBe('549.04')
    const cover = charge(overseasPay, inShop('2026-04-13'), {
      exchange: { model: 'markup', markup: '0', convention: 'on_price' },
    })
    expect(amounts(cover).principal).toBe('547.14')
    expect(formatMicros(left - parseMicros('547.14'), 'CNY')).toBe('1.90')
  })

  it('B-REMIT-01: 0.1% and 10 per transfer, rounded half up', () => {
    const sent = ['0.50', '1', '100', '333.33', '5000', '9999.99', '50000']
    const fees = sent.map((amount) => amounts(charge(remittance, remit(amount))).fee)
    expect(fees).toEqual(['10.00', '10.00', '10.10', '10.33', '15.00', '20.00', '60.00'])
  })

  it('B-SPREAD-01, B-SPREAD-02: the two conventions of a markup, and the payment for a given amount', () => {
    const given = (convention: string, amount = money('10000.00')) => {
      const rounding = { to: 'minor', mode: 'against-payer' }
      return amounts(
        charge(fxSpread, exchange(amount), { exchange: { model: 'markup', markup: '0.02', convention, rounding } }),
      )
    }
    expect(given('off_rate').payout).toBe('1434.39')
    expect(given('on_price').payout).toBe('1434.96')
    const { principal, markup } = given('off_rate', money('1500.00', 'USD'))
    expect(formatMicros(parseMicros(principal!) + parseMicros(markup!), 'CNY')).toBe('10457.40')
  })

  it('B-CROSS-02: converts directly between currencies, without intermediate rounding', () => {
    const terms = { exchange: { model: 'markup', markup: '0', convention: 'on_price' } }
    const event = { ...exchange(money('10000.00'), cross('2026-04-13', 'CNY', 'JPY')), currency: 'JPY' }
    expect(amounts(charge(fxSpread, event, terms)).payout).toBe('233943')
  })
})

describe('the reference rate', () => {
  it('can be quoted in either direction, and is shown with its day and source', () => {
    const [one, other] = [cross('2026-04-13', 'CNY', 'USD'), cross('2026-04-13', 'USD', 'CNY')]
    const priced = [one, other].map((reference) => charge(fxSpread, exchange(money('10000.00'), reference)))
    expect(amounts(priced[0]!)).toEqual(amounts(priced[1]!))
    const steps = priced[1]!.items[0]!.components.flatMap(({ why }) => why)
    expect(steps).toContainEqual({
      code: 'reference_rate',
      params: { pair: 'USD/CNY', rate: other.rate, day: '2026-04-13', source: 'ECB' },
    })
  })

  it('must be of the exchanged pair', () => {
    expect(() => charge(fxSpread, exchange(money('1.00'), cross('2026-04-13', 'USD', 'JPY')))).toThrow('CNY/USD')
    expect(() => charge(fxSpread, { ...exchange(money('1.00')), currency: 'CNY' })).toThrow('a currency other than CNY')
    const none = { ...cross('2026-04-13', 'CNY', 'USD'), rate: '0.000' }
    expect(() => charge(fxSpread, exchange(money('1.00'), none))).toThrow('rate')
  })
})

describe('markets', () => {
  it('that the card does not name are refused, and so are currencies that cannot arrive there', () => {
    expect(() => charge(remittance, { ...remit('100'), market: 'KP' })).toThrow('market “KP”')
    expect(() => charge(remittance, { ...remit('100'), market: 'DE' })).toThrow('currency “USD”')
    expect(() => charge(overseasPay, { ...inShop(), market: 'TH' })).toThrow('currency “JPY”')
  })

  it('refuse an amount too small to arrive', () => {
    expect(() => charge(remittance, remit('0.01'))).toThrow('greater than zero')
  })
})

const at = new Date('2026-04-10T08:00:00Z')
function posted(priced: PricedEvent): RefundableCharge {
  const components = priced.items.flatMap((item) => item.components)
  const paid = components.filter(({ from }) => from === priced.payerAccount)
  const sum = (of: typeof paid) => of.reduce((total, { amount }) => total + amount, 0n)
  const none = { refunded: 0n, pending: 0n, disputed: 0n, refunds: 0, lastRefundAt: null }
  const kept = sum(paid.filter(({ returns }) => returns === 'never'))
  const first = { returned: null, returnedQuantity: null }
  return { ...priced, policy: priced.refund, effectiveAt: at, captured: sum(paid), kept, ...none, ...first }
}

describe('a refund', () => {
  it('B-REFUND-RATE: uses the rate of the purchase, however the market moved', () => {
    const plan = planRefund(posted(charge(overseasPay, inShop('2026-04-10'))), {}, new Date('2026-04-13T08:00:00Z'))
    expect(formatMicros(plan.amount, 'CNY')).toBe('565.51')
  })

  it('in parts returns both currencies in proportion, and all of both in the end', () => {
    const priced = charge(overseasPay, inShop())
    const [sent, received] = priced.items[0]!.components.map(({ amount }) => amount)
    const parts = fc.array(fc.bigInt(1n, 20_000n), { maxLength: 8 })
    const property = fc.property(parts, (fens) => {
      let state = posted(priced)
      for (const fen of fens) {
        const left = state.captured - state.refunded
        const plan = planRefund(state, { amount: fen * 10_000n < left ? fen * 10_000n : left }, at)
        state = {
          ...state,
          refunded: state.refunded + plan.amount,
          returned: plan.returned,
          returnedQuantity: plan.returnedQuantity,
        }
        const exact = (received! * state.refunded) / sent!
        const gap = plan.returned[1]! - exact
        if (gap > 1_000_000n || gap < -1_000_000n) return false
        if (plan.refundable === 0n) break
      }
      if (state.refunded < state.captured) state = { ...state, returned: planRefund(state, {}, at).returned }
      return state.returned!.every((amount, index) => amount === priced.items[0]!.components[index]!.amount)
    })
    fc.assert(property)
  })

  it('of a remittance keeps the fee unless all of it is called back', () => {
    const state = posted(charge(remittance, remit('5000.00')))
    const part = planRefund(state, { amount: parseMicros('5000.00') }, at)
    expect(part.back.map(({ component: { kind } }) => kind)).toEqual(['principal', 'payout', 'markup'])
    expect(formatMicros(planRefund(state, {}, at).amount, 'CNY')).toBe('5015.00')
  })

  it('of an exchange keeps the markup, within one day', () => {
    const state = posted(charge(fxSpread, exchange(money('10000.00'))))
    expect(formatMicros(planRefund(state, {}, at).amount, 'CNY')).toBe('9803.88')
    expect(() => planRefund(state, {}, new Date(at.getTime() + 86_400_001))).toThrow('1 days')
  })
})

describe('on the ledger', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.close())

  it('the cover leaves the position with the market movement (B-OFFLINE-03), and a refund restores both currencies', async () => {
    const of = { line: 'crossborder', product: 'overseas-pay', event: inShop('2026-04-10') }
    const { charge } = await world.engine.charge(world.tenant, { of })
    const kind = 'cover'
    await postJournal(world.db, world.engine.tenant(world.tenant).directory, {
      description: 'cover of 2026-04-13',
      transfers: [
        { from: 'platform/position', to: 'bank/external', amount: parseMicros('547.14'), unit: 'CNY', kind },
        { from: 'bank/external', to: 'platform/position', amount: parseMicros('12800'), unit: 'JPY', kind },
      ],
      effectiveAt: null,
      idempotency: null,
    })
    expect(await world.balance('platform/position')).toBe('1.90')
    expect(await world.balance('platform/position', 'JPY')).toBe('0')
    expect(await world.balance('mch_1/balance', 'JPY')).toBe('12544')
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    await world.engine.refund(world.tenant, { charge: uuidToId('chg', charge.id), ask: {}, ...nothing })
    expect(await world.balance('usr_1/external')).toBe('0.00')
    expect(await world.balance('mch_1/balance', 'JPY')).toBe('0')
    expect(await world.balance('platform/position', 'JPY')).toBe('12800')
    expect(await world.balance('platform/position')).toBe('-547.14')
  })
})
