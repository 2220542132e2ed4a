/**
 * WeChat Pay's own rules as data, checked by previews and executions before anything is sent. Each rule names the page
 * it was read on and the date stated on that page; nothing here is measured.
 */
import type { GatewayRules, RefundRules } from '../gateway.ts'

/** The source of a rule: the page, and the date stated on it. */
export interface RuleSource {
  readonly url: string
  readonly stated: string
}

export const wechatPayRefundRules: RefundRules & { readonly windowDays: number; readonly maxRefunds: number } = {
  // Counted from the moment of successful payment.
  windowDays: 365,
  // The page limits partial refunds of one order; a full refund is always the only one.
  maxRefunds: 50,
  // Between requests for one order. A retry keeps its out_refund_no and is not another partial refund.
  minGapSeconds: 60,
}

const refundRequest: RuleSource = { url: 'https://pay.weixin.qq.com/doc/v3/merchant/4012556457', stated: '2024-09-19' }

export const wechatPayRefundRuleSources: Readonly<Record<keyof RefundRules, RuleSource>> = {
  windowDays: refundRequest,
  maxRefunds: refundRequest,
  minGapSeconds: refundRequest,
}

const MINUTE = 60

export const wechatPayRules: GatewayRules = {
  refund: wechatPayRefundRules,
  // A refund reaches the payer's balance within five minutes, a card within one to three working days.
  pollSeconds: [MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE],
  timeZone: 'Asia/Shanghai',
}

export const wechatPayRuleSources: Readonly<Record<'pollSeconds' | 'timeZone', RuleSource>> = {
  pollSeconds: { url: 'https://pay.weixin.qq.com/doc/v3/merchant/4013071031', stated: '2025-06-20' },
  timeZone: {
    url: 'https://pay.weixin.qq.com/docs/merchant/products/bill-download/concept.html',
    stated: '2025-04-24',
  },
}

/** Limits of an ordinary merchant's profit sharing. Other products of the provider have other limits. */
export interface ProfitSharingRules {
  /** Minimum seconds between payment and split; the money must be settled as well. */
  readonly minSecondsAfterPayment: number
  /** Maximum number of split requests per payment. */
  readonly maxOrders: number
  /** Maximum number of receivers per split request. */
  readonly maxReceivers: number
  /**
   * Maximum share of a payment that may be split, in basis points: the usual value; each merchant's own is set on the
   * merchant platform. Refunds reduce the amount it applies to.
   */
  readonly maxRatioBasisPoints: number
  /** Days after which the remainder is released to the merchant automatically. */
  readonly frozenDays: number
  /** Days in which a receiver's part can be returned: fewer than the days in which the payment can be refunded. */
  readonly returnWindowDays: number
  /** Maximum number of returns per split request. */
  readonly maxReturns: number
}

export const wechatPayProfitSharingRules: ProfitSharingRules = {
  minSecondsAfterPayment: 60,
  maxOrders: 50,
  maxReceivers: 50,
  maxRatioBasisPoints: 3_000,
  frozenDays: 30,
  returnWindowDays: 180,
  maxReturns: 50,
}

const splitRequest: RuleSource = {
  url: 'https://pay.weixin.qq.com/docs/merchant/products/profit-sharing/apilist.html',
  stated: '2025-09-29',
}
const splitQuestions: RuleSource = { url: 'https://pay.weixin.qq.com/doc/v3/merchant/4014547102', stated: '2025-11-17' }
const splitReturn: RuleSource = {
  url: 'https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/return-orders/create-return-order.html',
  stated: '2025-09-29',
}

export const wechatPayProfitSharingRuleSources: Readonly<Record<keyof ProfitSharingRules, RuleSource>> = {
  minSecondsAfterPayment: splitQuestions,
  maxOrders: splitRequest,
  maxReceivers: splitRequest,
  maxRatioBasisPoints: splitRequest,
  frozenDays: splitQuestions,
  returnWindowDays: splitReturn,
  maxReturns: splitReturn,
}
