/**
 * Prices the pages of a simulation: on this thread where they are few, otherwise on worker threads. A pricer receives
 * pages, looks up what their pricing needs, and returns its tally at the end.
 */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FromWorker, Job, ToWorker } from './messages.ts'
import type { Known, PastGroup } from './past-events.ts'
import { type LookUp, pricePage } from './price-page.ts'
import { Repricer } from './repricer.ts'
import type { Tally } from './tally.ts'

export interface PagePricer {
  price(page: readonly PastGroup[]): Promise<void>
  finish(): Promise<Tally>
  stop(): Promise<void>
}

/** Limits for the number of threads and the memory of a thread. */
const MAX_THREADS = 4
const MAX_MEGABYTES = 512
/** Large enough for the garbage of one page, so that little of it is copied between generations. */
const YOUNG_GENERATION_MEGABYTES = 96

export function defaultThreads(): number {
  return Math.min(MAX_THREADS, availableParallelism())
}

/** Creates a pricer on this thread. */
export function localPricer(job: Job, lookUp: LookUp): PagePricer {
  const repricer = new Repricer(job.card, job.begins)
  return {
    price: (page) => pricePage(repricer, page, lookUp),
    finish: async () => repricer.tally,
    stop: async () => {},
  }
}

/** Creates a pricer on a worker thread. It prices one page after another; queued pages have already been sent to it. */
export function threadPricer(job: Job, lookUp: LookUp): PagePricer {
  const waiting: { done: () => void; fail: (error: Error) => void }[] = []
  const tally = Promise.withResolvers<Tally>()
  tally.promise.catch(() => {})
  let failure: Error | undefined
  let finished = false
  const fail = (error: Error) => {
    failure ??= error
    tally.reject(error)
    for (const each of waiting.splice(0)) each.fail(error)
  }
  const thread = idle.pop() ?? new Thread()
  const send = (message: ToWorker) => thread.send(message)
  const onMessage = (message: FromWorker) => {
    if ('wanted' in message) {
      const answer = (known: Known) => send({ known })
      lookUp(message.wanted).then(answer, (error: Error) => {
        fail(error)
        send({ failed: error.message })
      })
    } else if ('priced' in message) waiting.shift()?.done()
    else if ('tally' in message) {
      finished = true
      tally.resolve(message.tally)
    } else fail(new Error(message.failed))
  }
  thread.begin({ onMessage, fail })
  send({ job })
  return {
    price(page) {
      if (failure) return Promise.reject(failure)
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      waiting.push({ done: resolve, fail: reject })
      send({ page })
      return promise
    },
    finish() {
      send({ finish: true })
      return tally.promise
    },
    stop: () => (finished && !failure ? thread.rest() : thread.stop()),
  }
}

/** Receiver of a thread's messages and failure. */
interface Listener {
  readonly onMessage: (message: FromWorker) => void
  readonly fail: (error: Error) => void
}

/** Idle threads, reused by the next simulation: starting two costs as much as pricing 200,000 events. */
const idle: Thread[] = []
const IDLE_MS = 60_000

class Thread {
  // .js in the package, whose files are compiled.
  readonly #worker = new Worker(new URL(`./worker${path.extname(import.meta.url)}`, import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_GENERATION_MEGABYTES },
  })
  #listener: Listener | undefined
  #resting: NodeJS.Timeout | undefined

  constructor() {
    this.#worker.on('error', (error) => this.#end(error as Error))
    this.#worker.on('exit', () => this.#end(new Error('a thread of the simulation ended')))
    this.#worker.on('message', (message: FromWorker) => this.#listener?.onMessage(message))
  }

  begin(listener: Listener): void {
    clearTimeout(this.#resting)
    this.#worker.ref()
    this.#listener = listener
  }

  send(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  /** Keeps the thread for another simulation for a while. It doesn't keep the process alive. */
  async rest(): Promise<void> {
    this.#listener = undefined
    this.#worker.unref()
    this.#resting = setTimeout(() => void this.stop(), IDLE_MS).unref()
    idle.push(this)
  }

  async stop(): Promise<void> {
    this.#leave()
    await this.#worker.terminate()
  }

  #end(error: Error): void {
    this.#leave()
    this.#listener?.fail(error)
  }

  #leave(): void {
    clearTimeout(this.#resting)
    const at = idle.indexOf(this)
    if (at >= 0) idle.splice(at, 1)
  }
}
