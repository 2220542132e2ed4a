/**
 * All error responses, as RFC 9457 `application/problem+json`. Internal errors are logged with the request id and never
 * disclosed.
 */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../language.ts'
import { type Given, Problem, type ProblemCode } from '../problem.ts'
import type { Identity } from '../users/identity.ts'
import { preferredLanguage } from './language.ts'

/** The JSON body of a problem. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly params?: Problem['params']
  readonly errors?: Problem['errors']
  readonly requestId: string
}

/** A problem with additional fields, such as the new preview of `refund_preview_stale`. */
export class ProblemWith extends Problem {
  readonly extra: Readonly<Record<string, unknown>>

  constructor(problem: Problem, extra: Readonly<Record<string, unknown>>) {
    super(problem.code, ...([problem.params, problem.errors] as unknown as Given<ProblemCode>))
    this.extra = extra
  }
}

export const BODY_LIMIT = 2 * 1024 * 1024
/** Of routes that anyone may call: evidence is at most 5,000 characters, which a client may escape. */
export const ANONYMOUS_BODY_LIMIT = 32 * 1024
export const HEADER_LIMIT = 16 * 1024
export const REQUEST_TIMEOUT_SECONDS = 30
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
const MEDIA_TYPE = `${PROBLEM_MEDIA_TYPE}; charset=utf-8`

function problemType(code: ProblemCode): string {
  return `urn:recoup:problem:${code}`
}

/** @param zone time zone of timestamps in the detail; `params` contains them unchanged */
export function problemBody(problem: Problem, language: Language, requestId: string, zone?: string): ProblemBody {
  const { code, status, params, errors } = problem
  return {
    type: problemType(code),
    title: problem.title(language),
    status,
    detail: problem.detail(language, zone),
    code,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors ? { errors } : {}),
    requestId,
    ...(problem instanceof ProblemWith ? problem.extra : {}),
  }
}

export function languageOf(request: FastifyRequest): Language {
  return preferredLanguage(request.headers['accept-language'])
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.refusedWith = problem.code
  const language = languageOf(request)
  // No time zone before the caller is known.
  const zone = (request.identity as Identity | undefined)?.timeZone
  reply.code(problem.status).header('content-language', language).header('vary', 'accept-language').type(MEDIA_TYPE)
  const wait = retryAfter(problem)
  if (wait !== undefined) reply.header('retry-after', wait)
  if (problem.code === 'shutting_down') reply.header('connection', 'close')
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="recoup"')
  return reply.send(JSON.stringify(problemBody(problem, language, request.id, zone)))
}

/** Seconds after which the same request is likely to succeed. */
function retryAfter({ code, status, params }: Problem): number | undefined {
  if (code === 'rate_limited' || code === 'sign_in_limited' || code === 'refund_too_soon') return Number(params.wait)
  if (code === 'operations_limited') return 5
  return status === 503 ? 1 : undefined
}

/** Responds to all thrown errors and unknown paths. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asKnown(error, request)
    if (problem.status >= 500) logFailure(error, problem, request)
    return sendProblem(problem, request, reply)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(unknownRoute(request), request, reply))
}

export function unknownRoute(request: FastifyRequest): Problem {
  const path = request.url.split('?', 1)[0]!.slice(0, 200)
  return new Problem('route_unknown', { method: request.method, path })
}

/** The problem that an error becomes for the caller; anything unexpected becomes `internal_error`. */
export function asKnown(error: Error & { code?: string; statusCode?: number }, request: FastifyRequest): Problem {
  if (error instanceof Problem) return withoutInsides(error, request)
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body_too_large', { limit: request.routeOptions.bodyLimit ?? BODY_LIMIT })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('media_type_unsupported', {
        type: request.headers['content-type']?.slice(0, 100) ?? 'nothing',
      })
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('body_invalid', { reason: 'its length does not match its Content-Length' })
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return unknownRoute(request)
    case 'ENOSPC':
      return new Problem('disk_full')
    default:
      if (error.statusCode === 400) return new Problem('body_invalid', { reason: 'it could not be parsed' })
      return new Problem('internal_error', { request: request.id })
  }
}

/** The address of the database and the cause are only logged. */
function withoutInsides(problem: Problem, request: FastifyRequest): Problem {
  const inside = problem.code === 'database_unreachable' || problem.code === 'database_too_old'
  return inside ? new Problem('database_unavailable', { request: request.id }) : problem
}

/** Known failures occur by the thousand: one log line per second and code is as informative as all of them. */
const REPEATED_MS = 1_000
const lastLogged = new Map<string, number>()

export function logFailure(error: Error, problem: Problem, request: FastifyRequest): void {
  if (problem.code === 'shutting_down') return
  if (problem.code !== 'internal_error') {
    const now = performance.now()
    if (now - (lastLogged.get(problem.code) ?? Number.NEGATIVE_INFINITY) < REPEATED_MS) return
    lastLogged.set(problem.code, now)
  }
  const route = request.routeOptions.url
  const cause = error.cause === undefined ? {} : { cause: error.cause }
  request.log.error({ err: error, ...cause, code: problem.code, requestId: request.id, route }, 'request failed')
}

/** Responds to connections that never became a request: bytes that are not HTTP, endless headers, missing bodies. */
export function answerMalformed(
  error: Error & { code?: string },
  socket: Socket,
  { requestId, log }: { readonly requestId: string; readonly log: FastifyBaseLogger },
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = malformed(error.code)
  log.info({ requestId, status: problem.status, code: problem.code }, 'request malformed')
  const body = JSON.stringify(problemBody(problem, 'en', requestId))
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: ${MEDIA_TYPE}\r\n` +
      `x-request-id: ${requestId}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function malformed(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('headers_too_large', { limit: HEADER_LIMIT })
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem('request_timeout', { seconds: REQUEST_TIMEOUT_SECONDS })
  return new Problem('request_malformed', {})
}
