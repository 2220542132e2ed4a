/**
 * The test suite at calendar boundaries: ends of months and of a year, 29 February, and both clock changes, in zones on
 * both sides of UTC. Node and PostgreSQL run with libfaketime, which moves the clock by a fixed offset, so every
 * process agrees on the time and each run crosses the boundary a few seconds after it starts.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { isAlive } from '../../src/db/folder.ts'

export interface CalendarSettings {
  /** Runs only the moments whose name, zone or time contains this text; all if empty. */
  readonly only: string
  /** Test files, as paths relative to the project folder; if empty, those that depend on the clock. */
  readonly files: readonly string[]
  /** Runs every test file except {@link EXCLUDED}. */
  readonly all: boolean
  readonly log: (line: string) => void
}

export interface CalendarResult {
  readonly soak: 'calendar'
  readonly ok: boolean
  readonly moments: number
  readonly passed: number
  readonly failed: number
  /** `<moment>: <file>: <test>`, and files that failed to run. */
  readonly failures: readonly string[]
}

interface Moment {
  readonly name: string
  readonly zone: string
  /** Local time in the zone at which the run starts. If a clock change makes it ambiguous, the earlier one. */
  readonly at: string
}

const SHANGHAI = 'Asia/Shanghai'
const NEW_YORK = 'America/New_York'
const AUCKLAND = 'Pacific/Auckland'

/** Each run starts so shortly before the moment that its first test files cross it. */
const MOMENTS: readonly Moment[] = [
  { name: 'year end', zone: AUCKLAND, at: '2026-12-31T23:59:40' },
  { name: 'year end', zone: SHANGHAI, at: '2026-12-31T23:59:40' },
  { name: 'year end', zone: 'UTC', at: '2026-12-31T23:59:40' },
  { name: 'year end', zone: NEW_YORK, at: '2026-12-31T23:59:40' },
  { name: 'end of January', zone: SHANGHAI, at: '2027-01-31T23:59:40' },
  { name: 'end of February', zone: SHANGHAI, at: '2027-02-28T23:59:40' },
  { name: 'clocks forward', zone: NEW_YORK, at: '2027-03-14T01:59:40' },
  { name: 'clocks back', zone: AUCKLAND, at: '2027-04-04T02:59:40' },
  { name: 'end of April', zone: 'UTC', at: '2027-04-30T23:59:40' },
  { name: 'clocks forward', zone: AUCKLAND, at: '2027-09-26T01:59:40' },
  { name: 'clocks back', zone: NEW_YORK, at: '2027-11-07T01:59:40' },
  { name: '29 February begins', zone: SHANGHAI, at: '2028-02-28T23:59:40' },
  { name: '29 February ends', zone: AUCKLAND, at: '2028-02-29T23:59:40' },
  { name: '29 February ends', zone: SHANGHAI, at: '2028-02-29T23:59:40' },
  { name: '29 February ends', zone: NEW_YORK, at: '2028-02-29T23:59:40' },
]

/** A browser would use the real time; the other files test killed processes, not dates. */
const EXCLUDED = ['test/browser/**', 'test/crash.test.ts', 'test/gateway-crash.test.ts', 'src/db/embedded.test.ts']
/** Matches tests whose result may depend on the date, on the time zone, or on a clock change. */
const CLOCK = /Date\.now|new Date\(\)|\bnow\(\)|clock_timestamp|Temporal|time_?zone|toLocale/i

const run = promisify(execFile)
/** Maximum deviation of a moved clock. Reading the clock of the database includes starting it, which takes a while. */
const CLOCK_MS = { early: 2_000, late: 120_000 }
const ROOT = path.resolve(import.meta.dirname, '../..')

const MISSING = 'libfaketime is not installed (Debian, Ubuntu: apt-get install faketime)'

