import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { makeUser, PASSWORD } from '../../../test/people.ts'
import { Browser, listening, totp } from '../../../test/web-client.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { COMMAND_LINE, createUser, type NewUser } from '../../users/users.ts'

let api: TestServer
let url: string
beforeAll(async () => {
  api = await makeServer({ keyCacheMs: 200 })
  url = await listening(api.app)
  await make({ email: 'root@example.com', role: 'admin' })
})
afterAll(() => api.close())

const make = ({ email, role = 'viewer' }: Partial<NewUser> & { email: string }) => makeUser(api.world, { email, role })

async function signedIn(email: string, password = PASSWORD): Promise<Browser> {
  const browser = new Browser(url)
  expect(await browser.post('/v1/sign-in', { email, password })).toMatchObject({
    status: 200,
    body: { status: 'signed_in' },
  })
  return browser
}

describe('a session', () => {
  it('starts with the right password and is kept in a cookie that scripts cannot read', async () => {
    const browser = new Browser(url)
    for (const [email, password] of [
      ['root@example.com', 'wrong'],
      ['nobody@example.com', PASSWORD],
      ['not an email', PASSWORD],
    ]) {
      expect(await browser.post('/v1/sign-in', { email, password })).toMatchObject({
        status: 401,
        body: { code: 'sign_in_refused' },
      })
    }
    expect(browser.cookies.size).toBe(0)
    const { body, setCookies } = await browser.post('/v1/sign-in', { email: ' Root@Example.com ', password: PASSWORD })
    expect(body).toEqual({ status: 'signed_in' })
    expect(setCookies).toHaveLength(2)
    expect(setCookies[1]).toMatch(/^recoup\.device=[\w-]{38}; .*Path=\/v1\/sign-in; HttpOnly; SameSite=Strict/)
    expect(setCookies[0]).toMatch(/^recoup\.session_token=.*Max-Age=43200.*HttpOnly.*SameSite=Strict/)
    const me = await browser.get('/v1/me')
    expect(me.body).toMatchObject({
      user: { email: 'root@example.com', role: 'admin', totp: false, hasPassword: true },
      key: null,
      party: null,
      tenant: { id: api.world.tenant, name: 'test', timeZone: 'Asia/Shanghai' },
    })
    expect(me.body.actor).toBe(`user ${me.body.user.id}`)
    expect(me.body.scopes).toContain('users:write')
    expect((await browser.get('/v1/charges')).status).toBe(200)
  })

  it('is not accepted from a forged cookie', async () => {
    const browser = await signedIn('root@example.com')
    const name = 'recoup.session_token'
    const value = browser.cookies.get(name)!
    for (const forged of [`${value.split('.')[0]}.AAAA`, `x${value}`, '', '%', 'a'.repeat(4000)]) {
      browser.cookies.set(name, forged)
      expect((await browser.get('/v1/me')).status, forged).toBe(401)
    }
    const [row] = await api.world.database.system.query<{ token: string }>('SELECT token FROM user_session LIMIT 1')
    browser.cookies.set(name, row!.token)
    expect((await browser.get('/v1/me')).body.code).toBe('session_ended')
  })

  it('ends with signing out, also for a copied cookie', async () => {
    const browser = await signedIn('root@example.com')
    const thief = new Browser(url)
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    expect((await thief.get('/v1/me')).status).toBe(200)
    expect((await browser.post('/v1/sign-out')).body).toEqual({ status: 'signed_out' })
    expect([...browser.cookies.keys()]).toEqual(['recoup.device'])
    expect((await thief.get('/v1/me')).body.code).toBe('session_ended')
  })

  it('expires', async () => {
    const browser = await signedIn('root@example.com')
    await api.world.database.system.execute(`UPDATE user_session SET expires_at = now() - interval '1 s'`)
    expect((await browser.get('/v1/me')).body.code).toBe('session_ended')
  })

  it('is listed and revoked by its user', async () => {
    await make({ email: 'owner@example.com' })
    const [here, there] = [await signedIn('owner@example.com'), await signedIn('owner@example.com')]
    const { body } = await here.get('/v1/sessions')
    expect(body.data).toHaveLength(2)
    expect(body.data[0]).toMatchObject({ address: '127.0.0.1', current: false })
    expect((await here.post(`/v1/sessions/${body.data[0].id}/revoke`)).status).toBe(200)
    expect((await there.get('/v1/me')).status).toBe(401)
    expect((await here.get('/v1/me')).status).toBe(200)
    const root = await signedIn('root@example.com')
    const roots = (await root.get('/v1/sessions')).body.data
    expect((await here.post(`/v1/sessions/${roots[0].id}/revoke`)).body.code).toBe('scope_missing')
    expect((await here.get(`/v1/sessions?user=${roots[0].user}`)).body.code).toBe('scope_missing')
    expect((await root.get(`/v1/sessions?user=${body.data[0].user}`)).body.data).toHaveLength(1)
  })
})

