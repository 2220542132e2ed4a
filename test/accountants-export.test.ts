/**
 * A month of the demo world as accountants get it: the file stands alone, and what their programs and a sum over the CSV
 * say of the month is what the report says.
 */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDemo } from '../src/demo/fill.ts'
import { MIN_CHARGES } from '../src/demo/schedule.ts'
import { type ExportFormat, exportLedger } from '../src/ledger/export.ts'
import type { ExportScope } from '../src/ledger/export-format.ts'
import { trialBalance } from '../src/ledger/history.ts'
import { formatMicros, parseMicros } from '../src/money/amount.ts'
import { reportWhole } from '../src/reports/whole.ts'
import { ask, CHECK, fine, isMissing, needs } from './accounting-programs.ts'
import { testSeal } from './api-server.ts'
import { makeWorld, type World } from './world.ts'

const MONTH = { from: '2026-10-01', to: '2026-11-01' }
const SCOPE: ExportScope = { ...MONTH, externals: 'one', units: 'money' }

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const until = new Date('2026-11-20T12:00:00Z')
  await fillDemo(world.engine, world.tenant, 'Asia/Shanghai', { seed: 7, charges: MIN_CHARGES, seal: testSeal, until })
}, 120_000)
afterAll(() => world.close())

async function exported(format: ExportFormat, scope: ExportScope = SCOPE): Promise<string> {
  return (await Array.fromAsync(exportLedger(world.db, format, scope))).join('')
}

const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[]

/** Revenue net of refunds by line and currency, as reported. */
async function reported(): Promise<Map<string, string>> {
  const { lines } = await reportWhole(world.db, MONTH)
  const found = lines.flatMap(({ line, figures }) =>
    figures.map(({ unit, revenue }): [string, bigint] => [`${line} ${unit}`, revenue]),
  )
  return asText(found.filter(([, revenue]) => revenue !== 0n))
}

const asText = (sums: Iterable<[string, bigint]>) =>
  new Map([...sums].map(([key, sum]): [string, string] => [key, formatMicros(sum, key.split(' ')[1]!)]).toSorted())

describe('a month of the ledger', () => {
  it('has the revenue by line of the report, as CSV', async () => {
    const sums = new Map<string, bigint>()
    for (const { debit, credit, line, currency, amount, postingType } of rowsOf(await exported('csv'))) {
      if (postingType === 'opening') continue
      const sign = credit === 'platform/revenue' ? 1n : debit === 'platform/revenue' ? -1n : 0n
      const key = `${line} ${currency}`
      sums.set(key, (sums.get(key) ?? 0n) + sign * parseMicros(amount!))
    }
    expect((await reported()).size).toBeGreaterThan(5)
    expect(asText([...sums].filter(([key, sum]) => sum !== 0n && !key.startsWith(' ')))).toEqual(await reported())
  })

  it('has the revenue by line of the report in hledger', async (context) => {
    needs(context, 'hledger')
    const journal = await exported('hledger')
    expect(ask(journal, 'hledger', ...CHECK)).toEqual(fine)
    const asked = ['balance', 'Income:revenue', '--pivot', 'line', '-O', 'csv', '--layout', 'bare', '-N', '--invert']
    const { status, said } = ask(journal, 'hledger', ...asked)
    expect(status, said).toBe(0)
    const theirs = (parse(said, { columns: true }) as Record<string, string>[])
      .filter(({ account }) => account)
      .map(({ account, commodity, balance }): [string, bigint] => [`${account} ${commodity}`, parseMicros(balance!)])
    expect(asText(theirs)).toEqual(await reported())
  })

  it('has the revenue by line of the report in beancount', async (context) => {
    needs(context, 'bean-check')
    needs(context, 'bean-query')
    const books = await exported('beancount')
    expect(ask(books, 'bean-check')).toEqual(fine)
    const query = `SELECT entry_meta('line') AS line, currency, neg(sum(number)) AS revenue
                   WHERE account ~ '^Income:Revenue' AND entry_meta('line') != '' GROUP BY line, currency`
    const { status, said } = ask(books, 'bean-query', '-f', 'csv', query)
    expect(status, said).toBe(0)
    const theirs = (parse(said, { columns: true, trim: true }) as Record<string, string>[]).map(
      ({ line, currency, revenue }): [string, bigint] => [`${line} ${currency}`, parseMicros(revenue!)],
    )
    expect(asText(theirs)).toEqual(await reported())
  })
})

/** Balances of a CSV export: path and currency to micros, without zeros. */
function sums(rows: readonly Record<string, string>[]): Map<string, bigint> {
  const total = new Map<string, bigint>()
  for (const { debit, credit, amount, currency } of rows) {
    for (const [path, micros] of [[debit, -parseMicros(amount!)] as const, [credit, parseMicros(amount!)] as const]) {
      if (path) total.set(`${path} ${currency}`, (total.get(`${path} ${currency}`) ?? 0n) + micros)
    }
  }
  return new Map([...total].filter(([, sum]) => sum !== 0n).sort())
}

const isNominal = (key: string) => /^platform\/(revenue|cost|losses) |retained-earnings/.test(key)
const isOther = (key: string) => !/ [A-Z]{3}$/.test(key)

async function balancesAt(day: string): Promise<Map<string, bigint>> {
  const at = new Date(`${day}T00:00:00+08:00`)
  const found = await trialBalance(world.db, { at: new Date(at.getTime() - 1), basis: 'effective' })
  return new Map(
    found
      .filter(({ balance }) => balance !== 0n)
      .map(({ path, unit, balance }): [string, bigint] => [`${path} ${unit}`, balance])
      .filter(([key]) => !isNominal(key) && !isOther(key))
      .sort(),
  )
}

