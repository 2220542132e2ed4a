/** What one batch decides: holds, balances and repeated keys that meet in the same transaction. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { PROGRAM } from '../actor.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { checkLedger } from '../ledger/check.ts'
import { authorize, readHold } from '../ledger/holds.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { formatMicros, parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type ChargeRequest, type ChargeResult, postCharges } from './charge.ts'
import type { ChargeDraft, Component } from './draft.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const component = (kind: string, from: string, to: string, amount: string): Component => ({
  kind,
  from,
  to,
  amount: parseMicros(amount),
  unit: 'CNY',
  returns: 'pro-rata',
  quantum: 1n,
  why: [],
})

/** A payment from a wallet, which cannot be overdrawn; `reward` comes from the budget of a campaign. */
function draft(payer: string, amount: string, reward?: { from: string; amount: string }): ChargeDraft {
  const components = [component('principal', `${payer}/wallet`, 'mch_1/balance', amount)]
  if (reward) components.push(component('reward', reward.from, 'mch_1/balance', reward.amount))
  return {
    line: 'payments',
    product: 'scan-pay',
    payer,
    payerAccount: `${payer}/wallet`,
    payee: 'mch_1',
    unit: 'CNY',
    items: [{ id: '1', quantity: 1n, components }],
    refund: { windowDays: null, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' },
    rateCard: 1,
    metadata: {},
    event: {},
  }
}

const request = (
  priced: ChargeDraft | Problem,
  { hold, key }: { hold?: string; key?: string } = {},
): ChargeRequest => ({
  draft: priced,
  effectiveAt: null,
  reference: null,
  idempotency: key === undefined ? null : { key, fingerprint: fingerprint(key) },
  quote: null,
  hold: hold ?? null,
  payment: null,
  by: PROGRAM,
})

const post = (...requests: ChargeRequest[]) =>
  postCharges(world.db, world.engine.tenant(world.tenant).directory, requests)

async function hold(payer: string, amount: string): Promise<Uuid> {
  const { directory } = world.engine.tenant(world.tenant)
  const name = { path: `${payer}/wallet`, unit: 'CNY' }
  const expiresAt = new Date(Date.now() + 600_000)
  const held = await authorize(world.db, directory, name, { amount: parseMicros(amount), expiresAt, idempotency: null })
  return held.id
}

const heldOn = async (payer: string) => {
  const [row] = await world.db.query<{ held: bigint }>('SELECT held FROM account WHERE tenant = $1 AND path = $2', [
    world.tenant,
    `${payer}/wallet`,
  ])
  return formatMicros(row!.held, 'CNY')
}

const outcome = (result: ChargeResult) =>
  result instanceof Problem ? result.code : result.replayed ? 'replayed' : 'posted'

describe('holds in a batch', () => {
  it('makes the whole held amount available to the charge that captures the hold', async () => {
    await world.fund('usr_all/wallet', '10.00')
    const id = await hold('usr_all', '10.00')
    const results = await post(request(draft('usr_all', '10.00'), { hold: uuidToId('hld', id) }))
    expect(results.map(outcome)).toEqual(['posted'])
    expect(await readHold(world.db, id)).toMatchObject({ status: 'captured', captured: 10_000_000n })
    expect([await world.balance('usr_all/wallet'), await heldOn('usr_all')]).toEqual(['0.00', '0.00'])
  })

  it('keeps the held amount reserved when the charge that would capture it is refused', async () => {
    await world.fund('usr_kept/wallet', '10.00')
    await world.fund('cmp_small/budget', '1.00')
    const id = await hold('usr_kept', '6.00')
    const results = await post(
      request(draft('usr_kept', '6.00', { from: 'cmp_small/budget', amount: '1.01' }), { hold: uuidToId('hld', id) }),
      request(draft('usr_kept', '4.01')),
      request(draft('usr_kept', '4.00')),
    )
    expect(results.map(outcome)).toEqual(['insufficient_funds', 'insufficient_funds', 'posted'])
    expect(results[1]).toMatchObject({ params: { available: '4.00' } })
    expect(await readHold(world.db, id)).toMatchObject({ status: 'authorized', captured: 0n })
    expect([await world.balance('usr_kept/wallet'), await heldOn('usr_kept')]).toEqual(['6.00', '6.00'])
  })

  it('captures a hold once when two charges of the batch name it', async () => {
    await world.fund('usr_twice/wallet', '10.00')
    const id = await hold('usr_twice', '6.00')
    const capture = (amount: string) => request(draft('usr_twice', amount), { hold: uuidToId('hld', id) })
    expect((await post(capture('3.00'), capture('2.00'))).map(outcome)).toEqual(['posted', 'hold_closed'])
    expect(await readHold(world.db, id)).toMatchObject({ status: 'captured', captured: 3_000_000n })
    expect([await world.balance('usr_twice/wallet'), await heldOn('usr_twice')]).toEqual(['7.00', '0.00'])
  })

  it('gives a hold to the second charge of the batch when the first is refused', async () => {
    await world.fund('usr_next/wallet', '6.00')
    const id = await hold('usr_next', '6.00')
    const capture = (amount: string) => request(draft('usr_next', amount), { hold: uuidToId('hld', id) })
    expect((await post(capture('6.01'), capture('6.00'))).map(outcome)).toEqual(['hold_exceeded', 'posted'])
    expect([await world.balance('usr_next/wallet'), await heldOn('usr_next')]).toEqual(['0.00', '0.00'])
  })
})

describe('repeated keys', () => {
  it('answers a repeated key with its charge, although the balance no longer covers another one', async () => {
    await world.fund('usr_spent/wallet', '10.00')
    const again = request(draft('usr_spent', '10.00'), { key: 'spent' })
    const [first] = await post(again)
    expect(outcome(first!)).toBe('posted')
    const [repeated, other] = await post(again, request(draft('usr_spent', '0.01'), { key: 'spent-2' }))
    expect(repeated).toMatchObject({ replayed: true, charge: { id: (first as { charge: { id: string } }).charge.id } })
    expect(outcome(other!)).toBe('insufficient_funds')
    expect(await world.balance('usr_spent/wallet')).toBe('0.00')
  })

  it('answers a repeated key with its charge, although it can no longer be priced', async () => {
    await world.fund('usr_unpriced/wallet', '1.00')
    await post(request(draft('usr_unpriced', '1.00'), { key: 'unpriced' }))
    const unpriced = new Problem('party_unknown', { party: 'mch_gone' })
    const results = await post(request(unpriced, { key: 'unpriced' }), request(unpriced, { key: 'unpriced-2' }))
    expect(results.map(outcome)).toEqual(['replayed', 'party_unknown'])
  })

  it('posts the other charges of a batch once that repeats a key', async () => {
    await world.fund('usr_mixed/wallet', '3.00')
    const first = request(draft('usr_mixed', '1.00'), { key: 'mixed' })
    await post(first)
    const results = await post(first, request(draft('usr_mixed', '2.00'), { key: 'mixed-2' }), first)
    expect(results.map(outcome)).toEqual(['replayed', 'posted', 'replayed'])
    expect(await world.balance('usr_mixed/wallet')).toBe('0.00')
  })
})

it('passes the integrity check', async () => {
  expect((await checkLedger(world.db)).faults).toEqual([])
})