describe('another site', () => {
  it('cannot act with the cookie that the browser sends', async () => {
    const browser = await signedIn('root@example.com')
    const body = { email: 'evil@example.com', name: 'E', role: 'admin' }
    const tries: Record<string, string>[] = [
      {},
      { 'x-recoup-csrf': '1', origin: 'https://evil.example' },
      { 'x-recoup-csrf': '1', origin: 'null' },
      { 'x-recoup-csrf': '1', 'sec-fetch-site': 'cross-site' },
      { 'x-recoup-csrf': '1', 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of tries) {
      expect(await browser.send('POST', '/v1/users', body, headers)).toMatchObject({
        status: 403,
        body: { code: 'csrf_refused' },
      })
    }
    const own = { 'x-recoup-csrf': '1', origin: url, 'sec-fetch-site': 'same-origin' }
    expect((await browser.send('POST', '/v1/users', { ...body, email: 'own@example.com' }, own)).status).toBe(201)
    expect((await api.get('/v1/users?limit=200')).body.data.map(({ email }: { email: string }) => email)).not.toContain(
      'evil@example.com',
    )
  })

  it('cannot sign a user in as another user', async () => {
    const body = { email: 'root@example.com', password: PASSWORD }
    const answer = await new Browser(url).send('POST', '/v1/sign-in', body, { origin: 'https://evil.example' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'csrf_refused' }, setCookies: [] })
  })
})

