import type { Queryable } from '../db/connect.ts'
import { Problem } from '../problem.ts'

/** How far the clocks of a caller and the database may differ before a time counts as the future. */
const CLOCK_TOLERANCE_MS = 300_000

/** Now, by the database's clock. */
export async function clock(db: Queryable): Promise<Date> {
  const [row] = await db.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  return row!.now
}

/** Things may be entered after they took effect, not before. @throws Problem `effective_in_future`. */
export function checkEffective(effectiveAt: Date | null, now: Date | null): void {
  if (effectiveAt !== null && now !== null && effectiveAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    throw new Problem('effective_in_future', { value: effectiveAt.toISOString() })
  }
}
