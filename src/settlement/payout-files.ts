/**
 * Payment files: the approved payouts of a currency as one list for the bank, with the destination of each. A payout
 * keeps the destination it was created with, so changing a bank account never redirects an existing payout.
 */
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { announce } from '../events/announce.ts'
import { checkPartyId, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { type Micros, wireMoney } from '../money/amount.ts'
import { isCurrency } from '../money/currency.ts'
import { Problem } from '../problem.ts'
import type { Seal } from '../seal.ts'
import { readSettings } from './settings.ts'
import { DESTINATION_WAIT_HOURS } from './settings-schema.ts'

export interface BankAccount {
  readonly holder: string
  readonly account: string
  readonly bank: string
  readonly branch: string | null
}

/** The masked form that may be displayed. */
export interface Destination {
  readonly unit: string
  readonly hint: string
  readonly updatedBy: string
  readonly updatedAt: Date
}

const sealedFor = (tenant: number, party: string, unit: string) => `payout_destination ${tenant} ${party} ${unit}`
/** Characters that a spreadsheet would interpret as a formula, or a bank's software as a field separator. */
const UNSAFE = /^[=+\-@]|[\p{Cc}]/u

/** @throws Problem `payout_destination_invalid`, `party_id_invalid`, `currency_unknown`. */
export function checkDestination(
  { party, unit }: { readonly party: string; readonly unit: string },
  to: BankAccount,
): void {
  checkPartyId(party)
  if (!isCurrency(unit)) throw new Problem('currency_unknown', { unit })
  for (const [field, text] of Object.entries(to)) {
    if (text !== null && (UNSAFE.test(text) || text.trim() === ''))
      throw new Problem('payout_destination_invalid', { field })
  }
}

/** Bank and last four digits: what may be displayed. */
export function hintOf({ bank, account }: BankAccount): string {
  return `${bank} …${[...account.replaceAll(/\s/g, '')].slice(-4).join('')}`
}

/**
 * Sets the destination of a party's future payouts.
 * @throws Problem `payout_destination_invalid`, `party_id_invalid`, `currency_unknown`.
 */
export async function putDestination(
  db: TenantDatabase,
  seal: Seal,
  { party, unit, actor }: { readonly party: string; readonly unit: string; readonly actor: string },
  to: BankAccount,
): Promise<Destination> {
  checkDestination({ party, unit }, to)
  const hint = hintOf(to)
  return db.transaction(async (tx) => {
    const { settings } = await readSettings(tx)
    const { destinationWaitHours = DESTINATION_WAIT_HOURS } = settings.payouts
    const [before] = await tx.query<{ hint: string }>(
      'SELECT hint FROM payout_destination WHERE tenant = $1 AND party = $2 AND unit = $3 FOR UPDATE',
      [db.tenant, party, unit],
    )
    const [row] = await tx.query<Destination>(
      `INSERT INTO payout_destination (tenant, party, unit, sealed, hint, updated_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant, party, unit) DO UPDATE SET sealed = excluded.sealed, hint = excluded.hint,
         updated_by = excluded.updated_by, updated_at = now()
       RETURNING unit, hint, updated_by AS "updatedBy", updated_at AS "updatedAt"`,
      [db.tenant, party, unit, seal.close(JSON.stringify(to), sealedFor(db.tenant, party, unit)), hint, actor],
    )
    await recordAudit(tx, {
      actor,
      action: 'payout_destination_changed',
      subject: party,
      detail: { before: before?.hint ?? null, unit, hint },
    })
    const data = {
      party,
      currency: unit,
      hint,
      payableFrom: new Date(row!.updatedAt.getTime() + destinationWaitHours * 3_600_000),
    }
    await announce(tx, [{ type: 'payout_destination.changed', subject: party, parties: [party], data }])
    return row!
  })
}

export function listDestinations(db: TenantQueryable, party: string): Promise<Destination[]> {
  return db.query<Destination>(
    `SELECT unit, hint, updated_by AS "updatedBy", updated_at AS "updatedAt" FROM payout_destination
     WHERE tenant = $1 AND party = $2 ORDER BY unit`,
    [db.tenant, party],
  )
}

/** A row of `payout_file`, columns in camel case. `total` in micros of `unit`. */
export interface PayoutFileRow {
  readonly id: Uuid
  readonly unit: string
  readonly payouts: number
  readonly total: Micros
  readonly createdBy: string
  readonly createdAt: Date
}

const COLUMNS = 'id, unit, payouts, total, created_by AS "createdBy", created_at AS "createdAt"'
/** Maximum number of payouts per file, oldest first; the rest go into the next file. */
const MAX_PAYOUTS_PER_FILE = 10_000

/**
 * Marks every approved payout of a currency as sent, in one file, if it has a destination whose waiting time is over;
 * from then on the bank decides its outcome. Calling it again creates a file of the payouts approved since.
 * Locks: the payouts, by id.
 * @throws Problem `payout_file_empty`.
 */
export async function makePayoutFile(db: TenantDatabase, unit: string, actor: string): Promise<PayoutFileRow> {
  return withRetry(db, async (tx) => {
    const { settings } = await readSettings(tx)
    const { destinationWaitHours = DESTINATION_WAIT_HOURS } = settings.payouts
    const sent = await tx.query<{ id: string; amount: Micros }>(
      `SELECT id, amount FROM payout
       WHERE tenant = $1 AND status = 'approved' AND unit = $2 AND destination IS NOT NULL
         AND (destination_since IS NULL OR destination_since <= now() - make_interval(hours => $4))
       ORDER BY id LIMIT $3 FOR NO KEY UPDATE`,
      [db.tenant, unit, MAX_PAYOUTS_PER_FILE, destinationWaitHours],
    )
    if (sent.length === 0) throw await emptyFile(tx, unit, destinationWaitHours)
    const id = newUuid()
    const total = sent.reduce((sum, { amount }) => sum + amount, 0n)
    const [file] = await tx.query<PayoutFileRow>(
      `INSERT INTO payout_file (tenant, id, unit, payouts, total, created_by) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING ${COLUMNS}`,
      [db.tenant, id, unit, sent.length, total, actor],
    )
    await tx.execute(
      `UPDATE payout SET status = 'sent', file = $3, sent_at = date_trunc('milliseconds', clock_timestamp())
       WHERE tenant = $1 AND id = ANY ($2::uuid[])`,
      [db.tenant, sent.map((row) => row.id), id],
    )
    const detail = { payouts: sent.length, total: wireMoney(total, unit) }
    await recordAudit(tx, { actor, action: 'payout_file_made', subject: uuidToId('pfl', id), detail })
    return file!
  })
}

async function emptyFile(tx: TenantQueryable, unit: string, hours: number): Promise<Problem> {
  const [row] = await tx.query<{ without: bigint; waiting: bigint }>(
    `SELECT count(*) FILTER (WHERE destination IS NULL) AS without,
            count(*) FILTER (WHERE destination IS NOT NULL) AS waiting
     FROM payout WHERE tenant = $1 AND status = 'approved' AND unit = $2`,
    [tx.tenant, unit],
  )
  const { without, waiting } = row!
  return new Problem('payout_file_empty', { unit, without: Number(without), waiting: Number(waiting), hours })
}

export function listPayoutFiles(db: TenantQueryable, limit: number, after?: string): Promise<PayoutFileRow[]> {
  return db.query<PayoutFileRow>(
    `SELECT ${COLUMNS} FROM payout_file WHERE tenant = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [db.tenant, after ?? null, limit],
  )
}

/** A line of a payment file. */
export interface PaymentLine extends BankAccount {
  /** UUID of the payout. */
  readonly payout: Uuid
  readonly party: string
  readonly amount: Micros
}

/**
 * Returns the lines of a file in the order of the payouts, with decrypted bank accounts; the access is recorded in the
 * audit trail.
 */
export async function readPaymentLines(
  db: TenantDatabase,
  seal: Seal,
  file: Uuid,
  actor: string,
): Promise<{ file: PayoutFileRow; lines: PaymentLine[] }> {
  return db.transaction(async (tx) => {
    const [head] = await tx.query<PayoutFileRow>(`SELECT ${COLUMNS} FROM payout_file WHERE tenant = $1 AND id = $2`, [
      db.tenant,
      file,
    ])
    if (!head) throw new Problem('payout_file_unknown', { file: uuidToId('pfl', file) })
    const rows = await tx.query<{ payout: Uuid; party: string; amount: Micros; destination: Buffer }>(
      'SELECT id AS payout, party, amount, destination FROM payout WHERE tenant = $1 AND file = $2 ORDER BY id',
      [db.tenant, file],
    )
    await recordAudit(tx, { actor, action: 'payout_file_read', subject: uuidToId('pfl', file) })
    const lines = rows.map(({ destination, ...row }) => ({
      ...row,
      ...(JSON.parse(seal.open(destination, sealedFor(db.tenant, row.party, head.unit))) as BankAccount),
    }))
    return { file: head, lines }
  })
}

/** Encrypts destinations again, with the current key; returns the number of rows. Locks: the rows, in order. */
export async function resealDestinations(tx: TenantTransaction, seal: Seal, limit: number): Promise<number> {
  const rows = await tx.query<{ party: string; unit: string; sealed: Buffer }>(
    `SELECT party, unit, sealed FROM payout_destination WHERE tenant = $1 AND substring(sealed FROM 1 FOR 5) <> $2
     ORDER BY party, unit LIMIT $3 FOR UPDATE`,
    [tx.tenant, seal.mark, limit],
  )
  for (const { party, unit, sealed } of rows) {
    await tx.execute('UPDATE payout_destination SET sealed = $4 WHERE tenant = $1 AND party = $2 AND unit = $3', [
      ...[tx.tenant, party, unit],
      seal.renew(sealed, sealedFor(tx.tenant, party, unit)),
    ])
  }
  return rows.length
}

/** The same for the destinations that payouts keep. */
export async function resealPayouts(tx: TenantTransaction, seal: Seal, limit: number): Promise<number> {
  const rows = await tx.query<{ id: Uuid; party: string; unit: string; destination: Buffer }>(
    `SELECT id, party, unit, destination FROM payout WHERE tenant = $1 AND substring(destination FROM 1 FOR 5) <> $2
     ORDER BY id LIMIT $3 FOR UPDATE`,
    [tx.tenant, seal.mark, limit],
  )
  for (const { id, party, unit, destination } of rows) {
    await tx.execute('UPDATE payout SET destination = $3 WHERE tenant = $1 AND id = $2', [
      ...[tx.tenant, id],
      seal.renew(destination, sealedFor(tx.tenant, party, unit)),
    ])
  }
  return rows.length
}
