/**
 * The {@link Gateway} of the sandbox, over its HTTP API. Time-outs, broken connections, server errors and unreadable
 * answers are `unknown`, because the call may have taken effect.
 */
import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { isWholeMinor, type Micros, minorUnit } from '../../money/amount.ts'
import { isCurrency } from '../../money/currency.ts'
import { OutgoingFailure } from '../../outgoing/failure.ts'
import type { Answer, Call, Caller } from '../../outgoing/outgoing.ts'
import { throwGatewayError, unguarded } from '../calls.ts'
import {
  type BillLine,
  type Gateway,
  GatewayError,
  type GatewayNotification,
  type GatewayRefundState,
  type GatewayRules,
  type OrderState,
} from '../gateway.ts'
import { readBill } from './bill-download.ts'
import { sandboxRules } from './rules.ts'
import { type SandboxSettings, TIMEOUT_MS } from './settings.ts'
import { SIGNATURE_HEADERS, signatureFault, signatureHeaders } from './sign.ts'
import { BillNote, Failure, Handle, NotificationBody, OrderAnswer, type Redirection, RefundAnswer } from './wire.ts'

export interface SandboxGateway extends Gateway {
  /** Redirects the money of an abnormal refund to the merchant or to another card of the payer. */
  redirectRefund(number: string, to?: Redirection['to']): Promise<GatewayRefundState>
}

const compiled = {
  handle: Compile(Handle),
  order: Compile(OrderAnswer),
  refund: Compile(RefundAnswer),
  billNote: Compile(BillNote),
  failure: Compile(Failure),
  notification: Compile(NotificationBody),
}

/** Limit for answers other than bills. */
const ANSWER_BYTES_MAX = 256 * 1024
/** A bill download may take this many times the time-out of a call. */
const BILL_TIMEOUTS = 60
const CODE = /^[a-z][a-z0-9_]*$/
const NOT_FOUND = new Set(['order_not_found', 'refund_not_found', 'bill_not_ready'])

export interface SandboxOptions {
  /** The clock that signatures are made and checked by, in milliseconds since 1970. */
  readonly now?: () => number
  /** Makes the calls. Default: to any address, for programs that choose the address themselves. */
  readonly caller?: Caller
}

export function sandboxGateway(settings: SandboxSettings, options: SandboxOptions = {}): SandboxGateway {
  const { now = Date.now, caller = unguarded() } = options
  const wire = new Wire(settings, { now, caller })
  const notifyUrl = settings.notifyUrl === undefined ? {} : { notifyUrl: settings.notifyUrl }
  return {
    kind: 'sandbox',
    rules: rulesOf(settings),
    async createOrder({ number, amount, unit, description, expiresAt, method }) {
      const sent = { amount: toMinor(amount, unit), currency: unit, expiresAt: expiresAt.toISOString() }
      const body = { number, ...sent, description, method, ...notifyUrl }
      const handle = await wire.ask('POST', '/v1/orders', compiled.handle, body)
      if (handle.kind !== method.kind)
        throw new GatewayError('unknown', 'answer_invalid', 'the handle differs from the requested one')
      return handle
    },
    async queryOrder(number) {
      return toOrder(await wire.ask('GET', `/v1/orders/${encodeURIComponent(number)}`, compiled.order), number)
    },
    async closeOrder(number) {
      await wire.send('POST', `/v1/orders/${encodeURIComponent(number)}/close`)
    },
    async refund({ number, order, total, amount, unit, reason }) {
      const amounts = { total: toMinor(total, unit), amount: toMinor(amount, unit), currency: unit }
      const body = { number, order, ...amounts, reason, ...notifyUrl }
      return toRefund(await wire.ask('POST', '/v1/refunds', compiled.refund, body), number)
    },
    async queryRefund(number) {
      return toRefund(await wire.ask('GET', `/v1/refunds/${encodeURIComponent(number)}`, compiled.refund), number)
    },
    async redirectRefund(number, to = 'merchant_account') {
      const target = `/v1/refunds/${encodeURIComponent(number)}/redirect`
      return toRefund(await wire.ask('POST', target, compiled.refund, { to }), number)
    },
    readNotification: async (headers, body) => readNotification(settings, headers, body, now()),
    acknowledgement: () => ({ status: 200, body: '{"code":"SUCCESS"}', contentType: 'application/json' }),
    downloadBill: (date) => downloadBill(wire, settings, date),
  }
}

