import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'
import { makeUser, PASSWORD } from '../../../test/people.ts'
import { Browser, listening } from '../../../test/web-client.ts'
import { Seal } from '../../seal.ts'
import { buildServer } from '../../server/http-server.ts'

let api: TestServer
let url: string
let root: Browser
beforeAll(async () => {
  api = await makeServer({ keyCacheMs: 200 })
  url = await listening(api.app)
  await make('root@example.com', 'admin')
  root = await signedIn('root@example.com')
})
afterAll(() => api.close())

const make = (email: string, role: string, party?: string) =>
  makeUser(api.world, { email, role, ...(party ? { party } : {}) })

async function signedIn(email: string, password = PASSWORD, at = url): Promise<Browser> {
  const browser = new Browser(at)
  expect((await browser.post('/v1/sign-in', { email, password })).body).toEqual({ status: 'signed_in' })
  return browser
}

const idOf = async (email: string): Promise<string> =>
  (await root.get('/v1/users?limit=200')).body.data.find((user: { email: string }) => user.email === email).id

describe('a new user', () => {
  it('sets a password with a single-use link', async () => {
    const { status, body } = await root.post('/v1/users', { email: 'Ada@Example.com', name: 'Ada', role: 'finance' })
    expect(status).toBe(201)
    expect(body.user).toMatchObject({ email: 'ada@example.com', role: 'finance', party: null, hasPassword: false })
    const visitor = new Browser(url)
    const set = (token: string, password: string) => visitor.post('/v1/set-password', { token, password })
    expect((await set(body.passwordToken, 'short')).body.code).toBe('password_unfit')
    expect((await set('x'.repeat(43), PASSWORD)).body.code).toBe('password_token_invalid')
    expect((await set(body.passwordToken, PASSWORD)).body).toEqual({ status: 'password_set' })
    expect(await set(body.passwordToken, 'another good one')).toMatchObject({
      status: 410,
      body: { code: 'password_token_invalid' },
    })
    const ada = await signedIn('ada@example.com')
    expect((await ada.get('/v1/me')).body.user).toMatchObject({ role: 'finance', hasPassword: true })
    const [stored] = await api.world.database.system.query('SELECT FROM user_verification WHERE identifier LIKE $1', [
      `%${body.passwordToken}%`,
    ])
    expect(stored).toBeUndefined()
  })

  it('has one link at a time, which expires', async () => {
    const { body } = await root.post('/v1/users', { email: 'bob@example.com', name: 'Bob', role: 'agent' })
    const second = await root.post(`/v1/users/${body.user.id}/password-link`)
    const set = (token: string) => new Browser(url).post('/v1/set-password', { token, password: PASSWORD })
    expect((await set(body.passwordToken)).body.code).toBe('password_token_invalid')
    await api.world.database.system.execute(`UPDATE user_verification SET expires_at = now() - interval '1 s'`)
    expect((await set(second.body.passwordToken)).body.code).toBe('password_token_invalid')
  })

  it('is not blocked by attempts with other links', async () => {
    const { body } = await root.post('/v1/users', { email: 'eve@example.com', name: 'Eve', role: 'agent' })
    const set = async (token: string, remoteAddress: string) => {
      const headers = { 'x-recoup-csrf': '1', 'content-type': 'application/json' }
      const payload = JSON.stringify({ token, password: PASSWORD })
      const answer = await api.app.inject({ method: 'POST', url: '/v1/set-password', headers, payload, remoteAddress })
      return [answer.statusCode, answer.json().code ?? answer.json().status]
    }
    const addresses = Array.from({ length: 5 }, (_, i) => `198.51.100.${i}`)
    const guessed = 'g'.repeat(43)
    const tries = await Promise.all(Array.from({ length: 50 }, (_, i) => set(guessed, addresses[i % 5]!)))
    expect(new Set(tries.map(String))).toEqual(new Set(['410,password_token_invalid']))
    // That link has used up its attempts, but for one each half minute; others have not.
    await set(guessed, '203.0.113.2')
    for (const address of [addresses[0]!, '203.0.113.1']) {
      expect(await set(guessed, address)).toEqual([429, 'sign_in_limited'])
    }
    expect(await set(body.passwordToken, addresses[0]!)).toEqual([200, 'password_set'])
  })

  it('is validated', async () => {
    const code = async (user: object) => (await root.post('/v1/users', { name: 'X', ...user })).body.code
    expect(await code({ email: 'root@example.com', role: 'viewer' })).toBe('email_taken')
    expect(await code({ email: 'no address', role: 'viewer' })).toBe('email_invalid')
    expect(await code({ email: 'x@example.com', role: 'king' })).toBe('request_invalid')
    expect(await code({ email: 'x@example.com', role: 'party' })).toBe('party_needed')
    expect(await code({ email: 'x@example.com', role: 'viewer', party: 'mch_1' })).toBe('party_not_for_role')
  })
})

