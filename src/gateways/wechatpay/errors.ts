/**
 * What an answer that is no success means for the caller. The question is never what went wrong but whether anything may
 * have happened: an answer that can't be believed, or none, leaves the effect open.
 */
import { GatewayError, type GatewayErrorKind } from '../gateway.ts'

/** Turned away before it was looked at. The provider writes it in several ways. */
const BUSY = new Set([
  'FREQUENCY_LIMITED',
  'FREQUENCY_LIMIT_EXCEED',
  'RATELIMIT_EXCEEDED',
  'RATELIMIT_EXCEED',
  // The payer is entering a password: an order can be neither closed nor taken for unpaid.
  'USERPAYING',
  'USER_PAYING',
])

/** It may be done, or be done later: the same request again, or a query, will tell. */
const UNKNOWN = new Set(['SYSTEM_ERROR', 'BANK_ERROR', 'BIZERR_NEED_RETRY'])

const NOT_FOUND = new Set([
  'RESOURCE_NOT_EXISTS',
  'ORDER_NOT_EXIST',
  'REFUND_NOT_EXISTS',
  // Of bills: none of that day, or not made yet.
  'NO_STATEMENT_EXIST',
  'STATEMENT_CREATING',
])

/** The name did not resolve or no server listened: the request never left this machine. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/**
 * @param body Of an answer that is neither 200 nor 204: `{ code, message }` where it comes from the provider's application, or
 * the names that its older interfaces use.
 */
export function errorOfAnswer(status: number, body: string): GatewayError {
  const { code, message } = readError(body)
  const text = message || `WeChat Pay answered ${status}.`
  if (status >= 500) return new GatewayError('unknown', code ?? 'SYSTEM_ERROR', text)
  if (status === 429) return new GatewayError('busy', code ?? 'RATELIMIT_EXCEEDED', text)
  // A proxy on the way answers as well; what is not of the provider's form says nothing about the request.
  if (status < 400 && code && BUSY.has(code)) return new GatewayError('busy', code, text)
  if (!code || status < 400) return new GatewayError('unknown', `http_${status}`, text)
  return new GatewayError(kindOf(code), code, text)
}

function kindOf(code: string): GatewayErrorKind {
  if (BUSY.has(code)) return 'busy'
  if (UNKNOWN.has(code)) return 'unknown'
  return NOT_FOUND.has(code) ? 'not_found' : 'refused'
}

function readError(body: string): { readonly code: string | null; readonly message: string } {
  try {
    const fields = JSON.parse(body) as Record<string, unknown>
    const { code = fields.error_code, message = fields.error_msg } = fields
    return {
      code: typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : null,
      message: typeof message === 'string' ? message.slice(0, 256) : '',
    }
  } catch {
    return { code: null, message: '' }
  }
}

/**
 * A call that brought no answer. The error of the HTTP client is not passed on: it carries the request with its
 * signature and the key that made it.
 */
export function errorOfTransport(error: unknown): GatewayError {
  const code = codeOf(error)
  if (NOT_SENT.has(code)) return new GatewayError('busy', 'unreachable', `WeChat Pay can’t be reached: ${code}.`)
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ERR_CANCELED') {
    return new GatewayError('unknown', 'timeout', 'WeChat Pay did not answer in time.')
  }
  return new GatewayError('unknown', 'connection_lost', `The connection to WeChat Pay broke: ${code}.`)
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'UNKNOWN'
}

/** An answer that came whole but can't be believed or understood: what was asked for may have happened. */
export function notBelieved(code: string, message: string): GatewayError {
  return new GatewayError('unknown', code, message)
}
