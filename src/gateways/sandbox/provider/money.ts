/** The merchants' balances at the sandbox, in whole minor units. Every change is recorded as a permanent movement. */
import { parseRate } from '../../../money/rate.ts'
import { divide } from '../../../money/round.ts'
import type { Books } from './books.ts'

export type MovementKind =
  | 'payment'
  | 'fee'
  | 'refund'
  | 'fee_returned'
  | 'refund_closed'
  | 'fee_taken_again'
  | 'top_up'
  | 'withdrawal'

export interface Movement {
  readonly merchant: string
  readonly currency: string
  /** Negative amounts are debits. */
  readonly amount: bigint
  readonly kind: MovementKind
  /** Of the order or refund. */
  readonly number: string | null
  readonly at: number
}

/** Records a movement and updates the balance. Call it inside a transaction. */
export function move(books: Books, { merchant, currency, amount, kind, number, at }: Movement): void {
  if (amount === 0n) return
  const movement = 'INSERT INTO movements (merchant, currency, amount, kind, number, at) VALUES (?, ?, ?, ?, ?, ?)'
  books.run(movement, merchant, currency, amount, kind, number, at)
  const balance = `INSERT INTO balances VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET balance = balance + excluded.balance`
  books.run(balance, merchant, currency, amount)
}

export function balanceOf(books: Books, merchant: string, currency: string): bigint {
  const sql = 'SELECT balance FROM balances WHERE merchant = ? AND currency = ?'
  return books.get<{ balance: bigint }>(sql, merchant, currency)?.balance ?? 0n
}

/** Returns the sandbox's fee on a payment, rounded half away from zero to whole minor units. */
export function feeOf(amount: bigint, feeRate: string): bigint {
  const { numerator, denominator } = parseRate(feeRate)
  return divide(amount * numerator, denominator)
}

/**
 * Returns the fee to return with a refund: the share of all refunds so far less what earlier refunds returned, so that
 * partial refunds add up to the whole fee. Never negative: a refund closed in the meantime may have left less to share.
 * @param before amounts and fees of the order's other refunds that were not closed.
 */
export function feeReturned(
  order: { readonly amount: bigint; readonly fee: bigint },
  before: { readonly amount: bigint; readonly fee: bigint },
  amount: bigint,
): bigint {
  const due = divide(order.fee * (before.amount + amount), order.amount) - before.fee
  return due > 0n ? due : 0n
}
