import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { makeUser, PASSWORD } from '../../../test/people.ts'
import { Browser, listening, totp } from '../../../test/web-client.ts'
import { listAudit } from '../../audit/audit.ts'
import type { Role } from '../../users/roles.ts'

let api: TestServer
let url: string
beforeAll(async () => {
  api = await makeServer({ keyCacheMs: 0 })
  url = await listening(api.app)
  await makeUser(api.world, { email: 'root@example.com', role: 'admin' })
})
afterAll(() => api.close())
beforeEach(() => change({}))

const DEFAULTS = { secondFactorRoles: [], stepUp: true, stepUpMinutes: 10, idleMinutes: 720 }
const change = async (settings: object) => {
  const answer = await api.put('/v1/sign-in-settings', { ...DEFAULTS, ...settings })
  expect(answer.status).toBe(200)
}

async function signedIn(email: string, role?: Role): Promise<Browser> {
  if (role) await makeUser(api.world, { email, role })
  const browser = new Browser(url)
  expect((await browser.post('/v1/sign-in', { email, password: PASSWORD })).body.status).toBe('signed_in')
  return browser
}

/** The secret of the authenticator and the backup codes. */
async function withTotp(browser: Browser): Promise<{ secret: string; backupCodes: string[] }> {
  const { body } = await browser.post('/v1/me/totp', { password: PASSWORD })
  expect((await browser.post('/v1/me/totp/confirm', { code: totp(body.secret) })).status).toBe(200)
  return body
}

const pass = (minutes: number, column: 'verified_at' | 'used_at') =>
  api.world.database.system.execute(`UPDATE user_session SET ${column} = now() - make_interval(mins => $1)`, [minutes])
const makeKey = (browser: Browser) => browser.post('/v1/keys', { name: 'till', scopes: ['charges:read'] })

describe('sensitive operations', () => {
  it('need the password again some minutes after the sign-in, by users and not by keys', async () => {
    const root = await signedIn('root@example.com')
    expect((await makeKey(root)).status).toBe(201)
    await pass(9, 'verified_at')
    expect((await makeKey(root)).status).toBe(201)
    await pass(11, 'verified_at')
    expect(await makeKey(root)).toMatchObject({ status: 403, body: { code: 'step_up_required' } })
    expect((await root.get('/v1/charges')).status).toBe(200)
    expect((await api.post('/v1/keys', { name: 'k', scopes: ['charges:read'] })).status).toBe(201)
    expect((await root.post('/v1/me/step-up', { password: 'wrong' })).body.code).toBe('password_refused')
    expect((await root.post('/v1/me/step-up', {})).body.code).toBe('password_refused')
    const [failed] = await listAudit(api.world.db, { action: 'sign_in_failed' }, 1)
    expect(failed).toMatchObject({ detail: { reason: 'step_up', address: '127.0.0.1' } })
    expect((await makeKey(root)).status).toBe(403)
    expect((await root.post('/v1/me/step-up', { password: PASSWORD })).body).toEqual({ status: 'confirmed' })
    expect((await makeKey(root)).status).toBe(201)
    const [entry] = await listAudit(api.world.db, { action: 'stepped_up' }, 1)
    expect(entry).toMatchObject({ detail: { by: 'password' } })
    expect((await api.post('/v1/me/step-up', { password: PASSWORD })).body.code).toBe('session_needed')
  })

  it('need a code of the authenticator where there is one, each code once', async () => {
    const user = await signedIn('totp@example.com', 'admin')
    const { secret, backupCodes } = await withTotp(user)
    expect((await makeKey(user)).status).toBe(201)
    await pass(11, 'verified_at')
    const up = (proof: object) => user.post('/v1/me/step-up', proof)
    expect(await up({ password: PASSWORD })).toMatchObject({ status: 422, body: { code: 'totp_code_needed' } })
    expect((await up({ code: '000000' })).body.code).toBe('totp_refused')
    const code = totp(secret, Date.now() + 30_000)
    expect((await up({ code })).status).toBe(200)
    expect((await up({ code })).body.code).toBe('totp_refused')
    expect((await makeKey(user)).status).toBe(201)
    await pass(11, 'verified_at')
    expect((await up({ backupCode: backupCodes[0] })).status).toBe(200)
    expect((await up({ backupCode: backupCodes[0] })).body.code).toBe('totp_refused')
  })

  it('do not become fresh by a changed password if there is an authenticator', async () => {
    const user = await signedIn('changed@example.com', 'admin')
    await withTotp(user)
    const body = { currentPassword: PASSWORD, newPassword: 'another good password' }
    expect((await user.put('/v1/me/password', body)).status).toBe(200)
    expect((await makeKey(user)).body.code).toBe('step_up_required')
  })

  it('cannot be tried out of an attacker’s network, and codes are limited', async () => {
    const user = await signedIn('limited@example.com', 'admin')
    await withTotp(user)
    const codes: string[] = []
    for (let i = 0; i < 11; i += 1) codes.push((await user.post('/v1/me/step-up', { code: '000000' })).body.code)
    expect(codes).toEqual([...Array(10).fill('totp_refused'), 'sign_in_limited'])
  })

  it('are marked in the document, and follow the settings of the tenant', async () => {
    const { paths } = (await api.get('/openapi.json', { key: null })).body
    for (const [path, method] of [
      ['/v1/keys', 'post'],
      ['/v1/payouts', 'post'],
      ['/v1/payouts/{payout}/approve', 'post'],
      ['/v1/parties/{party}/payout-destination', 'put'],
      ['/v1/approval-policy', 'put'],
      ['/v1/approvals/{approval}/approve', 'post'],
      ['/v1/gateways/{gateway}', 'put'],
      ['/v1/users/{user}/role', 'post'],
      ['/v1/sign-in-settings', 'put'],
    ] as const)
      expect(paths[path][method]['x-step-up'], `${method} ${path}`).toBe(true)
    const root = await signedIn('root@example.com')
    await pass(11, 'verified_at')
    await change({ stepUpMinutes: 60 })
    expect((await makeKey(root)).status).toBe(201)
    await pass(61, 'verified_at')
    expect((await makeKey(root)).status).toBe(403)
    await change({ stepUp: false })
    expect((await makeKey(root)).status).toBe(201)
    const [entry] = await listAudit(api.world.db, { action: 'sign_in_settings_changed' }, 1)
    expect(entry!.detail).toMatchObject({ before: { stepUp: true }, after: { stepUp: false } })
  })
})

