/**
 * A run stages the bill of one gateway and day page by page, then compares it in one transaction, which marks the run
 * as `completed` and an earlier one of the same day as `superseded`. The provider is read outside of any transaction;
 * the staged lines of a damaged bill are deleted.
 *
 * Locks: rows of runs by age (oldest first), then their differences; nothing else. Idempotency: one running run per
 * gateway and day (unique index); the job of a run may be executed again and then restarts from the beginning. A
 * correction locks its run's row in share mode, so it is either included in the comparison or finds the run superseded.
 */
import { Temporal } from 'temporal-polyfill'
import { recordAudit } from '../../audit/audit.ts'
import type { Queryable, TenantDatabase, TenantQueryable } from '../../db/connect.ts'
import { brokenConstraint, sqlState } from '../../db/errors.ts'
import { announce } from '../../events/announce.ts'
import { type BillLine, GatewayError } from '../../gateways/gateway.ts'
import { newUuid, type Uuid, uuidToId } from '../../ids.ts'
import { defineQueue, enqueue } from '../../jobs/queue.ts'
import { Problem } from '../../problem.ts'
import type { ExecutionContext } from '../../processing/refunds.ts'
import { compare } from './compare.ts'
import { countDifferences, type RunRow, readRun } from './record.ts'
import { readSettings } from './settings.ts'
import { type Staged, stageLines } from './stage.ts'

export interface RunRequest {
  readonly gateway: string
  /** YYYY-MM-DD in the provider's time zone. */
  readonly date: string
  readonly actor: string
}

/** One job per run; retried while the provider is unavailable. */
export const runQueue = defineQueue<{ tenant: number; reconciliation: Uuid }>('reconciliation.run', {
  retryLimit: 6,
  retryDelaySeconds: 5,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 8,
  perGroup: 1,
  expireSeconds: 3_600,
})

/** A run without progress for this long counts as abandoned. */
const SILENT_SECONDS = 900
/** Codes with which a provider reports a day without transactions; treated as an empty bill. */
const NOTHING_HAPPENED = new Set(['NO_STATEMENT_EXIST'])

/** Starts a run whose bill a worker downloads. @throws as {@link openRun}. */
export function startRun(context: ExecutionContext, tenant: number, request: RunRequest): Promise<RunRow> {
  return openRun(context, tenant, request, {
    source: 'download',
    alongside: (tx, id) =>
      enqueue(tx, runQueue, [{ data: { tenant, reconciliation: id }, key: id, resource: request.gateway }]),
  })
}

/** Runs a reconciliation over an uploaded bill. @throws as {@link openRun}; `bill_refused`, `disk_full`, which fail the run. */
export async function runOver(
  context: ExecutionContext,
  tenant: number,
  request: RunRequest,
  lines: AsyncIterable<BillLine>,
): Promise<RunRow> {
  const { db } = context.engine.tenant(tenant)
  const { id } = await openRun(context, tenant, request, { source: 'upload' })
  try {
    return await perform(db, id, lines)
  } catch (error) {
    await fail(db, id, error)
    if (error instanceof GatewayError && error.code === 'disk_full') throw new Problem('disk_full', {})
    throw error instanceof GatewayError
      ? new Problem('bill_refused', { code: error.code, reason: error.message.slice(0, 300) })
      : error
  }
}

/** Executes one job of the queue. */
export async function runJob(
  context: ExecutionContext,
  { tenant, reconciliation: id }: { tenant: number; reconciliation: Uuid },
  last: boolean,
): Promise<void> {
  const { db } = context.engine.tenant(tenant)
  const run = await readRun(db, id)
  if (run?.status !== 'running') return
  try {
    const { client } = await context.gateways.open(db, run.gateway)
    await perform(db, id, downloaded(client.downloadBill(run.date)))
  } catch (error) {
    const final = error instanceof GatewayError && (error.kind === 'refused' || error.kind === 'not_found')
    if (!final && !last && !(error instanceof Problem && error.status < 500)) throw error
    await fail(db, id, error)
  }
}

async function* downloaded(bill: AsyncIterable<BillLine>): AsyncGenerator<BillLine, void, undefined> {
  try {
    yield* bill
  } catch (error) {
    if (!(error instanceof GatewayError && NOTHING_HAPPENED.has(error.code))) throw error
  }
}

/**
 * Creates the row of a run.
 * @throws Problem `gateway_unknown`, `reconciliation_date_invalid`, `reconciliation_running`.
 */
