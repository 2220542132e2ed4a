/** Refund requests: the policy decides, evidence is added, and another user approves the displayed preview. */
import { expect, test } from 'vitest'
import { SCOPES } from '../../../src/users/identity.ts'
import type { Stage } from '../stage.ts'

/** A purchase by a minor: the policy requires proof of guardianship and an approval. */
async function buy(stage: Stage, quantity: number): Promise<string> {
  const price = { amount: '2.00', currency: 'CNY' }
  const event = { payer: 'usr_1', items: [{ id: 'spring', price, quantity }] }
  const { body } = await stage.post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })
  return body.id
}

export default function refundRequests(stage: () => Stage): void {
  test('requested from the charge → evidence → approved by another user → refunded', async () => {
    const charge = await buy(stage(), 3)
    let request = ''
    await stage().visit({}, async ({ page, go, look }) => {
      await go(`charges/${charge}`)
      await page.getByRole('link', { name: 'Create a refund request' }).click()
      await page.getByLabel('Reason').click()
      await page.getByTitle('Purchase by a minor').click()
      await page.getByRole('button', { name: 'Check the policy' }).click()
      await page.getByText('Cannot be decided yet').waitFor()
      await look('refund-request-new')
      await page.getByRole('button', { name: 'Submit request' }).click()
      await page.getByRole('heading', { level: 1, name: 'Refund request for CN¥6.00' }).waitFor()
      request = new URL(page.url()).pathname.split('/').at(-1)!
      for (const kind of ['Proof of guardianship', 'Payment record']) {
        await page.getByRole('button', { name: 'Add evidence' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText(kind).waitFor()
        await dialog.getByLabel('Description').fill(`${kind}, seen`)
        await dialog.getByRole('button', { name: 'Add evidence' }).click()
        await dialog.waitFor({ state: 'hidden' })
      }
      await page.getByText('CN¥6.00 is refunded after one approval').waitFor()
      // Requesters cannot approve their own request.
      expect(await page.getByRole('button', { name: 'Approve CN¥6.00' }).isDisabled()).toBe(true)
      await page.getByText('You cannot approve your own request.').waitFor()
      await page.getByLabel('Comment').fill('The mother called.')
      await page.getByRole('button', { name: 'Add comment' }).click()
      await page.getByText('The mother called.').first().waitFor()
      await look('refund-request')
    })
    const second = await stage().makeKey(SCOPES)
    await stage().visit({ key: second }, async ({ page, go, look }) => {
      await go('refund-requests?status=requested')
      await page.getByTitle(request).first().click()
      await page.getByTestId('refund-preview').waitFor()
      await page.getByRole('button', { name: 'Approve CN¥6.00' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Approve CN¥6.00' }).click()
      await page.getByText('Refunded', { exact: true }).first().waitFor()
      await look('refund-request-done')
      await go('refund-requests')
      await page.getByRole('button', { name: /^Refunded/ }).click()
      await page.getByTitle(request).first().waitFor()
      await look('refund-requests')
    })
    const { body } = await stage().get(`/v1/charges/${charge}`)
    expect(body.refunded).toEqual({ amount: '6.00', currency: 'CNY' })
  })

  test('declined with a reason, in Chinese, on a phone', async () => {
    const charge = await buy(stage(), 2)
    const { body } = await stage().post('/v1/refund-requests', { charge, reason: 'minor', asker: 'guardian' })
    const second = await stage().makeKey(SCOPES)
    await stage().visit({ language: 'zh', size: 'phone', theme: 'dark', key: second }, async ({ page, go, look }) => {
      await go(`refund-requests/${body.id}`)
      await page.getByText('尚缺：监护关系证明、支付记录').waitFor()
      await look('refund-request-zh-dark-phone')
      await page.getByRole('button', { name: '拒绝' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('原因').click()
      await page.getByTitle('凭证不足').click()
      await dialog.getByRole('button', { name: '拒绝' }).click()
      await page.getByText('已拒绝', { exact: true }).first().waitFor()
      await page.getByRole('button', { name: '申诉' }).waitFor()
      await go('refund-requests')
      await page.getByTitle(body.id).first().waitFor()
      await look('refund-requests-zh-dark-phone')
    })
  })
}
