import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consolePages } from './console.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'recoup-console-'))
const PAGE = '<!doctype html><title>Recoup</title>'
const SCRIPT = 'export const a = 1\n'
let app: FastifyInstance

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'))
  mkdirSync(path.join(folder, '.vite'))
  writeFileSync(path.join(folder, 'index.html'), PAGE)
  writeFileSync(path.join(folder, '.vite/manifest.json'), '{}')
  writeFileSync(path.join(folder, 'assets/a-1.js'), SCRIPT)
  writeFileSync(path.join(folder, 'assets/a-1.js.gz'), gzipSync(SCRIPT))
  app = Fastify()
  await consolePages(app, folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers = {}) => app.inject({ method: 'GET', url, headers })

describe('the console', () => {
  it('is reached from the root address', async () => {
    for (const url of ['/', '/console']) {
      const { statusCode, headers } = await get(url)
      expect([statusCode, headers.location]).toEqual([302, '/console/'])
    }
  })

  it('serves its page under all of its own paths, to be revalidated on each use', async () => {
    for (const url of ['/console/', '/console/charges/chg_1', '/console/parties/a.b']) {
      const { statusCode, body, headers } = await get(url)
      expect([statusCode, body, headers['cache-control']]).toEqual([200, PAGE, 'no-cache'])
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
    }
    const { headers } = await get('/console/')
    expect((await get('/console/', { 'if-none-match': headers.etag })).statusCode).toBe(304)
  })

  it('allows scripts and data from its own origin only', async () => {
    const policy = String((await get('/console/')).headers['content-security-policy'])
    expect(policy).toMatch(/default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/)
  })

  it('serves immutable files compressed and cacheable', async () => {
    const plain = await get('/console/assets/a-1.js')
    expect([plain.body, plain.headers['cache-control']]).toEqual([SCRIPT, 'public, max-age=31536000, immutable'])
    const zipped = await get('/console/assets/a-1.js', { 'accept-encoding': 'br, gzip' })
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(SCRIPT)
  })

  it('serves no other files and no paths outside of its folder', async () => {
    const { statusCode, body } = await get('/console/assets/b.js')
    expect([statusCode, JSON.parse(body).code]).toEqual([404, 'route_unknown'])
    for (const url of ['/console/../package.json', '/console/%2e%2e/package.json', '/console/.vite/manifest.json']) {
      expect((await get(url)).body, url).not.toMatch(/"name"|^\{\}$/)
    }
  })

  it('is not served without a build', async () => {
    await expect(consolePages(Fastify(), path.join(folder, 'assets'))).rejects.toThrow('no built console')
  })
})
