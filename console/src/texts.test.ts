/** Every text exists in both languages, every used key exists, and every key is used. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = import.meta.dirname
const PAGES = path.join(SRC, 'pages')

type Tree = { readonly [name: string]: string | Tree }

function flat(tree: Tree, before = ''): Map<string, string> {
  const keys = Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[before + name, value]] : [...flat(value, `${before}${name}.`)],
  )
  return new Map(keys)
}

const read = (folder: string, language: string) =>
  flat(JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')) as Tree)

/** English has a singular form, Chinese does not. */
const PLURAL = /_(zero|one|two|few|many|other)$/
const singular = (key: string) => key.replace(PLURAL, '')
const names = (keys: Iterable<string>) => new Set([...keys].map(singular))

const parameters = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].toSorted()

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => path.join(folder, file))
}

interface Used {
  /** Keys that are literals. */
  readonly whole: Set<string>
  /** Literal prefixes of keys that are completed at run time. */
  readonly begun: Set<string>
}

function usedIn(files: readonly string[]): Used {
  const used: Used = { whole: new Set(), begun: new Set() }
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*/g, '')
    // t('key'), text: 'key' of the navigation, t(condition ? 'one' : 'other')
    for (const [call] of text.matchAll(/\bt\((?:[^()`]|\([^()]*\))*/g)) {
      for (const [, key] of call.replace(/\{[\s\S]*$/, '').matchAll(/'([\w.-]+)'/g)) used.whole.add(key!)
    }
    for (const [, key] of text.matchAll(/\btext: '([\w.-]+)'/g)) used.whole.add(key!)
    for (const [, begun] of text.matchAll(/(?:\bt\(|\btext: )`([\w.-]*)\$\{/g)) used.begun.add(begun!)
    for (const [, group] of text.matchAll(/\bterm\('([\w-]+)'/g)) used.begun.add(`${group}.`)
  }
  return used
}

const app = { en: read(path.join(SRC, 'texts'), 'en'), zh: read(path.join(SRC, 'texts'), 'zh') }
const pages = readdirSync(PAGES)

describe.each([['app', path.join(SRC, 'texts')], ...pages.map((page) => [page, path.join(PAGES, page)])])(
  'texts of %s',
  (_, folder) => {
    const en = read(folder!, 'en')
    const zh = read(folder!, 'zh')

    it('are the same in both languages, with the same parameters', () => {
      expect([...names(zh.keys())].toSorted()).toEqual([...names(en.keys())].toSorted())
      for (const [key, text] of zh) {
        const english = en.get(key) ?? en.get(`${singular(key)}_other`)
        expect(parameters(text), key).toEqual(parameters(english!))
      }
    })

    it('are not empty, and in the right language', () => {
      for (const [key, text] of [...en, ...zh]) expect(text.trim(), key).not.toBe('')
      for (const [key, text] of en) expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
    })
  },
)

describe.each(pages)('page %s', (page) => {
  const folder = path.join(PAGES, page)
  const own = names(read(folder, 'en').keys())
  const shared = names(app.en.keys())
  const { whole, begun } = usedIn(sources(folder))

  it('uses existing keys only', () => {
    expect([...whole].filter((key) => !own.has(key) && !shared.has(key))).toEqual([])
    const known = [...own, ...shared]
    expect([...begun].filter((prefix) => !known.some((key) => key.startsWith(prefix)))).toEqual([])
  })

  it('has no unused key', () => {
    const unused = [...own].filter((key) => !whole.has(key) && ![...begun].some((prefix) => key.startsWith(prefix)))
    expect(unused).toEqual([])
  })
})

it('the shared texts are complete, and all used', () => {
  const outside = usedIn(sources(SRC).filter((file) => !file.startsWith(PAGES)))
  const all = usedIn(sources(SRC))
  const shared = names(app.en.keys())
  expect([...outside.whole].filter((key) => key.includes('.') && !shared.has(key))).toEqual([])
  const unused = [...shared].filter(
    (key) => !all.whole.has(key) && ![...all.begun].some((prefix) => prefix !== '' && key.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

it('finds parameters and nested keys', () => {
  expect(parameters('a {{b}} {{c}} {{b}}')).toEqual(['{{b}}', '{{c}}'])
  expect([...flat({ a: { b: 'x', c: 'y' } }).keys()]).toEqual(['a.b', 'a.c'])
})
