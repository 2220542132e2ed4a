/** A tenant on a fresh database with the engine over it, for most whole-system tests. */

import { randomBytes } from 'node:crypto'
import { DEFAULT_POLICY, writePolicy } from '../src/approvals/policy.ts'
import type { ChargeRow } from '../src/charges/record.ts'
import type { TenantDatabase } from '../src/db/connect.ts'
import { Engine, type EngineSettings } from '../src/engine/engine.ts'
import { postJournal } from '../src/ledger/journal.ts'
import { type Party, putParty } from '../src/ledger/party.ts'
import { lines } from '../src/lines/index.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { createTenant } from '../src/tenants/tenants.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export interface World {
  readonly database: TestDatabase
  readonly engine: Engine
  readonly tenant: number
  readonly db: TenantDatabase
  close(): Promise<void>
  party(id: string, attributes?: Record<string, string>, kind?: Party['kind']): Promise<Party>
  /** Credits main units to an account from an external one. */
  fund(path: string, amount: string): Promise<void>
  /** Debits main units from an account, as a payout would. */
  drain(path: string, amount: string): Promise<void>
  /** Main units; "0.00" if the account does not exist. */
  balance(path: string, unit?: string): Promise<string>
  /** A scan-pay charge on the channel without limits. */
  pay(
    amount: string,
    options?: { merchant?: string; payer?: string; channel?: string; key?: string },
  ): Promise<ChargeRow>
}

/** `beside`: another tenant in the database of another world, which is much faster than a new database. */
export async function makeWorld(settings: EngineSettings = {}, beside?: Pick<World, 'database'>): Promise<World> {
  const database = beside?.database ?? (await testDatabase())
  const name = beside ? `test-${randomBytes(6).toString('hex')}` : 'test'
  const { id: tenant } = await createTenant(database, name, 'Asia/Shanghai')
  const engine = new Engine(database, lines, settings)
  const { db, directory } = engine.tenant(tenant)
  // Most tests act as one user; tests of approvals set their own policy.
  await db.transaction((tx) => writePolicy(tx, { ...DEFAULT_POLICY, mode: 'single-person' }))
  const move = (from: string, to: string, amount: string) =>
    postJournal(db, directory, {
      description: 'test',
      transfers: [{ from, to, amount: parseMicros(amount), unit: 'CNY', kind: 'funding' }],
      effectiveAt: null,
      idempotency: null,
    })
  const world: World = {
    database,
    engine,
    tenant,
    db,
    close: () => (beside ? Promise.resolve() : database.close()),
    party: (id, attributes = {}, kind = 'merchant') => putParty(db, { id, kind, name: id, attributes }),
    fund: async (path, amount) => void (await move('world/funding', path, amount)),
    drain: async (path, amount) => void (await move(path, 'world/external', amount)),
    async balance(path, unit = 'CNY') {
      const [row] = await db.query<{ balance: bigint }>(
        'SELECT balance FROM account WHERE tenant = $1 AND path = $2 AND unit = $3',
        [tenant, path, unit],
      )
      return formatMicros(row?.balance ?? 0n, unit)
    },
    async pay(amount, { merchant = 'mch_1', payer = 'usr_1', channel = 'sandbox', key } = {}) {
      const { charge } = await engine.charge(tenant, {
        of: {
          line: 'payments',
          product: 'scan-pay',
          event: { payer, merchant, amount: { amount, currency: 'CNY' }, channel },
        },
        idempotencyKey: key,
      })
      return charge
    },
  }
  await world.party('mch_1', { merchantCategory: 'restaurant' })
  return world
}
