/** The payer's side over HTTP: opening a receipt, what it shows and never shows, requests, and the limits. */
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer, testSeal } from '../../../test/api-server.ts'
import { type ChargeRow, readCharges } from '../../charges/record.ts'
import type { Database, Queryable } from '../../db/connect.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { postJournal } from '../../ledger/journal.ts'
import { putParty } from '../../ledger/party.ts'
import { lines } from '../../lines/index.ts'
import { formatMicros, parseMicros } from '../../money/amount.ts'
import { ReceiptKeys } from '../../receipts/keys.ts'
import { receiptNumber } from '../../receipts/number.ts'
import { ReceiptService } from '../../receipts/service.ts'
import { approve, lookAt } from '../../refund-requests/approve.ts'
import { readRequest } from '../../refund-requests/record.ts'
import { finalizeRefunds } from '../../refunds/finalize.ts'
import { refundableOf } from '../../refunds/plan.ts'
import { Seal } from '../../seal.ts'
import { buildServer } from '../../server/http-server.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  await putParty(api.world.db, {
    ...{ id: 'mch_1', kind: 'merchant', attributes: { merchantCategory: 'restaurant' } },
    name: 'Old Town Noodles',
  })
})
afterAll(() => api.close())
beforeEach(() => api.world.database.system.execute('DELETE FROM receipt_attempt'))

const idOf = (charge: ChargeRow) => uuidToId('chg', charge.id)
const printOf = async (charge: ChargeRow, query = '') =>
  (await api.get(`/v1/charges/${idOf(charge)}/receipt${query}`)).body
const printOfHost = async (charge: ChargeRow, host: string) => {
  const { url, link } = (await api.get(`/v1/charges/${idOf(charge)}/receipt`, { headers: { host } })).body
  return { url, link }
}
const lookUp = (body: object, headers = {}) => api.post('/v1/receipt-lookups', body, { key: null, headers })
const opening = async (charge: ChargeRow) => {
  const { number, secret } = await printOf(charge)
  return { number, secret }
}
const pathOf = (link: string) => new URL(link).pathname
/** Requests as a browser sends them: pages are not part of the API, so their errors are not problem documents. */
const browse = async (method: 'GET' | 'POST', url: string, ask: { headers?: object; payload?: string } = {}) => {
  const answer = await api.app.inject({ method, url, ...ask } as InjectOptions)
  return { status: answer.statusCode, text: answer.body, headers: answer.headers }
}
const page = (url: string, language = 'en') => browse('GET', url, { headers: { 'accept-language': language } })
const asForm = (fields: Record<string, string>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})
const form = (url: string, fields: Record<string, string>) => browse('POST', url, asForm(fields))
/** A tip, for which evidence from the payer alone requires a review. */
async function tip(amount: string, creator = 'crt_1'): Promise<ChargeRow> {
  await api.world.party(creator, {}, 'creator')
  const { charge } = await api.world.engine.charge(api.world.tenant, {
    of: {
      line: 'goods',
      product: 'tip',
      event: { payer: 'usr_1', creator, amount: { amount, currency: 'CNY' } },
    },
  })
  return charge
}

