import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { publishRateCard } from '../catalog/rate-card.ts'
import { defaultCard } from '../catalog/terms.ts'
import { checkBooks } from '../charges/check.ts'
import type { ShortageMode } from '../charges/draft.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { RefundInput } from '../engine/engine.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { parseMicros } from '../money/amount.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const ask = (charge: ChargeRow, amount?: string, more: Partial<RefundInput> = {}): RefundInput => ({
  charge: uuidToId('chg', charge.id),
  ask: amount === undefined ? {} : { amount: parseMicros(amount) },
  reason: null,
  reference: null,
  effectiveAt: null,
  previewHash: null,
  ...more,
})

async function refund(charge: ChargeRow, amount?: string, more: Partial<RefundInput> = {}) {
  const result = await world.engine.refund(world.tenant, ask(charge, amount, more))
  return result
}

import type { StalePreview } from './refund.ts'

describe('a refund', () => {
  it('reverses principal, fee, cost and reward for every party', async () => {
    await world.party('mch_r', { merchantCategory: 'restaurant' })
    await world.fund('cmp_cashback/budget', '10.00')
    const before = await Promise.all(
      ['platform/revenue', 'platform/cost', 'sandbox/fees'].map((path) => world.balance(path)),
    )
    const charge = await world.pay('100.00', { merchant: 'mch_r', payer: 'usr_r' })
    await refund(charge, '50.00')
    expect(await world.balance('usr_r/external')).toBe('-50.00')
    expect(await world.balance('mch_r/balance')).toBe('49.76') // 50 − 0.30 + 0.06
    expect(await world.balance('cmp_cashback/budget')).toBe('9.94')
    const { refund: rest } = await refund(charge)
    expect(rest.amount).toBe(50_000_000n)
    expect(await world.balance('usr_r/external')).toBe('0.00')
    expect(await world.balance('mch_r/balance')).toBe('0.00')
    expect(await world.balance('cmp_cashback/budget')).toBe('10.00')
    expect(
      await Promise.all(['platform/revenue', 'platform/cost', 'sandbox/fees'].map((path) => world.balance(path))),
    ).toEqual(before)
    await expect(refund(charge)).rejects.toMatchObject({ code: 'refund_nothing_left' })
  })

  it('equals its preview; an outdated preview is refused with the new one', async () => {
    const charge = await world.pay('80.00')
    const request = ask(charge, '30.00')
    const preview = await world.engine.previewRefund(world.tenant, request)
    expect(await world.engine.previewRefund(world.tenant, request)).toEqual(preview)
    const { refund: done } = await refund(charge, '30.00', { previewHash: preview.hash })
    expect(done.plan).toEqual(preview.plan)
    const stale: StalePreview = await world.engine
      .refund(world.tenant, ask(charge, '30.00', { previewHash: preview.hash }))
      .then(() => expect.fail('a stale preview was executed'))
      .catch((error) => error)
    expect(stale).toMatchObject({
      code: 'refund_preview_stale',
      preview: { plan: { amount: { amount: '30.00' } } },
    })
    await refund(charge, '30.00', { previewHash: stale.preview.hash })
  })

  it('is made once per idempotency key', async () => {
    const charge = await world.pay('20.00')
    const once = await Promise.all(Array.from({ length: 8 }, () => refund(charge, '5.00', { idempotencyKey: 'r1' })))
    expect(new Set(once.map((each) => each.refund.id)).size).toBe(1)
    expect(await refund(charge, '5.00', { idempotencyKey: 'r1' })).toEqual({ refund: once[0]!.refund, replayed: true })
    await expect(refund(charge, '6.00', { idempotencyKey: 'r1' })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    })
    expect((await refund(charge)).refund.amount).toBe(15_000_000n)
  })

  it('enforces the channel’s refund policy frozen on the charge', async () => {
    const charge = await world.pay('20.00', { channel: 'wechatpay' })
    await refund(charge, '5.00')
    await expect(refund(charge, '5.00')).rejects.toMatchObject({ code: 'refund_too_soon' })
  })

  it('of an unknown or malformed charge is refused without affecting others', async () => {
    const charge = await world.pay('20.00')
    const unknown = { ...charge, id: '01a2064e-6ab3-7000-8a02-26bcffd221c8' as Uuid }
    const [first, second, third] = await Promise.allSettled([
      refund(unknown),
      refund(charge),
      world.engine.refund(world.tenant, { ...ask(charge), charge: 'nonsense' }),
    ])
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'charge_unknown' } })
    expect(second.status).toBe('fulfilled')
    expect(third).toMatchObject({ status: 'rejected', reason: { code: 'id_invalid' } })
  })
})

