/**
 * The laws of the books, on a real database: any sequence of charges, partial refunds, retries and failures, from
 * several engines at once, keeps every unit at zero and no account below its floor, refunds no more than was captured,
 * and ends like whole refunds.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkBooks } from '../src/charges/check.ts'
import type { ChargeRow } from '../src/charges/record.ts'
import { Engine } from '../src/engine/engine.ts'
import { uuidToId } from '../src/ids.ts'
import { extendChain } from '../src/ledger/chain.ts'
import { lines } from '../src/lines/index.ts'
import { Problem } from '../src/problem.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let engines: Engine[]
beforeAll(async () => {
  world = await makeWorld()
  engines = [world.engine, new Engine(world.database, lines)]
  await world.party('mch_2', { merchantCategory: 'jewelry' })
})
afterAll(() => world.close())

type Act =
  | { act: 'charge'; fen: number; merchant: number; retry: boolean }
  | { act: 'refund'; which: number; fen: number | null; retry: boolean }
  | { act: 'spend'; merchant: number }
  | { act: 'fund'; fen: number }
  | { act: 'nonsense' }

const fen = fc.integer({ min: 1, max: 50_000 })
const actArb: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('charge' as const), fen, merchant: fc.nat(1), retry: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('refund' as const),
      which: fc.nat(20),
      fen: fc.option(fen),
      retry: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('spend' as const), merchant: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('fund' as const), fen: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 1, arbitrary: fc.constant({ act: 'nonsense' as const }) },
)

const yuan = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
let serial = 0

async function perform(acts: readonly Act[], charges: ChargeRow[]): Promise<void> {
  await Promise.all(acts.map((act, n) => performOne(act, engines[n % 2]!, charges)))
}

async function performOne(act: Act, engine: Engine, charges: ChargeRow[]): Promise<void> {
  const key = `k${serial++}`
  const twice = async <T>(retry: boolean, run: () => Promise<T>) =>
    retry ? (await Promise.all([run(), run()]))[0] : run()
  switch (act.act) {
    case 'charge': {
      const event = {
        payer: 'usr_law',
        merchant: `mch_${act.merchant + 1}`,
        amount: { amount: yuan(act.fen), currency: 'CNY' },
        channel: 'sandbox',
      }
      const of = { line: 'payments', product: 'scan-pay', event }
      charges.push((await twice(act.retry, () => engine.charge(world.tenant, { of, idempotencyKey: key }))).charge)
      return
    }
    case 'refund': {
      const charge = charges[act.which % Math.max(charges.length, 1)]
      if (!charge) return
      const ask = act.fen === null ? {} : { amount: BigInt(act.fen) * 10_000n }
      const request = {
        charge: uuidToId('chg', charge.id),
        ask,
        reason: null,
        reference: null,
        effectiveAt: null,
        previewHash: null,
      }
      await twice(act.retry, () => engine.refund(world.tenant, { ...request, idempotencyKey: key })).catch(onlyProblem)
      return
    }
    case 'spend': {
      const path = `mch_${act.merchant + 1}/balance`
      const balance = await world.balance(path)
      if (balance !== '0.00') await world.drain(path, balance).catch(onlyProblem)
      return
    }
    case 'fund':
      return world.fund('cmp_cashback/budget', yuan(act.fen))
    case 'nonsense':
      await engine
        .charge(world.tenant, { of: { line: 'payments', product: 'scan-pay', event: { payer: 1 } } })
        .catch(onlyProblem)
  }
}

function onlyProblem(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}

const untouched = ['platform/revenue', 'platform/cost', 'sandbox/fees', 'usr_law/external']

it('keeps the books consistent through any sequence, which ends like full refunds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(actArb, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), async (rounds) => {
      const before = await Promise.all(untouched.map((path) => world.balance(path)))
      const charges: ChargeRow[] = []
      for (const acts of rounds) await perform(acts, charges)
      const report = await checkBooks(world.db)
      expect(report.faults).toEqual([])
      for (const charge of charges) {
        const whole = { charge: uuidToId('chg', charge.id), ask: {}, reason: null, reference: null, effectiveAt: null }
        await world.engine.refund(world.tenant, { ...whole, previewHash: null }).catch(onlyProblem)
      }
      // Everything is refunded: only the merchants (which spent money) and the campaign (which funded rewards) have a
      // different balance than before.
      expect(await Promise.all(untouched.map((path) => world.balance(path)))).toEqual(before)
    }),
    { numRuns: 25, verbose: 1 },
  )
  while ((await extendChain(world.db)) > 0);
  const report = await checkBooks(world.db)
  expect(report).toMatchObject({ faults: [], unchained: 0 })
  expect(report.blocks).toBeGreaterThan(0)
})

it('refuses changes of postings in the database itself', async () => {
  await world.pay('1.00')
  for (const statement of [
    'UPDATE transfer SET amount = amount + 1',
    'DELETE FROM transfer',
    'TRUNCATE transfer',
    'UPDATE charge SET captured = captured + 1',
    'DELETE FROM charge',
    'UPDATE block SET hash = hash',
    'DELETE FROM refund',
    'UPDATE batch SET recorded_at = now()',
    "UPDATE account SET balance = -1 WHERE path = 'mch_1/balance'",
  ]) {
    await expect(world.db.query(statement), statement).rejects.toThrow(/append-only|refused|account_floor/)
  }
})

it('finds tampering that bypassed the guards', async () => {
  await world.pay('1.00')
  while ((await extendChain(world.db)) > 0);
  await world.database.system.query('ALTER TABLE transfer DISABLE TRIGGER USER')
  await world.db.query(
    'UPDATE transfer SET amount = amount + 1 WHERE (batch, n) = (SELECT batch, n FROM transfer ORDER BY batch DESC, n LIMIT 1)',
  )
  const codes = (await checkBooks(world.db)).faults.map(({ code }) => code)
  expect(codes).toContain('balance_differs')
  expect(codes).toContain('credited_differs')
  expect(codes).toContain('chain_broken')
})
