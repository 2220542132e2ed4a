/**
 * Every statement that the program can send is prepared and planned by PostgreSQL against the migrated schema. A
 * renamed column or a mismatched type fails here, whether or not another test reaches the statement.
 */
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'
import { collectStatements } from './statements/collect.ts'
import { composedStatements } from './statements/composed.ts'
import { faultsOf, statementOf } from './statements/prepare.ts'
import { Program } from './statements/program.ts'
import { parseModule, readModules } from './statements/syntax.ts'

/** Calls whose statements are not sent to the migrated database, or are not ours; by file and function. */
const EXCEPTIONS: Readonly<Record<string, { readonly calls: number; readonly why: string }>> = {
  'connect.ts run': { calls: 1, why: 'the driver: every statement passes here' },
  'migrate.ts apply': { calls: 1, why: 'the migrations, which made the database of this test' },
  'application-role.ts run': { calls: 1, why: 'grants to a role, whose name cannot be a parameter' },
  'cluster.ts provision': { calls: 1, why: 'makes roles and the database itself, in single-user mode' },
  'restore.ts restoreRows': { calls: 4, why: 'names of tables from the catalog, in an empty database' },
  'restore.ts copyAll': { calls: 1, why: 'COPY of the tables of a backup, compared with the catalog' },
  'restore.ts continueSequences': { calls: 2, why: 'names of sequences from the catalog' },
  'write.ts readRows': { calls: 1, why: 'COPY of every table of the catalog' },
  'boss-database.ts bossDatabase': { calls: 3, why: 'the statements of pg-boss, which the tests of jobs run' },
}
/** The commands of src/db/backup/client.ts, which PostgreSQL does not prepare. */
const COMMANDS = /^(BEGIN|COMMIT|SET|LOCK TABLE|ANALYZE$)/
/** Uses SQLite: the sandbox stands for a provider outside the program. */
const NOT_POSTGRES = /^gateways\/sandbox\//

const { sent, unresolved, unread, parts } = collectStatements(
  new Program(readModules(path.resolve(import.meta.dirname, '../src'))),
)
const composed = composedStatements(parts)
const isComposed = ({ within }: { within: string }) => composed.some(({ name }) => name === within)
const keyOf = ({ place, within }: { place: string; within: string }) =>
  `${path.basename(place).replace(/:\d+$/, '')} ${within}`

let database: TestDatabase
/** The place that each statement is sent from. */
const places = new Map<string, string>()
beforeAll(async () => {
  database = await testDatabase()
  for (const { place, text } of sent) places.set(text, place)
  for (const { name, variants } of composed) {
    for (const send of variants) {
      const text = await statementOf(send)
      if (sent.some((each) => each.text === text)) throw new Error(`${name} sends another statement first: ${text}`)
      places.set(text, name)
    }
  }
})
afterAll(() => database.close())

const faults = (statements: readonly string[]) => database.tenant(1).transaction((tx) => faultsOf(tx, statements))

describe('the statements of the program', () => {
  it('are all found in its source', () => {
    const left = unresolved.filter((each) => !isComposed(each) && !(keyOf(each) in EXCEPTIONS))
    expect(left.map(({ place, source, why }) => `${place} ${source}: ${why}`)).toEqual([])
    expect(sent.length).toBeGreaterThan(400)
  })

  it('are sent only by query and execute', () => {
    const texts = [...places.keys()]
    const left = unread.filter(
      (each) =>
        !NOT_POSTGRES.test(each.place) &&
        !(keyOf(each) in EXCEPTIONS) &&
        !texts.some((text) => text.includes(each.begins)),
    )
    expect(left.map(({ place, begins }) => `${place} ${begins}`)).toEqual([])
  })

  it('have no unnecessary exceptions', () => {
    const known = [
      ...composed.map(({ name, calls = 1 }) => [name, calls]),
      ...Object.entries(EXCEPTIONS).map(([key, { calls }]) => [key, calls]),
    ]
    const left = [...unresolved, ...unread.filter((each) => keyOf(each) in EXCEPTIONS)]
    const met = Map.groupBy(left, (each) => (isComposed(each) ? each.within : keyOf(each)))
    expect(Object.fromEntries([...met].map(([key, calls]) => [key, calls.length]))).toEqual(Object.fromEntries(known))
  })

  it('fit the schema', async () => {
    const found = await faults([...places.keys()].filter((text) => !COMMANDS.test(text)))
    expect(found.map(({ statement, fault }) => `${places.get(statement)}: ${fault}\n${statement}`)).toEqual([])
  })
})

describe('the check', () => {
  it('finds an unknown column, a wrong type, an undetermined parameter type and an impossible lock', async () => {
    const found = await faults([
      'SELECT id FROM tenant WHERE id = $1',
      'SELECT nome FROM tenant',
      "SELECT id FROM charge WHERE tenant = 'x'::text",
      'SELECT $1 IS NULL',
      'SELECT unit, sum(balance) FROM account GROUP BY unit FOR UPDATE',
      'ANALYZE nothing',
      'DECLARE pages NO SCROLL CURSOR FOR SELECT nothing FROM account',
    ])
    expect(found.map(({ fault }) => fault)).toEqual([
      'relation "nothing" does not exist',
      'column "nome" does not exist',
      'operator does not exist: integer = text',
      'could not determine data type of parameter $1',
      'FOR UPDATE is not allowed with GROUP BY clause',
      'column "nothing" does not exist',
    ])
  })

  const read = (text: string) => collectStatements(new Program(new Map([['a.ts', parseModule('a.ts', text)]])))
  const texts = (text: string) => read(text).sent.map((each) => each.text)

  it('reads every variant of a statement, and repeats the same choice within one', () => {
    expect(
      texts(`
        const COLUMNS = ['id', 'name'].map((name) => \`t.\${name}\`).join(', ')
        const locked = (lock: boolean) => (lock ? 'FOR UPDATE' : 'FOR SHARE')
        export const list = (db: Db, order?: string) =>
          db.query(\`SELECT \${COLUMNS} \${order ? 'a' : 'b'} FROM t \${locked(true)} ORDER BY \${order ? 'a' : 'b'}\`)`),
    ).toEqual([
      'SELECT t.id, t.name a FROM t FOR UPDATE ORDER BY a',
      'SELECT t.id, t.name b FROM t FOR UPDATE ORDER BY b',
    ])
  })

  it('reads a parameter from all callers', () => {
    expect(
      texts(`
        function count(db: Db, { table }: { table: string }) { return db.query(\`SELECT count(*) FROM \${table}\`) }
        export const both = (db: Db) => [count(db, { table: 'a' }), count(db, { table: 'b' })]`),
    ).toEqual(['SELECT count(*) FROM a', 'SELECT count(*) FROM b'])
  })

  it.each([
    ['a parameter of a function that others may call', 'export const any = (db: Db, text: string) => db.query(text)'],
    ['a list that is filled', 'const where = ["a"]; where.push("b"); db.query(where.join())'],
    ['a list that another function may fill', 'const where = ["a"]; more(where); db.query(where.join())'],
    ['a name that is assigned again', 'let text = "a"; text += "b"; db.execute(text)'],
    ['what a package gives', 'import { sql } from "sql"; db.query(sql)'],
  ])('reports %s', (_, text) => {
    const { sent: known, unresolved: reported } = read(text)
    expect(known).toEqual([])
    expect(reported).toHaveLength(1)
  })

  it('reports SQL that is sent in another way', () => {
    const { unread: reported } = read('const send = db.query\nsend("SELECT 1")')
    expect(reported).toEqual([{ place: 'a.ts:2', within: '', begins: 'SELECT 1' }])
  })
})
