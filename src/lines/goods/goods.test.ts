import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as laws from '../../../test/lines/laws.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { publishRateCard } from '../../catalog/rate-card.ts'
import { defaultCard } from '../../catalog/terms.ts'
import { parseMicros } from '../../money/amount.ts'
import { lines } from '../index.ts'
import { goods } from './index.ts'

let world: World
const trials = new Map<string, laws.Trial>()
beforeAll(async () => {
  world = await makeWorld()
  for (const product of goods.products) trials.set(product.id, await laws.makeTrial(world, goods, product))
})
afterAll(() => world.close())

const on = (product: string) => trials.get(product)!
const cny = (amount: string) => ({ amount, currency: 'CNY' })
const buy = (product: string, items: object[], payer = 'usr_1') => laws.chargeOn(on(product), { payer, items })
const refused = (code: string) => expect.objectContaining({ code })

describe('items at a price within their range', () => {
  it.each([
    ['sticker', '6.00', '18.00'],
    ['red-envelope-cover', '1.00', '10.00'],
    ['game-item', '1.00', '198.00'],
  ])('%s: %s to %s, both included', async (product, least, most) => {
    const fen = (text: string, more: number) => (Number(text) + more / 100).toFixed(2)
    for (const price of [least, most]) await buy(product, [{ id: 'a', price: cny(price), quantity: 1 }])
    for (const price of [fen(least, -1), fen(most, 1)]) {
      const bought = buy(product, [{ id: 'a', price: cny(price), quantity: 1 }])
      await expect(bought, price).rejects.toEqual(refused('price_outside_band'))
    }
  })

  it('are paid from outside in whole minor units, whatever the card says, and from a wallet to the micro', async () => {
    const { product, ...trial } = on('sticker')
    const terms = product.defaultTerms as { price: object }
    const price = { model: 'per_unit', price: '10.285' }
    const card = { ...defaultCard(lines), products: { 'goods/sticker': { ...terms, price } } }
    const other = await makeWorld()
    await other.db.transaction((tx) => publishRateCard(tx, card, new Date(Date.now() - 1)))
    const item = { id: 'a', price: cny('10.00'), quantity: 1 }
    const buyOne = (more: object) =>
      laws.chargeOn({ ...trial, product, world: other }, { payer: 'usr_1', items: [item], ...more })
    const bought = await buyOne({ items: [item, { ...item, id: 'b', quantity: 3 }] })
    // Each item is rounded, because each can be refunded alone.
    expect(bought.captured).toBe(parseMicros('41.15'))
    const steps = bought.draft.items.map(({ components }) => components[0]!.why.at(-1))
    expect(steps).toMatchObject([
      { code: 'rounded', params: { from: '10.285', to: '10.29' } },
      { code: 'rounded', params: { from: '30.855', to: '30.86' } },
    ])
    const back = await laws.refundOn({ ...trial, product, world: other }, bought, { items: [{ id: 'b' }] })
    expect(back.amount).toBe(parseMicros('30.86'))
    await other.fund('usr_1/wallet', '20.00')
    expect((await buyOne({ paidFrom: 'wallet' })).captured).toBe(parseMicros('10.285'))
    await other.close()
  })

  it('are refunded one by one, each with its creator’s share', async () => {
    await world.party('crt_a', {}, 'creator')
    await world.party('crt_b', {}, 'creator')
    const charge = await buy('game-item', [
      { id: 'sword', price: cny('198.00'), quantity: 1, creator: 'crt_a' },
      { id: 'potion', price: cny('1.01'), quantity: 3, creator: 'crt_b' },
    ])
    expect(charge.payee).toBeNull()
    expect(await world.balance('crt_a/balance')).toBe('138.60')
    expect(await world.balance('crt_b/balance')).toBe('2.121')
    const { amount } = await laws.refundOn(on('game-item'), charge, { items: [{ id: 'potion', quantity: 2n }] })
    expect(amount).toBe(parseMicros('2.02'))
    expect(await world.balance('crt_a/balance')).toBe('138.60')
    expect(await world.balance('crt_b/balance')).toBe('0.707')
    const more = laws.refundOn(on('game-item'), charge, { items: [{ id: 'potion', quantity: 2n }] })
    await expect(more).rejects.toEqual(refused('refund_quantity_exceeded'))
  })

  it('refuses an unknown creator, and a creator who is also the buyer', async () => {
    const item = { id: 'a', price: cny('6.00'), quantity: 1 }
    const unknown = buy('sticker', [{ ...item, creator: 'crt_nobody' }])
    await expect(unknown).rejects.toEqual(refused('party_unknown'))
    const himself = buy('sticker', [{ ...item, creator: 'crt_artist' }], 'crt_artist')
    await expect(himself).rejects.toEqual(refused('price_input_invalid'))
  })
})

describe('a membership', () => {
  const join = (from: string, to: string, scene = 'reading') =>
    laws.chargeOn(on('membership'), { payer: 'usr_m', scene, from, to })

  it('costs whole months from its own first day, and days of a partial month', async () => {
    expect((await join('2026-01-31', '2026-02-28')).captured).toBe(parseMicros('19.00'))
    expect((await join('2026-03-15', '2026-06-15')).captured).toBe(parseMicros('57.00'))
    expect((await join('2026-04-10', '2026-04-20')).captured).toBe(parseMicros('6.33')) // 10 of 30 days
    await expect(join('2026-04-10', '2026-04-10')).rejects.toEqual(refused('price_input_invalid'))
    await expect(join('2026-02-30', '2026-04-10')).rejects.toEqual(refused('price_input_invalid'))
    await expect(join('2026-04-10', '2026-05-10', 'everything')).rejects.toEqual(refused('choice_unknown'))
  })

  it('refunds unused days; all of them, one by one, add up to the price', async () => {
    const charge = await join('2026-12-01', '2027-01-01')
    const unused = await laws.refundOn(on('membership'), charge, { items: [{ id: 'reading', quantity: 21n }] })
    expect(unused.amount).toBe(parseMicros('12.87')) // 19.00 × 21/31
    let back = unused.amount
    for (let day = 0; day < 10; day++) {
      back += (await laws.refundOn(on('membership'), charge, { items: [{ id: 'reading', quantity: 1n }] })).amount
    }
    expect(back).toBe(charge.captured)
  })
})

describe('a tip', () => {
  it('is halved to the micro, and amounts finer than a fen stay on the account', async () => {
    await world.party('crt_poor', {}, 'creator')
    const tip = (amount: string) =>
      laws.chargeOn(on('tip'), { payer: 'usr_t', creator: 'crt_poor', amount: cny(amount) })
    await tip('0.01')
    expect(await world.balance('crt_poor/balance')).toBe('0.005')
    const charge = await tip('9.99')
    expect(await world.balance('crt_poor/balance')).toBe('5.00')
    await laws.refundOn(on('tip'), charge, { amount: parseMicros('3.33') })
    expect(await world.balance('crt_poor/balance')).toBe('3.335')
  })
})
