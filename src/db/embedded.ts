/**
 * The built-in database: a real PostgreSQL that starts and ends with the program, so that a first run needs only `npm
 * start`. Not used if DATABASE_URL is set.
 */
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { APPLICATION_ROLE, prepareCluster } from './cluster.ts'
import { type Server, startServer } from './embedded-server.ts'
import { lockFolder, notWritable } from './folder.ts'

export interface EmbeddedOptions {
  /** Holds the database (`postgres`), its log and its passwords; created if missing. */
  readonly folder: string
  readonly log?: (line: string) => void
  /** Server settings that override ours, for tests and benches. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface Embedded {
  /** Connects as `recoup`, who owns the database and is not a superuser: for migrations. */
  readonly url: string
  /** Connects as the role of the application, which owns nothing. */
  readonly applicationUrl: string
  /** Connects as the superuser: for backups and for tests that create databases. */
  readonly adminUrl: string
  readonly pid: number
  /** Settles when the server has ended, requested or not. */
  readonly exited: Promise<void>
  stop(): Promise<void>
}

const LOG_LIMIT_BYTES = 10_000_000
/** Files in it may belong to another user, or the disk may be full, even if the folder itself is ours. */
const NO_ACCESS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'])

/**
 * Starts the database of a folder, creating it first if there is none. Data survives restarts and crashes.
 * @throws Problem `data_folder_not_writable`, `data_folder_in_use`, `embedded_postgres_missing`,
 * `database_start_failed`.
 */
export async function startEmbedded({
  folder: wanted,
  log = () => {},
  settings = {},
}: EmbeddedOptions): Promise<Embedded> {
  const lock = await lockFolder(wanted)
  try {
    const account = await databaseAccount(path.join(lock.folder, 'postgres'))
    const binaries = await findBinaries(account, log)
    const { data, secrets } = await prepareCluster(lock.folder, binaries, account, log)
    const logFile = path.join(lock.folder, 'postgres.log')
    await keepShort(logFile)
    const server = await startServer({ data, logFile, binaries, account, settings, log })
    log(`database ready in ${data}, process ${server.pid}, 127.0.0.1:${server.port}`)
    return {
      url: addressOf(server, 'recoup', secrets.recoup, 'recoup'),
      applicationUrl: addressOf(server, APPLICATION_ROLE, secrets.application, 'recoup'),
      adminUrl: addressOf(server, 'postgres', secrets.postgres, 'postgres'),
      pid: server.pid,
      exited: server.exited,
      stop: once(() => stopAll(server, lock)),
    }
  } catch (error) {
    await lock.release()
    throw NO_ACCESS.has((error as NodeJS.ErrnoException).code ?? '') ? notWritable(lock.folder, error as Error) : error
  }
}

/** Through its socket if there is one; without `?host=` the same address uses TCP. */
function addressOf({ port, socketFolder }: Server, role: string, password: string, database: string): string {
  const socket = socketFolder === undefined ? '' : `?host=${encodeURIComponent(socketFolder)}`
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}${socket}`
}

/** Released last: while it is held, no process mistakes a stopping server for an orphan. */
async function stopAll(server: Server, lock: { release(): Promise<void> }): Promise<void> {
  await server.stop().finally(() => lock.release())
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= action()
    return done
  }
}

/**
 * Rotates the log, keeping one previous file. Only between runs, because a running server writes to the file it was
 * given.
 */
async function keepShort(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (found && found.size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`)
}
