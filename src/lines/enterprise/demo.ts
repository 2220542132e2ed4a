/** Enterprise services: monthly terms, renewed at the renewal rates of the product list. */

import { Temporal } from 'temporal-polyfill'
import type { DemoDay } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { between, randomFor, sample } from '../../engine/demo/random.ts'
import { type ChargeContext, type DemoWorld, part, type TrafficSource } from '../../engine/demo/traffic.ts'

interface Module {
  readonly product: string
  readonly industries: readonly string[]
  readonly renewal: number
  /** Concurrent customers in the last year. */
  readonly customers: number
  readonly growth: number
  readonly seats: boolean
}

const modules: readonly Module[] = [
  {
    product: 'contact-api',
    industries: ['finance', 'education'],
    renewal: 0.78,
    customers: 4,
    growth: 0.2,
    seats: false,
  },
  {
    product: 'archive',
    industries: ['healthcare', 'government'],
    renewal: 0.65,
    customers: 8,
    growth: 0.25,
    seats: false,
  },
  {
    product: 'community-kit',
    industries: ['e-commerce', 'retail'],
    renewal: 0.82,
    customers: 14,
    growth: 0.3,
    seats: true,
  },
]

interface Term {
  readonly customer: string
  readonly seats: number
  readonly day: number
}

/** Every term of a module, oldest first: renewals and new customers on the first of each month. */
function termsOf(world: DemoWorld, { product, industries, renewal, customers, growth }: Module): Term[] {
  const all = industries.flatMap((industry) => world.participants.companies.get(industry)!)
  const terms: Term[] = []
  let [held, due, renewed]: [readonly Omit<Term, 'day'>[], number, number] = [[], 0, 0]
  for (const day of world.days.filter(isFirst)) {
    const random = randomFor(world.seed, `terms ${product} ${day.month}`)
    due += held.length
    const goOn = Math.min(held.length, Math.round(renewal * due) - renewed)
    renewed += goOn
    const kept = sample(random, held, goOn)
    const wanted = Math.max(3, customers * Math.min(1, world.scale) * (1 + growth) ** ((day.index - 547) / 365))
    const before = new Set(held.map(({ customer }) => customer))
    const free = all.filter((customer) => !before.has(customer))
    const fresh = sample(random, free, Math.max(0, Math.round(wanted) - goOn))
    held = [...kept, ...fresh.map((customer) => ({ customer, seats: between(random, 2, 6) }))]
    terms.push(...held.map((term) => ({ ...term, day: day.index })))
  }
  return terms
}

const isFirst = ({ day }: DemoDay) => day === 1

function source(module: Module): TrafficSource {
  const known = new WeakMap<DemoWorld, readonly Term[]>()
  const terms = (world: DemoWorld) => {
    const found = known.get(world) ?? termsOf(world, module)
    known.set(world, found)
    return found
  }
  return {
    product: module.product,
    growth: module.growth,
    curve: (day) => (isFirst(day) ? 1 : 0),
    yearly: (world) => terms(world).filter(({ day }) => day >= 365).length,
    days: (world) => terms(world).map(({ day }) => day),
    generate({ world, n, day }: ChargeContext) {
      const { customer, seats } = terms(world)[n]!
      const to = Temporal.PlainDate.from(day.date).add({ months: 1 }).toString()
      return { event: { customer, from: day.date, to, ...(module.seats && { seats }) } }
    },
    returns: { rate: 0.03, days: [3, 20], reasons: [['service-failure', 1]], ask: part(0.1, 0.4) },
  }
}

const traffic = modules.map(source)

export const demo: LineDemo = {
  traffic,
  /** A company with an individual price. */
  contracts: ({ participants: { companies } }, { begin }) => [
    {
      product: 'archive',
      party: companies.get('healthcare')![0]!,
      terms: { price: { price: '900' } },
      effectiveAt: begin,
      until: null,
    },
  ],
}
