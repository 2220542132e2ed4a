/** Parties with their accounts and statements, the ledger with its verification, the products. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { uuidToId } from '../../../src/ids.ts'
import { overseasPay } from '../../../src/lines/crossborder/overseas-pay.ts'
import type { Stage } from '../stage.ts'

/** Creates a charge whose merchant has a balance in yen only. */
async function payAbroad({ world, post }: Stage): Promise<void> {
  await world.party('mch_ramen')
  const { id: product, example } = overseasPay
  const { status } = await post('/v1/charges', { line: 'crossborder', product, event: example.event })
  expect(status).toBe(201)
}

export default function books(stage: () => Stage): void {
  test('a party: search, accounts, statement, charges', async () => {
    await stage().world.party('mch_books', { merchantCategory: 'restaurant' })
    await stage().put('/v1/parties/mch_books', {
      kind: 'merchant',
      name: 'Blue Noodles',
      attributes: { merchantCategory: 'restaurant' },
    })
    await stage().world.pay('20.00', { merchant: 'mch_books' })
    await stage().visit({}, async ({ page, go, look }) => {
      await go('parties')
      await look('parties')
      await page.getByLabel('Name or ID').fill('blue noo')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'mch_books' }).click()
      await page.getByRole('heading', { level: 1, name: 'Blue Noodles' }).waitFor()
      await page.getByRole('table', { name: 'Transfers of mch_books/balance' }).getByText('+CN¥20.00').waitFor()
      await look('party')
      await page.getByRole('link', { name: 'Charges earned' }).click()
      await page.getByRole('table', { name: 'Charges' }).getByText('CN¥20.00').waitFor()
    })
  })

  test('the trial balance is zero, the verification confirms it, an account shows its history', async () => {
    await stage().world.pay('30.00')
    await stage().visit({}, async ({ page, go, look }) => {
      await go('ledger')
      const total = page.getByRole('row', { name: /^Total/ })
      await total.waitFor()
      expect((await total.innerText()).trim()).toMatch(/CN¥0\.0+$/)
      await page.getByRole('button', { name: 'Verify the ledger' }).click()
      await page.getByText('The ledger is consistent', { exact: true }).waitFor()
      await look('ledger')
      // The selection is in the URL.
      await page.getByText('By effective time').click()
      await page.waitForURL(/basis=effective/)
      await page.reload()
      await total.waitFor()
      expect(await page.getByRole('radio', { name: 'By effective time' }).isChecked()).toBe(true)
      await page.getByRole('link', { name: 'platform/revenue' }).click()
      await page.getByRole('heading', { level: 1, name: 'platform/revenue' }).waitFor()
      await page.getByRole('table', { name: 'Transfers of platform/revenue' }).getByText('Fee').first().waitFor()
      await look('account')
    })
    await payAbroad(stage())
    await stage().visit({ language: 'zh', size: 'phone' }, async ({ page, go, look }) => {
      await go('ledger')
      await page.getByRole('heading', { name: '试算平衡表' }).waitFor()
      await look('ledger-zh-phone')
      await go('parties/mch_ramen')
      await page.getByRole('heading', { name: '账户明细' }).waitFor()
      await look('party-zh-phone')
      await page.getByRole('button', { name: '单独规则' }).click()
      expect(await page.getByLabel('币种').inputValue()).toBe('JPY')
      await look('party-rules-zh-phone')
    })
  })

  test('the ledger and the audit trail are exported for accountants', async () => {
    await stage().world.pay('41.00')
    await stage().visit({}, async ({ page, go, look }) => {
      await go('ledger')
      await page.getByRole('button', { name: 'Export' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('A period begins with its opening balances.').waitFor()
      await look('ledger-export')
      await dialog.getByText('Whole ledger').click()
      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download' }).click(),
      ])
      expect(csv.suggestedFilename()).toBe('ledger.csv')
      expect(await readFile(await csv.path(), 'utf8')).toMatch(/^\ufefftransfer,date,.*[\s\S]*41\.00/)
      await go('audit?action=ledger_exported')
      await page.getByRole('table', { name: 'Audit trail' }).getByText('Exported the ledger').first().waitFor()
      await page.getByRole('button', { name: 'Export' }).click()
      const [lines] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'JSON Lines' }).click(),
      ])
      expect(lines.suggestedFilename()).toBe('audit.jsonl')
      const entries = (await readFile(await lines.path(), 'utf8')).trim().split('\n')
      expect(new Set(entries.map((line) => JSON.parse(line).action))).toEqual(new Set(['ledger_exported']))
    })
  })

  test('objects show what was done to them', async () => {
    const attributes = { merchantCategory: 'restaurant' }
    await stage().put('/v1/parties/mch_trail', { kind: 'merchant', name: 'Trail', attributes })
    await stage().put('/v1/parties/mch_trail', { kind: 'merchant', name: 'Trail shop', attributes })
    const charge = await stage().world.pay('42.00', { merchant: 'mch_trail' })
    const id = uuidToId('chg', charge.id)
    const refund = await stage().post('/v1/refunds', { charge: id, amount: { amount: '2.00', currency: 'CNY' } })
    expect(refund.status).toBe(201)
    await stage().visit({ language: 'zh' }, async ({ page, go, look }) => {
      await go('parties/mch_trail')
      await page.getByRole('table', { name: '操作记录' }).getByText('Trail → Trail shop').waitFor()
      await look('party-trail-zh')
      await go(`charges/${id}`)
      await page.getByRole('heading', { name: '操作记录' }).waitFor()
      await page.getByRole('table', { name: '退款', exact: true }).locator('.ant-table-row-expand-icon').click()
      await page.getByRole('table', { name: '操作记录' }).getByText('创建退款', { exact: true }).waitFor()
    })
  })

  test('the products, line by line', async () => {
    await stage().visit({ language: 'zh' }, async ({ page, go, look }) => {
      await go('products')
      await page.getByText('线下扫码支付').waitFor()
      await page
        .getByRole('row', { name: /线下扫码支付.*按比例/ })
        .getByRole('button')
        .click()
      await page.getByText('现行费率表的条款').waitFor()
      await look('products-zh')
    })
  })

  test('missing resources and pages are reported', async () => {
    await stage().visit({ expected: /404/ }, async ({ page, go }) => {
      await go('charges/chg_01kafz6y4cfy7s3rj8v5m2n9qt')
      await page.getByRole('alert').getByText('chg_01kafz6y4cfy7s3rj8v5m2n9qt').waitFor()
      await go('nowhere')
      await page.getByText('Page not found').waitFor()
    })
  })
}
