/**
 * Refund problems of other systems, each with the thread that reported it, repeated here with refund requests. Tests of
 * single refunds and disputes are in src/refunds.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishRateCard } from '../src/catalog/rate-card.ts'
import { defaultCard } from '../src/catalog/terms.ts'
import { checkBooks } from '../src/charges/check.ts'
import type { Reason } from '../src/charges/policy.ts'
import { type ChargeRow, readCharges } from '../src/charges/record.ts'
import { openDatabase } from '../src/db/connect.ts'
import { openDispute, resolveDispute } from '../src/disputes/dispute.ts'
import { Engine } from '../src/engine/engine.ts'
import { newUuid, type Uuid, uuidToId } from '../src/ids.ts'
import { lines } from '../src/lines/index.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { Problem } from '../src/problem.ts'
import { runRequestJob } from '../src/refund-requests/execute.ts'
import { openRequest } from '../src/refund-requests/open.ts'
import { type RequestRow, readRequest } from '../src/refund-requests/record.ts'
import { finalizeRefunds } from '../src/refunds/finalize.ts'
import { readGatewayRefunds } from '../src/refunds/gateway-refund.ts'
import type { RefundAsk } from '../src/refunds/plan.ts'
import { readRefunds } from '../src/refunds/record.ts'
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

const idOf = ({ id }: { id: Uuid }) => uuidToId('chg', id)
const yuan = (amount: string): RefundAsk => ({ amount: parseMicros(amount) })
const now = async ({ id }: ChargeRow) => (await readCharges(world.db, [id])).get(id)!
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
  const requested = { charge: idOf(charge), reason, asker: 'agent' as const, ask: what, by, idempotencyKey: key }
  return (await openRequest({ engine: world.engine }, world.tenant, requested)).request
}

/** Two stickers at 1.00 of different creators, and other fields. */
async function sale(items: { id: string; price: string; quantity: number; creator?: string }[]): Promise<ChargeRow> {
  const event = {
    payer: 'usr_1',
    items: items.map(({ price, ...item }) => ({ ...item, price: { amount: price, currency: 'CNY' } })),
  }
  return (await world.engine.charge(world.tenant, { of: { line: 'goods', product: 'paid-content', event } })).charge
}

/** An order at a provider without limits. */
const paid = () => ({
  gateway: 'pilot',
  order: newUuid(),
  rules: { windowDays: null, maxRefunds: null, minGapSeconds: 0 },
})

