import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { formatMicros, parseMicros } from '../money/amount.ts'
import type { Account, BatchId } from './account.ts'
import { checkLedger } from './check.ts'
import { openAccounts } from './directory.ts'
import { balanceAt, listAccounts, listTransfers, readAccount, trialBalance } from './history.ts'
import { authorize, expireHolds, readHold, voidHold } from './holds.ts'
import { fingerprint } from './idempotency.ts'
import { postJournal } from './journal.ts'
import { post } from './post.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const later = (seconds: number) => new Date(Date.now() + seconds * 1000)

const directory = () => world.engine.tenant(world.tenant).directory
const nameOf = (path: string, unit = 'CNY') => ({ path, unit })

async function account(path: string): Promise<Account> {
  const name = nameOf(path)
  return (await world.db.transaction((tx) => openAccounts(tx, [name])))[0]!
}

const move = (from: string, to: string, amount: string, effectiveAt: Date | null = null, key?: string) =>
  postJournal(world.db, world.engine.tenant(world.tenant).directory, {
    description: 'test',
    transfers: [{ from, to, amount: parseMicros(amount), unit: 'CNY', kind: 'funding' }],
    effectiveAt,
    idempotency: key ? { key, fingerprint: fingerprint([from, to, amount]) } : null,
  })

describe('journal entries', () => {
  it('move money atomically', async () => {
    await move('world/funding', 'usr_j/wallet', '10.00')
    await expect(move('usr_j/wallet', 'usr_k/wallet', '10.01')).rejects.toMatchObject({
      code: 'insufficient_funds',
      params: { account: 'usr_j/wallet', available: '10.00' },
    })
    expect(await world.balance('usr_j/wallet')).toBe('10.00')
    await expect(move('usr_j/wallet', 'usr_j/wallet', '1.00')).rejects.toMatchObject({ code: 'request_invalid' })
    await expect(move('usr_j/wallet', 'usr_k/wallet', '0')).rejects.toMatchObject({ code: 'amount_not_positive' })
    await expect(move('usr_j', 'usr_k/wallet', '1')).rejects.toMatchObject({ code: 'account_path_invalid' })
    await expect(move('usr_j/pocket', 'usr_k/wallet', '1')).rejects.toMatchObject({ code: 'account_path_invalid' })
  })

  it('are created once per key, even concurrently', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, () => move('world/funding', 'usr_once/wallet', '3.00', null, 'j1')),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await world.balance('usr_once/wallet')).toBe('3.00')
    await expect(move('world/funding', 'usr_once/wallet', '4.00', null, 'j1')).rejects.toMatchObject({
      code: 'idempotency_conflict',
    })
  })

  it("post inside the caller's transaction and roll back with it", async () => {
    const [from, to] = [await account('world/funding'), await account('usr_tx/wallet')]
    const posting = {
      id: '01a2064e-6ab3-7000-8a02-26bcffd221c8' as Uuid,
      effectiveAt: null,
      transfers: [{ debit: from, credit: to, amount: 1_000_000n, kind: 'funding', component: null }],
    }
    const undone = world.db.transaction(async (tx) => {
      await post(tx, [posting])
      throw new Error('the caller changed its mind')
    })
    await expect(undone).rejects.toThrow('changed its mind')
    expect(await world.balance('usr_tx/wallet')).toBe('0.00')
  })

  it('refuse a future effective time and an overflow', async () => {
    await expect(move('world/funding', 'usr_f/wallet', '1', later(3600))).rejects.toMatchObject({
      code: 'effective_in_future',
    })
    await move('world/funding', 'usr_rich/wallet', '9000000000000')
    await expect(move('world/funding', 'usr_rich/wallet', '9000000000000')).rejects.toMatchObject({
      code: 'balance_out_of_range',
    })
    await move('usr_rich/wallet', 'world/funding', '9000000000000')
  })
})

