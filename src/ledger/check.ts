/**
 * The integrity check recomputes balances and holds from the transfers and compares them with the stored values. It
 * reads one snapshot of the database, so it may run under load. Charges and refunds add their own checks
 * (src/charges/check.ts).
 */

import type { TenantDatabase, TenantQueryable, TransactionOptions } from '../db/connect.ts'
import { formatMicros } from '../money/amount.ts'
import type { BatchId } from './account.ts'
import { verifyChain } from './chain.ts'
import type { Fault } from './fault.ts'

export interface LedgerReport {
  readonly accounts: number
  readonly transfers: number
  readonly blocks: number
  /** Batches not yet in the chain. */
  readonly unchained: number
  readonly faults: readonly Fault[]
}

/** One check of the ledger; returns at most a hundred faults. */
export type Question = (tx: TenantQueryable) => Promise<Fault[]>

const SNAPSHOT: TransactionOptions = { isolation: 'repeatable read', readOnly: true }
const MOST = 100

export async function checkLedger(db: TenantDatabase, more: readonly Question[] = []): Promise<LedgerReport> {
  return db.transaction(async (tx) => {
    const faults: Fault[] = []
    for (const ask of [balancesAreSums, unitsAreZero, unitsMatch, floorsHold, holdsAreSums, ...more]) {
      faults.push(...(await ask(tx)))
    }
    const chain = await verifyChain(tx)
    const [counts] = await tx.query<{ accounts: bigint; transfers: bigint; unchained: bigint }>(
      `SELECT (SELECT count(*) FROM account WHERE tenant = $1) AS accounts,
              (SELECT count(*) FROM transfer WHERE tenant = $1) AS transfers,
              (SELECT count(*) FROM batch WHERE tenant = $1 AND block IS NULL) AS unchained`,
      [db.tenant],
    )
    return {
      accounts: Number(counts!.accounts),
      transfers: Number(counts!.transfers),
      unchained: Number(counts!.unchained),
      blocks: chain.blocks,
      faults: [...faults, ...chain.faults],
    }
  }, SNAPSHOT)
}

const balancesAreSums: Question = async (tx) => {
  const rows = await tx.query<{ path: string; unit: string; code: string; kept: string; sum: string }>(
    `WITH moved AS (
       SELECT account, sum(credit) - sum(debit) AS balance, sum(credit) AS credited FROM (
         SELECT credit AS account, amount AS credit, 0 AS debit FROM transfer WHERE tenant = $1
         UNION ALL SELECT debit, 0, amount FROM transfer WHERE tenant = $1) t GROUP BY account)
     SELECT a.path, a.unit, k.code, k.kept, k.sum
     FROM account a LEFT JOIN moved m ON m.account = a.id,
       LATERAL (VALUES ('balance_differs', a.balance, coalesce(m.balance, 0)),
                       ('credited_differs', a.credited, coalesce(m.credited, 0))) k(code, kept, sum)
     WHERE a.tenant = $1 AND k.kept <> k.sum LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ path, unit, code, kept, sum }) => ({
    code,
    detail: `${path}: kept ${formatMicros(BigInt(kept), unit)} ${unit}, transfers come to ${formatMicros(BigInt(sum), unit)}`,
  }))
}

const unitsAreZero: Question = async (tx) => {
  const rows = await tx.query<{ unit: string; sum: string }>(
    'SELECT unit, sum(balance) AS sum FROM account WHERE tenant = $1 GROUP BY unit HAVING sum(balance) <> 0',
    [tx.tenant],
  )
  return rows.map(({ unit, sum }) => ({ code: 'unit_not_zero', detail: `${unit}: ${formatMicros(BigInt(sum), unit)}` }))
}

const unitsMatch: Question = async (tx) => {
  const rows = await tx.query<{ batch: BatchId; n: number }>(
    `SELECT t.batch, t.n FROM transfer t
     LEFT JOIN account d ON d.tenant = t.tenant AND d.id = t.debit
     LEFT JOIN account c ON c.tenant = t.tenant AND c.id = t.credit
     WHERE t.tenant = $1 AND d.unit IS DISTINCT FROM c.unit LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ batch, n }) => ({
    code: 'units_differ',
    detail: `transfer ${batch}-${n} joins accounts of two units`,
  }))
}

const floorsHold: Question = async (tx) => {
  const rows = await tx.query<{ path: string; unit: string }>(
    `SELECT path, unit FROM account WHERE tenant = $1 AND floor IS NOT NULL AND balance - held < floor LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ path, unit }) => ({ code: 'under_floor', detail: `${path} in ${unit}` }))
}

const holdsAreSums: Question = async (tx) => {
  const rows = await tx.query<{ path: string; unit: string; held: bigint; sum: string }>(
    `SELECT a.path, a.unit, a.held, coalesce(h.sum, 0) AS sum FROM account a
     LEFT JOIN (SELECT account, sum(amount) AS sum FROM hold WHERE tenant = $1 AND status = 'authorized' GROUP BY account) h
       ON h.account = a.id
     WHERE a.tenant = $1 AND a.held <> coalesce(h.sum, 0) LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ path, unit, held, sum }) => ({
    code: 'held_differs',
    detail: `${path}: held ${formatMicros(held, unit)} ${unit}, holds come to ${formatMicros(BigInt(sum), unit)}`,
  }))
}
