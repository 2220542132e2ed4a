/**
 * Price changes for all customers or for one; existing charges keep their prices. Runs on a real database.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { explainCharge } from '../charges/explain.ts'
import { readCharges } from '../charges/record.ts'
import { uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { agree, type ContractAsked, end, publish } from './price-changes.ts'
import type { RateCard } from './rate-card.ts'
import { defaultCard } from './terms.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

type Card = RateCard & { products: { 'payments/scan-pay': { fee: { rate: { options: Record<string, string> } } } } }

/** The default card with another rate for restaurants. */
function restaurantsAt(rate: string): RateCard {
  const card = structuredClone(defaultCard(lines)) as Card
  card.products['payments/scan-pay'].fee.rate.options.restaurant = rate
  return card
}

const DAY = 86_400_000
const fromNow = (days: number) => new Date(Date.now() + days * DAY)
const agreed = (terms: unknown, more: Partial<ContractAsked> = {}) =>
  agree(
    lines,
    world.db,
    {
      ...{ party: 'mch_1', line: 'payments', product: 'scan-pay', terms, reference: null },
      ...{ effectiveAt: undefined, until: null, ...more },
    },
    null,
  )

const of = (merchant: string) => ({
  line: 'payments',
  product: 'scan-pay',
  event: { payer: 'usr_1', merchant, amount: { amount: '100.00', currency: 'CNY' }, channel: 'sandbox' },
})

async function charge(merchant = 'mch_1', effectiveAt?: Date, idempotencyKey?: string) {
  const { charge } = await world.engine.charge(world.tenant, { of: of(merchant), effectiveAt, idempotencyKey })
  const fee = charge.draft.items[0]!.components.find(({ kind }) => kind === 'fee')!.amount.amount
  return { charge, fee, version: charge.draft.rateCard, contract: charge.draft.contract }
}

const stored = async (id: string) => (await readCharges(world.db, [id])).get(id)!

