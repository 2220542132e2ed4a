/**
 * Payouts transfer what a party earned to its bank account. Debts are recovered first, and what may still be refunded
 * is held back (payable.ts). Creating a payout moves the money from the balance to the party's `payouts` account, where
 * it stays until the bank has paid it (it leaves the ledger) or it failed (it returns to the balance). So nothing is
 * paid out twice, and payouts in transit are part of the ledger.
 *
 *     created → approved → sent → paid | failed        created, approved → canceled        paid → returned
 *
 * A bank can return a payout after it was paid, for example because the account was closed; it then is on the balance
 * again.
 *
 * A payout above the tenant's threshold, alone or with the creator's other payouts of the day, needs two people: its
 * creator and one approver, or two approvers if a schedule created it.
 *
 * Locks: the row of the payout, then as in standing.ts. Idempotency: unique (tenant, idempotency_key) of `payout`; each
 * step happens once, checked under the row lock; repeating a step returns the payout unchanged.
 */

import { needsApproval } from '../approvals/pending.ts'
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { announce } from '../events/announce.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { accountKey, accountName } from '../ledger/account.ts'
import { type AccountDirectory, openAccounts } from '../ledger/directory.ts'
import { checkSame, findEarlier, type Idempotency } from '../ledger/idempotency.ts'
import { formatMicros, type Micros, wireMoney } from '../money/amount.ts'
import { isCurrency } from '../money/currency.ts'
import { Problem } from '../problem.ts'
import { clearBefore } from './debt-entries.ts'
import { type Payable, payableOf } from './payable.ts'
import { readTerms, type Terms } from './settings.ts'
import { type Entry, lockParty, move, postEntries } from './standing.ts'

export const PAYOUT_STATUSES = ['created', 'approved', 'sent', 'paid', 'failed', 'canceled', 'returned'] as const
type PayoutStatus = (typeof PAYOUT_STATUSES)[number]

/** A row of `payout`, columns in camel case. Amounts in micros of `unit`. */
export interface PayoutRow {
  readonly id: Uuid
  readonly party: string
  readonly unit: string
  readonly amount: Micros
  readonly status: PayoutStatus
  /** What was recovered for debts and advances at creation, and what was held back then. */
  readonly recovered: Micros
  readonly heldBack: Micros
  /** Number of people who have to approve it, including the creator; 0: none. */
  readonly people: number
  readonly createdBy: string
  readonly approvedBy: readonly string[]
  /** Masked form of the destination. */
  readonly destination: string | null
  /** Day of the scheduled run that created it. */
  readonly run: Uuid | null
  /** UUID of the payment file. */
  readonly file: Uuid | null
  readonly reference: string | null
  readonly failure: string | null
  readonly note: string | null
  readonly createdAt: Date
  readonly approvedAt: Date | null
  readonly sentAt: Date | null
  readonly closedAt: Date | null
}

export interface PayoutRequest {
  readonly party: string
  readonly unit: string
  /** Whole minor units; null: everything payable. */
  readonly amount: Micros | null
  readonly note: string | null
  readonly actor: string
  /** Day of the scheduled run that creates it; the creator of such a payout does not count as an approver. */
  readonly run?: string
  readonly idempotency: Idempotency | null
}

const COLUMNS = `id, party, unit, amount, status, recovered, held_back AS "heldBack", people, created_by AS "createdBy",
  approved_by AS "approvedBy", destination_hint AS destination, run::text AS run, file, reference, failure, note,
  created_at AS "createdAt", approved_at AS "approvedAt", sent_at AS "sentAt", closed_at AS "closedAt"`