/** @throws Error if libfaketime does not move the clock of Node or of PostgreSQL. */
export async function calendar({ only, files, all, log }: CalendarSettings): Promise<CalendarResult> {
  const library = findLibrary()
  if (!library) {
    log(MISSING)
    return { soak: 'calendar', ok: false, moments: 0, passed: 0, failed: 0, failures: [MISSING] }
  }
  const chosen = files.length > 0 ? files : testFiles(all)
  await checkClocks(library)
  const moments = MOMENTS.filter((moment) => nameOf(moment).includes(only))
  const failures: string[] = []
  let [passed, failed] = [0, 0]
  for (const moment of moments) {
    const started = performance.now()
    const report = await runAt(moment, library, chosen)
    passed += report.passed
    failed += report.failures.length
    failures.push(...report.failures.map((failure) => `${nameOf(moment)}: ${failure}`))
    const seconds = Math.round((performance.now() - started) / 1_000)
    log(`${nameOf(moment)}: ${report.passed} passed, ${report.failures.length} failed, ${seconds} s`)
    for (const failure of report.failures) log(`  ${failure}`)
  }
  return { soak: 'calendar', ok: failed === 0 && passed > 0, moments: moments.length, passed, failed, failures }
}

function testFiles(all: boolean): string[] {
  const found = globSync('{src,test,examples,sdk/src,console/src}/**/*.test.ts', { cwd: ROOT, exclude: EXCLUDED })
  return found.filter((file) => all || CLOCK.test(readFileSync(path.join(ROOT, file), 'utf8'))).sort()
}

const nameOf = ({ name, zone, at }: Moment) => `${name}, ${zone}, ${at}`

function findLibrary(): string | undefined {
  const [found] = globSync([
    '/usr/lib/*/faketime/libfaketime.so.1',
    '/usr/lib/faketime/libfaketime.so.1',
    '/usr/local/lib/faketime/libfaketime.so.1',
  ])
  return found
}

interface Report {
  readonly passed: number
  readonly failures: readonly string[]
}

async function runAt({ zone, at }: Moment, library: string, files: readonly string[]): Promise<Report> {
  const start = Temporal.PlainDateTime.from(at).toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-calendar-'))
  removeSemaphores()
  try {
    return await runTests(folder, files, { ...movedClock(library, start - Date.now()), TZ: zone })
  } finally {
    remove(folder)
  }
}

/**
 * Removes what killed processes left behind. libfaketime names its semaphore and its shared memory by process id; a
 * later process with the same id that runs as another user, as the database does, could not open them and would fail to
 * start.
 */
function removeSemaphores(): void {
  for (const file of globSync('/dev/shm/*faketime_*')) {
    const pid = Number(/_(\d+)$/.exec(file)?.[1])
    if (pid && !isAlive(pid)) rmSync(file, { force: true })
  }
}

/**
 * Returns the environment of a process whose clock is ahead by `ahead` milliseconds, in whole seconds; behind if
 * negative.
 */
function movedClock(library: string, ahead: number): NodeJS.ProcessEnv {
  const seconds = Math.round(ahead / 1_000)
  return {
    ...process.env,
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    // Timers and measured durations are not affected.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
}

const DAY_MS = 86_400_000

/** @throws Error if Node or the embedded database does not see a clock that is one day ahead. */
async function checkClocks(library: string): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-calendar-'))
  try {
    const args = [path.join(import.meta.dirname, 'clocks.ts'), folder, String(Date.now() + DAY_MS)]
    const { stdout } = await run(process.execPath, args, { env: movedClock(library, DAY_MS) })
    for (const [name, ms] of Object.entries(JSON.parse(stdout) as Record<'node' | 'database', number>)) {
      if (ms >= -CLOCK_MS.early && ms <= CLOCK_MS.late) continue
      throw new Error(`libfaketime does not move the clock of ${name}: it is ${ms} ms off`)
    }
  } finally {
    remove(folder)
  }
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })

/** The part of Vitest's JSON report that is read. */
interface VitestReport {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

async function runTests(folder: string, files: readonly string[], environment: NodeJS.ProcessEnv): Promise<Report> {
  const output = path.join(folder, 'report.json')
  const args = ['run', ...files, '--reporter=json', `--outputFile=${output}`]
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString()).slice(-2_000)
  })
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  process.off('exit', end)
  if (!existsSync(output)) return { passed: 0, failures: [`Vitest ended with ${code} and without a report: ${told}`] }
  const report = JSON.parse(readFileSync(output, 'utf8')) as VitestReport
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(ROOT, name)
    const failed = assertionResults.filter((each) => each.status === 'failed')
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`)
    return status === 'failed' ? [`${file}: ${message.split('\n')[0]}`] : []
  })
  // An error outside of any test fails the run as well.
  if (code !== 0 && failures.length === 0) failures.push(told)
  return { passed: report.numPassedTests, failures }
}
