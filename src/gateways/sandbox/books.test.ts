/** Durability of the sandbox's books across kills, and exactness of its bills. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Caller, Outgoing } from '../../outgoing/outgoing.ts'
import { Problem } from '../../problem.ts'
import type { BillLine, GatewayError, OrderRequest } from '../gateway.ts'
import { sandboxGateway } from './client.ts'
import { type SandboxProcess, startSandbox } from './process.ts'
import { feeOf, feeReturned } from './provider/money.ts'
import { startProvider } from './provider/start.ts'
import { sandboxRules } from './rules.ts'
import { parseSandboxSettings } from './settings.ts'
import { signatureHeaders } from './sign.ts'

const YUAN = 1_000_000n
const FEN = 10_000n
const DAY = 86_400_000
const folders: string[] = []
const newFolder = () => {
  folders.push(mkdtempSync(path.join(tmpdir(), 'sandbox-')))
  return folders.at(-1)!
}
let sandbox: SandboxProcess

beforeAll(async () => {
  sandbox = await startSandbox({ dataFolder: newFolder(), seed: 'tests', conditions: { refundDelayMs: 100 } })
})

afterAll(async () => {
  await sandbox.stop()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const orderOf = (number: string, amount: bigint, unit = 'CNY'): OrderRequest => ({
  number,
  amount,
  unit,
  description: 'noodles',
  expiresAt: new Date('2100-01-01T00:00:00Z'),
  method: { kind: 'native' },
})

const linesOf = (gateway: ReturnType<typeof sandboxGateway>, date: string) =>
  Array.fromAsync(gateway.downloadBill(date))
const failed = (kind: string, code: string) => expect.objectContaining({ name: 'GatewayError', kind, code })

/** Returns the calendar day in Shanghai, eight hours ahead of UTC. */
const dayOf = (time: Date) => new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

describe('killing the process', () => {
  it('loses nothing it acknowledged and does nothing twice', async () => {
    const gateway = sandboxGateway(sandbox.settings({ timeoutMs: 20_000 }))
    const { secret } = sandbox.settings()
    const target = '/v1/orders/killed'
    await gateway.createOrder(orderOf('killed', 1_000n * YUAN))
    await sandbox.pay('killed')
    const refundOf = (at: number) => {
      const amounts = { total: 1_000n * YUAN, amount: 10n * YUAN, unit: 'CNY' }
      return { number: `killed-${at}`, order: 'killed', ...amounts, reason: null }
    }
    const seen = signatureHeaders('sandbox', secret, { kind: 'request', method: 'GET', target, body: '' }, Date.now())
    const replay = async () => (await fetch(sandbox.url + target, { headers: seen })).status
    expect(await replay()).toBe(200)
    const heard = new Map<number, string>()
    let killed: Promise<void> | undefined
    const left = Array.from({ length: 40 }, (_, at) => at)
    const send = async () => {
      for (let at = left.shift(); at !== undefined; at = left.shift()) {
        const answer = await gateway.refund(refundOf(at)).catch((error: GatewayError) => error.kind)
        heard.set(at, typeof answer === 'string' ? answer : answer.providerNumber!)
        // While other requests are in flight.
        if (heard.size === 10) killed = sandbox.kill()
      }
    }
    await Promise.all(Array.from({ length: 8 }, send))
    await killed
    await expect(gateway.queryOrder('killed')).rejects.toEqual(failed('busy', 'no_answer'))
    await sandbox.start()
    // The next process refuses a replayed request, too.
    expect(await replay()).toBe(401)
    const accepted = [...heard].filter(([, answer]) => answer !== 'unknown' && answer !== 'busy')
    expect(accepted.length).toBeGreaterThanOrEqual(10)
    expect(accepted.length).toBeLessThan(40)
    for (const [at, providerNumber] of accepted) {
      expect(await gateway.refund(refundOf(at))).toMatchObject({ providerNumber })
    }
    await Promise.all(Array.from({ length: 40 }, (_, at) => gateway.refund(refundOf(at))))
    const { orders, refunds, merchants } = await sandbox.books()
    expect(refunds.size).toBe(40)
    expect(orders.get('killed')).toMatchObject({ status: 'paid', refunded: 400n * YUAN, feeReturned: 2_400_000n })
    // Every balance equals the sum of its movements.
    const [{ balances, movements }] = merchants as [(typeof merchants)[0]]
    const moved = movements.reduce((sum, { amount }) => sum + BigInt(amount) * FEN, 0n)
    expect(balances.get('CNY')).toBe(moved)
    expect(moved).toBe((1_000n - 6n - 400n) * YUAN + 2_400_000n)
  })

  it('releases the books to the next process and lets only one process open them', async () => {
    const second = startProvider({ dataFolder: folders[0]!, port: 0 })
    await expect(second).rejects.toMatchObject({ code: 'data_folder_in_use' })
  })
})

