/** Parses a detail row: assigns its fields to columns, then converts them into an entry. */
import { parse } from 'csv-parse/sync'
import { type Micros, parseMicros } from '../../money/amount.ts'
import { parseRate, type Rate, ratio } from '../../money/rate.ts'
import { Problem } from '../../problem.ts'
import type { BillDetail, BillPayment, BillReturn, BillTotals, BillTrade } from './bill-entry.ts'
import type { BillHeader, ColumnKey } from './bill-header.ts'
import { instantOf } from './bill-time.ts'

/** Maximum number of separators within the free text of a row; rows with more are rejected. */
const EXTRA_MAX = 100

/**
 * Splits a row into fields in column order. With backquotes fields end at ",`", otherwise at a comma. Names of goods
 * may contain either, which yields too many fields; then the positions of the amounts, times and codes around the free
 * text decide. Rows with two assignments that differ in more than free text are rejected.
 * @throws Problem `bill_row_shape`, `bill_row_ambiguous`.
 */
export function splitRow(line: string, patterns: BillHeader['patterns']): string[] {
  const separator = line.startsWith('`') ? ',`' : ','
  // Commas after the last backquote are a spreadsheet's padding.
  const fields = separator === ',' ? line.split(separator) : line.slice(1).replace(/,+$/, '').split(separator)
  const quoted = splitQuoted(line, patterns)
  if (quoted) {
    const differs = patterns.some((pattern, place) => pattern && quoted[place] !== fields[place])
    if (differs && matches(fields, patterns)) throw new Problem('bill_row_ambiguous', { extra: 0 })
    return quoted
  }
  if (fields.length === patterns.length) return fields
  if (fields.length < patterns.length || fields.length > patterns.length + EXTRA_MAX) {
    throw new Problem('bill_row_shape', { expected: patterns.length, got: fields.length })
  }
  const ways = placements(fields, patterns)
  if (ways.length === 0) throw new Problem('bill_row_shape', { expected: patterns.length, got: fields.length })
  if (ways.length > 1) throw new Problem('bill_row_ambiguous', { extra: fields.length - patterns.length })
  return join(fields, patterns, ways[0]!, separator)
}

/**
 * Splits a row saved by a spreadsheet, which quotes fields that contain commas or quotes, keeps or drops the backquotes
 * before them, and pads rows to one width. Null when the row does not read as one.
 */
