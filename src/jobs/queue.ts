/**
 * Work that is to be done later, written in the transaction that makes it necessary: committed together or not at all.
 * A queue is declared once, where its jobs are made; whoever does them registers with {@link Jobs} (jobs.ts).
 */
import { prepared, type Queryable } from '../db/connect.ts'
import { wakeWorkers } from './wake.ts'

/** Every job says whose it is: the tables of the queue stand outside of the tenants. */
export interface JobData {
  readonly tenant: number
}

export interface QueueOptions {
  /** How often a job that failed is tried again; then it is kept as failed and reported. */
  readonly retryLimit: number
  /** Before the first retry. */
  readonly retryDelaySeconds: number
  /** Whether each pause is twice the one before, with jitter. */
  readonly backoff: boolean
  /** The longest pause; needs `backoff`. */
  readonly maxDelaySeconds?: number
  /** Jobs of this queue at once in one process. */
  readonly concurrency: number
  /** Jobs of one group at once in all processes together. Without it groups mean nothing. */
  readonly perGroup?: number
  /** A job that takes longer is aborted and counts as failed. At most a day. */
  readonly expireSeconds: number
}

export interface Queue<Data extends JobData> extends QueueOptions {
  readonly name: string
  /** Only for the types: what its jobs carry. */
  readonly data?: Data
}

/** Declares a queue. Names are lower case with dots and hyphens: `webhooks.deliver`. */
export function defineQueue<Data extends JobData>(name: string, options: QueueOptions): Queue<Data> {
  if (!/^[a-z][a-z0-9.-]{0,60}$/.test(name)) throw new RangeError(`not a name for a queue: ${name}`)
  if (options.maxDelaySeconds !== undefined && !options.backoff)
    throw new RangeError(`${name}: a longest delay needs backoff`)
  return { name, ...options }
}

export interface NewJob<Data extends JobData> {
  readonly data: Data
  /** When it may begin: an instant, or seconds from now. Default: at once. */
  readonly startAfter?: Date | number
  /**
   * At most one job with this key waits for its first attempt: a second one is not added, and the one that waits begins
   * at the earlier of both times. A job that has begun is no longer waiting, so what was written before `enqueue` is
   * always seen by a run that begins after the commit.
   */
  readonly key?: string
  /** What it shares with others that may hold it up (`perGroup`), such as the server that it calls. */
  readonly group?: string
}

/** A process that disappears stops saying that it is alive; after this long its jobs are given to others. */
export const HEARTBEAT_SECONDS = 30
const TEN_YEARS = 315_360_000
const NINETY_DAYS = 7_776_000

/**
 * A queue as pg-boss writes it. A job waits as long as it must (pg-boss would drop it after 14 days) and a failed one is
 * kept for 90 days; one that is done is deleted at once (jobs.ts).
 */
export function queueSettings(queue: QueueOptions) {
  return {
    retryLimit: queue.retryLimit,
    retryDelay: queue.retryDelaySeconds,
    retryBackoff: queue.backoff,
    ...(queue.maxDelaySeconds === undefined ? {} : { retryDelayMax: queue.maxDelaySeconds }),
    expireInSeconds: queue.expireSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: TEN_YEARS,
    deleteAfterSeconds: NINETY_DAYS,
  }
}

export const DEAD_LETTER = 'dead-letter'

const ensureStatement = prepared('SELECT pgboss.create_queue($1, $2::jsonb)')

/** Makes the queue's row where it is missing. */
export async function ensureQueue(db: Queryable, queue: Queue<JobData>): Promise<void> {
  const settings = { ...queueSettings(queue), policy: 'short', deadLetter: DEAD_LETTER }
  await db.execute(ensureStatement, [queue.name, JSON.stringify(settings)])
}

/**
 * As pg-boss inserts, with two differences. A job without a key is `standard`, so that the unique index of `short` (one
 * waiting job a key) leaves it alone. And on a key that waits already the row is updated, not skipped: the update locks
 * it, so no worker begins the old job before this transaction has committed what the job is to see.
 */
const insertStatement = prepared(`
INSERT INTO pgboss.job_common AS waiting
  (name, data, start_after, created_on, singleton_key, group_id, policy, dead_letter, expire_seconds, deletion_seconds, keep_until,
   retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds)
SELECT q.name, j.data, s.at, now(), j.key, j."group", CASE WHEN j.key IS NULL THEN 'standard' ELSE q.policy END, q.dead_letter,
  q.expire_seconds, q.deletion_seconds, s.at + q.retention_seconds * interval '1 s',
  q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.heartbeat_seconds
FROM pgboss.queue q,
  json_to_recordset($2::json) AS j(data jsonb, key text, "group" text, at timestamptz, seconds double precision),
  LATERAL (SELECT coalesce(j.at, now() + coalesce(j.seconds, 0) * interval '1 s') AS at) s
WHERE q.name = $1
ORDER BY j.key
ON CONFLICT (name, (COALESCE(singleton_key, ''))) WHERE state = 'created' AND policy = 'short'
DO UPDATE SET start_after = least(waiting.start_after, EXCLUDED.start_after)`)

/**
 * Writes jobs, thousands in one statement, as part of the caller's transaction: call it inside one. Workers of this
 * process look at once, those of others within a second.
 */
export async function enqueue<Data extends JobData>(
  tx: Queryable,
  queue: Queue<Data>,
  jobs: readonly NewJob<Data>[],
): Promise<void> {
  if (jobs.length === 0) return
  const params = [queue.name, JSON.stringify(rows(jobs))]
  if ((await tx.execute(insertStatement, params)) === 0) {
    // The first job of this queue ever: no worker has registered for it yet.
    await ensureQueue(tx, queue)
    await tx.execute(insertStatement, params)
  }
  wakeWorkers()
}

/** One row a key, the earliest: a statement may not touch the same row twice. */
function rows<Data extends JobData>(jobs: readonly NewJob<Data>[]): object[] {
  const all: object[] = []
  const keyed = new Map<string, { readonly job: NewJob<Data>; readonly begins: number }>()
  const now = Date.now()
  for (const job of jobs) {
    if (job.key === undefined) {
      all.push(row(job))
      continue
    }
    const begins = job.startAfter instanceof Date ? job.startAfter.getTime() : now + (job.startAfter ?? 0) * 1000
    const other = keyed.get(job.key)
    if (!other || begins < other.begins) keyed.set(job.key, { job, begins })
  }
  for (const { job } of keyed.values()) all.push(row(job))
  return all
}

function row<Data extends JobData>({ data, key, group, startAfter }: NewJob<Data>): object {
  return startAfter instanceof Date ? { data, key, group, at: startAfter } : { data, key, group, seconds: startAfter }
}
