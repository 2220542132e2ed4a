/**
 * The initial contents of a new database: a tenant on the default rate card, an API key and an administrator, both
 * written to files.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Database } from '../db/connect.ts'
import { createTenant, listTenants, type Tenant } from '../tenants/tenants.ts'
import { createKey, listKeys, looksLikeKey } from '../users/api-keys.ts'
import { SCOPES } from '../users/identity.ts'
import { KeyRing } from '../users/key-ring.ts'
import { readKey, writeKey } from './data-folder.ts'
import { type FirstAdmin, passwordFileBeside, prepareFirstAdmin } from './first-admin.ts'

export const FIRST_TENANT = 'default'
const TIME_ZONE = 'Asia/Shanghai'
/** "recouq": one more than the lock of the migrations. */
const LOCK = 0x7265636f7571

export interface FirstTenant {
  readonly tenant: Tenant
  /** The file with a key that is valid in this database; null where there is none (created elsewhere, or removed). */
  readonly keyFile: string | null
  /** Null where users already exist, created by others or elsewhere. */
  readonly admin: FirstAdmin | null
}

/** Creates what is missing, once even if several processes start together. */
export async function prepareFirstTenant(
  database: Database,
  folder: string,
  databaseUrl: string | undefined,
): Promise<FirstTenant> {
  return database.session(async (session) => {
    await session.query(`select pg_advisory_lock(${LOCK})`)
    try {
      const tenants = await listTenants(database)
      const tenant =
        tenants.find(({ name }) => name === FIRST_TENANT) ?? (await createTenant(database, FIRST_TENANT, TIME_ZONE))
      const files = keyFiles(folder, databaseUrl)
      const keyFile = await prepareKey(database, tenant.id, files)
      const admin = await prepareFirstAdmin(database, tenant.id, passwordFileBeside(files.at(-1)!))
      return { tenant, keyFile, admin }
    } finally {
      await session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {}) // a broken connection has released it
    }
  })
}

/**
 * Returns the key files: keys of the built-in database and of others may share a folder without replacing each other.
 */
function keyFiles(folder: string, databaseUrl: string | undefined): string[] {
  const own = path.join(folder, 'key')
  if (databaseUrl === undefined) return [own]
  const { host, pathname } = new URL(databaseUrl)
  const mark = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 8)
  return [own, path.join(folder, `key-${mark}`)]
}

async function prepareKey(database: Database, tenant: number, files: readonly string[]): Promise<string | null> {
  const ring = new KeyRing(database)
  const found = await Promise.all(files.map(readKey))
  for (const [i, secret] of found.entries()) {
    const known = secret !== undefined && looksLikeKey(secret) ? await ring.find(secret) : null
    if (known?.identity.tenant === tenant) return files[i]!
  }
  const keys = await listKeys(database, tenant)
  if (keys.some(({ revokedAt, party }) => revokedAt === null && party === null)) return null
  const file = files.length === 1 ? files[0]! : (files.find((_, i) => found[i] === undefined) ?? files.at(-1)!)
  const { secret } = await createKey(database, tenant, { name: 'first key', scopes: SCOPES })
  await writeKey(file, secret)
  return file
}
