import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BillDetail,
  type BillEntry,
  type BillPayment,
  type BillRefund,
  type BillSummary,
  parseTradeBill,
} from '../../src/gateways/wechatpay/bill.ts'
import { isWholeMinor, parseMicros } from '../../src/money/amount.ts'
import { applyRate, compareRates, parseRate } from '../../src/money/rate.ts'
import { readArguments } from './arguments.ts'
import { type BillPlan, generateBill, readMerchants } from './bill.ts'
import { categories } from './categories.ts'
import { header, rowText, summaryHeader } from './row.ts'

const merchants = readMerchants(readFileSync(new URL('merchants.json', import.meta.url), 'utf8'))
const plan = (changes: Partial<BillPlan> = {}): BillPlan => ({
  date: '2026-11-20',
  rows: 200,
  seed: 1,
  refunds: 0.06,
  differences: 0,
  bad: 0,
  merchants,
  ...changes,
})

async function* bytes(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function parse(texts: Iterable<string>): Promise<BillEntry[]> {
  const entries: BillEntry[] = []
  for await (const entry of parseTradeBill(bytes(texts))) entries.push(entry)
  return entries
}

const isPayment = (entry: BillEntry): entry is BillPayment => entry.kind === 'payment'
const isRefund = (entry: BillEntry): entry is BillRefund => entry.kind === 'refund'
const seconds = (entry: BillDetail) => Date.parse(entry.tradeTime) / 1000
const rateOf = (entry: BillDetail) =>
  parseRate(categories[merchants.find((merchant) => merchant.merchantId === entry.subMerchantId)!.category]!.rate)

test('writes the committed file by the command in the README', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const command = /^npx node examples\/wechat-bill\/generate\.ts (.*) > examples\/wechat-bill\/(.*)$/m.exec(readme)!
  const text = [...generateBill(readArguments(command[1]!.split(' ')))].join('')
  const committed = readFileSync(new URL(command[2]!, import.meta.url))
  expect(committed.equals(Buffer.from(text))).toBe(true)
  expect(committed.length).toBeLessThan(100_000)
})

test('generates a different bill for a different seed', () => {
  expect([...generateBill(plan())]).toEqual([...generateBill(plan())])
  expect([...generateBill(plan())]).not.toEqual([...generateBill(plan({ seed: 2 }))])
})

test('generates bills that are parsed completely and whose refunds follow the rules', async () => {
  const plans = fc.record({
    seed: fc.nat(),
    rows: fc.integer({ min: 0, max: 120 }),
    refunds: fc.double({ min: 0, max: 0.4, noNaN: true }),
  })
  await fc.assert(
    fc.asyncProperty(plans, async (changes) => {
      const entries = await parse(generateBill(plan(changes)))
      const summary = entries.at(-1) as BillSummary
      expect(summary).toMatchObject({ complete: true, bad: 0, differences: [] })
      expect(summary.stated).toEqual(summary.computed)
      for (const entry of entries.filter(isPayment)) checkPayment(entry)
      for (const payment of entries.filter(isPayment)) {
        checkRefunds(
          payment,
          entries.filter(isRefund).filter(({ orderNo }) => orderNo === payment.orderNo),
        )
      }
    }),
    { numRuns: 40 },
  )
})

function checkPayment(payment: BillPayment): void {
  expect(payment.tradeTime >= '2026-11-19T16:00:00Z' && payment.tradeTime < '2026-11-20T16:00:00Z').toBe(true)
  expect(payment.orderAmount >= parseMicros('2') && payment.orderAmount <= parseMicros('2000')).toBe(true)
  expect(isWholeMinor(payment.orderAmount, 'CNY')).toBe(true)
  expect(compareRates(payment.rate!, rateOf(payment))).toBe(0)
  expect(payment.fee).toBe(applyRate(payment.settleAmount, payment.rate!, 10_000n))
}

function checkRefunds(payment: BillPayment, refunds: BillRefund[]): void {
  let before = seconds(payment)
  for (const refund of refunds) {
    expect(seconds(refund) - before).toBeGreaterThan(60)
    before = seconds(refund)
    expect(refund.requestedRefundAmount > 0n && refund.fee <= 0n).toBe(true)
  }
  const sum = (of: (refund: BillRefund) => bigint) => refunds.reduce((total, refund) => total + of(refund), 0n)
  const requested = sum((refund) => refund.requestedRefundAmount)
  expect(requested <= payment.orderAmount).toBe(true)
  if (requested !== payment.orderAmount) return
  expect(sum((refund) => refund.settleRefundAmount)).toBe(payment.settleAmount)
  expect(sum((refund) => refund.rechargeCouponRefundAmount)).toBe(payment.rechargeCouponAmount)
  expect(sum((refund) => refund.fee)).toBe(-payment.fee)
}

