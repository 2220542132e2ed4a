/**
 * `address_forbidden`: the operator does not allow the target; nothing was sent. `busy`: too many calls of the tenant are
 * waiting; nothing was sent. `no_answer`: the target could not be reached, closed the connection or was too slow.
 * `answer_too_large`: it sent more than is read.
 *
 * Tenants see these codes. A refused, a reset and a silent port have the same code, so that no tenant can scan ports by
 * it; the difference is in the log.
 */
type OutgoingFailureCode = 'address_forbidden' | 'busy' | 'no_answer' | 'answer_too_large'

/** A call without a complete answer. */
export class OutgoingFailure extends Error {
  override readonly name = 'OutgoingFailure'
  readonly code: OutgoingFailureCode
  /** Whether the target may have received the call. */
  readonly sent: boolean
  /** For the log only: a system code, `timeout`, or the violated rule. */
  readonly reason: string

  constructor(code: OutgoingFailureCode, reason: string, sent: boolean) {
    super(`${code}: ${reason}`)
    this.code = code
    this.reason = reason
    this.sent = sent
  }
}

/** A target that is not allowed; thrown while connecting. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress'
  readonly code = 'ADDRESS_FORBIDDEN'

  constructor(host: string) {
    super(`${host} is not on the public internet`)
  }
}

/** The connection was not made, so the request was not sent. */
const NOT_SENT = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/
/** Certificate faults: the connection ends before the request. */
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_)/

/** Describes why a call failed. The error of the HTTP client is not attached: it contains the request. */
export function failureOf(error: unknown, timedOut: boolean): OutgoingFailure {
  if (error instanceof OutgoingFailure) return error
  const reason = reasonOf(error)
  if (reason === 'ADDRESS_FORBIDDEN') return new OutgoingFailure('address_forbidden', 'host', false)
  if (timedOut) return new OutgoingFailure('no_answer', 'timeout', true)
  return new OutgoingFailure('no_answer', reason, !NOT_SENT.test(reason) && !CERTIFICATE.test(reason))
}

function reasonOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const first = cause instanceof AggregateError ? cause.errors[0] : cause
    const { code } = first as NodeJS.ErrnoException
    if (typeof code === 'string') return code
  }
  return 'unknown'
}
