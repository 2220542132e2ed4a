/**
 * Properties that hold for every product of every line, tested on a real database. A product is tested with its example
 * and with events generated from it; a line whose events need more care exports its own generators (product id →
 * arbitrary) from a file next to this one.
 */
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { LineProduct, Product } from '../../src/catalog/product.ts'
import { publishRateCard, type RateCard } from '../../src/catalog/rate-card.ts'
import { defaultCard } from '../../src/catalog/terms.ts'
import { checkBooks } from '../../src/charges/check.ts'
import { readItems } from '../../src/charges/draft.ts'
import { explainCharge } from '../../src/charges/explain.ts'
import { type ChargeRow, readCharges } from '../../src/charges/record.ts'
import { uuidToId } from '../../src/ids.ts'
import type { Language } from '../../src/language.ts'
import { parsePath, purposes } from '../../src/ledger/account.ts'
import { postJournal } from '../../src/ledger/journal.ts'
import { lines } from '../../src/lines/index.ts'
import { formatMicros, minorUnit, parseMicros } from '../../src/money/amount.ts'
import type { Step } from '../../src/pricing/price.ts'
import { Problem } from '../../src/problem.ts'
import { type RefundAsk, refundableOf } from '../../src/refunds/plan.ts'
import type { RefundRow } from '../../src/refunds/record.ts'
import type { World } from '../world.ts'

/** A product under test, with its own tenant. */
export interface Trial {
  readonly world: World
  readonly line: LineProduct['line']
  readonly product: Product
  readonly events: fc.Arbitrary<unknown>
}

/**
 * Each law is tested with the example and with generated events; shrinking a counterexample is cut off by the time
 * limit.
 */
const EFFORT = { numRuns: 8, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true }
/** Factor by which the funds of the example are multiplied on the paying accounts. */
const PLENTY = 1_000_000n

/** Creates the parties and funds that the example of a product needs. `funded: false` creates the parties only. */
export async function makeTrial(
  world: World,
  line: LineProduct['line'],
  product: Product,
  funded = true,
): Promise<Trial> {
  for (const { id, kind, attributes } of product.example.parties) await world.party(id, { ...attributes }, kind)
  if (funded) for (const fund of product.example.funds ?? []) await endow(world, fund)
  await world.db.transaction((tx) => publishRateCard(tx, loosened(defaultCard(lines)), new Date(1)))
  return { world, line, product, events: await eventsOf(line, product) }
}

async function endow({ db, engine, tenant }: World, fund: { path: string; amount: string; unit?: string }) {
  const { path, unit = 'CNY' } = fund
  await postJournal(db, engine.tenant(tenant).directory, {
    description: 'endowment',
    transfers: [
      { from: 'world/funding', to: path, amount: parseMicros(fund.amount, unit) * PLENTY, unit, kind: 'funding' },
    ],
    effectiveAt: null,
    idempotency: null,
  })
}

/**
 * Removes the limits on the number and frequency of refunds from a card: gateways impose them and are tested with them.
 */
function loosened(card: RateCard): RateCard {
  return JSON.parse(JSON.stringify(card), (_, value) =>
    value && typeof value === 'object' && 'minGapSeconds' in value
      ? { ...value, minGapSeconds: 0, maxRefunds: null }
      : value,
  ) as RateCard
}

async function eventsOf(line: LineProduct['line'], product: Product): Promise<fc.Arbitrary<unknown>> {
  const file = new URL(`./${line.id}.ts`, import.meta.url)
  if (existsSync(file)) {
    const { generate } = (await import(file.href)) as { generate: Record<string, fc.Arbitrary<unknown> | undefined> }
    const own = generate[product.id]
    if (own) return own
  }
  return around(product.example.event)
}

