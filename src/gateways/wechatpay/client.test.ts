/** Orders and refunds: one scenario per rule, each with the page that states it. */
import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeWechatPay, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import { parseMicros } from '../../money/amount.ts'
import type { GatewayRefundRequest, OrderRequest } from '../gateway.ts'
import { type WechatPayGateway, wechatPayGateway } from './client.ts'
import { parseWechatPaySettings } from './settings.ts'

const DAY = 86_400

let fake: FakeWechatPay
let gateway: WechatPayGateway

beforeAll(async () => {
  fake = await startFakeWechatPay({ start: new Date(), balance: 1_000_000_00, notifications: false })
  gateway = wechatPayGateway(parseWechatPaySettings(fake.settings()))
})
beforeEach(() => {
  fake.calm()
  fake.conduct.shortFunds = 'wait'
})
afterAll(() => fake.stop())

let count = 0
function fresh(prefix: string): string {
  count += 1
  return `${prefix}_${String(count).padStart(6, '0')}`
}

function order(more: Partial<OrderRequest> = {}): OrderRequest {
  return {
    number: fresh('ord'),
    amount: parseMicros('100.00'),
    unit: 'CNY',
    description: '牛肉面',
    expiresAt: new Date(fake.now().getTime() + 3_600_000),
    method: { kind: 'native' },
    ...more,
  }
}

async function paid(amount = '100.00'): Promise<string> {
  const request = order({ amount: parseMicros(amount) })
  await gateway.createOrder(request)
  await fake.pay(request.number)
  return request.number
}

function part(of: string, amount: string, more: Partial<GatewayRefundRequest> = {}): GatewayRefundRequest {
  const total = parseMicros('100.00')
  return { number: fresh('rfd'), order: of, total, amount: parseMicros(amount), unit: 'CNY', reason: null, ...more }
}

