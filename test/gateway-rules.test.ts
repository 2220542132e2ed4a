/**
 * What payment providers allow, require and do with refunds, compared with the engine: their rules are data here, no
 * adapter is needed. Each test names its source. docs/gateway-rules.md explains what each rule means for us, and where
 * others are tested.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROGRAM } from '../src/actor.ts'
import { postCharges } from '../src/charges/charge.ts'
import { checkBooks } from '../src/charges/check.ts'
import { type ChargeDraft, type Component, checkDraft, type ShortageMode } from '../src/charges/draft.ts'
import { type ChargeRow, readCharges } from '../src/charges/record.ts'
import { openDispute, resolveDispute } from '../src/disputes/dispute.ts'
import type { RefundInput } from '../src/engine/engine.ts'
import type { GatewayRefundState, GatewayRefundStatus, RefundRules } from '../src/gateways/gateway.ts'
import { sandboxGateway } from '../src/gateways/sandbox/client.ts'
import { wechatPayRefundRules } from '../src/gateways/wechatpay/rules.ts'
import { newUuid, type Uuid, uuidToId } from '../src/ids.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { Gateways } from '../src/processing/gateways.ts'
import { applyRefundNotification } from '../src/processing/refunds.ts'
import { readGatewayRefunds } from '../src/refunds/gateway-refund.ts'
import type { RefundAsk } from '../src/refunds/plan.ts'
import { type RefundRow, readRefunds } from '../src/refunds/record.ts'
import { makeDebtEntry } from '../src/settlement/debt-entries.ts'
import { explainDebt } from '../src/settlement/debts.ts'
import { testOutgoing, testSeal } from './api-server.ts'
import { makeWorld, type World } from './world.ts'

const DAY = 86_400_000
const NO_LIMITS: RefundRules = { windowDays: null, maxRefunds: null, minGapSeconds: 0 }

let world: World
beforeAll(async () => {
  world = await makeWorld()
  for (const seller of ['sel_a', 'sel_b', 'sel_c']) await world.party(seller)
})
afterAll(async () => {
  expect((await checkBooks(world.db)).faults).toEqual([])
  await world.close()
})

type Part = Pick<Component, 'kind' | 'from' | 'to'> & { amount: string; returns?: Component['returns']; exact?: true }

/** A charge made of these parts, item by item: the split is data. Whole fen are refunded unless `exact`. */
function draftOf(items: Record<string, Part[]>, shortage: ShortageMode = 'debt'): ChargeDraft {
  const components = (parts: Part[]) =>
    parts.map(({ amount, returns = 'pro-rata', exact, ...part }) => ({
      ...{ ...part, returns, unit: 'CNY', why: [] },
      ...{ amount: parseMicros(amount), quantum: exact ? 1n : 10_000n },
    }))
  const [first] = Object.values(items).flat()
  return checkDraft({
    ...{ line: 'payments', product: 'scan-pay', unit: 'CNY', rateCard: 1, metadata: {}, event: {} },
    ...{ payer: first!.from.split('/')[0]!, payerAccount: first!.from, payee: null },
    items: Object.entries(items).map(([id, parts]) => ({ id, quantity: 1n, components: components(parts) })),
    refund: { ...NO_LIMITS, shortage },
  })
}

async function post(draft: ChargeDraft, { at = null as Date | null, gateway = false } = {}): Promise<ChargeRow> {
  const { directory } = world.engine.tenant(world.tenant)
  const payment = gateway ? { gateway: 'pilot', order: newUuid() } : null
  const optional = { reference: null, idempotency: null, quote: null, hold: null }
  const request = { ...optional, draft, effectiveAt: at, payment, by: PROGRAM }
  const [result] = await postCharges(world.db, directory, [request])
  if (result instanceof Error) throw result
  return result!.charge
}

/** A QR payment on the sandbox channel, which has no limits: only the provider's rules limit its refunds. */
async function payUnder(rules: RefundRules, at?: Date): Promise<ChargeRow> {
  const event = { payer: 'usr_1', merchant: 'mch_1', amount: { amount: '200.00', currency: 'CNY' }, channel: 'sandbox' }
  const of = { line: 'payments', product: 'scan-pay', event }
  const payment = { gateway: 'pilot', order: newUuid(), rules }
  return (await world.engine.charge(world.tenant, { of, payment, ...(at && { effectiveAt: at }) })).charge
}

