/** The built console served by the server: built when missing or older than its sources. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
const CONSOLE = path.join(ROOT, 'console')

/** Folder of the build. */
export const CONSOLE_FOLDER = path.join(CONSOLE, 'dist')
const INDEX = path.join(CONSOLE_FOLDER, 'index.html')

const SOURCES = [
  'console/src',
  'console/public',
  'console/index.html',
  'console/vite.config.ts',
  'console/package.json',
  'sdk/src',
]

/**
 * Returns the folder of the built console, building it if needed; undefined where it is missing and can't be built.
 * Reports that through `log`; the server works without it.
 */
export async function ensureConsole(log: (line: string) => void): Promise<string | undefined> {
  const built = await writtenAt(INDEX)
  try {
    return await freshConsole(log)
  } catch (error) {
    const reason = (error as Error).message
    if (built === undefined) log(`The server starts without the console. ${reason}`)
    else if (findVite()) log(`The server starts with the console as it was built before. ${reason}`)
    // Installed without the build tools: an existing build is the one that was shipped.
    return built === undefined ? undefined : CONSOLE_FOLDER
  }
}

/**
 * Returns the folder of a build that is as new as its sources, building it if needed. An installed package has no
 * sources.
 * @throws Error if it can't be built.
 */
export async function freshConsole(log: (line: string) => void): Promise<string> {
  const built = await writtenAt(INDEX)
  if (built !== undefined && built >= (await newest())) return CONSOLE_FOLDER
  const vite = findVite()
  if (!vite) throw new Error('The console is not built, and the build tools are not installed: run npm ci.')
  log('Building the console; this takes a few seconds …')
  const begun = performance.now()
  try {
    await build(vite)
  } catch (error) {
    throw new Error(`The console could not be built. ${(error as Error).message}`, { cause: error })
  }
  log(`Console built in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  return CONSOLE_FOLDER
}

/** Builds into a temporary folder first, so that a concurrent start or a killed build leaves no partial result. */
async function build(vite: string): Promise<void> {
  const fresh = path.join(CONSOLE, `.dist-${process.pid}`)
  const stale = `${fresh}-old`
  try {
    await run(vite, ['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'])
    if (existsSync(CONSOLE_FOLDER)) await rename(CONSOLE_FOLDER, stale).catch(ignoreMissing)
    await rename(fresh, CONSOLE_FOLDER).catch(async (error: NodeJS.ErrnoException) => {
      // A concurrent start finished first; its build is equivalent.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    await Promise.all([fresh, stale].map((folder) => rm(folder, { recursive: true, force: true })))
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

const MAX_OUTPUT_CHARS = 2_000

/** Runs Vite. @throws Error with its last output. */
function run(vite: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Vite uses NODE_ENV where it is set, as by test runners; the console is always built for production.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, [vite, ...args], { cwd: CONSOLE, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-MAX_OUTPUT_CHARS)
      })
    }
    const end = () => child.kill()
    process.once('exit', end)
    child.once('error', reject)
    child.once('close', (code) => {
      process.removeListener('exit', end)
      if (code === 0) resolve()
      else reject(new Error(said.trim() || `vite ended with ${code}`))
    })
  })
}

/** Returns the path of Vite, if installed. */
function findVite(): string | undefined {
  try {
    const manifest = createRequire(path.join(CONSOLE, 'package.json')).resolve('vite/package.json')
    return path.join(path.dirname(manifest), 'bin/vite.js')
  } catch {
    return undefined
  }
}

async function newest(): Promise<number> {
  const times = await Promise.all(SOURCES.map((source) => newestUnder(path.join(ROOT, source))))
  return Math.max(0, ...times)
}

async function newestUnder(place: string): Promise<number> {
  const found = await stat(place).catch(() => undefined)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  const times = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).mtimeMs),
  )
  return Math.max(0, ...times)
}

async function writtenAt(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs
}
