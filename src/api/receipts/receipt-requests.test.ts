/** What payers can do about requests made with a receipt: add evidence and appeal, on the page and by the API. */
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { uuidToId } from '../../ids.ts'
import { putParty } from '../../ledger/party.ts'
import { lines } from '../../lines/index.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
  const { example } = lines.product('commerce', 'commission').product
  for (const { id, kind, attributes } of example.parties) {
    await putParty(api.world.db, { id, kind, attributes, name: `Name-of-${id}` })
  }
})
afterAll(() => api.close())
beforeEach(() => api.world.database.system.execute('DELETE FROM receipt_attempt'))

/** An order: `not-as-described` is refunded for a photo, `changed-mind` for a return record. */
async function order() {
  const { event } = lines.product('commerce', 'commission').product.example
  const { charge } = await api.world.engine.charge(api.world.tenant, {
    of: { line: 'commerce', product: 'commission', event },
  })
  const id = uuidToId('chg', charge.id)
  const { number, secret, link } = (await api.get(`/v1/charges/${id}/receipt`)).body
  return { id, by: { number, secret }, path: new URL(link).pathname, token: link.split('/').at(-1) as string }
}
type Order = Awaited<ReturnType<typeof order>>

const post = (what: string, body: object) => api.post(`/v1/receipt-lookups/requests${what}`, body, { key: null })
const asked = async ({ by }: Order, reason: string) => (await post('', { ...by, reason })).body.requests[0]
const decline = (request: string, body: object, key = api.key) =>
  api.post(`/v1/refund-requests/${request}/decline`, body, { key })