test('has the requested numbers of rows, refunds, differences and damaged rows', async () => {
  const entries = await parse(generateBill(plan({ rows: 1000, differences: 12, bad: 4 })))
  const payments = entries.filter(isPayment)
  expect(entries.filter(isRefund)).toHaveLength(60)
  expect(payments).toHaveLength(936)
  expect(payments.filter((entry) => compareRates(entry.rate!, rateOf(entry)) !== 0)).toHaveLength(12)
  expect(payments.filter((entry) => entry.fee !== applyRate(entry.settleAmount, rateOf(entry), 10_000n))).toHaveLength(
    12,
  )
  const codes = entries.flatMap((entry) => (entry.kind === 'bad' ? [entry.code] : []))
  expect(new Set(codes)).toEqual(new Set(['bill_row_shape', 'bill_field_invalid', 'bill_status_unknown']))
  expect(entries.at(-1)).toMatchObject({ bad: 4, complete: true, stated: { count: 1000 }, computed: { count: 996 } })
  expect(payments.some(({ goods }) => goods.includes(','))).toBe(true)
  expect(payments.some(({ couponAmount, rechargeCouponAmount }) => couponAmount > rechargeCouponAmount)).toBe(true)
  expect(payments.some(({ rechargeCouponAmount }) => rechargeCouponAmount > 0n)).toBe(true)
  expect(entries.filter(isRefund).some(({ refundNo }) => refundNo.endsWith('R2'))).toBe(true)
})

test('is parsed with the correct amounts or refused, whatever the names of the goods', async () => {
  const [, line] = [...generateBill(plan({ rows: 1, refunds: 0 }))]
  const fields = line!.trim().slice(1).split(',`')
  const [expected] = (await parse([`${header}\n`, line!])).filter(isPayment)
  const pieces = fc.constantFrom(',', '`', ',`', '"', '0.01000', '0.60%', '1.00', '', '面', '{"a":1,"b":2}', ' ')
  const names = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(names, names, fc.boolean(), async (goods, attach, backquotes) => {
      const changed = fields.with(20, goods).with(21, attach)
      const text = backquotes ? rowText(changed) : `${changed.join(',')}\n`
      const [entry] = await parse([`${header}\n`, text, `${summaryHeader}\n`])
      if (entry!.kind === 'bad') {
        expect(['bill_row_ambiguous', 'bill_row_shape']).toContain(entry!.code)
        return
      }
      const { fee, rate, orderAmount, settleAmount, rateNote } = entry as BillPayment
      expect({ fee, rate, orderAmount, settleAmount, rateNote }).toEqual({
        fee: expected!.fee,
        rate: expected!.rate,
        orderAmount: expected!.orderAmount,
        settleAmount: expected!.settleAmount,
        rateNote: '',
      })
      if (backquotes && !`${goods},\`${attach}`.replace(',`', '').includes(',`'))
        expect(entry).toMatchObject({ goods, attach })
    }),
    { numRuns: 400 },
  )
})

test('generates a large bill in constant memory', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const held: number[] = []
  let rows = 0
  for await (const entry of parseTradeBill(bytes(generateBill(plan({ rows: 25_000 }))))) {
    rows += 1
    if (entry.kind === 'summary') expect(entry).toMatchObject({ complete: true, bad: 0, differences: [] })
    if (rows % 5_000 !== 0) continue
    collectGarbage()
    held.push(process.memoryUsage().heapUsed)
  }
  expect(rows).toBe(25_001)
  // The text alone is 7 MB, and its entries take several times as much memory.
  expect(Math.max(...held) - held[0]!).toBeLessThan(4 * 1024 * 1024)
}, 60_000)

test('refuses contradictory arguments', () => {
  for (const wrong of [
    [],
    ['--date', '2026-13-40'],
    ['--date', '2026-11-20', '--rows', '-1'],
    ['--date', '2026-11-20', '--rows', '1e3'],
    ['--date', '2026-11-20', '--refunds', '0.9'],
    ['--date', '2026-11-20', '--what', '1'],
  ]) {
    expect(() => readArguments(wrong)).toThrow()
  }
  expect(() => readMerchants('[]')).toThrow()
  expect(() => readMerchants('[{"id":"a","merchantId":"1","category":"retail"}]')).toThrow()
  expect(() => readMerchants('[{"id":"a","merchantId":"1900000109","category":"zoo"}]')).toThrow()
})
