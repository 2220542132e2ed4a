/** `recoup report`: the report of a line or of the whole platform for a period. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { LineAnswer, WholeAnswer } from '../../api/reports/answers.ts'
import { openClient } from '../client.ts'
import { addCommand, type Context, isDay, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, faint, harmless, table } from '../screen.ts'

interface Options {
  from: string
  to: string
  csv?: true
  language: string
}

export function reportCommand(program: Command): void {
  const command = addCommand(program, 'report <line>', 'Show the report of a line, or of all lines, for a period', [
    ['report whole --from 2026-11-01 --to 2026-12-01', 'November: revenue, growth, users, refunds'],
    ['report goods --from 2026-01-01 --to 2027-01-01', 'digital goods, the year 2026'],
    ['report payments --from 2026-11-01 --to 2026-12-01 --csv > payments.csv', 'for a spreadsheet'],
  ])
    .requiredOption('--from <day>', "first day in the tenant's time zone", day)
    .requiredOption('--to <day>', 'end day, exclusive', day)
    .option('--csv', 'write CSV')
    .addOption(new Option('--language <language>', 'language of titles and texts').choices(['en', 'zh']).default('en'))
    .addHelpText(
      'after',
      '\nLines: ads, goods, payments, enterprise, commerce, data, crossborder, apis; whole for all of them.',
    )
  runs(command, report)
}

async function report({ settings, screen }: Context, options: Options, line: string): Promise<ExitCode> {
  const { from, to, csv, language } = options
  if (csv && screen.json) throw new UsageError('--csv and --json: choose one')
  const client = await openClient(settings, language)
  const path = line === 'whole' ? '/v1/reports/whole' : `/v1/reports/lines/${encodeURIComponent(line)}`
  if (csv) {
    for await (const chunk of client.stream(path, { from, to, language, format: 'csv' })) process.stdout.write(chunk)
    return ExitCode.ok
  }
  const answer = await client.get<LineAnswer | WholeAnswer>(path, { from, to, language })
  screen.answer(answer, () => ('columns' in answer ? describeLine(answer) : describeWhole(answer)))
  return ExitCode.ok
}

type Amounts = WholeAnswer['total'][number]

const MONEY = ['charges>', 'captured>', 'revenue>', 'growth>', 'on year>', 'refunded>', 'paid out>', '']

function money({ currency, charges, captured, revenue, growth, refundRate, paidOut }: Amounts) {
  return [
    charges.toLocaleString('en-US'),
    captured,
    revenue,
    percent(growth.previousPeriod),
    percent(growth.yearBefore),
    percent(refundRate),
    paidOut,
    currency,
  ]
}

function describeLine({ title, from, to, timeZone, columns, rows, kpis }: LineAnswer): string {
  const shown = rows.map(({ cells }) => columns.map(({ id }) => harmless(cells[id]!.text)))
  const references = rows.map(({ cells, title }) => [
    title,
    ...columns.slice(1).map(({ id }) => cells[id]!.reference?.text ?? '–'),
  ])
  const amounts = rows.flatMap((row) => row.amounts.map((each) => [row.title, ...money(each)]))
  const head = columns.map((column) => column.title)
  return [
    `${bold(title)}, ${from} to ${to} (not included), days of ${timeZone}`,
    table(head, shown),
    ...kpis.map((kpi) => `  ${kpi.title}: ${kpi.cell.text}`),
    '',
    faint('For reference'),
    table(head, references),
    ...(amounts.length === 0 ? [] : ['', table([head[0]!, ...MONEY], amounts)]),
  ].join('\n')
}

function describeWhole({ from, to, timeZone, lines, total, users, arpu, funnel }: WholeAnswer): string {
  const rows = lines.flatMap(({ title, amounts }) => amounts.map((each) => [title, ...money(each)]))
  const by = arpu.map(({ amount, currency }) => `${amount} ${currency}`).join(' + ') || '–'
  const who = users.basis === 'reported' ? '' : ' (no users reported: payers stand for them)'
  return [
    `${bold('The whole')}, ${from} to ${to} (not included), days of ${timeZone}`,
    table(['line', ...MONEY], [...rows, ...total.map((each) => [bold('all'), ...money(each)])]),
    '',
    `  Revenue by user and month: ${by}${who}`,
    '',
    table(
      ['step', 'count>', 'of the one before>'],
      funnel.map(({ title, count, rate }) => [title, count.toLocaleString('en-US'), percent(rate)]),
    ),
  ].join('\n')
}

function percent(share: string | null): string {
  return share === null ? '–' : `${(Number(share) * 100).toFixed(1)}%`
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('a day like 2026-11-01')
  return text
}
