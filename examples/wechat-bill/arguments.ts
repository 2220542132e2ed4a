/** Parses the command line of the generator. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type BillPlan, readMerchants } from './bill.ts'

export const usage = `node examples/wechat-bill/generate.ts --date 2026-11-20 > bill.csv
  --date YYYY-MM-DD   the day, in Asia/Shanghai
  --rows N            payments and refunds together (1000)
  --seed N            the same seed gives the same bill (1)
  --refunds SHARE     share of the rows that are refunds, 0 to 0.5 (0.06)
  --differences N     payments whose fee is not the category's (0)
  --bad N             damaged rows (0)
  --merchants FILE    JSON list of shops (merchants.json beside this program)
`

/** @throws RangeError (or what `parseArgs` throws) for an invalid argument. */
export function readArguments(args: readonly string[]): BillPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      date: { type: 'string' },
      rows: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      refunds: { type: 'string', default: '0.06' },
      differences: { type: 'string', default: '0' },
      bad: { type: 'string', default: '0' },
      merchants: { type: 'string' },
    },
  })
  const date = values.date ?? ''
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))) throw new RangeError('--date YYYY-MM-DD')
  const refunds = Number(values.refunds)
  if (!(refunds >= 0 && refunds <= 0.5)) throw new RangeError('--refunds: a share from 0 to 0.5')
  const merchants = values.merchants ?? fileURLToPath(new URL('merchants.json', import.meta.url))
  return {
    date,
    rows: whole('rows', values.rows),
    seed: whole('seed', values.seed),
    refunds,
    differences: whole('differences', values.differences),
    bad: whole('bad', values.bad),
    merchants: readMerchants(readFileSync(merchants, 'utf8')),
  }
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`--${name}: a whole number`)
  return Number(text)
}