const browse = async (method: 'GET' | 'POST', url: string, fields?: Record<string, string>) => {
  const form = fields && {
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
  const answer = await api.app.inject({ method, url, ...form } as InjectOptions)
  return { status: answer.statusCode, text: answer.body, location: String(answer.headers.location) }
}

describe('evidence', () => {
  it('is requested in plain words with a deadline, sent on the page and shown to the person who decides', async () => {
    const bought = await order()
    const { id, evidence, mayShow, answerBy } = await asked(bought, 'not-as-described')
    expect({ evidence, mayShow }).toEqual({ evidence: [{ code: 'photo', text: 'photo' }], mayShow: true })
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(
      new Date(answerBy),
    )
    const before = await browse('GET', `${bought.path}?lang=en`)
    expect(before.text).toContain('More evidence required')
    expect(before.text).toContain('Still required: photo.')
    expect(before.text).toContain(`Please send it by ${day};`)
    expect(before.text).toContain('Files cannot be uploaded here.')
    const chinese = (await browse('GET', `${bought.path}?lang=zh`)).text
    for (const words of ['需要补充材料', '还需提供：照片。', '此处不能上传文件', '提交材料'])
      expect(chinese).toContain(words)

    const send = (fields: Record<string, string>) =>
      browse('POST', `${bought.path}/evidence?lang=en`, { request: id, kind: 'photo', ...fields })
    for (const wrong of [
      {},
      { kind: 'cake', text: 'x' },
      { url: 'javascript:alert(1)' },
      { url: 'https://a b' },
      { text: 'x'.repeat(2_001) },
      { text: '\u0000' },
    ]) {
      expect((await send(wrong)).status, JSON.stringify(wrong)).toBe(422)
    }
    const mistyped = (await send({ text: 'It is <torn>.', url: 'photos.example.com' })).text
    expect(mistyped).toContain('>It is &lt;torn&gt;.</textarea>')
    expect(mistyped).toContain(
      'value="photos.example.com" aria-invalid="true" aria-describedby="url-0-hint url-0-wrong" autofocus>',
    )
    expect(mistyped).toContain('<p class="wrong" id="url-0-wrong">Enter a link that starts with https://')
    const empty = (await send({})).text
    expect(empty).toContain('aria-invalid="true" aria-describedby="text-0-wrong" autofocus></textarea>')
    const url = 'https://photos.example.com/"><script>1'
    const sent = await send({ text: '破了'.repeat(500), url })
    expect(sent).toMatchObject({ status: 303, location: `${bought.path}?lang=en&done=shown#requests` })
    const after = (await browse('GET', sent.location)).text
    expect(after).toContain('Your evidence has been received.')
    expect(after).toContain('sent: photo')
    expect(after).not.toContain('<script')
    expect(after).not.toContain('Still required')
    const { shown, history, explanation } = (await api.get(`/v1/refund-requests/${id}`)).body
    // Texts for the person who decides use the tenant's time zone; data contains the timestamp.
    expect(explanation.text).toMatch(/for 30 days, until \w{3} \d+, \d{4}, \d\d:\d\d GMT\+8\./)
    const window = explanation.steps.find(({ code }: { code: string }) => code === 'decision_window')
    expect(window.params.deadline).toMatch(/Z$/)
    expect(shown).toMatchObject([{ kind: 'photo', url, by: `receipt ${bought.id}` }])
    expect(history.map(({ type }: { type: string }) => type).slice(0, 2)).toEqual(['asked', 'evidence-added'])
  })

  it('can be added by the API until the request is answered, and only to one’s own request', async () => {
    const bought = await order()
    const other = await order()
    const { id } = await asked(bought, 'not-as-described')
    const photo = { request: id, kind: 'photo', url: 'https://photos.example.com/1' }
    expect((await post('/evidence', { ...bought.by, request: id, kind: 'photo' })).body.code).toBe('request_invalid')
    expect((await post('/evidence', { ...other.by, ...photo })).body.code).toBe('receipt_request_unknown')
    expect((await post('/evidence', { ...bought.by, ...photo, request: 'req_x' })).body.code).toBe(
      'receipt_request_unknown',
    )
    expect((await post('/evidence', { token: 'x', ...photo })).body.code).toBe('receipt_link_ended')
    const wrong = { number: bought.by.number, secret: other.by.secret }
    for (const what of ['/evidence', '/appeal'] as const) {
      const body = what === '/appeal' ? { request: id, text: 'x' } : photo
      expect((await post(what, { ...wrong, ...body })).body.code).toBe('receipt_refused')
    }
    const { body } = await post('/evidence', { token: bought.token, ...photo })
    expect(body.requests[0].messages).toMatchObject([
      { byPayer: true, kind: 'evidence', evidence: { code: 'photo', text: 'photo' }, text: null, url: photo.url },
    ])
    expect(body.requests[0].evidence).toEqual([])
    // Evidence that comes only from the payer is always reviewed by a person.
    expect(body.requests[0].status.code).toBe('requested')
    await decline(id, { code: 'other' })
    const late = await post('/evidence', { token: bought.token, ...photo })
    expect(late).toMatchObject({ status: 409, body: { code: 'refund_request_closed' } })
  })

  it('that only the payer provides is reviewed by a person even if the policy would refund automatically', async () => {
    const shown = { kind: 'return-record', text: 'parcel 1' }
    const bought = await order()
    const { id } = await asked(bought, 'changed-mind')
    const { body } = await post('/evidence', { ...bought.by, request: id, ...shown })
    expect(body.requests[0].status).toEqual({ code: 'requested', text: 'Under review' })
    const { decision, explanation, preview } = (await api.get(`/v1/refund-requests/${id}`)).body
    expect(decision).toMatchObject({ outcome: 'needs-approval', approvals: 1 })
    expect(explanation.text).toContain('approval by one person required')
    const approver = await api.makeKey(['requests:approve'])
    const approved = await api.post(
      `/v1/refund-requests/${id}/approve`,
      { previewHash: preview.hash },
      { key: approver },
    )
    expect(approved.body.status).toBe('done')

    // The same applies to an API key bound to the payer; evidence added by the platform counts as reviewed.
    const payer = await api.makeKey(['requests:read', 'requests:write'], 'usr_1')
    const question = async () => ({ charge: (await order()).id, reason: 'changed-mind', evidence: [shown] })
    const byPayer = await api.post('/v1/refund-requests', await question(), { key: payer })
    expect(byPayer.body).toMatchObject({ status: 'requested', decision: { outcome: 'needs-approval' } })
    const looked = await api.post('/v1/refund-requests/preview', await question(), { key: payer })
    expect(looked.body.decision).toMatchObject({ outcome: 'needs-approval', approvals: 1 })
    const byAgent = await api.post('/v1/refund-requests', { ...(await question()), asker: 'agent' })
    expect(byAgent.body).toMatchObject({ status: 'done', decision: { outcome: 'automatic' } })
  })

  it('for a guardian’s request cannot be added with the receipt, whose holder may be the child', async () => {
    const event = {
      payer: 'usr_1',
      items: [{ id: 'spring', price: { amount: '2.00', currency: 'CNY' }, quantity: 2 }],
    }
    const charge = (await api.post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })).body.id
    const { number, secret, link } = (await api.get(`/v1/charges/${charge}/receipt`)).body
    const made = await api.post('/v1/refund-requests', { charge, reason: 'minor', asker: 'guardian' })
    expect(made.body.status).toBe('needs-evidence')
    const request = made.body.id
    const seen = (await api.post('/v1/receipt-lookups', { number, secret }, { key: null })).body.requests[0]
    expect(seen).toMatchObject({ id: request, mayShow: false, mayAppeal: false, mayWithdraw: false })
    const { text } = await browse('GET', `${new URL(link).pathname}?lang=en`)
    expect(text).toContain('Please send it to customer service')
    expect(text).not.toContain(request)
    for (const [what, more] of [
      ['/evidence', { kind: 'guardianship', text: 'I am' }],
      ['/appeal', { text: 'x' }],
      ['/withdraw', {}],
    ] as const) {
      expect((await post(what, { number, secret, request, ...more })).body.code).toBe('receipt_request_unknown')
    }
  })

  it('is not requested from the payer if the platform has to determine the facts', async () => {
    const event = {
      payer: 'usr_1',
      items: [{ id: 'spring', price: { amount: '2.00', currency: 'CNY' }, quantity: 2 }],
    }
    const charge = (await api.post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })).body.id
    const { number, secret, link } = (await api.get(`/v1/charges/${charge}/receipt`)).body
    const { body } = await post('', { number, secret, reason: 'changed-mind' })
    expect(body.requests[0]).toMatchObject({
      status: { code: 'needs-evidence', text: 'The platform is checking the details' },
      evidence: [],
    })
    const { text } = await browse('GET', `${new URL(link).pathname}?lang=en`)
    expect(text).toContain('You do not need to do anything')
    expect(text).not.toContain('/evidence')
  })
})

