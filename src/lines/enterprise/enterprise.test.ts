import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Facts, PricedEvent } from '../../catalog/product.ts'
import { formatMicros } from '../../money/amount.ts'
import { planRefund, type RefundAsk } from '../../refunds/plan.ts'
import { archive } from './archive.ts'
import { communityKit } from './community-kit.ts'
import { contactApi } from './contact-api.ts'

const noFacts: Facts = { party: () => expect.fail('no party is needed'), balance: () => 0n, series: () => undefined }
const price = (product: typeof archive, event: object): PricedEvent =>
  product.compile(product.defaultTerms, 'CNY').charge({ customer: 'cmp_1', ...event }, noFacts)
const sum = ({ items }: PricedEvent) =>
  items.reduce((total, { components }) => total + components.reduce((part, { amount }) => part + amount, 0n), 0n)
const yuan = (amount: bigint) => formatMicros(amount, 'CNY')

function giveBack(priced: PricedEvent, ask: RefundAsk): bigint {
  const at = new Date('2026-12-20T00:00:00Z')
  const none = { kept: 0n, refunded: 0n, pending: 0n, disputed: 0n, refunds: 0, lastRefundAt: null }
  const charge = { ...priced, policy: priced.refund, effectiveAt: at, captured: sum(priced), ...none }
  return planRefund({ ...charge, returned: null, returnedQuantity: null }, ask, at).amount
}

const start = Temporal.PlainDate.from('2023-12-31')
const day = (offset: number) => start.add({ days: offset }).toString()

describe('a module', () => {
  it('costs its monthly price, whatever the month’s length, and the exact part of one in days', () => {
    expect(yuan(sum(price(contactApi, { from: '2026-02-01', to: '2026-03-01' })))).toBe('5000.00')
    expect(yuan(sum(price(archive, { from: '2026-12-01', to: '2027-12-01' })))).toBe('12000.00')
    expect(yuan(sum(price(contactApi, { from: '2026-12-16', to: '2027-01-01' })))).toBe('2580.65')
    expect(yuan(sum(price(communityKit, { from: '2026-12-01', to: '2027-01-01', seats: 5 })))).toBe('1000.00')
  })

  it('is an item for each billing period, counted in days, or seat-days', () => {
    const { items } = price(communityKit, { from: '2026-12-16', to: '2027-01-11', seats: 3, anchor: '2026-12-05' })
    expect(items.map(({ id, quantity }) => [id, quantity])).toEqual([
      ['2026-12-05', 60n],
      ['2027-01-05', 18n],
    ])
  })

  it('renews on the last day of months that are too short for its anchor', () => {
    const { items } = price(archive, { from: '2026-01-31', to: '2026-04-30', anchor: '2026-01-31' })
    expect(items.map(({ id }) => id)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    expect(items.map(({ components }) => yuan(components[0]!.amount))).toEqual(['1000.00', '1000.00', '1000.00'])
  })

  it('counts an instant as its day in the zone', () => {
    const [from, to] = ['2026-11-30T16:30:00Z', '2026-12-31T16:00:00Z']
    expect(yuan(sum(price(archive, { from, to })))).toBe('1000.00')
    expect(price(archive, { from, to, zone: 'UTC' }).items.map(({ quantity }) => quantity)).toEqual([1n, 30n])
  })

  it('refuses a term that ends before it begins, is empty, or is unlimited', () => {
    for (const to of ['2026-12-01', '2026-11-30', '2126-12-01']) {
      expect(() => price(archive, { from: '2026-12-01', to })).toThrow('“to” cannot be priced')
    }
    expect(() => price(archive, { from: '2026-12-01', to: '2027-01-01', zone: 'Mars/Base' })).toThrow('priced')
    expect(() => price(archive, { from: '2026-02-30', to: '2027-01-01' })).toThrow('priced')
  })
})

const anchors = fc.option(fc.nat(800).map(day), { nil: undefined })
const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York')

describe('laws of a subscription', () => {
  it('cost the same in parts as in one term, wherever it is split', () => {
    const points = fc.uniqueArray(fc.nat(1_000), { minLength: 3, maxLength: 3 })
    const property = fc.property(
      points,
      anchors,
      zones,
      fc.integer({ min: 1, max: 500 }),
      (points, anchor, zone, seats) => {
        const [a, b, c] = points.toSorted((x, y) => x - y).map(day)
        const of = (from: string, to: string) => sum(price(communityKit, { from, to, seats, zone, anchor }))
        return of(a!, b!) + of(b!, c!) === of(a!, c!)
      },
    )
    fc.assert(property, { numRuns: 60 })
  })

  it('refund for unused days the price of the term less that of the used days, within one fen', () => {
    const property = fc.property(fc.nat(800), fc.integer({ min: 1, max: 30 }), (first, used) => {
      const from = start.add({ days: first })
      const to = from.add({ months: 1 })
      const days = from.until(to).days
      fc.pre(used < days)
      const whole = { from: from.toString(), to: to.toString(), anchor: from.toString() }
      const month = price(contactApi, whole)
      const back = giveBack(month, { items: [{ id: from.toString(), quantity: BigInt(days - used) }] })
      const kept = sum(price(contactApi, { ...whole, to: from.add({ days: used }).toString() }))
      const gap = sum(month) - back - kept
      return -10_000n <= gap && gap <= 10_000n
    })
    fc.assert(property, { numRuns: 60 })
  })
})

it('refunds unused days and seats: the figures of the README', () => {
  const month = price(contactApi, { from: '2026-12-01', to: '2027-01-01' })
  expect(yuan(giveBack(month, { items: [{ id: '2026-12-01', quantity: 10n }] }))).toBe('1612.90')
  const seats = price(communityKit, { from: '2026-12-01', to: '2027-01-01', seats: 5 })
  expect(yuan(giveBack(seats, { items: [{ id: '2026-12-01', quantity: 20n }] }))).toBe('129.03')
})
