/**
 * Which terms price an event: the rate card in force when it took effect and, over it, the contract of its customer.
 * What is known of both is what was read last; the engine reads again with every batch and chooses anew where something
 * changed (src/engine/engine.ts). Versions and contracts never change, so each is read and compiled once.
 */
import { type ContractDates, readContract } from '../catalog/contract.ts'
import type { Pricer, ProductList } from '../catalog/product.ts'
import { type RateCardDates, readRateCard } from '../catalog/rate-card.ts'
import { type CompiledCard, compileContract, compilePublished } from '../catalog/terms.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { Problem } from '../problem.ts'

/** An event that waits for its price. */
export interface Priceable {
  readonly line: string
  readonly product: string
  readonly event: unknown
  /** When it happened, if not now. */
  readonly effectiveAt?: Date | undefined
}

/** What there is to choose from. */
export interface Offer {
  /** Latest first. */
  readonly dates: readonly RateCardDates[]
  /** Of a customer for a product, latest first. */
  contracts(customer: string): readonly ContractDates[]
}

export interface Choice {
  /** Undefined: no rate card is in force. */
  readonly version: number | undefined
  readonly contract: ContractDates | undefined
}

/** How a product is priced. */
export interface ChosenTerms extends Choice {
  readonly version: number
  readonly pricer: Pricer<unknown>
}

const NONE: readonly ContractDates[] = []
/** Customers with contracts, and compiled contracts, that are remembered for a tenant; beyond it the oldest go. */
const REMEMBERED = 20_000

export class PriceBook {
  readonly #products: ProductList
  readonly #db: TenantDatabase
  /** Promises, so that a crowd of first requests reads a card once. */
  readonly #cards = new Map<number, Promise<CompiledCard>>()
  /** By contract and version of the card under it. */
  readonly #contracts = new Map<string, Promise<Pricer<unknown>>>()
  readonly #ofCustomers = new Map<string, readonly ContractDates[]>()
  #dates: readonly RateCardDates[] = []

  constructor(products: ProductList, db: TenantDatabase) {
    this.#products = products
    this.#db = db
  }

  /** As last read. */
  get known(): Offer {
    return { dates: this.#dates, contracts: (customer) => this.#ofCustomers.get(customer) ?? NONE }
  }

  /** Takes in what was read about some customers; of most there is nothing, and nothing is kept. */
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
    // One that could not be read is tried again by the next request.
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
 * What prices an event, by when it took effect; by the database's clock where that is now.
 * @param customer whose contracts count, see {@link customerOf}
 */
export function choose({ dates, contracts }: Offer, event: Priceable, customer: string): Choice {
  const at = event.effectiveAt
  const card = dates.find(({ effectiveAt, inForce }) => (at ? effectiveAt <= at : inForce))
  const contract = contracts(customer).find(({ effectiveAt, endsAt, inForce }) =>
    at ? effectiveAt <= at && (endsAt === null || at < endsAt) : inForce,
  )
  return { version: card?.version, contract }
}

/** Whether two choices price the same. */
export function sameChoice(a: Choice, b: Choice): boolean {
  return a.version === b.version && a.contract?.id === b.contract?.id
}

/** The customer for a product whose contracts count: key of an {@link Offer}. */
export function customerOf(products: ProductList, event: Priceable): string {
  return customerKey({ line: event.line, product: event.product, party: partyOf(products, event) })
}

export function customerKey({ line, product, party }: Pick<ContractDates, 'line' | 'product' | 'party'>): string {
  return `${line}/${product} ${party}`
}

/** The party of an event whose contract counts. */
export function partyOf(products: ProductList, { line, product, event }: Priceable): string {
  const { customer } = products.product(line, product).product
  return (event as Record<string, string>)[customer]!
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  const [oldest] = map.size >= REMEMBERED && !map.has(key) ? map.keys() : []
  if (oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
