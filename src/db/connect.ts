/**
 * The way to the database. Every statement runs either for one tenant or for the system: the connection carries the
 * tenant as the setting `recoup.tenant`, on which row-level security filters, so a forgotten WHERE shows nothing of
 * others. The engine takes the small interfaces; only this file knows the driver.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Actor, PROGRAM } from '../actor.ts'
import { Problem } from '../problem.ts'
import { isConnectionLost, isStalePlan, outcomeUnknown, unreachable } from './errors.ts'
import { columnTypes } from './types.ts'

/** A statement that each connection prepares once, under a name. Make it at module level with {@link prepared}. */
export interface Statement {
  readonly name: string
  readonly text: string
}

export interface Queryable {
  /** The rows of one statement. */
  query<Row extends object = Record<string, unknown>>(
    statement: string | Statement,
    params?: readonly unknown[],
  ): Promise<Row[]>
  /** How many rows one statement changed. */
  execute(statement: string | Statement, params?: readonly unknown[]): Promise<number>
}

export interface Transaction extends Queryable {
  /** Runs a part that may fail by itself: its changes are undone and the transaction goes on. */
  savepoint<T>(run: (part: Transaction) => Promise<T>): Promise<T>
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
}

/** What runs statements for one tenant: its number stands first in every key, so it travels with the connection. */
export interface TenantQueryable extends Queryable {
  readonly tenant: number
  /** Who writes: the audit trail and the rows that name their actor take it from here. */
  readonly by: Actor
}

/** A transaction of one tenant. */
export interface TenantTransaction extends TenantQueryable {
  /** Runs a part that may fail by itself: its changes are undone and the transaction goes on. */
  savepoint<T>(run: (part: TenantTransaction) => Promise<T>): Promise<T>
}

