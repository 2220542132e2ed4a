/**
 * Membership of one scene (reading, music, video …); there is no platform-wide one. A price per month counted from the
 * first day, and by days for a partial month. The item of the charge is its days, so unused days are refundable and the
 * parts of any split add up.
 */
import { Temporal } from 'temporal-polyfill'
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import { Day, PaidFrom, PartyId } from '../../engine/schemas.ts'
import { accountName } from '../../ledger/account.ts'
import { dayCount } from '../../pricing/calendar.ts'
import { RecurringTerms, recurring } from '../../pricing/recurring.ts'
import { wholeMinor } from '../../pricing/rounding.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { compileSale, creatorsOf, SaleTermsWith, shareOf, unusedDays } from './sale.ts'

const Event = Type.Object(
  {
    payer: PartyId,
    paidFrom: Type.Optional(PaidFrom),
    scene: Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$', description: 'The scene of the membership' }),
    from: Day,
    to: described(Day, 'End of the membership (exclusive)'),
    creator: Type.Optional(described(PartyId, 'The creator who runs the scene, unless it is the platform')),
  },
  { additionalProperties: false, title: 'goods/membership' },
)
const Terms = SaleTermsWith(RecurringTerms)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

/** The product list names the product without a price: the prices are ours, as are the scenes besides reading. */
const defaultTerms: Terms = {
  price: {
    model: 'recurring',
    price: { by: 'scene', options: { reading: '19', music: '15', video: '25', 'ad-free': '10' } },
    every: 'month',
    proration: 'days',
    rounding: { to: 'minor' },
  },
  creatorShare: shareOf('0.7'),
  refund: unusedDays,
}

export const membership = defineProduct({
  id: 'membership',
  title: { en: 'Scene membership', zh: '场景会员' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'payer',
  activity: () => ({ measures: { units: 1n } }),
  compile(terms: Terms, currency: string) {
    const priceOutside = recurring.compile(wholeMinor(terms.price), currency)
    const priceInside = recurring.compile(terms.price, currency)
    const sale = compileSale(terms.creatorShare, currency)
    return {
      needs: (event: Event) => creatorsOf([event]),
      charge(event: Event, facts: Facts) {
        const { payer, paidFrom = 'external', scene, from, to, creator } = event
        const price = paidFrom === 'external' ? priceOutside : priceInside
        // Whole days have no zone, so any zone works.
        const { amount, steps } = price({ from, to, zone: 'UTC', anchor: from, attributes: { scene } })
        const days = daysBetween(from, to)
        const why = { code: 'member_for_days', params: { scene, from, to, days: days.toString() } }
        const payerAccount = accountName(payer, paidFrom, currency).path
        const components = sale({ payerAccount, price: { amount, steps: [why, ...steps] }, creator }, facts)
        const items = [{ id: scene, quantity: days, components, period: { from, to } }]
        return { payer, payerAccount, payee: creator ?? null, unit: currency, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [],
    event: { payer: 'usr_1', scene: 'reading', from: '2026-12-01', to: '2027-01-01' },
    components: { price: '19.00' },
  },
})

function daysBetween(from: string, to: string): bigint {
  const days = dayCount(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
  if (days < 1) throw new Problem('price_input_invalid', { field: 'to', value: to })
  return BigInt(days)
}
