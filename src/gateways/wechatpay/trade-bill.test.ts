/** https://pay.weixin.qq.com/doc/v3/merchant/4012556654, https://pay.weixin.qq.com/docs/merchant/products/bill-download/concept.html */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FakeWechatPay, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import { parseMicros } from '../../money/amount.ts'
import type { BillLine, Gateway } from '../gateway.ts'
import { wechatPayGateway } from './client.ts'
import { parseWechatPaySettings } from './settings.ts'

const HOUR = 3_600
/** 20:00 in Beijing. */
const START = new Date('2026-11-20T12:00:00Z')

let fake: FakeWechatPay
let gateway: Gateway
/** A temporary folder for this test file only: the real one may contain files of others. */
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'recoup-trade-bill-'))
  vi.stubEnv('TMPDIR', folder)
  fake = await startFakeWechatPay({ start: START, notifications: false })
  gateway = wechatPayGateway(parseWechatPaySettings(fake.settings()))
  for (const [number, amount] of [
    ['ord_000001', '1299.02'],
    ['ord_000002', '0.01'],
    ['ord_000003', '100.00'],
  ] as const) {
    const expiresAt = new Date(fake.now().getTime() + 3_600_000)
    const order = { number, amount: parseMicros(amount), unit: 'CNY', description: '面, `加蛋`', expiresAt }
    await gateway.createOrder({ ...order, method: { kind: 'native' } })
    await fake.pay(number)
  }
  await refund('rfd_1', 'ord_000003', '50.00')
  await fake.advance(3 * HOUR)
  fake.losePayer('ord_000001')
  await refund('rfd_2', 'ord_000001', '1299.02', '1299.02')
  fake.conduct.refundSeconds = 24 * HOUR
  await refund('rfd_3', 'ord_000003', '25.00')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await fake.stop()
  rmSync(folder, { recursive: true })
})

function refund(number: string, order: string, amount: string, total = '100.00') {
  const amounts = { total: parseMicros(total), amount: parseMicros(amount), unit: 'CNY' }
  return gateway.refund({ number, order, ...amounts, reason: null })
}

async function bill(date: string): Promise<BillLine[]> {
  const lines: BillLine[] = []
  for await (const line of gateway.downloadBill(date)) lines.push(line)
  return lines
}

test('is available from 10:00 of the next day', async () => {
  await expect(bill('2026-11-20')).rejects.toMatchObject({ kind: 'not_found', code: 'STATEMENT_CREATING' })
  // It is 23:00; 10:00 is eleven hours away.
  await fake.advance(11 * HOUR - 60)
  await expect(bill('2026-11-20')).rejects.toMatchObject({ kind: 'not_found' })
  await fake.advance(120)
  expect(await bill('2026-11-20')).toHaveLength(6)
})

test('lists payments and refunds of the Beijing day in order amounts, with the fee to the fen', async () => {
  const lines = await bill('2026-11-20')
  expect(lines[0]).toEqual({
    kind: 'payment',
    number: 'ord_000001',
    order: 'ord_000001',
    providerNumber: (await gateway.queryOrder('ord_000001')).providerNumber,
    paymentNumber: (await gateway.queryOrder('ord_000001')).providerNumber,
    amount: parseMicros('1299.02'),
    settled: parseMicros('1299.02'),
    fee: parseMicros('7.79'),
    unit: 'CNY',
    at: START,
    status: 'paid',
  })
  expect(lines[1]).toMatchObject({ number: 'ord_000002', amount: 10_000n, fee: 0n })
  expect(lines[3]).toEqual({
    kind: 'refund',
    number: 'rfd_1',
    order: 'ord_000003',
    providerNumber: (await gateway.queryRefund('rfd_1')).providerNumber,
    paymentNumber: (await gateway.queryOrder('ord_000003')).providerNumber,
    amount: parseMicros('50.00'),
    settled: parseMicros('50.00'),
    fee: parseMicros('0.30'),
    unit: 'CNY',
    at: START,
    status: 'succeeded',
  })
})

test('lists a refund on the day of acceptance with its status at that time, and never updates it', async () => {
  const status = async () =>
    (await bill('2026-11-20')).filter(({ kind }) => kind === 'refund').map((line) => line.status)
  expect(await status()).toEqual(['succeeded', 'abnormal', 'processing'])
  await fake.advance(24 * HOUR)
  expect((await gateway.queryRefund('rfd_3')).status).toBe('succeeded')
  expect(await status()).toEqual(['succeeded', 'abnormal', 'processing'])
  await expect(bill('2026-11-21')).rejects.toMatchObject({ kind: 'not_found', code: 'NO_STATEMENT_EXIST' })
})

