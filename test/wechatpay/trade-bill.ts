/**
 * The fake's daily bill: https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-trade.html. Created at
 * nine the next morning; a refund is on the day it was accepted, always with the status it had then.
 */
import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beijing, beijingDay } from './clock.ts'
import { payerOf } from './orders.ts'
import { type Fields, invalidRequest, Refusal, text } from './refusal.ts'
import type { FakeOrder, FakeRefund, RefundStatus, State } from './state.ts'

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'
const MADE_HOUR = 9
const FETCHED_HOUR = 10
const KEPT_DAYS = 92
/** Validity of a download address. */
const ADDRESS_SECONDS = 300

export interface BillFiles {
  readonly files: Map<string, { readonly bytes: Buffer; readonly until: Date }>
  /** Writes a bill differently, before its digest is calculated. */
  rewrite: ((bill: string) => string) | null
}

export function applyForBill(state: State, { files, rewrite }: BillFiles, query: Fields, baseUrl: string): Fields {
  const date = text(query, 'bill_date', /^\d{4}-\d\d-\d\d$/)
  const packed = query.tar_type === 'GZIP'
  const now = state.clock.now()
  const next = new Date(`${date}T00:00:00+08:00`).getTime() + 86_400_000
  if (now.getTime() < next + FETCHED_HOUR * 3_600_000) throw new Refusal(400, 'STATEMENT_CREATING', '账单生成中')
  if (now.getTime() > next + KEPT_DAYS * 86_400_000) throw invalidRequest('只能下载三个月以内的账单')
  const bill = billOf(state, date, new Date(next + MADE_HOUR * 3_600_000))
  if (!bill) throw new Refusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
  const bytes = Buffer.from(rewrite ? rewrite(bill) : bill)
  const token = randomUUID()
  files.set(token, { bytes: packed ? gzipSync(bytes) : bytes, until: new Date(now.getTime() + ADDRESS_SECONDS * 1000) })
  return {
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(bytes).digest('hex'),
    download_url: `${baseUrl}/v3/billdownload/file?token=${token}`,
  }
}

export function billFile(state: State, { files }: BillFiles, query: Fields): Buffer {
  const file = files.get(String(query.token))
  if (!file || file.until < state.clock.now()) throw invalidRequest('下载链接已失效')
  return file.bytes
}

function billOf(state: State, date: string, madeAt: Date): string | null {
  const payments = [...state.orders.values()].filter(({ paidAt }) => paidAt && beijingDay(paidAt) === date)
  const refunds = [...state.refunds.values()].filter(({ createdAt }) => beijingDay(createdAt) === date)
  if (payments.length + refunds.length === 0) return null
  const rows = [
    ...payments.map((order) => paymentRow(state, order)),
    ...refunds.map((each) => refundRow(state, each, madeAt)),
  ]
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const paid = yuan(sum(payments.map(({ total }) => total)))
  const back = yuan(sum(refunds.map(({ amount }) => amount)))
  const fee = sum(payments.map((order) => order.fee)) - sum(refunds.map(({ feeBack }) => feeBack))
  const totals = [String(rows.length), paid, back, '0.00', `${yuan(fee)}000`, paid, back]
  return `${[HEADER, ...rows.map(quoted), SUMMARY, quoted(totals)].join('\r\n')}\r\n`
}

function paymentRow(state: State, order: FakeOrder): string[] {
  const amounts = [yuan(order.total), '0.00', '0', '0', '0.00', '0.00', '', '']
  return row(state, order, order.paidAt!, {
    tradeState: 'SUCCESS',
    amounts,
    fee: order.fee,
    last: [yuan(order.total), '0.00'],
  })
}

const STATUS: Readonly<Record<RefundStatus, string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'FAIL',
  ABNORMAL: 'CHANGE',
}

function refundRow(state: State, refund: FakeRefund, madeAt: Date): string[] {
  const { order, amount } = refund
  const status = refund.history.findLast(({ at }) => at <= madeAt)?.status ?? 'PROCESSING'
  const amounts = ['0.00', '0.00', refund.refundId, refund.number, yuan(amount), '0.00', 'ORIGINAL', STATUS[status]]
  return row(state, order, refund.createdAt, {
    tradeState: 'REFUND',
    amounts,
    fee: -refund.feeBack,
    last: ['0.00', yuan(amount)],
  })
}

function row(
  state: State,
  order: FakeOrder,
  at: Date,
  {
    tradeState,
    amounts,
    fee,
    last,
  }: {
    readonly tradeState: string
    readonly amounts: readonly string[]
    readonly fee: number
    readonly last: readonly string[]
  },
): string[] {
  const time = beijing(at).slice(0, 19).replace('T', ' ')
  const head = [time, state.appid, state.mchid, '0', '', order.transactionId!, order.number, payerOf(order)]
  const rate = `${yuan(state.conduct.feeBasisPoints)}%`
  return [
    ...head,
    order.tradeType,
    tradeState,
    'OTHERS',
    'CNY',
    ...amounts,
    order.description,
    '',
    `${yuan(fee)}000`,
    rate,
    ...last,
    '',
  ]
}

/** 1234 fen as "12.34". */
function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function quoted(fields: readonly string[]): string {
  return `\`${fields.join(',`')}`
}
