/** Rows of a bill as requests to the API. The same row always makes the same request: that is what importing twice rests on. */
import { createHash } from 'node:crypto'
import type { BillPayment, BillRefund, BillRevoked } from '../../gateways/wechatpay/bill.ts'
import { isPartyId } from '../../ids.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'

export type BillReturnRow = BillRefund | BillRevoked

const GOODS_LONGEST = 80
/** The provider gave up on these; the money never left. */
const NOT_RETURNED = new Set(['FAIL', 'CHANGE', 'CLOSED', 'ABNORMAL'])

export function merchantNumber({ subMerchantId, merchantId }: BillPayment | BillReturnRow): string {
  return subMerchantId ?? merchantId
}

/** What the row settles; why it is left out where there is nothing to settle. */
export function whyNotPosted(row: BillPayment | BillReturnRow): string | undefined {
  if (row.kind === 'payment') return row.settleAmount === 0n ? 'nothing to settle: paid by coupons' : undefined
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

/** A revoked payment goes back whole; it has no number of its own where the till took it back at once. */
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

/** Files of refunds alone give the time of the payment as the time of trade. */
export function refundTime({ appliedTime, tradeTime }: BillReturnRow): string {
  return appliedTime ?? tradeTime
}

/** Some bills leave the payer out or write what is no id; the payment is as real, so it gets one. */
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
