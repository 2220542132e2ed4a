/**
 * Cases of invoices, taxes, discounts, credit notes and metering, as far as they can be expressed as prices and exact
 * shares.
 */
import { allocate } from '../../src/money/allocate.ts'
import { minorUnit } from '../../src/money/amount.ts'
import { isCurrency } from '../../src/money/currency.ts'
import { applyRate, ratio } from '../../src/money/rate.ts'
import { type RoundingMode, roundTo } from '../../src/money/round.ts'
import { compileConversion } from '../../src/pricing/converted.ts'
import { compilePrice } from '../../src/pricing/index.ts'
import { type Adapter, type Fields, notExpressible } from './case.ts'
import { decimal, decimals, inMajor, inMinor, list, major, minor, optional, percent, share, word } from './fields.ts'
import { day, part, periodOf, spanPrice, tax } from './proration.ts'

const CENT = 10_000n
const monthly = (price: string, anchor: number) =>
  compilePrice({ model: 'recurring', price, every: 'month', anchor, rounding: { to: 'minor' } }, 'USD').price

const metricRounding: Adapter = (fields) => {
  const modes: Record<string, RoundingMode> = { round: 'half-away', ceil: 'ceiling', floor: 'floor' }
  const round = modes[word(fields, 'mode')] ?? notExpressible(`a rounding called "${word(fields, 'mode')}"`)
  const digits = Number(optional(fields, 'precision') ?? '0')
  if (digits > 6) return notExpressible(`${digits} decimals: the engine keeps 6`)
  return { amount: inMajor(compileConversion({ round, digits })(major(decimal(fields, 'value')))) }
}

/** Each change of the quantity is prorated from its moment to the end of the period. */
const weightedSum: Adapter = (fields) => {
  const { start, end } = periodOf(fields, 'period')
  const terms = { model: 'recurring', price: decimal(fields, 'unit'), every: 'month', proration: 'seconds' }
  const { price } = compilePrice({ ...terms, anchor: start.day }, 'USD')
  let sum = 0n
  for (const event of list(fields, 'events')) {
    const [when, count] = event as [string, unknown]
    const from = /T[\d:.]+$/.test(String(when)) ? `${when}Z` : String(when)
    const change = major(decimal({ count }, 'count'))
    const { amount } = price({ from, to: end.toString(), zone: 'UTC', quantity: change < 0n ? -change : change })
    sum += change < 0n ? -amount : amount
  }
  return { amount: inMinor(roundTo(sum, CENT)) }
}

const roundedBy =
  (mode: RoundingMode): Adapter =>
  (fields) => ({
    amount: inMajor(roundTo(major(decimal(fields, 'value')), minorUnit(word(fields, 'currency')), mode)),
  })

const taxPercent: Adapter = (fields) => {
  const unit = word(fields, 'currency')
  if (!isCurrency(unit)) return notExpressible(`no currency ${unit}`)
  const terms = { model: 'percentage', rate: percent(decimal(fields, 'rate_pct')), rounding: { to: 'minor' } }
  return { amount: inMajor(compilePrice(terms, unit).price({ amount: major(decimal(fields, 'base')) }).amount) }
}

const taxAfterDiscount: Adapter = (fields) => {
  const net = minor(decimal(fields, 'subtotal_minor')) - minor(decimal(fields, 'discount_minor'))
  return { amount: inMinor(net + tax(net, percent(decimal(fields, 'tax_pct')))) }
}

/** The refund is allocated to the lines by the amount paid for each; tax is refunded at the tax share of each line. */
const refundWithTax: Adapter = (fields) => {
  const lines = (list(fields, 'lines') as Fields[]).map((line) => {
    const [net, taxed] = [major(decimal(line, 'net')), major(decimal(line, 'tax'))]
    return { gross: net + taxed, taxed }
  })
  const total = major(decimal(fields, 'refund_total'))
  const parts = allocate(
    total,
    lines.map(({ gross }) => gross),
    0,
    CENT,
  )
  const taxes = parts.map((amount, index) => applyRate(amount, ratio(lines[index]!.taxed, lines[index]!.gross), CENT))
  return { amount: [...parts, ...taxes].map(inMajor) }
}

const allocateFixed: Adapter = (fields) => {
  const parts = allocate(minor(decimal(fields, 'discount_minor')), decimals(fields, 'lines_minor').map(minor), 0, CENT)
  return { amount: parts.map(inMinor) }
}

const allocatePercent: Adapter = (fields) => {
  const lines = decimals(fields, 'lines_minor').map(minor)
  const sum = lines.reduce((a, b) => a + b, 0n)
  const parts = allocate(tax(sum, percent(decimal(fields, 'percent'))), lines, 0, CENT)
  return { amount: inMinor(parts.reduce((a, b) => a + b, 0n)) }
}

const usageDiscount: Adapter = (fields) => {
  const price = compilePrice({ model: 'per_unit', price: '1', free: decimal(fields, 'free') }, 'USD')
  const from = major(optional(fields, 'already') ?? '0')
  return {
    amount: inMajor(
      price.increment!({ quantity: from }, { quantity: from + major(decimal(fields, 'quantity')) }).amount,
    ),
  }
}

const unusedDays: Adapter = (fields) => {
  const [unused, whole] = share(word(fields, 'unused'))
  const sub = part(minor(decimal(fields, 'paid_minor')), unused, whole)
  const taxed = tax(sub, percent(decimal(fields, 'tax_pct')))
  return { amount: inMinor(sub + taxed), sub: inMinor(sub), tax: inMinor(taxed) }
}