describe('the printed receipt', () => {
  it('opens the receipt by number and secret, and by the link until it expires', async () => {
    const charge = await api.world.pay('18.00')
    const printed = await printOf(charge, '?linkDays=2')
    expect(printed).toMatchObject({
      url: expect.stringMatching(/\/r$/),
      link: expect.stringMatching(/\/r\/[\w-]{56}$/),
    })
    expect(Date.parse(printed.linkEndsAt) - Date.now()).toBeLessThan(2 * 86_400_000 + 5_000)
    const { number, secret } = printed
    const answer = await lookUp({ number: number.toLowerCase(), secret: secret.replaceAll('-', ' ') })
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toMatchObject({
      number,
      amount: { amount: '18.00', currency: 'CNY' },
      payee: 'Old Town Noodles',
      product: 'In-store QR payment',
      parts: [{ role: 'payee', to: 'Old Town Noodles', amount: { amount: '18.00' } }],
      refundable: { amount: '18.00' },
    })
    const again = await lookUp({ token: answer.body.token }, { 'accept-language': 'zh' })
    expect(again.body).toMatchObject({ number, product: '线下扫码支付' })
    expect((await lookUp({ token: printed.link.split('/').at(-1) })).body.number).toBe(number)
  })

  it('does not lead to a host that the caller chose', async () => {
    const charge = await api.world.pay('6.00')
    const at = (host: string) => printOfHost(charge, host)
    expect(await at('evil.example')).toEqual({ url: '/r', link: expect.stringMatching(/^\/r\/[\w-]{56}$/) })
    expect((await at('localhost.evil.example')).url).toBe('/r')
    expect((await at('127.0.0.1:4870')).url).toBe('http://127.0.0.1:4870/r')
  })

  it('is not opened for longer by opening it', async () => {
    const charge = await api.world.pay('6.00')
    const keys = new ReceiptKeys(testSeal)
    const endsAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000)
    const token = keys.link({ tenant: api.world.tenant, charge: charge.id, endsAt })
    const first = (await lookUp({ token })).body
    expect(first.tokenEndsAt).toBe(endsAt.toISOString())
    const second = (await lookUp({ token: first.token })).body
    expect(second.tokenEndsAt).toBe(endsAt.toISOString())
    const { number, secret } = await opening(charge)
    const typed = (await lookUp({ number, secret })).body
    expect(Date.parse(typed.tokenEndsAt) - Date.now()).toBeGreaterThan(29 * 60_000)
    const again = (await lookUp({ token: typed.token })).body
    expect(again.tokenEndsAt).toBe(typed.tokenEndsAt)
  })

  it('is available to callers who may act for the payer: a reader gets the number, a payee nothing', async () => {
    const charge = await api.world.pay('5.00')
    const url = `/v1/charges/${idOf(charge)}/receipt`
    const reader = await api.get(url, { key: await api.makeKey(['charges:read']) })
    expect(reader.body).toMatchObject({ number: expect.any(String), secret: null, link: null, linkEndsAt: null })
    const payer = await api.get(url, { key: await api.makeKey(['charges:read', 'requests:write'], 'usr_1') })
    expect(payer.body.secret).toMatch(/^[\w-]{17}$/)
    const payee = await api.get(url, { key: await api.makeKey(['charges:read', 'requests:write'], 'mch_1') })
    expect(payee).toMatchObject({ status: 404, body: { code: 'charge_unknown' } })
  })
})

