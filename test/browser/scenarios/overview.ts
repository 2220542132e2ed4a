/** The overview: key figures and open tasks. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'

/** Creates one charge of another line, one with a refund, one in dispute, and a disabled gateway. */
async function happen({ post, put }: Stage): Promise<void> {
  const cover = {
    payer: 'cmp_brand',
    items: [{ id: 'spring', price: { amount: '1.50', currency: 'CNY' }, quantity: 40 }],
  }
  await post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event: cover })
  const { id: refunded } = await pay(post, '250.00')
  await post('/v1/refunds', { charge: refunded, reason: 'duplicate', amount: { amount: '50.00', currency: 'CNY' } })
  const { id: disputed } = await pay(post, '80.00')
  await post('/v1/disputes', { charge: disputed, answerBy: '2099-01-02T03:04:00Z' })
  const settings = { baseUrl: 'http://127.0.0.1:9', merchant: 'off', secret: 'x'.repeat(32) }
  await put('/v1/gateways/sandbox-off', { kind: 'sandbox', enabled: false, settings })
}

async function pay(post: Stage['post'], amount: string): Promise<{ id: string }> {
  const event = { payer: 'usr_1', merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' }
  return (await post('/v1/charges', { line: 'payments', product: 'scan-pay', event })).body
}

const inEnglish = (amount: string) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'CNY' }).format(amount as Intl.StringNumericLiteral)

export default function overview(stage: () => Stage): void {
  test('figures, charts, open tasks, another period, a download', async () => {
    await happen(stage())
    await stage().visit({}, async ({ page, go, look }) => {
      await go('')
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
      await page.getByRole('list', { name: 'Needs attention' }).getByText('open dispute').waitFor()
      await page.getByText('disabled gateway').waitFor()
      await look('overview')
      const { from, last, revenue } = await shown(stage(), page.url())
      expect(Number(revenue)).toBeGreaterThan(0)
      await page.locator('.figure', { hasText: 'Revenue' }).getByText(inEnglish(revenue)).waitFor()
      await page
        .getByRole('img', { name: /Digital goods|Revenue of each line/ })
        .first()
        .waitFor()
      await page.getByRole('img', { name: /^Payments: .*Duplicate payment CN¥/ }).waitFor()

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download CSV' }).click()
      await page.getByRole('menuitem', { name: 'Refunds by product and reason' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe(`refunds-${from}-${last}.csv`)
      expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\ufeff.*\r\n[\s\S]*duplicate/)

      await page.getByRole('combobox', { name: 'Period' }).click()
      await page.getByTitle('This year').click()
      await page.waitForURL(/period=this-year/)
      // The URL changes before the table renders again.
      await page.getByRole('table', { name: 'Lines' }).locator('a[href$="/lines/goods?period=this-year"]').click()
      await page.getByRole('heading', { level: 1, name: 'Digital goods' }).waitFor()
      expect(page.url()).toMatch(/lines\/goods\?period=this-year$/)
    })
  })

  test('Chinese, dark mode, phone', async () => {
    await stage().visit({ language: 'zh', theme: 'dark', size: 'phone' }, async ({ page, go, look }) => {
      await go('overview?period=last-12-months')
      await page.getByRole('heading', { name: '三层结构' }).waitFor()
      await page.getByRole('heading', { name: '转化漏斗' }).waitFor()
      await look('overview-zh-dark-phone')
    })
  })

  test('amounts of twelve digits are fully visible on a desktop and on a phone', async () => {
    await pay(stage().post, '10.00')
    for (const size of ['desktop', 'phone'] as const) {
      await stage().visit({ size }, async ({ page, go, look }) => {
        await page.route(/\/v1\/reports\/whole/, async (route) => {
          const answer = await route.fetch()
          await route.fulfill({ response: answer, json: enlarged(await answer.json()) })
        })
        await go('overview?period=last-12-months')
        await page.locator('.figure', { hasText: 'Revenue' }).getByText('CN¥123,456,789,012.34').waitFor()
        await page.getByText('over 12 whole months').first().waitFor()
        await look(`overview-large-${size}`)
        const tooWide = await page.evaluate(
          () =>
            [...document.querySelectorAll('.figure')].filter((figure) => {
              const inner = figure.querySelector('.amount')?.getBoundingClientRect().right ?? 0
              return inner > figure.getBoundingClientRect().right + 1
            }).length,
        )
        expect(tooWide).toBe(0)
        if (size === 'phone') return
        const hidden = await page
          .locator('.ant-table-content', { has: page.getByRole('table', { name: 'Lines' }) })
          .evaluate((content) => content.scrollWidth - content.clientWidth)
        expect(hidden).toBe(0)
      })
    }
  })

  test('a list returns to its page after going back and after reloading', async () => {
    for (let i = 0; i < 21; i += 1) await pay(stage().post, '1.00')
    await stage().visit({}, async ({ page, go }) => {
      await go('charges?line=payments')
      const pages = page.getByRole('navigation', { name: 'Pagination' })
      await pages.getByRole('button', { name: 'Next' }).click()
      await pages.getByText('Page 2').waitFor()
      const row = page.getByRole('table', { name: 'Charges' }).getByRole('row').nth(1)
      await row.getByRole('link').first().click()
      await page.waitForURL(/charges\/chg_/)
      await page.goBack()
      await pages.getByText('Page 2').waitFor()
      expect(page.url()).toMatch(/charges\?line=payments$/)
      await page.reload()
      await pages.getByText('Page 2').waitFor()
      await pages.getByRole('button', { name: 'Previous' }).click()
      await pages.getByText('Page 1').waitFor()
    })
  })

  test('a user without access to reports starts with the first accessible page', async () => {
    const key = await stage().makeKey(['charges:read', 'catalog:read'])
    await stage().visit({ key }, async ({ page, go }) => {
      await go('')
      await page.getByRole('heading', { level: 1, name: 'Charges' }).waitFor()
      expect(await page.getByRole('menuitem', { name: 'Overview' }).count()).toBe(0)
    })
  })
}

const SUMS = ['captured', 'refunded', 'revenue', 'cost', 'paidOut']

/** The same report with large amounts. */
function enlarged(report: unknown): unknown {
  return JSON.parse(JSON.stringify(report), (name, value) =>
    SUMS.includes(name) && typeof value === 'string' ? '123456789012.34' : value,
  )
}

/** The report that the page requested: thirty days ending with the current day of the tenant. */
async function shown({ get }: Stage, url: string) {
  expect(new URL(url).pathname).toMatch(/\/overview$/)
  const day = (add: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + add * 86_400_000)
  const [from, to] = [day(-29), day(1)]
  const { body } = await get(`/v1/reports/whole?from=${from}&to=${to}`)
  const { revenue } = body.total.find(({ currency }: { currency: string }) => currency === 'CNY')
  return { from, last: day(0), revenue: revenue as string }
}