describe('no user', () => {
  it('grants or takes over more than their own scopes', async () => {
    const key = await api.makeKey(['users:read', 'users:write'])
    const post = async (path: string, body?: unknown) => (await api.post(path, body, { key })).body.code
    expect(await post('/v1/users', { email: 'boss@example.com', name: 'B', role: 'admin' })).toBe('role_beyond_own')
    const id = await idOf('root@example.com')
    expect(await post(`/v1/users/${id}/password-link`)).toBe('role_beyond_own')
    expect(await post(`/v1/users/${id}/reset-totp`)).toBe('role_beyond_own')
    expect(await post(`/v1/users/${id}/disable`, {})).toBe('role_beyond_own')
    expect(await post(`/v1/users/${id}/role`, { role: 'viewer' })).toBe('role_beyond_own')
  })

  it('locks out the last administrator, not even two of them each other in parallel', async () => {
    const id = await idOf('root@example.com')
    expect((await root.post(`/v1/users/${id}/disable`, {})).body.code).toBe('last_admin')
    expect((await root.post(`/v1/users/${id}/role`, { role: 'viewer' })).body.code).toBe('last_admin')
    await make('second@example.com', 'admin')
    const second = await idOf('second@example.com')
    // Both proceed as far as they can while the first row is locked.
    const both = await api.world.database.tenant(api.world.tenant).transaction(async (tx) => {
      await tx.query(`SELECT FROM app_user WHERE email = 'root@example.com' FOR UPDATE`)
      const started = [id, second].map((each) => api.post(`/v1/users/${each}/role`, { role: 'viewer' }))
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { started }
    })
    const answers = await Promise.all(both.started)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const demoted = answers[0]!.status === 200 ? id : second
    await api.post(`/v1/users/${demoted}/role`, { role: 'admin' })
  })

  it('sees users of another tenant', async () => {
    const { createTenant } = await import('../../tenants/tenants.ts')
    const other = await createTenant(api.world.database, 'other', 'UTC')
    const key = await api.makeKey(['users:read', 'users:write', 'keys:read', 'keys:write'], undefined, other.id)
    const id = await idOf('root@example.com')
    for (const path of ['/v1/users', '/v1/audit?action=user_created'])
      expect((await api.get(path, { key })).body.data).toEqual([])
    expect((await api.get('/v1/keys', { key })).body.data).toHaveLength(1)
    expect((await api.get(`/v1/users/${id}`, { key })).body.code).toBe('user_unknown')
    expect((await api.get(`/v1/sessions?user=${id}`, { key })).body.code).toBe('user_unknown')
    for (const act of ['disable', 'enable', 'reset-totp', 'password-link']) {
      const body = act === 'disable' ? {} : undefined
      expect((await api.post(`/v1/users/${id}/${act}`, body, { key })).body.code).toBe('user_unknown')
    }
  })
})

