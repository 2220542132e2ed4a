/**
 * Money sent to a person abroad: a fee in addition to the sent amount, and a markup over the reference rate. It can be
 * called back while it is still on the payee's account. A full call-back refunds the fee too, a partial one does not,
 * because the transfer was made.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { sumOf } from '../../engine/measures.ts'
import { approved } from '../../engine/refund-rules.ts'
import { Money, PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { minorUnit } from '../../money/amount.ts'
import { MarkupTerms } from '../../pricing/markup.ts'
import { compileShare, PercentageTerms } from '../../pricing/percentage.ts'
import { described } from '../../schema.ts'
import { atItsOwnRate, CurrencyCode, compileExchange, ReferenceRate } from './exchange.ts'
import { checkMarket, Market, Markets } from './markets.ts'

const Event = Type.Object(
  {
    payer: PartyId,
    payee: PartyId,
    market: Market,
    amount: described(
      Money,
      'In the currency of the rate card, the amount sent; in the destination currency, the amount received',
    ),
    currency: described(CurrencyCode, 'Destination currency'),
    reference: ReferenceRate,
  },
  { additionalProperties: false, title: 'crossborder/remittance' },
)

const Terms = Type.Object(
  {
    markets: Markets,
    fee: PercentageTerms,
    exchange: MarkupTerms,
    refund: RefundPolicy,
  },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

/** The fee is the product list's. The currencies, the countries of "Europe" and the markup are ours. */
const defaultTerms: Terms = {
  markets: {
    HK: ['HKD', 'USD'],
    MO: ['MOP', 'HKD'],
    TW: ['TWD', 'USD'],
    US: ['USD'],
    GB: ['GBP'],
    DE: ['EUR'],
    ES: ['EUR'],
    FR: ['EUR'],
    IT: ['EUR'],
    NL: ['EUR'],
  },
  fee: { model: 'percentage', rate: '0.001', fixed: '10', rounding: { to: 'minor' } },
  exchange: {
    model: 'markup',
    markup: '0.02',
    convention: 'on_price',
    rounding: { to: 'minor', mode: 'against-payer' },
  },
  refund: {
    windowDays: 30,
    maxRefunds: null,
    minGapSeconds: 0,
    shortage: 'reject',
    asks: ['payer', 'agent', 'system'],
    approvals: approved('20000', '50000'),
    exchange: atItsOwnRate,
    reasons: { 'not-delivered': { evidence: ['bank-notice'] } },
  },
}

export const remittance = defineProduct({
  id: 'remittance',
  title: { en: 'Remittance', zh: '跨境转账汇款' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'payer',
  activity({ market }: Event, charge) {
    const volume = sumOf(charge, 'principal')
    return { measures: { volume, [`market:${market}`]: volume } }
  },
  compile(terms: Terms, ours: string) {
    const exchange = compileExchange(terms.exchange, ours)
    const fee = compileShare(terms.fee, ours)
    return {
      needs: () => ({}),
      charge(event: Event) {
        const { payer, payee, market, currency } = event
        checkMarket(terms.markets, market, currency)
        const payerAccount = accountName(payer, 'external', ours).path
        const { components, sent } = exchange({
          ...event,
          to: accountName(payee, 'balance', currency).path,
          attributes: { market },
        })
        const charged = fee({ amount: sent, attributes: { market, currency } })
        const feePaid: Component = {
          kind: 'fee',
          from: payerAccount,
          to: accountName(PLATFORM, 'revenue', ours).path,
          amount: charged.amount,
          unit: ours,
          returns: 'whole-only',
          quantum: minorUnit(ours),
          why: charged.steps,
        }
        const items = [
          { id: 'transfer', quantity: 1n, components },
          { id: 'fee', quantity: 1n, components: [feePaid] },
        ]
        return { payer, payerAccount, payee, unit: ours, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [{ id: 'usr_lena', kind: 'consumer', name: 'Lena', attributes: {} }],
    event: {
      payer: 'usr_1',
      payee: 'usr_lena',
      market: 'DE',
      amount: { amount: '5000.00', currency: 'CNY' },
      currency: 'EUR',
      reference: { pair: 'EUR/CNY', rate: '7.9827', day: '2026-04-13', source: 'ECB' },
    },
    components: { principal: '5000.00', payout: '614.07', markup: '98.06', fee: '15.00' },
  },
})
