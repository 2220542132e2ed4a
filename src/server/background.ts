/**
 * Background work of a server: releases expired holds, adds posted batches to the hash chain, folds rollups, and
 * requeues refunds without news for long. Several processes may run it on one database; each piece of work is taken by
 * one of them.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, TenantDatabase } from '../db/connect.ts'
import { extendChain } from '../ledger/chain.ts'
import { expireHolds } from '../ledger/holds.ts'
import { sweepRefunds } from '../processing/refunds.ts'
import { rebuildOnce } from '../reports/rebuild.ts'
import { foldRollups } from '../rollups/fold.ts'
import { listTenants } from '../tenants/tenants.ts'

export interface Background {
  /** Resolves when the work in progress is done. */
  stop(): Promise<void>
}

interface Job {
  readonly name: string
  readonly everyMs: number
  /** Returns the amount of work done; it runs again until that is zero. */
  readonly run: (db: TenantDatabase) => Promise<number>
}

const jobs: readonly Job[] = [
  { name: 'expire holds', everyMs: 1_000, run: (db) => expireHolds(db) },
  { name: 'extend chain', everyMs: 1_000, run: extendChain },
  { name: 'fold rollups', everyMs: 500, run: (db) => foldRollups(db) },
  { name: 'rebuild rollups', everyMs: 60_000, run: rebuildOnce },
  { name: 'sweep refunds', everyMs: 600_000, run: sweepRefunds },
]

const LONGEST_PAUSE_MS = 60_000
/** Pause between runs that leaves time for requests, regardless of the backlog. */
const BETWEEN_MS = 50

export function startBackground(
  database: Database,
  report: (error: unknown, job: string) => void,
  work: readonly Job[] = jobs,
): Background {
  const stopping = new AbortController()
  const loops = work.map((job) => repeat(database, job, report, stopping.signal))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

/** Repeats a job; failures are retried with growing pauses. */
async function repeat(
  database: Database,
  job: Job,
  report: (error: unknown, job: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = job.everyMs
  while (await stillThere(pause, signal)) {
    const failed = await runForTenants(database, job, report, signal)
    pause = failed ? Math.min(pause * 2, LONGEST_PAUSE_MS) : job.everyMs
  }
}

/** Runs a job for every tenant; an error of one tenant does not affect the others. @returns whether any failed */
async function runForTenants(
  database: Database,
  job: Job,
  report: (error: unknown, job: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  let failed = false
  const tenants = await listTenants(database).catch((error: unknown) => {
    if (!signal.aborted) report(error, job.name)
    failed = true
    return []
  })
  for (const { id } of tenants) {
    const db = database.tenant(id)
    try {
      while (!signal.aborted && (await job.run(db)) > 0) if (!(await stillThere(BETWEEN_MS, signal))) return failed
    } catch (error) {
      if (!signal.aborted) report(error, job.name)
      failed = true
    }
  }
  return failed
}

async function stillThere(pause: number, signal: AbortSignal): Promise<boolean> {
  return sleep(pause, true, { signal }).catch(() => false)
}
