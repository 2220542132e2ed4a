/** What administrators do: people, keys, webhooks, gateways, and what is written down of it. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Jobs } from '../../../src/jobs/jobs.ts'
import { startWebhooks } from '../../../src/webhooks/deliver.ts'
import { testSeal } from '../../api-server.ts'
import { makeUser, PASSWORD } from '../../people.ts'
import type { Stage } from '../stage.ts'

const OWN = 'quite another passphrase'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export default function settings(stage: () => Stage): void {
  test('an administrator adds an agent, who sees less', async () => {
    await makeUser(stage().world, { email: 'ada@example.com', role: 'admin' })
    let link = ''
    await stage().visit({ key: null }, async ({ page, go, look }) => {
      await go('users')
      await signIn(page, 'ada@example.com', PASSWORD)
      await page
        .getByRole('table', { name: 'What each role may do' })
        .getByText('Read, Write, Approve')
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Add user' }).click()
      await page.getByLabel('Email').fill('gus@example.com')
      await page.getByLabel('Name').fill('Gus')
      await page.getByLabel('Role', { exact: true }).last().click()
      await page.locator('.ant-select-item-option', { hasText: 'Agent' }).click()
      await page.getByText('files refund requests').waitFor()
      await page.getByRole('button', { name: 'Add and make a link' }).click()
      link = (await page.locator('[data-secret]').innerText()).trim()
      await look('user-added')
      await page.getByRole('button', { name: 'I have kept it' }).click()
      await page.getByRole('link', { name: 'Gus' }).waitFor()
      await look('users')
      await page.getByRole('link', { name: 'Gus' }).click()
      await page.getByText('Nobody is signed in.').waitFor()
      await look('user')
    })
    await stage().visit({ key: null }, async ({ page }) => {
      await page.goto(link)
      await page.getByLabel('New password').fill(OWN)
      await page.getByLabel('Once more').fill(OWN)
      await page.getByRole('button', { name: 'Set password' }).click()
      await page.getByRole('link', { name: 'Sign in' }).click()
      await signIn(page, 'gus@example.com', OWN)
      await page.getByRole('menuitem', { name: 'Charges' }).waitFor()
      await page.getByRole('button', { name: 'Account' }).click()
      await page.getByText('Gus · gus@example.com').waitFor()
      expect(await page.getByRole('menuitem', { name: 'Ledger' }).count()).toBe(0)
      const administration = page.getByRole('menuitem', { name: 'Settings' })
      if (await administration.count()) await administration.click()
      expect(await page.getByRole('menuitem', { name: 'API keys' }).count()).toBe(0)
    })
  })

  test('a key: made with scopes, shown once, revoked', async () => {
    await stage().visit({}, async ({ page, go, look }) => {
      await go('keys')
      await page.getByRole('button', { name: 'Make a key' }).click()
      await page.getByLabel('Name').fill('Shop')
      await page.getByLabel('charges:write').check()
      await page.getByLabel('charges:read').check()
      await look('key-make')
      await page.getByRole('button', { name: 'Make the key' }).click()
      const secret = (await page.locator('[data-secret]').innerText()).trim()
      expect(secret).toMatch(/^rk_/)
      expect((await stage().get('/v1/me', { key: secret })).body.scopes.toSorted()).toEqual([
        'charges:read',
        'charges:write',
      ])
      await page.getByRole('button', { name: 'I have kept it' }).click()
      const row = page.getByRole('row', { name: /^Shop/ })
      await row.getByRole('button', { name: 'Revoke' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
      await row.getByText('Ended').waitFor()
      await look('keys')
      expect((await stage().get('/v1/me', { key: secret })).status).toBe(401)
    })
  })

  test('a webhook: added, tried, its delivery read, sent again', async () => {
    const answers = [503]
    const receiver = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(answers.shift() ?? 200).end('thanks'))
    })
    await once(receiver.listen(0, '127.0.0.1'), 'listening')
    const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/recoup`
    const { database } = stage().world
    const jobs = await Jobs.start(database, { pollMs: 20 })
    const webhooks = await startWebhooks(jobs, { database, seal: testSeal }, { targets: 'any', schedule: [0] })
    try {
      await stage().visit({}, async ({ page, go, look }) => {
        await go('webhooks')
        await page.getByRole('button', { name: 'Add webhook' }).click()
        await page.getByLabel('Address').fill(address)
        await page.getByLabel('What it is for').fill('Order system')
        await page.getByLabel('refund.succeeded').check()
        await look('webhook-add')
        await page.getByRole('button', { name: 'Add', exact: true }).click()
        await page.locator('[data-secret]').getByText('whsec_').waitFor()
        await page.getByRole('button', { name: 'I have kept it' }).click()
        await page.getByRole('link', { name: address }).click()
        await page.getByRole('button', { name: 'Send a test' }).click()
        await page.getByRole('button', { name: 'Test event' }).click()
        const drawer = page.getByRole('dialog')
        await drawer.getByText('HTTP 503').waitFor()
        await drawer.getByText('webhook.test').waitFor()
        await drawer.getByRole('button', { name: 'Deliver again' }).click()
        await drawer.getByText('HTTP 200').waitFor()
        await look('webhook-delivery')
        await page.keyboard.press('Escape')
        await page
          .getByRole('row', { name: /Test event/ })
          .getByText('Succeeded')
          .waitFor()
        await look('webhook')
      })
    } finally {
      await jobs.stop({ deadlineMs: 0 })
      await webhooks.close()
      receiver.closeAllConnections()
      receiver.close()
    }
  })

  test('a gateway: set up, told where to notify, turned off', async () => {
    await stage().visit({ expected: /422/ }, async ({ page, go, look }) => {
      await go('gateways')
      await page.getByRole('button', { name: 'Set up a gateway' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByLabel('Gateway', { exact: true }).fill('pay-test')
      await drawer.getByLabel('Address of the provider').fill('http://127.0.0.1:9')
      await drawer.getByLabel('Merchant', { exact: true }).fill('m1')
      await drawer.getByLabel('Secret').fill('short')
      await drawer.getByRole('button', { name: 'Set up', exact: true }).click()
      await page.getByRole('alert').getByText('/secret').first().waitFor()
      await look('gateway-refused')
      await drawer.getByLabel('Secret').fill('a secret that is long enough')
      await drawer.getByRole('button', { name: 'Set up', exact: true }).click()
      const row = page.getByRole('row', { name: /pay-test/ })
      await row.getByText('On', { exact: true }).waitFor()
      await row.getByRole('button', { name: 'Turn off' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click()
      await row.getByText('Off', { exact: true }).waitFor()
      await look('gateways')
    })
  })

  test('what was done is written down, and what counts can be changed', async () => {
    await stage().visit({ language: 'zh' }, async ({ page, go, look }) => {
      await go('audit?action=gateway_changed')
      await page.getByRole('table', { name: '操作记录' }).getByText('pay-test').first().waitFor()
      await look('audit-zh')
    })
    await stage().visit({ language: 'zh', size: 'phone', theme: 'dark' }, async ({ page, go, look }) => {
      await go('settings')
      await page.getByRole('table', { name: '每月活跃用户' }).waitFor()
      await page.getByLabel('答复期限').fill('9')
      await page.getByRole('button', { name: '保存' }).first().click()
      await page.getByText('已保存，立即生效。').waitFor()
      expect((await stage().get('/v1/refund-requests/settings')).body.answerDays).toBe(9)
      await look('settings-zh-dark-phone')
      await go('users')
      await page.getByRole('table', { name: '用户' }).waitFor()
      await look('users-zh-dark-phone')
    })
  })
}
