/** Payers, customers and renewals match their definitions regardless of folding. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { newUuid } from '../ids.ts'
import { putParty } from '../ledger/party.ts'
import { createTenant } from '../tenants/tenants.ts'
import type { ChargeActivity, Term } from './activity.ts'
import { foldRollups } from './fold.ts'
import { type DayRange, readIndustries, readPayers, readRenewals } from './read.ts'
import { chargeRollups, refundRollups, writeRollups } from './write.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

interface Sold {
  readonly product: string
  readonly payer: string
  /** Day of 2026, from 0. */
  readonly day: number
  readonly days: number
  readonly given: boolean
  readonly free: boolean
}

const sold: fc.Arbitrary<Sold> = fc.record({
  product: fc.constantFrom('archive', 'contact-api'),
  payer: fc.constantFrom('cmp_1', 'cmp_2', 'cmp_3'),
  // often where the period, today or another term ends
  day: fc.nat(15).map((n) => n * 10),
  days: fc.integer({ min: 1, max: 4 }).map((n) => n * 10),
  given: fc.boolean(),
  free: fc.boolean(),
})

const MONTHS = { from: '2026-02-01', to: '2026-05-01' }
/** The 40th to the 100th day of the year; today is the 110th in half of the runs, the 90th in the others. */
const TERMS = { from: '2026-02-10', to: '2026-04-11' }
const DATES = ['2026-04-21', '2026-04-01'] as const
const industries: Readonly<Record<string, string | null>> = { cmp_1: 'finance', cmp_2: 'retail', cmp_3: null }

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
const termOf = ({ day, days }: Sold): Term => ({ starts: dayOf(day), ends: dayOf(day + days) })

async function tenant(): Promise<TenantDatabase> {
  const { id } = await createTenant(world.database, `customers ${newUuid()}`, 'Asia/Shanghai')
  const db = world.database.tenant(id)
  for (const [party, industry] of Object.entries(industries))
    if (industry !== null) await putParty(db, { id: party, kind: 'company', name: party, attributes: { industry } })
  return db
}

/** Writes in batches and folds a number of deltas after each. */
async function write(
  db: TenantDatabase,
  batches: readonly (readonly Sold[])[],
  folds: readonly number[],
): Promise<void> {
  for (const [n, batch] of batches.entries()) {
    const made = batch.map((one): ChargeActivity & { given: boolean } => ({
      id: newUuid(),
      line: 'enterprise',
      product: one.product,
      payer: one.payer,
      payerAccount: `${one.payer}/external`,
      unit: 'CNY',
      captured: one.free ? 0n : 1_000_000n,
      effectiveAt: new Date(`${dayOf(one.day)}T12:00:00+08:00`),
      quoted: false,
      flows: [],
      term: termOf(one),
      given: one.given,
    }))
    const back = made.filter(({ given }) => given)
    const refunds = back.map(({ id, captured, effectiveAt, ...charge }) => ({
      ...charge,
      charge: id,
      amount: captured,
      reason: null,
      effectiveAt,
      whole: true,
      undone: false,
    }))
    await db.transaction((tx) => writeRollups(tx, chargeRollups(db.tenant, made)))
    await db.transaction((tx) => writeRollups(tx, refundRollups(db.tenant, refunds)))
    const most = folds[n % folds.length]!
    if (most > 0) await foldRollups(db, most)
  }
}

function payersOf(all: readonly Sold[], { from, to }: DayRange): string[] {
  const found: string[] = []
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']) {
    if (`${month}-01` < from || `${month}-01` >= to) continue
    for (const product of ['archive', 'contact-api', '']) {
      const own = all.filter((one) => dayOf(one.day).startsWith(month) && (product === '' || one.product === product))
      const times = Map.groupBy(own, ({ payer }) => payer)
      const repeat = [...times.values()].filter(({ length }) => length > 1).length
      if (times.size > 0) found.push(`${month}-01 ${product} ${times.size} ${repeat}`)
    }
  }
  return found.sort()
}

function industriesOf(all: readonly Sold[], { from, to }: DayRange): string[] {
  const within = all.filter(({ day }) => dayOf(day) >= from && dayOf(day) < to)
  const customers = new Set(within.map(({ product, payer }) => `${product} ${payer}`))
  const names = [...customers].map((each) => `${each.split(' ')[0]} ${industries[each.split(' ')[1]!]}`)
  return [...Map.groupBy(names, (name) => name)].map(([name, same]) => `${name} ${same.length}`).sort()
}

/** The definition of a renewal, applied term by term. */
function renewalsOf(all: readonly Sold[], { from, to }: DayRange, today: string): string[] {
  const terms = all.filter(({ given }) => !given)
  const found: string[] = []
  for (const product of ['archive', 'contact-api']) {
    let [due, renewed] = [0, 0]
    for (const payer of Object.keys(industries)) {
      const own = terms.filter((one) => one.product === product && one.payer === payer).map(termOf)
      const ended = new Set(own.map(({ ends }) => ends).filter((day) => day >= from && day < to && day < today))
      due += ended.size
      renewed += [...ended].filter((day) => own.some(({ starts, ends }) => starts <= day && ends > day)).length
    }
    if (due > 0) found.push(`${product} ${renewed}/${due}`)
  }
  return found.sort()
}

describe('customers', () => {
  it('are counted by month, industry and renewal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(sold, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...DATES),
        async (batches, folds, today) => {
          const db = await tenant()
          const all = batches.flat().filter(({ free }) => !free)
          await write(db, batches, folds)
          await db.transaction(async (tx) => {
            const payers = await readPayers(tx, MONTHS, ['enterprise', ''])
            const counted = payers.map((row) => `${row.month} ${row.product} ${row.payers} ${row.repeatPayers}`)
            expect(counted.sort()).toEqual(payersOf(all, MONTHS))
            const found = await readIndustries(tx, MONTHS, 'enterprise')
            const lines = found.map(({ product, industry, customers }) => `${product} ${industry} ${customers}`)
            expect(lines.sort()).toEqual(industriesOf(all, MONTHS))
            const renewals = [...(await readRenewals(tx, 'enterprise', TERMS, today))]
            const due = renewals.filter(([, each]) => each.due > 0)
            expect(due.map(([product, each]) => `${product} ${each.renewed}/${each.due}`).sort()).toEqual(
              renewalsOf(all, TERMS, today),
            )
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})
