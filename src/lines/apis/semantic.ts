/**
 * The semantic engine: queries per second reserved for a month, and a higher price for the peak above the reserve. The
 * two are separate items: a reserve is refundable, a served burst is not.
 */
import { Temporal } from 'temporal-polyfill'
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { Item, Period } from '../../charges/draft.ts'
import { PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { MICROS_PER_UNIT } from '../../money/amount.ts'
import { difference } from '../../pricing/increment.ts'
import { ReservedTerms, reserved } from '../../pricing/reserved.ts'
import { described } from '../../schema.ts'
import { fromWallet, monthAfter, paidByWallet } from './prepaid.ts'

const Rate = Type.Integer({ minimum: 1, maximum: 10_000_000 })

const Event = Type.Object(
  {
    developer: PartyId,
    month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-11'] }),
    reserved: described(Rate, 'Reserved queries per second for the month'),
    peak: Type.Optional(described(Rate, 'Peak queries per second; defaults to `reserved`')),
  },
  { additionalProperties: false, title: 'apis/semantic' },
)

const Terms = Type.Object(
  {
    queriesPerSecond: ReservedTerms,
    note: Type.Optional(Type.String({ maxLength: 500, description: 'Source of the figures' })),
    refund: RefundPolicy,
  },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  queriesPerSecond: { model: 'reserved', price: '300', burst: '450' },
  note: 'Our own figures: the mission names the unit (queries per second reserved, burst apart) and no price.',
  refund: monthAfter({ rule: 'unused-time', measure: 'day' }),
}

export const semantic = defineProduct({
  id: 'semantic',
  title: { en: 'Semantic analysis engine', zh: '语义分析引擎' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'developer',
  activity: ({ reserved: held, peak = held }: Event) => ({
    measures: { reservedQueries: BigInt(held), burstQueries: BigInt(Math.max(0, peak - held)) },
  }),
  compile(terms: Terms, currency: string) {
    const price = reserved.compile(terms.queriesPerSecond, currency)
    return {
      needs: () => ({}),
      charge({ developer, month, reserved: held, peak = held }: Event) {
        const reserve = BigInt(held) * MICROS_PER_UNIT
        const within = price({ reserved: reserve, quantity: reserve })
        const before = [{ code: 'reserved_for_month', params: { developer, month } }]
        const kept = [fromWallet(developer, 'reserve', within, { unit: currency, before })]
        const items: Item[] = [{ id: 'reserve', quantity: BigInt(held), components: kept, period: wholeMonth(month) }]
        if (peak > held) {
          const whole = price({ reserved: reserve, quantity: BigInt(peak) * MICROS_PER_UNIT })
          const above = difference(within, whole, currency)
          const components = [fromWallet(developer, 'burst', above, { unit: currency, returns: 'never' })]
          items.push({ id: 'burst', quantity: BigInt(peak - held), components })
        }
        return paidByWallet(developer, items, currency, terms.refund)
      },
    }
  },
  example: {
    parties: [{ id: 'dev_lexicon', kind: 'developer', name: 'Lexicon', attributes: {} }],
    funds: [{ path: 'dev_lexicon/wallet', amount: '5000.00' }],
    event: { developer: 'dev_lexicon', month: '2026-11', reserved: 10, peak: 12 },
    components: { reserve: '3000.00', burst: '900.00' },
  },
})

function wholeMonth(month: string): Period {
  const from = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  return { from: from.toString(), to: from.add({ months: 1 }).toString() }
}
