import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer, testOutgoing, testSeal } from '../../../test/api-server.ts'
import { Outgoing } from '../../outgoing/outgoing.ts'
import { Gateways } from '../../processing/gateways.ts'

/** A server inside the operator's network. */
let calls = 0
const internal = createServer((_request, response) => {
  calls += 1
  response.writeHead(403, { 'content-type': 'application/json' })
  response.end('{"code":"access_denied","message":"INTERNAL: token=abc123"}')
})
let base = ''
let api: TestServer

beforeAll(async () => {
  await new Promise<void>((done) => internal.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(internal.address() as AddressInfo).port}`
  api = await makeServer({ outgoing: new Outgoing({ targets: 'public' }) })
})
afterAll(async () => {
  internal.close()
  await api.close()
})

const settingsAt = (baseUrl: string) => ({ baseUrl, merchant: 'm1', secret: 'a secret that is long enough' })
const put = (settings: object) => api.put('/v1/gateways/ssrf', { kind: 'sandbox', settings })
const pay = (gateway: string) => api.post('/v1/payments', { of: payment('12.00'), gateway, description: 'x' })

it('refuses internal addresses in the settings of a gateway, with the field and the rule', async () => {
  for (const baseUrl of [base, 'https://10.0.0.1', 'https://[::ffff:169.254.169.254]', 'https://localhost.']) {
    const { status, body } = await put(settingsAt(baseUrl))
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'gateway_settings_invalid', errors: [{ pointer: '/baseUrl' }] })
  }
  const notified = await put({ ...settingsAt('https://example.com'), notifyUrl: `${base}/internal` })
  expect(notified.body).toMatchObject({ code: 'gateway_settings_invalid', errors: [{ pointer: '/notifyUrl' }] })
})

it('never calls an address that is not allowed, also where it was entered before', async () => {
  const gateways = new Gateways(testSeal, testOutgoing)
  await gateways.put(api.world.db, { name: 'old', kind: 'sandbox', settings: settingsAt(base), enabled: true })
  const { status, body } = await pay('old')
  expect(status).toBe(422)
  expect(body.code).toBe('gateway_address_forbidden')
  expect(JSON.stringify(body)).not.toMatch(/token|INTERNAL|127\.0\.0\.1/)
  expect(calls).toBe(0)
})

it('answers the same for closed, refusing and internal ports where the operator allows them', async () => {
  const open = await makeServer()
  const closed = 'http://127.0.0.1:1'
  const reset = createServer(({ socket }) => socket.resetAndDestroy())
  await new Promise<void>((done) => reset.listen(0, '127.0.0.1', done))
  const details = new Set<string>()
  for (const url of [closed, `http://127.0.0.1:${(reset.address() as AddressInfo).port}`]) {
    await open.put('/v1/gateways/scan', { kind: 'sandbox', settings: settingsAt(url) })
    const { body } = await open.post('/v1/payments', { of: payment('12.00'), gateway: 'scan', description: 'x' })
    expect(body.code).toBe('gateway_unavailable')
    details.add(body.detail)
  }
  expect(details.size).toBe(1)
  await open.put('/v1/gateways/scan', { kind: 'sandbox', settings: settingsAt(base) })
  const refused = await open.post('/v1/payments', { of: payment('12.00'), gateway: 'scan', description: 'x' })
  expect(JSON.stringify(refused.body)).not.toMatch(/token|INTERNAL/)
  reset.close()
  await open.close()
})
