/**
 * Currency exchange for one's own money. The customer gets the reference rate and pays a markup to us. An exchange can
 * be reversed for a day at its own rate, and the markup is not refunded; otherwise the customer could wait a day and
 * take the better rate for free.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import { sumOf } from '../../engine/measures.ts'
import { approved } from '../../engine/refund-rules.ts'
import { Money, PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { accountName } from '../../ledger/account.ts'
import { MarkupTerms } from '../../pricing/markup.ts'
import { described } from '../../schema.ts'
import { atItsOwnRate, CurrencyCode, compileExchange, ReferenceRate } from './exchange.ts'

const Event = Type.Object(
  {
    customer: PartyId,
    amount: described(
      Money,
      'In the currency of the rate card, the amount sold; in the other currency, the amount bought',
    ),
    currency: described(CurrencyCode, 'Currency that is bought'),
    reference: ReferenceRate,
  },
  { additionalProperties: false, title: 'crossborder/fx-spread' },
)

const Terms = Type.Object({ exchange: MarkupTerms, refund: RefundPolicy }, { additionalProperties: false })

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

/**
 * The range is the product list's; the position of each currency in it is ours: heavily traded ones at the lower end.
 */
const defaultTerms: Terms = {
  exchange: {
    model: 'markup',
    markup: {
      by: 'currency',
      options: { USD: '0.02', EUR: '0.02', HKD: '0.02', JPY: '0.02', GBP: '0.025', KRW: '0.03', THB: '0.03' },
      otherwise: '0.05',
      min: '0.02',
      max: '0.05',
    },
    convention: 'on_price',
    rounding: { to: 'minor', mode: 'against-payer' },
  },
  refund: {
    windowDays: 1,
    maxRefunds: null,
    minGapSeconds: 0,
    shortage: 'reject',
    asks: ['payer', 'agent'],
    approvals: approved('20000', '50000'),
    exchange: atItsOwnRate,
  },
}

export const fxSpread = defineProduct({
  id: 'fx-spread',
  title: { en: 'Exchange spread', zh: '外汇兑换差价' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'customer',
  activity({ currency }: Event, charge) {
    // The markup is paid separately, so that it is not refunded when the exchange is reversed.
    const volume = sumOf(charge, 'principal', 'markup')
    return { measures: { volume, [`market:${currency}`]: volume } }
  },
  compile(terms: Terms, ours: string) {
    const exchange = compileExchange(terms.exchange, ours, 'never')
    return {
      needs: () => ({}),
      charge({ customer, amount, currency, reference }: Event) {
        const to = accountName(customer, 'balance', currency).path
        const { components } = exchange({ payer: customer, to, amount, currency, reference })
        const payerAccount = accountName(customer, 'external', ours).path
        const items = [{ id: '1', quantity: 1n, components }]
        return { payer: customer, payerAccount, payee: customer, unit: ours, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [],
    event: {
      customer: 'usr_1',
      amount: { amount: '10000.00', currency: 'CNY' },
      currency: 'USD',
      reference: { pair: 'USD/CNY', rate: '6.8321636426', day: '2026-04-13', source: 'ECB' },
    },
    components: { principal: '9803.88', payout: '1434.96', markup: '196.12' },
  },
})
