/**
 * Cases of advertising that concern money: the price of clicks and impressions, and how revenue is shared. Auctions are
 * not covered.
 */
import { compilePrice } from '../../src/pricing/index.ts'
import { type Adapter, type Fields, notExpressible } from './case.ts'
import { decimal, inMajor, major } from './fields.ts'

const UNIT = 'USD'
const bps = (fields: Fields, name: string) => inMajor(major(decimal(fields, name)) / 10_000n)

function cost(basis: 'cpc' | 'cpm', price: bigint, count: bigint): bigint {
  return compilePrice({ model: 'cleared', basis }, UNIT).price({
    quantity: count,
    cleared: (price * count) / 1_000_000n,
  }).amount
}

function share(amount: bigint, rate: string): bigint {
  return compilePrice({ model: 'percentage', rate }, UNIT).price({ amount }).amount
}

/** The input is already in whole micros. */
const revenueShare: Adapter = (fields) => {
  const gross = BigInt(decimal(fields, 'gross_micros'))
  const fee = share(gross, bps(fields, 'fee_bps'))
  return { fee_micros: fee.toString(), net_micros: (gross - fee).toString() }
}

const multiplier: Adapter = (fields) => ({
  cost: inMajor(cost('cpm', major(decimal(fields, 'cpm')), major(decimal(fields, 'multiplier')))),
})

const perImpression: Adapter = (fields) => ({
  cost_micros: cost('cpm', major(decimal(fields, 'cpm')), major(decimal(fields, 'impressions'))).toString(),
})

const refund: Adapter = (fields) => (fields.cpc === undefined ? sharedBack(fields) : clicksBack(fields))

/** Invalid clicks are refunded at their price; the publisher's share of them is deducted from the publisher. */
const sharedBack = (fields: Fields) => {
  const credit = cost('cpc', major(decimal(fields, 'price')), major(decimal(fields, 'invalid_clicks')))
  const publisher = share(credit, bps(fields, 'publisher_bps'))
  return {
    advertiser_credit: inMajor(credit),
    publisher_debit: inMajor(publisher),
    platform_debit: inMajor(credit - publisher),
  }
}

const clicksBack = (fields: Fields) => {
  const price = major(decimal(fields, 'cpc'))
  const billed = major(decimal(fields, 'billed_clicks'))
  const left = billed - major(decimal(fields, 'refund_offers'))
  return { cost_before: inMajor(cost('cpc', price, billed)), cost_after: inMajor(cost('cpc', price, left)) }
}

const decided: Adapter = () =>
  notExpressible('who wins, how often and when: ad servers decide it and tell what cleared')

const adapters: Readonly<Record<string, Adapter>> = {
  revenue_share: revenueShare,
  'money.multiplier': multiplier,
  'money.per_impression': perImpression,
  refund,
}

/** All other cases of ads. */
export const advertising: Adapter = (fields, given) => (adapters[given.model ?? ''] ?? decided)(fields, given)
