import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Seal } from './seal.ts'

it('opens what it closed, only for the same owner', () => {
  const key = randomBytes(32)
  const sealed = new Seal(key).close('密钥 whsec_1', 'webhook/1')
  expect(sealed.toString('utf8')).not.toContain('whsec')
  expect(new Seal(key).open(sealed, 'webhook/1')).toBe('密钥 whsec_1')
  expect(() => new Seal(key).open(sealed, 'webhook/2')).toThrow()
  expect(() => new Seal(randomBytes(32)).open(sealed, 'webhook/1')).toThrow()
  for (const at of [0, 1, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => new Seal(key).open(changed, 'webhook/1'), `byte ${at}`).toThrow()
  }
})

it('derives independent keys', () => {
  const seal = new Seal(Buffer.alloc(32, 7))
  expect(seal.derive('receipts')).toEqual(new Seal(Buffer.alloc(32, 7)).derive('receipts'))
  expect(seal.derive('receipts')).not.toEqual(seal.derive('sessions'))
  expect(() => new Seal(Buffer.alloc(31))).toThrow(RangeError)
})
