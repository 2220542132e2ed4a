/**
 * The fake's own behavior: it rejects what the provider would reject
 * (https://pay.weixin.qq.com/doc/v3/merchant/4012365342). And an independent client against it: wechatpay-node-v3, with
 * nothing of ours in it but the address, so that what both accept is not only our reading of the documentation.
 */
import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wechatPayGateway } from '../../src/gateways/wechatpay/client.ts'
import { parseWechatPaySettings } from '../../src/gateways/wechatpay/settings.ts'
import { type Inbox, openInbox } from './inbox.ts'
import { platformCertificate } from './keys.ts'
import { type FakeWechatPay, startFakeWechatPay } from './server.ts'

type Pay = import('wechatpay-node-v3')
// It is CommonJS with `export =`, which TypeScript does not allow a module to import as a class.
const Pay = createRequire(import.meta.url)('wechatpay-node-v3') as typeof import('wechatpay-node-v3')

let fake: FakeWechatPay
let inbox: Inbox
let pay: Pay

beforeAll(async () => {
  ;[fake, inbox] = await Promise.all([
    startFakeWechatPay({ start: new Date(), balance: 100_000_00, notifyWith: 'certificate' }),
    openInbox(),
  ])
  const { mchid, appid, apiV3Key, certificateSerial } = fake.merchant
  pay = new Pay({
    appid,
    mchid,
    serial_no: certificateSerial,
    key: apiV3Key,
    // It is only read for its serial, which is given.
    publicKey: Buffer.from('unused'),
    privateKey: Buffer.from(fake.settings().privateKey),
  })
  // The library has the provider's address built in; the signature covers only the path.
  const ask = async (method: string, address: string, headers: Record<string, string>, body?: object) => {
    const url = address.replace('https://api.mch.weixin.qq.com', fake.url)
    const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await answer.text()
    const data = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : text
    return answer.ok ? { status: answer.status, data } : { status: answer.status, error: text }
  }
  pay.createHttp({
    get: (url, headers) => ask('GET', url, headers),
    post: (url, params, headers) => ask('POST', url, headers, params),
    upload: () => Promise.reject(new Error('not used')),
  })
})
afterAll(() => Promise.all([fake.stop(), inbox.stop()]))

const NUMBER = 'ord_second_01'
const order = {
  description: '牛肉面',
  out_trade_no: NUMBER,
  notify_url: '',
  amount: { total: 100_00, currency: 'CNY' },
}

test('creates, queries and closes an order', async () => {
  const made = await pay.transactions_native({ ...order, notify_url: inbox.url })
  expect(made).toMatchObject({ status: 200, data: { code_url: expect.stringMatching(/^weixin:/) } })
  expect(await pay.query({ out_trade_no: NUMBER })).toMatchObject({ status: 200, data: { trade_state: 'NOTPAY' } })
  const other = { ...order, out_trade_no: 'ord_second_02', notify_url: inbox.url }
  const prepared = await pay.transactions_jsapi({ ...other, payer: { openid: 'oPayer' } })
  expect(prepared).toMatchObject({
    status: 200,
    data: { signType: 'RSA', package: expect.stringMatching(/^prepay_id=/) },
  })
  expect(await pay.close('ord_second_02')).toMatchObject({ status: 204 })
})

test('notifies of a payment in a form that the other library and our gateway verify and decrypt', async () => {
  const transaction = await fake.pay(NUMBER)
  const { headers, body } = inbox.received.at(-1)!
  const signed = {
    timestamp: headers['wechatpay-timestamp']!,
    nonce: headers['wechatpay-nonce']!,
    serial: headers['wechatpay-serial']!,
    signature: headers['wechatpay-signature']!,
  }
  expect(await pay.verifySign({ ...signed, body: body.toString() })).toBe(true)
  expect(await pay.verifySign({ ...signed, body: `${body} ` })).toBe(false)
  const { resource } = JSON.parse(body.toString()) as { resource: Record<string, string> }
  const opened = pay.decipher_gcm<Record<string, unknown>>(
    resource.ciphertext!,
    resource.associated_data!,
    resource.nonce!,
  )
  expect(opened).toMatchObject({ out_trade_no: NUMBER, transaction_id: transaction, trade_state: 'SUCCESS' })
  const gateway = wechatPayGateway(parseWechatPaySettings(fake.settings({}, 'certificates')))
  expect(await gateway.readNotification(headers, body)).toMatchObject({
    kind: 'payment',
    order: { number: NUMBER, providerNumber: transaction },
  })
})