function rulesOf({ rules = {} }: SandboxSettings): GatewayRules {
  const { windowDays, maxRefunds, minGapSeconds, pollSeconds } = rules
  return {
    ...sandboxRules,
    refund: {
      windowDays: windowDays === undefined ? sandboxRules.refund.windowDays : windowDays,
      maxRefunds: maxRefunds === undefined ? sandboxRules.refund.maxRefunds : maxRefunds,
      minGapSeconds: minGapSeconds ?? sandboxRules.refund.minGapSeconds,
    },
    pollSeconds: pollSeconds ?? sandboxRules.pollSeconds,
  }
}

class Wire {
  readonly #settings: SandboxSettings
  readonly #now: () => number
  readonly #caller: Caller
  readonly #base: string
  readonly #timeoutMs: number

  constructor(settings: SandboxSettings, { now, caller }: Required<SandboxOptions>) {
    this.#settings = settings
    this.#now = now
    this.#caller = caller
    this.#base = settings.baseUrl.replace(/\/+$/, '')
    this.#timeoutMs = settings.timeoutMs ?? TIMEOUT_MS
  }

  get tenant(): number {
    return this.#caller.tenant
  }

  /** @throws GatewayError `unknown` where the answer has an unexpected form; otherwise as {@link send}. */
  async ask<Schema extends TSchema>(
    method: 'GET' | 'POST',
    target: string,
    expected: Validator<Record<never, never>, Schema>,
    body?: unknown,
  ): Promise<Static<Schema>> {
    const { status, text } = await this.send(method, target, body)
    const json = parse(text)
    if (!expected.Check(json))
      throw new GatewayError('unknown', 'answer_invalid', `invalid response (status ${status})`)
    return json as Static<Schema>
  }

