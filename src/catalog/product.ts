/**
 * The contract of a product: which events it charges, what its terms on a rate card look like, and how it turns an
 * event into a charge made of components. A product is pure: it names the facts that it needs (`needs`), and the engine
 * looks them up and passes them in (`facts`). Posting, refunds, explanation, reports and interfaces belong to the
 * engine and are the same for all products.
 */
import type { Static, TObject, TSchema } from 'typebox'
import type { ChargeDraft } from '../charges/draft.ts'
import type { OpenSeries } from '../charges/series.ts'
import type { AccountName } from '../ledger/account.ts'
import type { Party } from '../ledger/party.ts'
import type { Micros } from '../money/amount.ts'
import type { StepDetail } from '../pricing/price.ts'
import type { Activity } from '../rollups/activity.ts'

export interface Title {
  readonly en: string
  readonly zh: string
}

/** Data that pricing requires beyond the event. */
export interface Needs {
  readonly parties?: readonly string[]
  /** Accounts whose balance affects the price (a campaign's budget). Read without a lock, so it may be stale. */
  readonly balances?: readonly AccountName[]
  /** Key of the series that the event continues (src/charges/series.ts). */
  readonly series?: string
}

/** The facts that were looked up. */
export interface Facts {
  /** @throws Problem `party_unknown`. */
  party(id: string): Party
  /** Micros; zero for an account that was never opened. */
  balance(name: AccountName): Micros
  /** What earlier charges of a series have frozen; undefined before the first. Read without a lock. */
  series(key: string): OpenSeries | undefined
}

/** The result of pricing an event; the engine adds line, product, rate card and metadata. */
export type PricedEvent = Pick<
  ChargeDraft,
  'payer' | 'payerAccount' | 'payee' | 'unit' | 'items' | 'refund' | 'series' | 'accrues'
>

/** Compiled terms, once per version of a rate card. */
export interface Pricer<Event> {
  needs(event: Event): Needs
  /** Pure. @throws Problem with a stable code if the event cannot be priced. */
  charge(event: Event, facts: Facts): PricedEvent
}

export interface Product<Event extends TObject = TObject, Terms extends TSchema = TSchema> {
  readonly id: string
  readonly title: Title
  /** Schema of the event, for validation, types and documentation alike. */
  readonly event: Event
  /** Schema of the product's row on a rate card. */
  readonly terms: Terms
  /** Fields of the terms that hold a fee which the payee of a sale bears, with the model `percentage`. */
  readonly fees?: readonly string[]
  /** Custom units that its components use. */
  readonly units?: readonly string[]
  /** The row on the default rate card. */
  readonly defaultTerms: Static<Terms>
  /** The field of the event that names the customer: the party whose contract, if any, prices the event. */
  readonly customer: string
  /**
   * Returns the activity of a charge that reports show besides its amounts: counts, sold days. Pure: it is recalculated
   * from the stored event and items to verify the rollups.
   */
  activity?(event: Static<Event>, charge: Pick<ChargeDraft, 'items' | 'unit'>): Activity
  /**
   * Compiles terms. `detail`: required detail of component steps (src/pricing/price.ts); a product can return more.
   * @throws Problem `terms_invalid` with the field.
   */
  compile(terms: Static<Terms>, currency: string, detail?: StepDetail): Pricer<Static<Event>>
  /** Smoke test, documentation and demo at once: an event, the parties it names, and the expected components. */
  readonly example: Example<Static<Event>>
}

export interface Example<Event> {
  readonly parties: readonly Pick<Party, 'id' | 'kind' | 'name' | 'attributes'>[]
  /** Accounts to fund first: path, amount in main units, and the unit if it is not the card's currency. */
  readonly funds?: readonly { readonly path: string; readonly amount: string; readonly unit?: string }[]
  readonly event: Event
  /** Expected components, kind → amount in main units. */
  readonly components: Readonly<Record<string, string>>
}

/** A product and the line that sells it. */
export interface LineProduct {
  readonly line: { readonly id: string; readonly title: Title }
  readonly product: Product
}

/** All products that can be on a rate card. The registry of lines is such a list (src/engine/registry.ts). */
export interface ProductList {
  readonly products: readonly LineProduct[]
  /** @param name `line/product` */
  find(name: string): LineProduct | undefined
  /** @throws Problem `line_unknown`, `product_unknown`. */
  product(line: string, product: string): LineProduct
}

/** Returns the name of a product on a rate card: `line/product`. */
export function productName({ line, product }: LineProduct): string {
  return `${line.id}/${product.id}`
}

/** Required string fields of an event. */
type TextField<Fields> = { [Name in keyof Fields]: Fields[Name] extends string ? Name : never }[keyof Fields]

/** Preserves the types of a product's own event and terms; the registry treats all products alike. */
export function defineProduct<Event extends TObject, Terms extends TSchema>(
  product: Product<Event, Terms> & { readonly customer: TextField<Static<Event>> },
): Product {
  return product as unknown as Product
}
