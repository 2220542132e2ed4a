/**
 * The log of requests: one line each, without bodies, query values, headers or keys. Paths are logged as their route
 * template, because some contain the token of a receipt or a notification.
 */
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '../problem.ts'
import type { Identity } from '../users/identity.ts'
import { networkOf } from '../users/network.ts'
import { RepeatedLines } from './repeated-lines.ts'

const WRONG_KEY: ReadonlySet<ProblemCode> = new Set(['key_unknown', 'key_expired', 'key_address_refused'])

/** @param every whether each request is logged; wrong keys always are */
export function logRequests(app: FastifyInstance, every: boolean): void {
  const wrongKeys = new RepeatedLines()
  app.addHook('onResponse', (request, reply, done) => {
    if (every) logRequest(app.log, request, reply)
    if (request.refusedWith && WRONG_KEY.has(request.refusedWith)) logWrongKey(app.log, wrongKeys, request)
    done()
  })
}

export function logRequest(log: FastifyBaseLogger, request: FastifyRequest, reply: FastifyReply): void {
  const identity = request.identity as Identity | null | undefined
  log.info(
    {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions?.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      tenant: identity?.tenant ?? null,
      actor: identity?.actor ?? null,
      ...(request.refusedWith ? { code: request.refusedWith } : {}),
      // The caller disconnected before it had the whole response.
      ...(reply.raw.writableFinished ? {} : { aborted: true }),
    },
    'request',
  )
}

/** The key itself is not logged: a wrong one may be a valid one with a typing error. */
function logWrongKey(
  log: FastifyBaseLogger,
  lines: RepeatedLines,
  { id, ip, refusedWith, routeOptions }: FastifyRequest,
): void {
  const network = networkOf(ip)
  const hidden = lines.admit(`${network} ${refusedWith}`)
  if (hidden === undefined) return
  log.warn(
    { requestId: id, code: refusedWith, network, route: routeOptions.url, ...(hidden ? { hidden } : {}) },
    'key refused',
  )
}
