/** How much the browser loads before it shows anything. Builds the console if the build is older than its sources. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { ensureConsole } from '../../src/server/console-build.ts'

/** Kilobytes of JavaScript, compressed. */
const LIMIT = 400
/** Kilobytes of styles, compressed; nearly all of them are antd's. */
const STYLES_LIMIT = 130
/** Kilobytes that opening a page may add, without charts. */
const PAGE_LIMIT = 200

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

let folder: string
let manifest: Record<string, Chunk>

beforeAll(async () => {
  const messages: string[] = []
  folder = (await ensureConsole((line) => messages.push(line))) ?? expect.fail(messages.join('\n'))
  manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'))
}, 60_000)

/** The chunk and everything that it imports statically. */
function needed(name: string, into = new Set<string>()): Set<string> {
  if (into.has(name)) return into
  into.add(name)
  for (const each of manifest[name]!.imports ?? []) needed(each, into)
  return into
}

const compressed = (files: Iterable<string>) =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0) / 1000

const size = (names: Iterable<string>) =>
  compressed([...names].map((name) => manifest[name]!.file).filter((file) => file.endsWith('.js')))

const entry = () => Object.keys(manifest).find((name) => manifest[name]!.isEntry)!

it(`first load is under ${LIMIT} kB of scripts and ${STYLES_LIMIT} of styles`, () => {
  const first = needed(entry())
  // The texts of the console and of antd load before anything is shown; the larger language counts.
  for (const name of ['src/texts/zh.json', 'src/texts/en.json']) if (manifest[name]) needed(name, first)
  for (const name of Object.keys(manifest)) if (/antd\/es\/locale\/zh_CN/.test(name)) needed(name, first)
  expect(size(first)).toBeGreaterThan(100)
  expect(size(first)).toBeLessThan(LIMIT)
  const styles = compressed([...first].flatMap((name) => manifest[name]!.css ?? []))
  expect(styles).toBeGreaterThan(10)
  expect(styles).toBeLessThan(STYLES_LIMIT)
  const files = [...first].map((name) => manifest[name]!.file).join()
  expect(files).not.toMatch(/engine/)
})

it('each page adds little; charts are a separate chunk', () => {
  const first = needed(entry())
  const pages = Object.keys(manifest).filter((name) => name.startsWith('src/pages/') && name.endsWith('.tsx'))
  expect(pages.length).toBeGreaterThan(5)
  for (const page of pages) {
    const added = [...needed(page)].filter((name) => !first.has(name))
    expect(size(added), page).toBeLessThan(PAGE_LIMIT)
    expect(added.join(), page).not.toContain('chart/engine')
  }
})
