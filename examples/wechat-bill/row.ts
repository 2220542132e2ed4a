/** One row of a trade bill with its text, and the totals: the format of type ALL with its 27 columns. */
import type { Micros } from '../../src/money/amount.ts'

export const header =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'

export const summaryHeader =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

/** Amounts in micros of CNY. */
export interface Row {
  /** Asia/Shanghai, as in the file: "2026-11-20 12:00:00". */
  readonly time: string
  readonly appId: string
  readonly merchantId: string
  readonly subMerchantId: string
  readonly device: string
  readonly transactionId: string
  readonly orderNo: string
  readonly payerId: string
  readonly tradeType: string
  readonly status: 'SUCCESS' | 'REFUND' | 'REVOKED'
  readonly bank: string
  readonly settle: Micros
  readonly coupon: Micros
  readonly refundId: string
  readonly refundNo: string
  readonly settleRefund: Micros
  readonly couponRefund: Micros
  readonly refundType: string
  readonly refundStatus: string
  readonly goods: string
  readonly attach: string
  readonly fee: Micros
  /** "0.60%". */
  readonly rate: string
  readonly order: Micros
  readonly requestedRefund: Micros
  readonly rateNote: string
}

export function rowFields(row: Row): string[] {
  return [
    row.time,
    row.appId,
    row.merchantId,
    row.subMerchantId,
    row.device,
    row.transactionId,
    row.orderNo,
    row.payerId,
    row.tradeType,
    row.status,
    row.bank,
    'CNY',
    yuan(row.settle),
    yuan(row.coupon),
    row.refundId,
    row.refundNo,
    yuan(row.settleRefund),
    yuan(row.couponRefund),
    row.refundType,
    row.refundStatus,
    row.goods,
    row.attach,
    yuan(row.fee, 5),
    row.rate,
    yuan(row.order),
    yuan(row.requestedRefund),
    row.rateNote,
  ]
}

/** Fields with leading backquotes, as sent by the provider. */
export function rowText(fields: readonly string[]): string {
  return `\`${fields.join(',`')}\n`
}

/** Parses an amount in yuan with a number of decimals; finer digits must be zero. */
function yuan(amount: Micros, decimals = 2): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(7, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6).slice(0, decimals)}`
}

/** Returns the sums of the columns over all rows. */
export class Totals {
  private count = 0
  private readonly sums = { settle: 0n, settleRefund: 0n, couponRefund: 0n, fee: 0n, order: 0n, requestedRefund: 0n }

  add(row: Row): void {
    this.count += 1
    for (const key of Object.keys(this.sums) as (keyof typeof this.sums)[]) this.sums[key] += row[key]
  }

  text(): string {
    const { settle, settleRefund, couponRefund, fee, order, requestedRefund } = this.sums
    const amounts = [yuan(settle), yuan(settleRefund), yuan(couponRefund), yuan(fee, 5), yuan(order)]
    return rowText([String(this.count), ...amounts, yuan(requestedRefund)])
  }
}