/** Cumulative: tax on everything credited so far, minus tax on everything credited before. */
const partialCredit: Adapter = (fields) => {
  const rate = percent(decimal(fields, 'tax_pct'))
  const before = fields.earlier_items
    ? decimals(fields, 'earlier_items')
        .map(minor)
        .reduce((a, b) => a + b, 0n)
    : 0n
  const item = minor(decimal(fields, 'item_minor'))
  const coupon = optional(fields, 'coupon_minor')
  const fee = minor(decimal(fields, 'fee_minor'))
  const coupons = (until: bigint) => (coupon === undefined ? 0n : part(minor(coupon), until, fee))
  const net = (until: bigint) => until - coupons(until)
  const sub = net(before + item) - net(before)
  const taxed = tax(net(before + item), rate) - tax(net(before), rate)
  return {
    amount: inMinor(sub + taxed),
    sub: inMinor(sub),
    tax: inMinor(taxed),
    coupon_adjustment: inMinor(coupons(before + item) - coupons(before)),
  }
}

const couponAdjusted: Adapter = (fields) => {
  const fees = (list(fields, 'fees') as Fields[]).map((fee) => {
    const net = minor(decimal(fee, 'minor')) - minor(optional(fee, 'coupon_minor') ?? '0')
    return { net, taxed: tax(net, percent(decimal(fee, 'tax_pct'))) }
  })
  const taxed = fees.reduce((sum, fee) => sum + fee.taxed, 0n)
  const total = inMinor(fees.reduce((sum, fee) => sum + fee.net, taxed))
  return { amount: total, total, tax: inMinor(taxed) }
}

/** Counts the stub from the start to the first billing day, and every period that has begun by the target. */
const leadingProration: Adapter = (fields) => {
  const [start, anchor] = [day(word(fields, 'start')), Number(decimal(fields, 'bill_day'))]
  const firstOf = (from: typeof start) => {
    const here = from.with({ day: Math.min(anchor, from.daysInMonth) })
    if (here.since(from).sign >= 0) return here
    const next = from.add({ months: 1 })
    return next.with({ day: Math.min(anchor, next.daysInMonth) })
  }
  const target = optionalDay(fields, 'target')
  let to = firstOf(start)
  while (target && to.until(target).sign >= 0) to = firstOf(to.add({ days: 1 }))
  const price = monthly(decimal(fields, 'price'), anchor)
  return { amount: inMajor(price({ from: start.toString(), to: to.toString(), zone: 'UTC' }).amount) }
}

const optionalDay = (fields: Fields, name: string) => (fields[name] === undefined ? undefined : day(word(fields, name)))

const sharedRatio: Adapter = (fields) => {
  const [used, whole] = share(word(fields, 'ratio'))
  const sum = decimals(fields, 'prices')
    .map(major)
    .reduce((a, b) => a + b, 0n)
  return { amount: inMajor(part(sum, used, whole)) }
}

const quantity: Adapter = (fields) => {
  const { price } = compilePrice({ model: 'per_unit', price: decimal(fields, 'price') }, 'USD')
  return { amount: inMajor(price({ quantity: major(decimal(fields, 'quantity')) }).amount) }
}

const repair: Adapter = (fields) => {
  const month = periodOf(fields, 'month')
  const from = day(word(fields, 'change'))
  const credit = spanPrice(major(decimal(fields, 'paid')), month, from, month.end)
  const charge = spanPrice(major(decimal(fields, 'new_price')), month, from, month.end)
  return { amount: [-credit, charge, credit - charge].map(inMajor) }
}

const cancelled: Adapter = (fields) => {
  const period = periodOf(fields, 'period')
  return {
    amount: inMajor(-spanPrice(major(decimal(fields, 'paid')), period, day(word(fields, 'cancel')), period.end)),
  }
}

const costBasis: Adapter = (fields) => {
  const { price } = compilePrice({ model: 'per_unit', price: decimal(fields, 'price_per_credit') }, 'USD')
  return { amount: inMajor(price({ quantity: major(decimal(fields, 'credits')) }).amount) }
}

export const invoicingAdapters: Readonly<Record<string, Adapter>> = {
  metric_rounding: metricRounding,
  weighted_sum: weightedSum,
  half_up: roundedBy('half-away'),
  half_even: roundedBy('half-even'),
  half_down: roundedBy('half-down'),
  percent: taxPercent,
  tax_after_discount: taxAfterDiscount,
  refund_exclusive: refundWithTax,
  refund_inclusive: refundWithTax,
  allocate_fixed: allocateFixed,
  allocate_percent: allocatePercent,
  usage_discount: usageDiscount,
  unused_days: unusedDays,
  termination_same_day: unusedDays,
  partial: partialCredit,
  partial_second: partialCredit,
  partial_with_coupon: partialCredit,
  coupon_adjusted_invoice: couponAdjusted,
  leading_proration: leadingProration,
  add_on_alignment: sharedRatio,
  quantity,
  repair,
  cancel_annual: cancelled,
  cost_basis: costBasis,
  rest_equals_invoice: () => notExpressible('every figure of the sum is given: nothing is priced'),
  phase_change: () => notExpressible('prose that does not say until when is billed'),
  repair_next_day: () => notExpressible('the earlier item is told in prose'),
}