export async function readPayout(db: TenantQueryable, id: Uuid): Promise<PayoutRow | undefined> {
  const [row] = await db.query<PayoutRow>(`SELECT ${COLUMNS} FROM payout WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  return row
}

export interface PayoutFilter {
  readonly party?: string
  readonly status?: PayoutStatus
  /** UUID of the payment file. */
  readonly file?: string
}

/** Returns a page of payouts older than the payout `after`, newest first. */
export function listPayouts(
  db: TenantQueryable,
  { party, status, file }: PayoutFilter,
  limit: number,
  after?: string,
): Promise<PayoutRow[]> {
  return db.query<PayoutRow>(
    `SELECT ${COLUMNS} FROM payout WHERE tenant = $1 AND ($2::text IS NULL OR party = $2) AND ($3::text IS NULL OR status = $3)
       AND ($4::uuid IS NULL OR file = $4) AND ($5::uuid IS NULL OR id < $5) ORDER BY id DESC LIMIT $6`,
    [db.tenant, party ?? null, status ?? null, file ?? null, after ?? null, limit],
  )
}

/**
 * Creates a payout, and recovers the party's debts first.
 * @throws Problem `currency_unknown`, `payouts_paused`, `payout_nothing`, `payout_exceeds_payable`,
 * `payout_below_minimum`, `idempotency_conflict`.
 */
export async function createPayout(
  db: TenantDatabase,
  request: PayoutRequest,
): Promise<{ payout: PayoutRow; replayed: boolean }> {
  const { party, unit, idempotency } = request
  if (!isCurrency(unit)) throw new Problem('currency_unknown', { unit })
  return withRetry(db, async (tx) => {
    // Inside the transaction, so a rejected request leaves no account behind.
    await openAccounts(tx, [accountName(party, 'payouts', unit)])
    const standing = await lockParty(tx, party, unit)
    // Checked under the locks, so an earlier request with the same key has committed by now.
    const key = idempotency?.key
    const earlier = key ? (await findEarlier(tx, 'payout', [key])).get(key) : undefined
    if (earlier) {
      checkSame(earlier, idempotency!)
      return { payout: (await readPayout(tx, earlier.id))!, replayed: true }
    }
    const terms = await readTerms(tx, party)
    if (terms.paused) throw new Problem('payouts_paused', { party })
    const able = await payableOf(tx, standing, terms)
    const amount = checkAmount(request, able, terms)
    const id = newUuid()
    const cleared = await clearBefore(tx, standing, {
      payout: id,
      restore: terms.restoreAtPayout,
      actor: request.actor,
    })
    const transfers = [move(standing.balance!, standing.payouts!, amount, 'payout')]
    const out: Entry = { id, description: `payout to ${party}`, transfers }
    await postEntries(tx, standing, [...cleared, out])
    const payout = await insert(tx, request, { id, amount, able, terms })
    await recordPayout(tx, request.actor, 'created', payout)
    return { payout, replayed: false }
  })
}

function checkAmount({ party, unit, amount }: PayoutRequest, able: Payable, { minimum }: Terms): Micros {
  const text = (micros: Micros) => formatMicros(micros, unit)
  const owed = text(able.owed + able.restored)
  const params = { party, unit, owed, heldBack: text(able.heldBack) }
  if (able.payable === 0n) throw new Problem('payout_nothing', { ...params, available: text(able.available) })
  const requested = amount ?? able.payable
  if (requested > able.payable) {
    throw new Problem('payout_exceeds_payable', { ...params, payable: text(able.payable), asked: text(requested) })
  }
  if (requested < minimum)
    throw new Problem('payout_below_minimum', { asked: text(requested), unit, minimum: text(minimum) })
  return requested
}

async function insert(
  tx: TenantTransaction,
  { party, unit, note, actor, run, idempotency }: PayoutRequest,
  { id, amount, able, terms }: { id: Uuid; amount: Micros; able: Payable; terms: Terms },
): Promise<PayoutRow> {
  const limit = { above: terms.twoPeopleAbove, perDay: terms.twoPeopleAbove }
  const people = (await needsApproval(tx, 'payout', { unit, amount }, limit)) ? 2 : 0
  const [row] = await tx.query<PayoutRow>(
    `INSERT INTO payout (tenant, id, party, unit, amount, status, approved_at, recovered, held_back, people, created_by, run, note,
       idempotency_key, fingerprint, destination, destination_hint, destination_since)
     SELECT $1, $2, $3, $4, $5, $6, CASE WHEN $6 = 'approved' THEN date_trunc('milliseconds', clock_timestamp()) END, $7, $8,
       $9, $10, $11, $12, $13, $14, d.sealed, d.hint, d.updated_at
     FROM (SELECT 1) one LEFT JOIN payout_destination d ON d.tenant = $1 AND d.party = $3 AND d.unit = $4
     RETURNING ${COLUMNS}`,
    [
      ...[tx.tenant, id, party, unit, amount, people === 0 ? 'approved' : 'created'],
      ...[able.owed + able.restored, able.heldBack, people, actor, run ?? null, note],
      ...[idempotency?.key ?? null, idempotency?.fingerprint ?? null],
    ],
  )
  return row!
}

/** Adds the approval of one more person. @throws Problem `payout_unknown`, `payout_status`, `approver_same`. */
export async function approvePayout(db: TenantDatabase, id: Uuid, actor: string): Promise<PayoutRow> {
  return withRetry(db, async (tx) => {
    const payout = await lockPayout(tx, id)
    if (payout.status === 'approved' && payout.approvedBy.includes(actor)) return payout // repeated request
    if (payout.status !== 'created') throw new Problem('payout_status', { status: payout.status })
    const standing = new Set([...(payout.run === null ? [payout.createdBy] : []), ...payout.approvedBy])
    if (standing.has(actor)) throw new Problem('approver_same')
    const enough = standing.size + 1 >= payout.people
    const [row] = await tx.query<PayoutRow>(
      `UPDATE payout SET approved_by = approved_by || $3::text, status = CASE WHEN $4 THEN 'approved' ELSE status END,
         approved_at = CASE WHEN $4 THEN date_trunc('milliseconds', clock_timestamp()) END
       WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [db.tenant, id, actor, enough],
    )
    await recordPayout(tx, actor, 'approved', row!)
    return row!
  })
}

