import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { authorization, decryptText, encryptField, isSigned, signParameters } from './signing.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const apiV3Key = createSecretKey('0123456789abcdef0123456789abcdef', 'utf8')

it('signs calls as the protocol says and a library reads them', () => {
  const merchant = { mchid: '1900000109', certificateSerial: 'AB12', privateKey }
  const request = { method: 'POST', target: '/v3/pay?a=b', body: '{"金额":1}' }
  const header = authorization(merchant, request)
  const fields = Object.fromEntries([...header.matchAll(/([a-z_]+)="([^"]*)"/g)].map((match) => [match[1], match[2]]))
  expect(header).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000109",serial_no="AB12",timestamp="\d{10}",/)
  const { timestamp, nonce_str: nonce, signature } = fields as Record<'timestamp' | 'nonce_str' | 'signature', string>
  const text = Formatter.request(request.method, request.target, timestamp, nonce, request.body)
  expect(Rsa.verify(text, signature, publicKey)).toBe(true)
  const parameters = signParameters(['wx1', '1700000000', 'n', 'prepay_id=1'], privateKey)
  expect(Rsa.verify('wx1\n1700000000\nn\nprepay_id=1\n', parameters, publicKey)).toBe(true)
})

it('accepts the provider’s signature only for its text, its time and its key', () => {
  const signature = Rsa.sign(Formatter.response('1700000000', 'n', '{"a":1}'), privateKey)
  const parts = { timestamp: '1700000000', nonce: 'n', signature }
  expect(isSigned('{"a":1}', parts, publicKey)).toBe(true)
  expect(isSigned('{"a":2}', parts, publicKey)).toBe(false)
  expect(isSigned('{"a":1}', { ...parts, timestamp: '1700000001' }, publicKey)).toBe(false)
  expect(isSigned('{"a":1}', { ...parts, signature: 'not base64 at all' }, publicKey)).toBe(false)
  expect(isSigned('{"a":1}', parts, other)).toBe(false)
})

it('encrypts fields and decrypts texts as a library does, and refuses a changed or a shortened tag', () => {
  expect(Rsa.decrypt(encryptField('张三', publicKey), privateKey)).toBe('张三')
  const [nonce, data] = ['0123456789ab', 'certificate']
  const ciphertext = Aes.AesGcm.encrypt('{"金额":1}', apiV3Key, nonce, data)
  expect(decryptText({ ciphertext, nonce, associated_data: data }, apiV3Key)).toBe('{"金额":1}')
  const bytes = Buffer.from(ciphertext, 'base64')
  bytes[0]! ^= 1
  for (const changed of [bytes.toString('base64'), '', 'AAAA', ciphertext.slice(0, -8)]) {
    expect(() => decryptText({ ciphertext: changed, nonce, associated_data: data }, apiV3Key)).toThrow()
  }
  expect(() => decryptText({ ciphertext, nonce, associated_data: 'other' }, apiV3Key)).toThrow()
})
