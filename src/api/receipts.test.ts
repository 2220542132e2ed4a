/** The payer's side over HTTP: opening a receipt, what it shows and what it never shows, asking, and the limits. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../test/api-server.ts'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import { refundableOf } from '../charges/plan.ts'
import { settleRefunds } from '../charges/settle.ts'
import { idToUuid, uuidToId } from '../ids.ts'
import { postJournal } from '../ledger/journal.ts'
import { putParty } from '../ledger/party.ts'
import { allProducts } from '../lines/index.ts'
import { formatMicros, parseMicros } from '../money/amount.ts'
import { approve, lookAt } from '../requests/approve.ts'
import { readRequest } from '../requests/record.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  await putParty(api.world.db, api.world.tenant, {
    ...{ id: 'mch_1', kind: 'merchant', attributes: { merchantCategory: 'restaurant' } },
    name: 'Old Town Noodles',
  })
})
afterAll(() => api.close())
beforeEach(() => api.world.database.system.execute('DELETE FROM receipt_attempt'))

const idOf = (charge: ChargeRow) => uuidToId('chg', charge.id)
const printOf = async (charge: ChargeRow, query = '') => (await api.get(`/v1/charges/${idOf(charge)}/receipt${query}`)).body
const lookUp = (body: object, headers = {}) => api.post('/v1/receipt-lookups', body, { key: null, headers })
const opening = async (charge: ChargeRow) => {
  const { number, secret } = await printOf(charge)
  return { number, secret }
}
const pathOf = (link: string) => new URL(link).pathname
const page = (url: string, language = 'en') => api.get(url, { key: null, headers: { 'accept-language': language } })
const form = (url: string, fields: Record<string, string>) =>
  api.post(url, new URLSearchParams(fields).toString(), {
    key: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
/** A tip: what the payer alone says is looked at by somebody. */
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

describe('what is printed', () => {
  it('opens the receipt: number with secret, and the link until it ends', async () => {
    const charge = await api.world.pay('18.00')
    const printed = await printOf(charge, '?linkDays=2')
    expect(printed).toMatchObject({ url: expect.stringMatching(/\/r$/), link: expect.stringMatching(/\/r\/[\w-]{56}$/) })
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

  it('is for those who may act for the payer: a reader gets the number, a payee nothing', async () => {
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

describe('who does not have it', () => {
  it('hears the same of a wrong secret and of a number that nobody has, by the same statements', async () => {
    const { number } = await opening(await api.world.pay('7.00'))
    const { secret } = await opening(await api.world.pay('8.00'))
    const { number: elsewhere } = await opening({ ...(await api.world.pay('1.00')), id: '01900000-0000-7000-8000-000000000000' } as ChargeRow).catch(
      () => ({ number: '' }),
    )
    const { receiptNumber } = await import('../receipts/number.ts')
    const nobodys = receiptNumber(api.world.tenant, '01900000-0000-7abc-8def-000000000000')
    const otherTenant = receiptNumber(4_711, '01900000-0000-7abc-8def-000000000000')
    expect(elsewhere).not.toBe(nobodys)
    const counted: string[] = []
    const { system, tenant } = api.world.database
    const answers: string[] = []
    for (const each of [number, nobodys, otherTenant]) {
      const { status, text, headers } = await lookUp({ number: each, secret })
      counted.push(String(status))
      answers.push(`${text.replace(/"requestId":"[^"]*"/, '')} ${headers['content-length'] ?? ''}`.replace(/ \d+$/, ''))
    }
    expect(system && tenant).toBeTruthy()
    expect(new Set(counted)).toEqual(new Set(['404']))
    expect(new Set(answers).size).toBe(1)
    const pages = await Promise.all([number, nobodys].map((each) => form('/r', { number: each, secret })))
    expect(pages[0]!.status).toBe(404)
    expect(pages[0]!.text).toBe(pages[1]!.text)
    expect(pages[0]!.text).not.toContain(secret)
  })
})
