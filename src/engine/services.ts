/** What a line's routes, jobs and demo are provided with: the engine, and what features above the lines do for them. */
import type { Reason } from '../charges/policy.ts'
import type { TenantTransaction } from '../db/connect.ts'
import type { Engine } from './engine.ts'

export interface LineServices {
  readonly engine: Engine
  readonly refundRequests: LineRefundRequests
}

/** Refund requests (src/refund-requests) as lines open them. */
interface LineRefundRequests {
  /**
   * Opens a refund request on behalf of the system, for all that the charge's policy gives back for the reason. What the
   * policy grants without approval is refunded at once.
   * Idempotency: by key; a repetition does nothing.
   */
  openForSystem(tenant: number, request: SystemRefundRequest): Promise<void>
}

interface SystemRefundRequest {
  /** Prefixed id. */
  readonly charge: string
  readonly reason: Reason
  readonly idempotencyKey: string
  /** Runs once, in the transaction that opens the request, before the policy decides. */
  readonly before?: (tx: TenantTransaction) => Promise<void>
}
