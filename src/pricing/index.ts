/**
 * All price models: the schema of the terms in a rate card, and the compiler from terms to a price. To add a model, add
 * a file and a row in `models`.
 */
import Type, { type Static, type TSchema } from 'typebox'
import { Value as Schema } from 'typebox/value'
import { checkUnit } from '../money/currency.ts'
import { type FieldError, Problem } from '../problem.ts'
import { accrual, type HoldingsInput } from './accrual.ts'
import { type ClearedInput, cleared } from './cleared.ts'
import { commitmentTerms, compileCommitment, type FinalInput } from './commitment.ts'
import { compileCondition } from './condition.ts'
import { compileConditional, conditionalTerms } from './conditional.ts'
import { compileConverted, convertedTerms } from './converted.ts'
import { faultsOf } from './faults.ts'
import { flat } from './flat.ts'
import { graduated } from './graduated.ts'
import { graduatedPercentage } from './graduated-percentage.ts'
import { type ChangesInput, graduatedProrated } from './graduated-prorated.ts'
import { difference } from './increment.ts'
import { type ExchangeInput, markup } from './markup.ts'
import { packaged } from './package.ts'
import { type DurationInput, perHour } from './per-hour.ts'
import { perSeat } from './per-seat.ts'
import { perUnit, type QuantityInput } from './per-unit.ts'
import { type PercentageInput, type PercentageTerms, percentage } from './percentage.ts'
import type { Priced } from './price.ts'
import { type QuotedInput, quoted } from './quoted.ts'
import { recurring, type SpanInput } from './recurring.ts'
import { type ReservedInput, reserved } from './reserved.ts'
import { volume } from './volume.ts'

/** The inputs of all models. Each model uses what it needs and throws `price_input_missing` if that is missing. */
export type PriceInput = Partial<
  PercentageInput &
    QuantityInput &
    DurationInput &
    ReservedInput &
    ClearedInput &
    SpanInput &
    HoldingsInput &
    QuotedInput &
    ChangesInput &
    Omit<ExchangeInput, 'amount'> &
    FinalInput
>

interface Row {
  readonly terms: TSchema
  readonly needs: readonly (keyof PriceInput)[]
  /**
   * Whether the price is a function of cumulative use, so that a period can be charged in increments. May depend on the
   * terms.
   */
  readonly accumulates: boolean | ((terms: never) => boolean)
  readonly compile: (terms: never, unit: string) => (input: never) => Priced
}

const row = <Terms extends TSchema>(
  model: { readonly terms: Terms; compile(terms: Static<Terms>, unit: string): (input: never) => Priced },
  needs: readonly (keyof PriceInput)[],
  accumulates: boolean | ((terms: Static<Terms>) => boolean),
) => ({ terms: model.terms, needs, accumulates, compile: model.compile }) satisfies Row

/** A fixed part, minimum, maximum or free allowance applies per transaction: such fees are summed, not accumulated. */
function isPlainShare({ fixed, min, max, free }: PercentageTerms): boolean {
  return [fixed, min, max, free].every((term) => term === undefined)
}

const simple = {
  flat: row(flat, [], false),
  per_unit: row(perUnit, ['quantity'], true),
  graduated: row(graduated, ['quantity'], true),
  volume: row(volume, ['quantity'], true),
  package: row(packaged, ['quantity'], true),
  per_seat: row(perSeat, ['quantity'], true),
  per_hour: row(perHour, ['seconds'], true),
  percentage: row(percentage, ['amount'], isPlainShare),
  graduated_percentage: row(graduatedPercentage, ['amount'], true),
  graduated_prorated: row(graduatedProrated, ['changes'], true),
  reserved: row(reserved, ['reserved', 'quantity'], true),
  cleared: row(cleared, ['quantity', 'cleared'], true),
  recurring: row(recurring, ['from', 'to', 'zone'], true),
  accrual: row(accrual, ['holdings'], true),
  markup: row(markup, ['other', 'reference'], false),
  quoted: row(quoted, ['amount'], false),
}

