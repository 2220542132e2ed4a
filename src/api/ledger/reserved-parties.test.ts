import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

it.each(['platform', 'world'])('%s is no party at any entrance', async (party) => {
  // As an earlier version let it be made.
  const attributes = JSON.stringify({ merchantCategory: 'restaurant' })
  const insert = `INSERT INTO party (tenant, id, kind, name, attributes, actor) VALUES ($1, $2, 'merchant', $2, $3, 'x')`
  await api.world.db.execute(insert, [api.world.tenant, party, attributes])
  const scopes = ['charges:read']
  const merchant = { kind: 'merchant', name: 'x', attributes: {} }
  const account = { currency: 'CNY', bank: 'b', account: '6222020000001234', holder: 'h' }
  const settings = { baseUrl: 'http://127.0.0.1:9', merchant: 'm1', secret: 's'.repeat(32) }
  const user = { email: `${party}@example.com`, name: 'x', role: 'party', party }
  const webhook = { url: 'https://example.com/h', eventTypes: ['charge.created'], party }
  const money = { amount: '1.00', currency: 'CNY' }
  const entry = (from: string, to: string) => ({ description: 'x', transfers: [{ from, to, amount: money }] })
  const answers = await Promise.all([
    api.put(`/v1/parties/${party}`, merchant),
    api.post('/v1/charges', payment('1.00', { payer: party })),
    api.post('/v1/charges', payment('1.00', { merchant: party })),
    api.post('/v1/quotes', payment('1.00', { merchant: party })),
    api.post('/v1/keys', { name: 'x', scopes, party }),
    api.post('/v1/users', user),
    api.put(`/v1/parties/${party}/payout-destination`, account),
    api.put(`/v1/settlement/settings/${party}`, {}),
    api.put(`/v1/gateways/${party}`, { kind: 'sandbox', settings }),
    api.post('/v1/webhooks', webhook),
    api.post('/v1/holds', { account: { path: `${party}/wallet`, currency: 'CNY' }, amount: money, expiresIn: 60 }),
    api.post('/v1/journal-entries', entry('world/funding', `${party}/balance`)),
    api.post('/v1/journal-entries', entry(`${party}/budget`, 'world/external')),
  ])
  expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'party_reserved'))
  expect((await api.get('/v1/charges')).body.data).toEqual([])
  const opened = await api.world.db.query<{ path: string }>('SELECT path FROM account WHERE path LIKE $1', [
    `${party}/%`,
  ])
  expect(opened.map(({ path }) => path).filter((path) => /(wallet|balance|budget)$/.test(path))).toEqual([])
})
