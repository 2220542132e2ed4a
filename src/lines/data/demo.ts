/** Data products: few and expensive, each with the privacy budget that it spends. */

import { office, steady } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { between, pick, randomFor } from '../../engine/demo/random.ts'
import { type ChargeContext, cny, type RefundPattern, shareOf, type TrafficSource } from '../../engine/demo/traffic.ts'

const buyer = ({ world, random }: ChargeContext, industries: readonly string[]) =>
  pick(
    random,
    industries.flatMap((industry) => world.participants.companies.get(industry)!),
  )

const disclosure = (product: string, n: number, population: string, nanoRho: number) => ({
  population,
  release: `rel_${product}${n + 1}`,
  nanoRho: String(nanoRho),
})

const unread: RefundPattern = { rate: 0.12, days: [1, 5], reasons: [['not-delivered', 1]] }

const report: TrafficSource = {
  product: 'audience-report',
  growth: 0.3,
  curve: office,
  yearly: shareOf(0.000_03, 4, 0.3),
  generate: (context) => ({
    event: {
      buyer: buyer(context, ['consumer goods', 'car brands']),
      price: cny(between(context.random, 50, 60) * 1_000),
      disclosure: disclosure('report', context.n, 'pop_cities', between(context.random, 2, 9) * 1_000_000),
    },
  }),
  returns: unread,
}

const paper: TrafficSource = {
  product: 'white-paper',
  growth: 0.2,
  curve: office,
  yearly: shareOf(0.000_015, 3, 0.2),
  generate: (context) => ({
    event: {
      buyer: buyer(context, ['consultancies', 'investment banks']),
      disclosure: disclosure('paper', context.n, 'pop_country', 1_000_000),
    },
  }),
}

const MILESTONES = ['start', 'delivery', 'acceptance'] as const

/** Three milestones per project, one charge each. */
const trainingSet: TrafficSource = {
  product: 'training-set',
  growth: 0.4,
  curve: steady,
  yearly: shareOf(0.000_012, 3, 0.4),
  generate({ world, n }) {
    const project = Math.floor(n / 3)
    const random = randomFor(world.seed, `project ${project}`)
    const milestone = MILESTONES[n % 3]!
    const customers = ['technology companies', 'universities'].flatMap(
      (each) => world.participants.companies.get(each)!,
    )
    return {
      event: {
        buyer: pick(random, customers),
        project: `prj_${project + 1}`,
        quote: cny(between(random, 10, 16) * 10_000),
        milestone,
        ...(milestone === 'delivery' && { disclosure: disclosure('set', project, 'pop_forum', 8_000_000) }),
      },
    }
  },
}

const traffic: readonly TrafficSource[] = [report, paper, trainingSet]

export const demo: LineDemo = { traffic }
