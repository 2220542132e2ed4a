import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
beforeAll(async () => {
  api = await makeServer()
})
afterAll(() => api.close())

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const funding = (amount: string, to = 'adv_1/wallet') => ({
  description: 'top-up',
  transfers: [{ from: 'world/funding', to, amount: cny(amount), kind: 'funding' }],
})

describe('journal entries', () => {
  it('move money manually, once per key', async () => {
    const ask = { headers: { 'idempotency-key': 'top-up-1' } }
    const first = await api.post('/v1/journal-entries', funding('50.00'), ask)
    expect(first).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^jrn_/), ...funding('50.00'), effectiveAt: null },
    })
    const again = await api.post('/v1/journal-entries', funding('50.00'), ask)
    expect(again.text).toBe(first.text)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect((await api.post('/v1/journal-entries', funding('51.00'), ask)).body.code).toBe('idempotency_conflict')
    expect(await api.world.balance('adv_1/wallet')).toBe('50.00')
    const { body } = await api.get(`/v1/ledger/transfers?journalEntry=${first.body.id}`)
    expect(body.data).toEqual([
      expect.objectContaining({ kind: 'funding', of: first.body.id, amount: cny('50.00'), component: null }),
    ])
  })

  it.each([
    [
      'insufficient_funds',
      { description: 'x', transfers: [{ from: 'adv_1/wallet', to: 'x/external', amount: cny('999') }] },
    ],
    ['account_path_invalid', funding('1.00', 'adv_1/pocket')],
    ['amount_not_positive', funding('-1.00')],
    [
      'amount_too_precise',
      { ...funding('1.00'), transfers: [{ from: 'a/funding', to: 'b/wallet', amount: cny('0.0000001') }] },
    ],
    [
      'currency_unknown',
      {
        ...funding('1.00'),
        transfers: [{ from: 'a/funding', to: 'b/wallet', amount: { amount: '1', currency: 'QQQ' } }],
      },
    ],
    ['request_invalid', { ...funding('1.00'), transfers: [] }],
    ['request_invalid', { ...funding('1.00'), transfers: [{ from: 'a/wallet', to: 'a/wallet', amount: cny('1') }] }],
    ['request_invalid', { ...funding('1.00'), description: '' }],
    ['effective_in_future', { ...funding('1.00'), effectiveAt: '2999-01-01T00:00:00Z' }],
  ])('are refused with %s', async (code, body) => {
    const { body: problem } = await api.post('/v1/journal-entries', body)
    expect([code, code === 'amount_too_precise' ? 'request_invalid' : code]).toContain(problem.code)
  })
})

describe('holds', () => {
  const hold = (amount: string) => ({
    account: { path: 'usr_h/wallet', currency: 'CNY' },
    amount: cny(amount),
    expiresIn: 60,
  })

  it('reserve an amount and release it', async () => {
    await api.world.fund('usr_h/wallet', '20.00')
    const ask = { headers: { 'idempotency-key': 'hold-1' } }
    const made = await api.post('/v1/holds', hold('15.00'), ask)
    expect(made).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^hld_/), status: 'authorized', amount: cny('15.00'), captured: cny('0.00') },
    })
    const at = `/v1/holds/${made.body.id}`
    expect((await api.get(at)).body).toEqual(made.body)
    const account = await api.get('/v1/accounts/usr_h/wallet?currency=CNY')
    expect(account.body).toEqual({
      path: 'usr_h/wallet',
      currency: 'CNY',
      balance: '20.00',
      held: '15.00',
      available: '5.00',
      floor: '0.00',
    })
    expect((await api.post('/v1/holds', hold('6.00'))).body.code).toBe('insufficient_funds')
    expect((await api.post(`${at}/void`)).body.status).toBe('voided')
    expect((await api.post(`${at}/void`)).body.status).toBe('voided')
    const again = await api.post('/v1/holds', hold('15.00'), ask)
    expect(again.text).toBe(made.text)
    expect((await api.post('/v1/holds', hold('16.00'), ask)).body.code).toBe('idempotency_conflict')
    expect((await api.get('/v1/accounts/usr_h/wallet?currency=CNY')).body.held).toBe('0.00')
  })

  it('expire', async () => {
    const { body } = await api.post('/v1/holds', { ...hold('1.00'), expiresIn: 1 })
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect((await api.get(`/v1/holds/${body.id}`)).body.status).toBe('expired')
  })

  it('are listed newest first, by party and status', async () => {
    await api.world.fund('usr_list/wallet', '10.00')
    await api.world.fund('usr_list2/wallet', '10.00')
    const of = (user: string) => ({ ...hold('1.00'), account: { path: `${user}/wallet`, currency: 'CNY' } })
    const made = []
    for (const user of ['usr_list', 'usr_list', 'usr_list2']) made.push((await api.post('/v1/holds', of(user))).body)
    await api.post(`/v1/holds/${made[0].id}/void`)
    const list = async (query: string) => (await api.get(`/v1/holds?${query}`)).body
    const ids = (page: { data: { id: string }[] }) => page.data.map(({ id }) => id)
    // The underscore of an id matches no other character.
    expect(ids(await list('party=usr_list'))).toEqual([made[1].id, made[0].id])
    expect(ids(await list('party=usr_list&status=voided'))).toEqual([made[0].id])
    expect(ids(await list('party=usr_list&status=authorized'))).toEqual([made[1].id])
    const first = await list('party=usr_list&limit=1')
    expect(ids(await list(`party=usr_list&limit=1&cursor=${first.nextCursor}`))).toEqual([made[0].id])
  })

  it('refuse invalid requests', async () => {
    const unknown = 'hld_01kafz6y4cfy7s3rj8v5m2n9qt'
    expect((await api.get(`/v1/holds/${unknown}`)).body.code).toBe('hold_unknown')
    const { body } = await api.post(`/v1/holds/${unknown}/void`)
    expect(body).toMatchObject({ code: 'hold_unknown', params: { hold: unknown } })
    expect((await api.post('/v1/holds', { ...hold('1.00'), expiresIn: 0 })).body.code).toBe('request_invalid')
    const wrong = { ...hold('1.00'), amount: { amount: '1.00', currency: 'USD' } }
    expect((await api.post('/v1/holds', wrong)).body.code).toBe('currency_mismatch')
    expect((await api.post('/v1/holds', hold('0.00'))).body.code).toBe('amount_not_positive')
  })
})

