/**
 * A database for a test: fresh, migrated, and separate, so that test files can run concurrently.
 *
 * ```ts
 * const database = await testDatabase()
 * afterAll(() => database.close())
 * ```
 */
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type ConnectOptions, type Database, openDatabase } from '../src/db/connect.ts'
import type { TestServer } from './globalSetup.ts'

export interface TestDatabase extends Database {
  /** For tests that open connections of their own. */
  readonly url: string
  /** As the role that owns the tables. */
  readonly ownerUrl: string
  /** Closes the connections and drops the database; also by `await using`. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export interface TestDatabaseOptions extends ConnectOptions {
  /** false: empty, without the project's tables. */
  readonly migrated?: boolean
  /** Default: owner of the tables. With TEST_ROLE=application every test uses the role of the application. */
  readonly role?: 'owner' | 'application'
}

export async function testDatabase({
  migrated = true,
  role = 'owner',
  ...options
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await ask<TestServer>('/server')
  const template = migrated ? await ask<string>('/template') : 'template0'
  const name = `recoup_test_${process.ppid}_${process.pid}_${randomBytes(4).toString('hex')}`
  // file_copy: 40 ms; the default way writes the template through the log, which takes 200.
  await asAdmin(
    server,
    `create database ${name} owner ${server.role} template ${template} encoding 'UTF8' strategy file_copy`,
  )
  const as = process.env.TEST_ROLE === 'application' ? 'application' : role
  const user = as === 'application' ? server.application : server
  const url = new URL(server.adminUrl)
  Object.assign(url, { username: user.role, password: user.password, pathname: `/${name}` })
  const ownerUrl = new URL(url)
  Object.assign(ownerUrl, { username: server.role, password: server.password })
  const database = openDatabase(url.href, options)
  const close = async () => {
    await database.close()
    await asAdmin(server, `drop database if exists ${name} with (force)`)
  }
  return {
    tenant: database.tenant,
    system: database.system,
    session: database.session,
    get load() {
      return database.load
    },
    url: url.href,
    ownerUrl: ownerUrl.href,
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function asAdmin(server: TestServer, statement: string): Promise<void> {
  const admin = openDatabase(server.adminUrl, { max: 1 })
  try {
    await admin.system.execute(statement)
  } finally {
    await admin.close()
  }
}

async function ask<T>(what: string): Promise<T> {
  const response = await fetch(inject('testServerDoor') + what)
  if (!response.ok) throw new Error(`no test database: ${await response.text()}`)
  return (await response.json()) as T
}
