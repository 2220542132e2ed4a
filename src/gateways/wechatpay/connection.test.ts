/** The four ends of a call: a call that may have taken effect is never `refused`. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rsaKeys } from '../../../test/wechatpay/keys.ts'
import { type FakeWechatPay, type FaultKind, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import { type Gateway, GatewayError } from '../gateway.ts'
import { wechatPayGateway } from './client.ts'
import { errorOfAnswer } from './errors.ts'
import { parseWechatPaySettings } from './settings.ts'

let fake: FakeWechatPay
let withKey: Gateway
let impatient: Gateway

beforeAll(async () => {
  fake = await startFakeWechatPay({ start: new Date(), notifications: false, balance: 1_000_00 })
  impatient = wechatPayGateway(parseWechatPaySettings(fake.settings({ timeoutMs: 150 })))
  withKey = wechatPayGateway(parseWechatPaySettings(fake.settings()))
})
beforeEach(() => fake.calm())
afterAll(() => fake.stop())

const certificatesAsked = () => fake.requests.filter(({ request }) => request === 'GET /v3/certificates').length
/** Offset of the gateways' clock in milliseconds. */
let ahead = 0
const now = () => new Date(Date.now() + ahead)
const withCertificates = () => wechatPayGateway(parseWechatPaySettings(fake.settings({}, 'certificates')), { now })

let count = 0
async function made(gateway: Gateway = withKey): Promise<string> {
  count += 1
  const number = `ord_${String(count).padStart(6, '0')}`
  await gateway.createOrder({
    number,
    amount: 1_000_000n,
    unit: 'CNY',
    description: '牛肉面',
    expiresAt: new Date(fake.now().getTime() + 3_600_000),
    method: { kind: 'native' },
  })
  return number
}

test.each<[FaultKind, string, string]>([
  ['error_before', 'unknown', 'SYSTEM_ERROR'],
  ['error_after', 'unknown', 'SYSTEM_ERROR'],
  ['hang_before', 'unknown', 'no_answer'],
  ['hang_after', 'unknown', 'no_answer'],
  ['drop_after', 'unknown', 'no_answer'],
  ['proxy', 'unknown', 'http_403'],
  ['busy', 'busy', 'FREQUENCY_LIMITED'],
  // https://pay.weixin.qq.com/doc/v3/merchant/4012154180
  ['wrong_signature', 'unknown', 'signature_invalid'],
  ['unsigned', 'unknown', 'signature_missing'],
  ['stale', 'unknown', 'signature_expired'],
  ['unknown_serial', 'unknown', 'serial_unknown'],
])('maps %s to %s (%s)', async (kind, expected, code) => {
  const order = await made()
  await fake.pay(order)
  fake.disturb({ kind, match: /refunds$/ })
  const request = { number: `rfd_${order}`, order, total: 1_000_000n, amount: 500_000n, unit: 'CNY', reason: null }
  const requested = kind.startsWith('hang') ? impatient : withKey
  const error = await requested.refund(request).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(GatewayError)
  expect(error).toMatchObject({ kind: expected, code })
  // In every case, a retry with the same number results in one refund.
  expect(await withKey.refund(request)).toMatchObject({ status: 'processing', amount: 500_000n })
})

test('rejects an error answer with a wrong signature as well', async () => {
  fake.disturb({ kind: 'wrong_signature' })
  await expect(withKey.queryOrder('ord_nobody')).rejects.toMatchObject({ kind: 'unknown', code: 'signature_invalid' })
  await expect(withKey.queryOrder('ord_nobody')).rejects.toMatchObject({ kind: 'not_found' })
})

test('refuses calls signed with another key than the merchant’s', async () => {
  const { privateKey } = await rsaKeys()
  const settings = fake.settings({ privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) })
  const error = wechatPayGateway(parseWechatPaySettings(settings)).queryOrder('ord_123456')
  await expect(error).rejects.toMatchObject({ kind: 'refused', code: 'SIGN_ERROR' })
})

