/** `recoup reconcile` against the bill of the WeChat Pay fake: downloaded by a worker, and from a file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeServer, type TestServer, testOutgoing, testSeal } from '../../../test/api-server.ts'
import { type FakeWechatPay, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import { wechatPayGateway } from '../../gateways/wechatpay/client.ts'
import { parseWechatPaySettings } from '../../gateways/wechatpay/settings.ts'
import { Jobs } from '../../jobs/jobs.ts'
import { parseMicros } from '../../money/amount.ts'
import { Gateways } from '../../processing/gateways.ts'
import { workReconciliations } from '../../settlement/reconciliation/schedule.ts'
import { reconcileCommand } from './reconcile.ts'

const DAY = '2026-11-20'
let api: TestServer
let fake: FakeWechatPay
let jobs: Jobs
let folder: string
let bill = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-reconcile-'))
  fake = await startFakeWechatPay({ start: new Date(`${DAY}T12:00:00Z`), notifications: false })
  const gateway = wechatPayGateway(parseWechatPaySettings(fake.settings()))
  const expiresAt = new Date(fake.now().getTime() + 3_600_000)
  const order = { number: 'ord_000001', amount: parseMicros('100.00'), unit: 'CNY', description: 'noodles', expiresAt }
  await gateway.createOrder({ ...order, method: { kind: 'native' } })
  await fake.pay(order.number)
  await gateway.refund({
    number: 'rfd_1',
    order: order.number,
    total: order.amount,
    amount: parseMicros('40.00'),
    unit: 'CNY',
    reason: null,
  })
  await fake.advance(15 * 3_600)
  fake.rewriteBills((text) => {
    bill = text
    return text
  })
  api = await makeServer()
  await api.put('/v1/gateways/wechatpay', { kind: 'wechatpay', settings: fake.settings() })
  jobs = await Jobs.start(api.world.database, { pollMs: 100 })
  await workReconciliations(jobs, { engine: api.world.engine, gateways: new Gateways(testSeal, testOutgoing) })
  vi.stubEnv('RECOUP_URL', await api.app.listen({ port: 0, host: '127.0.0.1' }))
  vi.stubEnv('RECOUP_KEY', api.key)
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await jobs.stop()
  await api.close()
  await fake.stop()
  await rm(folder, { recursive: true })
})

async function recoup(...args: string[]): Promise<string> {
  const written: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  try {
    const program = new Command('recoup').exitOverride()
    reconcileCommand(program)
    await program.parseAsync(['reconcile', ...args], { from: 'user' })
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
  return written.join('')
}

it('downloads a bill, shows the differences, and succeeds once they are approved', async () => {
  const shown = await recoup('wechatpay', DAY)
  expect(shown).toContain('2 lines')
  expect(shown).toContain('missing here')
  expect(shown).toContain('100.00 CNY more than the ledger shows (ord_000001)')
  expect(process.exitCode).toBe(1)
  const [{ id }] = (await api.get('/v1/reconciliations')).body.data
  await api.post(`/v1/reconciliations/${id}/approve`, {})
  expect(await api.world.balance('platform/suspense')).toBe('60.00')
  expect(await api.world.balance('wechatpay/fees')).toBe('0.36')
  const { reconciliation } = JSON.parse(await recoup('wechatpay', DAY, '--json'))
  expect(reconciliation).toMatchObject({ previous: id, differences: { proposed: 0 }, status: 'completed' })
  expect(process.exitCode).toBe(0)
  // A day without payments has no bill at the provider.
  expect(JSON.parse(await recoup('wechatpay', '2026-11-19', '--json')).reconciliation).toMatchObject({
    lines: 0,
    status: 'completed',
  })
})

it('accepts a file, gzipped or not, and refuses a truncated one', async () => {
  const file = path.join(folder, 'bill.csv')
  await writeFile(file, bill)
  expect(JSON.parse(await recoup('wechatpay', DAY, '--file', file, '--json')).reconciliation).toMatchObject({
    source: 'upload',
    lines: 2,
  })
  await writeFile(`${file}.gz`, gzipSync(bill))
  const todo = path.join(folder, 'todo.csv')
  expect(await recoup('wechatpay', DAY, '--file', `${file}.gz`, '--csv', todo)).toContain('In order')
  await writeFile(file, bill.slice(0, -60))
  await expect(recoup('wechatpay', DAY, '--file', file)).rejects.toMatchObject({ problem: { code: 'bill_refused' } })
  process.exitCode = 0
})

it('explains a fund-flow bill, and writes the movements that differ', async () => {
  const header = '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元)'
  const rows = [
    '`2026-11-18 10:00:00,`4200,`f1,`交易,`交易,`收入,`5.00,`5.00',
    '`2026-11-18 11:00:00,`,`f2,`提现,`提现,`支出,`5.00,`0.00',
  ]
  const totals = ['资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', '`2.0,`1.0,`5.00,`1.0,`5.00', '']
  const [file, csv] = [path.join(folder, 'funds.csv'), path.join(folder, 'differences.csv')]
  await writeFile(file, [header, ...rows, ...totals].join('\n'))
  const asked = ['wechatpay', '2026-11-18', '--fund-flow', '--file', file]
  const shown = await recoup(...asked, '--csv', csv)
  expect(shown).toContain('2 movements')
  expect(shown).toMatch(/missing here +交易 +1 +5\.00/)
  expect(process.exitCode).toBe(1)
  expect((await readFile(csv, 'utf8')).split('\n')[1]).toMatch(
    /^1,2026-11-18T02:00:00\.000Z,missing_here,交易,4200,f1,5\.00,,CNY,,$/,
  )
  await expect(recoup('wechatpay', '2026-11-18', '--fund-flow')).rejects.toThrow('needs --file')
  process.exitCode = 0
})
