import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseMicros } from '../../money/amount.ts'
import { formatRate } from '../../money/rate.ts'
import { type BillBadRow, type BillEntry, type BillOptions, type BillSummary, parseTradeBill } from './bill.ts'

const HEADER =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

const PAYMENT: readonly string[] = [
  ...['2026-11-20 07:05:09', 'wx3f9a', '1900031000', '1900031101', '', '4200000000202611200000000001', '20261120A1'],
  ...['oPayer', 'JSAPI', 'SUCCESS', 'OTHERS', 'CNY', '30.71', '10.29', '0', '0', '0.00', '0.00', '', ''],
  ...['牛肉面', 'table=3', '0.18000', '0.60%', '36.00', '0.00', '活动'],
]
const REFUND: readonly string[] = [
  ...['2026-11-20 12:00:00', 'wx3f9a', '1900031000', '0', '', '4200000000202611200000000001', '20261120A1'],
  ...['oPayer', 'JSAPI', 'REFUND', 'OTHERS', 'CNY', '0.00', '0.00', '50303000002026112000000000101', '20261120A1R1'],
  ...['10.24', '1.67', 'ORIGINAL', 'PROCESSING', '牛肉面', 'table=3', '-0.06000', '0.60%', '0.00', '12.00', ''],
]
const TOTALS = ['2', '30.71', '10.24', '1.67', '0.12000', '36.00', '12.00']

const quoted = (fields: readonly string[]) => `\`${fields.join(',`')}`
const plain = (fields: readonly string[]) => fields.join(',')
const file = (...lines: string[]) => `${lines.join('\n')}\n`
const GOOD = file(HEADER, quoted(PAYMENT), quoted(REFUND), SUMMARY, quoted(TOTALS))

/** Returns a copy of a row with some columns changed, by name. */
function change(fields: readonly string[], changes: Record<string, string>): string[] {
  const names = HEADER.split(',')
  return fields.map((field, place) => changes[names[place]!] ?? field)
}

async function collect(entries: AsyncIterable<BillEntry>): Promise<BillEntry[]> {
  const all: BillEntry[] = []
  for await (const entry of entries) all.push(entry)
  return all
}

async function read(content: string | Uint8Array | Uint8Array[], options?: BillOptions): Promise<BillEntry[]> {
  const pieces = Array.isArray(content) ? content : [Buffer.from(content)]
  return collect(parseTradeBill(Readable.from(pieces, { objectMode: true }), options))
}

const summaryOf = (entries: BillEntry[]) => entries.at(-1) as BillSummary
const badOf = (entries: BillEntry[]) => entries.filter((entry): entry is BillBadRow => entry.kind === 'bad')
const kinds = (entries: BillEntry[]) => entries.map((entry) => entry.kind)
const codes = (entries: BillEntry[]) => badOf(entries).map((entry) => [entry.line, entry.code])

test('reads a payment, its refund and the summary', async () => {
  const [payment, refund, summary] = await read(GOOD)
  expect(payment).toEqual({
    kind: 'payment',
    line: 2,
    tradeTime: '2026-11-19T23:05:09Z',
    appId: 'wx3f9a',
    merchantId: '1900031000',
    subMerchantId: '1900031101',
    device: '',
    transactionId: '4200000000202611200000000001',
    orderNo: '20261120A1',
    payerId: 'oPayer',
    tradeType: 'JSAPI',
    bank: 'OTHERS',
    currency: 'CNY',
    settleAmount: parseMicros('30.71'),
    orderAmount: parseMicros('36.00'),
    couponAmount: parseMicros('10.29'),
    rechargeCouponAmount: parseMicros('5.00'),
    goods: '牛肉面',
    attach: 'table=3',
    fee: parseMicros('0.18'),
    rate: { numerator: 60n, denominator: 10_000n },
    rateText: '0.60%',
    rateNote: '活动',
  })
  expect(refund).toMatchObject({
    kind: 'refund',
    tradeTime: '2026-11-20T04:00:00Z',
    refundId: '50303000002026112000000000101',
    refundNo: '20261120A1R1',
    settleRefundAmount: parseMicros('10.24'),
    requestedRefundAmount: parseMicros('12'),
    rechargeCouponRefundAmount: parseMicros('1.67'),
    refundType: 'ORIGINAL',
    refundStatus: 'PROCESSING',
    fee: parseMicros('-0.06'),
  })
  expect(refund).not.toHaveProperty('subMerchantId')
  expect(summary).toMatchObject({ kind: 'summary', complete: true, bad: 0, differences: [] })
  expect((summary as BillSummary).stated).toEqual((summary as BillSummary).computed)
})

