import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OidcIssuer, startIssuer } from '../../../test/oidc-issuer.ts'
import { makeUser } from '../../../test/people.ts'
import { Browser, listening } from '../../../test/web-client.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { listAudit } from '../../audit/audit.ts'
import { newUuid, uuidToId } from '../../ids.ts'
import { buildServer } from '../../server/http-server.ts'
import { COMMAND_LINE, disableUser } from '../../users/users.ts'

const HERE = 'https://pay.example.com'

let world: World
let issuer: OidcIssuer
let app: FastifyInstance
let url: string
beforeAll(async () => {
  ;[world, issuer] = await Promise.all([makeWorld(), startIssuer()])
  ;[app, url] = await serve({ roleClaim: 'groups' })
})
afterAll(async () => {
  app.server.closeAllConnections()
  await app.close()
  await issuer.close()
  await world.close()
})

async function serve(more: { roleClaim?: string; issuer?: string }): Promise<[FastifyInstance, string]> {
  const { clientId, clientSecret } = issuer
  const oidc = { issuer: issuer.issuer, clientId, clientSecret, name: 'Example Corp', tenant: world.tenant, ...more }
  const { database, engine } = world
  const made = await buildServer({ database, engine, signIn: { publicUrl: HERE, oidc }, settings: { keyCacheMs: 50 } })
  return [made, await listening(made)]
}

/** Signs in through the issuer; returns the page where the browser ends up. */
async function goThrough(claims: object, at = url): Promise<{ browser: Browser; end: string }> {
  const browser = new Browser(at)
  const own = { origin: HERE, 'sec-fetch-site': 'same-origin' }
  const { status, body } = await browser.post('/v1/sign-in/oidc', { returnTo: '/console/charges' }, own)
  expect(status).toBe(200)
  issuer.claims = { email_verified: true, ...claims }
  const back = new URL(await issuer.authorize(body.url))
  expect(back.origin).toBe(HERE)
  const { headers } = await browser.get(back.pathname + back.search)
  issuer.fault = undefined
  issuer.callbackIssuer = undefined
  return { browser, end: headers.get('location')! }
}

