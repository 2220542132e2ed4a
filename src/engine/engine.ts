/**
 * The engine's interface: events in, charges and refunds out. Requests are gathered into batches per tenant; a batch is
 * priced after a single read of the rate cards, parties and balances that it needs, then posted in one transaction.
 */
import { Compile, type Validator } from 'typebox/compile'
import { type Actor, PROGRAM } from '../actor.ts'
import { type Facts, type Needs, type ProductList, productName } from '../catalog/product.ts'
import { type ChargeRequest, type ChargeResult, type OrderPaid, postCharges } from '../charges/charge.ts'
import { type ChargeDraft, checkDraft } from '../charges/draft.ts'
import { makeQuote, type Quote, readQuotes } from '../charges/quote.ts'
import type { ChargedHook, ChargeRow } from '../charges/record.ts'
import type { Database, TenantDatabase } from '../db/connect.ts'
import { isConnectionLost } from '../db/errors.ts'
import { Gatherer } from '../db/gather.ts'
import type { RefundRules } from '../gateways/gateway.ts'
import { type Fault, fieldErrors } from '../http/field-errors.ts'
import { idToUuid, uuidToId } from '../ids.ts'
import { AccountDirectory } from '../ledger/directory.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'
import { type FinalizedRefund, finalizeRefunds, type RefundOutcome } from '../refunds/finalize.ts'
import {
  type PostedRefund,
  postRefunds,
  previewRefund,
  type RefundPreview,
  type RefundRequest,
  type RefundResult,
} from '../refunds/refund.ts'
import { activityOf } from './activity.ts'
import { lookUp } from './facts.ts'
import { type ChosenTerms, choose, customerOf, type Priceable, PriceBook, partyOf, sameChoice } from './price-book.ts'

/** An event to price. */
export interface BillableEvent {
  readonly line: string
  readonly product: string
  readonly event: unknown
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

/** A charge to make, of an event or of a quote. */
export interface ChargeInput {
  readonly of: BillableEvent | { readonly quote: string }
  /** When it happened; defaults to now. */
  readonly effectiveAt?: Date | undefined
  /** The caller's own reference, such as an order number. */
  readonly reference?: string | undefined
  readonly hold?: string | undefined
  /** The order that the payer paid at a provider, with the provider's refund rules (src/gateways/gateway.ts). */
  readonly payment?: (OrderPaid & { readonly rules: RefundRules }) | undefined
  readonly idempotencyKey?: string | undefined
  /** The actor of the charge; defaults to the program itself. */
  readonly by?: Actor
}

export type RefundInput = Omit<RefundRequest, 'idempotency' | 'by'> & {
  readonly idempotencyKey?: string | undefined
  /** The actor of the refund; defaults to the program itself. */
  readonly by?: Actor
}

/** The parts of the lines that the engine uses: products, and the hook for posted charges (src/engine/line.ts). */
export interface EngineLines extends ProductList {
  readonly charged: ChargedHook | undefined
}

export interface EngineSettings {
  /** Number of concurrent batches per tenant (docs/decisions/0003-batched-posting.md). */
  readonly lanes?: number
  readonly maxBatch?: number
}

interface Tenant {
  readonly products: EngineLines
  readonly db: TenantDatabase
  readonly directory: AccountDirectory
  readonly charges: Gatherer<ChargeInput, ChargeResult>
  readonly refunds: Gatherer<RefundInput, RefundResult>
  readonly outcomes: Gatherer<RefundOutcome, FinalizedRefund | Problem>
  readonly prices: PriceBook
}

export class Engine {
  readonly products: EngineLines
  readonly #database: Database
  /** By `line/product`. */
  readonly #checks: ReadonlyMap<string, Validator>
  readonly #settings: Required<EngineSettings>
  readonly #tenants = new Map<number, Tenant>()

  constructor(database: Database, products: EngineLines, { lanes = 2, maxBatch = 400 }: EngineSettings = {}) {
    this.products = products
    this.#database = database
    this.#checks = new Map(products.products.map((each) => [productName(each), Compile(each.product.event)]))
    this.#settings = { lanes, maxBatch }
  }

  /**
   * The tenant's database and account directory, for journal entries, holds and reads.
   * @param by actor of the writes; optional for reads
   */
  tenant(id: number, by?: Actor): { readonly db: TenantDatabase; readonly directory: AccountDirectory } {
    const { db, directory } = this.#tenant(id)
    return { db: by ? db.as(by) : db, directory }
  }

