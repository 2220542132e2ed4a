/** Cases of currencies and exchange. They name no model; it is derived from the fields. */
import { minorUnit } from '../../src/money/amount.ts'
import { isCurrency, minorDigits } from '../../src/money/currency.ts'
import { applyRate, formatPercent, formatRate, invert, multiplyRates, type Rate, ratio } from '../../src/money/rate.ts'
import { roundTo } from '../../src/money/round.ts'
import { compilePrice } from '../../src/pricing/index.ts'
import { type MarkupTerms, markup } from '../../src/pricing/markup.ts'
import { type Adapter, type Case, type Fields, notExpressible } from './case.ts'
import { decimal, decimals, inMajor, list, major, percent, rate, word } from './fields.ts'
import { crossRate } from './reference-rates.ts'

const CENT = 10_000n
const dayIn = (text: string | undefined) =>
  /\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0] ?? notExpressible('no day of the reference rates is named')
const words = (text: string) =>
  /^([\d.]+) ([A-Z]{3})(?: to ([A-Z]{3}))?$/.exec(text) ?? notExpressible(`"${text}" is prose`)
const significant = (value: Rate) => formatRate(value)
const less = (share: string): Rate => {
  const { numerator, denominator } = rate(share)
  return ratio(denominator - numerator, denominator)
}

/** Minor units by ISO 4217. */
const minors: Adapter = (fields) => ({ minor: list(fields, 'codes').map((code) => String(minorDigits(String(code)))) })

const crossRates: Adapter = (fields, given) => ({
  rate: list(fields, 'pairs').map((pair) => {
    const [base, quote] = String(pair).split('/') as [string, string]
    return formatRate(crossRate(dayIn(given.source), base, quote))
  }),
})

/** Converts in one step at the exact cross rate, and for comparison in two steps over a rounded amount in euros. */
const oneStep: Adapter = (fields, given) => {
  const [, amount, from, to] = words(word(fields, 'amount'))
  const [when, sum] = [dayIn(given.source), major(amount!)]
  const direct = applyRate(sum, crossRate(when, from!, to!), minorUnit(to!))
  const bridge = applyRate(sum, crossRate(when, from!, 'EUR'), CENT)
  const bridged = applyRate(bridge, crossRate(when, 'EUR', to!), minorUnit(to!))
  return {
    one_step: inMajor(direct),
    'via_EUR_rounded_to_2dp/EUR': inMajor(bridge),
    'via_EUR_rounded_to_2dp/JPY': inMajor(bridged),
  }
}

/** {"EUR/USD": …, "EUR/GBP": …, to: "USD"}: converts rates against one base into rates against another. */
const rebased: Adapter = (fields) => {
  const quotes = Object.keys(fields).filter((key) => /^[A-Z]{3}\/[A-Z]{3}$/.test(key))
  const base = quotes[0]!.slice(0, 3)
  const to = word(fields, 'to')
  const pivot = rate(fields[`${base}/${to}`])
  const others = quotes.filter((key) => !key.endsWith(to))
  const crossed = others.map((key) => [
    `${to}/${key.slice(4)}`,
    formatRate(multiplyRates(rate(fields[key]), invert(pivot))),
  ])
  return { ...Object.fromEntries(crossed), [`${to}/${base}`]: formatRate(invert(pivot)) }
}

const merchantFees: Adapter = (fields) => {
  const amount = major(decimal(fields, 'jpy'))
  const fees = list(fields, 'fee').map((text) => {
    const terms = { model: 'percentage', rate: percent(String(text)), rounding: { to: 'minor' } }
    return compilePrice(terms, 'JPY').price({ amount }).amount
  })
  return { fee_jpy: fees.map(inMajor), net: fees.map((fee) => inMajor(amount - fee)) }
}

const markupOf = (text: string) => percent(/([\d.]+)%/.exec(text)?.[1] ?? notExpressible(`"${text}" names no markup`))
const onPrice = (share: string): MarkupTerms => ({ model: 'markup', markup: share, convention: 'on_price' })