const counting = Type.Union([
  perUnit.terms,
  graduated.terms,
  volume.terms,
  packaged.terms,
  perSeat.terms,
  reserved.terms,
])
const ConvertedTerms = convertedTerms(counting)
const CommitmentTerms = commitmentTerms(
  Type.Union([
    counting,
    ConvertedTerms,
    flat.terms,
    perHour.terms,
    percentage.terms,
    graduatedPercentage.terms,
    graduatedProrated.terms,
    cleared.terms,
    recurring.terms,
    accrual.terms,
  ]),
)

const simpleSchemas = Object.values(simple).map(({ terms }) => terms) as SimpleSchemas
type SimpleSchemas = { [Id in keyof typeof simple]: (typeof simple)[Id]['terms'] }[keyof typeof simple][]
const ConditionalTerms = conditionalTerms(Type.Union([...simpleSchemas, ConvertedTerms]))

/** The terms of any model in a rate card, discriminated by `model`. */
export const PriceTerms = Type.Union([...simpleSchemas, ConvertedTerms, CommitmentTerms, ConditionalTerms])
type SimpleTerms = { [Id in keyof typeof simple]: Static<(typeof simple)[Id]['terms']> }[keyof typeof simple]
type Choosable = SimpleTerms | Static<typeof ConvertedTerms>
interface ConditionalTerms {
  readonly model: 'conditional'
  readonly cases: readonly { readonly when: string; readonly of: Choosable }[]
  readonly otherwise: Choosable
}
export type PriceTerms = Choosable | Static<typeof CommitmentTerms> | ConditionalTerms

export type ModelId = PriceTerms['model']
export const modelIds: readonly ModelId[] = [
  ...(Object.keys(simple) as (keyof typeof simple)[]),
  'converted',
  'commitment',
  'conditional',
]

/** A compiled price. */
export interface CompiledPrice {
  readonly model: ModelId
  readonly unit: string
  /** @throws Problem `price_input_missing`, and the problems of the model. */
  readonly price: (input: PriceInput) => Priced
  /**
   * Price of the use between `from` and `to`, both cumulative: price(to) − price(from). Absent if use does not
   * accumulate.
   */
  readonly increment?: (from: PriceInput, to: PriceInput) => Priced
}

/**
 * Compiles terms once for many prices.
 * @param terms of any model; validated here.
 * @param unit an ISO 4217 currency or a custom unit.
 * @throws Problem `terms_invalid` with every invalid field; `currency_unknown`.
 */
export function compilePrice(terms: unknown, unit: string): CompiledPrice {
  checkUnit(unit)
  const checked = checkTerms(terms)
  const { price, accumulates } = compileChecked(checked, unit)
  const { model } = checked
  if (!accumulates) return { model, unit, price }
  const increment = (from: PriceInput, to: PriceInput) => difference(price({ ...from, final: false }), price(to), unit)
  return { model, unit, price, increment }
}

interface Compiled {
  readonly price: (input: PriceInput) => Priced
  readonly accumulates: boolean
}

function compileChecked(terms: PriceTerms, unit: string): Compiled {
  if (terms.model === 'converted') {
    const inner = compileInner(terms.of, unit, '/of')
    return { price: compileConverted(terms, inner.price as never) as Compiled['price'], accumulates: true }
  }
  if (terms.model === 'commitment') {
    const { price, accumulates } = compileInner(terms.of, unit, '/of')
    return { price: compileCommitment(terms, price, unit), accumulates }
  }
  if (terms.model === 'conditional') return { price: conditional(terms, unit), accumulates: false }
  const { compile, needs, accumulates }: Row = simple[terms.model]
  const price = compile(terms as never, unit) as (input: PriceInput) => Priced
  const { model } = terms
  return {
    accumulates: typeof accumulates === 'boolean' ? accumulates : accumulates(terms as never),
    price: (input) => {
      for (const field of needs) {
        if (input[field] === undefined) throw new Problem('price_input_missing', { model, field })
      }
      return price(input)
    },
  }
}

