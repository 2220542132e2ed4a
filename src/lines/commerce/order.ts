/**
 * An order, paid once by the buyer and split between all participants: the seller receives the price of the goods and
 * pays a commission by the category of each item and the promoter of the sale; the carrier receives the shipping fee
 * and pays a share of it. Every item carries its own commission and its own part of the promotion, so a return affects
 * only its own item. Shipping is an item of its own.
 */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import type { Component, Item } from '../../charges/draft.ts'
import { sumOf } from '../../engine/measures.ts'
import { ItemId, Money, PaidFrom, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { allocate } from '../../money/allocate.ts'
import { checkRange, formatMicros, type Micros, minorUnit } from '../../money/amount.ts'
import { compileShare, PercentageTerms } from '../../pricing/percentage.ts'
import type { StepDetail } from '../../pricing/price.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { shareOfShipping } from './logistics-share.ts'
import { commissionByCategory, NAME, returnedGoods, shareByService } from './rates.ts'

const OrderItem = Type.Object(
  {
    id: ItemId,
    category: Type.String({ pattern: NAME, description: 'Goods category, which determines the commission' }),
    price: described(Money, 'Price per unit'),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  },
  { additionalProperties: false },
)
const Shipping = Type.Object(
  {
    carrier: PartyId,
    fee: Money,
    service: Type.String({ pattern: NAME, description: 'Shipping service, such as `standard` or `express`' }),
  },
  { additionalProperties: false },
)
const Event = Type.Object(
  {
    buyer: PartyId,
    paidFrom: Type.Optional(PaidFrom),
    seller: PartyId,
    items: Type.Array(OrderItem, { minItems: 1, maxItems: 200 }),
    shipping: Type.Optional(Shipping),
    promoter: Type.Optional(
      Type.Object(
        { party: PartyId, amount: Money },
        { additionalProperties: false, description: 'The promoter, whose commission the seller pays' },
      ),
    ),
  },
  { additionalProperties: false, title: 'commerce/commission' },
)
const Terms = Type.Object(
  { commission: PercentageTerms, logistics: PercentageTerms, refund: RefundPolicy },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type OrderItem = Static<typeof OrderItem>
type Terms = Static<typeof Terms>

/** The item by which shipping is refunded. */
const SHIPPING_ITEM = 'shipping'

export const commission = defineProduct({
  id: 'commission',
  title: { en: 'Mini-program sales commission', zh: '小程序交易佣金' },
  event: Event,
  terms: Terms,
  fees: ['commission'],
  defaultTerms: { commission: commissionByCategory, logistics: shareByService, refund: returnedGoods },
  customer: 'seller',
  activity({ items, promoter }: Event, charge) {
    const volume = sumOf(charge, 'principal')
    const measures: Record<string, bigint> = { volume, shippingVolume: sumOf(charge, 'shipping') }
    if (promoter) Object.assign(measures, { promotion: sumOf(charge, 'promotion'), promotedVolume: volume })
    for (const { id, category } of items) {
      const sold = sumOf({ ...charge, items: charge.items.filter((item) => item.id === id) }, 'principal')
      measures[`category:${category}`] = (measures[`category:${category}`] ?? 0n) + sold
    }
    return { measures }
  },
  compile(terms: Terms, currency: string, detail: StepDetail = 'all') {
    const goodsOf = compileGoods(terms.commission, currency, detail)
    const shippingOf = compileShipping(terms.logistics, currency)
    return {
      needs: ({ seller, shipping, promoter }: Event) => ({
        parties: [seller, shipping?.carrier, promoter?.party].filter((party) => party !== undefined),
      }),
      charge(event: Event, facts: Facts) {
        const { buyer, seller, shipping } = event
        const payerAccount = accountName(buyer, event.paidFrom ?? 'external', currency).path
        const items = goodsOf(event, payerAccount, facts)
        if (shipping) items.push(shippingOf(shipping, payerAccount, facts))
        return { payer: buyer, payerAccount, payee: seller, unit: currency, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [
      { id: 'sel_tea', kind: 'merchant', name: 'Tea house', attributes: {} },
      { id: 'car_swift', kind: 'carrier', name: 'Swift parcels', attributes: {} },
      { id: 'prm_blog', kind: 'creator', name: 'Tea blog', attributes: {} },
    ],
    event: {
      buyer: 'usr_1',
      seller: 'sel_tea',
      items: [{ id: 'robe', category: 'apparel', price: { amount: '200.00', currency: 'CNY' }, quantity: 1 }],
      shipping: { carrier: 'car_swift', fee: { amount: '12.00', currency: 'CNY' }, service: 'standard' },
      promoter: { party: 'prm_blog', amount: { amount: '5.00', currency: 'CNY' } },
    },
    components: { principal: '200.00', commission: '20.00', promotion: '5.00', shipping: '12.00', share: '0.60' },
  },
})

function compileGoods(terms: PercentageTerms, unit: string, detail: StepDetail) {
  const rate = compileShare(terms, unit, detail)
  const revenue = accountName(PLATFORM, 'revenue', unit).path
  return (event: Event, payerAccount: string, facts: Facts): Item[] => {
    const balance = accountName(event.seller, 'balance', unit).path
    const { attributes } = facts.party(event.seller)
    const prices = event.items.map((item) => priceOf(item, unit, detail))
    const promoted = promotions(event, prices, unit, facts)
    return event.items.map(({ id, quantity, category }, n) => {
      const component = { unit, returns: 'pro-rata', quantum: minorUnit(unit) } as const
      const { amount, why } = prices[n]!
      const taken = rate({ amount, attributes: { ...attributes, category } })
      const components: Component[] = [
        { ...component, kind: 'principal', from: payerAccount, to: balance, amount, why },
        { ...component, kind: 'commission', from: balance, to: revenue, amount: taken.amount, why: taken.steps },
      ]
      const promotion = promoted[n]
      if (promotion) components.push({ ...component, kind: 'promotion', from: balance, ...promotion })
      return { id, quantity: BigInt(quantity), components }
    })
  }
}

type Part = Pick<Component, 'amount' | 'why'>

function priceOf({ id, price, quantity }: OrderItem, unit: string, detail: StepDetail): Part {
  const amount = checkRange(payable(price, unit) * BigInt(quantity), unit)
  if (detail === 'terms') return { amount, why: [] }
  const params = { item: id, quantity: `${quantity}`, price: price.amount, amount: formatMicros(amount, unit), unit }
  return { amount, why: [{ code: 'order_line', params }] }
}

/** The promoter's part of each item, in proportion to its price; none without a promoter. */
function promotions(
  { promoter }: Event,
  prices: readonly Part[],
  unit: string,
  facts: Facts,
): (Part & { to: string })[] {
  if (!promoter) return []
  const promoted = payable(promoter.amount, unit)
  const whole = prices.reduce((sum, { amount }) => sum + amount, 0n)
  if (promoted > whole) throw new Problem('price_input_invalid', { field: 'promoter', value: promoter.amount.amount })
  const to = accountName(facts.party(promoter.party).id, 'balance', unit).path
  const detail = { promoter: promoter.party, whole: promoter.amount.amount, unit }
  const weights = prices.map(({ amount }) => amount)
  return allocate(promoted, weights, 0, minorUnit(unit)).map((amount: Micros) => {
    const params = { ...detail, amount: formatMicros(amount, unit) }
    return { to, amount, why: [{ code: 'promoter_part', params }] }
  })
}

function compileShipping(terms: PercentageTerms, unit: string) {
  const share = shareOfShipping(terms, unit)
  return ({ carrier, fee, service }: Static<typeof Shipping>, payerAccount: string, facts: Facts): Item => {
    const amount = payable(fee, unit)
    const balance = accountName(carrier, 'balance', unit).path
    const params = { carrier, service, amount: formatMicros(amount, unit), unit }
    // Only as a whole: either the parcel was carried, or the order was canceled before.
    const whole = { unit, returns: 'whole-only', quantum: minorUnit(unit) } as const
    const why = [{ code: 'shipped_by', params }]
    const components: Component[] = [
      { ...whole, kind: 'shipping', from: payerAccount, to: balance, amount, why },
      { ...share({ carrier, service, fee: amount, from: balance }, facts), returns: 'whole-only' },
    ]
    return { id: SHIPPING_ITEM, quantity: 1n, components }
  }
}