describe('a caller without the receipt', () => {
  const nobodys = () => receiptNumber(api.world.tenant, '01900000-0000-7abc-8def-000000000000')

  it('gets the same answer for a wrong secret, an unknown number and an unknown tenant', async () => {
    const { number } = await opening(await api.world.pay('7.00'))
    const { secret } = await opening(await api.world.pay('8.00'))
    const numbers = [number, nobodys(), receiptNumber(4_711, '01900000-0000-7abc-8def-000000000000')]
    const answers = await Promise.all(numbers.map((each) => lookUp({ number: each, secret })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
    expect(new Set(answers.map(({ body: { requestId: _, ...rest } }) => JSON.stringify(rest))).size).toBe(1)
    const pages = await Promise.all(numbers.map((each) => form('/r', { number: each, secret })))
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
    expect(pages[0]!.text).not.toContain(secret)
  })

  it('causes the same SQL statements either way, without reading a charge', async () => {
    const { number } = await opening(await api.world.pay('7.00'))
    const { secret } = await opening(await api.world.pay('8.00'))
    const { database, engine } = api.world
    const statementsFor = async (requested: string) => {
      const said: string[] = []
      const listening = <S extends Queryable>(scope: S): S =>
        new Proxy(scope, {
          get(target, name) {
            const value = Reflect.get(target, name, target)
            if (name !== 'query' && name !== 'execute') return value
            return (statement: string | { text: string }, params: readonly unknown[]) => {
              said.push(typeof statement === 'string' ? statement : statement.text)
              return target[name](statement as string, params)
            }
          },
        })
      const heard = {
        ...database,
        system: listening(database.system),
        tenant: (id: number) => listening(database.tenant(id)),
      } as Database
      const receipts = new ReceiptService({ database: heard, engine, seal: testSeal })
      await expect(receipts.open({ number: requested, secret }, '192.0.2.1')).rejects.toMatchObject({
        code: 'receipt_refused',
      })
      return said
    }
    const wrongSecret = await statementsFor(number)
    expect(wrongSecret).toHaveLength(3)
    expect(await statementsFor(nobodys())).toEqual(wrongSecret)
  })

  it('reports a typo without revealing what exists', async () => {
    const { number, secret } = await opening(await api.world.pay('7.00'))
    const wrong = (text: string) => (text.startsWith('2') ? `3${text.slice(1)}` : `2${text.slice(1)}`)
    expect((await lookUp({ number: wrong(number), secret })).body.code).toBe('receipt_number_mistyped')
    expect((await lookUp({ number, secret: wrong(secret) })).body.code).toBe('receipt_secret_mistyped')
    for (const body of [
      {},
      { number },
      { number, secret, token: 'x' },
      { number: 1, secret },
      { number, secret, x: 1 },
    ]) {
      expect((await lookUp(body)).body.code).toBe('request_invalid')
    }
  })

  it('is locked out after five wrong secrets across all processes, while the payer at another address is not', async () => {
    const { number, secret } = await opening(await api.world.pay('7.00'))
    const { secret: guess } = await opening(await api.world.pay('8.00'))
    const other = await buildServer({ database: api.world.database, engine: api.world.engine, seal: testSeal })
    const tries = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const server = index % 2 === 0 ? api.app : other
        const answer = await server.inject({
          ...{ method: 'POST', url: '/v1/receipt-lookups', payload: { number, secret: guess } },
          remoteAddress: '192.0.2.7',
        })
        return answer.statusCode
      }),
    )
    expect(tries.toSorted()).toEqual([...Array(5).fill(404), ...Array(7).fill(429)])
    // Attempts beyond the limit of the address do not count against the number.
    const counts = await api.world.database.system.query<{ count: number }>('SELECT count FROM receipt_attempt')
    expect(counts.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([5, 12, 12])
    const from = (remoteAddress: string) =>
      other.inject({ method: 'POST', url: '/v1/receipt-lookups', payload: { number, secret }, remoteAddress })
    const locked = await from('192.0.2.7')
    expect(locked).toMatchObject({ statusCode: 429 })
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(3_000)
    expect((await from('198.51.100.1')).statusCode).toBe(200)
    await other.close()
  })

  it('has ten attempts per minute and address for all numbers; a household counts as one address', async () => {
    const { secret } = await opening(await api.world.pay('8.00'))
    const codes = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const number = receiptNumber(api.world.tenant, `01900000-0000-7abc-8def-0000000000${10 + index}`)
        const address = index < 6 ? '2001:db8:1:2::7' : '2001:db8:1:2:ffff::9'
        const payload = { number: index % 2 ? number : nobodys(), secret }
        const answer = await api.app.inject({ method: 'POST', url: '/r', remoteAddress: address, ...asForm(payload) })
        return answer.statusCode
      }),
    )
    expect(codes.filter((code) => code === 429).length).toBeGreaterThanOrEqual(2)
    const stored = await api.world.database.system.query<{ text: string }>(
      'SELECT a::text AS text FROM receipt_attempt a',
    )
    expect(JSON.stringify(stored)).not.toContain('2001')
  })

  it('gets nothing with a link that is forged, expired or from another installation', async () => {
    const charge = await api.world.pay('3.00')
    const { link } = await printOf(charge)
    const to = { tenant: api.world.tenant, charge: charge.id }
    const ended = new ReceiptKeys(testSeal).link({ ...to, endsAt: new Date(Date.now() - 60_000) })
    const foreign = new ReceiptKeys(new Seal(Buffer.alloc(32, 9))).link({
      ...to,
      endsAt: new Date(Date.now() + 60_000),
    })
    const seen = new Set<string>()
    for (const token of [ended, foreign, `${link.split('/').at(-1).slice(0, -1)}!`, 'x']) {
      const answer = await page(`/r/${encodeURIComponent(token)}`)
      expect(answer.status).toBe(410)
      seen.add(answer.text)
      expect((await lookUp({ token })).body.code).toBe('receipt_link_ended')
    }
    expect(seen.size).toBe(1)
  })
})