test.each([
  ['without backquotes', file(HEADER, plain(PAYMENT), plain(REFUND), SUMMARY, plain(TOTALS))],
  ['backquotes in the header too', file(quoted(HEADER.split(',')), ...GOOD.trim().split('\n').slice(1))],
  ['CRLF', GOOD.replaceAll('\n', '\r\n')],
  ['BOM', `\uFEFF${GOOD}`],
  ['no line end at the end', GOOD.trimEnd()],
  ['blank lines', `\n${GOOD.replaceAll('\n', '\n\n')}`],
  ['totals with blanks around them', GOOD.replace('`30.71,`10.24,`1.67', '`30.71 ,` 10.24,`1.67')],
])('reads the same entries: %s', async (_, content) => {
  const strip = (entries: BillEntry[]) => entries.map((entry) => ({ ...entry, line: 0 }))
  expect(strip(await read(content))).toEqual(strip(await read(GOOD)))
})

test('finds columns by name, in any order, and ignores unknown ones', async () => {
  const turned = (fields: readonly string[]) => [...fields].reverse().concat('x')
  const content = file(
    plain(turned(HEADER.split(','))),
    quoted(turned(PAYMENT)),
    quoted(turned(REFUND)),
    SUMMARY,
    quoted(TOTALS),
  )
  expect(await read(content)).toEqual(await read(GOOD))
})

test('recognizes gzip in chunks of any size', async () => {
  const expected = await read(GOOD)
  const packed = gzipSync(GOOD)
  expect(await read(packed)).toEqual(expected)
  const bytes = (content: Uint8Array) => Array.from(content, (byte) => Uint8Array.of(byte))
  expect(await read(bytes(packed))).toEqual(expected)
  expect(await read(bytes(Buffer.from(GOOD)))).toEqual(expected)
})

test('reads the older format of 24 columns under all its names', async () => {
  const newer = ['应结订单金额', '代金券金额', '充值券退款金额', '特约商户号', '订单金额', '申请退款金额', '费率备注']
  const header = (coupon: string, couponRefund: string) =>
    HEADER.replace('应结订单金额', '总金额')
      .replace('代金券金额', coupon)
      .replace('充值券退款金额', couponRefund)
      .replace('特约商户号', '子商户号')
      .replace(',订单金额,申请退款金额,费率备注', '')
  const old = (fields: readonly string[]) => fields.slice(0, 24)
  for (const [coupon, couponRefund, total] of [
    ['代金券或立减优惠金额', '代金券或立减优惠退款金额', '总代金券或立减优惠退款金额'],
    ['企业红包金额', '企业红包退款金额', '总企业红包退款金额'],
  ] as const) {
    for (const form of [quoted, plain]) {
      const entries = await read(
        file(
          header(coupon, couponRefund),
          form(old(PAYMENT)),
          form(old(REFUND)),
          `总交易单数,总交易额,总退款金额,${total},手续费总金额`,
          form(TOTALS.slice(0, 5)),
        ),
      )
      expect(newer.some((name) => header(coupon, couponRefund).split(',').includes(name))).toBe(false)
      expect(entries[0]).toMatchObject({ orderAmount: parseMicros('30.71'), settleAmount: parseMicros('30.71') })
      expect(entries[0]).toMatchObject({ rechargeCouponAmount: parseMicros('10.29'), rateNote: '' })
      expect(entries[1]).toMatchObject({ requestedRefundAmount: parseMicros('10.24') })
      expect(summaryOf(entries)).toMatchObject({ complete: true, bad: 0, differences: [] })
      expect(summaryOf(entries).stated).not.toHaveProperty('orderAmount')
    }
  }
})