/** Single statements and transactions that belong to no tenant. */
export interface Scope extends Queryable {
  /**
   * Runs in one transaction: committed when `run` returns, undone when it throws.
   * @throws Problem `database_unreachable` where the connection broke before the commit (nothing was written),
   * `outcome_unknown` where it broke during it.
   */
  transaction<T>(run: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
}

/** The database as one tenant sees it. */
export interface TenantDatabase extends TenantQueryable {
  /** As {@link Scope.transaction}; the transaction carries the tenant. */
  transaction<T>(run: (transaction: TenantTransaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** The same database, written to by this actor. */
  as(by: Actor): TenantDatabase
}

export interface Database {
  /** Row-level security shows this tenant's rows only. */
  tenant(id: number): TenantDatabase
  /** For statements that are about no tenant: the setting is ''. */
  readonly system: Scope
  /** One connection for as long as `run` takes, without a tenant: session locks, LISTEN. */
  session<T>(run: (session: Scope) => Promise<T>): Promise<T>
  /** Connections in the pool, idle ones, and callers that wait for one. */
  readonly load: { readonly total: number; readonly idle: number; readonly waiting: number }
  /** Waits for what is running, then closes all connections. */
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Most connections at once. Batched posting needs one or two; the rest is for reads. */
  readonly max?: number
  readonly applicationName?: string
  /** How long to wait for a connection, new or free. */
  readonly timeoutMs?: number
}

const OLDEST = 15
const NO_TENANT = ''

/**
 * On every new connection. No sequential scans: every statement of the engine looks things up by key, and tables that grow
 * faster than their statistics would otherwise be read whole (measured: five times the cost after a minute of load); a
 * read-only transaction, which is what reports and checks run in, may scan. Generic plans: planning costs more than running for our statements (measured 1.5×). A
 * transaction that its program forgot must not hold rows for ever. Dates are read and written the same whatever the
 * server's defaults.
 */
const SETUP = `select set_config('plan_cache_mode', 'force_generic_plan', false),
  set_config('enable_seqscan', 'off', false), set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO, MDY', false),
  set_config('idle_in_transaction_session_timeout', '60s', false), set_config('recoup.tenant', '', false),
  current_setting('server_version_num')::int as version`

/** A statement to be prepared; the name is taken from the text, so equal texts share it and different ones can't clash. */
export function prepared(text: string): Statement {
  return { text, name: `r_${createHash('sha256').update(text).digest('hex').slice(0, 24)}` }
}

/**
 * Opens a pool on a PostgreSQL of version 15 or later; connects when first used.
 * @throws Problem later, from every use: `database_unreachable`, `database_busy`, `database_too_old`.
 */
export function openDatabase(url: string, options: ConnectOptions = {}): Database {
  const pool = new Connections(url, options)
  return {
    tenant: (id) => new PoolScope(pool, id),
    system: new PoolScope(pool, undefined),
    session: (run) => pool.use(NO_TENANT, (connection) => run(new SessionScope(connection))),
    get load() {
      return pool.load
    },
    close: () => pool.close(),
  }
}

/** It goes into SQL as text: only a whole positive number passes. */
function tenantSetting(id: number): string {
  if (!Number.isSafeInteger(id) || id <= 0) throw new RangeError(`not a tenant's number: ${id}`)
  return String(id)
}

class Connections {
  readonly #pool: pg.Pool
  readonly #address: string
  readonly #password: string
  readonly #timeoutMs: number
  #closing: Promise<void> | undefined

  constructor(url: string, { max = 10, applicationName = 'recoup', timeoutMs = 10_000 }: ConnectOptions) {
    const { address, password } = parseAddress(url)
    this.#address = address
    this.#password = password
    this.#timeoutMs = timeoutMs
    this.#pool = new pg.Pool({
      connectionString: url,
      max,
      application_name: applicationName,
      connectionTimeoutMillis: timeoutMs,
      keepAlive: true,
      types: columnTypes,
      onConnect: setUp,
    })
    // A connection that breaks while idle is replaced at the next use, and one that breaks in use tells its statement;
    // but an 'error' event without a listener would end the program.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  get load() {
    return { total: this.#pool.totalCount, idle: this.#pool.idleCount, waiting: this.#pool.waitingCount }
  }

  /** Lends a connection that is set to this tenant. It goes back to the pool only if it is known to be in order. */
  async use<T>(tenant: string, run: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = new Connection(await this.#acquire(), (error) => this.unreachable(error))
    try {
      await connection.setTenant(tenant)
      return await run(connection)
    } finally {
      connection.release()
    }
  }

  unreachable(error: unknown): Problem {
    return unreachable(error, this.#address, this.#password)
  }

  close(): Promise<void> {
    this.#closing ??= this.#pool.end()
    return this.#closing
  }

  async #acquire(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      const { message, code } = error as { message?: string; code?: string }
      if (message === 'timeout exceeded when trying to connect' || code === '53300') {
        throw new Problem('database_busy', { seconds: this.#timeoutMs / 1000 })
      }
      throw this.unreachable(error)
    }
  }
}

/** Reads the address without ever showing it: the error of `new URL` carries its whole input, password included. */
function parseAddress(text: string): { address: string; password: string } {
  try {
    const url = new URL(text)
    if (!/^postgres(ql)?:$/.test(url.protocol)) throw new Error('not postgres')
    const host = url.searchParams.get('host') ?? url.hostname
    const password = url.searchParams.get('password') ?? decodeURIComponent(url.password)
    return { address: `${host}:${url.port || 5432}${url.pathname}`, password }
  } catch {
    const reason =
      'not a valid address; it looks like postgres://user:password@host:5432/name, with special characters %-encoded'
    throw new Problem('database_unreachable', { address: 'DATABASE_URL', reason })
  }
}

async function setUp(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number }>(SETUP)
  const major = Math.floor(rows[0]!.version / 10_000)
  if (major < OLDEST) throw new Problem('database_too_old', { version: major, needed: OLDEST })
  sessionTenant.set(client, NO_TENANT)
}

/** The tenant that each connection was last set to: usually the wanted one, which saves a round trip. */
const sessionTenant = new WeakMap<pg.ClientBase, string>()

/** A borrowed connection: one statement at a time, and it remembers whether it can be used again. */
class Connection {
  readonly #client: pg.PoolClient
  readonly unreachable: (error: unknown) => Problem
  #broken: Error | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(client: pg.PoolClient, unreachable: (error: unknown) => Problem) {
    this.#client = client
    this.unreachable = unreachable
  }

  get isBroken(): boolean {
    return this.#broken !== undefined
  }

  get tenant(): string | undefined {
    return sessionTenant.get(this.#client)
  }

  /** Raw: the driver's result or its error. In turn, because the driver gives up queueing on one connection. */
  async run(statement: string | Statement, params?: readonly unknown[]): Promise<pg.QueryResult> {
    const before = this.#last
    let done!: () => void
    this.#last = new Promise<void>((resolve) => {
      done = resolve
    })
    await before
    try {
      const config = typeof statement === 'string' ? { text: statement } : statement
      return await this.#client.query(params ? { ...config, values: params as unknown[] } : config)
    } catch (error) {
      if (isConnectionLost(error) || isStalePlan(error)) this.#broken = error as Error
      throw error
    } finally {
      done()
    }
  }

