/** The entries of a daily trade bill: one per row, and the summary last. Amounts are micros of `currency`. */
import type { Micros } from '../../money/amount.ts'
import type { Rate } from '../../money/rate.ts'
import type { ProblemCode, ProblemParams } from '../../problem.ts'

export type BillEntry = BillPayment | BillRefund | BillRevoked | BillBadRow | BillSummary

/** A parsed row. */
export type BillDetail = BillPayment | BillRefund | BillRevoked

/** Fields of every detail row. */
export interface BillTrade {
  /** Line number in the file; the header is line 1. */
  readonly line: number
  /**
   * 交易时间 as an instant ("2026-11-20T04:00:00Z"; the file is in Asia/Shanghai): success of a payment, acceptance of
   * a refund. In old files of type REFUND it is the time of the payment: see {@link BillRefund.appliedTime}.
   */
  readonly tradeTime: string
  /** 公众账号ID. */
  readonly appId: string
  /** 商户号: the merchant that created the payment; the platform where there are sub-merchants. */
  readonly merchantId: string
  /** 特约商户号: the sub-merchant of the platform. Absent where the file has 0. */
  readonly subMerchantId?: string
  /** 设备号, often empty. */
  readonly device: string
  /** 微信订单号. */
  readonly transactionId: string
  /** 商户订单号. */
  readonly orderNo: string
  /** 用户标识: the payer's id within this appId. */
  readonly payerId: string
  /** 交易类型: JSAPI, NATIVE, APP, MICROPAY, MWEB, FACE …; an open list. */
  readonly tradeType: string
  /** 付款银行. */
  readonly bank: string
  readonly currency: string
  /** 商品名称 as in the file. */
  readonly goods: string
  /** 商户数据包 as in the file. */
  readonly attach: string
  /** 手续费 with the sign of the file: negative where a fee is returned. Deducted from the settle amount. */
  readonly fee: Micros
  /** 费率 as a rate; null where the file has none. */
  readonly rate: Rate | null
  /** 费率 as written: "0.60%". */
  readonly rateText: string
  /** 费率备注; empty in the older format. */
  readonly rateNote: string
}

export interface BillPayment extends BillTrade {
  readonly kind: 'payment'
  /**
   * 应结订单金额: the order less the coupons that were not prepaid. The amount settled, and the base of the fee. 总金额 in the
   * older format.
   */
  readonly settleAmount: Micros
  /** 订单金额: before any coupon. The older format lacks this column; there it equals the settle amount. */
  readonly orderAmount: Micros
  /** 代金券金额: prepaid and other coupons. */
  readonly couponAmount: Micros
  /**
   * The prepaid part of the coupons, which is settled like cash: coupons less the difference between order and settle
   * amount. Not a column.
   */
  readonly rechargeCouponAmount: Micros
}

/** Refund fields of a row. */
export interface BillReturn {
  /** 退款金额: deducted from the settlement. */
  readonly settleRefundAmount: Micros
  /**
   * 申请退款金额: the requested refund in terms of the order amount. The older format lacks this column; there it equals the
   * settle refund.
   */
  readonly requestedRefundAmount: Micros
  /** 充值券退款金额: the part refunded to prepaid coupons. */
  readonly rechargeCouponRefundAmount: Micros
  /** 退款类型: ORIGINAL, BALANCE … */
  readonly refundType: string
  /** 退款状态 when the bill was made: SUCCESS, PROCESSING, FAIL, CHANGE. Never updated afterwards. */
  readonly refundStatus: string
  /** 退款申请时间 as an instant; only in files of type REFUND. */
  readonly appliedTime?: string
  /** 退款成功时间 as an instant; only in files of type REFUND, and only once it succeeded. */
  readonly succeededTime?: string
}

export interface BillRefund extends BillTrade, BillReturn {
  readonly kind: 'refund'
  /** 微信退款单号. */
  readonly refundId: string
  /** 商户退款单号. */
  readonly refundNo: string
}

/**
 * A payment revoked by the till (付款码 only) after it had succeeded. It has the numbers of the payment and often none of
 * its own.
 */
export interface BillRevoked extends BillTrade, BillReturn {
  readonly kind: 'revoked'
  readonly refundId?: string
  readonly refundNo?: string
  readonly settleAmount: Micros
  readonly orderAmount: Micros
}

/** A line that could not be parsed. It is excluded from all totals; reading continues with the next line. */
export interface BillBadRow {
  readonly kind: 'bad'
  readonly line: number
  readonly code: ProblemCode
  readonly params: ProblemParams
  readonly message: string
  /** The beginning of the line. */
  readonly text: string
  /** The line is the summary and not a row. */
  readonly ofSummary?: boolean
}

/** Sums over the columns of all detail rows of any kind. Absent: the file lacks the column. */
export interface BillTotals {
  /** 总交易单数: number of rows, payments and refunds alike. */
  readonly count: number
  readonly settleAmount: Micros
  readonly settleRefundAmount: Micros
  readonly rechargeCouponRefundAmount: Micros
  /** Fees less returned fees. */
  readonly fee: Micros
  readonly orderAmount: Micros
  readonly requestedRefundAmount: Micros
}

/** Always the last entry. The file is trustworthy if it is `complete` and has no `bad` rows and no `differences`. */
export interface BillSummary {
  readonly kind: 'summary'
  /** Totals stated in the file's summary; null when the file ends before it. */
  readonly stated: Partial<BillTotals> | null
  /** Totals of the parsed rows. */
  readonly computed: BillTotals
  /** Which rows the file lists: all, payments only or refunds only. */
  readonly type: 'ALL' | 'SUCCESS' | 'REFUND'
  /** The file has its summary, so it was not truncated. */
  readonly complete: boolean
  /** Number of `bad` entries. */
  readonly bad: number
  readonly differences: readonly BillDifference[]
}

export interface BillDifference {
  readonly field: keyof BillTotals
  readonly stated: Micros | number
  readonly computed: Micros | number
}