describe('the bill', () => {
  it('lists the day’s entries with refunds as of the bill’s creation, and is created once', async () => {
    await sandbox.addMerchant({ id: 'billed' })
    const gateway = sandboxGateway(sandbox.settings({ merchant: 'billed' }))
    await sandbox.settle()
    // Advance to the middle of a day without other orders, so that everything falls on one day.
    const now = new Date((await sandbox.books('billed')).now)
    const start = Date.parse(`${dayOf(now)}T00:00:00+08:00`) + DAY
    const noon = await sandbox.advanceClock(start + DAY / 2 - now.getTime())
    const date = dayOf(noon)
    await gateway.createOrder(orderOf('b1', 100n * YUAN))
    await gateway.createOrder(orderOf('b2', 33_330_000n))
    await gateway.createOrder(orderOf('b3', 5_000n * YUAN, 'JPY'))
    await gateway.createOrder(orderOf('unpaid', YUAN))
    for (const number of ['b1', 'b2', 'b3']) await sandbox.pay(number)
    const refund = (number: string, order: string, total: bigint, amount: bigint) =>
      gateway.refund({ number, order, total, amount, unit: 'CNY', reason: null })
    await refund('b1-1', 'b1', 100n * YUAN, 33_330_000n)
    await sandbox.forceFault({ fault: 'abnormal', number: 'b2-1' })
    await refund('b2-1', 'b2', 33_330_000n, 33_330_000n)
    await sandbox.advanceClock(1_000)
    await expect(linesOf(gateway, date)).rejects.toEqual(failed('not_found', 'bill_not_ready'))
    const { baseUrl, merchant, secret } = sandbox.settings({ merchant: 'billed' })
    const early = sandboxGateway({ baseUrl, merchant, secret, unfinishedBills: true })
    expect(await linesOf(early, date)).toHaveLength(5)
    // Accepted at the very end of the day: it succeeds on the next day, but its bill line is never updated.
    await sandbox.advanceClock(start + DAY - 20_000 - noon.getTime() - 1_000)
    await sandbox.setConditions({ refundDelayMs: 60_000 })
    await refund('b1-2', 'b1', 100n * YUAN, 66_670_000n)
    await sandbox.advanceClock(DAY)
    await sandbox.setConditions({ refundDelayMs: 100 })
    expect(await gateway.queryRefund('b1-2')).toMatchObject({ status: 'succeeded' })
    const lines = await linesOf(gateway, date)
    const { orders, refunds } = await sandbox.books('billed')
    const expected: BillLine[] = [
      ...[...orders.values()]
        .filter(({ status }) => status === 'paid')
        .map(({ number, amount, fee, currency, providerNumber, paidAt }) => ({
          ...{ kind: 'payment' as const, number, order: number, amount, fee, unit: currency, status: 'paid' as const },
          ...{ providerNumber: providerNumber!, at: new Date(paidAt!) },
        })),
      ...[...refunds.values()].map(({ number, order, amount, fee, currency, providerNumber, acceptedAt, status }) => ({
        ...{ kind: 'refund' as const, number, order, amount, fee, unit: currency, providerNumber },
        ...{ at: new Date(acceptedAt), status: number === 'b1-2' ? ('processing' as const) : status },
      })),
    ]
    const sorted = (rows: readonly BillLine[]) => rows.toSorted((a, b) => (a.number < b.number ? -1 : 1))
    expect(sorted(lines)).toEqual(sorted(expected))
    const fees = Object.fromEntries(lines.map(({ number, fee }) => [number, fee]))
    // Fees: 0.60 on 100.00, of which the refund of 33.33 returns 0.20 and that of the remainder 0.40; 0.20 on 33.33; 30
    // on 5000 yen.
    expect(fees).toEqual({
      b1: 60n * FEN,
      b2: 20n * FEN,
      b3: 30n * YUAN,
      'b1-1': 20n * FEN,
      'b1-2': 40n * FEN,
      'b2-1': 20n * FEN,
    })
    await gateway.redirectRefund('b2-1', 'merchant_account')
    await sandbox.advanceClock(1_000)
    expect(await linesOf(gateway, date)).toEqual(lines)
    expect(await linesOf(gateway, dayOf(new Date(start - DAY)))).toEqual([])
  })

  it('yields no lines when damaged, truncated or late', async () => {
    const gateway = sandboxGateway(sandbox.settings({ timeoutMs: 1_000 }))
    const date = dayOf(new Date())
    await sandbox.advanceClock(2 * DAY)
    expect((await linesOf(gateway, date)).length).toBeGreaterThan(40)
    const got: BillLine[] = []
    // The first call fetches the digest, the second the file.
    const faulty = async (fault: 'damaged' | 'brokenAfter' | 'timeoutAfter') => {
      class FaultBeforeFile extends Caller {
        override async *download(...args: Parameters<Caller['download']>) {
          await sandbox.forceFault({ fault, operation: 'bill' })
          yield* super.download(...args)
        }
      }
      const caller = new FaultBeforeFile(new Outgoing({ targets: 'loopback' }), 1)
      const disturbed = sandboxGateway(sandbox.settings({ timeoutMs: 1_000 }), { caller })
      for await (const line of disturbed.downloadBill(date)) got.push(line)
    }
    await expect(faulty('damaged')).rejects.toEqual(failed('refused', 'digest_mismatch'))
    await expect(faulty('brokenAfter')).rejects.toEqual(failed('unknown', 'no_answer'))
    await expect(faulty('timeoutAfter')).rejects.toEqual(failed('unknown', 'no_answer'))
    await expect(linesOf(gateway, '2026-02-30')).rejects.toEqual(failed('refused', 'date_invalid'))
    await expect(linesOf(gateway, '../../books')).rejects.toEqual(failed('refused', 'route_unknown'))
    expect(got).toEqual([])
  })
})

