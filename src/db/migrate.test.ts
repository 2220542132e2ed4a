import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { openDatabase } from './connect.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await testDatabase({ migrated: false, max: 4 })
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-migrations-'))
  await write('0001-first.sql', 'create table first (id int);\ncreate table log (at int);')
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFile(path.join(folder, name), text)
const tables = async () => {
  const rows = await database.system.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map(({ name }) => name)
}

describe('migrate', () => {
  it('applies missing files once, in order', async () => {
    const said: string[] = []
    expect(await migrate(database, [], { folder, log: (line) => said.push(line) })).toEqual(['0001-first.sql'])
    expect(said).toEqual(['applied migration 0001-first.sql'])
    await write('0003-third.sql', 'insert into log values (3)')
    await write('0002-second.sql', 'insert into log values (2)')
    expect(await migrate(database, [], { folder })).toEqual(['0002-second.sql', '0003-third.sql'])
    expect(await migrate(database, [], { folder })).toEqual([])
    expect(await database.system.query('select at from log')).toEqual([{ at: 2 }, { at: 3 }])
    const [row] = await database.system.query('select name, sha256 from schema_migration where number = 2')
    expect(row).toEqual({ name: '0002-second.sql', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('undoes a failing file completely, keeps earlier ones, and reports the position', async () => {
    await write('0002-good.sql', 'create table second (id int)')
    await write('0003-bad.sql', 'create table third (id int);\nselect 1;\nselect nonsense from first;')
    await expect(migrate(database, [], { folder })).rejects.toMatchObject({
      code: 'migration_failed',
      message: expect.stringMatching(/0003-bad\.sql.*"nonsense" does not exist \(line 3\)/),
    })
    expect(await tables()).toEqual(['first', 'log', 'schema_migration', 'second'])
  })

  it('refuses a database of a newer program', async () => {
    await write('0007-seventh.sql', 'select 1')
    await migrate(database, [], { folder })
    await rm(path.join(folder, '0007-seventh.sql'))
    await write('0002-second.sql', 'create table second (id int)')
    await expect(migrate(database, [], { folder })).rejects.toMatchObject({
      code: 'schema_newer',
      params: { found: 7, known: 2 },
    })
    expect(await tables()).not.toContain('second')
  })

  it('refuses a file that was changed after it was applied, except for line endings', async () => {
    await migrate(database, [], { folder })
    await write('0001-first.sql', 'create table first (id int);\r\ncreate table log (at int);')
    expect(await migrate(database, [], { folder })).toEqual([])
    await write('0001-first.sql', 'create table first (id bigint)')
    await expect(migrate(database, [], { folder })).rejects.toMatchObject({
      code: 'schema_changed',
      params: { file: '0001-first.sql' },
    })
  })

  it('lets the second of two concurrent migrators wait and find the work done', async () => {
    await write('0002-slow.sql', 'select pg_sleep(0.3); insert into log values (1)')
    const other = openDatabase(database.url)
    const said: string[] = []
    const log = (line: string) => said.push(line)
    const applied = await Promise.all([migrate(database, [], { folder, log }), migrate(other, [], { folder, log })])
    await other.close()
    expect(applied.flat().sort()).toEqual(['0001-first.sql', '0002-slow.sql'])
    expect(said.filter((line) => line.includes('waiting'))).toHaveLength(1)
    expect(await database.system.query('select at from log')).toEqual([{ at: 1 }])
  })

  it('refuses a folder with inconsistent numbers', async () => {
    await write('0001-again.sql', 'select 1')
    await expect(migrate(database, [], { folder })).rejects.toThrow(/number 1/)
    await rm(path.join(folder, '0001-again.sql'))
    await write('2-second.sql', 'select 1')
    await expect(migrate(database, [], { folder })).rejects.toThrow(/0001-some-name/)
    expect(await tables()).toEqual([])
  })

  it('applies the files of each line after its own, and ignores those of removed lines', async () => {
    await write('0002-lines.sql', 'create table line_migration (line text, number int, name text, sha256 text)')
    const own = path.join(folder, 'rooms')
    await mkdir(own)
    await writeFile(path.join(own, '0001-rooms.sql'), 'create table room (id int references first)')
    const lines = [{ line: 'rooms', folder: pathToFileURL(`${own}/`) }]
    await write('0001-first.sql', 'create table first (id int primary key);\ncreate table log (at int);')
    expect(await migrate(database, lines, { folder })).toEqual([
      '0001-first.sql',
      '0002-lines.sql',
      'rooms/0001-rooms.sql',
    ])
    expect(await migrate(database, lines, { folder })).toEqual([])
    expect(await migrate(database, [], { folder })).toEqual([])
    expect(await tables()).toContain('room')
    await writeFile(path.join(own, '0001-rooms.sql'), 'create table rooms (id int)')
    await expect(migrate(database, lines, { folder })).rejects.toMatchObject({ code: 'schema_changed' })
  })
})
