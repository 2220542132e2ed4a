/** Scheduled runs: each day, once the provider's bill of the day before is ready. */
import { Temporal } from 'temporal-polyfill'
import type { TenantDatabase } from '../../db/connect.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { Problem } from '../../problem.ts'
import type { ExecutionContext } from '../../processing/refunds.ts'
import { runJob, runQueue, startRun } from './run.ts'

/** Who starts them: never a person, so that any person may approve. */
const SCHEDULE = 'schedule'

/** Days that were missed, because nothing ran, are caught up with. */
const DAYS_BACK = 7
const TRY_AGAIN_MINUTES = 30

/** Does the runs that are started to download. */
export async function workReconciliations(jobs: Jobs, context: ExecutionContext): Promise<void> {
  await jobs.work(runQueue, ({ data, attempt, attempts }) => runJob(context, data, attempt === attempts))
}

/**
 * Starts the runs that are due: call it every few minutes, in as many processes as there are. @returns how many it started.
 * @param now for tests: the instant at which it is asked.
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
      // Another process was faster.
      if (!(error instanceof Problem && error.code === 'reconciliation_running')) throw error
    }
  }
  return started
}

/** The oldest day since the last run that has no run, at most a week back; of a gateway without any run, yesterday. */
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
