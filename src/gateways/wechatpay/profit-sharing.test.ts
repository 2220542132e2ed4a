/**
 * https://pay.weixin.qq.com/docs/merchant/products/profit-sharing/apilist.html (split),
 * https://pay.weixin.qq.com/doc/v3/merchant/4014547102 (questions),
 * https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/return-orders/create-return-order.html (return).
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeWechatPay, startFakeWechatPay } from '../../../test/wechatpay/server.ts'
import { parseMicros } from '../../money/amount.ts'
import type { Gateway } from '../gateway.ts'
import { wechatPayGateway } from './client.ts'
import { type SplitRequest, type WechatPayProfitSharing, wechatPayProfitSharing } from './profit-sharing.ts'
import { parseWechatPaySettings } from './settings.ts'

const DAY = 86_400
const SHOP = '1900000201'
const PERSON = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'

let fake: FakeWechatPay
let gateway: Gateway
let sharing: WechatPayProfitSharing

beforeAll(async () => {
  fake = await startFakeWechatPay({ start: new Date(), notifications: false, balance: 1_000_000_00 })
  const settings = parseWechatPaySettings(fake.settings({ profitSharing: true }))
  gateway = wechatPayGateway(settings)
  sharing = wechatPayProfitSharing(settings)
  await sharing.addReceiver({ type: 'MERCHANT_ID', account: SHOP, name: '牛肉面总店', relation: 'STORE' })
  await sharing.addReceiver({ type: 'PERSONAL_OPENID', account: PERSON, relation: 'STAFF' })
})
beforeEach(() => Object.assign(fake.receiver(SHOP), { consent: true, broken: false }))
afterAll(() => fake.stop())

let count = 0
function fresh(prefix: string): string {
  count += 1
  return `${prefix}_${String(count).padStart(6, '0')}`
}

/** Returns a paid order of 100.00, of which 99.40 can be split. */
async function paid(by: Gateway = gateway): Promise<{ number: string; transaction: string }> {
  const number = fresh('ord')
  const expiresAt = new Date(fake.now().getTime() + 3_600_000)
  const order = { number, amount: parseMicros('100'), unit: 'CNY', description: '面', expiresAt }
  await by.createOrder({ ...order, method: { kind: 'native' } })
  return { number, transaction: await fake.pay(number) }
}

async function settled(): Promise<{ number: string; transaction: string }> {
  const order = await paid()
  await fake.advance(60)
  return order
}

function splitOf(transaction: string, amount: string, more: Partial<SplitRequest> = {}, account = SHOP): SplitRequest {
  const type = account === PERSON ? 'PERSONAL_OPENID' : 'MERCHANT_ID'
  const part = { type, account, amount: parseMicros(amount), unit: 'CNY', description: '分给门店' } as const
  return { number: fresh('spl'), transaction, parts: [part], releaseRest: false, ...more }
}

async function split(amount: string, account = SHOP): Promise<{ order: string; number: string; transaction: string }> {
  const { number: order, transaction } = await settled()
  const request = splitOf(transaction, amount, {}, account)
  await sharing.split(request)
  await fake.advance(5)
  return { order, number: request.number, transaction }
}

function takeBack(of: string, amount: string, number = fresh('ret'), merchant = SHOP) {
  return { number, split: of, merchant, amount: parseMicros(amount), unit: 'CNY', description: '用户退款' }
}

