import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'
import { readSettings } from './settings.ts'

let api: TestServer
const lines: string[] = []
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
beforeAll(async () => {
  const stream = { write: (line: string) => void lines.push(line) }
  api = await makeServer({ failedKeyLimit: 1_000 }, { log: { level: 'info', requests: true, stream } })
})
beforeEach(() => {
  lines.length = 0
})
afterAll(() => api.close())

describe('the log', () => {
  it('has one line for each request, with its route and caller', async () => {
    const { headers } = await api.post('/v1/charges', { ...payment('1.00'), reference: 'private-1' })
    await api.get('/v1/charges?reference=private-2')
    await api.get('/v1/charges/chg_01kafz6y4cfy7s3rj8v5m2n9qt', { headers: { 'x-request-id': 'trace-7' } })
    await api.get('/v1/private-3?private-4')
    await api.get('/health', { key: null })
    const caller = { tenant: api.world.tenant, actor: expect.stringMatching(/^key key_/) }
    expect(logged()).toMatchObject([
      { requestId: headers['x-request-id'], method: 'POST', route: '/v1/charges', status: 201, ...caller },
      { method: 'GET', route: '/v1/charges', status: 200, ...caller },
      { requestId: 'trace-7', route: '/v1/charges/:charge', status: 404, code: 'charge_unknown', ...caller },
      { method: 'GET', route: null, status: 404, code: 'route_unknown', tenant: null, actor: null },
      { route: '/health', status: 200, tenant: null, actor: null },
    ])
    for (const { msg, ms, level } of logged()) {
      expect([msg, level, typeof ms]).toEqual(['request', 30, 'number'])
    }
    expect(lines.join('')).not.toMatch(/private-|rk_|usr_1|mch_1/)
  })

  it('contains the request id of every refused request', async () => {
    const refused = [
      await api.get('/v1/charges?limit=x'),
      await api.get('/v1/charges', { key: null }),
      await api.post('/v1/charges', '{"a":'),
      await api.get('/v1/charges/%E0%A4%A'),
      await api.delete('/v1/charges'),
      await api.post('/v1/charges', payment('1.00'), { key: await api.makeKey(['charges:read']) }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([422, 401, 400, 404, 405, 403])
    const ids = refused.map(({ body }) => body.requestId)
    expect(logged().map(({ requestId }) => requestId)).toEqual(ids)
    expect(logged().map(({ code }) => code)).toEqual(refused.map(({ body }) => body.code))
  })

  it('contains the request id of what is not HTTP', async () => {
    const url = await api.app.listen({ port: 0, host: '127.0.0.1' })
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
      socket.on('error', reject).on('data', (chunk) => resolve(String(chunk)))
    })
    const { requestId } = JSON.parse(answer.split('\r\n\r\n')[1]!)
    expect(answer).toContain(`x-request-id: ${requestId}\r\n`)
    expect(logged().filter((line) => line.requestId === requestId)).toMatchObject([{ code: 'request_malformed' }])
  })

  it('warns of wrong keys without the key, once in ten seconds for each network', async () => {
    const wrong = `rk_${'x'.repeat(43)}`
    for (let i = 0; i < 3; i += 1) await api.get('/v1/charges', { key: wrong })
    await api.get('/v1/charges', { key: null })
    const warnings = logged().filter(({ level }) => level === 40)
    expect(warnings).toMatchObject([
      { msg: 'key refused', code: 'key_unknown', network: '127.0.0.1', route: '/v1/charges' },
    ])
    expect(lines.join('')).not.toContain(wrong)
    expect(logged().filter(({ msg }) => msg === 'request')).toHaveLength(4)
  })

  it('of requests is on by default and can be turned off', () => {
    expect(readSettings({}).logRequests).toBe('on')
    expect(readSettings({ LOG_REQUESTS: 'off' }).logRequests).toBe('off')
  })
})
