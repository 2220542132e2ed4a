/** The browser of the tests: the one from `npm ci`, or the one in CHROMIUM_PATH. */
import { access, constants } from 'node:fs/promises'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = '/usr/bin/chromium'
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb']

/** @throws Error that lists the attempts if no browser starts. A missing browser fails the tests; it never skips them. */
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