  /** @throws GatewayError of every kind. */
  async send(method: 'GET' | 'POST', target: string, body?: unknown): Promise<{ status: number; text: string }> {
    const call = this.#sign(method, target, body === undefined ? '' : JSON.stringify(body))
    const limits = { timeoutMs: this.#timeoutMs, bytesMax: ANSWER_BYTES_MAX }
    const answer = await this.#caller.ask(call, limits).catch(throwGatewayError)
    if (!answer.complete) throw new GatewayError('unknown', 'answer_invalid', 'the response is too large')
    const { status } = answer
    const text = answer.body.toString('utf8')
    if (status >= 200 && status < 300) return { status, text }
    throw failureOf(status, text)
  }

  /** Streams the bytes of a file. @throws GatewayError of every kind, also midway. */
  async *download(target: string, bytesMax: number): AsyncGenerator<Uint8Array, void, undefined> {
    const limits = { timeoutMs: this.#timeoutMs * BILL_TIMEOUTS, pauseMs: this.#timeoutMs, bytesMax }
    const refuse = ({ status, body }: Answer) => failureOf(status, body.toString('utf8'))
    try {
      yield* this.#caller.download(this.#sign('GET', target, ''), limits, refuse)
    } catch (error) {
      if (error instanceof OutgoingFailure && error.code === 'answer_too_large')
        throw new GatewayError('refused', 'digest_mismatch', `a file of more than ${bytesMax} bytes`)
      throwGatewayError(error)
    }
  }

  #sign(method: 'GET' | 'POST', target: string, body: string): Call {
    const { merchant, secret } = this.#settings
    const url = new URL(this.#base + target)
    // The target as in the request line: the signature covers the base path of the configured URL.
    const signed = { kind: 'request', method, target: url.pathname + url.search, body } as const
    const headers = {
      ...signatureHeaders(merchant, secret, signed, this.#now()),
      ...(body && { 'content-type': 'application/json' }),
    }
    return { method, url: url.href, headers, ...(body && { body }) }
  }
}

/**
 * Maps an answer that isn't 2xx to an error. A response in another format than the sandbox's may come from any
 * intermediary, so the outcome is unknown. The text of the answer is not used: the tenant reads the error, and the
 * answer may not be meant for the tenant.
 */
function failureOf(status: number, text: string): GatewayError {
  const json = parse(text)
  const failure = compiled.failure.Check(json) && CODE.test(json.code) ? json : undefined
  const code = failure?.code ?? `http_${status}`
  const message = `response with status ${status}`
  if (status === 429) return new GatewayError('busy', code, message)
  if (!failure || status >= 500 || status < 400) return new GatewayError('unknown', code, message)
  if (status === 404) return new GatewayError(NOT_FOUND.has(code) ? 'not_found' : 'unknown', code, message)
  return new GatewayError('refused', code, message)
}

async function* downloadBill(
  wire: Wire,
  settings: SandboxSettings,
  date: string,
): AsyncGenerator<BillLine, void, undefined> {
  const target = `/v1/bills/${encodeURIComponent(date)}`
  const note = await wire.ask('GET', settings.unfinishedBills ? `${target}?now=1` : target, compiled.billNote)
  if (note.date !== date)
    throw new GatewayError('unknown', 'answer_invalid', `the bill is of ${note.date} instead of ${date}`)
  yield* readBill(wire.download(`${target}/file?sha256=${note.sha256}`, note.bytes), note, wire.tenant)
}

function readNotification(
  { merchant, secret }: SandboxSettings,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  now: number,
): GatewayNotification {
  if (headers[SIGNATURE_HEADERS.merchant] !== merchant) {
    throw new GatewayError('refused', 'merchant_unknown', 'a notification for another merchant')
  }
  const fault = signatureFault(headers, secret, { kind: 'notification', body }, now)
  if (fault) throw new GatewayError('refused', fault, 'the signature of the notification is invalid')
  const json = parse(body.toString('utf8'))
  if (!compiled.notification.Check(json)) throw unreadable()
  const { id, type, data } = json
  if (type.startsWith('order.')) {
    if (!compiled.order.Check(data)) throw unreadable()
    return { id, kind: 'payment', order: toOrder(data, data.number) }
  }
  if (type.startsWith('refund.')) {
    if (!compiled.refund.Check(data)) throw unreadable()
    return { id, kind: 'refund', refund: toRefund(data, data.number) }
  }
  return { id, kind: 'other', type }
}

const unreadable = () => new GatewayError('refused', 'notification_invalid', 'the notification is malformed')

function toOrder(answer: OrderAnswer, number: string): OrderState {
  const { status, providerNumber, amount, currency, paidAt } = answer
  if (answer.number !== number)
    throw new GatewayError('unknown', 'answer_invalid', 'the response is about another order')
  return {
    number,
    status,
    providerNumber,
    amount: toMicros(amount, currency),
    unit: currency,
    paidAt: paidAt === null ? null : new Date(paidAt),
  }
}

function toRefund(answer: RefundAnswer, number: string): GatewayRefundState {
  const { order, status, providerNumber, amount, currency, succeededAt } = answer
  if (answer.number !== number)
    throw new GatewayError('unknown', 'answer_invalid', 'the response is about another refund')
  return {
    number,
    order,
    status,
    providerNumber,
    amount: toMicros(amount, currency),
    unit: currency,
    succeededAt: succeededAt === null ? null : new Date(succeededAt),
  }
}

function toMinor(amount: Micros, unit: string): string {
  if (amount <= 0n || !isWholeMinor(amount, unit))
    throw new RangeError(`${amount} micros are no whole minor units of ${unit}`)
  return String(amount / minorUnit(unit))
}

function toMicros(amount: string, unit: string): Micros {
  if (!isCurrency(unit))
    throw new GatewayError('unknown', 'answer_invalid', `the response has the unknown currency ${unit}`)
  return BigInt(amount) * minorUnit(unit)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
