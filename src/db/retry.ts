/**
 * Retries of transactions that lost a conflict: after a deadlock, a serialization failure, or a race for a unique key.
 */
import type { TenantDatabase, TenantTransaction, TransactionOptions } from './connect.ts'
import { brokenConstraint, isTransient, sqlState } from './errors.ts'

const MAX_ATTEMPTS = 6

export interface RetryOptions extends TransactionOptions {
  /** The caller's own errors after which another attempt can succeed. */
  readonly retryOn?: (error: unknown) => boolean
}

/** Whether another transaction has just inserted the same unique key: the next attempt finds its row. */
export function lostRace(error: unknown): boolean {
  return sqlState(error) === '23505' && /_(idempotency|quote|order)$/.test(brokenConstraint(error) ?? '')
}

/**
 * Runs a transaction until it commits, at most six times. Every attempt starts over with the error of the previous one,
 * so `run` must have no effect outside of the transaction.
 */
export async function withRetry<T>(
  db: TenantDatabase,
  run: (tx: TenantTransaction, lastError?: unknown) => Promise<T>,
  { retryOn = () => false, ...options }: RetryOptions = {},
): Promise<T> {
  let lastError: unknown
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((tx) => run(tx, lastError), options)
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !(isTransient(error) || lostRace(error) || retryOn(error))) throw error
      lastError = error
    }
  }
}
