/** The enumerations of the API as lists. Their types come from openapi.json, so a missing or extra code fails type-checking. */
import type { Shapes } from '@recoup/sdk'

/** The codes of an enumeration in the given order: `codesOf<Charge['status']>({ captured: true, … })`. */
export function codesOf<Code extends string>(codes: Readonly<Record<Code, unknown>>): Code[] {
  return Object.keys(codes) as Code[]
}

export type RefundReason = Shapes['RefundRequestInput']['reason']

export const REFUND_REASONS = codesOf<RefundReason>({
  'changed-mind': true,
  cancelled: true,
  'not-delivered': true,
  'not-as-described': true,
  'service-failure': true,
  duplicate: true,
  'billing-error': true,
  fraud: true,
  goodwill: true,
  minor: true,
  unclaimed: true,
  'invalid-traffic': true,
})

export type EvidenceKind = Shapes['Evidence']['kind']

export const EVIDENCE_KINDS = codesOf<EvidenceKind>({
  'payment-record': true,
  guardianship: true,
  photo: true,
  'return-record': true,
  'traffic-report': true,
  'police-report': true,
  'bank-notice': true,
})

export type DebtKind = Shapes['Debt']['kind']

export const DEBT_KINDS = codesOf<DebtKind>({ debt: true, advance: true })

export type PayoutHoldRule = Shapes['SettlementSettings']['payouts']['hold']['rule']

export const PAYOUT_HOLD_RULES = codesOf<PayoutHoldRule>({ none: true, days: true, 'refund-window': true })
