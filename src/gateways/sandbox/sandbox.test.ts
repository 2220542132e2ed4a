/** The sandbox from a merchant's side: over HTTP, in a separate process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GatewayError, GatewayNotification, GatewayRefundRequest, OrderRequest } from '../gateway.ts'
import { type SandboxGateway, sandboxGateway } from './client.ts'
import { type FaultRates, type SandboxProcess, startSandbox } from './process.ts'
import { standardConditions } from './provider/conditions.ts'
import type { BooksReport } from './provider/report.ts'
import { startProvider } from './provider/start.ts'
import { signatureHeaders } from './sign.ts'

const YUAN = 1_000_000n
const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'))
let sandbox: SandboxProcess
let gateway: SandboxGateway
let hurried: SandboxGateway
let receiver: Receiver
let count = 0
const PATIENT = { timeout: 10_000 }
const conditions = { refundDelayMs: 1_000, hangMs: 5_000, requestsPerSecond: 100_000 }

/** A merchant server that records the notifications with a valid signature. */
interface Receiver {
  readonly url: string
  readonly server: Server
  readonly taken: GatewayNotification[]
  /** Number of notifications to reject first. */
  refuse: number
}

async function receive(): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (receiver.refuse > 0) {
      receiver.refuse -= 1
      response.writeHead(500).end()
      return
    }
    try {
      const headers = request.headers as Record<string, string>
      receiver.taken.push(await gateway.readNotification(headers, Buffer.concat(chunks)))
      const { status, body } = gateway.acknowledgement()
      response.writeHead(status).end(body)
    } catch {
      response.writeHead(401).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server, taken: [], refuse: 0 }
}

beforeAll(async () => {
  receiver = await receive()
  sandbox = await startSandbox({
    dataFolder: folder,
    seed: 'tests',
    conditions: { refundDelayMs: 1_000, hangMs: 5_000 },
  })
  gateway = sandboxGateway(sandbox.settings({ notifyUrl: receiver.url }))
  hurried = sandboxGateway(sandbox.settings({ notifyUrl: receiver.url, timeoutMs: 400 }))
})

beforeEach(async () => {
  receiver.taken.length = 0
  receiver.refuse = 0
  await sandbox.setConditions({ ...standardConditions, ...conditions })
})

afterAll(async () => {
  await sandbox.stop()
  receiver.server.close()
  rmSync(folder, { recursive: true })
})

const next = (kind: string) => `${kind}-${++count}`

function orderOf(more: Partial<OrderRequest> = {}): OrderRequest {
  return {
    number: next('order'),
    amount: 100n * YUAN,
    unit: 'CNY',
    description: 'noodles',
    // Far in the future, because the tests advance the sandbox's clock.
    expiresAt: new Date('2100-01-01T00:00:00Z'),
    method: { kind: 'native' },
    ...more,
  }
}

async function paid(amount = 100n * YUAN): Promise<OrderRequest> {
  const order = orderOf({ amount })
  await gateway.createOrder(order)
  await sandbox.pay(order.number)
  return order
}

function refundOf(order: OrderRequest, amount: bigint, more: Partial<GatewayRefundRequest> = {}): GatewayRefundRequest {
  const { number, unit, amount: total } = order
  return { number: next('refund'), order: number, total, amount, unit, reason: null, ...more }
}

const failed = (kind: string, code: string) => expect.objectContaining({ name: 'GatewayError', kind, code })

