/** Compiles rate cards and contracts: the terms of each product become its pricer, or faults by field. */
import type { TSchema } from 'typebox'
import { isCurrency, isOwnUnit } from '../money/currency.ts'
import { faultsOf } from '../pricing/faults.ts'
import { compilePrice } from '../pricing/index.ts'
import type { StepDetail } from '../pricing/price.ts'
import { type FieldError, Problem } from '../problem.ts'
import { mergePatch } from './merge-patch.ts'
import { type Pricer, type Product, type ProductList, productName } from './product.ts'
import type { RateCard, RateCardVersion } from './rate-card.ts'

export interface CompiledCard {
  readonly version: number
  readonly currency: string
  /** By `line/product`. */
  readonly pricers: ReadonlyMap<string, Pricer<unknown>>
  readonly card: RateCard
}

/** Returns the default rate card: every product with its default terms. */
export function defaultCard({ products: all }: ProductList): RateCard {
  const products = all.map((each) => [productName(each), each.product.defaultTerms])
  // Copies the terms so that no two products share a rule and changing one never changes another.
  return JSON.parse(JSON.stringify({ currency: 'CNY', products: Object.fromEntries(products) }))
}

/**
 * Compiles a rate card.
 * @throws Problem `rate_card_invalid` with the product and its first fault; `errors` contains every fault.
 */
export function compileCard(
  products: ProductList,
  { version, card }: Pick<RateCardVersion, 'version' | 'card'>,
  detail?: StepDetail,
): CompiledCard {
  const { pricers, faults } = tryCard(products, card, detail)
  const [first] = faults
  if (first) {
    const product = productOf(first.pointer) ?? 'currency'
    throw new Problem('rate_card_invalid', { product, reason: `${first.pointer} ${first.message}` }, faults)
  }
  return { version, currency: card.currency, pricers, card }
}

/**
 * Compiles a published card. Products that no line sells any more are left out: they cannot be charged, and the card
 * continues to price the others.
 * @throws Problem as {@link compileCard}.
 */
export function compilePublished(
  products: ProductList,
  { version, card }: Pick<RateCardVersion, 'version' | 'card'>,
  detail?: StepDetail,
): CompiledCard {
  const sold = Object.entries(card.products).filter(([name]) => products.find(name))
  return compileCard(products, { version, card: { ...card, products: Object.fromEntries(sold) } }, detail)
}

/** Returns every fault of a card as JSON pointers into it; none if it can be published. */
export function faultsOfCard(products: ProductList, card: RateCard): readonly FieldError[] {
  return tryCard(products, card).faults
}

function tryCard(
  products: ProductList,
  card: RateCard,
  detail?: StepDetail,
): { pricers: Map<string, Pricer<unknown>>; faults: FieldError[] } {
  const pricers = new Map<string, Pricer<unknown>>()
  const faults: FieldError[] = [...faultsOfUnits(card), ...faultsOfSize(card)]
  if (faults.length > 0) return { pricers, faults }
  for (const [name, terms] of Object.entries(card.products)) {
    const pointer = `/products/${escaped(name)}`
    const product = products.find(name)?.product
    if (product === undefined) {
      faults.push({ pointer, message: 'is not a product of any line' })
      continue
    }
    const compiled = tryTerms(product, terms, { currency: card.currency, detail }, pointer)
    if ('pricer' in compiled) pricers.set(name, compiled.pricer)
    else faults.push(...compiled.faults)
  }
  return { pricers, faults }
}

/** The default card has 1,400 values. Compiling takes about 10 µs a value, during which no other request is served. */
const MAX_VALUES = 20_000

function faultsOfSize({ products }: RateCard): FieldError[] {
  let left = MAX_VALUES
  const take = (value: unknown): void => {
    left -= 1
    if (left >= 0 && typeof value === 'object' && value !== null) for (const each of Object.values(value)) take(each)
  }
  take(products)
  return left < 0 ? [{ pointer: '/products', message: `has more than ${MAX_VALUES} values` }] : []
}

