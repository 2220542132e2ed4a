/**
 * Runs the PostgreSQL server under a guard that stops it when our process ends in any way. The guard is a shell that is
 * the server's parent and holds the reading end of a pipe of ours: when the pipe closes, by `stop()` or by the kernel
 * after a SIGKILL, the guard shuts the server down. Both cases use the same path, so every stop tests the emergency.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { open, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Problem } from '../problem.ts'
import type { Account } from './account.ts'
import { type Binaries, databaseEnvironment } from './binaries.ts'
import { dataPath, lastLines } from './cluster.ts'
import { isAlive } from './folder.ts'

export interface ServerOptions {
  readonly data: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  /** Settings that override {@link serverSettings}. */
  readonly settings: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}

export interface Server {
  readonly pid: number
  readonly port: number
  /** The folder of its socket, if the path is short enough (104 bytes on macOS, 108 on Linux). */
  readonly socketFolder: string | undefined
  /** Settles when the server has ended, requested or not. */
  readonly exited: Promise<void>
  stop(): Promise<void>
}

/** Tuned for a machine with two cores shared with the program, and for small writes that must be durable. */
const serverSettings: Readonly<Record<string, string>> = {
  cluster_name: 'recoup', // shown by ps, and distinguishes an orphan of ours from another server
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '.', // in the data folder, which no other account can enter; half the time of a TCP round trip
  max_connections: '60', // the pool, jobs and a console; each connection costs memory
  password_encryption: 'scram-sha-256',
  fsync: 'on', // an acknowledged charge survives a power failure
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'off', // saves a third of the log but costs up to a sixth of the rate (measured); the processor is the limit
  max_wal_size: '2GB', // fewer checkpoints, so fewer full-page writes
  min_wal_size: '256MB', // log files are reused instead of created
  checkpoint_timeout: '15min', // recovery then takes some seconds at most; measured rates fit in max_wal_size
  shared_buffers: '256MB', // the hot accounts and index pages; the rest is the system's cache
  effective_cache_size: '2GB',
  work_mem: '16MB', // reports sort in memory
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1', // solid-state disks
  io_method: 'sync', // data is almost always in memory: saves three worker processes
  jit: 'off', // compiling costs more than our short statements
  max_parallel_workers_per_gather: '0', // the second core is for the program
  max_logical_replication_workers: '0', // there are no subscribers: saves one process
  track_functions: 'none', // avoids a counter update per call of the posting function
  autovacuum: 'on',
  autovacuum_naptime: '20s', // accounts are updated constantly: frequent small runs keep them in few pages
  autovacuum_vacuum_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.05',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_messages: 'log', // the program logs errors of statements; their texts can contain personal data
  log_min_error_statement: 'panic',
}

/**
 * stdin: the pipe that keeps the server alive. First line of output: the server's process id. Requests a fast shutdown
 * every second, because a starting server ignores it, and an immediate one after 30 s.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null >&2 3<&- &
server=$!
echo $server
(
  cat <&3 >/dev/null
  waited=0
  while [ $waited -lt 30 ] && kill -INT $server 2>/dev/null; do sleep 1; waited=$((waited + 1)); done
  kill -QUIT $server 2>/dev/null
) >/dev/null &
guard=$!
wait $server
code=$?
kill $guard 2>/dev/null
exit $code
`
const SOCKET = '.s.PGSQL.'
const READY_TIMEOUT_MS = 10 * 60_000
const FORMER_SERVER_MS = 10_000
const RETRY_MS = 12_000
const STOP_TIMEOUT_MS = 40_000

/**
 * Starts the server; retries if the port was taken meanwhile, or while processes of a killed server still hold its
 * memory.
 * @throws Problem `data_folder_in_use`, `database_start_failed` with the end of the log.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  await letFormerServerEnd(options)
  await removeOldSockets(options.data)
  const deadline = Date.now() + RETRY_MS
  for (let pause = 100; ; pause = Math.min(pause * 2, 1000)) {
    const port = await freePort()
    const said = await tryStart(options, port)
    if (typeof said !== 'string') return said
    const held = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)
    const again = held || /could not bind|Address already in use/.test(said)
    if (!again || Date.now() > deadline) {
      if (held)
        throw new Problem('data_folder_in_use', {
          folder: options.data,
          pid: (await serverPid(options.data)) ?? 'unknown',
        })
      throw new Problem('database_start_failed', { reason: said })
    }
    if (held) options.log('waiting for processes of a database that was killed to end')
    await sleep(pause)
  }
}

/** Makes one attempt: returns a running server, or its output if it ended. */
async function tryStart(options: ServerOptions, port: number): Promise<Server | string> {
  const logHandle = await open(options.logFile, 'a', 0o600)
  const { size } = await logHandle.stat()
  const guard = spawnGuarded(options, port, logHandle.fd)
  let over = false
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      over = true
      resolve()
    }
    guard.once('exit', end)
    guard.once('error', end)
  })
  // Closed only after the listeners are attached: a server that refuses its settings can end while the file is being
  // closed.
  await logHandle.close()
  const pid = await firstNumber(guard, exited)
  const started = Date.now()
  for (let loggedAt = started; !(await isReady(options.data, pid)); ) {
    if (over) return lastLines((await readFile(options.logFile)).subarray(size).toString()) || 'it ended without a word'
    if (Date.now() - loggedAt > 10_000) {
      loggedAt = Date.now()
      options.log('the database is still recovering')
    }
    if (loggedAt - started > READY_TIMEOUT_MS) {
      await stop(guard, options.data, pid, exited)
      return 'it did not become ready'
    }
    await sleep(15)
  }
  // Neither the process nor its pipes keep our event loop alive, so a program that forgets stop() still ends.
  for (const handle of [guard, guard.stdin, guard.stdout]) (handle as unknown as { unref(): void }).unref()
  const { data } = options
  const isShort = Buffer.byteLength(path.join(data, `${SOCKET}65535`)) < 104
  const socketFolder = isShort ? data : undefined
  return { pid, port, socketFolder, exited: ended(exited, data, pid), stop: () => stop(guard, data, pid, exited) }
}

