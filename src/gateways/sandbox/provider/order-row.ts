/** The stored form of an order. */
import type { ProviderContext } from './context.ts'

export interface OrderRow {
  readonly id: bigint
  readonly merchant: string
  readonly number: string
  readonly request: string
  readonly token: string
  readonly currency: string
  readonly amount: bigint
  readonly fee: bigint
  readonly notify_url: string | null
  readonly status: 'open' | 'paid' | 'closed' | 'failed'
  readonly provider_number: string | null
  readonly created_at: bigint
  readonly expires_at: bigint
  readonly paid_at: bigint | null
}

export const findOrder = ({ books }: ProviderContext, merchant: string, number: string) =>
  books.get<OrderRow>('SELECT * FROM orders WHERE merchant = ? AND number = ?', merchant, number)
