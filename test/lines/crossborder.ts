/** Events for the laws: any amount in any currency that the products support, quoted in either direction. */
import fc from 'fast-check'
import { formatMicros, minorUnit } from '../../src/money/amount.ts'

const rates: Record<string, string> = {
  JPY: '23.3943402608',
  KRW: '218.0790960452',
  USD: '0.1463665176',
  EUR: '0.1252708983',
  HKD: '1.1463164092',
}
const markets: Record<string, string> = { JPY: 'JP', KRW: 'KR', USD: 'US', EUR: 'DE', HKD: 'HK' }

const money = (currency: string) =>
  fc.bigInt(1n, 10n ** 7n).map((minor) => ({ amount: formatMicros(minor * minorUnit(currency), currency), currency }))

const reference = (currency: string) =>
  fc.boolean().map((turned) => ({
    pair: turned ? `${currency}/CNY` : `CNY/${currency}`,
    rate: turned ? String((1 / Number(rates[currency])).toFixed(12)) : rates[currency],
    day: '2026-04-13',
    source: 'ECB',
  }))

const exchange = (currencies: readonly string[]) =>
  fc.constantFrom(...currencies).chain((currency) =>
    fc.record({
      currency: fc.constant(currency),
      amount: fc.oneof(money('CNY'), money(currency)),
      reference: reference(currency),
    }),
  )

export const generate: Record<string, fc.Arbitrary<unknown>> = {
  'overseas-pay': fc.constantFrom('JPY', 'KRW').chain((currency) =>
    fc.record({
      payer: fc.constant('usr_any'),
      merchant: fc.constant('mch_any'),
      market: fc.constant(markets[currency]),
      amount: money(currency),
      reference: reference(currency),
    }),
  ),
  remittance: exchange(['USD', 'EUR', 'HKD']).map((event) => ({
    ...event,
    payer: 'usr_any',
    payee: 'usr_abroad',
    market: markets[event.currency],
  })),
  'fx-spread': exchange(Object.keys(rates)).map((event) => ({ ...event, customer: 'usr_any' })),
}
