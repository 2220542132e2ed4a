/**
 * What goes wrong elsewhere when money is asked back, each by the thread in which somebody ran into it, done here by way
 * of refund requests. What single refunds and disputes are held to as well is in src/charges/*.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishRateCard } from '../src/catalog/rate-card.ts'
import { checkBooks } from '../src/charges/check.ts'
import { openDispute, resolveDispute } from '../src/charges/dispute.ts'
import type { RefundAsk } from '../src/charges/plan.ts'
import type { Reason } from '../src/charges/policy.ts'
import { type ChargeRow, readCharges } from '../src/charges/record.ts'
import { readRefunds } from '../src/charges/refund-record.ts'
import { settleRefunds } from '../src/charges/settle.ts'
import { newUuid, uuidToId } from '../src/ids.ts'
import { defaultCard } from '../src/lines/terms.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { runRequestJob } from '../src/requests/execute.ts'
import { openRequest } from '../src/requests/open.ts'
import { type RequestRow, readRequest } from '../src/requests/record.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  for (const creator of ['crt_a', 'crt_b']) await world.party(creator, {}, 'creator')
})
afterAll(async () => {
  expect((await checkBooks(world.db)).faults).toEqual([])
  await world.close()
})

const idOf = ({ id }: { id: string }) => uuidToId('chg', id)
const yuan = (amount: string): RefundAsk => ({ amount: parseMicros(amount) })
const now = async ({ id }: ChargeRow) => (await readCharges(world.db, world.tenant, [id])).get(id)!
const back = async (charge: ChargeRow) => formatMicros((await now(charge)).refunded, 'CNY')

interface Options {
  readonly key?: string
  readonly reason?: Reason
}
async function ask(
  charge: ChargeRow,
  what: RefundAsk = {},
  { key, reason = 'not-delivered' }: Options = {},
): Promise<RequestRow> {
  const by = { actor: 'key agent', party: null }
  const asked = { charge: idOf(charge), reason, asker: 'agent' as const, ask: what, by, idempotencyKey: key }
  return (await openRequest({ engine: world.engine }, world.tenant, asked)).request
}

/** Two stickers at 1.00 of different creators, and whatever else. */
async function sale(items: { id: string; price: string; quantity: number; creator?: string }[]): Promise<ChargeRow> {
  const event = {
    payer: 'usr_1',
    items: items.map(({ price, ...item }) => ({ ...item, price: { amount: price, currency: 'CNY' } })),
  }
  return (await world.engine.charge(world.tenant, { of: { line: 'goods', product: 'paid-content', event } })).charge
}

