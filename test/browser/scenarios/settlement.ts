/** Pays out earnings; writes off and restores the debt of a later refund; loses a dispute in part. */
import { expect, test } from 'vitest'
import { SCOPES } from '../../../src/users/identity.ts'
import type { Stage } from '../stage.ts'

/** The id of a payout that does not exist. */
const UNKNOWN = 'pyt_01kafz6y4cfy7s3rj8v5m2n9qt'

async function pay(stage: Stage, merchant: string): Promise<string> {
  const amount = { amount: '200.00', currency: 'CNY' }
  const event = { payer: 'usr_1', merchant, amount, channel: 'sandbox' }
  const { body } = await stage.post('/v1/charges', { line: 'payments', product: 'scan-pay', event })
  return body.id
}

export default function settlement(stage: () => Stage): void {
  test('paid out → refunded → in debt → written off → restored', async () => {
    const merchant = 'mch_settled'
    await stage().world.party(merchant, { merchantCategory: 'restaurant' })
    const charge = await pay(stage(), merchant)
    // No earnings are held back for possible refunds.
    const settings = { payouts: { hold: { rule: 'none' } } }
    expect((await stage().put(`/v1/settlement/settings/${merchant}`, settings)).status).toBe(200)
    let payout = ''
    await stage().visit({}, async ({ page, go, look }) => {
      const dialog = page.getByRole('dialog')
      await go(`parties/${merchant}`)
      await page.getByText('Earnings are not held back').waitFor()
      await page.getByRole('button', { name: 'Set bank account' }).click()
      await dialog.getByLabel('Account holder').fill('Settled')
      await dialog.getByLabel('Account number').fill('6222020000001234')
      await dialog.getByLabel('Bank', { exact: true }).fill('ICBC')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('cell', { name: 'ICBC …1234', exact: true }).first().waitFor()
      await page.getByRole('button', { name: 'Set overrides' }).click()
      expect(await dialog.getByLabel('Currency').inputValue()).toBe('CNY')
      await dialog.getByLabel('Minimum payout').fill('12.50')
      await dialog.getByLabel('Debt limit').fill('500.00')
      await dialog.getByLabel('Above the limit').click()
      await page.getByTitle('Advance the shortfall').click()
      await dialog.getByRole('button', { name: 'Save' }).click()
      await page.getByText('May owe up to CN¥500.00. The platform advances').waitFor()
      await page
        .getByRole('list', { name: 'Settlement overrides for this party' })
        .getByText('Minimum payout: 12.50')
        .waitFor()
      expect((await stage().get(`/v1/settlement/settings/${merchant}`)).body.settings).toEqual({
        payouts: { minimum: '12.50', hold: { rule: 'none' } },
        debts: { limits: [{ amount: { amount: '500.00', currency: 'CNY' }, beyond: 'advance' }] },
      })
      await go('payouts')
      await page.getByRole('button', { name: 'New payout' }).click()
      await dialog.getByLabel('Party').fill(merchant)
      await dialog.getByText('Payable', { exact: true }).waitFor()
      await look('payout-new')
      await dialog.getByRole('button', { name: 'Create payout' }).click()
      await page.getByRole('heading', { level: 1, name: new RegExp(`to ${merchant}`) }).waitFor()
      payout = new URL(page.url()).pathname.split('/').at(-1)!
      await look('payout')
    })
    const second = await stage().makeKey(SCOPES)
    await stage().visit({ key: second }, async ({ page, go, look }) => {
      await go(`payouts/${payout}`)
      if ((await stage().get(`/v1/payouts/${payout}`)).body.status === 'created') {
        await page.getByRole('button', { name: 'Approve' }).click()
        await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
      }
      await page.getByRole('button', { name: 'Mark as paid' }).waitFor()
      await go('payouts')
      await page.getByRole('button', { name: 'Bank results' }).click()
      const results = [
        'payout,outcome,reference,failure',
        `${payout},paid,bank-1,`,
        `${UNKNOWN},failed,,no such account`,
      ]
      const file = { name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(results.join('\n')) }
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: 'Import' }).click()
      await page.getByText('1 paid, 0 failed').waitFor()
      await page.getByRole('dialog').getByTitle(UNKNOWN).waitFor()
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByRole('table', { name: 'Payouts' }).getByText('Paid', { exact: true }).first().waitFor()
      await look('payouts')
      await go(`payouts/statement?party=${merchant}`)
      await page.getByText('Closing balance').waitFor()
      await look('statement')
    })
    await stage().post('/v1/refunds', { charge })
    await stage().visit({}, async ({ page, go, look }) => {
      await go('debts')
      await page.getByRole('link', { name: merchant }).first().click()
      await page.getByRole('heading', { level: 1, name: `Debts of ${merchant}` }).waitFor()
      await look('debt')
      await page.getByRole('button', { name: 'Write off' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Amount').fill('10.00')
      await dialog.getByLabel('Reason').fill('Closed its shop')
      await dialog.getByRole('button', { name: 'Write off' }).click()
      await page.getByRole('table', { name: 'History' }).getByText('Closed its shop').waitFor()
      await page.getByRole('button', { name: 'Restore' }).click()
      await dialog.getByRole('button', { name: 'Restore' }).click()
      await page.getByRole('table', { name: 'History' }).getByText('Restore').waitFor()
      await go('debts')
      await page.getByRole('table', { name: 'By party' }).getByText(merchant).waitFor()
      await look('debts')
    })
    await stage().visit({ language: 'zh', size: 'phone', theme: 'dark' }, async ({ page, go, look }) => {
      await go(`debts/${merchant}?currency=CNY&kind=debt`)
      await page.getByText('核销').first().waitFor()
      await look('debt-zh-dark-phone')
      await go(`payouts/${payout}`)
      await page.getByText('已到账').first().waitFor()
      await look('payout-zh-dark-phone')
    })
  })

  test('a dispute is opened and partially lost', async () => {
    const charge = await pay(stage(), 'mch_1')
    await stage().visit({}, async ({ page, go, look }) => {
      await go('disputes')
      await page.getByRole('button', { name: 'Open a dispute' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Charge').fill(charge)
      await dialog.getByLabel('Reason given by the bank').fill('Fraud')
      await dialog.getByRole('button', { name: 'Open a dispute' }).click()
      const row = page.getByRole('row').filter({ has: page.getByTitle(charge) })
      await row.getByText('Fraud').waitFor()
      await look('disputes')
      await row.getByRole('button', { name: 'Resolve' }).click()
      await dialog.getByText('Partially lost').click()
      await dialog.getByLabel('Lost', { exact: true }).fill('50.00')
      await dialog.getByRole('button', { name: 'Resolve' }).click()
      await row.getByText('CN¥50.00').waitFor()
      await go('refunds')
      await page.getByRole('heading', { level: 1, name: 'Refunds' }).waitFor()
      await look('refunds')
    })
    const { body } = await stage().get(`/v1/disputes?charge=${charge}`)
    expect(body.data[0]).toMatchObject({ status: 'lost', lost: { amount: '50.00' } })
  })
}
