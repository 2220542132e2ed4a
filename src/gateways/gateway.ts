/**
 * The interface to a payment provider: orders that a payer pays, their refunds, the state of both (queried or notified)
 * and the daily bill. Amounts are micros of `unit` and always whole minor units.
 *
 * A call ends in one of four ways: with an answer; `refused` (the provider declined and nothing happened there); `busy`
 * (not processed: repeat the same call later); `unknown` (it may have happened: query, or repeat the call with the same
 * number, never with another one).
 */
import type { Micros } from '../money/amount.ts'

/** A provider's limits on the refunds of one payment. */
export interface RefundRules {
  /** Days after a successful payment within which it can be refunded; null: not stated. */
  readonly windowDays: number | null
  readonly maxRefunds: number | null
  readonly minGapSeconds: number
}

/** A provider's rules, as data; each rule names the page it was read on. */
export interface GatewayRules {
  readonly refund: RefundRules
  /** Intervals in seconds between queries for the outcome of an accepted refund; the last one repeats. */
  readonly pollSeconds: readonly number[]
  /** IANA time zone that delimits the days of the provider's bills. */
  readonly timeZone: string
}

export interface OrderRequest {
  /** Our number of the order, never reused at the provider (out_trade_no). */
  readonly number: string
  readonly amount: Micros
  readonly unit: string
  /** Text on the payer's card or wallet statement. */
  readonly description: string
  readonly expiresAt: Date
  /** How the payer pays: by scanning a code, or inside the provider's app as this user. */
  readonly method: { readonly kind: 'native' } | { readonly kind: 'jsapi'; readonly openId: string }
}

/** What the payer's device needs to pay. */
export type OrderHandle =
  | { readonly kind: 'native'; readonly codeUrl: string }
  | { readonly kind: 'jsapi'; readonly parameters: Readonly<Record<string, string>> }

export interface OrderState {
  readonly number: string
  /** `refunded` where the provider reports a paid order as refunded after any partial refund. */
  readonly status: 'open' | 'paid' | 'refunded' | 'closed' | 'failed'
  /** The provider's own number, once paid (transaction_id). */
  readonly providerNumber: string | null
  readonly amount: Micros | null
  readonly unit: string | null
  readonly paidAt: Date | null
}

export interface GatewayRefundRequest {
  /** Our number of the refund (out_refund_no): the same on every retry. */
  readonly number: string
  /** The order that is refunded. */
  readonly order: string
  /** The amount of the order, and the amount to refund. */
  readonly total: Micros
  readonly amount: Micros
  readonly unit: string
  readonly reason: string | null
}

/**
 * `processing`: accepted, outcome open. `succeeded` and `closed` are final; a `closed` refund moved no money, and a new
 * attempt takes a new number. `abnormal`: the payer's bank rejected it; the provider holds the money until a user
 * redirects the refund.
 */
export type GatewayRefundStatus = 'processing' | 'succeeded' | 'closed' | 'abnormal'

export interface GatewayRefundState {
  readonly number: string
  readonly order: string
  readonly status: GatewayRefundStatus
  readonly providerNumber: string | null
  readonly amount: Micros
  readonly unit: string
  /** When the payer received it; set once it succeeded. */
  readonly succeededAt: Date | null
}

/** A notification with a valid signature. Notifications may be duplicated, late or out of order. */
export type GatewayNotification =
  | { readonly id: string; readonly kind: 'payment'; readonly order: OrderState }
  | { readonly id: string; readonly kind: 'refund'; readonly refund: GatewayRefundState }
  | { readonly id: string; readonly kind: 'other'; readonly type: string }

/** A line of the provider's daily bill. */
export interface BillLine {
  readonly kind: 'payment' | 'refund'
  /** Our number of the order or refund. */
  readonly number: string
  /** Our number of the order that the line belongs to. */
  readonly order: string
  readonly providerNumber: string
  /** The provider's number of the payment that the line belongs to. */
  readonly paymentNumber?: string
  readonly amount: Micros
  /** The amount less coupons that are not settled; absent: the same as `amount`. */
  readonly settled?: Micros
  /** The provider's fee: charged on a payment, returned on a refund; null where the bill doesn't state it. */
  readonly fee: Micros | null
  readonly unit: string
  readonly at: Date
  /** For a refund, its status when the bill was made; it is never updated. */
  readonly status: GatewayRefundStatus | 'paid' | 'revoked'
}

export interface Gateway {
  /** The kind under which gateways are configured: `sandbox`, `wechatpay`. */
  readonly kind: string
  readonly rules: GatewayRules
  /** The merchant's number on the provider's bills; absent where they have none. */
  readonly merchant?: string
  createOrder(order: OrderRequest): Promise<OrderHandle>
  /** @throws GatewayError `not_found`. */
  queryOrder(number: string): Promise<OrderState>
  closeOrder(number: string): Promise<void>
  refund(request: GatewayRefundRequest): Promise<GatewayRefundState>
  /** @throws GatewayError `not_found`: the provider never received it, so the same request may be sent. */
  queryRefund(number: string): Promise<GatewayRefundState>
  /**
   * Sends the money of an `abnormal` refund to the merchant's own account; the merchant then owes it to the payer.
   * Absent where the provider has no such call. Providers differ on whether a repeated call succeeds or is refused.
   * @throws GatewayError `refused` where the refund is not abnormal.
   */
  redirectRefund?(number: string): Promise<GatewayRefundState>
  /**
   * Verifies and parses a notification. `headers` have lower-case names; `body` holds the exact bytes received.
   * @throws GatewayError `refused` when the signature, the age or the encryption is invalid.
   */
  readNotification(headers: Readonly<Record<string, string>>, body: Buffer): Promise<GatewayNotification>
  /** Returns the response by which the provider recognizes that a notification was accepted. */
  acknowledgement(): { readonly status: number; readonly body: string; readonly contentType: string }
  /**
   * Streams the lines of the bill of one day.
   * @param date `YYYY-MM-DD` in the provider's zone.
   * @throws GatewayError `not_found` while the bill doesn't exist (yet), `refused` where its digest differs.
   */
  downloadBill(date: string): AsyncIterable<BillLine>
}

export type GatewayErrorKind = 'refused' | 'busy' | 'unknown' | 'not_found'

/** A provider call that returned no usable answer. */
export class GatewayError extends Error {
  readonly kind: GatewayErrorKind
  /** The provider's error code, or ours if it sent none (`timeout`, `signature_invalid`). */
  readonly code: string

  constructor(kind: GatewayErrorKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GatewayError'
    this.kind = kind
    this.code = code
  }
}
