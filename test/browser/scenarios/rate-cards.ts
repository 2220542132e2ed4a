/** Edits a rate card, first with an error; simulates, publishes, and compares it with the previous version. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Stage } from '../stage.ts'

async function trade(stage: Stage): Promise<void> {
  await stage.world.party('mch_jade', { merchantCategory: 'jewelry' })
  for (let i = 0; i < 5; i++) await stage.world.pay('1000.00', { merchant: 'mch_jade', payer: `usr_${i}` })
}

/** Edits the way a user does: selects the text and types over it. */
async function change(editor: Locator, before: string, after: string): Promise<void> {
  await editor.evaluate((area: HTMLTextAreaElement, text) => {
    const start = area.value.indexOf(text)
    area.focus()
    area.setSelectionRange(start, start + text.length)
  }, before)
  await editor.page().keyboard.insertText(after)
}

export default function rateCards(stage: () => Stage): void {
  test('edit → invalid field → simulate → publish → compare', async () => {
    await trade(stage())
    await stage().visit({}, async ({ page, go, look }) => {
      await go('rate-cards')
      await page.getByRole('link', { name: 'Version 1', exact: true }).waitFor()
      await look('rate-cards')
      await page.getByRole('link', { name: 'New version' }).click()
      const editor = page.getByRole('textbox', { name: 'Rate card as YAML or JSON' })
      const text = await editor.inputValue()
      await editor.fill('hello')
      await page.getByText('A rate card needs').waitFor()
      await editor.fill(text)
      await change(editor, 'jewelry: "0.012"', 'jewelry: "0.2"')
      const line = text.split('\n').findIndex((each) => each.includes('jewelry')) + 1
      await page.getByRole('button', { name: `Line ${line} ` }).waitFor()
      await look('rate-card-wrong')
      expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0)

      await change(editor, 'jewelry: "0.2"', 'jewelry: "0.01"')
      await page.getByText(/jewelry.*1\.2% → 1%/).waitFor()
      // Switching the language keeps the draft.
      await page.getByRole('button', { name: '中文' }).click()
      const chinese = page.getByRole('textbox', { name: '费率表（YAML 或 JSON）' })
      expect(await chinese.inputValue()).toContain('jewelry: "0.01"')
      await page.getByRole('button', { name: 'English' }).click()
      expect(await editor.inputValue()).toContain('jewelry: "0.01"')
      // Reloading the page keeps it too.
      await page.reload()
      await page.getByText('Your unpublished draft').waitFor()
      expect(await editor.inputValue()).toContain('jewelry: "0.01"')
      await page.getByText(/jewelry.*1\.2% → 1%/).waitFor()
      await page.getByRole('button', { name: 'Simulate' }).click()
      await page.getByTestId('simulation').getByText('-CN¥10.00').first().waitFor()
      await page
        .getByRole('img', { name: /largest gains and losses/ })
        .getByText('mch_jade')
        .waitFor()
      await look('rate-card-simulated')

      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
      await page.getByRole('heading', { level: 1, name: 'Version 2' }).waitFor()
      await look('rate-card')

      await go('rate-cards')
      await page.getByRole('checkbox', { name: 'Version 1' }).check()
      await page.getByRole('checkbox', { name: 'Version 2' }).check()
      await page.getByRole('link', { name: 'Compare 1 and 2' }).click()
      await page.getByText(/jewelry.*1\.2% → 1%/).waitFor()
      await look('rate-cards-compared')
      await go('rate-cards/compare?from=x')
      await page.getByText('Select two versions.').waitFor()

      // For immediate publication, the dialog names the version that will be replaced.
      const { body: first } = await stage().get('/v1/rate-cards/1')
      const later = { currency: first.currency, products: first.products, effectiveAt: '2099-01-01T00:00:00Z' }
      expect((await stage().post('/v1/rate-cards', later)).body.version).toBe(3)
      await go('rate-cards/edit?from=1')
      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByRole('dialog').getByText('Version 3, effective from Jan 1, 2099').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

      // Publishing removes the draft; an unpublished draft can be discarded.
      expect(await editor.inputValue()).toBe(text)
      await change(editor, 'jewelry: "0.012"', 'jewelry: "0.02"')
      await page.getByRole('button', { name: 'Discard changes' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
      await page.getByRole('button', { name: 'Discard changes' }).waitFor({ state: 'detached' })
      await page.reload()
      expect(await editor.inputValue()).toBe(text)

      await go('contracts')
      await page.getByRole('button', { name: 'New contract' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Party').fill('mch_jade')
      await dialog.getByLabel('Product').fill('QR')
      await page.keyboard.press('Enter')
      await dialog.getByLabel('Terms').fill('fee:\n  rate: "0.009"')
      await dialog.getByRole('button', { name: 'New contract' }).click()
      const row = page.getByRole('row', { name: /mch_jade/ })
      await row.getByText('Active').waitFor()
      await look('contracts')
      await row.getByRole('button', { name: 'End' }).click()
      await dialog.getByRole('button', { name: 'End' }).click()
      await row.getByText('Ended').waitFor()
    })
    await stage().visit({ language: 'zh', theme: 'dark', size: 'phone' }, async ({ page, go, look }) => {
      await go('rate-cards/compare?from=1&to=2')
      await page.getByText('1.2% → 1%').waitFor()
      await look('rate-cards-compared-zh-dark-phone')
    })
  })
}
