/**
 * Group commit: items that arrive while earlier batches are running are gathered into the next one. There is no timer,
 * so an idle engine responds immediately and a busy one makes larger batches. With two lanes one batch is priced while
 * another is in the database; more lanes only wait for the same row locks (docs/decisions/0003-batched-posting.md).
 */

export interface GatherSettings {
  readonly lanes: number
  readonly maxBatch: number
  /** Whether a failed batch can be repeated in halves: only if none of it can have been written. */
  readonly mayRetry: (error: unknown) => boolean
}

interface Waiting<In, Out> {
  readonly item: In
  readonly resolve: (out: Out) => void
  readonly reject: (error: unknown) => void
}

export class Gatherer<In, Out> {
  readonly #run: (items: In[]) => Promise<Out[]>
  readonly #settings: GatherSettings
  #waiting: Waiting<In, Out>[] = []
  #running = 0
  #idle: (() => void)[] = []

  /** `run` returns one result per item, in order; it throws only if the whole batch failed. */
  constructor(settings: GatherSettings, run: (items: In[]) => Promise<Out[]>) {
    this.#settings = settings
    this.#run = run
  }

  submit(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      // After the current turn of the event loop, so that requests read from sockets together form one batch.
      if (this.#running < this.#settings.lanes) setImmediate(() => this.#next())
    })
  }

  /** Resolves when nothing is waiting or running. */
  drain(): Promise<void> {
    if (this.#running === 0 && this.#waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  get size(): number {
    return this.#waiting.length
  }

  #next(): void {
    if (this.#running >= this.#settings.lanes) return
    if (this.#waiting.length === 0) {
      if (this.#running === 0) for (const done of this.#idle.splice(0)) done()
      return
    }
    const batch = this.#waiting.splice(0, this.#settings.maxBatch)
    this.#running += 1
    void this.#settle(batch).finally(() => {
      this.#running -= 1
      this.#next()
    })
  }

  /** Repeats a batch that failed as a whole in halves, so that one item that the database refuses fails alone. */
  async #settle(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ item }) => item))
      for (const [index, waiting] of batch.entries()) waiting.resolve(results[index]!)
    } catch (error) {
      if (batch.length === 1 || !this.#settings.mayRetry(error)) {
        for (const waiting of batch) waiting.reject(error)
        return
      }
      const half = batch.length >> 1
      await this.#settle(batch.slice(0, half))
      await this.#settle(batch.slice(half))
    }
  }
}
