import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

const settings = { baseUrl: 'http://127.0.0.1:9', merchant: 'm1', secret: 'a secret that is long enough' }

it('lists the settings of each provider and marks secrets', async () => {
  const { data } = (await api.get('/v1/gateway-kinds')).body
  const of = (kind: string) => data.find((each: { kind: string }) => each.kind === kind).settings
  expect(of('sandbox').required).toEqual(['baseUrl', 'merchant', 'secret'])
  const secrets = (kind: string) =>
    Object.entries<{ writeOnly?: boolean }>(of(kind).properties)
      .filter(([, { writeOnly }]) => writeOnly)
      .map(([name]) => name)
  expect(secrets('sandbox')).toEqual(['secret'])
  expect(secrets('wechatpay')).toEqual(['privateKey', 'apiV3Key'])
})

it('disables and enables a provider and keeps its settings and notification path', async () => {
  const made = await api.put('/v1/gateways/shop', { kind: 'sandbox', settings })
  expect(made).toMatchObject({ status: 201, body: { enabled: true } })
  const off = await api.patch('/v1/gateways/shop', { enabled: false })
  expect(off.body).toMatchObject({ name: 'shop', enabled: false, notifyPath: made.body.notifyPath })
  expect((await api.get('/v1/gateways')).body.data).toMatchObject([{ name: 'shop', enabled: false }])
  expect((await api.patch('/v1/gateways/shop', { enabled: true })).body.enabled).toBe(true)
  const trail = (await api.get('/v1/audit?action=gateway_changed&subject=shop')).body.data
  expect(trail.map(({ detail }: { detail: object }) => detail)).toEqual([
    { before: { enabled: false }, after: { enabled: true } },
    { before: { enabled: true }, after: { enabled: false } },
  ])
  expect((await api.patch('/v1/gateways/nobody', { enabled: true })).body.code).toBe('gateway_unknown')
  expect((await api.patch('/v1/gateways/shop', { settings })).body.code).toBe('request_invalid')
})
