/**
 * Limits how many connections of the pool one tenant uses at the same time, so that its slow or many statements leave
 * some to the others. Requests beyond the limit wait in a queue of their own tenant instead of the pool's.
 */
import { Problem } from '../problem.ts'

/** Connections that one tenant leaves to the others. */
const LEFT_TO_OTHERS = 2

interface Waiter {
  readonly start: () => void
  readonly timer: NodeJS.Timeout
}

interface Share {
  used: number
  readonly waiting: Waiter[]
}

export class TenantShares {
  readonly #limit: number
  readonly #timeoutMs: number
  readonly #shares = new Map<string, Share>()

  /** @param most connections of the pool */
  constructor(most: number, timeoutMs: number) {
    // A pool this small serves a command of one tenant.
    this.#limit = most > 2 * LEFT_TO_OTHERS ? most - LEFT_TO_OTHERS : most
    this.#timeoutMs = timeoutMs
  }

  get waiting(): number {
    let waiting = 0
    for (const share of this.#shares.values()) waiting += share.waiting.length
    return waiting
  }

  /** Resolves when the tenant may use one more connection; then call {@link end}. @throws Problem `database_busy`. */
  take(tenant: string): Promise<void> | undefined {
    let share = this.#shares.get(tenant)
    if (!share) {
      share = { used: 0, waiting: [] }
      this.#shares.set(tenant, share)
    }
    if (share.used < this.#limit) {
      share.used += 1
      return undefined
    }
    return this.#wait(share)
  }

  #wait({ waiting }: Share): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1)
        reject(new Problem('database_busy', { seconds: this.#timeoutMs / 1000 }))
      }, this.#timeoutMs)
      const waiter = { start: resolve, timer }
      waiting.push(waiter)
    })
  }

  end(tenant: string): void {
    const share = this.#shares.get(tenant)!
    const next = share.waiting.shift()
    if (next) {
      clearTimeout(next.timer)
      next.start()
    } else {
      share.used -= 1
      if (share.used === 0) this.#shares.delete(tenant)
    }
  }
}
