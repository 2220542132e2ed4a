/** Cross-border: shops abroad, money sent home, exchange; at rates that wander around those of spring 2026. */
import { type DemoDay, office, steady, travel } from '../calendar.ts'
import { favorite, pick, sizeAt } from '../chance.ts'
import { cny, type Source, shareOf } from '../source.ts'

/** How much of it one CNY buys, and the digits of its minor unit. */
const RATES: Readonly<Record<string, readonly [rate: number, digits: number]>> = {
  JPY: [23.39, 0],
  KRW: [218.1, 0],
  THB: [4.77, 2],
  SGD: [0.187, 2],
  MYR: [0.581, 2],
  USD: [0.1464, 2],
  EUR: [0.1253, 2],
  HKD: [1.146, 2],
  GBP: [0.1085, 2],
}
const MARKETS: readonly (readonly [market: string, currency: string])[] = [
  ['HK', 'HKD'],
  ['HK', 'HKD'],
  ['US', 'USD'],
  ['DE', 'EUR'],
  ['GB', 'GBP'],
  ['TW', 'USD'],
  ['MO', 'HKD'],
  ['FR', 'EUR'],
]
const BOUGHT = ['USD', 'USD', 'JPY', 'HKD', 'EUR', 'THB', 'KRW', 'GBP']

function rateOn(currency: string, { index }: DemoDay): number {
  const turn = index / 97 + currency.charCodeAt(0)
  return RATES[currency]![0] * (1 + 0.025 * Math.sin(turn) + 0.008 * Math.sin(turn * 7.3))
}

const reference = (currency: string, day: DemoDay) => ({
  pair: `CNY/${currency}`,
  rate: rateOn(currency, day).toFixed(8),
  day: day.date,
  source: 'demo',
})

/** Main units a year: the mission names none. */
const A_YEAR = { abroad: 600_000, sent: 3_000_000, exchanged: 2_000_000 }

const overseas: Source = {
  line: 'crossborder',
  product: 'overseas-pay',
  growth: 0.45,
  curve: travel,
  yearly: shareOf(0.02, 30, 0.45),
  make({ scene, yearly, day, draw, even }) {
    const { cast, scale, payers } = scene
    const { id, market, currency } = favorite(draw, cast.abroad)
    const [rate, digits] = RATES[currency]!
    const paid = ((A_YEAR.abroad * scale) / yearly) * sizeAt(even) * rate
    const amount = { amount: Math.max(10, paid).toFixed(digits), currency }
    const payer = favorite(draw, payers(day.month))
    return { event: { payer, merchant: id, market, amount, reference: reference(currency, day) } }
  },
  returns: {
    rate: 0.015,
    days: [1, 6],
    reasons: [
      ['not-as-described', 2],
      ['duplicate', 1],
    ],
  },
}

const remittance: Source = {
  line: 'crossborder',
  product: 'remittance',
  growth: 0.3,
  curve: office,
  yearly: shareOf(0.008, 30, 0.3),
  make({ scene, yearly, day, draw, even }) {
    const { cast, scale, payers } = scene
    const [market, currency] = pick(draw, MARKETS)
    const amount = cny(Math.max(20, ((A_YEAR.sent * scale) / yearly) * sizeAt(even)))
    const [payer, payee] = [favorite(draw, payers(day.month)), favorite(draw, cast.relatives)]
    return { event: { payer, payee, market, amount, currency, reference: reference(currency, day) } }
  },
  returns: { rate: 0.015, days: [1, 3], reasons: [['not-delivered', 1]] },
}

const exchange: Source = {
  line: 'crossborder',
  product: 'fx-spread',
  growth: 0.25,
  curve: steady,
  yearly: shareOf(0.01, 30, 0.25),
  make({ scene, yearly, day, draw, even }) {
    const { scale, payers } = scene
    const currency = pick(draw, BOUGHT)
    const amount = cny(Math.max(20, ((A_YEAR.exchanged * scale) / yearly) * sizeAt(even)))
    const customer = favorite(draw, payers(day.month))
    return { event: { customer, amount, currency, reference: reference(currency, day) } }
  },
  returns: { rate: 0.008, days: [0, 0], reasons: [['changed-mind', 1]] },
}

export const crossborder: readonly Source[] = [overseas, remittance, exchange]
