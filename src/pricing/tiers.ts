/**
 * Tiers, shared by graduated and volume prices. An edge belongs to the lower tier ("up to 100" includes 100), edges may
 * be fractions, and the last tier is open. A tier's flat amount is charged once when the tier is reached; whether the
 * first one is charged even at zero use is set by the terms (`flatAtZero`).
 */
import Type, { type Static } from 'typebox'
import { formatMicros, MICROS_PER_UNIT, type Micros } from '../money/amount.ts'
import { divide } from '../money/round.ts'
import { type Attributes, type Chooser, compileValue, Value } from './choice.ts'
import type { Step } from './price.ts'
import { formatExact, formatQuantity } from './rounding.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readMicros, refuse } from './terms.ts'

const upTo = Type.Union([Decimal, Type.Null()], { description: 'inclusive; null on the last tier' })

export const QuantityTiers = Type.Array(
  Type.Object(
    {
      upTo,
      price: Type.Optional(Value),
      flat: Type.Optional(Decimal),
      per: Type.Optional(Type.String({ ...Decimal, description: 'price applies to every started block of this size' })),
    },
    { additionalProperties: false },
  ),
  { minItems: 1 },
)

export const AmountTiers = Type.Array(
  Type.Object({ upTo, rate: Type.Optional(Value), flat: Type.Optional(Decimal) }, { additionalProperties: false }),
  { minItems: 1 },
)

/** An exact fraction of micros. Tiers are summed exactly and rounded once, at the end. */
export interface Exact {
  numerator: bigint
  denominator: bigint
}

export interface Tier {
  readonly from: Micros
  /** Undefined for the last tier. */
  readonly upTo: Micros | undefined
  /** Adds the price of `quantity` in this tier, without the flat amount. */
  readonly add: (total: Exact, quantity: Micros, attributes: Attributes | undefined, steps: Step[]) => void
  /** Adds the flat amount, if any. */
  readonly addFlat: (total: Exact, steps: Step[]) => void
}

interface TierTerms {
  readonly upTo: string | null
  readonly price?: Value
  readonly rate?: Value
  readonly flat?: string
  readonly per?: string
}

/**
 * Compiles tiers.
 * @throws Problem `terms_invalid`: edges that do not ascend, an open tier that is not the last, a last one that is not
 * open.
 */
export function compileTiers(
  tiers: Static<typeof QuantityTiers> | Static<typeof AmountTiers>,
  unit: string,
  place: Place,
): readonly Tier[] {
  let from = 0n
  return (tiers as readonly TierTerms[]).map((terms, index) => {
    const here = at(place, index)
    const last = index === tiers.length - 1
    if (last !== (terms.upTo === null)) refuse(at(here, 'upTo'), 'must be null on the last tier and only there')
    const edge = terms.upTo === null ? undefined : readMicros(terms.upTo, at(here, 'upTo'))
    if (edge !== undefined && edge <= from)
      refuse(at(here, 'upTo'), `${terms.upTo} is not greater than the previous tier`)
    const tier = compileTier(terms, { from, upTo: edge }, unit, here)
    if (edge !== undefined) from = edge
    return tier
  })
}

interface Range {
  readonly from: Micros
  readonly upTo: Micros | undefined
}

function compileTier(terms: TierTerms, range: Range, unit: string, place: Place): Tier {
  const from = formatQuantity(range.from)
  const params = { from, to: range.upTo === undefined ? '∞' : formatQuantity(range.upTo), unit }
  const flat = terms.flat === undefined ? undefined : readMicros(terms.flat, at(place, 'flat'))
  const flatStep = flat === undefined ? undefined : step('tier_flat', { from, flat: formatMicros(flat, unit), unit })
  const addFlat = (total: Exact, steps: Step[]) => {
    if (flat === undefined || flatStep === undefined) return
    total.numerator += flat * total.denominator
    steps.push(flatStep)
  }
  return { ...range, addFlat, add: tierPrice(terms, params, unit, place) }
}

function tierPrice(terms: TierTerms, said: { from: string; to: string; unit: string }, unit: string, place: Place) {
  if (terms.rate !== undefined) {
    return byRate(compileValue(terms.rate, { as: 'rate' }, at(place, 'rate')), said)
  }
  if (terms.price === undefined) return () => {}
  const choose = compileValue(terms.price, { as: 'price', unit }, at(place, 'price'))
  return terms.per === undefined ? byUnit(choose, said) : byBlock(choose, readPer(terms.per, at(place, 'per')), said)
}

function readPer(text: string, place: Place): Micros {
  const per = readMicros(text, place)
  return per === 0n ? refuse(place, 'must be greater than zero') : per
}

type Said = { from: string; to: string; unit: string }

function byUnit(choose: Chooser, said: Said): Tier['add'] {
  return (total, quantity, attributes, steps) => {
    const { rate, text, step: why } = choose(attributes)
    if (why) steps.push(why)
    const numerator = quantity * rate.numerator
    add(total, numerator, rate.denominator)
    const result = formatExact(numerator, rate.denominator, said.unit)
    steps.push(step('tier', { ...said, quantity: formatQuantity(quantity), price: text, result }))
  }
}

function byBlock(choose: Chooser, per: Micros, said: Said): Tier['add'] {
  return (total, quantity, attributes, steps) => {
    const { rate, text, step: why } = choose(attributes)
    if (why) steps.push(why)
    const blocks = divide(quantity, per, 'up')
    const numerator = blocks * MICROS_PER_UNIT * rate.numerator
    add(total, numerator, rate.denominator)
    const result = formatExact(numerator, rate.denominator, said.unit)
    const counted = { quantity: formatQuantity(quantity), per: formatQuantity(per), blocks: blocks.toString() }
    steps.push(step('tier_blocks', { ...said, ...counted, price: text, result }))
  }
}

function byRate(choose: Chooser, said: Said): Tier['add'] {
  return (total, amount, attributes, steps) => {
    const { rate, text, step: why } = choose(attributes)
    if (why) steps.push(why)
    const numerator = amount * rate.numerator
    add(total, numerator, rate.denominator)
    const result = formatExact(numerator, rate.denominator, said.unit)
    steps.push(step('tier_rate', { ...said, amount: formatMicros(amount, said.unit), rate: text, result }))
  }
}

function add(total: Exact, numerator: bigint, denominator: bigint): void {
  if (denominator === total.denominator) {
    total.numerator += numerator
    return
  }
  if (total.denominator % denominator === 0n) {
    total.numerator += numerator * (total.denominator / denominator)
    return
  }
  total.numerator = total.numerator * denominator + numerator * total.denominator
  total.denominator *= denominator
}

/** Adds the price of every unit in its own tier. */
export function addGraduated(
  tiers: readonly Tier[],
  total: Exact,
  {
    quantity,
    attributes,
    flatAtZero,
  }: { readonly quantity: Micros; readonly attributes: Attributes | undefined; readonly flatAtZero: boolean },
  steps: Step[],
): void {
  for (const tier of tiers) {
    const end = tier.upTo === undefined || quantity < tier.upTo ? quantity : tier.upTo
    const within = end - tier.from
    if (within > 0n) tier.add(total, within, attributes, steps)
    if (within > 0n || (tier.from === 0n && flatAtZero)) tier.addFlat(total, steps)
    if (tier.upTo === undefined || quantity <= tier.upTo) return
  }
}

/** Returns the tier of a total quantity. */
export function tierOf(tiers: readonly Tier[], quantity: Micros): Tier {
  for (const tier of tiers) if (tier.upTo === undefined || quantity <= tier.upTo) return tier
  throw new RangeError('the last tier is open: this cannot be reached')
}
