/** Enterprise services: monthly terms that customers go on with at the mission's renewal rates. */
import { Temporal } from 'temporal-polyfill'
import type { DemoDay } from '../calendar.ts'
import { between, drawsFor, sample } from '../chance.ts'
import { type Occasion, part, type Scene, type Source } from '../source.ts'

interface Module {
  readonly product: string
  readonly industries: readonly string[]
  readonly renewal: number
  /** Customers at once in the last year. */
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

/** Every term of a module, oldest first: on the first of each month, those that go on and those that are new. */
export function termsOf(scene: Scene, { product, industries, renewal, customers, growth }: Module): Term[] {
  const all = industries.flatMap((industry) => scene.cast.companies.get(industry)!)
  const terms: Term[] = []
  let [held, due, renewed]: [readonly Omit<Term, 'day'>[], number, number] = [[], 0, 0]
  for (const day of scene.days.filter(isFirst)) {
    const draw = drawsFor(scene.seed, `terms ${product} ${day.month}`)
    due += held.length
    const goOn = Math.min(held.length, Math.round(renewal * due) - renewed)
    renewed += goOn
    const kept = sample(draw, held, goOn)
    const wanted = Math.max(3, customers * Math.min(1, scene.scale) * (1 + growth) ** ((day.index - 547) / 365))
    const before = new Set(held.map(({ customer }) => customer))
    const free = all.filter((customer) => !before.has(customer))
    const fresh = sample(draw, free, Math.max(0, Math.round(wanted) - goOn))
    held = [...kept, ...fresh.map((customer) => ({ customer, seats: between(draw, 2, 6) }))]
    terms.push(...held.map((term) => ({ ...term, day: day.index })))
  }
  return terms
}

const isFirst = ({ day }: DemoDay) => day === 1

function source(module: Module): Source & { readonly days: (scene: Scene) => readonly number[] } {
  const known = new WeakMap<Scene, readonly Term[]>()
  const terms = (scene: Scene) => {
    const found = known.get(scene) ?? termsOf(scene, module)
    known.set(scene, found)
    return found
  }
  return {
    line: 'enterprise',
    product: module.product,
    growth: module.growth,
    curve: (day) => (isFirst(day) ? 1 : 0),
    yearly: (scene) => terms(scene).filter(({ day }) => day >= 365).length,
    days: (scene) => terms(scene).map(({ day }) => day),
    make({ scene, n, day }: Occasion) {
      const { customer, seats } = terms(scene)[n]!
      const to = Temporal.PlainDate.from(day.date).add({ months: 1 }).toString()
      return { event: { customer, from: day.date, to, ...(module.seats && { seats }) } }
    },
    returns: { rate: 0.03, days: [3, 20], reasons: [['service-failure', 1]], ask: part(0.1, 0.4) },
  }
}

export const enterprise = modules.map(source)