/** Generates variants of an event: amounts and counts vary, everything else is constant. */
export function around(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'number') return fc.integer({ min: 1, max: 3 * value })
  if (Array.isArray(value)) return fc.tuple(...value.map(around))
  if (value === null || typeof value !== 'object') return fc.constant(value)
  if ('amount' in value && 'currency' in value && typeof value.amount === 'string') {
    const unit = String(value.currency)
    const most = (parseMicros(value.amount) * 4n) / minorUnit(unit)
    const amount = fc.bigInt(1n, most > 1n ? most : 2n).map((minor) => formatMicros(minor * minorUnit(unit), unit))
    return amount.map((text) => ({ ...value, amount: text }))
  }
  return fc.record(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, around(each)])))
}

/** A percentage above 100% on a rate card is refused when the terms are compiled, not with each charge. */
export function sharesAreParts(product: Product): void {
  const visit = (at: unknown, raised: (to: unknown) => unknown): void => {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return
    if ('model' in at && at.model === 'percentage') {
      const terms = raised({ ...at, rate: '1.5' })
      expect(() => product.compile(terms as never, 'CNY')).toThrow(expect.objectContaining({ code: 'terms_invalid' }))
    }
    for (const [name, part] of Object.entries(at)) visit(part, (to) => raised({ ...at, [name]: to }))
  }
  visit(product.defaultTerms, (to) => to)
}

/** Charging the example yields the components that it states, to the last digit. */
export async function exampleHolds(trial: Trial): Promise<void> {
  const { components } = trial.product.example
  const charge = await chargeOn(trial, trial.product.example.event)
  const sums = new Map<string, { amount: bigint; unit: string }>()
  for (const { kind, amount, unit } of componentsOf(charge)) {
    sums.set(kind, { amount: (sums.get(kind)?.amount ?? 0n) + amount, unit })
  }
  const came = [...sums].map(([kind, { amount, unit }]) => [kind, formatMicros(amount, unit)])
  expect(Object.fromEntries(came)).toEqual(components)
}

/**
 * A charge and its full refund. The transfers match the components, sum to zero in every unit, and the payer pays the
 * captured amount; the refund restores every account, except what the policy retains; and both are explained in both
 * languages, with a sentence for every step.
 */
export async function thereAndBack(trial: Trial): Promise<void> {
  await everyEvent(trial, async (charge, before) => {
    componentsSum(charge, difference(before, await balances(trial)))
    explainsItself(explainCharge(charge))
    if (refundableOf(charge) === 0n) return
    explainsItself((await refundOn(trial, charge, {})).plan.steps)
    expect(difference(before, await balances(trial))).toEqual(sumOf(charge, ({ returns }) => returns === 'never'))
    await expect(refundOn(trial, charge, {})).rejects.toMatchObject({ code: 'refund_nothing_left' })
  })
}

function componentsSum(charge: ChargeRow, moved: Books): void {
  expect(moved).toEqual(sumOf(charge, () => true))
  const units = new Map<string, bigint>()
  for (const [name, change] of Object.entries(moved)) {
    const unit = name.split(' ')[1]!
    units.set(unit, (units.get(unit) ?? 0n) + change)
  }
  expect([...units.values()].filter((sum) => sum !== 0n)).toEqual([])
  const paid = componentsOf(charge).filter(({ from }) => from === charge.draft.payerAccount)
  expect(sum(paid, ({ amount }) => amount)).toBe(charge.captured)
}

/**
 * The same key, concurrently or later, returns the same charge and moves nothing twice; with another body it is
 * refused.
 */
export async function retryGivesTheSame(trial: Trial): Promise<void> {
  let serial = 0
  const property = fc.asyncProperty(trial.events, async (event) => {
    const idempotencyKey = `retry-${serial++}`
    const before = await balances(trial)
    const twice = [1, 2].map(() => attempt(trial, event, { idempotencyKey }))
    const [first, second] = await Promise.all(twice)
    if (!first) return
    const third = await chargeOn(trial, event, { idempotencyKey })
    expect([second!.id, third.id]).toEqual([first.id, first.id])
    expect(difference(before, await balances(trial))).toEqual(sumOf(first, () => true))
    const other = await chargeOn(trial, event, { idempotencyKey, metadata: { other: 'body' } }).catch((error) => error)
    expect(other).toMatchObject({ code: 'idempotency_conflict' })
  })
  await fc.assert(property, { ...EFFORT, examples: [[trial.product.example.event]] })
  expect((await checkBooks(trial.world.db)).faults).toEqual([])
}

