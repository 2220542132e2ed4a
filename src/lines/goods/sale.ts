/**
 * The split of a digital price: the creator's share goes to the creator and the rest to us, both directly from the
 * payer. Without a creator the whole price is ours.
 */
import Type, { type Static, type TSchema } from 'typebox'
import type { Facts } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { approved, checked, minorsSpending, notForThis, ourFault, unclaimedGift } from '../../engine/refund-rules.ts'
import { RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros } from '../../money/amount.ts'
import { compileShare, PercentageTerms, type PercentageTerms as ShareTerms } from '../../pricing/percentage.ts'
import type { Priced as Price, StepDetail } from '../../pricing/price.ts'
import { Problem } from '../../problem.ts'

/** The fields of every product's row on the rate card, besides its price. */
export const saleTerms = {
  /** The creator's share of the price; exact to the micro, so it need not be a whole cent. */
  creatorShare: PercentageTerms,
  refund: RefundPolicy,
}

export function shareOf(rate: string): ShareTerms {
  return { model: 'percentage', rate }
}

export interface Sale {
  readonly payerAccount: string
  readonly price: Price
  readonly creator: string | undefined
}

/** @throws Problem `terms_invalid` for an invalid share. */
export function compileSale(
  terms: ShareTerms,
  unit: string,
  detail: StepDetail = 'all',
): (sale: Sale, facts: Facts) => Component[] {
  const share = compileShare(terms, unit, detail)
  const revenue = accountName(PLATFORM, 'revenue', unit).path
  return ({ payerAccount, price, creator }, facts) => {
    const component = (kind: string, to: string, { amount, steps }: Price): Component => {
      return { kind, from: payerAccount, to, amount, unit, returns: 'pro-rata', quantum: 1n, why: steps }
    }
    if (creator !== undefined && payerAccount.startsWith(`${creator}/`)) {
      throw new Problem('price_input_invalid', {
        field: 'creator',
        value: `${creator} cannot be both payer and creator`,
      })
    }
    if (creator === undefined) return [component('price', revenue, price)]
    const earned = share({ amount: price.amount, attributes: facts.party(creator).attributes })
    const rest = price.amount - earned.amount
    if (rest < 0n)
      throw new Problem('price_input_invalid', { field: 'creatorShare', value: 'it is greater than the price' })
    const params = () => ({ creator, price: formatMicros(price.amount, unit), result: formatMicros(rest, unit), unit })
    const steps = detail === 'terms' ? [] : [{ code: 'rest_of_sale', params: params() }]
    return [
      component('share', accountName(creator, 'balance', unit).path, {
        amount: earned.amount,
        steps: [...price.steps, ...earned.steps],
      }),
      component('commission', revenue, { amount: rest, steps }),
    ]
  }
}

/** Creators must be registered: their attributes can decide their share, and a misspelled id must not be paid. */
export function creatorsOf(sales: readonly { readonly creator?: string }[]): { parties: string[] } {
  return { parties: sales.flatMap(({ creator }) => creator ?? []) }
}

export type SaleRefund = Static<typeof RefundPolicy>

/** Refundable until nothing is left; a creator who has spent the share owes it. */
const sale = {
  maxRefunds: null,
  minGapSeconds: 0,
  shortage: 'debt',
  approvals: approved('500', '5000'),
} as const satisfies Partial<SaleRefund>

/** Unused items within a number of days; unclaimed gifts automatically. */
export function unusedWithin(windowDays: number): SaleRefund {
  const reasons = { 'service-failure': ourFault('5000'), minor: minorsSpending, unclaimed: unclaimedGift }
  return { windowDays, ...sale, use: { rule: 'unused-items' }, reasons }
}

/** Unused days, during the membership. */
export const unusedDays: SaleRefund = {
  windowDays: 366,
  ...sale,
  use: { rule: 'unused-time', measure: 'day' },
  reasons: { duplicate: ourFault('5000'), 'service-failure': ourFault('5000'), minor: minorsSpending },
}

/** Tips are final, except for mistakes and spending of minors. */
export const presents: SaleRefund = {
  windowDays: 30,
  ...sale,
  asks: ['payer', 'agent'],
  approvals: checked('5000'),
  reasons: { 'changed-mind': notForThis, minor: minorsSpending },
}

export const SaleTermsWith = <Price extends TSchema>(price: Price) =>
  Type.Object({ price, ...saleTerms }, { additionalProperties: false })
