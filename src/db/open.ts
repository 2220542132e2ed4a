/** Opens the database that the settings name: a PostgreSQL somewhere, else the built-in one in the data folder. */
import { type Database, openDatabase } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { type LineMigrations, migrate } from './migrate.ts'

export interface DatabaseSettings {
  /** A PostgreSQL of version 15 or later; its user owns the database and should be no superuser. */
  readonly databaseUrl?: string | undefined
  /** Where the built-in database lives; not touched when there is a `databaseUrl`. */
  readonly dataFolder: string
  /** Of the lines that the program has. */
  readonly migrations: readonly LineMigrations[]
  /** Most connections at once. */
  readonly max?: number
  readonly log?: (line: string) => void
}

export interface OpenedDatabase {
  readonly database: Database
  /** The built-in server, where it is used. */
  readonly embedded: Embedded | undefined
  /** Closes the connections, then stops the built-in server. */
  close(): Promise<void>
}

/** @throws every Problem of {@link startEmbedded}, {@link openDatabase} and {@link migrate}; nothing is left running then. */
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

/** It would work, and quietly without the second wall between tenants. */
async function warnOfSuperuser(database: Database, log: (line: string) => void): Promise<void> {
  const [role] = await database.system.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  )
  if (role?.free)
    log('DATABASE_URL names a role that row-level security does not apply to; use one that is no superuser')
}
