/** Reads a pasted list or a file as the rows of a bulk refund. */
import type { Shapes } from '@recoup/sdk'

export type BulkRow = Shapes['BulkRefundRowsInput']['rows'][number]

/** A row with the number of the line on which it starts, counted as in an editor. */
export interface ListedRow {
  readonly line: number
  readonly row: BulkRow
}

const COLUMNS = ['charge', 'reference', 'amount', 'currency'] as const
type Column = (typeof COLUMNS)[number]

/** The maximum number of rows per request. */
export const CHUNK = 5_000

/**
 * CSV with a header that names the columns in any order. Without a header, a line is a charge or a reference, followed by an
 * amount and its currency. Tabs (copied from a spreadsheet) and semicolons separate cells as commas do. Empty cells are ignored.
 */
export function readList(text: string): ListedRow[] {
  const [first, ...others] = recordsOf(text.replace(/^\ufeff/, ''))
  if (!first) return []
  const head = first.cells.map((cell) => cell.trim().toLowerCase())
  const named = head.some((cell) => cell === 'charge' || cell === 'reference')
  const columns = named ? head.map((cell) => COLUMNS.find((column) => column === cell)) : undefined
  return (named ? others : [first, ...others]).map(({ line, cells }) => {
    const row: Partial<Record<Column, string>> = {}
    for (const [place, cell] of cells.entries()) {
      const column = columns ? columns[place] : usualColumn(place, cell)
      if (column && cell.trim() !== '') row[column] = cell.trim()
    }
    return { line, row }
  })
}

export const readRows = (text: string): BulkRow[] => readList(text).map(({ row }) => row)

function usualColumn(place: number, cell: string): Column | undefined {
  if (place === 0) return cell.trim().startsWith('chg_') ? 'charge' : 'reference'
  return place === 1 ? 'amount' : place === 2 ? 'currency' : undefined
}

interface Listed {
  readonly line: number
  readonly cells: readonly string[]
}

const LINE_END = /\r\n|\n|\r/

/** The non-empty records as cells. A quoted cell may contain separators, line breaks and doubled quotes. */
function recordsOf(text: string): Listed[] {
  const records: Listed[] = []
  let cells: string[] = []
  let start = 0
  let line = 1
  const CELL = /(?:"((?:[^"]|"")*)"|([^,;\t\r\n]*))(,|;|\t|\r\n|\n|\r|$)/gy
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text)
    if (!found) {
      // Text after a closing quote belongs to the cell unchanged.
      const rest = text.slice(start).split(LINE_END)
      records.push(...rest.map((each, i) => ({ line: line + i, cells: each.split(/[,;\t]/) })))
      cells = []
      break
    }
    const [, quoted, plain, end] = found
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end !== ',' && end !== ';' && end !== '\t') {
      records.push({ line, cells })
      line += text.slice(start, CELL.lastIndex).split(LINE_END).length - 1
      start = CELL.lastIndex
      cells = []
    }
  }
  if (cells.length > 0) records.push({ line, cells })
  return records.filter((record) => record.cells.some((cell) => cell.trim() !== ''))
}
