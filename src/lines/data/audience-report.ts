/** An audience report: aggregates about a population, from 50,000 per copy; each price is agreed with the buyer. */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import { approved } from '../../engine/refund-rules.ts'
import { Money, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { MICROS_PER_UNIT } from '../../money/amount.ts'
import { perUnit } from '../../pricing/per-unit.ts'
import { Decimal } from '../../pricing/terms.ts'
import { described } from '../../schema.ts'
import { budget, compileDisclosure, Disclosure, PRIVACY_UNIT, PrivacyTerms } from './privacy.ts'
import { byDelivery, paidByBuyer, sold } from './sale.ts'

const Event = Type.Object(
  {
    buyer: PartyId,
    copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 1 })),
    price: Type.Optional(described(Money, 'Agreed price per copy; defaults to the lowest price')),
    disclosure: Disclosure,
  },
  { additionalProperties: false, title: 'data/audience-report' },
)

const Terms = Type.Object(
  { priceFrom: Decimal, privacy: PrivacyTerms, refund: RefundPolicy },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  priceFrom: '50000',
  privacy: { risk: 'medium', nanoRhoMax: '50000000', membersMin: '10000' },
  refund: byDelivery(14, approved('0', '50000')),
}

export const audienceReport = defineProduct({
  id: 'audience-report',
  title: { en: 'Audience report', zh: '用户画像报告' },
  event: Event,
  terms: Terms,
  units: [PRIVACY_UNIT],
  defaultTerms,
  customer: 'buyer',
  activity: ({ copies = 1 }: Event) => ({ measures: { copies: BigInt(copies) } }),
  compile(terms: Terms, currency: string) {
    const price = { given: 'price', min: terms.priceFrom }
    const perCopy = perUnit.compile({ model: 'per_unit', price, rounding: { to: 'minor' } }, currency)
    const disclose = compileDisclosure('audience-report', terms.privacy)
    return {
      needs: ({ disclosure }: Event) => ({ parties: [disclosure.population] }),
      charge({ buyer, copies = 1, price, disclosure }: Event, facts: Facts) {
        if (price) payable(price, currency)
        const attributes = { price: price?.amount ?? terms.priceFrom }
        const paid = perCopy({ quantity: BigInt(copies) * MICROS_PER_UNIT, attributes })
        const components = [sold(buyer, paid, currency), disclose(disclosure, facts)]
        return paidByBuyer(buyer, [{ id: 'copies', quantity: BigInt(copies), components }], currency, terms.refund)
      },
    }
  },
  example: {
    parties: [
      { id: 'cmp_soda', kind: 'company', name: 'Soda maker', attributes: {} },
      {
        id: 'pop_cities',
        kind: 'platform',
        name: 'Adults of the ten largest cities',
        attributes: { members: '61000000' },
      },
    ],
    funds: budget('pop_cities', '8000000'),
    event: { buyer: 'cmp_soda', disclosure: { population: 'pop_cities', release: 'rel_1', nanoRho: '5000000' } },
    components: { price: '50000.00', privacy: '5000000' },
  },
})
