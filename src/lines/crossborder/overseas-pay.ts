/**
 * Purchases in shops abroad. The shop sets a price in its own currency and receives it less its fee; the payer pays in
 * ours, at the reference rate plus a markup. A refund uses the rate of the purchase: the payer receives exactly the
 * refunded part of the payment, the shop returns the same part of what it received, and the platform bears the market
 * movement since then.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { sumOf } from '../../engine/measures.ts'
import { checked } from '../../engine/refund-rules.ts'
import { Money, PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { type Micros, minorUnit } from '../../money/amount.ts'
import { MarkupTerms } from '../../pricing/markup.ts'
import { compileShare, PercentageTerms } from '../../pricing/percentage.ts'
import { described } from '../../schema.ts'
import { atItsOwnRate, compileExchange, ReferenceRate } from './exchange.ts'
import { checkMarket, Market, Markets } from './markets.ts'

const Event = Type.Object(
  {
    payer: PartyId,
    merchant: PartyId,
    market: Market,
    amount: described(Money, 'Price in the shop’s currency'),
    reference: ReferenceRate,
  },
  { additionalProperties: false, title: 'crossborder/overseas-pay' },
)

const Terms = Type.Object(
  { markets: Markets, fee: PercentageTerms, exchange: MarkupTerms, refund: RefundPolicy },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

/** The range is the product list's; the rates of the markets and the payer's markup are ours. */
const defaultTerms: Terms = {
  markets: {
    JP: ['JPY'],
    KR: ['KRW'],
    TH: ['THB'],
    MY: ['MYR'],
    SG: ['SGD'],
    VN: ['VND'],
    ID: ['IDR'],
  },
  fee: {
    model: 'percentage',
    rate: {
      by: 'market',
      options: { JP: '0.02', KR: '0.02', TH: '0.015', MY: '0.015', SG: '0.0199', VN: '0.025', ID: '0.03' },
      min: '0.015',
      max: '0.03',
    },
    rounding: { to: 'minor' },
  },
  exchange: { model: 'markup', markup: '0.03', convention: 'on_price' },
  refund: {
    windowDays: 365,
    maxRefunds: null,
    minGapSeconds: 0,
    shortage: 'debt',
    approvals: checked('50000'),
    exchange: atItsOwnRate,
  },
}

export const overseasPay = defineProduct({
  id: 'overseas-pay',
  title: { en: 'Overseas in-store payment', zh: '境外线下支付' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'merchant',
  activity({ market }: Event, charge) {
    const volume = sumOf(charge, 'principal')
    return { measures: { volume, [`market:${market}`]: volume } }
  },
  compile(terms: Terms, ours: string) {
    const exchange = compileExchange(terms.exchange, ours)
    compileShare(terms.fee, ours)
    const fees = new Map<string, ReturnType<typeof compileShare>>()
    const feeIn = (currency: string) => {
      const fee = fees.get(currency) ?? compileShare(terms.fee, currency)
      fees.set(currency, fee)
      return fee
    }
    return {
      needs: () => ({}),
      charge(event: Event) {
        const { payer, merchant, market, amount, reference } = event
        const { currency } = amount
        checkMarket(terms.markets, market, currency)
        const to = accountName(merchant, 'balance', currency).path
        const { components, received } = exchange({ payer, to, amount, currency, reference, attributes: { market } })
        const fee = feeOf(to, feeIn(currency)({ amount: received, attributes: { market } }), currency)
        return {
          payer,
          payerAccount: accountName(payer, 'external', ours).path,
          payee: merchant,
          unit: ours,
          items: [{ id: '1', quantity: 1n, components: [...components, fee] }],
          refund: terms.refund,
        }
      },
    }
  },
  example: {
    parties: [{ id: 'mch_ramen', kind: 'merchant', name: 'Ramen shop', attributes: {} }],
    event: {
      payer: 'usr_1',
      merchant: 'mch_ramen',
      market: 'JP',
      amount: { amount: '12800', currency: 'JPY' },
      reference: { pair: 'CNY/JPY', rate: '23.3943402608', day: '2026-04-13', source: 'ECB' },
    },
    components: { principal: '563.56', payout: '12800', markup: '16.42', fee: '256' },
  },
})

function feeOf(from: string, fee: { amount: Micros; steps: Component['why'] }, unit: string): Component {
  const to = accountName(PLATFORM, 'revenue', unit).path
  const { amount, steps: why } = fee
  return { kind: 'fee', from, to, amount, unit, returns: 'pro-rata', quantum: minorUnit(unit), why }
}
