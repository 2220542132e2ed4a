/** The queue workers for payments and refunds through gateways. */

import type { Jobs } from '../jobs/jobs.ts'
import { executeRefund } from '../refunds/queue.ts'
import { followPayment, runPaymentJob } from './payments.ts'
import { type ExecutionContext, runRefundJob } from './refunds.ts'

export async function workExecution(jobs: Jobs, context: ExecutionContext): Promise<void> {
  await jobs.work(executeRefund, ({ data }) => runRefundJob(context, data))
  await jobs.work(followPayment, ({ data }) => runPaymentJob(context, data))
}