it('returned fees of partial refunds add up to the whole fee, also after some refunds were closed', () => {
  const cuts = fc.array(fc.record({ share: fc.integer({ min: 1, max: 100 }), closes: fc.boolean() }), { minLength: 1 })
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), cuts, (amount, parts) => {
      const order = { amount, fee: feeOf(amount, '0.006') }
      const live = { amount: 0n, fee: 0n }
      const give = (part: bigint, closes: boolean) => {
        const fee = feeReturned(order, live, part)
        expect(fee >= 0n && live.fee + fee <= order.fee).toBe(true)
        if (closes) return
        live.amount += part
        live.fee += fee
      }
      for (const { share, closes } of parts) {
        const part = ((amount - live.amount) * BigInt(share)) / 101n
        if (part > 0n) give(part, closes)
      }
      give(amount - live.amount, false)
      expect(live).toEqual(order)
    }),
  )
})

describe('responses that don’t come from a sandbox', () => {
  let server: Server
  let reply: { status: number; body: string; location?: string } = { status: 200, body: '' }
  let gateway: ReturnType<typeof sandboxGateway>

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(reply.status, reply.location ? { location: reply.location } : {}).end(reply.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/prefix/`
    gateway = sandboxGateway({ baseUrl, merchant: 'm', secret: 'sixteen letters!' })
  })
  afterAll(() => {
    server.close()
  })

  const odd: [status: number, kind: string, code: string, body: string][] = [
    [200, 'unknown', 'answer_invalid', 'hello'],
    [200, 'unknown', 'answer_invalid', '{"number":"other"}'],
    [200, 'unknown', 'answer_invalid', 'x'.repeat(300_000)],
    [302, 'unknown', 'http_302', ''],
    [403, 'unknown', 'http_403', '<html>'],
    [404, 'unknown', 'http_404', '<html>'],
    [404, 'unknown', 'no_such_page', '{"code":"no_such_page","message":""}'],
    [429, 'busy', 'http_429', '<html>'],
    [502, 'unknown', 'http_502', '<html>'],
    [503, 'unknown', 'down', '{"code":"down","message":""}'],
  ]
  it.each(odd)('maps status %s to %s, %s', async (status, kind, code, body) => {
    reply = { status, body, ...(status === 302 && { location: 'http://127.0.0.1:1/' }) }
    await expect(gateway.queryRefund('r')).rejects.toEqual(failed(kind, code))
  })

  it('rejects an answer about another refund', async () => {
    const answer = {
      number: 'other',
      order: 'o',
      status: 'succeeded',
      providerNumber: 'p',
      amount: '1',
      currency: 'CNY',
    }
    reply = { status: 200, body: JSON.stringify({ ...answer, succeededAt: '2026-11-20T00:00:00.000Z' }) }
    await expect(gateway.queryRefund('r')).rejects.toEqual(failed('unknown', 'answer_invalid'))
    expect(await gateway.queryRefund('other')).toMatchObject({ amount: FEN })
    reply.body = reply.body.replace('CNY', 'ZZZ')
    await expect(gateway.queryRefund('other')).rejects.toEqual(failed('unknown', 'answer_invalid'))
  })
})

describe('settings', () => {
  const good = { baseUrl: 'http://127.0.0.1:4871', merchant: 'sandbox', secret: 'a secret of some length' }

  it('accept custom rules', () => {
    expect(parseSandboxSettings(good)).toEqual(good)
    expect(sandboxGateway(parseSandboxSettings(good)).rules).toEqual(sandboxRules)
    const { rules } = sandboxGateway(parseSandboxSettings({ ...good, rules: { windowDays: null, minGapSeconds: 60 } }))
    expect(rules).toEqual({ ...sandboxRules, refund: { windowDays: null, maxRefunds: 50, minGapSeconds: 60 } })
  })

  it.each([
    [{ ...good, baseUrl: 'ftp://x' }, '/baseUrl'],
    [{ ...good, baseUrl: 'http://:x' }, '/baseUrl'],
    [{ ...good, secret: 'short' }, '/secret'],
    [{ ...good, timeoutMs: 0 }, '/timeoutMs'],
    [{ ...good, more: 1 }, '/more'],
    [{ baseUrl: good.baseUrl, secret: good.secret }, '/merchant'],
    [null, ''],
  ])('%j are refused at %s', (json, pointer) => {
    const refusal = (() => {
      try {
        parseSandboxSettings(json)
      } catch (error) {
        return error as Problem
      }
    })()
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ code: 'gateway_settings_invalid' })
    expect(refusal!.errors!.map((each) => each.pointer)).toContain(pointer)
    expect(JSON.stringify(refusal!.errors) + refusal!.message).not.toContain('a secret of some length')
  })
})