async function refund(charge: ChargeRow, what: RefundAsk | string = {}, more: Partial<RefundInput> = {}) {
  const result = await world.engine.refund(world.tenant, {
    ...{ charge: uuidToId('chg', charge.id), ask: typeof what === 'string' ? { amount: parseMicros(what) } : what },
    ...{ reason: null, reference: null, effectiveAt: null, previewHash: null, ...more },
  })
  return result.refund
}

const now = async ({ id }: ChargeRow) => (await readCharges(world.db, [id])).get(id)!

/** The changes of these balances. */
async function changes(paths: readonly string[], act: () => Promise<unknown>): Promise<Record<string, string>> {
  const read = () => Promise.all(paths.map(async (path) => parseMicros(await world.balance(path))))
  const before = await read()
  await act()
  const after = await read()
  return Object.fromEntries(paths.map((path, i) => [path, formatMicros(after[i]! - before[i]!, 'CNY')]))
}

const dispute = async (charge: ChargeRow, amount: string) =>
  (
    await openDispute(world.db, {
      ...{ charge: uuidToId('chg', charge.id), amount: parseMicros(amount), reason: null, reference: null },
      ...{ answerBy: null, idempotency: null },
    })
  ).dispute
const resolve = ({ id }: { id: Uuid }, lost: string) =>
  resolveDispute(world.db, world.engine.tenant(world.tenant).directory, {
    dispute: uuidToId('dsp', id),
    lost: parseMicros(lost),
  })

describe('limits of refunds as data', () => {
  it.each([
    // https://pay.weixin.qq.com/doc/v3/merchant/4012556457
    { who: 'WeChat Pay', rules: wechatPayRefundRules },
    // The window is set by the contract: https://docs.antom.com/ac/aba/refund_online. The gap and the number of refunds
    // per trade: https://docs.open.alipay.com/api_1/alipay.trade.refund, developer.alibaba.com (103689)
    { who: 'Alipay', rules: { windowDays: 90, maxRefunds: 99, minGapSeconds: 3 } },
    // As long as an amount is left, without a time limit: https://docs.stripe.com/refunds
    { who: 'Stripe', rules: NO_LIMITS },
  ])('$who: days, parts and the time between two, to the moment', async ({ rules }) => {
    const { windowDays, maxRefunds, minGapSeconds } = rules
    const end = (windowDays ?? 3_650) * DAY
    const start = new Date(Date.now() - end - DAY)
    const at = (ms: number) => ({ effectiveAt: new Date(start.getTime() + ms) })
    const charge = await payUnder(rules, start)
    await refund(charge, '1.00', at(end - minGapSeconds * 1_000))
    if (minGapSeconds > 0) {
      const early = refund(charge, '1.00', at(end - 1))
      await expect(early).rejects.toMatchObject({ code: 'refund_too_soon', params: { gap: minGapSeconds, wait: 1 } })
    }
    await refund(charge, '1.00', at(end))
    if (windowDays !== null) {
      await expect(refund(charge, '1.00', at(end + 1))).rejects.toMatchObject({ code: 'refund_window_closed' })
    }
    const many = await payUnder(rules, start)
    const parts = Array.from({ length: maxRefunds ?? 120 }, (_, n) =>
      refund(many, '1.00', at((n + 1) * minGapSeconds * 1_000)),
    )
    const made = await Promise.all(parts)
    const next = () => refund(many, '1.00', at(DAY))
    if (maxRefunds === null) return expect(await next()).toMatchObject({ status: 'pending' })
    await expect(next()).rejects.toMatchObject({ code: 'refund_count_exceeded', params: { limit: maxRefunds } })
    // A failed refund does not count.
    await hear(made[0]!, 'closed')
    expect(await next()).toMatchObject({ status: 'pending' })
  })

  // https://docs.stripe.com/refunds, https://docs.open.alipay.com/api_1/alipay.trade.refund,
  // https://pay.weixin.qq.com/doc/v3/merchant/4012556457
  it('refunds never exceed the payment, and use the original channel', async () => {
    const charge = await payUnder(NO_LIMITS)
    const made = await Promise.allSettled(
      Array.from({ length: 9 }, (_, n) => refund(charge, n % 2 ? '33.33' : '30.01', { idempotencyKey: `sum-${n}` })),
    )
    const through = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const { captured, pending } = await now(charge)
    expect(through.reduce((sum, { amount }) => sum + amount, 0n)).toBe(pending)
    expect([pending <= captured, captured - pending < parseMicros('30.01')]).toEqual([true, true])
    await refund(charge)
    await expect(refund(charge, '0.01')).rejects.toMatchObject({ code: 'refund_nothing_left' })
    const carried = await readGatewayRefunds(
      world.db,
      through.map(({ id }) => id),
    )
    for (const each of carried.values()) {
      expect(each).toMatchObject({ gateway: charge.gateway, order: charge.gatewayOrder, total: captured })
    }
  })
})

