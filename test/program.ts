/** Runs the program as a user would: in a separate process, with its output and exit code. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const entry = path.join(root, 'src/cli/recoup.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A running process. */
export interface Program {
  readonly pid: number
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Its output so far. */
  said(): { stdout: string; stderr: string }
  /** Resolves once its output matches. @throws if the process ends before, or takes too long. */
  until(pattern: RegExp, patienceMs?: number): Promise<void>
}

export interface Ready {
  readonly url: string
  readonly docs: string
  readonly pid: number
  readonly dataFolder: string
  readonly keyFile: string
}

export type Environment = Readonly<Record<string, string | undefined>>

const PATIENCE_MS = 30_000

/**
 * The settings of the tester's shell do not reach the program. Tests that want the console say so, because it has to be
 * built.
 */
function environmentOf(more: Environment): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(PORT|HOST|DATABASE_URL|LOG_LEVEL|RECOUP_|npm_)/.test(name),
  )
  return { ...Object.fromEntries(own), NO_COLOR: '1', RECOUP_CONSOLE: 'off', OUTGOING_TARGETS: 'loopback', ...more }
}

export function run(command: string, args: readonly string[], environment: Environment, input?: string): Program {
  const child = spawn(command, args, { cwd: root, env: environmentOf(environment), detached: true })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  ended.catch(() => {})
  const said = () => ({ stdout, stderr })
  const until = async (pattern: RegExp, patienceMs = PATIENCE_MS) => {
    for (const start = Date.now(); !pattern.test(stdout + stderr); await sleep(20)) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${stderr}`)
      if (Date.now() - start > patienceMs) throw new Error(`it did not say ${pattern} but: ${stdout}${stderr}`)
    }
  }
  return { pid: child.pid!, child, ended, said, until }
}

export function recoup(args: readonly string[], environment: Environment, input?: string): Promise<Ended> {
  return run(process.execPath, [entry, ...args], environment, input).ended
}

/** A server on any free port, once it is ready. */
export async function startServer(
  folder: string,
  args: readonly string[] = [],
  environment: Environment = {},
): Promise<Program & { ready: Ready }> {
  const settings = { RECOUP_DATA: folder, PORT: '0', ...environment }
  const program = run(process.execPath, [entry, 'start', '--json', ...args], settings)
  await program.until(/^}$/m)
  return { ...program, ready: JSON.parse(program.said().stdout) as Ready }
}

export function stop(program: Program, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  process.kill(program.pid, signal)
  return program.ended
}

/** A folder for a test, removed together with every process in it. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'recoup-cli-'))
  return {
    folder,
    remove() {
      for (const pid of processesIn(folder)) process.kill(pid, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    },
  }
}

/** Returns processes that work in the folder, or name it on their command line or in their environment. Linux only. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name)
    if (!pid || pid === process.pid) return []
    try {
      const where = readlinkSync(`/proc/${pid}/cwd`)
      const how = readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8')
      return where.startsWith(folder) || how.includes(folder) ? [pid] : []
    } catch {
      return []
    }
  })
}

/** Resolves when no process of the folder is left. */
export async function untilNobodyIn(folder: string, patienceMs: number): Promise<void> {
  for (const start = Date.now(); ; await sleep(50)) {
    const left = processesIn(folder)
    if (left.length === 0) return
    if (Date.now() - start > patienceMs) throw new Error(`processes left: ${left.join(', ')}`)
  }
}
