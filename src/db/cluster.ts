/**
 * Creates the database files: `initdb` in a folder next to the final one, roles and database in single-user mode (no
 * port, no password needed), then one rename. A folder named `postgres` is therefore always complete, however the
 * process ended.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, lstat, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '../problem.ts'
import type { Account } from './account.ts'
import { type Binaries, databaseEnvironment } from './binaries.ts'
import { notWritable } from './folder.ts'

/** Passwords of the roles: the owner of the cluster, the owner of the tables, and the application. */
interface Secrets {
  readonly postgres: string
  readonly recoup: string
  readonly application: string
}

/** Reads and writes rows of tables that `recoup` owns. */
export const APPLICATION_ROLE = 'recoup_application'

export interface Cluster {
  readonly data: string
  readonly secrets: Secrets
}

const PARTIAL = 'postgres.partial-'
const SECRETS = 'postgres-passwords.json'
const HOST_ACCESS = '# Written by Recoup: this server is reached from this machine only, and with a password.\n'
const HOST_RULES = 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n'

/** Opens the cluster of this (locked) folder, creating or completing it if needed. */
export async function prepareCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
  log: (line: string) => void,
): Promise<Cluster> {
  const data = path.join(folder, 'postgres')
  await removeHalfMade(folder)
  const version = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) return createCluster({ folder, data, binaries, account, log })
  if (version.trim() !== binaries.major) throw otherVersion(data, version.trim(), binaries.major)
  if (account) await ownAll(data, account)
  await writeFile(path.join(data, 'pg_hba.conf'), HOST_ACCESS + HOST_RULES)
  return { data, secrets: (await readSecrets(folder)) ?? (await provision(folder, data, binaries, account)) }
}

/**
 * The data path as passed to database processes. Another user may not be able to traverse to it (a home folder with
 * mode 0700), but the process starts in that folder, and /proc/self/cwd leads there without passing the parents.
 */
export function dataPath(data: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : data
}

function otherVersion(data: string, found: string, needed: string): Problem {
  return new Problem('database_start_failed', {
    reason: `${data} was made by PostgreSQL ${found}, this Recoup brings ${needed}: dump it with the old one and load it into the new one`,
  })
}

async function createCluster({
  folder,
  data,
  binaries,
  account,
  log,
}: {
  readonly folder: string
  readonly data: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly log: (line: string) => void
}): Promise<Cluster> {
  if ((await readdir(data).catch(() => [])).length > 0) {
    throw new Problem('database_start_failed', { reason: `${data} holds files that are not a PostgreSQL database` })
  }
  log(`making a new database in ${data}`)
  const partial = path.join(folder, PARTIAL + randomBytes(4).toString('hex'))
  try {
    await mkdir(partial, { mode: 0o700 })
    if (account) await chown(partial, account.uid, account.gid)
  } catch (error) {
    throw notWritable(folder, error as Error)
  }
  await runIn(partial, path.join(binaries.folder, 'initdb'), initArguments(dataPath(partial, account)), { account })
  const secrets = await provision(folder, partial, binaries, account)
  await rename(partial, data)
  await syncFolder(folder)
  return { data, secrets }
}

/**
 * UTF-8 with PostgreSQL's own C.UTF-8: sorts identically on every system and survives upgrades of the system's libc.
 */
function initArguments(data: string): string[] {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  return ['-D', data, '--username=postgres', ...locale, '--auth=reject', '--no-instructions']
}

/**
 * Creates roles, passwords and the application's database. The program's roles are not superusers, because row-level
 * security does not apply to superusers. Safe to repeat, so a lost or older password file is recreated.
 */
async function provision(folder: string, data: string, binaries: Binaries, account: Account | undefined) {
  const secrets: Secrets = { postgres: password(), recoup: password(), application: password() }
  const statements = [
    ...role('recoup', secrets.recoup),
    ...role(APPLICATION_ROLE, secrets.application),
    `alter role postgres password '${secrets.postgres}'`,
    'create database recoup owner recoup',
    `select 'provisioned' as state from pg_database d join pg_roles r on r.oid = d.datdba where datname = 'recoup' and rolname = 'recoup'`,
  ]
  const single = ['--single', '-D', dataPath(data, account), '-c', 'unix_socket_directories=', 'postgres']
  const program = path.join(binaries.folder, 'postgres')
  const output = await runIn(data, program, single, { account, input: `${statements.join('\n')}\n` })
  if (!output.includes('"provisioned"')) throw new Problem('database_start_failed', { reason: lastLines(output) })
  await writeFile(path.join(data, 'pg_hba.conf'), HOST_ACCESS + HOST_RULES)
  await writeSecrets(folder, secrets)
  return secrets
}

function role(name: string, secret: string): string[] {
  return [
    `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if; end $$`,
    `alter role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password '${secret}'`,
  ]
}

/** URL-safe characters only, because it is inserted into SQL and into an address without quoting. */
function password(): string {
  return randomBytes(24).toString('base64url')
}

async function readSecrets(folder: string): Promise<Secrets | undefined> {
  try {
    const found = JSON.parse(await readFile(path.join(folder, SECRETS), 'utf8')) as Partial<Secrets>
    const { postgres, recoup, application } = found
    return postgres && recoup && application ? { postgres, recoup, application } : undefined
  } catch {
    return undefined
  }
}

async function writeSecrets(folder: string, secrets: Secrets): Promise<void> {
  const file = path.join(folder, SECRETS)
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}

/**
 * The lock shows that the creating process is gone; an orphaned initdb may continue until it finds its folder missing.
 */
async function removeHalfMade(folder: string): Promise<void> {
  const retrying = { recursive: true, force: true, maxRetries: 50, retryDelay: 20 }
  for (const name of await readdir(folder)) {
    if (name.startsWith(PARTIAL)) await rm(path.join(folder, name), retrying)
  }
}

/** Data copied by root (a restored backup) belongs to root, and the server cannot read it. */
async function ownAll(file: string, account: Account): Promise<void> {
  const found = await lstat(file)
  if (found.uid === account.uid) return
  if (found.isDirectory()) {
    for (const name of await readdir(file)) await ownAll(path.join(file, name), account)
  }
  await chown(file, account.uid, account.gid)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Runs a PostgreSQL program to its end, in the data folder. @throws Problem `database_start_failed`. */
function runIn(
  cwd: string,
  program: string,
  args: string[],
  { account, input = '' }: { readonly account: Account | undefined; readonly input?: string | undefined },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: databaseEnvironment, ...account })
    let output = ''
    const collect = (text: Buffer) => {
      output += text
    }
    const fail = (reason: string) => reject(new Problem('database_start_failed', { reason }))
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => fail(error.message))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else fail(lastLines(output) || `${path.basename(program)} ended with ${signal ?? `code ${code}`}`)
    })
    child.stdin.on('error', () => {}) // it can exit before it has read everything; its exit code reports why
    child.stdin.end(input)
  })
}

/** The end of a log, which contains the reason. */
export function lastLines(text: string, count = 12): string {
  return text.trim().split('\n').slice(-count).join('\n')
}
