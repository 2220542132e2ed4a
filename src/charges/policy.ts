/**
 * When a charge may be given back, as data: window, how much of it by use, who may ask and why, what must be shown,
 * who must approve. It stands on the rate card, and is frozen on every charge that the card prices, so that a change of
 * the card never changes what was promised. `decision.ts` applies it.
 */

/** What to do when a payee has spent the money that a refund must take back. */
export type ShortageMode = 'debt' | 'advance' | 'reject'

/** Why money is asked back. */
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

/** These are a rule of their own: without it nothing comes back for them. */
const NAMED_ONLY: ReadonlySet<Reason> = new Set(['minor', 'unclaimed', 'invalid-traffic'])

/** Who asks. `agent`: a user of the platform; `system`: a job, or the payment provider by a notification. */
export const ASKERS = ['payer', 'payee', 'guardian', 'agent', 'system'] as const
export type Asker = (typeof ASKERS)[number]
/** Who may request a refund unless the policy says otherwise. Guardians only where a policy names them. */
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

/** How far something was delivered that can't be taken back: `defective` is delivered and not what was promised. */
export const DELIVERY_STATES = ['not-delivered', 'preview', 'delivered', 'defective'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** How much comes back by use. Shares are decimals from "0" to "1". */
export type UseRule =
  /** All of it, used or not. */
  | { readonly rule: 'regardless' }
  /** Of each item, those that weren't used. */
  | { readonly rule: 'unused-items' }
  /** The rest of each item's period. A day that has begun is used. */
  | { readonly rule: 'unused-time'; readonly measure: 'day' | 'second' }
  /** What is left of a prepaid pack of calls; what wasn't bought as a pack was used when it was charged. */
  | { readonly rule: 'unused-calls' }
  /** By the time between calling off and the beginning: the share of the first step that it reaches; less than all: nothing. */
  | { readonly rule: 'notice'; readonly notice: readonly NoticeStep[] }
  | { readonly rule: 'delivery'; readonly delivery: Readonly<Record<DeliveryState, string>> }
  /** For gifts: what is unclaimed this many hours after the charge. */
  | { readonly rule: 'unclaimed'; readonly hours: number }

interface NoticeStep {
  /** At least so many hours before the beginning. */
  readonly hours: number
  readonly share: string
}

/** Above so much of one charge given back in all (a decimal in its unit) so many different people approve. */
export interface ApprovalStep {
  readonly above: string
  readonly people: 1 | 2
  /** Only for requests by one of these; absent: for all. */
  readonly askedBy?: readonly Asker[]
}

/**
 * Rate of a refund across currencies. `original`: each party returns what it received; the movement of the market since then is on
 * the platform's positions. `current`: the difference to today's reference rate is worked out, booked, and borne by
 * the bearer.
 */
export interface ExchangeRule {
  readonly rate: 'original' | 'current'
  readonly bearer: 'payer' | 'payee' | 'platform'
}

/** What a policy says for all reasons, and what a reason's own rule may say instead, field by field. */
export interface RefundRule {
  /** Days after the charge took effect in which it may be asked for; null: no limit. */
  readonly windowDays?: number | null
  readonly shortage?: ShortageMode
  /** Who may request it; empty: nothing is refundable for this reason. */
  readonly asks?: readonly Asker[]
  /** What must be shown. */
  readonly evidence?: readonly Evidence[]
  readonly use?: UseRule
  /** Share of what would come back otherwise. */
  readonly share?: string
  /** Kinds of components: an item of which the payer paid nothing else stays. */
  readonly keeps?: readonly string[]
  /** `month-end`: executed once the charge's calendar month has ended, and its statement with it. */
  readonly opens?: 'at-once' | 'month-end'
  /** Rising. Up to the first amount no approval is needed. */
  readonly approvals?: readonly ApprovalStep[]
  readonly exchange?: ExchangeRule
}

/** When a charge may be given back; frozen on it. */
export interface RefundPolicy extends RefundRule {
  readonly windowDays: number | null
  /** Refunds in all, the last one included; null: no limit. */
  readonly maxRefunds: number | null
  /** Seconds between two refunds of one charge. */
  readonly minGapSeconds: number
  readonly shortage: ShortageMode
  /** What differs for a reason. `minor`, `unclaimed` and `invalid-traffic` count only where they stand here. */
  readonly reasons?: Readonly<Partial<Record<Reason, RefundRule>>>
}

/** A policy as it is for one reason. */
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

/** What a policy says for a reason; null where nothing comes back for it. */
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

/** Reasons for which a refund is possible, for any requester or for this one. */
export function acceptedReasons(policy: RefundPolicy, asker?: Asker): Reason[] {
  return REASONS.filter((reason) => {
    const rule = ruleFor(policy, reason)
    return rule !== null && (asker === undefined || rule.asks.includes(asker))
  })
}

/** When unclaimed gifts of the charge are refunded automatically; null where it has none. */
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
