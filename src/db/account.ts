/**
 * Chooses the system account that PostgreSQL runs under. PostgreSQL refuses to run as root, and a container or a small
 * server often has only root. Its processes then run under the account that owns the data, or else under `nobody`, so
 * that no account has to be created for a first try.
 */
import { execFile } from 'node:child_process'
import { lstat, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** The user and group that database processes run under; `undefined` means our own. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

/** Chooses the account of the database. Data with a non-root owner keeps it: a user's folder must stay the user's. */
export async function databaseAccount(data: string): Promise<Account | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  const owner = await lstat(data).catch(() => undefined)
  if (owner?.isDirectory() && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return nobody()
}

/** Looked up, because it differs: 65534 on most Linux systems, 99 on older Red Hat, -2 on macOS. */
export async function nobody(): Promise<Account> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const fields = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(passwd)
  if (fields) return { uid: Number(fields[1]) >>> 0, gid: Number(fields[2]) >>> 0 }
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => (await run('id', [flag, 'nobody'])).stdout))
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}
