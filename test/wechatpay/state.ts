/** The state of the fake. Amounts are whole fen; names are the provider's own. */
import type { Clock } from './clock.ts'
import { type Fields, notExists } from './refusal.ts'

export interface FakeOrder {
  readonly number: string
  readonly total: number
  readonly description: string
  readonly tradeType: 'NATIVE' | 'JSAPI'
  readonly openid: string | null
  readonly notifyUrl: string
  readonly expiresAt: Date | null
  readonly profitSharing: boolean
  /** The raw request: a different one under the same number is a different order. */
  readonly request: string
  readonly handle: string
  closed: boolean
  transactionId: string | null
  paidAt: Date | null
  fee: number
  /** Of an order with profit sharing: what is neither split, released nor refunded. */
  frozen: number
  /** Nothing can be split anymore. */
  finished: boolean
  /** The payer's card has been closed: refunds become ABNORMAL. */
  payerGone: boolean
  readonly refunds: FakeRefund[]
  readonly splits: FakeSplit[]
}

export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

export interface FakeRefund {
  readonly number: string
  readonly refundId: string
  readonly order: FakeOrder
  readonly amount: number
  readonly feeBack: number
  readonly notifyUrl: string | null
  readonly createdAt: Date
  status: RefundStatus
  /** Whether the money for it is reserved. */
  funded: boolean
  successAt: Date | null
  /** Each status with the time it was reached. */
  readonly history: { readonly status: RefundStatus; readonly at: Date }[]
}

export interface FakeReceiver {
  readonly type: string
  readonly account: string
  balance: number
  /** Merchants must consent before parts can be recovered from them. */
  consent: boolean
  /** The account cannot receive payments. */
  broken: boolean
}

export interface FakeSplitPart {
  readonly type: string
  readonly account: string
  readonly amount: number
  readonly description: string
  result: 'PENDING' | 'SUCCESS' | 'CLOSED'
  failReason: string | null
  returned: number
}

export interface FakeSplit {
  readonly number: string
  readonly orderId: string
  readonly order: FakeOrder
  readonly parts: readonly FakeSplitPart[]
  readonly request: string
  readonly createdAt: Date
  readonly returns: FakeReturn[]
  state: 'PROCESSING' | 'FINISHED'
}

export interface FakeReturn {
  readonly number: string
  readonly returnId: string
  readonly split: FakeSplit
  readonly part: FakeSplitPart
  readonly amount: number
  readonly description: string
  readonly createdAt: Date
  result: 'PROCESSING' | 'SUCCESS' | 'FAILED'
  failReason: string | null
  finishedAt: Date | null
}

/** The fake's behavior where the provider leaves it open. All of it can be changed while it runs. */
export interface Conduct {
  /** Seconds until the result of a refund. */
  refundSeconds: number
  /** Seconds until a split is done. */
  splitSeconds: number
  /** A refund without funds is accepted and CLOSED after seven days, or refused immediately. */
  shortFunds: 'wait' | 'refuse'
  /** The fee of a payment, in basis points. */
  feeBasisPoints: number
  /** The maximum share of a payment that can be split, in basis points. */
  maxRatioBasisPoints: number
  /** Seconds until a return that the receiver cannot pay fails permanently. */
  returnTimeoutSeconds: number
  /** Whether notifications are sent. */
  notifications: boolean
  /** The key that signs notifications; answers follow the request. */
  notifyWith: 'publicKey' | 'certificate'
}

export interface State {
  readonly mchid: string
  readonly appid: string
  readonly clock: Clock
  readonly conduct: Conduct
  readonly orders: Map<string, FakeOrder>
  readonly refunds: Map<string, FakeRefund>
  readonly receivers: Map<string, FakeReceiver>
  readonly splits: Map<string, FakeSplit>
  readonly returns: Map<string, FakeReturn>
  /** The merchant's available funds. */
  balance: number
  sequence: number
  notify(url: string, eventType: string, originalType: string, resource: Fields): void
}

/** A provider number: distinct, and as long as a real one. */
export function providerNumber(state: State, prefix: string): string {
  state.sequence += 1
  const day = state.clock.now().toISOString().slice(0, 10).replaceAll('-', '')
  return `${prefix}${day}${String(state.sequence).padStart(20 - prefix.length, '0')}`
}

export function byTransaction(state: State, transactionId: string): FakeOrder {
  for (const order of state.orders.values()) if (order.transactionId === transactionId) return order
  throw notExists('订单不存在')
}

/** `part` of `whole` of `amount`, rounded half up: fen stay whole. */
export function share(amount: number, part: number, whole: number): number {
  return Number((BigInt(amount) * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n))
}
