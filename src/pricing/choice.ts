/**
 * A value of the terms (a rate, a price): a plain decimal, a choice by an attribute of the priced event, or a value
 * given with each event; choices and given values may be limited to a band. Any rate and any price of any model may
 * have any of the three forms, so that "0.6% to 1.2% by merchant category" and "6 to 18 per item, set by the seller"
 * need no models of their own.
 */
import Type, { type Static } from 'typebox'
import { MICROS_PER_UNIT } from '../money/amount.ts'
import { compareRates, formatPercent, formatRate, parseRate, type Rate } from '../money/rate.ts'
import { Problem } from '../problem.ts'
import type { Step } from './price.ts'
import { formatExact } from './rounding.ts'
import { step } from './steps.ts'
import { at, Decimal, type Place, readDecimal, refuse } from './terms.ts'

const Chosen = Type.Object(
  {
    by: Type.String({ minLength: 1, description: 'attribute that determines the price' }),
    options: Type.Record(Type.String(), Decimal, { minProperties: 1 }),
    otherwise: Type.Optional(Decimal),
    min: Type.Optional(Decimal),
    max: Type.Optional(Decimal),
  },
  { additionalProperties: false },
)
const Given = Type.Object(
  {
    given: Type.String({ minLength: 1, description: 'attribute that contains the value' }),
    min: Type.Optional(Decimal),
    max: Type.Optional(Decimal),
  },
  { additionalProperties: false },
)

/** Schema of a value: `"0.006"`, `{ by, options, otherwise?, min?, max? }` or `{ given, min?, max? }`. */
export const Value = Type.Union([Decimal, Chosen, Given])
export type Value = Static<typeof Value>

/** Attributes of the priced event: `{ merchantCategory: 'restaurant' }`. */
export type Attributes = Readonly<Record<string, string>>

/** A resolved value, and the step that explains it (none for a plain decimal). */
export interface Settled {
  readonly rate: Rate
  /** For display: a rate as a percentage without the sign, a price as a decimal. */
  readonly text: string
  readonly step: Step | undefined
}

/**
 * Resolves a value.
 * @throws Problem `choice_unknown`, `price_input_missing`, `rate_invalid` or `price_outside_band`.
 */
export type Chooser = (attributes: Attributes | undefined) => Settled

/** A rate is displayed as a percentage, a price as an amount of the rate card's unit. A `part` is at most 1 (100%). */
export type ValueKind =
  | { readonly as: 'rate'; readonly part?: boolean }
  | { readonly as: 'price'; readonly unit: string }

/**
 * Compiles a value.
 * @throws Problem `terms_invalid`: a malformed decimal, a band with min above max, an option outside its band.
 */
export function compileValue(value: Value, kind: ValueKind, place: Place): Chooser {
  if (typeof value === 'string') {
    const settled: Settled = { rate: readValue(value, kind, place), text: '', step: undefined }
    const plain = { ...settled, text: write(settled.rate, kind) }
    return () => plain
  }
  const band = readBand(value, kind, place)
  return 'by' in value ? chosen(value, band, kind, place) : given(value.given, band, kind, place)
}

interface Band {
  readonly min: Rate | undefined
  readonly max: Rate | undefined
}

const ALL: Rate = { numerator: 1n, denominator: 1n }
const isPart = (kind: ValueKind) => kind.as === 'rate' && kind.part === true

function readValue(text: string, kind: ValueKind, place: Place): Rate {
  const rate = readDecimal(text, place)
  if (isPart(kind) && compareRates(rate, ALL) > 0) refuse(place, `${text} is greater than 1 (100%)`)
  return rate
}

function readBand(value: { min?: string; max?: string }, kind: ValueKind, place: Place): Band {
  const min = value.min === undefined ? undefined : readValue(value.min, kind, at(place, 'min'))
  const most = isPart(kind) ? ALL : undefined
  const max = value.max === undefined ? most : readValue(value.max, kind, at(place, 'max'))
  if (min && max && compareRates(min, max) > 0)
    refuse(at(place, 'min'), `${value.min} is greater than max ${value.max}`)
  return { min, max }
}

function inside(rate: Rate, { min, max }: Band): boolean {
  return !(min && compareRates(rate, min) < 0) && !(max && compareRates(rate, max) > 0)
}

function chosen(value: Static<typeof Chosen>, band: Band, kind: ValueKind, place: Place): Chooser {
  const read = (text: string, where: Place) => {
    const rate = readValue(text, kind, where)
    if (!inside(rate, band)) refuse(where, `${text} is outside the range ${value.min ?? '0'} to ${value.max ?? 'any'}`)
    return rate
  }
  const settle = (rate: Rate, option: string): Settled => {
    const text = write(rate, kind)
    const params = { by: value.by, value: option }
    const why =
      kind.as === 'rate'
        ? step('rate_chosen', { ...params, rate: text })
        : step('price_chosen', { ...params, price: text, unit: kind.unit })
    return { rate, text, step: why }
  }
  const options = new Map(
    Object.entries(value.options).map(([option, text]) => [
      option,
      settle(read(text, at(place, 'options', option)), option),
    ]),
  )
  const otherwise = value.otherwise === undefined ? undefined : read(value.otherwise, at(place, 'otherwise'))
  return (attributes) => {
    const option = own(attributes, value.by)
    const found = option === undefined ? undefined : options.get(option)
    if (found) return found
    if (otherwise) return settle(otherwise, option ?? '')
    if (option === undefined) throw new Problem('price_input_missing', { model: place.model, field: value.by })
    const known = [...options.keys()].slice(0, 20).join(', ')
    throw new Problem('choice_unknown', { by: value.by, value: option.slice(0, 60), known })
  }
}

function given(name: string, band: Band, kind: ValueKind, place: Place): Chooser {
  return (attributes) => {
    const text = own(attributes, name)
    if (text === undefined) throw new Problem('price_input_missing', { model: place.model, field: name })
    const rate = parseRate(text)
    if (rate.numerator < 0n || !inside(rate, band)) {
      const [min, max] = [band.min ? formatRate(band.min) : '0', band.max ? formatRate(band.max) : '∞']
      throw new Problem('price_outside_band', { name, value: text, min, max })
    }
    const shown = write(rate, kind)
    const why =
      kind.as === 'rate'
        ? step('rate_given', { name, rate: shown })
        : step('price_given', { name, price: shown, unit: kind.unit })
    return { rate, text: shown, step: why }
  }
}

function own(attributes: Attributes | undefined, name: string): string | undefined {
  return attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined
}

function write(rate: Rate, kind: ValueKind): string {
  if (kind.as === 'rate') return formatPercent(rate)
  return formatExact(rate.numerator * MICROS_PER_UNIT, rate.denominator, kind.unit)
}
