/** An industry white paper: trends of a whole population, one price per copy. */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import { approved } from '../../engine/refund-rules.ts'
import { PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { MICROS_PER_UNIT } from '../../money/amount.ts'
import { PerUnitTerms, perUnit } from '../../pricing/per-unit.ts'
import { budget, compileDisclosure, Disclosure, PRIVACY_UNIT, PrivacyTerms } from './privacy.ts'
import { byDelivery, paidByBuyer, sold } from './sale.ts'

const Event = Type.Object(
  {
    buyer: PartyId,
    copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 1 })),
    disclosure: Disclosure,
  },
  { additionalProperties: false, title: 'data/white-paper' },
)

const Terms = Type.Object(
  { copy: PerUnitTerms, privacy: PrivacyTerms, refund: RefundPolicy },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  copy: { model: 'per_unit', price: '100000', rounding: { to: 'minor' } },
  privacy: { risk: 'low', nanoRhoMax: '5000000', membersMin: '1000000' },
  refund: byDelivery(14, approved('0', '100000')),
}

export const whitePaper = defineProduct({
  id: 'white-paper',
  title: { en: 'Industry trend white paper', zh: '行业趋势白皮书' },
  event: Event,
  terms: Terms,
  units: [PRIVACY_UNIT],
  defaultTerms,
  customer: 'buyer',
  activity: ({ copies = 1 }: Event) => ({ measures: { copies: BigInt(copies) } }),
  compile(terms: Terms, currency: string) {
    const perCopy = perUnit.compile(terms.copy, currency)
    const disclose = compileDisclosure('white-paper', terms.privacy)
    return {
      needs: ({ disclosure }: Event) => ({ parties: [disclosure.population] }),
      charge({ buyer, copies = 1, disclosure }: Event, facts: Facts) {
        const paid = perCopy({ quantity: BigInt(copies) * MICROS_PER_UNIT })
        const components = [sold(buyer, paid, currency), disclose(disclosure, facts)]
        return paidByBuyer(buyer, [{ id: 'copies', quantity: BigInt(copies), components }], currency, terms.refund)
      },
    }
  },
  example: {
    parties: [
      { id: 'cmp_advisers', kind: 'company', name: 'Advisers', attributes: {} },
      { id: 'pop_country', kind: 'platform', name: 'All users', attributes: { members: '900000000' } },
    ],
    funds: budget('pop_country', '8000000'),
    event: {
      buyer: 'cmp_advisers',
      copies: 2,
      disclosure: { population: 'pop_country', release: 'rel_2', nanoRho: '1000000' },
    },
    components: { price: '200000.00', privacy: '1000000' },
  },
})
