/**
 * A training set: quoted per project and paid in milestones, one event each. The first milestone freezes the quote, the
 * buyer and the milestones of the project, so that they add up to the quote whatever happens to the rate card; each is
 * charged once. The privacy budget is spent with the milestone on which data leave the platform, and only with it.
 */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import { checkSeries } from '../../charges/series.ts'
import { Money, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { formatMicros } from '../../money/amount.ts'
import { QuotedTerms, quoted } from '../../pricing/quoted.ts'
import { at, refuse } from '../../pricing/terms.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { budget, compileDisclosure, Disclosure, PRIVACY_UNIT, PrivacyTerms } from './privacy.ts'
import { byDelivery, paidByBuyer, sold } from './sale.ts'

const Name = Type.String({ pattern: '^[a-z][a-z-]{0,31}$' })

const Event = Type.Object(
  {
    buyer: PartyId,
    project: Type.String({ pattern: '^prj_[a-z0-9]{1,40}$', description: 'Id of the project', examples: ['prj_1'] }),
    quote: described(Money, 'Agreed price of the whole project'),
    milestone: described(Name, 'The milestone that is due'),
    disclosure: Type.Optional(Disclosure),
  },
  { additionalProperties: false, title: 'data/training-set' },
)

const Terms = Type.Object(
  {
    project: QuotedTerms,
    /** The milestone on which data leave, which spends the privacy budget. */
    discloses: Name,
    privacy: PrivacyTerms,
    refund: RefundPolicy,
  },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

/** What the first milestone of a project freezes. */
interface Agreed extends Record<string, unknown>, Pick<Event, 'buyer'>, Pick<Terms, 'discloses'> {
  readonly quote: string
  readonly milestones: Terms['project']['milestones']
}

const seriesOf = (project: string) => `data/training-set ${project}`

const defaultTerms: Terms = {
  project: {
    model: 'quoted',
    min: '100000',
    milestones: [
      { id: 'start', share: '0.3' },
      { id: 'delivery', share: '0.5' },
      { id: 'acceptance', share: '0.2' },
    ],
  },
  discloses: 'delivery',
  privacy: { risk: 'high', nanoRhoMax: '200000000', membersMin: '100000' },
  refund: byDelivery(90, [{ above: '0', people: 2 }]),
}

export const trainingSet = defineProduct({
  id: 'training-set',
  title: { en: 'AI training data set', zh: 'AI训练数据集' },
  event: Event,
  terms: Terms,
  units: [PRIVACY_UNIT],
  defaultTerms,
  customer: 'buyer',
  activity: () => ({ measures: { milestones: 1n } }),
  compile(terms: Terms, currency: string) {
    const price = quoted.compile(terms.project, currency)
    const disclose = compileDisclosure('training-set', terms.privacy)
    if (!terms.project.milestones.some(({ id }) => id === terms.discloses)) {
      refuse(at({ model: 'training-set', pointer: '' }, 'discloses'), `there is no milestone ${terms.discloses}`)
    }
    return {
      needs: ({ project, disclosure }: Event) => ({
        series: seriesOf(project),
        ...(disclosure && { parties: [disclosure.population] }),
      }),
      charge(event: Event, facts: Facts) {
        const { buyer, project, milestone, quote, disclosure } = event
        const open = facts.series(seriesOf(project))
        const { milestones, discloses } = (open?.terms as Agreed | undefined) ?? {
          milestones: terms.project.milestones,
          discloses: terms.discloses,
        }
        const amount = payable(quote, currency)
        const agreed: Agreed = { buyer, quote: `${formatMicros(amount, currency)} ${currency}`, milestones, discloses }
        const series = { key: seriesOf(project), entry: milestone, terms: agreed }
        checkSeries(series, open)
        checkDisclosed(event, discloses)
        const pay = open ? quoted.compile({ model: 'quoted', milestones }, currency) : price
        const due = pay({ amount, milestone })
        const detail = { code: 'project_milestone', params: { project, milestone } }
        const components = [sold(buyer, { amount: due.amount, steps: [detail, ...due.steps] }, currency)]
        if (disclosure) components.push(disclose(disclosure, facts))
        return { ...paidByBuyer(buyer, [{ id: milestone, quantity: 1n, components }], currency, terms.refund), series }
      },
    }
  },
  example: {
    parties: [
      { id: 'cmp_lab', kind: 'company', name: 'Language lab', attributes: {} },
      { id: 'pop_forum', kind: 'platform', name: 'Authors of public posts', attributes: { members: '4200000' } },
    ],
    funds: budget('pop_forum', '8000000'),
    event: {
      buyer: 'cmp_lab',
      project: 'prj_1',
      quote: { amount: '800000.00', currency: 'CNY' },
      milestone: 'delivery',
      disclosure: { population: 'pop_forum', release: 'rel_3', nanoRho: '8000000' },
    },
    components: { price: '400000.00', privacy: '8000000' },
  },
})

/** Data leave on one milestone, which must state the disclosure; no other milestone can have one. */
function checkDisclosed({ milestone, disclosure }: Event, discloses: string): void {
  if (milestone === discloses && !disclosure) {
    throw new Problem('price_input_missing', { model: 'training-set', field: 'disclosure' })
  }
  if (milestone !== discloses && disclosure) {
    throw new Problem('price_input_invalid', {
      field: 'disclosure',
      value: `milestone ${milestone} does not disclose data`,
    })
  }
}
