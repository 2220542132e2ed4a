/**
 * Signs in with an API key, with a password set through an invitation link, and through single sign-on; and signs out.
 */
import { expect, test } from 'vitest'
import { CONSOLE_FOLDER } from '../../../src/server/console-build.ts'
import { buildServer } from '../../../src/server/http-server.ts'
import { startIssuer } from '../../oidc-issuer.ts'
import { makeUser, PASSWORD as OWN_PASSWORD } from '../../people.ts'
import { freePort } from '../../soak/site.ts'
import { totp } from '../../web-client.ts'
import type { Stage } from '../stage.ts'

const PASSWORD = 'correct horse battery staple'

export default function signIn(stage: () => Stage): void {
  test('with an API key; a wrong key is refused', async () => {
    await stage().visit({ key: null, expected: /401/ }, async ({ page, go, look }) => {
      await go('charges')
      await page.getByRole('button', { name: 'Use an API key' }).click()
      await look('sign-in-key')
      await page.getByLabel('API key').fill('rk_wrong')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').getByText('key').first().waitFor()
      await page.getByLabel('API key').fill(stage().key)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('heading', { level: 1, name: 'Charges' }).waitFor()
    })
  })

  test('with a password: invited, set, refused, accepted, remembered, signed out', async () => {
    const invited = await stage().post('/v1/users', { email: 'vera@example.com', name: 'Vera', role: 'viewer' })
    expect(invited.status).toBe(201)
    await stage().visit({ key: null, language: 'zh', expected: /401/ }, async ({ page, go, look }) => {
      await go(`set-password?token=${invited.body.passwordToken}`)
      await page.getByLabel('新密码').fill(PASSWORD)
      await page.getByLabel('再次输入').fill(`${PASSWORD}!`)
      await page.getByRole('button', { name: '设置密码' }).click()
      await page.getByText('两次输入不一致。').waitFor()
      await look('set-password-zh')
      await page.getByLabel('再次输入').fill(PASSWORD)
      await page.getByRole('button', { name: '设置密码' }).click()
      await page.getByRole('link', { name: '登录' }).click()

      await page.getByLabel('邮箱').fill('vera@example.com')
      await page.getByLabel('密码', { exact: true }).fill('not this one at all')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByText('邮箱或密码不正确').waitFor()
      await look('sign-in-refused-zh')
      await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByRole('menuitem', { name: '交易记录' }).waitFor()
      expect(await page.evaluate(() => [document.cookie, sessionStorage.length])).toEqual(['', 0])

      await page.reload()
      await page.getByRole('button', { name: '账号' }).click()
      await page.getByText('Vera · vera@example.com').waitFor()
      await page.getByRole('menuitem', { name: '退出登录' }).click()
      await page.getByLabel('邮箱').waitFor()
      await page.reload()
      await page.getByLabel('邮箱').waitFor()
    })
  })

  test('with single sign-on: as a finance user, and as a user without a role', async () => {
    const { world } = stage()
    const issuer = await startIssuer()
    const port = await freePort()
    const publicUrl = `http://127.0.0.1:${port}`
    const company = { name: 'Example Corp', tenant: world.tenant, roleClaim: 'groups' }
    const app = await buildServer({
      ...{ database: world.database, engine: world.engine, settings: { console: CONSOLE_FOLDER } },
      signIn: { publicUrl, oidc: { ...issuer, ...company } },
    })
    await app.listen({ host: '127.0.0.1', port })
    const go = 'Sign in with Example Corp'
    try {
      await stage().visit({ key: null, expected: /401/ }, async ({ page }) => {
        issuer.claims = { sub: 'o', email: 'olga@corp.example', email_verified: true, name: 'Olga', groups: ['staff'] }
        await page.goto(`${publicUrl}/console/payouts`)
        await page.getByRole('button', { name: go }).click()
        await page.getByRole('alert').getByText('not assign you a role').waitFor()

        issuer.claims = { ...issuer.claims, groups: ['staff', 'finance'] }
        await page.goto(`${publicUrl}/console/payouts`)
        await page.getByRole('button', { name: go }).click()
        await page.getByRole('heading', { level: 1, name: 'Payouts' }).waitFor()
        await page.getByRole('button', { name: 'Account' }).click()
        await page.getByText('Olga · olga@corp.example').waitFor()
        await page.getByRole('menuitem', { name: 'Sign out' }).click()
        await page.getByRole('button', { name: go }).waitFor()
      })
    } finally {
      app.server.closeAllConnections()
      await app.close()
      await issuer.close()
    }
  })

  test('with two-factor authentication set up in the profile; signing in again after a revoked session opens the same page', async () => {
    await makeUser(stage().world, { email: 'tina@example.com', role: 'viewer' })
    await stage().visit({ key: null, expected: /401/ }, async ({ page, go, look }) => {
      const enter = async () => {
        await page.getByLabel('Email').fill('tina@example.com')
        await page.getByLabel('Password', { exact: true }).fill(OWN_PASSWORD)
        await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      }
      await go('profile')
      await enter()
      await page.getByRole('button', { name: 'Set up' }).click()
      await page.getByLabel('Your password').fill(OWN_PASSWORD)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('img', { name: /QR code/ }).waitFor()
      await look('profile-totp')
      const secret = (await page.locator('[data-totp-secret]').innerText()).trim()
      await page.getByLabel('Authenticator code').fill(totp(secret))
      await page.getByRole('button', { name: 'Continue' }).click()
      const codes = page.getByRole('list', { name: 'Backup code' }).getByRole('listitem')
      await codes.first().waitFor()
      await look('profile-backup-codes')
      const backup = await codes.first().innerText()
      await page.getByRole('button', { name: 'I have saved it' }).click()
      await page.getByRole('button', { name: 'Regenerate backup codes' }).waitFor()

      await go('charges')
      await page.getByRole('heading', { level: 1, name: 'Charges' }).waitFor()
      const { id } = (await stage().get('/v1/users')).body.data.find((user: { email: string }) =>
        user.email.startsWith('tina'),
      )
      for (const session of (await stage().get(`/v1/sessions?user=${id}`)).body.data) {
        await stage().post(`/v1/sessions/${session.id}/revoke`)
      }
      await page.reload()
      await enter()
      await page.getByRole('button', { name: 'Use a backup code' }).click()
      await page.getByLabel('Backup code').fill(backup)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Charges' }).waitFor()
    })
  })

  test('confirming the identity before settings are saved, and setting up a required second factor first', async () => {
    await makeUser(stage().world, { email: 'paul@example.com', role: 'admin' })
    const { system } = stage().world.database
    const stale = () => system.execute(`UPDATE user_session SET verified_at = now() - interval '1 hour'`)
    await stage().visit({ key: null, expected: /40[13]/ }, async ({ page, go, look }) => {
      await go('users')
      await page.getByLabel('Email').fill('paul@example.com')
      await page.getByLabel('Password', { exact: true }).fill(OWN_PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
      await go('settings')
      await page.getByRole('heading', { name: 'Sign-in' }).waitFor()
      await stale()
      // Sessions are cached for some seconds.
      await page.waitForTimeout(4_500)
      const section = page.locator('.ant-card', { has: page.getByRole('heading', { name: 'Sign-in' }) })
      await section.getByLabel('Sessions end after inactivity of').fill('60')
      await section.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('dialog').getByLabel('Password').fill('not this one')
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.getByRole('dialog').getByRole('alert').waitFor()
      await look('step-up')
      await page.getByRole('dialog').getByLabel('Password').fill(OWN_PASSWORD)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.getByText('Saved. Applies from now on.').waitFor()

      const { settings } = (await stage().get('/v1/sign-in-settings')).body
      expect(settings.idleMinutes).toBe(60)
      await stage().put('/v1/sign-in-settings', { ...settings, secondFactorRoles: ['admin'], idleMinutes: 720 })
      await page.waitForTimeout(4_500)
      await go('charges')
      await page.getByText('Your role requires two-factor authentication').waitFor()
      await page.getByRole('button', { name: 'Set up' }).waitFor()
      await look('second-factor-first')
      await stage().put('/v1/sign-in-settings', { ...settings, secondFactorRoles: [], idleMinutes: 720 })
    })
  })
}