  async setTenant(tenant: string): Promise<void> {
    if (this.tenant === tenant) return
    sessionTenant.delete(this.#client)
    try {
      await this.run(setTenant, [tenant])
    } catch (error) {
      this.#broken = error as Error
      throw this.unreachable(error)
    }
    sessionTenant.set(this.#client, tenant)
  }

  /** Marks it unfit: its state is not known any more, so the pool must close it. */
  discard(error: unknown): void {
    this.#broken ??= error as Error
  }

  release(): void {
    this.#client.release(this.#broken)
  }
}

const setTenant = prepared(`select set_config('recoup.tenant', $1, false)`)

/** A lone statement commits by itself: if the connection breaks during it, its outcome is unknown. */
async function runAlone(connection: Connection, statement: string | Statement, params?: readonly unknown[]) {
  try {
    return await connection.run(statement, params)
  } catch (error) {
    throw isConnectionLost(error) ? outcomeUnknown(error) : error
  }
}

/** Of one tenant, or of none. */
class PoolScope<Tenant extends number | undefined> {
  readonly #pool: Connections
  readonly #setting: string
  readonly tenant: Tenant
  readonly by: Actor

  constructor(pool: Connections, tenant: Tenant, by = PROGRAM) {
    this.#pool = pool
    this.#setting = tenant === undefined ? NO_TENANT : tenantSetting(tenant)
    this.tenant = tenant
    this.by = by
  }

  as(by: Actor): PoolScope<Tenant> {
    return new PoolScope(this.#pool, this.tenant, by)
  }

  async query<Row extends object>(statement: string | Statement, params?: readonly unknown[]): Promise<Row[]> {
    return (await this.#pool.use(this.#setting, (connection) => runAlone(connection, statement, params))).rows
  }

  async execute(statement: string | Statement, params?: readonly unknown[]): Promise<number> {
    return (await this.#pool.use(this.#setting, (connection) => runAlone(connection, statement, params))).rowCount ?? 0
  }

  transaction<T>(
    run: (transaction: OpenTransaction<Tenant>) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    return this.#pool.use(this.#setting, (connection) =>
      runTransaction(new OpenTransaction(connection, this), run, options),
    )
  }
}

class SessionScope implements Scope {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async query<Row extends object>(statement: string | Statement, params?: readonly unknown[]): Promise<Row[]> {
    return (await runAlone(this.#connection, statement, params)).rows
  }

  async execute(statement: string | Statement, params?: readonly unknown[]): Promise<number> {
    return (await runAlone(this.#connection, statement, params)).rowCount ?? 0
  }

  transaction<T>(run: (transaction: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return runTransaction(new OpenTransaction(this.#connection, NO_ONE), run, options)
  }
}

async function runTransaction<T, Tenant extends number | undefined>(
  transaction: OpenTransaction<Tenant>,
  run: (transaction: OpenTransaction<Tenant>) => Promise<T>,
  { isolation, readOnly }: TransactionOptions,
): Promise<T> {
  const { connection } = transaction
  await begin(
    connection,
    `begin${isolation ? ` isolation level ${isolation}` : ''}${readOnly ? ' read only; set local enable_seqscan = on' : ''}`,
  )
  let result: T
  try {
    result = await run(transaction)
  } catch (error) {
    transaction.end()
    await rollBack(connection)
    throw error
  }
  transaction.end()
  await commit(connection)
  return result
}

async function begin(connection: Connection, text: string): Promise<void> {
  try {
    await connection.run(text)
  } catch (error) {
    throw isConnectionLost(error) ? connection.unreachable(error) : error
  }
}

/** The error that led here is the one to tell; a connection that can't even roll back is closed, which undoes it too. */
async function rollBack(connection: Connection): Promise<void> {
  if (connection.isBroken) return
  await connection.run('rollback').catch((error) => connection.discard(error))
}

async function commit(connection: Connection): Promise<void> {
  if (connection.isBroken) throw connection.unreachable(new Error('the connection broke inside the transaction'))
  const { command } = await runAlone(connection, 'commit')
  // PostgreSQL answers a COMMIT of a failed transaction with a polite ROLLBACK and no error.
  if (command !== 'COMMIT')
    throw new Error('the transaction was undone: a statement in it failed and its error was caught')
}

const NO_ONE = { tenant: undefined, by: PROGRAM } as const

class OpenTransaction<Tenant extends number | undefined> {
  readonly connection: Connection
  readonly tenant: Tenant
  readonly by: Actor
  readonly #depth: number
  #over = false

  constructor(connection: Connection, { tenant, by }: { readonly tenant: Tenant; readonly by: Actor }, depth = 0) {
    this.connection = connection
    this.tenant = tenant
    this.by = by
    this.#depth = depth
  }

  /** From here on the connection may be in use by another caller. */
  end(): void {
    this.#over = true
  }

  async query<Row extends object>(statement: string | Statement, params?: readonly unknown[]): Promise<Row[]> {
    return (await this.#run(statement, params)).rows
  }

  async execute(statement: string | Statement, params?: readonly unknown[]): Promise<number> {
    return (await this.#run(statement, params)).rowCount ?? 0
  }

  async savepoint<T>(run: (part: OpenTransaction<Tenant>) => Promise<T>): Promise<T> {
    const name = `part_${this.#depth + 1}`
    const part = new OpenTransaction(this.connection, this, this.#depth + 1)
    await this.#run(`savepoint ${name}`)
    try {
      const result = await run(part)
      part.end()
      await this.#run(`release savepoint ${name}`)
      return result
    } catch (error) {
      part.end()
      if (!this.connection.isBroken) await this.#run(`rollback to savepoint ${name}`)
      throw error
    }
  }

  async #run(statement: string | Statement, params?: readonly unknown[]): Promise<pg.QueryResult> {
    if (this.#over) throw new Error('the transaction is over: a statement was not awaited inside it')
    try {
      return await this.connection.run(statement, params)
    } catch (error) {
      throw isConnectionLost(error) ? this.connection.unreachable(error) : error
    }
  }
}
