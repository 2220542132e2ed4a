/** The commands, each run in a separate process against a running server. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Ended, type Program, type Ready, recoup, run, startServer, stop, temporaryFolder } from './program.ts'

const BILL = 'examples/wechat-bill/2026-11-20.csv'
const home = temporaryFolder()
const other = temporaryFolder()
let database: TestDatabase
let server: Program & { ready: Ready }
/** The data folder of the server. */
let data: string

// Servers with separate data folders must share one secret key.
const environment = () => ({
  RECOUP_DATA: data,
  DATABASE_URL: database.url,
  RECOUP_SECRET_KEY: 'ab'.repeat(32),
})

const cli = (...args: string[]): Promise<Ended> => recoup(args, environment())

/** The single document that a command writes with --json. */
async function json<Document>(...args: string[]): Promise<Document & { code: number | null; stderr: string }> {
  const { code, stdout, stderr } = await cli(...args, '--json')
  return { ...(JSON.parse(stdout) as Document), code, stderr }
}

interface ChargeDocument {
  id: string
  amount: { amount: string; currency: string }
  refunded: { amount: string }
  metadata: Record<string, string>
  items: { components: { kind: string; amount: { amount: string } }[] }[]
}

const charge = (amount: string, ...more: string[]) =>
  json<ChargeDocument>(
    ...['charge', '--payer', 'usr_1', '--merchant', 'mch_noodles', '--amount', amount, '--channel', 'sandbox', ...more],
  )

beforeAll(async () => {
  database = await testDatabase({ migrated: false })
  const folders = [home.folder, other.folder]
  // Two at once on an empty database, with folders of their own: one migration, one key, and one import of the example.
  const both = await Promise.all(
    folders.map((folder) => startServer(folder, ['--example'], { ...environment(), RECOUP_DATA: folder })),
  )
  const keys = folders.filter((folder) => existsSync(path.join(folder, 'key')))
  const rows = await database.system.query('SELECT FROM api_key')
  expect([keys.length, rows.length]).toEqual([1, 1])
  data = keys[0]!
  const [first, second] = data === home.folder ? both : both.toReversed()
  server = first!
  expect((await stop(second!)).code).toBe(0)
})

afterAll(async () => {
  await stop(server)
  for (const { remove } of [home, other]) remove()
  await database.close()
})

test('runs the quick start', async () => {
  const { code, stdout, stderr } = await run('sh', ['examples/quickstart.sh'], environment()).ended
  expect(stderr).toBe('')
  expect(stdout).toMatch(/All as expected\./)
  expect(code).toBe(0)
}, 60_000)

