/**
 * The console's files (built from console/ by `npm run build`), under /console/. They are read once and served from
 * memory: a build while the server runs has no effect on it, and no path can leave the folder.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem, unknownRoute } from '../http/problems.ts'

/** Path of the page; the page calls /v1 on the same origin. */
export const CONSOLE_PATH = '/console/'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown; charset=utf-8',
}

/**
 * Scripts and data from this origin only. Styles may be inline: antd inserts its styles into the page as components
 * appear, with names derived from their contents, and echarts sets them on its drawings.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

interface Served {
  readonly type: string
  readonly plain: Buffer
  /** The gzipped content, where the build created it. */
  readonly gzip: Buffer | undefined
  readonly etag: string
  /** Whether its name changes with its contents. */
  readonly immutable: boolean
}

/** Serves the files of the folder; `/` redirects to it. A folder without an index.html is an error. */
export async function consolePages(app: FastifyInstance, folder: string): Promise<void> {
  const files = await readBuilt(folder)
  const index = files.get('index.html')
  if (!index) throw new Error(`${folder} holds no built console`)
  for (const from of ['/', CONSOLE_PATH.slice(0, -1)]) {
    app.get(from, (_request, reply) => reply.redirect(CONSOLE_PATH, 302))
  }
  app.get(`${CONSOLE_PATH}*`, (request, reply) => {
    const name = (request.params as { '*': string })['*']
    const file = files.get(name)
    if (file) return send(request, reply, file)
    // Paths of the page have no dot in their last segment, except in ids; files of the build always have one.
    if (name.startsWith('assets/')) return sendProblem(unknownRoute(request), request, reply)
    return send(request, reply, index)
  })
}

function send(request: FastifyRequest, reply: FastifyReply, file: Served): FastifyReply {
  reply
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .type(file.type)
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  const zipped = file.gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  return zipped ? reply.header('content-encoding', 'gzip').send(file.gzip) : reply.send(file.plain)
}

async function readBuilt(folder: string): Promise<Map<string, Served>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Served>()
  const read = async (file: string) => {
    const type = TYPES[path.extname(file)]
    if (!type) return
    const name = path.relative(folder, file).split(path.sep).join('/')
    const plain = await readFile(file)
    const gzip = await readFile(`${file}.gz`).catch(() => undefined)
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    files.set(name, { type, plain, gzip, etag, immutable: name.startsWith('assets/') })
  }
  await Promise.all(
    entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => read(path.join(parentPath, name))),
  )
  return files
}
