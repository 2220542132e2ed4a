/** `recoup simulate`: simulates another rate card on past charges. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { SimulationAnswer } from '../../api/simulations/routes.ts'
import { type CardFile, readCardFile } from '../card-file.ts'
import { type Client, openClient, type ProblemDocument, Refused } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { startProgress } from '../progress.ts'
import { bold, count, faint, harmless, table } from '../screen.ts'

interface Options {
  card: string
  from: string
  to: string
  top?: number
  language: string
}

export function simulateCommand(program: Command): void {
  const command = addCommand(program, 'simulate', 'Simulate another rate card on past events, without posting', [
    ['simulate --card new.yaml --from 2026-11-01 --to 2026-12-01', 'November under a new card'],
    ['simulate --card new.json --from 2026-01-01 --to 2027-01-01 --top 50', 'with the 50 who gain and lose most'],
    ['simulate --card - --from 2026-11-20 --to 2026-11-21 --json < new.yaml', 'from standard input, by line and day'],
  ])
    .requiredOption('--card <file>', 'rate card as YAML or JSON; - reads standard input')
    .requiredOption('--from <day>', "first day in the tenant's time zone, or a time: 2026-11-20T08:30:00Z")
    .requiredOption('--to <day>', 'end day, exclusive')
    .option('--top <number>', 'number of parties and causes to list', atLeastOne)
    .addOption(new Option('--language <language>', 'of the text').choices(['en', 'zh']).default('en'))
  runs(command, simulateCard)
}

async function simulateCard({ settings, screen }: Context, options: Options): Promise<ExitCode> {
  const read = await readCardFile(options.card)
  const client = await openClient(settings, options.language)
  const { from, to, top } = options
  const body = { card: read.card, from, to, progress: true, ...(top === undefined ? {} : { top }) }
  const found = await followed(client, body).catch((error) => withLines(error, read))
  screen.answer(found, () => describe(found))
  return ExitCode.ok
}

/** Adds line numbers to the faults of the card and rethrows. */
function withLines(error: unknown, read: CardFile): never {
  if (!(error instanceof Refused) || !error.problem.errors) throw error
  const errors = error.problem.errors.map(({ pointer, message }) => {
    const field = pointer.replace(/^\/card/, '')
    return { pointer, message: pointer === field ? message : `${message} (${read.placeOf(field)})` }
  })
  throw new Refused({ ...error.problem, errors })
}

type Line =
  | { progress: { events: number; share: number } }
  | { simulation: SimulationAnswer }
  | { problem: ProblemDocument }

/** Shows progress until the result is available. */
async function followed(client: Client, body: object): Promise<SimulationAnswer> {
  const progress = startProgress('Simulating', 1000)
  let events = 0
  for await (const line of linesOf(client.stream('/v1/simulations', {}, { method: 'POST', body }))) {
    const told = JSON.parse(line) as Line
    if ('progress' in told) {
      events = told.progress.events
      progress.update(Math.floor(told.progress.share * 1000), count(events, 'event'))
    } else if ('problem' in told) {
      progress.stop(`given up after ${count(events, 'event')}`)
      throw new Refused(told.problem)
    } else {
      progress.stop(count(told.simulation.events, 'event'))
      return told.simulation
    }
  }
  throw new Error('the server ended before the simulation did')
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}

type Amounts = Pick<SimulationAnswer['total'], 'events' | 'changed' | 'revenue' | 'cost'>

export function describe(found: SimulationAnswer): string {
  const { currency, total, events, timeZone } = found
  const head = ['events>', 'changed>', 'before>', 'after>', 'change>', 'cost change>']
  const cells = (each: Amounts) => [
    each.events.toLocaleString('en-US'),
    each.changed.toLocaleString('en-US'),
    each.revenue.before,
    each.revenue.after,
    signed(each.revenue.change),
    signed(each.cost.change),
  ]
  const { before, after, change } = total.revenue
  return [
    `${bold(`Revenue ${before} → ${after} ${currency} (${signed(change)})`)}, ${count(events, 'event')}, days of ${timeZone}; nothing was posted`,
    '',
    table(
      ['product', ...head],
      found.products.map((each) => [`${each.line}/${each.product}`, ...cells(each)]),
    ),
    '',
    table(
      ['day', ...head],
      found.days.map((each) => [each.day, ...cells(each)]),
    ),
    ...section(
      'Why',
      found.causes.map(({ line, product, text, events, revenue }) => [
        `${line}/${product}`,
        harmless(text),
        count(events, 'event'),
        signed(revenue),
        currency,
      ]),
      ['product', 'terms', 'events>', 'revenue>', ''],
    ),
    ...section('Who loses most', parties(found.lose), ['party', 'change>', '', 'events>']),
    ...section('Who gains most', parties(found.gain), ['party', 'change>', '', 'events>']),
    ...section(
      'Left out, in neither sum',
      found.leftOut.map(({ line, product, code, count, revenue, currency, detail }) => [
        `${line}/${product}`,
        code,
        count,
        revenue,
        currency,
        harmless(detail),
      ]),
      ['product', 'reason', 'events>', 'revenue>', '', 'for the first'],
    ),
    '',
    ...found.assumptions.map((each) => faint(`  ${each}`)),
    ...(found.partiesExact ? [] : [faint('  There were too many parties to keep: small changes of some are missing.')]),
  ].join('\n')
}

function parties(list: SimulationAnswer['gain']): (string | number)[][] {
  return list.map(({ party, change, currency, events }) => [party, signed(change), currency, events])
}

function section(title: string, rows: (string | number)[][], head: string[]): string[] {
  return rows.length === 0 ? [] : ['', bold(title), table(head, rows)]
}

function signed(amount: string): string {
  return /^-|^0(\.0*)?$/.test(amount) ? amount : `+${amount}`
}

function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 to 999')
  return Number(text)
}