test('reads the published sample of 2014 with full-width colons', async () => {
  const header =
    '交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,总金额,代金券或立减优惠金额,微信退款单号,商户退款单号,退款金额,代金券或立减优惠退款金额，退款类型，退款状态,商品名称,商户数据包,手续费,费率'
  const row = (time: string) =>
    `\`${time},\`wx2421,\`10000100,\`0,\`1000,\`1001690740201411100005734289,\`1415640626,\`085e9858,\`MICROPAY,\`SUCCESS,\`CFT,\`CNY,\`0.01,\`0.0,\`0,\`0,\`0,\`0,\`,\`,\`被扫支付测试,\`订单额外描述,\`0,\`0.60%`
  const entries = await read(
    file(
      header,
      row('2014-11-10 16：33：45'),
      row('2014-11-1016：46：14'),
      '总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额',
      '`2,`0.02,`0.0,`0.0,`0',
    ),
  )
  expect(entries[1]).toMatchObject({ kind: 'payment', tradeTime: '2014-11-10T08:46:14Z', fee: 0n, device: '1000' })
  expect(summaryOf(entries)).toMatchObject({ bad: 0, differences: [] })
})

test('reads files of type SUCCESS and REFUND', async () => {
  const names = HEADER.split(',')
  const refundColumns = [
    '微信退款单号',
    '商户退款单号',
    '退款金额',
    '充值券退款金额',
    '退款类型',
    '退款状态',
    '申请退款金额',
  ]
  const without = (fields: readonly string[]) => fields.filter((_, place) => !refundColumns.includes(names[place]!))
  const success = await read(
    file(
      plain(without(names)),
      quoted(without(PAYMENT)),
      '总交易单数,应结订单总金额,手续费总金额,订单总金额',
      '`1,`30.71,`0.18000,`36.00',
    ),
  )
  expect(kinds(success)).toEqual(['payment', 'summary'])
  expect(summaryOf(success)).toMatchObject({ complete: true, differences: [] })

  const place = names.indexOf('微信退款单号')
  const times = (fields: readonly string[], ...extra: string[]) => fields.toSpliced(place, 0, ...extra)
  const refund = await read(
    file(
      plain(times(names, '退款申请时间', '退款成功时间')),
      quoted(times(REFUND, '2026-11-20 12:00:00', '2026-11-20 12:00:04')),
      quoted(times(change(REFUND, { 商户退款单号: 'R2' }), '2026-11-20 12:09:00', '')),
      SUMMARY,
      '`2,`0.00,`20.48,`3.34,`-0.12000,`0.00,`24.00',
    ),
  )
  expect(refund[0]).toMatchObject({ appliedTime: '2026-11-20T04:00:00Z', succeededTime: '2026-11-20T04:00:04Z' })
  expect(refund[1]).not.toHaveProperty('succeededTime')
  expect(summaryOf(refund)).toMatchObject({ complete: true, bad: 0, differences: [] })
})

test('reads a revoked payment with and without numbers of its own', async () => {
  const row = change(REFUND, { 交易状态: 'REVOKED', 交易类型: 'MICROPAY', 微信退款单号: '0', 商户退款单号: '0' })
  const numbered = change(REFUND, { 交易状态: 'REVOKED' })
  const entries = await read(file(HEADER, quoted(row), quoted(numbered), SUMMARY, quoted(TOTALS)))
  expect(entries[0]).toMatchObject({ kind: 'revoked', settleRefundAmount: parseMicros('10.24'), settleAmount: 0n })
  expect(entries[0]).not.toHaveProperty('refundId')
  expect(entries[1]).toMatchObject({ kind: 'revoked', refundNo: '20261120A1R1' })
})

test.each([
  ['commas', '小碗牛肉面,卤蛋,酸梅汤', 'table=3'],
  ['a comma at the end', '牛肉面,', ''],
  ['a backquote', '明信片 `秋天`', ''],
  ['a backquote at the start', '`秋天', ''],
  ['the separator of backquoted fields', '甲,`乙,`丙', 'table=3'],
  ['quotes', '5" 蛋糕, "大"', ''],
])('reads goods with %s', async (_, goods, attach) => {
  const row = change(PAYMENT, { 商品名称: goods, 商户数据包: attach })
  for (const form of [quoted, plain]) {
    const [entry] = await read(file(HEADER, form(row), SUMMARY, quoted(TOTALS)))
    expect(entry).toMatchObject({ kind: 'payment', goods, attach, fee: 180_000n, orderAmount: 36_000_000n })
  }
})

