/**
 * Graceful shutdown of a server: it announces the shutdown, refuses new requests, finishes accepted ones, and only then
 * closes its sockets. The owner of the database closes it afterwards.
 */
import type { FastifyInstance } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import { Problem } from '../problem.ts'

export interface Lifecycle {
  stopping: boolean
}

export interface StopOptions {
  /**
   * Milliseconds between `/ready` failing and the listener closing: time for a load balancer to notice. Other requests
   * are refused as `shutting_down` meanwhile.
   */
  readonly noticeMs?: number
  /** Milliseconds after which busy connections are cut. */
  readonly deadlineMs?: number
}

/** The probes are answered until the end. */
const ALWAYS = new Set(['/health', '/ready', '/metrics'])

export function refuseWhenStopping(app: FastifyInstance, lifecycle: Lifecycle): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (lifecycle.stopping && !ALWAYS.has(request.routeOptions.url ?? '')) done(new Problem('shutting_down', {}))
    else done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    // The shutdown would wait for a keep-alive connection.
    if (lifecycle.stopping) reply.header('connection', 'close')
    done(null, payload)
  })
}

/**
 * Stops the server. Resolves when every accepted request has been answered, or with false when the deadline has passed.
 */
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
    // For requests whose bodies were still arriving when the engine was drained.
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
