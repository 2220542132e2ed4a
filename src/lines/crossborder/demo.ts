/** Cross-border: purchases abroad, remittances, exchange, at rates around those of spring 2026. */

import { type DemoDay, office, steady, travel } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { favorite, pick, sizeAt } from '../../engine/demo/random.ts'
import { cny, shareOf, type TrafficSource } from '../../engine/demo/traffic.ts'

/** How much of the currency one CNY buys, and the digits of its minor unit. */
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

/** Main units per year; the product list has no figure. */
const A_YEAR = { abroad: 600_000, sent: 3_000_000, exchanged: 2_000_000 }

const overseas: TrafficSource = {
  product: 'overseas-pay',
  growth: 0.45,
  curve: travel,
  yearly: shareOf(0.02, 30, 0.45),
  generate({ world, yearly, day, random, even }) {
    const { participants, scale, payers } = world
    const { id, market, currency } = favorite(random, participants.abroad)
    const [rate, digits] = RATES[currency]!
    const paid = ((A_YEAR.abroad * scale) / yearly) * sizeAt(even) * rate
    const amount = { amount: Math.max(10, paid).toFixed(digits), currency }
    const payer = favorite(random, payers(day.month))
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

const remittance: TrafficSource = {
  product: 'remittance',
  growth: 0.3,
  curve: office,
  yearly: shareOf(0.008, 30, 0.3),
  generate({ world, yearly, day, random, even }) {
    const { participants, scale, payers } = world
    const [market, currency] = pick(random, MARKETS)
    const amount = cny(Math.max(20, ((A_YEAR.sent * scale) / yearly) * sizeAt(even)))
    const [payer, payee] = [favorite(random, payers(day.month)), favorite(random, participants.relatives)]
    return { event: { payer, payee, market, amount, currency, reference: reference(currency, day) } }
  },
  returns: { rate: 0.015, days: [1, 3], reasons: [['not-delivered', 1]] },
}

const exchange: TrafficSource = {
  product: 'fx-spread',
  growth: 0.25,
  curve: steady,
  yearly: shareOf(0.01, 30, 0.25),
  generate({ world, yearly, day, random, even }) {
    const { scale, payers } = world
    const currency = pick(random, BOUGHT)
    const amount = cny(Math.max(20, ((A_YEAR.exchanged * scale) / yearly) * sizeAt(even)))
    const customer = favorite(random, payers(day.month))
    return { event: { customer, amount, currency, reference: reference(currency, day) } }
  },
  returns: { rate: 0.008, days: [0, 0], reasons: [['changed-mind', 1]] },
}

const traffic: readonly TrafficSource[] = [overseas, remittance, exchange]

const QUOTES = 24

export const demo: LineDemo = {
  traffic,
  /** Exchanges quoted on the last day. */
  quotes({ days, payers }) {
    const { date, month } = days.at(-1)!
    const customers = payers(month)
    return Array.from({ length: QUOTES }, (_, n) => ({
      product: 'fx-spread',
      event: {
        customer: customers[(n * 5) % customers.length]!,
        amount: { amount: `${200 + 50 * n}.00`, currency: 'CNY' },
        currency: 'USD',
        reference: { pair: 'CNY/USD', rate: '0.1464', day: date, source: 'demo' },
      },
    }))
  },
}