test('reads goods with commas after a device with commas, and JSON in the attach, without backquotes', async () => {
  const row = change(PAYMENT, {
    设备号: '柜台,2',
    商品名称: '面,蛋',
    商户数据包: '{"table":3,"seats":[1,2]}',
    费率备注: '活动,满减',
  })
  const [entry] = await read(file(HEADER, plain(row), SUMMARY, quoted(TOTALS)))
  expect(entry).toMatchObject({
    device: '柜台,2',
    goods: '面,蛋',
    attach: '{"table":3,"seats":[1,2]}',
    rateNote: '活动,满减',
  })
})

test('reads goods with commas that a spreadsheet quoted', async () => {
  const row = change(PAYMENT, { 商品名称: '"面,""大""碗"', 商户数据包: '' })
  const [entry] = await read(file(HEADER, plain(row), SUMMARY, quoted(TOTALS)))
  expect(entry).toMatchObject({ kind: 'payment', goods: '面,"大"碗', attach: '' })

  const stray = change(PAYMENT, { 商品名称: '"面', 费率备注: '"x,a,b,c,d,e,f' })
  const [other] = await read(file(HEADER, plain(stray), SUMMARY, quoted(TOTALS)))
  expect(other).toMatchObject({ kind: 'payment', goods: '"面', rateNote: '"x,a,b,c,d,e,f', fee: 180_000n })
})

test('rejects goods that look like the amounts after them instead of guessing', async () => {
  const row = change(PAYMENT, { 商品名称: '面,x,0.01000,0.60%,1.00,0.00,' })
  const entries = await read(file(HEADER, plain(row), plain(REFUND), SUMMARY, plain(TOTALS)))
  expect(codes(entries)).toEqual([[2, 'bill_row_ambiguous']])
  expect(kinds(entries)).toEqual(['bad', 'refund', 'summary'])
})

test.each([
  ['a fee that is none', { 手续费: '#VALUE!' }, 'bill_field_invalid'],
  ['no fee', { 手续费: '' }, 'bill_field_invalid'],
  ['no amount', { 应结订单金额: '' }, 'bill_field_invalid'],
  ['a negative amount', { 订单金额: '-1.00' }, 'bill_field_invalid'],
  ['finer than a micro', { 手续费: '0.0000001' }, 'bill_field_invalid'],
  ['a rate that is none', { 费率: '0.006' }, 'bill_field_invalid'],
  ['a day that is none', { 交易时间: '2026-02-30 10:00:00' }, 'bill_field_invalid'],
  ['an hour that is none', { 交易时间: '2026-11-20 24:00:00' }, 'bill_field_invalid'],
  ['a number that a spreadsheet spoiled', { 微信订单号: '4.2E+27' }, 'bill_field_invalid'],
  ['a currency that is none', { 货币种类: '元' }, 'bill_field_invalid'],
  ['an unknown status', { 交易状态: 'PAYERROR' }, 'bill_status_unknown'],
  ['a refund without its number', { 交易状态: 'REFUND' }, 'bill_field_invalid'],
])('reports a bad row and continues: %s', async (_, changes, code) => {
  const entries = await read(file(HEADER, quoted(change(PAYMENT, changes)), quoted(REFUND), SUMMARY, quoted(TOTALS)))
  expect(codes(entries)).toEqual([[2, code]])
  expect(kinds(entries)).toEqual(['bad', 'refund', 'summary'])
  expect(badOf(entries)[0]!.text.length).toBeLessThanOrEqual(120)
  expect(summaryOf(entries)).toMatchObject({ complete: true, bad: 1 })
  expect(summaryOf(entries).differences.map(({ field }) => field)).toContain('count')
})

test('refuses a header that repeats a column', async () => {
  const header = HEADER.replace('商品名称,', '商品名称,货币种类,商品名称,')
  await expect(read(file(header, plain(PAYMENT)))).rejects.toMatchObject({ code: 'bill_column_repeated' })
})

test('places the fields of a hostile row in time that grows with its length, not exponentially', async () => {
  const texts = ['商品名称', '商户数据包', '设备号', '用户标识', '费率备注', '付款银行']
  const header = `交易时间,商户号,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,订单金额,费率,${texts.join(',')},手续费`
  const row = (n: number) => `2026-11-20 10:00:00,1,2,3,SUCCESS,CNY,1.00,1.00,0.60%,${'A,'.repeat(n)}A,A`
  const entries = await read(file(header, row(500), SUMMARY, plain(TOTALS)))
  expect(kinds(entries)[0]).toBe('bad')
}, 10_000)

