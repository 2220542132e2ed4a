/**
 * A streaming reader of WeChat Pay's fund-flow bill (资金账单): every change of one account's balance in a day. Columns and
 * summary: pay.weixin.qq.com "products/bill-download/format-fundflow". The file downloaded from the merchant platform
 * has no backquotes and no 收支类型; there the amounts are signed.
 */
import { formatMicros, type Micros, parseMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { type ByteSource, readLines } from './bill-lines.ts'
import { splitRow } from './bill-row.ts'
import { instantOf, TIME } from './bill-time.ts'

/** A change of the balance. Amounts are micros of CNY, the only currency of these accounts. */
interface FundMovement {
  readonly kind: 'movement'
  readonly line: number
  /** 记账时间 as an instant; the file is in Asia/Shanghai. */
  readonly at: string
  /** 微信支付业务单号: of the payment or refund; empty for some kinds of business. */
  readonly businessNumber: string
  /** 资金流水单号. */
  readonly flowNumber: string
  /** 业务名称: 交易, 退款, 提现 …; an open list. */
  readonly name: string
  /** 业务类型: 交易, 扣除交易手续费, 退款 …; an open list. */
  readonly type: string
  /** 收支金额: positive for income, negative for expenses. */
  readonly amount: Micros
  /** 账户结余 after this movement. */
  readonly balance: Micros
  /** 资金变更提交申请人. */
  readonly applicant: string
  /** 备注. */
  readonly note: string
  /** 业务凭证号. */
  readonly voucher: string
}

interface FundTotals {
  readonly count: number
  readonly incomeCount: number
  readonly income: Micros
  readonly expenseCount: number
  readonly expense: Micros
}

/** Always the last entry. Its totals equal those of the rows, and the opening balance and the rows give the closing one. */
interface FundSummary {
  readonly kind: 'summary'
  readonly totals: FundTotals
  /** Null in a bill without movements, which states no balance. */
  readonly opening: Micros | null
  readonly closing: Micros | null
}

export type FundEntry = FundMovement | FundSummary

/** The longest texts have some 500 bytes. */
const LINE_BYTES_MAX = 16 * 1024
const COLUMNS_MAX = 40
const SUMMARY_START = '资金流水总笔数'

const ANYTHING = /^/
const NUMBER = /^[\w|*@.+-]*$/
const AMOUNT = /^[+-]?\d+(?:\.\d+)?$/

const COLUMNS = {
  at: ['记账时间', TIME],
  businessNumber: ['微信支付业务单号', NUMBER],
  flowNumber: ['资金流水单号', NUMBER],
  name: ['业务名称', ANYTHING],
  type: ['业务类型', ANYTHING],
  direction: ['收支类型', /^(?:收入|支出)$/],
  amount: ['收支金额', AMOUNT],
  balance: ['账户结余', AMOUNT],
  applicant: ['资金变更提交申请人', ANYTHING],
  note: ['备注', null],
  voucher: ['业务凭证号', NUMBER],
} as const satisfies Record<string, readonly [string, RegExp | null]>

type ColumnKey = keyof typeof COLUMNS

const REQUIRED: readonly ColumnKey[] = ['at', 'businessNumber', 'flowNumber', 'name', 'type', 'amount', 'balance']

const TOTALS: Readonly<Record<keyof FundTotals, string>> = {
  count: SUMMARY_START,
  incomeCount: '收入笔数',
  income: '收入金额',
  expenseCount: '支出笔数',
  expense: '支出金额',
}

/**
 * Reads a fund-flow bill of any size, gzipped or not, in constant memory. Unlike a trade bill it is refused as a whole
 * at the first fault, because the balances only prove it whole.
 * @throws Problem `fund_bill_header_missing`, `bill_column_missing`, `bill_column_repeated`, `bill_columns_too_many`,
 * `bill_line_refused` (a row that can't be read), `fund_bill_balance_differs`, `fund_bill_total_differs`,
 * `bill_summary_missing`; those of {@link readLines}.
 */
export async function* parseFundBill(input: ByteSource): AsyncGenerator<FundEntry, void, undefined> {
  const reader = new FundBillReader()
  for await (const lines of readLines(input, LINE_BYTES_MAX)) {
    for (const line of lines) {
      if (line.fault === 'too-long') throw new Problem('bill_line_too_long', { line: line.number })
      if (line.fault === 'not-utf8') throw new Problem('bill_encoding_invalid', { line: line.number })
      if (line.text.trim() === '') continue
      const movement = reader.read(line.text, line.number)
      if (movement) yield movement
    }
  }
  yield reader.summary()
}

class FundBillReader {
  #header: Header | null = null
  #totalNames: readonly string[] | null = null
  #stated: FundTotals | null = null
  #line = 0
  readonly #balances = new Balances()
  readonly #sums = { count: 0, incomeCount: 0, income: 0n, expenseCount: 0, expense: 0n }

  read(text: string, line: number): FundMovement | null {
    this.#line = line
    if (!this.#header) {
      this.#header = readHeader(text)
      return null
    }
    try {
      return this.#understand(text, this.#header)
    } catch (error) {
      if (!(error instanceof Problem) || error.code.startsWith('fund_bill')) throw error
      throw new Problem('bill_line_refused', { line, reason: error.detail('en') })
    }
  }

  #understand(text: string, header: Header): FundMovement | null {
    if (this.#stated) throw new Problem('bill_row_after_summary')
    if (this.#totalNames) {
      this.#stated = readTotals(text, this.#totalNames)
      return null
    }
    if (text.replace(/^[`"]+/, '').startsWith(SUMMARY_START)) {
      this.#totalNames = columnNames(text)
      return null
    }
    const movement = readMovement(splitRow(text, header.patterns), header, this.#line)
    this.#balances.add(movement)
    this.#count(movement.amount)
    return movement
  }

  #count(amount: Micros): void {
    this.#sums.count += 1
    this.#sums[amount < 0n ? 'expenseCount' : 'incomeCount'] += 1
    if (amount < 0n) this.#sums.expense -= amount
    else this.#sums.income += amount
  }

  summary(): FundSummary {
    if (!this.#header) throw new Problem('fund_bill_header_missing', { text: '' })
    if (!this.#stated) throw new Problem('bill_summary_missing', { line: this.#line })
    for (const key of Object.keys(TOTALS) as (keyof FundTotals)[]) {
      const [stated, computed] = [this.#stated[key], this.#sums[key]]
      if (stated !== computed)
        throw new Problem('fund_bill_total_differs', {
          column: TOTALS[key],
          stated: amountText(stated),
          computed: amountText(computed),
        })
    }
    return { kind: 'summary', totals: { ...this.#sums }, ...this.#balances.ends() }
  }
}

/** Proves that balances run on from row to row, in files sorted by time and in files with the latest row first. */
class Balances {
  #first: FundMovement | null = null
  #last: FundMovement | null = null
  #ascending = true
  #descending = true

  /** @throws Problem `fund_bill_balance_differs`. */
  add(movement: FundMovement): void {
    const last = this.#last
    this.#first ??= movement
    this.#last = movement
    if (!last) return
    const expected = last.balance + movement.amount
    const wasDescending = this.#descending && !this.#ascending
    this.#ascending &&= expected === movement.balance
    this.#descending &&= movement.balance + last.amount === last.balance
    if (this.#ascending || this.#descending) return
    throw new Problem('fund_bill_balance_differs', {
      line: movement.line,
      stated: amountText(movement.balance),
      computed: amountText(wasDescending ? last.balance - last.amount : expected),
    })
  }

  ends(): Pick<FundSummary, 'opening' | 'closing'> {
    const [earliest, latest] = this.#ascending ? [this.#first, this.#last] : [this.#last, this.#first]
    if (!earliest || !latest) return { opening: null, closing: null }
    return { opening: earliest.balance - earliest.amount, closing: latest.balance }
  }
}

interface Header {
  readonly patterns: readonly (RegExp | null)[]
  readonly places: ReadonlyMap<ColumnKey, number>
}

const keyByName = new Map(Object.entries(COLUMNS).map(([key, [name]]) => [name as string, key as ColumnKey]))

function readHeader(line: string): Header {
  const names = columnNames(line)
  if (!names.includes(COLUMNS.at[0])) throw new Problem('fund_bill_header_missing', { text: line.slice(0, 80) })
  if (names.length > COLUMNS_MAX)
    throw new Problem('bill_columns_too_many', { columns: names.length, most: COLUMNS_MAX })
  const places = new Map<ColumnKey, number>()
  const patterns = names.map((name, place) => {
    const key = keyByName.get(name)
    if (!key) return ANYTHING
    if (places.has(key)) throw new Problem('bill_column_repeated', { column: name })
    places.set(key, place)
    return COLUMNS[key][1]
  })
  const missing = REQUIRED.filter((key) => !places.has(key)).map((key) => COLUMNS[key][0])
  if (missing.length > 0) throw new Problem('bill_column_missing', { columns: missing.join(', ') })
  return { patterns, places }
}

/** Splits a header and drops the unit, which files write as （元）, (元) or not at all. */
function columnNames(line: string): string[] {
  const names = line.split(/[,，]/).map((name) => name.replace(/[`"\s]|[（(]元[）)]/g, ''))
  while (names.at(-1) === '') names.pop()
  return names
}

function readMovement(fields: readonly string[], { places }: Header, line: number): FundMovement {
  const text = (key: ColumnKey): string => (fields[places.get(key) ?? -1] ?? '').trim()
  const invalid = (key: ColumnKey) =>
    new Problem('bill_field_invalid', { column: COLUMNS[key][0], value: text(key).slice(0, 40) })
  const at = instantOf(text('at'))
  if (!at) throw invalid('at')
  const money = (key: ColumnKey): Micros => {
    if (!AMOUNT.test(text(key))) throw invalid(key)
    return parseMicros(text(key).replace(/^\+/, ''))
  }
  // A number in the form 4.2E+27 has been through a spreadsheet, which lost its digits.
  for (const key of ['businessNumber', 'flowNumber'] as const)
    if (!NUMBER.test(text(key)) || /^\d(?:\.\d+)?E\+?\d+$/i.test(text(key))) throw invalid(key)
  if (text('flowNumber') === '') throw invalid('flowNumber')
  const stated = money('amount')
  const direction = text('direction')
  if (places.has('direction') && direction !== '收入' && direction !== '支出') throw invalid('direction')
  if (places.has('direction') && stated < 0n) throw invalid('amount')
  return {
    kind: 'movement',
    line,
    at,
    businessNumber: text('businessNumber'),
    flowNumber: text('flowNumber'),
    name: text('name'),
    type: text('type'),
    amount: direction === '支出' ? -stated : stated,
    balance: money('balance'),
    applicant: text('applicant'),
    note: text('note'),
    voucher: text('voucher'),
  }
}

function readTotals(line: string, names: readonly string[]): FundTotals {
  const fields = line.split(',').map((field) => field.replace(/[`"]/g, '').trim())
  const field = (key: keyof FundTotals, pattern: RegExp): string => {
    const value = fields[names.indexOf(TOTALS[key])] ?? ''
    if (!pattern.test(value))
      throw new Problem('bill_field_invalid', { column: TOTALS[key], value: value.slice(0, 40) })
    return value
  }
  // Counts are written as decimals: "20.0".
  const count = (key: keyof FundTotals) => Number(field(key, /^\d{1,12}(?:\.0+)?$/))
  const amount = (key: keyof FundTotals) => parseMicros(field(key, /^\d+(?:\.\d+)?$/))
  return {
    count: count('count'),
    incomeCount: count('incomeCount'),
    income: amount('income'),
    expenseCount: count('expenseCount'),
    expense: unsigned(parseMicros(field('expense', AMOUNT))),
  }
}

/** The platform's file may state its expenses as a negative sum, as it does in its rows. */
const unsigned = (micros: Micros): Micros => (micros < 0n ? -micros : micros)

function amountText(value: Micros | number): string {
  return typeof value === 'number' ? String(value) : formatMicros(value, 'CNY')
}
