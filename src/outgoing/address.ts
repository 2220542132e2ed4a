/**
 * The addresses that outgoing calls may reach. Tenants choose the URLs of webhooks and gateways, providers those of their
 * files, and the server calls them from inside the operator's network. By default only the public internet is
 * reachable: no loopback, private, link-local or metadata addresses, however they are written (server-side request
 * forgery, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#ssrf). A name is
 * checked when the connection is made and not earlier, because its owner may change what it resolves to.
 */
import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import type { OutgoingTargets } from './targets.ts'

/**
 * Global unicast, https://www.iana.org/assignments/ipv6-address-space: no other IPv6 address is on the public internet.
 */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/** Whether an IP address is on the public internet. IPv4 addresses inside IPv6 are treated as IPv4. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6)
}

/**
 * Whether the literal host of a URL is not on the public internet. Names that resolve to such an address are detected
 * when connecting.
 */
export function isForbiddenHost(hostname: string): boolean {
  const host = bare(hostname)
  return isIP(host) ? !isPublicAddress(host) : /(^|\.)localhost\.?$/.test(host)
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress'
  readonly code = 'ADDRESS_FORBIDDEN'

  constructor(host: string) {
    super(`${host} is not on the public internet`)
  }
}

/** A resolver, replaceable in tests by one whose answers change. */
export type Resolver = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** Resolves to public addresses only. */
export function publicLookup(resolve: Resolver = lookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true } as LookupAllOptions, (error, addresses) => {
      if (error) return done(error, [])
      const allowed = addresses.filter(({ address }) => isPublicAddress(address))
      if (allowed.length === 0) return done(new ForbiddenAddress(hostname), [])
      if (options.all) return done(null, allowed)
      return done(null, allowed[0]!.address, allowed[0]!.family)
    })
  }
}

/** The undici connector that only reaches allowed addresses. */
export function connectorTo(targets: OutgoingTargets, timeout: number, resolve?: Resolver): buildConnector.connector {
  if (targets === 'any') return buildConnector({ timeout })
  const connect = buildConnector({ timeout, lookup: publicLookup(resolve) })
  return (options, done) => {
    // The resolver is not called for an IP address.
    const host = bare(options.hostname)
    if (isForbiddenHost(host)) return done(new ForbiddenAddress(host), null)
    return connect(options, (...[error, socket]) => {
      if (error) return done(error, null)
      if (isPublicAddress(remoteOf(socket))) return done(null, socket)
      socket.destroy()
      return done(new ForbiddenAddress(host), null)
    })
  }
}

const remoteOf = (socket: Socket) => socket.remoteAddress ?? ''