  /** @throws Problem if the charge is refused; nothing has changed then. */
  async charge(tenant: number, input: ChargeInput): Promise<{ charge: ChargeRow; replayed: boolean }> {
    if (!('quote' in input.of)) this.#checkEvent(input.of)
    const result = await this.#tenant(tenant).charges.submit(input)
    if (result instanceof Problem) throw result
    return result
  }

  /** Prices an event without posting. */
  async price(tenant: number, event: BillableEvent): Promise<ChargeDraft> {
    this.#checkEvent(event)
    const [draft] = await priceAll(this.#tenant(tenant), [{ of: event }])
    if (draft instanceof Problem) throw draft
    return draft!
  }

  /** @param seconds how long the price is guaranteed */
  async quote(tenant: number, event: BillableEvent, seconds: number, by?: Actor): Promise<Quote> {
    return makeQuote(this.tenant(tenant, by).db, await this.price(tenant, event), seconds)
  }

  async previewRefund(
    tenant: number,
    request: Pick<RefundRequest, 'charge' | 'ask' | 'effectiveAt' | 'outside' | 'decided'>,
  ): Promise<RefundPreview> {
    const { db, directory } = this.#tenant(tenant)
    return previewRefund(db, directory, request)
  }

  /**
   * @throws Problem if the refund is refused; nothing has changed then. {@link StalePreview} carries the new preview.
   */
  async refund(tenant: number, input: RefundInput): Promise<PostedRefund> {
    const result = await this.#tenant(tenant).refunds.submit(input)
    if (result instanceof Problem) throw result
    return result
  }

  /** Records the outcome of a refund that a gateway executed. @throws Problem `refund_unknown`. */
  async finalizeRefund(tenant: number, outcome: RefundOutcome): Promise<FinalizedRefund> {
    const result = await this.#tenant(tenant).outcomes.submit(outcome)
    if (result instanceof Problem) throw result
    return result
  }

  /** Resolves when every accepted request is answered. */
  async drain(): Promise<void> {
    const all = [...this.#tenants.values()]
    await Promise.all(
      all.flatMap(({ charges, refunds, outcomes }) => [charges.drain(), refunds.drain(), outcomes.drain()]),
    )
  }

  #tenant(id: number): Tenant {
    const known = this.#tenants.get(id)
    if (known) return known
    const { lanes, maxBatch } = this.#settings
    const mayRetry = (error: unknown) => !isConnectionLost(error)
    const db = this.#database.tenant(id)
    const tenant: Tenant = {
      products: this.products,
      db,
      directory: new AccountDirectory(),
      charges: new Gatherer({ lanes, maxBatch, mayRetry }, (inputs) => chargeAll(tenant, inputs)),
      refunds: new Gatherer({ lanes: 1, maxBatch, mayRetry }, (inputs) => refundAll(tenant, inputs)),
      outcomes: new Gatherer({ lanes: 1, maxBatch, mayRetry }, (all) => finalizeRefunds(db, tenant.directory, all)),
      prices: new PriceBook(this.products, db),
    }
    this.#tenants.set(id, tenant)
    return tenant
  }

  /** @throws Problem `line_unknown`, `product_unknown`, `event_invalid` with every invalid field. */
  #checkEvent({ line, product, event }: BillableEvent): void {
    this.products.product(line, product)
    const check = this.#checks.get(`${line}/${product}`)!
    if (check.Check(event)) return
    const errors = (check.Errors(event) as readonly Fault[])
      .flatMap(fieldErrors)
      .map(({ pointer, message }) => ({ pointer: `/event${pointer}`, message }))
      .slice(0, 20)
    const reason = errors.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')
    throw new Problem('event_invalid', { line, product, reason }, errors)
  }
}

async function chargeAll(tenant: Tenant, inputs: ChargeInput[]): Promise<ChargeResult[]> {
  const drafts = await priceAll(tenant, inputs)
  const requests = inputs.map(
    ({ of, effectiveAt, reference, hold, payment, idempotencyKey, by = PROGRAM }, i): ChargeRequest => ({
      by,
      draft: payment ? withinRules(drafts[i]!, payment.rules) : drafts[i]!,
      effectiveAt: effectiveAt ?? null,
      reference: reference ?? null,
      hold: hold ?? null,
      payment: payment ? { gateway: payment.gateway, order: payment.order } : null,
      quote: 'quote' in of ? of.quote : null,
      idempotency:
        idempotencyKey === undefined
          ? null
          : {
              key: idempotencyKey,
              fingerprint: fingerprint({ of, effectiveAt, reference, hold, payment: payment?.order }),
            },
    }),
  )
  return postCharges(tenant.db, tenant.directory, requests, tenant.products.charged)
}

/** Freezes the stricter of the product's and the provider's refund rules on the charge. */
function withinRules(draft: ChargeDraft | Problem, rules: RefundRules): ChargeDraft | Problem {
  if (draft instanceof Problem) return draft
  const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
  return {
    ...draft,
    refund: {
      ...draft.refund,
      windowDays: least(draft.refund.windowDays, rules.windowDays),
      maxRefunds: least(draft.refund.maxRefunds, rules.maxRefunds),
      minGapSeconds: Math.max(draft.refund.minGapSeconds, rules.minGapSeconds),
    },
  }
}

function refundAll(tenant: Tenant, inputs: RefundInput[]): Promise<RefundResult[]> {
  return postRefunds(
    tenant.db,
    tenant.directory,
    inputs.map(({ idempotencyKey, ...request }) => {
      // The preview is not part of the fingerprint: a retry can carry a newer one.
      const { previewHash: _, by = PROGRAM, ...requested } = request
      const idempotency =
        idempotencyKey === undefined ? null : { key: idempotencyKey, fingerprint: fingerprint(requested) }
      return { ...request, by, idempotency }
    }),
  )
}

/**
 * Prices a batch; an event that cannot be priced becomes its problem. One read fetches rate cards, contracts, parties
 * and balances. The terms decide which parties and balances are needed, and the terms are chosen by the cards and
 * contracts as last read. In the rare case that the read changes that choice, it is repeated.
 */
async function priceAll(tenant: Tenant, inputs: readonly ChargeInput[]): Promise<(ChargeDraft | Problem)[]> {
  const { products, db, prices } = tenant
  const quoteIds = inputs.flatMap(({ of }) => ('quote' in of ? (quoteUuid(of.quote) ?? []) : []))
  const events = inputs.map(({ of, effectiveAt }) => ('quote' in of ? undefined : { ...of, effectiveAt }))
  const priceable = events.filter((event) => event !== undefined)
  const customers = events.map((event) => (event ? customerOf(products, event) : ''))
  for (;;) {
    const { known } = prices
    const choices = events.map((event, i) => event && choose(known, event, customers[i]!))
    const terms = await Promise.all(
      events.map((event, i) => event && prices.terms(choices[i]!, event).catch(onlyProblem)),
    )
    const [look, quotes] = await Promise.all([
      lookUp(db, needsOf(events, terms), new Set(priceable.map((event) => partyOf(products, event)))),
      readQuotes(db, quoteIds),
    ])
    prices.learn(
      look,
      customers.filter((_, i) => events[i]),
    )
    const holds = events.every((event, i) => !event || sameChoice(choices[i]!, choose(look, event, customers[i]!)))
    if (holds) return inputs.map((input, i) => completed(products, () => draftOf(input, terms[i], look, quotes)))
  }
}

type Found = ChosenTerms | Problem | undefined

function needsOf(events: readonly (Priceable | undefined)[], terms: readonly Found[]): Needs[] {
  return events.flatMap((event, i) => {
    const found = terms[i]
    return !event || !found || found instanceof Problem ? [] : found.pricer.needs(event.event)
  })
}

/** @throws Problem if the event cannot be priced. */
function draftOf({ of }: ChargeInput, found: Found, facts: Facts, quotes: ReadonlyMap<string, Quote>): ChargeDraft {
  if ('quote' in of) return draftOfQuote(of.quote, quotes)
  if (!found || found instanceof Problem) throw found
  const { line, product, event, metadata = {} } = of
  const { version, contract, pricer } = found
  return checkDraft({
    line,
    product,
    event,
    rateCard: version,
    ...(contract && { contract: { id: uuidToId('ctr', contract.id), party: contract.party } }),
    metadata,
    ...pricer.charge(event, facts),
  })
}

/** Returns a draft with its activity for the reports, or the problem that refuses it. */
function completed(products: ProductList, make: () => ChargeDraft): ChargeDraft | Problem {
  try {
    const draft = make()
    return { ...draft, activity: activityOf(products, draft) }
  } catch (error) {
    return onlyProblem(error)
  }
}

function onlyProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}

function quoteUuid(id: string): string | undefined {
  try {
    return idToUuid('qte', id)
  } catch {
    return undefined
  }
}

function draftOfQuote(id: string, quotes: ReadonlyMap<string, Quote>): ChargeDraft {
  const quote = quotes.get(idToUuid('qte', id))
  if (!quote) throw new Problem('quote_unknown', { quote: id })
  if (quote.expired) throw new Problem('quote_expired', { expiresAt: quote.expiresAt.toISOString() })
  return quote.draft
}