describe('a disabled user', () => {
  it('is locked out here immediately and on other servers soon, as are that user’s keys', async () => {
    const { database, engine } = api.world
    const seal = new Seal(randomBytes(32))
    const elsewhere = await buildServer({ database, engine, seal, settings: { keyCacheMs: 100 } })
    const here = await buildServer({ database, engine, seal, settings: { keyCacheMs: 5_000 } })
    const [near, far] = [await listening(here), await listening(elsewhere)]
    try {
      const { id } = await make('leaver@example.com', 'admin')
      const [leaver, admin] = [
        await signedIn('leaver@example.com', PASSWORD, near),
        await signedIn('root@example.com', PASSWORD, near),
      ]
      const made = await leaver.post('/v1/keys', { name: 'mine', scopes: ['charges:read'] })
      const byKey = () => new Browser(near).get('/v1/charges', { authorization: `Bearer ${made.body.secret}` })
      const abroad = new Browser(far)
      for (const [name, value] of leaver.cookies) abroad.cookies.set(name, value)
      for (const seen of [leaver.get('/v1/me'), abroad.get('/v1/me'), byKey()]) expect((await seen).status).toBe(200)
      const user = (await leaver.get('/v1/me')).body.user.id
      expect(id).toBeDefined()
      const disabled = await admin.post(`/v1/users/${user}/disable`, {})
      expect(disabled.body).toMatchObject({ user: { disabledAt: expect.any(String) }, revokedKeys: [made.body.id] })
      expect((await leaver.get('/v1/me')).body.code).toBe('session_ended')
      expect((await byKey()).body.code).toBe('key_unknown')
      await new Promise((resolve) => setTimeout(resolve, 120))
      expect((await abroad.get('/v1/me')).body.code).toBe('session_ended')
      const again = await new Browser(near).post('/v1/sign-in', { email: 'leaver@example.com', password: PASSWORD })
      expect(again).toMatchObject({ status: 403, body: { code: 'user_disabled' }, setCookies: [] })
      expect((await admin.post(`/v1/users/${user}/disable`, {})).body.code).toBe('user_disabled_already')
      expect((await admin.post(`/v1/users/${user}/enable`)).body.disabledAt).toBeNull()
      expect((await admin.post(`/v1/users/${user}/enable`)).body.code).toBe('user_active_already')
      await signedIn('leaver@example.com', PASSWORD, near)
    } finally {
      for (const app of [here, elsewhere]) {
        app.server.closeAllConnections()
        await app.close()
      }
    }
  })
})

describe('a user of a party', () => {
  it('sees only data of that party', async () => {
    await api.world.fund('cmp_cashback/budget', '10.00')
    await api.world.party('mch_a', { merchantCategory: 'restaurant' })
    await api.world.party('mch_b', { merchantCategory: 'restaurant' })
    const own = (await api.post('/v1/charges', payment('100.00', { payer: 'usr_a', merchant: 'mch_a' }))).body
    const others = (await api.post('/v1/charges', payment('50.00', { payer: 'usr_b', merchant: 'mch_b' }))).body
    await make('shop@example.com', 'party', 'mch_a')
    const shop = await signedIn('shop@example.com')
    expect((await shop.get('/v1/me')).body).toMatchObject({ party: 'mch_a', user: { role: 'party' } })
    expect((await shop.get('/v1/charges')).body.data.map(({ id }: { id: string }) => id)).toEqual([own.id])
    expect((await shop.get(`/v1/charges/${others.id}`)).body.code).toBe('charge_unknown')
    expect((await shop.get('/v1/parties')).body.data.map(({ id }: { id: string }) => id)).toEqual(['mch_a'])
    for (const path of [
      '/v1/users',
      '/v1/keys',
      '/v1/audit',
      '/v1/roles',
      '/v1/ledger/trial-balance',
      '/v1/rate-cards',
    ]) {
      expect((await shop.get(path)).body.code, path).toBe('scope_missing')
    }
    const roots = await idOf('root@example.com')
    expect((await shop.get(`/v1/sessions?user=${roots}`)).body.code).toBe('scope_missing')
  })
})

