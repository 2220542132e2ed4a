/** Methods, bodies and idempotency keys over a real socket, for every route where that is possible. */
import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'

let api: TestServer
let url: string
beforeAll(async () => {
  api = await makeServer()
  url = await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => api.close())

interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly code: string | undefined
}

function send(
  method: string,
  path: string,
  { headers = {}, body }: { readonly headers?: Record<string, string>; readonly body?: Buffer | string } = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
    const sent = { authorization: `Bearer ${api.key}`, ...length, ...headers }
    const asked = httpRequest(url + path, { method, headers: sent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const isProblem = /problem\+json/.test(String(response.headers['content-type'])) && text !== ''
        const code = isProblem ? (JSON.parse(text).code as string) : undefined
        resolve({ status: response.statusCode!, headers: response.headers, text, code })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('methods', () => {
  const paths = [
    ['/health', 'GET, HEAD, OPTIONS'],
    ['/openapi.json', 'GET, HEAD, OPTIONS'],
    ['/v1/charges', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/charges/chg_01kafz6y4cfy7s3rj8v5m2n9qt', 'GET, HEAD, OPTIONS'],
    ['/v1/charges/bulk', 'GET, HEAD, OPTIONS, POST'],
    ['/v1/parties/mch_1?x=1', 'GET, HEAD, OPTIONS, PUT'],
    ['/v1/quotes', 'GET, HEAD, OPTIONS, POST'],
  ] as const

  it.each(paths)('%s allows %s', async (path, allow) => {
    const options = await send('OPTIONS', path)
    expect([options.status, options.headers.allow, options.text]).toEqual([204, allow, ''])
    for (const method of ['TRACE', 'QUERY', 'DELETE', 'PATCH', 'PROPFIND', 'GET', 'HEAD', 'POST', 'PUT']) {
      if (allow.split(', ').includes(method)) continue
      const body = ['TRACE', 'GET', 'HEAD'].includes(method) ? undefined : '{"a":'
      const refused = await send(method, path, { ...(body ? { body } : {}), headers: { 'content-type': 'text/odd' } })
      expect([method, refused.status, refused.headers.allow]).toEqual([method, 405, allow])
      if (method !== 'HEAD') expect(refused.code).toBe('method_not_allowed')
    }
  })

  it('HEAD answers with the headers of GET, for every route', async () => {
    for (const path of ['/health', '/openapi.json', '/v1/charges?limit=1', '/v1/parties', '/docs/']) {
      const [get, head] = [await send('GET', path), await send('HEAD', path)]
      expect([path, head.status, head.text]).toEqual([path, 200, ''])
      expect(head.headers['content-type']).toBe(get.headers['content-type'])
      expect(head.headers['content-length']).toBe(get.headers['content-length'])
    }
    const document = api.app.openapi() as { paths: Record<string, Record<string, object>> }
    for (const [path, item] of Object.entries(document.paths)) {
      if (!('get' in item)) continue
      const at = path.replaceAll(/\{\w+\}/g, 'x')
      const [get, head] = [await send('GET', at), await send('HEAD', at)]
      expect([path, head.status, head.headers['content-type']]).toEqual([path, get.status, get.headers['content-type']])
    }
  })

  it('HEAD requires a key like GET', async () => {
    expect((await send('HEAD', '/v1/charges', { headers: { authorization: '' } })).status).toBe(401)
  })

  it('unknown paths, trailing slashes and empty ids are not found, before the body is read', async () => {
    for (const [method, path] of [
      ['GET', '/nowhere'],
      ['OPTIONS', '/nowhere'],
      ['TRACE', '/nowhere'],
      ['QUERY', '/nowhere'],
      ['GET', '/v1/charges/'],
      ['HEAD', '/v1/charges/'],
      ['POST', '/v1/charges/'],
      ['PUT', '/v1/parties/'],
      ['GET', '/health/'],
      ['GET', '/v1/accounts/mch_1//transfers'],
      ['OPTIONS', '/v1/charges/'],
      ['POST', '/nowhere'],
    ] as const) {
      const body = ['POST', 'PUT', 'QUERY'].includes(method) ? '{"a":' : undefined
      const refused = await send(method, path, body ? { body } : {})
      expect([path, method, refused.status]).toEqual([path, method, 404])
      if (method !== 'HEAD') expect(refused.code).toBe('route_unknown')
      expect(refused.headers['x-content-type-options']).toBe('nosniff')
    }
  })
})

describe('bodies', () => {
  const json = { 'content-type': 'application/json' }
  const charge = { ...payment('1.00'), reference: 'r' }
  const post = (body: Buffer | string, headers: Record<string, string>, path = '/v1/charges') =>
    send('POST', path, { headers, body })

  it('that are not UTF-8 are refused', async () => {
    const odd = Buffer.from(JSON.stringify({ ...charge, reference: 'a?b' }))
    odd[odd.indexOf('?')] = 0xff
    expect(await post(odd, json)).toMatchObject({ status: 400, code: 'body_not_utf8' })
    const half = Buffer.from(JSON.stringify({ ...charge, reference: '订' })).subarray(0, -3)
    expect(await post(half, json)).toMatchObject({ status: 400, code: 'body_not_utf8' })
    expect(await post(odd, { 'content-type': 'text/csv' }, '/v1/bulk-refunds/blk_x/rows?first=1')).toMatchObject({
      code: 'body_not_utf8',
    })
  })

  it('may only be in UTF-8', async () => {
    const body = JSON.stringify(charge)
    for (const type of ['application/json; charset=gbk', 'application/json;x=1; Charset="ISO-8859-1"']) {
      expect(await post(body, { 'content-type': type })).toMatchObject({ status: 415, code: 'charset_unsupported' })
    }
    for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"']) {
      expect((await post(body, { 'content-type': type })).status).toBe(201)
    }
    expect((await post(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]), json)).status).toBe(201)
  })

  it('may not be compressed or of another media type', async () => {
    const body = JSON.stringify(charge)
    for (const encoding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, identity']) {
      const refused = await post(gzipSync(body), { ...json, 'content-encoding': encoding })
      expect(refused).toMatchObject({ status: 415, code: 'content_encoding_unsupported' })
    }
    expect((await post(body, { ...json, 'content-encoding': 'identity' })).status).toBe(201)
    for (const type of ['text/plain', 'application/xml', 'application/cloudevents+json', 'multipart/form-data', '']) {
      expect(await post(body, { 'content-type': type })).toMatchObject({ status: 415, code: 'media_type_unsupported' })
    }
  })

  it('with a forbidden field name are refused with that reason', async () => {
    for (const metadata of ['{"__proto__":"x"}', '{"constructor":{"prototype":{}}}', '{"\\u005f_proto__":"x"}']) {
      const refused = await post(JSON.stringify(charge).replace(/}$/, `,"metadata":${metadata}}`), json)
      expect(refused).toMatchObject({ status: 400, code: 'body_invalid' })
      expect(refused.text).toContain('__proto__')
      expect(refused.text).not.toContain('valid JSON')
    }
  })
})

