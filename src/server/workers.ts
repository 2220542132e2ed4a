/** The job workers of a server: its queues, and the handling of failed jobs. */
import type { FastifyBaseLogger } from 'fastify'
import type { Database, TenantDatabase } from '../db/connect.ts'
import type { Engine } from '../engine/engine.ts'
import { Jobs } from '../jobs/jobs.ts'
import { lines } from '../lines/index.ts'
import type { Outgoing } from '../outgoing/outgoing.ts'
import { Gateways } from '../processing/gateways.ts'
import { workExecution } from '../processing/workers.ts'
import { lineServices } from '../refund-requests/line-services.ts'
import { workRequests } from '../refund-requests/workers.ts'
import type { Seal } from '../seal.ts'
import { runDuePayouts } from '../settlement/payout-runs.ts'
import { startDueRuns, workReconciliations } from '../settlement/reconciliation/schedule.ts'
import { startWebhooks } from '../webhooks/deliver.ts'
import { forgetOld } from '../webhooks/delivery.ts'
import { startBackground } from './background.ts'

export interface WorkerContext {
  readonly engine: Engine
  readonly seal: Seal
  readonly outgoing: Outgoing
}

export interface Workers {
  /** Accepts no more jobs and finishes running ones, within bounds. */
  stop(): Promise<void>
}

const DEADLINE_MS = 15_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export async function startWorkers(
  database: Database,
  { engine, seal, outgoing }: WorkerContext,
  log: FastifyBaseLogger,
): Promise<Workers> {
  const jobs = await Jobs.start(database, {
    report: (error, { dead = false, ...context }) =>
      dead ? log.error({ err: error, ...context }, 'job given up') : log.warn({ err: error, ...context }, 'job failed'),
  })
  const context = { engine, gateways: new Gateways(seal, outgoing) }
  await workExecution(jobs, context)
  await workRequests(jobs, context)
  await workReconciliations(jobs, context)
  const services = lineServices(engine)
  for (const { jobs: own } of lines.all) await own?.work?.(jobs, services)
  await startWebhooks(
    jobs,
    { database, seal },
    {
      outgoing,
      disabled: (tenant, webhook, reason) => log.warn({ tenant, webhook, reason }, 'webhook disabled'),
    },
  )
  const forgetting = startBackground(database, (error, job) => log.warn({ err: error, job }, 'job failed'), [
    { name: 'forget old events', everyMs: HOUR_MS, run: (db) => forgetOld(db) },
    { name: 'start reconciliations', everyMs: 5 * MINUTE_MS, run: (db) => startDueRuns(context, db).then(() => 0) },
    { name: 'run payouts', everyMs: MINUTE_MS, run: (db) => runDuePayouts(db) },
    ...lines.all.flatMap(({ jobs: own }) =>
      (own?.periodic ?? []).map((job) => ({ ...job, run: (db: TenantDatabase) => job.run(db, services) })),
    ),
  ])
  return {
    async stop() {
      await Promise.all([jobs.stop({ deadlineMs: DEADLINE_MS }), forgetting.stop()])
    },
  }
}
