/** IP networks in CIDR notation, for the allow-lists of API keys. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Problem } from '../problem.ts'

const NETWORK = /^([0-9A-Fa-f:.]{2,45})(?:\/(\d{1,3}))?$/

interface Network {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6
  /** Length of the prefix. */
  readonly bits: number
}

/**
 * The canonical text of a network or of a single address: host bits cleared, IPv4 in its own notation.
 * @throws Problem `network_invalid`.
 */
export function canonicalNetwork(text: string): string {
  const network = parse(text.trim())
  if (!network) throw new Problem('network_invalid', { network: text.slice(0, 60) })
  return textOf(network)
}

/** `network` and `outer` are canonical. */
export function isWithin(network: string, outer: string): boolean {
  const [inner, around] = [parse(network)!, parse(outer)!]
  return inner.bits >= around.bits && inner.address.kind() === around.address.kind() && contains(around, inner.address)
}

/** Tells whether an address lies in one of the networks. An address that cannot be read lies in none. */
export class AllowList {
  readonly #networks: readonly Network[]

  constructor(networks: readonly string[]) {
    this.#networks = networks.map((network) => parse(network)!)
  }

  has(address: string): boolean {
    if (isIP(address) === 0) return false
    const read = ipaddr.process(address)
    return this.#networks.some((network) => network.address.kind() === read.kind() && contains(network, read))
  }
}

/** The network in which an address lies: the first 24 bits of IPv4, the first 64 of IPv6. */
export function networkAround(address: string): string | null {
  if (isIP(address) === 0) return null
  const read = ipaddr.process(address)
  return textOf({ address: read, bits: read.kind() === 'ipv4' ? 24 : 64 })
}

function parse(text: string): Network | undefined {
  const [, written, prefix] = NETWORK.exec(text) ?? []
  if (written === undefined || isIP(written) === 0) return undefined
  const read = ipaddr.parse(written)
  const whole = read.kind() === 'ipv4' ? 32 : 128
  const bits = prefix === undefined ? whole : Number(prefix)
  if (bits > whole) return undefined
  if (!(read instanceof ipaddr.IPv6) || !read.isIPv4MappedAddress()) return { address: read, bits }
  return bits < 96 ? undefined : { address: read.toIPv4Address(), bits: bits - 96 }
}

function contains({ address, bits }: Network, other: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return other.match(address as ipaddr.IPv4 & ipaddr.IPv6, bits)
}

function textOf({ address, bits }: Network): string {
  const bytes = address.toByteArray().map((byte, at) => byte & ~(0xff >> Math.min(8, Math.max(0, bits - at * 8))))
  return `${ipaddr.fromByteArray(bytes)}/${bits}`
}
