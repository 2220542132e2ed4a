/** Worker thread that prices pages of past charges (pricers.ts). */
import os from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './messages.ts'
import type { Known, Wanted } from './past-events.ts'
import { pricePage } from './price-page.ts'
import { Repricer } from './repricer.ts'

// On Linux, this is the priority of the calling thread alone: simulations use the cores that charges leave free.
// Elsewhere it would be that of the whole process.
if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_LOW)

const port = parentPort!
const send = (message: FromWorker) => port.postMessage(message)
/** The repricer of the current simulation. */
let repricer: Repricer | undefined

let answer: PromiseWithResolvers<Known> | undefined
function lookUp(wanted: Wanted): Promise<Known> {
  answer = Promise.withResolvers<Known>()
  send({ wanted })
  return answer.promise
}

/** Pages are processed in sequence: a page that waits for a lookup delays those behind it. */
let last: Promise<void> = Promise.resolve()
function inTurn(work: () => Promise<void>): void {
  last = last.then(work).catch((error: Error) => send({ failed: error.stack ?? error.message }))
}

port.on('message', (message: ToWorker) => {
  if ('known' in message) answer?.resolve(message.known)
  else if ('failed' in message) answer?.reject(new Error(message.failed))
  else if ('job' in message) {
    const { card, begins } = message.job
    inTurn(async () => {
      repricer = new Repricer(card, begins)
    })
  } else if ('page' in message) {
    inTurn(async () => {
      await pricePage(repricer!, message.page, lookUp)
      send({ priced: true })
    })
  } else {
    inTurn(async () => {
      send({ tally: repricer!.tally })
      repricer = undefined
    })
  }
})