describe('import', () => {
  interface Imported {
    clean: boolean
    rows: number
    payments: { posted: number; replayed: number; refused: number }
    refunds: { posted: number; replayed: number; refused: number }
    differences: { line: number; billFee: string; recoupFee: string; difference: string }[]
    faults: { line: number; code: string }[]
    skipped: { line: number; reason: string }[]
    registered: string[]
    totals: { fees: { bill: string; recoup: string; difference: string } }
    summary: { complete: boolean; mismatches: { field: string }[] }
  }
  const counts = async () => {
    const [row] = await database.system.query<{ charges: bigint; refunds: bigint; transfers: bigint }>(
      `SELECT (SELECT count(*) FROM charge) AS charges, (SELECT count(*) FROM refund) AS refunds,
        (SELECT count(*) FROM transfer) AS transfers`,
    )
    return row!
  }
  const bill = (name: string, change: (lines: string[]) => string[]) => {
    const file = path.join(home.folder, name)
    writeFileSync(file, change(readFileSync(BILL, 'utf8').split('\n')).join('\n'))
    return file
  }

  test('changes nothing the second time, and reports the same fee differences', async () => {
    const before = await counts()
    const imported = await json<Imported>('import', '--format', 'wechat-bill', BILL)
    expect(imported).toMatchObject({
      code: 0,
      clean: true,
      rows: 300,
      payments: { posted: 0, replayed: 282, refused: 0 },
      refunds: { posted: 0, replayed: 18, refused: 0 },
      totals: { fees: { bill: '182.29', recoup: '183.01', difference: '0.72' } },
      faults: [],
      skipped: [],
      registered: [],
      summary: { complete: true, mismatches: [] },
    })
    expect(imported.differences.map(({ line, difference }) => [line, difference])).toEqual([
      [88, '-0.20'],
      [158, '-0.20'],
      [263, '1.39'],
      [295, '-0.27'],
    ])
    expect(await counts()).toEqual(before)
  })

  test('lists bad rows by line and imports the rest; corrected rows can be imported', async () => {
    const file = bill('other.csv', (lines) => {
      const mine = lines.map((line) =>
        line.replaceAll('20261120', '20261121').replaceAll('50303644392026', '60303644392026'),
      )
      mine[4] = `${mine[4]!.slice(0, 60)}`
      mine[9] = mine[9]!.replace(/`19000311\d\d/, '`1900039999')
      return mine.slice(0, 60)
    })
    const report = path.join(home.folder, 'report.csv')
    const first = await json<Imported>('import', '--format', 'wechat-bill', file, '--report', report)
    expect(first).toMatchObject({ code: 1, clean: false, summary: { complete: false }, payments: { refused: 1 } })
    expect(first.faults.map(({ line, code }) => [line, code])).toEqual(
      expect.arrayContaining([
        [5, 'bill_row_shape'],
        [10, 'merchant_not_registered'],
      ]),
    )
    expect(first.stderr).toMatch(/Importing/)
    expect(readFileSync(report, 'utf8')).toMatch(/^10,left out,.*merchant_not_registered/m)
    const second = await json<Imported>('import', '--format', 'wechat-bill', file, '--category', 'retail')
    expect(second).toMatchObject({ registered: ['wx_1900039999'], payments: { posted: 1, refused: 0 } })
    expect(second.payments.replayed).toBe(first.payments.posted)
    const text = await cli('import', '--format', 'wechat-bill', file)
    expect(text.stdout).toMatch(/The file ends without its summary/)
  })

  test('lists refunds that moved nothing, refunds a revoked payment in full, and refuses a refund without its payment', async () => {
    const file = bill('refunds.csv', (lines) => {
      const refund = lines.find((line) => line.includes('`REFUND`') || line.includes(',`REFUND,'))!
      const transaction = refund.split(',`')[5]!
      const payment = lines.find((line) => line.includes(transaction) && line.includes(',`SUCCESS,'))!
      const mine = (line: string, number: string) =>
        line.replaceAll(transaction, `${transaction.slice(0, -4)}${number}`).replaceAll('R1,', `R${number},`)
      const refundId = refund.split(',`')[14]!
      const other = (line: string, number: string) => line.replace(refundId, `9${number}${refundId.slice(5)}`)
      return [
        lines[0]!,
        mine(other(refund, '0001'), 'x001').replace(',`ORIGINAL,`SUCCESS', ',`ORIGINAL,`FAIL'),
        mine(other(refund, '0002'), 'x002').replace(',`REFUND,', ',`REVOKED,'),
        mine(payment, 'x001'),
        mine(payment, 'x002'),
        mine(other(refund, '0003'), 'x003'),
        '',
      ]
    })
    const imported = await json<Imported>('import', '--format', 'wechat-bill', file)
    expect(imported).toMatchObject({ payments: { posted: 2 }, refunds: { posted: 1, refused: 1 } })
    expect(imported.skipped).toMatchObject([{ line: 2, reason: expect.stringMatching(/FAIL/) }])
    expect(imported.faults).toMatchObject([{ line: 6, code: 'payment_not_found' }])
  })

  const renumbered = (lines: string[], day: string) =>
    lines.map((line) => line.replaceAll('20261120', day).replaceAll('50303644392026', `7${day.slice(1)}4392026`))

  test('states what the summary and the fees are only where it is true', async () => {
    const file = bill('summary.csv', (lines) => {
      const mine = renumbered(lines, '20261122')
      mine[1] = mine[1]!.slice(0, 60)
      return [...mine.slice(0, 4), lines.at(-3)!, lines.at(-2)!.replace(/`[^,]*,/, '`many,')]
    })
    const text = await cli('import', '--format', 'wechat-bill', file)
    expect(text.stdout).toMatch(/1 row left out:/)
    expect(text.stdout).toMatch(
      /The summary on line 6 cannot be read: “many” is not a valid value of column 总交易单数/,
    )
    expect(text.stdout).not.toMatch(/Every fee|rows may be missing/)
  })

  test('names an order of nothing as such', async () => {
    const file = bill('nothing.csv', (lines) => {
      const [header, ...rest] = renumbered(lines, '20261123')
      const fields = rest.find((line) => line.includes(',`SUCCESS,'))!.split(',`')
      return [header!, fields.map((field) => (/^\d+\.\d{2}$/.test(field) ? '0.00' : field)).join(',`'), '']
    })
    expect(await json('import', '--format', 'wechat-bill', file)).toMatchObject({
      skipped: [{ line: 2, reason: 'nothing to settle: the order is of 0.00' }],
    })
  })

  test('stops where the disk of the database is full, and continues when it is run again', async () => {
    const file = bill('full.csv', (lines) => [...renumbered(lines, '20261124').slice(0, 5), ''])
    await database.system.execute(`create function no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
    await database.system.execute('create trigger no_space before insert on charge execute function no_space()')
    const stopped = await json('import', '--format', 'wechat-bill', file)
    await database.system.execute('drop trigger no_space on charge')
    expect(stopped).toMatchObject({ code: 4, problem: { code: 'import_stopped', status: 503 } })
    expect(stopped.stderr).toMatch(/Importing/)
    const again = await json<Imported>('import', '--format', 'wechat-bill', file)
    expect(again.faults).toEqual([])
    expect(again.payments.posted).toBeGreaterThan(0)
  }, 60_000)

  test.each([
    [['/nowhere.csv'], 2, 'usage'],
    [['package.json'], 1, 'bill_header_missing'],
    [[BILL, '--category', 'nonsense'], 2, 'usage'],
  ])('%o is refused', async (args, code, problem) => {
    expect(await json('import', '--format', 'wechat-bill', ...args)).toMatchObject({ code, problem: { code: problem } })
  })
})

describe('charge, explain, refund', () => {
  test('reads the event from flags, an option, a file or standard input', async () => {
    const flags = await charge('100.00', '--reference', 'order-1', '--metadata', 'table=7')
    expect(flags).toMatchObject({ code: 0, amount: { amount: '100.00' }, metadata: { table: '7' } })
    const event = { payer: 'usr_1', merchant: 'mch_noodles', amount: { amount: '5.00', currency: 'CNY' } }
    expect(await json('charge', '--event', JSON.stringify(event))).toMatchObject({ amount: { amount: '5.00' } })
    const file = path.join(home.folder, 'event.json')
    writeFileSync(file, JSON.stringify(event))
    expect(await json('charge', '--file', file)).toMatchObject({ code: 0 })
    const piped = await recoup(['charge', '--file', '-', '--json'], environment(), JSON.stringify(event))
    expect(JSON.parse(piped.stdout)).toMatchObject({ amount: { amount: '5.00' } })
  })

  test('charges once for the same idempotency key', async () => {
    const key = ['--idempotency-key', 'till-7-0001']
    const [first, second] = [await charge('7.00', ...key), await charge('7.00', ...key)]
    expect(second.id).toBe(first.id)
    expect(await charge('8.00', ...key)).toMatchObject({ code: 1, problem: { code: 'idempotency_conflict' } })
  })

  test('explains a charge in two languages', async () => {
    const { id } = await charge('100.00')
    const english = await json<{ text: string; steps: unknown[] }>('explain', id)
    expect(english.text).toMatch(/0\.6% of 100\.00 CNY = 0\.60 CNY/)
    const { stdout } = await cli('explain', id, '--language', 'zh')
    expect(stdout).toMatch(/手续费/)
    const { id: refund } = await json<{ id: string }>('refund', id, '--yes')
    expect((await cli('explain', refund)).stdout).toMatch(/returns 100\.00 CNY to usr_1/)
  })

  test('previews a refund, then executes it, by amount or by item, never above the remainder', async () => {
    const { id } = await charge('100.00')
    const preview = await json('refund', id, '--amount', '30', '--preview')
    expect(preview).toMatchObject({ amount: { amount: '30.00' }, refundableAfter: { amount: '70.00' } })
    const { stdout } = await cli('refund', id, '--amount', '30', '--preview')
    expect(stdout).toMatch(/fee +platform\/revenue +mch_noodles\/balance +0\.18/)
    const unasked = await cli('refund', id, '--amount', '30')
    expect(unasked).toMatchObject({ code: 2, stdout: '' })
    expect(unasked.stderr).toMatch(/--yes/)
    expect(await json('refund', id, '--amount', '30', '--yes')).toMatchObject({ code: 0, amount: { amount: '30.00' } })
    const tooMuch = await json('refund', id, '--amount', '70.01', '--yes')
    expect(tooMuch).toMatchObject({ code: 1, problem: { code: 'refund_exceeds_refundable' } })
    expect(await json('refund', id, '--item', '1', '--yes')).toMatchObject({ amount: { amount: '70.00' } })
    expect(await json('refund', id, '--yes')).toMatchObject({ code: 1, problem: { code: 'refund_nothing_left' } })
  })

  test('previews again when a concurrent refund made the preview stale', async () => {
    const { id } = await charge('10.00')
    const refunds = await Promise.all([1, 2, 3].map(() => json('refund', id, '--amount', '4.00', '--yes')))
    expect(refunds.map(({ code }) => code).sort()).toEqual([0, 0, 1])
  })

  test('shows the debt of a payee without the money', async () => {
    await fetchPut('mch_poor', { kind: 'merchant', name: 'Poor', attributes: { merchantCategory: 'retail' } })
    const made = await json<ChargeDocument>(
      ...['charge', '--payer', 'usr_1', '--merchant', 'mch_poor', '--amount', '20.00', '--channel', 'sandbox'],
    )
    await drain('mch_poor/balance', '15.00')
    const { stdout } = await cli('refund', made.id, '--preview')
    expect(stdout).toMatch(/Short:.* mch_poor\/balance lacks \d+\.\d\d CNY; mch_poor comes to owe it/)
  })
})

test('lists accounts of a party, page by page', async () => {
  const found = await json<{ data: { path: string }[]; more: boolean }>('accounts', '--party', 'mch_noodles')
  expect(found).toMatchObject({ code: 0, more: false, data: [{ path: 'mch_noodles/balance', currency: 'CNY' }] })
  const some = await json<{ data: unknown[]; more: boolean }>('accounts', '--limit', '3')
  expect([some.data.length, some.more]).toEqual([3, true])
  expect((await cli('accounts', '--party', 'nobody')).stdout).toBe('nobody has no accounts.\n')
})

describe('export', () => {
  test.each([
    ['hledger', /^account /m],
    ['beancount', /^\d{4}-\d\d-\d\d open /m],
    ['csv', /^\ufefftransfer,[\w,]+\r\n/],
  ])('writes %s to standard output and to a file', async (format, pattern) => {
    const { code, stdout } = await cli('export', '--format', format)
    expect(code).toBe(0)
    expect(stdout).toMatch(pattern)
    const file = path.join(home.folder, `books.${format}`)
    expect(await json('export', '--format', format, '--output', file)).toMatchObject({
      code: 0,
      bytes: Buffer.byteLength(readFileSync(file)),
    })
    expect(readdirSync(home.folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('covers a month', async () => {
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
    expect((await cli('export', '--format', 'hledger', '--month', month)).stdout).toMatch(/^account /m)
    const past = await cli('export', '--format', 'csv', '--month', '2001-12', '--externals', 'each', '--units', 'all')
    expect([past.code, past.stdout.split('\r\n').length]).toEqual([0, 2])
  })

  test('requires a file if standard output is used for the document', async () => {
    expect(await json('export', '--format', 'csv')).toMatchObject({ code: 2, problem: { code: 'usage' } })
  })
})

describe('keys', () => {
  test('are made with scopes, listed and revoked', async () => {
    const made = await json<{ id: string; secret: string }>(
      'keys',
      'create',
      '--name',
      'reports',
      '--scope',
      'charges:read',
    )
    const as = (args: string[]) => recoup([...args, '--json'], { ...environment(), RECOUP_KEY: made.secret })
    const refused = await as(['accounts'])
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout).problem.code).toBe('scope_missing')
    const listed = await json<{ data: { id: string; name: string }[] }>('keys', 'list')
    expect(listed.data.map(({ name }) => name).sort()).toEqual(['first key', 'reports'])
    expect(JSON.stringify(listed)).not.toContain(made.secret)
    const rotated = await json<{ id: string }>('keys', 'rotate', made.id, '--overlap', '1')
    expect(rotated).toMatchObject({ code: 0, rotatedFrom: made.id, scopes: ['charges:read'] })
    expect(await json('keys', 'revoke', made.id)).toMatchObject({ code: 0, id: made.id, revokedWith: 0 })
    const limits = ['--expires', '2099-01-01T00:00:00Z', '--network', '203.0.113.9']
    const limited = await json('keys', 'create', '--name', 'y', '--scope', 'charges:read', ...limits)
    expect(limited).toMatchObject({ code: 0, expiresAt: '2099-01-01T00:00:00.000Z', networks: ['203.0.113.9/32'] })
    expect(await json('keys', 'create', '--name', 'x', '--scope', 'all')).toMatchObject({ code: 1 })
  })

  test('are refused if unknown', async () => {
    const { code, stdout, stderr } = await recoup(['accounts', '--json'], {
      ...environment(),
      RECOUP_KEY: `rk_${'x'.repeat(43)}`,
    })
    expect([code, JSON.parse(stdout).problem.code]).toEqual([1, 'key_unknown'])
    expect(stderr).toMatch(/RECOUP_KEY/)
  })
})

test('prints the settings as a table and for the README', async () => {
  expect((await cli('settings')).stdout).toMatch(/RECOUP_DATA +\.\/data/)
  expect((await cli('settings', '--markdown')).stdout).toMatch(/^\| `PORT` \| `4870` \|/m)
})

const PAID = ['charge', '--payer', 'usr_1', '--merchant', 'mch_noodles']

describe('mistakes', () => {
  test('include a full disk, without a stack trace', async () => {
    const line = 'exec "$0" src/cli/recoup.js accounts > /dev/full'
    const { code, stderr } = await run('sh', ['-c', line, process.execPath], environment()).ended
    expect([code, stderr]).toEqual([1, 'recoup: cannot write the output: ENOSPC\n'])
  })

  test.each([
    [['chrge'], 2, /Did you mean charge\?/],
    [['charge', '--amout', '5'], 2, /Did you mean --amount\?/],
    [['charge', '--payer', 'usr_1'], 2, /missing --merchant, --amount/],
    [['charge', '--event', '{'], 2, /--event is not JSON/],
    [['explain', 'nonsense'], 2, /neither a charge/],
    [['export', '--format', 'xml'], 2, /hledger, beancount, csv/],
    [['export', '--format', 'csv', '--month', '2026-13'], 2, /--month 2026-13 is not a month/],
    [['export', '--format', 'csv', '--month', '2026-10', '--to', '2026-11'], 2, /either --month or/],
    [['export', '--format', 'csv', '--from', '2026-02-30'], 1, /is not a valid period/],
    [['refund', 'chg_nonsense', '--yes'], 1, /not an id of the form chg_/],
    [['refund'], 2, /missing required argument/],
    [['accounts', '--limit', '0'], 2, /a whole number above zero/],
    [['reconcile', 'wechatpay', 'bad'], 2, /bad is not a day/],
    [['export', '--format', 'csv', '--output', '/'], 2, /is a folder/],
    [[...PAID, '--amount', 'abc'], 1, /\/event\/amount\/amount must be a decimal like "12\.50"/],
    [[...PAID, '--amount', '1', '--idempotency-key', 'ключ'], 2, /1–200 visible ASCII characters/],
  ])('%o', async (args, expected, message) => {
    const { code, stderr, stdout } = await cli(...args)
    expect(stderr).toMatch(message)
    expect([code, stdout]).toEqual([expected, ''])
    const documented = await cli(...args, '--json')
    expect(JSON.parse(documented.stdout)).toHaveProperty('problem.code')
  })

  test('report that no server responds', async () => {
    const nowhere = { RECOUP_DATA: path.join(home.folder, 'none'), RECOUP_URL: 'http://127.0.0.1:1' }
    const { code, stderr } = await recoup(['check'], nowhere)
    expect(code).toBe(3)
    expect(stderr).toMatch(/No Recoup server responds at http:\/\/127\.0\.0\.1:1.*\nStart a server with “npm start”/)
  })

  test('report a server that is not Recoup', async () => {
    const { createServer } = await import('node:http')
    const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
    await new Promise((done) => other.once('listening', done))
    const { port } = other.address() as { port: number }
    const { code, stderr } = await recoup(['check'], { ...environment(), RECOUP_URL: `http://127.0.0.1:${port}` })
    other.close()
    expect(code).toBe(3)
    expect(stderr).toMatch(/is not a Recoup server/)
  })
})

describe('rate cards as files', () => {
  const file = path.join(home.folder, 'card.yaml')
  const change = (from: string, to: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))

  test('are exported, changed, validated, published and compared', async () => {
    expect((await cli('rate-card', 'export', '--output', file)).stdout).toMatch(/\d+ products/)
    expect((await cli('rate-card', 'diff', 'default', file)).stdout).toBe('No difference.\n')
    expect((await cli('rate-card', 'validate', file)).stdout).toMatch(/identical to the version in force/)

    change('jewelry: "0.012"', 'jewelry: "0.02"')
    const faulty = await cli('rate-card', 'publish', file)
    expect(faulty.code).toBe(1)
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('jewelry')) + 1
    expect(faulty.stdout).toContain(
      `card.yaml:${line} /products/payments~1scan-pay/fee/rate/options/jewelry 0.02 is outside`,
    )

    change('jewelry: "0.02"', 'jewelry: "0.011"')
    const told = 'payments/scan-pay: fee for merchantCategory jewelry 1.2% → 1.1%'
    expect((await cli('rate-card', 'validate', file)).stdout).toContain(told)
    const published = await json<{ version: number; published: boolean }>('rate-card', 'publish', file)
    expect(published).toMatchObject({ code: 0, published: true, version: 2 })
    expect((await cli('rate-card', 'publish', file)).stdout).toMatch(/Version 2 is identical/)
    expect((await cli('rate-card', 'diff', '1', '2')).stdout).toBe(`${told}\n`)
    const chinese = await cli('rate-card', 'diff', '1', 'current', '--language', 'zh')
    expect(chinese.stdout).toBe('payments/scan-pay：手续费（商户类别为珠宝）1.2% → 1.1%\n')
  })

  test('are refused with the line if they are not YAML', async () => {
    writeFileSync(file, 'currency: CNY\nproducts:\n  goods/tip: { creatorShare: 0.5 }\n')
    const { code, stderr } = await cli('rate-card', 'validate', file)
    expect([code, stderr]).toEqual([2, expect.stringContaining('card.yaml:3 write 0.5 in quotes: "0.5"')])
    expect((await cli('rate-card', 'export', '7')).stderr).toMatch(/Rate card version 7 does not exist/)
  })

  test('price the listed products', async () => {
    expect((await cli('products')).stdout).toMatch(
      /payments\/scan-pay +In-store QR payment +线下扫码支付 +percentage +merchant/,
    )
    expect((await json<{ data: object[] }>('products', '--line', 'apis')).data).toHaveLength(3)
    expect((await cli('products', '--line', 'x')).stderr).toMatch(/there is no line x; known: ads/)
  })
})

/** Last, because it corrupts the books. */
test('reports by the exit code of check whether the books are correct', async () => {
  expect(await json('check')).toMatchObject({ code: 0, ok: true, faults: [] })
  await database.tenant(1).execute(`UPDATE account SET balance = balance + 1 WHERE path = 'platform/revenue'`)
  const spoiled = await json<{ faults: { detail: string }[] }>('check')
  expect(spoiled).toMatchObject({ code: 1, ok: false })
  expect(spoiled.faults.some(({ detail }) => detail.includes('platform/revenue'))).toBe(true)
  expect((await cli('check')).stdout).toMatch(/fault/)
})

async function ask(method: string, where: string, body: object): Promise<void> {
  const key = readFileSync(path.join(data, 'key'), 'utf8').trim()
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const response = await fetch(server.ready.url + where, { method, headers, body: JSON.stringify(body) })
  expect(response.ok).toBe(true)
}

const fetchPut = (party: string, body: object) => ask('PUT', `/v1/parties/${party}`, body)

const drain = (from: string, amount: string) =>
  ask('POST', '/v1/journal-entries', {
    description: 'payout',
    transfers: [{ from, to: 'world/external', amount: { amount, currency: 'CNY' }, kind: 'payout' }],
  })
