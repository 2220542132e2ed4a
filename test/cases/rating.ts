/** Cases of rating and commitments: quantities and amounts under the terms of the fields. */
import { compilePrice, type PriceInput } from '../../src/pricing/index.ts'
import { type Adapter, type Case, type Fields, notExpressible } from './case.ts'
import { decimal, decimals, inMajor, inMinor, list, major, minor, optional, percent, share, word } from './fields.ts'
import { part } from './proration.ts'

const UNIT = 'USD'
const price = (terms: object, input: PriceInput) => compilePrice(terms, UNIT).price(input).amount
const increment = (terms: object, from: PriceInput, to: PriceInput) =>
  compilePrice(terms, UNIT).increment!(from, to).amount

/** Some systems charge the flat fee of the first tier even at zero usage; the engine has a switch for it. */
const flatAtZero = (given: Case) => /^(Lago|OpenMeter)\b/.test(given.system ?? '')

function tiersOf(fields: Fields): object[] {
  return list(fields, 'tiers').map((one) => {
    const tier = one as Fields
    const flat = optional(tier, 'flat')
    const upTo = optional(tier, 'up_to') ?? null
    if (tier.rate_pct !== undefined) return { upTo, rate: percent(decimal(tier, 'rate_pct')), ...(flat && { flat }) }
    return { upTo, price: decimal(tier, 'unit'), ...(flat && { flat }) }
  })
}

function blocksOf(fields: Fields): object[] {
  let edge = 0n
  const blocks = list(fields, 'blocks') as Fields[]
  return blocks.map((block, index) => {
    const [size, most] = [major(decimal(block, 'size')), optional(block, 'max_blocks')]
    edge += most === undefined ? 0n : (size * major(most)) / 1_000_000n
    const upTo = index === blocks.length - 1 ? null : inMajor(edge)
    return { upTo, price: decimal(block, 'price'), per: inMajor(size) }
  })
}

/** Returns the terms that the fields describe, independent of the name of the case. */
function termsOf(fields: Fields, given: Case): object {
  if (fields.blocks) return { model: /top/.test(given.model ?? '') ? 'volume' : 'graduated', tiers: blocksOf(fields) }
  if (fields.tiers) {
    const named = `${given.model} ${given.source}`
    return {
      model: /volume/.test(named) ? 'volume' : 'graduated',
      tiers: tiersOf(fields),
      flatAtZero: flatAtZero(given),
    }
  }
  if (fields.package_size !== undefined) {
    const free = optional(fields, 'free_units')
    const [size, amount] = [decimal(fields, 'package_size'), optional(fields, 'package_amount') ?? '1']
    return { model: 'package', size, price: amount, ...(free && { free }) }
  }
  return { model: 'per_unit', price: optional(fields, 'unit') ?? decimal(fields, 'price') }
}

const rounds: Record<string, string> = {
  ceil: 'ceiling',
  up: 'ceiling',
  floor: 'floor',
  down: 'floor',
  round: 'half-away',
}

function converted(fields: Fields, given: Case): object {
  const named = word(fields, fields.rounding === undefined ? 'round' : 'rounding')
  const round = rounds[named] ?? (named === 'none' ? 'none' : notExpressible(`a rounding called "${named}"`))
  const by =
    fields.multiply_by === undefined
      ? { divideBy: decimal(fields, 'divide_by') }
      : { multiplyBy: decimal(fields, 'multiply_by') }
  const bare = fields.tiers === undefined && fields.unit === undefined
  return { model: 'converted', ...by, round, of: bare ? { model: 'per_unit', price: '1' } : termsOf(fields, given) }
}

const quantityOf = (fields: Fields) =>
  major(optional(fields, 'quantity') ?? optional(fields, 'units') ?? decimal(fields, 'seats'))
const alreadyOf = (fields: Fields) => major(optional(fields, 'already_billed_quantity') ?? decimal(fields, 'already'))

const simple: Adapter = (fields, given) => ({
  amount: inMajor(price(termsOf(fields, given), { quantity: quantityOf(fields) })),
})

