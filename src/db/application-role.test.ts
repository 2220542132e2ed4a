import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { makeWorld, type World } from '../../test/world.ts'
import { uuidToId } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { openDatabase } from './connect.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase({ role: 'application' })
  world = await makeWorld({}, { database })
})
afterAll(() => database.close())

describe('the role of the application', () => {
  it('owns nothing and is neither a superuser nor beyond row-level security', async () => {
    const [role] = await database.system.query(
      `SELECT rolsuper AS super, rolbypassrls AS free, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
    )
    expect(role).toEqual({ super: false, free: false, owned: 0 })
  })

  it('charges and refunds', async () => {
    await world.fund('usr_1/wallet', '10.00')
    const charge = await world.pay('100.00')
    const refund = await world.engine.refund(world.tenant, {
      ...{ charge: uuidToId('chg', charge.id), ask: {}, reason: null, reference: null },
      ...{ effectiveAt: null, previewHash: null },
    })
    expect(refund).toBeDefined()
  })

  it.each([
    'ALTER TABLE transfer DISABLE TRIGGER transfer_append_only',
    'DROP TRIGGER transfer_append_only ON transfer',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'ALTER TABLE transfer NO FORCE ROW LEVEL SECURITY',
    'ALTER TABLE transfer DISABLE ROW LEVEL SECURITY',
    'DROP POLICY tenant_only ON transfer',
    'CREATE POLICY mine ON transfer USING (true)',
    'TRUNCATE transfer',
    'TRUNCATE account',
    'UPDATE transfer SET amount = amount + 1',
    'DELETE FROM transfer',
    'DELETE FROM charge',
    'DELETE FROM audit',
    'UPDATE journal SET description = description',
    'DROP TABLE audit',
    'CREATE TABLE mine (id int)',
    'CREATE TRIGGER mine BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    'UPDATE schema_migration SET sha256 = sha256',
    'TRUNCATE pgboss.job_common',
    'DROP TABLE pgboss.job_common',
    "SET session_replication_role = 'replica'",
    'ALTER ROLE CURRENT_USER BYPASSRLS',
  ])('cannot: %s', async (statement) => {
    const before = await world.db.query('SELECT * FROM transfer ORDER BY batch, n')
    await expect(world.db.execute(statement)).rejects.toMatchObject({ code: '42501' })
    expect(await world.db.query('SELECT * FROM transfer ORDER BY batch, n')).toEqual(before)
  })

  it('cannot migrate, and gets no more and no less by a second migration', async () => {
    const privileges = () =>
      database.system.query(`SELECT c.oid::regclass::text AS name, a.privilege_type AS may
        FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
        WHERE rolname = current_user ORDER BY 1, 2`)
    const before = await privileges()
    const may = (table: string) => before.flatMap(({ name, may: what }) => (name === table ? [what] : []))
    expect(may('transfer')).toEqual(['INSERT', 'SELECT'])
    expect(may('charge')).toEqual(['INSERT', 'SELECT', 'UPDATE'])
    expect(may('party')).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE'])
    expect(may('schema_migration')).toEqual(['SELECT'])
    await expect(migrate(database, lines.migrations)).rejects.toMatchObject({ code: '42501' })
    const owner = openDatabase(database.ownerUrl, { max: 1 })
    try {
      const [me] = await database.system.query<{ name: string }>('SELECT current_user::text AS name')
      await owner.system.execute('REVOKE INSERT ON transfer FROM PUBLIC')
      await owner.system.execute(`GRANT TRUNCATE, DELETE ON transfer TO ${me!.name}`)
      await migrate(owner, lines.migrations, { application: me!.name })
    } finally {
      await owner.close()
    }
    expect(await privileges()).toEqual(before)
  })
})
