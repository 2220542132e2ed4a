/** Rented hosts: a price per gigabyte of memory and hour, counted by the second. */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import { PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { parseMicros } from '../../money/amount.ts'
import { PerHourTerms, perHour } from '../../pricing/per-hour.ts'
import { fromWallet, monthAfter, paidByWallet } from './prepaid.ts'

const Event = Type.Object(
  {
    developer: PartyId,
    gigabytes: Type.String({
      pattern: '^\\d{1,6}(\\.\\d{1,6})?$',
      description: 'Memory of the host in GB',
      examples: ['16'],
    }),
    seconds: Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'Run time in seconds' }),
  },
  { additionalProperties: false, title: 'apis/compute' },
)

const Terms = Type.Object({ gigabyteHour: PerHourTerms, refund: RefundPolicy }, { additionalProperties: false })

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  gigabyteHour: { model: 'per_hour', price: '0.08' },
  refund: monthAfter({ rule: 'unused-items' }),
}

export const compute = defineProduct({
  id: 'compute',
  title: { en: 'Cloud host rental', zh: '云主机租赁' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'developer',
  // In millionths of a gigabyte-second, as whole numbers.
  activity: ({ gigabytes, seconds }: Event) => ({
    measures: { gigabyteSeconds: parseMicros(gigabytes) * BigInt(seconds) },
  }),
  compile(terms: Terms, currency: string) {
    const gigabyteHours = perHour.compile(terms.gigabyteHour, currency)
    return {
      needs: () => ({}),
      charge({ developer, gigabytes, seconds }: Event) {
        const price = gigabyteHours({ seconds: BigInt(seconds), quantity: parseMicros(gigabytes) })
        const components = [fromWallet(developer, 'usage', price, { unit: currency })]
        const items = [{ id: 'seconds', quantity: BigInt(seconds), components }]
        return paidByWallet(developer, items, currency, terms.refund)
      },
    }
  },
  example: {
    parties: [{ id: 'dev_arcade', kind: 'developer', name: 'Arcade', attributes: {} }],
    funds: [{ path: 'dev_arcade/wallet', amount: '100.00' }],
    event: { developer: 'dev_arcade', gigabytes: '16', seconds: 86_400 },
    components: { usage: '30.72' },
  },
})
