/** `recoup import`: imports external data into the books row by row and reports differences. */
import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { type Client, openClient } from '../client.ts'
import { addCommand, type Context, runs, wholeNumber } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { startProgress } from '../progress.ts'
import { describeReport, reportDocument, reportHeader, reportRow } from '../wechat-bill/describe.ts'
import { Report } from '../wechat-bill/report.ts'

interface Options {
  format: string
  category?: string
  report?: string
  show: number
}

export function importCommand(program: Command): void {
  const command = addCommand(
    program,
    'import <file>',
    'Take a file of another system into the books; importing it twice changes nothing',
    [
      ['import --format wechat-bill 2026-11-20.csv', "a day's trade bill of WeChat Pay (also .gz)"],
      ['import --format wechat-bill bill.csv --category retail', 'create merchants that are not registered'],
      ['import --format wechat-bill bill.csv --report todo.csv', 'all that differs or was left out'],
      ['import --format wechat-bill - --json < bill.csv', 'from standard input'],
    ],
  )
    .addOption(new Option('--format <format>', 'what the file is').choices(['wechat-bill']).makeOptionMandatory())
    .option(
      '--category <category>',
      'merchant category for merchants that are not registered; without it, their rows are skipped',
    )
    .option('--report <file>', 'write every row that differs or was left out to a CSV file')
    .option('--show <number>', 'how many of each kind to show', wholeNumber, 20)
  runs(command, importFile)
}

async function importFile({ settings, screen }: Context, options: Options, file: string): Promise<ExitCode> {
  const size = await sizeOf(file)
  const client = await openClient(settings)
  const csv = options.report === undefined ? undefined : await openReport(options.report)
  const report = new Report(screen.json ? Number.POSITIVE_INFINITY : options.show, (row) => csv?.write(reportRow(row)))
  const registered = await importWithProgress(client, { file, size, category: options.category }, report)
  if (csv) await closeReport(csv)
  screen.answer(reportDocument(file, report, registered), () =>
    describeReport(file, report, registered, options.report),
  )
  return report.clean ? ExitCode.ok : ExitCode.refused
}

/** Imports a bill with a progress bar or lines. Returns the parties that were created. */
export async function importWithProgress(
  client: Client,
  { file, size, category }: { readonly file: string; readonly size: number; readonly category?: string | undefined },
  report: Report,
): Promise<readonly string[]> {
  const progress = startProgress('Importing', size)
  let bytes = 0
  let state = 'reading'
  const counted = async function* () {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      bytes += chunk.length
      progress.update(bytes, state)
      yield chunk as Uint8Array
    }
  }
  const tell = (now: string) => {
    state = now
    progress.update(bytes, state)
  }
  const { importBill } = await import('../wechat-bill/import.ts')
  const rows = () => `${report.rows.toLocaleString('en-US')} rows`
  try {
    const registered = await importBill({ client, source: counted(), report, category, progress: tell })
    progress.stop(rows())
    return registered
  } catch (error) {
    progress.stop(`given up after ${rows()}`)
    throw error
  }
}

/** Returns the size of a file; 0: unknown. @throws UsageError if it cannot be read. */
async function sizeOf(file: string): Promise<number> {
  if (file === '-') return 0
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${file}: ${error.code}`)
  })
  if (found.isDirectory()) throw new UsageError(`${file} is a folder`)
  return found.size
}

async function openReport(file: string): Promise<WriteStream> {
  const stream = createWriteStream(file)
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${file}: ${error.code}`)
  })
  stream.write(reportHeader)
  return stream
}

async function closeReport(stream: WriteStream): Promise<void> {
  stream.end()
  await once(stream, 'finish')
}