describe('a new version of the rate card', () => {
  it('prices later events and leaves existing charges unchanged', async () => {
    const before = await charge('mch_1', undefined, 'key-1')
    expect(before).toMatchObject({ fee: '0.60', version: 1 })
    const held = await stored(before.charge.id)
    const quote = await world.engine.quote(world.tenant, of('mch_1'), 60)

    const { version, made } = await publish(lines, world.db, restaurantsAt('0.007'), { effectiveAt: undefined })
    expect([version.version, made]).toEqual([2, true])
    expect(await charge()).toMatchObject({ fee: '0.70', version: 2 })
    expect(await stored(before.charge.id)).toEqual(held)
    expect(await charge('mch_1', before.charge.effectiveAt)).toMatchObject({ fee: '0.60', version: 1 })
    expect((await charge('mch_1', undefined, 'key-1')).charge).toEqual(held)
    const quoted = await world.engine.charge(world.tenant, { of: { quote: uuidToId('qte', quote.id) } })
    expect(quoted.charge.draft).toMatchObject({ rateCard: 1 })

    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    const id = uuidToId('chg', before.charge.id)
    const refund = await world.engine.refund(world.tenant, { charge: id, ask: {}, ...nothing })
    expect(JSON.stringify(refund, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).toContain('0.60')
  })

  it('is not created twice', async () => {
    const { version, made } = await publish(lines, world.db, restaurantsAt('0.007'), { effectiveAt: undefined })
    expect([version.version, made]).toEqual([2, false])
  })

  it('takes effect on its date, and a pending version can be followed by another for the same date', async () => {
    const date = fromNow(30)
    expect((await publish(lines, world.db, restaurantsAt('0.009'), { effectiveAt: date })).version.version).toBe(3)
    expect((await publish(lines, world.db, restaurantsAt('0.008'), { effectiveAt: date })).version.version).toBe(4)
    expect(await charge()).toMatchObject({ fee: '0.70', version: 2 })
  })

  it('cannot change prices for a time with charges', async () => {
    const refused = publish(lines, world.db, restaurantsAt('0.012'), { effectiveAt: fromNow(-1) })
    await expect(refused).rejects.toMatchObject({ code: 'price_change_in_past' })
  })

  it('is refused with every invalid field', async () => {
    const card = structuredClone(defaultCard(lines)) as unknown as { products: Record<string, Record<string, unknown>> }
    card.products['payments/scan-pay']!.fee = { model: 'percentage', rate: { by: 'x', options: { a: '2' }, max: '1' } }
    card.products['apis/ocr']!.call = { model: 'per_unit', price: 0.005 }
    const error = await publish(lines, world.db, card as unknown as RateCard, { effectiveAt: undefined }).catch(
      (each) => each,
    )
    expect(error.code).toBe('rate_card_invalid')
    expect(error.errors).toEqual([
      { pointer: '/products/payments~1scan-pay/fee/rate/options/a', message: '2 is outside the range 0 to 1' },
      { pointer: '/products/apis~1ocr/call/price', message: expect.any(String) },
    ])
  })
})

describe('a contract', () => {
  beforeAll(async () => {
    for (const id of ['mch_2', 'mch_3', 'mch_4', 'mch_5']) await world.party(id, { merchantCategory: 'restaurant' })
  })

  it('prices its customer immediately, is named on the charge and explained', async () => {
    const before = await charge('mch_2')
    const { contract } = await agreed({ fee: { rate: '0.0038' } }, { party: 'mch_2' })
    const id = uuidToId('ctr', contract.id)
    const after = await charge('mch_2')
    expect(after).toMatchObject({ fee: '0.38', version: 2, contract: { id, party: 'mch_2' } })
    expect(await stored(before.charge.id)).toEqual(before.charge)
    expect((await stored(after.charge.id)).draft.contract).toEqual({ id, party: 'mch_2' })
    expect(await charge('mch_3')).toMatchObject({ fee: '0.70', contract: undefined })
    expect(await charge('mch_2', before.charge.effectiveAt)).toMatchObject({ fee: '0.70', contract: undefined })
    for (const language of ['en', 'zh'] as const) {
      const text = lines.explanations.render(explainCharge(after.charge), language, 'UTC').join('\n')
      expect(text).toMatch(new RegExp(`(Contract|合同) ${id}`))
    }
  })

  it('applies inside a batch with other customers, and to quotes', async () => {
    const fees = await Promise.all(['mch_3', 'mch_2', 'mch_1', 'mch_2'].map(async (id) => (await charge(id)).fee))
    expect(fees).toEqual(['0.70', '0.38', '0.70', '0.38'])
    const quote = await world.engine.quote(world.tenant, of('mch_2'), 60)
    const quoted = await world.engine.charge(world.tenant, { of: { quote: uuidToId('qte', quote.id) } })
    expect(quoted.charge.draft.contract?.party).toBe('mch_2')
  })

  it('is overridden by a later one, and applies again after that ends', async () => {
    const [first, second, third] = [fromNow(-20), fromNow(-10), fromNow(-5)]
    await agreed({ fee: { rate: '0.005' } }, { party: 'mch_4', effectiveAt: first, until: fromNow(1) })
    await agreed({ fee: { rate: '0.001' } }, { party: 'mch_4', effectiveAt: second, until: third })
    const at = (time: Date) => charge('mch_4', time).then(({ fee }) => fee)
    expect(await at(new Date(first.getTime() - 1))).toBe('0.60')
    expect(await at(first)).toBe('0.50')
    expect(await at(second)).toBe('0.10')
    expect(await at(new Date(third.getTime() - 1))).toBe('0.10')
    expect(await at(third)).toBe('0.50')
    const late = agreed({ fee: { rate: '0.002' } }, { party: 'mch_4', effectiveAt: third })
    await expect(late).rejects.toMatchObject({ code: 'price_change_in_past' })
  })

  it('can be ended once', async () => {
    const { contract } = await agreed({ fee: { rate: '0.002' } }, { party: 'mch_5' })
    const under = await charge('mch_5')
    expect(under.fee).toBe('0.20')
    const ended = await end(world.db, contract.id, undefined)
    expect(ended.status).toBe('ended')
    expect((await charge('mch_5')).fee).toBe('0.70')
    expect((await charge('mch_5', under.charge.effectiveAt)).fee).toBe('0.20')
    expect(await end(world.db, contract.id, undefined)).toEqual(ended)
    await expect(end(world.db, contract.id, fromNow(3))).rejects.toMatchObject({ code: 'contract_ended' })
  })

  it('is refused with the field if its terms are invalid on a card in force during its period', async () => {
    await expect(agreed({ fee: { rate: '1,5' } })).rejects.toMatchObject({
      code: 'contract_invalid',
      errors: [{ pointer: '/terms/fee/rate' }],
    })
    await expect(agreed({ fee: { rate: { options: { restaurant: '0.02' } } } })).rejects.toMatchObject({
      errors: [{ pointer: '/terms/fee/rate/options/restaurant', message: '0.02 is outside the range 0.006 to 0.012' }],
    })
    await expect(agreed({}, { party: 'nobody' })).rejects.toMatchObject({ code: 'party_unknown' })
    await expect(agreed({}, { product: 'nothing' })).rejects.toMatchObject({ code: 'product_unknown' })
    const backwards = { effectiveAt: fromNow(2), until: fromNow(1) }
    await expect(agreed({}, backwards)).rejects.toMatchObject({ code: 'contract_period_invalid' })
  })

  it('prevents a new card that would not price its product', async () => {
    const { contract } = await agreed({ fee: { rate: { options: { restaurant: '0.0065' } } } }, { party: 'mch_3' })
    expect((await charge('mch_3')).fee).toBe('0.65')
    const card = structuredClone(defaultCard(lines)) as unknown as { products: Record<string, Record<string, unknown>> }
    card.products['payments/scan-pay']!.fee = { model: 'percentage', rate: '0.006' }
    await expect(
      publish(lines, world.db, card as unknown as RateCard, { effectiveAt: undefined }),
    ).rejects.toMatchObject({
      code: 'rate_card_breaks_contract',
      params: { contract: uuidToId('ctr', contract.id), party: 'mch_3', product: 'payments/scan-pay' },
    })
    await end(world.db, contract.id, undefined)
    expect((await publish(lines, world.db, card as unknown as RateCard, { effectiveAt: undefined })).made).toBe(true)
    expect((await charge('mch_3')).fee).toBe('0.60')
    expect((await charge('mch_2')).fee).toBe('0.38')
  })

  it('cannot be changed or deleted', async () => {
    const { contract } = await agreed({}, { party: 'mch_5', effectiveAt: fromNow(5) })
    const [tenant, id] = [world.tenant, contract.id]
    const change = (sql: string) => world.db.execute(`${sql} WHERE tenant = $1 AND id = $2`, [tenant, id])
    await expect(change("UPDATE contract SET terms = '{}'")).rejects.toThrow(/contract: UPDATE refused/)
    await expect(change('UPDATE contract SET until_at = now(), ended_at = now()')).rejects.toThrow(/refused/)
    await expect(change('DELETE FROM contract')).rejects.toThrow(/contract: DELETE refused/)
    await end(world.db, contract.id, undefined)
    await expect(change('UPDATE contract SET ended_at = NULL')).rejects.toThrow(/refused/)
  })
})

describe.each(lines.products)('a contract for $line.id/$product.id', ({ line, product }) => {
  it('applies to the customer of the event; empty terms price the same as the card', async () => {
    const { parties, event } = product.example
    const customer = (event as Record<string, string>)[product.customer]!
    for (const { id, kind, attributes } of parties) await world.party(id, { ...attributes }, kind)
    if (!parties.some(({ id }) => id === customer)) await world.party(customer, {}, 'company')
    const price = () => world.engine.price(world.tenant, { line: line.id, product: product.id, event })
    const before = await price()
    const { contract } = await agreed({}, { party: customer, line: line.id, product: product.id })
    const note = { id: uuidToId('ctr', contract.id), party: customer }
    expect(before.contract).toBeUndefined()
    expect(await price()).toEqual({ ...before, contract: note })
  })
})
