/** Payments: what is paid in shops, to card issuers, and held in the fund. */
import { steady, street } from '../calendar.ts'
import { favorite, pick, sizeAt } from '../chance.ts'
import { cny, fen, type Occasion, part, type Scene, type Source, shareOf, sometimes } from '../source.ts'

/** Millionths of 500, 20 and 30 billion; the first two a month, the last held on average. */
const SCAN_PAY = 500_000
const REPAYMENT = 20_000
const HELD = 30_000
/** The highest fee of the rate card, of which a fifth is given back by the campaign. */
const MOST_REWARD = 0.012 * 0.2

export const repayment: Source = {
  line: 'payments',
  product: 'card-repayment',
  growth: 0.1,
  yearly: shareOf(0.004, 12, 0.1),
  curve: steady,
  make({ scene, yearly, day, draw, even }) {
    const { cast, scale, payers } = scene
    const amount = cny(((REPAYMENT * scale * 12) / yearly) * sizeAt(even))
    return { event: { payer: favorite(draw, payers(day.month)), issuer: pick(draw, cast.issuers), amount } }
  },
  returns: { rate: 0.006, days: [1, 4], reasons: [['not-delivered', 1]] },
}

export const wealth: Source = {
  line: 'payments',
  product: 'wealth',
  growth: 0.15,
  yearly: shareOf(0.025, 50, 0.15),
  curve: steady,
  make({ scene, n, yearly, day, draw, even }) {
    const { cast, scale, payers } = scene
    const holders = payers(day.month)
    return {
      event: {
        fund: cast.funds[n % cast.funds.length],
        holder: holders[(n * 13) % holders.length],
        day: day.date,
        holding: cny(((HELD * scale * 365) / yearly) * sizeAt(even)),
        fundYield: `0.0${between5(230, 270, draw())}`,
        holderYield: '0.016',
      },
    }
  },
  returns: { rate: 0.001, days: [2, 9], reasons: [['billing-error', 1]] },
}

const between5 = (least: number, most: number, at: number) => String(Math.round(least + (most - least) * at))

/** All charges that no other product has. */
export function scanPay(yearly: (scene: Scene) => number): Source {
  return {
    line: 'payments',
    product: 'scan-pay',
    growth: SCAN_PAY_GROWTH,
    yearly,
    curve: street,
    make(occasion: Occasion) {
      const { scene, yearly: count, day, draw, even } = occasion
      const { cast, scale, payers } = scene
      const size = ((SCAN_PAY * scale * 12) / count) * sizeAt(even)
      const amount = cny(size)
      const channel = draw() < 0.8 ? {} : { channel: 'alipay' }
      return {
        event: {
          payer: favorite(draw, payers(day.month)),
          merchant: favorite(draw, cast.merchants),
          amount,
          ...channel,
        },
        // Rewards are rounded to the fen.
        rewards: fen(size * MOST_REWARD) + fen(0.01),
      }
    },
    returns: {
      rate: 0.013,
      days: [0, 7],
      reasons: [
        ['changed-mind', 5],
        ['not-as-described', 2],
        ['duplicate', 2],
        ['service-failure', 1],
      ],
      ask: sometimes(0.4, part(0.2, 0.7)),
    },
  }
}

export const SCAN_PAY_GROWTH = 0.12
