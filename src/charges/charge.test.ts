import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { uuidToId } from '../ids.ts'
import { checkLedger } from '../ledger/check.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.fund('cmp_cashback/budget', '0.20')
})
afterAll(() => world.close())

const paid = (payer: string, merchant: string, amount: string) => ({
  line: 'payments',
  product: 'scan-pay',
  event: { payer, merchant, amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
})

describe('a QR payment', () => {
  it('moves principal, fee, cost and reward', async () => {
    await world.party('mch_a', { merchantCategory: 'restaurant' })
    const charge = await world.pay('100.00', { merchant: 'mch_a', payer: 'usr_a' })
    expect(charge.captured).toBe(100_000_000n)
    expect(await world.balance('usr_a/external')).toBe('-100.00')
    expect(await world.balance('mch_a/balance')).toBe('99.52') // 100 − 0.60 fee + 0.12 reward
    expect(await world.balance('platform/revenue')).toBe('0.60')
    expect(await world.balance('platform/cost')).toBe('-0.21')
    expect(await world.balance('sandbox/fees')).toBe('0.21')
    expect(await world.balance('cmp_cashback/budget')).toBe('0.08')
  })

  it('pays rewards until the budget is used up, and records a step that says so', async () => {
    const second = await world.pay('100.00', { merchant: 'mch_a' })
    const reward = second.draft.items[0]!.components[3]!
    expect(reward.amount.amount).toBe('0.08')
    expect(reward.why.map(({ code }) => code)).toEqual(['reward_from_campaign', 'reduced_to_available'])
    const third = await world.pay('100.00', { merchant: 'mch_a' })
    expect(third.draft.items[0]!.components[3]!.why[0]!.code).toBe('campaign_used_up')
    expect(await world.balance('cmp_cashback/budget')).toBe('0.00')
  })

  it('refuses what it cannot price with a specific code, and changes nothing', async () => {
    const { engine, tenant } = world
    await world.party('mch_plain')
    const before = await world.balance('platform/revenue')
    await expect(engine.charge(tenant, { of: paid('usr_1', 'mch_nobody', '1.00') })).rejects.toMatchObject({
      code: 'party_unknown',
    })
    await expect(engine.charge(tenant, { of: paid('usr_1', 'mch_plain', '1.00') })).rejects.toMatchObject({
      code: 'merchant_category_missing',
    })
    await expect(engine.charge(tenant, { of: paid('usr_1', 'mch_1', '0.00') })).rejects.toMatchObject({
      code: 'amount_not_positive',
    })
    await expect(engine.charge(tenant, { of: paid('usr_1', 'mch_1', '0.001') })).rejects.toMatchObject({
      code: 'amount_too_precise',
    })
    await expect(
      engine.charge(tenant, { of: { ...paid('usr_1', 'mch_1', '1.00'), event: { payer: 'x' } } }),
    ).rejects.toMatchObject({
      code: 'event_invalid',
    })
    await expect(engine.charge(tenant, { of: { line: 'nope', product: 'x', event: {} } })).rejects.toMatchObject({
      code: 'line_unknown',
    })
    expect(await world.balance('platform/revenue')).toBe(before)
  })

  it('fails only the invalid charge of a batch', async () => {
    const { engine, tenant } = world
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) => engine.charge(tenant, { of: paid('usr_1', n === 2 ? 'mch_nobody' : 'mch_1', '10.00') })),
    )
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('refuses only the charge that overflows an account, by itself or together with others of its batch', async () => {
    await world.party('mch_huge', { merchantCategory: 'restaurant' })
    const pay = (amount: string) => world.pay(amount, { merchant: 'mch_huge', payer: 'usr_huge' })
    const refused = { code: 'balance_out_of_range' }
    const [first, second, small] = await Promise.allSettled(['5000000000000.00', '5000000000000.00', '1.00'].map(pay))
    expect([first, small]).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    expect(second).toMatchObject({ status: 'rejected', reason: refused })
    await expect(pay('5000000000000.00')).rejects.toMatchObject(refused)
    expect(await world.balance('usr_huge/external')).toBe('-5000000000001.00')
  })
})

describe('idempotency', () => {
  it('returns the same charge for repeated requests, concurrent or later', async () => {
    const { engine, tenant } = world
    const request = { of: paid('usr_i', 'mch_1', '7.00'), idempotencyKey: 'once' }
    const crowd = await Promise.all(Array.from({ length: 20 }, () => engine.charge(tenant, request)))
    expect(new Set(crowd.map(({ charge }) => charge.id)).size).toBe(1)
    expect(crowd.filter(({ replayed }) => !replayed)).toHaveLength(1)
    const later = await engine.charge(tenant, request)
    expect(later).toMatchObject({ replayed: true, charge: crowd[0]!.charge })
    expect(await world.balance('usr_i/external')).toBe('-7.00')
  })

  it('refuses a key that is reused for a different request', async () => {
    const { engine, tenant } = world
    await expect(
      engine.charge(tenant, { of: paid('usr_i', 'mch_1', '8.00'), idempotencyKey: 'once' }),
    ).rejects.toMatchObject({ code: 'idempotency_conflict' })
  })

  it('stores no key if the charge is refused', async () => {
    const { engine, tenant } = world
    const request = { of: paid('usr_i', 'mch_late', '7.00'), idempotencyKey: 'late' }
    await expect(engine.charge(tenant, request)).rejects.toMatchObject({ code: 'party_unknown' })
    await world.party('mch_late', { merchantCategory: 'retail' })
    expect((await engine.charge(tenant, request)).replayed).toBe(false)
  })
})

describe('quotes', () => {
  it('are charged as quoted, once', async () => {
    const { engine, tenant } = world
    await world.party('mch_q', { merchantCategory: 'restaurant' })
    const quote = await engine.quote(tenant, paid('usr_q', 'mch_q', '50.00'), 600)
    await world.party('mch_q', { merchantCategory: 'jewelry' })
    const id = uuidToId('qte', quote.id)
    const { charge } = await engine.charge(tenant, { of: { quote: id }, idempotencyKey: 'q1' })
    expect(charge.draft.items[0]!.components[1]!.amount.amount).toBe('0.30')
    expect((await engine.charge(tenant, { of: { quote: id }, idempotencyKey: 'q1' })).replayed).toBe(true)
    await expect(engine.charge(tenant, { of: { quote: id }, idempotencyKey: 'q2' })).rejects.toMatchObject({
      code: 'quote_used',
    })
  })

  it('expire', async () => {
    const { engine, tenant } = world
    const quote = await engine.quote(tenant, paid('usr_q', 'mch_1', '50.00'), 0)
    await expect(engine.charge(tenant, { of: { quote: uuidToId('qte', quote.id) } })).rejects.toMatchObject({
      code: 'quote_expired',
    })
  })
})

it('passes the integrity check', async () => {
  const report = await checkLedger(world.db)
  expect(report.faults).toEqual([])
  expect(report.transfers).toBeGreaterThan(20)
})
