/** Jobs that a refund leaves to run after its transaction: asking the gateway (src/processing). */
import { defineQueue, type NewJob } from '../jobs/queue.ts'

export interface RefundJob {
  readonly tenant: number
  /** UUIDs of refunds that are asked about, each for itself. */
  readonly refunds: readonly string[]
}

/** What the provider answers is no failure of the job; these retries are for our own trouble. */
export const executeRefund = defineQueue<RefundJob>('refund.execute', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 8,
  expireSeconds: 120,
})

/** Refunds that share a job: with a row of the queue and its six indexes each, they would cost a fifth more. */
const SHARING = 8

/** Jobs for refunds that were not sent to the provider yet, a few refunds each. */
export function firstJobs(tenant: number, refunds: readonly string[]): NewJob<RefundJob>[] {
  if (refunds.length === 1) return [jobAgain(tenant, refunds[0]!)]
  const jobs: NewJob<RefundJob>[] = []
  for (let from = 0; from < refunds.length; from += SHARING) {
    jobs.push({ data: { tenant, refunds: refunds.slice(from, from + SHARING) } })
  }
  return jobs
}

/** A job for one refund, at once or after some seconds; one that waits for it already is not added to. */
export function jobAgain(tenant: number, refund: string, startAfter?: number): NewJob<RefundJob> {
  return { data: { tenant, refunds: [refund] }, key: refund, ...(startAfter === undefined ? {} : { startAfter }) }
}
