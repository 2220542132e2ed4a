/** A bill that is imported and reconciled, in either order, is one book: nothing is charged or proposed twice. */
import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../src/cli/client.ts'
import { importBill } from '../src/cli/wechat-bill/import.ts'
import { Report } from '../src/cli/wechat-bill/report.ts'
import { parseTradeBill } from '../src/gateways/wechatpay/bill.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { makeServer, type TestServer } from './api-server.ts'
import { type FakeWechatPay, startFakeWechatPay } from './wechatpay/server.ts'

const BILL = 'examples/wechat-bill/2026-11-20.csv'
const MERCHANTS = 'examples/wechat-bill/merchants.json'
let server: TestServer
let fake: FakeWechatPay
let client: Client

beforeAll(async () => {
  server = await makeServer()
  fake = await startFakeWechatPay({ notifications: false })
  client = new Client({ url: await server.app.listen({ host: '127.0.0.1', port: 0 }), key: server.key })
  const settings = fake.settings({ mchid: '1900031000' })
  expect((await server.put('/v1/gateways/wechatpay', { kind: 'wechatpay', settings })).status).toBe(201)
  for (const { id, name, merchantId, category } of JSON.parse(readFileSync(MERCHANTS, 'utf8'))) {
    const attributes = { merchantCategory: category, wechatMerchantId: merchantId }
    await server.put(`/v1/parties/${id}`, { kind: 'merchant', name: name.en, attributes })
  }
})
afterAll(async () => {
  await fake.stop()
  await server.close()
})

async function imported(source: AsyncIterable<Uint8Array>): Promise<Report> {
  const report = new Report(1_000)
  await importBill({ client, source, report, category: 'retail' })
  return report
}

const upload = async (body: string) => {
  const url = '/v1/reconciliations/upload?gateway=wechatpay&date=2026-11-20'
  return server.post(url, body, { headers: { 'content-type': 'application/octet-stream' } })
}

