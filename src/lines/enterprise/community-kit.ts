/** Tools for customer groups: a price per seat and month, by days. */
import Type from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import { compileSubscription, defaultTerms, SubscriptionTerms, stretch, subscriptionActivity } from './subscription.ts'

const seats = Type.Integer({
  minimum: 1,
  maximum: 1_000_000,
  description: 'Number of seats held during the whole period',
})

export const communityKit = defineProduct({
  id: 'community-kit',
  title: { en: 'Community operations kit', zh: '社群运营工具包' },
  event: Type.Object({ ...stretch, seats }, { additionalProperties: false, title: 'enterprise/community-kit' }),
  terms: SubscriptionTerms,
  defaultTerms: defaultTerms('200'),
  customer: 'customer',
  activity: subscriptionActivity,
  compile: compileSubscription,
  example: {
    parties: [{ id: 'cmp_grocer', kind: 'company', name: 'Grocer', attributes: {} }],
    event: { customer: 'cmp_grocer', from: '2026-12-01', to: '2027-01-01', seats: 5 },
    components: { subscription: '1000.00' },
  },
})
