/**
 * Our share of a shipping fee, paid by the carrier: inside an order (order.ts), or separately for a parcel whose fee
 * was paid to the carrier elsewhere.
 */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { Money, PaidFrom, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { type Micros, minorUnit, parseMicros } from '../../money/amount.ts'
import { compileShare, PercentageTerms } from '../../pricing/percentage.ts'
import { described, withDefault } from '../../schema.ts'
import { NAME, shareByService, within } from './rates.ts'

const Event = Type.Object(
  {
    carrier: PartyId,
    fee: described(Money, 'Shipping fee paid to the carrier'),
    service: Type.String({ pattern: NAME, description: 'Shipping service, such as `standard` or `express`' }),
    paidFrom: Type.Optional(withDefault(PaidFrom, 'balance')),
  },
  { additionalProperties: false, title: 'commerce/logistics-share' },
)
const Terms = Type.Object({ share: PercentageTerms, refund: RefundPolicy }, { additionalProperties: false })

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

export interface Shipment {
  readonly carrier: string
  readonly service: string
  readonly fee: Micros
  /** The carrier's account that pays. */
  readonly from: string
}

export function shareOfShipping(terms: PercentageTerms, unit: string): (shipment: Shipment, facts: Facts) => Component {
  const share = compileShare(terms, unit)
  const to = accountName(PLATFORM, 'revenue', unit).path
  return ({ carrier, service, fee, from }, facts) => {
    const { amount, steps } = share({ amount: fee, attributes: { ...facts.party(carrier).attributes, service } })
    return { kind: 'share', from, to, amount, unit, returns: 'pro-rata', quantum: minorUnit(unit), why: steps }
  }
}

export const logisticsShare = defineProduct({
  id: 'logistics-share',
  title: { en: 'Logistics share', zh: '物流服务分成' },
  event: Event,
  terms: Terms,
  defaultTerms: { share: shareByService, refund: within(30) },
  customer: 'carrier',
  activity: ({ fee }: Event) => ({ measures: { volume: parseMicros(fee.amount) } }),
  compile(terms: Terms, currency: string) {
    const share = shareOfShipping(terms.share, currency)
    return {
      needs: ({ carrier }: Event) => ({ parties: [carrier] }),
      charge({ carrier, service, fee, paidFrom = 'balance' }: Event, facts: Facts) {
        const from = accountName(carrier, paidFrom, currency).path
        const component = share({ carrier, service, fee: payable(fee, currency), from }, facts)
        const items = [{ id: '1', quantity: 1n, components: [component] }]
        return { payer: carrier, payerAccount: from, payee: null, unit: currency, items, refund: terms.refund }
      },
    }
  },
  example: {
    parties: [{ id: 'car_swift', kind: 'carrier', name: 'Swift parcels', attributes: {} }],
    funds: [{ path: 'car_swift/balance', amount: '10.00' }],
    event: { carrier: 'car_swift', fee: { amount: '12.00', currency: 'CNY' }, service: 'standard' },
    components: { share: '0.60' },
  },
})
