import type { Queryable } from '../db/connect.ts'
import { Problem } from '../problem.ts'

/** Tolerated clock difference between a caller and the database before a time counts as in the future. */
const CLOCK_TOLERANCE_MS = 300_000

/** Returns the current time of the database's clock. */
export async function clock(db: Queryable): Promise<Date> {
  const [row] = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  return row!.now
}

/** Checks that an effective time is not in the future; it may be in the past. @throws Problem `effective_in_future`. */
export function checkEffective(effectiveAt: Date | null, now: Date | null): void {
  if (effectiveAt !== null && now !== null && effectiveAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    throw new Problem('effective_in_future', { value: effectiveAt.toISOString() })
  }
}
