/**
 * The output of a command. The answer is written to standard output; progress, questions and remarks to standard error.
 * With `--json` standard output contains exactly one JSON document, also when the command is refused.
 */
import { styleText } from 'node:util'
import CliTable3 from 'cli-table3'

export type Cell = string | number
type Style = Parameters<typeof styleText>[0]

export class Screen {
  readonly json: boolean

  constructor(json: boolean) {
    this.json = json
  }

  /** Writes the answer: the document with `--json`, otherwise the text. */
  answer(document: unknown, text: () => string): void {
    process.stdout.write(this.json ? `${JSON.stringify(document, null, 2)}\n` : `${text()}\n`)
  }

  /** Writes a remark. */
  remark(text: string): void {
    process.stderr.write(`${text}\n`)
  }
}

/** Formats a table with a header. Columns whose name ends in `>` are right-aligned. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const drawn = new CliTable3({
    head: head.map((name) => bold(name.replace(/>$/, ''))),
    colAligns: head.map((name) => (name.endsWith('>') ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: bare,
  })
  for (const row of atTheirPoints(head, rows)) drawn.push(row)
  return indented(drawn.toString())
}

const DECIMAL = /^-?[\d,]+(?:\.(\d+))?$/

/** Aligns the amounts of a column at the decimal point, as they may have two or six decimals. */
function atTheirPoints(head: readonly string[], rows: readonly (readonly Cell[])[]): Cell[][] {
  const digits = head.map((name, column) => {
    const lengths = rows.map((row) => DECIMAL.exec(String(row[column]))?.[1]?.length ?? 0)
    return name.endsWith('>') ? Math.max(0, ...lengths) : 0
  })
  return rows.map((row) =>
    row.map((cell, column) => {
      const found = DECIMAL.exec(String(cell))
      const most = digits[column]!
      if (!found || most === 0) return cell
      return String(cell) + ' '.repeat(found[1] === undefined ? most + 1 : most - found[1].length)
    }),
  )
}

const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}

export function indented(text: string, by = '  '): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : (by + line).trimEnd()))
    .join('\n')
}

const styled = (style: Style) => (text: string) => styleText(style, text, { stream: process.stdout })

/** Colors only where standard output is a terminal that supports them (NO_COLOR, FORCE_COLOR). */
export const bold = styled('bold')
export const faint = styled('dim')
export const good = styled('green')
export const bad = styled('red')

/** Removes control characters and line breaks from external text. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`
}