describe('holds', () => {
  const hold = (path: string, amount: string, seconds: number, key?: string) =>
    authorize(world.db, directory(), nameOf(path), {
      amount: parseMicros(amount),
      expiresAt: later(seconds),
      idempotency: key ? { key, fingerprint: fingerprint([path, amount]) } : null,
    })

  it('reserve an amount that cannot be spent or held again until it is voided', async () => {
    await world.fund('usr_h/wallet', '10.00')
    const held = await hold('usr_h/wallet', '7.00', 60)
    await expect(move('usr_h/wallet', 'usr_x/wallet', '4.00')).rejects.toMatchObject({ params: { available: '3.00' } })
    await expect(hold('usr_h/wallet', '4.00', 60)).rejects.toMatchObject({ code: 'insufficient_funds' })
    await voidHold(world.db, held.id)
    expect((await voidHold(world.db, held.id)).status).toBe('voided')
    await move('usr_h/wallet', 'usr_x/wallet', '4.00')
  })

  it('expire automatically', async () => {
    await world.fund('usr_e/wallet', '5.00')
    const held = await hold('usr_e/wallet', '5.00', -1)
    expect(held.expired).toBe(true)
    expect(await expireHolds(world.db)).toBe(1)
    expect(await expireHolds(world.db)).toBe(0)
    expect((await readHold(world.db, held.id))!.status).toBe('expired')
    await expect(voidHold(world.db, held.id)).rejects.toMatchObject({ code: 'hold_closed' })
    await move('usr_e/wallet', 'usr_x/wallet', '5.00')
  })

  it('never reserve more than the balance, even concurrently', async () => {
    await world.fund('usr_m/wallet', '10.00')
    const results = await Promise.allSettled(Array.from({ length: 16 }, () => hold('usr_m/wallet', '3.00', 60)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  it('are created once per key', async () => {
    await world.fund('usr_k1/wallet', '10.00')
    const made = await Promise.all(Array.from({ length: 6 }, () => hold('usr_k1/wallet', '6.00', 60, 'h1')))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
})

describe('captures', () => {
  const event = (payer: string, amount: string) => ({
    line: 'payments',
    product: 'scan-pay',
    event: { payer, merchant: 'mch_1', amount: { amount, currency: 'CNY' }, channel: 'sandbox' },
  })

  it('capture a hold on the payer’s account once, and release the rest', async () => {
    const held = await authorize(world.db, directory(), nameOf('usr_c/external'), {
      amount: parseMicros('100.00'),
      expiresAt: later(60),
      idempotency: null,
    })
    const hold = uuidToId('hld', held.id)
    await expect(world.engine.charge(world.tenant, { of: event('usr_c', '100.01'), hold })).rejects.toMatchObject({
      code: 'hold_exceeded',
    })
    await expect(world.engine.charge(world.tenant, { of: event('usr_d', '1.00'), hold })).rejects.toMatchObject({
      code: 'hold_other_account',
    })
    const both = await Promise.allSettled(
      ['60.00', '60.00'].map((amount) => world.engine.charge(world.tenant, { of: event('usr_c', amount), hold })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await readHold(world.db, held.id)).toMatchObject({ status: 'captured', captured: 60_000_000n })
    await expect(world.engine.charge(world.tenant, { of: event('usr_c', '1.00'), hold })).rejects.toMatchObject({
      code: 'hold_closed',
    })
    expect(await world.balance('usr_c/external')).toBe('-60.00')
  })

  it('are refused after the hold has expired, swept or not', async () => {
    const held = await authorize(world.db, directory(), nameOf('usr_late/external'), {
      amount: 1_000_000n,
      expiresAt: later(-1),
      idempotency: null,
    })
    await expect(
      world.engine.charge(world.tenant, { of: event('usr_late', '1.00'), hold: uuidToId('hld', held.id) }),
    ).rejects.toMatchObject({ code: 'hold_expired' })
    await expireHolds(world.db)
  })
})

describe('history', () => {
  it('returns a past balance by recorded and by effective time', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 9, n))
    await move('world/funding', 'usr_t/wallet', '10.00', day(1))
    const between = new Date()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await move('world/funding', 'usr_t/wallet', '5.00', day(3))
    await move('world/funding', 'usr_t/wallet', '2.00', day(2)) // entered late
    const { id } = await account('usr_t/wallet')
    const at = async (when: Date, basis: 'recorded' | 'effective') =>
      formatMicros(await balanceAt(world.db, id, { at: when, basis }), 'CNY')
    expect(await at(day(1), 'effective')).toBe('10.00')
    expect(await at(day(2), 'effective')).toBe('12.00')
    expect(await at(day(3), 'effective')).toBe('17.00')
    expect(await at(day(3), 'recorded')).toBe('0.00')
    expect(await at(between, 'recorded')).toBe('10.00')
    expect(await at(new Date(), 'recorded')).toBe('17.00')
  })

  it('pages through an account without gaps or repetitions', async () => {
    for (const amount of ['1.00', '2.00', '3.00', '4.00', '5.00']) await move('usr_t/wallet', 'usr_p/wallet', amount)
    await move('usr_p/wallet', 'usr_t/wallet', '9.00')
    const { id } = await account('usr_p/wallet')
    const seen: string[] = []
    let after: { batch: BatchId; n: number } | undefined
    for (;;) {
      const page = await listTransfers(world.db, { account: id }, 2, after)
      if (page.length === 0) break
      seen.push(...page.map(({ amount }) => formatMicros(amount, 'CNY')))
      after = page.at(-1)
    }
    expect(seen).toEqual(['9.00', '5.00', '4.00', '3.00', '2.00', '1.00'])
  })

  it('lists only the accounts of the party', async () => {
    await world.fund('usr_list/wallet', '1.00')
    await world.fund('usr_list2/wallet', '1.00')
    const found = await listAccounts(world.db, { party: 'usr_list' }, 50)
    expect(found.map(({ path }) => path)).toEqual(['usr_list/wallet'])
    expect(await readAccount(world.db, { path: 'nobody/wallet', unit: 'CNY' })).toBeUndefined()
  })

  it('has a trial balance that sums to zero and matches the accounts', async () => {
    const through = { amount: parseMicros('7.00'), unit: 'CNY', kind: 'funding' }
    await postJournal(world.db, world.engine.tenant(world.tenant).directory, {
      description: 'through an account that ends where it began',
      transfers: [
        { ...through, from: 'platform/funding', to: 'usr_through/wallet' },
        { ...through, from: 'usr_through/wallet', to: 'usr_end/wallet' },
      ],
      effectiveAt: null,
      idempotency: null,
    })
    const rows = await trialBalance(world.db)
    expect(rows.reduce((sum, { balance }) => sum + balance, 0n)).toBe(0n)
    for (const { path, unit, balance } of rows) {
      expect((await readAccount(world.db, { path, unit }))!.balance).toBe(balance)
    }
    expect(rows).toContainEqual({
      ...{ path: 'usr_through/wallet', unit: 'CNY' },
      ...{ debit: parseMicros('7.00'), credit: parseMicros('7.00'), balance: 0n },
    })
    // The current one is read from the accounts, the historical one from the transfers alone.
    const [clock] = await world.db.query<{ now: Date }>("SELECT now() + interval '1 s' AS now")
    expect(await trialBalance(world.db, { at: clock!.now, basis: 'recorded' })).toEqual(rows)
  })
})

it('passes the integrity check', async () => {
  expect((await checkLedger(world.db)).faults).toEqual([])
})

it('isolates tenants from each other', async () => {
  const other = world.database.tenant(world.tenant + 1)
  for (const table of [
    'account',
    'transfer',
    'batch',
    'charge',
    'refund',
    'journal',
    'hold',
    'party',
    'rate_card',
    'quote',
    'block',
  ]) {
    const [row] = await other.query<{ n: bigint }>(`SELECT count(*) AS n FROM ${table}`)
    expect(row!.n, table).toBe(0n)
  }
})
