/**
 * The packages that `npm run pack` writes, installed into an empty folder by npm and used as a stranger would, on two
 * versions of Node; and the clone without its development dependencies.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ended, type Environment, type Program, type Ready, root, run, stop, temporaryFolder } from '../program.ts'

/** Starts take four times as long while the browser tests use both cores. */
const START_MS = 100_000

const home = temporaryFolder()
const folder = path.join(home.folder, 'empty')
const packages = path.join(home.folder, 'packages')
afterAll(() => home.remove())

/** Runs a command in a folder with the Node of `binaries` first. */
function runIn(cwd: string, binaries: string, command: readonly string[], environment: Environment = {}): Program {
  const PATH = `${binaries}:${process.env.PATH}`
  return run('sh', ['-c', 'cd "$0" && exec "$@"', cwd, ...command], { ...environment, PATH })
}

async function succeed(program: Program): Promise<Ended> {
  const ended = await program.ended
  expect(ended, ended.stderr).toMatchObject({ code: 0 })
  return ended
}

const newest = path.dirname(process.execPath)
const versionIn = (binaries: string) => execFileSync(path.join(binaries, 'node'), ['-v'], { encoding: 'utf8' }).trim()

/** The folder of a Node 20: that of this machine, or else the one in the registry. */
async function oldest(): Promise<string> {
  for (const place of ['/usr/local/bin', '/usr/bin', '/opt/node/bin']) {
    try {
      if (versionIn(place).startsWith('v20.')) return place
    } catch {
      // not installed there
    }
  }
  const name = `node-${process.platform}-${process.arch}`
  const prefix = path.join(home.folder, 'node-20')
  mkdirSync(prefix)
  await succeed(runIn(prefix, newest, ['npm', 'i', '--prefer-offline', '--no-audit', '--no-fund', `${name}@20`]))
  return path.join(prefix, 'node_modules', name, 'bin')
}

beforeAll(async () => {
  mkdirSync(folder)
  await succeed(runIn(root, newest, ['node', 'scripts/pack.ts', '--out', packages]))
  const tarballs = readdirSync(packages).map((name) => path.join(packages, name))
  expect(tarballs).toHaveLength(2)
  await succeed(runIn(folder, newest, ['npm', 'i', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs]))
}, 240_000)

it('the packages are small and contain neither tests nor sources', () => {
  for (const [name, most] of [
    ['recoup-0', 4_000_000],
    ['recoup-sdk-', 100_000],
  ] as const) {
    const tarball = path.join(packages, readdirSync(packages).find((file) => file.startsWith(name))!)
    expect(statSync(tarball).size).toBeLessThan(most)
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n')
    expect(files.filter((file) => /\.test\.|(?<!\.d)\.tsx?$|node_modules/.test(file))).toEqual([])
  }
})

it('the shrinkwrap has the locked versions and no development dependency', () => {
  type Lock = { packages: Record<string, { version?: string; dev?: boolean }> }
  const read = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as Lock).packages
  const locked = read(path.join(root, 'package-lock.json'))
  const shipped = read(path.join(folder, 'node_modules/recoup/npm-shrinkwrap.json'))
  const wrong = Object.entries(shipped).filter(
    ([place, { version }]) => locked[place]?.version !== version || locked[place]?.dev,
  )
  expect(wrong).toEqual([])
  const names = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies)
  expect(names.filter((name) => !shipped[`node_modules/${name}`])).toEqual([])
})

it('a strict TypeScript program compiles against the SDK', async () => {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  copyFileSync(path.join(import.meta.dirname, 'stranger.ts'), path.join(folder, 'stranger.ts'))
  const strict = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--noUncheckedIndexedAccess']
  const types = ['--types', 'node', '--typeRoots', path.join(root, 'node_modules/@types')]
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await runIn(folder, newest, ['node', tsc, ...strict, ...types, 'stranger.ts']).ended
  expect(stdout).toBe('')
}, 60_000)

describe.each([
  ['the Node of the project', () => Promise.resolve(newest)],
  ['Node 20', oldest],
])('on %s', (_, find) => {
  it('npx recoup start serves API and console, and a program with the SDK charges', async () => {
    const binaries = await find()
    const settings = { RECOUP_DATA: path.join(folder, 'data'), PORT: '0', RECOUP_CONSOLE: 'on', RECOUP_DEMO: 'no' }
    const server = runIn(folder, binaries, ['npx', 'recoup', 'start', '--json'], settings)
    await server.until(/^}$/m, START_MS)
    const { url, keyFile, pid } = JSON.parse(server.said().stdout) as Ready
    for (const page of ['/ready', '/console/', '/console/licenses.md', '/docs']) {
      expect([page, (await fetch(url + page)).status]).toEqual([page, 200])
    }
    expect(await (await fetch(`${url}/console/licenses.md`)).text()).toMatch(/## antd/)
    const client = { RECOUP_URL: url, RECOUP_KEY: readFileSync(keyFile, 'utf8').trim() }
    const { stdout } = await succeed(runIn(folder, binaries, ['node', 'stranger.js'], client))
    expect(JSON.parse(stdout)).toEqual({
      id: expect.stringMatching(/^chg_/),
      webhooks: 'function',
      unknown: 'function',
    })
    const { stdout: books } = await succeed(runIn(folder, binaries, ['npx', 'recoup', 'check'], settings))
    expect(books).not.toBe('')
    process.kill(pid, 'SIGTERM')
    const { stderr } = await server.ended
    expect(stderr).not.toMatch(/\n\s+at |node:internal|npm run/)
  }, 180_000)
})

describe('a clone without development dependencies', () => {
  const hook = `--import=${path.join(import.meta.dirname, 'refuse-development.js')}`

  it('refuses them, so that the tests below can fail', async () => {
    const { code, stderr } = await run(process.execPath, [hook, '-e', 'import("fast-check")'], {}).ended
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('is a development dependency') })
  })

  it('starts', async () => {
    const settings = { RECOUP_DATA: path.join(home.folder, 'data'), PORT: '0', NODE_OPTIONS: hook }
    const server = run(process.execPath, ['src/cli/recoup.js', 'serve', '--json'], settings)
    await server.until(/^}$/m, START_MS)
    const { code, stderr } = await stop(server)
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/\n\s+at |node:internal/)
  }, 120_000)

  it('builds the console', async () => {
    const dist = path.join(home.folder, 'console')
    const build = ['node', '../node_modules/vite/bin/vite.js', 'build', '--outDir', dist, '--logLevel', 'warn']
    await succeed(runIn(path.join(root, 'console'), newest, build, { NODE_OPTIONS: hook, NODE_ENV: 'production' }))
    expect(readdirSync(dist)).toContain('index.html')
  }, 120_000)
})