describe('journal entries', () => {
  it('are listed newest first with their transfers and their maker', async () => {
    const post = (to: string, more: object = {}) =>
      api.post('/v1/journal-entries', {
        ...{ description: `for ${to}`, ...more },
        transfers: [
          { from: 'world/funding', to: `${to}/wallet`, amount: cny('3.00'), kind: 'funding' },
          { from: 'world/funding', to: `${to}/wallet`, amount: cny('4.50') },
        ],
      })
    const { body: one } = await post('usr_j')
    const { body: two } = await post('usr_j', { effectiveAt: '2026-01-02T03:04:05.000Z' })
    await post('usr_jj')
    expect(one).toMatchObject({
      ...{ description: 'for usr_j', effectiveAt: null, createdBy: expect.stringMatching(/^key key_/) },
      transfers: [
        { from: 'world/funding', to: 'usr_j/wallet', amount: cny('3.00'), kind: 'funding' },
        { from: 'world/funding', to: 'usr_j/wallet', amount: cny('4.50'), kind: 'journal' },
      ],
    })
    expect(two.effectiveAt).toBe('2026-01-02T03:04:05.000Z')
    expect((await api.get('/v1/journal-entries?party=usr_j')).body).toEqual({ data: [two, one], nextCursor: null })
    expect((await api.get(`/v1/journal-entries/${one.id}`)).body).toEqual(one)
    const unknown = 'jrn_01kafz6y4cfy7s3rj8v5m2n9qt'
    expect((await api.get(`/v1/journal-entries/${unknown}`)).body.code).toBe('journal_entry_unknown')
  })
})

