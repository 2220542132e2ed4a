/**
 * Who prices the pages: this thread where they are few, else threads of their own. A hand takes pages and, when all is
 * done, gives its tally; what it must know to price a page it asks for.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RateCard } from '../catalog/rate-card.ts'
import { unpack } from './past-charges.ts'
import type { Known, PastGroup, Wanted } from './past-events.ts'
import { Repricer } from './repricer.ts'
import type { Tally } from './tally.ts'

/** What every hand works with. */
export interface Job {
  readonly card: RateCard
  /** When the days of the period begin (past-events.ts). */
  readonly begins: Float64Array
}

export type Ask = (wanted: Wanted) => Promise<Known>

export interface Hand {
  price(page: readonly PastGroup[]): Promise<void>
  finish(): Promise<Tally>
  stop(): Promise<void>
}

/** What goes to a thread, and what comes back. */
export type ToWorker =
  | { readonly job: Job }
  | { readonly page: readonly PastGroup[] }
  | { readonly known: Known }
  | { readonly failed: string }
  | { readonly finish: true }
export type FromWorker =
  | { readonly wanted: Wanted }
  | { readonly priced: true }
  | { readonly tally: Tally }
  | { readonly failed: string }

/** Most threads, and most megabytes that each may grow to before it is stopped. */
const MAX_THREADS = 4
const MAX_MEGABYTES = 512
/** Room for what is made while a page is priced, so that little of it is copied about. */
const MEGABYTES_YOUNG = 96

export function threadsFor(): number {
  return Math.min(MAX_THREADS, availableParallelism())
}

/** Prices a page with all that it asks for. */
export async function priceOn(repricer: Repricer, page: readonly PastGroup[], ask: Ask): Promise<void> {
  const charges = page.map(unpack)
  for (;;) {
    const wanted = repricer.wanted(charges)
    if (!wanted) break
    repricer.learn(await ask(wanted))
  }
  repricer.take(charges)
}

export function handHere(job: Job, ask: Ask): Hand {
  const repricer = new Repricer(job.card, job.begins)
  return {
    price: (page) => priceOn(repricer, page, ask),
    finish: async () => repricer.tally,
    stop: async () => {},
  }
}

/** A thread's part in one simulation: page after page; those that wait in line are with it already. */
export function handApart(job: Job, ask: Ask): Hand {
  const waiting: { done: () => void; fail: (error: Error) => void }[] = []
  const tally = Promise.withResolvers<Tally>()
  tally.promise.catch(() => {})
  let broken: Error | undefined
  let finished = false
  const fail = (error: Error) => {
    broken ??= error
    tally.reject(error)
    for (const each of waiting.splice(0)) each.fail(error)
  }
  const thread = idle.pop() ?? new Thread()
  const send = (message: ToWorker) => thread.send(message)
  const hear = (message: FromWorker) => {
    if ('wanted' in message) {
      const told = (known: Known) => send({ known })
      ask(message.wanted).then(told, (error: Error) => {
        fail(error)
        send({ failed: error.message })
      })
    } else if ('priced' in message) waiting.shift()?.done()
    else if ('tally' in message) {
      finished = true
      tally.resolve(message.tally)
    } else fail(new Error(message.failed))
  }
  thread.begin({ hear, fail })
  send({ job })
  return {
    price(page) {
      if (broken) return Promise.reject(broken)
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      waiting.push({ done: resolve, fail: reject })
      send({ page })
      return promise
    },
    finish() {
      send({ finish: true })
      return tally.promise
    },
    stop: () => (finished && !broken ? thread.rest() : thread.stop()),
  }
}

/** Who hears what a thread says, and that it broke. */
interface Listener {
  readonly hear: (message: FromWorker) => void
  readonly fail: (error: Error) => void
}

/** Threads that wait for the next simulation: starting two costs as much as pricing 200,000 events. */
const idle: Thread[] = []
const IDLE_MS = 60_000

class Thread {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES, maxYoungGenerationSizeMb: MEGABYTES_YOUNG },
  })
  #listener: Listener | undefined
  #resting: NodeJS.Timeout | undefined

  constructor() {
    this.#worker.on('error', (error) => this.#end(error as Error))
    this.#worker.on('exit', () => this.#end(new Error('a thread of the simulation ended')))
    this.#worker.on('message', (message: FromWorker) => this.#listener?.hear(message))
  }

  begin(listener: Listener): void {
    clearTimeout(this.#resting)
    this.#worker.ref()
    this.#listener = listener
  }

  send(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  /** Ready for another simulation, for a while. It doesn't keep the program from ending. */
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