/** Applies a provider's statement about a refund, as its notification would. */
async function hear({ id }: RefundRow, status: GatewayRefundStatus, state: Partial<GatewayRefundState> = {}) {
  const { gateway, number, order, amount, unit } = (await readGatewayRefunds(world.db, [id])).get(id)!
  const context = { engine: world.engine, gateways: new Gateways(testSeal, testOutgoing) }
  const client = sandboxGateway({ baseUrl: 'http://127.0.0.1:9', merchant: 'm', secret: 'x'.repeat(16) })
  const told = { number, order, status, providerNumber: null, amount, unit, succeededAt: null, ...state }
  await applyRefundNotification(context, world.tenant, { gateway, client, state: told })
  return (await readRefunds(world.db, [id])).get(id)!
}

describe('a provider’s statement about a refund', () => {
  // The outcome is known only from the query or the change of funds:
  // https://docs.open.alipay.com/api_1/alipay.trade.refund. Later, in a webhook:
  // https://docs.adyen.com/platforms/online-payments/split-transactions/split-refunds. By notification or query:
  // https://pay.weixin.qq.com/doc/v3/merchant/4013071031
  it('accepted is not completed; repeated, late or unordered notifications complete it once', async () => {
    const charge = await payUnder(NO_LIMITS)
    const paths = ['usr_1/external', 'pilot/clearing', 'mch_1/balance']
    const made = await refund(charge, '80.00')
    const taken = await changes(paths, async () => {
      for (let n = 0; n < 2; n += 1) expect(await hear(made, 'processing')).toMatchObject({ status: 'pending' })
    })
    expect(new Set(Object.values(taken))).toEqual(new Set(['0.00']))
    expect(await now(charge)).toMatchObject({ refunded: 0n, pending: parseMicros('80') })
    const done = await changes(paths, async () => {
      const told = await Promise.all([1, 2, 3].map(() => hear(made, 'succeeded')))
      for (const each of told) expect(each).toMatchObject({ status: 'succeeded' })
      for (const late of ['processing', 'closed', 'abnormal', 'succeeded'] as const) {
        expect(await hear(made, late)).toMatchObject({ status: 'succeeded', failure: null })
      }
    })
    expect(done).toEqual({ 'usr_1/external': '80.00', 'pilot/clearing': '-80.00', 'mch_1/balance': '0.00' })
    expect(await now(charge)).toMatchObject({ refunded: parseMicros('80'), pending: 0n })
  })

  // https://docs.stripe.com/changelog/basil/2025-04-30/refund-pending-reason,
  // https://docs.antom.com/ac/scantopay/refund (MERCHANT_BALANCE_NOT_ENOUGH)
  it('waiting for our funds at the provider keeps the amount of the refund reserved until the refund is closed', async () => {
    const charge = await payUnder(NO_LIMITS)
    const first = await refund(charge, '150.00')
    for (let n = 0; n < 3; n += 1) await hear(first, 'processing')
    await expect(refund(charge, '50.01')).rejects.toMatchObject({ code: 'refund_exceeds_refundable' })
    expect(await hear(first, 'closed')).toMatchObject({ status: 'failed' })
    expect(await now(charge)).toMatchObject({ refunded: 0n, pending: 0n, refunds: 0 })
    expect(await refund(charge, '200.00')).toMatchObject({ status: 'pending' })
  })

  // https://docs.open.alipay.com/api_1/alipay.trade.refund, https://docs.antom.com/ac/aba/refund_online,
  // https://pay.weixin.qq.com/doc/v3/merchant/4012556457: retried unchanged, but under a
  // new number once it was closed.
  it('a refund keeps its number on every retry; each new refund gets a new number, even after one was closed', async () => {
    const charge = await payUnder(NO_LIMITS)
    const numberOf = async ({ id }: RefundRow) => (await readGatewayRefunds(world.db, [id])).get(id)!.number
    const ask = (key: string) => refund(charge, '10.00', { idempotencyKey: key })
    const first = await numberOf(await ask('n-1'))
    expect(await numberOf(await ask('n-1'))).toBe(first)
    const second = await ask('n-2')
    await hear(second, 'closed')
    const again = await numberOf(await ask('n-3'))
    expect(new Set([first, await numberOf(second), again]).size).toBe(3)
    expect(first).toMatch(/^[0-9A-Za-z_]{1,64}$/)
    expect(await now(charge)).toMatchObject({ pending: parseMicros('20') })
  })

  // Like every answer that does not match the request: src/gateways/gateway.ts
  it('an answer about another amount has no effect', async () => {
    const charge = await payUnder(NO_LIMITS)
    const made = await refund(charge, '10.00')
    expect(await hear(made, 'succeeded', { amount: parseMicros('10.01') })).toMatchObject({ status: 'pending' })
  })
})

