/**
 * Goods sold by the item at a price given by the event, within the product's range: sticker packs, envelope covers,
 * game items, paid content. The items of a purchase are refunded separately, by quantity: the unused ones.
 */
import Type, { type Static } from 'typebox'
import { defineProduct, type Example, type Facts, type Product, type Title } from '../../catalog/product.ts'
import type { Item } from '../../charges/draft.ts'
import { total } from '../../engine/measures.ts'
import { ItemId, Money, PaidFrom, PartyId, payable } from '../../engine/schemas.ts'
import { accountName } from '../../ledger/account.ts'
import { formatMicros, MICROS_PER_UNIT } from '../../money/amount.ts'
import { PerUnitTerms, perUnit } from '../../pricing/per-unit.ts'
import { wholeMinor } from '../../pricing/rounding.ts'
import { compileSale, creatorsOf, type SaleRefund, SaleTermsWith, shareOf } from './sale.ts'

const eventOf = (title: string) =>
  Type.Object(
    {
      payer: PartyId,
      paidFrom: Type.Optional(PaidFrom),
      items: Type.Array(
        Type.Object(
          {
            id: ItemId,
            price: Money,
            quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
            creator: Type.Optional(PartyId),
            gift: Type.Optional(
              Type.Boolean({ description: 'Bought for a recipient who has to claim it; unclaimed gifts are refunded' }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 100 },
      ),
    },
    { additionalProperties: false, title },
  )
type Event = Static<ReturnType<typeof eventOf>>

const Terms = SaleTermsWith(PerUnitTerms)
type Terms = Static<typeof Terms>

interface ItemProduct {
  readonly id: string
  readonly title: Title
  /** Minimum and maximum price of one item. */
  readonly band: readonly [min: string, max: string]
  readonly creatorShare: string
  readonly refund: SaleRefund
  readonly example: Example<Event>
}

export function soldByItem({ id, title, band: [min, max], creatorShare, refund, example }: ItemProduct): Product {
  return defineProduct({
    id,
    title,
    event: eventOf(`goods/${id}`),
    terms: Terms,
    defaultTerms: {
      price: { model: 'per_unit', price: { given: 'price', min, max }, rounding: { to: 'minor' } },
      creatorShare: shareOf(creatorShare),
      refund,
    },
    customer: 'payer',
    activity: ({ items }: Event) => ({ measures: { units: total(items, ({ quantity }) => quantity) } }),
    compile(terms: Terms, currency: string) {
      const toItem = compileItem(terms, currency)
      return {
        needs: ({ items }: Event) => creatorsOf(items),
        charge(event: Event, facts: Facts) {
          const payerAccount = accountName(event.payer, event.paidFrom ?? 'external', currency).path
          const items = event.items.map((item) => toItem(item, event, facts))
          const creators = new Set(event.items.map(({ creator }) => creator))
          const [first] = creators
          const payee = creators.size === 1 ? (first ?? null) : null
          return { payer: event.payer, payerAccount, payee, unit: currency, items, refund: terms.refund }
        },
      }
    },
    example,
  })
}

function compileItem(terms: Terms, currency: string) {
  const prices = {
    external: perUnit.compile(wholeMinor(terms.price), currency),
    wallet: perUnit.compile(terms.price, currency),
  }
  const sale = compileSale(terms.creatorShare, currency)
  return (item: Event['items'][number], { payer, paidFrom = 'external' }: Event, facts: Facts): Item => {
    const payerAccount = accountName(payer, paidFrom, currency).path
    const price = paidFrom === 'external' ? prices.external : prices.wallet
    const each = payable(item.price, currency)
    const requested = {
      quantity: BigInt(item.quantity) * MICROS_PER_UNIT,
      attributes: { price: formatMicros(each, currency) },
    }
    const components = sale({ payerAccount, price: price(requested), creator: item.creator }, facts)
    return { id: item.id, quantity: BigInt(item.quantity), components, ...(item.gift && { gift: true }) }
  }
}
