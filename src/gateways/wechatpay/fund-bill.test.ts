import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseMicros } from '../../money/amount.ts'
import { type FundEntry, parseFundBill } from './fund-bill.ts'

const HEADER =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号'
const SUMMARY = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额'

const PAYMENT = ['2026-11-20 07:05:09', '4200000000202611200000000001', '1900031000202611200001', '交易', '交易']
const FEE = ['2026-11-20 07:05:09', '4200000000202611200000000001', '1900031000202611200002', '扣除交易手续费', '交易']
const WITHDRAWAL = ['2026-11-20 23:30:00', '', '1900031000202611200003', '提现', '提现']
const ROWS = [
  [...PAYMENT, '收入', '30.71', '130.71', 'system', '', 'A1'],
  [...FEE, '支出', '0.18', '130.53', 'system', '结算总金额:30.71元;手续费率:0.60%', 'A2'],
  [...WITHDRAWAL, '支出', '100.00', '30.53', '1900031000API', '提现,自动', 'A3'],
]
const TOTALS = ['3.0', '1.0', '30.71', '2.0', '100.18']

const quoted = (fields: readonly string[]) => `\`${fields.join(',`')}`
const file = (...lines: string[]) => `${lines.join('\n')}\n`
const withRows = (rows: readonly (readonly string[])[], totals: readonly string[] = TOTALS) =>
  file(HEADER, ...rows.map(quoted), SUMMARY, quoted(totals))

async function read(content: string | Uint8Array): Promise<FundEntry[]> {
  const entries: FundEntry[] = []
  const source = Readable.from([Buffer.from(content)], { objectMode: true })
  for await (const entry of parseFundBill(source)) entries.push(entry)
  return entries
}

/** A copy of the rows with one field changed. */
const changed = (row: number, column: number, value: string) =>
  ROWS.map((fields, at) => (at === row ? fields.with(column, value) : fields))

test('reads movements with signed amounts, and the balances of the day', async () => {
  const entries = await read(withRows(ROWS))
  expect(entries.map((entry) => (entry.kind === 'movement' ? [entry.name, entry.amount] : entry))).toEqual([
    ['交易', parseMicros('30.71')],
    ['扣除交易手续费', parseMicros('-0.18')],
    ['提现', parseMicros('-100')],
    {
      kind: 'summary',
      totals: {
        count: 3,
        incomeCount: 1,
        income: parseMicros('30.71'),
        expenseCount: 2,
        expense: parseMicros('100.18'),
      },
      opening: parseMicros('100'),
      closing: parseMicros('30.53'),
    },
  ])
  expect(entries[2]).toEqual({
    kind: 'movement',
    line: 4,
    at: '2026-11-20T15:30:00Z',
    businessNumber: '',
    flowNumber: '1900031000202611200003',
    name: '提现',
    type: '提现',
    amount: parseMicros('-100'),
    balance: parseMicros('30.53'),
    applicant: '1900031000API',
    note: '提现,自动',
    voucher: 'A3',
  })
})

test('reads ASCII brackets, gzip and the file of the platform, whose amounts are signed', async () => {
  const expected = await read(withRows(ROWS))
  const brackets = withRows(ROWS).replaceAll('（', '(').replaceAll('）', ')')
  expect(await read(gzipSync(brackets))).toEqual(expected)
  const signed = ROWS.map((row) =>
    row
      .with(6, row[5] === '支出' ? `-${row[6]}` : row[6]!)
      .toSpliced(5, 1)
      .join(','),
  )
  const platform = file(HEADER.replace('收支类型,', ''), ...signed, SUMMARY, TOTALS.join(','))
  expect(await read(platform)).toEqual(expected)
})

test('reads a file whose latest row is first, and an empty one', async () => {
  expect((await read(withRows(ROWS.toReversed()))).at(-1)).toMatchObject({
    opening: parseMicros('100'),
    closing: parseMicros('30.53'),
  })
  expect(await read(withRows([], ['0.0', '0.0', '0.00', '0.0', '0.00']))).toMatchObject([
    { kind: 'summary', opening: null, closing: null },
  ])
})

test.each([
  ['a balance that does not run on', withRows(changed(1, 7, '130.52')), 'fund_bill_balance_differs', { line: 3 }],
  [
    'a total that differs',
    withRows(ROWS, TOTALS.with(4, '100.17')),
    'fund_bill_total_differs',
    { column: '支出金额', stated: '100.17', computed: '100.18' },
  ],
  ['a file without its summary', file(HEADER, ...ROWS.map(quoted)), 'bill_summary_missing', { line: 4 }],
  ['a missing row', withRows(ROWS.toSpliced(1, 1)), 'fund_bill_balance_differs', { line: 3 }],
  ['an unknown direction', withRows(changed(0, 5, '其他')), 'bill_line_refused', { line: 2 }],
  ['a negative amount beside a direction', withRows(changed(1, 6, '-0.18')), 'bill_line_refused', { line: 3 }],
  ['digits lost in a spreadsheet', withRows(changed(0, 1, '4.2E+27')), 'bill_line_refused', { line: 2 }],
  ['an impossible day', withRows(changed(0, 0, '2026-02-30 10:00:00')), 'bill_line_refused', { line: 2 }],
  ['rows after the summary', `${withRows(ROWS)}${quoted(ROWS[0]!)}\n`, 'bill_line_refused', { line: 7 }],
  ['a trade bill', '交易时间,微信订单号\n', 'fund_bill_header_missing', {}],
  ['an empty file', '', 'fund_bill_header_missing', {}],
  ['a repeated column', file(`${HEADER},备注`), 'bill_column_repeated', { column: '备注' }],
  ['a missing column', file('记账时间,资金流水单号'), 'bill_column_missing', {}],
])('refuses %s', async (_, content, code, params) => {
  await expect(read(content)).rejects.toMatchObject({ code, params: expect.objectContaining(params) })
})
