/** The money side of a data product: the buyer pays us from outside. */
import type { Component, Item, RefundPolicy } from '../../charges/draft.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { minorUnit } from '../../money/amount.ts'
import type { Priced as Price } from '../../pricing/price.ts'
import type { Priced } from '../line.ts'

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

export function paidByBuyer(buyer: string, items: readonly Item[], unit: string, refund: RefundPolicy): Priced {
  const payerAccount = accountName(buyer, 'external', unit).path
  return { payer: buyer, payerAccount, payee: null, unit, items, refund }
}

/** A complaint about what was delivered, for so many days. */
export const complaint = (windowDays: number): RefundPolicy => ({
  windowDays,
  maxRefunds: null,
  minGapSeconds: 0,
  shortage: 'reject',
})
