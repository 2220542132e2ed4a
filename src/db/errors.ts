/**
 * Classifies database errors: was anything written, can it be retried. Losing the connection means three different
 * things, and confusing them loses or doubles money: before a statement was sent, nothing happened; inside a
 * transaction, it was undone; during a COMMIT or a single statement, the outcome is unknown.
 */
import pg from 'pg'
import { Problem } from '../problem.ts'

const SOCKET_ERRORS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // a socket file that isn't there
])
/** Serialization failure, deadlock, lock not available: undone by the server, and likely to succeed on a retry. */
const TRANSIENT = new Set(['40001', '40P01', '55P03'])
const DRIVER_LOST = /^Connection terminated|^Client was closed|connection error and is not queryable|^timeout expired/

/** Whether to retry the same transaction: the server undid it for a temporary reason. */
export function isTransient(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (TRANSIENT.has(error.code ?? '') || isStalePlan(error))
}

/** A prepared statement met a table that was migrated since. A new connection prepares it again. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && /cached plan/.test(error.message)
}

/** Whether the connection is gone, as a raw error of the driver or as one of our problems. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'database_unreachable' || error.code === 'outcome_unknown'
  if (error instanceof pg.DatabaseError) {
    // 08P01 is either a wrongly bound statement or a pooler whose server is gone: treated as the worse of the two.
    return (
      error.severity === 'FATAL' || error.severity === 'PANIC' || /^(08|57P0[12345]|25P0[34])/.test(error.code ?? '')
    )
  }
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost) // localhost as ::1 and 127.0.0.1
  if (!(error instanceof Error)) return false
  return SOCKET_ERRORS.has((error as NodeJS.ErrnoException).code ?? '') || DRIVER_LOST.test(error.message)
}

/** Returns the SQLSTATE of a server error ("23505"), otherwise undefined. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** Class 53: the server undid the statement because it lacks disk space, memory or another resource. */
export function asOutOfResources(error: unknown): unknown {
  const state = sqlState(error)
  if (!state?.startsWith('53')) return error
  return causedBy(new Problem(state === '53100' ? 'disk_full' : 'database_exhausted'), error)
}

/** Returns the constraint that a statement violated, otherwise undefined. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}

/** Nothing was written: the connection failed, or broke inside a transaction that the server then undid. */
export function unreachable(error: unknown, address: string, password: string): Problem {
  if (error instanceof Problem) return error
  return causedBy(new Problem('database_unreachable', { address, reason: reasonOf(error, password) }), error)
}

export function outcomeUnknown(error: unknown): Problem {
  return causedBy(new Problem('outcome_unknown'), error)
}

function causedBy(problem: Problem, cause: unknown): Problem {
  return Object.defineProperty(problem, 'cause', { value: cause, enumerable: false })
}

/** No driver puts the password into a message today, but messages are logged, so it is removed. */
function reasonOf(error: unknown, password: string): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const { code, message } = first as NodeJS.ErrnoException
  const reason = SOCKET_ERRORS.has(code ?? '') ? code! : message || code || 'unknown'
  return password ? reason.replaceAll(password, '***') : reason
}
