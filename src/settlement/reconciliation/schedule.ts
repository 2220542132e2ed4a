/** Scheduled runs: one a day, once the provider's bill of the previous day is ready. */
import { Temporal } from 'temporal-polyfill'
import type { TenantDatabase } from '../../db/connect.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { Problem } from '../../problem.ts'
import type { ExecutionContext } from '../../processing/refunds.ts'
import { runJob, runQueue, startRun } from './run.ts'

/** Actor of scheduled runs. It is not a person, so any person may approve their corrections. */
const SCHEDULE = 'schedule'

/** How far back days without a run are made up for. */
const DAYS_BACK = 7
const TRY_AGAIN_MINUTES = 30

/** Registers the worker of the download runs. */
export async function workReconciliations(jobs: Jobs, context: ExecutionContext): Promise<void> {
  await jobs.work(runQueue, ({ data, attempt, attempts }) => runJob(context, data, attempt === attempts))
}

/**
 * Starts the runs that are due and returns their number. Call it every few minutes; any number of processes may do so.
 * @param now the current time; set by tests.
 */
export async function startDueRuns(
  context: ExecutionContext,
  db: TenantDatabase,
  now = Temporal.Now.instant(),
): Promise<number> {
  const gateways = await db.query<{ gateway: string; readyAt: string }>(
    `SELECT s.gateway, s.ready_at AS "readyAt" FROM reconciliation_setting s
     JOIN gateway g ON g.tenant = s.tenant AND g.name = s.gateway AND g.enabled WHERE s.tenant = $1 AND s.enabled`,
    [db.tenant],
  )
  let started = 0
  for (const { gateway, readyAt } of gateways) {
    const { client } = await context.gateways.open(db, gateway)
    const date = await dueDay(db, gateway, now.toZonedDateTimeISO(client.rules.timeZone), readyAt)
    if (date === undefined) continue
    try {
      await startRun(context, db.tenant, { gateway, date, actor: SCHEDULE })
      started += 1
    } catch (error) {
      // Another process has started it.
      if (!(error instanceof Problem && error.code === 'reconciliation_running')) throw error
    }
  }
  return started
}

/**
 * Returns the oldest day without a run since the first known run, at most a week back; for a gateway without any run,
 * the newest day whose bill is ready.
 */
async function dueDay(
  db: TenantDatabase,
  gateway: string,
  now: Temporal.ZonedDateTime,
  readyAt: string,
): Promise<string | undefined> {
  const ready = Temporal.PlainTime.compare(now.toPlainTime(), readyAt) >= 0
  const newest = now.toPlainDate().subtract({ days: ready ? 1 : 2 })
  const rows = await db.query<{ date: string; busy: boolean }>(
    `SELECT date, bool_or(status IN ('completed', 'running') OR started_at > now() - make_interval(mins => $4)) AS busy
     FROM reconciliation WHERE tenant = $1 AND gateway = $2 AND date >= $3::date - 1 GROUP BY date`,
    [db.tenant, gateway, newest.subtract({ days: DAYS_BACK }).toString(), TRY_AGAIN_MINUTES],
  )
  const busy = new Set(rows.filter((row) => row.busy).map(({ date }) => date))
  const first = rows.length === 0 ? newest : newest.subtract({ days: DAYS_BACK - 1 })
  const earliest = rows.map(({ date }) => Temporal.PlainDate.from(date)).sort(Temporal.PlainDate.compare)[0]
  for (let day = first; Temporal.PlainDate.compare(day, newest) <= 0; day = day.add({ days: 1 })) {
    if (earliest && Temporal.PlainDate.compare(day, earliest) < 0) continue
    if (!busy.has(day.toString())) return day.toString()
  }
  return undefined
}
