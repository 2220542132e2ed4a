/** `recoup reconcile`: reconciles a provider's daily bill with the books. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import type { Money } from '../../http/shapes.ts'
import { type Client, openClient } from '../client.ts'
import { addCommand, type Context, isDay, runs, wholeNumber } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { OutputFile } from '../output-file.ts'
import { startProgress } from '../progress.ts'
import { bad, bold, count, good, harmless, table } from '../screen.ts'
import { uploadFile } from '../upload.ts'
import { reconcileFunds } from './fund-flow.ts'

interface Options {
  file?: string
  csv?: string
  show: number
  fundFlow?: boolean
}

interface Figures {
  readonly amount: Money
  readonly fee: Money
}

interface Run {
  readonly id: string
  readonly gateway: string
  readonly date: string
  readonly status: string
  readonly lines: number
  readonly failure: { readonly code: string; readonly message: string | null } | null
  readonly changes: { readonly appeared: number; readonly gone: number } | null
  readonly classes: readonly {
    readonly class: string
    readonly kind: string
    readonly count: number
    readonly there: Figures
    readonly here: Figures
  }[]
  readonly differences: Readonly<Record<'proposed' | 'executing' | 'done' | 'declined' | 'alerts', number>>
}

interface Difference {
  readonly number: number
  readonly class: string
  readonly status: string
  readonly alert: boolean
  readonly line: { readonly reference: string } | null
  readonly correction: { readonly steps: readonly { readonly text: string }[] }
}

const LOOK_EVERY_MS = 300

export function reconcileCommand(program: Command): void {
  const command = addCommand(
    program,
    'reconcile <gateway> <date>',
    "Reconcile a provider's bill of a day with the books. Corrections need approval",
    [
      ['reconcile wechatpay 2026-11-20', 'downloads the bill; ready from about ten the next morning'],
      ['reconcile wechatpay 2026-11-20 --file bill.csv', 'a bill that is at hand, plain or .gz'],
      ['reconcile sandbox 2026-11-20 --csv todo.csv', 'everything that differs, for a spreadsheet'],
      ['reconcile wechatpay 2026-11-20 --fund-flow --file funds.csv', 'every movement of the account'],
    ],
  )
    .option('--file <file>', 'bill file of the provider, instead of downloading it')
    .option('--fund-flow', 'the file is the fund-flow bill of the account (资金账单); reconcile the trade bill first')
    .option('--csv <file>', 'write all differences to a CSV file')
    .option('--show <number>', 'number of differences to show', wholeNumber, 20)
  runs(command, reconcile)
}

async function reconcile(
  { settings, screen }: Context,
  { file, csv, show, fundFlow }: Options,
  gateway: string,
  date: string,
): Promise<ExitCode> {
  if (!isDay(date)) throw new UsageError(`${date} is not a day (YYYY-MM-DD)`)
  const client = await openClient(settings)
  if (fundFlow) return reconcileFunds({ settings, screen }, client, { file, csv, gateway, date })
  const output = csv === undefined ? undefined : await OutputFile.open(csv)
  const run =
    file === undefined
      ? await download(client, gateway, date)
      : await uploadFile<Run>(settings, client, { file, path: '/v1/reconciliations/upload', query: { gateway, date } })
  const path = `/v1/reconciliations/${run.id}/differences`
  const found: Difference[] = []
  for await (const difference of client.list<Difference>(path)) {
    if (!screen.json && found.length === show) break
    found.push(difference)
  }
  if (output) await output.write(client.stream(path, { format: 'csv' }))
  screen.answer({ reconciliation: run, differences: found }, () => describe(run, found, csv))
  const { proposed, executing } = run.differences
  return run.status === 'completed' && proposed + executing === 0 ? ExitCode.ok : ExitCode.refused
}

async function download(client: Client, gateway: string, date: string): Promise<Run> {
  const progress = startProgress('Reconciling', 0)
  const lines = (run: Run) => count(run.lines, 'line')
  let { body: run } = await client.ask<Run>('/v1/reconciliations', { method: 'POST', body: { gateway, date } })
  try {
    while (run.status === 'running') {
      await sleep(LOOK_EVERY_MS)
      run = await client.get<Run>(`/v1/reconciliations/${run.id}`)
      progress.update(run.lines, lines(run))
    }
  } finally {
    progress.stop(lines(run))
  }
  return run
}

function describe(run: Run, found: readonly Difference[], csv: string | undefined): string {
  const { gateway, date, failure, differences, changes } = run
  if (failure) {
    return `${bad('Failed')}: ${gateway} ${date}: ${failure.code} ${harmless(failure.message ?? '')}`
  }
  const rows = run.classes.map((each) => [
    each.class.replace('_', ' '),
    each.kind,
    each.count.toLocaleString('en-US'),
    ...[each.there.amount.amount, each.here.amount.amount, each.there.fee.amount, each.here.fee.amount],
    each.there.amount.currency,
  ])
  const waiting = differences.proposed + differences.executing
  const verdict = waiting === 0 ? good('In order') : bad(count(waiting, 'difference'))
  return [
    `${bold(`${gateway} ${date}`)}: ${count(run.lines, 'line')}. ${verdict}${differences.alerts > 0 ? bad(`, ${count(differences.alerts, 'alert')}`) : ''}  ${run.id}`,
    ...(changes ? [`Since the previous run: ${changes.appeared} new, ${changes.gone} no longer there`] : []),
    table(['class', 'what', 'count>', 'there>', 'here>', 'fee there>', 'fee here>', ''], rows),
    ...(found.length === 0 ? [] : ['', table(['no>', 'class', 'state', 'number', 'proposed'], found.map(row))]),
    ...(waiting > found.length && csv === undefined ? [`… all of them: --csv FILE`] : []),
    ...(csv === undefined ? [] : [`Written to ${csv}`]),
  ].join('\n')
}

function row({ number, class: of, status, alert, line, correction }: Difference): (string | number)[] {
  const words = correction.steps.map(({ text }) => text).join(' ')
  const name = of.replace('_', ' ')
  return [number, alert ? bad(name) : name, status, harmless(line?.reference ?? '–'), harmless(words)]
}
