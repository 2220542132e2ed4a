/**
 * Takes in the fund-flow bill of a day: what the bank account is checked against. The file is saved to disk and read
 * there, so that no connection waits for the upload; then one transaction stores and compares it.
 *
 * Locks: the row of the bill of that gateway and day; the loser of a race for it starts over. Idempotency: one bill per
 * gateway and day; taking in the same file again replaces it by the same figures, compared with what the books and
 * trade bills say by then.
 */
import { recordAudit } from '../../audit/audit.ts'
import { bigints, instants, integers, texts } from '../../db/arrays.ts'
import type { TenantDatabase, TenantTransaction } from '../../db/connect.ts'
import { sqlState } from '../../db/errors.ts'
import { withRetry } from '../../db/retry.ts'
import { GatewayError } from '../../gateways/gateway.ts'
import { openScratchFile } from '../../gateways/scratch.ts'
import { type FundEntry, parseFundBill } from '../../gateways/wechatpay/fund-bill.ts'
import { newUuid, type Uuid, uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { save } from '../reconciliation/bill-file.ts'
import { dayOf } from '../reconciliation/run.ts'
import { compareMovements } from './compare.ts'
import { type FundBillRow, listFundBills, type MovementSum, sumMovements } from './record.ts'

/** Fund-flow bills are in yuan, by the day of China. */
const UNIT = 'CNY'
const ZONE = 'Asia/Shanghai'
const CHINA_AHEAD_MS = 8 * 3_600_000
const PAGE = 2_000

type Movement = Extract<FundEntry, { kind: 'movement' }>
type Summary = Extract<FundEntry, { kind: 'summary' }>

export interface TakenBill {
  readonly row: FundBillRow
  readonly sums: readonly MovementSum[]
}

export interface FundBillUpload {
  readonly gateway: string
  /** Kind of the gateway. */
  readonly kind: string
  /** YYYY-MM-DD. */
  readonly date: string
}

/**
 * Stores and compares a bill, and returns it as it is then: another upload can replace it at once.
 * @throws Problem `reconciliation_date_invalid`, `bill_refused` for other kinds of gateways and files that are too large,
 * `disk_full`, `bill_day_differs`; those of {@link parseFundBill}.
 */
export async function takeFundBill(
  db: TenantDatabase,
  { gateway, kind, date }: FundBillUpload,
  source: AsyncIterable<Uint8Array>,
): Promise<TakenBill> {
  if (kind !== 'wechatpay') {
    const reason = `bill files of gateway kind ${kind} are not supported`
    throw new Problem('bill_refused', { code: 'kind_unknown', reason })
  }
  dayOf(date, ZONE)
  const scratch = await openScratchFile(db.tenant)
  try {
    const { file } = await save(source, scratch)
    const id = newUuid()
    const take = async (tx: TenantTransaction): Promise<TakenBill> => {
      await tx.execute('DELETE FROM fund_bill WHERE tenant = $1 AND gateway = $2 AND date = $3', [
        db.tenant,
        gateway,
        date,
      ])
      await tx.execute(
        `INSERT INTO fund_bill (tenant, id, gateway, date, unit, movements, income, expense, created_by)
         VALUES ($1, $2, $3, $4, $5, 0, 0, 0, $6)`,
        [db.tenant, id, gateway, date, UNIT, tx.by.actor],
      )
      const entries = parseFundBill(file.createReadStream({ start: 0, autoClose: false }))
      const { totals, opening, closing } = await stage(tx, id, date, entries)
      await tx.execute(
        'UPDATE fund_bill SET opening = $3, closing = $4, movements = $5, income = $6, expense = $7 WHERE tenant = $1 AND id = $2',
        [db.tenant, id, opening, closing, totals.count, totals.income, totals.expense],
      )
      await compareMovements(tx, { id, gateway, date, count: totals.count })
      const detail = { gateway, date, movements: totals.count }
      await recordAudit(tx, { action: 'fund_bill_taken', subject: uuidToId('fnd', id), detail })
      const [row] = await listFundBills(tx, { id }, 1)
      return { row: row!, sums: await sumMovements(tx, id) }
    }
    return await withRetry(db, take, { retryOn: (error) => sqlState(error) === '23505' })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.code === 'disk_full') throw new Problem('disk_full', {})
    throw new Problem('bill_refused', { code: error.code, reason: error.message.slice(0, 300) })
  } finally {
    await scratch.close()
  }
}

async function stage(
  tx: TenantTransaction,
  bill: Uuid,
  date: string,
  entries: AsyncIterable<FundEntry>,
): Promise<Summary> {
  let held: Movement[] = []
  let count = 0
  const flush = async () => {
    await insert(tx, bill, held, count)
    count += held.length
    held = []
  }
  for await (const entry of entries) {
    if (entry.kind === 'summary') {
      await flush()
      return entry
    }
    checkDay(entry, date)
    held.push(entry)
    if (held.length === PAGE) await flush()
  }
  throw new Problem('bill_summary_missing', { line: count })
}

/** @throws Problem `bill_day_differs`. */
function checkDay({ line, at }: Movement, date: string): void {
  const day = new Date(Date.parse(at) + CHINA_AHEAD_MS).toISOString().slice(0, 10)
  if (day !== date) throw new Problem('bill_day_differs', { line, day, date })
}

async function insert(tx: TenantTransaction, bill: Uuid, rows: readonly Movement[], first: number): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(
    `INSERT INTO fund_movement (tenant, bill, n, at, number, flow, name, type, amount, balance, note)
     SELECT $1, $2, * FROM unnest($3::int[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::bigint[], $10::bigint[], $11::text[])`,
    [
      ...[tx.tenant, bill, integers(rows.map((_, index) => first + index + 1))],
      instants(rows.map(({ at }) => new Date(at))),
      texts(rows.map(({ businessNumber }) => businessNumber)),
      texts(rows.map(({ flowNumber }) => flowNumber)),
      texts(rows.map(({ name }) => name)),
      texts(rows.map(({ type }) => type)),
      bigints(rows.map(({ amount }) => amount)),
      bigints(rows.map(({ balance }) => balance)),
      texts(rows.map(({ note }) => note)),
    ],
  )
}
