import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as laws from '../../../test/lines/laws.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { parseMicros } from '../../money/amount.ts'
import { ads } from './index.ts'

let world: World
const trials = new Map<string, laws.Trial>()
beforeAll(async () => {
  world = await makeWorld()
  for (const product of ads.products) trials.set(product.id, await laws.makeTrial(world, ads, product))
})
afterAll(() => world.close())

const on = (product: string) => trials.get(product)!
const cny = (amount: string) => ({ amount, currency: 'CNY' })
const refused = (code: string) => expect.objectContaining({ code })
const lot = (id: string, basis: string, count: number, price: string) => ({ id, basis, count, price: cny(price) })
const show = (product: string, traffic: object[], publisher?: string, advertiser = 'adv_1') =>
  laws.chargeOn(on(product), { advertiser, campaign: 'spring', traffic, ...(publisher ? { publisher } : {}) })

describe('auction results', () => {
  it('are charged exactly: an impression is a thousandth of its price', async () => {
    await world.party('pub_exact', {}, 'publisher')
    const charge = await show('rewarded', [lot('a', 'cpm', 1, '29.99')], 'pub_exact')
    expect(charge.captured).toBe(29_990n)
    expect(await world.balance('pub_exact/balance')).toBe('0.020993')
  })

  it('add up to the same total in one charge as in many', async () => {
    const lots = Array.from({ length: 7 }, (_, n) => lot(`l${n}`, 'cpm', 137 + n, '12.34'))
    const whole = (await show('feed', lots)).captured
    let sum = 0n
    for (const each of lots) sum += (await show('feed', [each])).captured
    expect(sum).toBe(whole)
  })

  it('count clicks for articles, impressions for rewarded ads, both for the feed', async () => {
    await show('feed', [lot('a', 'cpm', 1, '1.00'), lot('b', 'cpc', 1, '1.00')])
    await expect(show('article', [lot('a', 'cpm', 1, '1.00')])).rejects.toEqual(refused('event_invalid'))
    await expect(show('rewarded', [lot('a', 'cpc', 1, '1.00')])).rejects.toEqual(refused('event_invalid'))
    await expect(show('feed', [lot('a', 'cpm', 1, '-1.00')])).rejects.toEqual(refused('price_outside_band'))
  })

  it('never take more than the wallet has', async () => {
    await world.fund('adv_small/wallet', '10.00')
    await show('article', [lot('a', 'cpc', 8, '1.00')], undefined, 'adv_small')
    const more = show('article', [lot('a', 'cpc', 3, '1.00')], undefined, 'adv_small')
    await expect(more).rejects.toEqual(refused('insufficient_funds'))
    expect(await world.balance('adv_small/wallet')).toBe('2.00')
  })
})

describe('invalid traffic', () => {
  it('is refunded to the advertiser by count and recovered from the publisher', async () => {
    await world.party('pub_bots', {}, 'publisher')
    const lots = [lot('shown', 'cpm', 1000, '30.00'), lot('clicked', 'cpc', 10, '0.50')]
    const charge = await show('feed', lots, 'pub_bots')
    expect(await world.balance('pub_bots/balance')).toBe('24.50')
    const { amount } = await laws.refundOn(on('feed'), charge, { items: [{ id: 'shown', quantity: 250n }] })
    expect(amount).toBe(parseMicros('7.50'))
    expect(await world.balance('pub_bots/balance')).toBe('19.25')
  })

  it('is owed by a publisher that was paid out, and netted from its next earnings', async () => {
    await world.party('pub_gone', {}, 'publisher')
    const charge = await show('article', [lot('a', 'cpc', 10, '1.00')], 'pub_gone')
    await world.drain('pub_gone/balance', '7.00')
    await laws.refundOn(on('article'), charge, {})
    expect(await world.balance('pub_gone/debt')).toBe('-7.00')
    await show('article', [lot('a', 'cpc', 20, '1.00')], 'pub_gone')
    expect(await world.balance('pub_gone/debt')).toBe('0.00')
    expect(await world.balance('pub_gone/balance')).toBe('7.00')
  })
})
