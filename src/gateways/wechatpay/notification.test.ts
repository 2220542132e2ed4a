/** https://pay.weixin.qq.com/docs/merchant/products/notification/introduction.html */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Inbox, openInbox, type Received } from '../../../test/wechatpay/inbox.ts'
import { type FakeWechatPay, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import type { Gateway, GatewayNotification } from '../gateway.ts'
import { wechatPayGateway } from './client.ts'
import { parseWechatPaySettings } from './settings.ts'

let fake: FakeWechatPay
let inbox: Inbox
let gateway: Gateway

beforeAll(async () => {
  ;[fake, inbox] = await Promise.all([startFakeWechatPay({ start: new Date(), balance: 10_000_00 }), openInbox()])
  gateway = wechatPayGateway(parseWechatPaySettings(fake.settings({ notifyUrl: inbox.url })))
})
beforeEach(() => {
  fake.conduct.notifyWith = 'publicKey'
  inbox.status = 200
  inbox.received.length = 0
})
afterAll(() => Promise.all([fake.stop(), inbox.stop()]))

const read = ({ headers, body }: Received): Promise<GatewayNotification> => gateway.readNotification(headers, body)

let count = 0
async function paid(): Promise<string> {
  count += 1
  const number = `ord_${String(count).padStart(6, '0')}`
  const expiresAt = new Date(fake.now().getTime() + 3_600_000)
  const order = { number, amount: 100_000_000n, unit: 'CNY', description: '面', expiresAt }
  await gateway.createOrder({ ...order, method: { kind: 'native' } })
  await fake.pay(number)
  return number
}

async function refunded(order: string): Promise<string> {
  const number = `rfd_${order}`
  await gateway.refund({ number, order, total: 100_000_000n, amount: 33_330_000n, unit: 'CNY', reason: null })
  await fake.advance(300)
  return number
}

test('reads the notification of a payment', async () => {
  const number = await paid()
  expect(inbox.received).toHaveLength(1)
  const notification = await read(inbox.received[0]!)
  expect(notification).toEqual({
    id: expect.stringMatching(/^EV-/),
    kind: 'payment',
    order: await gateway.queryOrder(number),
  })
  const { status, contentType, body } = gateway.acknowledgement()
  expect([status, contentType, JSON.parse(body).code]).toEqual([200, 'application/json; charset=utf-8', 'SUCCESS'])
})

// https://pay.weixin.qq.com/doc/v3/merchant/4013071031
test('reads notifications of succeeded, abnormal and closed refunds', async () => {
  const [one, two, three] = [await paid(), await paid(), await paid()]
  inbox.received.length = 0
  await refunded(one)
  fake.losePayer(two)
  await refunded(two)
  const had = fake.balance
  fake.withdraw(had)
  await refunded(three)
  await fake.advance(7 * 86_400)
  await fake.topUp(had)
  const told = await Promise.all(
    inbox.received.map((received) => fake.signed({ body: String(received.body) })).map(read),
  )
  expect(told.map((each) => each.kind === 'refund' && each.refund.status)).toEqual(['succeeded', 'abnormal', 'closed'])
  expect(told[0]).toMatchObject({
    refund: { number: `rfd_${one}`, order: one, amount: 33_330_000n, unit: 'CNY', succeededAt: expect.any(Date) },
  })
  expect(told[2]).toMatchObject({ refund: { succeededAt: null } })
})

// A rejected notification is retried after 15 s, 15 s, 30 s, 3 min, 10 min …, 15 times within a day.
test('is retried until accepted and may be duplicated afterwards', async () => {
  inbox.status = 500
  await paid()
  await fake.advance(15)
  inbox.status = 200
  await fake.advance(86_400)
  const last = fake.notifications.at(-1)!
  expect(last.answers).toEqual([500, 500, 200])
  await fake.notifyAgain(last)
  const [first, , , again] = inbox.received
  expect(await read(again!)).toEqual(await read(first!))
})

// https://pay.weixin.qq.com/doc/v3/merchant/4012154180: while the provider changes over, either may sign.
test('fetches a certificate, also a new one, when signed with it instead of the public key', async () => {
  fake.conduct.notifyWith = 'certificate'
  await paid()
  expect(await read(inbox.received[0]!)).toMatchObject({ kind: 'payment' })
  const settings = parseWechatPaySettings(fake.settings({}, 'certificates'))
  const another = wechatPayGateway(settings)
  await fake.changeCertificate()
  const { headers, body } = fake.signed(fake.notifications.at(-1)!)
  expect(await another.readNotification(headers, body)).toMatchObject({ kind: 'payment' })
})

test('does not refuse what can’t be verified at the moment, because it will be retried', async () => {
  fake.conduct.notifyWith = 'certificate'
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const another = wechatPayGateway(parseWechatPaySettings(fake.settings({}, 'certificates')), { now })
  await paid()
  const { headers, body } = inbox.received[0]!
  fake.disturb({ kind: 'error_before', match: /certificates$/ })
  await expect(another.readNotification(headers, body)).rejects.toMatchObject({ kind: 'busy' })
  ahead += 2_000
  expect(await another.readNotification(headers, body)).toMatchObject({ kind: 'payment' })
})

test('verifies every byte of the body and every part of the signature', async () => {
  await paid()
  const { headers, body } = inbox.received[0]!
  const changed = Buffer.from(body)
  changed[changed.length - 3] = changed[changed.length - 3]! ^ 1
  const refused = (name: string, value: string) => read({ headers: { ...headers, [name]: value }, body })
  await expect(read({ headers, body: changed })).rejects.toMatchObject({ kind: 'refused', code: 'signature_invalid' })
  await expect(read({ headers, body: Buffer.from(`${body} `) })).rejects.toMatchObject({ code: 'signature_invalid' })
  const signature = headers['wechatpay-signature']!
  await expect(refused('wechatpay-signature', `WECHATPAY/SIGNTEST/${signature}`)).rejects.toMatchObject({
    code: 'signature_invalid',
  })
  await expect(refused('wechatpay-nonce', 'x')).rejects.toMatchObject({ code: 'signature_invalid' })
  await expect(refused('wechatpay-timestamp', String(Math.floor(Date.now() / 1000) + 1))).rejects.toMatchObject({
    code: 'signature_invalid',
  })
  await expect(refused('wechatpay-timestamp', 'now')).rejects.toMatchObject({ code: 'signature_missing' })
  await expect(refused('wechatpay-serial', 'PUB_KEY_ID_1')).rejects.toMatchObject({ code: 'serial_unknown' })
  const { 'wechatpay-signature': _, ...unsigned } = headers
  await expect(read({ headers: unsigned, body })).rejects.toMatchObject({ kind: 'refused', code: 'signature_missing' })
})

test('refuses signatures older than five minutes', async () => {
  await paid()
  const notification = fake.notifications.at(-1)!
  expect(await read(fake.signed(notification, 290))).toMatchObject({ kind: 'payment' })
  await expect(read(fake.signed(notification, 310))).rejects.toMatchObject({
    kind: 'refused',
    code: 'signature_expired',
  })
  await expect(read(fake.signed(notification, -310))).rejects.toMatchObject({
    kind: 'refused',
    code: 'signature_expired',
  })
})

test('refuses signed content that is encrypted with another key, about another merchant, or not a notification', async () => {
  await paid()
  const good = JSON.parse(fake.notifications.at(-1)!.body) as { resource: Record<string, string> }
  const send = (body: unknown) => read(fake.signed({ body: typeof body === 'string' ? body : JSON.stringify(body) }))
  const ciphertext = Buffer.from(good.resource.ciphertext!, 'base64')
  ciphertext[20] = ciphertext[20]! ^ 1
  const forged = { ...good.resource, ciphertext: ciphertext.toString('base64') }
  await expect(send({ ...good, resource: forged })).rejects.toMatchObject({
    kind: 'refused',
    code: 'decryption_failed',
  })
  const elsewhere = { ...good.resource, associated_data: 'refund' }
  await expect(send({ ...good, resource: elsewhere })).rejects.toMatchObject({ code: 'decryption_failed' })
  for (const body of ['{', '[]', { ...good, resource: { ...good.resource, algorithm: 'none' } }]) {
    await expect(send(body)).rejects.toMatchObject({ kind: 'refused', code: 'notification_invalid' })
  }
  const stranger = wechatPayGateway(parseWechatPaySettings({ ...fake.settings(), mchid: '1900000110' }))
  const { headers, body } = fake.signed(fake.notifications.at(-1)!)
  await expect(stranger.readNotification(headers, body)).rejects.toMatchObject({ code: 'mchid_mismatch' })
})

test('names unused kinds instead of refusing them', async () => {
  await paid()
  const good = JSON.parse(fake.notifications.at(-1)!.body) as object
  const notification = await read(
    fake.signed({ body: JSON.stringify({ ...good, event_type: 'PROFITSHARING.RECEIVER' }) }),
  )
  expect(notification).toMatchObject({ kind: 'other', type: 'PROFITSHARING.RECEIVER' })
})
