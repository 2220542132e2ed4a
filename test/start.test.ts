/** Starting and stopping, as a user who has just cloned the project does. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../src/db/connect.ts'
import { processesIn, recoup, root, run, startServer, stop, temporaryFolder, untilNobodyIn } from './program.ts'

const STOP_MS = 15_000

/** One folder for most tests, because creating a database takes longest. They run in order. */
const home = temporaryFolder()
const { folder } = home
const serve = { RECOUP_DATA: folder, PORT: '0' }
afterAll(() => home.remove())

const isClean = (stderr: string) => expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/)

test('stops cleanly while it imports the example', async () => {
  const program = run(process.execPath, ['src/cli/recoup.js', 'start'], serve)
  await program.until(/An example to begin with/)
  const { code, stderr } = await stop(program)
  expect(code).toBe(0)
  expect(stderr).toMatch(/making a new database/)
  isClean(stderr)
  await untilNobodyIn(folder, 1_000)
})

test('creates tenant, key and example on the second attempt, and prints curl lines that work', async () => {
  const program = run(process.execPath, ['src/cli/recoup.js', 'start'], serve)
  await program.until(/Stop with Ctrl-C/)
  const { stdout, stderr } = program.said()
  expect(stderr).toMatch(/Importing: 300 rows/)
  expect(stderr).toMatch(/282 payments charged, 18 refunds made/)
  expect(stdout).toMatch(/\/docs/)
  for (const step of ['post charges', '/explanation', 'refunds/preview', 'post refunds '])
    expect(stdout).toContain(step)
  const keyFile = path.join(folder, 'key')
  const key = readFileSync(keyFile, 'utf8').trim()
  expect(key).toMatch(/^rk_/)
  expect(stdout + stderr).not.toContain(key)
  expect(statSync(keyFile).mode & 0o777).toBe(0o600)
  const note = path.join(folder, 'server.json')
  expect(statSync(note).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(note, 'utf8')).pid).toBe(program.pid)
  await doesWhatCurlLinesSay(stdout)
  const ended = await stop(program)
  expect(ended.code).toBe(0)
  isClean(ended.stderr)
  await untilNobodyIn(folder, 1_000)
  expect(() => statSync(note)).toThrow(/ENOENT/)
})

async function doesWhatCurlLinesSay(told: string): Promise<void> {
  const lines = told.split('\n')
  const from = lines.findIndex((line) => line.includes('URL='))
  const to = lines.findIndex((line) => line.includes('Or by the command line'))
  const { code, stdout, stderr } = await run('sh', ['-euc', lines.slice(from, to).join('\n')], serve).ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/0\.6% of 100\.00 CNY = 0\.60 CNY/)
  expect(stdout).toMatch(/"id":"rfd_/)
}

describe('with a running server', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    server = await startServer(folder)
  })
  afterAll(async () => {
    if (server.child.exitCode === null) await stop(server)
  })

  test('reports the existing data on a second start and imports nothing', async () => {
    expect(server.said().stderr).toMatch(/have 10 merchants and 283 charges/)
    expect(server.said().stderr).not.toMatch(/Importing/)
  })

  test('refuses a second process on the same folder', async () => {
    const { code, stderr } = await recoup(['serve'], serve)
    expect(code).toBe(4)
    expect(stderr).toContain(`in use by process ${server.pid}`)
    isClean(stderr)
  })

  test('stops cleanly on Ctrl-C, which every process in the terminal receives, some of them twice', async () => {
    process.kill(-server.pid, 'SIGINT')
    process.kill(server.pid, 'SIGINT')
    const { code, stderr } = await server.ended
    expect(code).toBe(0)
    expect(stderr).toMatch(/Stopped\./)
    isClean(stderr)
    await untilNobodyIn(folder, 1_000)
  })
})

test('leaves no process behind when npm start gets SIGTERM or npm is killed', async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const npm = run('npm', ['start'], serve)
    await npm.until(/Stop with Ctrl-C/)
    expect(processesIn(folder).length).toBeGreaterThan(2)
    process.kill(npm.pid, signal)
    await untilNobodyIn(folder, STOP_MS)
  }
}, 60_000)

test('reports a port that is in use, and stops the database', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = String((other.address() as { port: number }).port)
  const { code, stderr, stdout } = await recoup(['start', '--json'], { RECOUP_DATA: folder, PORT: port })
  other.close()
  expect(code).toBe(4)
  expect(stderr).toContain(`Another program is already listening on 127.0.0.1:${port}`)
  expect(JSON.parse(stdout).problem.code).toBe('port_taken')
  isClean(stderr)
  await untilNobodyIn(folder, 1_000)
})