async function throughGateway(amount: string): Promise<ChargeRow> {
  const event = { payer: 'usr_1', merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' }
  const { charge } = await world.engine.charge(world.tenant, {
    of: { line: 'payments', product: 'scan-pay', event },
    payment: {
      gateway: 'pilot',
      order: newUuid(),
      rules: { windowDays: null, maxRefunds: null, minGapSeconds: 0 },
    } as never,
  })
  return charge
}
const settle = (refund: string, status: 'succeeded' | 'failed', failure: string | null = null) =>
  settleRefunds(world.db, world.engine.tenant(world.tenant).directory, [{ refund, status, at: null, failure }])
const dispute = (charge: ChargeRow, amount: string) =>
  openDispute(world.db, {
    ...{ charge: idOf(charge), amount: parseMicros(amount), reason: null, reference: null },
    ...{ answerBy: null, idempotency: null },
  })

describe('asking again', () => {
  // https://github.com/blnkfinance/blnk/issues/152
  it('the same refund can be called any number of times: here it is one', async () => {
    const charge = await world.pay('10.00')
    const all = await Promise.all([1, 2, 3, 4].map(() => ask(charge, yuan('4.00'), { key: 'again' })))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await back(charge)).toBe('4.00')
  })

  // https://github.com/blnkfinance/blnk/pull/375
  it('a second refund was refused and took the first one back: here the first stays', async () => {
    const charge = await world.pay('10.00')
    const first = await ask(charge)
    const before = await world.balance('mch_1/balance')
    expect(await ask(charge)).toMatchObject({ status: 'declined', declineCode: 'refund_nothing_left' })
    expect([first.status, await back(charge), await world.balance('mch_1/balance')]).toEqual(['done', '10.00', before])
  })

  // https://github.com/blnkfinance/blnk/issues/379, https://github.com/blnkfinance/blnk/issues/25
  it('after one leg came back, refunding the whole failed half way: here the other legs follow', async () => {
    const charge = await sale([
      { id: 'a', price: '10.00', quantity: 1, creator: 'crt_a' },
      { id: 'b', price: '20.00', quantity: 1, creator: 'crt_b' },
    ])
    const [a, b] = [await world.balance('crt_a/balance'), await world.balance('crt_b/balance')]
    expect(await ask(charge, { items: [{ id: 'a' }] }, { reason: 'service-failure' })).toMatchObject({ status: 'done' })
    expect([await world.balance('crt_a/balance'), await world.balance('crt_b/balance')]).toEqual(['0.00', b])
    expect(a).not.toBe('0.00')
    expect(await ask(charge, {}, { reason: 'service-failure' })).toMatchObject({
      status: 'done',
      amount: parseMicros('20.00'),
    })
    expect(await world.balance('crt_b/balance')).toBe('0.00')
    expect(await ask(charge, {}, { reason: 'service-failure' })).toMatchObject({ declineCode: 'refund_nothing_left' })
  })

  // https://github.com/killbill/killbill/issues/254
  it('several partial refunds were impossible: here there are as many as the policy allows', async () => {
    const charge = await world.pay('0.60')
    for (let part = 0; part < 6; part += 1) expect((await ask(charge, yuan('0.10'))).status).toBe('done')
    expect(await back(charge)).toBe('0.60')
  })

  // https://github.com/killbill/killbill/issues/154
  it('what came back of an item was counted again: here a unit comes back once', async () => {
    const charge = await sale([{ id: 'a', price: '2.00', quantity: 3 }])
    const two = { items: [{ id: 'a', quantity: 2n }] }
    expect((await ask(charge, two, { reason: 'service-failure' })).status).toBe('done')
    expect(await ask(charge, two, { reason: 'service-failure' })).toMatchObject({
      declineCode: 'refund_quantity_exceeded',
    })
    expect(await back(charge)).toBe('4.00')
  })
})

describe('at the same time', () => {
  // https://github.com/juspay/hyperswitch/issues/13182, https://github.com/medusajs/medusa/issues/16012,
  // https://github.com/fossasia/eventyay/issues/1405
  it.each(['given back at once', 'through a gateway'])(
    'two requests of 60 on 100 both succeeded: here one does (%s)',
    async (how) => {
      const charge = how === 'through a gateway' ? await throughGateway('100.00') : await world.pay('100.00')
      const all = await Promise.all([1, 2, 3].map(() => ask(charge, yuan('60.00'))))
      const { refunded, pending } = await now(charge)
      expect(refunded + pending).toBe(parseMicros('60.00'))
      expect(all.filter(({ refund }) => refund !== null)).toHaveLength(1)
      for (const { status, failure, declineCode } of all.filter(({ refund }) => refund === null)) {
        expect([status, failure ?? declineCode]).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/^(failed|declined)$/),
            expect.stringMatching(/^refund_exceeds_/),
          ]),
        )
      }
    },
  )
})

