/** A single attempt: a POST with a time limit and a limited response size that does not follow redirects. */
import { performance } from 'node:perf_hooks'
import { Agent, type Dispatcher } from 'undici'
import { connectorTo, ForbiddenAddress, type Resolver } from '../outgoing/address.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'

/** The total time of an attempt; the specification proposes 15 to 30 s. */
const TIMEOUT_MS = 15_000
const HEADER_LIMIT = 16 * 1024
/** How much of a response is stored; hardly more is read. */
const KEPT_CHARACTERS = 500

export interface Outcome {
  /** HTTP status; null if there was no response. */
  readonly code: number | null
  /** Why there was no response: a system code such as ECONNREFUSED, or `timeout`, `address_forbidden`. */
  readonly error: string | null
  /** The beginning of the response body. */
  readonly body: string
  readonly durationMs: number
}

export interface SenderOptions {
  readonly targets: OutgoingTargets
  readonly timeoutMs?: number
  readonly resolve?: Resolver
}

export class Sender {
  readonly #agent: Agent
  readonly #timeoutMs: number

  constructor({ targets, timeoutMs = TIMEOUT_MS, resolve }: SenderOptions) {
    this.#timeoutMs = timeoutMs
    this.#agent = new Agent({
      connect: connectorTo(targets, timeoutMs, resolve),
      connections: 8,
      pipelining: 1,
      maxHeaderSize: HEADER_LIMIT,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    })
  }

  /** @throws only if `signal` was aborted: then the result is unknown */
  async send(url: string, payload: string, headers: Record<string, string>, signal: AbortSignal): Promise<Outcome> {
    const began = performance.now()
    const timeout = AbortSignal.timeout(this.#timeoutMs)
    const outcome = (code: number | null, error: string | null, body = ''): Outcome => ({
      ...{ code, error, body },
      durationMs: Math.round(performance.now() - began),
    })
    try {
      const answer = await this.#agent.request({
        origin: new URL(url).origin,
        path: pathOf(url),
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'Recoup-Webhooks/1', accept: '*/*' },
        body: payload,
        signal: AbortSignal.any([timeout, signal]),
      })
      return outcome(answer.statusCode, null, await firstOf(answer.body).catch(() => ''))
    } catch (error) {
      if (signal.aborted) throw signal.reason
      return outcome(null, timeout.aborted ? 'timeout' : reasonOf(error))
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy()
  }
}

const pathOf = (url: string) => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/**
 * The beginning of the response; if there is more, the connection is closed. The status alone determines the result.
 */
async function firstOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= KEPT_CHARACTERS * 4) break
  }
  // PostgreSQL cannot store U+0000 in a text, nor half a surrogate pair.
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').slice(0, KEPT_CHARACTERS).toWellFormed()
}

/** The error code. Messages may contain internal addresses; codes do not. */
function reasonOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ForbiddenAddress) return 'address_forbidden'
    const first = cause instanceof AggregateError ? cause.errors[0] : cause
    const { code } = first as NodeJS.ErrnoException
    if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
      return 'timeout'
    if (code) return code
  }
  return 'unknown'
}