test.each([
  [500, '{"code":"SYSTEM_ERROR","message":"x"}', 'unknown', 'SYSTEM_ERROR'],
  [500, '{"code":"OPENID_MISMATCH","message":"x"}', 'unknown', 'OPENID_MISMATCH'],
  [502, '<html>', 'unknown', 'SYSTEM_ERROR'],
  [503, '', 'unknown', 'SYSTEM_ERROR'],
  [429, '', 'busy', 'RATELIMIT_EXCEEDED'],
  [429, '{"code":"RATELIMIT_EXCEEDED","message":"x"}', 'busy', 'RATELIMIT_EXCEEDED'],
  [403, '{"code":"FREQUENCY_LIMITED","message":"x"}', 'busy', 'FREQUENCY_LIMITED'],
  [403, '{"code":"NOT_ENOUGH","message":"x"}', 'refused', 'NOT_ENOUGH'],
  [403, '{"code":"RULE_LIMIT","message":"x"}', 'refused', 'RULE_LIMIT'],
  [403, '<h1>Forbidden</h1>', 'unknown', 'http_403'],
  [404, '{"code":"RESOURCE_NOT_EXISTS","message":"x"}', 'not_found', 'RESOURCE_NOT_EXISTS'],
  [404, '{"code":"ORDER_NOT_EXIST","message":"x"}', 'not_found', 'ORDER_NOT_EXIST'],
  [404, 'not found', 'unknown', 'http_404'],
  [400, '{"code":"SYSTEM_ERROR","message":"x"}', 'unknown', 'SYSTEM_ERROR'],
  [400, '{"code":"BANK_ERROR","message":"x"}', 'unknown', 'BANK_ERROR'],
  [400, '{"message":"x"}', 'unknown', 'http_400'],
  [400, '{"code":{"nested":1}}', 'unknown', 'http_400'],
  [403, '{"error_code":"NOAUTH","error_msg":"x"}', 'refused', 'NOAUTH'],
  [400, '{"error_code":"SYSTEM_ERROR","error_msg":"x"}', 'unknown', 'SYSTEM_ERROR'],
  [400, '{"error_code":{"nested":1},"error_msg":"x"}', 'unknown', 'http_400'],
  [202, '{"code":"USER_PAYING","message":"x"}', 'busy', 'USER_PAYING'],
  [302, '', 'unknown', 'http_302'],
])('%i %s is %s', (status, body, kind, code) => {
  expect(errorOfAnswer(status, body, true)).toMatchObject({ kind, code })
})

// https://pay.weixin.qq.com/doc/v3/merchant/4012154180
describe('keys of the provider', () => {
  test('downloads the certificates once for concurrent calls when there is no public key', async () => {
    const gateway = withCertificates()
    const before = certificatesAsked()
    await Promise.all([made(gateway), made(gateway), made(gateway)])
    expect(certificatesAsked() - before).toBe(1)
    await made(gateway)
    expect(certificatesAsked() - before).toBe(1)
  })

  test('downloads once for an unknown serial, not every time', async () => {
    const gateway = withCertificates()
    const number = await made(gateway)
    const before = certificatesAsked()
    fake.disturb({ kind: 'unknown_serial', times: 3 })
    for (let index = 0; index < 3; index += 1) {
      await expect(gateway.queryOrder(number)).rejects.toMatchObject({ kind: 'unknown', code: 'serial_unknown' })
    }
    // The list was fetched recently, so an unknown serial does not trigger another download.
    expect(certificatesAsked() - before).toBe(0)
  })

  test('finds a certificate added since the last download', async () => {
    const gateway = withCertificates()
    await made(gateway)
    await fake.changeCertificate()
    await expect(made(gateway)).rejects.toMatchObject({ kind: 'unknown', code: 'serial_unknown' })
    ahead += 61_000
    await expect(made(gateway)).resolves.toBeDefined()
    ahead = 0
  })

  test('reports unknown, never busy, when certificates are unavailable, because the request was executed', async () => {
    const gateway = withCertificates()
    const before = certificatesAsked()
    fake.disturb({ kind: 'error_before', match: /certificates$/ })
    await expect(made(gateway)).rejects.toMatchObject({ kind: 'unknown', code: 'SYSTEM_ERROR' })
    await expect(made(gateway)).rejects.toMatchObject({ kind: 'unknown', code: 'SYSTEM_ERROR' })
    expect(certificatesAsked() - before).toBe(1)
    ahead += 2_000
    await expect(made(gateway)).resolves.toBeDefined()
    ahead = 0
  })

  test('rejects certificates of an unsigned list or encrypted for another APIv3 key', async () => {
    fake.disturb({ kind: 'wrong_signature', match: /certificates$/ })
    await expect(made(withCertificates())).rejects.toMatchObject({ kind: 'unknown', code: 'certificates_invalid' })
    const settings = fake.settings({ apiV3Key: 'anotherApiV3KeyOf32BytesForTests' }, 'certificates')
    const gateway = wechatPayGateway(parseWechatPaySettings(settings))
    await expect(made(gateway)).rejects.toMatchObject({ kind: 'unknown', code: 'certificates_invalid' })
  })
})
