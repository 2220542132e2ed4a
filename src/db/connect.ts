/**
 * Access to the database. Every statement runs either for one tenant or for the system: the connection carries the
 * tenant as the setting `recoup.tenant`, on which row-level security filters, so a forgotten WHERE shows no rows of
 * others. The engine uses the small interfaces; only this file knows the driver.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Actor, PROGRAM } from '../actor.ts'
import { Problem } from '../problem.ts'
import { asOutOfResources, isConnectionLost, isStalePlan, outcomeUnknown, unreachable } from './errors.ts'
import { TenantShares } from './tenant-shares.ts'
import { columnTypes } from './types.ts'

/** A statement that each connection prepares once by name. Create it at module level with {@link prepared}. */
export interface Statement {
  readonly name: string
  readonly text: string
}

export interface Queryable {
  /** Returns the rows of one statement. */
  query<Row extends object = Record<string, unknown>>(
    statement: string | Statement,
    params?: readonly unknown[],
  ): Promise<Row[]>
  /** Returns the number of rows that one statement changed. */
  execute(statement: string | Statement, params?: readonly unknown[]): Promise<number>
}

export interface Transaction extends Queryable {
  /** Runs a part that can fail alone: its changes are undone and the transaction continues. */
  savepoint<T>(run: (part: Transaction) => Promise<T>): Promise<T>
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
}

/** Runs statements for one tenant, which is the first column of every key. */
export interface TenantQueryable extends Queryable {
  readonly tenant: number
  /** The actor, recorded in the audit trail and on the rows that name one. */
  readonly by: Actor
}

/** A transaction of one tenant. */
export interface TenantTransaction extends TenantQueryable {
  /** Runs a part that can fail alone: its changes are undone and the transaction continues. */
  savepoint<T>(run: (part: TenantTransaction) => Promise<T>): Promise<T>
}

/** Single statements and transactions without a tenant. */
export interface Scope extends Queryable {
  /**
   * Runs in one transaction: commits when `run` returns, rolls back when it throws.
   * @throws Problem `database_unreachable` if the connection broke before the commit (nothing was written),
   * `outcome_unknown` if it broke during the commit.
   */
  transaction<T>(run: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>
}

/** The database of one tenant. */
export interface TenantDatabase extends TenantQueryable {
  /** As {@link Scope.transaction}; the transaction carries the tenant. */
  transaction<T>(run: (transaction: TenantTransaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Returns the same database with this actor. */
  as(by: Actor): TenantDatabase
}

export interface Database {
  /** Row-level security shows this tenant's rows only. */
  tenant(id: number): TenantDatabase
  /** For statements without a tenant: the setting is ''. */
  readonly system: Scope
  /** Keeps one connection while `run` runs, without a tenant: session locks, LISTEN. */
  session<T>(run: (session: Scope) => Promise<T>): Promise<T>
  /** Connections in the pool, idle connections, and callers waiting for one. */
  readonly load: { readonly total: number; readonly idle: number; readonly waiting: number }
  /** Waits for running statements, then closes all connections. */
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Maximum number of connections. Batched posting needs one or two; the rest is for reads. */
  readonly max?: number
  readonly applicationName?: string
  /** Maximum wait for a new or free connection. */
  readonly timeoutMs?: number
}

const OLDEST = 15
const NO_TENANT = ''

/** The setting that bounds a statement; the longest are those of integrity checks. */
export const STATEMENT_TIMEOUT = ['statement_timeout', '1800s'] as const

/**
 * Settings of every new connection. No sequential scans: every statement of the engine uses keys, and tables that grow
 * faster than their statistics would otherwise be scanned (measured: five times the cost after a minute of load);
 * read-only transactions of reports and checks may scan. Generic plans: planning costs more than execution for our
 * statements (measured 1.5×). A forgotten transaction must not hold rows forever, nor a
 * statement a connection. Dates have the same format whatever
 * the server's defaults.
 */
const SETUP = `select set_config('plan_cache_mode', 'force_generic_plan', false),
  set_config('enable_seqscan', 'off', false), set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO, MDY', false),
  set_config('idle_in_transaction_session_timeout', '60s', false), set_config('${STATEMENT_TIMEOUT[0]}', '${STATEMENT_TIMEOUT[1]}', false),
  set_config('recoup.tenant', '', false),
  current_setting('server_version_num')::int as version`

/**
 * Makes a statement to be prepared; its name is derived from the text, so equal texts share it and different ones
 * cannot collide.
 */
export function prepared(text: string): Statement {
  return { text, name: `r_${createHash('sha256').update(text).digest('hex').slice(0, 24)}` }
}

/**
 * Opens a pool on PostgreSQL 15 or later; connects on first use.
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

/** Inserted into SQL as text, so only positive integers are accepted. */
function tenantSetting(id: number): string {
  if (!Number.isSafeInteger(id) || id <= 0) throw new RangeError(`not a tenant's number: ${id}`)
  return String(id)
}

class Connections {
  readonly #pool: pg.Pool
  readonly #address: string
  readonly #password: string
  readonly #timeoutMs: number
  readonly #shares: TenantShares
  #closing: Promise<void> | undefined

  constructor(url: string, { max = 10, applicationName = 'recoup', timeoutMs = 10_000 }: ConnectOptions) {
    const { address, password } = parseAddress(url)
    this.#address = address
    this.#password = password
    this.#timeoutMs = timeoutMs
    this.#shares = new TenantShares(max, timeoutMs)
    this.#pool = new pg.Pool({
      connectionString: url,
      max,
      application_name: applicationName,
      connectionTimeoutMillis: timeoutMs,
      keepAlive: true,
      types: columnTypes,
      onConnect: setUp,
    })
    // An idle connection that breaks is replaced at the next use, and one in use reports the error to its statement;
    // but an 'error' event without a listener would end the process.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  get load() {
    return {
      total: this.#pool.totalCount,
      idle: this.#pool.idleCount,
      waiting: this.#pool.waitingCount + this.#shares.waiting,
    }
  }

