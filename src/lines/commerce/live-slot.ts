/**
 * A slot in a live-selling show: the seller pays by the hour, at the price agreed within the range. The item of the
 * charge is its minutes, so a show that ends early is refunded for the minutes that were not broadcast.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { Period } from '../../charges/draft.ts'
import { Instant, Money, PaidFrom, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros, minorUnit } from '../../money/amount.ts'
import { readMoment } from '../../pricing/calendar.ts'
import { PerHourTerms, perHour } from '../../pricing/per-hour.ts'
import { wholeMinor } from '../../pricing/rounding.ts'
import { described } from '../../schema.ts'
import { slotFee } from './rates.ts'

const Event = Type.Object(
  {
    seller: PartyId,
    minutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
    pricePerHour: Money,
    paidFrom: Type.Optional(PaidFrom),
    startsAt: Type.Optional(described(Instant, 'Start of the slot; determines how much is refunded on cancellation')),
  },
  { additionalProperties: false, title: 'commerce/live-slot' },
)
const Terms = Type.Object({ price: PerHourTerms, refund: RefundPolicy }, { additionalProperties: false })

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  price: { model: 'per_hour', price: { given: 'pricePerHour', min: '500', max: '5000' }, rounding: { to: 'minor' } },
  refund: slotFee,
}

export const liveSlot = defineProduct({
  id: 'live-slot',
  title: { en: 'Live-selling slot fee', zh: '直播带货坑位费' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'seller',
  activity: ({ minutes }: Event) => ({ measures: { minutes: BigInt(minutes) } }),
  compile(terms: Terms, currency: string) {
    const priceOutside = perHour.compile(wholeMinor(terms.price), currency)
    const priceInside = perHour.compile(terms.price, currency)
    const to = accountName(PLATFORM, 'revenue', currency).path
    return {
      needs: () => ({}),
      charge({ seller, minutes, pricePerHour, paidFrom = 'external', startsAt }: Event) {
        const attributes = { pricePerHour: formatMicros(payable(pricePerHour, currency), currency) }
        const price = paidFrom === 'external' ? priceOutside : priceInside
        const { amount, steps } = price({ seconds: BigInt(minutes) * 60n, attributes })
        const from = accountName(seller, paidFrom, currency).path
        const component = {
          kind: 'price',
          from,
          to,
          amount,
          unit: currency,
          returns: 'pro-rata',
          quantum: minorUnit(currency),
          why: steps,
        } as const
        const period = startsAt === undefined ? {} : { period: slot(startsAt, minutes) }
        const items = [{ id: 'minutes', quantity: BigInt(minutes), components: [component], ...period }]
        return { payer: seller, payerAccount: from, payee: null, unit: currency, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [],
    funds: [{ path: 'sel_tea/wallet', amount: '5000.00' }],
    event: {
      seller: 'sel_tea',
      minutes: 90,
      pricePerHour: { amount: '2000.00', currency: 'CNY' },
      paidFrom: 'wallet',
    },
    components: { price: '3000.00' },
  },
})

/** From the beginning to the last minute. @throws Problem `price_input_invalid`. */
function slot(startsAt: string, minutes: number): Period {
  const seconds = readMoment(startsAt, 'UTC', 'startsAt').seconds()
  const at = (moment: bigint) => new Date(Number(moment) * 1000).toISOString()
  return { from: at(seconds), to: at(seconds + BigInt(minutes) * 60n) }
}
