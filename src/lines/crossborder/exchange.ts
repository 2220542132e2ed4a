/**
 * What the three products have in common. Our money is exchanged directly into the currency that arrives, at a
 * reference rate which the event brings along with its day and source, and a markup over it. Both legs go through the
 * platform's currency positions, one in each currency: what comes in stays there until it is covered on the market,
 * and whatever the market does in between is the position's, never the customer's.
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

/** A reference rate as it was published: how much of the pair's second currency one of the first buys. */
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

/** Each party returns what it received; the movement of the market since then is on the platform's positions. */
export const atItsOwnRate: ExchangeRule = { rate: 'original', bearer: 'platform' }

/** What is exchanged: so much of our currency is sent, or so much of the other one arrives. */
export interface Exchange {
  readonly payer: string
  /** Account that what arrives goes to. */
  readonly to: string
  /** In our currency: this is sent. In the other: this arrives. */
  readonly amount: Static<typeof Money>
  readonly currency: string
  readonly reference: ReferenceRate
  /** What the markup may be chosen by, beside the currency. */
  readonly attributes?: Readonly<Record<string, string>>
}

export interface Exchanged {
  readonly sent: Micros
  readonly received: Micros
  readonly components: readonly Component[]
}

/**
 * Compiles to the components of an exchange: what is sent, what arrives, and the markup. Where the markup may come
 * back, it is taken out of what was sent, through the position; where it stays, the payer pays it to us directly, so
 * that the charge states what the payer cannot get back.
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
  /** The markup. Below zero where rounding was in the customer's favor by more than the markup. */
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
