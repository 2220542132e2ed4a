/**
 * Holds reserve an amount on an account before the final amount of a charge is known (authorize). A charge then
 * captures it in full or in part, which frees the rest, or it is voided or expires. A held amount is not available to
 * anything else. An expired hold cannot be captured, whether or not the sweep has already processed it.
 *
 * Locks: rows of holds by id, then their accounts by id.
 */
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type AccountId, type AccountName, accountKey } from './account.ts'
import type { AccountDirectory } from './directory.ts'
import { insufficientFunds, lockAccounts } from './post.ts'

type HoldStatus = 'authorized' | 'captured' | 'voided' | 'expired'

/** Amounts in micros of `unit`. */
export interface Hold {
  /** UUID */
  id: Uuid
  account: AccountId
  path: string
  unit: string
  amount: Micros
  captured: Micros
  status: HoldStatus
  expiresAt: Date
  /** Whether it has expired by the database's clock, even if the sweep has not processed it yet. */
  expired: boolean
  createdAt: Date
}

export type LockedHold = Hold

const COLUMNS = `h.id, h.account, a.path, a.unit, h.amount, h.captured, h.status, h.expires_at AS "expiresAt",
  h.expires_at <= now() AS expired, h.created_at AS "createdAt"`
const FROM = 'FROM hold h JOIN account a ON a.tenant = h.tenant AND a.id = h.account'

/**
 * Reserves an amount. Idempotency: the same key returns the same hold.
 * @throws Problem `insufficient_funds`, `idempotency_conflict`.
 */
export async function authorize(
  db: TenantDatabase,
  directory: AccountDirectory,
  name: AccountName,
  {
    amount,
    expiresAt,
    idempotency,
  }: {
    readonly amount: Micros
    readonly expiresAt: Date
    readonly idempotency: { key: string; fingerprint: Buffer } | null
  },
): Promise<Hold> {
  return directory.transaction(db, [name], async (tx, accounts) => {
    const account = accounts.get(accountKey(name))!
    const balances = await lockAccounts(tx, [account])
    // Checked under the lock, so an earlier request with the same key has committed by now.
    const earlier = idempotency ? await findByKey(tx, idempotency) : undefined
    if (earlier) return earlier
    const available = balances.available(account)
    if (available !== null && available < amount) throw insufficientFunds(account, available)
    const id = newUuid()
    await tx.query('UPDATE account SET held = held + $3 WHERE tenant = $1 AND id = $2', [db.tenant, account.id, amount])
    await tx.query(
      `INSERT INTO hold (tenant, id, account, amount, expires_at, idempotency_key, fingerprint, actor)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        db.tenant,
        id,
        account.id,
        amount,
        expiresAt,
        idempotency?.key ?? null,
        idempotency?.fingerprint ?? null,
        tx.by.actor,
      ],
    )
    await recordAudit(tx, {
      action: 'hold_created',
      subject: uuidToId('hld', id),
      detail: { account: account.path, amount: wireMoney(amount, account.unit) },
    })
    return (await readHold(tx, id))!
  })
}

/** Voids a hold; repeating it has no effect. @throws Problem `hold_unknown`, `hold_closed`. */
export async function voidHold(db: TenantDatabase, id: string): Promise<Hold> {
  return withRetry(db, async (tx) => {
    const hold = (await lockRows(tx, [id])).get(id)
    if (!hold) throw new Problem('hold_unknown', { hold: id })
    if (hold.status === 'voided') return hold
    if (hold.status !== 'authorized') throw new Problem('hold_closed', { status: hold.status })
    await close(tx, [{ ...hold, status: 'voided' }])
    await recordAudit(tx, { action: 'hold_voided', subject: uuidToId('hld', hold.id) })
    return { ...hold, status: 'voided' }
  })
}

/** Releases what expired holds still reserve, at most `limit` at a time. Returns their number. */
export async function expireHolds(db: TenantDatabase, limit = 500): Promise<number> {
  return db.transaction(async (tx) => {
    const due = await tx.query<{ id: string }>(
      `SELECT id FROM hold WHERE tenant = $1 AND status = 'authorized' AND expires_at <= now()
       ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [db.tenant, limit],
    )
    const holds = await lockRows(
      tx,
      due.map(({ id }) => id),
    )
    await close(
      tx,
      [...holds.values()].map((hold) => ({ ...hold, status: 'expired' as const })),
    )
    return due.length
  })
}

