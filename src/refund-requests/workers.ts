/** Registers the workers of the queues of refund requests and bulk refunds. */
import type { Jobs } from '../jobs/jobs.ts'
import { runBulkJob } from './bulk.ts'
import { runReminder } from './change.ts'
import { runRequestJob } from './execute.ts'
import { executeRequest, remindOfRequest, workBulk } from './queues.ts'
import type { RequestsContext } from './record.ts'

export async function workRequests(jobs: Jobs, context: RequestsContext): Promise<void> {
  await jobs.work(executeRequest, ({ data }) => runRequestJob(context, data))
  await jobs.work(remindOfRequest, ({ data }) => runReminder(context, data))
  await jobs.work(workBulk, ({ data, signal }) => runBulkJob(context, data, signal))
}
