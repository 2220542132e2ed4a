/**
 * How many requests each key may still send in the second that runs. Decided at once, without a promise: of requests
 * that arrive together the first ones pass. (The counter of @fastify/rate-limit is read after all of them were counted.)
 */
export class Allowance {
  readonly #most: number
  readonly #windowMs: number
  readonly #used = new Map<string, number>()
  #ends = 0

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Takes one for a key. Answers 0, or the milliseconds until there are some again. */
  take(key: string, now = performance.now()): number {
    if (now >= this.#ends) {
      this.#used.clear()
      this.#ends = now + this.#windowMs
    }
    const used = (this.#used.get(key) ?? 0) + 1
    this.#used.set(key, used)
    return used > this.#most ? this.#ends - now : 0
  }
}
