import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { makeWorld, type World } from '../../test/world.ts'
import { AccountDirectory } from './directory.ts'
import { postJournal } from './journal.ts'

let database: TestDatabase
let world: World
// The role that serves requests owns no table, and only an owner may analyze one before PostgreSQL 17.
beforeAll(async () => {
  database = await testDatabase({ role: 'application' })
  world = await makeWorld({}, { database })
})
afterAll(() => database.close())

/**
 * Returns the generic plan of a lookup, independent of its parameters. Connections run all statements with generic
 * plans.
 */
function planOf(lookup: string, parameters: string): Promise<string> {
  return world.db.transaction(async (tx) => {
    await tx.execute(`PREPARE looking (${parameters}) AS ${lookup}`)
    const example = parameters.replaceAll(/\w+/g, 'NULL')
    const lines = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE looking (${example})`)
    await tx.execute('DEALLOCATE looking')
    return lines.map((line) => line['QUERY PLAN']).join('\n')
  })
}

it('makes a new database look up accounts by the intended index', async () => {
  const byId = () => planOf('SELECT balance FROM account WHERE tenant = $1 AND id = $2', 'int, bigint')
  const byPath = () => planOf('SELECT id FROM account WHERE tenant = $1 AND path = $2 AND unit = $3', 'int, text, text')
  const directory = new AccountDirectory()
  await postJournal(world.db, directory, {
    description: 'first accounts',
    transfers: [{ from: 'world/funding', to: 'usr_a/wallet', amount: 1_000_000n, unit: 'CNY', kind: 'funding' }],
    effectiveAt: null,
    idempotency: null,
  })
  expect(await byId()).toMatch(/using account_pkey .*\n.*Index Cond: .*\bid = /)
  expect(await byPath()).toMatch(/using account_tenant_path_unit_key .*\n.*Index Cond: .*\bpath = /)
})

it('analyzes the accounts again once they have outgrown their statistics', async () => {
  const counted = async () => {
    const [table] = await world.db.query<{ rows: number }>(
      `SELECT reltuples::int AS rows FROM pg_class WHERE oid = 'account'::regclass`,
    )
    return table!.rows
  }
  const fund = (directory: AccountDirectory, payers: readonly string[]) =>
    postJournal(world.db, directory, {
      description: 'more accounts',
      transfers: payers.map((payer) => ({
        from: 'world/funding',
        to: `${payer}/wallet`,
        amount: 1_000_000n,
        unit: 'CNY',
        kind: 'funding',
      })),
      effectiveAt: null,
      idempotency: null,
    })
  // Another process has opened accounts by itself and left statistics of two rows.
  await world.db.execute('SELECT analyze_accounts()')
  expect(await counted()).toBeLessThan(64)
  const directory = new AccountDirectory()
  await fund(
    directory,
    Array.from({ length: 62 }, (_, n) => `usr_n${n}`),
  )
  expect(await counted()).toBeLessThan(64)
  await fund(directory, ['usr_last'])
  expect(await counted()).toBeGreaterThanOrEqual(64)
})
