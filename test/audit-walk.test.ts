/**
 * Walks every writing operation of the API and checks that it leaves an audit row with the actor who sent the request,
 * in the transaction of the write. An operation that is new and not walked here fails the last test.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, writePolicy } from '../src/approvals/policy.ts'
import { listAudit } from '../src/audit/audit.ts'
import { type SandboxProcess, startSandbox } from '../src/gateways/sandbox/process.ts'
import { BILL_COLUMNS } from '../src/gateways/sandbox/wire.ts'
import { idToUuid, uuidToId } from '../src/ids.ts'
import { lines } from '../src/lines/index.ts'
import { Gateways } from '../src/processing/gateways.ts'
import { runPaymentJob } from '../src/processing/payments.ts'
import { runRefund } from '../src/processing/refunds.ts'
import { runBulkJob } from '../src/refund-requests/bulk.ts'
import { makeServer, payment, type TestServer, testOutgoing, testSeal } from './api-server.ts'
import { makeUser, PASSWORD } from './people.ts'
import { Browser, listening, type Seen, totp } from './web-client.ts'
import { startFakeWechatPay } from './wechatpay/server.ts'

/** Operations that change nothing of a tenant, by the reason. */
const NOT_WRITING = new Map([
  ['validateRateCard', 'compiles a card'],
  ['previewRefund', 'plans a refund'],
  ['previewRefundRequest', 'decides without storing'],
  ['simulate', 'prices past events with another card'],
  ['lookUpReceipt', 'shows a receipt to its holder'],
  ['signInOidc', 'redirects to the identity provider; the sign-in is recorded when it returns'],
])

let api: TestServer
let url: string
let sandbox: SandboxProcess
let folder: string
let ann: Person
let bob: Person

interface Person {
  readonly actor: string
  readonly browser: Browser
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-sandbox-'))
  sandbox = await startSandbox({ dataFolder: folder, seed: 'audit', conditions: { refundDelayMs: 0 } })
  api = await makeServer()
  url = await listening(api.app)
  ;[ann, bob] = [await person('ann@example.com'), await person('bob@example.com')]
  const { settings } = (await api.get('/v1/settlement/settings')).body
  const payouts = { ...settings.payouts, hold: { rule: 'none' }, twoPeopleAbove: '100', destinationWaitHours: 0 }
  const debts = { ...settings.debts, writeOffTwoPeopleAbove: '1' }
  await api.put('/v1/settlement/settings', { debts, payouts })
}, 90_000)
afterAll(async () => {
  await api.close()
  await sandbox.stop()
  await rm(folder, { recursive: true })
})

async function person(email: string): Promise<Person> {
  const { id } = await makeUser(api.world, { email, role: 'admin' })
  const browser = new Browser(url)
  expect((await browser.post('/v1/sign-in', { email, password: PASSWORD })).body).toEqual({ status: 'signed_in' })
  return { actor: `user ${uuidToId('usr', id)}`, browser }
}

const walked = new Set<string>()

