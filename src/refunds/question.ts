/** A question about a refund, and the decision that answers it (decision.ts). */
import type { RefundPolicy } from '../charges/draft.ts'
import type { Asker, Evidence, ExchangeRule, Reason } from '../charges/policy.ts'
import type { Micros } from '../money/amount.ts'
import type { Step } from '../pricing/price.ts'
import type { ProblemCode, ProblemParams } from '../problem.ts'
import type { Fact, UseFacts } from './entitlement.ts'
import type { ReferenceRate } from './exchange-difference.ts'
import type { RefundAsk } from './plan.ts'

export interface RefundQuestion {
  readonly reason: Reason
  readonly asker: Asker
  /** As for a plan: an amount, items, or, with neither, all that is refundable. */
  readonly ask: RefundAsk
  readonly use?: UseFacts
  /** Kinds of the evidence provided. */
  readonly evidence: readonly Evidence[]
  /** The current rate, if the policy uses it. */
  readonly rate?: ReferenceRate
  /** The time of the request: window and use are judged at that moment, whenever the decision is made. */
  readonly at: Date
  /** The tenant's time zone. */
  readonly zone: string
}

export interface Decision {
  readonly outcome: 'automatic' | 'needs-approval' | 'needs-evidence' | 'declined'
  /** Why it is declined; null otherwise. */
  readonly decline: { readonly code: ProblemCode; readonly params: ProblemParams } | null
  readonly missingEvidence: readonly Evidence[]
  /** Facts that a trusted caller must state before a decision is possible. */
  readonly missingFacts: readonly Fact[]
  /** Number of different approvers, by the total refunded of the charge, so that parts need no fewer. */
  readonly approvals: 0 | 1 | 2
  /** What to execute; null if declined. While facts are missing, the most favorable outcome. */
  readonly ask: RefundAsk | null
  /** What the payer receives, in micros of the charge's unit. */
  readonly amount: Micros
  /** The maximum refundable now for this reason. */
  readonly most: Micros
  /** The last moment at which it can be requested; null for no limit. */
  readonly deadline: Date | null
  /** The earliest moment of execution; null: immediately. */
  readonly notBefore: Date | null
  /** The limits that the plan still enforces instead of the policy of the charge: the request was in time. */
  readonly policy: RefundPolicy
  readonly exchange: ExchangeRule | null
  readonly steps: readonly Step[]
}