/** An amount in yen is paid in yuan at a marked-up rate; the yen are bought later at a different rate. */
const quoteAndCover: Adapter = (fields) => {
  const receive = major(decimal(fields, 'jpy'))
  const price = markup.compile(onPrice(markupOf(word(fields, 'markup'))), 'CNY')
  const at = (name: string) => crossRate(dayIn(word(fields, name)), 'CNY', 'JPY')
  const { sent, cost, amount } = price({ receive, other: 'JPY', reference: at('quote_date') })
  const cover = price({ receive, other: 'JPY', reference: at('cover_date') }).cost
  return {
    charged_CNY: inMajor(sent),
    mid_at_quote: inMajor(cost),
    spread_income: inMajor(amount),
    cover_cost: inMajor(cover),
    fx_gain: inMajor(cost - cover),
  }
}

const refundRules: Adapter = (fields) => {
  const receive = major(decimal(fields, 'jpy'))
  const times = /\*\s*([\d.]+)/.exec(word(fields, 'paid'))?.[1] ?? notExpressible('no markup is named')
  const price = markup.compile(onPrice(inMajor(major(times) - 1_000_000n)), 'CNY')
  const at = (name: string) => crossRate(dayIn(word(fields, name)), 'CNY', 'JPY')
  const [paid, now] = ['paid', 'refund'].map((name) => price({ receive, other: 'JPY', reference: at(name) }))
  return {
    original_rate: inMajor(paid!.sent),
    current_rate_with_markup: inMajor(now!.sent),
    current_mid: inMajor(now!.cost),
  }
}

/** "0.1% + 10": the terms of the fee are part of the title. */
const remittanceFees: Adapter = (fields, given) => {
  const [, share, fixed] = /([\d.]+)% \+ ([\d.]+)/.exec(given.title ?? '') ?? notExpressible('no terms are named')
  const fee = (mode: string) => {
    const terms = { model: 'percentage', rate: percent(share!), fixed: fixed!, rounding: { to: 'minor', mode } }
    return decimals(fields, 'amounts').map((amount) =>
      inMajor(compilePrice(terms, 'CNY').price({ amount: major(amount) }).amount),
    )
  }
  return { fee_half_up: fee('half-away'), fee_ceil: fee('ceiling') }
}

const againstPayer = { to: 'minor', mode: 'against-payer' } as const

const sendFixed: Adapter = (fields, given) => {
  const [, amount, from, to] = words(word(fields, 'send'))
  const share = markupOf(word(fields, 'spread'))
  const input = { amount: major(amount!), other: to!, reference: crossRate(dayIn(given.source), from!, to!) }
  const received = (convention: MarkupTerms['convention']) =>
    inMajor(markup.compile({ ...onPrice(share), convention, rounding: againstPayer }, from!)(input).received)
  const factor = less(share)
  const disclosed = formatPercent(ratio(factor.denominator - factor.numerator, factor.numerator))
  return {
    [`rate_times_${formatRate(factor)}`]: received('off_rate'),
    [`rate_div_${inMajor(major(share) + 1_000_000n)}`]: received('on_price'),
    [`disclosed_markup_of_times_${formatRate(factor)}`]: disclosed,
  }
}

const receiveFixed: Adapter = (fields, given) => {
  const [, amount, to] = words(word(fields, 'receive'))
  const terms: MarkupTerms = { ...onPrice(markupOf(word(fields, 'spread'))), convention: 'off_rate' }
  const reference = crossRate(dayIn(given.source), 'CNY', to!)
  const { sent, rate: customer } = markup.compile(
    { ...terms, rounding: againstPayer },
    'CNY',
  )({
    receive: major(amount!),
    other: to!,
    reference,
  })
  const exact = multiplyRates(rate(amount), invert(customer))
  return { pay_CNY_ceil: inMajor(sent), exact: formatRate(exact) }
}

/** {gbp_chf: {base_rate, fx_fee_rate}, …}: base × (1 − fee). */
const feeOffRate: Adapter = (fields) => ({
  exchange_rate: (Object.values(fields) as Fields[]).map((quote) =>
    significant(multiplyRates(rate(quote.base_rate), less(decimal(quote, 'fx_fee_rate')))),
  ),
})

const clientRate: Adapter = (fields) => {
  const [client, base] = [rate(fields.client_rate), rate(fields.awx_rate)]
  const sold = multiplyRates(rate(fields.buy_HKD), invert(client))
  const off = multiplyRates(client, invert(base))
  return { sell_USD_exact: formatRate(sold), markup: formatPercent(less(formatRate(off))) }
}

/**
 * A charge settled at one rate and refunded at another: the payer receives the same amount, the merchant bears the
 * difference.
 */
