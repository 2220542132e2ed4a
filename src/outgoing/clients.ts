/** The HTTP clients of outgoing calls. They connect to allowed addresses only and are shared by all gateways. */
import { type ClientRequestArgs, Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { Agent, fetch, type RequestInit, type Response } from 'undici'
import { connectorTo, ForbiddenAddress, isForbiddenHost, publicLookup } from './address.ts'
import type { OutgoingTargets } from './targets.ts'

const CONNECT_MS = 10_000

const dispatchers = new Map<OutgoingTargets, Agent>()

/** As `fetch`, without redirects. @throws TypeError whose cause is a {@link ForbiddenAddress} */
export function fetchFrom(targets: OutgoingTargets, url: URL, init: RequestInit): Promise<Response> {
  let dispatcher = dispatchers.get(targets)
  if (!dispatcher) {
    dispatcher = new Agent({ connect: connectorTo(targets, CONNECT_MS) })
    dispatchers.set(targets, dispatcher)
  }
  return fetch(url, { ...init, redirect: 'manual', dispatcher })
}

/** Whether a call failed because its target is not allowed. */
export function isForbidden(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ForbiddenAddress) return true
  return false
}

type Connected = (error: Error | null, stream: Duplex) => void

/** The resolver is not called for an IP address, so the literal host is checked as well. */
class PublicHttpAgent extends HttpAgent {
  override createConnection(options: ClientRequestArgs, done?: Connected): Duplex | null | undefined {
    assertAllowed(options)
    return super.createConnection({ ...options, lookup: publicLookup() }, done)
  }
}

class PublicHttpsAgent extends HttpsAgent {
  override createConnection(options: ClientRequestArgs, done?: Connected): Duplex | null | undefined {
    assertAllowed(options)
    return super.createConnection({ ...options, lookup: publicLookup() }, done)
  }
}

function assertAllowed({ host, hostname }: ClientRequestArgs): void {
  const name = host ?? hostname ?? 'localhost'
  if (isForbiddenHost(name)) throw new ForbiddenAddress(name)
}

const agents = { httpAgent: new PublicHttpAgent(), httpsAgent: new PublicHttpsAgent() }

/**
 * Settings for clients of `node:http`, such as axios. A proxy from the environment is not used for public targets: it
 * would resolve the names itself.
 */
export function agentsFor(targets: OutgoingTargets) {
  return targets === 'public' ? { ...agents, proxy: false as const } : {}
}
