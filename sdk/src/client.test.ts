import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Charge, isRecoupError, Recoup, type RecoupError, type RecoupOptions } from './index.ts'

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string
  readonly credentials: RequestCredentials
}

/** A client whose requests get the given responses in order; an Error stands for a failed connection. */
function client(answers: readonly (Response | Error)[], options: RecoupOptions = {}) {
  const asked: Asked[] = []
  const waiting = [...answers]
  const recoup = new Recoup({
    baseUrl: 'https://recoup.test',
    credentials: { key: 'rk_test' },
    retry: { firstDelayMs: 1 },
    fetch: async (request) => {
      const { method, url, headers, credentials } = request
      asked.push({ method, url, headers, credentials, body: await request.text() })
      const answer = waiting.shift() ?? new Error('nothing left to answer')
      if (answer instanceof Error) throw answer
      return answer
    },
    ...options,
  })
  return { recoup, asked }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

const problem = (status: number, code: string, more: object = {}, headers = {}) =>
  json(
    { type: `urn:recoup:problem:${code}`, title: code, detail: `why ${code}`, status, code, requestId: 'r1', ...more },
    status,
    headers,
  )

const BROKEN = new TypeError('fetch failed')
const REFUND = { charge: 'chg_1' }

describe('a request', () => {
  it('sends key, language and parameters, and returns the typed body', async () => {
    const { recoup, asked } = client([json({ id: 'chg_1' })], { language: () => 'zh' })
    const charge = await recoup.get('/v1/charges/{charge}', { params: { path: { charge: 'chg_1/..' } } })
    expect(charge).toEqual({ id: 'chg_1' })
    expectTypeOf(charge).toEqualTypeOf<Charge>()
    expect(asked[0]!.url).toBe('https://recoup.test/v1/charges/chg_1%2F..')
    expect(asked[0]!.headers.get('authorization')).toBe('Bearer rk_test')
    expect(asked[0]!.headers.get('accept-language')).toBe('zh')
    expect(asked[0]!.credentials).toBe('omit')
  })

  it('sends a file unchanged, with its own content type', async () => {
    const { recoup, asked } = client([json({}, 201), json({}, 201)])
    const params = { query: { gateway: 'wechatpay', date: '2026-11-20' } }
    for (const type of ['text/csv', '']) {
      await recoup.post('/v1/reconciliations/upload', { params, body: new Blob(['a,"b"\n'], { type }) })
    }
    expect(asked.map(({ body }) => body)).toEqual(['a,"b"\n', 'a,"b"\n'])
    const types = asked.map(({ headers }) => headers.get('content-type'))
    expect(types).toEqual(['text/csv', 'application/octet-stream'])
  })

  it('sends cookies to its own origin for a session, and no key', async () => {
    const { recoup, asked } = client([json({ data: [], nextCursor: null })], { credentials: () => ({ session: true }) })
    await recoup.get('/v1/charges')
    expect(asked[0]!.headers.has('authorization')).toBe(false)
    expect(asked[0]!.credentials).toBe('same-origin')
    expect(asked[0]!.headers.get('x-recoup-csrf')).toBe('1')
  })

  it('throws the problem', async () => {
    const errors = [{ pointer: '/amount', message: 'is no amount' }]
    const { recoup } = client([problem(422, 'request_invalid', { errors, params: { a: '1' }, preview: { hash: 'h' } })])
    const error = await recoup.post('/v1/refunds', { body: REFUND }).catch((thrown: RecoupError) => thrown)
    expect(error).toMatchObject({
      ...{ name: 'RecoupError', code: 'request_invalid', status: 422, message: 'why request_invalid' },
      ...{ params: { a: '1' }, errors, requestId: 'r1', problem: { preview: { hash: 'h' } } },
    })
    expect([
      isRecoupError(error),
      isRecoupError(error, 'request_invalid'),
      isRecoupError(error, 'charge_unknown'),
    ]).toEqual([true, true, false])
  })

  it('throws its own error if the response is not from Recoup', async () => {
    const { recoup } = client([new Response('<h1>Bad gateway</h1>', { status: 502 })])
    await expect(recoup.get('/v1/charges')).rejects.toMatchObject({ code: 'answer_unreadable', status: 502 })
  })
})

describe('retries', () => {
  it('repeat a POST with the same generated key and the same bytes', async () => {
    const { recoup, asked } = client([BROKEN, problem(503, 'outcome_unknown'), json({ id: 'rfd_1' }, 201)])
    await expect(recoup.post('/v1/refunds', { body: REFUND })).resolves.toEqual({ id: 'rfd_1' })
    const keys = new Set(asked.map(({ headers }) => headers.get('idempotency-key')))
    expect([asked.length, keys.size, new Set(asked.map(({ body }) => body)).size]).toEqual([3, 1, 1])
    expect([...keys][0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('generate a new key for each call, and preserve a given one', async () => {
    const { recoup, asked } = client([json({}), json({}), json({})])
    await recoup.post('/v1/refunds', { body: REFUND })
    await recoup.post('/v1/refunds', { body: REFUND })
    await recoup.post('/v1/refunds', { body: REFUND, params: { header: { 'Idempotency-Key': 'mine' } } })
    const [first, second, third] = asked.map(({ headers }) => headers.get('idempotency-key'))
    expect(first).not.toBe(second)
    expect(third).toBe('mine')
  })

  it('never repeat a POST without a key that may have been executed', async () => {
    for (const answer of [BROKEN, problem(503, 'database_busy')]) {
      const { recoup, asked } = client([answer, json({})])
      await expect(recoup.post('/v1/refunds/preview', { body: REFUND })).rejects.toThrow()
      expect(asked).toHaveLength(1)
      expect(asked[0]!.headers.has('idempotency-key')).toBe(false)
    }
    const { recoup, asked } = client([problem(429, 'rate_limited', {}, { 'retry-after': '0' }), json({})])
    await recoup.post('/v1/refunds/preview', { body: REFUND })
    expect(asked).toHaveLength(2)
  })

  it('wait as long as the server asks, but not too long', async () => {
    const begun = performance.now()
    const patient = client([problem(429, 'rate_limited', {}, { 'retry-after': '1' }), json({ data: [] })])
    await patient.recoup.get('/v1/charges')
    expect(performance.now() - begun).toBeGreaterThan(950)
    const later = new Date(Date.now() + 3_600_000).toUTCString()
    const impatient = client([problem(503, 'shutting_down', {}, { 'retry-after': later }), json({})])
    await expect(impatient.recoup.get('/v1/charges')).rejects.toMatchObject({ code: 'shutting_down' })
  })

  it('end, and report that the outcome is unknown', async () => {
    const { recoup, asked } = client([BROKEN, BROKEN, BROKEN, BROKEN, json({})])
    const error = await recoup.get('/v1/charges').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'connection_failed', status: 0, cause: BROKEN })
    expect(asked).toHaveLength(4)
    const none = client([problem(422, 'request_invalid'), json({})])
    await expect(none.recoup.get('/v1/charges')).rejects.toMatchObject({ status: 422 })
    expect(none.asked).toHaveLength(1)
  })

  it('stop when aborted', async () => {
    const { recoup, asked } = client([BROKEN, json({})], { retry: { firstDelayMs: 10_000 } })
    const signal = AbortSignal.timeout(20)
    await expect(recoup.get('/v1/charges', { signal })).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(asked).toHaveLength(1)
  })
})

it('each reads page after page on demand', async () => {
  const pages = [
    json({ data: [{ id: 'a' }, { id: 'b' }], nextCursor: 'c1' }),
    json({ data: [{ id: 'c' }], nextCursor: null }),
  ]
  const { recoup, asked } = client(pages)
  const ids: string[] = []
  for await (const { id } of recoup.each('/v1/charges', { params: { query: { line: 'payments', limit: 2 } } }))
    ids.push(id)
  expect(ids).toEqual(['a', 'b', 'c'])
  expect(asked.map(({ url }) => new URL(url).search)).toEqual([
    '?line=payments&limit=2',
    '?line=payments&limit=2&cursor=c1',
  ])
  const half = client([json({ data: [{ id: 'a' }], nextCursor: 'c1' })])
  for await (const { id } of half.recoup.each('/v1/parties')) if (id === 'a') break
  expect(half.asked).toHaveLength(1)
})
