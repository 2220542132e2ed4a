/** Data products: few and dear, each with the privacy that it spends. */
import { office, steady } from '../calendar.ts'
import { between, drawsFor, pick } from '../chance.ts'
import { cny, type Occasion, type Returning, type Source, shareOf } from '../source.ts'

const buyer = ({ scene, draw }: Occasion, industries: readonly string[]) =>
  pick(
    draw,
    industries.flatMap((industry) => scene.cast.companies.get(industry)!),
  )

const disclosure = (product: string, n: number, population: string, nanoRho: number) => ({
  population,
  release: `rel_${product}${n + 1}`,
  nanoRho: String(nanoRho),
})

const unread: Returning = { rate: 0.12, days: [1, 5], reasons: [['not-delivered', 1]] }

const report: Source = {
  line: 'data',
  product: 'audience-report',
  growth: 0.3,
  curve: office,
  yearly: shareOf(0.000_03, 4, 0.3),
  make: (occasion) => ({
    event: {
      buyer: buyer(occasion, ['consumer goods', 'car brands']),
      price: cny(between(occasion.draw, 50, 60) * 1_000),
      disclosure: disclosure('report', occasion.n, 'pop_cities', between(occasion.draw, 2, 9) * 1_000_000),
    },
  }),
  returns: unread,
}

const paper: Source = {
  line: 'data',
  product: 'white-paper',
  growth: 0.2,
  curve: office,
  yearly: shareOf(0.000_015, 3, 0.2),
  make: (occasion) => ({
    event: {
      buyer: buyer(occasion, ['consultancies', 'investment banks']),
      disclosure: disclosure('paper', occasion.n, 'pop_country', 1_000_000),
    },
  }),
}

const MILESTONES = ['start', 'delivery', 'acceptance'] as const

/** Three milestones a project, one charge each. */
const trainingSet: Source = {
  line: 'data',
  product: 'training-set',
  growth: 0.4,
  curve: steady,
  yearly: shareOf(0.000_012, 3, 0.4),
  make({ scene, n }) {
    const project = Math.floor(n / 3)
    const draw = drawsFor(scene.seed, `project ${project}`)
    const milestone = MILESTONES[n % 3]!
    const customers = ['technology companies', 'universities'].flatMap((each) => scene.cast.companies.get(each)!)
    return {
      event: {
        buyer: pick(draw, customers),
        project: `prj_${project + 1}`,
        quote: cny(between(draw, 10, 16) * 10_000),
        milestone,
        ...(milestone === 'delivery' && { disclosure: disclosure('set', project, 'pop_forum', 8_000_000) }),
      },
    }
  },
}

export const data: readonly Source[] = [report, paper, trainingSet]
