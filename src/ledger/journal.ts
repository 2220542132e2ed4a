/**
 * Journal entries: manual transfers, such as the funding of a campaign or wallet, or a correction by finance. Charges
 * and refunds never use them.
 *
 * Locks: floored accounts by id, then the rest by id. Idempotency: unique (tenant, idempotency_key) of `journal`.
 */

import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type AccountName, accountKey } from './account.ts'
import type { AccountDirectory } from './directory.ts'
import { checkEffective, clock } from './effective.ts'
import { checkSame, findEarlier, type Idempotency } from './idempotency.ts'
import { lockAccounts, post } from './post.ts'

export interface JournalEntry {
  readonly description: string
  readonly transfers: readonly {
    readonly from: string
    readonly to: string
    /** Micros of `unit`, above zero. */
    readonly amount: Micros
    readonly unit: string
    readonly kind: string
  }[]
  readonly effectiveAt: Date | null
  readonly idempotency: Idempotency | null
}

/**
 * Posts an entry atomically. Returns its UUID and whether an earlier request with the same key created it.
 * @throws Problem `insufficient_funds`, `idempotency_conflict`, `effective_in_future`, `amount_not_positive`.
 */
export async function postJournal(
  db: TenantDatabase,
  directory: AccountDirectory,
  entry: JournalEntry,
): Promise<{ id: Uuid; replayed: boolean }> {
  for (const { amount, from, to } of entry.transfers) {
    if (amount <= 0n) throw new Problem('amount_not_positive', { value: amount.toString() })
    if (from === to)
      throw new Problem('request_invalid', { reason: `source and destination are the same account (${from})` })
  }
  const names: AccountName[] = entry.transfers.flatMap(({ from, to, unit }) => [
    { path: from, unit },
    { path: to, unit },
  ])
  return directory.transaction(db, names, async (tx, accounts) => {
    const account = (path: string, unit: string) => accounts.get(accountKey({ path, unit }))!
    const key = entry.idempotency?.key
    // Checked under the locks, so an earlier request with the same key has committed by now.
    await lockAccounts(tx, accounts.values())
    const earlier = key ? (await findEarlier(tx, 'journal', [key])).get(key) : undefined
    if (earlier) {
      checkSame(earlier, entry.idempotency!)
      return { id: earlier.id, replayed: true }
    }
    checkEffective(entry.effectiveAt, entry.effectiveAt && (await clock(tx)))
    const id = newUuid()
    const transfers = entry.transfers.map(({ from, to, amount, unit, kind }) => ({
      debit: account(from, unit),
      credit: account(to, unit),
      amount,
      kind,
      component: null,
    }))
    const { batch } = await post(tx, [{ id, effectiveAt: entry.effectiveAt, transfers }])
    await tx.query(
      'INSERT INTO journal (tenant, id, batch, description, idempotency_key, fingerprint, actor) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [db.tenant, id, batch, entry.description, key ?? null, entry.idempotency?.fingerprint ?? null, tx.by.actor],
    )
    await recordAudit(tx, { action: 'journal_entry_created', subject: uuidToId('jrn', id), detail: toDetail(entry) })
    return { id, replayed: false }
  })
}

/** A posted entry. */
export interface PostedJournal {
  readonly id: Uuid
  readonly description: string
  readonly transfers: JournalEntry['transfers']
  /** Null: the time of recording. */
  readonly effectiveAt: Date | null
  readonly actor: string
  readonly createdAt: Date
}

type StoredTransfer = Omit<JournalEntry['transfers'][number], 'amount'> & { readonly amount: string }

/** Returns a page of entries older than the entry `after`, newest first. `party`: those that move its money. */
export async function listJournal(
  db: TenantQueryable,
  { party, id }: { readonly party?: string | undefined; readonly id?: string | undefined },
  limit: number,
  after?: string,
): Promise<PostedJournal[]> {
  const rows = await db.query<Omit<PostedJournal, 'transfers'> & { transfers: StoredTransfer[] }>(
    `SELECT j.id, j.description, j.actor, j.created_at AS "createdAt", t."effectiveAt", t.transfers
     FROM (SELECT * FROM journal j WHERE tenant = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id < $3)
         AND ($4::text IS NULL OR EXISTS (SELECT FROM transfer t JOIN account a ON a.tenant = $1 AND a.id IN (t.debit, t.credit)
           WHERE t.tenant = $1 AND t.batch = j.batch AND t.posting = j.id AND starts_with(a.path, $4 || '/')))
       ORDER BY id DESC LIMIT $5) j,
       LATERAL (SELECT max(nullif(t.effective_at, t.recorded_at)) AS "effectiveAt",
           json_agg(json_build_object('from', d.path, 'to', c.path, 'amount', t.amount::text, 'unit', c.unit, 'kind', t.kind)
             ORDER BY t.n) AS transfers
         FROM transfer t JOIN account d ON d.tenant = $1 AND d.id = t.debit JOIN account c ON c.tenant = $1 AND c.id = t.credit
         WHERE t.tenant = $1 AND t.batch = j.batch AND t.posting = j.id) t
     ORDER BY j.id DESC`,
    [db.tenant, id ?? null, after ?? null, party ?? null, limit],
  )
  return rows.map(({ transfers, ...row }) => ({
    ...row,
    transfers: transfers.map((each) => ({ ...each, amount: BigInt(each.amount) })),
  }))
}

function toDetail({ description, transfers }: JournalEntry) {
  return {
    description,
    transfers: transfers.map(({ from, to, amount, unit, kind }) => ({
      from,
      to,
      amount: wireMoney(amount, unit),
      kind,
    })),
  }
}
