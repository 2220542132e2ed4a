import { createCipheriv, randomBytes } from 'node:crypto'
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

it('opens what an earlier key sealed, and seals with the current one', () => {
  const [old, now] = [randomBytes(32), randomBytes(32)]
  const sealed = new Seal(old).close('whsec_1', 'webhook/1')
  const both = new Seal(now, [old])
  expect(both.open(sealed, 'webhook/1')).toBe('whsec_1')
  expect(() => new Seal(now).open(sealed, 'webhook/1')).toThrow('a key that this process does not have')
  const renewed = both.renew(sealed, 'webhook/1')
  expect(renewed.subarray(0, 5)).toEqual(both.mark)
  expect(new Seal(now).open(renewed, 'webhook/1')).toBe('whsec_1')
})

it('opens what was sealed before seals named their key', () => {
  const [old, now] = [Buffer.alloc(32, 7), randomBytes(32)]
  const cipher = createCipheriv('aes-256-gcm', new Seal(old).derive('seal'), Buffer.alloc(12)).setAAD(Buffer.from('x'))
  const text = Buffer.concat([cipher.update('whsec_1', 'utf8'), cipher.final()])
  const sealed = Buffer.concat([Buffer.of(1), Buffer.alloc(12), text, cipher.getAuthTag()])
  for (const seal of [new Seal(old), new Seal(now, [old]), new Seal(old, [now])])
    expect(seal.open(sealed, 'x')).toBe('whsec_1')
  expect(() => new Seal(now).open(sealed, 'x')).toThrow()
})
