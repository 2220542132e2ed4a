/** A list of charges that was pasted or taken from a file, as rows of a bulk refund. */
import type { Shapes } from '@recoup/sdk'

export type BulkRow = Shapes['BulkRefundRows']['rows'][number]

const COLUMNS = ['charge', 'reference', 'amount', 'currency'] as const
type Column = (typeof COLUMNS)[number]

/** Rows that one request may carry. */
export const CHUNK = 5_000

/**
 * CSV with a head that names its columns, in any order; without a head, a line is a charge or a reference, then an amount
 * and its currency. Tabs, as a spreadsheet copies them, and semicolons part as commas do. Empty cells say nothing.
 */
export function readRows(text: string): BulkRow[] {
  const [first, ...others] = cellsOf(text.replace(/^\ufeff/, ''))
  if (!first) return []
  const head = first.map((cell) => cell.trim().toLowerCase())
  const named = head.some((cell) => cell === 'charge' || cell === 'reference')
  const columns = named ? head.map((cell) => COLUMNS.find((column) => column === cell)) : undefined
  return (named ? others : [first, ...others]).map((cells) => {
    const row: Partial<Record<Column, string>> = {}
    for (const [place, cell] of cells.entries()) {
      const column = columns ? columns[place] : usualColumn(place, cell)
      if (column && cell.trim() !== '') row[column] = cell.trim()
    }
    return row
  })
}

function usualColumn(place: number, cell: string): Column | undefined {
  if (place === 0) return cell.trim().startsWith('chg_') ? 'charge' : 'reference'
  return place === 1 ? 'amount' : place === 2 ? 'currency' : undefined
}

/** Lines that say something, as cells; a cell in quotes may hold separators, ends of lines and doubled quotes. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const CELL = /(?:"((?:[^"]|"")*)"|([^,;\t\r\n]*))(,|;|\t|\r\n|\n|\r|$)/gy
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text)
    // What follows a closing quote belongs to its cell as it stands.
    if (!found)
      return [
        ...lines,
        ...text
          .split(/\r?\n/)
          .slice(lines.length)
          .map((rest) => rest.split(/[,;\t]/)),
      ]
    const [, quoted, plain, end] = found
    line.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end !== ',' && end !== ';' && end !== '\t') {
      lines.push(line)
      line = []
    }
  }
  if (line.length > 0) lines.push(line)
  return lines.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}
