/** Chinese in a browser that has no Chinese font: Noto Sans SC, which the tests' server hands out beside the console. */
import { readFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

const FOLDER = path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))
const FILE = path.join(FOLDER, 'files/noto-sans-sc-chinese-simplified-400-normal.woff2')
const ADDRESS = '/test-fonts/noto-sans-sc.woff2'
const STYLE = `@font-face { font-family: 'Noto Sans SC'; font-weight: 400; src: url(${ADDRESS}) format('woff2') }`
const HEADERS = { 'content-type': 'font/woff2', 'cache-control': 'max-age=3600' }

/** Before it listens. Not by a route of the browser's context: one that has any keeps no cache, and loads every script at every step. */
export function lendChineseFont(server: Server): void {
  const font = readFileSync(FILE)
  const others = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (request.url === ADDRESS) response.writeHead(200, HEADERS).end(font)
    else for (const other of others) other.call(server, request, response)
  })
}

/** Pages of the context have the font that the server lends. */
export async function useChineseFont(context: BrowserContext): Promise<void> {
  await context.addInitScript((style) => {
    document.addEventListener('DOMContentLoaded', () => {
      const element = document.createElement('style')
      element.textContent = style
      document.head.append(element)
    })
  }, STYLE)
}