describe('an appeal', () => {
  it('against a person’s decision with a reason is possible once and decided by another person', async () => {
    const bought = await order()
    const { id } = await asked(bought, 'not-as-described')
    await decline(id, { code: 'evidence-insufficient', text: 'The photo is <b>dark</b>.' })
    const before = (await browse('GET', `${bought.path}?lang=en`)).text
    expect(before).toContain('Declined: the evidence is not sufficient.')
    expect(before).toContain('The photo is &lt;b&gt;dark&lt;/b&gt;.')
    expect(before).toContain('You can appeal once.')
    const send = (fields: Record<string, string>) =>
      browse('POST', `${bought.path}/appeal?lang=en`, { request: id, ...fields })
    expect((await send({})).status).toBe(422)
    const long = await send({ text: 'x'.repeat(2_001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain(
      `aria-describedby="appeal-0-hint appeal-0-wrong" autofocus>${'x'.repeat(2_001)}</textarea>`,
    )
    expect(long.text).toContain('<p class="wrong" id="appeal-0-wrong">Enter at most 2,000 characters.')
    const sent = await send({ text: 'It is night.' })
    expect(sent).toMatchObject({ status: 303, location: `${bought.path}?lang=en&done=appealed#requests` })
    const after = (await browse('GET', sent.location)).text
    for (const words of ['Another person is reviewing it.', 'appealed', 'It is night.']) expect(after).toContain(words)
    expect(after).not.toContain('Declined:')
    const again = await send({ text: 'Please.' })
    expect(again).toMatchObject({ status: 409, text: expect.stringContaining('has been answered in the meantime') })
    expect((await decline(id, { code: 'other' })).body.code).toBe('appeal_same_person')
    expect((await decline(id, { code: 'other' }, await api.makeKey(['requests:approve']))).status).toBe(200)
    const last = await post('/appeal', { ...bought.by, request: id, text: 'Once more.' })
    expect(last).toMatchObject({ status: 409, body: { code: 'refund_request_appealed' } })
    expect((await browse('GET', `${bought.path}?lang=zh`)).text).toContain('已审核两次')
  })

  it('is possible by the API, also against a decision by policy', async () => {
    const bought = await order()
    const { id, mayAppeal, status } = await asked(bought, 'minor')
    expect([status.code, mayAppeal]).toEqual(['declined', true])
    const { body } = await post('/appeal', { ...bought.by, request: id, text: 'I am twelve.' })
    expect(body.requests[0]).toMatchObject({
      ...{ status: { code: 'requested' }, appealed: true, mayAppeal: false, decline: null },
      messages: [{ kind: 'appeal', byPayer: true, text: 'I am twelve.' }],
    })
    expect(Date.parse(body.requests[0].answerBy)).toBeGreaterThan(Date.now())
    expect((await post('/appeal', { ...bought.by, request: id, text: '' })).body.code).toBe('request_invalid')
  })
})
