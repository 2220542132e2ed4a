/**
 * The additional posting of a cross-currency refund at the current rate. The plan alone refunds at the original rate:
 * each party returns what it received, and the platform's positions keep the movement of the market since then. This
 * module calculates that difference at the current reference rate, without a markup, and moves it to its bearer.
 */

import type { ExchangeRule } from '../charges/policy.ts'
import { accountName, COST, PLATFORM, parsePath, REVENUE } from '../ledger/account.ts'
import { formatMicros, type Micros, minorUnit } from '../money/amount.ts'
import { applyRate, formatRate, invert, parseRate, type Rate, ratio } from '../money/rate.ts'
import type { Step } from '../pricing/price.ts'
import { Problem } from '../problem.ts'
import type { RefundableCharge, RefundPlan } from './plan.ts'

/** A published reference rate: how much of the second currency of the pair one unit of the first buys. */
export interface ReferenceRate {
  readonly pair: string
  readonly rate: string
  readonly day: string
  readonly source: string
}

/**
 * Returns how much of the other currency one unit of ours buys, from a pair quoted in either direction; never through a
 * third currency.
 * @throws Problem `rate_invalid`, `currency_mismatch`.
 */
export function directRate({ pair, rate }: Pick<ReferenceRate, 'pair' | 'rate'>, ours: string, other: string): Rate {
  const quoted = parseRate(rate)
  if (quoted.numerator <= 0n) throw new Problem('rate_invalid', { value: rate })
  if (pair === `${ours}/${other}`) return quoted
  if (pair === `${other}/${ours}`) return invert(quoted)
  throw new Problem('currency_mismatch', { expected: `${ours}/${other}`, unit: pair })
}

/** `kind` of the transfer that posts a difference. */
const EXCHANGE_DIFFERENCE = 'exchange-difference'

/**
 * Maximum deviation from the rate of the charge, in percent of the value. The user who requests the refund supplies the
 * rate, so without a limit a wrong one could move any amount.
 */
const MAX_DEVIATION_PERCENT = 20n

export interface ExchangeDifference {
  readonly transfers: readonly {
    readonly kind: typeof EXCHANGE_DIFFERENCE
    readonly from: string
    readonly to: string
    readonly amount: Micros
    readonly unit: string
  }[]
  readonly steps: readonly Step[]
  /** Absolute value of the transfer, in micros of the charge's currency. */
  readonly worth: Micros
}

/**
 * Calculates the exchange difference of a refund. `back`: the components that the plan returns. Results in at most one
 * transfer: the bearer pays the loss of the platform's position since the charge, or receives its gain. The platform
 * books it as cost or revenue in our currency, the payee in its own. For the payer, a loss reduces the external refund,
 * and a gain is credited to the balance, because a gateway never refunds more than was paid.
 * @throws Problem `refund_rate_missing`, `rate_invalid`, `currency_mismatch`, `refund_rate_implausible`.
 */
export function exchangeDifference(
  charge: Pick<RefundableCharge, 'unit' | 'payerAccount'>,
  back: RefundPlan['back'],
  rule: ExchangeRule | undefined | null,
  reference: ReferenceRate | undefined,
): ExchangeDifference {
  const legs = rule?.rate === 'current' ? legsOf(charge.unit, back) : null
  if (!rule || !legs) return { transfers: [], steps: [], worth: 0n }
  if (!reference) throw new Problem('refund_rate_missing')
  const { ours, foreign, other, payeeAccount } = legs
  const rate = directRate(reference, charge.unit, other)
  const worth = applyRate(foreign, invert(rate), minorUnit(charge.unit))
  const movement = worth > ours ? worth - ours : ours - worth
  // For small amounts, rounding to whole minor units of both currencies causes a large relative deviation.
  const rounding = minorUnit(charge.unit) + (ours * minorUnit(other)) / foreign + 1n
  if (movement > (ours * MAX_DEVIATION_PERCENT) / 100n + rounding) {
    const quoted = reference.pair.startsWith(`${charge.unit}/`) ? ratio(foreign, ours) : ratio(ours, foreign)
    const expected = formatRate(quoted)
    throw new Problem('refund_rate_implausible', {
      ...{ rate: reference.rate, expected, percent: String(MAX_DEVIATION_PERCENT) },
    })
  }
  // Positive: what was returned is worth more than it cost, so the position has gained.
  const gain = rule.bearer === 'payee' ? foreign - applyRate(ours, rate, minorUnit(other)) : worth - ours
  const unit = rule.bearer === 'payee' ? other : charge.unit
  const detail: Step = {
    code: gain === 0n ? 'exchange_level' : gain > 0n ? 'exchange_gain' : 'exchange_loss',
    params: {
      pair: reference.pair,
      rate: reference.rate,
      day: reference.day,
      source: reference.source,
      received: formatMicros(foreign, other),
      currency: other,
      given: formatMicros(ours, charge.unit),
      worth: formatMicros(worth, charge.unit),
      unit: charge.unit,
      difference: formatMicros(gain < 0n ? -gain : gain, unit),
      differenceUnit: unit,
      bearer: rule.bearer,
    },
  }
  if (gain === 0n) return { transfers: [], steps: [detail], worth: 0n }
  const position = accountName(PLATFORM, 'position', unit).path
  const bearer = accountOf(rule.bearer, gain > 0n, charge, payeeAccount)
  const [from, to] = gain > 0n ? [position, bearer] : [bearer, position]
  const amount = gain > 0n ? gain : -gain
  return { transfers: [{ kind: EXCHANGE_DIFFERENCE, from, to, amount, unit }], steps: [detail], worth: movement }
}

function accountOf(
  bearer: ExchangeRule['bearer'],
  gains: boolean,
  { payerAccount, unit }: Pick<RefundableCharge, 'unit' | 'payerAccount'>,
  payeeAccount: string,
): string {
  if (bearer === 'platform') return gains ? REVENUE : COST
  if (bearer === 'payee') return payeeAccount
  return gains ? accountName(parsePath(payerAccount).party, 'balance', unit).path : payerAccount
}

/** Returns what leaves the position in our currency and enters the one in the other; null without an exchange. */
function legsOf(unit: string, back: RefundPlan['back']) {
  const position = accountName(PLATFORM, 'position', unit).path
  let [ours, foreign] = [0n, 0n]
  let payout: { unit: string; to: string } | undefined
  for (const { component, amount } of back) {
    const sign = component.to === position ? 1n : component.from === position ? -1n : 0n
    if (component.unit === unit) ours += sign * amount
    else if (sign !== 0n) {
      foreign -= sign * amount
      payout = component
    }
  }
  return payout && foreign > 0n && ours > 0n ? { ours, foreign, other: payout.unit, payeeAccount: payout.to } : null
}
