/** The HTTP server: the routes and their common behavior. */

import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { approvalRoutes } from '../api/approvals/routes.ts'
import { contractRoutes } from '../api/catalog/contracts.ts'
import { productRoutes } from '../api/catalog/products.ts'
import { rateCardRoutes } from '../api/catalog/rate-cards.ts'
import { holdRoutes } from '../api/charges/holds.ts'
import { quoteRoutes } from '../api/charges/quotes.ts'
import { chargeRoutes } from '../api/charges/routes.ts'
import { accountRoutes } from '../api/ledger/accounts.ts'
import { journalRoutes } from '../api/ledger/journal-entries.ts'
import { partyRoutes } from '../api/ledger/parties.ts'
import { ledgerRoutes } from '../api/ledger/routes.ts'
import { disputeRoutes } from '../api/payments/disputes.ts'
import { gatewayRoutes } from '../api/payments/gateways.ts'
import { paymentRoutes } from '../api/payments/routes.ts'
import { receiptRoutes } from '../api/receipts/routes.ts'
import { fundBillRoutes } from '../api/reconciliations/fund-bills.ts'
import { reconciliationRoutes } from '../api/reconciliations/routes.ts'
import { bulkRefundRoutes } from '../api/refund-requests/bulk.ts'
import { refundRequestRoutes } from '../api/refund-requests/routes.ts'
import { refundExecutionRoutes } from '../api/refunds/execution.ts'
import { refundRoutes } from '../api/refunds/routes.ts'
import { reportRoutes } from '../api/reports/routes.ts'
import type { Services } from '../api/services.ts'
import { debtRoutes } from '../api/settlement/debts.ts'
import { payoutFileRoutes } from '../api/settlement/payout-files.ts'
import { payoutRoutes } from '../api/settlement/payouts.ts'
import { settlementSettingsRoutes } from '../api/settlement/settings.ts'
import { simulationRoutes } from '../api/simulations/routes.ts'
import { apiKeyRoutes } from '../api/users/api-keys.ts'
import { auditRoutes } from '../api/users/audit.ts'
import { userRoutes } from '../api/users/routes.ts'
import { sessionRoutes } from '../api/users/sessions.ts'
import { signInRoutes } from '../api/users/sign-in.ts'
import { signInSettingsRoutes } from '../api/users/sign-in-settings.ts'
import { eventRoutes } from '../api/webhooks/events.ts'
import { webhookPayloads } from '../api/webhooks/payloads.ts'
import { webhookRoutes } from '../api/webhooks/routes.ts'
import type { Database } from '../db/connect.ts'
import type { Engine } from '../engine/engine.ts'
import { admitCallers } from '../http/access.ts'
import { refuseContentEncodings } from '../http/body-text.ts'
import { describeRoutes } from '../http/document.ts'
import { refuseIgnoredKeys } from '../http/idempotency-key.ts'
import { readJsonOnly } from '../http/json-body.ts'
import { answerMissingMethods } from '../http/methods.ts'
import type { Api } from '../http/operation.ts'
import {
  answerMalformed,
  answerWithProblems,
  BODY_LIMIT,
  HEADER_LIMIT,
  REQUEST_TIMEOUT_SECONDS,
  sendProblem,
  unknownRoute,
} from '../http/problems.ts'
import { serializerCompiler } from '../http/serialization.ts'
import { validatorCompiler } from '../http/validation.ts'
import { lines } from '../lines/index.ts'
import { Outgoing } from '../outgoing/outgoing.ts'
import { Gateways } from '../processing/gateways.ts'
import { lineServices } from '../refund-requests/line-services.ts'
import { Seal } from '../seal.ts'
import { KeyRing } from '../users/key-ring.ts'
import { SessionRing } from '../users/session-ring.ts'
import { SignIn, type SignInSettings } from '../users/sign-in.ts'
import { consolePages } from './console.ts'
import { docsPage } from './docs.ts'
import { documentRoute } from './document-route.ts'
import { healthRoutes } from './health.ts'
import { type Lifecycle, refuseWhenStopping, type StopOptions, stopServer } from './lifecycle.ts'
import { failedCallLog, type LogSettings, loggerOptions } from './log.ts'
import { Metrics, type MetricsAccess, metricsRoute } from './metrics.ts'
import { logRequest, logRequests } from './request-log.ts'

