/**
 * Credit-card repayment. The payer's money goes to the issuing bank unchanged; the payer pays a fee in addition. A
 * repayment that the bank rejects is refunded with its fee; an amount that the bank has credited cannot be recovered.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { sumOf } from '../../engine/measures.ts'
import { checked, notForThis } from '../../engine/refund-rules.ts'
import { Money, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros, type Micros, minorUnit } from '../../money/amount.ts'
import { compileShare, PercentageTerms } from '../../pricing/percentage.ts'
import { ChannelCost, compileCost } from './channel-cost.ts'

const Event = Type.Object(
  { payer: PartyId, issuer: PartyId, amount: Money },
  { additionalProperties: false, title: 'payments/card-repayment' },
)

const Terms = Type.Object(
  { fee: PercentageTerms, cost: ChannelCost, refund: RefundPolicy },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const defaultTerms: Terms = {
  fee: { model: 'percentage', rate: '0.001', rounding: { to: 'minor' } },
  cost: { channel: 'cardnet', share: '0.08' },
  // Refundable if the bank rejected it, as its notice states; credited amounts cannot be recovered.
  refund: {
    windowDays: 30,
    maxRefunds: null,
    minGapSeconds: 0,
    shortage: 'reject',
    asks: ['payer', 'agent', 'system'],
    evidence: ['bank-notice'],
    approvals: checked('50000'),
    reasons: { 'changed-mind': notForThis },
  },
}

export const cardRepayment = defineProduct({
  id: 'card-repayment',
  title: { en: 'Credit-card repayment', zh: '信用卡还款' },
  event: Event,
  terms: Terms,
  defaultTerms,
  customer: 'payer',
  activity: (_event: Event, charge) => ({ measures: { volume: sumOf(charge, 'principal') } }),
  compile(terms: Terms, currency: string) {
    const fee = compileShare(terms.fee, currency)
    const cost = compileCost(terms.cost, currency)
    return {
      needs: () => ({}),
      charge(event: Event) {
        const payerAccount = accountName(event.payer, 'external', currency).path
        const amount = payable(event.amount, currency)
        const charged = fee({ amount })
        const feePaid: Component = {
          kind: 'fee',
          from: payerAccount,
          to: accountName(PLATFORM, 'revenue', currency).path,
          amount: charged.amount,
          unit: currency,
          returns: 'pro-rata',
          quantum: minorUnit(currency),
          why: charged.steps,
        }
        const components = [repaid(event, amount, currency), feePaid, cost(charged.amount)]
        return {
          payer: event.payer,
          payerAccount,
          payee: event.issuer,
          unit: currency,
          items: [{ id: '1', quantity: 1n, components }],
          refund: terms.refund,
        }
      },
    }
  },
  example: {
    parties: [{ id: 'bnk_harbor', kind: 'company', name: 'Harbor Bank', attributes: {} }],
    event: { payer: 'usr_1', issuer: 'bnk_harbor', amount: { amount: '3000.00', currency: 'CNY' } },
    components: { principal: '3000.00', fee: '3.00', cost: '0.24' },
  },
})

function repaid({ payer, issuer }: Event, amount: Micros, unit: string): Component {
  return {
    kind: 'principal',
    from: accountName(payer, 'external', unit).path,
    to: accountName(issuer, 'balance', unit).path,
    amount,
    unit,
    returns: 'pro-rata',
    quantum: minorUnit(unit),
    why: [{ code: 'repaid_to_issuer', params: { payer, issuer, amount: formatMicros(amount, unit), unit } }],
  }
}
