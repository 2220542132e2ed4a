/**
 * Executes jobs. pg-boss stores them, assigns each to one worker (SKIP LOCKED), counts attempts, backs off, detects
 * jobs that expired or were left behind by a crashed process, and moves jobs that failed for the last time to the dead
 * letter queue. Its own workers poll per queue and worker; here one statement per second polls all queues at once, so
 * that an idle process costs the database next to nothing, however many queues there are
 * (docs/decisions/0010-jobs-and-webhooks.md).
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type JobWithMetadata, PgBoss } from 'pg-boss'
import { type Database, prepared } from '../db/connect.ts'
import { bossDatabase } from './boss-database.ts'
import { DEAD_LETTER, ensureQueue, HEARTBEAT_SECONDS, type JobData, type Queue, queueSettings } from './queue.ts'
import { onWake } from './wake.ts'

export interface Job<Data extends JobData> {
  readonly id: string
  readonly data: Data
  /** 1 for the first attempt; above `attempts` after a change of the queue's limit. */
  readonly attempt: number
  /** Maximum number of attempts. */
  readonly attempts: number
  /** Aborted if the job takes too long or the process has to stop. */
  readonly signal: AbortSignal
}

export interface DeadJob<Data extends JobData> {
  readonly id: string
  readonly queue: string
  readonly data: Data
  /** Error of the last attempt. */
  readonly error: string
  readonly attempts: number
}

/**
 * The job is done when it returns; if it throws, it is retried later. Jobs run at least once and must be idempotent.
 */
export type JobHandler<Data extends JobData> = (job: Job<Data>) => Promise<void>
/** Called for a job that failed for the last time. If it throws, it is called again later, a few times. */
export type DeadJobHandler<Data extends JobData> = (job: DeadJob<Data>) => Promise<void>

export interface JobsOptions {
  /** Called for every failed attempt, for every dead job (`dead`), and for errors of the queue itself. */
  readonly report?: (
    error: unknown,
    context: { readonly queue?: string; readonly job?: string; dead?: boolean },
  ) => void
  /** How often to poll for jobs of other processes and for those that are due. Defaults to one second. */
  readonly pollMs?: number
  /** How often to look for jobs that expired or lost their process. Defaults to 30. */
  readonly upkeepSeconds?: number
}

interface Worker {
  readonly queue: Pick<Queue<JobData>, 'name' | 'concurrency' | 'perGroup' | 'expireSeconds'>
  readonly run: (job: Job<JobData>, meta: JobWithMetadata<JobData>) => Promise<void>
  readonly dead: DeadJobHandler<JobData> | undefined
  readonly running: Map<JobWithMetadata<JobData>, Promise<void>>
  /** Whether the last poll may have left jobs behind: then polls again when a job ends. */
  more: boolean
}

const LONGEST_PAUSE_MS = 30_000
/** Polls after these delays when a job was written in this process, whose transaction is about to commit. */
const SOON_MS = [0, 3, 10, 30, 100, 300]
const GRACE_MS = 1_000

/** The queues with a job that is ready to start; two index lookups each. */
const readyStatement = prepared(`
SELECT q.name FROM unnest($1::text[]) AS q(name)
WHERE EXISTS (SELECT 1 FROM pgboss.job_common j
    WHERE j.name = q.name AND j.state = 'created' AND NOT j.blocked AND j.start_after <= now() OFFSET 0)
  OR EXISTS (SELECT 1 FROM pgboss.job_common j
    WHERE j.name = q.name AND j.state = 'retry' AND NOT j.blocked AND j.start_after <= now() OFFSET 0)`)

export class Jobs {
  readonly #database: Database
  readonly #boss: PgBoss
  readonly #report: NonNullable<JobsOptions['report']>
  readonly #pollMs: number
  readonly #workers = new Map<string, Worker>()
  readonly #stopping = new AbortController()
  /** Aborted when running jobs have to stop. */
  readonly #ending = new AbortController()
  readonly #sleepers = new Set<() => void>()
  #soon: number[] = []
  #woken = false
  #looking: Promise<void> = Promise.resolve()
  #beating: Promise<void> = Promise.resolve()
  #silence: () => void = () => {}
  #stopped: Promise<void> | undefined

