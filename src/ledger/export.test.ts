import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, CHECK, fine, isMissing, needs } from '../../test/accounting-programs.ts'
import { makeWorld, type World } from '../../test/world.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { parseMicros } from '../money/amount.ts'
import { createTenant } from '../tenants/tenants.ts'
import { checkLedger } from './check.ts'
import { openAccounts } from './directory.ts'
import { type ExportFormat, exportLedger } from './export.ts'
import type { ExportScope } from './export-format.ts'
import { accountOf, hledgerAccount } from './export-names.ts'
import { postJournal } from './journal.ts'
import { post } from './post.ts'

/** Every account and unit of the ledger. */
const EVERYTHING: ExportScope = { externals: 'each', units: 'all' }

async function whole(db: TenantDatabase, format: ExportFormat, scope = EVERYTHING): Promise<string> {
  return (await Array.fromAsync(exportLedger(db, format, scope))).join('')
}

const balances = (db: TenantDatabase) =>
  db.query<{ path: string; unit: string; balance: bigint }>(
    'SELECT path, unit, balance FROM account WHERE tenant = $1 ORDER BY path, unit',
    [db.tenant],
  )

const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[]

/** Sums a CSV export to balances: path and unit to micros, without zeros. */
function sums(csv: string): Map<string, bigint> {
  const total = new Map<string, bigint>()
  const rows = rowsOf(csv)
  for (const { debit, credit, amount, currency } of rows) {
    const micros = parseMicros(amount!)
    for (const [path, signed] of [[debit, -micros] as const, [credit, micros] as const]) {
      if (!path) continue
      const key = `${path} ${currency}`
      total.set(key, (total.get(key) ?? 0n) + signed)
    }
  }
  return new Map([...total].filter(([, sum]) => sum !== 0n).sort())
}

const inHledger = (path: string) => hledgerAccount(accountOf(path, new Map(), false))

const nonZero = (rows: { path: string; unit: string; balance: bigint }[]) =>
  new Map(
    rows
      .filter(({ balance }) => balance !== 0n)
      .map(({ path, unit, balance }): [string, bigint] => [`${path} ${unit}`, balance])
      .sort(),
  )

const ODD_PARTIES = [
  'Shop',
  'shop',
  's.h:o-p',
  's_h_o_p',
  's-uhop',
  '0a',
  'date:2020-01-01',
  'TRUE',
  'a:b',
  'a.b',
  'S-khop',
]
const NASTY = 'date:2019-01-01, "quoted\\"; [2018-01-01]\n2030-01-01 * oops | payee\u2028 =1+1 (x) ^link #tag 中文'

let world: World
let journal: (
  from: string,
  to: string,
  amount: string,
  unit: string,
  at: string,
  words?: [string, string],
) => Promise<string>

async function fill(): Promise<void> {
  const { engine, tenant, db } = world
  for (const [i, party] of ODD_PARTIES.entries()) {
    await journal(
      'world/funding',
      `${party}/wallet`,
      `${i + 1}.00000${i % 10}`,
      'CNY',
      `2025-0${(i % 5) + 1}-28T16:30:00Z`,
    )
  }
  await journal('world/funding', 'pop_1/budget', '5000000', 'nano-rho', '2025-02-28T15:59:59.999Z')
  await journal('pop_1/budget', 'pop_1/fees', '0.000001', 'nano-rho', '2025-02-28T16:00:00Z')
  for (const unit of ['cny', 'true', 'ab-', `u${'x'.repeat(30)}1`, `u${'x'.repeat(30)}2`, 'JPY']) {
    await journal('world/funding', 'pop_1/budget', '7', unit, '2025-03-01T00:00:00Z')
  }
  await journal('world/funding', 'platform/cost', '0.000001', 'CNY', '2025-04-30T15:59:59Z', [
    "=cmd|' /C calc'!A0",
    NASTY,
  ])
  await journal('world/funding', 'cmp_cashback/budget', '0.30', 'CNY', '2025-01-01T00:00:00+08:00')
  for (const [i, month] of ['01', '02', '03', '06'].entries()) {
    const { charge } = await engine.charge(tenant, {
      of: {
        line: 'payments',
        product: 'scan-pay',
        event: {
          payer: 'usr:1',
          merchant: 'mch_1',
          amount: { amount: `${33 + i}.33`, currency: 'CNY' },
          channel: 'sandbox',
        },
      },
      effectiveAt: new Date(`2025-${month}-15T12:00:00Z`),
      reference: `order "${i}", date:2001-01-01`,
    })
    const ask = i === 0 ? {} : { amount: parseMicros('10.01') }
    for (const day of i === 0 ? ['20'] : ['20', '28']) {
      const result = await engine.refund(tenant, {
        charge: uuidToId('chg', charge.id),
        ask,
        reason: i === 2 ? NASTY : null,
        reference: null,
        effectiveAt: new Date(`2025-${month}-${day}T16:00:00Z`),
        previewHash: null,
      })
      expect(result).toHaveProperty('refund')
    }
  }
  // A caller posts inside its own transaction, in two batches with the same posting id.
  const names = ['world/external', 'mch_1/balance'].map((path) => ({ path, unit: 'CNY' }))
  const accounts = await db.transaction((tx) => openAccounts(tx, names))
  const [debit, credit] = names.map(({ path }) => accounts.find((account) => account.path === path))
  for (const amount of [1n, 2n]) {
    const transfers = [{ debit: debit!, credit: credit!, amount, kind: 'own', component: null }]
    const id = '01890a5d-ac96-774b-bcce-b302099a8057' as Uuid
    await db.transaction((tx) => post(tx, [{ id, effectiveAt: new Date('2025-07-01T00:00:00Z'), transfers }]))
  }
}

