import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as laws from '../../../test/lines/laws.ts'
import { makeWorld, type World } from '../../../test/world.ts'
import { readItems } from '../../charges/draft.ts'
import type { ChargeRow } from '../../charges/record.ts'
import { formatMicros, parseMicros } from '../../money/amount.ts'
import { commerce } from './index.ts'

let world: World
const trials = new Map<string, laws.Trial>()
beforeAll(async () => {
  world = await makeWorld()
  for (const product of commerce.products) trials.set(product.id, await laws.makeTrial(world, commerce, product))
})
afterAll(() => world.close())

const on = (product: string) => trials.get(product)!
const cny = (amount: string) => ({ amount, currency: 'CNY' })
const refused = (code: string) => expect.objectContaining({ code })
const order = (event: object) => laws.chargeOn(on('commission'), { buyer: 'usr_1', seller: 'sel_tea', ...event })
const line = (id: string, category: string, price: string, quantity = 1) => ({
  id,
  category,
  price: cny(price),
  quantity,
})
const shipping = { carrier: 'car_swift', fee: cny('12.00'), service: 'standard' }

/** "item kind" → amount */
function parts(charge: ChargeRow): Record<string, string> {
  const all = readItems(charge.draft).flatMap(({ id, components }) =>
    components.map(({ kind, amount, unit }) => [`${id} ${kind}`, formatMicros(amount, unit)]),
  )
  return Object.fromEntries(all)
}

describe('an order', () => {
  it('charges each item’s own commission, never a blended one', async () => {
    const charge = await order({ items: [line('tea', 'grocery', '100.00'), line('book', 'digital-content', '100.00')] })
    expect(parts(charge)).toMatchObject({ 'tea commission': '5.00', 'book commission': '15.00' })
    const before = await world.balance('platform/revenue')
    await laws.refundOn(on('commission'), charge, { items: [{ id: 'tea' }] })
    const after = await world.balance('platform/revenue')
    expect((Number(before) - Number(after)).toFixed(2)).toBe('5.00')
  })

  it('spreads the promoter’s part exactly over the items, and recovers the part of a return', async () => {
    const promoter = { party: 'prm_blog', amount: cny('1.00') }
    const items = ['a', 'b', 'c'].map((id) => line(id, 'home', '33.33'))
    const before = Number(await world.balance('prm_blog/balance'))
    const charge = await order({ items, promoter })
    const each = Object.entries(parts(charge)).filter(([name]) => name.endsWith('promotion'))
    expect(each.map(([, amount]) => amount).toSorted()).toEqual(['0.33', '0.33', '0.34'])
    for (const { id } of items) await laws.refundOn(on('commission'), charge, { items: [{ id }] })
    expect(Number(await world.balance('prm_blog/balance'))).toBe(before)
  })

  it('keeps shipping on a partial return, and refunds it with the whole order', async () => {
    const charge = await order({ items: [line('cup', 'home', '50.00', 2)], shipping })
    const one = await laws.refundOn(on('commission'), charge, { items: [{ id: 'cup', quantity: 1n }] })
    expect(one.plan.transfers.map(({ kind }) => kind)).toEqual(['principal', 'commission'])
    const half = laws.refundOn(on('commission'), charge, { items: [{ id: 'shipping', amount: parseMicros('6.00') }] })
    await expect(half).rejects.toEqual(refused('refund_whole_only'))
    const more = laws.refundOn(on('commission'), charge, { amount: parseMicros('51.00') })
    await expect(more).rejects.toEqual(refused('refund_whole_only'))
    const rest = await laws.refundOn(on('commission'), charge, {})
    expect(rest.amount).toBe(parseMicros('62.00'))
    expect(rest.plan.transfers.map(({ kind }) => kind)).toEqual(['principal', 'commission', 'shipping', 'share'])
  })

  it('is refused for an unknown category or party, or a promotion above the price of the goods', async () => {
    const items = [line('a', 'home', '10.00')]
    await expect(order({ items: [line('a', 'weapons', '10.00')] })).rejects.toEqual(refused('choice_unknown'))
    await expect(order({ items, seller: 'sel_nobody' })).rejects.toEqual(refused('party_unknown'))
    const other = { ...shipping, carrier: 'car_nobody' }
    await expect(order({ items, shipping: other })).rejects.toEqual(refused('party_unknown'))
    const promoter = { party: 'prm_blog', amount: cny('10.01') }
    await expect(order({ items, promoter })).rejects.toEqual(refused('price_input_invalid'))
  })

  it('does not pay a promoter from money that the seller does not have', async () => {
    await world.party('sel_new', {}, 'merchant')
    const promoter = { party: 'prm_blog', amount: cny('9.50') }
    const selling = order({ seller: 'sel_new', items: [line('a', 'home', '10.00')], promoter })
    await expect(selling).rejects.toEqual(refused('insufficient_funds'))
  })
})

describe('a live slot', () => {
  const slot = (minutes: number, price: string) =>
    laws.chargeOn(on('live-slot'), { seller: 'sel_tea', minutes, pricePerHour: cny(price) })

  it('costs 500 to 5,000 per hour, by the minute', async () => {
    expect((await slot(60, '500.00')).captured).toBe(parseMicros('500.00'))
    expect((await slot(1, '5000.00')).captured).toBe(parseMicros('83.33'))
    await expect(slot(60, '499.99')).rejects.toEqual(refused('price_outside_band'))
    await expect(slot(60, '5000.01')).rejects.toEqual(refused('price_outside_band'))
  })

  it('refunds minutes that were not broadcast', async () => {
    const charge = await slot(90, '2000.00')
    const { amount } = await laws.refundOn(on('live-slot'), charge, { items: [{ id: 'minutes', quantity: 30n }] })
    expect(amount).toBe(parseMicros('1000.00'))
  })
})

describe('our share of shipping', () => {
  it.each([
    ['freight', '3.00'],
    ['standard', '5.00'],
    ['cold-chain', '6.00'],
    ['express', '8.00'],
  ])('%s: %s of a fee of 100.00', async (service, share) => {
    const charge = await laws.chargeOn(on('logistics-share'), { carrier: 'car_swift', fee: cny('100.00'), service })
    expect(charge.captured).toBe(parseMicros(share))
  })
})