describe('orders', () => {
  it('are created, paid, notified and queried', async () => {
    const order = orderOf()
    const handle = await gateway.createOrder(order)
    expect(handle).toEqual({ kind: 'native', codeUrl: expect.stringMatching(/^sandbox:\/\/pay\/\w+$/) })
    expect(await gateway.createOrder(order)).toEqual(handle)
    expect(await gateway.queryOrder(order.number)).toMatchObject({ status: 'open', providerNumber: null, paidAt: null })
    await sandbox.pay(order.number)
    await sandbox.settle()
    const state = await gateway.queryOrder(order.number)
    expect(state).toEqual({
      number: order.number,
      status: 'paid',
      providerNumber: expect.stringMatching(/^42\d{12}$/),
      amount: 100n * YUAN,
      unit: 'CNY',
      paidAt: expect.any(Date),
    })
    expect(receiver.taken).toEqual([{ id: expect.any(String), kind: 'payment', order: state }])
    await expect(sandbox.pay(order.number)).rejects.toThrow('order_paid')
    await expect(gateway.closeOrder(order.number)).rejects.toEqual(failed('refused', 'order_paid'))
    // A repeated creation returns the same order.
    expect(await gateway.createOrder(order)).toEqual(handle)
    await expect(gateway.createOrder({ ...order, amount: YUAN })).rejects.toEqual(failed('refused', 'order_mismatch'))
  })

  it('are closed by the merchant or by expiry, or fail at the payer’s bank', async () => {
    const [closed, expired, broke] = [orderOf(), orderOf({ expiresAt: new Date(Date.now() + 150) }), orderOf()]
    for (const order of [closed, expired, broke]) await gateway.createOrder(order)
    await gateway.closeOrder(closed.number)
    await gateway.closeOrder(closed.number)
    await expect(sandbox.pay(closed.number)).rejects.toThrow('order_closed')
    await expect(gateway.createOrder(closed)).rejects.toEqual(failed('refused', 'order_closed'))
    await sandbox.pay(broke.number, { outcome: 'failed' })
    expect(await gateway.queryOrder(broke.number)).toMatchObject({ status: 'failed', paidAt: null })
    await expect.poll(async () => (await gateway.queryOrder(expired.number)).status, PATIENT).toBe('closed')
    await expect(gateway.queryOrder('nobody')).rejects.toEqual(failed('not_found', 'order_not_found'))
    await expect(gateway.closeOrder('nobody')).rejects.toEqual(failed('not_found', 'order_not_found'))
  })

  it('return the handle of the payment method, accept special characters in numbers, and refuse invalid values', async () => {
    const inApp = orderOf({ number: 'a|b@c*_-1', method: { kind: 'jsapi', openId: 'o1' } })
    expect(await gateway.createOrder(inApp)).toMatchObject({ kind: 'jsapi', parameters: { openId: 'o1' } })
    expect(await gateway.queryOrder(inApp.number)).toMatchObject({ number: inApp.number, status: 'open' })
    const yen = orderOf({ unit: 'JPY', amount: 5_000n * YUAN })
    await gateway.createOrder(yen)
    expect(await gateway.queryOrder(yen.number)).toMatchObject({ amount: 5_000n * YUAN, unit: 'JPY' })
    await expect(gateway.createOrder(orderOf({ amount: 1n }))).rejects.toThrow(RangeError)
    await expect(gateway.createOrder(orderOf({ unit: 'ZZZ' }))).rejects.toEqual(failed('refused', 'currency_unknown'))
    const alien = { ...inApp, number: next('order'), amount: '1', currency: 'ZZZ' }
    const { unit: _, ...body } = alien
    expect(await sign('/v1/orders', JSON.stringify(body))).toMatchObject({ code: 'currency_unknown' })
    await expect(gateway.createOrder(orderOf({ number: 'ä' }))).rejects.toEqual(failed('refused', 'request_invalid'))
    const past = orderOf({ expiresAt: new Date(0) })
    await expect(gateway.createOrder(past)).rejects.toEqual(failed('refused', 'expiry_past'))
  })
})