test('finds what the API charged and refunded under the provider’s numbers', async () => {
  const lines = readFileSync(BILL, 'utf8').split('\n')
  const row = lines.findIndex((line) => line.includes('`SUCCESS') && line.includes('`1900031101'))
  const fields = lines[row]!.slice(1).split(',`')
  const bill = (amount: string) => {
    const changed = fields.with(12, amount).with(24, amount)
    const totals = `\`1,\`${amount},\`0.00,\`0.00,\`${fields[22]},\`${amount},\`0.00`
    return [Buffer.from([lines[0], `\`${changed.join(',`')}`, lines.at(-3), totals, ''].join('\n'))]
  }
  const event = { payer: 'usr_1', merchant: 'mch_noodles', channel: 'wechatpay' }
  const amount = { amount: fields[12], currency: 'CNY' }
  const request = { line: 'payments', product: 'scan-pay', event: { ...event, amount }, reference: fields[5] }
  const charged = await server.post('/v1/charges', { ...request, effectiveAt: '2026-11-20T01:00:00Z' })
  expect(charged.status, charged.text).toBe(201)

  const report = await imported(Readable.from(bill(fields[12]!)))
  expect([report.payments, report.clean]).toEqual([{ posted: 0, replayed: 1, refused: 0 }, true])
  expect((await server.get(`/v1/charges?reference=${fields[5]}`)).body.data).toHaveLength(1)

  const other = await imported(Readable.from(bill('99.99')))
  expect(other.payments).toEqual({ posted: 0, replayed: 0, refused: 1 })
  expect(other.faults.kept).toMatchObject([{ line: 2, code: 'bill_amount_differs' }])
})

test('matches every line of the example bill after it was imported', async () => {
  const report = await imported(createReadStream(BILL))
  expect([report.payments.posted, report.refunds.posted, report.faults.kept]).toEqual([281, 18, []])
  const run = await upload(readFileSync(BILL, 'utf8'))
  expect(run.status, run.text).toBe(201)
  const figures = run.body.classes.map((each: { class: string; kind: string; count: number }) => [
    each.class,
    each.kind,
    each.count,
  ])
  expect(figures).toEqual([
    ['fee_differs', 'payment', 4],
    ['matched', 'payment', 278],
    ['matched', 'refund', 18],
  ])
  expect(run.body.differences).toMatchObject({ proposed: 4, alerts: 0 })
}, 60_000)

describe('the fund-flow bill of the same day', () => {
  const HEADER =
    '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号'
  interface Moved {
    readonly number: string
    readonly name: string
    readonly amount: bigint
  }
  const OPENING = parseMicros('1000.00')

  /** What the trade bill of the example moves on the account, and a withdrawal. */
  async function movements(): Promise<Moved[]> {
    const moved: Moved[] = []
    for await (const entry of parseTradeBill(createReadStream(BILL))) {
      if (entry.kind === 'payment') {
        moved.push({ number: entry.transactionId, name: '交易', amount: entry.settleAmount })
        moved.push({ number: entry.transactionId, name: '扣除交易手续费', amount: -entry.fee })
      }
      if (entry.kind === 'refund') {
        moved.push({ number: entry.refundId, name: '退款', amount: -entry.settleRefundAmount })
        moved.push({ number: entry.refundId, name: '退还交易手续费', amount: -entry.fee })
      }
    }
    return [
      ...moved.filter(({ amount }) => amount !== 0n),
      { number: '', name: '提现', amount: -parseMicros('500.00') },
    ]
  }

  function fundBill(moved: readonly Moved[], opening = OPENING, day = '2026-11-20'): string {
    let balance = opening
    const yuan = (micros: bigint) => formatMicros(micros < 0n ? -micros : micros, 'CNY')
    const rows = moved.map(({ number, name, amount }, n) => {
      balance += amount
      const direction = amount < 0n ? '支出' : '收入'
      const fields = [
        `${day} 10:00:00`,
        number,
        `f${n}`,
        name,
        name,
        direction,
        yuan(amount),
        yuan(balance),
        'system',
        '',
        '',
      ]
      return `\`${fields.join(',`')}`
    })
    const [into, out] = [moved.filter(({ amount }) => amount > 0n), moved.filter(({ amount }) => amount < 0n)]
    const sum = (of: readonly Moved[]) => yuan(of.reduce((total, { amount }) => total + amount, 0n))
    const totals = [`${moved.length}.0`, `${into.length}.0`, sum(into), `${out.length}.0`, sum(out)]
    return [HEADER, ...rows, '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', `\`${totals.join(',`')}`, ''].join(
      '\n',
    )
  }
  const take = (body: string, date = '2026-11-20') =>
    server.post(`/v1/fund-bills?gateway=wechatpay&date=${date}`, body, {
      headers: { 'content-type': 'application/octet-stream' },
    })
  const counts = (bill: { classes: { class: string; name: string; count: number }[] }) =>
    bill.classes.map((each) => `${each.class} ${each.name} ${each.count}`)

  test('is explained by the trade bill, movement by movement', async () => {
    const { status, body, text } = await take(fundBill(await movements()))
    expect(status, text).toBe(201)
    expect(counts(body)).toEqual([
      'matched 交易 282',
      'matched 扣除交易手续费 282',
      'matched 退款 18',
      'matched 退还交易手续费 18',
      'other 提现 1',
    ])
    expect(body).toMatchObject({ opening: { amount: '1000.00' }, gap: null, movements: 601 })
    const { data } = (await server.get(`/v1/fund-bills/${body.id}/movements?class=matched&limit=1`)).body
    expect(data[0]).toMatchObject({ name: '交易', charge: expect.stringMatching(/^chg_/), amount: data[0].expected })
  })

  test('names what is missing on either side, what differs, and a gap between days', async () => {
    const all = await movements()
    const [first, second, ...rest] = all.filter(({ name }) => name === '交易')
    const others = all.filter(({ name, number }) => name !== '交易' && number !== first!.number)
    const changed = [
      { ...second!, amount: second!.amount + 10_000n },
      { number: '999', name: '交易', amount: 10_000n },
    ]
    const { body } = await take(fundBill([...changed, ...rest, ...others]))
    expect(counts(body)).toContain('missing_there 交易 1')
    expect(counts(body)).toContain('missing_here 交易 1')
    const of = async (of: string) => (await server.get(`/v1/fund-bills/${body.id}/movements?class=${of}`)).body.data
    const text = (micros: bigint) => formatMicros(micros, 'CNY')
    expect(await of('missing_there')).toMatchObject([
      { providerNumber: first!.number, flowNumber: null, expected: { amount: text(first!.amount) } },
    ])
    expect(await of('amount_differs')).toMatchObject([
      { providerNumber: second!.number, expected: { amount: text(second!.amount) } },
    ])
    const withdrawal = [{ number: '', name: '提现', amount: -10_000n }]
    const next = await take(fundBill(withdrawal, OPENING, '2026-11-21'), '2026-11-21')
    const closing = parseMicros(body.closing.amount)
    expect(next.body.gap.amount).toBe(text(OPENING - closing))
    // Uploaded twice at once, it is taken twice, one after the other.
    const twice = await Promise.all([1, 2].map(() => take(fundBill(withdrawal, OPENING, '2026-11-21'), '2026-11-21')))
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    // One bill for each day: the former ones were replaced.
    const { data } = (await server.get('/v1/fund-bills?gateway=wechatpay')).body
    expect(data.map(({ date }: { date: string }) => date)).toEqual(['2026-11-21', '2026-11-20'])
  })

  test.each([
    ['a bill of another day', 'bill_day_differs', (text: string) => text.replaceAll('2026-11-20 ', '2026-11-19 ')],
    [
      'balances that do not run on',
      'fund_bill_balance_differs',
      (text: string) => text.replace(/(\d),`system/, '$19,`system'),
    ],
    ['a trade bill', 'fund_bill_header_missing', () => readFileSync(BILL, 'utf8')],
  ])('refuses %s, and keeps the former one', async (_, code, change) => {
    const before = (await server.get('/v1/fund-bills')).body
    const refused = await take(change(fundBill(await movements())))
    expect([refused.status, refused.body.code], refused.text).toEqual([422, code])
    expect((await server.get('/v1/fund-bills')).body).toEqual(before)
    expect((await take('', '2026-02-30')).body.code).toBe('reconciliation_date_invalid')
  })
})

test.each([
  ['another day', 'bill_day_differs', (text: string) => text.replaceAll('`2026-11-20 ', '`2026-11-19 ')],
  ['another merchant', 'bill_merchant_differs', (text: string) => text.replaceAll('`1900031000,', '`1900031999,')],
  ['type SUCCESS', 'bill_type_differs', (text: string) => withoutColumns(text, [14, 15, 16, 17, 18, 19, 25])],
  ['no transactions', 'bill_empty', (text: string) => emptied(text)],
])('refuses to reconcile a bill of %s', async (_, code, change) => {
  const answer = await upload(change(readFileSync(BILL, 'utf8')))
  expect([answer.status, answer.body.code], answer.text).toEqual([422, 'bill_refused'])
  expect(answer.text).toContain(code)
  const { body } = await server.get('/v1/reconciliations?gateway=wechatpay&status=completed')
  expect(body.data).toHaveLength(1)
})

test('names a transaction that a file lists twice, and counts it once', async () => {
  const lines = readFileSync(BILL, 'utf8').split('\n')
  const report = await imported(Readable.from([Buffer.from(lines.toSpliced(2, 0, lines[1]!).join('\n'))]))
  expect(report.faults.kept).toMatchObject([{ line: 3, code: 'bill_row_repeated' }])
  expect(report.totals().payments).toEqual({ bill: '25173.22', recoup: '25173.22', difference: '0.00' })
  expect(report.clean).toBe(false)
})

/** Removes columns and payments only remain, without the summary's check of the refunds. */
function withoutColumns(text: string, columns: readonly number[]): string {
  const [header, ...rows] = text.trimEnd().split('\n')
  const kept = (fields: string[]) => fields.filter((_, place) => !columns.includes(place))
  const payments = rows.filter((row) => row.includes(',`SUCCESS,`') && !row.includes('`REFUND'))
  const trades = payments.map((row) => `\`${kept(row.slice(1).split(',`')).join(',`')}`)
  return [kept(header!.split(',')).join(','), ...trades, '总交易单数', `\`${trades.length}`, ''].join('\n')
}

function emptied(text: string): string {
  const lines = text.trimEnd().split('\n')
  return [lines[0], lines.at(-2), lines.at(-1)!.replace(/`[\d.]+/g, '`0'), ''].join('\n')
}
