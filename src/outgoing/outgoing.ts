/**
 * The HTTP client of all calls to addresses that tenants and providers choose: webhooks, gateways and the files of
 * providers. It connects to allowed addresses only, follows no redirect, decompresses nothing, uses no proxy from the
 * environment, and bounds the size and the duration of answers and the number of a tenant's concurrent calls.
 */
import { Agent, type Dispatcher } from 'undici'
import { urlFault } from './address.ts'
import { connectorTo, type Resolver } from './connector.ts'
import { failureOf, OutgoingFailure } from './failure.ts'
import type { OutgoingTargets } from './targets.ts'
import { type TurnLimits, Turns } from './turns.ts'

const HEADER_BYTES_MAX = 16 * 1024
const CONNECT_MS = 10_000
/** The longest time that a call waits for others of its tenant: jobs and callers have time limits of their own. */
const WAIT_MS = 10_000
/** How long the connections of a tenant without calls stay open. */
const IDLE_MS = 10_000
const LIMITS: TurnLimits = { perOrigin: 32, total: 64, waiting: 512 }

export interface OutgoingOptions {
  readonly targets: OutgoingTargets
  readonly limits?: TurnLimits
  readonly resolve?: Resolver
}

export interface FailedCall {
  readonly tenant: number
  readonly origin: string
  readonly code: string
  /** A system code, `timeout`, or the violated rule. Tenants do not see it. */
  readonly reason: string
}

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Ends the call, in addition to its time limit. */
  readonly signal?: AbortSignal
}

export interface AnswerLimits {
  /** Time from the start of the call to the end of its answer. */
  readonly timeoutMs: number
  readonly bytesMax: number
  /** Whether an answer counts whose body breaks off or takes too long; its status is known then. */
  readonly partial?: boolean
}

interface FileLimits extends Omit<AnswerLimits, 'partial'> {
  /** The longest time without any bytes. */
  readonly pauseMs: number
}

export interface Answer {
  readonly status: number
  /** By lower-case name; of repeated headers, the first. */
  readonly headers: Readonly<Record<string, string>>
  /** At most `bytesMax` bytes of the body. */
  readonly body: Buffer
  /** Whether `body` is the whole body. */
  readonly complete: boolean
}

interface Channel {
  readonly agent: Agent
  readonly turns: Turns
  idle: NodeJS.Timeout | undefined
}

export class Outgoing {
  readonly targets: OutgoingTargets
  readonly #limits: TurnLimits
  #report: (failure: FailedCall) => void = () => {}
  readonly #resolve: Resolver | undefined
  readonly #channels = new Map<number, Channel>()

  constructor({ targets, limits = LIMITS, resolve }: OutgoingOptions) {
    this.targets = targets
    this.#limits = limits
    this.#resolve = resolve
  }

  /** Sets who receives every call without an answer, for the log. */
  reportTo(report: (failure: FailedCall) => void): void {
    this.#report = report
  }

  /** The calls of one tenant. Their connections and limits are not shared with other tenants. */
  of(tenant: number): Caller {
    return new Caller(this, tenant)
  }

  /**
   * Sends a call and reads its answer, up to the size limit.
   * @throws OutgoingFailure; the reason of `call.signal` when that ended the call
   */
  async ask(tenant: number, call: Call, limits: AnswerLimits): Promise<Answer> {
    const { agent, end } = await this.#begin(tenant, call, limits.timeoutMs)
    const timeout = AbortSignal.timeout(limits.timeoutMs)
    try {
      const answer = await send(agent, call, timeout)
      return { ...headOf(answer), ...(await firstOf(answer.body, limits)) }
    } catch (error) {
      throw this.#failed(tenant, call, error, timeout.aborted)
    } finally {
      end()
    }
  }

  /**
   * Streams the body of an answer with status 200.
   * @param refuse returns the error for another status and the beginning of its body
   * @throws OutgoingFailure, also midway
   */
  async *download(
    tenant: number,
    call: Call,
    limits: FileLimits,
    refuse: (answer: Answer) => Error,
  ): AsyncGenerator<Buffer, void, undefined> {
    const { agent, end } = await this.#begin(tenant, call, limits.pauseMs)
    const pause = new Pause(limits.pauseMs)
    const timeout = AbortSignal.any([pause.signal, AbortSignal.timeout(limits.timeoutMs)])
    let bytes = 0
    try {
      const answer = await send(agent, call, timeout)
      if (answer.statusCode !== 200)
        throw new Refusal(refuse({ ...headOf(answer), ...(await firstOf(answer.body, REFUSAL)) }))
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        pause.stop()
        bytes += chunk.length
        if (bytes > limits.bytesMax) throw new OutgoingFailure('answer_too_large', `${limits.bytesMax} bytes`, true)
        yield chunk
        pause.start()
      }
    } catch (error) {
      throw error instanceof Refusal ? error.cause : this.#failed(tenant, call, error, timeout.aborted)
    } finally {
      // Closes the connection if the file was not read to its end.
      pause.abort()
      end()
    }
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    const channels = [...this.#channels.values()]
    this.#channels.clear()
    for (const { idle } of channels) clearTimeout(idle)
    await Promise.all(channels.map(({ agent }) => agent.destroy()))
  }

