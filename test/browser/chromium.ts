/** The browser of the tests: one that comes with `npm ci`, or the one that CHROMIUM_PATH names. */
import { access, constants } from 'node:fs/promises'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = '/usr/bin/chromium'
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb']

/** @throws Error that says what was tried, where no browser starts: a missing one is a failure, never a test left out. */
export async function startBrowser(): Promise<Browser> {
  const tried: string[] = []
  for (const [name, find] of candidates()) {
    try {
      return await chromium.launch({ executablePath: await find(), args: ARGUMENTS, chromiumSandbox: false })
    } catch (error) {
      tried.push(`${name}: ${(error as Error).message.split('\n').slice(0, 4).join(' ')}`)
    }
  }
  throw new Error(`No browser for the tests. Set CHROMIUM_PATH to a Chromium.\n${tried.join('\n')}`)
}

function candidates(): [name: string, find: () => Promise<string>][] {
  const given = process.env.CHROMIUM_PATH
  if (given) return [['CHROMIUM_PATH', async () => given]]
  return [
    ['@sparticuz/chromium', async () => (await import('@sparticuz/chromium')).default.executablePath()],
    [SYSTEM, () => access(SYSTEM, constants.X_OK).then(() => SYSTEM)],
  ]
}