describe('orders', () => {
  // https://pay.weixin.qq.com/doc/v3/merchant/4012525095
  test('creates a native order with a code, returns the same code when repeated, and refuses other terms', async () => {
    const request = order()
    const handle = await gateway.createOrder(request)
    expect(handle).toMatchObject({ kind: 'native', codeUrl: expect.stringMatching(/^weixin:\/\/wxpay\//) })
    expect(await gateway.createOrder(request)).toEqual(handle)
    const other = gateway.createOrder({ ...request, amount: parseMicros('99.99') })
    await expect(other).rejects.toMatchObject({ name: 'GatewayError', kind: 'refused', code: 'INVALID_REQUEST' })
  })

  // https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter5_1_8.shtml
  test('creates a JSAPI order with parameters signed by the merchant', async () => {
    const handle = await gateway.createOrder(
      order({ method: { kind: 'jsapi', openId: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' } }),
    )
    if (handle.kind !== 'jsapi') throw new Error('not for JSAPI')
    const { appId, timeStamp, nonceStr, package: packed, signType, paySign } = handle.parameters
    expect(signType).toBe('RSA')
    expect(packed).toMatch(/^prepay_id=wx\d+$/)
    const text = Buffer.from(`${appId}\n${timeStamp}\n${nonceStr}\n${packed}\n`)
    const key = createPublicKey(fake.settings().privateKey)
    expect(verify('sha256', text, key, Buffer.from(paySign!, 'base64'))).toBe(true)
  })

  // https://pay.weixin.qq.com/doc/v3/merchant/4013070356
  test('reports an order as open, then as paid with amount, time and the provider’s number', async () => {
    const request = order({ amount: parseMicros('0.01') })
    await gateway.createOrder(request)
    expect(await gateway.queryOrder(request.number)).toMatchObject({
      status: 'open',
      providerNumber: null,
      paidAt: null,
    })
    const transaction = await fake.pay(request.number)
    expect(await gateway.queryOrder(request.number)).toEqual({
      number: request.number,
      status: 'paid',
      providerNumber: transaction,
      amount: 10_000n,
      unit: 'CNY',
      paidAt: new Date(Math.floor(fake.now().getTime() / 1000) * 1000),
    })
    await expect(gateway.createOrder(request)).rejects.toMatchObject({ kind: 'refused', code: 'OUT_TRADE_NO_USED' })
  })

  // https://pay.weixin.qq.com/docs/merchant/products/close-order/introduction.html
  test('closes an order once or twice, but not a paid one', async () => {
    const request = order()
    await gateway.createOrder(request)
    await gateway.closeOrder(request.number)
    await gateway.closeOrder(request.number)
    expect(await gateway.queryOrder(request.number)).toMatchObject({ status: 'closed' })
    await expect(gateway.closeOrder(await paid())).rejects.toMatchObject({ kind: 'refused' })
  })

  test('does not find an unknown order', async () => {
    await expect(gateway.queryOrder('ord_nobody')).rejects.toMatchObject({ kind: 'not_found', code: 'ORDER_NOT_EXIST' })
  })

  test.each([
    ['another currency', { unit: 'USD' }, 'currency_unsupported'],
    ['parts of a fen', { amount: 10_001n }, 'amount_invalid'],
    ['nothing', { amount: 0n }, 'amount_invalid'],
    ['a number too long', { number: 'o'.repeat(33) }, 'number_invalid'],
    ['a number with a slash', { number: 'ord/123456' }, 'number_invalid'],
  ])('refuses locally what can’t be sent: %s', async (_, more, code) => {
    const before = fake.requests.length
    await expect(gateway.createOrder(order(more))).rejects.toMatchObject({ kind: 'refused', code })
    expect(fake.requests).toHaveLength(before)
  })

  test('shortens descriptions by characters to the provider’s limit', async () => {
    await expect(gateway.createOrder(order({ description: '面👨‍👩‍👧'.repeat(60) }))).resolves.toBeDefined()
  })
})

describe('refunds, https://pay.weixin.qq.com/doc/v3/merchant/4012556457', () => {
  test('are possible up to 365 days after the payment', async () => {
    const [early, late] = [await paid(), await paid()]
    await fake.advance(365 * DAY - 10)
    expect(await gateway.refund(part(early, '100.00'))).toMatchObject({ status: 'processing' })
    await fake.advance(20)
    await expect(gateway.refund(part(late, '100.00'))).rejects.toMatchObject({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
  })

  test('are limited to fifty per order, a minute apart', async () => {
    const number = await paid()
    for (let index = 0; index < 50; index += 1) {
      await gateway.refund(part(number, '1.00'))
      await fake.advance(60)
    }
    await expect(gateway.refund(part(number, '1.00'))).rejects.toMatchObject({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
  })

  test('together never exceed the order', async () => {
    const number = await paid()
    await gateway.refund(part(number, '60.00'))
    await fake.advance(60)
    await expect(gateway.refund(part(number, '40.01'))).rejects.toMatchObject({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
    await gateway.refund(part(number, '40.00'))
  })

  test('within a minute of another are busy, but a retry is not another refund', async () => {
    const number = await paid()
    const first = part(number, '10.00')
    const answer = await gateway.refund(first)
    const second = part(number, '10.00')
    await expect(gateway.refund(second)).rejects.toMatchObject({ kind: 'busy', code: 'FREQUENCY_LIMITED' })
    expect(await gateway.refund(first)).toEqual(answer)
    await fake.advance(60)
    expect(await gateway.refund(second)).toMatchObject({ status: 'processing' })
  })

  test('have numbers of up to 64 digits, letters and _-|*@, and the same number refunds once', async () => {
    const number = await paid()
    const request = part(number, '10.00', { number: `${fresh('rfd')}_-|*@`.padEnd(64, 'x') })
    const [one, two] = await Promise.all([gateway.refund(request), gateway.refund(request)])
    expect(one).toEqual(two)
    await fake.advance(300)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'succeeded', amount: parseMicros('10') })
    await expect(gateway.refund(part(number, '1.00', { number: 'x'.repeat(65) }))).rejects.toMatchObject({
      kind: 'refused',
      code: 'number_invalid',
    })
  })

  test('are executed once when retried under their number after a lost answer', async () => {
    const number = await paid()
    const request = part(number, '30.00')
    const before = fake.balance
    fake.disturb({ kind: 'drop_after', match: /refunds$/ })
    await expect(gateway.refund(request)).rejects.toMatchObject({ kind: 'unknown', code: 'no_answer' })
    expect(await gateway.refund(request)).toMatchObject({ status: 'processing' })
    expect(before - fake.balance).toBe(29_82) // 30.00 less the returned fee of 0.18
  })

  test('that never arrived are not found, and the same request may be sent', async () => {
    const request = part(await paid(), '30.00')
    fake.disturb({ kind: 'error_before', match: /refunds$/ })
    await expect(gateway.refund(request)).rejects.toMatchObject({ kind: 'unknown', code: 'SYSTEM_ERROR' })
    await expect(gateway.queryRefund(request.number)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await gateway.refund(request)).toMatchObject({ status: 'processing' })
  })

  // https://pay.weixin.qq.com/doc/v3/merchant/4013071200
  test('with the same number and another amount or total are refused', async () => {
    const number = await paid()
    const request = part(number, '30.00')
    await gateway.refund(request)
    for (const more of [{ amount: parseMicros('29.99') }, { total: parseMicros('100.01') }]) {
      const changed = gateway.refund({ ...request, ...more })
      await expect(changed).rejects.toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST' })
    }
  })

  test('over the rate limit are busy, move nothing and can be retried', async () => {
    const request = part(await paid(), '30.00')
    fake.disturb({ kind: 'busy', match: /refunds$/ })
    await expect(gateway.refund(request)).rejects.toMatchObject({ kind: 'busy', code: 'FREQUENCY_LIMITED' })
    expect(await gateway.refund(request)).toMatchObject({ status: 'processing' })
  })

  test('are only accepted by the answer, not executed', async () => {
    const request = part(await paid(), '30.00', { reason: '面凉了' })
    expect(await gateway.refund(request)).toEqual({
      number: request.number,
      order: request.order,
      status: 'processing',
      providerNumber: expect.stringMatching(/^50300\d+$/),
      amount: parseMicros('30.00'),
      unit: 'CNY',
      succeededAt: null,
    })
    await fake.advance(300)
    expect(await gateway.queryRefund(request.number)).toMatchObject({
      status: 'succeeded',
      succeededAt: expect.any(Date),
    })
  })

  test('of an unpaid or unknown order are refused', async () => {
    const open = order()
    await gateway.createOrder(open)
    await expect(gateway.refund(part(open.number, '1.00'))).rejects.toMatchObject({ kind: 'refused' })
    await expect(gateway.refund(part('ord_nobody', '1.00'))).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('outcomes of a refund, https://pay.weixin.qq.com/doc/v3/merchant/4013071031', () => {
  test('without funds: processing for seven days, then closed; a new attempt takes a new number', async () => {
    const number = await paid()
    const had = fake.balance
    fake.withdraw(had)
    const request = part(number, '100.00')
    expect(await gateway.refund(request)).toMatchObject({ status: 'processing' })
    await fake.advance(7 * DAY - 10)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'processing' })
    await fake.advance(20)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'closed', succeededAt: null })
    await fake.topUp(had)
    expect(await gateway.refund(request)).toMatchObject({ status: 'closed' })
    expect(await gateway.refund(part(number, '100.00'))).toMatchObject({ status: 'processing' })
  })

  test('succeeds when topped up in time', async () => {
    const number = await paid()
    const had = fake.balance
    fake.withdraw(had)
    const request = part(number, '100.00')
    await gateway.refund(request)
    await fake.advance(3 * DAY)
    await fake.topUp(had)
    await fake.advance(300)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'succeeded' })
  })

  test('without funds: alternatively refused immediately with NOT_ENOUGH', async () => {
    fake.conduct.shortFunds = 'refuse'
    const request = part(await paid(), '100.00')
    const had = fake.balance
    fake.withdraw(had)
    await expect(gateway.refund(request)).rejects.toMatchObject({ kind: 'refused', code: 'NOT_ENOUGH' })
    await fake.topUp(had)
    await expect(gateway.queryRefund(request.number)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await gateway.refund(request)).toMatchObject({ status: 'processing' })
  })

  // https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create-abnormal-refund.html
  test('rejected by the bank: abnormal until redirected to the merchant’s own card', async () => {
    const number = await paid()
    fake.losePayer(number)
    const request = part(number, '100.00')
    await gateway.refund(request)
    await expect(gateway.redirectRefund(request.number)).rejects.toMatchObject({ kind: 'refused' })
    await fake.advance(300)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'abnormal', succeededAt: null })
    expect(await gateway.redirectRefund(request.number)).toMatchObject({ status: 'processing' })
    await fake.advance(300)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'succeeded' })
  })

  // https://pay.weixin.qq.com/doc/v3/merchant/4013071031: after a minute, then after 5, 10, 20 and every 30
  test('is found succeeded on the second poll of the schedule', async () => {
    const request = part(await paid(), '100.00')
    await gateway.refund(request)
    const seen: string[] = []
    for (const seconds of gateway.rules.pollSeconds.slice(0, 2)) {
      await fake.advance(seconds)
      seen.push((await gateway.queryRefund(request.number)).status)
    }
    expect(seen).toEqual(['processing', 'succeeded'])
  })

  // https://pay.weixin.qq.com/doc/v3/merchant/4013071200
  test('can be queried at any time, even years later', async () => {
    const request = part(await paid(), '100.00')
    await gateway.refund(request)
    await fake.advance(3 * 365 * DAY)
    expect(await gateway.queryRefund(request.number)).toMatchObject({ status: 'succeeded' })
  })

  // https://pay.weixin.qq.com/doc/v3/merchant/4013071200
  test('an order is reported as refunded after any partial refund, which implies that it was paid', async () => {
    const number = await paid()
    await gateway.refund(part(number, '0.01'))
    expect(await gateway.queryOrder(number)).toMatchObject({ status: 'refunded', amount: parseMicros('100.00') })
  })
})
