/**
 * Limits the concurrent calls of one tenant, in all and to one origin, so that a slow target takes neither the sockets of
 * other tenants nor those of the tenant's other targets. Further calls wait in order of arrival.
 */
import { OutgoingFailure } from './failure.ts'

export interface TurnLimits {
  readonly perOrigin: number
  readonly total: number
  /** Calls of the tenant that may wait. */
  readonly waiting: number
}

interface Waiter {
  readonly origin: string
  start(): void
}

export class Turns {
  readonly #limits: TurnLimits
  readonly #running = new Map<string, number>()
  #total = 0
  #waiting: Waiter[] = []

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** Whether no call is running or waiting. */
  get idle(): boolean {
    return this.#total === 0 && this.#waiting.length === 0
  }

  /**
   * Takes a turn. @returns the function that ends it
   * @throws OutgoingFailure `busy`; the reason of the signal when it is aborted while waiting
   */
  async take(origin: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    if (!this.#hasRoom(origin)) await this.#wait(origin, signal)
    else this.#start(origin)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      this.#end(origin)
    }
  }

  #wait(origin: string, signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#limits.waiting) throw new OutgoingFailure('busy', 'calls_waiting', false)
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((each) => each !== waiter)
        reject(signal.reason)
      }
      const waiter: Waiter = {
        origin,
        start: () => {
          signal.removeEventListener('abort', leave)
          this.#start(origin)
          resolve()
        },
      }
      signal.addEventListener('abort', leave, { once: true })
      this.#waiting.push(waiter)
    })
  }

  #hasRoom(origin: string): boolean {
    return this.#total < this.#limits.total && (this.#running.get(origin) ?? 0) < this.#limits.perOrigin
  }

  #start(origin: string): void {
    this.#total += 1
    this.#running.set(origin, (this.#running.get(origin) ?? 0) + 1)
  }

  #end(origin: string): void {
    this.#total -= 1
    const left = this.#running.get(origin)! - 1
    if (left > 0) this.#running.set(origin, left)
    else this.#running.delete(origin)
    const next = this.#waiting.findIndex((waiter) => this.#hasRoom(waiter.origin))
    if (next >= 0) this.#waiting.splice(next, 1)[0]!.start()
  }
}
