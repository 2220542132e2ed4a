/** A server as a user would start it, on a data folder with the built-in database, and ways to stop and kill it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'

const RECOUP = path.resolve(import.meta.dirname, '../../src/cli/recoup.js')
const run = promisify(execFile)

/** A response of the API. `body` is the parsed JSON. */
export interface Answered<Body> {
  readonly status: number
  readonly body: Body
}

export interface Sending {
  /** Idempotency-Key. */
  readonly idempotencyKey?: string
  /** An API key to use instead of the first one. */
  readonly as?: string
}

export class Site {
  readonly env: NodeJS.ProcessEnv
  readonly folder: string
  readonly url: string
  /** Start time of the running server. */
  startedAt = new Date(0)
  #child: ChildProcess | undefined
  #key = ''

  /** @param folder an empty folder, or that of a previous site, whose data are in its subfolder `data`. */
  constructor(folder: string, port: number) {
    this.folder = folder
    this.url = `http://127.0.0.1:${port}`
    const { DATABASE_URL: _, RECOUP_KEY: __, RECOUP_URL: ___, ...rest } = process.env
    const own = {
      OUTGOING_TARGETS: 'loopback',
      RECOUP_DATA: this.data,
      PORT: String(port),
      LOG_LEVEL: 'error',
      RECOUP_CONSOLE: 'off',
    }
    this.env = { ...rest, ...own }
  }

  get data(): string {
    return path.join(this.folder, 'data')
  }

  /** Resolves when the server is ready. @throws Error with its output if it does not become ready. */
  async start(): Promise<void> {
    this.startedAt = new Date()
    this.#child = spawn(process.execPath, [RECOUP, 'serve'], {
      env: this.env,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const child = this.#child
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    let told = ''
    this.#child.stderr!.on('data', (chunk: Buffer) => {
      told = (told + chunk.toString()).slice(-2_000)
    })
    const deadline = Date.now() + 120_000
    while (!(await this.#isReady())) {
      if (this.#child.exitCode !== null) throw new Error(`the server did not start: ${told}`)
      if (Date.now() > deadline) throw new Error(`the server is not ready after two minutes: ${told}`)
      await pause(50)
    }
    this.#key = readFileSync(path.join(this.data, 'key'), 'utf8').trim()
  }

  #isReady(): Promise<boolean> {
    return fetch(`${this.url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  }

  /** @throws if the connection broke or timed out; the outcome is then unknown. */
  async call<Body = Record<string, unknown>>(
    method: string,
    to: string,
    body?: object,
    { idempotencyKey, as = this.#key }: Sending = {},
  ): Promise<Answered<Body>> {
    const response = await fetch(this.url + to, {
      method,
      headers: {
        authorization: `Bearer ${as}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
    return { status: response.status, body: (await response.json()) as Body }
  }

  /** Runs a command on the data folder of the server. `code` is 0 on success. */
  recoup(...args: string[]): Promise<{ code: number; stdout: string }> {
    return run(process.execPath, [RECOUP, ...args], { env: this.env, cwd: this.folder, maxBuffer: 64 << 20 }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }) => ({ code: code ?? 1, stdout }),
    )
  }

  /** Kills immediately, without a chance to clean up, and waits until the server process has exited. */
  async kill(what: 'server' | 'database'): Promise<void> {
    const child = this.#child!
    const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined
    if (what === 'database') {
      const [postmaster] = readFileSync(path.join(this.data, 'postgres/postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(postmaster), 'SIGKILL')
      await Promise.race([gone, pause(15_000)])
    }
    child.kill('SIGKILL')
    await gone
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