describe('a second factor required by role', () => {
  it('must be set up before anything else', async () => {
    const user = await signedIn('finance@example.com', 'finance')
    expect((await user.get('/v1/charges')).status).toBe(200)
    await change({ secondFactorRoles: ['finance'] })
    for (const path of ['/v1/charges', '/v1/sessions', '/v1/approvals'])
      expect(await user.get(path)).toMatchObject({ status: 403, body: { code: 'second_factor_missing' } })
    expect((await user.post('/v1/me/step-up', { password: PASSWORD })).body.code).toBe('second_factor_missing')
    expect((await user.get('/v1/me')).body.user.secondFactorMissing).toBe(true)
    const { secret, backupCodes } = await withTotp(user)
    expect((await user.get('/v1/me')).body.user.secondFactorMissing).toBe(false)
    expect((await user.get('/v1/charges')).status).toBe(200)
    expect((await (await signedIn('root@example.com')).get('/v1/charges')).status).toBe(200)
    expect(secret).toMatch(/^[A-Z2-7]+$/)
    const off = await user.post('/v1/me/totp/disable', { password: PASSWORD, backupCode: backupCodes[0] })
    expect(off.status).toBe(200)
    expect((await user.get('/v1/charges')).body.code).toBe('second_factor_missing')
    expect((await user.post('/v1/sign-out')).status).toBe(200)
  })
})

describe('the second factor', () => {
  it('is turned off, and its backup codes are replaced, with a code besides the password', async () => {
    const user = await signedIn('off@example.com', 'viewer')
    const { secret, backupCodes } = await withTotp(user)
    for (const path of ['/v1/me/totp/disable', '/v1/me/totp/backup-codes']) {
      expect((await user.post(path, { password: PASSWORD })).body.code).toBe('totp_code_needed')
      expect((await user.post(path, { password: PASSWORD, code: '000000' })).body.code).toBe('totp_refused')
      const wrong = await user.post(path, { password: 'wrong', backupCode: backupCodes[0] })
      expect(wrong.body.code).toBe('password_refused')
    }
    const renewed = await user.post('/v1/me/totp/backup-codes', { password: PASSWORD, backupCode: backupCodes[0] })
    expect(renewed.body.backupCodes).toHaveLength(10)
    const off = await user.post('/v1/me/totp/disable', { password: PASSWORD, code: totp(secret, Date.now() + 30_000) })
    expect(off.body).toEqual({ status: 'totp_off' })
    expect((await user.post('/v1/me/totp/disable', { password: PASSWORD, code: '000000' })).body.code).toBe(
      'totp_off_already',
    )
  })
})

describe('the second step of a sign-in', () => {
  it('checks no codes for a session without the password step', async () => {
    const user = await signedIn('inside@example.com', 'viewer')
    const { secret, backupCodes } = await withTotp(user)
    for (const given of [
      { code: totp(secret, Date.now() + 30_000) },
      { code: '000000' },
      { backupCode: backupCodes[0] },
    ]) {
      const answer = await user.post('/v1/sign-in/second-factor', given)
      expect(answer).toMatchObject({ status: 401, body: { code: 'second_factor_expired' } })
    }
    expect((await user.get('/v1/me')).status).toBe(200)
  })
})

describe('an idle session', () => {
  it('ends, and a used one goes on', async () => {
    const user = await signedIn('idle@example.com', 'viewer')
    await change({ idleMinutes: 30 })
    await pass(29, 'used_at')
    expect((await user.get('/v1/me')).status).toBe(200)
    const [row] = await api.world.database.system.query<{ recent: boolean }>(
      `SELECT bool_or(used_at > now() - interval '1 min') AS recent FROM user_session`,
    )
    expect(row!.recent).toBe(true)
    await pass(31, 'used_at')
    expect((await user.get('/v1/me')).body.code).toBe('session_ended')
    await change({})
    expect((await user.get('/v1/me')).body.code).toBe('session_ended')
  })
})