export interface ServerSettings {
  /** Requests per second for each key. Default: 20,000. */
  readonly rateLimit?: number
  /** Requests per minute from one address with an unknown key. Default: 60. */
  readonly failedKeyLimit?: number
  /** Requests per second from one network on routes that anyone may call. Default: 100. */
  readonly anonymousLimit?: number
  /** Milliseconds for which a key or session is cached; at most 5,000. Default: 4,000. */
  readonly keyCacheMs?: number
  /** Addresses of proxies whose `X-Forwarded-For` is trusted, as Fastify's `trustProxy`. Default: none. */
  readonly trustProxy?: boolean | string
  /** Access to `/metrics`. Default: `loopback`. */
  readonly metrics?: MetricsAccess
  /** The client of outgoing calls, which the caller closes. Default: one that reaches the public internet only. */
  readonly outgoing?: Outgoing
  /** Whether `/docs` is served. Default: true. */
  readonly docs?: boolean
  /** Folder of the built console, served under `/console/`. Absent: no console. */
  readonly console?: string | undefined
}

export interface ServerOptions {
  readonly database: Database
  readonly engine: Engine
  /**
   * The installation's seal (src/seal.ts). Default, for tests and documents: one of this process, whose secrets are
   * unreadable afterwards.
   */
  readonly seal?: Seal
  /** Sign-in methods besides email and password. */
  readonly signIn?: SignInSettings
  readonly settings?: ServerSettings
  /** Log settings. Default: nothing is logged. */
  readonly log?: LogSettings
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns the OpenAPI document; available once the server is ready. */
    openapi(): Record<string, unknown>
    /** Stops gracefully (src/server/lifecycle.ts); false when the deadline cut it short. The database stays open. */
    stop(options?: StopOptions): Promise<boolean>
  }
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
}
/** With a public address over https: browsers use nothing else for a year. */
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' }
const MAX_KEY_CACHE_MS = 5_000

/** Builds the server; `listen` starts it. The caller owns the database and the engine. */
export async function buildServer({
  database,
  engine,
  seal = new Seal(randomBytes(32)),
  signIn,
  settings = {},
  log,
}: ServerOptions): Promise<FastifyInstance> {
  const headers = signIn?.publicUrl?.startsWith('https:') ? { ...SECURITY_HEADERS, ...HTTPS_ONLY } : SECURITY_HEADERS
  const app = makeFastify(settings, log, headers)
  const metrics = new Metrics(database)
  const lifecycle: Lifecycle = { stopping: false }
  const openapi = describeRoutes(app, webhookPayloads)

  app.decorateRequest('identity', null as never)
  app.decorateRequest('refusedWith', null)
  app.decorate('openapi', openapi)
  app.decorate('stop', (options?: StopOptions) => stopServer(app, engine, lifecycle, options))
  readJsonOnly(app)
  answerWithProblems(app)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id)
    done()
  })
  metrics.watch(app)
  if (log) logRequests(app, log.requests ?? false)
  refuseWhenStopping(app, lifecycle)
  answerMissingMethods(app)
  refuseContentEncodings(app)
  await app.register(rateLimit, { global: false })
  const { outgoing = new Outgoing({ targets: 'public' }) } = settings
  outgoing.reportTo(failedCallLog(app.log))
  const { rateLimit: perKey = 20_000, failedKeyLimit: failures = 60, keyCacheMs = 4_000 } = settings
  const { anonymousLimit: anonymous = 100 } = settings
  const maxAge = Math.min(keyCacheMs, MAX_KEY_CACHE_MS)
  const people = new SignIn(database, seal, signIn)
  const [keys, sessions] = [new KeyRing(database, maxAge), new SessionRing(people, maxAge)]
  admitCallers(app, { keys, sessions, publicUrl: people.publicUrl }, { perKey, failures, anonymous })
  refuseIgnoredKeys(app)
  app.addHook('onClose', () => keys.writeUses())

  addRoutes(app.withTypeProvider<TypeBoxTypeProvider>(), {
    database,
    engine,
    metrics,
    seal,
    targets: outgoing.targets,
    gateways: new Gateways(seal, outgoing),
    signIn: people,
    keys,
    sessions,
  })
  healthRoutes(app.withTypeProvider<TypeBoxTypeProvider>(), database, lifecycle)
  metricsRoute(app, metrics, settings.metrics ?? 'loopback')
  documentRoute(app)
  if (settings.docs ?? true) await docsPage(app)
  if (settings.console) await consolePages(app, settings.console)
  return app
}

