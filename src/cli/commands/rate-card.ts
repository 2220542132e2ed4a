/** `recoup rate-card`: exports, validates, publishes and compares rate cards as files. */
import { type Command, Option } from 'commander'
import type { RateCard } from '../../catalog/rate-card.ts'
import { type CardFile, readCardFile, writeCard } from '../card-file.ts'
import { type Client, openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { Declined, ExitCode, UsageError } from '../exit-code.ts'
import { writeOutput } from '../output-file.ts'
import { bad, bold, count, faint, good, harmless, indented } from '../screen.ts'

interface Version extends RateCard {
  readonly version: number
  readonly effectiveAt: string
  readonly inForce: boolean
}

interface Change {
  readonly text: string
}

interface Check {
  readonly valid: boolean
  readonly detail: string | null
  readonly errors: readonly { readonly pointer: string; readonly message: string }[]
  readonly changes: readonly Change[]
  readonly warnings: readonly { readonly pointer: string; readonly text: string }[]
  readonly confirm: string | null
  readonly lost: readonly string[]
}

interface FileOptions {
  effectiveAt?: string
  language: 'en' | 'zh'
}

const languageOption = () => new Option('--language <language>', 'of the text').choices(['en', 'zh']).default('en')

export function rateCardCommand(program: Command): void {
  const card = program.command('rate-card').description('Export, validate, publish and compare rate cards')
  const take = addCommand(
    card,
    'export [version]',
    'Export a version of the rate card (default: the version in force)',
    [
      ['rate-card export > card.yaml', 'to change it and publish it'],
      ['rate-card export 1 --format json', 'an earlier version'],
      ['rate-card export --default', 'what a new tenant begins with; needs no server'],
    ],
  )
    .addOption(new Option('--format <format>', 'output format').choices(['yaml', 'json']).default('yaml'))
    .option('--default', 'export the default card instead of a published one')
    .option('--output <file>', 'output file (default: standard output)')
  runs(take, exportCard)

  const check = addCommand(
    card,
    'validate <file>',
    'Validate a card: list its errors by line, or what it would change',
    [
      ['rate-card validate card.yaml', 'exit code 1 where it could not be published'],
      ['rate-card validate - < card.yaml', 'from standard input'],
    ],
  )
  runs(withFileOptions(check), validate)

  const make = addCommand(card, 'publish <file>', 'Publish a card as the new version of the rate card', [
    ['rate-card publish card.yaml', 'from now on'],
    ['rate-card publish card.yaml --effective-at 2027-01-01T00:00:00+08:00', 'from the new year on'],
  ])
  runs(withFileOptions(make).option('-y, --yes', 'skip the confirmation of what the card takes away'), publish)

  const compare = addCommand(card, 'diff <from> <to>', 'Describe the differences between two cards', [
    ['rate-card diff 1 2', 'two versions'],
    ['rate-card diff current card.yaml --language zh', 'the one in force and a file, in Chinese'],
    ['rate-card diff default current', 'how far one is from the default'],
  ]).addOption(languageOption())
  runs(compare, diff)
}

function withFileOptions(command: Command): Command {
  return command
    .option('--effective-at <time>', 'effective time (default: now), such as 2027-01-01T00:00:00+08:00')
    .addOption(languageOption())
}

interface ExportOptions {
  format: string
  default?: boolean
  output?: string
}

async function exportCard(
  { settings, screen }: Context,
  { format, default: byDefault, output }: ExportOptions,
  version?: string,
): Promise<ExitCode> {
  if (byDefault && version !== undefined) throw new UsageError('--default is no version: leave one of the two out')
  const card = byDefault ? await readDefault() : await readVersion(await openClient(settings), version ?? 'current')
  if (output === undefined) {
    screen.answer(card, () => writeCard(card, format).trimEnd())
    return ExitCode.ok
  }
  await writeOutput(output, writeCard(card, format))
  const products = Object.keys(card.products).length
  screen.answer({ file: output, products }, () => `${output}: ${count(products, 'product')}`)
  return ExitCode.ok
}

async function validate({ settings, screen }: Context, options: FileOptions, file: string): Promise<ExitCode> {
  const read = await readCardFile(file)
  const checked = await tryCard(await openClient(settings, options.language), read, options)
  const errors = checked.errors.map((error) => ({ place: read.placeOf(error.pointer), ...error }))
  screen.answer({ ...checked, errors }, () =>
    checked.valid ? describeChanges(checked) : describeFaults(read, checked),
  )
  return checked.valid ? ExitCode.ok : ExitCode.refused
}

/** Publishes a card after a dry run, so that faults are reported with their line. */
async function publish(
  { settings, screen }: Context,
  options: FileOptions & { yes?: boolean },
  file: string,
): Promise<ExitCode> {
  const read = await readCardFile(file)
  const client = await openClient(settings, options.language)
  const checked = await tryCard(client, read, options)
  if (!checked.valid) {
    screen.answer({ published: false, ...checked }, () => describeFaults(read, checked))
    return ExitCode.refused
  }
  const { confirm, lost } = checked
  if (confirm !== null && !options.yes) await confirmLoss(lost)
  const wanted = { ...asked(read, options), ...(confirm !== null && { confirm }) }
  const { body } = await client.ask<Version>('/v1/rate-cards', { method: 'POST', body: wanted })
  const { version, effectiveAt } = body
  screen.answer({ published: checked.changes.length > 0, version, effectiveAt, changes: checked.changes }, () =>
    checked.changes.length > 0
      ? `${good(`Version ${version}`)} prices from ${effectiveAt} on.\n\n${describeChanges(checked)}`
      : `Version ${version} is identical. Nothing was published.`,
  )
  return ExitCode.ok
}

/** @throws Declined; UsageError without a terminal. */
async function confirmLoss(lost: readonly string[]): Promise<void> {
  const what = lost.map(harmless).join(', ')
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError(`the card takes away ${what}: to publish it without a terminal to ask on, add --yes`)
  }
  const { confirm } = await import('@inquirer/prompts')
  const message = `The card takes away ${what}. Publish it?`
  const yes = await confirm({ message, default: false }, { input: process.stdin, output: process.stderr })
  if (!yes) throw new Declined('nothing was published')
}

