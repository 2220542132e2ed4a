/** Advertising: the auction results, lot by lot. */

import { leisure } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { favorite, pick, type Random, randomFor, sizeAt } from '../../engine/demo/random.ts'
import {
  type ChargeContext,
  cny,
  fen,
  type GeneratedEvent,
  part,
  type RefundPattern,
  shareOf,
  type TrafficSource,
} from '../../engine/demo/traffic.ts'

/** Daily impressions of the product list, scaled to a millionth. */
const SHOWN_A_DAY = { feed: 1_500, article: 800, rewarded: 2_000 }

const returns: RefundPattern = { rate: 0.02, days: [4, 20], reasons: [['invalid-traffic', 1]], ask: part(0.05, 0.4) }
const CAMPAIGNS = ['spring', 'brand', 'launch', 'retention', 'double-11']

interface Lot {
  readonly id: string
  readonly basis: 'cpm' | 'cpc'
  readonly count: number
  readonly price: number
  readonly shown?: number
}

/** Impressions of one charge: a daily number, spread over the charges of a year. */
function shownIn(product: keyof typeof SHOWN_A_DAY, { world, yearly, even, random }: ChargeContext): number {
  const wanted = ((SHOWN_A_DAY[product] * world.scale * 365) / yearly) * sizeAt(even)
  return Math.max(1, Math.floor(wanted + random()))
}

/** Each advertiser has its own bid level, and bids more in November. */
function bid({ world, day }: ChargeContext, advertiser: string, least: number, most: number): number {
  const level = randomFor(world.seed, advertiser)()
  return (least + (most - least) * level) * (day.month.endsWith('-11') ? 1.25 : 1)
}

function made(context: ChargeContext, advertiser: string, lots: readonly Lot[]): GeneratedEvent {
  const { participants } = context.world
  const traffic = lots.filter(({ count }) => count > 0).map(({ price, ...lot }) => ({ ...lot, price: cny(price) }))
  const publisher = context.random() < 0.7 ? { publisher: favorite(context.random, participants.publishers) } : {}
  const amount = lots.reduce((sum, { basis, count, price }) => {
    const whole = fen(price) * BigInt(count)
    return sum + (basis === 'cpm' ? whole / 1000n + 1n : whole)
  }, 0n)
  return {
    event: { advertiser, campaign: pick(context.random, CAMPAIGNS), ...publisher, traffic },
    spends: { path: `${advertiser}/wallet`, amount },
  }
}

/** Clicks per impression. */
function clicks(random: Random, shown: number, rate: number): number {
  return Math.floor(shown * rate + random())
}

function placement(
  product: keyof typeof SHOWN_A_DAY,
  share: number,
  growth: number,
  lots: (context: ChargeContext, advertiser: string, shown: number) => Lot[],
): TrafficSource {
  return {
    product,
    growth,
    yearly: shareOf(share, 40, growth),
    curve: leisure,
    generate(context) {
      const advertiser = favorite(context.random, context.world.participants.advertisers)
      return made(context, advertiser, lots(context, advertiser, shownIn(product, context)))
    },
    returns,
  }
}

const traffic: readonly TrafficSource[] = [
  placement('feed', 0.07, 0.16, (context, advertiser, shown) => {
    const clicked = clicks(context.random, shown, 0.012)
    const forClicks = clicked === 0 ? 0 : Math.floor(shown * 0.3)
    return [
      { id: 'shown', basis: 'cpm', count: shown - forClicks, price: bid(context, advertiser, 18, 60) },
      { id: 'clicked', basis: 'cpc', count: clicked, price: bid(context, advertiser, 0.5, 2.5), shown: forClicks },
    ]
  }),
  placement('article', 0.05, 0.08, (context, advertiser, shown) => {
    const count = Math.max(1, clicks(context.random, shown, 0.03))
    return [{ id: 'clicked', basis: 'cpc', count, price: bid(context, advertiser, 0.8, 3), shown }]
  }),
  placement('rewarded', 0.06, 0.22, (context, advertiser, shown) => [
    { id: 'shown', basis: 'cpm', count: shown, price: bid(context, advertiser, 25, 70) },
  ]),
]

export const demo: LineDemo = {
  traffic,
  refundRequests: [
    {
      product: 'feed',
      reason: 'invalid-traffic',
      asker: 'agent',
      evidence: [{ kind: 'traffic-report', note: '无效流量报告 Report on invalid traffic' }],
      note: '机器点击 Clicks by bots',
    },
  ],
}
