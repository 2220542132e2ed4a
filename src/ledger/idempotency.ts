/**
 * Idempotency: a key and a fingerprint of what came with it are columns of the thing that was made, under a unique
 * index, so they are kept as long as it is. The same key with the same request gives the same answer; with another it
 * is refused. Refused requests leave no key behind: they changed nothing and may be sent again.
 */

import { hash } from 'node:crypto'
import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { Problem } from '../problem.ts'

export interface Idempotency {
  readonly key: string
  /** SHA-256 of the request as it was understood. */
  readonly fingerprint: Buffer
}

/** Fingerprint of a request: the same whatever the order of its fields. */
export function fingerprint(request: unknown): Buffer {
  return hash('sha256', canonical(request), 'buffer')
}

/** JSON with sorted keys; absent and undefined fields are the same. */
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

/** What earlier requests with these keys made: id and fingerprint by key. */
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

/** @throws Problem `idempotency_conflict` when the key came with another request. */
export function checkSame(earlier: { fingerprint: Buffer }, now: Idempotency): void {
  if (!earlier.fingerprint.equals(now.fingerprint)) throw new Problem('idempotency_conflict', { key: now.key })
}
