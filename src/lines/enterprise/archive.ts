/** Archives conversations as regulators require: a monthly price, by days. */
import Type from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import { compileSubscription, defaultTerms, SubscriptionTerms, stretch, subscriptionActivity } from './subscription.ts'

export const archive = defineProduct({
  id: 'archive',
  title: { en: 'Conversation archive (compliance)', zh: '会话存档合规版' },
  event: Type.Object(stretch, { additionalProperties: false, title: 'enterprise/archive' }),
  terms: SubscriptionTerms,
  defaultTerms: defaultTerms('1000'),
  customer: 'customer',
  activity: subscriptionActivity,
  compile: compileSubscription,
  example: {
    parties: [{ id: 'cmp_clinic', kind: 'company', name: 'Clinic', attributes: {} }],
    event: { customer: 'cmp_clinic', from: '2026-12-01', to: '2027-01-01' },
    components: { subscription: '1000.00' },
  },
})