const toSeller = (amount: string, more: Partial<Part> = {}): Part => ({
  ...{ kind: 'principal', from: 'usr_1/external', to: 'sel_a/balance', amount },
  ...more,
})

describe('the fee', () => {
  // https://pay.weixin.qq.com/doc/v3/merchant/4013071200: 100.00 at 0.6%, half of it refunded.
  it('is refunded in proportion and netted (WeChat Pay)', async () => {
    await world.party('mch_net', { merchantCategory: 'restaurant' })
    const charge = await world.pay('100.00', { merchant: 'mch_net' })
    const moved = await changes(['mch_net/balance', 'platform/revenue'], () => refund(charge, '50.00'))
    expect(moved).toEqual({ 'mch_net/balance': '-49.70', 'platform/revenue': '-0.30' })
  })

  // The application fee with and without the flag; by contract at Antom; never at Mollie.
  // https://docs.stripe.com/api/refunds/create, https://docs.antom.com/ac/scantopay/refund,
  // https://docs.stripe.com/changelog/2013-12-03/application-fee-refunds-proportional-charged-amount
  it.each([
    { returns: 'pro-rata', part: ['-21.75', '-3.25'], all: ['-65.25', '-9.75'] },
    { returns: 'whole-only', part: ['-25.00', '0.00'], all: ['-62.00', '-13.00'] },
    { returns: 'never', part: ['-25.00', '0.00'], all: ['-75.00', '0.00'] },
  ] as const)('is returned $returns when a quarter is refunded, then the rest', async ({ returns, part, all }) => {
    const fee: Part = { kind: 'fee', from: 'sel_a/balance', to: 'platform/revenue', amount: '13.00', returns }
    const charge = await post(draftOf({ '1': [toSeller('100.00'), fee] }))
    await world.fund('sel_a/balance', '20.00')
    const paths = ['sel_a/balance', 'platform/revenue']
    expect(Object.values(await changes(paths, () => refund(charge, '25.00')))).toEqual(part)
    expect(Object.values(await changes(paths, () => refund(charge)))).toEqual(all)
  })

  // https://docs.antom.com/ac/barcode_hk/rflow: the provider keeps its fee. A new merchant never received that amount, so
  // the merchant's balance is short by it.
  it('that the provider keeps is the shortage of a new merchant’s first full refund', async () => {
    await world.party('sel_new')
    const fee: Part = { kind: 'fee', from: 'sel_new/balance', to: 'pilot/fees', amount: '0.60', returns: 'never' }
    const charge = await post(draftOf({ '1': [toSeller('100.00', { to: 'sel_new/balance' }), fee] }, 'reject'))
    await expect(refund(charge)).rejects.toMatchObject({ code: 'payee_short', params: { short: '0.60' } })
    const owing = { decided: { policy: { ...NO_LIMITS, shortage: 'debt' }, exchange: null } } as const
    const paths = ['usr_1/external', 'sel_new/balance', 'sel_new/debt', 'pilot/fees']
    const moved = await changes(paths, () => refund(charge, {}, owing))
    expect(Object.values(moved)).toEqual(['100.00', '-99.40', '-0.60', '0.00'])
  })

  // https://docs.stripe.com/api/fee_refunds/create
  it('that was charged separately is refunded separately, in parts, never above the rest', async () => {
    await world.fund('sel_c/balance', '10.00')
    const fee: Part = { kind: 'fee', from: 'sel_c/balance', to: 'platform/revenue', amount: '10.00' }
    const charge = await post(draftOf({ fee: [fee] }))
    for (const part of ['3.00', '3.00']) await refund(charge, part)
    await expect(refund(charge, '4.01')).rejects.toMatchObject({ code: 'refund_exceeds_refundable' })
    await refund(charge, '4.00')
    await expect(refund(charge, '0.01')).rejects.toMatchObject({ code: 'refund_nothing_left' })
    expect(await world.balance('sel_c/balance')).toBe('10.00')
  })
})

