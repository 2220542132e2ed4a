/**
 * Prices past charges under another rate card and totals the differences. Pure given its lookups ({@link Known}): it
 * runs on the caller's thread or on one of its own (worker.ts).
 *
 * A product with equal terms on both cards is not priced again; the charged amounts apply. Any other is priced twice,
 * with the terms of the charge and with the new ones, so that steps and parties can be compared. Where the former terms
 * no longer reproduce the charged amount (such as after a party changed its category), the charge is excluded and
 * counted, as the difference would not be caused by the card.
 */

import { mergePatch } from '../catalog/merge-patch.ts'
import type { Facts, PricedEvent, Pricer } from '../catalog/product.ts'
import type { RateCard } from '../catalog/rate-card.ts'
import { type CompiledCard, compileCard, compileContract, compilePublished } from '../catalog/terms.ts'
import { type Component, componentsOf } from '../charges/draft.ts'
import { canonical } from '../ledger/idempotency.ts'
import type { Party } from '../ledger/party.ts'
import { lines } from '../lines/index.ts'
import { MICROS_MAX, type Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { Causes, causeTerms } from './cause.ts'
import { costOf, Difference, revenueOf } from './difference.ts'
import { type Charged, chargedOf, Days, type PastCharges } from './past-charges.ts'
import type { Known, Wanted } from './past-events.ts'
import { remainingAfterRefunds } from './remaining.ts'
import {
  addCause,
  addParty,
  addUnpriced,
  type Cause,
  causeOf,
  cellOf,
  emptyTally,
  type Sums,
  type Tally,
} from './tally.ts'

/** Maximum number of cached parties and contracts; the cache is cleared beyond it. */
const REMEMBERED = 50_000

/** The former and the new pricing of a product. `same`: the terms are equal. */
interface Pair {
  readonly before: Pricer<unknown>
  readonly after: Pricer<unknown>
  readonly same: boolean
  /** Shared by all pairs of the product. */
  readonly causes: Causes<Cause>
}

export class Repricer {
  readonly tally: Tally = emptyTally()
  readonly #card: CompiledCard
  readonly #days: Days
  readonly #cards = new Map<number, CompiledCard | Problem>()
  readonly #contracts = new Map<string, unknown>()
  /** By name, then by version and contract. */
  readonly #pairs = new Map<string, Map<number | string, Pair | Problem>>()
  /** By name. */
  readonly #causes = new Map<string, Causes<Cause>>()
  readonly #difference = new Difference()
  readonly #otherUnits = new Map<string, Problem>()
  /** Null: not registered. */
  readonly #parties = new Map<string, Party | null>()
  readonly #facts: Facts = {
    party: (id) => {
      const party = this.#parties.get(id)
      if (!party) throw new Problem('party_unknown', { party: id })
      return party
    },
    // Budgets are assumed to be available, because their balances at the time are unknown.
    balance: () => MICROS_MAX,
    // The card is applied as if it had been in force when the series began.
    series: () => undefined,
  }

  /** @throws Problem `rate_card_invalid` with every field that is wrong. */
  constructor(card: RateCard, begins: Float64Array) {
    this.#days = new Days(begins)
    this.#card = compileCard(lines, { version: 0, card }, 'terms')
  }

  /** Returns the lookups that these charges still need; undefined when they can be priced. */
  wanted(page: readonly PastCharges[]): Wanted | undefined {
    const rateCards = new Set<number>()
    const contracts = new Set<string>()
    for (const { rateCard, contract } of page) {
      if (rateCard !== null && !this.#cards.has(rateCard)) rateCards.add(rateCard)
      if (contract !== null && !this.#contracts.has(contract)) contracts.add(contract)
    }
    if (rateCards.size + contracts.size > 0) return this.#want({ rateCards, contracts, parties: new Set() })
    const parties = this.#partiesOf(page, (id) => !this.#parties.has(id))
    if (parties.size === 0) return undefined
    if (this.#parties.size + parties.size <= REMEMBERED) return this.#want({ rateCards, contracts, parties })
    this.#parties.clear()
    return this.#want({ rateCards, contracts, parties: this.#partiesOf(page, () => true) })
  }

  #want({ rateCards, contracts, parties }: { [Name in keyof Wanted]: Set<Wanted[Name][number]> }): Wanted {
    for (const id of parties) this.#parties.set(id, null)
    return { rateCards: [...rateCards], contracts: [...contracts], parties: [...parties] }
  }

  #partiesOf(page: readonly PastCharges[], isWanted: (id: string) => boolean): Set<string> {
    const parties = new Set<string>()
    const addNeeded = (pricer: Pricer<unknown>, event: unknown) => {
      for (const id of pricer.needs(event).parties ?? []) if (isWanted(id)) parties.add(id)
    }
    for (const charges of page) {
      const pair = this.#pairOf(charges)
      if (pair instanceof Problem || !isPriced(pair, charges)) continue
      for (const event of charges.events!) {
        try {
          addNeeded(pair.before, event)
          if (!pair.same) addNeeded(pair.after, event)
        } catch {
          // An event that its product can no longer parse is counted when it is priced.
        }
      }
    }
    return parties
  }

  learn({ rateCards, contracts, parties }: Known): void {
    for (const { version, card } of rateCards) {
      try {
        this.#cards.set(version, compilePublished(lines, { version, card }, 'terms'))
      } catch (error) {
        this.#cards.set(version, onlyProblem(error))
      }
    }
    if (this.#contracts.size > REMEMBERED) {
      this.#contracts.clear()
      this.#pairs.clear()
    }
    for (const { id, terms } of contracts) this.#contracts.set(id, terms)
    for (const party of parties) this.#parties.set(party.id, party)
  }

  /** Adds charges to the tally. */
  take(page: readonly PastCharges[]): void {
    for (const charges of page) {
      const pair = this.#pairOf(charges)
      for (let n = 0; n < charges.count; n += 1) {
        const problem = pair instanceof Problem ? pair : this.#compare(pair, charges, n)
        if (problem) this.#leaveOut(charges, n, problem)
      }
    }
  }

  #pairOf({ name, unit, rateCard: version, contract, events }: PastCharges): Pair | Problem {
    if (events === null || version === null) return eventNotStored
    if (unit !== this.#card.currency) return this.#otherUnit(unit)
    let pairs = this.#pairs.get(name)
    if (!pairs) {
      pairs = new Map()
      this.#pairs.set(name, pairs)
    }
    const key = contract === null ? version : `${version} ${contract}`
    const known = pairs.get(key)
    if (known) return known
    let pair: Pair | Problem
    try {
      pair = this.#makePair(name, version, contract)
    } catch (error) {
      pair = onlyProblem(error)
    }
    pairs.set(key, pair)
    return pair
  }

  #otherUnit(unit: string): Problem {
    const known = this.#otherUnits.get(unit)
    if (known) return known
    const problem = new Problem('currency_mismatch', { expected: this.#card.currency, unit })
    this.#otherUnits.set(unit, problem)
    return problem
  }

  #makePair(name: string, version: number, contract: string | null): Pair {
    const [line, product] = name.split('/') as [string, string]
    lines.product(line, product) // throws for an unknown product
    const former = this.#cards.get(version)!
    if (former instanceof Problem) throw former
    const terms = contract === null ? undefined : { line, product, terms: this.#contracts.get(contract) }
    const pricerOf = (card: CompiledCard) =>
      terms ? compileContract(lines, card, terms, 'terms') : card.pricers.get(name)
    const termsOf = ({ card }: CompiledCard) =>
      terms ? mergePatch(card.products[name], terms.terms) : card.products[name]
    const [before, after] = [pricerOf(former), pricerOf(this.#card)]
    if (!before || !after) throw new Problem('product_not_priced', { line, product })
    const same = canonical(termsOf(former)) === canonical(termsOf(this.#card))
    return { before, after, same, causes: this.#causesOf(name) }
  }

  #causesOf(name: string): Causes<Cause> {
    const known = this.#causes.get(name)
    if (known) return known
    const causes = new Causes((key, before, after) =>
      causeOf(this.tally, name, name + key, () => causeTerms(before, after)),
    )
    this.#causes.set(name, causes)
    return causes
  }

  #compare(pair: Pair, charges: PastCharges, n: number): Problem | undefined {
    const { name } = charges
    const charged = chargedOf(charges, n)
    if (!isPriced(pair, charges)) {
      add(this.#cellOf(charges, n), charged, NOTHING)
      return undefined
    }
    const event = charges.events![n]
    let before: PricedEvent
    let after: PricedEvent
    try {
      before = pair.before.charge(event, this.#facts)
      after = pair.same ? before : pair.after.charge(event, this.#facts)
    } catch (error) {
      return error instanceof Problem ? error : unreadable(name, error)
    }
    const back = charges.returned && charges.returned[n]!
    const [old, fresh] = [componentsIn(before), pair.same ? componentsIn(before) : componentsIn(after)]
    if (!isAsCharged(before, old, charged, back)) return chargedDifferently
    for (const { kind, amount } of fresh) {
      if (amount < 0n) return new Problem('draft_invalid', draftFault(name, `${kind}: the amount is negative`))
    }
    const remaining = back && remainingAfterRefunds(before, after, back)
    const difference = this.#difference
    difference.fill(charges.unit, old, fresh, remaining)
    const cell = this.#cellOf(charges, n)
    add(cell, remaining ? leftOf(charges.unit, old, remaining.before) : charged, difference)
    if (difference.any) this.#count(pair, charges, cell, { old, fresh })
    return undefined
  }

  /** Counts a charge with a different result, by party and cause. */
  #count(
    { causes }: Pair,
    { unit }: PastCharges,
    cell: Sums,
    { old, fresh }: { readonly old: Components; readonly fresh: Components },
  ): void {
    const { revenue, cost, moved, count } = this.#difference
    cell.changed += 1
    for (let n = 0; n < count; n += 1) {
      const { party, unit: of, change } = moved[n]!
      if (change !== 0n) addParty(this.tally, { party, unit: of, change, events: 1 }, unit)
    }
    addCause(causes.of(old, fresh), { events: 1, revenue, cost })
  }

  #cellOf(charges: PastCharges, n: number): Sums {
    return cellOf(this.tally, charges.name, this.#days.of(charges, n))
  }

  #leaveOut(charges: PastCharges, n: number, problem: Problem): void {
    const { name, unit } = charges
    const detail = { en: problem.detail('en'), zh: problem.detail('zh') }
    addUnpriced(this.tally, {
      code: problem.code,
      name,
      unit,
      count: 1,
      revenue: chargedOf(charges, n).revenue,
      detail,
    })
  }
}

const NOTHING: Earnings = { revenue: 0n, cost: 0n }

function add(cell: Sums, before: Earnings, change: Earnings): void {
  cell.events += 1
  cell.revenueBefore += before.revenue
  cell.revenueAfter += before.revenue + change.revenue
  cell.costBefore += before.cost
  cell.costAfter += before.cost + change.cost
}

const eventNotStored = new Problem('event_not_kept', {})
const chargedDifferently = new Problem('charged_differently', {})

interface Earnings {
  readonly revenue: Micros
  readonly cost: Micros
}

/** Returns the revenue and cost of components after refunds. */
function leftOf(unit: string, components: Components, amounts: readonly Micros[]): Earnings {
  let [revenue, cost] = [0n, 0n]
  for (const [n, { from, to, unit: of }] of components.entries()) {
    if (of !== unit) continue
    revenue += revenueOf(from, to, amounts[n]!)
    cost += costOf(from, to, amounts[n]!)
  }
  return { revenue, cost }
}

/**
 * Returns whether a charge must be priced: with equal terms the charged amounts apply, but refunds need the components.
 */
function isPriced({ same }: Pair, { returned }: PastCharges): boolean {
  return !same || returned !== null
}

function isAsCharged(
  { payerAccount, unit }: PricedEvent,
  components: Components,
  charged: Charged,
  back: readonly Micros[] | null,
): boolean {
  let [revenue, cost, captured] = [0n, 0n, 0n]
  for (const { from, to, amount, unit: of } of components) {
    if (of === unit) {
      revenue += revenueOf(from, to, amount)
      cost += costOf(from, to, amount)
    }
    if (from === payerAccount) captured += amount
  }
  if (revenue !== charged.revenue || cost !== charged.cost || captured !== charged.captured) return false
  return !back || back.length === components.length
}

type Components = readonly Component[]

/** Returns all components; most drafts have one item, whose array is returned as is. */
function componentsIn({ items }: PricedEvent): Components {
  return items.length === 1 ? items[0]!.components : componentsOf({ items })
}

function onlyProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}

/**
 * Returns the problem for pricing that fails unexpectedly: the event no longer has the shape that the product requires.
 */
function unreadable(name: string, error: unknown): Problem {
  const [line, product] = name.split('/') as [string, string]
  return new Problem('event_invalid', { line, product, reason: (error as Error).message })
}

function draftFault(name: string, reason: string): { line: string; product: string; reason: string } {
  const [line, product] = name.split('/') as [string, string]
  return { line, product, reason }
}