describe('the books', () => {
  it('show the transfers of a charge and of its refund', async () => {
    const { body: charge } = await api.post('/v1/charges', payment('100.00'))
    const { body: refund } = await api.post('/v1/refunds', { charge: charge.id })
    const of = async (query: string) => (await api.get(`/v1/ledger/transfers?${query}`)).body.data
    expect((await of(`charge=${charge.id}`)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'cost',
      'fee',
      'principal',
    ])
    const back = await of(`refund=${refund.id}`)
    expect(back).toHaveLength(3)
    expect(back[0]).toMatchObject({ of: refund.id, from: 'sandbox/fees', to: 'platform/cost' })
    expect((await api.get(`/v1/ledger/transfers?charge=${charge.id}&refund=${refund.id}`)).body.code).toBe(
      'request_invalid',
    )
    expect((await api.get('/v1/ledger/transfers?journalEntry=jrn_01kafz6y4cfy7s3rj8v5m2n9qt')).body.code).toBe(
      'journal_entry_unknown',
    )
  })

  it('are paged without repeats', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor ? `&cursor=${cursor}` : ''
      const { body } = await api.get(`/v1/ledger/transfers?limit=3${query}`)
      seen.push(...body.data.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor
      await api.post('/v1/journal-entries', funding('0.01'))
    } while (cursor && seen.length < 500)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(5)
  })

  it('balance now and at a past time', async () => {
    const at = new Date().toISOString()
    await api.post('/v1/journal-entries', funding('7.00', 'adv_2/wallet'))
    const now = (await api.get('/v1/ledger/trial-balance')).body
    expect(now).toMatchObject({ at: null, basis: 'recorded' })
    const sum = now.data.reduce((total: number, line: { balance: string }) => total + Number(line.balance) * 1e6, 0)
    expect(Math.round(sum)).toBe(0)
    const paths = (data: { path: string }[]) => data.map(({ path }) => path)
    expect(paths(now.data)).toContain('adv_2/wallet')
    const before = (await api.get(`/v1/ledger/trial-balance?at=${at}&basis=effective`)).body
    expect(paths(before.data)).not.toContain('adv_2/wallet')
    const balance = await api.get(`/v1/accounts/adv_2/wallet?currency=CNY&at=${at}`)
    expect(balance.body).toEqual({ path: 'adv_2/wallet', currency: 'CNY', balance: '0.00', at, basis: 'recorded' })
  })

  it('are checked and exported', async () => {
    expect((await api.get('/v1/ledger/check')).body).toMatchObject({ ok: true, faults: [] })
    for (const format of ['hledger', 'beancount', 'csv']) {
      const { status, text, headers } = await api.get(`/v1/ledger/export?format=${format}`)
      expect(status).toBe(200)
      expect(headers['content-type']).toMatch(/^text\//)
      expect(headers['content-disposition']).toContain('attachment')
      expect(text).toContain('0.60')
    }
    expect((await api.get('/v1/ledger/export?format=xml')).body.code).toBe('request_invalid')
  })

  it('are exported by period, which is recorded', async () => {
    const month = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' })
    const from = month.format(new Date())
    const { text, headers } = await api.get(`/v1/ledger/export?format=csv&from=${from}&externals=each`)
    expect(headers['content-disposition']).toBe(`attachment; filename="ledger-from-${from}-01.csv"`)
    expect(text).toContain('mch_1/balance')
    const past = await api.get('/v1/ledger/export?format=csv&from=2001-01&to=2001-02-15')
    expect(past.text.split('\r\n')).toHaveLength(2)
    const [last] = (await api.get('/v1/audit?action=ledger_exported&limit=1')).body.data
    expect(last.detail).toEqual({
      format: 'csv',
      from: '2001-01-01',
      to: '2001-02-15',
      externals: 'one',
      units: 'money',
    })
  })

  it.each(['from=2026-02-30', 'from=2026-13', 'from=0000-01', 'from=2026-02&to=2026-02-01', 'to=2026-00-01'])(
    'are not exported for an invalid period: %s',
    async (period) => {
      const { status, body } = await api.get(`/v1/ledger/export?format=csv&${period}`)
      expect([status, body.code]).toEqual([400, 'export_period_invalid'])
    },
  )
})

describe('accounts', () => {
  it('are listed page by page', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: string = cursor ? `&cursor=${cursor}` : ''
      const { body } = await api.get(`/v1/accounts?limit=2&currency=CNY${query}`)
      seen.push(...body.data.map(({ path }: { path: string }) => path))
      cursor = body.nextCursor
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toContain('mch_1/balance')
    const own = (await api.get('/v1/accounts?party=mch_1')).body.data
    expect(own.map(({ path }: { path: string }) => path)).toEqual(['mch_1/balance'])
    const open = (await api.get('/v1/accounts?party=platform')).body.data[0]
    expect(open).toMatchObject({ available: null, floor: null })
  })

  it('have statements', async () => {
    const { body } = await api.get('/v1/accounts/mch_1/balance/transfers?currency=CNY&limit=2')
    expect(body.data).toHaveLength(2)
    const rest = await api.get(`/v1/accounts/mch_1/balance/transfers?currency=CNY&cursor=${body.nextCursor}`)
    expect(rest.body.data.length).toBeGreaterThan(0)
    expect((await api.get(`/v1/ledger/transfers?cursor=${body.nextCursor}`)).body.code).toBe('cursor_invalid')
  })

  it.each([
    ['account_unknown', 'nobody/balance?currency=CNY'],
    ['account_unknown', 'mch_1/balance?currency=JPY'],
    ['request_invalid', 'mch_1/pocket?currency=CNY'],
    ['request_invalid', 'mch_1/balance'],
    ['request_invalid', 'mch_1/balance?currency=cn%00y'],
    ['time_invalid', 'mch_1/balance?currency=CNY&at=today'],
    ['request_invalid', 'mch_1/balance?currency=CNY&basis=other'],
  ])('are refused with %s: %s', async (code, at) => {
    expect((await api.get(`/v1/accounts/${at}`)).body.code).toBe(code)
  })
})
