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
  /** As for a plan: an amount, items, or, with neither, all that may come back. */
  readonly ask: RefundAsk
  readonly use?: UseFacts
  /** Kinds of evidence that are there. */
  readonly evidence: readonly Evidence[]
  /** Today's, where the policy goes by the current rate. */
  readonly rate?: ReferenceRate
  /** When it was asked: window and use are judged at that moment, whenever it is decided. */
  readonly at: Date
  /** The tenant's time zone. */
  readonly zone: string
}

export interface Decision {
  readonly outcome: 'automatic' | 'needs-approval' | 'needs-evidence' | 'declined'
  /** Why it is declined; null otherwise. */
  readonly decline: { readonly code: ProblemCode; readonly params: ProblemParams } | null
  readonly missingEvidence: readonly Evidence[]
  /** What a trusted caller must state before it can be decided. */
  readonly missingFacts: readonly Fact[]
  /** How many different people must approve. Counts all that comes back of the charge: parts need no fewer. */
  readonly approvals: 0 | 1 | 2
  /** What to execute; null when declined. While facts are missing, what it would be at best. */
  readonly ask: RefundAsk | null
  /** What the payer gets back by it: micros of the charge's unit. */
  readonly amount: Micros
  /** The most that may come back now for this reason. */
  readonly most: Micros
  /** The last moment at which it may be asked; null: there is none. */
  readonly deadline: Date | null
  /** Not to be executed before; null: at once. */
  readonly notBefore: Date | null
  /** What a plan still has to keep to, instead of the charge's own policy: it was asked in time. */
  readonly policy: RefundPolicy
  readonly exchange: ExchangeRule | null
  readonly steps: readonly Step[]
}
