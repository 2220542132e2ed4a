/**
 * Background work, enqueued in the transaction that makes it necessary: committed together or not at all.
 * A queue is declared once, where its jobs are created; workers register with {@link Jobs} (jobs.ts).
 */
import { prepared, type Queryable } from '../db/connect.ts'
import { wakeWorkers } from './wake.ts'

/** Every job contains its tenant, because the tables of the queue are not separated by tenant. */
export interface JobData {
  readonly tenant: number
}

export interface QueueOptions {
  /** Number of retries of a failed job; afterwards it is kept as failed and reported. */
  readonly retryLimit: number
  /** Delay before the first retry. */
  readonly retryDelaySeconds: number
  /** Whether each delay is twice the previous one, with jitter. */
  readonly backoff: boolean
  /** The longest delay; requires `backoff`. */
  readonly maxDelaySeconds?: number
  /** Concurrent jobs of this queue in one process. */
  readonly concurrency: number
  /**
   * Concurrent jobs of one group in all processes. A group is a share of one tenant's resources ({@link groupOf}), so
   * neither a tenant nor one of its resources that does not respond delays the jobs of others.
   */
  readonly perGroup: number
  /** Time limit: a job that takes longer is aborted and counts as failed. At most one day. */
  readonly expireSeconds: number
}

export interface Queue<Data extends JobData> extends QueueOptions {
  readonly name: string
  /** Only for the types: the data of its jobs. */
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
  /** When it may start: a time, or seconds from now. Defaults to immediately. */
  readonly startAfter?: Date | number
  /**
   * At most one job with this key waits for its first attempt: a second one is not added, and the waiting one starts at
   * the earlier of both times. A job that has started is no longer waiting, so data written before `enqueue` is always
   * visible to a run that starts after the commit.
   */
  readonly key?: string
  /** The resource that the job waits for, such as the gateway or endpoint that it calls. */
  readonly resource?: string
}

/** A crashed process stops sending heartbeats; after this time its jobs are assigned to others. */
export const HEARTBEAT_SECONDS = 30
const TEN_YEARS = 315_360_000
const NINETY_DAYS = 7_776_000

/**
 * The pg-boss row of a queue. Jobs wait without a time limit (pg-boss would drop them after 14 days) and failed ones
 * are kept for 90 days; completed ones are deleted immediately (jobs.ts).
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

/** Creates the queue's row if it is missing. */
export async function ensureQueue(db: Queryable, queue: Queue<JobData>): Promise<void> {
  const settings = { ...queueSettings(queue), policy: 'short', deadLetter: DEAD_LETTER }
  await db.execute(ensureStatement, [queue.name, JSON.stringify(settings)])
}

/**
 * Inserts like pg-boss, with two differences. A job without a key is `standard`, so that the unique index of `short`
 * (one waiting job per key) does not apply. And for a key that is already waiting, the row is updated rather than
 * skipped: the update locks it, so no worker starts the old job before this transaction has committed the data that the
 * job has to see.
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
 * process poll immediately, those of others within a second.
 */
export async function enqueue<Data extends JobData>(
  tx: Queryable,
  queue: Queue<Data>,
  jobs: readonly NewJob<Data>[],
): Promise<void> {
  if (jobs.length === 0) return
  const params = [queue.name, JSON.stringify(rows(jobs))]
  if ((await tx.execute(insertStatement, params)) === 0) {
    // The first job of this queue: no worker has registered for it yet.
    await ensureQueue(tx, queue)
    await tx.execute(insertStatement, params)
  }
  wakeWorkers()
}

/** One row per key, the earliest: a statement cannot update the same row twice. */
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

/** Groups per tenant: bounds what one tenant can occupy, and separates its own resources from each other. */
const SHARES = 4

/** The group of a job: its tenant, and one of a few shares of the tenant's resources. */
function groupOf({ tenant }: JobData, resource: string | undefined): string {
  if (resource === undefined) return `${tenant}`
  let hash = 0
  for (const character of resource) hash = (hash * 31 + character.codePointAt(0)!) % 65_521
  return `${tenant}:${hash % SHARES}`
}

function row<Data extends JobData>({ data, key, resource, startAfter }: NewJob<Data>): object {
  const group = groupOf(data, resource)
  return startAfter instanceof Date ? { data, key, group, at: startAfter } : { data, key, group, seconds: startAfter }
}
