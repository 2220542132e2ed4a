/** Background work that becomes due: refund outcomes, order expiry and notification delivery. */
import { signatureHeaders } from '../sign.ts'
import type { ProviderContext } from './context.ts'
import { closeExpired } from './orders.ts'
import { continueRefunds } from './refunds.ts'

interface Notification {
  readonly id: bigint
  readonly merchant: string
  readonly url: string
  readonly body: string
  readonly copies: bigint
  readonly tries: bigint
  readonly due_at: bigint
}

/** Maximum number of concurrent deliveries. */
const WIDTH = 16
/** Interval before the second delivery of a duplicated notification. */
const AGAIN_MS = 50
/** Work that becomes due within this interval is done in one batch. */
const SOON_MS = 10
/** Longest sleep, because the clock may be advanced meanwhile. */
const LONGEST_SLEEP_MS = 1_000

export class Delivery {
  readonly #context: ProviderContext
  readonly #underWay = new Map<bigint, Promise<void>>()
  readonly #stopped = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #wakesAt = Number.POSITIVE_INFINITY

  constructor(context: ProviderContext) {
    this.#context = context
  }

  /** Processes everything due. Call it before reading or writing the books. */
  catchUp(): number {
    const { books } = this.#context
    const now = this.#context.now()
    if (this.#isDue(now)) {
      books.transaction(() => {
        closeExpired(this.#context, now)
        continueRefunds(this.#context, now)
      })
    }
    return now
  }

  /** Schedules a wake-up after a write; several writes share one. */
  wakeSoon(): void {
    if (this.#stopped.signal.aborted || this.#wakesAt <= performance.now() + SOON_MS) return
    this.#sleep(SOON_MS)
  }

  /** Processes what is due and schedules the next run. */
  wake(): void {
    if (this.#stopped.signal.aborted) return
    clearTimeout(this.#timer)
    const now = this.catchUp()
    for (const notification of this.#due(now)) {
      if (this.#underWay.size >= WIDTH) break
      if (!this.#underWay.has(notification.id)) this.#begin(notification)
    }
    const next = this.#next()
    this.#sleep(next === undefined ? LONGEST_SLEEP_MS : Math.min(Math.max(next - now, SOON_MS), LONGEST_SLEEP_MS))
  }

  #sleep(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#wakesAt = performance.now() + milliseconds
    this.#timer = setTimeout(() => this.wake(), milliseconds)
  }

  /** Resolves when nothing is due or in progress. Work scheduled for later, such as a retry, stays pending. */
  async settle(): Promise<void> {
    for (;;) {
      this.wake()
      if (this.#underWay.size === 0 || this.#stopped.signal.aborted) return
      await Promise.race(this.#underWay.values())
    }
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    clearTimeout(this.#timer)
    await Promise.all(this.#underWay.values())
  }

  #isDue(now: number): boolean {
    const sql = `SELECT 1 FROM refunds WHERE due_at <= ?1
      UNION ALL SELECT 1 FROM orders WHERE status = 'open' AND expires_at <= ?1 LIMIT 1`
    return this.#context.books.get(sql, now) !== undefined
  }

  #due(now: number): Notification[] {
    const sql = `SELECT id, merchant, url, body, copies, tries, due_at FROM notifications
      WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?`
    return this.#context.books.all<Notification>(sql, now, 2 * WIDTH)
  }

  /** Returns when the next work that isn't in progress becomes due; undefined if there is none. */
  #next(): number | undefined {
    const under = [...this.#underWay.keys()].join(',')
    const full = this.#underWay.size >= WIDTH
    const { books } = this.#context
    const { at } = books.get<{ at: bigint | null }>(
      `SELECT min(at) AS at FROM (
         SELECT min(due_at) AS at FROM refunds WHERE due_at IS NOT NULL
         UNION ALL SELECT min(expires_at) FROM orders WHERE status = 'open'
         UNION ALL SELECT min(due_at) FROM notifications WHERE state = 'waiting' AND ?1 = 0
           AND id NOT IN (SELECT value FROM json_each(?2)))`,
      full ? 1 : 0,
      `[${under}]`,
    )!
    return at === null ? undefined : Number(at)
  }

  #begin(notification: Notification): void {
    const done = this.#deliver(notification).finally(() => {
      this.#underWay.delete(notification.id)
      this.wakeSoon()
    })
    this.#underWay.set(notification.id, done)
  }

  async #deliver(notification: Notification): Promise<void> {
    const { books, conditions } = this.#context
    const arrived = await this.#send(notification)
    if (this.#stopped.signal.aborted && !arrived) return
    const { id, copies, tries } = notification
    const now = this.#context.now()
    const set = (state: string, left: bigint, dueAt: number) => {
      const sql = 'UPDATE notifications SET state = ?, copies = ?, tries = tries + 1, due_at = ? WHERE id = ?'
      return books.together(() => void books.run(sql, state, left, dueAt, id))
    }
    if (arrived) return copies > 1n ? set('waiting', copies - 1n, now + AGAIN_MS) : set('delivered', 0n, now)
    const wait = conditions.notifyRetryMs[Number(tries)]
    return wait === undefined ? set('given_up', copies, now) : set('waiting', copies, now + wait)
  }

  /** Returns whether the receiver accepted it with a 2xx status. */
  async #send({ merchant, url, body }: Notification): Promise<boolean> {
    const { id, secret } = this.#context.merchant(merchant)!
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signatureHeaders(id, secret, { kind: 'notification', body }, Date.now()),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(this.#context.conditions.notifyTimeoutMs)]),
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      // Unreachable, too slow or connection lost: retried.
      return false
    }
  }
}