export async function readHold(db: TenantQueryable, id: string): Promise<Hold | undefined> {
  const [hold] = await db.query<Hold>(`SELECT ${COLUMNS} ${FROM} WHERE h.tenant = $1 AND h.id = $2`, [db.tenant, id])
  return hold
}

export interface HoldFilter {
  readonly party?: string
  /** A hold past its expiry is `expired`, even before the sweep has processed it. */
  readonly status?: HoldStatus
}

/** Returns a page of holds older than the hold `after`, newest first. */
export function listHolds(db: TenantQueryable, filter: HoldFilter, limit: number, after?: string): Promise<Hold[]> {
  const status = `CASE WHEN h.status = 'authorized' AND h.expires_at <= now() THEN 'expired' ELSE h.status END`
  return db.query<Hold>(
    `SELECT ${COLUMNS} ${FROM} WHERE h.tenant = $1 AND ($2::text IS NULL OR starts_with(a.path, $2 || '/'))
       AND ($3::text IS NULL OR ${status} = $3) AND ($4::uuid IS NULL OR h.id < $4) ORDER BY h.id DESC LIMIT $5`,
    [db.tenant, filter.party ?? null, filter.status ?? null, after ?? null, limit],
  )
}

/** Locks the holds that a batch of charges captures, by prefixed id. */
export async function lockHolds(tx: TenantQueryable, ids: readonly string[]): Promise<Map<string, LockedHold>> {
  if (ids.length === 0) return new Map()
  return lockRows(tx, [...new Set(ids.map((id) => idToUuid('hld', id)))])
}

/**
 * Checks that the hold can be captured.
 * @throws Problem `hold_closed` or `hold_expired` if nothing is reserved any more.
 */
export function checkOpen(hold: Hold): void {
  if (hold.status !== 'authorized') throw new Problem('hold_closed', { status: hold.status })
  if (hold.expired) throw new Problem('hold_expired', { expiresAt: hold.expiresAt.toISOString() })
}

export function captureHold(hold: LockedHold, captured: Micros): LockedHold {
  return { ...hold, captured, status: 'captured' }
}

/** Closes the holds captured by a batch and releases their reserved amounts. */
export async function writeCaptures(tx: TenantQueryable, captured: readonly LockedHold[]): Promise<void> {
  if (captured.length > 0) await close(tx, captured)
}

async function lockRows(tx: TenantQueryable, ids: readonly string[]): Promise<Map<string, Hold>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<Hold>(
    `SELECT ${COLUMNS} ${FROM} WHERE h.tenant = $1 AND h.id = ANY ($2::uuid[]) ORDER BY h.id FOR NO KEY UPDATE OF h`,
    [tx.tenant, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function close(tx: TenantQueryable, holds: readonly Hold[]): Promise<void> {
  if (holds.length === 0) return
  const freed = new Map<AccountId, Micros>()
  for (const hold of holds) freed.set(hold.account, (freed.get(hold.account) ?? 0n) + hold.amount)
  await tx.query(
    `UPDATE hold h SET status = t.status, captured = t.captured, closed_at = now()
     FROM unnest($2::uuid[], $3::text[], $4::bigint[]) AS t(id, status, captured) WHERE h.tenant = $1 AND h.id = t.id`,
    [tx.tenant, holds.map(({ id }) => id), holds.map(({ status }) => status), holds.map(({ captured }) => captured)],
  )
  await tx.query('SELECT 1 FROM account WHERE tenant = $1 AND id = ANY ($2::bigint[]) ORDER BY id FOR NO KEY UPDATE', [
    tx.tenant,
    [...freed.keys()],
  ])
  await tx.query(
    `UPDATE account a SET held = a.held - t.freed FROM unnest($2::bigint[], $3::bigint[]) AS t(id, freed)
     WHERE a.tenant = $1 AND a.id = t.id`,
    [tx.tenant, [...freed.keys()], [...freed.values()]],
  )
}

async function findByKey(
  tx: TenantQueryable,
  { key, fingerprint }: { key: string; fingerprint: Buffer },
): Promise<Hold | undefined> {
  const [row] = await tx.query<{ id: string; fingerprint: Buffer }>(
    'SELECT id, fingerprint FROM hold WHERE tenant = $1 AND idempotency_key = $2',
    [tx.tenant, key],
  )
  if (!row) return undefined
  if (!row.fingerprint.equals(fingerprint)) throw new Problem('idempotency_conflict', { key })
  return readHold(tx, row.id)
}
