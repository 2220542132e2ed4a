/** Lets requests in by their API key, or not: known, allowed, and not too many. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import { Allowance } from './allowance.ts'
import type { Identity } from './identity.ts'
import { type KeyRing, looksLikeKey } from './keys.ts'

export interface AccessLimits {
  /** Requests a second with one key. */
  readonly perKey: number
  /** Requests a minute from one address with a key that nobody knows. */
  readonly failures: number
}

const BEARER = /^Bearer +(\S+)$/i
const SECOND = 1_000
const MINUTE = 60_000

/** Asks for a key on every route that has a scope. `@fastify/rate-limit` must be registered. */
export function admitByKey(app: FastifyInstance, ring: KeyRing, limits: AccessLimits): void {
  const allowance = new Allowance(limits.perKey, SECOND)
  const failed = app.createRateLimit({ max: limits.failures, timeWindow: MINUTE })

  const identify = async (request: FastifyRequest): Promise<Identity> => {
    const header = request.headers.authorization
    if (header === undefined) throw new Problem('key_missing', {})
    const key = BEARER.exec(header)?.[1] ?? ''
    const found = looksLikeKey(key) ? ring.find(key) : null
    const identity = found instanceof Promise ? await found : found
    if (identity) return identity
    const counted = await failed(request)
    if (!counted.isAllowed && counted.isExceeded) throw rateLimited(limits.failures, '1 min', counted.ttl)
    throw new Problem('key_unknown', {})
  }

  app.addHook('onRequest', async (request) => {
    const operation = request.routeOptions.config.operation
    if (!operation?.scope) return
    const identity = await identify(request)
    request.identity = identity
    const wait = allowance.take(identity.key)
    if (wait > 0) throw rateLimited(limits.perKey, '1 s', wait)
    const mayEnter = identity.party === null || operation.forParties
    if (!mayEnter || !identity.scopes.has(operation.scope)) {
      throw new Problem('scope_missing', { scope: operation.scope })
    }
  })
}

function rateLimited(limit: number, window: string, ttl: number): Problem {
  return new Problem('rate_limited', { limit, window, wait: Math.max(1, Math.ceil(ttl / 1000)) })
}
