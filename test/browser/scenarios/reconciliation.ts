/** Reconciles an uploaded bill: differences side by side, corrections in words, approved and dismissed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'

const DAY = '2026-11-01'
const BILL = `kind,at,number,order,provider_number,amount,fee,currency,status
payment,${DAY}T03:00:00Z,order-1,order-1,P1,100.00,0.60,CNY,paid
refund,${DAY}T05:00:00Z,refund-1,order-1,R1,20.00,0.12,CNY,succeeded
total,2,1,100.00,0.60,1,20.00,0.12,CNY
`
/** An address without a server: the bill is uploaded, so the provider is never called. */
const SETTINGS = { baseUrl: 'http://127.0.0.1:9', merchant: 'sandbox', secret: '0123456789abcdef0123456789abcdef' }

export default function reconciliation(stage: () => Stage): void {
  test('a bill is uploaded → differences → approved, dismissed', async () => {
    await stage().put('/v1/gateways/billed', { kind: 'sandbox', settings: SETTINGS })
    let run = ''
    await stage().visit({}, async ({ page, go, look }) => {
      // A list that loads slowly must not change the focused field.
      await page.route('**/v1/gateways', async (route) => {
        await sleep(500)
        await route.continue()
      })
      await go('reconciliation')
      await page.getByRole('button', { name: 'Upload a bill' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Gateway').click()
      await page.getByTitle('billed').click()
      await dialog.getByLabel('Day').fill(DAY)
      await page.keyboard.press('Enter')
      const file = { name: 'bill.csv', mimeType: 'text/csv', buffer: Buffer.from(BILL) }
      await dialog.locator('input[type=file]').setInputFiles(file)
      await dialog.getByRole('button', { name: 'Upload', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'billed · Nov 1, 2026' }).waitFor()
      run = new URL(page.url()).pathname.split('/').at(-1)!
      const differences = page.getByRole('table', { name: 'Differences' })
      await differences.getByText('credit it to the suspense account').first().waitFor()
      await look('reconciliation')

      await page.getByLabel('Select difference 1').check()
      await page.getByRole('button', { name: 'Approve 1' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click()
      await differences.getByText('Executed').waitFor()
      await page.getByRole('button', { name: 'Dismiss', exact: true }).click()
      await page.getByRole('dialog').getByLabel('Reason').fill('Known: a test of the provider')
      await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click()
      await differences.getByText('Known: a test of the provider').waitFor()
      await page.getByText('All lines', { exact: true }).first().click()
      await page.getByText('Not in the ledger', { exact: true }).first().waitFor()
      await page.getByRole('table', { name: 'All lines' }).getByText('order-1').first().waitFor()
      await go('reconciliation')
      await page.getByRole('table').getByText('All resolved').waitFor()
      await look('reconciliations')
    })
    const { body } = await stage().get(`/v1/reconciliations/${run}`)
    expect(body.differences).toMatchObject({ proposed: 0, done: 1, declined: 1 })
    await stage().visit({ language: 'zh', size: 'phone', theme: 'dark' }, async ({ page, go, look }) => {
      await go(`reconciliation/${run}`)
      await page.getByText('账本无记录').first().waitFor()
      await look('reconciliation-zh-dark-phone')
    })
  })
}
