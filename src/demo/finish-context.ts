/** Shared tools for filling the last days of the demo world. */

import { Problem } from '../problem.ts'
import type { ExecutionContext } from '../processing/refunds.ts'
import type { Seal } from '../seal.ts'
import type { Schedule } from './schedule.ts'

export interface FinishContext extends ExecutionContext {
  readonly tenant: number
  readonly schedule: Schedule
  readonly seal: Seal
}

/** The second person in actions of the demo world that require two. */
export const AGENT = 'demo agent'
export const FINANCE = 'demo finance'
export const LEAD = 'demo lead'

/** Ignores steps that an interrupted run has already done, possibly with slightly different content. */
export async function unlessDone<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error) => {
    if (error instanceof Problem && error.code === 'idempotency_conflict') return undefined
    throw error
  })
}
