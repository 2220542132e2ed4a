/** Numbers, secrets and links, which are pure functions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testSeal } from '../../test/api-server.ts'
import { newUuid, type Uuid } from '../ids.ts'
import { Seal } from '../seal.ts'
import { ReceiptKeys, readSecret } from './keys.ts'
import { readReceiptNumber, receiptNumber } from './number.ts'

const keys = new ReceiptKeys(testSeal)
const uuid = fc
  .record({ time: fc.bigInt(0n, (1n << 45n) - 1n), rest: fc.bigInt(0n, (1n << 74n) - 1n) })
  .map(({ time, rest }) => {
    const high = time.toString(16).padStart(12, '0')
    const low = (0x8n << 60n) | (rest & ((1n << 62n) - 1n))
    const text = low.toString(16).padStart(16, '0')
    const random = (rest >> 62n).toString(16).padStart(3, '0')
    return `${high.slice(0, 8)}-${high.slice(8)}-7${random}-${text.slice(0, 4)}-${text.slice(4)}`
  })
const tenant = fc.integer({ min: 1, max: 2_147_483_647 })

describe('a receipt number', () => {
  it('identifies its charge, however it is typed', () => {
    fc.assert(
      fc.property(tenant, uuid, (of, charge) => {
        const number = receiptNumber(of, charge)
        expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{1,5})+$/)
        const range = readReceiptNumber(number)!
        expect(range.tenant).toBe(of)
        expect(range.first <= charge && charge <= range.last).toBe(true)
        // 15 of 74 random bits are known.
        expect(range.first.slice(0, 18)).toBe(range.last.slice(0, 18))
        const typed = ` ${number.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')} `
        expect(readReceiptNumber(typed)).toEqual(range)
      }),
    )
  })

  it('is refused with one wrong character or two swapped neighbors', () => {
    const number = receiptNumber(1, newUuid()).replaceAll('-', '')
    for (let at = 0; at < number.length; at += 1) {
      for (const digit of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (digit === number[at]) continue
        expect(readReceiptNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBeUndefined()
      }
      const swapped = number.slice(0, at) + (number[at + 1] ?? '') + number[at] + number.slice(at + 2)
      if (swapped !== number) expect(readReceiptNumber(swapped)).toBeUndefined()
    }
    for (const text of ['', 'x'.repeat(10_000), '💰', '<script>', 'U'.repeat(14)]) {
      expect(readReceiptNumber(text)).toBeUndefined()
    }
  })
})

describe('a secret', () => {
  it('opens its own charge and no other, of this tenant and installation', () => {
    const [mine, other] = [newUuid(), newUuid()]
    const secret = readSecret(keys.secret(1, mine))!
    expect(secret).toHaveLength(14)
    expect(keys.opened(1, [other, mine], secret)).toBe(mine)
    expect(keys.opened(1, [other], secret)).toBeUndefined()
    expect(keys.opened(2, [mine], secret)).toBeUndefined()
    expect(keys.opened(1, [], secret)).toBeUndefined()
    expect(new ReceiptKeys(new Seal(Buffer.alloc(32, 8))).opened(1, [mine], secret)).toBeUndefined()
  })

  it('derives its 70 bits from the whole id of the charge', () => {
    const seen = new Set(Array.from({ length: 500 }, () => keys.secret(1, newUuid())))
    expect(seen.size).toBe(500)
    for (let at = 0; at < 14; at += 1) {
      const characters = new Set([...seen].map((secret) => secret.replaceAll('-', '')[at]))
      expect(characters.size).toBeGreaterThan(24)
    }
  })
})

describe('a link', () => {
  it('contains its target and expiry, and is invalid after a single changed bit', () => {
    fc.assert(
      fc.property(tenant, uuid, fc.nat({ max: 55 }), (of, text, at) => {
        const charge = text as Uuid
        const endsAt = new Date(1_900_000_000_000)
        const token = keys.link({ tenant: of, charge, endsAt })
        expect(keys.readLink(token)).toEqual({ tenant: of, charge, endsAt })
        const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
        expect(keys.readLink(changed)).toBeUndefined()
      }),
    )
    expect(keys.readLink('')).toBeUndefined()
    expect(keys.readLink('A'.repeat(56))).toBeUndefined()
  })
})