describe('guessing passwords', () => {
  it('is locked soon, even for parallel attempts, and then the right password fails as well', async () => {
    await make({ email: 'guessed@example.com' })
    const guess = (password: string) => new Browser(url).post('/v1/sign-in', { email: 'guessed@example.com', password })
    const answers = await Promise.all(Array.from({ length: 14 }, (_, i) => guess(`guess ${i}`)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
    const late = await guess(PASSWORD)
    expect(late).toMatchObject({ status: 429, body: { code: 'sign_in_limited' } })
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(800)
    await signedIn('root@example.com')
    const [row] = await api.world.database.system.query<{ text: string }>(
      `SELECT string_agg(a::text, ' ') AS text FROM sign_in_attempt a`,
    )
    expect(row!.text).not.toContain('guessed')
    await api.world.database.system.execute(`UPDATE sign_in_attempt SET since = since - interval '16 min'`)
    expect((await guess(PASSWORD)).status).toBe(200)
  })
})

describe('one email in two tenants', () => {
  const email = 'both@example.com'
  const at = async (browser: Browser) => (await browser.get('/v1/me')).body.tenant.id
  let other: World

  it('is possible without either tenant knowing, and the password decides', async () => {
    other = await makeWorld({}, api.world)
    await make({ email })
    const password = 'another good password'
    await createUser(api.world.database, other.tenant, { email, name: 'B', role: 'viewer', password }, COMMAND_LINE)
    expect(await at(await signedIn(email))).toBe(api.world.tenant)
    expect(await at(await signedIn(email, password))).toBe(other.tenant)
    const wrong = await new Browser(url).post('/v1/sign-in', { email, password: 'wrong' })
    expect(wrong.body).toMatchObject({ code: 'sign_in_refused' })
  })

  it('is asked for the tenant if the password is that of both', async () => {
    const twice = 'twice@example.com'
    await make({ email: twice })
    await makeUser(other, { email: twice, role: 'viewer' })
    const browser = new Browser(url)
    const ask = (tenant?: number) => browser.post('/v1/sign-in', { email: twice, password: PASSWORD, tenant })
    expect(await ask()).toMatchObject({
      status: 200,
      body: { status: 'tenant_needed', tenants: [{ id: api.world.tenant }, { id: other.tenant }] },
      setCookies: [],
    })
    expect((await ask(99)).body.code).toBe('sign_in_refused')
    expect((await ask(other.tenant)).body).toEqual({ status: 'signed_in' })
    expect(await at(browser)).toBe(other.tenant)
  })
})

describe('a browser that has signed in before', () => {
  it('is not locked by wrong passwords from elsewhere, and proves nothing for other accounts', async () => {
    await make({ email: 'known@example.com' })
    await make({ email: 'other@example.com' })
    const known = await signedIn('known@example.com')
    await known.post('/v1/sign-in', { email: 'other@example.com', password: PASSWORD })
    const sign = (browser: Browser, email: string, password = PASSWORD) =>
      browser.post('/v1/sign-in', { email, password })
    for (let i = 0; i < 11; i += 1) await sign(new Browser(url), 'known@example.com', 'wrong')
    expect((await sign(new Browser(url), 'known@example.com')).status).toBe(429)
    for (const name of known.cookies.keys()) if (!name.endsWith('.device')) known.cookies.delete(name)
    expect((await sign(known, 'known@example.com')).status).toBe(200)
    const device = known.cookies.get('recoup.device')!
    expect(device.split('.')).toHaveLength(2)
    const forger = new Browser(url)
    for (const forged of [device.replaceAll(/./g, 'A'), device.split('.')[1]!, 'x', '']) {
      forger.cookies.set('recoup.device', forged)
      expect((await sign(forger, 'known@example.com')).status, forged).toBe(429)
    }
    await api.world.database.system.execute('DELETE FROM sign_in_attempt')
  })
})

describe('a second factor', () => {
  it('is required once it is confirmed, and backup codes replace it', async () => {
    await make({ email: 'totp@example.com' })
    const browser = await signedIn('totp@example.com')
    expect((await browser.post('/v1/me/totp', { password: 'wrong wrong wrong' })).body.code).toBe('password_refused')
    const { secret, uri, backupCodes } = (await browser.post('/v1/me/totp', { password: PASSWORD })).body
    expect(uri).toMatch(/^otpauth:\/\/totp\/Recoup:totp%40example.com\?secret=/)
    expect(backupCodes).toHaveLength(10)
    expect((await browser.post('/v1/me/totp/confirm', { code: '000000' })).body.code).toBe('totp_refused')
    await signedIn('totp@example.com')
    const enrolled = totp(secret)
    expect((await browser.post('/v1/me/totp/confirm', { code: enrolled })).body).toEqual({ status: 'totp_on' })
    expect((await browser.get('/v1/me')).body.user.totp).toBe(true)

    const next = new Browser(url)
    expect((await next.post('/v1/sign-in', { email: 'totp@example.com', password: PASSWORD })).body.status).toBe(
      'second_factor_required',
    )
    expect((await next.get('/v1/me')).status).toBe(401)
    expect((await next.post('/v1/sign-in/second-factor', { code: '000000' })).body.code).toBe('second_factor_refused')
    const seen = await next.post('/v1/sign-in/second-factor', { code: enrolled })
    expect(seen).toMatchObject({ status: 401, body: { code: 'second_factor_refused' } })
    await next.post('/v1/sign-in', { email: 'totp@example.com', password: PASSWORD })
    const code = totp(secret, Date.now() + 30_000)
    expect((await next.post('/v1/sign-in/second-factor', { code })).body).toEqual({ status: 'signed_in' })
    expect((await next.get('/v1/me')).body.user.email).toBe('totp@example.com')
    // A code observed by someone else cannot be used again (RFC 6238 §5.2).
    const onlooker = new Browser(url)
    await onlooker.post('/v1/sign-in', { email: 'totp@example.com', password: PASSWORD })
    const used = await onlooker.post('/v1/sign-in/second-factor', { code })
    expect(used).toMatchObject({ status: 401, body: { code: 'second_factor_refused' }, setCookies: [] })
    expect(
      (await next.get('/v1/sessions')).body.data.filter(({ current }: { current: boolean }) => current),
    ).toHaveLength(1)
    const [sessions] = await api.world.database.system.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM user_session s JOIN app_user u ON u.id = s.user_id WHERE u.email = $1',
      ['totp@example.com'],
    )
    expect(sessions!.count).toBe(3)

    const withBackup = async (backupCode: string) => {
      const third = new Browser(url)
      await third.post('/v1/sign-in', { email: 'totp@example.com', password: PASSWORD })
      return (await third.post('/v1/sign-in/second-factor', { backupCode })).status
    }
    expect(await withBackup(backupCodes[0])).toBe(200)
    expect(await withBackup(backupCodes[0])).toBe(401)
    const [row] = await api.world.database.system.query<{ text: string }>(
      'SELECT t::text AS text FROM user_two_factor t',
    )
    expect(row!.text).not.toContain(backupCodes[1])
  })

  it('has limited attempts and requires the password first', async () => {
    const browser = new Browser(url)
    expect((await browser.post('/v1/sign-in/second-factor', { code: '123456' })).body.code).toBe(
      'second_factor_expired',
    )
    await browser.post('/v1/sign-in', { email: 'totp@example.com', password: PASSWORD })
    const codes: string[] = []
    for (let i = 0; i < 6; i += 1) {
      codes.push((await browser.post('/v1/sign-in/second-factor', { code: '000000' })).body.code)
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('second_factor_refused'))
    expect(codes[5]).toBe('second_factor_expired')
  })

  it('is reset by an administrator, which ends all sessions', async () => {
    const root = await signedIn('root@example.com')
    const { id } = (await root.get('/v1/users?limit=200')).body.data.find(
      ({ email }: { email: string }) => email === 'totp@example.com',
    )
    expect((await root.post(`/v1/users/${id}/reset-totp`)).body.totp).toBe(false)
    expect((await root.post(`/v1/users/${id}/reset-totp`)).body.code).toBe('totp_off_already')
    const browser = await signedIn('totp@example.com')
    expect((await browser.post('/v1/me/totp/backup-codes', { password: PASSWORD })).body.code).toBe('totp_off_already')
  })
})

describe('one’s own password', () => {
  it('is changed with the current password, which ends other sessions', async () => {
    await make({ email: 'changer@example.com' })
    const [here, there] = [await signedIn('changer@example.com'), await signedIn('changer@example.com')]
    const change = (currentPassword: string, newPassword: string) =>
      here.put('/v1/me/password', { currentPassword, newPassword })
    expect((await change('wrong wrong wrong', 'another good one')).body.code).toBe('password_refused')
    expect((await change(PASSWORD, 'short')).body.code).toBe('password_unfit')
    expect((await change(PASSWORD, 'another good one')).status).toBe(200)
    expect((await here.get('/v1/me')).status).toBe(200)
    expect((await there.get('/v1/me')).status).toBe(401)
    await signedIn('changer@example.com', 'another good one')
  })

  it('cannot be changed with an API key', async () => {
    const answer = await api.put('/v1/me/password', { currentPassword: PASSWORD, newPassword: 'another good one' })
    expect(answer.body.code).toBe('session_needed')
    expect((await api.get('/v1/me')).body).toMatchObject({ user: null, key: expect.stringMatching(/^key_/) })
  })

  it('is stored as scrypt, and sign-ins are recorded', async () => {
    const rows = await api.world.database.system.query<{ password: string }>('SELECT password FROM user_credential')
    for (const { password } of rows) expect(password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    const { data } = (await api.get('/v1/audit?action=sign_in_failed')).body
    expect(data[0]).toMatchObject({
      actor: expect.stringMatching(/^user usr_/),
      detail: { reason: 'password', address: '127.0.0.1' },
    })
    const actions = (await api.get('/v1/audit?limit=200')).body.data.map(({ action }: { action: string }) => action)
    for (const action of [
      'signed_in',
      'signed_out',
      'totp_on',
      'totp_reset',
      'password_set',
      'session_revoked',
      'user_created',
    ])
      expect(actions).toContain(action)
  })
})
