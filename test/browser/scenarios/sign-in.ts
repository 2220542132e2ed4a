/** The ways in: a key, a password that was set with the link of an invitation; and out again. */
import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'

const PASSWORD = 'correct horse battery staple'

export default function signIn(stage: () => Stage): void {
  test('with a key; a wrong one is refused in words', async () => {
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

  test('with a password: invited, set, refused, let in, kept, signed out', async () => {
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
      await page.getByRole('menuitem', { name: '收费记录' }).waitFor()
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
}