// The reason why this library only serves as a second opinion: it decrypts tampered content without an error.
test('sends a tampered ciphertext, which the other library decrypts and our gateway refuses', async () => {
  const { resource, ...rest } = JSON.parse(fake.notifications[0]!.body) as { resource: Record<string, string> }
  const bytes = Buffer.from(resource.ciphertext!, 'base64')
  bytes[0] = bytes[0]! ^ 1
  const forged: Record<string, string> = { ...resource, ciphertext: bytes.toString('base64') }
  expect(() => pay.decipher_gcm(forged.ciphertext!, forged.associated_data!, forged.nonce!)).not.toThrow()
  const { headers, body } = fake.signed({ body: JSON.stringify({ ...rest, resource: forged }) })
  const gateway = wechatPayGateway(parseWechatPaySettings(fake.settings({}, 'certificates')))
  await expect(gateway.readNotification(headers, body)).rejects.toMatchObject({ code: 'decryption_failed' })
})

test('refunds, answers queries of the refund and notifies of it', async () => {
  const request = { out_trade_no: NUMBER, out_refund_no: 'rfd_second_01', notify_url: inbox.url }
  const amount = { refund: 33_33, total: 100_00, currency: 'CNY' }
  expect(await pay.refunds({ ...request, amount })).toMatchObject({ status: 200, data: { status: 'PROCESSING' } })
  await fake.advance(300)
  expect(await pay.find_refunds('rfd_second_01')).toMatchObject({
    data: { status: 'SUCCESS', amount: { refund: 33_33, total: 100_00 } },
  })
  const { resource } = JSON.parse(inbox.received.at(-1)!.body.toString()) as { resource: Record<string, string> }
  const opened = pay.decipher_gcm<Record<string, unknown>>(
    resource.ciphertext!,
    resource.associated_data!,
    resource.nonce!,
  )
  expect(opened).toMatchObject({ out_refund_no: 'rfd_second_01', refund_status: 'SUCCESS', amount: { refund: 33_33 } })
})

test('responds to errors with a code and a message', async () => {
  const answer = (await pay.find_refunds('rfd_nobody')) as { status: number; error?: string }
  expect(answer.status).toBe(404)
  expect(JSON.parse(answer.error!)).toMatchObject({ code: 'RESOURCE_NOT_EXISTS', message: expect.any(String) })
})

interface Changes {
  readonly nonce?: string
  readonly age?: number
  readonly mchid?: string
  readonly serial?: string
  readonly signedPath?: string
  readonly schema?: string
}

let count = 0

async function ask(changes: Changes = {}): Promise<{ status: number; code: string }> {
  const path = '/v3/pay/transactions/out-trade-no/ord_000001?mchid=1900000109'
  const { mchid, certificateSerial } = fake.merchant
  count += 1
  const nonce = changes.nonce ?? `nonce${count}`
  const timestamp = String(Math.floor(Date.now() / 1000) - (changes.age ?? 0))
  const text = `GET\n${changes.signedPath ?? path}\n${timestamp}\n${nonce}\n\n`
  const signature = sign('sha256', Buffer.from(text), createPrivateKey(fake.settings().privateKey)).toString('base64')
  const parts = {
    mchid: changes.mchid ?? mchid,
    serial_no: changes.serial ?? certificateSerial,
    timestamp,
    nonce_str: nonce,
    signature,
  }
  const list = Object.entries(parts).map(([name, value]) => `${name}="${value}"`)
  const authorization = `${changes.schema ?? 'WECHATPAY2-SHA256-RSA2048'} ${list.join(',')}`
  const answer = await fetch(`${fake.url}${path}`, { headers: { authorization, accept: 'application/json' } })
  return { status: answer.status, code: ((await answer.json()) as { code: string }).code }
}

test('accepts a valid signature', async () => {
  expect(await ask()).toEqual({ status: 404, code: 'ORDER_NOT_EXIST' })
})

test.each<[string, Changes]>([
  ['too old', { age: 310 }],
  ['too far ahead', { age: -310 }],
  ['another merchant', { mchid: '1900000110' }],
  ['another certificate', { serial: '00FF00FF' }],
  ['another path', { signedPath: '/v3/certificates' }],
  ['another schema', { schema: 'WECHATPAY2-SM2-WITH-SM3' }],
])('refused: %s', async (_, changes) => {
  expect(await ask(changes)).toEqual({ status: 401, code: 'SIGN_ERROR' })
})

test('accepts a nonce only once', async () => {
  expect(await ask({ nonce: 'once' })).toMatchObject({ status: 404 })
  expect(await ask({ nonce: 'once' })).toEqual({ status: 401, code: 'SIGN_ERROR' })
})

test('its certificate is valid for other software too', async () => {
  const { pem, serial, publicKey } = await platformCertificate()
  const certificate = new X509Certificate(pem)
  expect(certificate.serialNumber).toBe(serial)
  expect(certificate.verify(publicKey)).toBe(true)
  expect(certificate.validFromDate < new Date() && new Date() < certificate.validToDate).toBe(true)
})