test('reports an address that this machine does not have', async () => {
  const { code, stderr } = await recoup(['serve'], { ...serve, HOST: '203.0.113.7' })
  expect(code).toBe(4)
  expect(stderr).toMatch(/Cannot listen on 203\.0\.113\.7:0: EADDRNOTAVAIL/)
  isClean(stderr)
  await untilNobodyIn(folder, 1_000)
})

test('stops cleanly on SIGTERM during the start', async () => {
  const program = run(process.execPath, ['src/cli/recoup.js', 'start'], serve)
  await program.until(/database ready/)
  expect((await stop(program)).code).toBe(0)
  await untilNobodyIn(folder, 1_000)
})

test('stops the database of a killed server, resumes with the next one, and refuses a newer schema', async () => {
  const server = await startServer(folder)
  await stop(server, 'SIGKILL')
  await untilNobodyIn(folder, STOP_MS)
  const next = await startServer(folder)
  expect(next.said().stderr).toMatch(/10 merchants and 283 charges/)
  const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
  const url = new URL(read('server.json').database)
  // The server's own role may not write it.
  Object.assign(url, { username: 'recoup', password: read('postgres-passwords.json').recoup })
  const database = openDatabase(url.href)
  await database.system.query(`INSERT INTO schema_migration (number, name, sha256) VALUES (9999, 'later', '')`)
  await database.close()
  expect((await stop(next)).code).toBe(0)
  const { code, stderr } = await recoup(['serve'], serve)
  expect(code).toBe(4)
  expect(stderr).toMatch(/migration 9999.*Run a newer version/)
  isClean(stderr)
  await untilNobodyIn(folder, 1_000)
}, 60_000)

describe('an impossible start is explained in one line', () => {
  const elsewhere = temporaryFolder()
  afterAll(() => elsewhere.remove())

  test.each([
    [{ PORT: 'eighty' }, 2, /PORT is “eighty”; it must be a whole number/],
    [{ LOG_LEVEL: 'loud' }, 2, /LOG_LEVEL is “loud”; it must be one of debug/],
    [{ DATABASE_URL: 'mysql://root:secret@x/y' }, 2, /DATABASE_URL is “•••”; it must be an address like postgres/],
    [
      { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' },
      4,
      /Cannot connect to the database at 127\.0\.0\.1:1\/x: ECONNREFUSED/,
    ],
  ])('%o', async (environment, expected, message) => {
    const { code, stderr } = await recoup(['serve'], { RECOUP_DATA: elsewhere.folder, PORT: '0', ...environment })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('secret')
    expect(code).toBe(expected)
    isClean(stderr)
  })

  test('reports a data folder that cannot be used', async () => {
    const file = path.join(elsewhere.folder, 'file')
    writeFileSync(file, '')
    const { code, stderr } = await recoup(['serve'], { RECOUP_DATA: path.join(file, 'data') })
    expect(code).toBe(4)
    expect(stderr).toMatch(/The data folder .* is not writable: ENOTDIR/)
    isClean(stderr)
  })
})

/** Another Node on this machine that is too old to run TypeScript. */
function oldNode(): string | undefined {
  for (const place of ['/usr/local/bin/node', '/usr/bin/node', '/opt/node/bin/node']) {
    try {
      const version = execFileSync(place, ['-p', 'process.versions.node'], { encoding: 'utf8' })
      if (Number(version.split('.')[0]) < 22) return place
    } catch {
      // not installed there
    }
  }
  return undefined
}

describe.skipIf(oldNode() === undefined)('a Node that is too old', () => {
  test('hands over to a newer one, with signals and the exit code', async () => {
    const { code, stderr } = await run(oldNode()!, ['src/cli/recoup.js', 'nonsense'], serve).ended
    expect(code).toBe(2)
    expect(stderr).toMatch(/unknown command/)
  })

  test('explains what to do if no newer one is installed', async () => {
    const { folder: bare, remove } = temporaryFolder()
    mkdirSync(path.join(bare, 'src/cli'), { recursive: true })
    writeFileSync(path.join(bare, 'package.json'), '{"type":"module"}')
    writeFileSync(path.join(bare, 'src/cli/recoup.js'), readFileSync(path.join(root, 'src/cli/recoup.js')))
    const { code, stderr } = await run(oldNode()!, [path.join(bare, 'src/cli/recoup.js'), 'start'], {}).ended
    remove()
    expect(code).toBe(4)
    expect(stderr).toMatch(/needs Node 22\.19 or newer.*npm ci/s)
    isClean(stderr)
  })
})