function conditional({ cases, otherwise }: ConditionalTerms, unit: string): (input: PriceInput) => Priced {
  const compiled = cases.map(({ when, of }, index) => ({
    when,
    holds: compileCondition(when, { model: 'conditional', pointer: `/cases/${index}/when` }),
    price: compileInner(of, unit, `/cases/${index}/of`).price,
  }))
  return compileConditional(compiled, compileInner(otherwise, unit, '/otherwise').price)
}

/** Compiles a price inside another one; faults are reported with the pointer from the outer terms. */
function compileInner(terms: PriceTerms, unit: string, at: string): Compiled {
  try {
    return compileChecked(terms, unit)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'terms_invalid') throw error
    const errors = (error.errors ?? []).map(({ pointer, message }) => ({ pointer: at + pointer, message }))
    throw new Problem(error.code, { ...error.params, field: `${at}${error.params.field}` }, errors)
  }
}

function schemaOf(model: unknown): TSchema | undefined {
  if (model === 'converted') return ConvertedTerms
  if (model === 'commitment') return CommitmentTerms
  if (model === 'conditional') return ConditionalTerms
  return typeof model === 'string' && Object.hasOwn(simple, model)
    ? simple[model as keyof typeof simple].terms
    : undefined
}

function checkTerms(terms: unknown): PriceTerms {
  const model = (terms as { model?: unknown } | null)?.model
  const schema = schemaOf(model)
  if (!schema) {
    const reason = `must be one of ${modelIds.join(', ')}`
    const named = typeof model === 'string' ? model.slice(0, 40) : ''
    throw new Problem('terms_invalid', { model: named, field: '/model', reason }, [
      { pointer: '/model', message: reason },
    ])
  }
  const errors = faults(schema, terms)
  if (errors.length > 0) {
    const [{ pointer, message }] = errors as [FieldError]
    throw new Problem('terms_invalid', { model: String(model), field: pointer, reason: message }, errors)
  }
  return terms as PriceTerms
}

/** Returns the faults of terms, including those of inner prices, each validated against its own model. */
function faults(schema: TSchema, terms: unknown): FieldError[] {
  const inner = inside(terms)
  const own = faultsOf(schema, terms).filter(({ pointer }) => !inner.some(([at]) => `${pointer}/`.startsWith(`${at}/`)))
  const all = [...own, ...inner.flatMap(([at, of]) => innerFaults(at, of))]
  if (all.length > 0 || Schema.Check(schema, terms)) return all
  return inner.map(([at, { model }]) => ({
    pointer: `${at}/model`,
    message: `"${String(model)}" cannot be used inside this model`,
  }))
}

interface Named {
  readonly model?: unknown
}

/** Returns the prices inside a price, with their JSON pointers. */
function inside(terms: unknown): [string, Named][] {
  const { of, otherwise, cases } = terms as Record<'of' | 'otherwise' | 'cases', unknown>
  const list = Array.isArray(cases) ? cases : []
  const found: [string, unknown][] = [
    ['/of', of],
    ...list.map((one, index): [string, unknown] => [`/cases/${index}/of`, (one as { of?: unknown } | null)?.of]),
    ['/otherwise', otherwise],
  ]
  return found.filter((one): one is [string, Named] => typeof one[1] === 'object' && one[1] !== null)
}

function innerFaults(at: string, terms: Named): FieldError[] {
  const schema = schemaOf(terms.model)
  if (!schema) return [{ pointer: `${at}/model`, message: `must be one of ${modelIds.join(', ')}` }]
  return faults(schema, terms).map(({ pointer, message }) => ({ pointer: at + pointer, message }))
}
