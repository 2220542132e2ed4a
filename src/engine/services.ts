/** Services for the routes, jobs and demo of a line: the engine, and features above the lines that it may call. */
import type { Reason } from '../charges/policy.ts'
import type { TenantTransaction } from '../db/connect.ts'
import type { Engine } from './engine.ts'

export interface LineServices {
  readonly engine: Engine
  readonly refundRequests: LineRefundRequests
}

/** Opens refund requests (src/refund-requests) for lines. */
interface LineRefundRequests {
  /**
   * Opens a refund request on behalf of the system, for all that the charge's policy refunds for the reason. What the
   * policy grants without approval is refunded immediately. Idempotency: by key; a replay does nothing.
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
