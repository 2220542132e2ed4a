/**
 * Random requests: every answer is one that the OpenAPI document declares, never a server error, and the books stay
 * correct.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { postJournal } from '../src/ledger/journal.ts'
import { lines } from '../src/lines/index.ts'
import { parseMicros } from '../src/money/amount.ts'
import { AnyRequests, type Operation } from './any-request.ts'
import { makeServer, type TestServer } from './api-server.ts'

/** Requests per operation; ANY_REQUEST_RUNS raises it. */
const RUNS = Number(process.env.ANY_REQUEST_RUNS ?? 4)
const SEED = Number(process.env.ANY_REQUEST_SEED ?? Date.now() % 1_000_000)

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  await makeExamples()
})
afterAll(() => api.close())

async function makeExamples(): Promise<void> {
  const { db, engine, tenant, party } = api.world
  for (const { product } of lines.products) {
    for (const { id, kind, attributes } of product.example.parties) await party(id, { ...attributes }, kind)
    for (const { path, amount, unit = 'CNY' } of product.example.funds ?? []) {
      await postJournal(db, engine.tenant(tenant).directory, {
        description: 'for the examples',
        transfers: [
          { from: 'world/funding', to: path, amount: parseMicros(amount, unit) * 1000n, unit, kind: 'funding' },
        ],
        ...{ effectiveAt: null, idempotency: null },
      })
    }
  }
}

/** Returns every account and party, so that a test sees what a refused request leaves behind. */
async function opened(): Promise<string> {
  const [row] = await api.world.db.query<{ all: string }>(
    `SELECT (SELECT md5(string_agg(path || ' ' || unit, ',' ORDER BY id)) FROM account WHERE tenant = $1)
         || (SELECT md5(string_agg(p::text, ',' ORDER BY id)) FROM party p WHERE tenant = $1) AS all`,
    [api.world.tenant],
  )
  return row!.all
}

/** An export reads everything, and notifications come from providers; both have tests of their own. */
const ELSEWHERE = ['exportLedger', 'notifyGateway']

it(`answers every request without a server error (seed ${SEED})`, async () => {
  const requests = new AnyRequests(api.app.openapi())
  const own = (await api.get('/v1/me')).body.key
  const faults: string[] = []
  const worked = new Set<string>()
  const ask = async (operation: Operation, seed: number) => {
    const [request] = fc.sample(arbitraries.get(operation)!, { numRuns: 1, seed })
    const { method, url, body } = request!
    if (url.includes(own)) return
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
    const headers = {
      authorization: `Bearer ${api.key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const before = method === 'GET' ? '' : await opened()
    const { statusCode, body: text, headers: told } = await api.app.inject({ method, url, headers, ...payload })
    if (method !== 'GET' && statusCode >= 400 && (await opened()) !== before) {
      faults.push(`${method} ${url} ${JSON.stringify(body)} was refused and left a trace`)
    }
    if (statusCode < 300) worked.add(operation.id)
    if (statusCode < 300 && told['content-type']?.toString().startsWith('application/json'))
      requests.learn(JSON.parse(text))
    if (statusCode >= 500) faults.push(`${method} ${url} ${JSON.stringify(body)} → ${text}`)
  }
  const requested = requests.operations.filter(({ id }) => !ELSEWHERE.includes(id))
  const arbitraries = new Map(requested.map((operation) => [operation, requests.of(operation)]))
  for (let run = 0; run < RUNS; run += 1) for (const operation of requested) await ask(operation, SEED + run)
  expect(faults).toEqual([])
  // The requests have effects: most reads and the first writes of most objects.
  expect(worked.size).toBeGreaterThan(60)
  expect((await api.get('/v1/ledger/check')).body).toMatchObject({ ok: true, faults: [] })
  expect((await api.get('/v1/reports/check')).body).toMatchObject({ ok: true, faults: [] })
}, 600_000)
