/**
 * Secrets and signed, expiring links that open a receipt. Both are derived from a key of the installation and the
 * charge (HMAC-SHA-256), so nothing is stored and nothing in the database opens a receipt.
 *
 * Rotation: every secret and link belongs to a generation. To change all of them, add a generation at the front: new
 * receipts use it, and printed ones open as long as theirs is in the list (docs/decisions/0017-payers-page.md).
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Uuid } from '../ids.ts'
import type { RetiredKey, Seal } from '../seal.ts'
import { encode, print, readTyped } from './crockford.ts'

/** The first is used for new ones; all are accepted. */
const GENERATIONS = [1] as const
const SECRET_DIGITS = 14 // 70 bits
const MAC_BYTES = 16
const [TENANT_AT, CHARGE_AT, END_AT, MAC_AT] = [1, 5, 21, 26] as const
const TOKEN = /^[\w-]{56}$/

export interface LinkTo {
  readonly tenant: number
  /** UUID of the charge. */
  readonly charge: Uuid
  readonly endsAt: Date
}

export class ReceiptKeys {
  readonly #key: Buffer
  readonly #retired: readonly RetiredKey[]

  constructor(seal: Seal) {
    this.#key = seal.derive('receipts')
    this.#retired = seal.retired('receipts')
  }

  /** The printed form. */
  secret(tenant: number, charge: string): string {
    return print(digitsOf(this.#key, GENERATIONS[0], tenant, charge))
  }

  /** The charge that a secret opens, if any. Takes the same time for a match, for no match and without charges. */
  opened(tenant: number, charges: readonly string[], secret: string): string | undefined {
    const given = Buffer.from(secret.padEnd(SECRET_DIGITS).slice(0, SECRET_DIGITS))
    let found: string | undefined
    for (const charge of charges.length > 0 ? charges : [NOBODYS]) {
      for (const generation of GENERATIONS) {
        for (const { key, until } of this.#keys) {
          const right = timingSafeEqual(Buffer.from(digitsOf(key, generation, tenant, charge)), given)
          if (right && charge !== NOBODYS && isBefore(charge, until)) found = charge
        }
      }
    }
    return found
  }

  /** A token for the URL of a link. */
  link({ tenant, charge, endsAt }: LinkTo): string {
    const bytes = Buffer.alloc(MAC_AT)
    bytes.writeUInt8(GENERATIONS[0])
    bytes.writeUInt32BE(tenant, TENANT_AT)
    bytes.write(charge.replaceAll('-', ''), CHARGE_AT, 'hex')
    bytes.writeUIntBE(Math.floor(endsAt.getTime() / 1000), END_AT, MAC_AT - END_AT)
    return Buffer.concat([bytes, macOf(this.#key, 'link', bytes)]).toString('base64url')
  }

  /** The target of a link; undefined if it is not valid. The caller checks whether it has expired. */
  readLink(token: string): LinkTo | undefined {
    if (!TOKEN.test(token)) return undefined
    const bytes = Buffer.from(token, 'base64url')
    const said = bytes.subarray(0, MAC_AT)
    if (!(GENERATIONS as readonly number[]).includes(said[0]!)) return undefined
    const hex = said.toString('hex', CHARGE_AT, END_AT)
    const charge = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Uuid
    const signed = this.#keys.filter(
      ({ key, until }) => timingSafeEqual(macOf(key, 'link', said), bytes.subarray(MAC_AT)) && isBefore(charge, until),
    )
    if (signed.length === 0) return undefined
    return {
      tenant: said.readUInt32BE(TENANT_AT),
      charge,
      endsAt: new Date(said.readUIntBE(END_AT, MAC_AT - END_AT) * 1000),
    }
  }

  /** The current key, and those with which receipts from before a rotation were printed. */
  get #keys(): { readonly key: Buffer; readonly until: Date | null }[] {
    return [{ key: this.#key, until: null }, ...this.#retired]
  }
}

function digitsOf(key: Buffer, generation: number, tenant: number, charge: string): string {
  const mac = macOf(key, 'secret', Buffer.from(JSON.stringify([generation, tenant, charge])))
  return encode(mac.readBigUInt64BE(0) | (BigInt(mac[8]!) << 64n), SECRET_DIGITS)
}

function macOf(key: Buffer, purpose: string, of: Buffer): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0`).update(of).digest().subarray(0, MAC_BYTES)
}

/** The UUID of a charge begins with the milliseconds of its creation. */
function isBefore(charge: string, until: Date | null): boolean {
  return until === null || Number.parseInt(charge.slice(0, 8) + charge.slice(9, 13), 16) < until.getTime()
}

const NOBODYS = '00000000-0000-7000-8000-000000000000'

/** A typed secret without its check character; undefined if it contains a typo. */
export function readSecret(text: string): string | undefined {
  return readTyped(text, SECRET_DIGITS, SECRET_DIGITS)
}
