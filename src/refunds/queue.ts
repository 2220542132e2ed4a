/** Jobs that run after the transaction of a refund: calling the gateway (src/processing). */
import { defineQueue, type NewJob } from '../jobs/queue.ts'

export interface RefundJob {
  readonly tenant: number
  /** UUIDs of refunds; each is processed separately. */
  readonly refunds: readonly string[]
}

/** A provider's refusal is not a failure of the job; these retries cover internal errors. */
export const executeRefund = defineQueue<RefundJob>('refund.execute', {
  retryLimit: 100,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 64,
  perGroup: 4,
  expireSeconds: 120,
})

/** Refunds per job. One job each, with its queue row and six index entries, would make refunds a fifth costlier. */
const SHARING = 8

/** Returns jobs for refunds not yet sent to the provider, up to {@link SHARING} refunds of one gateway each. */
export function firstJobs(tenant: number, refunds: readonly CarriedRefund[]): NewJob<RefundJob>[] {
  if (refunds.length === 1) return [jobAgain(tenant, refunds[0]!)]
  const jobs: NewJob<RefundJob>[] = []
  for (const [gateway, carried] of Map.groupBy(refunds, (each) => each.gateway)) {
    const ids = carried.map(({ refund }) => refund)
    for (let from = 0; from < ids.length; from += SHARING) {
      jobs.push({ data: { tenant, refunds: ids.slice(from, from + SHARING) }, resource: gateway })
    }
  }
  return jobs
}

/** A refund with the gateway that executes it. */
export interface CarriedRefund {
  /** UUID of the refund. */
  readonly refund: string
  readonly gateway: string
}

/**
 * Returns a job for one refund, due now or after `startAfter` seconds. While a job of the refund is waiting, no second
 * one is added.
 */
export function jobAgain(tenant: number, { refund, gateway }: CarriedRefund, startAfter?: number): NewJob<RefundJob> {
  const job = { data: { tenant, refunds: [refund] }, key: refund, resource: gateway }
  return startAfter === undefined ? job : { ...job, startAfter }
}
