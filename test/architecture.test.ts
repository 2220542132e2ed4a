/** The arrows of ARCHITECTURE.md, and the house rules that no linter knows. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const SRC = path.join(ROOT, 'src')

/** From the bottom up: a folder may import those before it, and itself. */
const ORDER = [
  'problems',
  'money',
  'pricing',
  'db',
  'jobs',
  'audit',
  'events',
  'webhooks',
  'rollups',
  'users',
  'http',
  'ledger',
  'charges',
  'refunds',
  'disputes',
  'catalog',
  'gateways',
  'engine',
  'lines',
  'tenants',
  'processing',
  'refund-requests',
  'settlement',
  'receipts',
  'simulation',
  'reports',
  'demo',
  'api',
  'server',
  'cli',
]
/** Arrows that still point up, to be removed. */
const PENDING = new Set([
  'src/catalog/price-changes.ts ../lines/index.ts',
  'src/catalog/terms.ts ../engine/line.ts',
  'src/catalog/terms.ts ../lines/index.ts',
  'src/server/service.ts ../cli/client.ts',
  'src/users/users.ts ../ledger/account.ts',
  'src/users/api-keys.ts ../engine/gather.ts',
  'src/users/api-keys.ts ../ledger/account.ts',
  'src/engine/explain.ts ../lines/index.ts',
  'src/engine/activity.ts ../lines/index.ts',
  'src/engine/price-book.ts ../lines/index.ts',
  'src/engine/engine.ts ../lines/index.ts',
  'src/http/shapes.ts ../ledger/party.ts',
  'src/charges/charge.ts ../refunds/shortage.ts',
  'src/charges/explain.ts ../refunds/record.ts',
  'src/charges/record.ts ../refunds/plan.ts',
  'src/charges/announce.ts ../disputes/dispute.ts',
  'src/charges/announce.ts ../refunds/record.ts',
  'src/api/services.ts ../server/metrics.ts',
])
const PURE = ['money', 'pricing']

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(\.test|(^|\/)(generate|laws))\.ts$/.test(file))
    .map((file) => path.join(folder, file))
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => (match[1] ?? match[2] ?? match[3])!,
  )
}

const modules = ORDER.filter((folder) => statSync(path.join(SRC, folder), { throwIfNoEntry: false })?.isDirectory())

describe.each(modules)('src/%s', (folder) => {
  const files = filesUnder(path.join(SRC, folder))

  it('imports only what lies below it', () => {
    const allowed = new Set(ORDER.slice(0, ORDER.indexOf(folder) + 1))
    for (const file of files) {
      for (const name of importsOf(file).filter((each) => each.startsWith('.') && !each.endsWith('package.json'))) {
        if (PENDING.has(`${path.relative(ROOT, file)} ${name}`)) continue
        const target = path.relative(SRC, path.resolve(path.dirname(file), name))
        const [top] = target.split(path.sep)
        if (folder === 'cli' && target.startsWith('../examples/')) continue // npm start shows the example
        if (!top!.endsWith('.ts')) expect(allowed, `${path.relative(ROOT, file)} imports ${name}`).toContain(top)
      }
    }
  })
})

it.each(PURE)('src/%s does no I/O', (folder) => {
  for (const file of filesUnder(path.join(SRC, folder))) {
    const outside = importsOf(file).filter((name) => name.startsWith('node:'))
    expect(outside, file).toEqual([])
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|process\./)
  }
})

it('every folder of src has its place in the order', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).filter((name) => !ORDER.includes(name))).toEqual([])
})

it('a line never imports another line', () => {
  const lines = readdirSync(path.join(SRC, 'lines'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of lines) {
    for (const file of filesUnder(path.join(SRC, 'lines', name))) {
      for (const target of importsOf(file).filter((each) => each.startsWith('../'))) {
        const other = path
          .relative(path.join(SRC, 'lines'), path.resolve(path.dirname(file), target))
          .split(path.sep)[0]!
        expect(
          lines.map((line) => line.name).filter((line) => line !== name),
          `${file} imports ${target}`,
        ).not.toContain(other)
      }
    }
  }
})

it('no file is called after nothing, and none is too long', () => {
  for (const file of filesUnder(SRC)) {
    expect(file).not.toMatch(/(^|\/)(utils?|common|helpers?|manager|misc)(\.|\/)/)
    const lines = readFileSync(file, 'utf8').split('\n').length
    expect(lines, file).toBeLessThanOrEqual(500)
  }
})

it('money never meets a float', () => {
  for (const folder of ['money', 'pricing', 'ledger', 'charges', 'lines']) {
    for (const file of filesUnder(path.join(SRC, folder))) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/parseFloat\(|\.toFixed\(/)
    }
  }
})
