/**
 * What every payment provider looks like from inside: orders that a payer pays, refunds of them, what the provider says
 * of both when asked or of its own accord, and its daily bill. Amounts are micros of `unit`, always whole minor units.
 *
 * A call ends in one of four ways, and nothing else may be made of it: an answer; `refused` (the provider says no and
 * nothing happened there); `busy` (not looked at: the same call again, later); `unknown` (it may have happened: ask, or
 * repeat the same call with the same number, never with another one).
 */
import type { Micros } from '../money/amount.ts'

/** What a provider allows of refunds of one payment. */
export interface RefundRules {
  /** Days after the payment succeeded in which it can still be refunded; null: not stated. */
  readonly windowDays: number | null
  readonly maxRefunds: number | null
  readonly minGapSeconds: number
}

/** What a provider allows, as data; each rule's page is named beside it. */
export interface GatewayRules {
  readonly refund: RefundRules
  /** Seconds after which the outcome of an accepted refund is asked for: first, then each time again; the last repeats. */
  readonly pollSeconds: readonly number[]
  /** IANA zone of the provider's days: bills are cut by it. */
  readonly timeZone: string
}

export interface OrderRequest {
  /** Our number of the order, unique at the provider for ever (out_trade_no). */
  readonly number: string
  readonly amount: Micros
  readonly unit: string
  /** What the payer reads on the statement of the card or wallet. */
  readonly description: string
  readonly expiresAt: Date
  /** How the payer pays: a code to be scanned, or inside the provider's own app as this person. */
  readonly method: { readonly kind: 'native' } | { readonly kind: 'jsapi'; readonly openId: string }
}

/** What the payer's device needs to pay. */
export type OrderHandle =
  | { readonly kind: 'native'; readonly codeUrl: string }
  | { readonly kind: 'jsapi'; readonly parameters: Readonly<Record<string, string>> }

export interface OrderState {
  readonly number: string
  /** `refunded` where the provider shows an order as refunded once any part of it was: it was paid all the same. */
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
  /** The order it gives back of. */
  readonly order: string
  /** What the order came to, and what of it goes back. */
  readonly total: Micros
  readonly amount: Micros
  readonly unit: string
  readonly reason: string | null
}

/**
 * `processing`: accepted, not done. `succeeded` and `closed` are final; after `closed` nothing moved and a new try takes a
 * new number. `abnormal`: the payer's bank refused it; the money waits at the provider until a user redirects it.
 */
export type GatewayRefundStatus = 'processing' | 'succeeded' | 'closed' | 'abnormal'

export interface GatewayRefundState {
  readonly number: string
  readonly order: string
  readonly status: GatewayRefundStatus
  readonly providerNumber: string | null
  readonly amount: Micros
  readonly unit: string
  /** When the payer had it, where it succeeded. */
  readonly succeededAt: Date | null
}

/** What a provider says of its own accord, once its signature held. It may come twice, late, or out of order. */
export type GatewayNotification =
  | { readonly id: string; readonly kind: 'payment'; readonly order: OrderState }
  | { readonly id: string; readonly kind: 'refund'; readonly refund: GatewayRefundState }
  | { readonly id: string; readonly kind: 'other'; readonly type: string }

/** A line of the provider's bill of a day. */
export interface BillLine {
  readonly kind: 'payment' | 'refund'
  /** Our number: of the order, or of the refund. */
  readonly number: string
  /** Our number of the order that the line belongs to. */
  readonly order: string
  readonly providerNumber: string
  readonly amount: Micros
  /** What the provider keeps (payment) or returns (refund) of its own fee; null where its bill doesn't say. */
  readonly fee: Micros | null
  readonly unit: string
  readonly at: Date
  /** For a refund: as it stood when the bill was made; it is never updated. */
  readonly status: GatewayRefundStatus | 'paid' | 'revoked'
}

export interface Gateway {
  /** Names it to the rest: `sandbox`, `wechatpay`. */
  readonly kind: string
  readonly rules: GatewayRules
  createOrder(order: OrderRequest): Promise<OrderHandle>
  /** @throws GatewayError `not_found`. */
  queryOrder(number: string): Promise<OrderState>
  closeOrder(number: string): Promise<void>
  refund(request: GatewayRefundRequest): Promise<GatewayRefundState>
  /** @throws GatewayError `not_found`: the provider never saw it, the same request may be sent. */
  queryRefund(number: string): Promise<GatewayRefundState>
  /**
   * Sends the money of an `abnormal` refund to the merchant's own account: the payer is then the merchant's to pay. Absent
   * where the provider has no such call. Whether a repeated call is answered or refused is the provider's own.
   * @throws GatewayError `refused` where the refund is not abnormal.
   */
  redirectRefund?(number: string): Promise<GatewayRefundState>
  /**
   * Checks and reads a notification. `headers` in lower case, `body` as it came, byte for byte.
   * @throws GatewayError `refused` when the signature, the age or the encryption doesn't hold.
   */
  readNotification(headers: Readonly<Record<string, string>>, body: Buffer): Promise<GatewayNotification>
  /** The answer that the provider wants to a notification that was taken. */
  acknowledgement(): { readonly status: number; readonly body: string; readonly contentType: string }
  /**
   * The bill of one day, line by line. @param date `YYYY-MM-DD` in the provider's zone.
   * @throws GatewayError `not_found` while there is none (yet), `refused` where its digest differs.
   */
  downloadBill(date: string): AsyncIterable<BillLine>
}

export type GatewayErrorKind = 'refused' | 'busy' | 'unknown' | 'not_found'

/** A call to a provider that brought no answer of the kind asked for. */
export class GatewayError extends Error {
  readonly kind: GatewayErrorKind
  /** The provider's own code, or ours where it gave none (`timeout`, `signature_invalid`). */
  readonly code: string

  constructor(kind: GatewayErrorKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'GatewayError'
    this.kind = kind
    this.code = code
  }
}
