/** What the sandbox says of its own accord: written with what happened, in the same transaction, and delivered afterwards. */
import type { ProviderContext } from './context.ts'

export interface News {
  readonly merchant: string
  /** `order.paid`, `order.failed`, `refund.succeeded`, `refund.closed`, `refund.abnormal`. */
  readonly type: string
  /** Of the order or refund. */
  readonly number: string
  /** Where to; null: to the merchant's own address, if there is one. */
  readonly url: string | null
  /** As it stood then: an older one may arrive after a newer one. */
  readonly data: unknown
  readonly at: number
}

/** Inside a transaction. */
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
    // Lost on the way: the sandbox believes it arrived.
    fault === 'lost' ? 'lost' : 'waiting',
    fault === 'twice' ? 2 : 1,
    at + delay,
  )
  const body = JSON.stringify({ id: `ntf_${id}`, type, createdAt: new Date(at).toISOString(), data })
  context.books.run('UPDATE notifications SET body = ? WHERE id = ?', body, id)
}

/** At least half of the most that is allowed: late enough for another one to overtake it. */
function lateness({ faults, conditions }: ProviderContext, merchant: string, number: string, type: string): number {
  return conditions.lateNotificationMs * (0.5 + faults.draw('late', merchant, number, type) / 2)
}