describe('32 concurrent refunds of one charge', () => {
  it.each([1, 2])('refund exactly the refundable amount (%i engines)', async (engines) => {
    const { Engine } = await import('../engine/engine.ts')
    const charge = await world.pay('100.00', { payer: `usr_crowd_${engines}` })
    const all = Array.from({ length: engines }, () => new Engine(world.database, lines))
    const results = await Promise.allSettled(
      Array.from({ length: 32 }, (_, n) => all[n % engines]!.refund(world.tenant, ask(charge, '7.00'))),
    )
    const done = results.filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(14) // 14 × 7.00 = 98.00
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'refund_exceeds_refundable' })
    }
    expect(await world.balance(`usr_crowd_${engines}/external`)).toBe('-2.00')
  })
})

describe('a payee who has spent the money', () => {
  async function spent(merchant: string, mode: ShortageMode): Promise<ChargeRow> {
    const card = structuredClone(defaultCard(lines)) as {
      currency: string
      products: Record<string, { channels: { sandbox: { refund: { shortage: string } } } }>
    }
    card.products['payments/scan-pay']!.channels.sandbox.refund.shortage = mode
    await world.db.transaction((tx) => publishRateCard(tx, card, new Date(1)))
    await world.party(merchant, { merchantCategory: 'restaurant' })
    const charge = await world.pay('100.00', { merchant })
    await world.drain(`${merchant}/balance`, await world.balance(`${merchant}/balance`))
    return charge
  }

  it('debt: the payee owes it, and later earnings are netted first', async () => {
    const charge = await spent('mch_debt', 'debt')
    const preview = await world.engine.previewRefund(world.tenant, ask(charge, '50.00'))
    expect(preview.plan.shortages).toEqual([
      { account: 'mch_debt/balance', mode: 'debt', amount: { amount: '49.76', currency: 'CNY' } },
    ])
    await refund(charge, '50.00', { previewHash: preview.hash })
    expect(await world.balance('mch_debt/balance')).toBe('0.00')
    expect(await world.balance('mch_debt/debt')).toBe('-49.76')
    await world.pay('30.00', { merchant: 'mch_debt' }) // 30 − 0.18 + 0.04
    expect(await world.balance('mch_debt/balance')).toBe('0.00')
    expect(await world.balance('mch_debt/debt')).toBe('-19.90')
    await world.pay('100.00', { merchant: 'mch_debt' }) // 99.52
    expect(await world.balance('mch_debt/debt')).toBe('0.00')
    expect(await world.balance('mch_debt/balance')).toBe('79.62')
  })

  it('advance: the platform pays the shortage and claims it from the payee', async () => {
    const charge = await spent('mch_advance', 'advance')
    await refund(charge, '50.00')
    expect(await world.balance('mch_advance/balance')).toBe('0.00')
    expect(await world.balance('mch_advance/advance')).toBe('-49.76')
    await world.pay('10.00', { merchant: 'mch_advance' })
    expect(await world.balance('mch_advance/balance')).not.toBe('0.00')
  })

  it('reject: the refund is refused and nothing moves', async () => {
    const charge = await spent('mch_reject', 'reject')
    await expect(refund(charge, '50.00')).rejects.toMatchObject({ code: 'payee_short' })
    await world.pay('100.00', { merchant: 'mch_reject' })
    await refund(charge, '50.00')
  })
})

it('the books are balanced', async () => {
  expect((await checkBooks(world.db)).faults).toEqual([])
})
