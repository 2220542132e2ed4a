/** Reconciles an uploaded bill: differences side by side, corrections in words, approved and dismissed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startFakeWechatPay } from '../../wechatpay/server.ts'
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

  test('a fund-flow bill is uploaded → movements, what differs, the gap to the day before', async () => {
    const fake = await startFakeWechatPay({ notifications: false })
    await stage().put('/v1/gateways/funded', { kind: 'wechatpay', settings: fake.settings({}) })
    const header = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元)'
    const bill = (day: string, opening: number) => {
      const at = `${day} 10:00:00`
      const rows = [
        `\`${at},\`4200,\`f1,\`交易,\`交易,\`收入,\`5.00,\`${opening + 5}.00`,
        `\`${at},\`,\`f2,\`提现,\`提现,\`支出,\`5.00,\`${opening}.00`,
      ]
      return [
        header,
        ...rows,
        '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
        '`2.0,`1.0,`5.00,`1.0,`5.00',
        '',
      ].join('\n')
    }
    await stage().visit({}, async ({ page, go, look }) => {
      await go('reconciliation')
      await page.getByRole('link', { name: 'Fund-flow bills' }).click()
      await page.getByText('No fund-flow bills yet').waitFor()
      for (const day of ['2026-11-01', '2026-11-02']) {
        await page.getByRole('button', { name: 'Upload a bill' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('Gateway').click()
        await page.getByTitle('funded').click()
        await dialog.getByLabel('Day').fill(day)
        await page.keyboard.press('Enter')
        const file = { name: 'funds.csv', mimeType: 'text/csv', buffer: Buffer.from(bill(day, Number(day.slice(-2)))) }
        await dialog.locator('input[type=file]').setInputFiles(file)
        await dialog.getByRole('button', { name: 'Upload', exact: true }).click()
        await page.getByRole('heading', { level: 1, name: /^funded · Nov/ }).waitFor()
        if (day === '2026-11-02') break
        await page.getByText('Bill of the day before missing').waitFor()
        await page.getByRole('link', { name: 'Fund-flow bills' }).click()
      }
      const movements = page.getByRole('table', { name: 'Movements' })
      await movements.getByText('Not in the ledger').waitFor()
      await movements.getByText('Other business').waitFor()
      expect(await page.getByText('Gap to the day before').locator('..').innerText()).toContain('1.00')
      await look('fund-bill')
      await go('reconciliation/funds')
      await page.getByRole('table', { name: 'Fund-flow bills' }).getByText('1 difference').first().waitFor()
      await look('fund-bills')
    })
    await fake.stop()
  })
}
