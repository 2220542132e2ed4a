/**
 * The addresses that outgoing calls may reach. Tenants choose the URLs of webhooks and gateways, providers those of their
 * files, and the server calls them from inside the operator's network. By default only the public internet is
 * reachable: no loopback, private, link-local or metadata addresses, however they are written (server-side request
 * forgery, https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#ssrf). A name is
 * checked when the connection is made and not earlier, because its owner may change what it resolves to.
 */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { OutgoingTargets } from './targets.ts'

const URL_LIMIT = 4_096

/**
 * Global unicast, https://www.iana.org/assignments/ipv6-address-space: no other IPv6 address is on the public internet.
 */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/**
 * Addresses that look public and are not: the host agent of Azure's virtual machines, which answers with credentials
 * (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16), and networks for documentation
 * and relays that the library counts as unicast.
 */
const NOT_PUBLIC = ['168.63.129.16/32', '192.88.99.0/24', '192.52.193.0/24', '3fff::/20', '2001:10::/28'].map((range) =>
  ipaddr.parseCIDR(range),
)

/** Whether an IP address is on the public internet. IPv4 addresses inside IPv6 are treated as IPv4. */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address)
  if (parsed?.range() !== 'unicast') return false
  if (NOT_PUBLIC.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits))) return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6)
}

const isLoopbackAddress = (address: string) => parse(address)?.range() === 'loopback'

/** Legacy forms such as 0x7f.1 are not addresses here; the URL parser and the resolver return the common form. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(address) === 0 ? undefined : ipaddr.process(address)
}

/** Whether a connection to the address is allowed. */
export function isAllowedAddress(address: string, targets: OutgoingTargets): boolean {
  if (targets === 'any') return true
  return isPublicAddress(address) || (targets === 'loopback' && isLoopbackAddress(address))
}

/** The rule that a URL violates. */
export type UrlRule = 'length' | 'url' | 'scheme' | 'credentials' | 'fragment' | 'host'

/** Returns the first rule that a URL violates; undefined if its form is allowed. */
export function urlFault(text: string, targets: OutgoingTargets): UrlRule | undefined {
  if (text.length > URL_LIMIT) return 'length'
  if (!URL.canParse(text)) return 'url'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (url.username || url.password) return 'credentials'
  if (url.hash) return 'fragment'
  if (targets === 'any') return undefined
  const host = bareHost(url.hostname)
  const local = isLoopbackHost(host)
  if (url.protocol === 'http:' && !(targets === 'loopback' && local)) return 'scheme'
  if (local) return targets === 'loopback' ? undefined : 'host'
  return isIP(host) && !isPublicAddress(host) ? 'host' : undefined
}

/** Names of this machine are reserved by RFC 6761, whatever they resolve to. */
function isLoopbackHost(host: string): boolean {
  return isIP(host) ? isLoopbackAddress(host) : /(^|\.)localhost\.?$/i.test(host)
}

/** The host of a URL without the brackets of IPv6. */
export const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/g, '')