const real = (found: Map<string, bigint>) => new Map([...found].filter(([key]) => !isNominal(key)))

describe('the file of a period', () => {
  it('begins with the balances of the day before and ends with those of its last day', async () => {
    const rows = rowsOf(await exported('csv', { ...SCOPE, externals: 'each' }))
    const openings = rows.filter(({ postingType }) => postingType === 'opening')
    expect(openings.length).toBeGreaterThan(50)
    expect(new Set(openings.map(({ date }) => date))).toEqual(new Set(['2026-09-30']))
    expect(real(sums(openings))).toEqual(await balancesAt(MONTH.from))
    expect(real(sums(rows))).toEqual(await balancesAt(MONTH.to))
    const days = rows.filter(({ postingType }) => postingType !== 'opening').map(({ date }) => date!)
    expect(days.filter((day) => day < MONTH.from || day >= MONTH.to)).toEqual([])
    // Revenue and cost begin at zero: what they were before is retained.
    expect(openings.filter(({ debit, credit }) => isNominal(`${debit}${credit} `))).toEqual(
      openings.filter(({ debit, credit }) => `${debit}${credit}` === '*/retained-earnings'),
    )
  })

  it.each([
    ['of a few days', { from: '2026-09-28', to: '2026-10-03' }],
    ['without a beginning', { to: '2026-10-15' }],
    ['without an end', { from: '2026-10-15' }],
    ['before the first transfer', { from: '2001-01-01', to: '2001-02-01' }],
    ['in the future', { from: '2126-01-01', to: '2126-02-01' }],
  ])('%s is accepted by both programs', async (_, period) => {
    for (const externals of ['one', 'each'] as const) {
      const scope: ExportScope = { ...period, externals, units: 'all' }
      if (!isMissing('hledger')) expect(ask(await exported('hledger', scope), 'hledger', ...CHECK)).toEqual(fine)
      if (!isMissing('bean-check')) expect(ask(await exported('beancount', scope), 'bean-check')).toEqual(fine)
    }
  })
})

describe('its rows', () => {
  it('have line, product and charge, also for refunds', async () => {
    const refunds = rowsOf(await exported('csv')).filter(({ postingType }) => postingType === 'refund')
    expect(refunds.length).toBeGreaterThan(3)
    for (const { line, product, charge, posting } of refunds) {
      expect([line, product, charge]).toEqual([
        expect.stringMatching(/^[a-z]/),
        expect.stringMatching(/^[a-z]/),
        expect.stringMatching(/^chg_/),
      ])
      expect(posting).toMatch(/^rfd_/)
    }
    expect(await exported('hledger')).toMatch(/\(rfd_\w+\) .*posting:refund, .*line:\w+, product:[\w-]+, charge:chg_/)
    expect(await exported('beancount')).toMatch(/\^chg_\w+\n {2}id: "rfd_\w+"\n {2}posting: "refund"\n.*\n {2}line: "/)
  })

  it('name the parties, whose ids are kept', async () => {
    const [party] = await world.db.query<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM party p JOIN account a ON a.tenant = p.tenant AND a.path = p.id || '/balance'
       WHERE p.tenant = $1 AND p.name <> p.id AND a.balance > 0 ORDER BY a.balance DESC LIMIT 1`,
      [world.tenant],
    )
    const { id, name } = party!
    const row = rowsOf(await exported('csv')).find(({ credit }) => credit === `${id}/balance`)
    expect(row).toMatchObject({ creditName: name, creditAccount: `Liabilities:balance:${name} (${id})` })
    expect(await exported('hledger')).toContain(`    Liabilities:balance:${name} (${id})  `)
    expect(await exported('beancount')).toContain(`  party: "${id}"\n  name: "${name}"\n`)
  })

  it('have one external account, with the party as its sub-ledger, or an account for each party', async () => {
    const one = await exported('hledger')
    expect(one.match(/^account Assets:external.*$/gm)).toEqual(['account Assets:external  ; type:A'])
    expect(one).toMatch(/ {4}Assets:external {2}-?[\d.]+ CNY {2}; kind:[\w-]+, transfer:\d+-\d+, party:\S+/)
    const each = await exported('hledger', { ...SCOPE, externals: 'each' })
    expect(each.match(/^account Assets:external:/gm)!.length).toBeGreaterThan(10)
    expect(each).not.toMatch(/^account Assets:external {2}/m)
  })

  it('have the digits of their currency, and units that are no money in a file of their own', async () => {
    const money = await exported('csv')
    const other = await exported('csv', { ...SCOPE, units: 'other' })
    const currencies = new Set(rowsOf(money).map(({ currency }) => currency!))
    expect([...currencies].every((unit) => /^[A-Z]{3}$/.test(unit))).toBe(true)
    expect(currencies).toContain('JPY')
    for (const { amount } of rowsOf(money).filter(({ currency }) => currency === 'JPY')) expect(amount).toMatch(/^\d+$/)
    expect(new Set(rowsOf(other).map(({ currency }) => currency))).toContain('nano-rho')
    expect(rowsOf(other).filter(({ currency }) => currencies.has(currency!))).toEqual([])
    const journal = await exported('hledger')
    expect(journal).toContain('\ncommodity 1000. JPY\n')
    expect(journal).not.toContain('nano-rho')
  })
})