/** The outcome of a payout: paid or failed at the bank, canceled before it was sent, or returned after it was paid. */
export interface PayoutEnd {
  readonly status: 'paid' | 'failed' | 'canceled' | 'returned'
  /** Reference number of the bank. */
  readonly reference: string | null
  /** Reason of the failure or return. */
  readonly failure: string | null
}

const BEFORE: Readonly<Record<PayoutEnd['status'], readonly PayoutStatus[]>> = {
  paid: ['approved', 'sent'],
  failed: ['approved', 'sent'],
  canceled: ['created', 'approved'],
  returned: ['paid'],
}

/**
 * Finalizes a payout; repeating the same outcome returns it unchanged.
 * @throws Problem `payout_unknown`, `payout_status`.
 */
export async function endPayout(
  db: TenantDatabase,
  directory: AccountDirectory,
  id: Uuid,
  { end, actor }: { readonly end: PayoutEnd; readonly actor: string },
): Promise<PayoutRow> {
  const known = await readPayout(db, id)
  if (!known) throw new Problem('payout_unknown', { payout: uuidToId('pyt', id) })
  const { party, unit } = known
  const external = accountName(party, 'external', unit)
  const leaves = end.status === 'paid' || end.status === 'returned'
  return directory.transaction(db, leaves ? [external] : [], async (tx, opened) => {
    const payout = await lockPayout(tx, id)
    if (payout.status === end.status) return payout // repeated request
    if (!BEFORE[end.status].includes(payout.status)) throw new Problem('payout_status', { status: payout.status })
    const standing = await lockParty(tx, party, unit)
    const closing = newUuid()
    const outside = opened.get(accountKey(external))
    const from = end.status === 'returned' ? outside! : standing.payouts!
    const to = end.status === 'paid' ? outside! : standing.balance!
    const kind = end.status === 'paid' ? 'payout' : 'payout-return'
    const transfers = [move(from, to, payout.amount, kind)]
    await postEntries(tx, standing, [
      { id: closing, description: `payout ${uuidToId('pyt', id)} ${end.status}`, transfers },
    ])
    const [row] = await tx.query<PayoutRow>(
      `UPDATE payout SET status = $3, reference = coalesce($4, reference), failure = left($5, 200), closing = $6,
         closed_at = date_trunc('milliseconds', clock_timestamp())
       WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [db.tenant, id, end.status, end.reference, end.failure, closing],
    )
    await recordPayout(tx, actor, end.status, row!)
    return row!
  })
}

async function lockPayout(tx: TenantQueryable, id: Uuid): Promise<PayoutRow> {
  const [row] = await tx.query<PayoutRow>(
    `SELECT ${COLUMNS} FROM payout WHERE tenant = $1 AND id = $2 FOR NO KEY UPDATE`,
    [tx.tenant, id],
  )
  if (!row) throw new Problem('payout_unknown', { payout: uuidToId('pyt', id) })
  return row
}

const EVENTS = {
  created: 'payout.created',
  paid: 'payout.paid',
  failed: 'payout.failed',
  canceled: 'payout.failed',
  returned: 'payout.returned',
} as const

/** Writes the audit record, and announces the event to webhook subscribers. */
async function recordPayout(
  tx: TenantQueryable,
  actor: string,
  what: keyof typeof EVENTS | 'approved',
  payout: PayoutRow,
): Promise<void> {
  const { id, party, unit, status, reference, failure } = payout
  const subject = uuidToId('pyt', id)
  const amount = wireMoney(payout.amount, unit)
  await recordAudit(tx, { actor, action: `payout_${what}`, subject, detail: { party, amount, status } })
  if (what === 'approved') return
  const data = { id: subject, party, amount, status, reference, failure }
  await announce(tx, [{ type: EVENTS[what], subject, parties: [party], data }])
}
