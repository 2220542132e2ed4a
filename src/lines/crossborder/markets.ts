/** Markets where payouts are licensed, each with the currencies that can arrive there. Any other market is refused. */
import Type, { type Static } from 'typebox'
import { Problem } from '../../problem.ts'
import { CurrencyCode } from './exchange.ts'

export const Market = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'Destination market (ISO 3166-1 code)',
  examples: ['JP'],
})

export const Markets = Type.Record(
  Type.String({ pattern: '^[A-Z]{2}$' }),
  Type.Array(CurrencyCode, { minItems: 1, maxItems: 20 }),
  { additionalProperties: false },
)

/** @throws Problem `choice_unknown` naming the known markets. */
export function checkMarket(markets: Static<typeof Markets>, market: string, currency: string): void {
  const currencies = Object.hasOwn(markets, market) ? markets[market]! : undefined
  if (!currencies) {
    throw new Problem('choice_unknown', { by: 'market', value: market, known: Object.keys(markets).join(', ') })
  }
  if (!currencies.includes(currency)) {
    throw new Problem('choice_unknown', { by: 'currency', value: currency, known: currencies.join(', ') })
  }
}
