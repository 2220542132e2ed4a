import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startFakeWechatPay } from '../../test/wechatpay/server.ts'
import type { Resolver } from '../outgoing/connector.ts'
import { Outgoing } from '../outgoing/outgoing.ts'
import { checkGateway, makeGateway } from './kinds.ts'
import { WechatPayClient } from './wechatpay/connection.ts'
import { parseWechatPaySettings } from './wechatpay/settings.ts'

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

/** The name of the operator's server, as a tenant may have it resolve. */
const resolve: Resolver = (_hostname, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }])
const publicly = new Outgoing({ targets: 'public', resolve })
const anywhere = new Outgoing({ targets: 'any' }).of(1)
/** The first two are refused by their form, the last one when connecting. */
const urls = () => [base, base.replace('127.0.0.1', 'localhost'), base.replace('http://127.0.0.1', 'https://a.example')]

it.each(['127.0.0.1', '169.254.169.254', '[::1]', '10.0.0.1', '2130706433', 'localhost', '[::ffff:10.0.0.1]'])(
  'refuses gateway settings with the host %s unless the operator allows it',
  (host) => {
    for (const settings of [
      sandbox(`https://${host}/x`),
      sandbox(`https://user:pass@example.com/`),
      { ...sandbox('https://example.com'), notifyUrl: `https://${host}/x` },
    ]) {
      expect(() => checkGateway('sandbox', settings, 'public')).toThrow(
        expect.objectContaining({ code: 'gateway_settings_invalid' }),
      )
    }
    expect(() => checkGateway('sandbox', sandbox(`http://${host}/x`), 'any')).not.toThrow()
  },
)

it('names the field and the rule of a refused address', () => {
  const settings = { ...sandbox('http://example.com'), notifyUrl: 'https://10.0.0.1/x' }
  expect(() => checkGateway('sandbox', settings, 'public')).toThrow(
    expect.objectContaining({
      errors: [
        { pointer: '/baseUrl', message: 'must use https' },
        { pointer: '/notifyUrl', message: expect.stringContaining('must be on the public internet') },
      ],
    }),
  )
  const local = { ...sandbox('http://127.0.0.1:4871'), notifyUrl: 'http://localhost:4870/n' }
  expect(() => checkGateway('sandbox', local, 'loopback')).not.toThrow()
  expect(() => checkGateway('sandbox', sandbox('http://10.0.0.1'), 'loopback')).toThrow()
})

it('connects a sandbox gateway to public addresses only, also by name', async () => {
  for (const url of urls()) {
    const call = makeGateway('sandbox', sandbox(url), publicly.of(1)).queryOrder('o')
    await expect(call).rejects.toMatchObject({ kind: 'busy', code: 'address_forbidden' })
  }
  expect(calls).toEqual([])
})

it('connects a WeChat Pay gateway and its downloads to public addresses only, also by name', async () => {
  const fake = await startFakeWechatPay({ start: new Date(), notifications: false })
  for (const url of urls()) {
    const client = new WechatPayClient(parseWechatPaySettings({ ...fake.settings(), baseUrl: base }), {
      caller: publicly.of(1),
    })
    const gateway = makeGateway('wechatpay', { ...fake.settings(), baseUrl: url }, publicly.of(1))
    await expect(gateway.queryOrder('ord_123456')).rejects.toMatchObject({ kind: 'busy', code: 'address_forbidden' })
    const file = client.file(`${url}/latest/meta-data/iam`, 1_000).next()
    await expect(file).rejects.toMatchObject({ kind: 'busy', code: 'address_forbidden' })
  }
  expect(calls).toEqual([])
  await fake.stop()
})

it('does not show the text of an error answer', async () => {
  const fake = await startFakeWechatPay({ start: new Date(), notifications: false })
  const gateways = [
    makeGateway('sandbox', sandbox(base), anywhere),
    makeGateway('wechatpay', { ...fake.settings(), baseUrl: base }, anywhere),
  ]
  for (const gateway of gateways) {
    const error: unknown = await gateway.queryOrder('ord_123456').catch((thrown: unknown) => thrown)
    const { code, message } = error as { readonly code: string; readonly message: string }
    expect(code).toBe('http_403')
    expect(message).not.toMatch(/token|Internal/)
  }
  await fake.stop()
})