test('reports too few fields, too long a line, invalid UTF-8 and rows after the summary', async () => {
  const content = Buffer.concat([
    Buffer.from(file(HEADER, quoted(PAYMENT.slice(0, 20)), quoted(change(PAYMENT, { 商品名称: '面'.repeat(400) })))),
    Buffer.from(quoted(change(PAYMENT, { 商品名称: 'é' })), 'latin1'),
    Buffer.from(`\n${file(quoted(PAYMENT), quoted(REFUND), SUMMARY, quoted(TOTALS), quoted(PAYMENT))}`),
  ])
  const entries = await read(content, { lineBytesMax: 1000 })
  expect(codes(entries)).toEqual([
    [2, 'bill_row_shape'],
    [3, 'bill_line_too_long'],
    [4, 'bill_encoding_invalid'],
    [9, 'bill_row_after_summary'],
  ])
  expect(summaryOf(entries)).toMatchObject({ complete: true, bad: 4, differences: [] })
})

test('reports where the summary differs from the rows', async () => {
  const entries = await read(GOOD.replace('`2,`30.71', '`3,`30.72'))
  expect(summaryOf(entries).differences).toEqual([
    { field: 'count', stated: 3, computed: 2 },
    { field: 'settleAmount', stated: parseMicros('30.72'), computed: parseMicros('30.71') },
  ])
})

test('never accepts a truncated file as complete and never yields a changed amount', async () => {
  const bytes = Buffer.from(GOOD)
  const whole = await read(GOOD)
  for (let length = Buffer.byteLength(`${HEADER}\n`); length < bytes.length - 1; length += 1) {
    const entries = await read(bytes.subarray(0, length))
    const summary = summaryOf(entries)
    // Only the last digits of a total can be cut off unnoticed; the total then either differs or is unchanged.
    const seemsWhole = summary.complete && summary.bad === 0 && summary.differences.length === 0
    if (seemsWhole) expect(summary.stated).toEqual(summary.computed)
    else expect(summary.bad > 0 || summary.differences.length > 0).toBe(true)
    for (const entry of entries)
      if (entry.kind === 'payment' || entry.kind === 'refund') expect(whole).toContainEqual(entry)
  }
})

test('reports a missing summary on the last line', async () => {
  const entries = await read(file(HEADER, quoted(PAYMENT), quoted(REFUND)))
  expect(codes(entries)).toEqual([[3, 'bill_summary_missing']])
  expect(kinds(entries)).toEqual(['payment', 'refund', 'bad', 'summary'])
  expect(summaryOf(entries)).toMatchObject({ stated: null, complete: false, computed: { count: 2 } })
  const cut = await read(file(HEADER, quoted(PAYMENT), quoted(REFUND)).trimEnd())
  expect(codes(cut)).toEqual([
    [3, 'bill_row_cut'],
    [3, 'bill_summary_missing'],
  ])
})

test('reports a damaged summary', async () => {
  for (const totals of ['`2,`30.71', '`two,`30.71,`10.24,`1.67,`0.12000,`36.00,`12.00', '`2,`x,`0,`0,`0,`0,`0']) {
    const entries = await read(file(HEADER, quoted(PAYMENT), quoted(REFUND), SUMMARY, totals))
    expect(badOf(entries)).toHaveLength(1)
    expect(summaryOf(entries)).toMatchObject({ stated: null, complete: false, bad: 1 })
  }
})

test.each([
  ['nothing', '', 'bill_header_missing'],
  ['an error message instead', '<xml><return_msg><![CDATA[No Bill Exist]]></return_msg></xml>', 'bill_header_missing'],
  ['rows without a header', file(quoted(PAYMENT)), 'bill_header_missing'],
  ['a header without the fee', file(HEADER.replace('手续费,', '')), 'bill_column_missing'],
  ['another encoding', Buffer.from([0xbd, 0xbb, 0xd2, 0xd7, 0x0a]), 'bill_encoding_invalid'],
  ['half a gzip header', gzipSync(GOOD).subarray(0, 8), 'bill_gzip_invalid'],
])('rejects a file that is not a bill: %s', async (_, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ name: 'Problem', code })
})

