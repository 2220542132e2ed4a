/**
 * What WeChat Pay itself allows when money goes back: data, read by the refund preview before anything is sent.
 * All three are stated on the page of the refund request; nothing here is measured.
 */

/** The limits a payment provider puts on refunds of one payment. */
export interface RefundRules {
  /** Days after the payment succeeded in which it can still be refunded. */
  readonly windowDays: number
  /** How many refunds one payment may have. */
  readonly maxRefunds: number
  /** Seconds that must pass between two refunds of one payment. */
  readonly minGapSeconds: number
}

/** Where a rule was read: the page, and the date the page gives for itself. */
export interface RuleSource {
  readonly url: string
  readonly stated: string
}

export const wechatPayRefundRules: RefundRules = {
  // Counted from the moment of successful payment.
  windowDays: 365,
  // The page limits partial refunds of one order; a whole refund is the only one there can be.
  maxRefunds: 50,
  // Between requests for one order. A retry of a failed request keeps its out_refund_no and is not a new part.
  minGapSeconds: 60,
}

const refundRequest: RuleSource = { url: 'https://pay.weixin.qq.com/doc/v3/merchant/4012556457', stated: '2024-09-19' }

export const wechatPayRefundRuleSources: Readonly<Record<keyof RefundRules, RuleSource>> = {
  windowDays: refundRequest,
  maxRefunds: refundRequest,
  minGapSeconds: refundRequest,
}
