/** The API that reaches a company’s customers inside the app: a monthly price, by days. */
import Type from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import { compileSubscription, defaultTerms, SubscriptionTerms, stretch, subscriptionActivity } from './subscription.ts'

export const contactApi = defineProduct({
  id: 'contact-api',
  title: { en: 'Customer contact API', zh: '客户联系API' },
  event: Type.Object(stretch, { additionalProperties: false, title: 'enterprise/contact-api' }),
  terms: SubscriptionTerms,
  defaultTerms: defaultTerms('5000'),
  customer: 'customer',
  activity: subscriptionActivity,
  compile: compileSubscription,
  example: {
    parties: [{ id: 'cmp_tutor', kind: 'company', name: 'Tutor & Co', attributes: {} }],
    event: { customer: 'cmp_tutor', from: '2026-12-16', to: '2027-01-01' },
    components: { subscription: '2580.65' },
  },
})