test('rejects a compressed file that is truncated or damaged', async () => {
  const many = file(
    HEADER,
    ...Array.from({ length: 4000 }, (_, index) => quoted(change(PAYMENT, { 商户数据包: `${index * 7919}` }))),
  )
  const packed = gzipSync(many)
  const entries = await read(packed.subarray(0, packed.length / 2))
  expect(badOf(entries).map(({ code }) => code)).toEqual(['bill_gzip_invalid', 'bill_summary_missing'])
  expect(summaryOf(entries).computed.count).toBeGreaterThan(0)
})

test('propagates the error of a failing source, and closes the source when the reader stops', async () => {
  async function* broken() {
    yield Buffer.from(`${HEADER}\n`)
    throw new Error('connection lost')
  }
  await expect(collect(parseTradeBill(broken()))).rejects.toThrow('connection lost')

  let closed = false
  async function* endless() {
    try {
      yield Buffer.from(`${HEADER}\n`)
      for (;;) yield Buffer.from(`${quoted(PAYMENT)}\n`)
    } finally {
      closed = true
    }
  }
  for await (const entry of parseTradeBill(endless())) if (entry.kind === 'payment') break
  expect(closed).toBe(true)
})

test('reads the committed example', async () => {
  const entries = await collect(parseTradeBill(createReadStream('examples/wechat-bill/2026-11-20.csv')))
  expect(summaryOf(entries)).toMatchObject({ complete: true, bad: 0, differences: [] })
  expect(entries).toHaveLength(301)
  const rates = new Set(
    entries.flatMap((entry) => (entry.kind === 'payment' && entry.rate ? [formatRate(entry.rate)] : [])),
  )
  expect(rates).toContain('0.0065')
})

/** GB18030 of the texts of the example, which Node decodes but does not encode. */
function gb18030(text: string): Buffer {
  const codes = new Map<string, Buffer>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low])
      codes.set(decoder.decode(bytes), bytes)
    }
  }
  return Buffer.concat([...text].map((letter) => (letter < '\u0080' ? Buffer.from(letter) : codes.get(letter)!)))
}

test.each([
  ['GB18030', gb18030(GOOD)],
  ['UTF-16', Buffer.from(`\ufeff${GOOD}`, 'utf16le')],
  ['carriage returns', Buffer.from(GOOD.replaceAll('\n', '\r'))],
])('reads a bill saved with %s', async (_, content) => {
  expect(await read(content)).toEqual(await read(GOOD))
})

test.each([
  ['fields that need it', /[",]/],
  ['every field', /^/],
])('reads a bill that a spreadsheet padded, quoting %s', async (_, needsQuotes) => {
  const lines = readFileSync('examples/wechat-bill/2026-11-20.csv', 'utf8').trimEnd().split('\n')
  const quote = (field: string) => (needsQuotes.test(field) ? `"\`${field.replaceAll('"', '""')}"` : `\`${field}`)
  const resaved = lines.map((line) =>
    line.startsWith('`') ? `${line.slice(1).split(',`').map(quote).join(',')},,` : `${line},,`,
  )
  expect(await read(`${resaved.join('\n')}\n`)).toEqual(await read(`${lines.join('\n')}\n`))
})

test('takes a time without seconds, which a spreadsheet dropped, as the full minute', async () => {
  const row = change(PAYMENT, { 交易时间: '2026/11/20 7:05' })
  expect(await read(file(HEADER, plain(row), SUMMARY, plain(TOTALS)))).toMatchObject([
    { kind: 'payment', tradeTime: '2026-11-19T23:05:00Z' },
    { kind: 'summary', bad: 0 },
  ])
})

test('names the column of a summary that cannot be read', async () => {
  const entries = await read(file(HEADER, quoted(PAYMENT), quoted(REFUND), SUMMARY, quoted(TOTALS.with(1, '1,299.02'))))
  expect(entries.slice(2)).toMatchObject([
    { kind: 'bad', line: 5, ofSummary: true, params: { column: '应结订单总金额', value: '1,299.02' } },
    { kind: 'summary', complete: false },
  ])
})

test.each([
  ['a ZIP archive', Buffer.from('PK\u0003\u0004rest'), 'bill_is_archive'],
  ['a file without line ends', Buffer.from(GOOD.replaceAll('\n', '')), 'bill_line_ends_missing'],
])('refuses %s with its reason', async (_, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code })
})
