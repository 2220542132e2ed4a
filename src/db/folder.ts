/**
 * Locks the data folder for one Recoup process. The kernel releases the lock however its holder ends (SQLite's file
 * lock, which Node has built in): a lock file with a process id would have to be judged stale, and two processes that
 * judge at once can both win. It also works between containers that share a volume, where process ids mean nothing.
 */
import { readFileSync } from 'node:fs'
import { access, constants, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../problem.ts'

export interface LockedFolder {
  readonly folder: string
  release(): Promise<void>
}

const SQLITE_BUSY = 5
const LIVE_HOLDER_MS = 400
const UNKNOWN_HOLDER_MS = 3000

/**
 * Creates the folder if missing and locks it for this process.
 * @throws Problem `data_folder_not_writable`, `data_folder_in_use`.
 */
export async function lockFolder(wanted: string): Promise<LockedFolder> {
  const folder = await writableFolder(wanted)
  // Nothing else in this process may open recoup.lock: closing any descriptor of it would release the lock (POSIX).
  const lock = await insist(() => takeLock(path.join(folder, 'recoup.lock'), folder), folder)
  await writeFile(path.join(folder, 'recoup.pid'), `${process.pid}\n`)
  return {
    folder,
    async release() {
      await rm(path.join(folder, 'recoup.pid'), { force: true })
      lock.close()
    },
  }
}

async function writableFolder(wanted: string): Promise<string> {
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    const folder = await realpath(wanted)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    throw notWritable(wanted, error as NodeJS.ErrnoException)
  }
}

export function notWritable(folder: string, error: NodeJS.ErrnoException): Problem {
  return new Problem('data_folder_not_writable', { folder, reason: error.code ?? error.message })
}

function takeLock(file: string, folder: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file)
    // IMMEDIATE instead of EXCLUSIVE: of two concurrent starts exactly one gets it; with EXCLUSIVE both can be refused.
    lock.exec('begin immediate')
    return lock
  } catch (error) {
    lock?.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw notWritable(folder, error as Error)
  }
}

/**
 * Refuses if a live process holds the folder, but not at the first check: a killed process counts as alive, and holds
 * its lock, until the kernel has removed it; and a new holder needs a moment to write its identity.
 */
async function insist(take: () => DatabaseSync | undefined, folder: string): Promise<DatabaseSync> {
  for (const start = Date.now(); ; await sleep(25)) {
    const lock = take()
    if (lock) return lock
    const waited = Date.now() - start
    const pid = Number(await readFile(path.join(folder, 'recoup.pid'), 'utf8').catch(() => 'NaN'))
    const holder = pid && isAlive(pid) ? pid : undefined
    if (waited > (holder ? LIVE_HOLDER_MS : UNKNOWN_HOLDER_MS)) {
      throw new Problem('data_folder_in_use', { folder, pid: holder ?? 'unknown' })
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/**
 * Killed but not yet reaped by its parent, which can last forever in a container whose first process reaps no children.
 */
function isZombie(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}
