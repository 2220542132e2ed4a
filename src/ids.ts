/**
 * Prefixed ids (`chg_01h4…`): TypeID 0.3, that is a UUIDv7 (RFC 9562 §5.7) in Crockford base 32 after a type. The
 * database stores plain `uuid` columns, which sort by creation time. External ids are parsed by the typeid-js library;
 * output is formatted here, because that library takes 8 µs per id, with several ids per charge.
 */
import { randomFillSync } from 'node:crypto'
import { fromString, getType, toUUID } from 'typeid-js'
import { Problem } from './problem.ts'

export type IdType =
  | 'chg'
  | 'rfd'
  | 'qte'
  | 'hld'
  | 'jrn'
  | 'ctr'
  | 'key'
  | 'pay' // a payment through a gateway
  | 'gtw' // a configured gateway
  | 'dsp' // a dispute
  | 'req' // a refund request
  | 'blk' // a bulk refund
  | 'pyt' // a payout
  | 'pfl' // a payment file: payouts sent to the bank together
  | 'dbt' // an action on a debt
  | 'rcn' // a reconciliation
  | 'fnd' // a fund-flow bill
  | 'apr' // an act that waits for approval
  | 'evt' // an event
  | 'whk' // a webhook endpoint
  | 'dlv' // a webhook delivery
  | 'usr' // a user who signs in
  | 'ses' // a session of a user

declare const uuid: unique symbol

/** A UUID as stored in the database; the compiler distinguishes it from a prefixed id. */
export type Uuid = string & { readonly [uuid]: true }

/** An id as used in the API: `chg_…`. */
export type PrefixedId<Type extends IdType = IdType> = `${Type}_${string}`

/** Random bytes, drawn for many ids at a time. */
const POOL = Buffer.allocUnsafe(10 * 1024)
let drawn = POOL.length

/** Returns a new UUIDv7: 48 bits of milliseconds, then 74 random bits. */
export function newUuid(): Uuid {
  if (drawn === POOL.length) {
    randomFillSync(POOL)
    drawn = 0
  }
  const random = POOL.toString('hex', drawn, drawn + 10)
  const variant = '89ab'[POOL[drawn + 2]! & 3]
  drawn += 10
  const time = Date.now().toString(16).padStart(12, '0')
  const text = `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1, 4)}-${variant}${random.slice(5, 8)}-${random.slice(8)}`
  return text as Uuid
}

/** Parses an id. @throws Problem `id_invalid` when it is not an id of that type. */
export function idToUuid(type: IdType, id: string): Uuid {
  try {
    const parsed = fromString(id, type)
    if (getType(parsed) === type) return toUUID(parsed) as Uuid
  } catch {
    // falls through to the error below
  }
  throw new Problem('id_invalid', { id: id.slice(0, 60), type })
}

/** Returns the JSON Schema pattern for ids of a type: 128 bits in Crockford base 32. */
export function idPattern(type: IdType): string {
  return `^${type}_[0-7][0-9a-hjkmnp-tv-z]{25}$`
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
/** Two digits for every ten bits. */
const PAIRS = Array.from({ length: 1024 }, (_, n) => CROCKFORD[n >> 5]! + CROCKFORD[n & 31]!)

/** Formats 128 bits as 26 digits of five bits, the first two bits being zero: a step of 40 bits yields eight digits. */
export function uuidToId<Type extends IdType>(type: Type, uuid: Uuid): PrefixedId<Type> {
  const hex = uuid.replaceAll('-', '')
  const first = Number.parseInt(hex.slice(0, 2), 16)
  let text = CROCKFORD[first >> 5]! + CROCKFORD[first & 31]!
  for (let at = 2; at < 32; at += 10) {
    const high = Number.parseInt(hex.slice(at, at + 5), 16)
    const low = Number.parseInt(hex.slice(at + 5, at + 10), 16)
    text += PAIRS[high >> 10]! + PAIRS[high & 1023]! + PAIRS[low >> 10]! + PAIRS[low & 1023]!
  }
  return `${type}_${text}`
}

/** Ids of parties are chosen by the caller: letters, digits and `_.:-`. */
export const PARTY_ID = '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$'
const partyId = new RegExp(PARTY_ID)

export function isPartyId(text: string): boolean {
  return partyId.test(text)
}

/** Parties that the ledger itself uses: the platform, and the world outside of the books. */
const RESERVED: ReadonlySet<string> = new Set(['platform', 'world'])

/** Checks the id of a party that a caller names. @throws Problem `party_id_invalid`, `party_reserved`. */
export function checkPartyId(id: string): void {
  if (!isPartyId(id)) throw new Problem('party_id_invalid', { party: id.slice(0, 80) })
  refuseReserved(id)
}

/** @throws Problem `party_reserved`. */
export function refuseReserved(party: string): void {
  if (RESERVED.has(party)) throw new Problem('party_reserved', { party })
}
