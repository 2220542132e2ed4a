/** Database access for commands that don't use HTTP: keys and users. */
import type { Database } from '../db/connect.ts'
import { readNote } from '../server/data-folder.ts'
import type { Settings } from '../server/settings.ts'
import { UsageError } from './exit-code.ts'
import { START } from './own-command.ts'

/** @throws UsageError before the first start. */
export async function withTenant<T>(
  settings: Settings,
  work: (database: Database, tenant: number) => Promise<T>,
): Promise<T> {
  const { FIRST_TENANT } = await import('../server/first-tenant.ts')
  const { listTenants } = await import('../tenants/tenants.ts')
  const opened = await open(settings)
  try {
    const tenant = (await listTenants(opened.database)).find(({ name }) => name === FIRST_TENANT)
    if (!tenant) throw new UsageError(`there are no books here yet: start the server once (${START})`)
    return await work(opened.database, tenant.id)
  } finally {
    await opened.close()
  }
}

/** Lends the address of the database, of the running server or else started temporarily. */
export async function withDatabaseUrl<T>(settings: Settings, work: (url: string) => Promise<T>): Promise<T> {
  const opened = await open(settings)
  try {
    return await work(opened.url)
  } finally {
    await opened.close()
  }
}

/** Opens the database. The built-in one is reached through the running server's, or else started temporarily. */
async function open(settings: Settings): Promise<{ database: Database; url: string; close(): Promise<void> }> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = settings
  const running = databaseUrl === undefined ? (await readNote(dataFolder))?.database : databaseUrl
  const { openDatabase } = await import('../db/connect.ts')
  if (running == null) {
    const [{ openFromSettings }, { lines }] = await Promise.all([import('../db/open.ts'), import('../lines/index.ts')])
    const migrations = lines.migrations
    const opened = await openFromSettings({ databaseUrl, databaseOwnerUrl, dataFolder, migrations, max: 2 })
    return { database: opened.database, url: opened.embedded!.applicationUrl, close: opened.close }
  }
  const database = openDatabase(running, { max: 2 })
  return { database, url: running, close: () => database.close() }
}
