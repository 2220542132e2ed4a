/** Chinese in a browser without a Chinese font: the server of the tests serves Noto Sans SC beside the console. */
import { readFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

// One file of @fontsource/noto-sans-sc 5.3.0, whose package takes 76 MB.
const FILE = path.join(import.meta.dirname, 'font/noto-sans-sc-400.woff2')
const ADDRESS = '/test-fonts/noto-sans-sc.woff2'
const STYLE = `@font-face { font-family: 'Noto Sans SC'; font-weight: 400; src: url(${ADDRESS}) format('woff2') }`
const HEADERS = { 'content-type': 'font/woff2', 'cache-control': 'max-age=3600' }

/**
 * Call before the server listens. A route of the browser's context would do as well, but it disables the cache, so that
 * every step loads every script.
 */
export function serveChineseFont(server: Server): void {
  const font = readFileSync(FILE)
  const others = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (request.url === ADDRESS) response.writeHead(200, HEADERS).end(font)
    else for (const other of others) other.call(server, request, response)
  })
}

/** Makes the pages of the context use the font that the server provides. */
export async function useChineseFont(context: BrowserContext): Promise<void> {
  await context.addInitScript((style) => {
    document.addEventListener('DOMContentLoaded', () => {
      const element = document.createElement('style')
      element.textContent = style
      document.head.append(element)
    })
  }, STYLE)
}
