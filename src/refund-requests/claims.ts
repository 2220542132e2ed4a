/**
 * Gifts and envelopes: what somebody has claimed of a charge stays his; what nobody has claimed in the policy's time goes
 * back by itself.
 *
 * Locks: the row of `gift`. Claiming and closing both take it, so that nothing is claimed that is on its way back.
 * Idempotency: unique (tenant, idempotency_key) of `claim`; a return is the request `unclaimed <charge>`.
 */
import { unclaimedReturnsAt } from '../charges/policy.ts'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { clock } from '../ledger/effective.ts'
import { checkSame, type Idempotency } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'
import { toRefundable } from '../refunds/refundable.ts'

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
/** Notes a claim. @throws Problem `charge_unknown`, `claim_not_gift`, `claim_exceeds`, `claim_closed`, `idempotency_conflict`. */
export async function claim(
  db: TenantDatabase,
  asked: NewClaim,
): Promise<{ claim: Claim; item: ClaimedItem; returnsAt: Date | null; replayed: boolean }> {
  return withRetry(db, (tx) => claimIn(tx, asked))
}

async function claimIn(tx: TenantQueryable, asked: NewClaim) {
  const { charge: id, item, quantity, reference, idempotency } = asked
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
  return { claim: made, item: await stateOf(tx, charge, item), returnsAt, replayed: false }
}

/** Answers whether there is a gift on the charge at all. */
async function lockGift(tx: TenantQueryable, charge: string): Promise<boolean> {
  const rows = await tx.query('SELECT status FROM gift WHERE tenant = $1 AND charge = $2 FOR UPDATE', [
    tx.tenant,
    charge,
  ])
  return rows.length > 0
}

async function stateOf(db: TenantQueryable, charge: ChargeRow, id: string): Promise<ClaimedItem> {
  const state = (await claimsOf(db, charge)).find((each) => each.id === id)
  if (!state) throw new Problem('claim_not_gift', { item: id })
  return state
}

/** Where the gifts of a charge stand. */
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

/** Claimed quantities by item, as facts of use; undefined where there is no gift. */
export async function claimedOf(db: TenantQueryable, charge: ChargeRow): Promise<Record<string, bigint> | undefined> {
  const items = await claimsOf(db, charge)
  return items.length === 0 ? undefined : Object.fromEntries(items.map(({ id, claimed }) => [id, claimed]))
}

const MOST = 200

/** Works out when new gifts go back. Several processes share the work: each takes rows that no other has. */
export function scheduleGifts(db: TenantDatabase): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ charge: Uuid }>(
      `SELECT charge FROM gift WHERE tenant = $1 AND status = 'new' ORDER BY charge LIMIT ${MOST} FOR UPDATE SKIP LOCKED`,
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

/** Gifts whose time is over and that nobody has dealt with: UUIDs of their charges. */
export async function dueGifts(db: TenantDatabase): Promise<Uuid[]> {
  const rows = await db.query<{ charge: Uuid }>(
    `SELECT charge FROM gift WHERE tenant = $1 AND status = 'open' AND returns_at <= now() ORDER BY returns_at LIMIT ${MOST}`,
    [db.tenant],
  )
  return rows.map(({ charge }) => charge)
}

/** Nothing more is claimed from now on. Call it inside the transaction that asks for the return. */
export async function closeGift(tx: TenantQueryable, charge: string): Promise<void> {
  await tx.execute(
    `UPDATE gift SET status = 'closed', closed_at = now() WHERE tenant = $1 AND charge = $2 AND status <> 'closed'`,
    [tx.tenant, charge],
  )
}
