/**
 * The columns of a trade bill, found by name and never by position: files of type ALL, SUCCESS and REFUND have
 * different columns, and some merchants still get the format of before 2018 (pay.weixin.qq.com "format-trade",
 * 2024-11-25: 总金额 and 企业红包金额 in place of today's 应结订单金额 and 代金券金额; an earlier version of the page has 代金券或立减优惠金额).
 */
import { Problem } from '../../problem.ts'
import type { BillSummary, BillTotals } from './bill-entry.ts'
import { TIME } from './bill-time.ts'

const AMOUNT = /^(?:-?\d+(?:\.\d+)?)?$/
const PERCENT = /^(?:-?\d+(?:\.\d+)?%)?$/
const NUMBER = /^[\w|*@.+-]*$/
const CODE = /^[A-Z0-9_/]*$/
const WORD = /^[A-Z_]+$/

/** The names of a column and the pattern of its fields; `text` columns may contain anything, separators too. */
interface Column {
  readonly names: readonly string[]
  readonly pattern?: RegExp
}

const columnTable = {
  tradeTime: { names: ['交易时间'], pattern: TIME },
  appId: { names: ['公众账号ID', '服务商的APPID', '应用ID'], pattern: NUMBER },
  merchantId: { names: ['商户号'], pattern: NUMBER },
  subMerchantId: { names: ['特约商户号', '子商户号'], pattern: NUMBER },
  device: { names: ['设备号'] },
  transactionId: { names: ['微信订单号'], pattern: NUMBER },
  orderNo: { names: ['商户订单号'], pattern: NUMBER },
  payerId: { names: ['用户标识'], pattern: NUMBER },
  tradeType: { names: ['交易类型'], pattern: WORD },
  status: { names: ['交易状态'], pattern: WORD },
  bank: { names: ['付款银行'], pattern: CODE },
  currency: { names: ['货币种类', '货币类型'], pattern: /^[A-Z]{3}$/ },
  settleAmount: { names: ['应结订单金额', '总金额'], pattern: AMOUNT },
  couponAmount: { names: ['代金券金额', '代金券或立减优惠金额', '企业红包金额'], pattern: AMOUNT },
  appliedTime: { names: ['退款申请时间'], pattern: new RegExp(`${TIME.source}|^$`) },
  succeededTime: { names: ['退款成功时间'], pattern: new RegExp(`${TIME.source}|^$`) },
  refundId: { names: ['微信退款单号'], pattern: NUMBER },
  refundNo: { names: ['商户退款单号'], pattern: NUMBER },
  settleRefundAmount: { names: ['退款金额'], pattern: AMOUNT },
  rechargeCouponRefundAmount: {
    names: ['充值券退款金额', '代金券或立减优惠退款金额', '企业红包退款金额'],
    pattern: AMOUNT,
  },
  refundType: { names: ['退款类型'], pattern: CODE },
  refundStatus: { names: ['退款状态'], pattern: CODE },
  goods: { names: ['商品名称'] },
  attach: { names: ['商户数据包'] },
  fee: { names: ['手续费'], pattern: AMOUNT },
  rate: { names: ['费率'], pattern: PERCENT },
  orderAmount: { names: ['订单金额'], pattern: AMOUNT },
  requestedRefundAmount: { names: ['申请退款金额'], pattern: AMOUNT },
  rateNote: { names: ['费率备注'] },
} as const satisfies Record<string, Column>

export type ColumnKey = keyof typeof columnTable

/** Columns without which a row is not a trade. */
const required: readonly ColumnKey[] = ['tradeTime', 'transactionId', 'orderNo', 'status', 'settleAmount', 'fee']

export interface BillHeader {
  /** Pattern of each column's fields, in file order; null for free text. */
  readonly patterns: readonly (RegExp | null)[]
  /** Index of each column present in the file. */
  readonly places: ReadonlyMap<ColumnKey, number>
  readonly type: BillSummary['type']
  /** Column names as in the file. */
  readonly names: readonly string[]
}

/** Known formats have up to 29 columns. Bounds the work per row, which grows with the number of columns. */
const COLUMNS_MAX = 100
const ANYTHING = /^/
const byName = new Map<string, ColumnKey>(
  Object.entries(columnTable).flatMap(([key, column]) => column.names.map((name) => [name, key as ColumnKey])),
)

/**
 * Parses the header line.
 * @throws Problem `bill_header_missing` when the line is not a header, `bill_column_missing` when it lacks a required
 * column, `bill_column_repeated` when a column appears twice, which would make rows ambiguous, `bill_columns_too_many`.
 */
export function readHeader(line: string): BillHeader {
  const names = headerNames(line)
  if (!names.includes('交易时间')) throw new Problem('bill_header_missing', { text: line.slice(0, 80) })
  if (/`\d{4}-\d/.test(line)) throw new Problem('bill_line_ends_missing')
  if (names.length > COLUMNS_MAX)
    throw new Problem('bill_columns_too_many', { columns: names.length, most: COLUMNS_MAX })
  const places = new Map<ColumnKey, number>()
  const patterns = names.map((name, place) => {
    const key = byName.get(name)
    if (!key) return ANYTHING
    if (places.has(key)) throw new Problem('bill_column_repeated', { column: name })
    places.set(key, place)
    return (columnTable[key] as Column).pattern ?? null
  })
  const missing = required.filter((key) => !places.has(key)).map((key) => columnTable[key].names[0])
  if (missing.length > 0) throw new Problem('bill_column_missing', { columns: missing.join(', ') })
  return { patterns, places, names, type: typeOf(places) }
}

function typeOf(places: ReadonlyMap<ColumnKey, number>): BillSummary['type'] {
  if (places.has('appliedTime')) return 'REFUND'
  return places.has('refundId') ? 'ALL' : 'SUCCESS'
}

/**
 * Splits a header. Its fields have no backquotes unless edited; published samples contain full-width commas and blanks.
 */
function headerNames(line: string): string[] {
  const names = line.split(/[,，]/).map((name) => name.replace(/^[`"]|"$|\s/g, ''))
  // A spreadsheet pads the header to the width of the widest row.
  while (names.at(-1) === '') names.pop()
  return names
}

const totalNames: Readonly<Record<keyof BillTotals, readonly string[]>> = {
  count: ['总交易单数'],
  settleAmount: ['应结订单总金额', '总交易额'],
  settleRefundAmount: ['退款总金额', '总退款金额'],
  rechargeCouponRefundAmount: ['充值券退款总金额', '总代金券或立减优惠退款金额', '总企业红包退款金额'],
  fee: ['手续费总金额', '总手续费金额'],
  orderAmount: ['订单总金额'],
  requestedRefundAmount: ['申请退款总金额'],
}

const totalByName = new Map<string, keyof BillTotals>(
  Object.entries(totalNames).flatMap(([key, names]) => names.map((name) => [name, key as keyof BillTotals])),
)

/** A column of the summary: its name as in the file, and the total that it states. */
export interface SummaryColumn {
  readonly name: string
  readonly key: keyof BillTotals | null
}

/** Parses a summary header into its columns, in file order; null when the line is not a summary header. */
export function readSummaryHeader(line: string): SummaryColumn[] | null {
  if (!/^[`"]?总交易单数/.test(line)) return null
  return headerNames(line).map((name) => ({ name, key: totalByName.get(name) ?? null }))
}
