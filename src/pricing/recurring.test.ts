import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { m, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const monthly = { model: 'recurring', price: '100', every: 'month', rounding: { to: 'minor' } }
const zones = ['Asia/Shanghai', 'UTC', 'America/New_York']
const days = (first: string) =>
  fc.integer({ min: 0, max: 1_500 }).map((n) => Temporal.PlainDate.from(first).add({ days: n }).toString())

describe('recurring', () => {
  const of = (from: string, to: string, more: object = {}, zone = 'Asia/Shanghai') =>
    priceOnce({ ...monthly, ...more }, { from, to, zone })

  it('charges whole periods in full and others in proportion', () => {
    expect(of('2026-11-01', '2026-12-01').amount).toBe(m('100'))
    expect(of('2026-11-16', '2026-12-01').amount).toBe(m('50'))
    expect(of('2026-01-01', '2027-01-01').amount).toBe(m('1200'))
    expect(of('2023-01-08', '2023-02-01', { price: '50' }).amount).toBe(m('38.71'))
  })

  it('states the days of each period in its steps', () => {
    expect(of('2026-01-31', '2026-04-02').steps).toEqual([
      {
        code: 'period_days',
        params: {
          used: '1',
          whole: '31',
          start: '2026-01-01',
          end: '2026-02-01',
          price: '100.00',
          unit: 'CNY',
          result: '3.225806451612…',
        },
      },
      { code: 'periods_whole', params: { count: '2', price: '100.00', unit: 'CNY', result: '200.00' } },
      {
        code: 'period_days',
        params: {
          used: '1',
          whole: '30',
          start: '2026-04-01',
          end: '2026-05-01',
          price: '100.00',
          unit: 'CNY',
          result: '3.333333333333…',
        },
      },
      {
        code: 'rounded_running',
        params: { from: '206.559139784946…', to: '206.56', unit: 'CNY', mode: 'half-away' },
      },
    ])
  })

  it('anchors on a calendar day, on the first day of a subscription, on the 31st', () => {
    expect(of('2012-04-05', '2012-04-15', { price: '9.95', anchor: 15 }).amount).toBe(m('3.21'))
    const input = { from: '2027-02-28', to: '2027-03-31', zone: 'UTC' }
    expect(priceOnce({ ...monthly, anchor: 31 }, input).amount).toBe(m('100'))
    expect(priceOnce(monthly, { ...input, anchor: '2027-01-31' }).amount).toBe(m('100'))
  })

  it('handles weeks, quarters and leap years', () => {
    expect(of('2026-11-23', '2026-11-30', { every: 'week', anchor: 1 }).amount).toBe(m('100'))
    expect(of('2026-10-01', '2027-01-01', { count: 3 }).amount).toBe(m('100'))
    const year = { ...monthly, price: '1000', every: 'year' }
    const used = priceOnce(year, { from: '2024-09-05', to: '2025-02-18', zone: 'UTC', anchor: '2024-02-18' })
    expect(used.amount).toBe(m('453.55'))
  })

  it('counts seconds in the zone: a month with a daylight saving change is an hour shorter', () => {
    const seconds = { proration: 'seconds' }
    const { steps } = of('2026-03-01', '2026-03-09', seconds, 'America/New_York')
    expect(steps[0]!.params).toMatchObject({ used: String(8 * 86_400 - 3_600), whole: String(31 * 86_400 - 3_600) })
    const half = of('2026-06-15T16:00:00Z', '2026-06-30T16:00:00Z', seconds)
    expect(half.amount).toBe(m('50'))
  })

  it('charges per seat held', () => {
    const input = { from: '2026-11-16', to: '2026-12-01', zone: 'UTC', quantity: m('3') }
    expect(priceOnce({ ...monthly, price: '200' }, input).amount).toBe(m('300'))
    expect(
      priceOnce({ ...monthly, price: '500' }, { ...input, from: '2026-10-15', to: '2026-11-01', quantity: m('10') })
        .amount,
    ).toBe(m('2741.94'))
  })

  it('charges each started period in full on its first day, if the terms say so', () => {
    expect(of('2026-11-02', '2026-12-01', { proration: 'whole' }).amount).toBe(0n)
    expect(of('2026-11-01', '2026-11-02', { proration: 'whole' }).amount).toBe(m('100'))
    expect(of('2026-11-01', '2026-12-02', { proration: 'whole' }).amount).toBe(m('200'))
  })

  it('refuses a span that ends before it begins, and invalid days or zones', () => {
    expect(() => of('2026-11-02', '2026-11-01')).toThrow('before')
    expect(() => of('2026-02-30', '2026-03-01')).toThrow('2026-02-30')
    expect(() => of('2026-02-01', '2026-03-01', {}, 'Mars/Olympus')).toThrow('Mars/Olympus')
  })

  it('adds up exactly over every month for any anchor, zone, proration and cuts', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom(...zones),
      fc.constantFrom('days', 'seconds', 'days-30', 'whole'),
      fc.array(days('2023-12-15'), { minLength: 2, maxLength: 6 }),
      (anchor, zone, proration, unsorted) => {
        const { price } = compilePrice({ ...monthly, price: '9.95', anchor, proration }, 'CNY')
        const cuts = unsorted.toSorted()
        const parts = cuts.slice(1).map((to, i) => price({ from: cuts[i]!, to, zone }).amount)
        return parts.reduce((a, b) => a + b, 0n) === price({ from: cuts[0]!, to: cuts.at(-1)!, zone }).amount
      },
    )
    fc.assert(property, { numRuns: 150 })
  })

  it('charges exactly the price for every whole period', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom(...zones),
      fc.constantFrom('days', 'seconds', 'days-30'),
      fc.integer({ min: 0, max: 60 }),
      (day, zone, proration, months) => {
        const anchor = Temporal.PlainDate.from({ year: 2023, month: 12, day })
        const { price } = compilePrice({ ...monthly, price: '9.95', proration }, 'CNY')
        const [from, to] = [anchor.add({ months }), anchor.add({ months: months + 1 })]
        const input = { from: from.toString(), to: to.toString(), zone, anchor: anchor.toString() }
        return price(input).amount === m('9.95')
      },
    )
    fc.assert(property, { numRuns: 150 })
  })
})
