/** A tip in a live stream: half goes to the creator. The viewer chooses the amount. */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import { Money, PaidFrom, PartyId, payable } from '../../engine/schemas.ts'
import { accountName } from '../../ledger/account.ts'
import { formatMicros } from '../../money/amount.ts'
import type { StepDetail } from '../../pricing/price.ts'
import { compileSale, creatorsOf, presents, saleTerms, shareOf } from './sale.ts'

const Event = Type.Object(
  { payer: PartyId, paidFrom: Type.Optional(PaidFrom), creator: PartyId, amount: Money },
  { additionalProperties: false, title: 'goods/tip' },
)
const Terms = Type.Object(saleTerms, { additionalProperties: false })

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

export const tip = defineProduct({
  id: 'tip',
  title: { en: 'Live-stream tip', zh: '直播打赏' },
  event: Event,
  terms: Terms,
  defaultTerms: { creatorShare: shareOf('0.5'), refund: presents },
  customer: 'creator',
  activity: () => ({ measures: { units: 1n } }),
  compile(terms: Terms, currency: string, detail: StepDetail = 'all') {
    const sale = compileSale(terms.creatorShare, currency, detail)
    return {
      needs: (event: Event) => creatorsOf([event]),
      charge({ payer, paidFrom = 'external', creator, amount }: Event, facts: Facts) {
        const payerAccount = accountName(payer, paidFrom, currency).path
        const tipped = payable(amount, currency)
        const params = () => ({ payer, creator, amount: formatMicros(tipped, currency), unit: currency })
        const price = { amount: tipped, steps: detail === 'terms' ? [] : [{ code: 'tipped', params: params() }] }
        const components = sale({ payerAccount, price, creator }, facts)
        const items = [{ id: '1', quantity: 1n, components }]
        return { payer, payerAccount, payee: creator, unit: currency, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [{ id: 'crt_singer', kind: 'creator', name: 'Singer', attributes: {} }],
    event: { payer: 'usr_1', creator: 'crt_singer', amount: { amount: '10.00', currency: 'CNY' } },
    components: { share: '5.00', commission: '5.00' },
  },
})
