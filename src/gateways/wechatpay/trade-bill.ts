/**
 * Download of a daily bill: https://pay.weixin.qq.com/doc/v3/merchant/4012556654. Available from 10:00 of the next day
 * for three months. It is written to disk first, because no line is used before the digest of the whole file was
 * verified.
 */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { Problem } from '../../problem.ts'
import { type BillLine, GatewayError } from '../gateway.ts'
import { BILL_BYTES_MAX, openScratchFile, type ScratchFile } from '../scratch.ts'
import { type BillDetail, type BillRefund, type BillRevoked, type BillSummary, parseTradeBill } from './bill.ts'
import { unpacked } from './bill-lines.ts'
import type { WechatPayClient } from './connection.ts'

const shape = Compile(
  Type.Object({
    hash_type: Type.Literal('SHA1'),
    hash_value: Type.String({ pattern: '^[0-9A-Fa-f]{40}$' }),
    download_url: Type.String({ pattern: '^https?://' }),
  }),
)

/** What a bill has to be. An uploaded bill without rows tells neither its day nor its merchant. */
export interface ExpectedBill {
  readonly date: string
  /** 商户号. */
  readonly merchant: string
  readonly mayBeEmpty: boolean
}

export async function* downloadBill(
  client: WechatPayClient,
  expected: ExpectedBill,
): AsyncGenerator<BillLine, void, undefined> {
  const { date } = expected
  if (!/^\d{4}-\d\d-\d\d$/.test(date))
    throw new GatewayError('refused', 'date_invalid', `"${date.slice(0, 20)}" is not a valid date.`)
  const query = { bill_date: date, bill_type: 'ALL', tar_type: 'GZIP' }
  const answer = await client.call({ method: 'GET', path: '/v3/bill/tradebill', query }, shape)
  const file = await openScratchFile(client.tenant)
  try {
    const digest = await save(client.file(answer.download_url, BILL_BYTES_MAX), file)
    if (digest !== answer.hash_value.toLowerCase())
      throw refused('digest_mismatch', 'The digest of the bill differs from the stated one.')
    yield* linesOf(file.handle, expected)
  } finally {
    await file.close()
  }
}

/** Writes the decompressed file and returns its SHA-1 digest. */
async function save(source: AsyncIterable<Buffer>, file: ScratchFile): Promise<string> {
  const hash = createHash('sha1')
  try {
    for await (const piece of unpacked(source)) {
      hash.update(piece)
      await file.write(piece)
    }
  } catch (error) {
    if (error instanceof Problem) throw refused(error.code, error.detail('en'))
    throw error
  }
  return hash.digest('hex')
}

/**
 * Yields the lines of a file, or fails on a row that can't be read: a reconciliation that silently lacks a row would be
 * worse than none.
 */
async function* linesOf(file: FileHandle, expected: ExpectedBill): AsyncGenerator<BillLine, void, undefined> {
  try {
    for await (const entry of parseTradeBill(file.createReadStream({ start: 0, autoClose: false }))) {
      if (entry.kind === 'bad') throw refused(entry.code, `Line ${entry.line}: ${entry.message}`)
      if (entry.kind === 'summary') {
        checkSummary(entry, expected)
        if (entry.differences.length > 0)
          throw refused('bill_summary_differs', 'The rows of the bill don’t add up to its summary.')
      } else {
        checkRow(entry, expected)
        yield billLine(entry)
      }
    }
  } catch (error) {
    if (error instanceof Problem) throw refused(error.code, error.detail('en'))
    throw error
  }
}

/** @throws Problem `bill_type_differs`, `bill_empty`. */
function checkSummary({ type, computed }: BillSummary, { mayBeEmpty }: ExpectedBill): void {
  if (type !== 'ALL') throw new Problem('bill_type_differs', { type })
  if (computed.count === 0 && !mayBeEmpty) throw new Problem('bill_empty')
}

const CHINA_AHEAD_MS = 8 * 3_600_000

/** @throws Problem `bill_day_differs`, `bill_merchant_differs`. */
function checkRow({ line, tradeTime, merchantId }: BillDetail, { date, merchant }: ExpectedBill): void {
  const day = new Date(Date.parse(tradeTime) + CHINA_AHEAD_MS).toISOString().slice(0, 10)
  if (day !== date) throw new Problem('bill_day_differs', { line, day, date })
  if (merchantId !== merchant)
    throw new Problem('bill_merchant_differs', { line, merchant: merchantId || '?', expected: merchant })
}

/**
 * Converts an entry to a bill line. Amounts are order amounts including coupons: the amounts sent to the provider, not
 * the settled ones.
 */
function billLine(entry: BillDetail): BillLine {
  const { orderNo: order, transactionId, currency: unit, fee } = entry
  const at = new Date(entry.tradeTime)
  if (entry.kind === 'payment') {
    const amount = entry.orderAmount
    return {
      kind: 'payment',
      number: order,
      order,
      providerNumber: transactionId,
      paymentNumber: transactionId,
      amount,
      settled: entry.settleAmount,
      fee,
      unit,
      at,
      status: 'paid',
    }
  }
  return {
    kind: 'refund',
    number: entry.refundNo ?? order,
    order,
    providerNumber: entry.refundId ?? transactionId,
    paymentNumber: transactionId,
    settled: entry.settleRefundAmount || (entry.kind === 'revoked' ? entry.settleAmount : 0n),
    amount: entry.requestedRefundAmount || (entry.kind === 'revoked' ? entry.orderAmount : 0n),
    // The file states a returned fee as a negative fee.
    fee: -fee,
    unit,
    at,
    status: statusOf(entry),
  }
}

const REFUND_STATUS: Readonly<Record<string, BillLine['status']>> = {
  SUCCESS: 'succeeded',
  PROCESSING: 'processing',
  FAIL: 'closed',
  CLOSED: 'closed',
  CHANGE: 'abnormal',
  ABNORMAL: 'abnormal',
}

function statusOf(entry: BillRefund | BillRevoked): BillLine['status'] {
  if (entry.kind === 'revoked') return 'revoked'
  const status = REFUND_STATUS[entry.refundStatus]
  if (!status)
    throw refused(
      'bill_status_unknown',
      `Line ${entry.line}: unknown refund status ${entry.refundStatus.slice(0, 40)}.`,
    )
  return status
}

function refused(code: string, why: string): GatewayError {
  return new GatewayError('refused', code, why)
}
