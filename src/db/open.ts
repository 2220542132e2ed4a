/** Opens the database of the settings: a PostgreSQL server, or the built-in one in the data folder. */
import { type Database, openDatabase } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { type LineMigrations, migrate } from './migrate.ts'

export interface DatabaseSettings {
  /** PostgreSQL 15 or later; its user owns the database and should not be a superuser. */
  readonly databaseUrl?: string | undefined
  /** The folder of the built-in database; not used with a `databaseUrl`. */
  readonly dataFolder: string
  /** The migrations of the program's lines. */
  readonly migrations: readonly LineMigrations[]
  /** Maximum number of connections. */
  readonly max?: number
  readonly log?: (line: string) => void
}

export interface OpenedDatabase {
  readonly database: Database
  /** The built-in server, if it is used. */
  readonly embedded: Embedded | undefined
  /** Closes the connections, then stops the built-in server. */
  close(): Promise<void>
}

/**
 * @throws every Problem of {@link startEmbedded}, {@link openDatabase} and {@link migrate}; nothing is left running
 * then.
 */
export async function openFromSettings(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const { databaseUrl, dataFolder, migrations, max, log = () => {} } = settings
  const embedded = databaseUrl ? undefined : await startEmbedded({ folder: dataFolder, log })
  let database: Database | undefined
  const close = async () => {
    await database?.close()
    await embedded?.stop()
  }
  try {
    database = openDatabase(databaseUrl ?? embedded!.url, max === undefined ? {} : { max })
    await warnOfSuperuser(database, log)
    await migrate(database, migrations, { log })
    return { database, embedded, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Logs a warning if the role bypasses row-level security, the second protection between tenants. */
async function warnOfSuperuser(database: Database, log: (line: string) => void): Promise<void> {
  const [role] = await database.system.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  )
  if (role?.free)
    log('DATABASE_URL names a role that row-level security does not apply to; use one that is no superuser')
}
