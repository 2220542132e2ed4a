/**
 * The environment of the scenarios: one server with a database and a built console, and one browser, shared by all of them.
 *
 * Every page is watched: an error or warning in its console, a failed request or an unhandled rejection fails the test that opened
 * it. `look` takes a screenshot of a page and checks its accessibility.
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
import { serveChineseFont, useChineseFont } from './fonts.ts'

const SCREENSHOTS = path.join(import.meta.dirname, 'screenshots')

interface VisitOptions {
  /** Default: en. */
  readonly language?: 'en' | 'zh'
  /** Default: desktop, 1280 × 800. */
  readonly size?: 'desktop' | 'phone'
  /** Default: light. */
  readonly theme?: 'light' | 'dark'
  /** The API key to sign in with; null: not signed in. Default: the stage's own key, which has all scopes. */
  readonly key?: string | null
  /** Messages in the browser's console that the scenario provokes, such as a refused request. */
  readonly expected?: RegExp
}

interface Visit {
  readonly page: Page
  /** Opens a page of the console, such as `charges`. */
  go(path: string): Promise<void>
  /** Takes a screenshot to screenshots/ and fails on a serious or critical accessibility violation. */
  look(name: string): Promise<void>
}

export interface Stage extends TestServer {
  readonly url: string
  readonly browser: Browser
  /** Opens a page, plays the scenario and closes the page; fails on errors that the scenario did not expect. */
  visit(options: VisitOptions, play: (visit: Visit) => Promise<void>): Promise<void>
}

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }
const TIMEOUT_MS = 15_000
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function openStage(): Promise<Stage> {
  const problems: string[] = []
  const folder = await ensureConsole((line) => problems.push(line))
  if (!folder) throw new Error(`no console to test: ${problems.join('; ')}`)
  mkdirSync(SCREENSHOTS, { recursive: true })
  const [server, browser] = await Promise.all([makeServer({ console: folder }), startBrowser()])
  serveChineseFont(server.app.server)
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const idleContexts: IdleContexts = new Map()
  const url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  return {
    ...server,
    url,
    browser,
    visit: (options, play) => visit({ url, stageKey: server.key, browser, idleContexts }, options, play),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

interface Environment {
  readonly url: string
  readonly stageKey: string
  readonly browser: Browser
  readonly idleContexts: IdleContexts
}

/** Unused browser contexts by their options. A page in such a context has the console's scripts in its cache. */
type IdleContexts = Map<string, BrowserContext>

async function visit(
  { url, stageKey, browser, idleContexts }: Environment,
  options: VisitOptions,
  play: (visit: Visit) => Promise<void>,
): Promise<void> {
  const { key = stageKey, expected } = options
  const contextOptions = JSON.stringify([options.language, options.size, options.theme])
  const context = idleContexts.get(contextOptions) ?? (await openContext(browser, options))
  idleContexts.delete(contextOptions)
  const page = await context.newPage()
  // For this page only, because the next page in the context may belong to another user.
  if (key !== null) await page.addInitScript((value) => sessionStorage.setItem('recoup.key', value), key)
  const errors = watch(page)
  try {
    await play({
      page,
      go: async (path) => void (await page.goto(`${url}${CONSOLE_PATH}${path}`)),
      look: (name) => look(page, name),
    })
    expect(errors.filter((line) => !expected?.test(line))).toEqual([])
    await resetContext(context, page, url)
    idleContexts.set(contextOptions, context)
  } catch (error) {
    await page.screenshot({ path: path.join(SCREENSHOTS, 'failed.png') }).catch(() => {})
    // The messages of the browser often show the reason.
    if (error instanceof Error && errors.length > 0) error.message += `\nThe browser reported:\n${errors.join('\n')}`
    await context.close()
    throw error
  }
}

async function openContext(browser: Browser, options: VisitOptions): Promise<BrowserContext> {
  const { language = 'en', size = 'desktop', theme = 'light' } = options
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(TIMEOUT_MS)
  if (language === 'zh') await useChineseFont(context)
  return context
}

/** Removes everything but the cache, so that one scenario does not affect the next. */
async function resetContext(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,service_workers' })
  await Promise.all(context.pages().map((each) => each.close()))
  await context.clearCookies()
}

function watch(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`thrown: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    // Chromium's own message does not name the request.
    if (response.status() >= 500) errors.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    // The page itself aborts requests that it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(`failed: ${request.url()}`)
  })
  return errors
}

/** Waits until nothing is loading and every chart has been drawn. */
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
  if (isFirstVisit(page.url())) {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true })
    await checkAccessibility(page, name)
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
}

const checkedRoutes = new Set<string>()

/**
 * Screenshots and accessibility checks take most of the time of the tests. Each page is checked once; with BROWSER_FULL, it is
 * checked in every state, including dark mode and phone size.
 */
function isFirstVisit(url: string): boolean {
  const route = new URL(url).pathname.replace(/[a-z]+_[0-9a-z]{26}|\d+/g, ':id')
  if (checkedRoutes.has(route) && !process.env.BROWSER_FULL) return false
  checkedRoutes.add(route)
  return true
}

let frameIsChecked = false

async function checkAccessibility(page: Page, name: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  // The frame, a third of the elements of every page, is checked with the first page only.
  if (frameIsChecked && !process.env.BROWSER_FULL) axe.exclude('.layout-header').exclude('.layout-side')
  frameIsChecked ||= (await page.locator('.layout-side').count()) > 0
  const { violations } = await axe
    // Runs in the page itself. The default mode collects frames in a second window, but the console has no frames, and it is slower.
    .setLegacyMode()
    .withTags(RULES)
    .options({ resultTypes: ['violations'] })
    .analyze()
  const violationsFound = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes
          .slice(0, 3)
          .map(({ html, any }) => `${html.slice(0, 200)} (${any[0]?.message ?? ''})`)
          .join('\n  ')}`,
    )
  expect(violationsFound, `accessibility of ${name}`).toEqual([])
}