describe('refunds', () => {
  it('are accepted, succeed later, and are notified', async () => {
    const order = await paid()
    const refund = refundOf(order, 30n * YUAN, { reason: '不想要了' })
    const accepted = await gateway.refund(refund)
    expect(accepted).toMatchObject({ ...pick(refund), status: 'processing', succeededAt: null })
    expect(await gateway.queryOrder(order.number)).toMatchObject({ status: 'refunded', paidAt: expect.any(Date) })
    await sandbox.advanceClock(1_000)
    const done = await gateway.queryRefund(refund.number)
    expect(done).toEqual({ ...accepted, status: 'succeeded', succeededAt: expect.any(Date) })
    expect(await gateway.refund(refund)).toEqual(done)
    await sandbox.settle()
    // On a busy machine the payment's notification may arrive later.
    expect(receiver.taken).toContainEqual({ id: expect.any(String), kind: 'refund', refund: done })
    await expect(gateway.queryRefund('nobody')).rejects.toEqual(failed('not_found', 'refund_not_found'))
  })

  it('with the same number are one refund under concurrent requests', async () => {
    const order = await paid()
    const refund = refundOf(order, 60n * YUAN)
    const answers = await Promise.all(Array.from({ length: 20 }, () => gateway.refund(refund)))
    expect(new Set(answers.map(({ providerNumber }) => providerNumber)).size).toBe(1)
    const { orders, refunds } = await sandbox.books()
    expect([...refunds.values()].filter((each) => each.order === order.number)).toHaveLength(1)
    expect(orders.get(order.number)).toMatchObject({ refunded: 60n * YUAN, feeReturned: 360_000n })
  })

  it('with the same number and other parameters are refused', async () => {
    const order = await paid()
    const refund = refundOf(order, 10n * YUAN)
    await gateway.refund(refund)
    for (const other of [{ amount: 11n * YUAN }, { order: (await paid()).number }, { reason: 'another' }]) {
      await expect(gateway.refund({ ...refund, ...other })).rejects.toEqual(failed('refused', 'refund_mismatch'))
    }
  })

  it('obey the provider’s rules', async () => {
    const order = await paid()
    const refused = (refund: GatewayRefundRequest, code: string, kind = 'refused') =>
      expect(gateway.refund(refund)).rejects.toEqual(failed(kind, code))
    await refused(refundOf({ ...order, number: 'nobody' }, YUAN), 'order_not_found')
    await refused(refundOf({ ...order, amount: 99n * YUAN }, YUAN), 'total_mismatch')
    await refused(refundOf({ ...order, unit: 'USD' }, YUAN), 'total_mismatch')
    const open = orderOf()
    await gateway.createOrder(open)
    await refused(refundOf(open, YUAN), 'order_not_paid')
    await gateway.refund(refundOf(order, 40n * YUAN))
    await refused(refundOf(order, 60n * YUAN + 10_000n), 'refund_exceeds_order')
    await sandbox.setConditions({ minGapSeconds: 60 })
    const soon = refundOf(order, YUAN)
    await refused(soon, 'too_frequent', 'busy')
    await sandbox.advanceClock(60_000)
    await gateway.refund(soon)
    await sandbox.setConditions({ minGapSeconds: 0, maxRefunds: 2 })
    await refused(refundOf(order, YUAN), 'refunds_used_up')
    await sandbox.setConditions({ maxRefunds: 50, windowDays: 0 })
    await refused(refundOf(order, YUAN), 'refund_window_over')
    // A repeated request for an accepted refund always returns it.
    await sandbox.advanceClock(1_000)
    expect(await gateway.refund(soon)).toMatchObject({ status: 'succeeded' })
  })

  it('of another merchant’s order are refused, and numbers are unique per merchant only', async () => {
    await sandbox.addMerchant({ id: 'other', feeRate: '0' })
    const other = sandboxGateway(sandbox.settings({ merchant: 'other' }))
    const order = await paid()
    await expect(other.refund(refundOf(order, YUAN))).rejects.toEqual(failed('refused', 'order_not_found'))
    await expect(other.queryOrder(order.number)).rejects.toEqual(failed('not_found', 'order_not_found'))
    await other.createOrder(order)
    expect(await other.queryOrder(order.number)).toMatchObject({ status: 'open' })
    await expect(sandbox.pay(order.number)).rejects.toThrow('merchant_missing')
    await sandbox.pay(order.number, { merchant: 'other' })
    expect((await sandbox.books('other')).merchants[0]!.balances).toEqual(new Map([['CNY', 100n * YUAN]]))
  })

  it('wait for the merchant’s funds, oldest first, and are closed if none arrive', async () => {
    await sandbox.addMerchant({ id: 'poor' })
    const poor = sandboxGateway(sandbox.settings({ merchant: 'poor' }))
    const order = orderOf()
    await poor.createOrder(order)
    await sandbox.pay(order.number, { merchant: 'poor' })
    await sandbox.addFunds(-99n * YUAN, 'CNY', 'poor')
    const [first, second] = [refundOf(order, 50n * YUAN), refundOf(order, 20n * YUAN)]
    for (const refund of [first, second]) await poor.refund(refund)
    await sandbox.advanceClock(86_400_000)
    expect(await poor.queryRefund(first.number)).toMatchObject({ status: 'processing' })
    await sandbox.addFunds(50n * YUAN, 'CNY', 'poor')
    await sandbox.advanceClock(6 * 86_400_000)
    expect(await poor.queryRefund(first.number)).toMatchObject({ status: 'succeeded' })
    expect(await poor.queryRefund(second.number)).toMatchObject({ status: 'closed', succeededAt: null })
    // The closed refund moved no money, so the remainder can still be refunded under a new number.
    await sandbox.addFunds(100n * YUAN, 'CNY', 'poor')
    await poor.refund(refundOf(order, 50n * YUAN))
    const { merchants, orders } = await sandbox.books('poor')
    expect(orders.get(order.number)).toMatchObject({ refunded: 100n * YUAN, fee: 600_000n, feeReturned: 600_000n })
    expect(merchants[0]!.balances.get('CNY')).toBe((100n - 99n + 50n + 100n - 100n) * YUAN)
    await sandbox.setConditions({ whenShort: 'refuse' })
    await sandbox.addFunds(-51n * YUAN, 'CNY', 'poor')
    const last = orderOf({ amount: 10n * YUAN })
    await poor.createOrder(last)
    await sandbox.pay(last.number)
    await sandbox.addFunds(-9n * YUAN, 'CNY', 'poor')
    await expect(poor.refund(refundOf(last, 5n * YUAN))).rejects.toEqual(failed('refused', 'balance_not_enough'))
  })
})