const SPLIT = ['sel_a/balance', 'sel_b/balance', 'platform/revenue']

describe('the split', () => {
  const items = {
    shoes: [toSeller('70.00'), toSeller('5.00', { kind: 'commission', to: 'platform/revenue' })],
    bag: [toSeller('24.00', { to: 'sel_b/balance' }), toSeller('1.00', { kind: 'commission', to: 'platform/revenue' })],
  }

  // Without instructions, as it was split:
  // https://docs.adyen.com/platforms/in-person-payments/split-transactions/split-refunds;
  // pro rata by default, or as listed: https://docs.open.alipay.com/api_1/alipay.trade.refund;
  // a transfer is reversed in proportion: https://docs.stripe.com/api/refunds/create
  it('is unwound in proportion by default, and as listed if specified', async () => {
    const charge = await post(draftOf(items))
    expect(Object.values(await changes(SPLIT, () => refund(charge, '20.00')))).toEqual(['-14.00', '-4.80', '-1.20'])
    const listed = { items: [{ id: 'bag', amount: parseMicros('10.00') }] }
    expect(Object.values(await changes(SPLIT, () => refund(charge, listed)))).toEqual(['0.00', '-9.60', '-0.40'])
    expect(Object.values(await changes(SPLIT, () => refund(charge)))).toEqual(['-56.00', '-9.60', '-4.40'])
  })

  // Up to the transferred amount, in any number of parts: https://docs.stripe.com/api/transfer_reversals
  it('in thirds ends like the full refund, and differs by at most one fen on the way', async () => {
    const parts = [toSeller('87.00'), toSeller('13.00', { to: 'platform/revenue' })]
    const charge = await post(draftOf({ '1': parts }))
    for (const part of ['33.33', '33.33', '33.34']) {
      await refund(charge, part)
      const { returned, refunded } = await now(charge)
      expect(returned![0]! + returned![1]!).toBe(refunded)
      const off = returned![0]! * 100n - refunded * 87n
      expect(off < 0n ? -off : off).toBeLessThanOrEqual(10_000n * 100n)
    }
    expect(await now(charge)).toMatchObject({ returned: [parseMicros('87'), parseMicros('13')] })
  })

  // https://docs.adyen.com/platforms/online-payments/split-transactions/split-refunds
  it('is not taken from a party that the payment did not reach', async () => {
    await world.fund('sel_c/balance', '500.00')
    await world.party('sel_spent')
    const charge = await post(draftOf({ '1': [toSeller('60.00', { to: 'sel_spent/balance' })] }))
    await world.drain('sel_spent/balance', '60.00')
    const made = await refund(charge)
    expect(new Set(made.plan.transfers.map(({ from }) => from))).toEqual(new Set(['sel_spent/balance']))
    expect(made.plan.shortages).toMatchObject([{ account: 'sel_spent/balance', mode: 'debt' }])
  })

  // A separate transfer is not reversed by a refund: https://docs.stripe.com/api/transfer_reversals. A part without a
  // split is charged to the liable account: https://docs.adyen.com/classic-platforms/processing-payments/
  it('that is never returned leaves the refund to the platform', async () => {
    const parts = [
      toSeller('100.00', { to: 'platform/revenue' }),
      toSeller('90.00', { kind: 'transfer', from: 'platform/revenue', returns: 'never' }),
    ]
    const charge = await post(draftOf({ '1': parts }))
    expect(Object.values(await changes(SPLIT, () => refund(charge, '40.00')))).toEqual(['0.00', '0.00', '-40.00'])
    expect(Object.values(await changes(SPLIT, () => refund(charge)))).toEqual(['0.00', '0.00', '-60.00'])
  })

  // A closed account of a payee declines it: https://docs.adyen.com/platforms/manage-liable-accounts (and
  // managed-risk/refunds); a receiver without enough money fails it:
  // https://docs.open.alipay.com/api_1/alipay.trade.refund
  it('that one party cannot return fails as a whole if the policy says so', async () => {
    const charge = await post(draftOf(items, 'reject'))
    await world.drain('sel_b/balance', await world.balance('sel_b/balance'))
    const moved = await changes([...SPLIT, 'usr_1/external'], () =>
      expect(refund(charge, '20.00')).rejects.toMatchObject({
        code: 'payee_short',
        params: { account: 'sel_b/balance', short: '4.80' },
      }),
    )
    expect(new Set(Object.values(moved))).toEqual(new Set(['0.00']))
    expect(await refund(charge, { items: [{ id: 'shoes' }] })).toMatchObject({ amount: parseMicros('75') })
  })
})

