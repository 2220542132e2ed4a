/** What comes out of a day's trade bill: one entry a row, and the summary last. Amounts are micros of `currency`. */
import type { Micros } from '../../money/amount.ts'
import type { Rate } from '../../money/rate.ts'
import type { ProblemCode, ProblemParams } from '../../problem.ts'

export type BillEntry = BillPayment | BillRefund | BillRevoked | BillBadRow | BillSummary

/** A row that was understood. */
export type BillDetail = BillPayment | BillRefund | BillRevoked

/** What every detail row says. */
export interface BillTrade {
  /** Line of the file, the header being line 1. */
  readonly line: number
  /**
   * 交易时间 as an instant ("2026-11-20T04:00:00Z"; the file is in Asia/Shanghai): success of a payment, acceptance of
   * a refund. In old files of type REFUND it is the time of the payment: see {@link BillRefund.appliedTime}.
   */
  readonly tradeTime: string
  /** 公众账号ID. */
  readonly appId: string
  /** 商户号: who asked for the payment; the platform where there are sub-merchants. */
  readonly merchantId: string
  /** 特约商户号: the merchant below the platform. Absent where the file says 0. */
  readonly subMerchantId?: string
  /** 设备号, often empty. */
  readonly device: string
  /** 微信订单号. */
  readonly transactionId: string
  /** 商户订单号. */
  readonly orderNo: string
  /** 用户标识: the payer below this appId. */
  readonly payerId: string
  /** 交易类型: JSAPI, NATIVE, APP, MICROPAY, MWEB, FACE …; more may come. */
  readonly tradeType: string
  /** 付款银行. */
  readonly bank: string
  readonly currency: string
  /** 商品名称 as in the file. */
  readonly goods: string
  /** 商户数据包 as in the file. */
  readonly attach: string
  /** 手续费 with the sign of the file: negative where a fee comes back. Taken of the settle amount. */
  readonly fee: Micros
  /** 费率 as a rate; null where the file gives none. */
  readonly rate: Rate | null
  /** 费率 as written: "0.60%". */
  readonly rateText: string
  /** 费率备注; empty in the older format. */
  readonly rateNote: string
}

export interface BillPayment extends BillTrade {
  readonly kind: 'payment'
  /** 应结订单金额: the order less the coupons that were not prepaid. What is settled, and what the fee is taken of. 总金额 in the older format. */
  readonly settleAmount: Micros
  /** 订单金额: before any coupon. The older format has no such column: there it equals the settle amount. */
  readonly orderAmount: Micros
  /** 代金券金额: coupons of either kind. */
  readonly couponAmount: Micros
  /** The prepaid part of the coupons, which is settled like cash: coupons less what order and settle amount differ by. Not a column. */
  readonly rechargeCouponAmount: Micros
}

/** What a row says about money going back. */
export interface BillReturn {
  /** 退款金额: what is taken back from the settlement. */
  readonly settleRefundAmount: Micros
  /** 申请退款金额: what was asked for, in terms of the order amount. The older format has no such column: there it equals the settle refund. */
  readonly requestedRefundAmount: Micros
  /** 充值券退款金额: the part that goes back into prepaid coupons. */
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

/** A payment taken back by the till (付款码 only) after it had succeeded. It has the numbers of the payment and, often, none of its own. */
export interface BillRevoked extends BillTrade, BillReturn {
  readonly kind: 'revoked'
  readonly refundId?: string
  readonly refundNo?: string
  readonly settleAmount: Micros
  readonly orderAmount: Micros
}

/** A line that was not understood and is left out of every total. The rest of the file goes on. */
export interface BillBadRow {
  readonly kind: 'bad'
  readonly line: number
  readonly code: ProblemCode
  readonly params: ProblemParams
  readonly message: string
  /** How the line begins. */
  readonly text: string
}

/** Sums over the columns of all detail rows, whatever their kind. Absent: the file has no such column. */
export interface BillTotals {
  /** 总交易单数: rows, payments and refunds alike. */
  readonly count: number
  readonly settleAmount: Micros
  readonly settleRefundAmount: Micros
  readonly rechargeCouponRefundAmount: Micros
  /** Fees less the fees that came back. */
  readonly fee: Micros
  readonly orderAmount: Micros
  readonly requestedRefundAmount: Micros
}

/** Always the last entry. Trust the file when it is `complete`, has no `bad` rows and no `differences`. */
export interface BillSummary {
  readonly kind: 'summary'
  /** What the file says at its end; null when it ends before that. */
  readonly stated: Partial<BillTotals> | null
  /** What the rows that were understood come to. */
  readonly computed: BillTotals
  /** The file has its summary: it was not cut off. */
  readonly complete: boolean
  /** How many entries of kind `bad` there were. */
  readonly bad: number
  readonly differences: readonly BillDifference[]
}

export interface BillDifference {
  readonly field: keyof BillTotals
  readonly stated: Micros | number
  readonly computed: Micros | number
}