const split: Adapter = (fields, given) => {
  const from = alreadyOf(fields)
  const to = from + quantityOf(fields)
  return { amount: inMajor(increment(termsOf(fields, given), { quantity: from }, { quantity: to })) }
}

const conversion: Adapter = (fields, given) => {
  const terms = converted(fields, given)
  const from = optional(fields, 'already') ?? optional(fields, 'already_billed_quantity')
  if (from === undefined) return { amount: inMajor(price(terms, { quantity: quantityOf(fields) })) }
  const to = major(from) + quantityOf(fields)
  return { amount: inMajor(increment(terms, { quantity: major(from) }, { quantity: to })) }
}

const graduatedPercentage: Adapter = (fields, given) => {
  const terms = { model: 'graduated_percentage', tiers: tiersOf(fields), flatAtZero: flatAtZero(given) }
  return { amount: inMajor(price(terms, { amount: major(optional(fields, 'quantity') ?? decimal(fields, 'amount')) })) }
}

/**
 * Rebuilds the transactions from their running totals. Only the total matters, so the remainder is spread over the last
 * ones.
 */
const percentage: Adapter = (fields) => {
  const [units, count] = [major(decimal(fields, 'units')), Number(decimal(fields, 'events'))]
  const totals = fields.running_total_over_free_window
    ? decimals(fields, 'running_total_over_free_window').map(major)
    : []
  const marks = totals.filter((total) => total <= units).slice(0, Math.max(count - 1, 0))
  const amounts = marks.map((total, index) => total - (marks[index - 1] ?? 0n))
  const rest = units - (marks.at(-1) ?? 0n)
  const left = BigInt(count - amounts.length)
  for (let index = 0n; index < left; index++) {
    amounts.push(index === left - 1n ? rest - (rest / left) * (left - 1n) : rest / left)
  }
  return {
    amount: inMajor(
      perTransaction(fields, amounts, {
        fixed: 'fixed_per_event',
        freeCount: 'free_events',
        freeTotal: 'free_total_units',
      }),
    ),
  }
}

const perTransactionBounds: Adapter = (fields) => ({
  amount: inMajor(
    perTransaction(fields, decimals(fields, 'transactions').map(major), {
      fixed: 'fixed',
      freeCount: 'free_events',
      freeTotal: 'free_total',
    }),
  ),
})

function perTransaction(
  fields: Fields,
  amounts: bigint[],
  { fixed, freeCount, freeTotal }: { readonly fixed: string; readonly freeCount: string; readonly freeTotal: string },
): bigint {
  const [count, total] = [optional(fields, freeCount), optional(fields, freeTotal)]
  const free = {
    ...(count && Number(count) > 0 && { transactions: Number(count) }),
    ...(total && major(total) > 0n && { amount: total }),
  }
  const bounds = { min: optional(fields, 'min'), max: optional(fields, 'max') }
  const terms = {
    model: 'percentage',
    rate: percent(decimal(fields, 'rate_pct')),
    ...(optional(fields, fixed) && { fixed: optional(fields, fixed) }),
    ...(bounds.min !== undefined && { min: bounds.min }),
    ...(bounds.max !== undefined && { max: bounds.max }),
    ...(Object.keys(free).length > 0 && { free }),
  }
  const compiled = compilePrice(terms, UNIT)
  let [sum, before] = [0n, 0n]
  for (const [transactions, amount] of amounts.entries()) {
    sum += compiled.price({ amount, before: { amount: before, transactions } }).amount
    before += amount
  }
  return sum
}

const proratedGraduated: Adapter = (fields, given) => {
  const prorated = decimals(fields, 'prorated_events').map(major)
  const changes = decimals(fields, 'events').map((quantity, index) => ({
    quantity: major(quantity),
    prorated: prorated[index] ?? notExpressible('fewer prorated events than events'),
  }))
  const terms = { model: 'graduated_prorated', tiers: tiersOf(fields), flatAtZero: flatAtZero(given) }
  return { amount: inMajor(price(terms, { changes })) }
}

