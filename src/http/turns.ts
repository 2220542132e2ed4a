/** Limits how many expensive operations of one tenant run or wait at the same time, so that no tenant delays others. */
import { Problem } from '../problem.ts'

export class Turns {
  readonly #limit: number
  readonly #running = new Map<number, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /**
   * Takes a turn for a tenant.
   * @returns a function that ends it, which may be called several times
   * @throws Problem `operations_limited`.
   */
  take(tenant: number): () => void {
    const running = this.#running.get(tenant) ?? 0
    if (running >= this.#limit) throw new Problem('operations_limited', { limit: this.#limit })
    this.#running.set(tenant, running + 1)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      const left = this.#running.get(tenant)! - 1
      if (left > 0) this.#running.set(tenant, left)
      else this.#running.delete(tenant)
    }
  }

  /** Runs an operation in a turn. @throws Problem `operations_limited`. */
  async run<Result>(tenant: number, operate: () => Promise<Result>): Promise<Result> {
    const end = this.take(tenant)
    try {
      return await operate()
    } finally {
      end()
    }
  }
}
