/**
 * A placement in which ads are shown. The auction happens elsewhere; its results are charged: clicks at a price each
 * (cpc), impressions at a price per thousand (cpm). The advertiser pays from its wallet, and the publisher of the page
 * gets a share of that. Amounts are exact to the micro: an impression at 30.00 per thousand is 0.03.
 */
import Type, { type Static } from 'typebox'
import { defineProduct, type Example, type Facts, type Product, type Title } from '../../catalog/product.ts'
import type { Item, RefundPolicy as Refund } from '../../charges/draft.ts'
import { total } from '../../engine/measures.ts'
import { approved, checked, notForThis } from '../../engine/refund-rules.ts'
import { ItemId, Money, PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { MICROS_PER_UNIT, parseMicros } from '../../money/amount.ts'
import { ClearedTerms, cleared, clearedAt } from '../../pricing/cleared.ts'
import { compileShare, PercentageTerms } from '../../pricing/percentage.ts'
import type { StepDetail } from '../../pricing/price.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'

/** The unit of the bid: a click, or a thousand impressions. */
type Basis = ClearedTerms['basis']

const eventOf = (id: string, bases: readonly Basis[]) =>
  Type.Object(
    {
      advertiser: PartyId,
      campaign: Type.String({ minLength: 1, maxLength: 64, description: 'Id of the advertiser’s campaign' }),
      publisher: Type.Optional(described(PartyId, 'The publisher of the page, unless it is the platform’s own')),
      traffic: Type.Array(
        Type.Object(
          {
            id: ItemId,
            basis: Type.Unsafe<Basis>(Type.Union(bases.map((basis) => Type.Literal(basis)))),
            count: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Number of clicks or impressions' }),
            price: described(Money, 'Cleared price per click, or per thousand impressions'),
            shown: Type.Optional(
              Type.Integer({
                minimum: 0,
                maximum: 1_000_000_000,
                description:
                  'For cost-per-click traffic: impressions behind these clicks. Used in reports; never charged',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        {
          minItems: 1,
          maxItems: 200,
          description: 'Traffic grouped by cleared price',
        },
      ),
    },
    { additionalProperties: false, title: `ads/${id}` },
  )
type Event = Static<ReturnType<typeof eventOf>>

const Terms = Type.Object(
  {
    prices: Type.Array(ClearedTerms, { minItems: 1, maxItems: 2, description: 'One price per bid type' }),
    publisherShare: PercentageTerms,
    refund: RefundPolicy,
  },
  { additionalProperties: false },
)
type Terms = Static<typeof Terms>

interface Placement {
  readonly id: string
  readonly title: Title
  readonly bases: readonly Basis[]
  readonly example: Example<Event>
}

/** The product list leaves the share open; the default of 70% for the publisher is ours. */
const PUBLISHER_SHARE = '0.7'

/**
 * Delivered ads are not refundable, except for invalid traffic, after the statement of the month has closed, and
 * counting errors.
 */
const invalidTrafficBack: Refund = {
  windowDays: 90,
  maxRefunds: null,
  minGapSeconds: 0,
  shortage: 'debt',
  asks: ['agent'],
  approvals: approved('10000', '100000'),
  reasons: {
    'changed-mind': notForThis,
    'billing-error': { asks: ['payer', 'agent'], approvals: checked('100000') },
    'invalid-traffic': { asks: ['agent', 'system'], evidence: ['traffic-report'], opens: 'month-end' },
  },
}

export function placement({ id, title, bases, example }: Placement): Product {
  return defineProduct({
    id,
    title,
    event: eventOf(id, bases),
    terms: Terms,
    defaultTerms: {
      prices: bases.map((basis) => ({ model: 'cleared' as const, basis })),
      publisherShare: { model: 'percentage', rate: PUBLISHER_SHARE },
      refund: invalidTrafficBack,
    },
    customer: 'advertiser',
    activity({ traffic }: Event) {
      const clicks = traffic.filter(({ basis }) => basis === 'cpc')
      const impressions = total(traffic, ({ basis, count, shown = 0 }) => (basis === 'cpm' ? count : shown))
      return { measures: { impressions, clicks: total(clicks, ({ count }) => count) } }
    },
    compile(terms: Terms, currency: string, detail?: StepDetail) {
      const toItem = compileTraffic(terms, currency, detail)
      return {
        needs: ({ publisher }: Event) => ({ parties: publisher === undefined ? [] : [publisher] }),
        charge(event: Event, facts: Facts) {
          const payer = event.advertiser
          const payerAccount = accountName(payer, 'wallet', currency).path
          const items = event.traffic.map((traffic) => toItem(event, traffic, facts))
          const payee = event.publisher ?? null
          return { payer, payerAccount, payee, unit: currency, items, refund: terms.refund }
        },
      }
    },
    example,
  })
}

function compileTraffic(terms: Terms, unit: string, detail?: StepDetail) {
  const prices = new Map(terms.prices.map((each) => [each.basis, cleared.compile(each, unit, detail)]))
  const share = compileShare(terms.publisherShare, unit, detail)
  const revenue = accountName(PLATFORM, 'revenue', unit).path
  const component = { unit, returns: 'pro-rata', quantum: 1n } as const
  return (event: Event, { id, basis, count, price }: Event['traffic'][number], facts: Facts): Item => {
    const { advertiser, campaign, publisher } = event
    const ask = prices.get(basis)
    if (!ask) throw new Problem('choice_unknown', { by: 'basis', value: basis, known: [...prices.keys()].join(', ') })
    if (price.currency !== unit) throw new Problem('currency_mismatch', { expected: unit, unit: price.currency })
    const quantity = BigInt(count) * MICROS_PER_UNIT
    const { amount, steps } = ask({ quantity, cleared: clearedAt(parseMicros(price.amount, unit), quantity) })
    const detail = { code: 'ad_traffic', params: { campaign, basis, count: `${count}`, price: price.amount, unit } }
    const from = accountName(advertiser, 'wallet', unit).path
    const spend = { ...component, kind: 'spend', from, to: revenue, amount, why: [detail, ...steps] }
    if (publisher === undefined) return { id, quantity: BigInt(count), components: [spend] }
    const earned = share({ amount, attributes: facts.party(publisher).attributes })
    const to = accountName(publisher, 'balance', unit).path
    const shared = { ...component, kind: 'share', from: revenue, to, amount: earned.amount, why: earned.steps }
    return { id, quantity: BigInt(count), components: [spend, shared] }
  }
}
