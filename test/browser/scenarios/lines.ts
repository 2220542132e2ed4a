/** The page of a line: the table with reference figures, trends, prices in words, charges. */
import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'

const pay = ({ post }: Stage, amount: string) =>
  post('/v1/charges', {
    line: 'payments',
    product: 'scan-pay',
    event: { payer: 'usr_1', merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
  })

export default function lines(stage: () => Stage): void {
  test('the table, the trends, prices in words, charges', async () => {
    await pay(stage(), '500.00')
    const { body: report } = await stage().get('/v1/reports/lines/payments?from=2026-01-01&to=2027-01-01')
    await stage().visit({}, async ({ page, go, look }) => {
      await go('lines/payments')
      const table = page.getByRole('table', { name: 'Figures and references' })
      await table.getByText('In-store QR payment').waitFor()
      expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(
        report.columns.map(({ title }: { title: string }) => title),
      )
      await table.getByText('Reference: 500,000,000,000 CNY').waitFor()
      await table
        .getByRole('img', { name: /^Volume per month: .*% of the reference$/ })
        .first()
        .waitFor()
      await page.getByRole('table', { name: 'Products' }).getByText('Fee: percentage · 0.6%–1.2%').waitFor()
      await page.getByText('How the figures are calculated').click()
      await page.getByText('Amounts paid, before refunds').waitFor()
      await page.getByText('Charges', { exact: true }).last().click()
      await page.getByRole('img', { name: 'Charges over time' }).waitFor()
      await look('line-payments')
      await page.getByRole('link', { name: 'All charges' }).click()
      await page.waitForURL(/charges\?line=payments$/)
      await page.getByRole('table', { name: 'Charges' }).getByText('CN¥500.00').first().waitFor()
    })
  })

  test('Chinese, dark mode, phone: a line without charges', async () => {
    await stage().visit({ language: 'zh', theme: 'dark', size: 'phone' }, async ({ page, go, look }) => {
      await go('lines/commerce')
      await page.getByRole('table', { name: '指标与参考值' }).getByText('小程序交易佣金').first().waitFor()
      await page.getByText('推广回报').waitFor()
      await look('line-commerce-zh-dark-phone')
    })
  })

  test('every line has its page; an unknown line is reported', async () => {
    await stage().visit({ expected: /404/ }, async ({ page, go }) => {
      await go('lines/ads')
      for (const name of ['Digital goods', 'Enterprise services', 'Data products', 'Cross-border', 'Platform APIs']) {
        await page.getByRole('menuitem', { name }).click()
        await page.getByRole('heading', { level: 1, name }).waitFor()
        const rows = page.getByRole('table', { name: 'Products' }).locator('tbody .product')
        await rows.first().waitFor()
        // Every product shows its price.
        for (const text of await rows.allInnerTexts()) expect(text, name).toMatch(/\n.+: /)
      }
      await go('lines/nowhere')
      await page.getByRole('alert').getByText('nowhere').waitFor()
    })
  })
}