async function diff(
  { settings, screen }: Context,
  { language }: FileOptions,
  from: string,
  to: string,
): Promise<ExitCode> {
  let client: Client | undefined
  const read = async (name: string): Promise<RateCard> => {
    if (name === 'default') return readDefault()
    if (!/^(\d+|current)$/.test(name)) return (await readCardFile(name)).card
    client ??= await openClient(settings, language)
    return readVersion(client, name)
  }
  const [before, after] = [await read(from), await read(to)]
  const [{ changesBetween }, { describeChanges: inWords }] = await Promise.all([
    import('../../catalog/changes.ts'),
    import('../../catalog/changes-in-words.ts'),
  ])
  const changes = changesBetween(before, after)
  const texts = inWords(changes, before, after, language)
  screen.answer({ from, to, changes: changes.map((change, i) => ({ ...change, text: texts[i] })) }, () =>
    texts.length > 0 ? texts.map(harmless).join('\n') : faint('No difference.'),
  )
  return ExitCode.ok
}

async function tryCard(client: Client, read: CardFile, options: FileOptions): Promise<Check> {
  const body = asked(read, options)
  return (await client.ask<Check>('/v1/rate-cards/validate', { method: 'POST', body })).body
}

function asked({ card }: CardFile, { effectiveAt }: FileOptions) {
  return { ...card, ...(effectiveAt !== undefined && { effectiveAt }) }
}

/** Reads the default card. Loaded on demand, because it loads all lines. */
async function readDefault(): Promise<RateCard> {
  const [{ defaultCard }, { lines }] = await Promise.all([
    import('../../catalog/terms.ts'),
    import('../../lines/index.ts'),
  ])
  return defaultCard(lines)
}

async function readVersion(client: Client, version: string): Promise<RateCard> {
  const { currency, units, products } = await client.get<Version>(`/v1/rate-cards/${encodeURIComponent(version)}`)
  return { currency, ...(units && { units }), products }
}

function describeChanges({ changes, warnings }: Check): string {
  const warned = warnings.map(({ pointer, text }) => `\n${bad('Warning:')} ${pointer}: ${harmless(text)}`).join('')
  if (changes.length === 0) return `The card is valid and identical to the version in force at that time.${warned}`
  const list = indented(changes.map(({ text }) => harmless(text)).join('\n'))
  return `${bold(count(changes.length, 'change'))}\n${list}${warned}`
}

function describeFaults(read: CardFile, { detail, errors }: Check): string {
  const faults = errors.map(({ pointer, message }) => `${read.placeOf(pointer)} ${pointer} ${message}`)
  return [bad('This card cannot be published.'), ...(faults.length > 0 ? faults : [detail])].join('\n')
}
