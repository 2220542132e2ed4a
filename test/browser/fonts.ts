/** Chinese in a browser that has no Chinese font: Noto Sans SC, handed to its pages under an address of their own origin. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

const FOLDER = path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))
const FILE = path.join(FOLDER, 'files/noto-sans-sc-chinese-simplified-400-normal.woff2')
const ADDRESS = '/test-fonts/noto-sans-sc.woff2'
const STYLE = `@font-face { font-family: 'Noto Sans SC'; font-weight: 400; src: url(${ADDRESS}) format('woff2') }`

let font: Buffer | undefined

export async function lendChineseFont(context: BrowserContext): Promise<void> {
  font ??= readFileSync(FILE)
  const body = font
  await context.route(`**${ADDRESS}`, (route) => route.fulfill({ contentType: 'font/woff2', body }))
  await context.addInitScript((style) => {
    document.addEventListener('DOMContentLoaded', () => {
      const element = document.createElement('style')
      element.textContent = style
      document.head.append(element)
    })
  }, STYLE)
}
