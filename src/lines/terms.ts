/** Rate cards with a meaning: what the lines make of their rows. Compiled once for each version. */
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { RateCard, RateCardVersion } from '../catalog/rate-card.ts'
import { Problem } from '../problem.ts'
import { allProducts } from './index.ts'
import type { Pricer } from './line.ts'

export interface CompiledCard {
  readonly version: number
  readonly currency: string
  /** By `line/product`. */
  readonly pricers: ReadonlyMap<string, Pricer<unknown>>
}

/** The default rate card: every product at its default terms. */
export function defaultCard(): RateCard {
  const products = allProducts.map(({ line, product }) => [`${line.id}/${product.id}`, product.defaultTerms])
  return { currency: 'CNY', products: Object.fromEntries(products) }
}

/** @throws Problem `rate_card_invalid` naming the product and the first fault; every fault is in `errors`. */
export function compileCard({ version, card }: Pick<RateCardVersion, 'version' | 'card'>): CompiledCard {
  const pricers = new Map<string, Pricer<unknown>>()
  for (const { line, product } of allProducts) {
    const name = `${line.id}/${product.id}`
    const terms = card.products[name]
    if (terms === undefined) continue
    checkTerms(name, product.terms, terms)
    try {
      pricers.set(name, product.compile(terms, card.currency) as Pricer<unknown>)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      throw new Problem('rate_card_invalid', { product: name, reason: error.message }, error.errors)
    }
  }
  const unknown = Object.keys(card.products).find((name) => !pricers.has(name))
  if (unknown !== undefined) {
    throw new Problem('rate_card_invalid', { product: unknown, reason: 'no line has this product' })
  }
  return { version, currency: card.currency, pricers }
}

function checkTerms(name: string, schema: TSchema, terms: unknown): void {
  const check = Compile(schema)
  if (check.Check(terms)) return
  const errors = check.Errors(terms).map(({ instancePath, message }) => ({
    pointer: `/products/${name.replace('/', '~1')}${instancePath}`,
    message,
  }))
  const [first] = errors
  throw new Problem('rate_card_invalid', { product: name, reason: `${first?.pointer} ${first?.message}` }, errors)
}
