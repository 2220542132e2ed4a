/** `recoup reconcile --fund-flow`: every movement of a gateway's account in a day. */

import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Money } from '../../http/shapes.ts'
import type { Client } from '../client.ts'
import type { Context } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { OutputFile } from '../output-file.ts'
import { bad, bold, count, good, harmless, table } from '../screen.ts'
import { uploadFile } from '../upload.ts'

interface FundBill {
  readonly id: string
  readonly gateway: string
  readonly date: string
  readonly opening: Money | null
  readonly closing: Money | null
  readonly gap: Money | null
  readonly movements: number
  readonly classes: readonly {
    readonly class: string
    readonly name: string
    readonly count: number
    readonly amount: Money
  }[]
}

interface Movement {
  readonly number: number
  readonly at: string
  readonly class: string
  readonly name: string
  readonly providerNumber: string
  readonly flowNumber: string | null
  readonly amount: Money
  readonly expected: Money | null
  readonly charge: string | null
  readonly refund: string | null
}

interface Asked {
  readonly file: string | undefined
  readonly csv: string | undefined
  readonly gateway: string
  readonly date: string
}

/** Classes that finance has to look into. */
const DIFFERENT = ['amount_differs', 'missing_here', 'missing_there']

export async function reconcileFunds(
  { settings, screen }: Context,
  client: Client,
  { file, csv, gateway, date }: Asked,
): Promise<ExitCode> {
  if (file === undefined) throw new UsageError('--fund-flow needs --file: download the bill from the merchant platform')
  const output = csv === undefined ? undefined : await OutputFile.open(csv)
  const bill = await uploadFile<FundBill>(settings, client, { file, path: '/v1/fund-bills', query: { gateway, date } })
  if (output) await output.write(rowsOf(client, bill.id))
  screen.answer(bill, () => describe(bill))
  const differs = bill.classes.some(({ class: of }) => DIFFERENT.includes(of)) || isGap(bill)
  return differs ? ExitCode.refused : ExitCode.ok
}

const HEAD = [
  'number',
  'at',
  'class',
  'name',
  'provider number',
  'flow number',
  'amount',
  'expected',
  'currency',
  'charge',
  'refund',
]

/** Every movement that differs, as CSV. */
function rowsOf(client: Client, bill: string): AsyncIterable<Uint8Array> {
  const rows = async function* () {
    yield HEAD
    for (const of of DIFFERENT) {
      for await (const row of client.list<Movement>(`/v1/fund-bills/${bill}/movements`, { class: of })) {
        const { number, at, name, providerNumber, flowNumber, amount, expected, charge, refund } = row
        yield [
          number,
          at,
          of,
          name,
          providerNumber,
          flowNumber,
          amount.amount,
          expected?.amount,
          amount.currency,
          charge,
          refund,
        ]
      }
    }
  }
  return Readable.from(rows()).pipe(stringify({ escape_formulas: true }))
}

const isGap = ({ gap }: FundBill) => gap !== null && Number(gap.amount) !== 0

function describe(bill: FundBill): string {
  const { gateway, date, movements, opening, closing, gap, classes } = bill
  const differing = classes.filter(({ class: of }) => DIFFERENT.includes(of)).reduce((sum, each) => sum + each.count, 0)
  const rows = classes.map((each) => [
    each.class.replaceAll('_', ' '),
    harmless(each.name),
    each.count.toLocaleString('en-US'),
    each.amount.amount,
  ])
  const between = gap === null ? 'the bill of the day before is missing' : `gap to the day before ${gap.amount}`
  return [
    `${bold(`${gateway} ${date}`)}: ${count(movements, 'movement')}. ${differing === 0 ? good('All explained') : bad(count(differing, 'difference'))}  ${bill.id}`,
    opening && closing
      ? `From ${opening.amount} to ${closing.amount} ${closing.currency}; ${isGap(bill) ? bad(between) : between}`
      : 'No movements',
    table(['class', 'business', 'count>', 'amount>'], rows),
    ...(differing > 0 ? ['All of them: --csv FILE'] : []),
  ].join('\n')
}
