/**
 * The transfers as comma-separated values after RFC 4180: a header, one row a transfer, CRLF, UTF-8 without a mark.
 * Amounts are decimals in main units of the currency, always above zero, from the debited to the credited account;
 * times are UTC. A balance is the sum of an account's credits less its debits.
 *
 * A spreadsheet takes a field that begins with = + - @ or a tab for a formula. Text of others that begins so gets an
 * apostrophe in front, which a program that reads the file takes off
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

/** Some spreadsheets skip spaces in front; those set to Chinese or Japanese also read the wide forms as formulas. */
// And an apostrophe itself, so that one in front is always ours.
const FORMULA = /^[\s\0]*['=+\-@\t\r\n＝＋－＠]/

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
