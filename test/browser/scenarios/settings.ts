/** The tasks of administrators: users, API keys, webhooks, gateways, and the audit trail. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSandbox } from '../../../src/gateways/sandbox/process.ts'
import { Jobs } from '../../../src/jobs/jobs.ts'
import { Gateways } from '../../../src/processing/gateways.ts'
import { workExecution } from '../../../src/processing/workers.ts'
import { startWebhooks } from '../../../src/webhooks/deliver.ts'
import { payment, testOutgoing, testSeal } from '../../api-server.ts'
import { makeUser, PASSWORD } from '../../people.ts'
import type { Stage } from '../stage.ts'

const OWN = 'quite another passphrase'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export default function settings(stage: () => Stage): void {
  test('an administrator adds an agent, who sees fewer pages', async () => {
    await makeUser(stage().world, { email: 'ada@example.com', role: 'admin' })
    let link = ''
    await stage().visit({ key: null }, async ({ page, go, look }) => {
      await go('users')
      await signIn(page, 'ada@example.com', PASSWORD)
      await page.getByRole('table', { name: 'Role permissions' }).getByText('Read, Write, Approve').first().waitFor()
      await page.getByRole('button', { name: 'Add user' }).click()
      await page.getByLabel('Email').fill('gus@example.com')
      await page.getByLabel('Name').fill('Gus')
      await page.getByLabel('Role', { exact: true }).last().click()
      await page.locator('.ant-select-item-option', { hasText: 'Agent' }).click()
      await page.getByText('creates refund requests').waitFor()
      await page.getByRole('button', { name: 'Add user and create link' }).click()
      link = (await page.locator('[data-secret]').innerText()).trim()
      await look('user-added')
      await page.getByRole('button', { name: 'I have saved it' }).click()
      await page.getByRole('link', { name: 'Gus' }).waitFor()
      await look('users')
      await page.getByRole('link', { name: 'Gus' }).click()
      await page.getByText('No active sessions.').waitFor()
      await look('user')
      await go('audit?action=user_created')
      await page.getByRole('table', { name: 'Audit trail' }).getByText('Agent', { exact: true }).waitFor()
      await go('profile')
      await page.getByText('Charges · Write').waitFor()
      await page.getByRole('button', { name: '中文' }).click()
      await page.locator('html[lang=zh-CN]').waitFor() // The language is stored by then.
      await go('audit?action=signed_in')
      await page.getByRole('table', { name: '操作记录' }).getByText('密码', { exact: true }).first().waitFor()
    })
    await stage().visit({ key: null }, async ({ page }) => {
      await page.goto(link)
      await page.getByLabel('New password').fill(OWN)
      await page.getByLabel('Repeat password').fill(OWN)
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

  test('an API key is created with scopes, shown once, and revoked', async () => {
    await stage().visit({}, async ({ page, go, look }) => {
      await go('keys')
      await page.getByRole('button', { name: 'Create an API key' }).click()
      await page.getByLabel('Name').fill('Shop')
      await page.getByLabel('Charges · Write').check()
      await page.getByLabel('Charges · Read').check()
      await look('key-make')
      await page.getByRole('button', { name: 'Create API key' }).click()
      const secret = (await page.locator('[data-secret]').innerText()).trim()
      expect(secret).toMatch(/^rk_/)
      expect((await stage().get('/v1/me', { key: secret })).body.scopes.toSorted()).toEqual([
        'charges:read',
        'charges:write',
      ])
      await page.getByRole('button', { name: 'I have saved it' }).click()
      const row = page.getByRole('row', { name: /(^|row )Shop/ })
      await row.getByRole('button', { name: 'Limits' }).click()
      await page.getByLabel('Allowed networks').fill('127.0.0.0/8 ')
      await page.getByRole('button', { name: 'Save' }).click()
      await row.getByText('127.0.0.0/8').waitFor()
      await row.getByRole('button', { name: 'Rotate' }).click()
      await page.getByLabel('Overlap in hours').fill('2')
      await look('key-rotate')
      await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click()
      const rotated = (await page.locator('[data-secret]').innerText()).trim()
      expect((await stage().get('/v1/me', { key: rotated })).status).toBe(200)
      await page.getByRole('button', { name: 'I have saved it' }).click()
      const old = page.getByRole('row', { name: /(^|row )Shop.*Expires/ })
      await old.getByRole('button', { name: 'Revoke' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
      await page.getByText('API key “Shop” revoked.').waitFor()
      await page.getByRole('row', { name: /(^|row )Shop.*Revoked/ }).waitFor()
      await look('keys')
      expect((await stage().get('/v1/me', { key: secret })).status).toBe(401)
    })
  })

  test('a number out of bounds is reported, not corrected', async () => {
    const { get, visit } = stage()
    const answerDays = async () => (await get('/v1/refund-requests/settings')).body.answerDays
    const before = await answerDays()
    await visit({}, async ({ page, go }) => {
      await go('settings')
      const days = page.getByLabel('Respond within')
      const save = page.locator('form', { has: days }).getByRole('button', { name: 'Save' })
      for (const wrong of ['-1', '1000000000', '1.5']) {
        await days.fill(wrong)
        await save.click()
        await page.getByText('Enter a whole number from 1 to 90.').waitFor()
        expect(await days.inputValue()).toBe(wrong)
      }
      expect(await answerDays()).toBe(before)
      await days.fill('9')
      await save.click()
      await page.getByText('Saved. Applies from now on.').waitFor()
      await days.fill(String(before))
      await save.click()
      await expect.poll(answerDays).toBe(before)
    })
  })

  test('a webhook is added and tested; its delivery is viewed and redelivered', async () => {
    const answers = [503]
    const receiver = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(answers.shift() ?? 200).end('thanks'))
    })
    await once(receiver.listen(0, '127.0.0.1'), 'listening')
    const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/recoup`
    const { database } = stage().world
    const jobs = await Jobs.start(database, { pollMs: 20 })
    await startWebhooks(jobs, { database, seal: testSeal }, { outgoing: testOutgoing, schedule: [0] })
    try {
      await stage().visit({}, async ({ page, go, look }) => {
        await go('webhooks')
        await page.getByRole('button', { name: 'Add webhook' }).click()
        await page.getByLabel('URL', { exact: true }).fill(address)
        await page.getByLabel('Description').fill('Order system')
        await page.getByLabel('refund.succeeded').check()
        await look('webhook-add')
        await page.getByRole('button', { name: 'Add', exact: true }).click()
        await page.locator('[data-secret]').getByText('whsec_').waitFor()
        await page.getByRole('button', { name: 'I have saved it' }).click()
        await page.getByRole('link', { name: address }).click()
        await page.getByRole('button', { name: 'Send test event' }).click()
        await page.getByRole('button', { name: 'Test event', exact: true }).click()
        const drawer = page.getByRole('dialog')
        await drawer.getByText('HTTP 503').waitFor()
        await drawer.getByText('webhook.test').waitFor()
        await drawer.getByRole('button', { name: 'Redeliver' }).click()
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
      receiver.closeAllConnections()
      receiver.close()
    }
  })

  test('a gateway is set up, reconciled and disabled; an order is closed, a refund redirected', async () => {
    const { world, get, post } = stage()
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'recoup-stage-'))
    const sandbox = await startSandbox({ dataFolder, seed: 'console', merchants: [{ id: 'm1' }] })
    const jobs = await Jobs.start(world.database, { pollMs: 20 })
    await workExecution(jobs, { engine: world.engine, gateways: new Gateways(testSeal, testOutgoing) })
    const order = async (amount: string, description: string): Promise<string> => {
      const { body } = await post('/v1/payments', { of: payment(amount), gateway: 'pay-test', description })
      return body.id
    }
    const until = (url: string, wanted: object) =>
      expect.poll(async () => (await get(url)).body, { timeout: 15_000 }).toMatchObject(wanted)
    try {
      await stage().visit({ expected: /422/ }, async ({ page, go, look }) => {
        const { baseUrl, merchant, secret } = sandbox.settings()
        await go('gateways')
        await page.getByRole('button', { name: 'Set up a gateway' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('Gateway', { exact: true }).fill('pay-test')
        await dialog.getByLabel('Provider URL').fill(baseUrl)
        await dialog.getByLabel('Merchant', { exact: true }).fill(merchant)
        await dialog.getByLabel('Secret').fill('short')
        await dialog.getByRole('button', { name: 'Set up', exact: true }).click()
        await page.getByRole('alert').getByText('/secret').first().waitFor()
        await look('gateway-refused')
        await dialog.getByLabel('Secret').fill(secret)
        await dialog.getByRole('button', { name: 'Set up', exact: true }).click()
        const row = page.getByRole('table', { name: 'Gateways' }).getByRole('row', { name: /(^|row )pay-test/ })
        await row.getByText('On', { exact: true }).waitFor()

        const lunch = await order('12.00', 'Lunch')
        const dinner = await order('8.00', 'Dinner')
        await sandbox.pay(dinner)
        await until(`/v1/payments/${dinner}`, { status: 'charged' })

        await row.getByRole('button', { name: 'Reconciliation' }).click()
        await dialog.getByLabel('Reconcile daily').click()
        await dialog.getByLabel('Bill available from').fill('11:30')
        await dialog.getByLabel('Fee tolerance').fill('0.05')
        await dialog.getByLabel('Days a refund may be in transit').fill('3')
        await dialog.getByLabel('Second approver above').fill('1000')
        await dialog.getByRole('button', { name: 'Save' }).click()
        await page.getByText('Saved.').waitFor()
        const held = {
          enabled: true,
          readyAt: '11:30',
          feeTolerance: '0.05',
          twoPeopleAbove: '1000.00',
          transitDays: 3,
        }
        expect((await get('/v1/reconciliation-settings/pay-test')).body).toMatchObject(held)

        const open = page.getByRole('row', { name: /Lunch/ })
        await open.getByRole('button', { name: 'Close' }).click()
        await dialog.getByText('The order of CN¥12.00 can no longer be paid once it is closed.').waitFor()
        await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
        await open.getByText('Closed unpaid').waitFor()
        expect((await sandbox.books()).orders.get(lunch)).toMatchObject({ status: 'closed' })
        await row.getByRole('button', { name: 'Turn off' }).click()
        await dialog.getByRole('button', { name: 'Turn off' }).click()
        await row.getByText('Off', { exact: true }).waitFor()
        await look('gateways')

        await sandbox.forceFault({ fault: 'abnormal', operation: 'refund' })
        const { charge } = (await get(`/v1/payments/${dinner}`)).body
        const { id } = (await post('/v1/refunds', { charge })).body
        await until(`/v1/refunds/${id}/execution`, { status: 'abnormal' })
        await page.getByRole('menuitem', { name: 'Refund center' }).click()
        await page.getByRole('menuitem', { name: 'Refunds', exact: true }).click()
        const refund = page.getByRole('row').filter({ has: page.getByTitle(id) })
        await refund.getByRole('button', { name: 'Redirect to our account' }).click()
        await dialog.getByText('you pay the payer yourself').waitFor()
        await dialog.getByRole('button', { name: 'Redirect to our account' }).click()
        await page.getByText('Request sent to the provider.').waitFor()
        await refund.getByRole('button', { name: 'Redirect to our account' }).waitFor({ state: 'detached' })
        await until(`/v1/refunds/${id}`, { status: 'succeeded' })
        expect((await sandbox.books()).refunds.get(id)).toMatchObject({ redirectedTo: 'merchant_account' })
      })
    } finally {
      await jobs.stop({ deadlineMs: 0 })
      await sandbox.stop()
      await rm(dataFolder, { recursive: true })
    }
  })

  test('actions are in the audit trail, and settings can be changed', async () => {
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
      const { month, report } = thisMonth(stage())
      expect(await report()).toMatchObject({ users: { basis: 'payers' }, layers: { free: { users: 0 } } })
      await page.getByRole('button', { name: '填报' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('月份').fill(month)
      await page.keyboard.press('Enter')
      await dialog.getByLabel('活跃用户').fill('5000')
      await dialog.getByRole('button', { name: '保存' }).click()
      await page
        .getByRole('row', { name: new RegExp(`^${month}`) })
        .getByText('5,000')
        .waitFor()
      const { users, layers } = await report()
      expect(users).toMatchObject({ active: 5000, basis: 'reported' })
      expect(layers.free.users).toBe(5000 - users.payers)
      await look('settings-zh-dark-phone')
      await go('users')
      await page.getByRole('table', { name: '系统用户' }).waitFor()
      await look('users-zh-dark-phone')
    })
  })
}

/** The current month of the tenant, and the report of it. */
function thisMonth({ get }: Stage) {
  const now = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now())
  const [year = 0, month = 0] = now.split('-').map(Number)
  const to = new Date(Date.UTC(year, month)).toISOString().slice(0, 10)
  const report = async () => (await get(`/v1/reports/whole?from=${now.slice(0, 7)}-01&to=${to}`)).body
  return { month: now.slice(0, 7), report }
}
