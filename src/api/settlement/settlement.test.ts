import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
let own: string
let second: string
beforeAll(async () => {
  api = await makeServer()
  own = await api.makeKey(['settlement:read'], 'mch_1')
  second = await api.makeKey(['settlement:read', 'settlement:approve'])
})
afterAll(() => api.close())

const CNY = { currency: 'CNY' }
const of = (amount: string) => ({ amount, ...CNY })
const settings = async (payouts: object, debts: object = {}) => {
  const { settings: now } = (await api.get('/v1/settlement/settings')).body
  const body = { debts: { ...now.debts, ...debts }, payouts: { ...now.payouts, ...payouts } }
  const answer = await api.put('/v1/settlement/settings', body)
  expect(answer.status).toBe(200)
  return answer.body
}

it('settings report what is invalid and are recorded in the audit trail', async () => {
  const first = (await api.get('/v1/settlement/settings')).body
  expect(first).toMatchObject({ updatedBy: null, settings: { payouts: { hold: { rule: 'refund-window', days: 30 } } } })
  const put = (payouts: object) =>
    api.put('/v1/settlement/settings', { ...first.settings, payouts: { ...first.settings.payouts, ...payouts } })
  expect((await put({ schedule: { every: 'week' } })).body.code).toBe('settlement_settings_invalid')
  expect((await put({ hold: { rule: 'days', days: 401 } })).status).toBe(422)
  expect((await put({ minimum: '-1' })).status).toBe(422)
  // A name that does not fit the pattern is refused, not ignored.
  expect((await put({ lines: { '': 'anything' } })).status).toBe(422)
  expect((await settings({ hold: { rule: 'days', days: 7 } })).updatedBy).toMatch(/^key /)
  const party = { debts: { limits: [{ amount: of('50.00'), beyond: 'refuse' }] }, payouts: { paused: true } }
  const typed = { ...party, debts: { limits: [{ amount: of('50'), beyond: 'refuse' }] } }
  expect((await api.put('/v1/settlement/settings/mch_1', typed)).body.settings).toEqual(party)
  expect((await api.post('/v1/payouts', { party: 'mch_1', ...CNY })).body.code).toBe('payouts_paused')
  expect((await api.delete('/v1/settlement/settings/mch_1')).body.settings).toBe(null)
  const audit = (await api.get('/v1/audit?action=settlement_settings_changed')).body.data
  expect(audit).toHaveLength(2)
  expect(audit[1].detail.before).toBe(null)
})

it('a payout goes from the payable amount to the file and its result, and a party sees only its own', async () => {
  await settings({ hold: { rule: 'days', days: 7 }, twoPeopleAbove: '100', destinationWaitHours: 0 })
  await api.post('/v1/charges', payment('100.00'))
  await api.world.fund('mch_1/balance', '250.00')
  const able = (await api.get('/v1/payouts/payable?party=mch_1&currency=CNY', { key: own })).body
  expect(able).toMatchObject({ charges: 1, payable: of('250.00'), available: able.balance, paused: false })
  expect((await api.get('/v1/payouts/payable?party=mch_2&currency=CNY', { key: own })).body.code).toBe('party_unknown')
  const to = { ...CNY, holder: 'Noodles', account: 'DE02120300000000202051', bank: 'DKB' }
  expect((await api.put('/v1/parties/mch_1/payout-destination', { ...to, holder: '=1+1' })).body.code).toBe(
    'payout_destination_invalid',
  )
  // Keeps whole characters, also for an account that is a name: half a surrogate pair could not be stored.
  const named = await api.put('/v1/parties/mch_1/payout-destination', { ...to, account: '面馆𠮷𠮷a𠮷' })
  expect(named.body.hint).toBe('DKB …𠮷𠮷a𠮷')
  expect((await api.put('/v1/parties/mch_1/payout-destination', to)).body.hint).toBe('DKB …2051')
  const headers = { 'idempotency-key': 'week-47' }
  const body = { party: 'mch_1', ...CNY, amount: '200.00' }
  const made = await api.post('/v1/payouts', body, { headers })
  expect(made).toMatchObject({ status: 201, body: { status: 'created', people: 2, amount: of('200.00') } })
  expect((await api.post('/v1/payouts', body, { headers })).body.id).toBe(made.body.id)
  expect((await api.post('/v1/payouts', { ...body, amount: '1.00' }, { headers })).body.code).toBe(
    'idempotency_conflict',
  )
  expect((await api.post('/v1/payouts', body)).body.code).toBe('payout_exceeds_payable')
  expect((await api.post('/v1/payouts', { ...body, amount: '1.001' })).body.code).toBe('amount_too_precise')
  expect((await api.post('/v1/payouts', { party: 'nobody', ...CNY })).body.code).toBe('payout_nothing')
  expect((await api.post(`/v1/payouts/${made.body.id}/approve`)).body.code).toBe('approver_same')
  expect((await api.post(`/v1/payouts/${made.body.id}/approve`, undefined, { key: second })).body.status).toBe(
    'approved',
  )
  const small = (await api.post('/v1/payouts', { party: 'mch_1', ...CNY, amount: '50.00', note: 'early' })).body
  expect(small.status).toBe('approved')
  const file = await api.post('/v1/payout-files', CNY)
  expect(file).toMatchObject({ status: 201, body: { payouts: 2, total: of('250.00') } })
  const table = await api.get(`/v1/payout-files/${file.body.id}`)
  expect(table.text).toContain(`${small.id},mch_1,Noodles,DE02120300000000202051,DKB,,50.00,CNY`)
  expect((await api.post('/v1/payout-files', CNY)).body.code).toBe('payout_file_empty')
  const csv = `payout,outcome,reference,failure\n${made.body.id},paid,BANK-1,\n${small.id},failed,,account closed\n`
  const taken = (await api.post('/v1/payouts/results', { csv })).body.results
  expect(taken.map(({ result }: { result: { status: string } }) => result.status)).toEqual(['paid', 'failed'])
  const again = (await api.post('/v1/payouts/results', { csv: csv.replace('failed', 'paid') })).body.results
  expect(again.map(({ problem }: { problem: string }) => problem)).toEqual([null, 'payout_status'])
  expect((await api.post('/v1/payouts/results', { csv: csv.replace('paid', 'lost') })).body.params.line).toBe(2)
  const seen = (await api.get('/v1/payouts', { key: own })).body.data
  expect(seen.map(({ status }: { status: string }) => status)).toEqual(['failed', 'paid'])
  expect(seen[0]).toMatchObject({ createdBy: null, note: null, failure: 'account closed', file: file.body.id })
  const other = await api.makeKey(['settlement:read'], 'mch_2')
  expect((await api.get('/v1/payouts?party=mch_1', { key: other })).body.data).toEqual([])
  expect((await api.get(`/v1/payouts/${small.id}`, { key: other })).body.code).toBe('payout_unknown')
})

