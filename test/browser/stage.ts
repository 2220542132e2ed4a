/**
 * What scenarios play on: one server over one database with a built console, and one browser, for all of them.
 *
 * A page that a scenario opens is watched: an error or warning on its console, a request that fails or a broken promise
 * fails the test that opened it. Looking at a page (`look`) keeps a picture of it and holds it against the rules of accessibility.
 */
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { CONSOLE_PATH } from '../../src/server/console.ts'
import { ensureConsole } from '../../src/server/console-build.ts'
import { makeServer, type TestServer } from '../api-server.ts'
import { startBrowser } from './chromium.ts'
import { lendChineseFont, useChineseFont } from './fonts.ts'

const SCREENSHOTS = path.join(import.meta.dirname, 'screenshots')

interface VisitOptions {
  /** Default: en. */
  readonly language?: 'en' | 'zh'
  /** Default: desk, 1280 × 800. */
  readonly size?: 'desk' | 'phone'
  /** Default: light. */
  readonly theme?: 'light' | 'dark'
  /** Key to be signed in with; null: nobody is. Default: the stage's own, which may do everything. */
  readonly key?: string | null
  /** Messages on the browser's console that belong to the scenario, as a refusal that it provokes. */
  readonly expected?: RegExp
}

interface Visit {
  readonly page: Page
  /** Goes to a page of the console, as `charges`. */
  go(path: string): Promise<void>
  /** Keeps a picture in screenshots/ and fails on a serious or critical fault of accessibility. */
  look(name: string): Promise<void>
}

export interface Stage extends TestServer {
  readonly url: string
  readonly browser: Browser
  /** Opens a page, plays, and closes it; fails on what went wrong unseen. */
  visit(options: VisitOptions, play: (visit: Visit) => Promise<void>): Promise<void>
}

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
const PATIENCE_MS = 15_000
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function openStage(): Promise<Stage> {
  const problems: string[] = []
  const folder = await ensureConsole((line) => problems.push(line))
  if (!folder) throw new Error(`no console to test: ${problems.join('; ')}`)
  mkdirSync(SCREENSHOTS, { recursive: true })
  const [server, browser] = await Promise.all([makeServer({ console: folder, webhookTargets: 'any' }), startBrowser()])
  lendChineseFont(server.app.server)
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const seats: Seats = new Map()
  const url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  return {
    ...server,
    url,
    browser,
    visit: (options, play) => visit({ url, ownKey: server.key, browser, seats }, options, play),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

interface Place {
  readonly url: string
  readonly ownKey: string
  readonly browser: Browser
  readonly seats: Seats
}

/** Contexts that nobody is in, by what they were opened with: a page in one of them finds the console's scripts in its cache. */
type Seats = Map<string, BrowserContext>

async function visit(
  { url, ownKey, browser, seats }: Place,
  options: VisitOptions,
  play: (visit: Visit) => Promise<void>,
): Promise<void> {
  const { key = ownKey, expected } = options
  const kind = JSON.stringify([options.language, options.size, options.theme])
  const context = seats.get(kind) ?? (await openContext(browser, options))
  seats.delete(kind)
  const page = await context.newPage()
  // For this page: the next one in the same context may be somebody else's.
  if (key !== null) await page.addInitScript((value) => sessionStorage.setItem('recoup.key', value), key)
  const wrong = watch(page)
  try {
    await play({
      page,
      go: async (where) => void (await page.goto(`${url}${CONSOLE_PATH}${where}`)),
      look: (name) => look(page, name),
    })
    expect(wrong.filter((line) => !expected?.test(line))).toEqual([])
    await leave(context, page, url)
    seats.set(kind, context)
  } catch (error) {
    await page.screenshot({ path: path.join(SCREENSHOTS, 'failed.png') }).catch(() => {})
    // What the browser said is often the reason.
    if (error instanceof Error && wrong.length > 0) error.message += `\nThe browser said:\n${wrong.join('\n')}`
    await context.close()
    throw error
  }
}

async function openContext(browser: Browser, options: VisitOptions): Promise<BrowserContext> {
  const { language = 'en', size = 'desk', theme = 'light' } = options
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (language === 'zh') await useChineseFont(context)
  return context
}

/** Nothing of a visit but the cache is there at the next: what a page keeps for its session ends with it. */
async function leave(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,service_workers' })
  await Promise.all(context.pages().map((each) => each.close()))
  await context.clearCookies()
}

function watch(page: Page): string[] {
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`thrown: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    // Chromium's own message does not say which it was.
    if (response.status() >= 500) wrong.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    // The page itself gives up what it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') wrong.push(`failed: ${request.url()}`)
  })
  return wrong
}

/** Nothing is loading, and every chart that is there has been drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('.ant-skeleton-active, .ant-spin-spinning, .loading-bar, [data-drawn="false"]') &&
      document.querySelector('h1') !== null,
  )
  await page.evaluate(() => document.fonts.ready)
}

async function look(page: Page, name: string): Promise<void> {
  await settle(page)
  if (isNew(page.url())) {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true })
    await checkAccessibility(page, name)
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
}

const seen = new Set<string>()

/**
 * A picture and its accessibility are most of the time that this takes: each page once, and with BROWSER_FULL in every
 * state, dark and narrow as well.
 */
function isNew(url: string): boolean {
  const route = new URL(url).pathname.replace(/[a-z]+_[0-9a-z]{26}|\d+/g, ':id')
  if (seen.has(route) && !process.env.BROWSER_FULL) return false
  seen.add(route)
  return true
}

let frameChecked = false

async function checkAccessibility(page: Page, name: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  // What frames every page, a third of its elements, is looked at with the first one.
  if (frameChecked && !process.env.BROWSER_FULL) axe.exclude('.layout-header').exclude('.layout-side')
  frameChecked ||= (await page.locator('.layout-side').count()) > 0
  const { violations } = await axe
    // In the page itself: the other way gathers frames in a second window, and the console has neither frames nor a second to spare.
    .setLegacyMode()
    .withTags(RULES)
    .options({ resultTypes: ['violations'] })
    .analyze()
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes
          .slice(0, 3)
          .map(({ html, any }) => `${html.slice(0, 200)} (${any[0]?.message ?? ''})`)
          .join('\n  ')}`,
    )
  expect(faults, `accessibility of ${name}`).toEqual([])
}
