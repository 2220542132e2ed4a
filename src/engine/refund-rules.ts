/** Rules of refund policies that several lines share. The figures are ours; a rate card changes them. */
import type { ApprovalStep, RefundRule } from '../charges/policy.ts'

/** A payer's own statement is reviewed by one person; above an amount, two people approve every request. */
export const checked = (two: string): readonly ApprovalStep[] => [
  { above: '0', people: 1, askedBy: ['payer'] },
  { above: two, people: 2 },
]

/** One person above an amount, two above another. */
export const approved = (one: string, two: string): readonly ApprovalStep[] => [
  { above: one, people: 1 },
  { above: two, people: 2 },
]

/** What went wrong on our side: all of it comes back, used or not. */
export const ourFault = (two: string): RefundRule => ({ use: { rule: 'regardless' }, approvals: checked(two) })

/** Nothing comes back for it. */
export const notForThis: RefundRule = { asks: [] }

/**
 * What a minor buys beyond what fits their age needs a guardian's consent (Civil Code of China, articles 19 and 145). The
 * guardian requests the refund and proves guardianship and payment; it is refunded whether used or not.
 */
export const minorsSpending: RefundRule = {
  windowDays: 365,
  asks: ['guardian', 'agent'],
  evidence: ['guardianship', 'payment-record'],
  use: { rule: 'regardless' },
  approvals: approved('0', '1000'),
}

/** A gift that is unclaimed after a day is refunded automatically, as an unclaimed red envelope is. */
export const unclaimedGift: RefundRule = {
  windowDays: 30,
  asks: ['system', 'agent'],
  use: { rule: 'unclaimed', hours: 24 },
  approvals: [],
}
