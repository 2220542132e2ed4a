/** Opens the database of the settings: a PostgreSQL server, or the built-in one in the data folder. */
import { Problem } from '../problem.ts'
import { type Database, openDatabase } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { assertMigrated, type LineMigrations, migrate } from './migrate.ts'

export interface DatabaseSettings {
  /** PostgreSQL 15 or later; its role should not be a superuser. */
  readonly databaseUrl?: string | undefined
  /** The same database as the role that owns the tables and migrates them; default: the role of `databaseUrl`. */
  readonly databaseOwnerUrl?: string | undefined
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
  /** What the operator should change, for the log. */
  readonly warnings: readonly string[]
  /** Closes the connections, then stops the built-in server. */
  close(): Promise<void>
}

/**
 * @throws every Problem of {@link startEmbedded}, {@link openDatabase} and {@link migrate}; nothing is left running
 * then. `setting_invalid`, if only the owner's address is given.
 */
export async function openFromSettings(settings: DatabaseSettings): Promise<OpenedDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataFolder, migrations, max, log = () => {} } = settings
  if (databaseOwnerUrl !== undefined && databaseUrl === undefined) {
    const expected = 'set together with DATABASE_URL, the address of the application’s role'
    throw new Problem('setting_invalid', { name: 'DATABASE_OWNER_URL', value: '“•••”', expected })
  }
  const embedded = databaseUrl ? undefined : await startEmbedded({ folder: dataFolder, log })
  let database: Database | undefined
  const close = async () => {
    await database?.close()
    await embedded?.stop()
  }
  try {
    database = openDatabase(databaseUrl ?? embedded!.applicationUrl, max === undefined ? {} : { max })
    const ownerUrl = embedded?.url ?? databaseOwnerUrl
    const warnings = await warningsOf(database)
    if (ownerUrl !== undefined) await migrateAs(ownerUrl, database, { migrations, log })
    else if (await mayMigrate(database)) await migrate(database, migrations, { log })
    if (embedded === undefined) await assertMigrated(database, migrations)
    return { database, embedded, warnings, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function migrateAs(
  ownerUrl: string,
  database: Database,
  { migrations, log }: { readonly migrations: readonly LineMigrations[]; readonly log: (line: string) => void },
): Promise<void> {
  const [me] = await database.system.query<{ name: string }>('select current_user::text as name')
  const owner = openDatabase(ownerUrl, { max: 1 })
  try {
    await migrate(owner, migrations, { log, application: me!.name })
  } finally {
    await owner.close()
  }
}

/** False for a role that uses the tables of another: that one migrates them. */
async function mayMigrate(database: Database): Promise<boolean> {
  const [found] = await database.system.query<{ owns: boolean }>(
    `select pg_has_role(relowner, 'USAGE') as owns from pg_class where oid = to_regclass('schema_migration')`,
  )
  return found?.owns ?? true
}

/** What a role may that the application should not be able to do. */
async function warningsOf(database: Database): Promise<string[]> {
  const [role] = await database.system.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  )
  return role?.free
    ? ['DATABASE_URL names a role that row-level security does not apply to; use one that is no superuser']
    : []
}
