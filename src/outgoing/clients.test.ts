import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startFakeWechatPay } from '../../test/wechatpay/server.ts'
import { checkGateway, makeGateway } from '../gateways/kinds.ts'

/** A server inside the operator's network, with an answer that no tenant may read. */
let calls: string[] = []
const server = createServer(({ url }, response) => {
  calls.push(url!)
  response.writeHead(403, { 'content-type': 'application/json' })
  response.end('{"code":"Internal role","message":"token=abc123"}')
})
let base = ''

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  calls = []
})
afterAll(() => server.close())

const sandbox = (baseUrl: string) => ({ baseUrl, merchant: 'm', secret: 'sixteen letters!' })

it.each(['127.0.0.1', '169.254.169.254', '[::1]', '10.0.0.1', '2130706433', 'localhost', '[::ffff:10.0.0.1]'])(
  'refuses gateway settings with the host %s unless the operator allows it',
  (host) => {
    const settings = sandbox(`http://${host}/x`)
    expect(() => checkGateway('sandbox', settings, 'public')).toThrow(
      expect.objectContaining({ code: 'gateway_settings_invalid' }),
    )
    expect(() => checkGateway('sandbox', settings, 'any')).not.toThrow()
  },
)

it('connects a sandbox gateway to public addresses only, also by name', async () => {
  for (const url of [base, base.replace('127.0.0.1', 'localhost')]) {
    const call = makeGateway('sandbox', sandbox(url), 'public').queryOrder('o')
    await expect(call).rejects.toMatchObject({ kind: 'busy', code: 'address_forbidden' })
  }
  expect(calls).toEqual([])
})

it('connects a WeChat Pay gateway to public addresses only, also by name', async () => {
  const fake = await startFakeWechatPay({ start: new Date(), notifications: false })
  const settings = fake.settings()
  for (const url of [base, base.replace('127.0.0.1', 'localhost')]) {
    const call = makeGateway('wechatpay', { ...settings, baseUrl: url }, 'public').queryOrder('ord_123456')
    await expect(call).rejects.toMatchObject({ kind: 'busy', code: 'address_forbidden' })
  }
  expect(calls).toEqual([])
  await fake.stop()
})

it('does not show the text of an error answer', async () => {
  const fake = await startFakeWechatPay({ start: new Date(), notifications: false })
  const gateways = [
    makeGateway('sandbox', sandbox(base), 'any'),
    makeGateway('wechatpay', { ...fake.settings(), baseUrl: base }, 'any'),
  ]
  for (const gateway of gateways) {
    const error: unknown = await gateway.queryOrder('ord_123456').catch((thrown: unknown) => thrown)
    const { code, message } = error as { readonly code: string; readonly message: string }
    expect(code).toBe('http_403')
    expect(message).not.toMatch(/token|Internal/)
  }
  await fake.stop()
})
