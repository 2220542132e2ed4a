import { describe, expect, it } from 'vitest'
import type { PricedEvent } from '../catalog/product.ts'
import { compileCard, defaultCard } from '../catalog/terms.ts'
import { componentsOf } from '../charges/draft.ts'
import type { Party } from '../ledger/party.ts'
import { lines } from '../lines/index.ts'
import { MICROS_MAX } from '../money/amount.ts'
import { Causes, causeTerms } from './cause.ts'

const card = { version: 1, card: defaultCard(lines) }
const [full, brief] = [compileCard(lines, card), compileCard(lines, card, 'terms')]

const withoutWhy = ({ items, ...rest }: PricedEvent) => ({
  ...rest,
  items: items.map((item) => ({ ...item, components: item.components.map(({ why: _, ...each }) => each) })),
})

describe('a draft with the terms only', () => {
  it.each(lines.products)('equals the full draft except for computed results: $product.id', ({ line, product }) => {
    const { parties, event } = product.example
    const at = new Date()
    const known = new Map<string, Party>(parties.map((each) => [each.id, { ...each, createdAt: at, updatedAt: at }]))
    const facts = { party: (id: string) => known.get(id)!, balance: () => MICROS_MAX, series: () => undefined }
    const [all, terms] = [full, brief].map(({ pricers }) => {
      return pricers.get(`${line.id}/${product.id}`)!.charge(event, facts)
    }) as [PricedEvent, PricedEvent]
    expect(withoutWhy(terms)).toEqual(withoutWhy(all))
    expect(causeTerms(componentsOf(all), componentsOf(terms))).toEqual([])
  })
})

describe('causes', () => {
  const fee = (rate: string, category: string, fixed?: string) => [
    {
      kind: 'fee',
      why: [
        { code: 'rate_chosen', params: { by: 'merchantCategory', value: category, rate } },
        { code: 'percentage', params: { rate } },
        ...(fixed === undefined ? [] : [{ code: 'fixed_added', params: { fixed } }]),
      ],
    },
  ]

  it('are identified by the terms that differ', () => {
    const made: string[] = []
    const causes = new Causes((key) => made.push(key))
    const [a, b, c, d] = [
      causes.of(fee('0.6', 'retail'), fee('0.7', 'retail')),
      causes.of(fee('0.6', 'travel'), fee('0.7', 'travel')),
      causes.of(fee('0.6', 'retail'), fee('0.7', 'retail', '0.1')),
      causes.of(fee('0.6', 'retail'), fee('0.6', 'retail')),
    ]
    expect(new Set([a, b, c, d]).size).toBe(4)
    expect(new Set(made).size).toBe(4)
    expect(made[3]).toBe('')
    expect(causes.of(fee('0.6', 'retail'), fee('0.7', 'retail'))).toBe(a)
    expect(causes.of(fee('0.6', 'retail'), fee('0.7', 'retail', '0.1'))).toBe(c)
    expect(made).toHaveLength(4)
  })

  it('are recreated under the same key once the cache is full', () => {
    const made: string[] = []
    const causes = new Causes((key) => made.push(key))
    causes.of(fee('0', 'retail'), fee('1', 'retail'))
    for (let n = 0; n < 5_000; n += 1) causes.of(fee(`0.${n}`, 'retail'), fee(`1.${n}`, 'retail'))
    causes.of(fee('0', 'retail'), fee('1', 'retail'))
    expect(made[0]).toBe(made.at(-1))
    expect(new Set(made).size).toBe(made.length - 1)
  })
})
