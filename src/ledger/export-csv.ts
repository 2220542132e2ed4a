/**
 * The transfers as CSV according to RFC 4180: a header, one row per transfer, CRLF, UTF-8 with a byte order mark, without
 * which Excel misreads names. Amounts are decimals in main units of the currency, always above zero, from the debited to
 * the credited account; `date` is the effective day in the tenant's time zone, other times are UTC. A balance is the sum
 * of an account's credits less its debits. Opening balances are rows of the type `opening` with one account. The columns
 * `debit` and `credit` identify an account exactly; `debitAccount` and `creditAccount` have the names of the hledger
 * journal.
 *
 * A spreadsheet interprets a field that begins with = + - @ or a tab as a formula. Such text from callers is prefixed
 * with an apostrophe, which programs that read the file have to remove
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
import { formatMicros, type Micros } from '../money/amount.ts'
import type { BookAccount, ExportedTransfer, PostingHeader } from './export-format.ts'
import { hledgerAccount } from './export-names.ts'
import { oneLine } from './export-text.ts'

const COLUMNS = [
  ...(['transfer', 'date', 'postingType', 'posting', 'charge', 'line', 'product', 'kind', 'component'] as const),
  ...(['amount', 'currency', 'debit', 'debitAccount', 'debitName', 'credit', 'creditAccount', 'creditName'] as const),
  ...(['payer', 'payerName', 'reference', 'text', 'effectiveAt', 'recordedAt'] as const),
]
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | null>>>

export const csvHeader = `\ufeff${COLUMNS.join(',')}\r\n`

/** The accounts and the name of the payer of a transfer. */
export interface CsvNames {
  readonly debit: BookAccount
  readonly credit: BookAccount
  readonly payer: string | null
}

export function csvRow(transfer: ExportedTransfer, posting: PostingHeader, names: CsvNames): string {
  const { batch, n, date, kind, component, amount, unit, effectiveAt, recordedAt } = transfer
  const { type, id, charge, line, product, payer, reference, narration } = posting
  return written({
    ...{ transfer: `${batch}-${n}`, date, postingType: type, posting: id, line, product, kind },
    charge: type === 'charge' ? id : charge,
    component: component === null ? null : String(component),
    ...{ amount: formatMicros(amount, unit), currency: unit },
    ...debitSide(transfer.debit, names.debit),
    ...creditSide(transfer.credit, names.credit),
    ...{ payer, payerName: names.payer, reference, text: narration },
    ...{ effectiveAt: effectiveAt.toISOString(), recordedAt: recordedAt.toISOString() },
  })
}

/** The opening balance of an account on a day; a negative one is a debit. */
export function csvOpening(
  date: string,
  { path, unit, opening }: { readonly path: string; readonly unit: string; readonly opening: Micros },
  account: BookAccount,
): string {
  return written({
    ...{ date, postingType: 'opening', text: 'Opening balance', currency: unit },
    amount: formatMicros(opening < 0n ? -opening : opening, unit),
    ...(opening < 0n ? debitSide(path, account) : creditSide(path, account)),
  })
}

function debitSide(path: string, account: BookAccount): Row {
  return { debit: path, debitAccount: hledgerAccount(account), debitName: account.partyName }
}

function creditSide(path: string, account: BookAccount): Row {
  return { credit: path, creditAccount: hledgerAccount(account), creditName: account.partyName }
}

function written(row: Row): string {
  return `${COLUMNS.map((column) => field(oneLine(row[column] ?? ''))).join(',')}\r\n`
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
