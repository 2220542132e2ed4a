/**
 * Maps failed calls to gateway errors. What matters is whether the call may have taken effect, not what went wrong: a
 * missing or unverifiable answer leaves that open.
 */
import { GatewayError, type GatewayErrorKind } from '../gateway.ts'

/** Not processed. The provider uses several codes for it. */
const BUSY = new Set([
  'FREQUENCY_LIMITED',
  'FREQUENCY_LIMIT_EXCEED',
  'RATELIMIT_EXCEEDED',
  'RATELIMIT_EXCEED',
  // The payer is entering a password: the order can neither be closed nor be considered unpaid.
  'USERPAYING',
  'USER_PAYING',
])

/** Executed or to be executed later: a retry of the same request or a query shows which. */
const UNKNOWN = new Set(['SYSTEM_ERROR', 'BANK_ERROR', 'BIZERR_NEED_RETRY'])

const NOT_FOUND = new Set([
  'RESOURCE_NOT_EXISTS',
  'ORDER_NOT_EXIST',
  'REFUND_NOT_EXISTS',
  // The bill of that day doesn't exist (yet).
  'NO_STATEMENT_EXIST',
  'STATEMENT_CREATING',
])

/**
 * Maps an answer to an error.
 * @param body of an answer that is neither 200 nor 204: `{ code, message }` where it comes from the provider's
 * application, or the names of its older interfaces.
 * @param proven whether the provider signed the answer. The tenant reads the error, and the text of another server may
 * not be meant for the tenant.
 */
export function errorOfAnswer(status: number, body: string, proven: boolean): GatewayError {
  const { code, message } = readError(body)
  const text = (proven && message) || `WeChat Pay answered ${status}.`
  if (status >= 500) return new GatewayError('unknown', code ?? 'SYSTEM_ERROR', text)
  if (status === 429) return new GatewayError('busy', code ?? 'RATELIMIT_EXCEEDED', text)
  // A proxy may have answered: a response in another format than the provider's reveals nothing about the request.
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

/** Returns the error for a complete answer that can't be verified or parsed: the call may have taken effect. */
export function notBelieved(code: string, message: string): GatewayError {
  return new GatewayError('unknown', code, message)
}
