/** Transactions that lose against others are run again: after a deadlock, a serialization failure, or a race for a key. */
import type { TenantDatabase, TenantTransaction, TransactionOptions } from '../db/connect.ts'
import { isTransient } from '../db/errors.ts'
import { lostRace } from './idempotency.ts'

/** Times before it is given up. */
export const ATTEMPTS = 6

/** Whether the same transaction, run again, may well succeed: a race for a key is found as the winner's work then. */
export function mayRunAgain(error: unknown): boolean {
  return isTransient(error) || lostRace(error)
}

/** Runs a transaction until it is through. `run` begins anew each time, and does nothing outside of the transaction. */
export async function again<T>(
  db: TenantDatabase,
  run: (tx: TenantTransaction) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(run, options)
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayRunAgain(error)) throw error
    }
  }
}
