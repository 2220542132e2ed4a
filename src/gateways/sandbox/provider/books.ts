/**
 * The sandbox's durable books: one SQLite file with a write-ahead log, synced at every commit, so an acknowledged call
 * survives any kill of the process. Only one process may open it at a time.
 */
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Problem } from '../../../problem.ts'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS setup (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE IF NOT EXISTS merchants (
    id TEXT PRIMARY KEY, secret TEXT NOT NULL, fee_rate TEXT NOT NULL, notify_url TEXT, created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS balances (
    merchant TEXT NOT NULL, currency TEXT NOT NULL, balance INTEGER NOT NULL, PRIMARY KEY (merchant, currency)
  ) STRICT;

  -- Every change of a balance: payment, fee, refund, fee_returned, refund_closed, fee_taken_again, top_up, withdrawal.
  CREATE TABLE IF NOT EXISTS movements (
    id INTEGER PRIMARY KEY, merchant TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, kind TEXT NOT NULL,
    number TEXT, at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY, merchant TEXT NOT NULL, number TEXT NOT NULL, request TEXT NOT NULL, token TEXT NOT NULL,
    currency TEXT NOT NULL, amount INTEGER NOT NULL, fee INTEGER NOT NULL DEFAULT 0, notify_url TEXT,
    status TEXT NOT NULL, provider_number TEXT, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, paid_at INTEGER,
    UNIQUE (merchant, number)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS orders_expiring ON orders (expires_at) WHERE status = 'open';
  CREATE INDEX IF NOT EXISTS orders_paid ON orders (merchant, paid_at) WHERE paid_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS orders_number ON orders (number);

  -- phase: what a processing refund waits for, its merchant's funds or the payer's bank. due_at: when that is looked at.
  CREATE TABLE IF NOT EXISTS refunds (
    id INTEGER PRIMARY KEY, merchant TEXT NOT NULL, number TEXT NOT NULL, request TEXT NOT NULL, order_number TEXT NOT NULL,
    currency TEXT NOT NULL, amount INTEGER NOT NULL, fee INTEGER NOT NULL, notify_url TEXT, status TEXT NOT NULL,
    phase TEXT, outcome TEXT NOT NULL, slow INTEGER NOT NULL, redirected_to TEXT, provider_number TEXT NOT NULL,
    accepted_at INTEGER NOT NULL, short_until INTEGER, closes_at INTEGER NOT NULL, due_at INTEGER, ended_at INTEGER,
    UNIQUE (merchant, number)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS refunds_of_order ON refunds (merchant, order_number);
  CREATE INDEX IF NOT EXISTS refunds_due ON refunds (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS refunds_short ON refunds (merchant, currency, id) WHERE phase = 'funds';
  CREATE INDEX IF NOT EXISTS refunds_accepted ON refunds (merchant, accepted_at);

  CREATE TABLE IF NOT EXISTS refund_changes (
    id INTEGER PRIMARY KEY, merchant TEXT NOT NULL, number TEXT NOT NULL, status TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS refund_changes_of ON refund_changes (merchant, number, id);

  CREATE TABLE IF NOT EXISTS notifications (
    id INTEGER PRIMARY KEY, merchant TEXT NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    copies INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS notifications_due ON notifications (due_at) WHERE state = 'waiting';

  CREATE TABLE IF NOT EXISTS attempts (
    merchant TEXT NOT NULL, operation TEXT NOT NULL, number TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (merchant, operation, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS forced (id INTEGER PRIMARY KEY, fault TEXT NOT NULL, operation TEXT, number TEXT) STRICT;

  CREATE TABLE IF NOT EXISTS bills (
    merchant TEXT NOT NULL, date TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL, finished INTEGER NOT NULL,
    PRIMARY KEY (merchant, date, sha256)
  ) STRICT;
`

/** Request nonces. They survive a kill but not necessarily a power cut, which outlasts their validity. */
const NONCES = 'CREATE TABLE IF NOT EXISTS nonces (nonce TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID'

interface Wanted {
  run(): unknown
  resolve(result: unknown): void
  reject(error: unknown): void
}

export class Books {
  readonly #database: DatabaseSync
  readonly #nonces: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #takeNonce: StatementSync
  readonly #wanted: Wanted[] = []
  #noncesTaken = 0

  /** @throws Problem `data_folder_in_use` where another process has the books open, `data_folder_not_writable`. */
  constructor(folder: string) {
    makeFolder(folder)
    this.#database = openFile(path.join(folder, 'books.sqlite'), folder)
    this.#database.exec(`PRAGMA synchronous = FULL; ${SCHEMA}`)
    this.#nonces = openFile(path.join(folder, 'nonces.sqlite'), folder)
    this.#nonces.exec(`PRAGMA synchronous = OFF; ${NONCES}`)
    this.#takeNonce = this.#nonces.prepare('INSERT OR IGNORE INTO nonces VALUES (?, ?)')
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  /** Runs a statement and returns the id of an inserted row. */
  run(sql: string, ...values: SQLInputValue[]): bigint {
    return BigInt(this.#statement(sql).run(...values).lastInsertRowid)
  }

  /** Runs work in a transaction; a nested one is a savepoint that rolls back only its own part. */
  transaction<Result>(work: () => Result): Result {
    const inner = this.#database.isTransaction
    this.#database.exec(inner ? 'SAVEPOINT part' : 'BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec(inner ? 'RELEASE part' : 'COMMIT')
      return result
    } catch (error) {
      // A failed commit may already have ended the transaction.
      if (this.#database.isTransaction) this.#database.exec(inner ? 'ROLLBACK TO part; RELEASE part' : 'ROLLBACK')
      throw error
    }
  }

  /** Runs work in one commit together with concurrent callers and resolves when it is durable. */
  together<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const wanted: Wanted = { run: () => this.transaction(work), resolve: resolve as Wanted['resolve'], reject }
      if (this.#wanted.push(wanted) === 1) setImmediate(() => this.#commitWanted())
    })
  }

  /** Records a nonce; false if it was already used. Drops nonces older than `forget` (milliseconds since 1970). */
  isNewNonce(nonce: string, now: number, forget: number): boolean {
    this.#noncesTaken += 1
    if (this.#noncesTaken % 1_000 === 1) this.#nonces.prepare('DELETE FROM nonces WHERE at < ?').run(forget)
    return Number(this.#takeNonce.run(nonce, now).changes) === 1
  }

  #commitWanted(): void {
    const batch = this.#wanted.splice(0)
    const said: (() => void)[] = []
    try {
      this.transaction(() => {
        for (const { run, resolve, reject } of batch) {
          try {
            const result = run()
            said.push(() => resolve(result))
          } catch (error) {
            said.push(() => reject(error))
          }
        }
      })
      for (const say of said) say()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  close(): void {
    this.#database.close()
    this.#nonces.close()
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Problem('data_folder_not_writable', { folder, reason: code ?? message })
  }
}

/** Opens the file, readable only by its owner because it holds secrets and amounts. */
function openFile(file: string, folder: string): DatabaseSync {
  const database = new DatabaseSync(file, { readBigInts: true, timeout: 200 })
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL')
    // Takes the lock now, so that a second process fails immediately.
    database.exec('BEGIN IMMEDIATE; COMMIT')
    chmodSync(file, 0o600)
    return database
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error
    throw new Problem('data_folder_in_use', { folder, pid: 'unknown' })
  }
}
