/**
 * Journal entries: manual transfers, such as the funding of a campaign or wallet, or a correction by finance. Charges
 * and refunds never use them.
 *
 * Locks: floored accounts by id, then the rest by id. Idempotency: unique (tenant, idempotency_key) of `journal`.
 */

import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase } from '../db/connect.ts'
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