it('a debt is visible to its party with the refund that caused it, and is written off by two people', async () => {
  await settings({}, { writeOffTwoPeopleAbove: '10' })
  const charge = (await api.post('/v1/charges', payment('90.00'))).body
  await api.world.drain('mch_1/balance', await api.world.balance('mch_1/balance'))
  const refund = (await api.post('/v1/refunds', { charge: charge.id })).body
  const [debt] = (await api.get('/v1/debts', { key: own })).body.data
  expect(debt).toMatchObject({ party: 'mch_1', kind: 'debt', lines: [{ line: 'payments', amount: debt.amount }] })
  const detail = (await api.get('/v1/debts/mch_1?currency=CNY', { key: own })).body
  expect(detail.parts).toMatchObject([{ posting: refund.id, left: debt.amount, age: 0 }])
  expect((await api.get('/v1/debts', { headers: { accept: 'text/csv' } })).text).toContain(
    `mch_1,debt,CNY,${debt.amount.amount}`,
  )
  expect((await api.get('/v1/debts/summary')).body.totals).toMatchObject([{ line: 'payments', parties: 1 }])
  const off = { party: 'mch_1', action: 'write-off', ...CNY }
  expect((await api.post('/v1/debt-entries', off)).body.code).toBe('request_invalid')
  const entry = (await api.post('/v1/debt-entries', { ...off, reason: 'out of business' })).body
  expect(entry).toMatchObject({ status: 'proposed', journalEntry: null, amount: debt.amount })
  expect((await api.post(`/v1/debt-entries/${entry.id}/approve`)).body.code).toBe('approver_same')
  const posted = (await api.post(`/v1/debt-entries/${entry.id}/approve`, undefined, { key: second })).body
  expect(posted).toMatchObject({ status: 'posted', journalEntry: entry.id.replace('dbt', 'jrn') })
  expect((await api.post(`/v1/debt-entries/${entry.id}/decline`)).body.code).toBe('debt_entry_closed')
  expect((await api.get('/v1/debts/mch_1?currency=CNY')).body.code).toBe('debt_none')
  const [from, to] = ['2026-01-01', '2036-01-01']
  const url = `/v1/parties/mch_1/statement?currency=CNY&from=${from}&to=${to}`
  const statement = (await api.get(url, { key: own })).body
  expect(statement.closing.amount).toBe(await api.world.balance('mch_1/balance'))
  const sections = Object.fromEntries(statement.sections.map((each: { section: string }) => [each.section, each]))
  expect(sections.payouts).toMatchObject({ out: '250.00', in: '50.00', count: 3 })
  expect(sections.debts).toMatchObject({ in: debt.amount.amount })
  const csv = (await api.get(`${url}&format=csv`, { key: own })).text
  expect(csv.trim().split('\r\n').at(-1)).toContain(refund.id)
  expect((await api.get(url.replace('mch_1', 'mch_2'), { key: own })).body.code).toBe('party_unknown')
  expect((await api.get(url.replace(to, from))).body.code).toBe('report_period_invalid')
})
