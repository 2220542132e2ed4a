/**
 * The number of requests that each key may still send in the current second. Decides synchronously, so that of requests
 * that arrive together the first ones pass. (The counter of @fastify/rate-limit is read only after all of them were
 * counted.)
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

  /** Takes one request for a key. @returns 0, or the milliseconds until the window resets */
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
