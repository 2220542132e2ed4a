/** Work that a refund leaves to be done after its transaction: asking the gateway (src/execution does it). */
import { defineQueue } from '../jobs/queue.ts'

export interface RefundJob {
  readonly tenant: number
  /** UUID of the refund. */
  readonly refund: string
}

/** One waiting job a refund. What the provider answers is no failure of the job; these retries are for our own trouble. */
export const executeRefund = defineQueue<RefundJob>('refund.execute', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 16,
  expireSeconds: 120,
})
