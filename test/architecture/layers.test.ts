/** Tests the checks of architecture.test.ts: each gets a small tree with a planted fault. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { circlesIn, importGraph, specifiersOf, workspacePackages } from './imports.ts'
import { circularLayers, closureOf, forbiddenImports, placeOf, readLayers } from './layers.ts'

const TABLE = `# A title

| folder | what it is | may import |
|---|---|---|
| \`src/ground\`, \`src/word.ts\` | the ground | |
| \`src/books\` | the books | ground, word.ts |
| \`src/door\` | HTTP | books |
| \`client\` | the client | |
| \`screen\` | the screen | client |

| another | table |
|---|---|
| of | no interest |
`
const layers = readLayers(TABLE)

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'recoup-architecture-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function graphOf(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const folders = new Set(Object.keys(files).map((file) => file.split('/')[0]!))
  const source = [...folders].filter((folder) => !folder.includes('.'))
  return importGraph(root, source, 'package.json' in files ? workspacePackages(root) : undefined)
}

it('reads the rows of the table, several places to a row', () => {
  expect(layers).toEqual([
    { place: 'src/ground', mayImport: [] },
    { place: 'src/word.ts', mayImport: [] },
    { place: 'src/books', mayImport: ['src/ground', 'src/word.ts'] },
    { place: 'src/door', mayImport: ['src/books'] },
    { place: 'client', mayImport: [] },
    { place: 'screen', mayImport: ['client'] },
  ])
  expect(closureOf(layers).get('src/door')).toEqual(new Set(['src/books', 'src/ground', 'src/word.ts']))
})

it('refuses a page without the table, and a row that names one that does not exist', () => {
  expect(() => readLayers('# Nothing')).toThrow('no table')
  expect(() => readLayers(TABLE.replace('| books |', '| cellar |'))).toThrow('names cellar')
})

it('finds rows that may import each other', () => {
  expect(circularLayers(layers)).toEqual([])
  const circular = readLayers(TABLE.replace('| the ground | |', '| the ground | door |'))
  expect(circularLayers(circular)).toEqual(['src/ground', 'src/word.ts', 'src/books', 'src/door'])
})

it('assigns a file to the nearest row', () => {
  const places = ['screen', 'screen/src/pages', 'screen/src']
  expect(placeOf('screen/src/pages/Charge.tsx', places)).toBe('screen/src/pages')
  expect(placeOf('screen/src/paging.ts', places)).toBe('screen/src')
  expect(placeOf('screens/src/paging.ts', places)).toBeUndefined()
})

it.each([
  ["import { a } from '../door/a.ts'"],
  ["import type { A } from '../door/a.ts'"],
  ["import {\n  a,\n  type A,\n} from '../door/a.ts'"],
  ["import '../door/a.ts'"],
  ["export * from '../door/a.ts'"],
  ["export type { A } from '../door/a.ts'"],
  ["export const a = () => import('../door/a.ts')"],
  ["let a: import('../door/a.ts').A"],
  ["new Worker(new URL('../door/a.ts', import.meta.url))"],
  ["new Worker(\n  new URL(\n    '../door/a.ts',\n    import.meta.url,\n  ),\n)"],
])('finds an import against the arrows: %s', (text) => {
  const graph = graphOf({ 'src/door/a.ts': 'export const a = 1', 'src/books/b.ts': text })
  expect(forbiddenImports(graph, layers)).toEqual(['src/books/b.ts imports src/door/a.ts'])
})

it('accepts what the table allows, directly or transitively, and packages and data', () => {
  const graph = graphOf({
    'src/ground/a.ts': "import { readFileSync } from 'node:fs'\nimport fastify from 'fastify'",
    'src/word.ts': "import data from './data.json' with { type: 'json' }",
    'src/books/b.ts': "import '../ground/a.ts'\nimport '../word.ts'\nimport './c.ts'",
    'src/books/c.ts': '',
    'src/door/d.ts': "import '../ground/a.ts'\nimport { b } from '../books/b.ts'",
    'src/ground/a.test.ts': "import '../door/d.ts'",
  })
  expect(forbiddenImports(graph, layers)).toEqual([])
  expect(circlesIn(graph)).toEqual([])
})

it('finds test code in the product, and folders without a row', () => {
  const graph = graphOf({
    'src/books/b.ts': "import '../../test/world.ts'\nimport './b.test.ts'",
    'src/books/b.test.ts': '',
    'src/cellar/c.ts': '',
    'src/door/d.ts': "import '../cellar/c.ts'",
    'test/world.ts': '',
  })
  expect(forbiddenImports(graph, layers)).toEqual([
    'src/books/b.ts imports test code: test/world.ts',
    'src/books/b.ts imports test code: src/books/b.test.ts',
    'src/cellar/c.ts lies in a folder without a row',
    'src/door/d.ts imports src/cellar/c.ts, which has no row',
  ])
})

it('follows imports between the packages of the repository', () => {
  const graph = graphOf({
    'package.json': '{ "workspaces": ["client", "screen"] }',
    'client/package.json': '{ "name": "@x/client", "exports": { ".": "./src/index.ts", "./hooks": "./src/hooks.ts" } }',
    'screen/package.json': '{ "name": "@x/screen" }',
    'client/src/index.ts': "import '../../screen/src/App'",
    'client/src/hooks.ts': '',
    'screen/src/App.tsx': "import '@x/client'\nimport '@x/client/hooks'",
    'src/books/b.ts': "import '@x/client'",
  })
  expect(forbiddenImports(graph, layers)).toEqual([
    'client/src/index.ts imports screen/src/App.tsx',
    'src/books/b.ts imports client/src/index.ts',
  ])
  expect(circlesIn(graph)).toEqual([['client/src/index.ts', 'screen/src/App.tsx']])
})

it('finds cycles through type imports, through workers, and of a file with itself', () => {
  const graph = graphOf({
    'src/a.ts': "import { b } from './b.ts'\nimport './other.ts'",
    'src/b.ts': "import type { C } from './c.ts'",
    'src/c.ts': "new Worker(new URL('./a.ts', import.meta.url))",
    'src/self.ts': "export type { Self } from './self.ts'",
    'src/other.ts': "import './leaf.ts'",
    'src/leaf.ts': '',
  })
  expect(circlesIn(graph)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts'], ['src/self.ts']])
})

it('reads import statements, not words in texts', () => {
  expect(specifiersOf("export const q = `SELECT a\nFROM charge WHERE b = './x.ts'`")).toEqual([])
  expect(specifiersOf('const text = "import it from \'./x.ts\'"')).toEqual([])
})