/** Sends a request of an operation and expects an audit row of this actor. */
async function walk(operation: string, actor: string, send: () => Promise<Seen>): Promise<Seen> {
  const [last] = await listAudit(api.world.db, {}, 1)
  const answer = await send()
  expect(answer.status, `${operation} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  const since = (await listAudit(api.world.db, {}, 50)).filter(({ id }) => !last || id > last.id)
  const actors = since.map((entry) => entry.actor)
  expect(actors, `${operation} ${since.map(({ action }) => action).join()}`).toContain(actor)
  for (const entry of since) expect(JSON.stringify(entry.detail)).not.toContain(PASSWORD)
  walked.add(operation)
  return answer
}
const as = (who: Person, operation: string, method: string, at: string, body?: unknown, headers = {}) =>
  walk(operation, who.actor, () => who.browser.send(method, at, body, { 'x-recoup-csrf': '1', ...headers }))
const post = (who: Person, operation: string, at: string, body?: unknown) => as(who, operation, 'POST', at, body)

/** Sends a file as `ann`. */
const uploaded = (operation: string, at: string, file: string) =>
  walk(operation, ann.actor, async () => {
    const headers = { 'content-type': 'text/csv', 'x-recoup-csrf': '1', cookie: ann.browser.cookieHeader }
    const answer = await api.app.inject({ method: 'POST', url: at, headers, payload: file })
    return { status: answer.statusCode, body: answer.json(), headers: new Headers(), setCookies: [] }
  })

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const charged = async (amount: string) => (await api.post('/v1/charges', payment(amount))).body.id as string

describe('every write is recorded with its actor:', () => {
  it('charges, quotes, holds, journal entries, parties and claims', async () => {
    await post(ann, 'createCharge', '/v1/charges', payment('10.00'))
    await post(ann, 'createCharges', '/v1/charges/bulk', { charges: [payment('1.00'), payment('2.00')] })
    await post(ann, 'createQuote', '/v1/quotes', { ...payment('50.00'), expiresIn: 60 })
    await api.world.fund('usr_hold/wallet', '10.00')
    const hold = { account: { path: 'usr_hold/wallet', currency: 'CNY' }, amount: cny('5.00'), expiresIn: 60 }
    const { body: held } = await post(ann, 'createHold', '/v1/holds', hold)
    await post(ann, 'voidHold', `/v1/holds/${held.id}/void`)
    const transfers = [{ from: 'world/funding', to: 'mch_1/balance', amount: cny('5.00') }]
    await post(ann, 'createJournalEntry', '/v1/journal-entries', { description: 'found', transfers })
    await as(ann, 'putParty', 'PUT', '/v1/parties/mch_2', { kind: 'merchant', name: 'Two' })
    const gift = { id: 'spring', price: cny('1.00'), quantity: 2, gift: true }
    const event = { payer: 'usr_1', items: [gift] }
    const { body } = await api.post('/v1/charges', { line: 'goods', product: 'red-envelope-cover', event })
    await post(ann, 'createClaim', `/v1/charges/${body.id}/claims`, { item: 'spring', quantity: '1' })
  })

  it('refunds and disputes', async () => {
    await post(ann, 'createRefund', '/v1/refunds', { charge: await charged('3.00') })
    await post(ann, 'createRefunds', '/v1/refunds/bulk', { refunds: [{ charge: await charged('3.00') }] })
    const { body } = await post(ann, 'openDispute', '/v1/disputes', { charge: await charged('3.00') })
    await post(ann, 'resolveDispute', `/v1/disputes/${body.id}/resolve`, { outcome: 'won' })
  })

  it('refund requests', async () => {
    const charge = async () => (await orderOf()).id
    const open = async (reason: string) =>
      (
        await post(ann, 'createRefundRequest', '/v1/refund-requests', {
          charge: await charge(),
          reason,
          asker: 'payer',
        })
      ).body.id as string
    const at = (id: string, what: string) => `/v1/refund-requests/${id}/${what}`
    const photo = { kind: 'photo', url: 'https://example.com/p.jpg', hash: 'a'.repeat(64) }
    const first = await open('not-as-described')
    await post(ann, 'commentOnRefundRequest', at(first, 'comments'), { text: 'hello' })
    const own = ann.actor.replace('user ', '')
    await post(ann, 'assignRefundRequest', at(first, 'assign'), { assignee: own })
    await post(ann, 'addEvidence', at(first, 'evidence'), photo)
    const second = await open('not-as-described')
    await post(bob, 'declineRefundRequest', at(second, 'decline'), { code: 'other', text: 'no' })
    await post(ann, 'appealRefundRequest', at(second, 'appeal'), { text: 'look again' })
    await post(ann, 'withdrawRefundRequest', at(second, 'withdraw'))
    const third = await open('changed-mind')
    await post(ann, 'stateFacts', at(third, 'facts'), { use: {} })
    const fourth = await open('not-as-described')
    const shown = { ...opening(await receiptOf((await seen(fourth)).charge)), request: fourth, ...photo }
    await api.post('/v1/receipt-lookups/requests/evidence', shown, { key: null })
    const { preview } = await seen(fourth)
    await post(bob, 'approveRefundRequest', at(fourth, 'approve'), { previewHash: preview.hash })
    const settings = (await api.get('/v1/refund-requests/settings')).body
    await as(ann, 'putRefundRequestSettings', 'PUT', '/v1/refund-requests/settings', settings)
  })

  it('receipts, by their charge', async () => {
    const order = await orderOf()
    const receipt = opening(await receiptOf(order.id))
    const actor = `receipt ${order.id}`
    const by = (operation: string, what: string, body: object) =>
      walk(operation, actor, () => new Browser(url).send('POST', `/v1/receipt-lookups/requests${what}`, body, {}))
    const { body } = await by('askRefundByReceipt', '', { ...receipt, reason: 'not-as-described' })
    const request = body.requests[0].id
    const photo = { kind: 'photo', url: 'https://example.com/p.jpg', hash: 'a'.repeat(64) }
    await by('addEvidenceByReceipt', '/evidence', { ...receipt, request, ...photo })
    await bob.browser.post(`/v1/refund-requests/${request}/decline`, { code: 'other', text: 'no' })
    await by('appealByReceipt', '/appeal', { ...receipt, request, text: 'look again' })
    await by('withdrawRequestByReceipt', '/withdraw', { ...receipt, request })
  })

  it('bulk refunds', async () => {
    const create = async () => {
      const reason = 'service-failure'
      const { body } = await post(ann, 'createBulkRefund', '/v1/bulk-refunds', { reason })
      const rows = [{ charge: await charged('4.00') }]
      await post(ann, 'addBulkRefundRows', `/v1/bulk-refunds/${body.id}/rows?first=1`, { rows })
      await post(ann, 'previewBulkRefund', `/v1/bulk-refunds/${body.id}/preview`)
      const bulk = idToUuid('blk', body.id)
      await runBulkJob({ engine: api.world.engine }, { tenant: api.world.tenant, bulk }, new AbortController().signal)
      const { preview } = (await api.get(`/v1/bulk-refunds/${body.id}`)).body
      const hash = { previewHash: preview.hash }
      await post(bob, 'approveBulkRefund', `/v1/bulk-refunds/${body.id}/approve`, hash)
      return `/v1/bulk-refunds/${body.id}`
    }
    const bulk = await create()
    await post(ann, 'runBulkRefund', `${bulk}/run`)
    await post(ann, 'pauseBulkRefund', `${bulk}/pause`)
    await post(ann, 'resumeBulkRefund', `${bulk}/resume`)
    await post(ann, 'cancelBulkRefund', `${bulk}/cancel`)
  })

  it('rate cards and contracts', async () => {
    const { body: card } = await api.get('/v1/rate-cards/current')
    const products = { ...card.products }
    delete products['goods/tip']
    const smaller = { currency: card.currency, products }
    const { confirm } = (await api.post('/v1/rate-cards/validate', smaller)).body
    await post(ann, 'publishRateCard', '/v1/rate-cards', { ...smaller, confirm })
    const of = { party: 'mch_1', line: 'payments', product: 'scan-pay' }
    const { body } = await post(ann, 'createContract', '/v1/contracts', { ...of, terms: { fee: { rate: '0.0038' } } })
    await post(ann, 'endContract', `/v1/contracts/${body.id}/end`, {})
  })

  it('payouts and debts', async () => {
    const to = { currency: 'CNY', holder: 'Three', account: '6222020200112236666', bank: 'ICBC' }
    await as(ann, 'putPayoutDestination', 'PUT', '/v1/parties/mch_3/payout-destination', to)
    await api.world.fund('mch_3/balance', '1000.00')
    const payout = async (amount: string) => {
      const body = { party: 'mch_3', currency: 'CNY', amount }
      return `/v1/payouts/${(await post(ann, 'createPayout', '/v1/payouts', body)).body.id}`
    }
    const large = await payout('200.00')
    await post(bob, 'approvePayout', `${large}/approve`)
    await post(ann, 'cancelPayout', `${large}/cancel`)
    await post(ann, 'markPayoutFailed', `${await payout('1.00')}/failed`, { failure: 'closed' })
    const paid = await payout('1.00')
    await post(ann, 'markPayoutPaid', `${paid}/paid`, { reference: 'b-1' })
    await post(ann, 'markPayoutReturned', `${paid}/returned`, { failure: 'account closed' })
    const sent = await payout('2.00')
    await post(ann, 'createPayoutFile', '/v1/payout-files', { currency: 'CNY' })
    const results = [{ payout: sent.split('/').at(-1)!, outcome: 'paid' }]
    await post(ann, 'takePayoutResults', '/v1/payouts/results', { results })
    const own = '/v1/settlement/settings/mch_3'
    await as(ann, 'putPartySettlementSettings', 'PUT', own, { payouts: { paused: true } })
    await as(ann, 'deletePartySettlementSettings', 'DELETE', own)
    const { settings } = (await api.get('/v1/settlement/settings')).body
    await as(ann, 'putSettlementSettings', 'PUT', '/v1/settlement/settings', settings)
    const owing = await charged('90.00')
    await api.world.drain('mch_1/balance', await api.world.balance('mch_1/balance'))
    await api.post('/v1/refunds', { charge: owing })
    const off = { party: 'mch_1', action: 'write-off', currency: 'CNY', amount: '10.00', reason: 'closed' }
    for (const [operation, what] of [
      ['declineDebtEntry', 'decline'],
      ['approveDebtEntry', 'approve'],
    ] as const) {
      const { body } = await post(ann, 'createDebtEntry', '/v1/debt-entries', off)
      await post(bob, operation, `/v1/debt-entries/${body.id}/${what}`)
    }
  })

  it('webhooks', async () => {
    const webhook = { url: 'https://example.com/hook', eventTypes: ['charge.created'] }
    const { body } = await post(ann, 'createWebhook', '/v1/webhooks', webhook)
    const at = `/v1/webhooks/${body.id}`
    await as(ann, 'updateWebhook', 'PATCH', at, { description: 'x' })
    await post(ann, 'testWebhook', `${at}/test`)
    await post(ann, 'replayWebhook', `${at}/replay`, { since: new Date(Date.now() - 60_000).toISOString() })
    await post(ann, 'rotateWebhookSecret', `${at}/rotate-secret`, {})
    await as(ann, 'deleteWebhook', 'DELETE', at)
  })

  it('users, sessions and keys', async () => {
    const key = (await post(ann, 'createApiKey', '/v1/keys', { name: 'k', scopes: ['charges:read'] })).body
    await as(ann, 'updateApiKey', 'PATCH', `/v1/keys/${key.id}`, { name: 'renamed' })
    await post(ann, 'rotateApiKey', `/v1/keys/${key.id}/rotate`, {})
    await post(ann, 'revokeApiKey', `/v1/keys/${key.id}/revoke`)
    const invited = { email: 'eve@example.com', name: 'Eve', role: 'viewer' }
    const { body } = await post(ann, 'createUser', '/v1/users', invited)
    const id = body.id ?? body.user.id
    const at = `/v1/users/${id}`
    const { body: link } = await post(ann, 'createPasswordLink', `${at}/password-link`)
    const token = link.passwordToken
    const eve = { actor: `user ${id}`, browser: new Browser(url) }
    await post(eve, 'setPassword', '/v1/set-password', { token, password: PASSWORD })
    const credentials = { email: invited.email, password: PASSWORD }
    await post(eve, 'signIn', '/v1/sign-in', credentials)
    const newPassword = `${PASSWORD} 2`
    const passwords = { currentPassword: PASSWORD, newPassword }
    await as(eve, 'changeOwnPassword', 'PUT', '/v1/me/password', passwords)
    const { body: set } = await post(eve, 'setUpTotp', '/v1/me/totp', { password: newPassword })
    const secret = new URL(set.url ?? set.uri).searchParams.get('secret')!
    await post(eve, 'confirmTotp', '/v1/me/totp/confirm', { code: totp(secret) })
    const [backupCode, another] = set.backupCodes as string[]
    await post(eve, 'stepUp', '/v1/me/step-up', { backupCode })
    const proof = { password: newPassword, backupCode: another }
    const { body: renewed } = await post(eve, 'renewBackupCodes', '/v1/me/totp/backup-codes', proof)
    const again = { actor: eve.actor, browser: new Browser(url) }
    await again.browser.post('/v1/sign-in', { ...credentials, password: newPassword })
    const next = totp(secret, Date.now() + 30_000)
    await post(again, 'signInSecondFactor', '/v1/sign-in/second-factor', { code: next })
    const sessions = (await again.browser.get('/v1/sessions')).body.data
    const other = sessions.find(({ current }: { current: boolean }) => !current)
    await post(again, 'revokeSession', `/v1/sessions/${other.id}/revoke`)
    const last = { password: newPassword, backupCode: renewed.backupCodes[0] }
    await post(again, 'disableTotp', '/v1/me/totp/disable', last)
    await post(again, 'signOut', '/v1/sign-out')
    const signIn = (await api.get('/v1/sign-in-settings')).body.settings
    await as(ann, 'putSignInSettings', 'PUT', '/v1/sign-in-settings', signIn)
    await post(ann, 'changeUserRole', `${at}/role`, { role: 'agent' })
    const fred = await person('fred@example.com')
    const { body: second } = await fred.browser.post('/v1/me/totp', { password: PASSWORD })
    await fred.browser.post('/v1/me/totp/confirm', { code: totp(second.secret) })
    await post(ann, 'resetUserTotp', `/v1/users/${fred.actor.replace('user ', '')}/reset-totp`)
    await post(ann, 'disableUser', `${at}/disable`, {})
    await post(ann, 'enableUser', `${at}/enable`)
  })

  it('gateways, payments and what the provider reports', async () => {
    const settings = { ...sandbox.settings({ rules: { maxRefunds: null } }), unfinishedBills: true }
    const { body } = await as(ann, 'putGateway', 'PUT', '/v1/gateways/sandbox', { kind: 'sandbox', settings })
    await as(ann, 'updateGateway', 'PATCH', '/v1/gateways/sandbox', { enabled: true })
    const order = async (amount: string) => {
      const of = { of: payment(amount), gateway: 'sandbox', description: 'noodles' }
      return (await post(ann, 'createPayment', '/v1/payments', of)).body.id as string
    }
    await post(ann, 'closePayment', `/v1/payments/${await order('1.00')}/close`)
    const gateways = new Gateways(testSeal, testOutgoing)
    const context = { engine: api.world.engine, gateways }
    const paid = async (amount: string) => {
      const id = await order(amount)
      await sandbox.pay(id)
      await runPaymentJob(context, { tenant: api.world.tenant, payment: idToUuid('pay', id) })
      return (await api.get(`/v1/payments/${id}`)).body.charge as string
    }
    const abnormal = async () => {
      await sandbox.forceFault({ fault: 'abnormal', operation: 'refund' })
      const { id } = (await api.post('/v1/refunds', { charge: await paid('8.00') })).body
      for (let asked = 0; asked < 5; asked += 1) {
        await runRefund(context, api.world.tenant, idToUuid('rfd', id))
        if ((await api.get(`/v1/refunds/${id}/execution`)).body.status === 'abnormal') break
        await sandbox.advanceClock(1)
      }
      return `/v1/refunds/${id}`
    }
    await post(ann, 'redirectRefund', `${await abnormal()}/redirect`)
    await post(ann, 'resolveRefund', `${await abnormal()}/resolve`, { outcome: 'succeeded' })
    const notified = { ...settings, notifyUrl: url + body.notifyPath }
    await api.put('/v1/gateways/sandbox', { kind: 'sandbox', settings: notified })
    const id = await order('6.00')
    const before = (await listAudit(api.world.db, { actor: 'gateway sandbox' }, 200)).length
    await sandbox.pay(id)
    await expect
      .poll(async () => (await listAudit(api.world.db, { actor: 'gateway sandbox' }, 200)).length, { timeout: 10_000 })
      .toBeGreaterThan(before)
    walked.add('notifyGateway')
  }, 60_000)

  it('reconciliations', async () => {
    const current = (await api.get('/v1/reconciliation-settings/sandbox')).body
    await as(ann, 'putReconciliationSettings', 'PUT', '/v1/reconciliation-settings/sandbox', current)
    const day = Temporal.Now.plainDateISO('Asia/Shanghai')
    const date = day.subtract({ days: 2 }).toString()
    await post(ann, 'startReconciliation', '/v1/reconciliations', { gateway: 'sandbox', date })
    const upload = async (number: string) => {
      const at = `/v1/reconciliations/upload?gateway=sandbox&date=${day.toString()}`
      const row = ['payment', new Date().toISOString(), number, number, number, '3.00', '0.00', 'CNY', 'paid']
      const bill = stringify([[...BILL_COLUMNS], row, ['total', '1', '1', '3.00', '0.00', '0', '0.00', '0.00', 'CNY']])
      const { body } = await uploaded('uploadBill', at, bill)
      const { data } = (await api.get(`/v1/reconciliations/${body.id}/differences?limit=200`)).body
      const here = data.find((each: { class: string }) => each.class === 'missing_here')
      return { at: `/v1/reconciliations/${body.id}`, differences: [here.number] }
    }
    const fake = await startFakeWechatPay({ notifications: false })
    await api.put('/v1/gateways/wechatpay', { kind: 'wechatpay', settings: fake.settings({}) })
    const columns = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元)'
    const empty = [columns, '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', '`0,`0,`0.00,`0,`0.00', ''].join('\n')
    await uploaded('uploadFundBill', '/v1/fund-bills?gateway=wechatpay&date=2026-11-20', empty)
    await fake.stop()
    const first = await upload('unknown-1')
    await post(bob, 'approveCorrections', `${first.at}/approve`, { differences: first.differences })
    const second = await upload('unknown-2')
    const refusal = { differences: second.differences, note: 'ours' }
    await post(bob, 'declineCorrections', `${second.at}/decline`, refusal)
  })

  it('reports and approvals', async () => {
    await as(ann, 'putActiveUsers', 'PUT', '/v1/reports/active-users', { month: '2025-01', users: 5 })
    await post(ann, 'rebuildRollups', '/v1/reports/rebuild')
    const { policy } = (await api.get('/v1/approval-policy')).body
    await as(ann, 'putApprovalPolicy', 'PUT', '/v1/approval-policy', policy)
    await api.world.db.transaction((tx) => writePolicy(tx, DEFAULT_POLICY))
    const transfers = [{ from: 'world/funding', to: 'mch_1/balance', amount: cny('20000.00') }]
    for (const [who, operation, what] of [
      [bob, 'approveAct', 'approve'],
      [bob, 'declineAct', 'decline'],
      [ann, 'withdrawAct', 'withdraw'],
    ] as const) {
      const entry = { description: 'large', transfers }
      const { body } = await post(ann, 'createJournalEntry', '/v1/journal-entries', entry)
      await post(who, operation, `/v1/approvals/${body.id}/${what}`, what === 'withdraw' ? undefined : {})
    }
  })
})

it('walks every writing operation of the document', async () => {
  const { paths } = api.app.openapi() as { paths: Record<string, Record<string, { operationId?: string }>> }
  const writing = Object.values(paths).flatMap((methods) =>
    Object.entries(methods)
      .filter(([method]) => ['post', 'put', 'patch', 'delete'].includes(method))
      .map(([, { operationId }]) => operationId!),
  )
  expect(writing.filter((each) => !walked.has(each) && !NOT_WRITING.has(each))).toEqual([])
  expect([...NOT_WRITING.keys()].filter((each) => !writing.includes(each) || walked.has(each))).toEqual([])
})

/** An order whose refund policy asks for evidence by reason. */
async function orderOf(): Promise<{ id: string }> {
  const { event, parties } = lines.product('commerce', 'commission').product.example
  for (const { id, kind, attributes } of parties) await api.world.party(id, attributes, kind)
  return (await api.post('/v1/charges', { line: 'commerce', product: 'commission', event })).body
}

const seen = async (request: string) => (await api.get(`/v1/refund-requests/${request}`)).body
const receiptOf = async (charge: string) => (await api.get(`/v1/charges/${charge}/receipt`)).body
const opening = ({ number, secret }: { number: string; secret: string }) => ({ number, secret })