describe('private data', () => {
  /** Matches a figure in a text, but not as part of a longer one. */
  const holds = (text: string, figure: string) =>
    new RegExp(`(?<![\\d.,])${figure.replace('.', '\\.')}(?![\\d]|\\.\\d)`).test(text)

  it.each(lines.products)(
    'of other parties is not shown on a receipt of $line.id/$product.id',
    async ({ line, product }) => {
      const { world } = api
      await world.database.system.execute('DELETE FROM receipt_attempt')
      for (const { id, kind, attributes } of product.example.parties) {
        await putParty(world.db, { id, kind, attributes, name: `Name-of-${id.toUpperCase()}` })
      }
      for (const { path, amount, unit = 'CNY' } of product.example.funds ?? []) {
        const sum = parseMicros(amount, unit) * 1000n
        await postJournal(world.db, world.engine.tenant(world.tenant).directory, {
          ...{ description: 'test', effectiveAt: null, idempotency: null },
          transfers: [{ from: 'world/funding', to: path, amount: sum, unit, kind: 'funding' }],
        })
      }
      const metadata = { margin: 'internal-margin-0.4711' }
      const of = { line: line.id, product: product.id, event: product.example.event, metadata }
      const { charge } = await world.engine.charge(world.tenant, { of })
      const { link, number, secret } = await printOf(charge)
      const answers = [
        await lookUp({ number, secret }),
        await lookUp({ number, secret }, { 'accept-language': 'zh' }),
        await page(pathOf(link)),
        await page(pathOf(link), 'zh'),
      ]
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      const components = charge.draft.items.flatMap((item) => item.components)
      const [own, others] = [
        components.filter(({ from }) => from === charge.draft.payerAccount),
        components.filter(({ from }) => from !== charge.draft.payerAccount),
      ]
      const figures = new Set(others.map(({ amount }) => amount.amount).filter((figure) => parseMicros(figure) > 0n))
      // Allowed figures: the payer's own parts, by item, by recipient, by kind, and in total.
      const sums = new Set([
        formatMicros(charge.captured, charge.unit),
        formatMicros(refundableOf(charge), charge.unit),
      ])
      for (const { amount } of own) sums.add(amount.amount)
      const forbidden = [...figures].filter((figure) => !sums.has(figure))
      const parties = product.example.parties.map(({ id }) => id).filter((id) => id !== charge.payer)
      for (const { text } of answers) {
        const shown = text
          .replaceAll(number, '')
          .replace(/"token":"[^"]*"|\/r\/[\w-]{56}|value="[^"]*"|<style>[\s\S]*<\/style>|<svg[\s\S]*?<\/svg>/g, '')
        for (const id of parties) {
          expect(shown).not.toContain(id)
          if (id !== charge.payee) expect(shown).not.toContain(`Name-of-${id.toUpperCase()}`)
        }
        for (const figure of forbidden) expect(holds(shown, figure), `${figure} in ${shown}`).toBe(false)
        for (const text of ['4711', 'margin', 'platform/', '/balance', '/revenue', idOf(charge), charge.id]) {
          expect(shown).not.toContain(text)
        }
      }
    },
  )

  it('includes exchange differences that the payer does not bear', async () => {
    await api.world.party('mch_jp')
    for (const bearer of ['platform', 'payer'] as const) {
      const reference = (rate: string) => ({ pair: 'CNY/JPY', rate, day: '2026-04-13', source: 'ECB' })
      const event = { payer: 'usr_x', merchant: 'mch_jp', market: 'JP', amount: { amount: '12800', currency: 'JPY' } }
      const { charge } = await api.world.engine.charge(api.world.tenant, {
        of: {
          line: 'crossborder',
          product: 'overseas-pay',
          event: { ...event, reference: reference('23.3943402608') },
        },
      })
      const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
      const exchange = { rate: 'current', bearer } as const
      const result = await api.world.engine.refund(api.world.tenant, {
        ...{ charge: idOf(charge), ask: {}, ...nothing },
        decided: { policy: charge.draft.refund, exchange, rate: reference('22.5') },
      })
      expect(JSON.stringify(result.refund.plan.steps)).toContain('exchange_gain')
      const { text } = await page(pathOf((await printOf(charge)).link))
      const { body } = await lookUp(await opening(charge))
      const shown = bearer === 'payer'
      expect(text.includes('22.5')).toBe(shown)
      expect(body.refunds[0].exchange).toEqual(shown ? [expect.stringContaining('22.5')] : [])
      expect(JSON.stringify(body).includes('22.5')).toBe(shown)
    }
  })
})

