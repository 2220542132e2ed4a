/** Notifications of the sandbox: written in the transaction of the event and delivered afterwards. */
import type { ProviderContext } from './context.ts'

export interface News {
  readonly merchant: string
  /** `order.paid`, `order.failed`, `refund.succeeded`, `refund.closed`, `refund.abnormal`. */
  readonly type: string
  /** Of the order or refund. */
  readonly number: string
  /** Target URL; null: the merchant's default address, if any. */
  readonly url: string | null
  /** State at the time of the event; an older notification may arrive after a newer one. */
  readonly data: unknown
  readonly at: number
}

/** Queues a notification. Call it inside a transaction. */
export function notify(context: ProviderContext, { merchant, type, number, url, data, at }: News): void {
  const target = url ?? context.merchant(merchant)?.notifyUrl
  if (!target) return
  const fault = context.faults.ofNotification({ merchant, number }, type)
  const delay = fault === 'late' ? Math.ceil(lateness(context, merchant, number, type)) : 0
  const id = context.books.run(
    'INSERT INTO notifications (merchant, url, body, state, copies, due_at) VALUES (?, ?, ?, ?, ?, ?)',
    merchant,
    target,
    '',
    // Lost in transit: the sandbox considers it delivered.
    fault === 'lost' ? 'lost' : 'waiting',
    fault === 'twice' ? 2 : 1,
    at + delay,
  )
  const body = JSON.stringify({ id: `ntf_${id}`, type, createdAt: new Date(at).toISOString(), data })
  context.books.run('UPDATE notifications SET body = ? WHERE id = ?', body, id)
}

/** Returns a delay of at least half the allowed maximum, long enough for another notification to overtake this one. */
function lateness({ faults, conditions }: ProviderContext, merchant: string, number: string, type: string): number {
  return conditions.lateNotificationMs * (0.5 + faults.draw('late', merchant, number, type) / 2)
}