describe('refund and chargeback', () => {
  // https://github.com/antiwork/gumroad/issues/4358
  it('a disputed payment was refunded as well: here what is disputed does not come back twice', async () => {
    const charge = await world.pay('50.00')
    const opened = await dispute(charge, '50.00')
    expect(await ask(charge)).toMatchObject({ status: 'declined', declineCode: 'refund_nothing_left' })
    const { directory } = world.engine.tenant(world.tenant)
    const lost = { dispute: uuidToId('dsp', opened.dispute.id), lost: parseMicros('50.00') }
    await resolveDispute(world.db, directory, lost)
    // https://github.com/juspay/hyperswitch-control-center/issues/4109
    expect(await ask(charge)).toMatchObject({ status: 'declined', declineCode: 'refund_nothing_left' })
    expect(await back(charge)).toBe('50.00')
  })

  it('a dispute that ends before an approved request is executed does not make it more than was approved', async () => {
    const event = {
      payer: 'usr_1',
      merchant: 'mch_1',
      amount: { amount: '100.00', currency: 'CNY' },
      channel: 'alipay',
    }
    const of = { line: 'payments', product: 'scan-pay', event }
    const { charge } = await world.engine.charge(world.tenant, { of })
    const opened = await dispute(charge, '60.00')
    await ask(charge, yuan('10.00'))
    const waits = await ask(charge)
    expect(waits).toMatchObject({ status: 'approved', amount: parseMicros('30.00'), notBefore: expect.any(Date) })
    const { directory } = world.engine.tenant(world.tenant)
    await resolveDispute(world.db, directory, { dispute: uuidToId('dsp', opened.dispute.id), lost: 0n })
    const sooner = 'UPDATE refund_request SET not_before = NULL WHERE tenant = $1 AND id = $2'
    await world.db.execute(sooner, [world.tenant, waits.id])
    await runRequestJob({ engine: world.engine }, { tenant: world.tenant, request: waits.id })
    expect(await readRequest(world.db, world.tenant, waits.id)).toMatchObject({ status: 'requested', execution: null })
    expect(await back(charge)).toBe('10.00')
  })
})

describe('the other parties', () => {
  // https://github.com/killbill/killbill/issues/1007
  it('a refund was made whose adjustments could not be: here it fails whole, with its reason', async () => {
    const card = defaultCard()
    const { channels } = card.products['payments/scan-pay'] as { channels: Record<string, { refund: object }> }
    Object.assign(channels.sandbox!.refund, { shortage: 'reject' })
    await world.db.transaction((tx) => publishRateCard(tx, world.tenant, card, new Date(1)))
    await world.party('mch_poor', { merchantCategory: 'restaurant' })
    const charge = await world.pay('10.00', { merchant: 'mch_poor' })
    await world.drain('mch_poor/balance', '9.00')
    const before = await world.balance('mch_poor/balance')
    expect(await ask(charge)).toMatchObject({ status: 'failed', failure: 'payee_short', refund: null })
    expect([await back(charge), await world.balance('mch_poor/balance')]).toEqual(['0.00', before])
  })

  // https://github.com/productdevbook/tezgah/issues/144
  it('a refund went by a later commission rate: here by the one that was charged', async () => {
    const charge = await world.pay('100.00', { merchant: 'mch_1' })
    const before = parseMicros(await world.balance('platform/revenue'))
    const card = defaultCard()
    const terms = card.products['payments/scan-pay'] as { fee: { rate: { options: Record<string, string> } } }
    terms.fee.rate.options.restaurant = '0.012'
    await world.db.transaction((tx) => publishRateCard(tx, world.tenant, card, new Date(2)))
    await ask(charge, yuan('50.00'))
    expect(formatMicros(before - parseMicros(await world.balance('platform/revenue')), 'CNY')).toBe('0.30')
  })

  // https://github.com/BanchanArt/banchan/issues/332, https://github.com/ProgixDev/incacook-app/issues/19
  it('nobody knew what to do after a full payout: here the payee owes it, and earns it off', async () => {
    await world.party('mch_paid', { merchantCategory: 'restaurant' })
    const charge = await world.pay('100.00', { merchant: 'mch_paid' })
    await world.drain('mch_paid/balance', await world.balance('mch_paid/balance'))
    expect((await ask(charge)).status).toBe('done')
    const owed = parseMicros(await world.balance('mch_paid/debt'))
    expect(owed < 0n).toBe(true)
    await world.pay('50.00', { merchant: 'mch_paid' })
    expect(parseMicros(await world.balance('mch_paid/debt')) > owed).toBe(true)
    expect(await world.balance('mch_paid/balance')).toBe('0.00')
  })
})

