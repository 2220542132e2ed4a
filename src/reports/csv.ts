/** Reports as comma-separated values (RFC 4180): UTF-8 with a mark, by which spreadsheets know it, and CRLF. */
import { stringify } from 'csv-stringify/sync'

export type CsvCell = string | number | bigint | null

const NUMBER = /^-?\d+(\.\d+)?$/
/** What a spreadsheet takes for a formula; see src/ledger/export-csv.ts. */
const FORMULA = /^[\s\0]*['=+\-@\t\r\n＝＋－＠]/

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; figures stay figures. */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const safe = (cell: CsvCell) => {
    if (cell === null) return ''
    const text = String(cell)
    return NUMBER.test(text) || !FORMULA.test(text) ? text : `'${text}`
  }
  return stringify([head, ...rows.map((row) => row.map(safe))], { bom: true, record_delimiter: 'windows' })
}
