/** Metrics for Prometheus. Each server has its own registry, so that several can run in one process. */
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { TransactionMetrics } from '../api/services.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { Database } from '../db/connect.ts'
import { unknownRoute } from '../http/problems.ts'

/** Access to `/metrics`: this machine, any client that reaches the port, or no one. */
export type MetricsAccess = 'loopback' | 'open' | 'off'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export class Metrics implements TransactionMetrics {
  readonly registry = new Registry()
  readonly #requests: Histogram<'method' | 'route' | 'status'>
  readonly #charges: Counter<'line' | 'product' | 'replayed'>
  readonly #refunds: Counter<'replayed'>
  /** Charges and refunds submitted to the engine and not yet answered. */
  readonly #underWay: Gauge
  #waiting = 0

  constructor(database: Database) {
    const registers = [this.registry]
    collectDefaultMetrics({ register: this.registry })
    this.#requests = new Histogram({
      name: 'recoup_http_request_seconds',
      help: 'Time from the request’s headers to the end of the answer, by route template',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    })
    this.#charges = new Counter({
      name: 'recoup_charges_total',
      help: 'Charges answered',
      labelNames: ['line', 'product', 'replayed'],
      registers,
    })
    this.#refunds = new Counter({
      name: 'recoup_refunds_total',
      help: 'Refunds answered',
      labelNames: ['replayed'],
      registers,
    })
    this.#underWay = new Gauge({
      name: 'recoup_http_requests_under_way',
      help: 'Requests accepted and not yet answered',
      registers,
      collect: () => this.#underWay.set(this.#waiting),
    })
    gaugeOfPool(database, registers)
  }

  charge({ line, product }: Pick<ChargeRow, 'line' | 'product'>, replayed: boolean): void {
    this.#charges.inc({ line, product, replayed: String(replayed) })
  }

  refund(replayed: boolean): void {
    this.#refunds.inc({ replayed: String(replayed) })
  }

  /** Measures every request; by route template, so that ids don't create a series each. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', (_request, reply, done) => {
      this.#waiting += 1
      // The stream closes exactly once, regardless of the outcome of the response.
      reply.raw.once('close', () => {
        this.#waiting -= 1
      })
      done()
    })
    app.addHook('onResponse', (request, reply, done) => {
      const { method } = request
      const route = request.routeOptions.url ?? 'unknown'
      this.#requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      done()
    })
  }

  get underWay(): number {
    return this.#waiting
  }
}

function gaugeOfPool(database: Database, registers: Registry[]): void {
  const gauge = new Gauge({
    name: 'recoup_database_connections',
    help: 'Connections in the pool, the idle ones among them, and callers waiting for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = database.load
      gauge.set({ state: 'total' }, total)
      gauge.set({ state: 'idle' }, idle)
      gauge.set({ state: 'waiting' }, waiting)
    },
  })
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

export function metricsRoute(app: FastifyInstance, { registry }: Metrics, access: MetricsAccess): void {
  if (access === 'off') return
  app.get('/metrics', async (request, reply) => {
    // The socket's address, not a forwarded one, which a proxy on this machine could set for any client.
    const near = LOOPBACK.test(request.socket.remoteAddress ?? '')
    if (access === 'loopback' && (!near || request.headers['x-forwarded-for'] !== undefined))
      throw unknownRoute(request)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
