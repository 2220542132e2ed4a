/** Work that requests and bulk refunds leave to be done later. Every job may be done twice. */
import type { Uuid } from '../ids.ts'
import { defineQueue } from '../jobs/queue.ts'

export interface RequestJob {
  readonly tenant: number
  /** UUID of the request. */
  readonly request: Uuid
  /** How often its refund was looked after. */
  readonly looks?: number
}

/** Makes the refund of an approved request once its time has come, and follows it until its end. */
export const executeRequest = defineQueue<RequestJob>('requests.execute', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 8,
  expireSeconds: 120,
})

/** Reminds of a request whose time to be answered is over. */
export const remindOfRequest = defineQueue<RequestJob>('requests.remind', {
  retryLimit: 20,
  retryDelaySeconds: 5,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 2,
  expireSeconds: 60,
})

export interface BulkJob {
  readonly tenant: number
  /** UUID of the bulk refund. */
  readonly bulk: Uuid
}

/** Collects, looks at or gives back the rows of a bulk refund, whatever it stands at. */
export const workBulk = defineQueue<BulkJob>('requests.bulk', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 300,
  concurrency: 2,
  expireSeconds: 43_200,
})
