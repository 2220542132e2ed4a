/**
 * Finds PostgreSQL programs that the database's account can run: those in node_modules if possible, otherwise a private
 * copy. There are two obstacles: an install script that npm 12 does not run creates the links between the libraries,
 * and a project in a home folder with mode 0700 is not accessible to `nobody`.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { faketimeVariables } from '../faketime.ts'
import { Problem } from '../problem.ts'
import type { Account } from './account.ts'

/** The folder of `initdb` and `postgres`, and their major version. */
export interface Binaries {
  readonly folder: string
  readonly major: string
}

const run = promisify(execFile)

/** Files that a server does not need; leaving them out of the copy saves a few megabytes. */
const NOT_COPIED = /\.a$|^pkgconfig$|^include$|^libecpg/

/**
 * @param root the package's folder, @param shared candidates for a private copy, of which the first suitable one is
 * used. Both are for tests.
 * @throws Problem `embedded_postgres_missing` if this system has no usable binaries.
 */
export async function findBinaries(
  account: Account | undefined,
  log: (line: string) => void,
  root = packageRoot(),
  shared: readonly string[] = [tmpdir(), '/var/tmp', '/var/cache'],
): Promise<Binaries> {
  const linked = await makeLinks(root)
  const inPlace = linked ? await tryRun(root, account) : 'its library links are missing and can not be made'
  if (typeof inPlace !== 'string') return inPlace
  const copy = await findCopy(root, account, shared, log)
  if (copy) return copy
  throw missing(inPlace)
}

/** The environment of database processes: none of our variables, and messages in the language that we match. */
export const databaseEnvironment: Readonly<Record<string, string>> = {
  ...faketimeVariables,
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin',
}

function missing(reason: string): Problem {
  return new Problem('embedded_postgres_missing', { platform: `${process.platform}-${process.arch}`, reason })
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), '..', '..')
  } catch {
    throw missing(`the optional package ${name} is not installed`)
  }
}

/** Creates the links that the package lists; returns false if the folder is not writable and some are missing. */
async function makeLinks(root: string): Promise<boolean> {
  const listed = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    const goal = path.relative(path.dirname(link), path.join(root, source))
    if (await lstat(link).catch(() => undefined)) continue
    try {
      await symlink(goal, link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/**
 * Returns the binaries, or why they do not run. Running the program checks permissions, libraries and noexec mounts at
 * once.
 */
async function tryRun(root: string, account: Account | undefined): Promise<Binaries | string> {
  const folder = path.join(root, 'native', 'bin')
  try {
    const { stdout } = await run(path.join(folder, 'postgres'), ['--version'], {
      cwd: '/',
      env: databaseEnvironment,
      timeout: 30_000,
      ...account,
    })
    const version = /PostgreSQL\) (\d+)/.exec(stdout)
    return version ? { folder, major: version[1]! } : `unexpected version: ${stdout.trim()}`
  } catch (error) {
    return ((error as { stderr?: string }).stderr || (error as Error).message).trim().split('\n').at(-1)!
  }
}

async function findCopy(
  root: string,
  account: Account | undefined,
  shared: readonly string[],
  log: (line: string) => void,
): Promise<Binaries | undefined> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const name = `postgresql-${version}-${process.platform}-${process.arch}`
  for (const place of new Set(shared)) {
    const cache = await privateFolder(place)
    if (!cache) continue
    const copy = path.join(cache, name)
    if (!(await isWhole(root, copy))) {
      log(`copying the PostgreSQL binaries to ${copy}: the database's account can't use them where they are`)
      if (!(await makeCopy(root, copy).catch(() => false))) continue
    }
    const found = await tryRun(copy, account)
    if (typeof found !== 'string') return found
  }
  return undefined
}

/**
 * Opens a folder of ours in a folder that others can write to. Its contents are executed, so it is accepted only if it
 * is a real folder, ours, closed to others, and cannot be swapped (the shared folder is sticky or closed as well).
 */
async function privateFolder(shared: string): Promise<string | undefined> {
  const uid = process.geteuid!()
  const folder = path.join(shared, `recoup-${uid}`)
  try {
    const parent = await stat(shared)
    const safeParent = (parent.uid === 0 || parent.uid === uid) && (!(parent.mode & 0o022) || parent.mode & 0o1000)
    if (!safeParent) return undefined
    await mkdir(folder, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    const found = await lstat(folder)
    if (!found.isDirectory() || found.uid !== uid || found.mode & 0o022) return undefined
    await chmod(folder, 0o755)
    return folder
  } catch {
    return undefined
  }
}

/**
 * Copies next to the target and renames, so that a reader never sees a partial copy and the first of two writers wins.
 */
async function makeCopy(root: string, copy: string): Promise<boolean> {
  const partial = `${copy}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(partial)
    await chmod(partial, 0o755)
    await copyTree(path.join(root, 'native'), path.join(partial, 'native'))
    if (!(await makeLinks(partial))) return false
    await rename(partial, copy).catch(async () => {
      if (await isWhole(root, copy)) return
      await rename(copy, `${partial}.old`)
      await rm(`${partial}.old`, { recursive: true, force: true })
      await rename(partial, copy)
    })
    return true
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** Sets modes explicitly: an installation with umask 077 would otherwise be copied unreadable. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const item of await readdir(from, { withFileTypes: true })) {
    if (NOT_COPIED.test(item.name)) continue
    const [source, target] = [path.join(from, item.name), path.join(to, item.name)]
    if (item.isDirectory()) await copyTree(source, target)
    else if (item.isSymbolicLink()) await symlink(await readlink(source), target)
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      await chmod(target, (await stat(source)).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

/** Whether every file is complete: cleaners of temporary folders remove single files by age. */
async function isWhole(root: string, copy: string, under = 'native'): Promise<boolean> {
  const items = await readdir(path.join(root, under), { withFileTypes: true })
  const whole = items.map(async (item) => {
    if (NOT_COPIED.test(item.name)) return true
    const name = path.join(under, item.name)
    if (item.isDirectory()) return isWhole(root, copy, name)
    const [source, target] = await Promise.all([lstat(path.join(root, name)), lstat(path.join(copy, name))])
    return source.isSymbolicLink() ? target.isSymbolicLink() : source.size === target.size
  })
  return (await Promise.all(whole).catch(() => [false])).every(Boolean)
}
