/** Connections to allowed addresses only: the resolved addresses and the connected one are checked. */
import { type LookupAddress, type LookupAllOptions, lookup, promises as resolvers } from 'node:dns'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { buildConnector } from 'undici'
import { bareHost, isAllowedAddress } from './address.ts'
import { ForbiddenAddress } from './failure.ts'
import type { OutgoingTargets } from './targets.ts'

/** A resolver, replaceable in tests by one whose answers change. */
export type Resolver = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

const RESOLVE_MS = 1_500
const RESOLVE_TRIES = 2
/** A name may have any number of addresses, and a connection to each of them is tried. */
const ADDRESSES_MAX = 8

/**
 * Asks name servers directly, by default those of the system. `lookup` of Node.js occupies one of the process's few threads for as long as a name
 * server is silent, so a tenant with a slow domain would delay all calls and files of the process.
 */
export function nameServerResolver(servers?: readonly string[]): Resolver {
  return (hostname, { family }, done) => {
    const resolver = new resolvers.Resolver({ timeout: RESOLVE_MS, tries: RESOLVE_TRIES })
    if (servers) resolver.setServers(servers)
    const ask = async (wanted: 4 | 6): Promise<LookupAddress[]> => {
      if (family === (wanted === 4 ? 6 : 4)) return []
      const found = await (wanted === 4 ? resolver.resolve4(hostname) : resolver.resolve6(hostname))
      return found.slice(0, ADDRESSES_MAX).map((address) => ({ address, family: wanted }))
    }
    void Promise.allSettled([ask(4), ask(6)]).then((answers) => {
      const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
      if (found.length > 0) return done(null, found)
      done(Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }), [])
    })
  }
}

/** With `public`, names of this machine's own tables (/etc/hosts) are not resolved: they are not on the internet. */
const standardResolver = (targets: OutgoingTargets): Resolver =>
  targets === 'public' ? nameServerResolver() : (lookup as Resolver)

function allowedLookup(targets: OutgoingTargets, resolve: Resolver): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true } as LookupAllOptions, (error, addresses) => {
      if (error) return done(error, [])
      const allowed = addresses.filter(({ address }) => isAllowedAddress(address, targets))
      const [first] = allowed
      if (!first) return done(new ForbiddenAddress(hostname), [])
      if (options.all) return done(null, allowed)
      return done(null, first.address, first.family)
    })
  }
}

interface ConnectorOptions {
  readonly targets: OutgoingTargets
  readonly timeoutMs: number
  readonly resolve?: Resolver | undefined
}

/** The undici connector that only reaches allowed addresses. */
export function connectorTo({ targets, timeoutMs, resolve }: ConnectorOptions): buildConnector.connector {
  const lookup = allowedLookup(targets, resolve ?? standardResolver(targets))
  const connect = buildConnector({ timeout: timeoutMs, lookup })
  return (options, done) => {
    // The resolver is not called for an IP address.
    const host = bareHost(options.hostname)
    if (isIP(host) && !isAllowedAddress(host, targets)) return done(new ForbiddenAddress(host), null)
    return connect(options, (...[error, socket]) => {
      if (error) return done(error, null)
      if (isAllowedAddress(remoteOf(socket), targets)) return done(null, socket)
      socket.destroy()
      return done(new ForbiddenAddress(host), null)
    })
  }
}

const remoteOf = (socket: Socket) => socket.remoteAddress ?? ''
