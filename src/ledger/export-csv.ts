/**
 * The transfers as CSV according to RFC 4180: a header, one row per transfer, CRLF, UTF-8 without a byte order mark.
 * Amounts are decimals in main units of the currency, always above zero, from the debited to the credited account;
 * times are UTC. A balance is the sum of an account's credits less its debits.
 *
 * A spreadsheet interprets a field that begins with = + - @ or a tab as a formula. Such text from callers is prefixed
 * with an apostrophe, which programs that read the file have to remove
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
import { formatMicros } from '../money/amount.ts'
import type { ExportedTransfer, PostingHeader } from './export-format.ts'

const COLUMNS = [
  'transfer',
  'postingType',
  'posting',
  'kind',
  'component',
  'debit',
  'credit',
  'amount',
  'currency',
  'effectiveAt',
  'recordedAt',
]

export const csvHeader = `${COLUMNS.join(',')}\r\n`

export function csvRow(transfer: ExportedTransfer, { type, id }: PostingHeader): string {
  const { batch, n, kind, component, debit, credit, amount, unit, effectiveAt, recordedAt } = transfer
  const fields = [
    `${batch}-${n}`,
    type,
    id,
    field(kind),
    component ?? '',
    field(debit),
    field(credit),
    formatMicros(amount, unit),
    unit,
    effectiveAt.toISOString(),
    recordedAt.toISOString(),
  ]
  return `${fields.join(',')}\r\n`
}

/**
 * Some spreadsheets skip leading spaces; in Chinese or Japanese locales they also accept full-width forms. A leading
 * apostrophe is prefixed as well, so that removing one is always correct.
 */
const FORMULA = /^[\s\0]*['=+\-@\t\r\n＝＋－＠]/

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
