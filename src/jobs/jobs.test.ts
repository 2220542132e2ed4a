import { setTimeout as sleep } from 'node:timers/promises'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { bossDatabase } from './boss-database.ts'
import { type DeadJob, type Job, Jobs, type JobsOptions } from './jobs.ts'
import { defineQueue, enqueue, type NewJob, type QueueOptions } from './queue.ts'

interface Data {
  readonly tenant: number
  readonly n: number
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const started: Jobs[] = []
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop({ deadlineMs: 0 })))
})

async function start(options: JobsOptions = {}): Promise<Jobs> {
  const jobs = await Jobs.start(database, { pollMs: 1_000, ...options })
  started.push(jobs)
  return jobs
}

let queues = 0
function queue(options: Partial<QueueOptions> = {}) {
  queues += 1
  return defineQueue<Data>(`test.q${queues}`, {
    retryLimit: 0,
    retryDelaySeconds: 0,
    backoff: false,
    concurrency: 4,
    perGroup: 4,
    expireSeconds: 60,
    ...options,
  })
}

const add = (q: ReturnType<typeof queue>, ...jobs: NewJob<Data>[]) =>
  database.system.transaction((tx) => enqueue(tx, q, jobs))
const job = (n: number, more: Partial<NewJob<Data>> = {}): NewJob<Data> => ({ data: { tenant: 1, n }, ...more })
const count = async (q: { name: string }, state?: string) =>
  (
    await database.system.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM pgboss.job_common WHERE name = $1 AND ($2::text IS NULL OR state::text = $2)',
      [q.name, state ?? null],
    )
  )[0]!.n

async function until(done: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await done())) {
    if (Date.now() > end) throw new Error('it did not happen')
    await sleep(5)
  }
}

describe('the schema', () => {
  it('is the version that pg-boss expects', async () => {
    const boss = new PgBoss({ db: bossDatabase(database), migrate: false, supervise: false, schedule: false })
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true, extraIndexes: [] })
    const [row] = await database.system.query<{ version: number }>('SELECT version FROM pgboss.version')
    expect(getConstructionPlans('pgboss')).toContain(`INSERT INTO pgboss.version(version) VALUES ('${row!.version}')`)
  })
})

describe('enqueue', () => {
  it('is part of the transaction: rolled back with it, visible after it', async () => {
    const q = queue()
    const seen: number[] = []
    const jobs = await start()
    await jobs.work(q, async ({ data }) => void seen.push(data.n))
    const failed = database.system.transaction(async (tx) => {
      await enqueue(tx, q, [job(1)])
      await sleep(30) // The worker polls in the meantime.
      throw new Error('undone')
    })
    await expect(failed).rejects.toThrow('undone')
    await add(q, job(2))
    await until(() => seen.length > 0)
    expect(seen).toEqual([2])
  })

  it('does not require a worker to have created the queue', async () => {
    const q = queue()
    await add(q, job(1), job(2))
    expect(await count(q, 'created')).toBe(2)
  })

  it('starts immediately in the same process', async () => {
    const q = queue()
    const jobs = await start({ pollMs: 60_000 })
    let at = 0
    await jobs.work(q, async () => {
      at = performance.now()
    })
    await sleep(50)
    const before = performance.now()
    await add(q, job(1))
    await until(() => at > 0)
    expect(at - before).toBeLessThan(500)
  })

  it('writes thousands in one statement', async () => {
    const q = queue()
    await add(q, ...Array.from({ length: 3_000 }, (_, n) => job(n)))
    expect(await count(q)).toBe(3_000)
  })

  it('keeps one waiting job per key, which starts at the earlier time', async () => {
    const q = queue()
    await add(q, job(1, { key: 'a', startAfter: 3_600 }), job(2, { key: 'b' }), job(3, { key: 'b', startAfter: 60 }))
    await add(q, job(4, { key: 'b' }), job(5))
    expect(await count(q)).toBe(3)
    const seen: number[] = []
    const jobs = await start()
    await jobs.work(q, async ({ data }) => void seen.push(data.n))
    await until(() => seen.length === 2)
    await add(q, job(6, { key: 'a', startAfter: new Date() }))
    await until(() => seen.length === 3)
    expect(seen.toSorted()).toEqual([1, 2, 5])
    await until(async () => (await count(q)) === 0)
  })

  it('prevents a waiting job from starting before the transaction that enqueued it again has committed', async () => {
    const q = queue()
    await add(q, job(1, { key: 'a', startAfter: 0.1 }))
    const seen: string[] = []
    const jobs = await start({ pollMs: 10 })
    await database.system.transaction(async (tx) => {
      await enqueue(tx, q, [job(2, { key: 'a' })])
      await jobs.work(q, async () => void seen.push('job'))
      await sleep(250)
      seen.push('commit')
    })
    await until(() => seen.length === 2)
    expect(seen).toEqual(['commit', 'job'])
  })

  it('waits until the start time', async () => {
    const q = queue()
    const jobs = await start({ pollMs: 20 })
    let at = 0
    await jobs.work(q, async () => {
      at = Date.now()
    })
    const before = Date.now()
    await add(q, job(1, { startAfter: 0.3 }))
    await until(() => at > 0)
    expect(at - before).toBeGreaterThanOrEqual(290)
  })
})

