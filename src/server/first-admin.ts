/** Creates the administrator of a new installation, whose password is written to a file. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../db/connect.ts'
import { makeUpPassword } from '../users/password.ts'
import { userByEmail } from '../users/sign-in-record.ts'
import { COMMAND_LINE, createUser, hasUsers } from '../users/users.ts'
import { writeKey } from './data-folder.ts'

/** `.localhost` is reserved (RFC 6761), so the address cannot belong to a person. */
const FIRST_ADMIN = 'admin@recoup.localhost'

/** With whom and what to sign in first; the password may have been changed since. */
export interface FirstAdmin {
  readonly email: string
  /** For its owner only, beside the key. */
  readonly passwordFile: string
}

/**
 * Made where a tenant has no users at all; under the caller's lock, so that several processes make one. `file`: where its
 * password goes. Null where others run this installation and there is no such file.
 * @throws Problem `data_folder_not_writable`.
 */
export async function prepareFirstAdmin(database: Database, tenant: number, file: string): Promise<FirstAdmin | null> {
  if (!(await hasUsers(database, tenant))) {
    const password = makeUpPassword()
    // First the file: a password that was never written down would lock everyone out.
    await writeKey(file, password)
    const requested = { email: FIRST_ADMIN, name: 'Administrator', role: 'admin', password }
    await createUser(database, tenant, requested, COMMAND_LINE)
  } else if (!existsSync(file) || (await userByEmail(database, FIRST_ADMIN))?.tenant !== tenant) return null
  return { email: FIRST_ADMIN, passwordFile: file }
}

/** Beside the key, and like it one for each database that the folder is used with. */
export function passwordFileBeside(keyFile: string): string {
  return path.join(path.dirname(keyFile), path.basename(keyFile).replace(/^key/, 'admin-password'))
}
