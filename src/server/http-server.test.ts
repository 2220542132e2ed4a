/** Behavior common to all routes, partly tested over a real socket. */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'
import { checkBooks } from '../charges/check.ts'
import { openDatabase } from '../db/connect.ts'
import { buildServer } from './http-server.ts'

let api: TestServer
let url: string
const lines: string[] = []
beforeAll(async () => {
  api = await makeServer({}, { log: { level: 'info', stream: { write: (line: string) => void lines.push(line) } } })
  url = await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => api.close())

const charge = (base: string, key: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${base}/v1/charges`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** Sends bytes and returns the whole response until the connection ends. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}

it('tells browsers to use https only where the public address does', async () => {
  const { database, engine } = api.world
  const header = async (publicUrl: string) => {
    const app = await buildServer({ database, engine, signIn: { publicUrl } })
    const responses = await Promise.all(['/health', '/v1/charges', '/nowhere', '/%'].map((url) => app.inject({ url })))
    await app.close()
    return new Set(responses.map(({ headers }) => headers['strict-transport-security']))
  }
  expect(await header('https://pay.example.com')).toEqual(new Set(['max-age=31536000']))
  expect(await header('http://pay.example.com')).toEqual(new Set([undefined]))
})

describe('bodies', () => {
  const refused = async (body: string, headers: Record<string, string> = {}) => {
    const response = await charge(url, api.key, body, headers)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    return ((await response.json()) as { code: string }).code
  }

  it('that are too large, too deep or not JSON are refused', async () => {
    expect(await refused('{"a":')).toBe('body_invalid')
    expect(await refused('nonsense')).toBe('body_invalid')
    expect(await refused('{"__proto__":{"admin":true}}')).toBe('body_invalid')
    expect(await refused('{"constructor":{"prototype":{}}}')).toBe('body_invalid')
    expect(await refused('{"reference":"\\u0000"}')).toBe('body_invalid')
    expect(await refused('['.repeat(100_000))).toBe('body_too_deep')
    expect(await refused(`{"a":"${'x'.repeat(2 * 1024 * 1024)}"}`)).toBe('body_too_large')
    expect(await refused('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toBe('media_type_unsupported')
    expect(await refused('{}', { 'content-type': 'text/plain' })).toBe('media_type_unsupported')
    expect(await refused('')).toBe('request_invalid')
  })

  it('may be long and flat', async () => {
    const body = { ...payment('1.00'), metadata: { long: 'x'.repeat(500) } }
    expect((await charge(url, api.key, body)).status).toBe(201)
  })
})

describe('input that is not HTTP', () => {
  it('is answered with an error and disconnected', async () => {
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*request_malformed/)
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [\s\S]*headers_too_large/,
    )
    const both =
      'POST /v1/charges HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'
    expect(await raw(both)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('addresses', () => {
  it('without a route are problems', async () => {
    for (const [method, path] of [
      ['GET', '/nowhere'],
      ['GET', '/v1/charges/%E0%A4%A'],
      ['GET', `/v1/parties/${'a'.repeat(200)}`],
    ] as const) {
      const response = await fetch(url + path, { method })
      expect(response.status, path).toBe(404)
      expect(response.headers.get('x-request-id')).toBeTruthy()
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await response.json()).toMatchObject({ code: 'route_unknown', params: { method } })
    }
  })

  it('allow no other origin', async () => {
    const response = await fetch(`${url}/v1/charges`, { headers: { origin: 'https://elsewhere.example' } })
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('problems', () => {
  it('use the preferred language', async () => {
    const { body, headers } = await api.get('/v1/charges/chg_01kafz6y4cfy7s3rj8v5m2n9qt', {
      headers: { 'accept-language': 'zh-CN' },
    })
    expect(body).toMatchObject({ title: '交易不存在', detail: expect.stringMatching(/^交易 .*不存在。$/) })
    expect(headers).toMatchObject({ 'content-language': 'zh', vary: 'accept-language' })
  })

  it('contain the request id, the caller’s where it is well-formed', async () => {
    const { body } = await api.get('/v1/nowhere', { headers: { 'x-request-id': 'trace-1.a:b' } })
    expect(body.requestId).toBe('trace-1.a:b')
    for (const odd of ['a b', 'x'.repeat(101), '"', '']) {
      const { headers } = await api.get('/v1/nowhere', { headers: { 'x-request-id': odd } })
      expect(headers['x-request-id']).toMatch(/^[\w-]+$/)
      expect(headers['x-request-id']).not.toBe(odd)
    }
  })

  it('caused by internal errors reveal nothing and are logged under the request id', async () => {
    lines.length = 0
    const { database, engine } = api.world
    const broken = Object.assign(Object.create(engine), {
      charge: () => Promise.reject(new Error('secret of the house')),
    }) as typeof engine
    const log = { level: 'info' as const, stream: { write: (line: string) => void lines.push(line) } }
    const app = await buildServer({ database, engine: broken, log, settings: { docs: false } })
    const response = await app.inject({
      method: 'POST',
      url: '/v1/charges',
      headers: { authorization: `Bearer ${api.key}` },
      payload: payment('1.00'),
    })
    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject({ code: 'internal_error' })
    expect(response.body).not.toContain('secret')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      requestId: response.json().requestId,
      err: { message: 'secret of the house' },
      route: '/v1/charges',
    })
    expect(lines.join('')).not.toContain(api.key)
    const bulk = await app.inject({
      method: 'POST',
      url: '/v1/charges/bulk',
      headers: { authorization: `Bearer ${api.key}` },
      payload: { charges: [payment('1.00'), payment('1.00')] },
    })
    expect(bulk.json()).toMatchObject({ accepted: 0, refused: 2, results: [{ status: 500 }, { status: 500 }] })
    expect(bulk.body).not.toContain('secret')
    expect(lines).toHaveLength(2)
    await app.close()
  })

  it('caused by a lost database only state that nothing was changed', async () => {
    const { database, engine } = api.world
    const logged: string[] = []
    const log = { level: 'info' as const, stream: { write: (line: string) => void logged.push(line) } }
    const gone = openDatabase('postgres://recoup:hunter2@127.0.0.1:1/recoup', { timeoutMs: 500 })
    const app = await buildServer({
      database: { ...database, system: gone.system },
      engine,
      log,
      settings: { docs: false },
    })
    for (const url of ['/v1/charges', '/ready']) {
      const response = await app.inject({ url, headers: { authorization: `Bearer ${api.key}` } })
      expect(response.statusCode).toBe(503)
      expect(response.json().code).toBe('database_unavailable')
      expect(response.headers['retry-after']).toBe('1')
      expect(response.body).not.toContain('127.0.0.1')
    }
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('127.0.0.1:1')
    expect(logged[0]).not.toContain('hunter2')
    await app.close()
    await gone.close()
  })

  it('caused by the caller are not logged', async () => {
    lines.length = 0
    await api.get('/v1/charges/chg_x')
    await api.post('/v1/charges', payment('1.00'))
    expect(lines).toEqual([])
  })
})

describe('limits', () => {
  it('restrict the requests of one key without affecting others', async () => {
    const { database, engine } = api.world
    const app = await buildServer({ database, engine, settings: { rateLimit: 5, docs: false } })
    const get = (key: string) => app.inject({ url: '/v1/charges?limit=1', headers: { authorization: `Bearer ${key}` } })
    const answers = await Promise.all(Array.from({ length: 8 }, () => get(api.key)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
    const limited = answers.find(({ statusCode }) => statusCode === 429)!
    expect(limited.json()).toMatchObject({ code: 'rate_limited', params: { limit: 5 } })
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    expect((await get(await api.makeKey(['charges:read']))).statusCode).toBe(200)
    await app.close()
  })

  it('restrict guessing of keys without affecting known keys from the same address', async () => {
    const { database, engine } = api.world
    const app = await buildServer({ database, engine, settings: { failedKeyLimit: 3, docs: false } })
    const get = (key: string) => app.inject({ url: '/v1/charges?limit=1', headers: { authorization: `Bearer ${key}` } })
    const codes = []
    for (let i = 0; i < 5; i += 1) codes.push((await get(`rk_${String(i).repeat(43)}`)).json().code)
    expect(codes).toEqual(['key_unknown', 'key_unknown', 'key_unknown', 'rate_limited', 'rate_limited'])
    expect((await get(api.key)).statusCode).toBe(200)
    await app.close()
  })
})

describe('the service', () => {
  it('is alive and ready', async () => {
    expect((await api.get('/health', { key: null })).body).toEqual({ status: 'ok' })
    expect((await api.get('/ready', { key: null })).body).toEqual({ status: 'ok' })
  })

  it('is not ready with an unknown schema', async () => {
    const { database, engine } = api.world
    const app = await buildServer({ database, engine, settings: { docs: false } })
    await database.system.execute("INSERT INTO schema_migration (number, name, sha256) VALUES (9999, 'later', '')")
    const response = await app.inject('/ready')
    await database.system.execute('DELETE FROM schema_migration WHERE number = 9999')
    expect(response.statusCode).toBe(503)
    expect(response.json().code).toBe('schema_newer')
    await app.close()
  })

  it('shows its metrics to this machine only', async () => {
    await api.post('/v1/charges', payment('1.00'))
    await api.get('/v1/charges/chg_01kafz6y4cfy7s3rj8v5m2n9qt')
    const { text } = await api.get('/metrics', { key: null })
    expect(text).toMatch(
      /recoup_http_request_seconds_count\{method="GET",route="\/v1\/charges\/:charge",status="404"\} \d/,
    )
    expect(text).toMatch(/recoup_charges_total\{line="payments",product="scan-pay",replayed="false"\} \d/)
    expect(text).toMatch(/recoup_database_connections\{state="total"\} \d/)
    expect(text).toContain('process_cpu_user_seconds_total')
    const far = await api.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })
    expect(far.statusCode).toBe(404)
    const forwarded = await api.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } })
    expect(forwarded.statusCode).toBe(404)
  })

  it('serves its documentation without requests to other hosts', async () => {
    const page = await fetch(`${url}/docs/`)
    const policy = page.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('http')
    expect(await page.text()).not.toMatch(/https?:\/\//)
    const script = await fetch(`${url}/docs/js/scalar.js`)
    expect(script.headers.get('content-type')).toContain('javascript')
    // Read completely: an unread body keeps its connection busy, and the server waits for busy connections to close.
    expect((await script.arrayBuffer()).byteLength).toBeGreaterThan(100_000)
  })

  it.each([
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['br;q=0, identity', null],
    ['', null],
  ])('serves its OpenAPI document for Accept-Encoding: %s as %s', async (accepted, encoding) => {
    const response = await fetch(`${url}/openapi.json`, { headers: { 'accept-encoding': accepted } })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('accept-encoding')
    const length = Number(response.headers.get('content-length'))
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' })
    expect(text).not.toContain('\n  ')
    if (encoding !== null) expect(length).toBeLessThan(100_000)
  })
})

describe('stopping', () => {
  it('refuses new requests, finishes accepted ones, and closes', async () => {
    const server = await makeServer({ docs: false })
    const base = await server.app.listen({ port: 0, host: '127.0.0.1' })
    let stopped = false
    const outcomes = { made: 0, refused: 0, closed: 0 }
    const client = async () => {
      while (!stopped || outcomes.refused + outcomes.closed === 0) {
        try {
          const response = await charge(base, server.key, payment('1.00'))
          const body = (await response.json()) as { code?: string }
          if (response.status === 201) outcomes.made += 1
          else {
            expect(body.code).toBe('shutting_down')
            expect(response.headers.get('connection')).toBe('close')
            outcomes.refused += 1
          }
        } catch {
          outcomes.closed += 1 // the server no longer accepts connections
        }
      }
    }
    const clients = Array.from({ length: 16 }, client)
    await wait(300)
    const stopping = server.app.stop({ noticeMs: 1_000, deadlineMs: 20_000 })
    const ready = await fetch(`${base}/ready`)
    expect([ready.status, ((await ready.json()) as { code: string }).code]).toEqual([503, 'shutting_down'])
    expect((await fetch(`${base}/health`)).status).toBe(200)
    const late = await charge(base, server.key, payment('1.00'))
    expect([late.status, late.headers.get('connection')]).toEqual([503, 'close'])
    expect(await stopping).toBe(true)
    stopped = true
    await Promise.all(clients)
    expect(outcomes.made).toBeGreaterThan(0)
    // Every charge made was answered, and every answered charge exists.
    const [row] = await server.world.db.query<{ n: bigint }>('SELECT count(*) AS n FROM charge')
    expect(Number(row!.n)).toBe(outcomes.made)
    expect((await checkBooks(server.world.db)).faults).toEqual([])
    await server.world.close()
  })

  it('stops at the deadline', async () => {
    const server = await makeServer({ docs: false })
    const base = await server.app.listen({ port: 0, host: '127.0.0.1' })
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => {
      socket.write(
        `POST /v1/charges HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${server.key}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
      )
    })
    socket.on('error', () => {})
    await wait(200)
    const before = performance.now()
    expect(await server.app.stop({ deadlineMs: 300 })).toBe(false)
    expect(performance.now() - before).toBeLessThan(2_000)
    await server.close()
  })
})
