/**
 * Idempotency: the key and a fingerprint of the request are columns of the created row, under a unique index, so they
 * are stored as long as the row. Repeating a key with the same request returns the first result; with a different
 * request it is refused. Refused requests store no key: they changed nothing and may be retried.
 */

import { hash } from 'node:crypto'
import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { Problem } from '../problem.ts'

export interface Idempotency {
  readonly key: string
  /** SHA-256 of the request after validation. */
  readonly fingerprint: Buffer
}

/** Returns the fingerprint of a request, independent of the order of its fields. */
export function fingerprint(request: unknown): Buffer {
  return hash('sha256', canonical(request), 'buffer')
}

/** Returns JSON with sorted keys; undefined fields are omitted. */
export function canonical(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

type Table = 'charge' | 'refund' | 'journal' | 'hold' | 'contract' | 'payment' | 'dispute' | 'debt_entry' | 'payout'

/** Returns what earlier requests with these keys created: id and fingerprint by key. */
export async function findEarlier(
  db: TenantQueryable,
  table: Table,
  keys: readonly string[],
): Promise<Map<string, { id: Uuid; fingerprint: Buffer }>> {
  if (keys.length === 0) return new Map()
  const rows = await db.query<{ id: Uuid; key: string; fingerprint: Buffer }>(
    `SELECT id, idempotency_key AS key, fingerprint FROM ${table} WHERE tenant = $1 AND idempotency_key = ANY ($2::text[])`,
    [db.tenant, keys],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

/** Checks that both requests are the same. @throws Problem `idempotency_conflict` if they differ. */
export function checkSame(earlier: { fingerprint: Buffer }, now: Idempotency): void {
  if (!earlier.fingerprint.equals(now.fingerprint)) throw new Problem('idempotency_conflict', { key: now.key })
}