describe('a coupon', () => {
  const order = (payer: string, coupon: string, returns: Component['returns']): Record<string, Part[]> => ({
    '1': [
      toSeller(payer),
      { ...{ kind: 'coupon', from: 'platform/cost', to: 'sel_a/balance' }, amount: coupon, returns },
    ],
  })
  const paths = ['usr_1/external', 'platform/cost']

  // https://pay.weixin.qq.com/docs/merchant/products/refund/introduction.html: 10.00 with a
  // coupon of 3.00; nine tenths are refunded.
  it('is refunded in proportion (WeChat Pay)', async () => {
    const charge = await post(draftOf(order('7.00', '3.00', 'pro-rata')))
    expect(Object.values(await changes(paths, () => refund(charge, '6.30')))).toEqual(['6.30', '2.70'])
    expect(Object.values(await changes(paths, () => refund(charge)))).toEqual(['0.70', '0.30'])
    const odd = await post(draftOf(order('7.00', '3.00', 'pro-rata')))
    expect(Object.values(await changes(paths, () => refund(odd, '2.33')))).toEqual(['2.33', '1.00'])
  })

  // https://docs.open.alipay.com/api_1/alipay.trade.refund: 80 of the payer's own
  // money and 20 of a coupon; 60 are refunded, then the rest.
  it('is refunded last, after the payer’s own money (Alipay)', async () => {
    const charge = await post(draftOf(order('80.00', '20.00', 'whole-only')))
    expect(Object.values(await changes(paths, () => refund(charge, '60.00')))).toEqual(['60.00', '0.00'])
    expect(Object.values(await changes(paths, () => refund(charge)))).toEqual(['20.00', '20.00'])
  })
})

describe('currencies', () => {
  const abroad = async () => {
    const reference = { pair: 'CNY/JPY', rate: '23.3943402608', day: '2026-04-13', source: 'ECB' }
    const bought = { payer: 'usr_1', merchant: 'mch_1', market: 'JP', amount: { amount: '12800', currency: 'JPY' } }
    const of = { line: 'crossborder', product: 'overseas-pay', event: { ...bought, reference } }
    return (await world.engine.charge(world.tenant, { of })).charge
  }

  // At the rate of the payment day: https://docs.antom.com/ac/barcode_hk/rflow. At the rate of the refund day:
  // https://docs.antom.com/ac/ad_new/refund
  it('use the rate of the payment or of the refund and book the difference on a separate account (Antom)', async () => {
    const accounts = ['platform/position', 'platform/cost', 'usr_1/external']
    const charges = [await abroad(), await abroad()]
    const { captured, draft } = charges[0]!
    const original = await changes(accounts, () => refund(charges[0]!))
    const rate = { pair: 'CNY/JPY', rate: '24.5', day: '2026-05-20', source: 'ECB' }
    const exchange = { rate: 'current', bearer: 'platform' } as const
    const current = await changes(accounts, () =>
      refund(charges[1]!, {}, { decided: { policy: draft.refund, exchange, rate } }),
    )
    expect([original['usr_1/external'], current['usr_1/external']]).toEqual(
      Array(2).fill(formatMicros(captured, 'CNY')),
    )
    const difference = (name: string) => parseMicros(current[name]!) - parseMicros(original[name]!)
    expect(difference('platform/position')).toBeGreaterThan(0n)
    expect(difference('platform/cost')).toBe(-difference('platform/position'))
  })
})

