import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { checkBooks } from '../charges/check.ts'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import { openDispute, resolveDispute } from '../disputes/dispute.ts'
import type { RefundInput } from '../engine/engine.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { finalizeRefunds, type RefundOutcome } from './finalize.ts'
import { refundableOf } from './plan.ts'
import type { RefundRow } from './record.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const RULES = { windowDays: null, maxRefunds: null, minGapSeconds: 0 }
let orders = 0
const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000)

/** A scan-pay charge paid through a gateway. */
async function payThrough(
  amount: string,
  { merchant = 'mch_1', payer = 'usr_1', rules = RULES, hoursAgo = 0 } = {},
): Promise<ChargeRow> {
  const { charge } = await world.engine.charge(world.tenant, {
    of: {
      line: 'payments',
      product: 'scan-pay',
      event: { payer, merchant, amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
    },
    payment: { gateway: 'pilot', order: `order-${++orders}`, rules },
    effectiveAt: hoursAgo === 0 ? undefined : hours(hoursAgo),
  })
  return charge
}

async function refund(charge: ChargeRow, amount?: string, more: Partial<RefundInput> = {}): Promise<RefundRow> {
  const result = await world.engine.refund(world.tenant, {
    charge: uuidToId('chg', charge.id),
    ask: amount === undefined ? {} : { amount: parseMicros(amount) },
    reason: null,
    reference: null,
    effectiveAt: null,
    previewHash: null,
    ...more,
  })
  return result.refund
}

const now = async ({ id }: ChargeRow) => (await readCharges(world.db, [id])).get(id)!
const settle = (row: RefundRow, status: RefundOutcome['status']) =>
  finalizeRefunds(world.db, world.engine.tenant(world.tenant).directory, [
    { refund: row.id, status, at: null, failure: status === 'succeeded' ? null : 'test' },
  ])
const dispute = (charge: ChargeRow, amount: string) =>
  openDispute(world.db, {
    charge: uuidToId('chg', charge.id),
    amount: parseMicros(amount),
    reason: 'fraud',
    reference: null,
    answerBy: null,
    idempotency: null,
  }).then((opened) => opened.dispute)
const resolve = (id: Uuid, lost: string) =>
  resolveDispute(world.db, world.engine.tenant(world.tenant).directory, {
    dispute: uuidToId('dsp', id),
    lost: parseMicros(lost),
  })
const faults = async () => (await checkBooks(world.db)).faults

describe('a refund through a gateway', () => {
  it('is reserved and posted at once, with the payer’s part on the gateway’s clearing account', async () => {
    const charge = await payThrough('100.00', { merchant: 'mch_1', payer: 'usr_a' })
    const row = await refund(charge, '40.00')
    expect(row).toMatchObject({ status: 'pending', gateway: 'pilot', settledAt: null })
    expect(row.plan.gateway).toBe('pilot')
    expect(await world.balance('pilot/clearing')).toBe('40.00')
    expect(await world.balance('usr_a/external')).toBe('-100.00')
    expect(await now(charge)).toMatchObject({ pending: 40_000_000n, refunded: 0n, refunds: 1 })
    await expect(refund(charge, '60.01')).rejects.toMatchObject({ code: 'refund_exceeds_refundable' })
    expect(await settle(row, 'succeeded')).toMatchObject([{ finalized: true, refund: { status: 'succeeded' } }])
    expect(await world.balance('pilot/clearing')).toBe('0.00')
    expect(await world.balance('usr_a/external')).toBe('-60.00')
    expect(await now(charge)).toMatchObject({ pending: 0n, refunded: 40_000_000n })
    expect(await faults()).toEqual([])
    const opened = await world.db.query("SELECT path FROM account WHERE tenant = $1 AND path LIKE 'usr_a/%'", [
      world.tenant,
    ])
    expect(opened).toEqual([{ path: 'usr_a/external' }])
  })

  it('is finalized once under repeated and concurrent calls', async () => {
    const charge = await payThrough('10.00')
    const row = await refund(charge)
    const said = await Promise.all([
      settle(row, 'succeeded'),
      settle(row, 'succeeded'),
      settle(row, 'succeeded'),
      settle(row, 'succeeded'),
    ])
    expect(said.flat().filter((each) => !(each instanceof Problem) && each.finalized)).toHaveLength(1)
    expect(await settle(row, 'failed')).toMatchObject([{ finalized: false, refund: { status: 'succeeded' } }])
    expect(await settle({ ...row, id: newUuid() }, 'succeeded')).toMatchObject([{ code: 'refund_unknown' }])
    expect(await faults()).toEqual([])
  })

  it('that fails does not delay the next refund by the minimum gap, and an earlier refund still does', async () => {
    await world.party('mch_g', { merchantCategory: 'retail' })
    const rules = { ...RULES, minGapSeconds: 3600 }
    const charge = await payThrough('100.00', { merchant: 'mch_g', payer: 'usr_g', rules, hoursAgo: 5 })
    await settle(await refund(charge, '10.00'), 'failed')
    expect(await now(charge)).toMatchObject({ refunds: 0, lastRefundAt: null })
    const second = await refund(charge, '10.00', { effectiveAt: hours(2) })
    await settle(second, 'succeeded')
    await settle(await refund(charge, '10.00'), 'failed')
    expect((await now(charge)).lastRefundAt).toEqual(second.effectiveAt)
    await expect(refund(charge, '10.00', { effectiveAt: hours(1.5) })).rejects.toMatchObject({
      code: 'refund_too_soon',
    })
    expect((await refund(charge, '10.00')).status).toBe('pending')
    expect(await faults()).toEqual([])
  })

  it('that fails restores the previous state and releases its amount', async () => {
    await world.party('mch_f', { merchantCategory: 'retail' })
    await world.fund('cmp_cashback/budget', '5.00')
    const paths = ['usr_f/external', 'mch_f/balance', 'platform/revenue', 'platform/cost', 'sandbox/fees']
    const balances = () => Promise.all([...paths, 'cmp_cashback/budget', 'pilot/clearing'].map((p) => world.balance(p)))
    const charge = await payThrough('33.33', { merchant: 'mch_f', payer: 'usr_f' })
    const before = await balances()
    const row = await refund(charge, '11.11')
    expect(await balances()).not.toEqual(before)
    await settle(row, 'failed')
    expect(await balances()).toEqual(before)
    expect(await now(charge)).toMatchObject({
      pending: 0n,
      refunded: 0n,
      refunds: 0,
      returned: charge.returned ?? expect.anything(),
    })
    expect((await refund(charge)).amount).toBe(33_330_000n)
    expect(await faults()).toEqual([])
  })

  it('that fails cancels the debt that it caused for a payee', async () => {
    await world.party('mch_s', { merchantCategory: 'retail' })
    const charge = await payThrough('20.00', { merchant: 'mch_s' })
    await world.drain('mch_s/balance', '15.00')
    const row = await refund(charge)
    expect(row.plan.shortages).toMatchObject([{ account: 'mch_s/balance', mode: 'debt' }])
    const owed = await world.balance('mch_s/debt')
    expect(Number(owed)).toBeLessThan(0)
    await settle(row, 'failed')
    expect(await world.balance('mch_s/debt')).toBe('0.00')
    expect(await world.balance('mch_s/balance')).toBe('4.90') // 20.00 − 0.12 + 0.02 − 15.00
    expect(await faults()).toEqual([])
  })

  it('that fails after the debt was recovered returns the recovered amount to the payee', async () => {
    await world.party('mch_e', { merchantCategory: 'retail' })
    const charge = await payThrough('20.00', { merchant: 'mch_e' })
    await world.drain('mch_e/balance', '19.00')
    const row = await refund(charge)
    await payThrough('50.00', { merchant: 'mch_e' }) // the debt is netted from these earnings
    expect(await world.balance('mch_e/debt')).toBe('0.00')
    const before = Number(await world.balance('mch_e/balance'))
    await settle(row, 'failed')
    expect(await world.balance('mch_e/debt')).toBe('0.00')
    expect(Number(await world.balance('mch_e/balance'))).toBeGreaterThan(before + 19)
    expect(await faults()).toEqual([])
  })

  it('made outside the gateway does not call it', async () => {
    const charge = await payThrough('5.00', { payer: 'usr_o' })
    expect(await refund(charge, undefined, { outside: true })).toMatchObject({ status: 'succeeded', gateway: null })
    expect(await world.balance('usr_o/external')).toBe('0.00')
    expect(await faults()).toEqual([])
  })

  it('enforces the stricter of the provider’s and the product’s limits', async () => {
    const { charge } = await world.engine.charge(world.tenant, {
      of: {
        line: 'payments',
        product: 'scan-pay',
        event: { payer: 'usr_1', merchant: 'mch_1', amount: { amount: '9.00', currency: 'CNY' }, channel: 'sandbox' },
      },
      payment: { gateway: 'pilot', order: 'strict-1', rules: { windowDays: 365, maxRefunds: 1, minGapSeconds: 0 } },
    })
    await refund(charge, '1.00')
    await expect(refund(charge, '1.00')).rejects.toMatchObject({ code: 'refund_count_exceeded' })
  })

  it('an order pays for one charge only', async () => {
    const first = await payThrough('1.00')
    const again = {
      of: {
        line: 'payments',
        product: 'scan-pay',
        event: { payer: 'usr_1', merchant: 'mch_1', amount: { amount: '1.00', currency: 'CNY' }, channel: 'sandbox' },
      },
      payment: { gateway: 'pilot', order: first.gatewayOrder!, rules: RULES },
    }
    const tries = await Promise.allSettled([1, 2, 3].map(() => world.engine.charge(world.tenant, again)))
    for (const each of tries) expect(each).toMatchObject({ reason: { code: 'order_charged' } })
    const fresh = { ...again, payment: { ...again.payment, order: 'race-1' } }
    const raced = await Promise.allSettled([1, 2, 3, 4].map(() => world.engine.charge(world.tenant, fresh)))
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a dispute', () => {
  it('reserves what is still refundable: no refund returns it a second time', async () => {
    const charge = await payThrough('100.00')
    await refund(charge, '30.00')
    const opened = await dispute(charge, '100.00')
    expect(opened).toMatchObject({ amount: 100_000_000n, reserved: 70_000_000n, status: 'open' })
    await expect(refund(charge, '0.01')).rejects.toMatchObject({ code: 'refund_nothing_left' })
    await resolve(opened.id, '0')
    expect(await now(charge)).toMatchObject({ disputed: 0n })
    expect(refundableOf(await now(charge))).toBe(70_000_000n)
    expect(await faults()).toEqual([])
  })

  it('that is lost takes the money from its recipients, and from the platform beyond the refundable amount', async () => {
    await world.party('mch_d', { merchantCategory: 'retail' })
    const charge = await payThrough('100.00', { merchant: 'mch_d', payer: 'usr_d' })
    await settle(await refund(charge, '30.00'), 'succeeded')
    const losses = Number(await world.balance('platform/losses'))
    const opened = await dispute(charge, '100.00')
    const lost = await resolve(opened.id, '100.00')
    expect(lost).toMatchObject({ status: 'lost', lost: 100_000_000n })
    expect(await world.balance('mch_d/balance')).toBe('0.00')
    expect(await world.balance('usr_d/external')).toBe('30.00') // 30 refunded and 100 charged back
    expect(Number(await world.balance('platform/losses'))).toBe(losses - 30)
    expect(await now(charge)).toMatchObject({ refunded: 100_000_000n, disputed: 0n })
    expect(await resolve(opened.id, '100.00')).toMatchObject({ status: 'lost' }) // a repeated request
    await expect(resolve(opened.id, '50.00')).rejects.toMatchObject({ code: 'dispute_resolved' })
    expect(await faults()).toEqual([])
    // Won later: the payee recovers the money, and the platform the loss that it bore.
    expect(await resolve(opened.id, '0')).toMatchObject({ status: 'won', lost: 0n })
    expect(await world.balance('usr_d/external')).toBe('-70.00')
    expect(Number(await world.balance('platform/losses'))).toBe(losses)
    expect(await now(charge)).toMatchObject({ refunded: 30_000_000n, refunds: 1 })
    expect(await faults()).toEqual([])
  })

  // https://support.stripe.com/questions/pending-refunds-due-to-insufficient-funds-or-stripe-balance: the refund then fails.
  it('opened while a refund is pending reserves what the failed refund releases, which is refunded once', async () => {
    await world.party('mch_e', { merchantCategory: 'retail' })
    const charge = await payThrough('50.00', { merchant: 'mch_e', payer: 'usr_e' })
    const first = await refund(charge, '40.00')
    const opened = await dispute(charge, '45.00')
    expect(opened.reserved).toBe(10_000_000n)
    await settle(first, 'failed')
    expect(await now(charge)).toMatchObject({ pending: 0n, disputed: 45_000_000n })
    await expect(refund(charge, '5.01')).rejects.toMatchObject({ code: 'refund_exceeds_refundable' })
    const losses = await world.balance('platform/losses')
    await resolve(opened.id, '45.00')
    expect(await world.balance('platform/losses')).toBe(losses)
    expect(await refund(charge)).toMatchObject({ amount: 5_000_000n })
    expect(await faults()).toEqual([])
  })

  it('cannot be lost beyond the refundable amount while a refund is pending, whose outcome decides who bears it', async () => {
    await world.party('mch_f', { merchantCategory: 'retail' })
    const charge = await payThrough('50.00', { merchant: 'mch_f', payer: 'usr_f' })
    const first = await refund(charge, '40.00')
    const opened = await dispute(charge, '45.00')
    await expect(resolve(opened.id, '45.00')).rejects.toMatchObject({ code: 'dispute_refund_pending' })
    expect(await now(charge)).toMatchObject({ pending: 40_000_000n, disputed: 10_000_000n })
    const losses = Number(await world.balance('platform/losses'))
    await settle(first, 'succeeded')
    await resolve(opened.id, '45.00')
    expect(Number(await world.balance('platform/losses'))).toBe(losses - 35)
    expect(await faults()).toEqual([])
  })

  it('lost partially releases the rest', async () => {
    const charge = await payThrough('60.00')
    const opened = await dispute(charge, '60.00')
    await resolve(opened.id, '20.00')
    expect(refundableOf(await now(charge))).toBe(40_000_000n)
    expect((await refund(charge)).amount).toBe(40_000_000n)
    expect(await faults()).toEqual([])
  })

  it('takes from the parties at most what their components return in part; the platform bears the rest', async () => {
    const { charge } = await world.engine.charge(world.tenant, {
      of: {
        line: 'crossborder',
        product: 'remittance',
        event: {
          payer: 'usr_abroad',
          payee: 'usr_family',
          market: 'US',
          amount: { amount: '5000.00', currency: 'CNY' },
          currency: 'USD',
          reference: { pair: 'CNY/USD', rate: '0.1463', day: '2026-04-13', source: 'ECB' },
        },
      },
    })
    expect(charge.captured).toBe(5_015_000_000n) // its fee of 15.00 is refunded only with the whole charge
    const losses = Number(await world.balance('platform/losses'))
    await dispute(charge, '10.00')
    const rest = await dispute(charge, '5005.00')
    expect(await resolve(rest.id, '5005.00')).toMatchObject({ status: 'lost', lost: 5_005_000_000n })
    expect(Number(await world.balance('platform/losses'))).toBe(losses - 5)
    expect(await now(charge)).toMatchObject({ refunded: 5_000_000_000n, disputed: 10_000_000n })
    expect(await faults()).toEqual([])
  })

  it('refuses invalid amounts and unknown disputes', async () => {
    const charge = await payThrough('10.00')
    await expect(dispute(charge, '10.01')).rejects.toMatchObject({ code: 'dispute_exceeds_captured' })
    const opened = await dispute(charge, '5.00')
    await expect(resolve(opened.id, '5.01')).rejects.toMatchObject({ code: 'dispute_lost_exceeds' })
    await expect(resolve(newUuid(), '0')).rejects.toMatchObject({ code: 'dispute_unknown' })
  })
})

/** Refunds, their outcomes, disputes and their outcomes, in any order and concurrently, on one charge. */
const act = fc.oneof(
  fc.record({ act: fc.constant('refund' as const), fen: fc.integer({ min: 1, max: 4_000 }) }),
  fc.record({ act: fc.constant('settle' as const), which: fc.nat(9), well: fc.boolean() }),
  fc.record({ act: fc.constant('dispute' as const), fen: fc.integer({ min: 1, max: 9_999 }) }),
  fc.record({ act: fc.constant('resolve' as const), which: fc.nat(9), part: fc.integer({ min: 0, max: 100 }) }),
)

it('never refunds more than was paid under concurrency, and the books balance', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
      async (rounds) => {
        const charge = await payThrough('99.99', { payer: 'usr_l' })
        const refunds: RefundRow[] = []
        const disputes: { id: Uuid; amount: bigint }[] = []
        const one = async (each: (typeof rounds)[number][number]) => {
          const of = <T>(list: readonly T[], n: number) => (list.length === 0 ? undefined : list[n % list.length])
          if (each.act === 'refund') refunds.push(await refund(charge, (each.fen / 100).toFixed(2)))
          if (each.act === 'dispute') disputes.push(await dispute(charge, (each.fen / 100).toFixed(2)))
          const row = each.act === 'settle' ? of(refunds, each.which) : undefined
          if (row && each.act === 'settle') await settle(row, each.well ? 'succeeded' : 'failed')
          const open = each.act === 'resolve' ? of(disputes, each.which) : undefined
          if (!open || each.act !== 'resolve') return
          const lost = ((open.amount / 10_000n) * BigInt(each.part)) / 100n
          await resolve(open.id, (Number(lost) / 100).toFixed(2))
        }
        for (const round of rounds) {
          const ended = await Promise.allSettled(round.map(one))
          for (const each of ended) {
            if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Problem)
          }
          const { captured, kept, refunded, pending, disputed } = await now(charge)
          expect(kept + refunded + pending + disputed).toBeLessThanOrEqual(captured)
        }
        expect(await faults()).toEqual([])
      },
    ),
    { numRuns: 12 },
  )
})
