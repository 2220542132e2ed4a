/**
 * Shared by the three products. Our money is exchanged directly into the currency that arrives, at a reference rate
 * that the event provides with its day and source, plus a markup. Both legs pass through the platform's currency
 * positions, one per currency: received amounts stay there until they are covered on the market, and the market
 * movement in between belongs to the position, never to the customer.
 */
import Type, { type Static } from 'typebox'
import type { Component, Returns } from '../../charges/draft.ts'
import type { ExchangeRule } from '../../charges/policy.ts'
import { Day, type Money } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros, type Micros, minorUnit, parsePayable } from '../../money/amount.ts'
import { isCurrency } from '../../money/currency.ts'
import { type MarkupTerms, markup } from '../../pricing/markup.ts'
import type { Step } from '../../pricing/price.ts'
import { Problem } from '../../problem.ts'
import { directRate } from '../../refunds/exchange-difference.ts'

export const CurrencyCode = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code', examples: ['JPY'] })

/** A published reference rate: how much of the second currency of the pair one unit of the first buys. */
export const ReferenceRate = Type.Object(
  {
    pair: Type.String({ pattern: '^[A-Z]{3}/[A-Z]{3}$', examples: ['CNY/JPY'] }),
    rate: Type.String({
      pattern: '^\\d{1,12}(\\.\\d{1,18})?$',
      description: 'Price of one unit of the first currency in the second',
      examples: ['23.3943402608'],
    }),
    day: Day,
    source: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$', examples: ['ECB'] }),
  },
  { additionalProperties: false },
)
export type ReferenceRate = Static<typeof ReferenceRate>

/** Each party returns what it received; the market movement since then stays on the platform's positions. */
export const atItsOwnRate: ExchangeRule = { rate: 'original', bearer: 'platform' }

/** The exchanged amount: either what is sent in our currency, or what arrives in the other one. */
export interface Exchange {
  readonly payer: string
  /** The account that receives what arrives. */
  readonly to: string
  /** In our currency: the sent amount. In the other: the arriving amount. */
  readonly amount: Static<typeof Money>
  readonly currency: string
  readonly reference: ReferenceRate
  /** Criteria of the markup besides the currency. */
  readonly attributes?: Readonly<Record<string, string>>
}

export interface Exchanged {
  readonly sent: Micros
  readonly received: Micros
  readonly components: readonly Component[]
}

/**
 * Compiles to the components of an exchange: what is sent, what arrives, and the markup. A refundable markup is taken
 * out of what was sent, through the position; otherwise the payer pays it to us directly, so that the charge states
 * what is not refundable.
 */
export function compileExchange(
  terms: MarkupTerms,
  ours: string,
  markupReturns: Exclude<Returns, 'whole-only'> = 'pro-rata',
): (exchange: Exchange) => Exchanged {
  const price = markup.compile(terms, ours)
  return (exchange) => {
    const { currency, reference, amount } = exchange
    if (!isCurrency(currency, reference.day)) throw new Problem('currency_unknown', { unit: currency })
    if (currency === ours) {
      throw new Problem('currency_mismatch', { expected: `a currency other than ${ours}`, unit: currency })
    }
    const fixed = parsePayable(amount.amount, amount.currency === ours ? ours : currency)
    if (amount.currency !== ours && amount.currency !== currency) {
      throw new Problem('currency_mismatch', { expected: `${ours} or ${currency}`, unit: amount.currency })
    }
    const priced = price({
      ...(amount.currency === ours ? { amount: fixed } : { receive: fixed }),
      other: currency,
      reference: directRate(reference, ours, currency),
      attributes: { ...exchange.attributes, currency },
    })
    const { sent, received } = priced
    if (sent === 0n || received === 0n) {
      throw new Problem('amount_not_positive', { value: formatMicros(sent === 0n ? sent : received, currency) })
    }
    const { pair, rate, day, source } = reference
    const why: Step[] = [{ code: 'reference_rate', params: { pair, rate, day, source } }, ...priced.steps]
    const parts = { exchange, sent, received, earned: priced.amount, ours, why }
    return { sent, received, components: [...legs(parts, markupReturns)] }
  }
}

interface Parts {
  readonly exchange: Exchange
  readonly sent: Micros
  readonly received: Micros
  /** The markup. Negative if rounding favored the customer by more than the markup. */
  readonly earned: Micros
  readonly ours: string
  readonly why: readonly Step[]
}

function* legs({ exchange, sent, received, earned, ours, why }: Parts, returns: Returns): Generator<Component> {
  const { payer, to, currency } = exchange
  const payerAccount = accountName(payer, 'external', ours).path
  const position = accountName(PLATFORM, 'position', ours).path
  const revenue = accountName(PLATFORM, 'revenue', ours).path
  const apart = returns === 'never' && earned > 0n
  const detail = {
    payer,
    sent: formatMicros(sent, ours),
    unit: ours,
    received: formatMicros(received, currency),
    currency,
  }
  const leg = (kind: string, moved: Pick<Component, 'from' | 'to' | 'amount' | 'unit' | 'returns'>): Component => ({
    kind,
    ...moved,
    quantum: minorUnit(moved.unit),
    why: kind === 'markup' ? why : [{ code: kind === 'payout' ? 'arrives' : 'sent_abroad', params: detail }],
  })
  yield leg('principal', {
    from: payerAccount,
    to: position,
    amount: apart ? sent - earned : sent,
    unit: ours,
    returns: 'pro-rata',
  })
  yield leg('payout', {
    from: accountName(PLATFORM, 'position', currency).path,
    to,
    amount: received,
    unit: currency,
    returns: 'pro-rata',
  })
  if (apart) yield leg('markup', { from: payerAccount, to: revenue, amount: earned, unit: ours, returns: 'never' })
  else if (earned >= 0n)
    yield leg('markup', { from: position, to: revenue, amount: earned, unit: ours, returns: 'pro-rata' })
  else yield leg('markup', { from: revenue, to: position, amount: -earned, unit: ours, returns: 'pro-rata' })
}
