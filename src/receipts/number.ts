/**
 * The number of a receipt: the tenant, then the beginning of the charge's id (UUIDv7, RFC 9562 §5.7): its millisecond
 * and 15 of its random bits. It is not stored: the charges that a number can refer to are a short range of the primary
 * key. Two charges of the same millisecond share a number with a probability of 1 in 32,768; the secret distinguishes
 * them.
 */
import { decode, encode, print, readTyped } from './crockford.ts'

export interface NumberRange {
  readonly tenant: number
  /** UUIDs, both inclusive. */
  readonly first: string
  readonly last: string
}

const TIME_BITS = 45n // milliseconds since 1970 until the year 3084
const RANDOM_BITS = 15n
const OF_ID = Number((TIME_BITS + RANDOM_BITS) / 5n)
const MAX_TENANT = 2_147_483_647n
/** 32 to the 7 is more than the largest tenant. */
const TENANT_DIGITS = 7
const UUID7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** @param charge UUID. */
export function receiptNumber(tenant: number, charge: string): string {
  if (!UUID7.test(charge)) throw new RangeError(`not a UUIDv7: ${charge}`)
  const hex = charge.replaceAll('-', '')
  const time = BigInt(`0x${hex.slice(0, 12)}`)
  if (time >> TIME_BITS > 0n) throw new RangeError(`made too late to be numbered: ${charge}`)
  const random = (BigInt(`0x${hex.slice(13, 16)}`) << 3n) | ((BigInt(`0x${hex.slice(16, 18)}`) >> 3n) & 7n)
  return print(encode(BigInt(tenant), digitsOf(tenant)) + encode((time << RANDOM_BITS) | random, OF_ID))
}

/** The charges that a number can refer to; undefined if it contains a typo. */
export function readReceiptNumber(text: string): NumberRange | undefined {
  const digits = readTyped(text, OF_ID + 1, OF_ID + TENANT_DIGITS)
  if (digits === undefined) return undefined
  const tenant = decode(digits.slice(0, -OF_ID))
  if (tenant === 0n || tenant > MAX_TENANT || digitsOf(Number(tenant)) !== digits.length - OF_ID) return undefined
  const ofId = decode(digits.slice(-OF_ID))
  const random = ofId & ((1n << RANDOM_BITS) - 1n)
  const time = (ofId >> RANDOM_BITS).toString(16).padStart(12, '0')
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7${(random >> 3n).toString(16).padStart(3, '0')}`
  // Variant 10, then three random bits that are known and three that are not.
  const known = 0x80n | ((random & 7n) << 3n)
  const end = (byte: bigint, rest: string) => `-${byte.toString(16)}${rest.repeat(2)}-${rest.repeat(12)}`
  return { tenant: Number(tenant), first: `${head}${end(known, '0')}`, last: `${head}${end(known | 7n, 'f')}` }
}

function digitsOf(tenant: number): number {
  return Math.ceil(tenant.toString(2).length / 5)
}
