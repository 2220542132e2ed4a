import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, payment, type TestServer } from '../../../test/api-server.ts'

let api: TestServer
let charge: string
beforeAll(async () => {
  api = await makeServer()
  charge = (await api.post('/v1/charges', payment('100.00'))).body.id
  await api.world.party('dev_x', { tier: 'standard' }, 'developer')
})
afterAll(() => api.close())

/** Returns every account and party of the tenant. */
async function everything(): Promise<string> {
  const { db, tenant } = api.world
  const [row] = await db.query<{ all: string }>(
    `SELECT coalesce((SELECT string_agg(path || ' ' || unit, ', ' ORDER BY id) FROM account WHERE tenant = $1), '')
         || '; ' || coalesce((SELECT string_agg(p::text, ', ' ORDER BY id) FROM party p WHERE tenant = $1), '') AS all`,
    [tenant],
  )
  return row!.all
}

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const entry = (from: string, to: string, amount: string) => ({
  description: 'test',
  transfers: [{ from, to, amount: cny(amount) }],
})
const debt = (action: string, currency = 'CNY') => ({ party: 'zz_9', action, currency, reason: 'test' })

const refused: [string, () => Promise<{ status: number; body: { code: string } }>, string][] = [
  ['a journal entry', () => api.post('/v1/journal-entries', entry('zz_1/balance', 'zz_2/balance', '1.00')), '409'],
  ['a hold', () => api.post('/v1/holds', hold('hh_2/wallet')), '409'],
  ['a charge', () => api.post('/v1/charges', ocr('dev_x')), '409'],
  ['a charge with a key', () => api.post('/v1/charges', ocr('dev_x'), { headers: { 'idempotency-key': 'o1' } }), '409'],
  ['a debt to recoup', () => api.post('/v1/debt-entries', debt('recoup')), 'debt_none'],
  ['a debt to repay', () => api.post('/v1/debt-entries', debt('repay', 'JPY')), 'debt_none'],
  ['a debt to write off', () => api.post('/v1/debt-entries', debt('write-off', 'KWD')), 'debt_none'],
  ['a debt to restore', () => api.post('/v1/debt-entries', debt('restore', 'USD')), 'debt_restore_exceeded'],
  ['a payout', () => api.post('/v1/payouts', { party: 'zz_3', currency: 'CNY' }), 'payout_nothing'],
  ['a refund', () => api.post('/v1/refunds', { charge, amount: cny('100.01') }), '409'],
  ['a party', () => api.put('/v1/parties/usr_new', { kind: 'user', name: 'x', attributes: { a: 1 } }), '422'],
]

const hold = (path: string) => ({ account: { path, currency: 'CNY' }, amount: cny('1.00'), expiresIn: 60 })
const ocr = (developer: string) => ({
  line: 'apis',
  product: 'ocr',
  event: { developer, calls: 100, failed: 0 },
})

describe('a refused request leaves no account and no party behind', () => {
  it.each(refused)('%s', async (_, ask, why) => {
    const before = await everything()
    const { status, body } = await ask()
    expect(status).toBeGreaterThanOrEqual(400)
    expect([body.code, String(status)]).toContain(why)
    expect(await everything()).toBe(before)
  })

  it('a charge that is refused beside one that is posted', async () => {
    const [posted, other] = await Promise.all([
      api.post('/v1/charges', payment('1.00', { payer: 'usr_beside' })),
      api.post('/v1/charges', ocr('dev_x')),
    ])
    expect([posted.status, other.status]).toEqual([201, 409])
    const all = await everything()
    expect(all).toContain('usr_beside/external CNY')
    expect(all).not.toContain('dev_x/wallet')
  })

  it('a preview of a refund', async () => {
    const before = await everything()
    expect((await api.post('/v1/refunds/preview', { charge })).status).toBe(200)
    expect(await everything()).toBe(before)
  })
})

describe('the list of accounts', () => {
  it('answers after a refused debt entry in an unknown currency, and beside a stored one', async () => {
    expect(await api.post('/v1/debt-entries', debt('repay', 'AAA'))).toMatchObject({
      status: 422,
      body: { code: 'currency_unknown' },
    })
    const { db, tenant } = api.world
    await db.query(`INSERT INTO account (tenant, path, unit) VALUES ($1, 'zz_old/debt', 'AAA')`, [tenant])
    const { status, body } = await api.get('/v1/accounts?limit=200')
    expect(status).toBe(200)
    expect(body.data.map(({ path }: { path: string }) => path)).toContain('zz_old/debt')
    await db.query(`DELETE FROM account WHERE tenant = $1 AND unit = 'AAA'`, [tenant])
  })
})
