/** The money side of a data product: the buyer pays us from an external account. */

import type { PricedEvent } from '../../catalog/product.ts'
import type { Component, Item, RefundPolicy } from '../../charges/draft.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { minorUnit } from '../../money/amount.ts'
import type { Priced as Price } from '../../pricing/price.ts'

export function sold(buyer: string, { amount, steps }: Price, unit: string): Component {
  return {
    kind: 'price',
    from: accountName(buyer, 'external', unit).path,
    to: accountName(PLATFORM, 'revenue', unit).path,
    amount,
    unit,
    returns: 'pro-rata',
    quantum: minorUnit(unit),
    why: steps,
  }
}

export function paidByBuyer(buyer: string, items: readonly Item[], unit: string, refund: RefundPolicy): PricedEvent {
  const payerAccount = accountName(buyer, 'external', unit).path
  return { payer: buyer, payerAccount, payee: null, unit, items, refund }
}

/**
 * Refunds by delivery state within a number of days: undelivered parts are refunded, read ones are not, and defects are
 * refunded in full. Spent privacy budget stays spent.
 */
export const byDelivery = (windowDays: number, approvals: RefundPolicy['approvals'] & object): RefundPolicy => ({
  windowDays,
  maxRefunds: null,
  minGapSeconds: 0,
  shortage: 'reject',
  asks: ['payer', 'agent'],
  use: {
    rule: 'delivery',
    delivery: { 'not-delivered': '1', preview: '0.8', delivered: '0', defective: '1' },
  },
  approvals,
  reasons: {
    duplicate: { use: { rule: 'regardless' } },
    'billing-error': { use: { rule: 'regardless' } },
  },
})
