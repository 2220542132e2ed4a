/**
 * Guards the global `fetch` of the process, which libraries use: the sign-in library asks the OpenID Connect issuer with
 * it. The operator chooses the issuer, so its host is allowed wherever it is; what the issuer's configuration names is
 * checked like any other target, and so is every redirect.
 */
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import { urlFault } from './address.ts'
import { connectorTo } from './connector.ts'
import { ForbiddenAddress } from './failure.ts'
import type { OutgoingTargets } from './targets.ts'

const TIMEOUT_MS = 10_000
const BYTES_MAX = 4 * 1024 * 1024

interface GlobalFetchOptions {
  readonly targets: OutgoingTargets
  /** Origins that the operator chose. */
  readonly origins: readonly string[]
}

/** @returns a function that restores the former state */
export function guardGlobalFetch({ targets, origins }: GlobalFetchOptions): () => Promise<void> {
  const guarded = connectorTo({ targets, timeoutMs: TIMEOUT_MS })
  const open = connectorTo({ targets: 'any', timeoutMs: TIMEOUT_MS })
  const before = getGlobalDispatcher()
  const agent = new Agent({
    connect: (options, done) => {
      const url = `${options.protocol}//${options.host ?? options.hostname}`
      const { origin } = new URL(url)
      if (origins.includes(origin)) return open(options, done)
      if (urlFault(url, targets)) return done(new ForbiddenAddress(options.hostname), null)
      return guarded(options, done)
    },
    ...{ headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS, maxResponseSize: BYTES_MAX, connections: 16 },
  })
  setGlobalDispatcher(agent)
  return async () => {
    setGlobalDispatcher(before)
    await agent.destroy()
  }
}

/** Reads a JSON document with the global `fetch`, under its guard. @throws Error if there is none */
export async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.json()
}