describe('faults', () => {
  const calls = [
    ['timeoutBefore', 'no_answer', false],
    ['timeoutAfter', 'no_answer', true],
    ['brokenBefore', 'no_answer', false],
    ['brokenAfter', 'no_answer', true],
    ['errorBefore', 'system_error', false],
    ['errorAfter', 'system_error', true],
    ['damaged', 'answer_invalid', true],
  ] as const

  it.each(calls)('%s is unknown (%s); executed: %s', async (fault, code, isDone) => {
    const refund = refundOf(await paid(), YUAN)
    await sandbox.forceFault({ fault, operation: 'refund', number: refund.number })
    const merchant = fault.startsWith('timeout') ? hurried : gateway
    await expect(merchant.refund(refund)).rejects.toEqual(failed('unknown', code))
    if (isDone) expect(await gateway.queryRefund(refund.number)).toMatchObject(pick(refund))
    else await expect(gateway.queryRefund(refund.number)).rejects.toEqual(failed('not_found', 'refund_not_found'))
    expect(await gateway.refund(refund)).toMatchObject({ ...pick(refund), status: 'processing' })
  })

  it('timeoutLate executes after a query reported that it was not executed', async () => {
    await sandbox.setConditions({ lateMs: 1_000 })
    const refund = refundOf(await paid(), YUAN)
    await sandbox.forceFault({ fault: 'timeoutLate', operation: 'refund' })
    await expect(hurried.refund(refund)).rejects.toEqual(failed('unknown', 'no_answer'))
    await expect(gateway.queryRefund(refund.number)).rejects.toEqual(failed('not_found', 'refund_not_found'))
    await expect.poll(() => gateway.queryRefund(refund.number).catch(() => null), PATIENT).toMatchObject(pick(refund))
  })

  it('busy and refused change nothing', async () => {
    const order = await paid()
    const refund = refundOf(order, YUAN)
    await sandbox.forceFault({ fault: 'busy', number: refund.number })
    await expect(gateway.refund(refund)).rejects.toEqual(failed('busy', 'rate_limited'))
    await sandbox.forceFault({ fault: 'refused', operation: 'refund' })
    await expect(gateway.refund(refund)).rejects.toEqual(failed('refused', 'payer_account_abnormal'))
    await expect(gateway.queryRefund(refund.number)).rejects.toEqual(failed('not_found', 'refund_not_found'))
    // The fault was forced once only.
    await gateway.refund(refund)
    await sandbox.setFaults({ refused: 1 })
    const never = refundOf(order, YUAN)
    for (let time = 0; time < 2; time += 1) {
      await expect(gateway.refund(never)).rejects.toEqual(failed('refused', 'payer_account_abnormal'))
    }
    expect(await gateway.refund(refund)).toMatchObject({ number: refund.number })
    await expect(gateway.createOrder(orderOf())).rejects.toEqual(failed('refused', 'merchant_refused'))
    await sandbox.setFaults({})
  })

  it('answers busy to a merchant that exceeds the rate limit', async () => {
    await sandbox.setConditions({ requestsPerSecond: 3 })
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => gateway.queryOrder('nobody')))
    const kinds = answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as GatewayError).kind : ''))
    expect(kinds.filter((kind) => kind === 'not_found').length).toBeGreaterThanOrEqual(3)
    expect(kinds).toContain('busy')
  })

  it('accepted refunds turn out slow, short, closed or abnormal', async () => {
    const order = await paid()
    const of = async (fault: 'slow' | 'short' | 'closed' | 'abnormal') => {
      const refund = refundOf(order, 10n * YUAN)
      await sandbox.forceFault({ fault, number: refund.number })
      expect(await gateway.refund(refund)).toMatchObject({ status: 'processing' })
      return refund.number
    }
    const [slow, short, closed, abnormal] = [
      await of('slow'),
      await of('short'),
      await of('closed'),
      await of('abnormal'),
    ]
    const stand = (number: string) => gateway.queryRefund(number).then(({ status }) => status)
    const all = () => Promise.all([slow, short, closed, abnormal].map(stand))
    await sandbox.advanceClock(1_000)
    expect(await all()).toEqual(['processing', 'processing', 'closed', 'abnormal'])
    await sandbox.advanceClock(10_000)
    expect(await all()).toEqual(['succeeded', 'succeeded', 'closed', 'abnormal'])
    await expect(gateway.redirectRefund(slow, 'payer_card')).rejects.toEqual(failed('refused', 'refund_not_abnormal'))
    expect(await gateway.redirectRefund(abnormal, 'payer_card')).toMatchObject({ status: 'processing' })
    await gateway.redirectRefund(abnormal, 'payer_card')
    const elsewhere = gateway.redirectRefund(abnormal, 'merchant_account')
    await expect(elsewhere).rejects.toEqual(failed('refused', 'refund_mismatch'))
    await sandbox.advanceClock(1_000)
    expect(await stand(abnormal)).toBe('succeeded')
    expect((await sandbox.books()).orders.get(order.number)).toMatchObject({
      refunded: 30n * YUAN,
      feeReturned: 180_000n,
    })
    await sandbox.settle()
    const told = receiver.taken.flatMap((each) =>
      each.kind === 'refund' && each.refund.order === order.number
        ? [`${each.refund.number} ${each.refund.status}`]
        : [],
    )
    const expected = [`${slow} succeeded`, `${short} succeeded`, `${closed} closed`, `${abnormal} abnormal`]
    expect(told.sort()).toEqual([...expected, `${abnormal} succeeded`].sort())
  })

  it('notifications get lost, duplicated, reordered and retried', async () => {
    const told = () =>
      receiver.taken.map((each) =>
        each.kind === 'refund' ? each.refund.number : each.kind === 'payment' ? each.order.number : '',
      )
    const [lost, twice, late, later] = [orderOf(), orderOf(), orderOf(), orderOf()]
    for (const order of [lost, twice, late, later]) await gateway.createOrder(order)
    await sandbox.setConditions({ lateNotificationMs: 3_600_000, notifyRetryMs: [600_000] })
    await sandbox.forceFault({ fault: 'lost', number: lost.number })
    await sandbox.forceFault({ fault: 'twice', number: twice.number })
    await sandbox.forceFault({ fault: 'late', number: late.number })
    for (const order of [lost, twice, late]) await sandbox.pay(order.number)
    await expect.poll(told, PATIENT).toEqual([twice.number, twice.number])
    expect(receiver.taken[0]).toEqual(receiver.taken[1])
    receiver.refuse = 1
    await sandbox.pay(later.number)
    await sandbox.settle()
    expect(told()).toHaveLength(2)
    await sandbox.advanceClock(600_000)
    await sandbox.settle()
    expect(told().slice(2)).toEqual([later.number])
    await sandbox.advanceClock(3_600_000)
    await sandbox.settle()
    expect(told().slice(3)).toEqual([late.number])
    receiver.refuse = 2
    await paid()
    await sandbox.settle()
    await sandbox.advanceClock(600_000)
    await sandbox.settle()
    expect((await sandbox.books()).notifications).toMatchObject({ lost: 1, given_up: 1, waiting: 0 })
  })

  it('drawn from a seed are the same in every run', async () => {
    const faults: FaultRates = {
      errorBefore: 0.2,
      errorAfter: 0.2,
      busy: 0.2,
      brokenAfter: 0.2,
      closed: 0.3,
      abnormal: 0.3,
    }
    const persist = async (act: () => Promise<unknown>): Promise<string> => {
      for (let said = ''; ; ) {
        try {
          await act()
          return said
        } catch (error) {
          said += ` ${(error as GatewayError).code}`
        }
      }
    }
    const run = async (seed: string) => {
      const data = mkdtempSync(path.join(tmpdir(), 'sandbox-seed-'))
      // In this process, unlike the other tests.
      const provider = await startProvider({
        dataFolder: data,
        port: 0,
        seed,
        faults,
        conditions: { refundDelayMs: 0 },
      })
      try {
        const { url, merchants } = provider
        const merchant = sandboxGateway({ baseUrl: url, merchant: merchants[0]!.id, secret: merchants[0]!.secret })
        const heard: string[] = []
        for (let at = 0; at < 5; at += 1) {
          const order = orderOf({ number: `o${at}` })
          heard.push(await persist(() => merchant.createOrder(order)))
          expect((await fetch(`${url}/orders/o${at}/pay`, { method: 'POST' })).status).toBe(200)
          heard.push(await persist(() => merchant.refund(refundOf(order, YUAN, { number: `r${at}` }))))
        }
        await fetch(`${url}/clock`, { method: 'POST', body: '{"milliseconds":1}' })
        const { refunds } = (await (await fetch(`${url}/books`)).json()) as BooksReport
        return [...heard, ...refunds.map(({ status }) => status)]
      } finally {
        await provider.close()
        rmSync(data, { recursive: true })
      }
    }
    const [first, again, other] = await Promise.all([run('a'), run('a'), run('b')])
    expect(again).toEqual(first)
    expect(other).not.toEqual(first)
    expect(first.join()).toContain('system_error')
  })

  it('that are invalid are refused', async () => {
    await expect(sandbox.setFaults({ busy: 0.6, timeoutAfter: 0.6 })).rejects.toThrow('more than 1')
    await expect(sandbox.setFaults({ nothing: 0.6 } as FaultRates)).rejects.toThrow('request_invalid')
    await expect(sandbox.setFaults({ busy: 1.5 })).rejects.toThrow('request_invalid')
  })
})

