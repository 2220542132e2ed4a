/** Shared by the three services: a developer pays from a prepaid wallet, which never goes below zero. */

import type { PricedEvent } from '../../catalog/product.ts'
import type { Component, Item, RefundPolicy, Returns } from '../../charges/draft.ts'
import type { UseRule } from '../../charges/policy.ts'
import { approved, ourFault } from '../../engine/refund-rules.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { minorUnit } from '../../money/amount.ts'
import type { Priced as Price, Step } from '../../pricing/price.ts'

/** A payment from the wallet to our revenue. Amounts finer than a fen are refunded with the same precision. */
export function fromWallet(
  developer: string,
  kind: string,
  { amount, steps }: Price,
  { unit, returns = 'pro-rata', before = [] }: { unit: string; returns?: Returns; before?: readonly Step[] },
): Component {
  return {
    kind,
    from: accountName(developer, 'wallet', unit).path,
    to: accountName(PLATFORM, 'revenue', unit).path,
    amount,
    unit,
    returns,
    quantum: amount % minorUnit(unit) === 0n ? minorUnit(unit) : 1n,
    why: [...before, ...steps],
  }
}

export function paidByWallet(
  developer: string,
  items: readonly Item[],
  unit: string,
  refund: RefundPolicy,
): PricedEvent {
  const payerAccount = accountName(developer, 'wallet', unit).path
  return { payer: developer, payerAccount, payee: null, unit, items, refund }
}

/** Mistaken or undelivered charges are refunded to the wallet; bills of older months are closed. */
export const monthAfter = (use: UseRule): RefundPolicy => ({
  windowDays: 31,
  maxRefunds: null,
  minGapSeconds: 0,
  shortage: 'reject',
  asks: ['payer', 'agent', 'system'],
  use,
  approvals: approved('1000', '10000'),
  reasons: { duplicate: ourFault('10000'), 'billing-error': ourFault('10000'), 'service-failure': ourFault('10000') },
})