describe('cents', () => {
  // https://github.com/woocommerce/woocommerce/issues/26734, https://github.com/akira-io/laravel-sisp/issues/282
  it('three parts of a third left a remainder for ever, or went a cent over: here nothing is left', async () => {
    const charge = await world.pay('100.00')
    for (const part of ['33.33', '33.33']) expect((await ask(charge, yuan(part))).status).toBe('done')
    expect(await ask(charge, yuan('33.35'))).toMatchObject({ declineCode: 'refund_exceeds_policy' })
    expect(await ask(charge)).toMatchObject({ status: 'done', amount: parseMicros('33.34') })
    const { captured, kept, refunded } = await now(charge)
    expect(captured - kept - refunded).toBe(0n)
  })

  // https://github.com/spree/spree/pull/14467
  it('1.03 of two lines came to 0.52 and 0.52: here the parts sum to what was asked', async () => {
    const charge = await sale([
      { id: 'a', price: '1.00', quantity: 1 },
      { id: 'b', price: '1.00', quantity: 1 },
    ])
    const { refund } = await ask(charge, yuan('1.03'), { reason: 'service-failure' })
    const { items } = (await readRefunds(world.db, world.tenant, [refund!])).get(refund!)!.plan
    expect(items.map(({ amount }) => amount.amount).sort()).toEqual(['0.51', '0.52'])
  })

  // https://github.com/brick/money/pull/55
  it('the cent that is over always went to the first: here it takes turns', async () => {
    const charge = await sale([
      { id: 'a', price: '1.00', quantity: 1 },
      { id: 'b', price: '1.00', quantity: 1 },
    ])
    const sums = new Map<string, bigint>()
    for (let part = 0; part < 4; part += 1) {
      const { refund } = await ask(charge, yuan('0.03'), { reason: 'service-failure' })
      const { items } = (await readRefunds(world.db, world.tenant, [refund!])).get(refund!)!.plan
      for (const { id, amount } of items) sums.set(id, (sums.get(id) ?? 0n) + parseMicros(amount.amount))
    }
    const difference = sums.get('a')! - sums.get('b')!
    expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(10_000n)
  })
})

describe('a gateway', () => {
  // https://github.com/juspay/hyperswitch: refunds marked as failed on any error of the connector
  it('that has not answered kept the amount free: here it stays reserved until the outcome is known', async () => {
    const charge = await throughGateway('100.00')
    const first = await ask(charge, yuan('70.00'))
    expect(first.status).toBe('executing')
    expect(await ask(charge, yuan('70.00'))).toMatchObject({ status: 'declined', declineCode: 'refund_exceeds_policy' })
    await settle(first.refund!, 'succeeded')
    expect(await ask(charge, yuan('30.00'))).toMatchObject({ status: 'executing' })
  })

  // https://github.com/helei112g/payment/issues/68
  it('that had not enough to give back left the request nowhere: here it fails with the code, and can be asked again', async () => {
    const charge = await throughGateway('40.00')
    const first = await ask(charge)
    await settle(first.refund!, 'failed', 'NOT_ENOUGH')
    await runRequestJob({ engine: world.engine }, { tenant: world.tenant, request: first.id })
    expect(await readRequest(world.db, world.tenant, first.id)).toMatchObject({
      status: 'failed',
      failure: 'NOT_ENOUGH',
    })
    expect(await ask(charge)).toMatchObject({ status: 'executing', amount: parseMicros('40.00') })
  })
})
