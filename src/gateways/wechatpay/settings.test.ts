import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeWechatPay, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import { Problem } from '../../problem.ts'
import { wechatPayGateway } from './client.ts'
import { parseWechatPaySettings } from './settings.ts'

let fake: FakeWechatPay
let good: ReturnType<FakeWechatPay['settings']>

beforeAll(async () => {
  fake = await startFakeWechatPay()
  good = fake.settings()
})
afterAll(() => fake.stop())

function refusal(settings: unknown): Problem {
  try {
    parseWechatPaySettings(settings)
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('not refused')
}

test('reads settings in both modes and fills in defaults', () => {
  expect(parseWechatPaySettings(good)).toMatchObject({ timeoutMs: 10_000, profitSharing: false })
  const { baseUrl: _, ...standard } = fake.settings({}, 'certificates')
  expect(parseWechatPaySettings(standard)).toMatchObject({ publicKey: null, baseUrl: 'https://api.mch.weixin.qq.com' })
})

test.each([
  ['apiV3Key', 'short'],
  ['apiV3Key', 'é'.repeat(32)],
  ['mchid', 'wx1'],
  ['privateKey', 'not a key, but secret'],
  ['privateKey', '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----'],
  ['publicKey', 'PEM'],
  ['publicKeyId', '5157F09E'],
  ['baseUrl', 'http://pay.example.com'],
  ['baseUrl', 'https://api.mch.weixin.qq.com/v3'],
  ['notifyUrl', 'https://pay.example.com/?a=1'],
  ['timeoutMs', 1],
  ['somethingElse', 'x'],
])('refuses %s: %s by name without repeating the value', (field, value) => {
  const problem = refusal({ ...good, [field]: value })
  expect(problem.code).toBe('gateway_settings_invalid')
  expect(problem.errors?.[0]?.pointer).toBe(`/${field}`)
  if (String(value).length > 3)
    expect(JSON.stringify([problem.params, problem.errors, problem.message])).not.toContain(String(value))
})

test('names missing fields', () => {
  const { privateKey: _, ...rest } = good
  expect(refusal(rest).errors).toEqual([{ pointer: '/privateKey', message: 'is required' }])
  const { publicKey: __, ...half } = good
  expect(refusal(half).errors?.[0]?.pointer).toBe('/publicKey')
  expect(refusal(null).code).toBe('gateway_settings_invalid')
})

test('never prints secrets in settings, gateways or errors', async () => {
  const settings = parseWechatPaySettings({ ...good, baseUrl: 'http://127.0.0.1:9' })
  const gateway = wechatPayGateway(settings)
  const error = await gateway.queryOrder('ord_123456').catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ kind: 'busy', code: 'no_answer' })
  for (const thing of [settings, gateway, error]) {
    const shown = inspect(thing, { depth: 10, showHidden: true })
    expect(shown).not.toContain(good.apiV3Key)
    expect(shown).not.toContain(good.privateKey.slice(60, 100))
    expect(shown).not.toContain('WECHATPAY2-SHA256-RSA2048')
  }
})