describe('idempotency keys', () => {
  const post = (path: string, key: string, body: unknown) =>
    api.post(path, body, { headers: { 'idempotency-key': key } })

  it('may be quoted', async () => {
    const first = await post('/v1/charges', 'till-1', payment('1.00'))
    const second = await post('/v1/charges', '"till-1"', payment('1.00'))
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id])
    const odd = await post('/v1/charges', 'a"b\\c', payment('1.00'))
    expect((await post('/v1/charges', '"a\\"b\\\\c"', payment('1.00'))).body.id).toBe(odd.body.id)
    for (const key of ['"', '"open', '""', '"a"b"', '"a\\b"', '"a b"', '"a";p=1']) {
      expect([key, (await post('/v1/charges', key, payment('1.00'))).body.code]).toEqual([key, 'request_invalid'])
    }
  })

  it('are honored or refused by every POST', async () => {
    const { paths } = api.app.openapi() as {
      paths: Record<string, { post?: { parameters?: { $ref?: string }[]; tags: string[]; security: object[] } }>
    }
    let [honored, refused] = [0, 0]
    for (const [path, { post: operation }] of Object.entries(paths)) {
      if (!operation || path.startsWith('/v1/notifications/')) continue
      const isHonored = operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')) ?? false
      const at = path.replaceAll(/\{\w+\}/g, 'x')
      const { body } = await api.post(at, {}, { headers: { 'idempotency-key': 'k', 'x-recoup-csrf': '1' } })
      expect([path, body.code === 'idempotency_key_unsupported']).toEqual([path, !isHonored])
      if (isHonored) honored += 1
      else refused += 1
    }
    expect([honored > 10, refused > 30]).toEqual([true, true])
  })
})
