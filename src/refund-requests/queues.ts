/** Jobs of refund requests and bulk refunds. Every job is safe to run twice. */
import type { Uuid } from '../ids.ts'
import { defineQueue } from '../jobs/queue.ts'

export interface RequestJob {
  readonly tenant: number
  /** UUID of the request. */
  readonly request: Uuid
  /** Number of checks of its refund so far. */
  readonly looks?: number
}

/** Executes the refund of an approved request when it is due, and checks it until it is final. */
export const executeRequest = defineQueue<RequestJob>('requests.execute', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 32,
  perGroup: 4,
  expireSeconds: 120,
})

/** Reminds of a request that is overdue. */
export const remindOfRequest = defineQueue<RequestJob>('requests.remind', {
  retryLimit: 20,
  retryDelaySeconds: 5,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 4,
  perGroup: 1,
  expireSeconds: 60,
})

export interface BulkJob {
  readonly tenant: number
  /** UUID of the bulk refund. */
  readonly bulk: Uuid
}

/** Collects, previews or refunds the rows of a bulk refund, depending on its status. */
export const workBulk = defineQueue<BulkJob>('requests.bulk', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 300,
  concurrency: 8,
  perGroup: 1,
  expireSeconds: 43_200,
})
