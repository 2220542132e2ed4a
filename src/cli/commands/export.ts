/** `recoup export`: exports the books for other programs. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { OutputFile } from '../output-file.ts'
import { startProgress } from '../progress.ts'

interface Options {
  format: string
  output?: string
  month?: string
  from?: string
  to?: string
  externals?: string
  units?: string
}

const FORMATS = ['hledger', 'beancount', 'csv']
const EXTERNALS = ['one', 'each']
const UNITS = ['money', 'other', 'all']

export function exportCommand(program: Command): void {
  const command = addCommand(program, 'export', 'Export the ledger as text for other programs, whole or by period', [
    ['export --format hledger | hledger -f - balance', 'look at it in hledger'],
    ['export --format beancount --output books.beancount', 'into a file, whole or not at all'],
    ['export --format csv --month 2026-10 --output october.csv', 'a row per transfer of a month, for a spreadsheet'],
  ])
    .addOption(new Option('--format <format>', 'output format').choices(FORMATS).makeOptionMandatory())
    .option('--month <YYYY-MM>', 'a month, beginning with its opening balances')
    .option('--from <day>', 'first day or month of the period (YYYY-MM-DD or YYYY-MM)')
    .option('--to <day>', 'day or month after the last one')
    .addOption(new Option('--externals <accounts>', 'accounts outside: one, or one for each party').choices(EXTERNALS))
    .addOption(new Option('--units <units>', 'currencies, other units such as privacy budgets, or all').choices(UNITS))
    .option('--output <file>', 'output file (default: standard output)')
  runs(command, exportBooks)
}

async function exportBooks({ settings, screen }: Context, options: Options): Promise<ExitCode> {
  const { format, output, externals, units } = options
  if (screen.json && output === undefined) {
    throw new UsageError('--json needs --output: standard output cannot hold both the books and the answer')
  }
  const client = await openClient(settings)
  const file = output === undefined ? undefined : await OutputFile.open(output)
  const chunks = client.stream('/v1/ledger/export', { format, ...periodOf(options), externals, units })
  if (file === undefined) {
    await pipeline(Readable.from(chunks), process.stdout).catch(unlessClosed)
    return ExitCode.ok
  }
  const bytes = await writeWhole(file, chunks)
  const answer = { format, file: output, bytes }
  screen.answer(answer, () => `${output}: ${bytes.toLocaleString('en-US')} bytes of ${format}`)
  return ExitCode.ok
}

function periodOf({ month, from, to }: Options): { from?: string | undefined; to?: string | undefined } {
  if (month === undefined) return { from, to }
  if (from !== undefined || to !== undefined) throw new UsageError('provide either --month or --from and --to')
  const [year, number] = month.split('-').map(Number)
  if (!/^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(month)) throw new UsageError(`--month ${month} is not a month (YYYY-MM)`)
  const next = number === 12 ? [year! + 1, 1] : [year!, number! + 1]
  return { from: month, to: `${next[0]}-${String(next[1]).padStart(2, '0')}` }
}

/** Returns the number of bytes. */
async function writeWhole(file: OutputFile, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const progress = startProgress('Exporting', 0)
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.length
      progress.update(bytes, `${(bytes / 1e6).toFixed(1)} MB`)
      yield chunk
    }
  }
  return file.write(counted())
}

/** Ignores a closed pipe, such as that of `head`. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