/** Refunds to request, as shares of what is left: by amount, or of one item by amount or quantity. */
const askArb = fc.record({
  by: fc.constantFrom('amount' as const, 'itemAmount' as const, 'itemQuantity' as const),
  item: fc.nat(7),
  percent: fc.integer({ min: 1, max: 100 }),
})
type Share = typeof askArb extends fc.Arbitrary<infer T> ? T : never

/**
 * However a refund is split, by amounts and by items, it ends with the balances of the full refund and never exceeds
 * it.
 */
export async function splitsEndLikeTheWhole(trial: Trial): Promise<void> {
  await fc.assert(
    fc.asyncProperty(trial.events, fc.array(askArb, { minLength: 1, maxLength: 4 }), async (event, shares) => {
      const before = await balances(trial)
      const charge = await attempt(trial, event)
      if (!charge || refundableOf(charge) === 0n) return
      let left = refundableOf(charge)
      for (const share of shares) {
        left -= await refundShare(trial, charge, share, left)
        await standsInProportion(trial, charge)
      }
      expect(left).toBeGreaterThanOrEqual(0n)
      if (left > 0n) expect((await refundOn(trial, charge, {})).amount).toBe(left)
      expect(difference(before, await balances(trial))).toEqual(sumOf(charge, ({ returns }) => returns === 'never'))
    }),
    { ...EFFORT, examples: [[trial.product.example.event, shareExamples]] },
  )
  expect((await checkBooks(trial.world.db)).faults).toEqual([])
}

/** However much of a charge is refunded, each pro-rata component has returned its share, to within its quantum. */
async function standsInProportion({ world }: Trial, { id }: ChargeRow): Promise<void> {
  const { draft, returned } = (await readCharges(world.db, [id])).get(id)!
  if (!returned) return
  let first = 0
  for (const { id: item, components } of readItems(draft)) {
    const states = components.map((component, n) => ({ ...component, back: returned[first + n]! }))
    first += components.length
    const paid = states.filter(({ from, returns }) => from === draft.payerAccount && returns !== 'never')
    const [base, refunded] = [sum(paid, ({ amount }) => amount), sum(paid, ({ back }) => back)]
    const proRata = sum(paid, ({ returns, amount }) => (returns === 'pro-rata' ? amount : 0n))
    for (const { kind, from, amount, quantum, returns, back } of states) {
      const where = `${item} ${kind}: ${back} of ${amount} where ${refunded} of ${base} came back`
      if (refunded === base) expect(back, where).toBe(returns === 'never' ? 0n : amount)
      else if (returns !== 'pro-rata') expect(back, where).toBe(0n)
      else {
        const off = 2n * (back * proRata - amount * refunded)
        // The components of the payer share each refund exactly, so one may be off by a quantum; all others are rounded
        // separately.
        const most = (from === draft.payerAccount ? 2n : 1n) * quantum * proRata
        expect(off <= most && -off <= most, where).toBe(true)
      }
    }
  }
}

function sum<T>(all: readonly T[], of: (one: T) => bigint): bigint {
  return all.reduce((total, one) => total + of(one), 0n)
}

const shareExamples: Share[] = [
  { by: 'itemQuantity', item: 0, percent: 40 },
  { by: 'amount', item: 0, percent: 33 },
  { by: 'itemAmount', item: 1, percent: 50 },
]

/** A part that cannot be refunded separately, or exceeds what is left, is refused. These refusals are expected here. */
const partRefusals = [
  'refund_whole_only',
  'refund_nothing_left',
  'refund_exceeds_refundable',
  'refund_quantity_exceeded',
]

