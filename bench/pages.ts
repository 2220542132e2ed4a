/**
 * Measures how long every page of the console takes over a demo world, from navigation to content: a full navigation
 * with a warm cache, in Chromium against the real server, signed in as its administrator. A page is complete when it
 * has its heading, nothing on it loads and no request is running. The reference is a page without data, on the same
 * machine in the same run. The server's time for the slowest request of each page is shown next to it. A page that
 * shows an error, or nothing although the world has data, is a fault. The last line is one JSON object.
 *
 *     npm run bench -- pages --charges 300000
 *     npm run bench -- pages --folder FOLDER     a data folder with a demo world; created if there is none
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page, Request } from 'playwright-core'
import { startBrowser } from '../test/browser/chromium.ts'
import { table } from './pages/table.ts'
import { type PageToOpen, pagesOf } from './pages/world.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    charges: { type: 'string', default: '300000' },
    folder: { type: 'string' },
    only: { type: 'string' },
    times: { type: 'string', default: '3' },
  },
})
const [charges, times] = [Number(values.charges), Number(values.times)]
const TARGET_MS = 1_000
const PATIENCE_MS = 30_000
/** A page is complete once it has made no requests for this long. */
const QUIET_MS = 120
const PROGRAM = fileURLToPath(new URL('../src/cli/recoup.js', import.meta.url))

const folder = path.resolve(values.folder ?? mkdtempSync(path.join(os.tmpdir(), 'recoup-bench-')))
const environment = { ...process.env, RECOUP_DATA: folder, PORT: '0', RECOUP_CONSOLE: 'on', LOG_LEVEL: 'error' }

interface Visit {
  readonly ms: number
  /** The server's time for the slowest API request, and the name of that request. */
  readonly serverMs: number
  readonly slowest: string
  readonly faults: readonly string[]
}

function recoup(...args: string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function fill(): Promise<void> {
  const filling = recoup('demo', '--charges', String(charges), '--json')
  filling.stdout!.resume()
  const [code] = await once(filling, 'exit')
  if (code !== 0) throw new Error(`the demo world was not filled: exit code ${code}`)
}

async function serve(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = recoup('serve', '--json')
  const gone = once(server, 'exit').then(() => {
    throw new Error('the server ended by itself')
  })
  gone.catch(() => {})
  let said = ''
  server.stdout!.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ready = async () => {
    for (;;) {
      const url = /"url":\s*"([^"]+)"/.exec(said)?.[1]
      if (url) return url
      await sleep(50)
    }
  }
  const url = await Promise.race([ready(), gone])
  return {
    url,
    async stop() {
      if (server.exitCode !== null) return
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
  }
}

async function signIn(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await page.goto(`${url}/console/`)
  await page.getByLabel('Email').fill('demo@recoup.localhost')
  const password = readFileSync(path.join(folder, 'demo-password'), 'utf8').trim()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Account' }).waitFor()
  return page
}

/** Runs in the page: its heading is displayed, nothing is loading, and every chart has been drawn. */
function settled(): boolean {
  const { document } = globalThis as unknown as { document: { querySelector(selector: string): unknown } }
  const loading = '.ant-skeleton-active, .ant-spin-spinning, .going-bar, [data-drawn="false"]'
  return document.querySelector('h1') !== null && document.querySelector(loading) === null
}

async function visit(page: Page, url: string, { where, shows }: PageToOpen): Promise<Visit> {
  const faults: string[] = []
  const open = new Set<Request>()
  let [last, serverMs, slowest] = [0, 0, '']
  const begin = (request: Request) => void open.add(request)
  const end = (request: Request) => {
    open.delete(request)
    last = performance.now()
    const { responseStart, requestStart } = request.timing()
    const took = responseStart - requestStart
    if (!request.url().includes('/v1/') || took <= serverMs) return
    serverMs = took
    slowest = request.url().slice(url.length)
  }
  const answer = (response: { status(): number; url(): string }) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url().slice(url.length)}`)
  }
  const thrown = (error: Error) => void faults.push(`thrown: ${error.message}`)
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  page.on('response', answer).on('pageerror', thrown)
  try {
    const began = performance.now()
    last = began
    await page.goto(`${url}/console/${where}`, { waitUntil: 'commit' })
    let there = 0
    for (;;) {
      await page.waitForFunction(settled, undefined, { polling: 'raf' })
      if (there === 0 || last > there) there = performance.now()
      if (open.size === 0 && performance.now() - Math.max(last, there) > QUIET_MS) break
      if (performance.now() - began > PATIENCE_MS) throw new Error(`${where} never comes to rest`)
      await sleep(15)
    }
    if ((await page.locator('.ant-result-error, .ant-result-404').count()) > 0) faults.push('shows an error')
    if (shows && (await page.locator(shows).count()) === 0) faults.push('shows nothing')
    return { ms: Math.max(there, last) - began, serverMs, slowest, faults }
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
    page.off('response', answer).off('pageerror', thrown)
  }
}

async function measure(page: Page, url: string, opened: PageToOpen) {
  await visit(page, url, opened) // warms the cache and the server's plans
  const visits: Visit[] = []
  for (let n = 0; n < times; n += 1) visits.push(await visit(page, url, opened))
  const middle = visits.toSorted((a, b) => a.ms - b.ms)[times >> 1]!
  const serverMs = Math.round(visits.map((each) => each.serverMs).sort((a, b) => a - b)[times >> 1]!)
  const faults = [...new Set(visits.flatMap((each) => each.faults))]
  return { name: opened.name, ms: Math.round(middle.ms), serverMs, slowest: middle.slowest, faults }
}

let browser: Browser | undefined
let server: Awaited<ReturnType<typeof serve>> | undefined
try {
  await fill()
  server = await serve()
  browser = await startBrowser()
  const page = await signIn(browser, server.url)
  const all = await pagesOf(server.url, readFileSync(path.join(folder, 'demo-key'), 'utf8').trim())
  const wanted = all.filter(({ name }) => !values.only || new RegExp(values.only).test(name))
  const reference = await measure(page, server.url, { name: 'profile (reference)', where: 'profile' })
  const measured = [reference]
  for (const each of wanted) measured.push(await measure(page, server.url, each))
  console.log(table(measured, reference.ms, TARGET_MS))
  const faults = measured.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
  for (const fault of faults) console.error(fault)
  const slow = measured.filter(({ ms }) => ms > TARGET_MS)
  const worst = measured.reduce((most, each) => (each.ms > most.ms ? each : most))
  const result = {
    bench: 'pages',
    charges,
    pages: measured.length,
    referenceMs: reference.ms,
    slowest: { page: worst.name, ms: worst.ms, ratio: Number((worst.ms / reference.ms).toFixed(2)) },
    overTarget: slow.map(({ name }) => name),
    worstServerMs: Math.max(...measured.map(({ serverMs }) => serverMs)),
    load: os.loadavg()[0],
    faults: faults.length,
    met: charges < 300_000 ? null : slow.length === 0,
  }
  console.log(JSON.stringify(result))
  if (faults.length > 0) process.exitCode = 1
} finally {
  await browser?.close()
  await server?.stop()
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}
