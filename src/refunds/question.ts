/** Input and output of a refund decision (decision.ts). */
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
  /** As for a plan: an amount, items, or, with neither, everything refundable. */
  readonly ask: RefundAsk
  readonly use?: UseFacts
  /** Kinds of evidence provided. */
  readonly evidence: readonly Evidence[]
  /** The current rate; required if the policy uses it. */
  readonly rate?: ReferenceRate
  /** Time of the request. Window and use are evaluated at this time, even if the decision is made later. */
  readonly at: Date
  /** The tenant's time zone. */
  readonly zone: string
}

export interface Decision {
  readonly outcome: 'automatic' | 'needs-approval' | 'needs-evidence' | 'declined'
  /** Why it is declined; null otherwise. */
  readonly decline: { readonly code: ProblemCode; readonly params: ProblemParams } | null
  readonly missingEvidence: readonly Evidence[]
  /** Facts that a trusted caller must supply before a decision is possible. */
  readonly missingFacts: readonly Fact[]
  /** Number of different approvers. Depends on the cumulative refund, so that splitting a request saves none. */
  readonly approvals: 0 | 1 | 2
  /** What to execute; null if declined. While facts are missing, the most favorable outcome. */
  readonly ask: RefundAsk | null
  /** Amount refunded to the payer, in micros of the charge's unit. */
  readonly amount: Micros
  /** The maximum refundable now for this reason. */
  readonly most: Micros
  /** End of the refund window for this reason; null: no window. */
  readonly deadline: Date | null
  /** Earliest time of execution; null: immediately. */
  readonly notBefore: Date | null
  /** Policy for the plan, replacing the charge's own. Without a window: it was checked at the time of the request. */
  readonly policy: RefundPolicy
  readonly exchange: ExchangeRule | null
  readonly steps: readonly Step[]
}