async function refundShare(trial: Trial, charge: ChargeRow, { by, item, percent }: Share, left: bigint) {
  const { items } = charge.draft
  const { id, quantity, components } = items[item % items.length]!
  const share = (of: bigint) => (of * BigInt(percent)) / 100n
  const inMinor = (of: bigint) => {
    const most = share(of) - (share(of) % minorUnit(charge.unit))
    return most > 0n ? most : minorUnit(charge.unit)
  }
  const own = components.filter(({ from, returns }) => from === charge.draft.payerAccount && returns !== 'never')
  const price = sum(own, ({ amount }) => parseMicros(amount.amount))
  const asks: Record<Share['by'], RefundAsk> = {
    amount: { amount: inMinor(left) },
    itemAmount: { items: [{ id, amount: inMinor(price) }] },
    itemQuantity: { items: [{ id, quantity: share(BigInt(quantity)) || 1n }] },
  }
  try {
    return (await refundOn(trial, charge, asks[by])).amount
  } catch (error) {
    if (!(error instanceof Problem) || !partRefusals.includes(error.code)) throw error
    return 0n
  }
}

/** A refused charge changes nothing, whether the event is malformed or cannot be priced. */
export async function refusedLeavesNoTrace(trial: Trial): Promise<void> {
  const before = await traces(trial)
  for (const event of malformed(trial.product.example.event)) {
    await expect(chargeOn(trial, event), JSON.stringify(event)).rejects.toMatchObject({ code: 'event_invalid' })
  }
  expect(await traces(trial)).toEqual(before)
  for (const event of unpriceable(trial.product.example.event)) {
    const held = await traces(trial)
    if (!(await attempt(trial, event))) expect(await traces(trial)).toEqual(held)
  }
}

function malformed(event: unknown): unknown[] {
  const whole = event as Record<string, unknown>
  return [null, [], 'event', {}, { ...whole, surprise: true }]
}

/** Variants of an event with one amount zero, negative, finer than a micro, too large, or in an unknown currency. */
function unpriceable(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return []
  if ('amount' in value && 'currency' in value) {
    const amounts = ['0', '-1.00', '0.0000001', '9999999999999']
    return [...amounts.map((amount) => ({ ...value, amount })), { ...value, currency: 'XXX' }]
  }
  return Object.entries(value).flatMap(([name, each]) =>
    unpriceable(each).map((other) =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other },
    ),
  )
}

/**
 * A payer without money is refused with `insufficient_funds`, without a trace; a payer outside the ledger is never
 * short.
 */
export async function shortPayerLeavesNoTrace(penniless: Trial): Promise<void> {
  const before = await traces(penniless)
  const draft = await penniless.world.engine.price(
    penniless.world.tenant,
    eventOf(penniless, penniless.product.example.event),
  )
  const outcome = await chargeOn(penniless, penniless.product.example.event).catch((error: unknown) => error)
  const funds = penniless.product.example.funds ?? []
  const { purpose } = parsePath(draft.payerAccount)
  if (purposes[purpose].floored || outcome instanceof Error) {
    expect(outcome).toMatchObject({ code: 'insufficient_funds' })
    expect(funds.length, 'an example whose payer needs money funds it').toBeGreaterThan(0)
    expect(await traces(penniless)).toEqual(before)
  }
}

function explainsItself(steps: readonly Step[]): void {
  for (const one of steps) for (const language of ['en', 'zh'] as const) checkSentence(one, language)
}