describe('splitting', () => {
  test('is possible a minute after the payment, not earlier', async () => {
    const { transaction } = await paid()
    const request = splitOf(transaction, '30.00')
    await expect(sharing.split(request)).rejects.toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST' })
    await fake.advance(60)
    expect(await sharing.split(request)).toMatchObject({ number: request.number, transaction, status: 'processing' })
  })

  test('is accepted first and executed later', async () => {
    const { transaction } = await settled()
    const request = splitOf(transaction, '20.00')
    const before = fake.receiver(SHOP).balance
    expect((await sharing.split(request)).parts[0]).toMatchObject({ status: 'pending', amount: parseMicros('20') })
    await fake.advance(5)
    const done = await sharing.querySplit(request.number, transaction)
    expect(done).toMatchObject({
      status: 'finished',
      parts: [{ account: SHOP, status: 'succeeded', failReason: null }],
    })
    expect(fake.receiver(SHOP).balance - before).toBe(20_00)
    expect(await sharing.unsplitAmount(transaction)).toBe(parseMicros('79.40'))
  })

  test('refuses an order that was not marked for splitting', async () => {
    const plain = wechatPayGateway(parseWechatPaySettings(fake.settings()))
    const { transaction } = await paid(plain)
    await fake.advance(DAY)
    await expect(sharing.split(splitOf(transaction, '1.00'))).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
  })

  test('refuses more than the maximum share, which a refund lowers', async () => {
    const { number, transaction } = await settled()
    await expect(sharing.split(splitOf(transaction, '30.01'))).rejects.toMatchObject({
      kind: 'refused',
      code: 'RULE_LIMIT',
    })
    const amounts = { total: parseMicros('100'), amount: parseMicros('50'), unit: 'CNY' }
    await gateway.refund({ number: fresh('rfd'), order: number, ...amounts, reason: null })
    await expect(sharing.split(splitOf(transaction, '15.01'))).rejects.toMatchObject({ code: 'RULE_LIMIT' })
    await expect(sharing.split(splitOf(transaction, '15.00'))).resolves.toMatchObject({ status: 'processing' })
  })

  test('refuses more than the order less the fee', async () => {
    fake.conduct.maxRatioBasisPoints = 10_000
    const { transaction } = await settled()
    await expect(sharing.split(splitOf(transaction, '99.41'))).rejects.toMatchObject({
      kind: 'refused',
      code: 'NOT_ENOUGH',
    })
    await expect(sharing.split(splitOf(transaction, '99.40'))).resolves.toBeDefined()
    fake.conduct.maxRatioBasisPoints = 3_000
  })

  test('allows fifty splits of one payment and fifty receivers of one split', async () => {
    const { transaction } = await settled()
    const [part] = splitOf(transaction, '0.01').parts
    const crowd = splitOf(transaction, '0.01', { parts: Array.from({ length: 51 }, () => part!) })
    await expect(sharing.split(crowd)).rejects.toMatchObject({ kind: 'refused', code: 'PARAM_ERROR' })
    for (let index = 0; index < 50; index += 1) await sharing.split(splitOf(transaction, '0.01'))
    await expect(sharing.split(splitOf(transaction, '0.01'))).rejects.toMatchObject({ code: 'FREQUENCY_LIMITED' })
  })

  test('splits once per number, refuses the number with other parts, and refuses unregistered receivers', async () => {
    const { transaction } = await settled()
    const request = splitOf(transaction, '10.00')
    const answer = await sharing.split(request)
    expect(await sharing.split(request)).toEqual(answer)
    expect(await sharing.unsplitAmount(transaction)).toBe(parseMicros('89.40'))
    const changed = { ...request, parts: splitOf(transaction, '11.00').parts }
    await expect(sharing.split(changed)).rejects.toMatchObject({ kind: 'refused', code: 'PARAM_ERROR' })
    const stranger = splitOf(transaction, '1.00', {}, '1900000999')
    await expect(sharing.split(stranger)).rejects.toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST' })
  })

  test('leaves the part of a receiver that cannot be paid with the merchant', async () => {
    await fake.advance(60)
    fake.receiver(SHOP).broken = true
    const before = fake.balance
    const { number, transaction } = await split('10.00')
    const [part] = (await sharing.querySplit(number, transaction)).parts
    expect(part).toMatchObject({ status: 'closed', failReason: 'ACCOUNT_ABNORMAL' })
    expect(fake.balance - before).toBe(10_00)
  })

  test('refuses to split a released remainder, whether released by a call or after thirty days', async () => {
    const [one, two, three] = [await settled(), await settled(), await settled()]
    await sharing.split(splitOf(one.transaction, '10.00', { releaseRest: true }))
    const release = { number: fresh('spl'), transaction: two.transaction, description: '解冻全部剩余资金' }
    expect(await sharing.release(release)).toMatchObject({ status: 'processing' })
    for (const { transaction } of [one, two]) {
      expect(await sharing.unsplitAmount(transaction)).toBe(0n)
      await expect(sharing.split(splitOf(transaction, '1.00'))).rejects.toMatchObject({ code: 'NOT_ENOUGH' })
    }
    await fake.advance(30 * DAY)
    await expect(sharing.split(splitOf(three.transaction, '1.00'))).rejects.toMatchObject({ code: 'NOT_ENOUGH' })
  })

  test('encrypts names of receivers, with a certificate where there is no public key', async () => {
    const byCertificate = wechatPayProfitSharing(parseWechatPaySettings(fake.settings({}, 'certificates')))
    const receiver = { type: 'MERCHANT_ID', account: '1900000202', name: '分店', relation: 'STORE' } as const
    await expect(byCertificate.addReceiver(receiver)).resolves.toBeUndefined()
    const { name: _, ...nameless } = receiver
    await expect(sharing.addReceiver(nameless)).rejects.toMatchObject({ kind: 'refused', code: 'PARAM_ERROR' })
  })
})