/** Returns the product that a JSON pointer into a card refers to. */
function productOf(pointer: string): string | undefined {
  const [, products, name] = pointer.split('/')
  return products === 'products' && name !== undefined ? name.replaceAll('~1', '/').replaceAll('~0', '~') : undefined
}

/**
 * Compiles a product as priced by a contract: its terms are a merge patch over the card's. Faults are pointers into the
 * contract.
 * @throws Problem `contract_invalid`.
 */
export function compileContract(
  products: ProductList,
  { version, card }: Pick<RateCardVersion, 'version' | 'card'>,
  { line, product, terms }: { readonly line: string; readonly product: string; readonly terms: unknown },
  detail?: StepDetail,
): Pricer<unknown> {
  const name = `${line}/${product}`
  const whole = mergePatch(card.products[name], terms)
  const compiled = tryTerms(
    products.product(line, product).product,
    whole,
    { currency: card.currency, detail },
    '/terms',
  )
  if ('pricer' in compiled) return compiled.pricer
  const [first] = compiled.faults
  const reason = `${first?.pointer} ${first?.message}`
  throw new Problem('contract_invalid', { product: name, version, reason }, compiled.faults)
}

type Tried = { readonly pricer: Pricer<unknown> } | { readonly faults: readonly FieldError[] }

/** Compiles terms, or returns their faults; `at`: pointer to the terms. */
function tryTerms(
  product: Product,
  terms: unknown,
  { currency, detail }: { readonly currency: string; readonly detail: StepDetail | undefined },
  at: string,
): Tried {
  const from = ({ pointer, message }: FieldError) => ({ pointer: at + pointer, message })
  const misfits = faultsOf(product.terms as TSchema, terms)
  if (misfits.length > 0) return { faults: misfits.map(from) }
  try {
    return { pricer: product.compile(terms as never, currency, detail) as Pricer<unknown> }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { faults: located(error, terms, currency).map(from) }
  }
}

/**
 * Locates a fault in a product's terms. A price model reports the field relative to its own terms; compiling each
 * price of that model alone shows which one it is.
 */
function located(problem: Problem, terms: unknown, currency: string): readonly FieldError[] {
  const inPrices = pricesIn(terms)
    .filter(({ model }) => model === problem.params.model)
    .flatMap((price) =>
      faultsOfPrice(price.terms, currency).map(({ pointer, message }) => ({
        pointer: price.pointer + pointer,
        message,
      })),
    )
  if (inPrices.length > 0) return inPrices
  const own = problem.errors?.filter(({ pointer }) => standsIn(terms, pointer)) ?? []
  return own.length > 0 ? own : [{ pointer: '', message: problem.message }]
}

function faultsOfPrice(terms: unknown, currency: string): readonly FieldError[] {
  try {
    compilePrice(terms, currency)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.errors ?? [{ pointer: '', message: error.message }]
  }
}

export interface PriceInTerms {
  readonly pointer: string
  readonly model: string
  readonly terms: unknown
}

/** Returns the outermost prices in a product's terms, with their pointers. */
export function pricesIn(terms: unknown, pointer = ''): PriceInTerms[] {
  if (typeof terms !== 'object' || terms === null) return []
  const { model } = terms as { model?: unknown }
  if (typeof model === 'string') return [{ pointer, model, terms }]
  return Object.entries(terms).flatMap(([name, each]) => pricesIn(each, `${pointer}/${escaped(name)}`))
}

function standsIn(terms: unknown, pointer: string): boolean {
  let here = terms
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return false
    here = (here as Record<string, unknown>)[name]
  }
  return true
}

function faultsOfUnits({ currency, units = [] }: RateCard): FieldError[] {
  const faults = units.flatMap((unit, i) =>
    isOwnUnit(unit) ? [] : [{ pointer: `/units/${i}`, message: 'is not a lower-case name other than a currency code' }],
  )
  if (isCurrency(currency) || (isOwnUnit(currency) && units.includes(currency))) return faults
  return [...faults, { pointer: '/currency', message: 'is neither an ISO 4217 code nor declared in units' }]
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