  /** Lends a connection that is set to this tenant. It returns to the pool only if its state is known to be good. */
  async use<T>(tenant: string, run: (connection: Connection) => Promise<T>): Promise<T> {
    if (tenant === NO_TENANT) return this.#lend(tenant, run)
    await this.#shares.take(tenant)
    try {
      return await this.#lend(tenant, run)
    } finally {
      this.#shares.end(tenant)
    }
  }

  async #lend<T>(tenant: string, run: (connection: Connection) => Promise<T>): Promise<T> {
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

/** Parses the address without revealing it: the error of `new URL` contains its whole input, including the password. */
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

/** The tenant that each connection was last set to; usually the requested one, which saves a round trip. */
const sessionTenant = new WeakMap<pg.ClientBase, string>()

/** A borrowed connection: runs one statement at a time and remembers whether it can be reused. */
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

  /**
   * Returns the driver's result or error. Serializes statements, because the driver deprecates queueing on one
   * connection.
   */
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
      throw this.#broken ? error : asOutOfResources(error)
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

  /** Marks the connection as unusable: its state is unknown, so the pool must close it. */
  discard(error: unknown): void {
    this.#broken ??= error as Error
  }

  release(): void {
    this.#client.release(this.#broken)
  }
}

const setTenant = prepared(`select set_config('recoup.tenant', $1, false)`)

/** A single statement commits by itself: if the connection breaks during it, its outcome is unknown. */
async function runAlone(connection: Connection, statement: string | Statement, params?: readonly unknown[]) {
  try {
    return await connection.run(statement, params)
  } catch (error) {
    throw isConnectionLost(error) ? outcomeUnknown(error) : error
  }
}

/** Runs statements on a connection of the pool, with or without a tenant. */
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

/** Reports the original error; a connection that cannot roll back is closed, which undoes the transaction too. */
async function rollBack(connection: Connection): Promise<void> {
  if (connection.isBroken) return
  await connection.run('rollback').catch((error) => connection.discard(error))
}

async function commit(connection: Connection): Promise<void> {
  if (connection.isBroken) throw connection.unreachable(new Error('the connection broke inside the transaction'))
  const { command } = await runAlone(connection, 'commit')
  // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK and no error.
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

  /** Marks the scope as ended: another caller may use the connection from now on. */
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