describe('workers', () => {
  it('in two processes execute each job once', async () => {
    const q = queue({ concurrency: 3 })
    const seen = new Map<number, number>()
    const handler = async ({ data }: Job<Data>) => {
      seen.set(data.n, (seen.get(data.n) ?? 0) + 1)
      await sleep(1)
    }
    const both = await Promise.all([start({ pollMs: 5 }), start({ pollMs: 5 })])
    await Promise.all(both.map((jobs) => jobs.work(q, handler)))
    await add(q, ...Array.from({ length: 100 }, (_, n) => job(n)))
    await until(async () => seen.size === 100 && (await count(q)) === 0)
    expect(new Set(seen.values())).toEqual(new Set([1]))
  })

  it('respect the concurrency of the queue', async () => {
    const q = queue({ concurrency: 2 })
    let now = 0
    let most = 0
    let done = 0
    const jobs = await start()
    await jobs.work(q, async () => {
      now += 1
      most = Math.max(most, now)
      await sleep(5)
      now -= 1
      done += 1
    })
    await add(q, ...Array.from({ length: 10 }, (_, n) => job(n)))
    await until(() => done === 10)
    expect(most).toBe(2)
  })

  it('respect the concurrency per group', async () => {
    const q = queue({ concurrency: 4, perGroup: 1 })
    const ended: number[] = []
    let slow = 0
    let most = 0
    const jobs = await start()
    await jobs.work(q, async ({ data }) => {
      if (data.n < 3) {
        slow += 1
        most = Math.max(most, slow)
        await sleep(100)
        slow -= 1
      }
      ended.push(data.n)
    })
    await add(q, job(1, { resource: 'slow' }), job(2, { resource: 'slow' }), job(3, { resource: 'quick' }), job(4))
    await until(() => ended.length === 4)
    expect(most).toBe(1)
    expect(ended.slice(0, 2).toSorted()).toEqual([3, 4])
  })

  it('do not wait for the jobs of another tenant whose resources do not respond', async () => {
    const q = queue({ concurrency: 16, perGroup: 2 })
    const ended: number[] = []
    const jobs = await start({ pollMs: 50 })
    const release = Promise.withResolvers<void>()
    await jobs.work(q, async ({ data }) => {
      if (data.tenant === 2) await release.promise
      else ended.push(data.n)
    })
    const dead = Array.from({ length: 60 }, (_, n) => ({ data: { tenant: 2, n }, resource: `endpoint-${n}` }))
    await add(q, ...dead)
    await until(async () => (await count(q, 'active')) === 8)
    await add(q, job(1, { resource: 'endpoint-1' }), job(2))
    await until(() => ended.length === 2, 2_000)
    // A job is completed after its handler has returned.
    await until(async () => (await count(q, 'active')) === 8)
    release.resolve()
  })

  it('retry, then keep the job as failed and report it', async () => {
    const q = queue({ retryLimit: 2 })
    const attempts: string[] = []
    const dead: DeadJob<Data>[] = []
    const reported: unknown[] = []
    const jobs = await start({ pollMs: 20, report: (_, context) => reported.push(context) })
    await jobs.work(
      q,
      async ({ attempt, attempts: most }) => {
        attempts.push(`${attempt}/${most}`)
        throw new Error('no luck')
      },
      async (letter) => {
        dead.push(letter)
      },
    )
    await add(q, job(7))
    await until(() => dead.length === 1)
    expect(attempts).toEqual(['1/3', '2/3', '3/3'])
    expect(dead[0]).toMatchObject({ queue: q.name, data: { tenant: 1, n: 7 }, error: 'no luck', attempts: 3 })
    expect(await count(q, 'failed')).toBe(1)
    await until(() => reported.length === 4)
    expect(reported.at(-1)).toEqual({ queue: q.name, job: dead[0]!.id, dead: true })
  })

  it('repeat a failed report of a dead job', async () => {
    const jobs = await start({ pollMs: 20 })
    await database.system.execute(
      "UPDATE pgboss.queue SET retry_delay = 0, retry_backoff = false WHERE name = 'dead-letter'",
    )
    const q = queue()
    let attempts = 0
    await jobs.work(
      q,
      () => Promise.reject(new Error('no')),
      async () => {
        attempts += 1
        if (attempts === 1) throw new Error('not now')
      },
    )
    await add(q, job(1))
    await until(() => attempts === 2)
  })

  it('abort a job that takes too long', async () => {
    const q = queue({ expireSeconds: 1 })
    const reported: string[] = []
    const jobs = await start({ report: (error) => reported.push((error as Error).message) })
    await jobs.work(q, ({ signal }) => sleep(20_000, undefined, { signal }).catch(() => Promise.reject(signal.reason)))
    await add(q, job(1))
    await until(() => reported.length > 0)
    expect(reported[0]).toBe('took longer than 1 s')
  })

  it('retry jobs of a crashed process, or report them as dead', async () => {
    const [again, last] = [queue({ retryLimit: 1 }), queue()]
    const gone = new PgBoss({ db: bossDatabase(database), migrate: false, supervise: false, schedule: false })
    gone.on('error', () => {})
    await gone.start()
    for (const q of [again, last]) {
      await add(q, job(1))
      expect(await gone.fetch(q.name)).toHaveLength(1)
    }
    await gone.stop({ close: false, graceful: false })
    await database.system.execute(
      "UPDATE pgboss.job_common SET heartbeat_on = now() - interval '31 s' WHERE name = ANY($1) AND state = 'active'",
      [[again.name, last.name]],
    )
    await database.system.execute('UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL')
    const seen: string[] = []
    const jobs = await start({ pollMs: 20, upkeepSeconds: 1 })
    await jobs.work(again, async ({ attempt }) => void seen.push(`attempt ${attempt}`))
    await jobs.work(
      last,
      async () => void seen.push('never'),
      async ({ error }) => void seen.push(error),
    )
    await until(() => seen.length === 2)
    expect(seen.toSorted()).toEqual(['attempt 2', 'job heartbeat timeout'])
  })

  it('finish running jobs when stopping, and abort those that take too long', async () => {
    const q = queue()
    const ended: string[] = []
    const jobs = await start()
    await jobs.work(q, async ({ data, signal }) => {
      if (data.n === 1) await sleep(100)
      else await sleep(20_000, undefined, { signal }).catch(() => ended.push('aborted'))
      ended.push(String(data.n))
    })
    await add(q, job(1), job(2))
    await until(async () => (await count(q, 'active')) === 2)
    await jobs.stop({ deadlineMs: 300 })
    expect(ended).toEqual(['1', 'aborted', '2'])
    await add(q, job(3))
    await sleep(50)
    expect(await count(q, 'created')).toBe(1)
  })
})

it('pg-boss maintenance runs on our connections', async () => {
  const boss = new PgBoss({ db: bossDatabase(database), migrate: false, supervise: false, schedule: false })
  const errors: unknown[] = []
  boss.on('error', (error) => errors.push(error))
  await boss.start()
  await database.system.execute(
    'UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL, maintain_on = NULL',
  )
  await boss.supervise()
  await boss.stop({ close: false, graceful: false })
  expect(errors).toEqual([])
})