  /** @throws Error when the database has not been migrated to the schema of this pg-boss. */
  static async start(database: Database, options: JobsOptions = {}): Promise<Jobs> {
    const jobs = new Jobs(database, options)
    await jobs.#boss.start()
    jobs.#register(
      { name: DEAD_LETTER, concurrency: 1, perGroup: 1, expireSeconds: 300 },
      (_, letter) => jobs.#reportDead(letter),
      undefined,
    )
    jobs.#silence = onWake(() => jobs.#wakeSoon())
    jobs.#looking = jobs.#look()
    jobs.#beating = jobs.#beat()
    return jobs
  }

  private constructor(database: Database, { report = () => {}, pollMs = 1_000, upkeepSeconds = 30 }: JobsOptions) {
    this.#database = database
    this.#report = report
    this.#pollMs = pollMs
    this.#boss = new PgBoss({
      db: bossDatabase(database),
      schema: 'pgboss',
      // sql/ creates and migrates the schema; no job is scheduled by cron or depends on another.
      migrate: false,
      createSchema: false,
      schedule: false,
      flowIntervalSeconds: 3_600,
      registerInstance: false,
      monitorVacuum: false,
      openTelemetry: { enabled: false },
      superviseIntervalSeconds: upkeepSeconds,
      monitorIntervalSeconds: upkeepSeconds,
    })
    this.#boss.on('error', (error) => this.#report(error, {}))
  }

  /** Starts executing the queue's jobs in this process. `dead` is called for dead jobs. */
  async work<Data extends JobData>(
    queue: Queue<Data>,
    handler: JobHandler<Data>,
    dead?: DeadJobHandler<Data>,
  ): Promise<void> {
    if (this.#workers.has(queue.name)) throw new Error(`the queue ${queue.name} has its worker already`)
    await ensureQueue(this.#database.system, queue)
    await this.#boss.updateQueue(queue.name, queueSettings(queue))
    this.#register(queue, (job) => handler(job as Job<Data>), dead as DeadJobHandler<JobData> | undefined)
    this.#wake()
  }

  /**
   * Accepts no more jobs, waits for running ones, then aborts them. Jobs that still do not end are retried elsewhere.
   */
  stop({ deadlineMs = 15_000 }: { readonly deadlineMs?: number } = {}): Promise<void> {
    this.#stopped ??= this.#stop(deadlineMs)
    return this.#stopped
  }

  async #stop(deadlineMs: number): Promise<void> {
    this.#silence()
    this.#stopping.abort()
    this.#wake()
    await within(
      this.#looking.then(() => this.#settled()),
      deadlineMs,
    )
    this.#ending.abort(new Error('the process is stopping'))
    await within(this.#settled(), GRACE_MS)
    await this.#beating
    await this.#boss.stop({ close: false, graceful: false })
  }

  #register(queue: Worker['queue'], run: Worker['run'], dead: Worker['dead']): void {
    this.#workers.set(queue.name, { queue, run, dead, running: new Map(), more: false })
  }

  async #settled(): Promise<void> {
    await Promise.all([...this.#workers.values()].flatMap(({ running }) => [...running.values()]))
  }

  /** Polls for jobs until stopped; database errors lengthen the pauses. */
  async #look(): Promise<void> {
    let trouble = 0
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#takeReady()
        trouble = 0
      } catch (error) {
        if (!this.#stopping.signal.aborted) this.#report(error, {})
        trouble += 1
      }
      const usual = this.#soon.shift() ?? this.#pollMs
      await this.#pause(trouble ? Math.min(this.#pollMs * 2 ** trouble, LONGEST_PAUSE_MS) : usual)
    }
  }

  async #takeReady(): Promise<void> {
    const free = [...this.#workers.values()].filter(({ queue, running }) => running.size < queue.concurrency)
    if (free.length === 0) return
    const ready = await this.#database.system.query<{ name: string }>(readyStatement, [
      free.map(({ queue }) => queue.name),
    ])
    for (const { name } of ready) {
      if (this.#stopping.signal.aborted) return
      await this.#take(this.#workers.get(name)!)
    }
  }

  async #take(worker: Worker): Promise<void> {
    const { queue, running } = worker
    const batchSize = queue.concurrency - running.size
    const options = { batchSize, includeMetadata: true as const, groupConcurrency: queue.perGroup }
    const taken = await this.#boss.fetch<JobData>(queue.name, options)
    // A poll takes only a limited number per group, however many wait.
    worker.more = taken.length > 0
    for (const job of taken) {
      const run = this.#run(worker, job).finally(() => {
        running.delete(job)
        if (worker.more) this.#wake()
      })
      running.set(job, run)
    }
  }

  async #run({ queue, run }: Worker, job: JobWithMetadata<JobData>): Promise<void> {
    const { id, data, retryCount, retryLimit } = job
    const expired = new AbortController()
    const timer = setTimeout(
      () => expired.abort(new Error(`took longer than ${queue.expireSeconds} s`)),
      queue.expireSeconds * 1000,
    )
    const signal = AbortSignal.any([expired.signal, this.#ending.signal])
    try {
      await run({ id, data, attempt: retryCount + 1, attempts: retryLimit + 1, signal }, job)
      // Completed jobs are deleted, so that the queue stays small. Their results are stored with their subject.
      await this.#boss.deleteJob(queue.name, { id, retryCount })
    } catch (error) {
      this.#report(error, { queue: queue.name, job: id })
      // If even this fails, the job is detected by its missing heartbeat.
      await this.#boss
        .fail(queue.name, { id, retryCount }, { message: messageOf(error) })
        .catch((failure) => this.#report(failure, { queue: queue.name, job: id }))
    } finally {
      clearTimeout(timer)
    }
  }

  async #reportDead(letter: JobWithMetadata<JobData>): Promise<void> {
    const { sourceName, sourceId, sourceOutput, sourceRetryCount, data } = letter
    const error = messageOf((sourceOutput as { value?: unknown } | null)?.value ?? sourceOutput)
    const queue = sourceName ?? DEAD_LETTER
    const job = { id: sourceId ?? letter.id, queue, data, error, attempts: (sourceRetryCount ?? 0) + 1 }
    await this.#workers.get(queue)?.dead?.(job)
    this.#report(new Error(`given up after ${job.attempts} attempts: ${error}`), { queue, job: job.id, dead: true })
  }

  /** Sends heartbeats for the running jobs. */
  async #beat(): Promise<void> {
    const every = (HEARTBEAT_SECONDS * 1000) / 3
    const pause = { signal: this.#ending.signal, ref: false }
    while (await sleep(every, true, pause).catch(() => false)) {
      for (const { queue, running } of this.#workers.values()) {
        const jobs = [...running.keys()].map(({ id, retryCount }) => ({ id, retryCount }))
        if (jobs.length === 0) continue
        await this.#boss.touch(queue.name, jobs).catch((error) => this.#report(error, { queue: queue.name }))
      }
    }
  }

  #wakeSoon(): void {
    // A burst that has just started continues; new jobs extend it only in its second half.
    if (this.#soon.length <= SOON_MS.length / 2) this.#soon = [...SOON_MS]
    this.#wake()
  }

  #wake(): void {
    this.#woken = true
    for (const end of this.#sleepers) end()
  }

  async #pause(ms: number): Promise<void> {
    if (this.#stopping.signal.aborted) return
    if (!this.#woken)
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer)
          this.#sleepers.delete(end)
          resolve()
        }
        const timer = setTimeout(end, ms)
        this.#sleepers.add(end)
      })
    this.#woken = false
  }
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  const timer = new AbortController()
  await Promise.race([work, sleep(ms, undefined, { signal: timer.signal }).catch(() => {})])
  timer.abort()
}

const MESSAGE_LIMIT = 1_000

/** The stored part of an error: only its message. */
function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown }
  return (typeof message === 'string' ? message : String(error)).slice(0, MESSAGE_LIMIT)
}
