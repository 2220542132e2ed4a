/**
 * The end of a server: it says that it is going, refuses what is new, finishes what it has taken on, and only then lets
 * go of its sockets. The database is its owner's to close, after this.
 */
import type { FastifyInstance } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import { Problem } from '../problem.ts'

export interface Lifecycle {
  stopping: boolean
}

export interface StopOptions {
  /** Milliseconds between `/ready` saying no and the door being closed: time for a load balancer to notice. */
  readonly noticeMs?: number
  /** Milliseconds after which connections that are still busy are cut. */
  readonly deadlineMs?: number
}

/** The probes answer to the last. */
const ALWAYS = new Set(['/health', '/ready', '/metrics'])

export function refuseWhenStopping(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (lifecycle.stopping && !ALWAYS.has(request.routeOptions.url ?? '')) done(new Problem('shutting_down', {}))
    else done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A connection kept open would be kept waiting for.
    if (lifecycle.stopping) reply.header('connection', 'close')
    done(null, payload)
  })
}

/** Resolves when every accepted request has been answered, or the deadline has passed: then false. */
export async function stopServer(
  app: FastifyInstance,
  engine: Engine,
  lifecycle: Lifecycle,
  { noticeMs = 0, deadlineMs = 20_000 }: StopOptions = {},
): Promise<boolean> {
  lifecycle.stopping = true
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs)
  })
  const orderly = async (): Promise<true> => {
    if (noticeMs > 0) await new Promise((resolve) => setTimeout(resolve, noticeMs))
    await engine.drain()
    await app.close()
    // Bodies that were still arriving when the engine was empty.
    await engine.drain()
    return true
  }
  try {
    const inTime = await Promise.race([orderly(), deadline])
    if (!inTime) app.server.closeAllConnections()
    return inTime
  } finally {
    clearTimeout(timer)
  }
}
