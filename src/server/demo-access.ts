/** Access to a demo world: an administrator of its tenant and an API key, both written to files. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../db/connect.ts'
import type { Tenant } from '../tenants/tenants.ts'
import { createKey } from '../users/api-keys.ts'
import { SCOPES } from '../users/identity.ts'
import { KeyRing } from '../users/key-ring.ts'
import { makeUpPassword } from '../users/password.ts'
import { userByEmail } from '../users/sign-in-record.ts'
import { COMMAND_LINE, createUser, hasUsers } from '../users/users.ts'
import { makeFolder, readKey, writeKey } from './data-folder.ts'
import type { Settings } from './settings.ts'

export const DEMO_TENANT = 'demo'

/** Parts may be absent: existing users and keys of others are not touched. */
export interface DemoAccess {
  readonly email: string | null
  readonly passwordFile: string | null
  readonly keyFile: string | null
}

type Where = Pick<Settings, 'dataFolder' | 'databaseUrl'>

/** Creates what is missing. @throws Problem `data_folder_not_writable`. */
export async function prepareDemoAccess(database: Database, tenant: Tenant, where: Where): Promise<DemoAccess> {
  const { passwordFile, keyFile } = filesOf(tenant, where)
  await makeFolder(where.dataFolder)
  if (!(await hasUsers(database, tenant.id))) {
    const password = makeUpPassword()
    // The file is written first: an unrecorded password would lock everyone out.
    await writeKey(passwordFile, password)
    const requested = { email: emailOf(tenant), name: '演示 Demo', role: 'admin', password }
    await createUser(database, tenant.id, requested, COMMAND_LINE)
  }
  if (!(await isKeyOf(database, tenant, keyFile))) {
    const { secret } = await createKey(database, tenant.id, { name: 'demo', scopes: SCOPES })
    await writeKey(keyFile, secret)
  }
  return readDemoAccess(database, tenant, where)
}

export async function readDemoAccess(database: Database, tenant: Tenant, where: Where): Promise<DemoAccess> {
  const { passwordFile, keyFile } = filesOf(tenant, where)
  const known = existsSync(passwordFile) && (await userByEmail(database, tenant.id, emailOf(tenant))) !== undefined
  return {
    email: known ? emailOf(tenant) : null,
    passwordFile: known ? passwordFile : null,
    keyFile: (await isKeyOf(database, tenant, keyFile)) ? keyFile : null,
  }
}

/** `.localhost` is reserved (RFC 6761), so the address cannot belong to a person. */
const emailOf = ({ name }: Tenant) => `${name}@recoup.localhost`

/** Returns the files, separate for each database used with the folder. */
function filesOf({ name }: Tenant, { dataFolder, databaseUrl }: Where) {
  const mark = databaseUrl === undefined ? '' : `-${createHash('sha256').update(databaseUrl).digest('hex').slice(0, 8)}`
  const file = (what: string) => path.join(dataFolder, `${name}-${what}${mark}`)
  return { passwordFile: file('password'), keyFile: file('key') }
}

async function isKeyOf(database: Database, { id }: Tenant, file: string): Promise<boolean> {
  const secret = await readKey(file)
  return secret !== undefined && (await new KeyRing(database).find(secret))?.identity.tenant === id
}
