/** Bulk refunds: paste a list, preview it, have another user approve it, and run it. */
import { expect, test } from 'vitest'
import { idToUuid } from '../../../src/ids.ts'
import { runBulkJob } from '../../../src/refund-requests/bulk.ts'
import { SCOPES } from '../../../src/users/identity.ts'
import type { Stage } from '../stage.ts'

async function pay(stage: Stage, reference: string): Promise<string> {
  const amount = { amount: '12.00', currency: 'CNY' }
  const event = { payer: 'usr_1', merchant: 'mch_1', amount, channel: 'sandbox' }
  const { body } = await stage.post('/v1/charges', { line: 'payments', product: 'scan-pay', reference, event })
  return body.id
}

/** Runs the background work of the server. */
const work = ({ world }: Stage, bulk: string) =>
  runBulkJob(
    { engine: world.engine },
    { tenant: world.tenant, bulk: idToUuid('blk', bulk) },
    new AbortController().signal,
  )

export default function bulkRefunds(stage: () => Stage): void {
  test('an invalid row is reported by its line; the corrected list goes into the same bulk refund', async () => {
    const charge = await pay(stage(), 'bulk-0')
    const count = async () => (await stage().get('/v1/bulk-refunds?limit=100')).body.data.length
    const before = await count()
    await stage().visit({ expected: /422/ }, async ({ page, go }) => {
      await go('bulk-refunds/new')
      await page.getByLabel('Reason').click()
      await page.getByTitle('Service failure').click()
      const list = page.getByLabel('List', { exact: true })
      for (const [wrong, why] of [
        ['ten', 'not a decimal amount'],
        ['0', 'greater than zero'],
      ] as const) {
        await list.fill(`charge;amount;currency\n\n${charge};;\n${charge};${wrong};CNY`)
        await page.getByRole('button', { name: 'Preview refunds' }).click()
        await page
          .getByRole('alert')
          .getByText(/^Line 4 of the list: .*/)
          .waitFor()
        await page.getByRole('alert').getByText(why).waitFor()
      }
      await list.fill(`charge;amount;currency\n\n${charge};2.00;CNY`)
      await page.getByRole('button', { name: 'Preview refunds' }).click()
      await page.getByRole('heading', { level: 1, name: 'Bulk refund: Service failure' }).waitFor()
      const bulk = new URL(page.url()).pathname.split('/').at(-1)!
      await work(stage(), bulk)
      await page.getByText('CN¥2.00').first().waitFor()
    })
    expect(await count()).toBe(before + 1)
  })

  test('list → preview → approval → run → rows', async () => {
    const charges = [await pay(stage(), 'bulk-1'), await pay(stage(), 'bulk-2')]
    let bulk = ''
    await stage().visit({}, async ({ page, go, look }) => {
      await go('bulk-refunds/new')
      await page.getByLabel('Reason').click()
      await page.getByTitle('Service failure').click()
      await page.getByLabel('List', { exact: true }).fill(`${charges[0]}\nbulk-2,5.00,CNY\nno-such-receipt`)
      await page.getByText('3 rows').waitFor()
      await look('bulk-refund-new')
      await page.getByRole('button', { name: 'Preview refunds' }).click()
      await page.getByRole('heading', { level: 1, name: 'Bulk refund: Service failure' }).waitFor()
      bulk = new URL(page.url()).pathname.split('/').at(-1)!
      await work(stage(), bulk)
      await page.getByText('CN¥17.00').first().waitFor()
      await page.getByRole('table', { name: 'Refusals by reason' }).getByText('Reference not found').waitFor()
      expect(await page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true)
    })
    const second = await stage().makeKey(SCOPES)
    await stage().visit({ key: second }, async ({ page, go, look }) => {
      await go('bulk-refunds')
      await page.getByTitle(bulk).first().click()
      await look('bulk-refund-preview')
      await page.getByRole('button', { name: 'Approve' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
      await page.getByRole('button', { name: 'Run' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Start refunding' }).click()
      await page.getByText('The refunds are being executed.').waitFor()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByRole('button', { name: 'Resume' }).click()
      await page.getByRole('button', { name: 'Pause' }).waitFor()
      await work(stage(), bulk)
      await page.getByText('Done', { exact: true }).waitFor()
      await page.getByRole('table', { name: 'Rows' }).getByText('Refunded').first().waitFor()
      await look('bulk-refund-done')
    })
    expect((await stage().get(`/v1/charges/${charges[1]}`)).body.refunded.amount).toBe('5.00')
    await stage().visit({ language: 'zh', size: 'phone', theme: 'dark' }, async ({ page, go, look }) => {
      await go(`bulk-refunds/${bulk}`)
      await page.getByText('已完成').waitFor()
      await look('bulk-refund-zh-dark-phone')
    })
  })
}