async function openRun(
  { engine, gateways }: ExecutionContext,
  tenant: number,
  { gateway, date, actor }: RunRequest,
  {
    source,
    alongside = async () => {},
  }: { readonly source: RunRow['source']; readonly alongside?: (tx: Queryable, id: string) => Promise<void> },
): Promise<RunRow> {
  const { db } = engine.tenant(tenant)
  const { client } = await gateways.open(db, gateway)
  const { timeZone } = client.rules
  const { start, end } = dayOf(date, timeZone)
  const id = newUuid()
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(
        `UPDATE reconciliation SET status = 'failed', failure = 'run_abandoned', finished_at = now()
         WHERE tenant = $1 AND gateway = $2 AND date = $3 AND status = 'running' AND updated_at < now() - make_interval(secs => $4)`,
        [tenant, gateway, date, SILENT_SECONDS],
      )
      await tx.execute(
        `INSERT INTO reconciliation (tenant, id, gateway, date, time_zone, day_start, day_end, source, started_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [tenant, id, gateway, date, timeZone, start, end, source, actor],
      )
      const detail = { gateway, date, source }
      await recordAudit(tx, {
        actor,
        action: 'reconciliation_started',
        subject: uuidToId('rcn', id),
        detail,
      })
      await alongside(tx, id)
      return (await readRun(tx, id))!
    })
  } catch (error) {
    if (sqlState(error) === '23505' && brokenConstraint(error) === 'reconciliation_running') {
      throw new Problem('reconciliation_running', { gateway, date })
    }
    throw error
  }
}

/** Returns the instants between which a day lies. @throws Problem `reconciliation_date_invalid`. */
export function dayOf(date: string, timeZone: string): { start: Date; end: Date } {
  try {
    const day = Temporal.PlainDate.from(date)
    const today = Temporal.Now.plainDateISO(timeZone)
    const instant = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(timeZone).epochMilliseconds)
    if (day.toString() === date && Temporal.PlainDate.compare(day, today.add({ days: 1 })) <= 0 && day.year >= 2000) {
      return { start: instant(day), end: instant(day.add({ days: 1 })) }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Problem('reconciliation_date_invalid', { date: date.slice(0, 40), timeZone })
}

async function perform(db: TenantDatabase, id: Uuid, lines: AsyncIterable<BillLine>): Promise<RunRow> {
  const run = (await readRun(db, id))!
  await forgetLines(db, id)
  const staged = await stageLines(db, run, lines, (count) => alive(db, id, count))
  await gatherStatistics(db)
  const options = await readSettings(db, run.gateway)
  await db.transaction((tx) => complete(tx, run, staged, options))
  return (await readRun(db, id))!
}

/**
 * The planner has no statistics on lines staged a moment ago, or on tables never analyzed. It may then look up a number
 * through an index that only shares the tenant column (measured: 5 ms per line instead of 0.1). For a role that does
 * not own a table, ANALYZE only warns.
 */
async function gatherStatistics(db: TenantDatabase): Promise<void> {
  const unknown = await db.query<{ name: string }>(
    `SELECT t.name FROM unnest($1::text[]) AS t(name) JOIN pg_class c ON c.oid = t.name::regclass WHERE c.reltuples < 0`,
    [READ_TABLES],
  )
  await db.execute('ANALYZE reconciliation_line')
  for (const table of READ_TABLES) {
    if (unknown.some(({ name }) => name === table)) await db.execute(`ANALYZE ${table}`)
  }
}

const READ_TABLES = [
  'charge',
  'refund',
  'gateway_refund',
  'payment',
  'transfer',
  'reconciliation',
  'reconciliation_adjustment',
]

async function alive(db: TenantDatabase, id: Uuid, lines: number): Promise<void> {
  const still = await db.execute(
    `UPDATE reconciliation SET lines = $3, updated_at = clock_timestamp() WHERE tenant = $1 AND id = $2 AND status = 'running'`,
    [db.tenant, id, lines],
  )
  if (still === 0) throw new Problem('reconciliation_not_completed', { reconciliation: uuidToId('rcn', id) })
}

async function complete(
  tx: TenantQueryable,
  run: RunRow,
  { count, units }: Staged,
  options: Awaited<ReturnType<typeof readSettings>>,
): Promise<void> {
  const [previous] = await tx.query<{ id: string }>(
    `UPDATE reconciliation SET status = 'superseded' WHERE tenant = $1 AND gateway = $2 AND date = $3 AND status = 'completed'
     RETURNING id`,
    [tx.tenant, run.gateway, run.date],
  )
  const now = await readRun(tx, run.id, 'update')
  const [lines] = await tx.query<{ count: bigint }>(
    'SELECT count(*) FROM reconciliation_line WHERE tenant = $1 AND reconciliation = $2',
    [tx.tenant, run.id],
  )
  if (now?.status !== 'running' || lines!.count !== BigInt(count)) {
    throw new Problem('reconciliation_not_completed', { reconciliation: uuidToId('rcn', run.id) })
  }
  const classes = await compare(tx, run, { ...options, units })
  const changes = previous ? await takePlace(tx, previous.id, run.id) : { appeared: null, gone: null }
  await tx.execute(
    `UPDATE reconciliation SET status = 'completed', finished_at = date_trunc('milliseconds', clock_timestamp()), lines = $3,
            classes = $4, previous = $5, appeared = $6, gone = $7 WHERE tenant = $1 AND id = $2`,
    [tx.tenant, run.id, count, JSON.stringify(classes), previous?.id ?? null, changes.appeared, changes.gone],
  )
  const counts = (await countDifferences(tx, [run.id])).get(run.id)!
  const subject = uuidToId('rcn', run.id)
  const data = { id: subject, gateway: run.gateway, date: run.date, lines: count, differences: counts }
  await announce(tx, [{ type: 'reconciliation.completed', subject, parties: [], data }])
}

/** Differences with a key that is equal for the same difference in different runs. */
const differencesOf = (
  place: string,
) => `(SELECT concat_ws(' ', l.kind, l.number, l.occurrence, d.class, d.unit) AS key, d.*
  FROM reconciliation_difference d
  LEFT JOIN reconciliation_line l ON l.tenant = $1 AND l.reconciliation = ${place} AND l.n = d.line
  WHERE d.tenant = $1 AND d.reconciliation = ${place})`

/**
 * Supersedes the previous run. Declined differences that are unchanged stay declined. A run without decisions keeps
 * only its figures.
 */
async function takePlace(tx: TenantQueryable, before: string, now: string) {
  await tx.execute('SET LOCAL enable_seqscan = on')
  const [changes] = await tx.query<{ appeared: bigint; gone: bigint }>(
    `WITH a AS MATERIALIZED ${differencesOf('$2')}, b AS MATERIALIZED ${differencesOf('$3')}
     SELECT (SELECT count(*) FROM b WHERE NOT EXISTS (SELECT 1 FROM a WHERE a.key = b.key)) AS appeared,
            (SELECT count(*) FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE a.key = b.key)) AS gone`,
    [tx.tenant, before, now],
  )
  await tx.execute(
    `UPDATE reconciliation_difference d SET status = 'declined', decided_by = a.decided_by, decided_at = a.decided_at, note = a.note
     FROM ${differencesOf('$2')} a, ${differencesOf('$3')} b
     WHERE a.key = b.key AND (a.amount, a.fee) = (b.amount, b.fee) AND a.status = 'declined' AND b.n = d.n AND d.tenant = $1
       AND d.reconciliation = $3`,
    [tx.tenant, before, now],
  )
  await tx.execute('SET LOCAL enable_seqscan = off')
  const [decided] = await tx.query(
    `SELECT 1 FROM reconciliation_difference WHERE tenant = $1 AND reconciliation = $2 AND status <> 'proposed' LIMIT 1`,
    [tx.tenant, before],
  )
  if (!decided) {
    await forgetLines(tx, before)
    await tx.execute('DELETE FROM reconciliation_difference WHERE tenant = $1 AND reconciliation = $2', [
      tx.tenant,
      before,
    ])
  }
  return { appeared: Number(changes!.appeared), gone: Number(changes!.gone) }
}

async function forgetLines(db: TenantQueryable, run: string): Promise<void> {
  await db.execute('DELETE FROM reconciliation_line WHERE tenant = $1 AND reconciliation = $2', [db.tenant, run])
}

async function fail(db: TenantDatabase, id: string, error: unknown): Promise<void> {
  const known = error instanceof GatewayError || error instanceof Problem
  const [code, message] = known ? [error.code, error.message] : ['internal_error', null]
  const failed = await db.execute(
    `UPDATE reconciliation SET status = 'failed', failure = $3, failure_message = left($4, 500), finished_at = now()
     WHERE tenant = $1 AND id = $2 AND status = 'running'`,
    [db.tenant, id, code, message],
  )
  if (failed > 0) await forgetLines(db, id)
  if (!known) throw error
}
