/**
 * Claims of gifts and red envelopes. Claimed gifts are no longer refundable; gifts that are not claimed within the time
 * of the policy are refunded automatically (gifts.ts).
 *
 * Locks: the row of `gift`. Claiming and closing both lock it, so a gift that is about to be refunded cannot be
 * claimed.
 *
 * Idempotency: unique (tenant, idempotency_key) of `claim`.
 */
import { recordAudit } from '../../audit/audit.ts'
import { unclaimedReturnsAt } from '../../charges/policy.ts'
import { type ChargeRow, readCharges } from '../../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../../db/connect.ts'
import { withRetry } from '../../db/retry.ts'
import { newUuid, type Uuid, uuidToId } from '../../ids.ts'
import { clock } from '../../ledger/effective.ts'
import { checkSame, type Idempotency } from '../../ledger/idempotency.ts'
import { Problem } from '../../problem.ts'
import { toRefundable } from '../../refunds/refundable.ts'

export interface NewClaim {
  /** UUID of the charge. */
  readonly charge: Uuid
  readonly item: string
  readonly quantity: bigint
  readonly reference: string | null
  readonly idempotency: Idempotency | null
}

export interface Claim {
  readonly id: Uuid
  readonly charge: Uuid
  readonly item: string
  readonly quantity: bigint
  readonly reference: string | null
  readonly claimedAt: Date
}

export interface ClaimedItem {
  readonly id: string
  readonly quantity: bigint
  readonly claimed: bigint
  readonly returned: bigint
  readonly unclaimed: bigint
}

const COLUMNS = 'id, charge, item, quantity, reference, claimed_at AS "claimedAt"'

/**
 * Records a claim. @throws Problem `charge_unknown`, `claim_not_gift`, `claim_exceeds`, `claim_closed`,
 * `idempotency_conflict`.
 */
export async function claim(
  db: TenantDatabase,
  requested: NewClaim,
): Promise<{ claim: Claim; item: ClaimedItem; returnsAt: Date | null; replayed: boolean }> {
  return withRetry(db, (tx) => claimIn(tx, requested))
}

async function claimIn(tx: TenantQueryable, requested: NewClaim) {
  const { charge: id, item, quantity, reference, idempotency } = requested
  await lockGift(tx, id)
  const charge = (await readCharges(tx, [id])).get(id)
  if (!charge) throw new Problem('charge_unknown', { charge: uuidToId('chg', id) })
  const returnsAt = unclaimedReturnsAt(toRefundable(charge))
  const [earlier] = idempotency
    ? await tx.query<Claim & { fingerprint: Buffer }>(
        `SELECT ${COLUMNS}, fingerprint FROM claim WHERE tenant = $1 AND idempotency_key = $2`,
        [tx.tenant, idempotency.key],
      )
    : []
  if (earlier) {
    checkSame(earlier, idempotency!)
    return { claim: earlier, item: await stateOf(tx, charge, item), returnsAt, replayed: true }
  }
  const state = await stateOf(tx, charge, item)
  const now = await clock(tx)
  if (returnsAt !== null && now >= returnsAt) {
    throw new Problem('claim_closed', { returnsAt: returnsAt.toISOString() })
  }
  if (quantity > state.unclaimed) {
    throw new Problem('claim_exceeds', { item, unclaimed: state.unclaimed.toString() })
  }
  const made: Claim = { id: newUuid(), charge: id, item, quantity, reference, claimedAt: now }
  await tx.execute(
    `INSERT INTO claim (tenant, id, charge, item, quantity, reference, claimed_at, idempotency_key, fingerprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenant,
      made.id,
      id,
      item,
      quantity,
      reference,
      now,
      idempotency?.key ?? null,
      idempotency?.fingerprint ?? null,
    ],
  )
  const detail = { item, quantity: quantity.toString(), reference }
  await recordAudit(tx, { action: 'gift_claimed', subject: uuidToId('chg', id), detail })
  return { claim: made, item: await stateOf(tx, charge, item), returnsAt, replayed: false }
}

async function lockGift(tx: TenantQueryable, charge: string): Promise<void> {
  await tx.query('SELECT status FROM gift WHERE tenant = $1 AND charge = $2 FOR UPDATE', [tx.tenant, charge])
}

async function stateOf(db: TenantQueryable, charge: ChargeRow, id: string): Promise<ClaimedItem> {
  const state = (await claimsOf(db, charge)).find((each) => each.id === id)
  if (!state) throw new Problem('claim_not_gift', { item: id })
  return state
}

/** Returns the gifts of a charge with their claimed and refunded quantities. */
export async function claimsOf(db: TenantQueryable, charge: ChargeRow): Promise<ClaimedItem[]> {
  if (!charge.draft.items.some(({ gift }) => gift)) return []
  const sums = await db.query<{ item: string; claimed: string }>(
    'SELECT item, sum(quantity)::text AS claimed FROM claim WHERE tenant = $1 AND charge = $2 GROUP BY item',
    [db.tenant, charge.id],
  )
  return charge.draft.items.flatMap(({ id, quantity: text, gift }, position) => {
    if (!gift) return []
    const quantity = BigInt(text)
    const claimed = BigInt(sums.find(({ item }) => item === id)?.claimed ?? 0)
    const returned = charge.returnedQuantity?.[position] ?? 0n
    const left = quantity - claimed - returned
    return [{ id, quantity, claimed, returned, unclaimed: left > 0n ? left : 0n }]
  })
}

/** Returns claimed quantities by item; undefined if the charge has no gift. */
export async function claimedQuantities(
  db: TenantQueryable,
  charge: ChargeRow,
): Promise<Record<string, bigint> | undefined> {
  const items = await claimsOf(db, charge)
  return items.length === 0 ? undefined : Object.fromEntries(items.map(({ id, claimed }) => [id, claimed]))
}
