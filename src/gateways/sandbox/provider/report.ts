/** Report of the books for comparison with the caller's own. Amounts are whole minor units, as digits. */
import type { RefundStatus } from '../wire.ts'
import type { ProviderContext } from './context.ts'
import type { MovementKind } from './money.ts'

export interface BooksReport {
  readonly now: string
  readonly merchants: readonly {
    readonly id: string
    readonly feeRate: string
    readonly balances: readonly { readonly currency: string; readonly balance: string }[]
    /** The movements that add up to the balances. */
    readonly movements: readonly {
      readonly currency: string
      readonly kind: MovementKind
      readonly count: number
      readonly amount: string
    }[]
  }[]
  readonly orders: readonly ReportedOrder[]
  readonly refunds: readonly ReportedRefund[]
  readonly notifications: Readonly<Record<'waiting' | 'delivered' | 'lost' | 'given_up', number>>
}

export interface ReportedOrder {
  readonly merchant: string
  readonly number: string
  readonly status: 'open' | 'paid' | 'closed' | 'failed'
  readonly currency: string
  readonly amount: string
  readonly fee: string
  /** Total of the refunds that were not closed. */
  readonly refunded: string
  readonly feeReturned: string
  readonly providerNumber: string | null
  readonly createdAt: string
  readonly paidAt: string | null
}

export interface ReportedRefund {
  readonly merchant: string
  readonly number: string
  readonly order: string
  readonly status: RefundStatus
  /** What a processing refund is waiting for. */
  readonly phase: 'funds' | 'bank' | null
  readonly currency: string
  readonly amount: string
  readonly fee: string
  readonly redirectedTo: string | null
  readonly providerNumber: string
  readonly acceptedAt: string
  readonly endedAt: string | null
}

/** Reads the books. @param merchant null: all merchants. */
export function readBooks(context: ProviderContext, merchant: string | null): BooksReport {
  const merchants = context.merchants().filter(({ id }) => merchant === null || id === merchant)
  return {
    now: new Date(context.now()).toISOString(),
    merchants: merchants.map(({ id, feeRate }) => ({ id, feeRate, ...moneyOf(context, id) })),
    orders: ordersOf(context, merchant),
    refunds: refundsOf(context, merchant),
    notifications: notificationsOf(context, merchant),
  }
}

function moneyOf({ books }: ProviderContext, merchant: string) {
  const balances = books.all<{ currency: string; balance: bigint }>(
    'SELECT currency, balance FROM balances WHERE merchant = ? ORDER BY currency',
    merchant,
  )
  const movements = books.all<{ currency: string; kind: MovementKind; count: bigint; amount: bigint }>(
    `SELECT currency, kind, count(*) AS count, sum(amount) AS amount FROM movements WHERE merchant = ?
     GROUP BY currency, kind ORDER BY currency, kind`,
    merchant,
  )
  return {
    balances: balances.map(({ currency, balance }) => ({ currency, balance: String(balance) })),
    movements: movements.map((row) => ({ ...row, count: Number(row.count), amount: String(row.amount) })),
  }
}

type Digits<Row, Name extends keyof Row> = Omit<Row, Name> & Record<Name, bigint>

function ordersOf({ books }: ProviderContext, merchant: string | null): ReportedOrder[] {
  type Row = Digits<ReportedOrder, 'amount' | 'fee' | 'refunded' | 'feeReturned'> & {
    created: bigint
    paid: bigint | null
  }
  const rows = books.all<Row>(
    `SELECT o.merchant, o.number, o.status, o.currency, o.amount, o.fee, o.provider_number AS providerNumber,
            o.created_at AS created, o.paid_at AS paid,
            coalesce(r.amount, 0) AS refunded, coalesce(r.fee, 0) AS feeReturned
     FROM orders o LEFT JOIN (
       SELECT merchant, order_number, sum(amount) AS amount, sum(fee) AS fee FROM refunds
       WHERE status <> 'closed' GROUP BY merchant, order_number
     ) r ON r.merchant = o.merchant AND r.order_number = o.number
     WHERE ?1 IS NULL OR o.merchant = ?1 ORDER BY o.id`,
    merchant,
  )
  return rows.map(({ amount, fee, refunded, feeReturned, created, paid, ...row }) => ({
    ...row,
    amount: String(amount),
    fee: String(fee),
    refunded: String(refunded),
    feeReturned: String(feeReturned),
    createdAt: timeOf(created)!,
    paidAt: timeOf(paid),
  }))
}

function refundsOf({ books }: ProviderContext, merchant: string | null): ReportedRefund[] {
  type Row = Digits<ReportedRefund, 'amount' | 'fee'> & { accepted: bigint; ended: bigint | null }
  const rows = books.all<Row>(
    `SELECT merchant, number, order_number AS "order", status, phase, currency, amount, fee,
            redirected_to AS redirectedTo, provider_number AS providerNumber, accepted_at AS accepted, ended_at AS ended
     FROM refunds WHERE ?1 IS NULL OR merchant = ?1 ORDER BY id`,
    merchant,
  )
  return rows.map(({ amount, fee, accepted, ended, ...row }) => ({
    ...row,
    amount: String(amount),
    fee: String(fee),
    acceptedAt: timeOf(accepted)!,
    endedAt: timeOf(ended),
  }))
}

function notificationsOf({ books }: ProviderContext, merchant: string | null): BooksReport['notifications'] {
  const rows = books.all<{ state: 'waiting' | 'delivered' | 'lost' | 'given_up'; count: bigint }>(
    'SELECT state, count(*) AS count FROM notifications WHERE ?1 IS NULL OR merchant = ?1 GROUP BY state',
    merchant,
  )
  const counts = { waiting: 0, delivered: 0, lost: 0, given_up: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

const timeOf = <Time extends bigint | null>(at: Time) =>
  (at === null ? null : new Date(Number(at)).toISOString()) as Time extends null ? null : string
