/** Finds a charge by its receipt number, views its flow, refunds a part, and sees the refund in the flow. */
import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'

async function pay(stage: Stage, amount: string, reference: string): Promise<string> {
  const { body } = await stage.post('/v1/charges', {
    line: 'payments',
    product: 'scan-pay',
    reference,
    event: {
      payer: 'usr_1',
      merchant: 'mch_1',
      amount: { amount, currency: 'CNY' },
      channel: 'sandbox',
    },
  })
  return body.id
}

/** The accessible name starts with that of the icon. */
const REFUND = { name: /Refund$/ }

export default function charges(stage: () => Stage): void {
  test('charge → preview → refund → flow', async () => {
    const id = await pay(stage(), '100.00', 'receipt-1')
    const { number } = (await stage().get(`/v1/charges/${id}/receipt`)).body
    await stage().visit({ expected: /409|422/ }, async ({ page, go, look }) => {
      await go('charges')
      await page.getByLabel('Reference, receipt number or charge ID').fill(number.toLowerCase())
      await page.keyboard.press('Enter')
      await look('charges')
      await page.getByRole('table', { name: 'Charges' }).getByTitle(id).first().click()
      await page.getByRole('heading', { level: 1 }).getByText('CN¥100.00').waitFor()
      await look('charge')
      await page.getByRole('button', { name: 'Receipt' }).click()
      await page.getByRole('dialog').getByText('Link valid until').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      expect(await page.getByRole('img', { name: /^Flow of the charge/ }).textContent()).not.toContain('↩')

      await page.getByRole('button', REFUND).click()
      await page.getByText('By amount', { exact: true }).click()
      await page.getByLabel('Amount', { exact: true }).fill('12,5')
      await page.getByRole('button', { name: 'Preview' }).click()
      await page.getByText('Enter an amount such as 12.50.').waitFor()
      // More than the charge: the error from the server disappears on new input, and the input is preserved.
      await page.getByLabel('Amount', { exact: true }).fill('4,000.00')
      await page.getByRole('button', { name: 'Preview' }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel('Amount', { exact: true }).fill('CN¥４０．００')
      await page.getByRole('alert').waitFor({ state: 'detached' })
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Refund CN¥40.00' }).waitFor()
      await page.getByRole('button', { name: 'Edit' }).click()
      expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('40.00')
      await page.getByRole('button', { name: 'Preview' }).click()
      await page.getByTestId('refund-preview').waitFor()
      await look('refund-preview')

      // Another user refunds a part in the meantime: the preview is stale and is displayed again with current figures.
      await stage().post('/v1/refunds', { charge: id, amount: { amount: '10.00', currency: 'CNY' } })
      await page.getByRole('button', { name: 'Refund CN¥40.00' }).click()
      await page.getByText('Something has changed since the last preview').waitFor()
      await page.getByRole('button', { name: 'Refund CN¥40.00' }).click()
      await page.getByText('CN¥40.00 refunded.').waitFor()

      await page
        .getByRole('img', { name: /and the refunds from each of them/ })
        .getByText('↩ usr_1/external')
        .waitFor()
      await page.getByText('Partially refunded').first().waitFor()
      await look('charge-refunded')
    })
    const { body } = await stage().get(`/v1/charges/${id}`)
    expect(body.refunded).toEqual({ amount: '50.00', currency: 'CNY' })
  })

  test('a user who may not refund has no refund button', async () => {
    const id = await pay(stage(), '10.00', 'receipt-3')
    const { body } = await stage().post('/v1/keys', { name: 'looks', scopes: ['charges:read', 'refunds:read'] })
    await stage().visit({ key: body.secret }, async ({ page, go }) => {
      await go(`charges/${id}`)
      await page.getByText('No refunds yet.').waitFor()
      expect(await page.getByRole('button', REFUND).count()).toBe(0)
    })
  })

  test('a party sees its own data and no links to that of others', async () => {
    const id = await pay(stage(), '12.00', 'receipt-4')
    const scopes = ['parties:read', 'accounts:read', 'charges:read', 'refunds:read']
    const { body } = await stage().post('/v1/keys', { name: 'own', scopes, party: 'mch_1' })
    await stage().visit({ key: body.secret }, async ({ page, go }) => {
      await go(`charges/${id}`)
      await page.getByRole('link', { name: 'mch_1' }).waitFor()
      await page.getByText('usr_1', { exact: true }).first().waitFor()
      expect(await page.getByRole('link', { name: 'usr_1' }).count()).toBe(0)
      await page.getByRole('link', { name: 'mch_1' }).click()
      const statement = page.getByRole('table', { name: 'Transfers of mch_1/balance' })
      await statement.getByText('usr_1/external').first().waitFor()
      expect(await statement.getByRole('link', { name: /external|platform/ }).count()).toBe(0)
      await page.getByRole('link', { name: 'mch_1/balance' }).click()
      await page.getByRole('heading', { level: 1, name: 'mch_1/balance' }).waitFor()
      await page.getByRole('button', { name: 'mch_1' }).click()
      await page.waitForURL(/parties\/mch_1$/)
      await go('charges')
      await page.getByText('In-store QR payment').first().waitFor()
    })
  })

  test('the quantity of an item can be entered in full-width digits', async () => {
    const items = [{ id: 'spring', price: { amount: '1.50', currency: 'CNY' }, quantity: 40 }]
    const event = { payer: 'cmp_brand', items }
    const { body } = await stage().post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })
    await stage().visit({}, async ({ page, go }) => {
      await go(`charges/${body.id}`)
      await page.getByRole('button', REFUND).click()
      await page.getByText('By item', { exact: true }).click()
      const quantity = page.getByRole('textbox', { name: /spring/ })
      await quantity.fill('１０')
      await page.getByRole('button', { name: 'Preview' }).click()
      await page.getByRole('button', { name: 'Refund CN¥15.00' }).waitFor()
    })
  })

  test('a page and a language fail to load while the server is unreachable', async () => {
    await stage().visit({ expected: /ERR_CONNECTION_REFUSED|^failed: / }, async ({ page, go }) => {
      await go('charges')
      await page.getByRole('heading', { level: 1, name: 'Charges' }).waitFor()
      await page.route('**/*', (route) => route.abort('connectionrefused'))
      await page.getByRole('menuitem', { name: 'Ledger' }).click()
      await page.getByRole('heading', { level: 1, name: 'This page could not be loaded' }).waitFor()
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByText('The other language cannot be loaded').waitFor()
      await page.unroute('**/*')
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor()
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('heading', { level: 1, name: '账本' }).waitFor()
    })
  })

  test('Chinese, dark mode, phone', async () => {
    const id = await pay(stage(), '66.60', 'receipt-2')
    await stage().post('/v1/refunds', { charge: id, amount: { amount: '6.60', currency: 'CNY' } })
    await stage().visit({ language: 'zh', theme: 'dark', size: 'phone' }, async ({ page, go, look }) => {
      await go(`charges/${id}`)
      await page.getByRole('heading', { level: 1 }).getByText('¥66.60').waitFor()
      await page.getByText('资金流向').waitFor()
      await page.getByRole('img', { name: /流向/ }).getByText('↩ usr_1').waitFor()
      await look('charge-zh-dark-phone')
      await page.getByRole('button', { name: '菜单' }).click()
      await page.getByRole('menuitem', { name: '交易记录' }).click()
      await page.getByRole('heading', { level: 1, name: '交易记录' }).waitFor()
      await page.getByRole('combobox', { name: '业务线' }).click()
      await page.getByRole('option', { name: '支付业务' }).or(page.getByTitle('支付业务')).last().click()
      await page.getByRole('table', { name: '交易记录' }).getByText('receipt-2').waitFor()
      await look('charges-zh-dark-phone')
    })
  })

  test('the language is switched and remembered', async () => {
    await stage().visit({}, async ({ page, go }) => {
      await go('charges')
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('heading', { level: 1, name: '交易记录' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
      await page.reload()
      await page.getByRole('heading', { level: 1, name: '交易记录' }).waitFor()
    })
  })
}
