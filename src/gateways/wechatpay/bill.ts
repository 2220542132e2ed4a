/**
 * A streaming reader of WeChat Pay's daily trade bill. Format: pay.weixin.qq.com "products/bill-download/format-trade"
 * (2024-11-25): header, rows, summary header, summary; UTF-8; yuan with two decimals, fees with five. The order of rows
 * is undefined. A line that can't be parsed becomes an entry with its line number, never a guess.
 */
import { type Micros, parseMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import type { BillBadRow, BillDifference, BillEntry, BillSummary, BillTotals } from './bill-entry.ts'
import { type BillHeader, readHeader, readSummaryHeader, type SummaryColumn } from './bill-header.ts'
import { type BillLine, type ByteSource, readLines } from './bill-lines.ts'
import { type ReadRow, readRow, splitRow } from './bill-row.ts'

export type * from './bill-entry.ts'

export interface BillOptions {
  /**
   * Maximum line length; longer lines are bad rows. A typical row has some 300 bytes, one with the longest texts 2,000.
   */
  readonly lineBytesMax?: number
}

const LINE_BYTES_MAX = 64 * 1024

/**
 * Reads a trade bill of any size, gzipped or not, in constant memory: yields a `payment`, `refund` or `revoked` for
 * every parsed row, a `bad` for every other line, and one `summary` at the end.
 * @throws Problem `bill_header_missing`, `bill_column_missing`, `bill_encoding_invalid` or `bill_gzip_invalid` when
 * nothing of the file can be read. A file truncated later ends with a bad row and an incomplete summary.
 */
export async function* parseTradeBill(
  input: ByteSource,
  options: BillOptions = {},
): AsyncGenerator<BillEntry, void, undefined> {
  const reader = new BillReader()
  try {
    for await (const lines of readLines(input, options.lineBytesMax ?? LINE_BYTES_MAX)) {
      for (const line of lines) {
        const entry = reader.read(line)
        if (entry) yield entry
      }
    }
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'bill_gzip_invalid' && reader.started)) throw error
    yield reader.bad(error)
  }
  yield* reader.end()
}

type TotalKey = keyof ReadRow['adds']

class BillReader {
  private header: BillHeader | null = null
  private summaryHeader: SummaryColumn[] | null = null
  private summarySeen = false
  private stated: Partial<BillTotals> | null = null
  private badCount = 0
  private line: Pick<BillLine, 'number' | 'text'> = { number: 0, text: '' }
  private readonly sums = {
    count: 0,
    settleAmount: 0n,
    settleRefundAmount: 0n,
    rechargeCouponRefundAmount: 0n,
    fee: 0n,
    orderAmount: 0n,
    requestedRefundAmount: 0n,
  }

  /** Whether the header was read. */
  get started(): boolean {
    return this.header !== null
  }

  read(line: BillLine): BillEntry | null {
    if (line.fault === null && line.text.trim() === '') return null
    this.line = line
    if (!this.header) {
      if (line.fault === 'not-utf8') throw new Problem('bill_encoding_invalid', { line: line.number })
      this.header = readHeader(line.text)
      return null
    }
    try {
      return this.understand(line, this.header)
    } catch (error) {
      if (error instanceof Problem) return this.bad(error)
      throw error
    }
  }

  private understand(line: BillLine, header: BillHeader): BillEntry | null {
    if (line.fault === 'too-long') throw new Problem('bill_line_too_long', { line: line.number })
    if (line.fault === 'not-utf8' && line.ended) throw new Problem('bill_encoding_invalid', { line: line.number })
    if (this.summarySeen) throw new Problem('bill_row_after_summary')
    if (this.summaryHeader) {
      this.summarySeen = true
      this.stated = readSummary(line.text, this.summaryHeader)
      return null
    }
    this.summaryHeader = readSummaryHeader(line.text)
    if (this.summaryHeader) return null
    // Without a line end and a summary after it, it is unknown how much of this row is missing.
    if (!line.ended) throw new Problem('bill_row_cut')
    const { entry, adds } = readRow(line.number, splitRow(line.text, header.patterns), header)
    this.add(adds)
    return entry
  }

  private add(adds: ReadRow['adds']): void {
    this.sums.count += 1
    for (const key of Object.keys(adds) as TotalKey[]) this.sums[key] += adds[key]
  }

  bad(problem: Problem): BillBadRow {
    this.badCount += 1
    return {
      kind: 'bad',
      line: this.line.number,
      code: problem.code,
      params: problem.params,
      message: problem.detail('en'),
      text: this.line.text.slice(0, 120),
      ...(this.summarySeen && this.stated === null && { ofSummary: true }),
    }
  }

  *end(): Generator<BillEntry, void, undefined> {
    if (!this.header) throw new Problem('bill_header_missing', { text: '' })
    if (!this.summarySeen) yield this.bad(new Problem('bill_summary_missing', { line: this.line.number }))
    yield this.summary()
  }

  private summary(): BillSummary {
    const { stated, badCount } = this
    const computed = { ...this.sums }
    const fields = Object.keys(computed) as (keyof BillTotals)[]
    const differences = fields.flatMap((field): BillDifference[] => {
      const said = stated?.[field]
      return said === undefined || said === computed[field] ? [] : [{ field, stated: said, computed: computed[field] }]
    })
    return {
      kind: 'summary',
      type: this.header!.type,
      stated,
      computed,
      complete: stated !== null,
      bad: badCount,
      differences,
    }
  }
}

/** @throws Problem `bill_row_shape`, `bill_field_invalid`. */
function readSummary(line: string, header: readonly SummaryColumn[]): Partial<BillTotals> {
  // No total is empty or has quotes: both come from a spreadsheet, which pads and quotes.
  const row = line.replace(/,+$/, '').replaceAll('"', '')
  const marked = row.startsWith('`') ? row.slice(1).split(',`') : []
  const fields =
    marked.length === header.length ? marked : row.split(',').map((field) => field.replace(/^`/, '').trim())
  if (fields.length !== header.length) {
    throw new Problem('bill_row_shape', { expected: header.length, got: fields.length })
  }
  const totals: Partial<Record<keyof BillTotals, Micros | number>> = {}
  header.forEach(({ name, key }, place) => {
    if (key) totals[key] = key === 'count' ? readCount(name, fields[place]!) : readTotal(name, fields[place]!)
  })
  return totals as Partial<BillTotals>
}

function readCount(column: string, field: string): number {
  const text = field.trim()
  if (!/^\d{1,15}$/.test(text)) throw new Problem('bill_field_invalid', { column, value: text.slice(0, 40) })
  return Number(text)
}

function readTotal(column: string, field: string): Micros {
  try {
    return parseMicros(field.trim())
  } catch {
    throw new Problem('bill_field_invalid', { column, value: field.trim().slice(0, 40) })
  }
}