const refundAtRate: Adapter = (fields, given) => {
  const [, amount, currency] = words(word(fields, 'charge'))
  const paid = major(amount!)
  const [then, now] = ['rate_then', 'rate_now'].map((name) => applyRate(paid, rate(fields[name]), CENT))
  const settled = Object.keys(given.expected as Fields)
    .map((key) => /_([A-Z]{3})$/.exec(key)?.[1])
    .find(Boolean)
  return {
    payer_gets: `${inMajor(paid)} ${currency}`,
    [`settled_${settled}`]: inMajor(then!),
    [`received_${settled}`]: inMajor(then!),
    [`debited_on_refund_${settled}`]: inMajor(now!),
    [`refund_cost_${settled}`]: inMajor(now!),
    [`merchant_fx_gain_${settled}`]: inMajor(then! - now!),
    [`loss_${settled}`]: inMajor(now! - then!),
  }
}

const cashRounding: Adapter = (fields, given) => {
  const grain = /rounding to ([\d.]+)/.exec(given.title ?? '')?.[1] ?? notExpressible('no grain is named')
  return { cash: decimals(fields, 'values').map((value) => inMajor(roundTo(major(value), major(grain)))) }
}

const halfEven: Adapter = (fields) => {
  const said = Object.keys(fields)[0]!
  const [, value, digits] = /^([\d.]+) .*to scale (\d), HALF_EVEN/.exec(said) ?? notExpressible(`"${said}" is prose`)
  return { good: inMajor(roundTo(major(value!), 10n ** BigInt(6 - Number(digits)), 'half-even')) }
}

const atRate: Adapter = (fields) => {
  const said = Object.keys(fields)[0]!
  const [, amount, , value, to] =
    /^([\d.]+) ([A-Z]{3}) at ([\d.]+) ([A-Z]{3})$/.exec(said) ?? notExpressible(`"${said}" is prose`)
  return { good: inMajor(applyRate(major(amount!), rate(value), minorUnit(to!))) }
}

interface Shape {
  readonly has: (fields: Fields, given: Case) => boolean
  readonly answer: Adapter
}

const fieldsOf =
  (...names: string[]) =>
  (fields: Fields) =>
    names.every((name) => fields[name] !== undefined)
const keyLike = (pattern: RegExp) => (fields: Fields) => Object.keys(fields).some((key) => pattern.test(key))

const shapes: readonly Shape[] = [
  {
    has: (fields) => Array.isArray(fields.codes) && list(fields, 'codes').every((code) => isCurrency(String(code))),
    answer: minors,
  },
  { has: fieldsOf('pairs'), answer: crossRates },
  { has: keyLike(/^[A-Z]{3}\/[A-Z]{3}$/), answer: rebased },
  { has: fieldsOf('jpy', 'fee'), answer: merchantFees },
  { has: fieldsOf('jpy', 'quote_date', 'cover_date'), answer: quoteAndCover },
  { has: fieldsOf('jpy', 'paid', 'refund'), answer: refundRules },
  { has: fieldsOf('amounts'), answer: remittanceFees },
  { has: fieldsOf('send', 'spread'), answer: sendFixed },
  { has: fieldsOf('receive', 'spread'), answer: receiveFixed },
  {
    has: (fields) => Object.values(fields).every((one) => (one as Fields | null)?.fx_fee_rate !== undefined),
    answer: feeOffRate,
  },
  { has: fieldsOf('buy_HKD', 'client_rate', 'awx_rate'), answer: clientRate },
  { has: fieldsOf('charge', 'rate_then', 'rate_now'), answer: refundAtRate },
  {
    has: (fields, given) => fields.values !== undefined && /rounding to/.test(given.title ?? ''),
    answer: cashRounding,
  },
  { has: keyLike(/HALF_EVEN/), answer: halfEven },
  { has: keyLike(/^[\d.]+ [A-Z]{3} at [\d.]+ [A-Z]{3}$/), answer: atRate },
  { has: (fields) => typeof fields.amount === 'string' && / to /.test(fields.amount), answer: oneStep },
]

/** Answers a case of exchange, whatever its fields describe. */
export const exchange: Adapter = (fields, given) => {
  const shape = shapes.find(({ has }) => has(fields, given))
  return shape ? shape.answer(fields, given) : notExpressible('asks for nothing that a price or an exchange decides')
}
