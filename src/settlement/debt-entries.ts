/**
 * Debt entries: a debt is recovered from the party's balance (recoup), repaid from outside (repay), written off as a
 * loss of the platform (write-off), or reinstated after a write-off (restore). Each is a journal entry with the same
 * id. A write-off above the tenant's threshold is proposed by one person and approved by another.
 *
 * Locks: the row of the entry, then as in standing.ts. Idempotency: unique (tenant, idempotency_key) of `debt_entry`;
 * an entry is decided once, checked under its row lock.
 */

import { needsApproval } from '../approvals/pending.ts'
import { snakeCase } from '../audit/actions.ts'
import { recordAudit } from '../audit/audit.ts'
import type { DebtKind } from '../charges/debt.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { type Account, type AccountName, accountKey, accountName, PLATFORM } from '../ledger/account.ts'
import { type AccountDirectory, openAccounts } from '../ledger/directory.ts'
import { checkSame, findEarlier, type Idempotency } from '../ledger/idempotency.ts'
import { formatMicros, type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { readTerms } from './settings.ts'
import { availableOf, type Entry, lockParty, move, owedBy, postEntries, type Standing } from './standing.ts'

export const DEBT_ACTIONS = ['recoup', 'repay', 'write-off', 'restore'] as const
export type DebtAction = (typeof DEBT_ACTIONS)[number]
export const DEBT_ENTRY_STATUSES = ['proposed', 'posted', 'declined'] as const
export type DebtEntryStatus = (typeof DEBT_ENTRY_STATUSES)[number]

/** A row of `debt_entry`, columns in camel case. Amount in micros of `unit`. */
export interface DebtEntryRow {
  readonly id: Uuid
  readonly party: string
  readonly kind: DebtKind
  readonly action: DebtAction
  readonly unit: string
  readonly amount: Micros
  readonly status: DebtEntryStatus
  readonly reason: string | null
  /** UUID of the payout before which the debt was recovered; null for a manual entry. */
  readonly payout: Uuid | null
  readonly createdBy: string
  readonly decidedBy: string | null
  readonly createdAt: Date
  readonly decidedAt: Date | null
}

export interface DebtRequest {
  readonly party: string
  readonly kind: DebtKind
  readonly action: DebtAction
  readonly unit: string
  /** Null: the full amount; for a recoup, as much of it as the balance covers. */
  readonly amount: Micros | null
  readonly reason: string | null
  readonly actor: string
  readonly idempotency: Idempotency | null
}

const COLUMNS = `id, party, kind, action, unit, amount, status, reason, payout, created_by AS "createdBy",
  decided_by AS "decidedBy", created_at AS "createdAt", decided_at AS "decidedAt"`

export async function readDebtEntry(db: TenantQueryable, id: string): Promise<DebtEntryRow | undefined> {
  const [row] = await db.query<DebtEntryRow>(`SELECT ${COLUMNS} FROM debt_entry WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  return row
}

/** Returns a page of entries older than the entry `after`, newest first. */
export function listDebtEntries(
  db: TenantQueryable,
  filter: { readonly party?: string; readonly status?: DebtEntryStatus },
  limit: number,
  after?: string,
): Promise<DebtEntryRow[]> {
  return db.query<DebtEntryRow>(
    `SELECT ${COLUMNS} FROM debt_entry WHERE tenant = $1 AND ($2::text IS NULL OR party = $2)
       AND ($3::text IS NULL OR status = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [db.tenant, filter.party ?? null, filter.status ?? null, after ?? null, limit],
  )
}

/** Returns the part of a party's debt that is written off and not reinstated, in micros. */
export async function writtenOff(
  db: TenantQueryable,
  { party, kind, unit }: { readonly party: string; readonly kind: DebtKind; readonly unit: string },
): Promise<Micros> {
  const [row] = await db.query<{ amount: Micros }>(
    `SELECT coalesce(sum(CASE action WHEN 'write-off' THEN amount ELSE -amount END), 0)::bigint AS amount FROM debt_entry
     WHERE tenant = $1 AND party = $2 AND kind = $3 AND unit = $4 AND status = 'posted' AND action IN ('write-off', 'restore')`,
    [db.tenant, party, kind, unit],
  )
  return row!.amount
}

/**
 * Creates a debt entry and posts it, or only proposes a write-off that needs a second person.
 * @throws Problem `debt_none`, `debt_exceeded`, `debt_restore_exceeded`, `insufficient_funds`, `amount_not_positive`,
 * `idempotency_conflict`.
 */
export async function makeDebtEntry(
  db: TenantDatabase,
  directory: AccountDirectory,
  request: DebtRequest,
): Promise<{ entry: DebtEntryRow; replayed: boolean }> {
  return directory.transaction(db, othersOf(request), async (tx, others) => {
    const standing = await lockParty(tx, request.party, request.unit)
    // Checked under the locks, so an earlier request with the same key has committed by now.
    const key = request.idempotency?.key
    const earlier = key ? (await findEarlier(tx, 'debt_entry', [key])).get(key) : undefined
    if (earlier) {
      checkSame(earlier, request.idempotency!)
      return { entry: (await readDebtEntry(tx, earlier.id))!, replayed: true }
    }
    const amount = await amountOf(tx, standing, request)
    const { writeOffTwoPeopleAbove } = await readTerms(tx, request.party)
    const limit = { above: writeOffTwoPeopleAbove, perDay: writeOffTwoPeopleAbove }
    const sum = { unit: request.unit, amount }
    const waits = request.action === 'write-off' && (await needsApproval(tx, 'write-off', sum, limit))
    const row = await insert(tx, { ...request, amount, status: waits ? 'proposed' : 'posted', payout: null })
    if (!waits) await postEntries(tx, standing, [entryOf(standing, others, row)])
    await audit(tx, request.actor, waits ? 'proposed' : 'posted', row)
    return { entry: row, replayed: false }
  })
}

/**
 * Approves and posts a proposed entry, which needs a second person, or declines it.
 * @throws Problem `debt_entry_unknown`, `debt_entry_closed`, `approver_same` (approval only), `debt_exceeded` if less
 * is owed by now.
 */
export async function decideDebtEntry(
  db: TenantDatabase,
  directory: AccountDirectory,
  id: Uuid,
  { decision, actor }: { readonly decision: 'approve' | 'decline'; readonly actor: string },
): Promise<DebtEntryRow> {
  const known = await readDebtEntry(db, id)
  if (!known) throw new Problem('debt_entry_unknown', { entry: uuidToId('dbt', id) })
  return directory.transaction(db, othersOf(known), async (tx, others) => {
    const [row] = await tx.query<DebtEntryRow>(
      `SELECT ${COLUMNS} FROM debt_entry WHERE tenant = $1 AND id = $2 FOR UPDATE`,
      [db.tenant, id],
    )
    const status = decision === 'approve' ? 'posted' : 'declined'
    if (row!.status === status && row!.decidedBy === actor) return row! // repeated request
    if (row!.status !== 'proposed') throw new Problem('debt_entry_closed', { status: row!.status })
    if (decision === 'approve') {
      if (row!.createdBy === actor) throw new Problem('approver_same')
      const standing = await lockParty(tx, row!.party, row!.unit)
      await amountOf(tx, standing, row!)
      await postEntries(tx, standing, [entryOf(standing, others, row!)])
    }
    const [decided] = await tx.query<DebtEntryRow>(
      `UPDATE debt_entry SET status = $3, decided_by = $4, decided_at = date_trunc('milliseconds', clock_timestamp())
       WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [db.tenant, id, status, actor],
    )
    await audit(tx, actor, status, decided!)
    return decided!
  })
}

type Wanted = Pick<DebtRequest, 'party' | 'kind' | 'action' | 'unit' | 'amount'>

/** Returns the amount of the entry, checked against what is owed, available or written off. */
async function amountOf(tx: TenantQueryable, standing: Standing, wanted: Wanted): Promise<Micros> {
  const { party, unit, kind, action, amount } = wanted
  const text = (micros: Micros) => formatMicros(micros, unit)
  if (amount !== null && amount <= 0n) throw new Problem('amount_not_positive', { value: text(amount) })
  if (action === 'restore') {
    const most = await writtenOff(tx, wanted)
    const requested = amount ?? most
    if (most <= 0n || requested > most) {
      throw new Problem('debt_restore_exceeded', { party, unit, writtenOff: text(most), asked: text(requested) })
    }
    return requested
  }
  const owed = owedBy(standing, kind)
  if (owed === 0n) throw new Problem('debt_none', { party, unit })
  if (amount !== null && amount > owed) {
    throw new Problem('debt_exceeded', { party, unit, owed: text(owed), asked: text(amount) })
  }
  const available = availableOf(standing)
  const all = action === 'recoup' && available < owed ? available : owed
  if (amount === null && all === 0n) {
    const account = accountName(party, 'balance', unit).path
    throw new Problem('insufficient_funds', { account, unit, available: text(all) })
  }
  return amount ?? all
}

/** Returns the accounts of an entry that are not part of {@link Standing}. */
function othersOf({ party, action, unit }: Pick<Wanted, 'party' | 'action' | 'unit'>): AccountName[] {
  if (action === 'recoup') return []
  return [action === 'repay' ? accountName(party, 'external', unit) : accountName(PLATFORM, 'losses', unit)]
}

const KINDS: Readonly<Record<DebtAction, string>> = {
  recoup: 'recovery',
  repay: 'repaid',
  'write-off': 'write-off',
  restore: 'restored',
}

function entryOf(standing: Standing, others: ReadonlyMap<string, Account>, row: DebtEntryRow): Entry {
  const { id, party, kind, action, amount, reason } = row
  const carrier = standing.owing[kind]!.account
  const [name] = othersOf(row)
  const other = name ? others.get(accountKey(name))! : standing.balance!
  const [from, to] = action === 'restore' ? [carrier, other] : [other, carrier]
  const description = `${action} of ${kind}: ${party}${reason === null ? '' : `: ${reason}`}`
  return { id, description, transfers: [move(from, to, amount, `${kind}-${KINDS[action]}`)] }
}

async function insert(
  tx: TenantQueryable,
  request: Omit<DebtRequest, 'amount'> & {
    readonly amount: Micros
    readonly status: 'proposed' | 'posted'
    readonly payout: Uuid | null
  },
): Promise<DebtEntryRow> {
  const { party, kind, action, unit, amount, status, reason, payout, actor, idempotency } = request
  const [row] = await tx.query<DebtEntryRow>(
    `INSERT INTO debt_entry (tenant, id, party, kind, action, unit, amount, status, reason, payout, created_by, idempotency_key,
       fingerprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${COLUMNS}`,
    [
      ...[tx.tenant, newUuid(), party, kind, action, unit, amount, status, reason, payout, actor],
      ...[idempotency?.key ?? null, idempotency?.fingerprint ?? null],
    ],
  )
  return row!
}

/**
 * Returns the entries that recover all debts of a party before a payout; with `restore`, written-off debts are
 * reinstated first. The caller has checked that the balance covers them, and posts the entries.
 */
export async function clearBefore(
  tx: TenantQueryable,
  standing: Standing,
  { payout, restore, actor }: { readonly payout: Uuid; readonly restore: boolean; readonly actor: string },
): Promise<Entry[]> {
  const { party, unit } = standing
  const entries: Entry[] = []
  const make = async (kind: DebtKind, action: DebtAction, amount: Micros) => {
    const [name] = othersOf({ party, action, unit })
    const others = new Map(name ? (await openAccounts(tx, [name])).map((one) => [accountKey(one), one]) : [])
    const request = { party, kind, action, unit, amount, payout, actor, reason: null, idempotency: null }
    const row = await insert(tx, { ...request, status: 'posted' })
    await audit(tx, actor, 'posted', row)
    entries.push(entryOf(standing, others, row))
  }
  for (const kind of ['advance', 'debt'] as const) {
    const restored = restore ? await writtenOff(tx, { party, kind, unit }) : 0n
    if (restored > 0n) await make(kind, 'restore', restored)
    const owed = owedBy(standing, kind) + restored
    if (owed > 0n) await make(kind, 'recoup', owed)
  }
  return entries
}

async function audit(tx: TenantQueryable, actor: string, status: DebtEntryStatus, row: DebtEntryRow) {
  const { id, party, kind, action, unit, amount } = row
  await recordAudit(tx, {
    actor,
    // Only write-offs wait for a decision.
    action: status === 'posted' ? `debt_${snakeCase(action)}_posted` : `debt_write_off_${status}`,
    subject: uuidToId('dbt', id),
    detail: { party, kind, amount: wireMoney(amount, unit) },
  })
}
