/** Advertising: what the auctions cleared, lot by lot. */
import { leisure } from '../calendar.ts'
import { type Draw, drawsFor, favorite, pick, sizeAt } from '../chance.ts'
import { cny, fen, type Made, type Occasion, part, type Returning, type Source, shareOf } from '../source.ts'

/** Millionths of the mission's impressions a day. */
const SHOWN_A_DAY = { feed: 1_500, article: 800, rewarded: 2_000 }

const returns: Returning = { rate: 0.02, days: [4, 20], reasons: [['invalid-traffic', 1]], ask: part(0.05, 0.4) }
const CAMPAIGNS = ['spring', 'brand', 'launch', 'retention', 'double-11']

interface Lot {
  readonly id: string
  readonly basis: 'cpm' | 'cpc'
  readonly count: number
  readonly price: number
  readonly shown?: number
}

/** Impressions of one charge: so many a day, over the charges of a year. */
function shownIn(product: keyof typeof SHOWN_A_DAY, { scene, yearly, even, draw }: Occasion): number {
  const wanted = ((SHOWN_A_DAY[product] * scene.scale * 365) / yearly) * sizeAt(even)
  return Math.max(1, Math.floor(wanted + draw()))
}

/** Each advertiser bids at a level of its own, and more in November. */
function bid({ scene, day }: Occasion, advertiser: string, least: number, most: number): number {
  const level = drawsFor(scene.seed, advertiser)()
  return (least + (most - least) * level) * (day.month.endsWith('-11') ? 1.25 : 1)
}

function made(occasion: Occasion, advertiser: string, lots: readonly Lot[]): Made {
  const { cast } = occasion.scene
  const traffic = lots.filter(({ count }) => count > 0).map(({ price, ...lot }) => ({ ...lot, price: cny(price) }))
  const publisher = occasion.draw() < 0.7 ? { publisher: favorite(occasion.draw, cast.publishers) } : {}
  const amount = lots.reduce((sum, { basis, count, price }) => {
    const whole = fen(price) * BigInt(count)
    return sum + (basis === 'cpm' ? whole / 1000n + 1n : whole)
  }, 0n)
  return {
    event: { advertiser, campaign: pick(occasion.draw, CAMPAIGNS), ...publisher, traffic },
    spends: { path: `${advertiser}/wallet`, amount },
  }
}

/** How many of those who saw it clicked. */
function clicks(draw: Draw, shown: number, rate: number): number {
  return Math.floor(shown * rate + draw())
}

function placement(
  product: keyof typeof SHOWN_A_DAY,
  share: number,
  growth: number,
  lots: (occasion: Occasion, advertiser: string, shown: number) => Lot[],
): Source {
  return {
    line: 'ads',
    product,
    growth,
    yearly: shareOf(share, 40, growth),
    curve: leisure,
    make(occasion) {
      const advertiser = favorite(occasion.draw, occasion.scene.cast.advertisers)
      return made(occasion, advertiser, lots(occasion, advertiser, shownIn(product, occasion)))
    },
    returns,
  }
}

export const ads: readonly Source[] = [
  placement('feed', 0.07, 0.16, (occasion, advertiser, shown) => {
    const clicked = clicks(occasion.draw, shown, 0.012)
    const forClicks = clicked === 0 ? 0 : Math.floor(shown * 0.3)
    return [
      { id: 'shown', basis: 'cpm', count: shown - forClicks, price: bid(occasion, advertiser, 18, 60) },
      { id: 'clicked', basis: 'cpc', count: clicked, price: bid(occasion, advertiser, 0.5, 2.5), shown: forClicks },
    ]
  }),
  placement('article', 0.05, 0.08, (occasion, advertiser, shown) => {
    const count = Math.max(1, clicks(occasion.draw, shown, 0.03))
    return [{ id: 'clicked', basis: 'cpc', count, price: bid(occasion, advertiser, 0.8, 3), shown }]
  }),
  placement('rewarded', 0.06, 0.22, (occasion, advertiser, shown) => [
    { id: 'shown', basis: 'cpm', count: shown, price: bid(occasion, advertiser, 25, 70) },
  ]),
]
