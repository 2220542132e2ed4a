/** Compares sql/schema.sql with the migrations. `npm run schema:check` verifies that the file is up to date. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schemaText } from '../sql/catalog.ts'
import { type TestDatabase, testDatabase } from './database.ts'

let migrated: TestDatabase
let empty: TestDatabase
let stored: string
beforeAll(async () => {
  migrated = await testDatabase()
  empty = await testDatabase({ migrated: false })
  stored = await readFile(new URL('../sql/schema.sql', import.meta.url), 'utf8')
})
afterAll(async () => {
  await migrated.close()
  await empty.close()
})

it('builds the schema that the migrations build', async () => {
  await empty.system.transaction((tx) => tx.execute(stored))
  expect(await empty.system.transaction(schemaText)).toBe(await migrated.system.transaction(schemaText))
})

it('names every object in the catalog', async () => {
  const objects = await migrated.system.query<{ kind: string; name: string }>(`
    SELECT 'table' AS kind, relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    UNION ALL SELECT 'column', attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'index', indexname FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'policy', policyname FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT 'function', proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger', tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL SELECT 'constraint', conname FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'c', 'x', 'f')`)
  expect(new Set(objects.map(({ kind }) => kind)).size).toBe(7)
  const words = new Set(stored.match(/\w+/g))
  expect(objects.filter(({ name }) => !words.has(name))).toEqual([])
})

it('refuses a kind of object that it cannot write', async () => {
  await migrated.system.transaction(async (tx) => {
    await tx.execute("CREATE TYPE mood AS ENUM ('good'); COMMENT ON TABLE tenant IS 'the platform'")
    await expect(schemaText(tx)).rejects.toThrow('add them there: comment table tenant, type mood')
    await tx.execute('DROP TYPE mood; COMMENT ON TABLE tenant IS NULL')
  })
})
