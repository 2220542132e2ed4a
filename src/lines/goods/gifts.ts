/**
 * Gifts: items bought for another person, who has to claim them. A gift has a row from its charge on; what is not
 * claimed within the time of the charge's policy is refunded automatically.
 *
 * Locks: the row of `gift`, see claims.ts.
 *
 * Idempotency: a return is the refund request with the key `unclaimed <charge>`.
 */
import { unclaimedReturnsAt } from '../../charges/policy.ts'
import { type ChargeRow, readCharges } from '../../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../../db/connect.ts'
import type { LineServices } from '../../engine/services.ts'
import { type Uuid, uuidToId } from '../../ids.ts'
import { toRefundable } from '../../refunds/refundable.ts'
import { claimsOf } from './claims.ts'

/** Records the gifts among new charges: one statement per batch with gifts, none for other batches. */
export async function noteGifts(tx: TenantQueryable, charges: readonly ChargeRow[]): Promise<void> {
  const gifts = charges.filter(({ draft }) => draft.items.some(({ gift }) => gift)).map(({ id }) => id)
  if (gifts.length === 0) return
  await tx.execute('INSERT INTO gift (tenant, charge) SELECT $1, charge FROM unnest($2::uuid[]) AS t(charge)', [
    tx.tenant,
    gifts,
  ])
}

/**
 * Schedules the refunds of new gifts, and opens a refund request for those whose time is over: at most one per charge.
 * Returns the number of gifts processed. @throws the first error, after all gifts have been processed.
 */
export async function returnGifts(db: TenantDatabase, services: LineServices): Promise<number> {
  const scheduled = await scheduleGifts(db)
  const due = await dueGifts(db)
  const errors: unknown[] = []
  for (const charge of due) await returnGift(db, services, charge).catch((error) => errors.push(error))
  if (errors.length > 0) throw errors[0]
  return scheduled + due.length
}

/** No claim is accepted after the deadline, so a check before closing is enough. */
async function returnGift(db: TenantDatabase, { refundRequests }: LineServices, id: Uuid): Promise<void> {
  const charge = (await readCharges(db, [id])).get(id)!
  const items = await claimsOf(db, charge)
  if (items.every(({ unclaimed }) => unclaimed === 0n)) return closeGift(db, id)
  await refundRequests.openForSystem(db.tenant, {
    charge: uuidToId('chg', id),
    reason: 'unclaimed',
    // Callers cannot send a key with a space, so the key cannot be taken.
    idempotencyKey: `unclaimed ${id}`,
    before: (tx) => closeGift(tx, id),
  })
}

const MAX_GIFTS = 200

/** Schedules the refunds of new gifts. Several processes share the work: each takes rows that no other process has. */
function scheduleGifts(db: TenantDatabase): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ charge: Uuid }>(
      `SELECT charge FROM gift WHERE tenant = $1 AND status = 'new' ORDER BY charge LIMIT ${MAX_GIFTS}
       FOR UPDATE SKIP LOCKED`,
      [db.tenant],
    )
    const charges = await readCharges(
      tx,
      rows.map(({ charge }) => charge),
    )
    const times = rows.map(({ charge }) => unclaimedReturnsAt(toRefundable(charges.get(charge)!)))
    await tx.execute(
      `UPDATE gift g SET status = 'open', returns_at = t.at FROM unnest($2::uuid[], $3::timestamptz[]) AS t(charge, at)
       WHERE g.tenant = $1 AND g.charge = t.charge`,
      [db.tenant, rows.map(({ charge }) => charge), times],
    )
    return rows.length
  })
}

/** UUIDs of the charges with open gifts whose time is over. */
async function dueGifts(db: TenantDatabase): Promise<Uuid[]> {
  const rows = await db.query<{ charge: Uuid }>(
    `SELECT charge FROM gift WHERE tenant = $1 AND status = 'open' AND returns_at <= now()
     ORDER BY returns_at LIMIT ${MAX_GIFTS}`,
    [db.tenant],
  )
  return rows.map(({ charge }) => charge)
}

/** Ends claiming. Runs inside the transaction that opens the refund request. */
async function closeGift(tx: TenantQueryable, charge: Uuid): Promise<void> {
  await tx.execute(
    `UPDATE gift SET status = 'closed', closed_at = now() WHERE tenant = $1 AND charge = $2 AND status <> 'closed'`,
    [tx.tenant, charge],
  )
}
