/**
 * Chooses the terms that price an event: the rate card in force when it took effect and, over it, the contract of its
 * customer. Works on what was last read; the engine reads again with every batch and repeats the choice if something
 * changed (src/engine/engine.ts). Versions and contracts never change, so each is read and compiled once.
 */
import { type ContractDates, readContract } from '../catalog/contract.ts'
import type { Pricer, ProductList } from '../catalog/product.ts'
import { type RateCardDates, readRateCard } from '../catalog/rate-card.ts'
import { type CompiledCard, compileContract, compilePublished } from '../catalog/terms.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { Problem } from '../problem.ts'

/** An event to price. */
export interface Priceable {
  readonly line: string
  readonly product: string
  readonly event: unknown
  /** When it happened; defaults to now. */
  readonly effectiveAt?: Date | undefined
}

/** The cards and contracts to choose from. */
export interface Offer {
  /** Latest first. */
  readonly dates: readonly RateCardDates[]
  /** Contracts of a customer for a product, latest first. */
  contracts(customer: string): readonly ContractDates[]
}

export interface Choice {
  /** Undefined: no rate card is in force. */
  readonly version: number | undefined
  readonly contract: ContractDates | undefined
}

/** The terms that price an event. */
export interface ChosenTerms extends Choice {
  readonly version: number
  readonly pricer: Pricer<unknown>
}

const NONE: readonly ContractDates[] = []
/** Maximum numbers of cached customers with contracts and of compiled contracts per tenant; the oldest are evicted. */
const REMEMBERED = 20_000

export class PriceBook {
  readonly #products: ProductList
  readonly #db: TenantDatabase
  /** Promises, so that concurrent first requests read a card once. */
  readonly #cards = new Map<number, Promise<CompiledCard>>()
  /** By contract and version of the card under it. */
  readonly #contracts = new Map<string, Promise<Pricer<unknown>>>()
  readonly #ofCustomers = new Map<string, readonly ContractDates[]>()
  #dates: readonly RateCardDates[] = []

  constructor(products: ProductList, db: TenantDatabase) {
    this.#products = products
    this.#db = db
  }

  /** The cards and contracts as last read. */
  get known(): Offer {
    return { dates: this.#dates, contracts: (customer) => this.#ofCustomers.get(customer) ?? NONE }
  }

  /** Caches what was read about some customers; customers without contracts are not stored. */
  learn(offer: Offer, customers: Iterable<string>): void {
    this.#dates = offer.dates
    for (const customer of customers) {
      const contracts = offer.contracts(customer)
      if (contracts.length > 0) remember(this.#ofCustomers, customer, contracts)
      else this.#ofCustomers.delete(customer)
    }
  }

  /** @throws Problem `product_not_priced`. */
  async terms({ version, contract }: Choice, { line, product }: Priceable): Promise<ChosenTerms> {
    if (version === undefined) throw new Problem('product_not_priced', { line, product })
    const card = await this.#card(version)
    if (contract) return { version, contract, pricer: await this.#contract(card, contract) }
    const pricer = card.pricers.get(`${line}/${product}`)
    if (!pricer) throw new Problem('product_not_priced', { line, product })
    return { version, contract, pricer }
  }

  #card(version: number): Promise<CompiledCard> {
    const known = this.#cards.get(version)
    if (known) return known
    const card = readRateCard(this.#db, version).then((found) => compilePublished(this.#products, found!))
    // A failed read is not cached: the next request retries it.
    card.catch(() => this.#cards.delete(version))
    this.#cards.set(version, card)
    return card
  }

  #contract(card: CompiledCard, { id }: ContractDates): Promise<Pricer<unknown>> {
    const key = `${id} ${card.version}`
    const known = this.#contracts.get(key)
    if (known) return known
    const pricer = readContract(this.#db, id).then((found) => compileContract(this.#products, card, found!))
    pricer.catch(() => this.#contracts.delete(key))
    remember(this.#contracts, key, pricer)
    return pricer
  }
}

/**
 * Chooses the rate card and contract in force when the event took effect, or now by the database's clock.
 * @param customer whose contracts apply, see {@link customerOf}
 */
export function choose({ dates, contracts }: Offer, event: Priceable, customer: string): Choice {
  const at = event.effectiveAt
  const card = dates.find(({ effectiveAt, inForce }) => (at ? effectiveAt <= at : inForce))
  const contract = contracts(customer).find(({ effectiveAt, endsAt, inForce }) =>
    at ? effectiveAt <= at && (endsAt === null || at < endsAt) : inForce,
  )
  return { version: card?.version, contract }
}

/** Returns whether two choices have the same terms. */
export function sameChoice(a: Choice, b: Choice): boolean {
  return a.version === b.version && a.contract?.id === b.contract?.id
}

/** Returns the key of the customer of an event, as used by {@link Offer}. */
export function customerOf(products: ProductList, event: Priceable): string {
  return customerKey({ line: event.line, product: event.product, party: partyOf(products, event) })
}

export function customerKey({ line, product, party }: Pick<ContractDates, 'line' | 'product' | 'party'>): string {
  return `${line}/${product} ${party}`
}

/** Returns the party of an event whose contracts apply. */
export function partyOf(products: ProductList, { line, product, event }: Priceable): string {
  const { customer } = products.product(line, product).product
  return (event as Record<string, string>)[customer]!
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  const [oldest] = map.size >= REMEMBERED && !map.has(key) ? map.keys() : []
  if (oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
