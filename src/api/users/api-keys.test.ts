import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { makeUser, PASSWORD } from '../../../test/people.ts'
import { Browser, listening } from '../../../test/web-client.ts'
import { createTenant } from '../../tenants/tenants.ts'
import { createKey, rotateKey } from '../../users/api-keys.ts'
import { KeyRing } from '../../users/key-ring.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer({ keyCacheMs: 100, failedKeyLimit: 1_000 })
})
afterAll(() => api.close())

const LOOK = ['charges:read'] as const
const MANAGE = ['charges:read', 'keys:read', 'keys:write'] as const
const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000).toISOString()

async function make(body: object, key = api.key) {
  const made = await api.post('/v1/keys', { name: 'k', scopes: MANAGE, ...body }, { key })
  expect(made.status, made.text).toBe(201)
  return made.body as { id: string; secret: string }
}
const problem = async (answer: Promise<{ body: { code?: string } }>) => (await answer).body.code
const look = (key: string) => problem(api.get('/v1/charges', { key }))
const from = async (secret: string, remoteAddress: string) => {
  const headers = { authorization: `Bearer ${secret}` }
  return (await api.app.inject({ url: '/v1/charges', headers, remoteAddress })).json().code
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('an expiry', () => {
  it('ends a key at its time, although the key is cached', async () => {
    await look(api.key) // the first request is slower
    const { secret } = await make({ expiresAt: new Date(Date.now() + 1_000).toISOString() })
    expect(await look(secret)).toBeUndefined()
    await wait(1_050)
    const refused = await api.get('/v1/charges', { key: secret })
    expect(refused).toMatchObject({ status: 401, body: { code: 'key_expired' } })
  })

  it('must be in the future', async () => {
    const past = { name: 'k', scopes: LOOK, expiresAt: '2020-01-01T00:00:00Z' }
    expect(await problem(api.post('/v1/keys', past))).toBe('key_expiry_past')
    expect(await problem(api.post('/v1/keys', { ...past, expiresAt: 'soon' }))).toBe('time_invalid')
  })
})

describe('an allow-list', () => {
  it('admits its networks only', async () => {
    const { secret, ...made } = await make({ networks: ['10.1.2.3/8', '2001:DB8::1/32'] })
    expect(made).toMatchObject({ networks: ['10.0.0.0/8', '2001:db8::/32'] })
    const addresses = ['10.255.0.1', '::ffff:10.0.0.1', '2001:db8::7', '11.0.0.1', '::1']
    const codes = await Promise.all(addresses.map((address) => from(secret, address)))
    expect(codes).toEqual([undefined, undefined, undefined, 'key_address_refused', 'key_address_refused'])
  })

  it('is refused if a network is invalid', async () => {
    for (const network of ['example.com', '10.0.0.0/33', '1.2.3'])
      expect(await problem(api.post('/v1/keys', { name: 'k', scopes: LOOK, networks: [network] }))).toBe(
        'network_invalid',
      )
    expect(await problem(api.post('/v1/keys', { name: 'k', scopes: LOOK, networks: [] }))).toBe('request_invalid')
  })
})

describe('the last use', () => {
  it('is written later, with the network instead of the address', async () => {
    const { database, tenant, db } = api.world
    const { id, secret } = await createKey(database, tenant, { name: 'used', scopes: LOOK })
    const ring = new KeyRing(database)
    const known = await ring.find(secret)
    ring.use(known!, '203.0.113.77')
    const row = async () =>
      (await db.query('SELECT last_used_at AS at, last_used_from AS network FROM api_key WHERE name = $1', ['used']))[0]
    expect(await row()).toEqual({ at: null, network: null })
    await ring.writeUses()
    const first = await row()
    expect(first).toEqual({ at: expect.any(Date), network: '203.0.113.0/24' })
    await ring.writeUses()
    expect(await row()).toEqual(first)
    const listed = (await api.get('/v1/keys?limit=200')).body.data.find((key: { id: string }) => key.id === id)
    expect(listed).toMatchObject({ lastUsedFrom: '203.0.113.0/24', lastUsedAt: expect.any(String) })
  })
})

describe('a rotation', () => {
  it('gives a new key with the same rights, while the old one ends after the overlap', async () => {
    const old = await make({ scopes: LOOK, party: 'mch_1', networks: ['127.0.0.0/8'] })
    const rotated = await api.post(`/v1/keys/${old.id}/rotate`, { overlapHours: 1 })
    expect(rotated).toMatchObject({
      status: 201,
      body: { scopes: LOOK, party: 'mch_1', networks: ['127.0.0.0/8'], rotatedFrom: old.id, expiresAt: null },
    })
    expect([await look(old.secret), await look(rotated.body.secret)]).toEqual([undefined, undefined])
    expect(await problem(api.post(`/v1/keys/${old.id}/rotate`, {}))).toBe('api_key_rotated')
    const { data } = (await api.get('/v1/keys?limit=200')).body
    const { expiresAt } = data.find(({ id }: { id: string }) => id === old.id)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(3_500_000)
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(3_700_000)
    const audit = (await api.get(`/v1/audit?subject=${old.id}&action=key_rotated`)).body.data
    expect(audit[0]).toMatchObject({ detail: { successor: rotated.body.id, overlapHours: 1 } })
  })

  it('without an overlap ends the old key at once', async () => {
    const old = await make({})
    const rotated = await api.post(`/v1/keys/${old.id}/rotate`, { overlapHours: 0 })
    expect([await look(old.secret), await look(rotated.body.secret)]).toEqual(['key_expired', undefined])
    expect(await problem(api.post(`/v1/keys/${old.id}/rotate`, {}))).toBe('api_key_ended')
  })

  it('attributes the new key to the actor who learns its secret', async () => {
    const { database, tenant } = api.world
    const theirs = await createKey(
      database,
      tenant,
      { name: 'k', scopes: LOOK },
      { actor: 'user usr_a', scopes: new Set(LOOK) },
    )
    const rotated = await api.post(`/v1/keys/${theirs.id}/rotate`, {})
    expect((await api.get('/v1/me', { key: rotated.body.secret })).body.actor).toMatch(/^key key_/)
    const own = await createKey(database, tenant, { name: 'k', scopes: LOOK })
    const next = await rotateKey(database, tenant, own.id, { overlapHours: 1 })
    expect(next.madeBy).toBe(`key ${own.id}`)
  })

  it('by the key itself keeps its expiry', async () => {
    const old = await make({ expiresAt: IN_AN_HOUR() })
    const later = new Date(Date.now() + 7_200_000).toISOString()
    const rotate = (body: object) => api.post(`/v1/keys/${old.id}/rotate`, body, { key: old.secret })
    for (const expiresAt of [later, null]) expect(await problem(rotate({ expiresAt }))).toBe('key_limits_beyond_own')
    expect((await rotate({})).body).toMatchObject({ expiresAt: expect.any(String), madeWith: old.id })
  })
})

describe('a revocation', () => {
  it('revokes the keys that were made with the key, however far removed', async () => {
    const root = await make({})
    const child = await make({}, root.secret)
    const grandchild = await make({ scopes: LOOK }, child.secret)
    const successor = (await api.post(`/v1/keys/${root.id}/rotate`, {}, { key: root.secret })).body
    const stranger = await make({})
    const revoked = await api.post(`/v1/keys/${root.id}/revoke`)
    expect(revoked.body).toMatchObject({ id: root.id, revokedWith: 3, revokedAt: expect.any(String) })
    const codes = await Promise.all([root, child, grandchild, successor, stranger].map(({ secret }) => look(secret)))
    expect(codes).toEqual(['key_unknown', 'key_unknown', 'key_unknown', 'key_unknown', undefined])
    const audit = (await api.get(`/v1/audit?subject=${grandchild.id}&action=key_revoked`)).body.data
    expect(audit).toMatchObject([{ detail: { madeWith: root.id } }])
    expect((await api.post(`/v1/keys/${root.id}/revoke`)).body).toMatchObject({ revokedWith: 0 })
  })

  it('leaves the replacement that another actor made', async () => {
    const leaked = await make({})
    const successor = (await api.post(`/v1/keys/${leaked.id}/rotate`, {})).body
    expect((await api.post(`/v1/keys/${leaked.id}/revoke`)).body.revokedWith).toBe(0)
    expect(await look(successor.secret)).toBeUndefined()
  })

  it('races with a key that makes others, and leaves none', async () => {
    const root = await make({})
    const makers = Array.from({ length: 8 }, () =>
      api.post('/v1/keys', { name: 'raced', scopes: MANAGE }, { key: root.secret }),
    )
    await api.post(`/v1/keys/${root.id}/revoke`)
    await Promise.all(makers)
    const left = await api.world.db.query(`SELECT FROM api_key WHERE name = 'raced' AND revoked_at IS NULL`)
    expect(left).toEqual([])
  })
})

describe('a key', () => {
  it('cannot revoke, rotate or change a key that may do more', async () => {
    const strong = await make({ scopes: [...MANAGE, 'ledger:read'] })
    const weak = await make({})
    const bounded = await make({ networks: ['127.0.0.0/8'], expiresAt: IN_AN_HOUR() })
    for (const [key, target] of [
      [weak, strong],
      [bounded, weak],
    ] as const) {
      const ask = { key: key.secret }
      expect(await problem(api.post(`/v1/keys/${target.id}/revoke`, undefined, ask))).toBe('key_stronger')
      expect(await problem(api.post(`/v1/keys/${target.id}/rotate`, {}, ask))).toBe('key_stronger')
      expect(await problem(api.patch(`/v1/keys/${target.id}`, { name: 'x' }, ask))).toBe('key_stronger')
    }
    expect((await api.post(`/v1/keys/${bounded.id}/revoke`, undefined, { key: weak.secret })).status).toBe(200)
  })

  it('passes its limits on and cannot widen them', async () => {
    const limits = { networks: ['127.0.0.0/8'], expiresAt: IN_AN_HOUR() }
    const bounded = await make(limits)
    const ask = { key: bounded.secret }
    expect(await make({}, bounded.secret)).toMatchObject({ ...limits, madeWith: bounded.id })
    expect(await make({ networks: ['127.0.0.1'] }, bounded.secret)).toMatchObject({ networks: ['127.0.0.1/32'] })
    for (const wider of [{ networks: ['0.0.0.0/0'] }, { expiresAt: '2099-01-01T00:00:00Z' }]) {
      const body = { name: 'k', scopes: LOOK, ...wider }
      expect(await problem(api.post('/v1/keys', body, ask))).toBe('key_limits_beyond_own')
      expect(await problem(api.patch(`/v1/keys/${bounded.id}`, wider, ask))).toBe('key_limits_beyond_own')
    }
    expect(await problem(api.patch(`/v1/keys/${bounded.id}`, { networks: null }, ask))).toBe('key_limits_beyond_own')
    const widened = await api.patch(`/v1/keys/${bounded.id}`, { networks: null, expiresAt: null, name: 'wide' })
    expect(widened.body).toMatchObject({ networks: null, expiresAt: null, name: 'wide' })
    const [entry] = (await api.get(`/v1/audit?subject=${bounded.id}&action=key_changed`)).body.data
    expect(entry.detail).toMatchObject({ before: { networks: ['127.0.0.0/8'] }, after: { networks: null } })
  })
})

it('an administrator can revoke any key but rotate only those that may do no more', async () => {
  await makeUser(api.world, { email: 'root@example.com', role: 'admin' })
  const root = new Browser(await listening(api.app))
  await root.post('/v1/sign-in', { email: 'root@example.com', password: PASSWORD })
  const { database, tenant } = api.world
  const strong = await createKey(database, tenant, { name: 'k', scopes: ['refunds:override'] })
  expect((await root.post(`/v1/keys/${strong.id}/rotate`, {})).body.code).toBe('key_stronger')
  expect((await root.post(`/v1/keys/${strong.id}/revoke`)).body.revokedAt).toEqual(expect.any(String))
})

it('row-level security hides the keys of other tenants, and lets the system read but not write', async () => {
  const { database, tenant } = api.world
  const other = await createTenant(database, 'elsewhere', 'UTC')
  const count = async (db: { query(text: string): Promise<object[]> }) => (await db.query('SELECT FROM api_key')).length
  expect(await count(database.tenant(other.id))).toBe(0)
  expect(await count(database.tenant(tenant))).toBeGreaterThan(0)
  expect(await count(database.system)).toBeGreaterThan(0)
  expect(await database.system.execute(`UPDATE api_key SET scopes = '{}'`)).toBe(0)
  const insert = `INSERT INTO api_key (id, tenant, name, hash, scopes) VALUES (gen_random_uuid(), $1, 'x', '\\x00', '{}')`
  await expect(database.system.execute(insert, [tenant])).rejects.toThrow('row-level security')
})
