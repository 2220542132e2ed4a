/** Checks the imports against the table of ARCHITECTURE.md, and rules that no linter knows. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { circlesIn, importGraph, isTestCode, workspacePackages } from './architecture/imports.ts'
import { circularLayers, forbiddenImports, readLayers } from './architecture/layers.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const PURE = ['src/money', 'src/pricing']

/** Generated files, according to .gitattributes. */
const generated = [...textOf('.gitattributes').matchAll(/^(\S+) linguist-generated$/gm)].map((match) => match[1]!)
const layers = readLayers(textOf('ARCHITECTURE.md'))
const graph = importGraph(ROOT, ['src', 'sdk', 'console', 'examples'], workspacePackages(ROOT))
const files = [...graph.keys()].filter((file) => !isTestCode(file))

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

function filesIn(folder: string): string[] {
  return files.filter((file) => file.startsWith(`${folder}/`))
}

it('every import is allowed by the table', () => {
  expect(forbiddenImports(graph, layers)).toEqual([])
})

it('the rows of the table have no cycle', () => {
  expect(circularLayers(layers)).toEqual([])
})

/** The command line calls the server; the sandbox is a provider, in its own process, and calls back as providers do. */
const MAY_CALL = ['src/outgoing', 'src/cli', 'src/gateways/sandbox/provider', 'src/gateways/sandbox/process.ts']
const CLIENTS = /from '(undici|axios|wechatpay-[a-z0-9-]+|node:(https|http2|tls|dgram|dns)(\/promises)?)'/
const CALLS =
  /(?<![.\w])fetch\(|globalThis\.fetch|new (WebSocket|EventSource|XMLHttpRequest)\b|import \{[^}]*\b(request|get|ClientRequest|connect|createConnection)\b[^}]*\} from 'node:(http|net)'/

it('only the guarded client makes outgoing calls', () => {
  const faults = filesIn('src')
    .filter((file) => !MAY_CALL.some((place) => file === place || file.startsWith(`${place}/`)))
    .filter((file) => CLIENTS.test(textOf(file)) || CALLS.test(textOf(file)))
  expect(faults).toEqual([])
  const [client, clients] = ["import { Agent } from 'undici'", "import { Decorator } from 'wechatpay-axios-plugin'"]
  for (const text of [client, clients]) expect(text).toMatch(CLIENTS)
  for (const text of ['await fetch(url)', "import { createServer, request } from 'node:http'"])
    expect(text).toMatch(CALLS)
})

it('every row has its folder or file, and every folder and file of src has its row', () => {
  const places = layers.map(({ place }) => place)
  expect(places.filter((place) => !statSync(path.join(ROOT, place), { throwIfNoEntry: false }))).toEqual([])
  const entries = readdirSync(path.join(ROOT, 'src')).map((name) => `src/${name}`)
  expect(entries.filter((entry) => !isTestCode(entry) && !places.includes(entry))).toEqual([])
})

it('no files import each other in a cycle', () => {
  expect(circlesIn(graph)).toEqual([])
})

it('a line never imports another line', () => {
  const lineOf = (file: string) => /^src\/lines\/([^/]+)\//.exec(file)?.[1]
  const between = [...graph].flatMap(([file, targets]) =>
    [...targets]
      .filter((target) => lineOf(file) !== undefined && lineOf(target) !== undefined && lineOf(file) !== lineOf(target))
      .map((target) => `${file} imports ${target}`),
  )
  expect(between).toEqual([])
})

it.each(PURE)('%s does no I/O', (folder) => {
  for (const file of filesIn(folder)) {
    expect(textOf(file), file).not.toMatch(/from 'node:|Date\.now\(|new Date\(\)|Math\.random\(|process\./)
  }
})

it('file names are specific and files have at most 500 lines', () => {
  for (const file of files.filter((each) => !generated.includes(each))) {
    expect(file).not.toMatch(/(^|\/)(utils?|common|helpers?|manager|misc)(\.|\/)/)
    expect(textOf(file).split('\n').length, file).toBeLessThanOrEqual(500)
  }
})

it.each(['src/api', 'src/http'])('%s contains no SQL', (folder) => {
  for (const file of filesIn(folder)) expect(textOf(file), file).not.toMatch(/\.(query|execute)(<[^(]*>)?\(/)
})

it('no floating-point arithmetic on amounts', () => {
  for (const folder of ['money', 'pricing', 'ledger', 'charges', 'refunds', 'disputes', 'engine', 'lines']) {
    // The traffic of the demo world is random: its amounts are fictitious, and become text in events.
    for (const file of filesIn(`src/${folder}`).filter((each) => !/\/demo(\.ts|\/)/.test(each))) {
      expect(textOf(file), file).not.toMatch(/parseFloat\(|\.toFixed\(/)
    }
  }
})

it('generated files are marked as generated: in .gitattributes, and source files in their header', () => {
  const header = /Generated (from|by) .*\bdo not edit\b/i
  const withHeader = files.filter((file) => header.test(textOf(file).split('\n').slice(0, 5).join('\n')))
  expect(withHeader).toEqual(generated.filter((file) => file.endsWith('.ts')).sort())
  expect(generated.filter((file) => !statSync(path.join(ROOT, file), { throwIfNoEntry: false }))).toEqual([])
})

/** Words that hide who acts, or that treat a company as a person: docs/style.md shows alternatives. */
const VAGUE = /\b(whoever|nobody|somebody|everybody|anybody|he|his|him)\b/i

it('comments and titles say who acts', () => {
  const faults = files
    .concat([...graph.keys()].filter(isTestCode))
    .flatMap((file) =>
      wordsOf(textOf(file)).flatMap(({ line, words }) =>
        VAGUE.test(words) ? [`${file}:${line} ${words.trim()}`] : [],
      ),
    )
  expect([...new Set(faults)]).toEqual([])
})

/** Comments and test titles, without code in backquotes. */
function wordsOf(text: string): { line: number; words: string }[] {
  return text.split('\n').flatMap((line, n) => {
    const comment = /^\s*(?:\/\*\*?|\*|\/\/)\s?(.*)$|\s\/\/ (.*)$/.exec(line)
    const title = /^\s*(?:it|test|describe)(?:\.\w+)*\('([^']*)'/.exec(line)
    const words = comment?.[1] ?? comment?.[2] ?? title?.[1]
    return words === undefined ? [] : [{ line: n + 1, words: words.replaceAll(/`[^`]*`/g, '') }]
  })
}
