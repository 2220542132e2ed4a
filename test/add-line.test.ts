/**
 * A line is one folder and one entry in the registry: a copy of the program gets an additional line
 * (test/lines/parking), runs with it, and runs again without it on the same database.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { type Program, type Ready, root, run, stop } from './program.ts'

const copy = mkdtempSync(path.join(tmpdir(), 'recoup-line-'))
const registry = path.join(copy, 'src/lines/index.ts')
const untouched = readFileSync(path.join(root, 'src/lines/index.ts'), 'utf8')
const folder = path.join(copy, 'data')
let server: (Program & { ready: Ready }) | undefined

afterAll(async () => {
  if (server) await stop(server)
  rmSync(copy, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
})

function copyProgram(): void {
  for (const name of ['src', 'sql', 'examples', 'package.json']) {
    cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (file) => !file.endsWith('.test.ts') && !file.includes('node_modules'),
    })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  mkdirSync(folder)
}

function addLine(): void {
  cpSync(path.join(root, 'test/lines/parking'), path.join(copy, 'src/lines/parking'), { recursive: true })
  const added = untouched
    .replace("import { payments } from './payments/index.ts'", "import { parking } from './parking/index.ts'\n$&")
    .replace('crossborder, apis])', 'crossborder, apis, parking])')
  writeFileSync(registry, added)
}

function removeLine(): void {
  rmSync(path.join(copy, 'src/lines/parking'), { recursive: true })
  writeFileSync(registry, untouched)
}

async function startCopy(): Promise<void> {
  const settings = { RECOUP_DATA: folder, PORT: '0' }
  const program = run(process.execPath, [path.join(copy, 'src/cli/recoup.js'), 'serve', '--json'], settings)
  await program.until(/^}$/m)
  server = { ...program, ready: JSON.parse(program.said().stdout) as Ready }
}

/** Runs a command of the copy to its end. */
const command = (...args: string[]) => run(process.execPath, [path.join(copy, 'src/cli/recoup.js'), ...args], {}).ended

async function call(method: string, url: string, body?: object) {
  const { ready } = server!
  const response = await fetch(`${ready.url}${url}`, {
    method,
    headers: {
      authorization: `Bearer ${readFileSync(ready.keyFile, 'utf8').trim()}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

const park = (minutes: number) =>
  call('POST', '/v1/charges', { line: 'parking', product: 'ticket', event: { driver: 'usr_1', minutes } })

const titles = async () =>
  (await call('GET', '/v1/product-titles')).body.data.map((each: { line: string }) => each.line) as string[]

const report = (line: string) => {
  const [from, to] = [new Date(Date.now() - 86_400_000 * 2), new Date(Date.now() + 86_400_000 * 2)]
  const day = (at: Date) => at.toISOString().slice(0, 10)
  return call('GET', `/v1/reports/lines/${line}?from=${day(from)}&to=${day(to)}`)
}

it('is added by one folder and one line in the registry, and removed again', async () => {
  copyProgram()
  addLine()
  await startCopy()
  expect(await titles()).toContain('parking')
  const charged = await park(90)
  expect(charged).toMatchObject({ status: 201, body: { amount: { amount: '4.50', currency: 'CNY' } } })
  const refunded = await call('POST', '/v1/refunds', {
    charge: charged.body.id,
    amount: { amount: '1.50', currency: 'CNY' },
  })
  expect(refunded.status).toBe(201)
  await expect
    .poll(async () => (await call('GET', '/v1/parking/visits')).body, { timeout: 10_000 })
    .toEqual({
      visits: 1,
      over: 1,
    })
  const [row] = (await report('parking')).body.rows
  expect(row).toMatchObject({ product: 'ticket', cells: { minutes: { value: '90' } } })
  expect((await call('GET', '/openapi.json')).body.paths['/v1/parking/visits'].get.operationId).toBe(
    'countParkingVisits',
  )
  expect((await command('parking-price')).stdout).toContain('0.05')
  await stop(server!)

  removeLine()
  await startCopy()
  expect((await call('GET', '/ready')).status).toBe(200)
  expect(await titles()).not.toContain('parking')
  expect((await park(5)).body).toMatchObject({ code: 'line_unknown' })
  expect((await call('GET', '/v1/parking/visits')).status).toBe(404)
  expect((await command('parking-price')).code).not.toBe(0)
  expect((await report('parking')).status).toBe(404)
  // Existing charges stay in the books, are shown, and can be refunded; the other lines continue to work.
  expect((await call('GET', `/v1/charges/${charged.body.id}/explanation`)).status).toBe(200)
  expect((await call('POST', '/v1/refunds', { charge: charged.body.id })).status).toBe(201)
  await call('PUT', '/v1/parties/mch_1', {
    kind: 'merchant',
    name: 'Noodles',
    attributes: { merchantCategory: 'restaurant' },
  })
  const payment = {
    payer: 'usr_1',
    merchant: 'mch_1',
    amount: { amount: '10.00', currency: 'CNY' },
    channel: 'sandbox',
  }
  expect((await call('POST', '/v1/charges', { line: 'payments', product: 'scan-pay', event: payment })).status).toBe(
    201,
  )
  await sleep(1_500) // jobs of the server have run without the line
  expect((await call('GET', '/v1/ledger/check')).body.faults ?? []).toEqual([])
}, 90_000)