function addRoutes(app: Api, services: Services): void {
  const ofLines = lineServices(services.engine)
  chargeRoutes(app, services)
  refundRoutes(app, services)
  refundExecutionRoutes(app, services)
  receiptRoutes(app, services)
  refundRequestRoutes(app, services)
  for (const { routes } of lines.all) routes?.(app, ofLines)
  bulkRefundRoutes(app, services)
  paymentRoutes(app, services)
  gatewayRoutes(app, services)
  disputeRoutes(app, services)
  debtRoutes(app, services)
  payoutRoutes(app, services)
  payoutFileRoutes(app, services)
  settlementSettingsRoutes(app, services)
  reconciliationRoutes(app, services)
  fundBillRoutes(app, services)
  quoteRoutes(app, services)
  holdRoutes(app, services)
  partyRoutes(app, services)
  accountRoutes(app, services)
  productRoutes(app, services)
  rateCardRoutes(app, services)
  simulationRoutes(app, services)
  reportRoutes(app, services)
  contractRoutes(app, services)
  journalRoutes(app, services)
  ledgerRoutes(app, services)
  signInRoutes(app, services)
  signInSettingsRoutes(app, services)
  sessionRoutes(app, services)
  userRoutes(app, services)
  apiKeyRoutes(app, services)
  auditRoutes(app, services)
  approvalRoutes(app, services)
  webhookRoutes(app, services)
  eventRoutes(app, services)
}

function makeFastify(
  { trustProxy = false }: ServerSettings,
  log: LogSettings | undefined,
  headers: Readonly<Record<string, string>>,
): FastifyInstance {
  const app = Fastify({
    logger: log ? loggerOptions(log) : false,
    logController: new LogController({ disableRequestLogging: true }),
    // Avoids a logger per request; log lines contain the request id themselves.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    bodyLimit: BODY_LIMIT,
    http: { maxHeaderSize: HEADER_LIMIT, headersTimeout: 15_000 },
    requestTimeout: REQUEST_TIMEOUT_SECONDS * 1000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // The refusal is sent as our own problem (src/server/lifecycle.ts).
    return503OnClosing: false,
    trustProxy,
    requestIdHeader: false,
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id']),
    exposeHeadRoutes: true,
    // A malformed URL bypasses all hooks.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(headers).header('x-request-id', request.id)
      void sendProblem(unknownRoute(request), request, reply)
      if (log?.requests) logRequest(request.log, request, reply)
    },
    clientErrorHandler(error, socket) {
      answerMalformed(error, socket as Socket, { requestId: newRequestId(), log: app.log })
    },
    routerOptions: { maxParamLength: 128 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  return app as unknown as FastifyInstance
}

const WELL_FORMED = /^[A-Za-z0-9_.:-]{1,100}$/
const PREFIX = randomBytes(6).toString('base64url')
let requests = 0

/** Returns the caller's request id where it is harmless in a log, otherwise a new one. */
function requestIdOf(given: string | string[] | undefined): string {
  if (typeof given === 'string' && WELL_FORMED.test(given)) return given
  return newRequestId()
}

function newRequestId(): string {
  requests += 1
  return `${PREFIX}-${requests.toString(36)}`
}