  /** Checks the URL and takes a turn, for which a call waits no longer than for its answer, and {@link WAIT_MS} at most. */
  async #begin(tenant: number, call: Call, waitMs: number): Promise<{ agent: Agent; end: () => void }> {
    const fault = urlFault(call.url, this.targets)
    if (fault) throw this.#failed(tenant, call, new OutgoingFailure('address_forbidden', fault, false), false)
    const channel = this.#channelOf(tenant)
    const wait = AbortSignal.timeout(Math.min(waitMs, WAIT_MS))
    try {
      const end = await channel.turns.take(new URL(call.url).origin, signalOf(call, wait))
      return { agent: channel.agent, end: () => this.#end(tenant, channel, end) }
    } catch (error) {
      this.#closeWhenIdle(tenant, channel)
      const busy = wait.aborted ? new OutgoingFailure('busy', 'calls_waiting', false) : error
      throw this.#failed(tenant, call, busy, false)
    }
  }

  #channelOf(tenant: number): Channel {
    let channel = this.#channels.get(tenant)
    if (!channel) {
      const connect = connectorTo({ targets: this.targets, timeoutMs: CONNECT_MS, resolve: this.#resolve })
      const agent = new Agent({ connect, pipelining: 1, maxHeaderSize: HEADER_BYTES_MAX, connections: 64 })
      channel = { agent, turns: new Turns(this.#limits), idle: undefined }
      this.#channels.set(tenant, channel)
    }
    clearTimeout(channel.idle)
    return channel
  }

  #end(tenant: number, channel: Channel, endTurn: () => void): void {
    endTurn()
    this.#closeWhenIdle(tenant, channel)
  }

  #closeWhenIdle(tenant: number, channel: Channel): void {
    clearTimeout(channel.idle)
    if (!channel.turns.idle) return
    channel.idle = setTimeout(() => {
      if (!channel.turns.idle) return
      if (this.#channels.get(tenant) === channel) this.#channels.delete(tenant)
      channel.agent.destroy().catch(() => {})
    }, IDLE_MS).unref()
  }

  /** Returns what to throw, and reports a failure of the target. */
  #failed(tenant: number, call: Call, error: unknown, timedOut: boolean): unknown {
    if (call.signal?.aborted) return call.signal.reason
    const failure = failureOf(error, timedOut)
    const { code, reason } = failure
    this.#report({ tenant, origin: originOf(call.url), code, reason })
    return failure
  }
}

/** The calls of one tenant. */
export class Caller {
  readonly tenant: number
  readonly #outgoing: Outgoing

  constructor(outgoing: Outgoing, tenant: number) {
    this.#outgoing = outgoing
    this.tenant = tenant
  }

  /** {@link Outgoing.ask} */
  ask(call: Call, limits: AnswerLimits): Promise<Answer> {
    return this.#outgoing.ask(this.tenant, call, limits)
  }

  /** {@link Outgoing.download} */
  download(call: Call, limits: FileLimits, refuse: (answer: Answer) => Error): AsyncGenerator<Buffer, void, undefined> {
    return this.#outgoing.download(this.tenant, call, limits, refuse)
  }
}

/** How much of a refusal is read instead of a file. */
const REFUSAL = { bytesMax: 64 * 1024 }

function send(agent: Agent, call: Call, timeout: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(call.url)
  const { method, headers, body = null } = call
  return agent.request({
    ...{ origin, path: pathname + search, method, headers: { ...headers }, body },
    // The signal bounds the whole call; the time-outs of the client would end it earlier.
    ...{ signal: signalOf(call, timeout), headersTimeout: 0, bodyTimeout: 0 },
  })
}

const signalOf = ({ signal }: Call, limit: AbortSignal) => (signal ? AbortSignal.any([limit, signal]) : limit)

/** Aborts when it is not stopped in time. */
class Pause {
  readonly #controller = new AbortController()
  readonly #milliseconds: number
  #timer: NodeJS.Timeout | undefined

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds
    this.start()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  start(): void {
    this.#timer = setTimeout(() => this.abort(), this.#milliseconds)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  abort(): void {
    this.stop()
    this.#controller.abort(new DOMException('no bytes arrived', 'TimeoutError'))
  }
}

/** Carries the error of an answer that is not the file past the handling of broken connections. */
class Refusal extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}

function headOf({ statusCode, headers }: Dispatcher.ResponseData) {
  const entries = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])
  return { status: statusCode, headers: Object.fromEntries(entries) as Record<string, string> }
}

/** The beginning of the body; if there is more, the connection is closed. */
async function firstOf(
  body: Dispatcher.ResponseData['body'],
  { bytesMax, partial = false }: Pick<AnswerLimits, 'bytesMax' | 'partial'>,
) {
  const chunks: Buffer[] = []
  let size = 0
  let complete = true
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > bytesMax) break
    }
  } catch (error) {
    if (!partial) throw error
    complete = false
  }
  return { body: Buffer.concat(chunks).subarray(0, bytesMax), complete: complete && size <= bytesMax }
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '')