beforeAll(async () => {
  world = await makeWorld()
  const { db, directory } = world.engine.tenant(world.tenant)
  journal = async (from, to, amount, unit, at, [kind, description] = ['funding', 'by hand']) => {
    const transfers = [{ from, to, amount: parseMicros(amount), unit, kind }]
    return (await postJournal(db, directory, { description, transfers, effectiveAt: new Date(at), idempotency: null }))
      .id
  }
})
afterAll(() => world.close())

describe('an empty ledger', () => {
  it('exports only the header as CSV', async () => {
    expect(await whole(world.db, 'csv')).toMatch(/^\ufefftransfer,[^\n]*\r\n$/)
  })

  it.for([['hledger', 'hledger', CHECK] as const, ['beancount', 'bean-check', []] as const])(
    'exports a journal that %s accepts',
    async ([format, program, args], context) => {
      needs(context, program)
      expect(ask(await whole(world.db, format), program, ...args)).toEqual(fine)
    },
  )
})

describe('a ledger with several months, units and unusual names', () => {
  beforeAll(fill)

  it('sums to the balances as CSV', async () => {
    expect((await checkLedger(world.db)).faults).toEqual([])
    const csv = await whole(world.db, 'csv')
    expect(sums(csv)).toEqual(nonZero(await balances(world.db)))
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('identifies each transfer and escapes formulas as CSV', async () => {
    const rows = rowsOf(await whole(world.db, 'csv'))
    expect(rows.find(({ kind }) => kind!.includes('cmd'))).toEqual({
      transfer: expect.stringMatching(/^\d+-1$/),
      date: '2025-04-30',
      postingType: 'journal',
      charge: '',
      line: '',
      product: '',
      payer: '',
      payerName: '',
      reference: '',
      text: expect.stringContaining('中文'),
      debitAccount: 'Equity:funding:world',
      debitName: '',
      creditAccount: 'Expenses:cost:platform',
      creditName: '',
      posting: expect.stringMatching(/^jrn_/),
      kind: "'=cmd|' /C calc'!A0",
      component: '',
      debit: 'world/funding',
      credit: 'platform/cost',
      amount: '0.000001',
      currency: 'CNY',
      effectiveAt: '2025-04-30T15:59:59.000Z',
      recordedAt: expect.stringMatching(/^20.*Z$/),
    })
    const types = new Set(rows.map(({ postingType, posting }) => `${postingType} ${posting!.slice(0, 4)}`))
    expect([...types].sort()).toEqual(['charge chg_', 'journal jrn_', 'other 0189', 'refund rfd_'])
    expect(rows.filter(({ component }) => component === '0').length).toBeGreaterThan(4)
    expect(new Set(rows.map(({ transfer }) => transfer)).size).toBe(rows.length)
  })

  it("has one transaction per posting, on its day in the tenant's time zone", async () => {
    const journal = await whole(world.db, 'hledger')
    const [counts] = await world.db.query<{ n: bigint }>(
      'SELECT count(*) AS n FROM (SELECT DISTINCT batch, posting FROM transfer WHERE tenant = $1) t',
      [world.tenant],
    )
    expect(journal.match(/^\d{4}-\d\d-\d\d \* \(/gm)).toHaveLength(Number(counts!.n))
    expect(journal).toMatch(/\n2025-02-28 \* \(jrn_\w+\) by hand .*\n.*-?5000000 "nano-rho"/)
    expect(journal).toMatch(/\n2025-03-01 \* \(jrn_\w+\) by hand .*\n.*0\.000001 "nano-rho"/)
    expect(journal).toMatch(
      /\n2025-02-28 \* balance\n {4}Liabilities:budget:pop_1 {2}0 "nano-rho" = -5000000 "nano-rho"\n/,
    )
  })

  it('passes the checks of hledger, which computes the same balances', async (context) => {
    needs(context, 'hledger')
    const journal = await whole(world.db, 'hledger')
    expect(ask(journal, 'hledger', ...CHECK)).toEqual(fine)
    const { said } = ask(journal, 'hledger', 'balance', '--output-format=csv', '--layout=bare', '--no-total')
    const theirs = parse(said, { columns: true }) as { account: string; commodity: string; balance: string }[]
    const ours = (await balances(world.db)).filter(({ balance }) => balance !== 0n)
    expect(
      new Map(theirs.map((row) => [`${row.account} ${row.commodity}`, -parseMicros(row.balance)] as const)),
    ).toEqual(new Map(ours.map(({ path, unit, balance }) => [`${inHledger(path)} ${unit}`, balance])))
  })

  it('passes the checks of beancount', async (context) => {
    needs(context, 'bean-check')
    expect(ask(await whole(world.db, 'beancount'), 'bean-check')).toEqual(fine)
  })

  // Proves that the checks detect faults.
  describe.for([['hledger', 'hledger', CHECK] as const, ['beancount', 'bean-check', []] as const])(
    'is refused by %s after tampering',
    ([format, program, args]) => {
      it.for([
        ['a micro more in an entry', / -33\.33 CNY/, ' -33.330001 CNY'],
        ['a micro more in both entries', /(?<sign>[ -])5000000 /g, '$<sign>5000000.000001 '],
        ['a transaction left out', /\n2025-01-15 \* (?:.+\n)+/, '\n'],
        ['a transaction in the wrong month', /\n2025-02-15 \* /, '\n2025-04-15 * '],
        [
          'an entry on another account',
          /(?<=balance:)mch_1(?= )|(?<=Balance:)Mch-1(?= )/,
          format === 'hledger' ? 'usr_none' : 'Usr',
        ],
      ] as const)('%s', async ([, what, instead], context) => {
        needs(context, program)
        const books = await whole(world.db, format)
        const falsified = books.replace(what, instead)
        expect(falsified).not.toBe(books)
        const { status, said } = ask(falsified, program, ...args.filter((check) => check !== 'ordereddates'))
        expect(status, said).not.toBe(0)
      })
    },
  )

  it('does not export other tenants', async () => {
    const { id } = await createTenant(world.database, 'other', 'Europe/London')
    const other = world.engine.tenant(id).db
    expect((await whole(other, 'csv')).split('\r\n')).toHaveLength(2)
    expect(await whole(other, 'hledger')).not.toContain('mch_1')
  })
})

it('keeps days in order where midnight occurs twice in a night', async (context) => {
  const { id } = await createTenant(world.database, 'night', 'America/St_Johns')
  const { db, directory } = world.engine.tenant(id)
  for (const [amount, at] of [[1n, '2010-11-07T02:30:30Z'] as const, [2n, '2010-11-07T02:31:30Z'] as const]) {
    const transfers = [{ from: 'a/external', to: 'a/balance', amount, unit: 'CNY', kind: 'night' }]
    const effectiveAt = new Date(at)
    await postJournal(db, directory, { description: '', transfers, effectiveAt, idempotency: null })
  }
  const books = await whole(db, 'hledger')
  expect(books.match(/^2010.*(?=\(jrn)/gm)).toEqual(['2010-11-06 * ', '2010-11-07 * '])
  needs(context, 'hledger')
  expect(ask(books, 'hledger', ...CHECK)).toEqual(fine)
})

describe('streaming', () => {
  const TRANSFERS = 25_000

  /** Inserts 25,000 transfers by SQL: two per posting, 500 accounts, three months. */
  async function fillFast(): Promise<TenantDatabase> {
    const { id } = await createTenant(world.database, 'large', 'America/New_York')
    const { db } = world.engine.tenant(id)
    await db.transaction(async (tx) => {
      await tx.execute(
        `INSERT INTO account (tenant, path, unit, floor)
         SELECT $1, 'usr_' || i || '/' || purpose, 'CNY', NULL
         FROM generate_series(1, 250) i, unnest(ARRAY['external', 'balance']) purpose`,
        [id],
      )
      const [batch] = await tx.query<{ id: bigint }>(
        'INSERT INTO batch (tenant, recorded_at) VALUES ($1, now()) RETURNING id',
        [id],
      )
      await tx.execute(
        `INSERT INTO transfer (tenant, batch, n, posting, debit, credit, amount, kind, effective_at, recorded_at)
         SELECT $1, $2, i, lpad(((i + 1) / 2)::text, 32, '0')::uuid, a.ids[1 + i * 7 % 250],
                a.ids[251 + i * 11 % 250], i, 'fast', 
                timestamptz '2025-03-08' + ((i + 1) / 2) * interval '4 minutes', now()
         FROM generate_series(1, ${TRANSFERS}) i,
              (SELECT array_agg(id ORDER BY id) AS ids FROM account WHERE tenant = $1) a`,
        [id, batch!.id],
      )
      await tx.execute(
        `UPDATE account SET balance = s.sum, credited = s.credited FROM (
           SELECT e.account, sum(e.amount) AS sum, coalesce(sum(e.amount) FILTER (WHERE e.amount > 0), 0) AS credited
           FROM transfer t, LATERAL (VALUES (credit, amount), (debit, -amount)) e(account, amount)
           WHERE t.tenant = $1 GROUP BY e.account) s
         WHERE tenant = $1 AND id = s.account`,
        [id],
      )
    })
    // As autovacuum would do in time.
    await world.database.system.execute('ANALYZE account, transfer')
    return db
  }

  let large: TenantDatabase
  beforeAll(async () => {
    large = await fillFast()
  })

  /** Wraps the database to count the rows read by an export. */
  function counting(db: TenantDatabase): TenantDatabase & { rows: number } {
    const counted: TenantDatabase & { rows: number } = {
      tenant: db.tenant,
      by: db.by,
      as: db.as.bind(db),
      rows: 0,
      query: db.query.bind(db),
      execute: db.execute.bind(db),
      transaction: (run, options) =>
        db.transaction((tx) => {
          const query: typeof tx.query = async (statement, params) => {
            const rows = await tx.query(statement, params)
            counted.rows += rows.length
            return rows as never
          }
          return run({
            tenant: tx.tenant,
            by: tx.by,
            query,
            execute: tx.execute.bind(tx),
            savepoint: tx.savepoint.bind(tx),
          })
        }, options),
    }
    return counted
  }

  it.for(['beancount', 'csv'] as const)('%s reads rows only on demand, in little memory', async (format) => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const db = counting(large)
    let length = 0
    let highest = 0
    let longest = 0
    let before = 0
    let chunks = 0
    for await (const chunk of exportLedger(db, format, EVERYTHING)) {
      length += chunk.length
      longest = Math.max(longest, chunk.length)
      chunks += 1
      if (chunks === 2) expect(db.rows).toBeLessThan(5_000)
      if (chunks % 20 !== 0) continue
      collect()
      before ||= process.memoryUsage().heapUsed
      highest = Math.max(highest, process.memoryUsage().heapUsed - before)
    }
    expect(db.rows).toBeGreaterThanOrEqual(TRANSFERS)
    expect(length).toBeGreaterThan(2_000_000)
    expect(longest).toBeLessThan(400_000)
    expect(highest).toBeLessThan(2_000_000)
  })

  it('releases the connection if the reader stops or fails', async () => {
    const { load } = world.database
    expect(load.total - load.idle).toBe(0)
    for await (const _ of exportLedger(large, 'csv')) {
      expect(world.database.load.total - world.database.load.idle).toBe(1)
      break
    }
    const failing = exportLedger(large, 'hledger')
    await failing.next()
    await expect(failing.throw(new Error('disk full'))).rejects.toThrow('disk full')
    expect(world.database.load.total - world.database.load.idle).toBe(0)
    const unread = exportLedger(large, 'hledger')
    await unread.return(undefined)
    expect(await large.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('passes database errors on to the reader', async () => {
    const broken: TenantDatabase = {
      ...counting(large),
      transaction: (run, options) =>
        large.transaction(
          (tx) => run({ ...tx, query: async () => Promise.reject(new Error('broke')) } as never),
          options,
        ),
    }
    await expect(whole(broken, 'csv')).rejects.toThrow('broke')
  })

  it('exports one snapshot despite concurrent postings', async () => {
    const { db } = world
    const before = nonZero(await balances(db))
    const reading = {
      csv: exportLedger(db, 'csv', EVERYTHING),
      beancount: exportLedger(db, 'beancount', EVERYTHING),
    }
    const begun = { csv: (await reading.csv.next()).value, beancount: (await reading.beancount.next()).value }
    await journal('world/funding', 'late/balance', '1', 'CNY', '2025-03-01T00:00:00Z')
    expect(sums(begun.csv + (await Array.fromAsync(reading.csv)).join(''))).toEqual(before)
    const books = begun.beancount + (await Array.fromAsync(reading.beancount)).join('')
    expect(books).not.toContain('Late')
    if (!isMissing('bean-check')) expect(ask(books, 'bean-check')).toEqual(fine)
  })
})
