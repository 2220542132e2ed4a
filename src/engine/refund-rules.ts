/** Refund rules that several lines share. The amounts are defaults; a rate card can change them. */
import type { ApprovalStep, RefundRule } from '../charges/policy.ts'

/** One person reviews every request of a payer; above an amount, two people approve every request. */
export const checked = (two: string): readonly ApprovalStep[] => [
  { above: '0', people: 1, askedBy: ['payer'] },
  { above: two, people: 2 },
]

/** One approval above an amount, two above another. */
export const approved = (one: string, two: string): readonly ApprovalStep[] => [
  { above: one, people: 1 },
  { above: two, people: 2 },
]

/** Failures of the platform: refunded in full, used or not. */
export const ourFault = (two: string): RefundRule => ({ use: { rule: 'regardless' }, approvals: checked(two) })

/** Nothing is refundable for this reason. */
export const notForThis: RefundRule = { asks: [] }

/**
 * Purchases of a minor beyond what fits their age need a guardian's consent (Civil Code of China, articles 19 and 145).
 * The guardian requests the refund and proves guardianship and payment; it is refunded whether used or not.
 */
export const minorsSpending: RefundRule = {
  windowDays: 365,
  asks: ['guardian', 'agent'],
  evidence: ['guardianship', 'payment-record'],
  use: { rule: 'regardless' },
  approvals: approved('0', '1000'),
}

/** A gift that is unclaimed after a day is refunded automatically, like an unclaimed red envelope. */
export const unclaimedGift: RefundRule = {
  windowDays: 30,
  asks: ['system', 'agent'],
  use: { rule: 'unclaimed', hours: 24 },
  approvals: [],
}
