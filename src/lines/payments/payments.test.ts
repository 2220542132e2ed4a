import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Facts, PricedEvent } from '../../catalog/product.ts'
import { uuidToId } from '../../ids.ts'
import { formatMicros } from '../../money/amount.ts'
import { planRefund } from '../../refunds/plan.ts'
import { cardRepayment } from './card-repayment.ts'
import { scanPay } from './scan-pay.ts'
import { wealth } from './wealth.ts'

const noFacts: Facts = { party: () => expect.fail('no party is needed'), balance: () => 0n, series: () => undefined }
const cny = (amount: string) => ({ amount, currency: 'CNY' })
const amounts = ({ items }: PricedEvent) =>
  Object.fromEntries(
    items.flatMap(({ components }) => components.map(({ kind, amount, unit }) => [kind, formatMicros(amount, unit)])),
  )

describe('card repayment', () => {
  const { charge } = cardRepayment.compile(cardRepayment.defaultTerms, 'CNY')
  const repay = (amount: string) => charge({ payer: 'usr_1', issuer: 'bnk_1', amount: cny(amount) }, noFacts)

  it('adds 0.1%, in whole fen', () => {
    expect(amounts(repay('3000.00'))).toEqual({ principal: '3000.00', fee: '3.00', cost: '0.24' })
    expect(amounts(repay('4.99'))).toEqual({ principal: '4.99', fee: '0.00', cost: '0.00' })
    expect(amounts(repay('5.00'))).toMatchObject({ principal: '5.00', fee: '0.01' })
  })

  it('never deducts anything from the repayment itself', () => {
    const property = fc.property(fc.bigInt(1n, 10n ** 9n), (fen) => {
      const [principal, fee] = repay(formatMicros(fen * 10_000n, 'CNY')).items[0]!.components
      const exact = fen * 10n // a thousandth of the amount, in micros
      return (
        principal!.amount === fen * 10_000n &&
        fee!.amount % 10_000n === 0n &&
        2n * (fee!.amount > exact ? fee!.amount - exact : exact - fee!.amount) <= 10_000n
      )
    })
    fc.assert(property)
  })
})

describe('the wealth product', () => {
  const { charge } = wealth.compile(wealth.defaultTerms, 'CNY')
  const day = (holding: string, fundYield = '0.025', holderYield = '0.018') =>
    charge({ fund: 'fnd', holder: 'usr', day: '2026-11-23', holding: cny(holding), fundYield, holderYield }, noFacts)

  it('splits a day: the holder’s yield, our yearly 1%, the spread, the custodian’s cost', () => {
    expect(amounts(day('36500.00'))).toEqual({ yield: '1.80', fee: '1.00', spread: '0.70', cost: '0.425' })
  })

  it('accrues on small holdings to the micro', () => {
    expect(amounts(day('1.00'))).toMatchObject({ fee: '0.000027', spread: '0.000019', yield: '0.000049' })
  })

  it('takes no spread on a day on which the fund earns less than it pays', () => {
    expect(amounts(day('36500.00', '0.01'))).toMatchObject({ yield: '1.80', spread: '0.00' })
    expect(amounts(day('36500.00', '-0.02'))).toMatchObject({ spread: '0.00' })
  })

  it('adds up over a year to the yearly rate, except for the rounding of each day', () => {
    const property = fc.property(fc.bigInt(1n, 10n ** 12n), (micros) => {
      const fee = day(formatMicros(micros, 'CNY')).items[0]!.components.find(({ kind }) => kind === 'fee')!
      const [year, exact] = [fee.amount * 365n * 100n, micros]
      return (year > exact ? year - exact : exact - year) <= 183n * 100n
    })
    fc.assert(property)
  })

  it('is refunded as a whole', () => {
    const priced = day('123.45')
    const captured = priced.items[0]!.components.filter(({ kind }) => kind !== 'cost').reduce(
      (sum, { amount }) => sum + amount,
      0n,
    )
    const asOf = new Date('2026-11-23T00:00:00Z')
    const stands = { captured, kept: 0n, refunded: 0n, pending: 0n, disputed: 0n, refunds: 0, lastRefundAt: null }
    const fresh = { ...priced, policy: priced.refund, effectiveAt: asOf, returned: null, returnedQuantity: null }
    const plan = planRefund({ ...fresh, ...stands }, {}, asOf)
    expect(plan.returned).toEqual(priced.items[0]!.components.map(({ amount }) => amount))
  })

  it('refuses contradictory terms', () => {
    const terms = Compile(wealth.terms)
    const { managementFee, ...rest } = wealth.defaultTerms as { managementFee: object }
    expect(terms.Check(wealth.defaultTerms)).toBe(true)
    expect(terms.Check({ ...rest, managementFee: { ...managementFee, spread: 'signed' } })).toBe(false)
  })
})

describe('in-store payment', () => {
  it('keeps every category inside the range of 0.6% to 1.2%', () => {
    const { fee } = scanPay.defaultTerms as { fee: { rate: { options: Record<string, string> } } }
    for (const rate of Object.values(fee.rate.options)) {
      expect(Number(rate)).toBeGreaterThanOrEqual(0.006)
      expect(Number(rate)).toBeLessThanOrEqual(0.012)
    }
    const dear = { ...fee, rate: { ...fee.rate, options: { restaurant: '0.0121' } } }
    expect(() => scanPay.compile({ ...(scanPay.defaultTerms as object), fee: dear }, 'CNY')).toThrow(
      'outside the range',
    )
  })
})

describe('on the ledger', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.close())

  it('a repayment that the bank has credited cannot be called back; one that it still holds can', async () => {
    const event = { payer: 'usr_1', issuer: 'bnk_1', amount: cny('3000.00') }
    const of = { line: 'payments', product: 'card-repayment', event }
    const { charge } = await world.engine.charge(world.tenant, { of })
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    const request = { charge: uuidToId('chg', charge.id), ask: {}, ...nothing }
    await world.drain('bnk_1/balance', '3000.00')
    await expect(world.engine.refund(world.tenant, request)).rejects.toMatchObject({ code: 'payee_short' })
    await world.fund('bnk_1/balance', '3000.00')
    expect(await world.engine.refund(world.tenant, request)).toMatchObject({ refund: { amount: 3_003_000_000n } })
    expect(await world.balance('usr_1/external')).toBe('0.00')
  })
})