test('refuses a file with a wrong digest or a broken download without revealing its content', async () => {
  const seen: BillLine[] = []
  const take = async () => {
    for await (const line of gateway.downloadBill('2026-11-20')) seen.push(line)
  }
  fake.spoilBills = (bytes) => Buffer.from(bytes.toString('latin1').replace('1299.02', '1299.03'), 'latin1')
  await expect(take()).rejects.toMatchObject({ kind: 'refused', code: 'digest_mismatch' })
  fake.spoilBills = (bytes) => bytes.subarray(0, bytes.length - 40)
  await expect(take()).rejects.toMatchObject({ kind: 'refused' })
  fake.spoilBills = null
  expect(seen).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

test('refuses a small file that expands to fill the disk', async () => {
  fake.spoilBills = () => Buffer.alloc(64 * 1024 ** 2)
  await expect(bill('2026-11-20')).rejects.toMatchObject({ kind: 'refused', code: 'bill_expands_too_far' })
  fake.spoilBills = null
  expect(readdirSync(folder)).toEqual([])
})

test('aborts a stalled download, which can be retried', async () => {
  const impatient = wechatPayGateway(parseWechatPaySettings(fake.settings({ timeoutMs: 200 })))
  fake.disturb({ kind: 'stall', match: /billdownload/ })
  const stalled = impatient.downloadBill('2026-11-20')[Symbol.asyncIterator]().next()
  await expect(stalled).rejects.toMatchObject({ kind: 'unknown', code: 'no_answer' })
  expect(readdirSync(folder)).toEqual([])
  expect(await bill('2026-11-20')).toHaveLength(6)
})

test.each([
  ['a row cut short', '`ord_000002,', '', 'bill_row_shape'],
  ['an unknown state', '`CHANGE,', '`LOST,', 'bill_status_unknown'],
  ['totals that differ', '`1399.03,`1374.02', '`1399.04,`1374.02', 'bill_summary_differs'],
  ['no totals at all', '总交易单数', '总交易', 'bill_row_shape'],
])('refuses the whole bill if a row can’t be read: %s', async (_, from, to, code) => {
  let written = ''
  fake.rewriteBills((text) => {
    written = text
    return text.replace(from, to)
  })
  await expect(bill('2026-11-20')).rejects.toMatchObject({ kind: 'refused', code })
  expect(written).toContain(from)
  fake.rewriteBills(null)
})

// https://pay.weixin.qq.com/docs/merchant/products/refund/introduction.html: refunding 9.00 of an order of 10.00 with a
// coupon of 3.00 pays the payer 6.30; request and order are stated in order amounts.
test('reports order amounts and requested refunds, not settled amounts, where coupons are used', async () => {
  fake.rewriteBills((text) =>
    text
      .replace('`CNY,`100.00,`0.00,`0,`0', '`CNY,`70.00,`30.00,`0,`0')
      .replace('`50.00,`0.00,`ORIGINAL', '`35.00,`0.00,`ORIGINAL')
      .replace('`6,`1399.03,`1374.02', '`6,`1369.03,`1359.02'),
  )
  const lines = await bill('2026-11-20')
  fake.rewriteBills(null)
  expect(lines.filter(({ order }) => order === 'ord_000003').map(({ amount }) => amount)).toEqual(
    ['100.00', '50.00', '25.00'].map((amount) => parseMicros(amount)),
  )
})

test('reports a payment revoked at the till as a refund under the number of the order', async () => {
  fake.rewriteBills((text) => text.replace(/`REFUND(,`OTHERS.*?)`50300\d+,`rfd_1/, '`REVOKED$1`0,`0'))
  const revoked = (await bill('2026-11-20')).filter(({ status }) => status === 'revoked')
  fake.rewriteBills(null)
  expect(revoked).toMatchObject([
    { kind: 'refund', number: 'ord_000003', order: 'ord_000003', amount: parseMicros('50') },
  ])
})

test('leaves no file behind when reading stops early, even if the process is killed meanwhile', async () => {
  for await (const line of gateway.downloadBill('2026-11-20')) {
    expect(line.number).toBe('ord_000001')
    expect(readdirSync(folder)).toEqual([])
    break
  }
  expect(readdirSync(folder)).toEqual([])
})

test('refuses an expired address, a bill older than three months and an invalid date', async () => {
  fake.disturb({ kind: 'error_before', match: /billdownload/ })
  await expect(bill('2026-11-20')).rejects.toMatchObject({ kind: 'unknown' })
  await expect(bill('20.11.2026')).rejects.toMatchObject({ kind: 'refused', code: 'date_invalid' })
  await fake.advance(100 * 24 * HOUR)
  await expect(bill('2026-11-20')).rejects.toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST' })
})
