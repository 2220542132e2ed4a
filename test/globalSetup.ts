/**
 * One PostgreSQL for the whole run, started when the first test requests a database: a run of pure tests starts none.
 * With TEST_DATABASE_URL (a role that can create databases and roles) the same tests run on that server instead.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { isAlive } from '../src/db/folder.ts'
import { migrate } from '../src/db/migrate.ts'
import { lines } from '../src/lines/index.ts'

/** What a test needs to create its own database. */
export interface TestServer {
  /** May create and drop databases. */
  readonly adminUrl: string
  /** The role of the tests; owns the tables and is not a superuser, so that row-level security applies. */
  readonly role: string
  readonly password: string
  /** A role that owns nothing (src/db/application-role.ts). */
  readonly application: { readonly role: string; readonly password: string }
}

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Requests the server (`/server`) or the migrated template (`/template`) from this process, which starts what is
     * missing.
     */
    readonly testServerDoor: string
  }
}

interface RunningServer extends TestServer {
  stop(): Promise<void>
}

const PREFIX = 'recoup-test-'
const runId = `${process.pid}_${randomBytes(3).toString('hex')}`

/** Test data need not survive a power failure. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<RunningServer> | undefined
  let template: Promise<string> | undefined
  const open = () => {
    server ??= startServer()
    return server
  }
  const answers: Record<string, () => Promise<unknown>> = {
    '/server': async () => {
      const { adminUrl, role, password, application } = await open()
      return { adminUrl, role, password, application }
    },
    '/template': async () => {
      template ??= open().then(makeTemplate)
      return template
    },
  }
  const door = createServer(async (request, response) => {
    try {
      response.end(JSON.stringify(await answers[request.url!]!()))
    } catch (error) {
      response.statusCode = 500
      response.end((error as Error).stack)
    }
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  door.unref()
  project.provide('testServerDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.close()
    door.closeAllConnections()
    await server?.then((running) => running.stop()).catch(() => {})
  }
}

function startServer(): Promise<RunningServer> {
  const given = process.env.TEST_DATABASE_URL
  return given ? useGiven(given) : startOwn()
}

async function startOwn(): Promise<RunningServer> {
  removeLeftovers()
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  const embedded = await startEmbedded({ folder, settings: THROWAWAY })
  removeOnExit(embedded.pid, remove)
  const { username, password } = new URL(embedded.url)
  const application = new URL(embedded.applicationUrl)
  return {
    adminUrl: embedded.adminUrl,
    role: username,
    password,
    application: { role: application.username, password: application.password },
    async stop() {
      await embedded.stop()
      remove()
    },
  }
}

/** Signals such as Ctrl-C skip the teardown: no process and no folder may be left. */
function removeOnExit(pid: number, remove: () => void): void {
  const end = () => {
    try {
      process.kill(pid, 'SIGQUIT')
    } catch {
      // already stopped
    }
    for (let waited = 0; isAlive(pid) && waited < 3000; waited += 20) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
    remove()
  }
  process.once('exit', end)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      end()
      process.kill(process.pid, signal)
    })
  }
}

/** Removes folders of killed runs; their databases have stopped by themselves. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) && Number(name.slice(PREFIX.length).split('-')[0])
    if (!pid || isAlive(pid)) continue
    try {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // The folder may belong to another user.
    }
  }
}

/** Row-level security does not apply to superusers, so a role is created for the tests. */
async function useGiven(adminUrl: string): Promise<RunningServer> {
  const admin = openDatabase(adminUrl, { max: 1 })
  const application = { role: `recoup_test_${runId}_application`, password: randomBytes(12).toString('hex') }
  const [me] = await admin.system.query<{ name: string; free: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  )
  if (!me!.free) {
    const stop = async () => {
      await dropAll(admin)
      await admin.close()
    }
    const { password } = new URL(adminUrl)
    const own = { role: me!.name, password: decodeURIComponent(password) }
    return { adminUrl, ...own, application: own, stop }
  }
  const role = `recoup_test_${runId}`
  const password = randomBytes(12).toString('hex')
  await admin.system.execute(`create role ${role} login nosuperuser password '${password}'`)
  await admin.system.execute(`create role ${application.role} login nosuperuser password '${application.password}'`)
  const stop = async () => {
    await dropAll(admin)
    await admin.system.execute(`drop role ${role}; drop role ${application.role}`)
    await admin.close()
  }
  return { adminUrl, role, password, application, stop }
}

async function dropAll(admin: ReturnType<typeof openDatabase>): Promise<void> {
  // Not LIKE, where "_" matches any character: process 12 would drop the databases of process 123.
  const names = await admin.system.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname::text, $1)',
    [`recoup_test_${process.pid}_`],
  )
  for (const { name } of names) await admin.system.execute(`drop database ${name} with (force)`)
}

/** No connections are allowed once it is migrated: PostgreSQL copies only a database without connections. */
async function makeTemplate({ adminUrl, role, password, application }: RunningServer): Promise<string> {
  const name = `recoup_test_${runId}_template`
  const admin = openDatabase(adminUrl, { max: 1 })
  try {
    await admin.system.execute(`create database ${name} owner ${role} template template0 encoding 'UTF8'`)
    const url = new URL(adminUrl)
    Object.assign(url, { username: role, password, pathname: `/${name}` })
    const database = openDatabase(url.href, { max: 1 })
    await migrate(database, lines.migrations, { application: application.role }).finally(() => database.close())
    await admin.system.execute(`alter database ${name} allow_connections false`)
    return name
  } finally {
    await admin.close()
  }
}
