/** Admits requests by API key or session: authentication, authorization, CSRF protection and rate limiting. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'
import { looksLikeKey } from '../users/api-keys.ts'
import type { Identity } from '../users/identity.ts'
import type { KeyRing } from '../users/key-ring.ts'
import { networkOf } from '../users/network.ts'
import type { SessionRing } from '../users/session-ring.ts'
import { Allowance } from './allowance.ts'
import type { OperationConfig } from './operation.ts'
import { ANONYMOUS_BODY_LIMIT } from './problems.ts'

export interface AccessLimits {
  /** Requests per second and caller. */
  readonly perKey: number
  /** Requests per minute and network with an unknown key or session. */
  readonly failures: number
  /** Requests per second and network on routes that anyone may call. */
  readonly anonymous: number
}

export interface Callers {
  readonly keys: KeyRing
  readonly sessions: SessionRing
  /** Public URL of this installation; defaults to the host of the request. */
  readonly publicUrl: string | undefined
}

const BEARER = /^Bearer +(\S+)$/i
const SECOND = 1_000
const MINUTE = 60_000
/** How many keys of a tenant can use their whole allowance at the same time. */
const KEYS_PER_TENANT = 2
const CSRF_HEADER = 'x-recoup-csrf'

/** Requires a key or a session on every route with a known caller. `@fastify/rate-limit` must be registered. */
export function admitCallers(app: FastifyInstance, callers: Callers, limits: AccessLimits): void {
  const allowance = new Allowance(limits.perKey, SECOND)
  const ofTenants = new Allowance(limits.perKey * KEYS_PER_TENANT, SECOND)
  const ofNetworks = new Allowance(limits.anonymous, SECOND)
  const keyGenerator = ({ ip }: FastifyRequest) => networkOf(ip)
  const failed = app.createRateLimit({ max: limits.failures, timeWindow: MINUTE, keyGenerator })
  const countFailure = async (request: FastifyRequest): Promise<void> => {
    const counted = await failed(request)
    if (!counted.isAllowed && counted.isExceeded) throw rateLimited(limits.failures, '1 min', counted.ttl)
  }

  const byKey = async (request: FastifyRequest, header: string): Promise<Identity> => {
    const key = BEARER.exec(header)?.[1] ?? ''
    const found = looksLikeKey(key) ? callers.keys.find(key) : null
    const known = found instanceof Promise ? await found : found
    try {
      if (known) return callers.keys.use(known, request.ip)
      throw new Problem('key_unknown', {})
    } catch (refused) {
      await countFailure(request)
      throw refused
    }
  }

  const identify = async (request: FastifyRequest): Promise<Identity> => {
    const { authorization, cookie } = request.headers
    if (authorization !== undefined) return byKey(request, authorization)
    const session = callers.sessions.valueIn(cookie)
    if (session === undefined) throw new Problem('key_missing', {})
    assertOwnPage(request, callers.publicUrl)
    const identity = await callers.sessions.find(session)
    if (identity) return identity
    await countFailure(request)
    throw new Problem('session_ended', {})
  }

  app.addHook('onRoute', (route) => {
    const operation = route.config?.operation
    if (operation && isAnonymous(operation)) route.bodyLimit ??= ANONYMOUS_BODY_LIMIT
  })

  // Runs before the body is read.
  app.addHook('onRequest', async (request) => {
    const operation = request.routeOptions.config.operation
    // Providers send their notifications from few addresses, and many at once.
    if (operation && isAnonymous(operation) && operation.tag !== 'Gateways') {
      const wait = ofNetworks.take(networkOf(request.ip))
      if (wait > 0) throw rateLimited(limits.anonymous, '1 s', wait)
    }
    if (operation?.caller === 'browser') assertOwnPage(request, callers.publicUrl)
    if (!operation || (operation.caller !== 'known' && operation.scope === undefined)) return
    const identity = await identify(request)
    request.identity = identity
    const wait = allowance.take(identity.key ?? identity.actor)
    if (wait > 0) throw rateLimited(limits.perKey, '1 s', wait)
    const tenantWait = ofTenants.take(`${identity.tenant}`)
    if (tenantWait > 0) throw rateLimited(limits.perKey * KEYS_PER_TENANT, '1 s', tenantWait)
    if (identity.secondFactorMissing && !operation.beforeSecondFactor) throw new Problem('second_factor_missing', {})
    assertScope(identity, operation)
    if (operation.stepUp && performance.now() >= identity.freshUntil) throw new Problem('step_up_required', {})
  })
}

function assertScope(identity: Identity, operation: OperationConfig): void {
  if (operation.scope === undefined) return
  const mayEnter = identity.party === null || operation.forParties
  if (!mayEnter || !identity.scopes.has(operation.scope)) {
    throw new Problem('scope_missing', { scope: operation.scope })
  }
}

/**
 * Prevents another site's page from acting in our user's name with the cookies that a browser sends automatically.
 * There are three checks, each sufficient in a current browser: a custom header, which a foreign page can only send
 * after a CORS preflight (never allowed), the `Origin`, and `Sec-Fetch-Site`. The cookie's SameSite=Strict is a fourth
 * protection.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * @throws Problem `csrf_refused`.
 */
function assertOwnPage({ method, headers }: FastifyRequest, publicUrl: string | undefined): void {
  if (method === 'GET' || method === 'HEAD') return
  const site = headers['sec-fetch-site']
  const marked = Boolean(headers[CSRF_HEADER])
  const near = site === undefined || site === 'same-origin'
  const { origin } = headers
  const ours = origin === undefined || isOurs(origin, headers.host, publicUrl)
  if (!marked || !near || !ours) throw new Problem('csrf_refused', {})
}

function isOurs(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return publicUrl === undefined ? url.host === host : url.origin === new URL(publicUrl).origin
}

function isAnonymous({ scope, caller }: OperationConfig): boolean {
  return scope === undefined && caller !== 'known'
}

function rateLimited(limit: number, window: string, ttl: number): Problem {
  return new Problem('rate_limited', { limit, window, wait: Math.max(1, Math.ceil(ttl / 1000)) })
}
