/** The example data for an empty folder: ten merchants, a campaign with a budget, and a daily trade bill. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readKey } from '../../server/data-folder.ts'
import type { Service } from '../../server/service.ts'
import { Client } from '../client.ts'
import { importWithProgress } from '../commands/import.ts'
import { RECOUP } from '../own-command.ts'
import { count, type Screen } from '../screen.ts'
import { NUMBER_ATTRIBUTE } from '../wechat-bill/merchants.ts'
import { Report } from '../wechat-bill/report.ts'
import { shown } from './next-steps.ts'

interface ExampleMerchant {
  readonly id: string
  readonly name: { readonly en: string; readonly zh: string }
  readonly merchantId: string
  readonly category: string
}

const folder = fileURLToPath(new URL('../../../examples/wechat-bill/', import.meta.url))
const BILL = path.join(folder, '2026-11-20.csv')
/** The end of the bill's day. */
const BILL_OVER = Date.parse('2026-11-21T00:00:00+08:00')
const CHINA_AHEAD_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000
const CAMPAIGN = 'cmp_cashback'
const BUDGET = { amount: '50.00', currency: 'CNY' }
/** Marker file in the data folder during the import: an interrupted import is resumed at the next start. */
const UNDER_WAY = 'example-under-way'

/** Returns whether the books are empty, or an import of the example into them was interrupted. */
export async function isUntouched({ database, tenant }: Service, dataFolder: string): Promise<boolean> {
  if (await stat(path.join(dataFolder, UNDER_WAY)).catch(() => undefined)) return true
  const [found] = await database.database
    .tenant(tenant.id)
    .query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM party WHERE tenant = $1) OR EXISTS (SELECT FROM charge WHERE tenant = $1) AS used',
      [tenant.id],
    )
  return !found!.used
}

/** Imports the example. Every step is repeatable. */
export async function importExample(service: Service, dataFolder: string, screen: Screen): Promise<void> {
  const key = service.keyFile === null ? undefined : await readKey(service.keyFile)
  if (key === undefined) return
  const mark = path.join(dataFolder, UNDER_WAY)
  await writeFile(mark, '')
  const client = new Client({ url: service.url, key })
  const text = await readFile(path.join(folder, 'merchants.json'), 'utf8')
  const merchants = JSON.parse(text) as ExampleMerchant[]
  const bill = Date.now() < BILL_OVER ? await makeBill(dataFolder, text) : BILL
  for (const merchant of merchants) await register(client, merchant)
  await fundCampaign(client)
  const { amount, currency } = BUDGET
  screen.remark(
    `\nAn example to begin with: ${count(merchants.length, 'merchant')}, the campaign ${CAMPAIGN} with ${amount} ${currency},`,
  )
  screen.remark(`and a day's trade bill of WeChat Pay, ${shown(bill)}.\n`)
  const report = new Report(0)
  await importWithProgress(client, { file: bill, size: (await stat(bill)).size }, report)
  await rm(mark)
  screen.remark(summary(report, bill))
}

/**
 * Creates a bill of yesterday, where the day of the committed bill is still in the future by the local clock, since
 * nothing may take effect in the future.
 */
async function makeBill(dataFolder: string, merchants: string): Promise<string> {
  const { generateBill, readMerchants } = await import('../../../examples/wechat-bill/bill.ts')
  const date = new Date(Date.now() + CHINA_AHEAD_MS - DAY_MS).toISOString().slice(0, 10)
  const file = path.join(dataFolder, `example-${date}.csv`)
  const plan = { date, rows: 300, seed: 7, refunds: 0.06, differences: 4, bad: 0, merchants: readMerchants(merchants) }
  await writeFile(file, [...generateBill(plan)].join(''))
  return file
}

async function register(client: Client, { id, name, merchantId, category }: ExampleMerchant): Promise<void> {
  await client.ask(`/v1/parties/${id}`, {
    method: 'PUT',
    body: {
      kind: 'merchant',
      name: `${name.zh} ${name.en}`,
      attributes: { merchantCategory: category, [NUMBER_ATTRIBUTE]: merchantId },
    },
  })
}

async function fundCampaign(client: Client): Promise<void> {
  await client.ask(`/v1/parties/${CAMPAIGN}`, {
    method: 'PUT',
    body: { kind: 'campaign', name: '手续费返还 Cashback', attributes: {} },
  })
  await client.ask('/v1/journal-entries', {
    method: 'POST',
    idempotencyKey: `example:${CAMPAIGN}:budget`,
    body: {
      description: 'Budget of the example campaign',
      transfers: [{ from: 'world/funding', to: `${CAMPAIGN}/budget`, amount: BUDGET, kind: 'funding' }],
    },
  })
}

function summary(report: Report, bill: string): string {
  const { payments, refunds, differences, faults } = report
  const { fees, currency } = report.totals()
  const there = payments.posted + payments.replayed
  const back = refunds.posted + refunds.replayed
  const lines = [
    `${count(there, 'payment')} charged, ${count(back, 'refund')} made.`,
    `Fees: ${fees.bill} ${currency} on the bill, ${fees.recoup} by the rate card; ${count(differences.count, 'row')} differ. Which ones:`,
    `  ${RECOUP} import --format wechat-bill ${shown(bill)}`,
  ]
  if (faults.count > 0) lines.push(`${count(faults.count, 'row')} left out; the same command says why.`)
  return lines.join('\n')
}