describe('signatures', () => {
  const body = Buffer.from(
    JSON.stringify({ id: 'ntf_1', type: 'something.new', createdAt: '2026-11-20T00:00:00.000Z', data: {} }),
  )
  const signed = (now = Date.now(), kind: 'notification' | 'request' = 'notification') => {
    const { merchant, secret } = sandbox.settings()
    const of = kind === 'notification' ? { kind, body } : { kind, method: 'POST', target: '/', body }
    return signatureHeaders(merchant, secret, of, now)
  }

  it('of notifications are verified before reading', async () => {
    expect(await gateway.readNotification(signed(), body)).toEqual({
      id: 'ntf_1',
      kind: 'other',
      type: 'something.new',
    })
    const refused = (headers: Record<string, string>, code: string, bytes = body) =>
      expect(gateway.readNotification(headers, bytes)).rejects.toEqual(failed('refused', code))
    const changed = Buffer.from(body.toString().replace('ntf_1', 'ntf_2'))
    await refused(signed(), 'signature_invalid', changed)
    await refused({ ...signed(), 'x-sandbox-nonce': '0'.repeat(32) }, 'signature_invalid')
    await refused({ ...signed(), 'x-sandbox-timestamp': '1' }, 'signature_invalid')
    await refused({ ...signed(), 'x-sandbox-signature': 'ab' }, 'signature_invalid')
    await refused({}, 'merchant_unknown')
    await refused({ 'x-sandbox-merchant': 'sandbox' }, 'signature_missing')
    await refused({ ...signed(), 'x-sandbox-merchant': 'other' }, 'merchant_unknown')
    await refused(signed(Date.now() - 301_000), 'timestamp_out_of_window')
    await refused(signed(Date.now() + 301_000), 'timestamp_out_of_window')
    await gateway.readNotification(signed(Date.now() - 298_000), body)
    // A valid signature of a request is not accepted on a notification.
    await refused(signed(Date.now(), 'request'), 'signature_invalid')
  })

  it('of requests are accepted once only', async () => {
    const { merchant, secret } = sandbox.settings()
    const stranger = sandboxGateway(sandbox.settings({ secret: 'not the secret, but long enough' }))
    await expect(stranger.queryOrder('o')).rejects.toEqual(failed('refused', 'signature_invalid'))
    const nobody = sandboxGateway({ ...sandbox.settings(), merchant: 'nobody' })
    await expect(nobody.queryOrder('o')).rejects.toEqual(failed('refused', 'merchant_unknown'))
    const late = sandboxGateway(sandbox.settings(), { now: () => Date.now() - 301_000 })
    await expect(late.queryOrder('o')).rejects.toEqual(failed('refused', 'timestamp_out_of_window'))
    const target = '/v1/orders/o'
    const headers = signatureHeaders(merchant, secret, { kind: 'request', method: 'GET', target, body: '' }, Date.now())
    const ask = async (path: string) =>
      ((await (await fetch(sandbox.url + path, { headers })).json()) as { code: string }).code
    expect(await ask(target)).toBe('order_not_found')
    expect(await ask(target)).toBe('nonce_replayed')
    expect(await ask('/v1/orders/p')).toBe('signature_invalid')
  })

  it('do not open the test endpoints to web pages', async () => {
    const response = await fetch(`${sandbox.url}/settle`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(response.status).toBe(403)
  })
})

/** Sends a custom request with a valid signature. */
async function sign(target: string, body: string): Promise<unknown> {
  const { merchant, secret } = sandbox.settings()
  const headers = signatureHeaders(merchant, secret, { kind: 'request', method: 'POST', target, body }, Date.now())
  return (await fetch(sandbox.url + target, { method: 'POST', headers, body })).json()
}

/** Returns the fields that request and state have in common. */
function pick({ number, order, amount, unit }: GatewayRefundRequest) {
  return { number, order, amount, unit }
}
