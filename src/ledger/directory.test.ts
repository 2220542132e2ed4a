import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { AccountDirectory } from './directory.ts'
import { postJournal } from './journal.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

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