describe('API keys', () => {
  it('are created, listed and revoked over HTTP, never with more scopes than the creator has', async () => {
    const made = await root.post('/v1/keys', { name: 'till', scopes: ['charges:read', 'charges:write'] })
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'till', secret: expect.stringMatching(/^rk_/), revokedAt: null },
    })
    const key = made.body.secret
    expect((await api.get('/v1/charges', { key })).status).toBe(200)
    const { actor } = (await root.get('/v1/me')).body
    // Two keys of a user, or a key and its creator, count as one person where two are required.
    expect((await api.get('/v1/me', { key })).body).toMatchObject({ actor, user: null })
    const listed = (await root.get('/v1/keys?limit=1')).body
    expect(listed.data).toEqual(
      [{ ...made.body, secret: undefined, madeBy: actor }].map(({ secret: _, ...rest }) => rest),
    )
    expect(listed.nextCursor).not.toBeNull()
    expect((await root.post(`/v1/keys/${made.body.id}/revoke`)).body.revokedAt).not.toBeNull()
    expect((await api.get('/v1/charges', { key })).body.code).toBe('key_unknown')
    const poor = await api.makeKey(['keys:write', 'charges:read'])
    const post = async (body: object) => (await api.post('/v1/keys', { name: 'x', ...body }, { key: poor })).body
    expect((await post({ scopes: ['charges:read', 'users:write'] })).code).toBe('scope_beyond_own')
    expect((await post({ scopes: ['charges:eat'] })).code).toBe('scope_unknown')
    expect((await post({ scopes: ['keys:write'], party: 'mch_1' })).code).toBe('scope_not_for_party')
    const child = await post({ scopes: ['charges:read'] })
    expect((await api.get('/v1/me', { key: child.secret })).body.actor).toBe(
      (await api.get('/v1/me', { key: poor })).body.actor,
    )
  })

  it('are revoked if they exceed a new role, unless kept', async () => {
    await make('mover@example.com', 'finance')
    const mover = await idOf('mover@example.com')
    const key = async (scopes: string[]) => {
      const { database, tenant } = api.world
      const { createKey } = await import('../../users/api-keys.ts')
      return createKey(database, tenant, { name: 'k', scopes }, { actor: `user ${mover}`, scopes: new Set(scopes) })
    }
    const [look, write] = [await key(['charges:read']), await key(['ledger:write'])]
    const changed = await root.post(`/v1/users/${mover}/role`, { role: 'viewer' })
    expect(changed.body).toMatchObject({ user: { role: 'viewer' }, revokedKeys: [write.id] })
    expect((await api.get('/v1/charges', { key: look.secret })).status).toBe(200)
    const kept = await root.post(`/v1/users/${mover}/disable`, { keepKeys: true })
    expect(kept.body.revokedKeys).toEqual([])
    expect((await api.get('/v1/charges', { key: look.secret })).status).toBe(200)
  })
})

describe('the audit trail', () => {
  it('lists who did what in pages', async () => {
    const { actor } = (await root.get('/v1/me')).body
    const first = (await root.get(`/v1/audit?limit=2&actor=${encodeURIComponent(actor)}`)).body
    expect(first.data).toHaveLength(2)
    const second = (await root.get(`/v1/audit?limit=2&actor=${encodeURIComponent(actor)}&cursor=${first.nextCursor}`))
      .body
    expect(Number(second.data[0].id)).toBeLessThan(Number(first.data[1].id))
    const made = (await root.get('/v1/audit?action=key_created&limit=200')).body.data
    expect(made.map((entry: { detail: { name: string } }) => entry.detail.name)).toContain('till')
    expect(JSON.stringify(made)).not.toContain('rk_')
    const subject = await idOf('mover@example.com')
    const roles = (await root.get(`/v1/audit?subject=${subject}&action=role_changed`)).body.data
    expect(roles[0]).toMatchObject({ actor, detail: { from: 'finance', to: 'viewer' } })
    expect((await root.get(`/v1/audit?to=2020-01-01T00:00:00Z`)).body.data).toEqual([])
  })

  it('cannot be changed', async () => {
    const db = api.world.database.tenant(api.world.tenant)
    await expect(db.execute(`UPDATE audit SET actor = 'x'`)).rejects.toThrow('append-only')
    await expect(db.execute('DELETE FROM audit')).rejects.toThrow('append-only')
  })
})