describe('requests', () => {
  it('sent from the page are approved by a person, and the refund appears on the page', async () => {
    const charge = await tip('30.00')
    const { link } = await printOf(charge)
    const path = pathOf(link)
    const first = await page(path)
    expect(first.text).toMatch(/Yes, up to CN¥30\.00 can be refunded/)
    const key = /name="key" value="([\w-]+)"/.exec(first.text)![1]!
    const fields = { key, reason: 'duplicate', how: 'amount', amount: '12.50', note: 'paid <b>twice</b>\r\nsorry' }
    const [sent, twice] = await Promise.all([form(`${path}/requests`, fields), form(`${path}/requests`, fields)])
    expect([sent.status, twice.status]).toEqual([303, 303])
    expect(sent.headers.location).toBe(`${path}?lang=en&done=sent#requests`)
    const waiting = await page(String(sent.headers.location))
    expect(waiting.text).toContain('Under review')
    const { body } = await lookUp({ token: path.split('/').at(-1) })
    expect(body.requests).toMatchObject([
      { status: { code: 'requested' }, reason: { code: 'duplicate' }, amount: { amount: '12.50' }, mayWithdraw: true },
    ])
    const { engine, tenant, db } = api.world
    const row = (await readRequest(db, idToUuid('req', body.requests[0].id)))!
    expect(row).toMatchObject({
      asker: 'payer',
      party: 'usr_1',
      askedBy: `receipt ${idOf(charge)}`,
      note: 'paid <b>twice</b>\nsorry',
    })
    const { preview } = await lookAt({ engine }, tenant, row)
    await approve({ engine }, tenant, body.requests[0].id, {
      previewHash: preview.hash,
      by: { actor: 'user usr_boss', party: null },
    })
    const after = await page(path)
    expect(after.text).toContain('Refunded')
    expect(after.text).toMatch(/Refunded<\/span><span class="sum">CN¥12\.50/)
    expect(after.text).toMatch(/up to CN¥17\.50 can be refunded/)
    expect((await page(path, 'zh')).text).toMatch(/已退回<\/span><span class="sum">¥12\.50/)
  })

  it('by the API are created once per key, withdrawn and declined with a reason', async () => {
    const charge = await tip('9.00')
    const open = await opening(charge)
    const ask = (body: object, key = 'k-1') =>
      api.post('/v1/receipt-lookups/requests', { ...open, ...body }, { key: null, headers: { 'idempotency-key': key } })
    const first = await ask({ reason: 'billing-error' })
    const again = await ask({ reason: 'billing-error' })
    expect(again.body.requests).toEqual(first.body.requests)
    expect((await ask({ reason: 'fraud' })).body.code).toBe('idempotency_conflict')
    expect((await ask({ reason: 'fraud', amount: { amount: '-1', currency: 'CNY' } }, 'k-2')).body.code).toBe(
      'amount_not_positive',
    )
    expect((await ask({ reason: 'fraud', amount: { amount: '1', currency: 'USD' } }, 'k-2')).body.code).toBe(
      'currency_mismatch',
    )
    expect((await ask({ reason: 'because' }, 'k-2')).body.code).toBe('request_invalid')
    const request = first.body.requests[0].id
    const takeBack = (body: object) => api.post('/v1/receipt-lookups/requests/withdraw', body, { key: null })
    const foreign = await takeBack({ ...(await opening(await tip('1.00'))), request })
    expect(foreign).toMatchObject({ status: 404, body: { code: 'receipt_request_unknown' } })
    const taken = await takeBack({ token: first.body.token, request })
    expect(taken.body.requests).toMatchObject([{ status: { code: 'withdrawn' }, mayWithdraw: false }])
    expect((await takeBack({ token: first.body.token, request })).body.code).toBe('refund_request_closed')
    const declined = await ask({ token: undefined, reason: 'changed-mind' }, 'k-3')
    expect(declined.body.requests[0]).toMatchObject({
      status: { code: 'declined' },
      decline: { code: 'refund_reason_not_accepted', text: 'this reason is not refundable' },
    })
  })

  it('for more than the refundable amount are refused on the page and by the API, and nothing is created', async () => {
    const charge = await tip('84.08')
    const path = pathOf((await printOf(charge)).link)
    const fields = { key: 'k', reason: 'fraud', how: 'amount', amount: '99,999', note: 'all of it' }
    const refused = await form(`${path}/requests`, fields)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('<p class="wrong" id="amount-wrong">At most CN¥84.08 can be refunded.</p>')
    expect(refused.text).toMatch(/name="amount" [^>]*value="99,999" aria-invalid="true"/)
    expect((await form(`${path}/requests?lang=zh`, fields)).text).toContain('最多可退 ¥84.08。')
    const open = await opening(charge)
    const ask = (body: object, key: string) =>
      api.post(
        '/v1/receipt-lookups/requests',
        { ...open, reason: 'fraud', ...body },
        { key: null, headers: { 'idempotency-key': key } },
      )
    const money = (amount: string) => ({ amount, currency: 'CNY' })
    const answer = await ask({ amount: money('84.09') }, 'k-1')
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'refund_exceeds_refundable', detail: expect.stringContaining('84.08 CNY') },
    })
    expect((await lookUp(open)).body.requests).toEqual([])
    const all = await ask({ amount: money('84.08') }, 'k-2')
    expect(all.body.requests).toMatchObject([{ status: { code: 'requested' }, amount: { amount: '84.08' } }])
    // A repeated request gets the original answer, although nothing is left to refund by now.
    const { engine, tenant, db } = api.world
    const id = all.body.requests[0].id
    const { preview } = await lookAt({ engine }, tenant, (await readRequest(db, idToUuid('req', id)))!)
    await approve({ engine }, tenant, id, { previewHash: preview.hash, by: { actor: 'user usr_boss', party: null } })
    expect((await ask({ amount: money('84.08') }, 'k-2')).body.requests).toMatchObject([
      { id, status: { code: 'done' } },
    ])
    expect((await ask({ amount: money('0.01') }, 'k-3')).body.code).toBe('refund_exceeds_refundable')
  })

  it('show refunds pending at a gateway as on their way', async () => {
    const { engine, tenant, db } = api.world
    const rules = { windowDays: null, maxRefunds: null, minGapSeconds: 0 }
    const { charge } = await engine.charge(tenant, {
      of: payment('20.00'),
      payment: { gateway: 'pilot', order: 'receipt-1', rules },
    })
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    const result = await engine.refund(tenant, {
      charge: idOf(charge),
      ask: { amount: parseMicros('4.00') },
      ...nothing,
    })
    const path = pathOf((await printOf(charge)).link)
    expect((await page(path)).text).toMatch(/On its way to you<\/span><span class="sum">CN¥4\.00/)
    expect((await lookUp(await opening(charge))).body).toMatchObject({
      pending: { amount: '4.00' },
      refunds: [{ status: { code: 'pending' }, endedAt: null }],
    })
    await finalizeRefunds(db, engine.tenant(tenant).directory, [
      { refund: result.refund.id, status: 'succeeded', at: null, failure: null },
    ])
    expect((await page(path)).text).toMatch(/Refunded<\/span><span class="sum">CN¥4\.00/)
    expect((await readCharges(db, [charge.id])).get(charge.id)!.pending).toBe(0n)
  })
})

