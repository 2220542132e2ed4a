import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../../test/world.ts'
import type { Facts, PricedEvent } from '../../catalog/product.ts'
import { type Uuid, uuidToId } from '../../ids.ts'
import { formatMicros } from '../../money/amount.ts'
import type { RefundAsk } from '../../refunds/plan.ts'
import { compute } from './compute.ts'
import { ocr } from './ocr.ts'
import { semantic } from './semantic.ts'

const noFacts: Facts = { party: () => expect.fail('no party is needed'), balance: () => 0n, series: () => undefined }
const price = (product: typeof ocr, event: object): PricedEvent =>
  product.compile(product.defaultTerms, 'CNY').charge({ developer: 'dev', ...event }, noFacts)
const sum = ({ items }: PricedEvent) =>
  items.reduce((total, { components }) => total + components.reduce((part, { amount }) => part + amount, 0n), 0n)
const yuan = (priced: PricedEvent) => formatMicros(sum(priced), 'CNY')

describe('ocr', () => {
  it('costs 0.005 per call, or 5 for each started thousand', () => {
    expect(yuan(price(ocr, { calls: 1 }))).toBe('0.005')
    expect(yuan(price(ocr, { calls: 4000 }))).toBe('20.00')
    expect(yuan(price(ocr, { calls: 2001, soldPer: 'thousand-calls' }))).toBe('15.00')
  })

  it('never charges a failed call', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 0, max: 10 ** 6 }))
    const property = fc.property(counts, fc.constantFrom('call', 'thousand-calls'), ([calls, failed], soldPer) => {
      fc.pre(failed < calls)
      return sum(price(ocr, { calls, failed, soldPer })) === sum(price(ocr, { calls: calls - failed, soldPer }))
    })
    fc.assert(property)
    expect(yuan(price(ocr, { calls: 7, failed: 7 }))).toBe('0.00')
    expect(() => price(ocr, { calls: 7, failed: 8 })).toThrow('failed')
  })

  it('add up to the same price per call however the calls are grouped', () => {
    const calls = fc.integer({ min: 1, max: 10 ** 6 })
    const property = fc.property(calls, calls, (a, b) => {
      return sum(price(ocr, { calls: a })) + sum(price(ocr, { calls: b })) === sum(price(ocr, { calls: a + b }))
    })
    fc.assert(property)
  })
})

describe('compute', () => {
  it('costs 0.08 per gigabyte-hour, by the second', () => {
    expect(yuan(price(compute, { gigabytes: '16', seconds: 86_400 }))).toBe('30.72')
    expect(yuan(price(compute, { gigabytes: '0.5', seconds: 90 }))).toBe('0.001')
  })
})

describe('semantic', () => {
  it('charges the reserve, and the burst above it separately', () => {
    const { items } = price(semantic, { month: '2026-11', reserved: 10, peak: 12 })
    expect(items.map(({ id, components }) => [id, formatMicros(components[0]!.amount, 'CNY')])).toEqual([
      ['reserve', '3000.00'],
      ['burst', '900.00'],
    ])
    expect(yuan(price(semantic, { month: '2026-11', reserved: 10, peak: 3 }))).toBe('3000.00')
  })

  it('states in its terms which figures are defaults of ours', () => {
    expect(semantic.defaultTerms).toMatchObject({ note: expect.stringContaining('Our own figures') })
  })
})

describe('on the ledger', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
    await world.fund('dev/wallet', '4000.00')
  })
  afterAll(() => world.close())

  const charge = async (product: string, event: object) => {
    const of = { line: 'apis', product, event: { developer: 'dev', ...event } }
    return (await world.engine.charge(world.tenant, { of })).charge
  }
  const refund = async (id: Uuid, ask: RefundAsk) => {
    const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
    const result = await world.engine.refund(world.tenant, { charge: uuidToId('chg', id), ask, ...nothing })
    return formatMicros(result.refund.amount, 'CNY')
  }

  it('a wallet never goes below zero', async () => {
    await expect(charge('ocr', { calls: 800_001 })).rejects.toMatchObject({ code: 'insufficient_funds' })
    expect(await world.balance('dev/wallet')).toBe('4000.00')
  })

  it('calls that all failed are recorded as a charge of zero', async () => {
    const { captured } = await charge('ocr', { calls: 3, failed: 3 })
    expect(captured).toBe(0n)
    expect(await world.balance('dev/wallet')).toBe('4000.00')
  })

  it('refunds unused thousands, hours and reserve to the wallet; a served burst is not refundable', async () => {
    const pack = await charge('ocr', { calls: 10_000, soldPer: 'thousand-calls' })
    expect(await refund(pack.id, { items: [{ id: 'calls', quantity: 4_000n }] })).toBe('20.00')
    const host = await charge('compute', { gigabytes: '16', seconds: 86_400 })
    expect(await refund(host.id, { items: [{ id: 'seconds', quantity: 3_600n }] })).toBe('1.28')
    const engine = await charge('semantic', { month: '2026-11', reserved: 10, peak: 12 })
    expect(await refund(engine.id, { items: [{ id: 'reserve', quantity: 4n }] })).toBe('1200.00')
    expect(await refund(engine.id, {})).toBe('1800.00')
    await expect(refund(engine.id, {})).rejects.toMatchObject({ code: 'refund_nothing_left' })
    expect(await world.balance('dev/wallet')).toBe('3040.56')
  })
})
