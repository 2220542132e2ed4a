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
const THREADS_MOST = 4
const MEGABYTES_MOST = 512
/** Room for what is made while a page is priced, so that little of it is copied about. */
const MEGABYTES_YOUNG = 96

export function threadsFor(): number {
  return Math.min(THREADS_MOST, availableParallelism())
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

/** A thread. It prices page after page; those that wait in line are with it already. */
export function handApart(job: Job, ask: Ask): Hand {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_MOST, maxYoungGenerationSizeMb: MEGABYTES_YOUNG },
  })
  const send = (message: ToWorker) => worker.postMessage(message)
  const waiting: { done: () => void; fail: (error: Error) => void }[] = []
  const tally = Promise.withResolvers<Tally>()
  tally.promise.catch(() => {})
  let broken: Error | undefined
  const fail = (error: Error) => {
    broken ??= error
    tally.reject(error)
    for (const each of waiting.splice(0)) each.fail(error)
  }
  worker.on('error', (error) => fail(error as Error))
  worker.on('exit', () => fail(new Error('a thread of the simulation ended')))
  worker.on('message', (message: FromWorker) => {
    if ('wanted' in message) {
      const told = (known: Known) => send({ known })
      ask(message.wanted).then(told, (error: Error) => {
        fail(error)
        send({ failed: error.message })
      })
    } else if ('priced' in message) waiting.shift()?.done()
    else if ('tally' in message) tally.resolve(message.tally)
    else fail(new Error(message.failed))
  })
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
    stop: async () => void (await worker.terminate()),
  }
}
