/** A single attempt: a POST with a time limit and a limited response size that does not follow redirects. */
import { performance } from 'node:perf_hooks'
import { OutgoingFailure } from '../outgoing/failure.ts'
import type { Outgoing } from '../outgoing/outgoing.ts'

/** The total time of an attempt; the specification proposes 15 to 30 s. */
const TIMEOUT_MS = 15_000
/** How much of a response is stored; hardly more is read. */
const KEPT_CHARACTERS = 500
const KEPT_BYTES = KEPT_CHARACTERS * 4

export interface Outcome {
  /** HTTP status; null if there was no response. */
  readonly code: number | null
  /** Why there was no response: `no_answer` or `address_forbidden`. */
  readonly error: string | null
  /** The beginning of the response body. */
  readonly body: string
  readonly durationMs: number
}

export interface SenderOptions {
  readonly outgoing: Outgoing
  readonly timeoutMs?: number
}

interface Attempt {
  readonly tenant: number
  readonly url: string
  readonly payload: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export class Sender {
  readonly #outgoing: Outgoing
  readonly #timeoutMs: number

  constructor({ outgoing, timeoutMs = TIMEOUT_MS }: SenderOptions) {
    this.#timeoutMs = timeoutMs
    this.#outgoing = outgoing
  }

  /** @throws only if the receiver was not called: `signal` was aborted, or too many calls of the tenant are waiting */
  async send({ tenant, url, payload, headers: own, signal }: Attempt): Promise<Outcome> {
    const began = performance.now()
    const outcome = (code: number | null, error: string | null, body = ''): Outcome => ({
      ...{ code, error, body },
      durationMs: Math.round(performance.now() - began),
    })
    const headers = { ...own, 'content-type': 'application/json', 'user-agent': 'Recoup-Webhooks/1', accept: '*/*' }
    // The status alone determines the result.
    const limits = { timeoutMs: this.#timeoutMs, bytesMax: KEPT_BYTES, partial: true }
    try {
      const call = { method: 'POST', url, headers, body: payload, signal } as const
      const { status, body } = await this.#outgoing.of(tenant).ask(call, limits)
      return outcome(status, null, keptOf(body))
    } catch (error) {
      if (!(error instanceof OutgoingFailure) || error.code === 'busy') throw error
      return outcome(null, error.code)
    }
  }
}

/** PostgreSQL cannot store U+0000 in a text, nor half a surrogate pair. */
function keptOf(body: Buffer): string {
  return body.toString('utf8').replaceAll('\0', '').slice(0, KEPT_CHARACTERS).toWellFormed()
}
