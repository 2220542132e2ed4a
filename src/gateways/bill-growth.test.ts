/** The time of every bill parser must grow with its input, whatever the input: bills come from uploads and providers. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readBill } from './sandbox/bill-download.ts'
import { parseTradeBill } from './wechatpay/bill.ts'
import { parseFundBill } from './wechatpay/fund-bill.ts'

const REQUIRED = '交易时间,微信订单号,商户订单号,交易状态,应结订单金额'
const TRADE = '2026-11-20 10:00:00,1,2,SUCCESS,1.00'
const TEXTS = ['设备号', '商品名称', '商户数据包', '费率备注']

/** Hostile bills; `n` scales the hostile part. */
const WECHATPAY: Readonly<Record<string, (n: number) => string>> = {
  'a header that repeats columns': (n) =>
    `${REQUIRED},${'商品名称,货币类型,'.repeat(n)}手续费\n${TRADE},${'AAA,'.repeat(3 * n)}x\n`,
  'a header of unknown columns': (n) => `${REQUIRED},${'x,'.repeat(n)}手续费\n${TRADE},${'A,'.repeat(n + 50)}x\n`,
  'free text in every other column': (n) =>
    `${REQUIRED},${TEXTS.map((name, i) => `${name},x${i}`).join(',')},手续费\n${TRADE},${'A,'.repeat(n)}x\n`,
  'a long field': (n) => `${REQUIRED},商品名称,手续费\n${TRADE},${'面'.repeat(100 * n)},x\n`,
  'unbalanced quotes': (n) => `${REQUIRED},商品名称,手续费\n${TRADE},${'"",'.repeat(n)}"\n`,
  'nested JSON': (n) => `${REQUIRED},商品名称,商户数据包,手续费\n${TRADE},a,${'[,'.repeat(n)}0\n`,
  'line ends only': (n) => '\n'.repeat(100 * n),
  'blanks only': (n) => ' '.repeat(100 * n),
  'digits in a time': (n) => `${REQUIRED},手续费\n${'1'.repeat(100 * n)},1,2,SUCCESS,1.00,x\n`,
}

const FUND_HEADER = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支金额,账户结余,备注,业务凭证号'
const MOVEMENT = '2026-11-20 10:00:00,1,2,交易,交易,1.00,1.00'

const FUND: Readonly<Record<string, (n: number) => string>> = {
  'a header of unknown columns': (n) => `${'x,'.repeat(n)}${FUND_HEADER}\n`,
  'separators in a note': (n) => `${FUND_HEADER}\n${MOVEMENT},${'A,'.repeat(n)}x\n`,
  'unbalanced quotes': (n) => `${FUND_HEADER}\n${MOVEMENT},${'"`'.repeat(n)}",x\n`,
  'a summary of many fields': (n) => `${FUND_HEADER}\n资金流水总笔数,${'收入笔数,'.repeat(n)}\n${'1,'.repeat(n)}\n`,
  'digits in an amount': (n) => `${FUND_HEADER}\n2026-11-20 10:00:00,1,2,a,b,${'1'.repeat(n)},1,x,y\n`,
  'digits in a balance and many rows': (n) =>
    `${FUND_HEADER}\n${`${MOVEMENT},x,y\n${MOVEMENT.replace(/1.00$/, '2.00')},x,y\n`.repeat(n)}`,
  'line ends only': (n) => '\n'.repeat(100 * n),
}

const SANDBOX: Readonly<Record<string, (n: number) => string>> = {
  'one endless row': (n) => 'a,'.repeat(100 * n),
  'unbalanced quotes': (n) => '"",'.repeat(100 * n),
  'line ends only': (n) => '\n'.repeat(100 * n),
}

async function drain(entries: AsyncIterable<unknown>): Promise<void> {
  try {
    for await (const _ of entries);
  } catch (error) {
    expect(['Problem', 'GatewayError']).toContain((error as Error).name)
  }
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    await work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

async function* chunksOf(content: string | Buffer) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** 16 times the input may take 48 times as long; the constant covers the noise of a busy machine. */
async function expectLinear(read: (n: number) => Promise<void>): Promise<void> {
  const small = await millisecondsOf(() => read(250))
  const large = await millisecondsOf(() => read(4_000))
  expect(large).toBeLessThan(48 * small + 250)
}

test.each(Object.entries(WECHATPAY))(
  'reads a trade bill in linear time: %s',
  async (_, bill) => {
    await expectLinear((n) => drain(parseTradeBill(chunksOf(bill(n)))))
  },
  20_000,
)

test.each(Object.entries(FUND))(
  'reads a fund-flow bill in linear time: %s',
  async (_, bill) => {
    await expectLinear((n) => drain(parseFundBill(chunksOf(bill(n)))))
  },
  20_000,
)

test.each(Object.entries(SANDBOX))(
  'reads a bill of the sandbox in linear time: %s',
  async (_, bill) => {
    await expectLinear((n) => {
      const text = bill(n)
      const sha256 = createHash('sha256').update(text).digest('hex')
      return drain(readBill(chunksOf(text), { date: '2026-11-20', bytes: Buffer.byteLength(text), sha256 }, 1))
    })
  },
  20_000,
)

test('refuses a compressed bill that expands without bound', async () => {
  const packed = gzipSync(Buffer.alloc(64 * 1024 ** 2))
  const read = async () => {
    for await (const _ of parseTradeBill(chunksOf(packed)));
  }
  await expect(read()).rejects.toMatchObject({ code: 'bill_expands_too_far' })
})