describe('the page', () => {
  it('is complete in both languages, works without scripts and does not leak its URL', async () => {
    const charge = await tip('30.00')
    const path = pathOf((await printOf(charge)).link)
    const english = await page(path, 'en-GB')
    const chinese = await page(path, 'zh-CN,zh;q=0.9')
    expect(english.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-language': 'en',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self';/,
      ),
    })
    expect(english.headers['set-cookie']).toBeUndefined()
    expect(english.text).toContain('<html lang="en">')
    expect(chinese.text).toContain('<html lang="zh-CN">')
    expect(english.text).not.toMatch(/<script|\son\w+=|style="|javascript:/i)
    const words = chinese.text
      .replace(/<style>[\s\S]*<\/style>|<[^>]*>/g, '')
      .replace(/English|CNY|Asia\/Shanghai|[\dA-Z]{5}-[\dA-Z-]+/g, '')
    expect(words.match(/[A-Za-z]{4,}/g) ?? []).toEqual([])
    expect(english.text.replace(/中文/, '').replace(/Name-of-\S+/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
    // The switch shows the same page in the other language, whatever the browser prefers.
    expect((await page(`${path}?lang=zh`, 'en')).text.replace(/value="[\w-]{36}"/, '')).toBe(
      chinese.text.replace(/value="[\w-]{36}"/, ''),
    )
    const entry = await page('/r', 'zh')
    expect(entry.text).toContain('收据编号')
    expect(entry.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('escapes names, references and notes', async () => {
    const bad = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
    await putParty(api.world.db, {
      ...{ id: 'mch_bad', kind: 'merchant', name: bad, attributes: { merchantCategory: 'restaurant' } },
    })
    const { charge } = await api.world.engine.charge(api.world.tenant, {
      of: { ...payment('6.00', { merchant: 'mch_bad' }), metadata: { note: bad } },
      reference: bad,
    })
    const path = pathOf((await printOf(charge)).link)
    for (const url of [path, `${path}?lang=${encodeURIComponent(bad)}&done=${encodeURIComponent(bad)}`]) {
      const { status, text } = await page(url)
      expect(status).toBe(200)
      expect(text).not.toMatch(/<script|<img/)
      expect(text).toContain('&quot;&gt;&lt;script&gt;')
    }
    const refused = await form(`${path}/requests`, { key: bad, reason: bad, note: bad })
    expect(refused.status).toBe(422)
    expect(refused.text).not.toMatch(/<script|<img/)
    expect(refused.text).toContain('role="alert"')
  })

  it('shows a refused form again with its input and the error next to the field', async () => {
    const path = pathOf((await printOf(await tip('2.00'))).link)
    const note = 'it was <b>not</b> "me"'
    const send = (amount: string, language = 'en') =>
      form(`${path}/requests?lang=${language}`, { key: 'k', reason: 'fraud', how: 'amount', amount, note })
    const { status, text } = await send('"1.0.0"')
    expect(status).toBe(422)
    expect(text).toMatch(/id="reason-fraud" required checked/)
    expect(text).toMatch(/id="how-amount" checked/)
    expect(text).not.toMatch(/id="how-all" checked/)
    expect(text).toContain('value="&quot;1.0.0&quot;" aria-invalid="true" aria-describedby="amount-wrong" autofocus>')
    expect(text).toContain('<p class="wrong" id="amount-wrong">Enter the amount in digits, for example 12.34.</p>')
    expect(text).toContain('it was &lt;b&gt;not&lt;/b&gt; &quot;me&quot;</textarea>')
    expect((await send('0')).text).toContain('The amount must be greater than zero.')
    expect((await send('0', 'zh')).text).toContain('金额必须大于零。')
    expect((await send('0.001')).text).toContain('Too many decimals: amounts in CNY have at most 2.')
    expect((await send('0.001', 'zh')).text).toContain('小数位过多：CNY 金额最多 2 位小数。')
    expect((await send('￥１．５０')).status).toBe(303)
    const { body } = await lookUp({ token: path.split('/').at(-1) })
    expect(body.requests).toMatchObject([{ amount: { amount: '1.50' } }])
  })

  it('limits the size of requests and answers every error with a page', async () => {
    const path = pathOf((await printOf(await tip('2.00'))).link)
    const send = (fields: Record<string, string>) => form(`${path}/requests`, { key: 'k', reason: 'fraud', ...fields })
    const refusals = [
      [await send({ note: 'x'.repeat(2_001) }), 422],
      [await send({ note: '\u0000' }), 422],
      [await send({ how: 'amount', amount: 'ten' }), 422],
      [await send({ how: 'amount', amount: '0.001' }), 422],
      [await send({ how: 'items' }), 422],
      [await send({ note: 'x'.repeat(50_000) }), 413],
      [await send(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`f${n}`, 'x']))), 422],
      [await browse('POST', '/r', { payload: '{}', headers: { 'content-type': 'application/json' } }), 415],
    ] as const
    for (const [{ status, headers, text }, expected] of refusals) {
      expect(status).toBe(expected)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(text).toContain('role="alert"')
    }
    const { body } = await lookUp({ token: path.split('/').at(-1) })
    expect(body.requests).toEqual([])
  })
})