function splitQuoted(line: string, patterns: BillHeader['patterns']): string[] | null {
  const isMarked = /^"?`/.test(line)
  if (!line.includes(isMarked ? '"`' : '"')) return null
  try {
    const [parsed] = parse(line, { relax_column_count: true }) as string[][]
    const fields = isMarked ? parsed!.map((field) => field.replace(/^`/, '')) : parsed!
    while (fields.length > patterns.length && fields.at(-1) === '') fields.pop()
    return matches(fields, patterns) ? fields : null
  } catch {
    return null
  }
}

function matches(fields: readonly string[], patterns: BillHeader['patterns']): boolean {
  return (
    fields.length === patterns.length &&
    patterns.every((pattern, place) => pattern?.test(fields[place]!.trim()) ?? true)
  )
}

/**
 * Returns how many fields each run of adjacent text columns takes, for at most two assignments that fit all other
 * columns.
 */
function placements(fields: readonly string[], patterns: BillHeader['patterns']): number[][] {
  const ways: number[][] = []
  // Positions without a solution are not searched again: the time grows with columns × fields, not exponentially.
  const dead = new Set<number>()
  const search = (column: number, field: number, taken: readonly number[]): void => {
    const position = column * (fields.length + 1) + field
    if (ways.length > 1 || dead.has(position)) return
    const before = ways.length
    advance(column, field, taken)
    if (ways.length === before) dead.add(position)
  }
  const advance = (column: number, field: number, taken: readonly number[]): void => {
    if (column === patterns.length) {
      if (field === fields.length) ways.push([...taken])
      return
    }
    const pattern = patterns[column]
    if (pattern) {
      if (pattern.test(fields[field]!.trim())) search(column + 1, field + 1, taken)
      return
    }
    const width = runWidth(patterns, column)
    const most = fields.length - field - (patterns.length - column - width)
    for (let take = width; take <= most; take += 1) search(column + width, field + take, [...taken, take])
  }
  search(0, 0, [])
  return ways
}

function runWidth(patterns: BillHeader['patterns'], column: number): number {
  let width = 1
  while (patterns[column + width] === null) width += 1
  return width
}

function join(
  fields: string[],
  patterns: BillHeader['patterns'],
  taken: readonly number[],
  separator: string,
): string[] {
  const row: string[] = []
  let field = 0
  let run = 0
  while (row.length < patterns.length) {
    if (patterns[row.length]) {
      row.push(fields[field]!)
      field += 1
      continue
    }
    const width = runWidth(patterns, row.length)
    const take = taken[run]!
    row.push(...joinRun(fields.slice(field, field + take), width, separator))
    field += take
    run += 1
  }
  return row
}

/**
 * Joins the fields of the adjacent columns goods and attach. A comma can't be attributed to either with certainty: text
 * that starts like JSON is taken as the attach, everything else as the goods.
 */
function joinRun(fields: string[], width: number, separator: string): string[] {
  const spare = fields.length - width
  if (width === 2 && separator === ',') {
    const start = fields.findIndex((text, index) => index > 0 && index <= spare && /^\s*[{[]/.test(text))
    if (start > 0 && isJson(fields.slice(start).join(','))) {
      return [fields.slice(0, start).join(','), fields.slice(start).join(',')]
    }
  }
  return [fields.slice(0, spare + 1).join(separator), ...fields.slice(spare + 1)]
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The fields of a row by column. */
class RowFields {
  private readonly fields: readonly string[]
  private readonly header: BillHeader

  constructor(fields: readonly string[], header: BillHeader) {
    this.fields = fields
    this.header = header
  }

  has(key: ColumnKey): boolean {
    return this.header.places.has(key)
  }

  /** Returns the text as in the file; empty when the column is missing. */
  raw(key: ColumnKey): string {
    const place = this.header.places.get(key)
    return place === undefined ? '' : this.fields[place]!
  }

  text(key: ColumnKey): string {
    return this.raw(key).trim()
  }

  /**
   * Returns an identifier. "4.2E+27", which a spreadsheet makes of a long number, has lost its digits and is rejected.
   */
  number(key: ColumnKey): string {
    const text = this.text(key)
    if (text === '' || text === '0' || /^\d(?:\.\d+)?E\+?\d+$/i.test(text)) throw this.invalid(key)
    return text
  }

  /** Like {@link number}, but the file may have 0 or nothing. */
  optionalNumber(key: ColumnKey): string | undefined {
    const text = this.text(key)
    return text === '' || text === '0' ? undefined : this.number(key)
  }

  fee(): Micros {
    return this.micros('fee')
  }

  /** Returns a non-negative amount; zero when the column is missing or empty. */
  amount(key: ColumnKey): Micros {
    const text = this.text(key)
    if (text === '' || text === '0.00') return 0n
    const amount = this.micros(key)
    if (amount < 0n) throw this.invalid(key)
    return amount
  }

  private micros(key: ColumnKey): Micros {
    try {
      return parseMicros(this.text(key))
    } catch {
      throw this.invalid(key)
    }
  }

  rate(): Rate | null {
    const text = this.text('rate')
    if (text === '') return null
    if (!text.endsWith('%')) throw this.invalid('rate')
    try {
      const percent = parseRate(text.slice(0, -1))
      return ratio(percent.numerator, percent.denominator * 100n)
    } catch {
      throw this.invalid('rate')
    }
  }

  time(key: ColumnKey): string {
    const instant = instantOf(this.text(key))
    if (!instant) throw this.invalid(key)
    return instant
  }

  optionalTime(key: ColumnKey): string | undefined {
    return this.text(key) === '' ? undefined : this.time(key)
  }

  invalid(key: ColumnKey): Problem {
    const column = this.header.names[this.header.places.get(key) ?? -1] ?? key
    return new Problem('bill_field_invalid', { column, value: this.text(key).slice(0, 40) })
  }
}

/** A parsed row with its contribution to the totals. */
export interface ReadRow {
  readonly entry: BillDetail
  readonly adds: Omit<BillTotals, 'count'>
}

/** @throws Problem `bill_field_invalid`, `bill_status_unknown`. */
export function readRow(line: number, fields: readonly string[], header: BillHeader): ReadRow {
  const row = new RowFields(fields, header)
  const settleAmount = row.amount('settleAmount')
  const settleRefundAmount = row.amount('settleRefundAmount')
  const adds = {
    settleAmount,
    settleRefundAmount,
    rechargeCouponRefundAmount: row.amount('rechargeCouponRefundAmount'),
    fee: row.fee(),
    orderAmount: row.has('orderAmount') ? row.amount('orderAmount') : settleAmount,
    requestedRefundAmount: row.has('requestedRefundAmount') ? row.amount('requestedRefundAmount') : settleRefundAmount,
  }
  return { entry: entryOf(readTrade(line, row, adds.fee), row, adds), adds }
}

function entryOf(trade: BillTrade, row: RowFields, adds: ReadRow['adds']): BillDetail {
  const { settleAmount, orderAmount } = adds
  switch (row.text('status')) {
    case 'SUCCESS':
      return payment(trade, row, adds)
    case 'REFUND': {
      const refundId = row.number('refundId')
      return { kind: 'refund', ...trade, ...readReturn(row, adds), refundId, refundNo: row.number('refundNo') }
    }
    case 'REVOKED': {
      const refundId = row.optionalNumber('refundId')
      const refundNo = row.optionalNumber('refundNo')
      const numbers = { ...(refundId && { refundId }), ...(refundNo && { refundNo }) }
      return { kind: 'revoked', ...trade, ...readReturn(row, adds), ...numbers, settleAmount, orderAmount }
    }
    default:
      throw new Problem('bill_status_unknown', { value: row.text('status').slice(0, 40) })
  }
}

function payment(trade: BillTrade, row: RowFields, adds: ReadRow['adds']): BillPayment {
  const { settleAmount, orderAmount } = adds
  if (row.text('settleAmount') === '') throw row.invalid('settleAmount')
  const couponAmount = row.amount('couponAmount')
  const prepaid = couponAmount - (orderAmount - settleAmount)
  const rechargeCouponAmount = prepaid > 0n ? prepaid : 0n
  return { kind: 'payment', ...trade, settleAmount, orderAmount, couponAmount, rechargeCouponAmount }
}

function readReturn(row: RowFields, adds: ReadRow['adds']): BillReturn {
  const appliedTime = row.optionalTime('appliedTime')
  const succeededTime = row.optionalTime('succeededTime')
  return {
    settleRefundAmount: adds.settleRefundAmount,
    requestedRefundAmount: adds.requestedRefundAmount,
    rechargeCouponRefundAmount: adds.rechargeCouponRefundAmount,
    refundType: row.text('refundType'),
    refundStatus: row.text('refundStatus'),
    ...(appliedTime && { appliedTime }),
    ...(succeededTime && { succeededTime }),
  }
}

function readTrade(line: number, row: RowFields, fee: Micros): BillTrade {
  const subMerchantId = row.optionalNumber('subMerchantId')
  const currency = row.has('currency') ? row.text('currency') : 'CNY'
  if (!/^[A-Z]{3}$/.test(currency)) throw row.invalid('currency')
  return {
    line,
    tradeTime: row.time('tradeTime'),
    appId: row.text('appId'),
    merchantId: row.text('merchantId'),
    ...(subMerchantId && { subMerchantId }),
    device: row.text('device'),
    transactionId: row.number('transactionId'),
    orderNo: row.number('orderNo'),
    payerId: row.text('payerId'),
    tradeType: row.text('tradeType'),
    bank: row.text('bank'),
    currency,
    goods: row.raw('goods'),
    attach: row.raw('attach'),
    fee,
    rate: row.rate(),
    rateText: row.text('rate'),
    rateNote: row.text('rateNote'),
  }
}