describe('sign-in by OpenID Connect', () => {
  it('creates users at their first sign-in, with the role of the claim', async () => {
    expect((await new Browser(url).get('/v1/sign-in')).body).toEqual({ password: true, oidc: { name: 'Example Corp' } })
    const claims = { sub: 'u1', email: 'Ann@corp.example', name: 'Ann', groups: ['everyone', 'finance'] }
    const { browser, end } = await goThrough(claims)
    expect(end).toBe('/console/charges')
    expect([...browser.cookies.keys()]).toContain('__Secure-recoup.session_token')
    const me = (await browser.get('/v1/me')).body
    expect(me.user).toMatchObject({ email: 'ann@corp.example', name: 'Ann', role: 'finance', hasPassword: false })
    expect(me.tenant.id).toBe(world.tenant)
    const tokens = await world.database.system.query(
      'SELECT FROM user_credential WHERE id_token IS NOT NULL OR access_token IS NOT NULL',
    )
    expect(tokens).toEqual([])
    const [entry] = await listAudit(world.db, { action: 'signed_in' }, 1)
    expect(entry).toMatchObject({ actor: me.actor, detail: { by: 'oidc', address: '127.0.0.1' } })
  })

  it('updates a changed role at the next sign-in, and refuses users without one', async () => {
    const { browser } = await goThrough({ sub: 'u1', email: 'ann@corp.example', name: 'Ann', groups: 'viewer' })
    expect((await browser.get('/v1/me')).body.user.role).toBe('viewer')
    const [entry] = await listAudit(world.db, { action: 'role_changed' }, 1)
    expect(entry).toMatchObject({ actor: 'oidc', detail: { from: 'finance', to: 'viewer' } })
    const before = (
      await goThrough({ sub: 'u9', email: 'new@corp.example', name: 'New', groups: ['everyone', 'party'] })
    ).end
    expect(before).toBe('/console/sign-in?error=role_missing&error_description=role_missing')
    expect((await goThrough({ sub: 'u1', email: 'ann@corp.example', groups: [] })).end).toContain('role_missing')
    const [made] = await world.database.system.query(`SELECT FROM app_user WHERE email = 'new@corp.example'`)
    expect(made).toBeUndefined()
  })

  it('links to the user with the same email address, if the issuer has verified it', async () => {
    const known = await makeUser(world, { email: 'old@corp.example', role: 'agent' })
    const unproven = await goThrough({ sub: 'u2', email: 'old@corp.example', email_verified: false, groups: 'agent' })
    expect(unproven.end).toContain('error=account_not_linked')
    expect(unproven.browser.cookies.has('__Secure-recoup.session_token')).toBe(false)
    const { browser } = await goThrough({ sub: 'u2', email: 'old@corp.example', groups: 'agent' })
    expect((await browser.get('/v1/me')).body.user).toMatchObject({ id: uuidToId('usr', known.id), hasPassword: true })
    await disableUser(world.database, world.tenant, known.id, { by: { ...COMMAND_LINE } })
    const out = await goThrough({ sub: 'u2', email: 'old@corp.example', groups: 'agent' })
    expect(out.end).toContain('error=user_disabled')
    expect((await out.browser.get('/v1/me')).status).toBe(401)
  })

  it.each(['signature', 'audience', 'nonce'] as const)('refuses a token with a wrong %s', async (fault) => {
    issuer.fault = fault
    const { browser, end } = await goThrough({ sub: 'u1', email: 'ann@corp.example', groups: 'admin' })
    expect(end).toContain('/console/sign-in?error=')
    expect((await browser.get('/v1/me')).status).toBe(401)
  })

  it('refuses a token answer without an ID token, whatever the user information says', async () => {
    issuer.fault = 'no id_token'
    const { browser, end } = await goThrough({ sub: 'u1', email: 'ann@corp.example', groups: 'admin' })
    expect(end).toContain('/console/sign-in?error=')
    expect((await browser.get('/v1/me')).status).toBe(401)
  })

  it.each([null, 'https://other.example'])('refuses a callback with the issuer %s (RFC 9207)', async (iss) => {
    issuer.callbackIssuer = iss
    const { browser, end } = await goThrough({ sub: 'u1', email: 'ann@corp.example', groups: 'admin' })
    expect(end).toBe('/console/sign-in?error=issuer_mismatch')
    expect((await browser.get('/v1/me')).status).toBe(401)
  })

  it('does not sign anyone in to a user of another tenant with the same email', async () => {
    const other = await makeWorld({}, world)
    const email = 'cfo@corp.example'
    const trap = await makeUser(other, { email, role: 'admin' })
    // A link from before the issuer belonged to this tenant.
    await world.database.system.execute(
      `INSERT INTO user_credential (id, user_id, provider_id, account_id) VALUES ($1, $2, 'oidc', 'cfo')`,
      [newUuid(), trap.id],
    )
    const { browser, end } = await goThrough({ sub: 'cfo', email, name: 'CFO', groups: 'finance' })
    expect(end).toBe('/console/charges')
    const me = (await browser.get('/v1/me')).body
    expect(me).toMatchObject({ tenant: { id: world.tenant }, user: { email, role: 'finance' } })
    expect(me.user.id).not.toBe(uuidToId('usr', trap.id))
    const again = await goThrough({ sub: 'cfo', email, name: 'CFO', groups: 'finance' })
    expect((await again.browser.get('/v1/me')).body.user.id).toBe(me.user.id)
    const [entry] = await listAudit(other.db, { action: 'oidc_unlinked' }, 1)
    expect(entry).toMatchObject({ subject: uuidToId('usr', trap.id) })
  })

  it('is bound to the browser that started it', async () => {
    const { body } = await new Browser(url).post('/v1/sign-in/oidc', {}, { origin: HERE })
    issuer.claims = { sub: 'u1', email: 'ann@corp.example', email_verified: true, groups: 'admin' }
    const back = new URL(await issuer.authorize(body.url))
    const victim = new Browser(url)
    const { headers } = await victim.get(back.pathname + back.search)
    expect(headers.get('location')).toContain('error=')
    expect(victim.cookies.has('__Secure-recoup.session_token')).toBe(false)
    expect((await new Browser(url).post('/v1/sign-in/oidc', { returnTo: 'https://evil.example' })).status).toBe(422)
  })

  it('creates viewers if no claim is configured, and keeps roles assigned later', async () => {
    const [plain, at] = await serve({ roleClaim: undefined as never })
    const claims = { sub: 'u5', email: 'eve@corp.example', name: 'Eve', groups: ['admin'] }
    const first = await goThrough(claims, at)
    expect((await first.browser.get('/v1/me')).body.user.role).toBe('viewer')
    await world.database.system.execute(`UPDATE app_user SET role = 'product' WHERE email = 'eve@corp.example'`)
    const second = await goThrough(claims, at)
    expect((await second.browser.get('/v1/me')).body.user.role).toBe('product')
    plain.server.closeAllConnections()
    await plain.close()
  })

  it('reports an unreachable issuer, while passwords keep working', async () => {
    const [lost, at] = await serve({ issuer: 'http://127.0.0.1:9' })
    const browser = new Browser(at)
    expect(await browser.post('/v1/sign-in/oidc', {})).toMatchObject({
      status: 503,
      body: { code: 'oidc_unreachable' },
    })
    const wrong = await browser.post('/v1/sign-in', { email: 'nobody@corp.example', password: 'x' })
    expect(wrong.body.code).toBe('sign_in_refused')
    lost.server.closeAllConnections()
    await lost.close()
  })
})