/** `detached`: a Ctrl-C in the terminal is for our process, and the database must outlive our orderly shutdown. */
function spawnGuarded(options: ServerOptions, port: number, log: number): ChildProcess {
  const settings = Object.entries({ ...serverSettings, ...options.settings, port: String(port) })
  const server = [path.join(options.binaries.folder, 'postgres'), '-D', dataPath(options.data, options.account)]
  const guard = spawn(
    '/bin/sh',
    ['-c', GUARD, 'recoup-database', ...server, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: options.data,
      env: databaseEnvironment,
      stdio: ['pipe', 'pipe', log],
      detached: true,
      ...options.account,
    },
  )
  guard.on('error', () => {})
  guard.stdin!.on('error', () => {})
  return guard
}

async function firstNumber(guard: ChildProcess, exited: Promise<void>): Promise<number> {
  const line = new Promise<string>((resolve) => guard.stdout!.once('data', (text) => resolve(String(text))))
  return Number((await Promise.race([line, exited.then(() => '0')])).trim())
}

/** As pg_ctl does: the eighth line of postmaster.pid reports the state of the server. */
async function isReady(data: string, pid: number): Promise<boolean> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function ended(exited: Promise<void>, data: string, pid: number): Promise<void> {
  await exited
  while (await serves(pid, data)) await sleep(100, undefined, { ref: false }) // only if the guard itself was killed
}

/** Fast shutdown; if that hangs, an immediate one, which costs only a recovery at the next start. */
async function stop(guard: ChildProcess, data: string, pid: number, exited: Promise<void>): Promise<void> {
  guard.ref()
  guard.stdin!.destroy()
  const gone = ended(exited, data, pid)
  if (guard.exitCode !== null || guard.signalCode !== null) await signal(pid, data, 'SIGINT')
  for (const [name, patience] of [
    ['SIGQUIT', STOP_TIMEOUT_MS],
    ['SIGKILL', 5_000],
  ] as const) {
    if (await isWithin(gone, patience)) return
    await signal(pid, data, name)
  }
  await isWithin(gone, 5_000)
}

async function signal(pid: number, data: string, name: NodeJS.Signals): Promise<void> {
  if (!(await serves(pid, data))) return
  try {
    process.kill(pid, name)
  } catch {
    // the process has ended meanwhile
  }
}

async function isWithin(done: Promise<void>, ms: number): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false)
  return Promise.race([done.then(() => true), late]).finally(() => timer.abort())
}

async function serverPid(data: string): Promise<number | undefined> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  return Math.abs(Number(text.split('\n')[0])) || undefined
}

/** Whether this process is alive and the server of this folder, not a later process with the same id. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (pid <= 0 || !isAlive(pid)) return false
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes(`-D ${data}`)
}

/**
 * Waits for the server of a previous run. We hold the folder's lock, so a server that still runs here has lost its
 * Recoup process and is shutting down: it gets ten seconds. PostgreSQL would refuse a postmaster.pid whose id now
 * belongs to another process (ids are soon reused in containers), so the file is removed.
 */
async function letFormerServerEnd({ data, log }: ServerOptions): Promise<void> {
  const pid = await serverPid(data)
  if (!pid) return
  const deadline = Date.now() + FORMER_SERVER_MS
  for (let logged = false; await serves(pid, data); logged = true) {
    if (Date.now() > deadline) throw new Problem('data_folder_in_use', { folder: data, pid })
    if (!logged) log(`the former database process ${pid} is still ending: waiting`)
    await sleep(50)
  }
  if ((await serverPid(data)) === pid) await rm(path.join(data, 'postmaster.pid'), { force: true })
}

/** A killed server leaves its socket behind; the next one has another port and would never remove it. */
async function removeOldSockets(data: string): Promise<void> {
  for (const name of await readdir(data)) {
    if (name.startsWith(SOCKET)) await rm(path.join(data, name), { force: true })
  }
}

/** The port was free a moment ago; the caller tries another one if it was taken since. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