async function throughGateway(amount: string): Promise<ChargeRow> {
  const event = { payer: 'usr_1', merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' }
  const { charge } = await world.engine.charge(world.tenant, {
    of: { line: 'payments', product: 'scan-pay', event },
    payment: paid(),
  })
  return charge
}
const settle = (refund: Uuid, status: 'succeeded' | 'failed', failure: string | null = null) =>
  finalizeRefunds(world.db, world.engine.tenant(world.tenant).directory, [{ refund, status, at: null, failure }])
const dispute = (charge: ChargeRow, amount: string, db = world.db) =>
  openDispute(db, {
    ...{ charge: idOf(charge), amount: parseMicros(amount), reason: null, reference: null },
    ...{ answerBy: null, idempotency: null },
  })

const resolve = ({ dispute: { id } }: { dispute: { id: Uuid } }, lost: string) =>
  resolveDispute(world.db, world.engine.tenant(world.tenant).directory, {
    dispute: uuidToId('dsp', id),
    lost: parseMicros(lost),
  })

/** The changes of these balances. */
async function changes(paths: readonly string[], act: () => Promise<unknown>): Promise<string[]> {
  const read = () => Promise.all(paths.map(async (path) => parseMicros(await world.balance(path))))
  const before = await read()
  await act()
  return (await read()).map((after, i) => formatMicros(after - before[i]!, 'CNY'))
}

let cards = 0
/** Publishes a card that prices later charges. */
const publish = (card: ReturnType<typeof defaultCard>) => {
  cards += 1
  return world.db.transaction((tx) => publishRateCard(tx, card, new Date(cards)))
}
function cardAt(restaurantRate: string) {
  const card = defaultCard(lines)
  const { fee } = card.products['payments/scan-pay'] as { fee: { rate: { options: Record<string, string> } } }
  fee.rate.options.restaurant = restaurantRate
  return card
}

describe('repeated requests', () => {
  // https://github.com/blnkfinance/blnk/issues/152
  it('elsewhere, the same refund could be made any number of times: here it is made once', async () => {
    const charge = await world.pay('10.00')
    const all = await Promise.all([1, 2, 3, 4].map(() => ask(charge, yuan('4.00'), { key: 'again' })))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await back(charge)).toBe('4.00')
  })

  // https://github.com/blnkfinance/blnk/pull/375
  it('elsewhere, a refused second refund reversed the first: here the first stays', async () => {
    const charge = await world.pay('10.00')
    const first = await ask(charge)
    const before = await world.balance('mch_1/balance')
    expect(await ask(charge)).toMatchObject({ status: 'declined', declineCode: 'refund_nothing_left' })
    expect([first.status, await back(charge), await world.balance('mch_1/balance')]).toEqual(['done', '10.00', before])
  })

  // https://github.com/blnkfinance/blnk/issues/379, https://github.com/blnkfinance/blnk/issues/25
  it('elsewhere, a whole refund failed after one leg was returned: here the other legs follow', async () => {
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
  it('elsewhere, several partial refunds were impossible: here the policy limits them', async () => {
    const charge = await world.pay('0.60')
    for (let part = 0; part < 6; part += 1) expect((await ask(charge, yuan('0.10'))).status).toBe('done')
    expect(await back(charge)).toBe('0.60')
  })

  // https://github.com/killbill/killbill/issues/154
  it('elsewhere, returned units were counted twice: here a unit is refunded once', async () => {
    const charge = await sale([{ id: 'a', price: '2.00', quantity: 3 }])
    const two = { items: [{ id: 'a', quantity: 2n }] }
    expect((await ask(charge, two, { reason: 'service-failure' })).status).toBe('done')
    expect(await ask(charge, two, { reason: 'service-failure' })).toMatchObject({
      declineCode: 'refund_quantity_exceeded',
    })
    expect(await back(charge)).toBe('4.00')
  })
})

describe('concurrency', () => {
  // https://github.com/juspay/hyperswitch/issues/13182, https://github.com/medusajs/medusa/issues/16012,
  // https://github.com/fossasia/eventyay/issues/1405
  it.each(['given back at once', 'through a gateway'])(
    'elsewhere, two requests of 60 on 100 both succeeded: here one does (%s)',
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

/** Sellers, promoters and carriers of each other, in turn, so their accounts are locked in every order. */
const MESH = ['msh_a', 'msh_b', 'msh_c', 'msh_d']
const meshed = (n: number) => {
  const [seller, promoter, carrier] = [n, n + 1 + (n % 3), n + 2].map((each) => MESH[each % MESH.length]!)
  const money = (amount: string) => ({ amount, currency: 'CNY' })
  const event = {
    ...{ buyer: 'usr_mesh', seller, items: [{ id: 'i', category: 'apparel', price: money('40.00'), quantity: 1 }] },
    shipping: { carrier, fee: money('6.00'), service: 'standard' },
    promoter: { party: promoter, amount: money('3.00') },
  }
  return { line: 'commerce', product: 'commission', event }
}

describe('one lock order', () => {
  // https://github.com/antiwork/gumroad/pull/5917
  it('elsewhere, refunds, disputes and sales of the same parties deadlocked: here they lock in one order', async () => {
    for (const party of MESH) await world.party(party)
    const count = async (sql: string) => (await world.database.system.query<{ n: bigint }>(sql))[0]!.n
    const deadlocks = () => count('SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()')
    const connected = () => count("SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'crosswise'")
    const before = await deadlocks()
    // Two processes, from the point of view of the database. A connection reports its deadlocks when it closes, if not
    // before.
    const databases = [1, 2].map(() => openDatabase(world.database.url, { max: 8, applicationName: 'crosswise' }))
    const engines = databases.map((database) => new Engine(database, lines))
    const tenants = engines.map((engine) => engine.tenant(world.tenant))
    const sell = async (n: number) =>
      (await engines[n % 2]!.charge(world.tenant, { of: meshed(n), payment: paid() })).charge
    const giveBack = async (charge: ChargeRow, n: number) => {
      const requested = { charge: idOf(charge), ask: yuan('5.00'), reason: null, reference: null, effectiveAt: null }
      const result = await engines[n % 2]!.refund(world.tenant, { ...requested, previewHash: null })
      return result.refund.id
    }
    const contest = async (charge: ChargeRow, n: number) => {
      const { db, directory } = tenants[n % 2]!
      const opened = await dispute(charge, '20.00', db)
      const lost = { dispute: uuidToId('dsp', opened.dispute.id), lost: parseMicros(n % 2 ? '20.00' : '7.00') }
      await resolveDispute(db, directory, lost)
      if (n % 3 === 0) await resolveDispute(db, directory, { ...lost, lost: 0n })
    }
    const charges = await Promise.all(MESH.flatMap((_, n) => [sell(n), sell(n + 4), sell(n + 8)]))
    const pending = await Promise.all(charges.map(giveBack))
    // Reported by both, several at a time, in different orders.
    const ended = (n: number) => {
      const { db, directory } = tenants[n % 2]!
      const several = [n, n + 5, n + 2].map((each) => each % pending.length)
      const endOf = (each: number) => (each % 3 ? ('succeeded' as const) : ('failed' as const))
      const ends = several.map((each) => ({ refund: pending[each]!, status: endOf(each), at: null, failure: null }))
      return finalizeRefunds(db, directory, ends)
    }
    const acts = charges.flatMap((charge, n) => [
      ...[ended(n), giveBack(charge, n), giveBack(charge, n + 1)],
      ...[contest(charge, n), sell(n), sell(n + 1)],
    ])
    for (const end of await Promise.allSettled(acts)) {
      if (end.status === 'fulfilled') continue
      expect(end.reason).toBeInstanceOf(Problem)
      expect((end.reason as Problem).status).toBeLessThan(500)
    }
    expect(await connected()).toBeGreaterThan(2n)
    for (const database of databases) await database.close()
    await expect.poll(connected, { timeout: 10_000 }).toBe(0n)
    expect(await deadlocks()).toBe(before)
  })
})

describe('refund and chargeback', () => {
  // https://github.com/antiwork/gumroad/issues/4358
  it('elsewhere, a disputed payment was refunded as well: here a disputed amount is not refunded twice', async () => {
    const charge = await world.pay('50.00')
    const opened = await dispute(charge, '50.00')
    expect(await ask(charge)).toMatchObject({ status: 'declined', declineCode: 'refund_nothing_left' })
    await resolve(opened, '50.00')
    // https://github.com/juspay/hyperswitch-control-center/issues/4109
    expect(await ask(charge)).toMatchObject({ status: 'declined', declineCode: 'refund_nothing_left' })
    expect(await back(charge)).toBe('50.00')
  })

  it('a dispute that ends before an approved request is executed does not increase the approved amount', async () => {
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
    await resolve(opened, '0')
    const sooner = 'UPDATE refund_request SET not_before = NULL WHERE tenant = $1 AND id = $2'
    await world.db.execute(sooner, [world.tenant, waits.id])
    await runRequestJob({ engine: world.engine }, { tenant: world.tenant, request: waits.id })
    expect(await readRequest(world.db, waits.id)).toMatchObject({ status: 'requested', execution: null })
    expect(await back(charge)).toBe('10.00')
  })
})

describe('the other parties', () => {
  // https://github.com/juspay/hyperswitch/issues/11474
  it('elsewhere, the refund did not unwind a split that came with the payment: here it does, to the cent', async () => {
    await publish(cardAt('0.006'))
    await world.party('mch_late', { merchantCategory: 'restaurant' })
    await world.fund('cmp_cashback/budget', '0.17')
    const bought = { payer: 'usr_1', merchant: 'mch_late', amount: { amount: '100.00', currency: 'CNY' } }
    const event = { ...bought, channel: 'sandbox' }
    const quote = await world.engine.quote(world.tenant, { line: 'payments', product: 'scan-pay', event }, 600)
    // Before it is paid the price changes, and others use up most of the reward budget.
    await publish(cardAt('0.012'))
    await world.pay('50.00')
    const left = parseMicros(await world.balance('cmp_cashback/budget'))
    expect(left).toBe(parseMicros('0.05'))
    const paths = ['mch_late/balance', 'cmp_cashback/budget', 'platform/revenue', 'platform/cost', 'sandbox/fees']
    const all = await changes(paths, async () => {
      const of = { quote: uuidToId('qte', quote.id) }
      const { charge } = await world.engine.charge(world.tenant, { of, payment: paid() })
      expect(charge.draft.items[0]!.components.map(({ kind, amount }) => `${kind} ${amount.amount}`)).toEqual(
        expect.arrayContaining(['fee 0.60', 'reward 0.05']),
      )
      const parts = await changes(['mch_late/balance', 'cmp_cashback/budget'], async () =>
        settle((await ask(charge, yuan('40.00'))).refund!, 'succeeded'),
      )
      expect(parts).toEqual(['-39.78', '0.02'])
      await settle((await ask(charge)).refund!, 'succeeded')
    })
    expect(new Set(all)).toEqual(new Set(['0.00']))
    await world.drain('cmp_cashback/budget', formatMicros(left, 'CNY'))
  })

  // https://github.com/armitage-labs/creem/pull/194
  it('elsewhere, parties that had returned their part were debited again: here only those that still have it', async () => {
    const charge = await sale([
      { id: 'a', price: '10.00', quantity: 1, creator: 'crt_a' },
      { id: 'b', price: '20.00', quantity: 1, creator: 'crt_b' },
    ])
    await ask(charge, { items: [{ id: 'a' }] }, { reason: 'service-failure' })
    await world.fund('crt_a/balance', '100.00')
    const share = charge.draft.items[1]!.components.find(({ to }) => to === 'crt_b/balance')!.amount.amount
    const opened = await dispute(charge, '30.00')
    const paths = ['crt_a/balance', 'crt_b/balance', 'usr_1/external', 'platform/losses']
    const lost = await changes(paths, () => resolve(opened, '30.00'))
    expect(lost).toEqual(['0.00', `-${share}`, '30.00', '-10.00'])
    expect(await changes(paths, () => resolve(opened, '0'))).toEqual(['0.00', share, '-30.00', '10.00'])
    expect((await ask(charge, {}, { reason: 'service-failure' })).amount).toBe(parseMicros('20.00'))
  })

  // https://github.com/Viincenttt/MollieApi/issues/367
  it('elsewhere, the rest of a partial refund silently fell to the platform: here every part names its bearer', async () => {
    const charge = await sale([
      { id: 'a', price: '3.00', quantity: 1, creator: 'crt_a' },
      { id: 'b', price: '7.00', quantity: 1, creator: 'crt_b' },
    ])
    await world.drain('crt_b/balance', await world.balance('crt_b/balance'))
    const components = charge.draft.items.flatMap((item) => item.components)
    for (const part of ['0.07', '3.33', '1.11', '0.01']) {
      const { refund } = await ask(charge, yuan(part), { reason: 'service-failure' })
      const { plan } = (await readRefunds(world.db, [refund!])).get(refund!)!
      const sum = (of: typeof plan.transfers) => of.reduce((all, { amount }) => all + parseMicros(amount.amount), 0n)
      expect(sum(plan.transfers)).toBe(parseMicros(part))
      const short = plan.transfers.filter(({ from }) => from === 'crt_b/balance')
      expect(plan.shortages.map(({ account, amount }) => [account, parseMicros(amount.amount)])).toEqual(
        short.map(({ from }) => [from, sum(short)]),
      )
      const { returned, refunded, captured } = await now(charge)
      for (const [index, { amount }] of components.entries()) {
        const off = returned![index]! - (parseMicros(amount.amount) * refunded) / captured
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(10_000n)
      }
    }
  })

  // https://github.com/killbill/killbill/issues/1007
  it('elsewhere, a refund was made without its adjustments: here it fails as a whole, with its reason', async () => {
    const card = defaultCard(lines)
    const { channels } = card.products['payments/scan-pay'] as { channels: Record<string, { refund: object }> }
    Object.assign(channels.sandbox!.refund, { shortage: 'reject' })
    await publish(card)
    await world.party('mch_poor', { merchantCategory: 'restaurant' })
    const charge = await world.pay('10.00', { merchant: 'mch_poor' })
    await world.drain('mch_poor/balance', '9.00')
    const before = await world.balance('mch_poor/balance')
    expect(await ask(charge)).toMatchObject({ status: 'failed', failure: 'payee_short', refund: null })
    expect([await back(charge), await world.balance('mch_poor/balance')]).toEqual(['0.00', before])
  })

  // https://github.com/productdevbook/tezgah/issues/144
  it('elsewhere, a refund used a later commission rate: here it uses the charged one', async () => {
    await publish(cardAt('0.006'))
    const charge = await world.pay('100.00', { merchant: 'mch_1' })
    const before = parseMicros(await world.balance('platform/revenue'))
    await publish(cardAt('0.012'))
    await ask(charge, yuan('50.00'))
    expect(formatMicros(before - parseMicros(await world.balance('platform/revenue')), 'CNY')).toBe('0.30')
  })

  // https://github.com/BanchanArt/banchan/issues/332, https://github.com/ProgixDev/incacook-app/issues/19
  it('elsewhere, a refund after a full payout was undefined: here the payee owes it, and earnings repay it', async () => {
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
  it('elsewhere, three thirds left a remainder or exceeded the total by a cent: here nothing is left', async () => {
    const charge = await world.pay('100.00')
    for (const part of ['33.33', '33.33']) expect((await ask(charge, yuan(part))).status).toBe('done')
    expect(await ask(charge, yuan('33.35'))).toMatchObject({ declineCode: 'refund_exceeds_policy' })
    expect(await ask(charge)).toMatchObject({ status: 'done', amount: parseMicros('33.34') })
    const { captured, kept, refunded } = await now(charge)
    expect(captured - kept - refunded).toBe(0n)
  })

  // https://github.com/spree/spree/pull/14467
  it('elsewhere, 1.03 over two lines became 0.52 and 0.52: here the parts sum to the requested amount', async () => {
    const charge = await sale([
      { id: 'a', price: '1.00', quantity: 1 },
      { id: 'b', price: '1.00', quantity: 1 },
    ])
    const { refund } = await ask(charge, yuan('1.03'), { reason: 'service-failure' })
    const { items } = (await readRefunds(world.db, [refund!])).get(refund!)!.plan
    expect(items.map(({ amount }) => amount.amount).sort()).toEqual(['0.51', '0.52'])
  })

  // https://github.com/brick/money/pull/55
  it('elsewhere, the surplus cent always went to the first: here it rotates', async () => {
    const charge = await sale([
      { id: 'a', price: '1.00', quantity: 1 },
      { id: 'b', price: '1.00', quantity: 1 },
    ])
    const sums = new Map<string, bigint>()
    for (let part = 0; part < 4; part += 1) {
      const { refund } = await ask(charge, yuan('0.03'), { reason: 'service-failure' })
      const { items } = (await readRefunds(world.db, [refund!])).get(refund!)!.plan
      for (const { id, amount } of items) sums.set(id, (sums.get(id) ?? 0n) + parseMicros(amount.amount))
    }
    const difference = sums.get('a')! - sums.get('b')!
    expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(10_000n)
  })
})

describe('digits', () => {
  // https://github.com/woocommerce/woocommerce-ios/pull/17630
  it('elsewhere, an amount finer than a cent caused a server error: here it is refused, and nothing moves', async () => {
    const charge = await throughGateway('2.00')
    const paths = ['usr_1/external', 'pilot/clearing', 'mch_1/balance', 'platform/revenue']
    const moved = await changes(paths, async () => {
      for (const amount of ['1.004956', '0.005', '0.000001', '1.999999']) {
        for (const what of [yuan(amount), { items: [{ id: '1', amount: parseMicros(amount) }] }]) {
          expect(await ask(charge, what)).toMatchObject({ declineCode: 'amount_too_precise', refund: null })
        }
      }
      expect(await ask(charge, yuan('2.000001'))).toMatchObject({ declineCode: 'refund_exceeds_policy', refund: null })
      expect(() => yuan('1.0049560001')).toThrow(expect.objectContaining({ code: 'amount_too_precise' }))
    })
    expect(new Set(moved)).toEqual(new Set(['0.00']))
    expect(await now(charge)).toMatchObject({ refunded: 0n, pending: 0n, refunds: 0 })
  })

  it('parts of odd prices reach the gateway in whole cents, and sum to what was paid', async () => {
    const charge = await throughGateway('1.00')
    const sent: bigint[] = []
    for (const amount of ['0.33', '0.33', null]) {
      const { refund } = await ask(charge, amount === null ? {} : yuan(amount))
      sent.push((await readGatewayRefunds(world.db, [refund!])).get(refund!)!.amount)
    }
    expect(sent.map((amount) => amount % 10_000n)).toEqual([0n, 0n, 0n])
    expect(sent.reduce((a, b) => a + b)).toBe(charge.captured)
  })
})

describe('a gateway', () => {
  // https://github.com/juspay/hyperswitch: refunds marked as failed on any error of the connector
  it('elsewhere, a gateway without an answer left the amount refundable: here it is reserved until the outcome is known', async () => {
    const charge = await throughGateway('100.00')
    const first = await ask(charge, yuan('70.00'))
    expect(first.status).toBe('executing')
    expect(await ask(charge, yuan('70.00'))).toMatchObject({ status: 'declined', declineCode: 'refund_exceeds_policy' })
    await settle(first.refund!, 'succeeded')
    expect(await ask(charge, yuan('30.00'))).toMatchObject({ status: 'executing' })
  })

  // https://github.com/helei112g/payment/issues/68
  it('elsewhere, a request without enough balance was stuck: here it fails with the code, and can be repeated', async () => {
    const charge = await throughGateway('40.00')
    const first = await ask(charge)
    await settle(first.refund!, 'failed', 'NOT_ENOUGH')
    await runRequestJob({ engine: world.engine }, { tenant: world.tenant, request: first.id })
    expect(await readRequest(world.db, first.id)).toMatchObject({
      status: 'failed',
      failure: 'NOT_ENOUGH',
    })
    expect(await ask(charge)).toMatchObject({ status: 'executing', amount: parseMicros('40.00') })
  })
})
