/**
 * The bill of a day: payments by payment time, refunds by acceptance time, each refund with its status when the bill
 * was due, regardless of later changes. A finished bill is stored and never regenerated.
 */
import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { Temporal } from 'temporal-polyfill'
import { formatMicros, minorUnit } from '../../../money/amount.ts'
import { sandboxRules } from '../rules.ts'
import { BILL_COLUMNS, type BillNote, type RefundStatus } from '../wire.ts'
import type { ProviderContext } from './context.ts'
import { Refusal } from './refusal.ts'

interface BillRow {
  readonly kind: 'payment' | 'refund'
  readonly at: bigint
  readonly number: string
  readonly order: string
  readonly provider_number: string
  readonly amount: bigint
  readonly fee: bigint
  readonly currency: string
  readonly status: RefundStatus | 'paid'
}

/**
 * Creates the bill if it doesn't exist yet. The caller must have processed everything due.
 * @param unfinished allows a day that isn't over.
 * @throws Refusal `date_invalid`, `bill_not_ready`.
 */
export function makeBill(context: ProviderContext, merchant: string, date: string, unfinished: boolean): BillNote {
  const { start, end } = dayOf(date)
  const dueAt = end + context.conditions.billDelayMs
  const finished = context.now() >= dueAt
  if (!finished && !unfinished) {
    throw new Refusal(404, 'bill_not_ready', `the bill of ${date} comes after ${new Date(dueAt).toISOString()}`)
  }
  const stored = context.books.get<{ content: Uint8Array; sha256: string }>(
    'SELECT content, sha256 FROM bills WHERE merchant = ? AND date = ? AND finished = 1',
    merchant,
    date,
  )
  if (stored) return { date, sha256: stored.sha256, bytes: stored.content.length }
  const rows = rowsOf(context, merchant, { start, end, asOf: finished ? dueAt : context.now() })
  const content = Buffer.from(stringify([[...BILL_COLUMNS], ...rows.map(lineOf), ...totalsOf(rows)]))
  const sha256 = createHash('sha256').update(content).digest('hex')
  context.books.transaction(() => {
    // Bills of the current day are stored only for the download that follows.
    const old = `DELETE FROM bills WHERE merchant = ? AND date = ? AND finished = 0 AND rowid NOT IN
      (SELECT rowid FROM bills WHERE merchant = ? AND date = ? AND finished = 0 ORDER BY rowid DESC LIMIT 9)`
    context.books.run(old, merchant, date, merchant, date)
    const sql = 'INSERT INTO bills VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET finished = excluded.finished'
    context.books.run(sql, merchant, date, sha256, content, finished ? 1 : 0)
  })
  return { date, sha256, bytes: content.length }
}

/** Returns the file that a note describes. @throws Refusal `bill_not_ready`. */
export function billFile({ books }: ProviderContext, merchant: string, date: string, sha256: string): Buffer {
  const sql = 'SELECT content FROM bills WHERE merchant = ? AND date = ? AND sha256 = ?'
  const found = books.get<{ content: Uint8Array }>(sql, merchant, date, sha256)
  if (!found) throw new Refusal(404, 'bill_not_ready', `there is no such bill of ${date}`)
  return Buffer.from(found.content)
}

function dayOf(date: string): { start: number; end: number } {
  try {
    const day = Temporal.PlainDate.from(date)
    const start = (each: Temporal.PlainDate) => each.toZonedDateTime(sandboxRules.timeZone).epochMilliseconds
    if (day.toString() === date) return { start: start(day), end: start(day.add({ days: 1 })) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Refusal(422, 'date_invalid', 'the date must be written like 2026-11-20')
}

function rowsOf(
  { books }: ProviderContext,
  merchant: string,
  { start, end, asOf }: { readonly start: number; readonly end: number; readonly asOf: number },
): BillRow[] {
  return books.all<BillRow>(
    `SELECT 'payment' AS kind, paid_at AS at, number, number AS "order", provider_number, amount, fee, currency,
            'paid' AS status
     FROM orders WHERE merchant = ?1 AND paid_at >= ?2 AND paid_at < ?3
     UNION ALL
     SELECT 'refund', accepted_at, number, order_number, provider_number, amount, fee, currency,
            (SELECT status FROM refund_changes c WHERE c.merchant = refunds.merchant AND c.number = refunds.number
              AND c.at <= ?4 ORDER BY c.id DESC LIMIT 1)
     FROM refunds WHERE merchant = ?1 AND accepted_at >= ?2 AND accepted_at < ?3
     ORDER BY at, kind, number`,
    merchant,
    start,
    end,
    asOf,
  )
}

const inMain = (amount: bigint, currency: string) => formatMicros(amount * minorUnit(currency), currency)

function lineOf({ at, amount, fee, currency, ...row }: BillRow): string[] {
  const time = Temporal.Instant.fromEpochMilliseconds(Number(at)).toString({
    timeZone: sandboxRules.timeZone,
    smallestUnit: 'millisecond',
  })
  const amounts = [inMain(amount, currency), inMain(fee, currency)]
  return [row.kind, time, row.number, row.order, row.provider_number, ...amounts, currency, row.status]
}

function totalsOf(rows: readonly BillRow[]): string[][] {
  if (rows.length === 0) return [['total', '0', '0', '0', '0', '0', '0', '0', '']]
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, all]) => {
    const of = (kind: BillRow['kind']) => {
      const some = all.filter((row) => row.kind === kind)
      const sum = (field: 'amount' | 'fee') =>
        inMain(
          some.reduce((total, row) => total + row[field], 0n),
          currency,
        )
      return [String(some.length), sum('amount'), sum('fee')]
    }
    return ['total', String(all.length), ...of('payment'), ...of('refund'), currency]
  })
}
