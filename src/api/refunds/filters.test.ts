import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
const refunds: string[] = []
beforeAll(async () => {
  api = await makeServer()
  for (const [payer, effectiveAt, reason] of [
    ['usr_a', '2026-03-01T10:00:00Z', 'goodwill'],
    ['usr_b', '2026-03-02T10:00:00Z', 'duplicate'],
  ] as const) {
    const made = await api.post('/v1/charges', { ...payment('10.00', { payer }), effectiveAt: '2026-02-01T00:00:00Z' })
    const { status, body } = await api.post('/v1/refunds', { charge: made.body.id, reason, effectiveAt })
    expect(status).toBe(201)
    refunds.push(body.id)
  }
})
afterAll(() => api.close())

const found = async (query: string): Promise<string[]> => {
  const { body } = await api.get(`/v1/refunds?${query}`)
  return body.data.map(({ id }: { id: string }) => id)
}

describe('GET /v1/refunds', () => {
  it.each([
    ['payer=usr_a', [0]],
    ['payee=mch_1', [1, 0]],
    ['payee=mch_2', []],
    ['line=payments&product=scan-pay', [1, 0]],
    ['line=apis', []],
    ['product=ocr', []],
    ['reason=duplicate', [1]],
    ['from=2026-03-02T10:00:00Z', [1]],
    ['to=2026-03-02T10:00:00Z', [0]],
    ['payer=usr_a&reason=duplicate', []],
    ['payer=usr_b&status=succeeded&limit=1', [1]],
  ])('finds by %s', async (query, expected) => {
    expect(await found(query)).toEqual(expected.map((i) => refunds[i]))
  })
})
