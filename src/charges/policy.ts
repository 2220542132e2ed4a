/**
 * The refund policy as data: refund window, refundable share by use, who may request a refund for which reasons,
 * required evidence and approvals. It is part of the rate card and frozen on every charge priced by it, so a later rate
 * card never changes the policy of an existing charge. `decision.ts` applies it.
 */

/** What to do if the payee's balance does not cover its part of a refund. */
export type ShortageMode = 'debt' | 'advance' | 'reject'

/** Reasons for a refund. */
export const REASONS = [
  'changed-mind',
  'cancelled',
  'not-delivered',
  'not-as-described',
  'service-failure',
  'duplicate',
  'billing-error',
  'fraud',
  'goodwill',
  'minor',
  'unclaimed',
  'invalid-traffic',
] as const
export type Reason = (typeof REASONS)[number]

/** Refunds for these reasons need a rule of their own; without one they are refused. */
const NAMED_ONLY: ReadonlySet<Reason> = new Set(['minor', 'unclaimed', 'invalid-traffic'])

/**
 * Who requests the refund. `agent`: a user of the platform; `system`: a job, or a notification of the payment provider.
 */
export const ASKERS = ['payer', 'payee', 'guardian', 'agent', 'system'] as const
export type Asker = (typeof ASKERS)[number]
/** Who may request a refund unless the policy says otherwise. Guardians must be allowed explicitly. */
const USUAL_ASKERS: readonly Asker[] = ['payer', 'payee', 'agent', 'system']

/** Kinds of evidence. */
export const EVIDENCE = [
  'payment-record',
  'guardianship',
  'photo',
  'return-record',
  'traffic-report',
  'police-report',
  'bank-notice',
] as const
export type Evidence = (typeof EVIDENCE)[number]

/** Delivery state of something that cannot be returned; `defective`: delivered, but not as promised. */
export const DELIVERY_STATES = ['not-delivered', 'preview', 'delivered', 'defective'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** The refundable share by use. Shares are decimals from "0" to "1". */
export type UseRule =
  /** Everything, used or not. */
  | { readonly rule: 'regardless' }
  /** The unused quantity of each item. */
  | { readonly rule: 'unused-items' }
  /** The rest of each item's period. A day that has begun counts as used. */
  | { readonly rule: 'unused-time'; readonly measure: 'day' | 'second' }
  /** The unused calls of a prepaid pack; anything not sold as a pack counts as used when charged. */
  | { readonly rule: 'unused-calls' }
  /**
   * By the time between the cancellation and the beginning: the share of the first step whose hours are reached; if
   * none is reached, nothing.
   */
  | { readonly rule: 'notice'; readonly notice: readonly NoticeStep[] }
  | { readonly rule: 'delivery'; readonly delivery: Readonly<Record<DeliveryState, string>> }
  /** For gifts: what is still unclaimed this many hours after the charge. */
  | { readonly rule: 'unclaimed'; readonly hours: number }

interface NoticeStep {
  /** Minimum hours before the beginning. */
  readonly hours: number
  readonly share: string
}

/**
 * If the total refunded of a charge exceeds this amount (a decimal in its unit), this many different people have to
 * approve.
 */
export interface ApprovalStep {
  readonly above: string
  readonly people: 1 | 2
  /** Applies only to requests by these; absent: to all. */
  readonly askedBy?: readonly Asker[]
}

/**
 * Exchange rate of a refund across currencies. `original`: each party returns what it received, and the platform's
 * positions bear the exchange rate movement. `current`: the difference to today's reference rate is posted and borne by
 * the bearer.
 */
export interface ExchangeRule {
  readonly rate: 'original' | 'current'
  readonly bearer: 'payer' | 'payee' | 'platform'
}

/** The part of a policy that a rule for one reason may override, field by field. */
export interface RefundRule {
  /** Days after the effective time of the charge in which a refund may be requested; null: no limit. */
  readonly windowDays?: number | null
  readonly shortage?: ShortageMode
  /** Who may request it; empty: no refund for this reason. */
  readonly asks?: readonly Asker[]
  /** Required evidence. */
  readonly evidence?: readonly Evidence[]
  readonly use?: UseRule
  /** Share of the otherwise refundable amount. */
  readonly share?: string
  /** Component kinds that are kept: an item for which the payer paid only these is not refunded. */
  readonly keeps?: readonly string[]
  /** `month-end`: executed once the charge's calendar month, and with it the statement, is closed. */
  readonly opens?: 'at-once' | 'month-end'
  /** Ascending. Up to the first amount no approval is needed. */
  readonly approvals?: readonly ApprovalStep[]
  readonly exchange?: ExchangeRule
}

/** The refund policy of a charge, frozen on it. */
export interface RefundPolicy extends RefundRule {
  readonly windowDays: number | null
  /** Maximum number of refunds per charge, the final one included; null: no limit. */
  readonly maxRefunds: number | null
  /** Minimum seconds between two refunds of one charge. */
  readonly minGapSeconds: number
  readonly shortage: ShortageMode
  /** Overrides by reason. Refunds for `minor`, `unclaimed` and `invalid-traffic` are possible only if listed here. */
  readonly reasons?: Readonly<Partial<Record<Reason, RefundRule>>>
}

/** A policy resolved for one reason. */
export interface EffectiveRule extends RefundRule {
  readonly windowDays: number | null
  readonly maxRefunds: number | null
  readonly minGapSeconds: number
  readonly shortage: ShortageMode
  readonly asks: readonly Asker[]
  readonly evidence: readonly Evidence[]
  readonly use: UseRule
  readonly share: string
  readonly keeps: readonly string[]
  readonly approvals: readonly ApprovalStep[]
}

/** Returns the policy resolved for a reason; null if it allows no refund. */
export function ruleFor({ reasons, ...policy }: RefundPolicy, reason: Reason): EffectiveRule | null {
  const own = reasons?.[reason]
  if (own === undefined && NAMED_ONLY.has(reason)) return null
  const rule: EffectiveRule = {
    asks: USUAL_ASKERS,
    evidence: [],
    use: { rule: 'regardless' },
    share: '1',
    keeps: [],
    approvals: [],
    ...policy,
    ...(own as Partial<EffectiveRule>),
  }
  return rule.asks.length === 0 ? null : rule
}

/** Returns the reasons for which a refund is possible, for any requester or for this one. */
export function acceptedReasons(policy: RefundPolicy, asker?: Asker): Reason[] {
  return REASONS.filter((reason) => {
    const rule = ruleFor(policy, reason)
    return rule !== null && (asker === undefined || rule.asks.includes(asker))
  })
}

/** Returns when unclaimed gifts of the charge are refunded automatically; null if it has none. */
export function unclaimedReturnsAt({ policy, items, effectiveAt }: Gifts): Date | null {
  const use = ruleFor(policy, 'unclaimed')?.use
  if (use?.rule !== 'unclaimed' || !items.some(({ gift }) => gift)) return null
  return new Date(effectiveAt.getTime() + use.hours * 3_600_000)
}

interface Gifts {
  readonly policy: RefundPolicy
  readonly items: readonly { readonly gift?: true }[]
  readonly effectiveAt: Date
}
