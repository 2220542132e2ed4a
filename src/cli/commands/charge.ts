/** `recoup charge`: charges an event. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { type Command, Option } from 'commander'
import type { Charge } from '../../api/charges/schema.ts'
import { openClient } from '../client.ts'
import { addCommand, type Context, runs, several } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, faint, harmless, table } from '../screen.ts'

interface Options {
  line: string
  product: string
  payer?: string
  merchant?: string
  amount?: string
  currency: string
  channel?: string
  event?: string
  file?: string
  reference?: string
  effectiveAt?: string
  metadata?: string[]
  idempotencyKey?: string
}

export function chargeCommand(program: Command): void {
  const command = addCommand(program, 'charge', 'Create a charge: price an event, split it and post it', [
    ['charge --payer usr_1 --merchant mch_noodles --amount 100.00', 'a QR payment of 100.00 CNY'],
    [`charge --event '{"payer":"usr_1","merchant":"mch_noodles","amount":{…}}'`, 'the event as JSON'],
    ['charge --product scan-pay --file event.json --json', 'from a file; - reads standard input'],
  ])
    .option('--line <line>', 'revenue line', 'payments')
    .option('--product <product>', 'product of the line', 'scan-pay')
    .option('--payer <party>', 'who pays')
    .option('--merchant <party>', 'who is paid')
    .option('--amount <amount>', 'decimal, in major units: 100.00')
    .option('--currency <code>', 'ISO 4217', 'CNY')
    .option('--channel <channel>', 'payment channel: wechatpay, alipay, sandbox')
    .addOption(new Option('--event <json>', 'the event as JSON').conflicts(['payer', 'merchant', 'amount', 'file']))
    .addOption(new Option('--file <file>', 'the event as JSON in a file').conflicts(['payer', 'merchant', 'amount']))
    .option('--reference <text>', 'your own reference')
    .option('--effective-at <time>', 'time of the event (default: now), such as 2026-11-20T08:30:00Z')
    .option('--metadata <key=value>', 'metadata to store with the charge; repeatable', several)
    .option('--idempotency-key <key>', 'repeating the same key does not charge again')
  runs(command, charge)
}

async function charge({ settings, screen }: Context, options: Options): Promise<ExitCode> {
  const { line, product, reference, effectiveAt } = options
  const event = await eventOf(options)
  const metadata = metadataOf(options.metadata)
  const client = await openClient(settings)
  const { body, replayed } = await client.ask<Charge>('/v1/charges', {
    method: 'POST',
    idempotencyKey: options.idempotencyKey ?? randomUUID(),
    body: { line, product, event, reference, effectiveAt, ...(metadata && { metadata }) },
  })
  screen.answer(body, () => describe(body, replayed))
  return ExitCode.ok
}

async function eventOf({ event, file, payer, merchant, amount, currency, channel }: Options): Promise<unknown> {
  if (event !== undefined) return parseEvent(event, '--event')
  if (file !== undefined) return parseEvent(await readText(file), `--file ${file}`)
  const missing = Object.entries({ payer, merchant, amount }).flatMap(([name, value]) => (value ? [] : [`--${name}`]))
  if (missing.length > 0) throw new UsageError(`missing ${missing.join(', ')} (or give --event or --file)`)
  return { payer, merchant, amount: { amount, currency }, ...(channel && { channel }) }
}

async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)
  }
}

function parseEvent(text: string, from: string): unknown {
  try {
    // Windows editors save a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(`${from} is not JSON: ${(error as Error).message}`)
  }
}

function metadataOf(pairs: readonly string[] | undefined): Record<string, string> | undefined {
  return pairs && Object.fromEntries(pairs.map(readPair))
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  if (at < 1) throw new UsageError(`--metadata ${pair}: write it as key=value`)
  return [pair.slice(0, at), pair.slice(at + 1)]
}

export function describe(charge: Charge, replayed: boolean): string {
  const { id, amount, payer, payee, items, reference } = charge
  const rows = items.flatMap(({ components }) =>
    components.map(({ kind, from, to, amount }) => [kind, from, to, amount.amount, amount.currency]),
  )
  const whom = payee === null ? payer : `${payer} → ${payee}`
  const head = `${bold(id)}  ${amount.amount} ${amount.currency}  ${whom}${reference ? `  ${harmless(reference)}` : ''}`
  return [
    replayed ? `${head}  ${faint('(charged before, with the same key)')}` : head,
    '',
    table(['what', 'from', 'to', 'amount>', ''], rows),
    '',
    faint(`Why: recoup explain ${id}    Back: recoup refund ${id}`),
  ].join('\n')
}
