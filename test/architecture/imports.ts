/** The imports of each source file: type imports, re-exports, dynamic imports and workers included. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** By file, relative to the root: the files that it imports, without external packages. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>

const SOURCE = /\.(ts|tsx|js|jsx)$/
const IGNORED = new Set(['node_modules', 'dist', 'build', 'public'])
const FROM = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm
const FOR_EFFECT = /^\s*import\s*['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g
/** Modules that run in a worker or in a separate process. The CLI that starts itself (recoup.js) does not count. */
const BY_URL = /\bnew URL\(\s*['"]([^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g

/** Test code: a test next to its subject, or anything in the folders of tests and measurements. */
export function isTestCode(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /^(test|bench)\//.test(file)
}

/** @returns every source file of the folders, relative to the root, in order. */
function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => filesUnder(root, folder)).sort()
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : filesUnder(root, name)
    return SOURCE.test(entry.name) ? [name] : []
  })
}

/** The import specifiers in a file's text. */
export function specifiersOf(text: string): string[] {
  return [FROM, FOR_EFFECT, DYNAMIC, BY_URL].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!))
}

/** @param workspaces by the package's specifier: its entry file, relative to the root. */
export function importGraph(
  root: string,
  folders: readonly string[],
  workspaces: ReadonlyMap<string, string> = new Map(),
): ImportGraph {
  const graph = new Map<string, Set<string>>()
  for (const file of sourceFiles(root, folders)) {
    const targets = specifiersOf(readFileSync(path.join(root, file), 'utf8'))
      .map((specifier) => workspaces.get(specifier) ?? resolve(root, file, specifier))
      .filter((target) => target !== undefined)
    graph.set(file, new Set(targets))
  }
  return graph
}

/** The source file behind a relative specifier; undefined for a package and for data. */
function resolve(root: string, file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const target = path.posix.join(path.posix.dirname(file), specifier)
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`]
  const found = candidates.find((each) => statSync(path.join(root, each), { throwIfNoEntry: false })?.isFile())
  // The compiler reports a missing file; listing it still shows which folder it refers to.
  const named = found ?? target
  return SOURCE.test(named) ? named : undefined
}

/** The packages of this repository, from their own package.json. */
export function workspacePackages(root: string): Map<string, string> {
  const { workspaces } = readJson<{ workspaces: string[] }>(path.join(root, 'package.json'))
  return new Map(
    workspaces.flatMap((folder) => {
      const { name, exports = {} } = readJson<{ name: string; exports?: Record<string, string> }>(
        path.join(root, folder, 'package.json'),
      )
      return Object.entries(exports).map(([entry, file]): [string, string] => [
        path.posix.join(name, entry),
        path.posix.join(folder, file),
      ])
    }),
  )
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, 'utf8')) as Content
}

/** Groups of files that import each other in a cycle (Tarjan's strongly connected components), each sorted. */
export function circlesIn(graph: ImportGraph): string[][] {
  const found: string[][] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const visit = (file: string) => {
    order.set(file, order.size)
    lowest.set(file, order.get(file)!)
    stack.push(file)
    for (const target of graph.get(file)!) {
      if (!graph.has(target)) continue
      if (!order.has(target)) visit(target)
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!))
    }
    if (lowest.get(file) !== order.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1 || graph.get(file)!.has(file)) found.push(circle.sort())
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return found.sort()
}
