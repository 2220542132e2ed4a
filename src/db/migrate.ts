/**
 * Brings a database to this program's schema: numbered files in `sql/`, forward only, each in its own transaction and
 * recorded with its hash. One migrator at a time; a second one that starts at the same moment waits and finds it done.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '../problem.ts'
import type { Database, Scope } from './connect.ts'
import { isConnectionLost } from './errors.ts'

export interface MigrateOptions {
  /** Where the files are; the project's own `sql/` unless a test says otherwise. */
  readonly folder?: string
  readonly log?: (line: string) => void
}

interface Migration {
  readonly number: number
  readonly file: string
  readonly sha256: string
  readonly text: string
}

export const migrationsFolder = fileURLToPath(new URL('../../sql/', import.meta.url))

/** The generated snapshot of the schema: it lies beside the migrations but is not one of them. */
const SNAPSHOT = 'schema.sql'
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
/** "recoup" in ASCII: any number does, as long as nobody else on this database takes the same. */
const LOCK = 0x7265636f7570
const TABLE = `create table if not exists schema_migration (
  number int primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

/**
 * Applies what is missing and returns the names of the files applied.
 * @throws Problem `schema_newer`, `schema_changed` before anything is changed; `migration_failed` with the failing file undone
 * and the ones before it kept.
 */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<string[]> {
  const { folder = migrationsFolder, log = () => {} } = options
  const known = await readMigrations(folder)
  return database.session(async (session) => {
    await lock(session, log)
    try {
      await session.execute(TABLE)
      const missing = await findMissing(session, known)
      for (const migration of missing) {
        await apply(session, migration)
        log(`applied migration ${migration.file}`)
      }
      return missing.map(({ file }) => file)
    } finally {
      await session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {}) // a broken connection has given it back
    }
  })
}

/** @throws Problem `database_…`, `schema_newer`, `schema_behind`. */
export async function assertMigrated(database: Database): Promise<void> {
  const known = Math.max(0, ...(await readdir(migrationsFolder)).map((file) => Number(FILE_NAME.exec(file)?.[1] ?? 0)))
  const [row] = await database.system.query<{ found: number | null }>(
    'SELECT max(number) AS found FROM schema_migration',
  )
  const found = row?.found ?? 0
  if (found > known) throw new Problem('schema_newer', { found, known })
  if (found < known) throw new Problem('schema_behind', { found, known })
}

async function lock(session: Scope, log: (line: string) => void): Promise<void> {
  const [row] = await session.query<{ free: boolean }>(`select pg_try_advisory_lock(${LOCK}) as free`)
  if (row!.free) return
  log('another process is migrating this database: waiting')
  await session.query(`select pg_advisory_lock(${LOCK})`)
}

/** In order of number. Line ends are made equal first: a checkout on Windows must not look like a changed file. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name !== SNAPSHOT).sort()
  const migrations = files.map(async (file) => {
    const number = Number(FILE_NAME.exec(file)?.[1])
    if (!number) throw new Error(`a migration is called like 0001-some-name.sql, not ${file}`)
    const text = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
    return { number, file, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
  const read = await Promise.all(migrations)
  const twice = read.find((migration, index) => migration.number === read[index + 1]?.number)
  if (twice) throw new Error(`two migrations have the number ${twice.number}`)
  return read
}

async function findMissing(session: Scope, known: readonly Migration[]): Promise<Migration[]> {
  const applied = await session.query<{ number: number; sha256: string }>('select number, sha256 from schema_migration')
  const hashes = new Map(applied.map(({ number, sha256 }) => [number, sha256]))
  const newest = Math.max(0, ...hashes.keys())
  const last = known.at(-1)?.number ?? 0
  if (newest > last) throw new Problem('schema_newer', { found: newest, known: last })
  for (const { number, file, sha256 } of known) {
    if (hashes.has(number) && hashes.get(number) !== sha256) throw new Problem('schema_changed', { file })
  }
  return known.filter(({ number }) => !hashes.has(number))
}

async function apply(session: Scope, { number, file, sha256, text }: Migration): Promise<void> {
  try {
    await session.transaction(async (transaction) => {
      await transaction.execute('set local statement_timeout = 0; set local lock_timeout = 0')
      await transaction.execute(text)
      const values = [number, file, sha256]
      await transaction.execute('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', values)
    })
  } catch (error) {
    if (isConnectionLost(error) || !(error instanceof Error)) throw error
    throw new Problem('migration_failed', { file, reason: place(error, text) })
  }
}

/** The server gives a position in characters; people look for a line. */
function place(error: Error, text: string): string {
  const position = Number((error as { position?: string }).position)
  return position ? `${error.message} (line ${text.slice(0, position).split('\n').length})` : error.message
}
