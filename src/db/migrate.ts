/**
 * Migrates a database to this program's schema: numbered files in `sql/`, then those of each line, forward only, each
 * in its own transaction and recorded with its hash. One migrator runs at a time; a concurrent one waits and finds the
 * work done.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '../problem.ts'
import { grantToApplication } from './application-role.ts'
import { type Database, type Scope, STATEMENT_TIMEOUT } from './connect.ts'
import { isConnectionLost } from './errors.ts'

/** The numbered files of a line. They can rely on all files of `sql/`, and on none of other lines. */
export interface LineMigrations {
  readonly line: string
  readonly folder: URL
}

export interface MigrateOptions {
  /** The folder of the files; defaults to the project's own `sql/`. */
  readonly folder?: string
  readonly log?: (line: string) => void
  /** The role of the application, which does not own the tables and gets the privileges that it needs. */
  readonly application?: string | undefined
}

/** What identifies a migration; those of a line are recorded with the line in their name. */
export interface MigrationMark {
  readonly file: string
  readonly sha256: string
}

interface Migration {
  /** Null: the project's own files. */
  readonly line: string | null
  readonly number: number
  /** Display name: the line, then the file. */
  readonly file: string
  readonly sha256: string
  readonly text: string
}

export const migrationsFolder = fileURLToPath(new URL('../../sql/', import.meta.url))

/** The generated snapshot of the schema, which is in the same folder but is not a migration. */
const SNAPSHOT = 'schema.sql'
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
/** "recoup" in ASCII: an arbitrary number that no other program on this database uses. */
const LOCK = 0x7265636f7570
const TABLE = `create table if not exists schema_migration (
  number int primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

/**
 * Applies missing files and returns their names. Files of a line are called `line/file`.
 * @throws Problem `schema_newer`, `schema_changed` before anything of the same folder is changed; `migration_failed`
 * with the failing file undone and the ones before it kept.
 */
export async function migrate(
  database: Database,
  lines: readonly LineMigrations[],
  options: MigrateOptions = {},
): Promise<string[]> {
  const { folder = migrationsFolder, log = () => {}, application } = options
  const known = await readMigrations(folder, null)
  const ofLines = await Promise.all(lines.map(({ line, folder: own }) => readMigrations(fileURLToPath(own), line)))
  return database.session(async (session) => {
    // A migration of a large table, or another process that migrates, may take long.
    await session.query("select set_config('statement_timeout', '0', false)")
    await lock(session, log)
    try {
      await session.execute(TABLE)
      const applied: string[] = []
      for (const migrations of [known, ...ofLines]) {
        for (const migration of await findMissing(session, migrations)) {
          await apply(session, migration)
          log(`applied migration ${migration.file}`)
          applied.push(migration.file)
        }
      }
      if (application !== undefined) await grantToApplication(session, application)
      return applied
    } finally {
      // A broken connection has released it.
      await session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {})
      await session.query('select set_config($1, $2, false)', STATEMENT_TIMEOUT).catch(() => {})
    }
  })
}

/**
 * Ignores files of lines that this program does not have: their tables stay and do no harm.
 * @throws Problem `database_…`, `schema_newer`, `schema_behind`.
 */
export async function assertMigrated(database: Database, lines: readonly LineMigrations[]): Promise<void> {
  const [row] = await database.system.query<{ found: number | null }>(
    'SELECT max(number) AS found FROM schema_migration',
  )
  assertNewest(row?.found ?? 0, await newestIn(migrationsFolder))
  if (lines.length === 0) return
  const rows = await database.system.query<{ line: string; found: number }>(
    'SELECT line, max(number) AS found FROM line_migration GROUP BY line',
  )
  const newest = new Map(rows.map(({ line, found }) => [line, found]))
  for (const { line, folder } of lines) assertNewest(newest.get(line) ?? 0, await newestIn(fileURLToPath(folder)))
}

/** All migrations of this program, as a migrated database records them. */
export async function readMarks(lines: readonly LineMigrations[]): Promise<MigrationMark[]> {
  const ofLines = lines.map(({ line, folder }) => readMigrations(fileURLToPath(folder), line))
  const all = await Promise.all([readMigrations(migrationsFolder, null), ...ofLines])
  return all.flat().map(({ file, sha256 }) => ({ file, sha256 }))
}

function assertNewest(found: number, known: number): void {
  if (found > known) throw new Problem('schema_newer', { found, known })
  if (found < known) throw new Problem('schema_behind', { found, known })
}

async function newestIn(folder: string): Promise<number> {
  return Math.max(0, ...(await readdir(folder)).map((file) => Number(FILE_NAME.exec(file)?.[1] ?? 0)))
}

async function lock(session: Scope, log: (line: string) => void): Promise<void> {
  const [row] = await session.query<{ free: boolean }>(`select pg_try_advisory_lock(${LOCK}) as free`)
  if (row!.free) return
  log('another process is migrating this database: waiting')
  await session.query(`select pg_advisory_lock(${LOCK})`)
}

/** In order of number. Line endings are normalized, so that a checkout on Windows is not a changed file. */
async function readMigrations(folder: string, line: string | null): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name !== SNAPSHOT).sort()
  const migrations = files.map(async (name) => {
    const number = Number(FILE_NAME.exec(name)?.[1])
    if (!number) throw new Error(`a migration is called like 0001-some-name.sql, not ${name}`)
    const text = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
    const file = line === null ? name : `${line}/${name}`
    return { line, number, file, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
  const read = await Promise.all(migrations)
  const twice = read.find((migration, index) => migration.number === read[index + 1]?.number)
  if (twice) throw new Error(`two migrations have the number ${twice.number}`)
  return read
}

interface Applied {
  readonly number: number
  readonly sha256: string
}

/** `known`: the files of one folder. */
async function findMissing(session: Scope, known: readonly Migration[]): Promise<Migration[]> {
  const [first] = known
  const applied = first?.line
    ? await session.query<Applied>('select number, sha256 from line_migration where line = $1', [first.line])
    : await session.query<Applied>('select number, sha256 from schema_migration')
  const hashes = new Map(applied.map(({ number, sha256 }) => [number, sha256]))
  const newest = Math.max(0, ...hashes.keys())
  const last = known.at(-1)?.number ?? 0
  if (newest > last) throw new Problem('schema_newer', { found: newest, known: last })
  for (const { number, file, sha256 } of known) {
    if (hashes.has(number) && hashes.get(number) !== sha256) throw new Problem('schema_changed', { file })
  }
  return known.filter(({ number }) => !hashes.has(number))
}

async function apply(session: Scope, { line, number, file, sha256, text }: Migration): Promise<void> {
  try {
    await session.transaction(async (transaction) => {
      await transaction.execute('set local statement_timeout = 0; set local lock_timeout = 0')
      await transaction.execute(text)
      if (line === null) {
        const values = [number, file, sha256]
        await transaction.execute('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', values)
      } else {
        const values = [line, number, file, sha256]
        await transaction.execute(
          'insert into line_migration (line, number, name, sha256) values ($1, $2, $3, $4)',
          values,
        )
      }
    })
  } catch (error) {
    if (isConnectionLost(error) || !(error instanceof Error)) throw error
    throw new Problem('migration_failed', { file, reason: place(error, text) })
  }
}

/** The server reports a position in characters; a line number is easier to find. */
function place(error: Error, text: string): string {
  const position = Number((error as { position?: string }).position)
  return position ? `${error.message} (line ${text.slice(0, position).split('\n').length})` : error.message
}
