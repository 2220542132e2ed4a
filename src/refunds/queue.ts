/** Jobs that run after the transaction of a refund: calling the gateway (src/processing). */
import { defineQueue, type NewJob } from '../jobs/queue.ts'

export interface RefundJob {
  readonly tenant: number
  /** UUIDs of refunds; each is processed separately. */
  readonly refunds: readonly string[]
}

/** A provider's answer is never a failure of the job; these retries are for failures on our side. */
export const executeRefund = defineQueue<RefundJob>('refund.execute', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 8,
  expireSeconds: 120,
})

/** Refunds that share a job: a queue row with its six indexes for each of them would cost a fifth more. */
const SHARING = 8

/** Returns jobs for refunds that were not sent to the provider yet, a few refunds each. */
export function firstJobs(tenant: number, refunds: readonly string[]): NewJob<RefundJob>[] {
  if (refunds.length === 1) return [jobAgain(tenant, refunds[0]!)]
  const jobs: NewJob<RefundJob>[] = []
  for (let from = 0; from < refunds.length; from += SHARING) {
    jobs.push({ data: { tenant, refunds: refunds.slice(from, from + SHARING) } })
  }
  return jobs
}

/**
 * Returns a job for one refund, immediately or after some seconds; if one is already waiting, no second one is added.
 */
export function jobAgain(tenant: number, refund: string, startAfter?: number): NewJob<RefundJob> {
  return { data: { tenant, refunds: [refund] }, key: refund, ...(startAfter === undefined ? {} : { startAfter }) }
}
