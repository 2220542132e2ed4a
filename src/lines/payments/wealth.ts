/**
 * The money-market product: one event is one day of one holder. On that day the fund pays the holder the yield, and us
 * the yearly management fee and the spread between what the fund earned and what the holder is paid. All three are
 * calculated on the holding over a year of 365 days, to the micro, because a day's fee on a small holding is less than
 * a fen.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { approved, notForThis } from '../../engine/refund-rules.ts'
import { Day, Money, PartyId, positive, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros, type Micros, parseMicros } from '../../money/amount.ts'
import { AccrualTerms, accrual } from '../../pricing/accrual.ts'
import type { Step } from '../../pricing/price.ts'
import { Decimal } from '../../pricing/terms.ts'
import { ChannelCost, compileCost } from './channel-cost.ts'

const Yield = Type.String({
  pattern: '^-?\\d{1,3}(\\.\\d{1,12})?$',
  description: 'Annualized yield of the fund on that day, as a decimal',
  examples: ['0.025'],
})

const Event = Type.Object(
  {
    fund: PartyId,
    holder: PartyId,
    day: Day,
    holding: Money,
    fundYield: Yield,
    holderYield: Decimal,
  },
  { additionalProperties: false, title: 'payments/wealth' },
)

const Terms = Type.Object(
  {
    managementFee: Type.Pick(AccrualTerms, ['model', 'rate', 'basis', 'rounding'], { additionalProperties: false }),
    /** `floored`: a day on which the fund earns less than the holder is paid costs us nothing; the fund bears it. */
    spread: Type.Union([Type.Literal('floored'), Type.Literal('none')]),
    cost: ChannelCost,
    refund: RefundPolicy,
  },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  managementFee: { model: 'accrual', rate: '0.01', basis: 'ACT/365' },
  spread: 'floored',
  cost: { channel: 'custodian', share: '0.25' },
  // Refundable if the fund restates a yield; an accrued day cannot be reversed otherwise.
  refund: {
    windowDays: 30,
    maxRefunds: null,
    minGapSeconds: 0,
    shortage: 'debt',
    asks: ['agent', 'system'],
    approvals: approved('1000', '10000'),
    reasons: { 'changed-mind': notForThis },
  },
}

export const wealth = defineProduct({
  id: 'wealth',
  title: { en: 'Balance wealth product', zh: '零钱理财通' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'fund',
  activity: ({ holding }: Event) => ({ measures: { holding: parseMicros(holding.amount) } }),
  compile(terms: Terms, currency: string) {
    const { basis } = terms.managementFee
    const yieldOf = accrual.compile({ model: 'accrual', rate: { given: 'holderYield' }, basis }, currency)
    const feeOf = accrual.compile(terms.managementFee, currency)
    const spreadOf =
      terms.spread === 'none'
        ? undefined
        : accrual.compile({ model: 'accrual', rate: '0', basis, spread: terms.spread }, currency)
    const cost = compileCost(terms.cost, currency)
    const revenue = accountName(PLATFORM, 'revenue', currency).path
    return {
      needs: () => ({}),
      charge(event: Event) {
        const { fund, holder, day, fundYield, holderYield } = event
        const amount = positive(event.holding, currency)
        const holdings = [{ amount, days: 1, fundYield, holderYield }]
        const attributes = { holderYield }
        const held: Step = {
          code: 'held_on_day',
          params: { holder, fund, day, amount: formatMicros(amount, currency), unit: currency },
        }
        const from = accountName(fund, 'external', currency).path
        const part = (kind: string, to: string, priced: { amount: Micros; steps: readonly Step[] }): Component => {
          const why = [held, ...priced.steps]
          return { kind, from, to, amount: priced.amount, unit: currency, returns: 'pro-rata', quantum: 1n, why }
        }
        const fee = feeOf({ holdings, attributes })
        const spread = spreadOf?.({ holdings })
        const components = [
          part('yield', accountName(holder, 'balance', currency).path, yieldOf({ holdings, attributes })),
          part('fee', revenue, fee),
          ...(spread ? [part('spread', revenue, spread)] : []),
          cost(fee.amount + (spread?.amount ?? 0n)),
        ]
        return {
          payer: fund,
          payerAccount: from,
          payee: holder,
          unit: currency,
          items: [{ id: day, quantity: 1n, components }],
          refund: terms.refund,
          accrues: true,
        }
      },
    }
  },
  example: {
    parties: [],
    event: {
      fund: 'fnd_tide',
      holder: 'usr_1',
      day: '2026-11-23',
      holding: { amount: '36500.00', currency: 'CNY' },
      fundYield: '0.025',
      holderYield: '0.018',
    },
    components: { yield: '1.80', fee: '1.00', spread: '0.70', cost: '0.425' },
  },
})
