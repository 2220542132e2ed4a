/**
 * Converts rows of a bill to API requests. The same row always yields the same request, which makes repeated imports
 * idempotent.
 */
import { createHash } from 'node:crypto'
import type { BillPayment, BillRefund, BillRevoked } from '../../gateways/wechatpay/bill.ts'
import { isPartyId } from '../../ids.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'

export type BillReturnRow = BillRefund | BillRevoked

const GOODS_LONGEST = 80
/** The provider gave up on these refunds; no money moved. */
const NOT_RETURNED = new Set(['FAIL', 'CHANGE', 'CLOSED', 'ABNORMAL'])

export function merchantNumber({ subMerchantId, merchantId }: BillPayment | BillReturnRow): string {
  return subMerchantId ?? merchantId
}

/** Returns why a row is not posted; undefined if it has an amount to settle. */
export function whyNotPosted(row: BillPayment | BillReturnRow): string | undefined {
  if (row.kind === 'payment') {
    if (row.settleAmount !== 0n) return undefined
    return row.orderAmount === 0n ? 'nothing to settle: the order is of 0.00' : 'nothing to settle: paid by coupons'
  }
  if (NOT_RETURNED.has(row.refundStatus)) return `refund ${row.refundStatus}: no money went back`
  return row.kind === 'refund' && row.settleRefundAmount === 0n ? 'nothing taken back: coupons only' : undefined
}

export function chargeRequest(row: BillPayment, merchant: string) {
  const goods = shortened(row.goods)
  return {
    line: 'payments',
    product: 'scan-pay',
    event: {
      payer: payerOf(row.payerId),
      merchant,
      amount: { amount: wholeMinor(row.settleAmount, row.currency), currency: row.currency },
      channel: 'wechatpay',
    },
    effectiveAt: row.tradeTime,
    reference: row.transactionId,
    metadata: { orderNo: row.orderNo, ...(goods && { goods }) },
    idempotencyKey: `wechat-bill:${row.transactionId}`,
  }
}

/**
 * Creates the request for a refund. A revoked payment is refunded fully; it has no number of its own where the till
 * revoked it immediately.
 */
export function refundRequest(row: BillReturnRow, charge: string) {
  const { refundId, currency, settleRefundAmount } = row
  const whole = row.kind === 'revoked'
  return {
    charge,
    ...(whole ? {} : { amount: { amount: wholeMinor(settleRefundAmount, currency), currency } }),
    effectiveAt: refundTime(row),
    ...(refundId && { reference: refundId }),
    ...(whole && { reason: 'revoked at the till' }),
    idempotencyKey: `wechat-bill:${refundId ?? `revoked:${row.transactionId}`}`,
  }
}

/** Returns the time of a refund. Files of type REFUND state the payment's time as the trade time. */
export function refundTime({ appliedTime, tradeTime }: BillReturnRow): string {
  return appliedTime ?? tradeTime
}

/** Returns the payer's id. Some bills omit it or contain an invalid one; such payments get a substitute. */
function payerOf(payerId: string): string {
  if (payerId === '') return 'wx_unknown'
  if (isPartyId(payerId)) return payerId
  return `wx_${createHash('sha256').update(payerId).digest('hex').slice(0, 32)}`
}

/** @throws Problem `currency_unknown`. */
function wholeMinor(amount: Micros, currency: string): string {
  if (amount < 0n) throw new Problem('amount_not_positive', { value: formatMicros(amount, currency) })
  return formatMicros(amount, currency)
}

function shortened(goods: string): string {
  const text = goods.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim()
  const letters = [...text]
  return letters.length > GOODS_LONGEST ? `${letters.slice(0, GOODS_LONGEST - 1).join('')}…` : text
}
