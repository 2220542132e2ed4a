import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem, type ProblemCode } from '../problem.ts'
import type { OperationConfig } from './operation.ts'

const FORM = /^[\x21-\x7e]{1,200}$/
/** A string of RFC 9651, in which a quote and a backslash are escaped. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/

/**
 * The `Idempotency-Key` of a request. A quoted key (draft-ietf-httpapi-idempotency-key-header) is the same as an
 * unquoted one. Keys of a party have a namespace of their own: they neither collide with the platform's nor reveal them.
 * @throws Problem `request_invalid` for anything but 1–200 visible ASCII characters.
 */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined) return undefined
  const key = typeof header === 'string' ? unquoted(header.trim()) : undefined
  if (key === undefined || !FORM.test(key)) {
    const message = 'must be 1–200 visible ASCII characters'
    throw new Problem('request_invalid', { reason: `Idempotency-Key ${message}` }, [
      { pointer: '/headers/idempotency-key', message },
    ])
  }
  return ownKey(request, key)
}

/** Undefined where a quoted key is malformed. */
function unquoted(header: string): string | undefined {
  return header.startsWith('"') ? QUOTED.exec(header)?.[1]?.replaceAll(/\\(.)/g, '$1') : header
}

export function ownKey({ identity }: FastifyRequest, key: string): string {
  return identity.party === null ? key : `${identity.party}/${key}`
}

/** The problems that a route has in addition because it does not take an idempotency key. */
export function keyProblems(
  method: string,
  { idempotent, tag, scope, caller }: OperationConfig,
): readonly ProblemCode[] {
  // A provider decides on the headers of its notifications, and repeats a refused one without changing them.
  const isNotification = tag === 'Gateways' && scope === undefined && caller === undefined
  return method === 'POST' && !idempotent && !isNotification ? ['idempotency_key_unsupported'] : []
}

/** An ignored key would let the caller believe that repeating the request is safe. */
export function refuseIgnoredKeys(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { operation } = request.routeOptions.config
    const isIgnored =
      request.headers['idempotency-key'] !== undefined && operation && keyProblems(request.method, operation).length > 0
    done(isIgnored ? new Problem('idempotency_key_unsupported', {}) : undefined)
  })
}