/** The text is not empty, every parameter is filled in, and the text is Chinese unless it consists of figures. */
function checkSentence(step: Step, language: Language): void {
  const words = lines.explanations.steps[step.code]
  expect(words, `a text for step ${step.code}`).toBeDefined()
  const text = lines.explanations.render([step], language, 'Asia/Shanghai')[0]!
  expect(text, `step ${step.code}`).not.toMatch(/[{}]|undefined|NaN|\[object/)
  if (language === 'zh' && words!.zh !== words!.en) expect(text, `Chinese for ${step.code}`).toMatch(/\p{Script=Han}/u)
}

/** Runs with the example and with generated events that the product accepts; `before` is the state of the books. */
async function everyEvent(trial: Trial, holds: (charge: ChargeRow, before: Books) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(trial.events, async (event) => {
      const before = await balances(trial)
      const charge = await attempt(trial, event)
      if (charge) await holds(charge, before)
    }),
    { ...EFFORT, examples: [[trial.product.example.event]] },
  )
  expect((await checkBooks(trial.world.db)).faults).toEqual([])
}

const eventOf = ({ line, product }: Trial, event: unknown, metadata?: Record<string, string>) => ({
  line: line.id,
  product: product.id,
  event,
  metadata,
})

interface Options {
  readonly idempotencyKey?: string
  readonly metadata?: Record<string, string>
}

export async function chargeOn(
  trial: Trial,
  event: unknown,
  { idempotencyKey, metadata }: Options = {},
): Promise<ChargeRow> {
  const of = eventOf(trial, event, metadata)
  return (await trial.world.engine.charge(trial.world.tenant, { of, idempotencyKey })).charge
}

/** Returns the charge, or undefined if the product refuses the event. */
async function attempt(trial: Trial, event: unknown, options?: Options): Promise<ChargeRow | undefined> {
  try {
    return await chargeOn(trial, event, options)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

export async function refundOn({ world }: Trial, charge: ChargeRow, ask: RefundAsk): Promise<RefundRow> {
  const nothing = { reason: null, reference: null, effectiveAt: null, previewHash: null }
  const result = await world.engine.refund(world.tenant, { charge: uuidToId('chg', charge.id), ask, ...nothing })
  return result.refund
}

/** Balances by `path unit`, without accounts whose balance is zero. */
type Books = Readonly<Record<string, bigint>>

async function balances({ world }: Trial): Promise<Books> {
  const rows = await world.db.query<{ path: string; unit: string; balance: bigint }>(
    'SELECT path, unit, balance FROM account WHERE tenant = $1 AND balance <> 0',
    [world.tenant],
  )
  return Object.fromEntries(rows.map(({ path, unit, balance }) => [`${path} ${unit}`, balance]))
}

/** Everything that a charge could leave behind: balances, and the number of rows of each kind. */
async function traces(trial: Trial): Promise<unknown> {
  const [counts] = await trial.world.db.query(
    `SELECT (SELECT count(*) FROM charge WHERE tenant = $1) AS charges,
            (SELECT count(*) FROM transfer WHERE tenant = $1) AS transfers,
            (SELECT count(*) FROM batch WHERE tenant = $1) AS batches,
            (SELECT coalesce(sum(held), 0) FROM account WHERE tenant = $1) AS held`,
    [trial.world.tenant],
  )
  return { ...(counts as object), balances: await balances(trial) }
}

function difference(before: Books, after: Books): Books {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const changes = [...names].map((name) => [name, (after[name] ?? 0n) - (before[name] ?? 0n)] as const)
  return Object.fromEntries(changes.filter(([, change]) => change !== 0n))
}

type StoredComponents = ReturnType<typeof componentsOf>
function componentsOf(charge: ChargeRow) {
  return readItems(charge.draft).flatMap(({ components }) => components)
}

/** Sums the changes by account for the components that match `meant`. */
function sumOf(charge: ChargeRow, meant: (component: StoredComponents[number]) => boolean): Books {
  const sums: Record<string, bigint> = {}
  for (const component of componentsOf(charge).filter(meant)) {
    const { from, to, unit, amount } = component
    sums[`${from} ${unit}`] = (sums[`${from} ${unit}`] ?? 0n) - amount
    sums[`${to} ${unit}`] = (sums[`${to} ${unit}`] ?? 0n) + amount
  }
  return difference({}, sums)
}
