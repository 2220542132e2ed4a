/** What the last days of the demo world are made with. */

import { Problem } from '../problem.ts'
import type { ExecutionContext } from '../processing/refunds.ts'
import type { Seal } from '../seal.ts'
import type { Schedule } from './schedule.ts'

export interface FinishContext extends ExecutionContext {
  readonly tenant: number
  readonly schedule: Schedule
  readonly seal: Seal
}

/** Who does in the demo world what takes two people. */
export const AGENT = 'demo agent'
export const FINANCE = 'demo finance'
export const LEAD = 'demo lead'

/** What a filling that broke off has done already, perhaps a little otherwise, is left as it is. */
export async function unlessDone<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error) => {
    if (error instanceof Problem && error.code === 'idempotency_conflict') return undefined
    throw error
  })
}
