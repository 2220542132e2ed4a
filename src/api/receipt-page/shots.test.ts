import { writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, it } from 'vitest'
import { makeServer } from '../../../test/api-server.ts'
import { startBrowser } from '../../../test/browser/chromium.ts'
import { lendChineseFont } from '../../../test/browser/fonts.ts'
import { uuidToId } from '../../ids.ts'
import { putParty } from '../../ledger/party.ts'
import { parseMicros } from '../../money/amount.ts'

it('shots', { timeout: 300_000 }, async () => {
  const api = await makeServer()
  const { engine, tenant, db } = api.world
  const party = (id: string, kind: 'merchant' | 'carrier' | 'creator', name: string) => putParty(db, tenant, { id, kind, name, attributes: {} })
  await party('sel_tea', 'merchant', '武夷山茶坊')
  await party('car_swift', 'carrier', 'Swift')
  await party('prm_blog', 'creator', 'Blog')
  await party('crt_singer', 'creator', 'Singer Lin')
  const cny = (amount: string) => ({ amount, currency: 'CNY' })
  const { charge } = await engine.charge(tenant, { reference: 'order-2026-1123', of: { line: 'commerce', product: 'commission', event: {
    buyer: 'usr_1', seller: 'sel_tea', items: [
      { id: 'da-hong-pao-125g', category: 'apparel', price: cny('200.00'), quantity: 3 },
      { id: 'teapot', category: 'apparel', price: cny('88.00'), quantity: 1 }],
    shipping: { carrier: 'car_swift', fee: cny('12.00'), service: 'standard' },
    promoter: { party: 'prm_blog', amount: cny('5.00') } } } })
  const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
  const r = await engine.refund(tenant, { charge: uuidToId('chg', charge.id), ask: { items: [{ id: 'da-hong-pao-125g', quantity: 1n }] }, ...nothing })
  if ('problem' in r) throw r.problem
  const tip = (await engine.charge(tenant, { of: { line: 'goods', product: 'tip', event: { payer: 'usr_1', creator: 'crt_singer', amount: cny('520.00') } } })).charge
  const pay = await api.world.pay('18.00')
  const url = await api.app.listen({ port: 0 })
  const link = async (c: typeof charge) => new URL((await api.get(`/v1/charges/${uuidToId('chg', c.id)}/receipt`)).body.link).pathname
  const paths = { order: await link(charge), tip: await link(tip), pay: await link(pay) }
  const browser = await startBrowser()
  const out = '/tmp/scratch/receipts'
  const found: string[] = []
  for (const [name, locale, scheme, width] of [['phone-zh-dark', 'zh-CN', 'dark', 390], ['desk-en', 'en-GB', 'light', 1000], ['phone-en', 'en-GB', 'light', 360]] as const) {
    const context = await browser.newContext({ locale, colorScheme: scheme, viewport: { width, height: 800 }, javaScriptEnabled: true, bypassCSP: true })
    await lendChineseFont(context)
    const page = await context.newPage()
    page.on('console', (m) => found.push(`${name} ${m.text()}`))
    await page.goto(`${url}/r`)
    await page.screenshot({ path: `${out}/${name}-entry.png`, fullPage: true })
    for (const [which, path] of Object.entries(paths)) {
      await page.goto(url + path)
      await page.waitForTimeout(300)
      await page.screenshot({ path: `${out}/${name}-${which}.png`, fullPage: true })
      const { violations } = await new AxeBuilder({ page }).analyze()
      found.push(...violations.map((v) => `${name} ${which} ${v.id}: ${v.nodes.map((n) => n.html).slice(0, 2)}`))
      const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
      if (wide) found.push(`${name} ${which} scrolls sideways`)
    }
    await context.close()
  }
  // without scripts, with the page's own policy: type, ask, take back
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 800 }, javaScriptEnabled: false })
  const page = await context.newPage()
  page.on('console', (m) => found.push(`policy ${m.text()}`))
  const printed = (await api.get(`/v1/charges/${uuidToId('chg', charge.id)}/receipt`)).body
  await page.goto(`${url}/r`)
  await page.getByLabel('收据编号').fill(printed.number)
  await page.getByLabel('密码').fill('7KX4P')
  await page.getByRole('button').click()
  found.push(`refused: ${await page.getByRole('alert').textContent()}`)
  await page.screenshot({ path: `${out}/refused.png` })
  await page.getByLabel('收据编号').fill(printed.number)
  await page.getByLabel('密码').fill(printed.secret)
  await page.getByRole('button').click()
  await page.getByLabel('与描述不符').check()
  await page.getByLabel('其中几件').check()
  await page.getByLabel('teapot').fill('1')
  await page.getByLabel('补充说明').fill('壶盖碎了')
  await page.getByRole('button', { name: '申请退款' }).click()
  found.push(page.url())
  await page.screenshot({ path: `${out}/asked.png`, fullPage: true })
  writeFileSync(`${out}/print.pdf`, await page.pdf())
  found.push(`withdraw: ${await page.getByRole('button', { name: '撤回' }).count()}`)
  writeFileSync(`${out}/found.txt`, found.join('\n'))
  await browser.close()
  await api.close()
  expect(parseMicros('1')).toBe(1_000_000n)
})