describe('refunds of a split payment, https://pay.weixin.qq.com/docs/merchant/products/refund/introduction.html', () => {
  const refund = (order: string, amount: string) =>
    gateway.refund({
      number: fresh('rfd'),
      order,
      total: parseMicros('100'),
      amount: parseMicros(amount),
      unit: 'CNY',
      reason: null,
    })

  test('are paid from the frozen amount first, and the receiver’s part is untouched', async () => {
    const { order } = await split('20.00')
    const [shop, merchant] = [fake.receiver(SHOP).balance, fake.balance]
    await refund(order, '50.00')
    expect([fake.receiver(SHOP).balance, fake.balance]).toEqual([shop, merchant])
  })

  test('exceed the frozen amount only after the remainder was released; then the merchant pays', async () => {
    const { order, transaction } = await split('20.00')
    await expect(refund(order, '100.00')).rejects.toMatchObject({ kind: 'refused', code: 'INVALID_REQUEST' })
    await sharing.release({ number: fresh('spl'), transaction, description: '完结' })
    await fake.advance(5)
    const before = fake.balance
    await refund(order, '100.00')
    expect(before - fake.balance).toBe(99_40)
  })
})

describe('returning a split', () => {
  test('returns immediately and in parts, never more than the receiver got', async () => {
    const { number } = await split('20.00')
    expect(await sharing.takeBack(takeBack(number, '12.00'))).toMatchObject({
      split: number,
      merchant: SHOP,
      status: 'succeeded',
      amount: parseMicros('12'),
      finishedAt: expect.any(Date),
    })
    await expect(sharing.takeBack(takeBack(number, '8.01'))).rejects.toMatchObject({ kind: 'refused' })
    await sharing.takeBack(takeBack(number, '8.00'))
  })

  test('requires a finished split and a receiver of it that is a merchant and allows returns', async () => {
    const { transaction } = await settled()
    const open = splitOf(transaction, '10.00')
    await sharing.split(open)
    await expect(sharing.takeBack(takeBack(open.number, '1.00'))).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    const personal = await split('10.00', PERSON)
    await expect(sharing.takeBack(takeBack(personal.number, '1.00', fresh('ret'), PERSON))).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    })
    await expect(sharing.takeBack(takeBack(personal.number, '1.00'))).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    const { number } = await split('10.00')
    fake.receiver(SHOP).consent = false
    await expect(sharing.takeBack(takeBack(number, '1.00'))).rejects.toMatchObject({ kind: 'refused', code: 'NO_AUTH' })
  })

  // https://github.com/binarywang/WxJava/issues/3091, https://github.com/binarywang/WxJava/issues/1824: the code and
  // the text were lost because they came under other names.
  test.each([
    ['code', null],
    ['error_code', 'old_names'],
  ] as const)('reports why a return was refused in %s', async (_, kind) => {
    const { number } = await split('10.00')
    fake.receiver(SHOP).consent = false
    const refusal = { kind: 'refused', code: 'NO_AUTH', message: expect.stringContaining('没有开通分账回退') }
    if (kind) fake.disturb({ kind, match: /return-orders$/ })
    await expect(sharing.takeBack(takeBack(number, '1.00'))).rejects.toMatchObject(refusal)
    fake.receiver(SHOP).consent = true
    const shop = fake.receiver(SHOP)
    const had = shop.balance
    shop.balance = 0
    if (kind) fake.disturb({ kind, match: /return-orders$/ })
    const short = { kind: 'unknown', code: 'NOT_ENOUGH', message: '余额不足' }
    await expect(sharing.takeBack(takeBack(number, '1.00'))).rejects.toMatchObject(short)
    shop.balance = had
  })

  // https://pay.weixin.qq.com/docs/partner/apis/profit-sharing/return-orders/create-return-order.html
  test('is independent of the refund, before or after it', async () => {
    const amounts = { total: parseMicros('100'), amount: parseMicros('50'), unit: 'CNY', reason: null }
    const refund = (order: string) => gateway.refund({ number: fresh('rfd'), order, ...amounts })
    const [first, second] = [await split('10.00'), await split('10.00')]
    const shop = fake.receiver(SHOP).balance
    await refund(first.order)
    expect(fake.receiver(SHOP).balance).toBe(shop)
    await sharing.takeBack(takeBack(first.number, '5.00'))
    const merchant = fake.balance
    await sharing.takeBack(takeBack(second.number, '5.00'))
    expect([shop - fake.receiver(SHOP).balance, fake.balance - merchant]).toEqual([10_00, 5_00])
    await expect(refund(second.order)).resolves.toMatchObject({ status: 'processing' })
    expect(fake.receiver(SHOP).balance).toBe(shop - 10_00)
  })

  test('is possible for 180 days, the refund for 365', async () => {
    const { order, number } = await split('10.00')
    await fake.advance(180 * DAY - 60)
    await sharing.takeBack(takeBack(number, '1.00'))
    await fake.advance(120)
    await expect(sharing.takeBack(takeBack(number, '1.00'))).rejects.toMatchObject({ kind: 'refused' })
    const amounts = { total: parseMicros('100'), amount: parseMicros('100'), unit: 'CNY' }
    const late = gateway.refund({ number: fresh('rfd'), order, ...amounts, reason: null })
    await expect(late).resolves.toMatchObject({ status: 'processing' })
  })

  test('is possible fifty times per split', async () => {
    const { number } = await split('10.00')
    for (let index = 0; index < 50; index += 1) await sharing.takeBack(takeBack(number, '0.01'))
    await expect(sharing.takeBack(takeBack(number, '0.01'))).rejects.toMatchObject({ code: 'FREQUENCY_LIMITED' })
  })

  test('returns once per number and refuses another amount', async () => {
    const { number } = await split('10.00')
    const request = takeBack(number, '4.00')
    const before = fake.receiver(SHOP).balance
    fake.disturb({ kind: 'drop_after', match: /return-orders$/ })
    await expect(sharing.takeBack(request)).rejects.toMatchObject({ kind: 'unknown' })
    expect(await sharing.takeBack(request)).toMatchObject({ status: 'succeeded' })
    expect(before - fake.receiver(SHOP).balance).toBe(4_00)
    await expect(sharing.takeBack({ ...request, amount: parseMicros('5') })).rejects.toMatchObject({ kind: 'refused' })
  })

  // https://pay.weixin.qq.com/doc/v3/partner/4012525463
  test('answers NOT_ENOUGH while the receiver is short, reports processing on query, and succeeds on retry once funded', async () => {
    const { number } = await split('10.00')
    const shop = fake.receiver(SHOP)
    const had = shop.balance
    shop.balance = 0
    const request = takeBack(number, '10.00')
    await expect(sharing.takeBack(request)).rejects.toMatchObject({ kind: 'unknown', code: 'NOT_ENOUGH' })
    expect(await sharing.queryReturn(request.number, number)).toMatchObject({ status: 'processing' })
    shop.balance = had
    expect(await sharing.takeBack(request)).toMatchObject({ status: 'succeeded' })
    expect(had - shop.balance).toBe(10_00)
  })

  // https://pay.weixin.qq.com/doc/v3/partner/4012525463
  test('fails finally with TIME_OUT_CLOSED for a receiver that stays short; a new attempt takes a new number', async () => {
    const { number } = await split('10.00')
    const shop = fake.receiver(SHOP)
    const had = shop.balance
    shop.balance = 0
    const request = takeBack(number, '10.00')
    await expect(sharing.takeBack(request)).rejects.toMatchObject({ code: 'NOT_ENOUGH' })
    await fake.advance(7 * DAY)
    shop.balance = had
    const failed = { status: 'failed', failReason: 'TIME_OUT_CLOSED' }
    expect(await sharing.queryReturn(request.number, number)).toMatchObject(failed)
    expect(await sharing.takeBack(request)).toMatchObject(failed)
    expect(await sharing.takeBack(takeBack(number, '10.00'))).toMatchObject({ status: 'succeeded' })
  })
})

test('reports not_found for unknown splits and returns', async () => {
  await expect(sharing.querySplit('spl_nobody', '4200')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(sharing.queryReturn('ret_nobody', 'spl_nobody')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(sharing.takeBack(takeBack('spl_nobody', '1.00'))).rejects.toMatchObject({ kind: 'not_found' })
})