describe('a chargeback', () => {
  // https://docs.stripe.com/refunds: banks refuse a chargeback of a fully refunded payment. If one arrives anyway:
  it('of a refunded amount takes nothing from the payees again', async () => {
    const charge = await post(draftOf({ '1': [toSeller('50.00')] }), { gateway: true })
    await hear(await refund(charge), 'succeeded')
    const opened = await dispute(charge, '50.00')
    expect(opened.reserved).toBe(0n)
    await world.fund('sel_a/balance', '50.00')
    const paths = ['sel_a/balance', 'platform/losses']
    expect(Object.values(await changes(paths, () => resolve(opened, '50.00')))).toEqual(['0.00', '-50.00'])
    expect(Object.values(await changes(paths, () => resolve(opened, '0')))).toEqual(['0.00', '50.00'])
  })

  const inFull = toSeller('100.00')
  const onward: Part = { kind: 'share', from: 'sel_a/balance', to: 'sel_b/balance', amount: '30.00' }
  const fee: Part = { kind: 'fee', from: 'sel_a/balance', to: 'platform/revenue', amount: '10.00' }

  // https://docs.adyen.com/marketplaces/split-transactions/split-chargebacks
  it.each([
    { by: 'the split', parts: [inFull, onward, fee], lost: ['-60.00', '-30.00', '-10.00'] },
    {
      by: 'one account',
      parts: [inFull, { ...onward, returns: 'never' }, { ...fee, returns: 'never' }],
      lost: ['-100.00', '0.00', '0.00'],
    },
    {
      by: 'the platform',
      parts: [
        toSeller('100.00', { to: 'platform/revenue' }),
        { ...onward, from: 'platform/revenue', returns: 'never' },
      ],
      lost: ['0.00', '0.00', '-100.00'],
    },
  ] satisfies { by: string; parts: Part[]; lost: string[] }[])(
    'is borne by $by and returned to it when the dispute is won',
    async ({ parts, lost }) => {
      await world.fund('sel_a/balance', '100.00')
      const charge = await post(draftOf({ '1': parts }))
      const opened = await dispute(charge, '100.00')
      expect(Object.values(await changes(SPLIT, () => resolve(opened, '100.00')))).toEqual(lost)
      const won = lost.map((amount) => (amount === '0.00' ? amount : amount.slice(1)))
      expect(Object.values(await changes(SPLIT, () => resolve(opened, '0')))).toEqual(won)
    },
  )
})

describe('a payee below zero', () => {
  // https://help.adyen.com/en_US/knowledge/adyen-for-platforms/funds-transfers/why-do-i-have-a-negative-balance-on-my-platform:
  // a warning after twenty days, then the platform's liable account covers it. With account debits the payee may pay it:
  // https://docs.stripe.com/connect/account-debits
  it('is reported by age; the platform covers it, or the payee pays', async () => {
    const days = (n: number) => new Date(Date.now() - n * DAY)
    await world.party('sel_below')
    const charge = await post(draftOf({ '1': [toSeller('80.00', { to: 'sel_below/balance' })] }), { at: days(30) })
    await world.drain('sel_below/balance', '80.00')
    await refund(charge, '50.00', { effectiveAt: days(21) })
    await refund(charge, '30.00', { effectiveAt: days(3) })
    const debt = { party: 'sel_below', kind: 'debt', unit: 'CNY' } as const
    const { parts } = await explainDebt(world.db, debt, 10)
    expect(parts.map(({ age, left }) => [age, formatMicros(left, 'CNY')])).toEqual([
      [21, '50.00'],
      [3, '30.00'],
    ])
    const overdue = parts.filter(({ age }) => age > 20).reduce((sum, { left }) => sum + left, 0n)
    const entry = (action: 'write-off' | 'repay', amount: bigint) =>
      makeDebtEntry(world.db, world.engine.tenant(world.tenant).directory, {
        ...{ ...debt, action, amount, reason: null, actor: 'user usr_ann', idempotency: null },
      })
    const paths = ['sel_below/debt', 'platform/losses', 'sel_below/external']
    expect(Object.values(await changes(paths, () => entry('write-off', overdue)))).toEqual(['50.00', '-50.00', '0.00'])
    await entry('repay', parseMicros('30.00'))
    expect(await world.balance('sel_below/debt')).toBe('0.00')
  })
})
