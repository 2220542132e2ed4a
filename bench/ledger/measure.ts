import { readdirSync, readFileSync } from 'node:fs'

/** One measurement, in figures per second. A reference without charges counts four transfers as one. */
export interface Measure {
  readonly charges: number
  readonly transfers: number
  readonly p50?: number
  readonly p99?: number
  /** CPU milliseconds per charge. */
  readonly serverCpuMs?: number
  readonly databaseCpuMs?: number
}
export type Result = Measure

/** Returns the median measurement by charges per second. */
export function median(measures: readonly Measure[]): Measure {
  return [...measures].sort((a, b) => a.charges - b.charges)[measures.length >> 1]!
}

const TICKS_PER_SECOND = 100

/** Returns the CPU seconds that each process has used so far (Linux; empty elsewhere). */
export function cpuSeconds(pids: readonly number[]): Map<number, number> {
  const used = new Map<number, number>()
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      used.set(pid, (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND)
    } catch {
      // the process has ended, or there is no /proc
    }
  }
  return used
}

/**
 * Returns the CPU time between two snapshots; a process that ended in between is left out, a new one counts completely.
 */
export function cpuBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  return [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0)
}

/** Returns a process and all its descendants. */
export function processTree(root: number): number[] {
  try {
    const parents = new Map<number, number>()
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      try {
        parents.set(
          Number(name),
          Number(
            readFileSync(`/proc/${name}/stat`, 'utf8')
              .replace(/^.*\) /, '')
              .split(' ')[1],
          ),
        )
      } catch {
        // the process has ended
      }
    }
    const tree = [root]
    for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
    return tree
  } catch {
    return []
  }
}

/** Runs `work` in `lanes` loops until the time is up; returns the number of runs per second. */
export async function repeat(lanes: number, seconds: number, work: (lane: number) => Promise<number>): Promise<number> {
  const start = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() - start < seconds * 1000) {
        const more = await work(lane)
        done += more
      }
    }),
  )
  return done / ((performance.now() - start) / 1000)
}
