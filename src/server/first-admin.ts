/** The administrator of a new installation, whose password is written to a file. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '../db/connect.ts'
import { makeUpPassword, passwordFits } from '../users/password.ts'
import { COMMAND_LINE, createUser, hasUsers, passwordHashOf } from '../users/users.ts'
import { readKey, writeKey } from './data-folder.ts'

/** `.localhost` is reserved (RFC 6761), so the address cannot belong to a person. */
const FIRST_ADMIN = 'admin@recoup.localhost'

/** Credentials for the first sign-in, until the password is changed. */
export interface FirstAdmin {
  readonly email: string
  /** Readable only by its owner, next to the key. */
  readonly passwordFile: string
}

/**
 * Creates the administrator if the tenant has no users. Call it under the lock, so that concurrent processes create
 * one. `file`: target of the password. Null where other users exist and there is no such file.
 * @throws Problem `data_folder_not_writable`.
 */
export async function prepareFirstAdmin(database: Database, tenant: number, file: string): Promise<FirstAdmin | null> {
  if (!(await hasUsers(database, tenant))) {
    const password = makeUpPassword()
    // The file is written first: an unrecorded password would lock everyone out.
    await writeKey(file, password)
    const requested = { email: FIRST_ADMIN, name: 'Administrator', role: 'admin', password }
    await createUser(database, tenant, requested, COMMAND_LINE)
    return { email: FIRST_ADMIN, passwordFile: file }
  }
  await removeChangedPassword(database, tenant, file)
  if (!existsSync(file)) return null
  return { email: FIRST_ADMIN, passwordFile: file }
}

/** Removes the password file once the password in it is no longer that of the administrator. */
export async function removeChangedPassword(database: Database, tenant: number, file: string): Promise<void> {
  const password = await readKey(file)
  if (password === undefined) return
  const hash = await passwordHashOf(database, tenant, FIRST_ADMIN)
  if (hash !== null && (await passwordFits(hash, password))) return
  await rm(file, { force: true })
}

/** Returns the password file next to the key, separate for each database used with the folder. */
export function passwordFileBeside(keyFile: string): string {
  return path.join(path.dirname(keyFile), path.basename(keyFile).replace(/^key/, 'admin-password'))
}