const seats: Adapter = (fields, given) => {
  const base = price({ model: 'flat', price: optional(fields, 'base') ?? '0' }, {})
  return { amount: inMajor(base + price(termsOf(fields, given), { quantity: quantityOf(fields) })) }
}

const cents = { to: 'minor' }
const dynamic: Adapter = (fields) => {
  const terms = { model: 'percentage', rate: decimal(fields, 'multiplier'), rounding: cents }
  return { amount: inMajor(price(terms, { amount: major(decimal(fields, 'event_cost')) })) }
}

const dynamicSplit: Adapter = (fields) => {
  const of = { model: 'percentage', rate: decimal(fields, 'multiplier'), rounding: cents }
  const [before, cost] = [major(decimal(fields, 'already')), major(decimal(fields, 'cost'))]
  const terms = { model: 'commitment', max: decimal(fields, 'max'), of }
  const amount = increment(terms, { amount: before }, { amount: before + cost })
  const gross = price(of, { amount: cost })
  return { amount: inMajor(amount), gross: inMajor(gross), discount: inMajor(gross - amount) }
}

const lateUsage: Adapter = (fields) => {
  const terms = { model: 'per_unit', price: decimal(fields, 'price'), rounding: cents }
  const [from, to] = [decimal(fields, 'billed_units'), decimal(fields, 'units_now')].map((n) => ({
    quantity: major(n),
  }))
  return { amount: inMajor(increment(terms, from!, to!)) }
}

const bounded: Adapter = (fields, given) => {
  const of = termsOf(fields, given)
  const [min, max] = [optional(fields, 'min'), optional(fields, 'max')]
  const terms = { model: 'commitment', ...(min && { min }), ...(max && { max }), of }
  const already = optional(fields, 'already_billed_quantity')
  const quantity = quantityOf(fields)
  if (already === undefined) return { amount: inMajor(price(terms, { quantity })) }
  const [from, to] = [{ quantity: major(already) }, { quantity: major(already) + quantity }]
  const [amount, gross] = [increment(terms, from, to), increment(of, from, to)]
  return { amount: inMajor(amount), gross: inMajor(gross), discount: inMajor(gross - amount) }
}

/** Billed and used quantities are amounts of money: one unit is one main unit of the currency. */
const lastSplit: Adapter = (fields) => {
  const terms = { model: 'commitment', min: decimal(fields, 'min'), of: { model: 'per_unit', price: '1' } }
  const [billed, used] = [major(decimal(fields, 'already_billed')), major(decimal(fields, 'usage'))]
  const to = { quantity: billed + used, final: fields.last_line === true }
  return { amount: inMajor(increment(terms, { quantity: billed }, to)) }
}

/** Prorates and rounds both sides as separate lines; the difference is the true-up. */
const trueUp: Adapter = (fields) => {
  const [used, whole] = share(word(fields, 'ratio'))
  const [committed, plan] = ['commitment_minor', 'plan_minor'].map((name) =>
    part(minor(decimal(fields, name)), used, whole),
  )
  return { amount: inMinor(committed! - plan!) }
}

export const ratingAdapters: Readonly<Record<string, Adapter>> = {
  per_unit: simple,
  graduated: simple,
  volume: simple,
  package: simple,
  package_count: simple,
  usage_all_tiers: simple,
  usage_top_tier: simple,
  graduated_split: split,
  volume_split: split,
  package_split: split,
  per_unit_split: split,
  graduated_percentage: graduatedPercentage,
  percentage,
  percentage_min_max_per_txn: perTransactionBounds,
  prorated_graduated: proratedGraduated,
  graduated_seats: seats,
  volume_seats: seats,
  dynamic,
  dynamic_max_split: dynamicSplit,
  late_usage: lateUsage,
  unit_conversion: conversion,
  unit_conversion_graduated: conversion,
  unit_conversion_volume: conversion,
  unit_conversion_split: conversion,
  transform_quantity: conversion,
  min_spend: bounded,
  max_spend: bounded,
  max_spend_split: bounded,
  min_spend_last_split: lastSplit,
  min_commitment_true_up: trueUp,
}
