/** Reports as comma-separated values (RFC 4180): UTF-8 with a byte order mark, which spreadsheets need, and CRLF. */
import { stringify } from 'csv-stringify/sync'

export type CsvCell = string | number | bigint | null

const NUMBER = /^-?\d+(\.\d+)?$/
/** Text that a spreadsheet would evaluate as a formula; see src/ledger/export-csv.ts. */
const FORMULA = /^[\s\0]*['=+\-@\t\r\n＝＋－＠]/

/**
 * Formats rows as CSV. Text that a spreadsheet would evaluate as a formula is prefixed with an apostrophe; numbers are
 * not.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const safe = (cell: CsvCell) => {
    if (cell === null) return ''
    const text = String(cell)
    return NUMBER.test(text) || !FORMULA.test(text) ? text : `'${text}`
  }
  return stringify([head, ...rows.map((row) => row.map(safe))], { bom: true, record_delimiter: 'windows' })
}
