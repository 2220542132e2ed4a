/** `recoup payouts`: payouts to parties. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Money } from '../../http/shapes.ts'
import { openClient } from '../client.ts'
import { addCommand, type Context, positiveNumber, runs } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { OutputFile } from '../output-file.ts'
import { bold, count, harmless, table } from '../screen.ts'

interface Payout {
  readonly id: string
  readonly party: string
  readonly amount: Money
  readonly status: string
  readonly destination: string | null
  readonly failure: string | null
  readonly createdAt: string
}

type Figures = Readonly<Record<'balance' | 'available' | 'owed' | 'restored' | 'heldBack' | 'payable', Money>>

export function payoutsCommand(program: Command): void {
  const payouts = program.command('payouts').description('Manage payouts and bank payment files')
  const listed = addCommand(payouts, 'list', 'List payouts, newest first')
    .option('--party <party>', 'filter by party')
    .option('--status <status>', 'created, approved, sent, paid, failed, canceled or returned')
    .option('--limit <number>', 'maximum number of rows', positiveNumber, 50)
  runs(listed, list)
  const able = addCommand(payouts, 'payable <party>', 'Show what can be paid out now, and what is held back')
  runs(able.requiredOption('--currency <code>', 'currency code'), payable)
  const made = addCommand(payouts, 'create <party>', 'Create a payout of a balance, fully or partially', [
    ['payouts create mch_noodles --currency CNY', 'all that can be paid'],
    ['payouts create mch_noodles --currency CNY --amount 100.00', 'so much'],
  ])
    .requiredOption('--currency <code>', 'currency code')
    .option('--amount <amount>', 'amount (default: everything payable)')
    .option('--key <key>', 'idempotency key; repeating it does not pay again')
  runs(made, create)
  runs(addCommand(payouts, 'approve <payout>', 'Approve a payout created by another user'), step('approve'))
  runs(addCommand(payouts, 'cancel <payout>', 'Cancel a payout that was not sent'), step('cancel'))
  const back = addCommand(payouts, 'returned <payout>', 'Put a paid payout that the bank returned back on the balance')
    .requiredOption('--failure <text>', 'reason that the bank states')
    .option('--reference <number>', 'reference number of the bank')
  runs(back, returned)
  const sent = addCommand(payouts, 'send', 'Write approved payouts to a payment file for the bank', [
    ['payouts send --currency CNY --out payments.csv', 'all that are approved'],
  ])
    .requiredOption('--currency <code>', 'currency code')
    .requiredOption('--out <file>', 'output file; it contains bank account numbers')
  runs(sent, send)
  const written = addCommand(payouts, 'file <file>', 'Download a payment file again')
  runs(written.requiredOption('--out <file>', 'output file; it contains bank account numbers'), again)
  const taken = addCommand(
    payouts,
    'results <file>',
    'Import the bank’s results: a CSV of payout, outcome, reference, failure',
  )
  runs(taken, results)
}

async function list(
  { settings, screen }: Context,
  { party, status, limit }: { party?: string; status?: string; limit: number },
): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Payout[] = []
  let more = false
  for await (const payout of client.list<Payout>('/v1/payouts', { party, status })) {
    more = found.length >= limit
    if (more) break
    found.push(payout)
  }
  screen.answer({ data: found, more }, () => {
    if (found.length === 0) return 'There are no payouts.'
    const rows = found.map(({ id, party: to, amount, status: state, destination, failure, createdAt }) => [
      ...[id, to, amount.amount, amount.currency, state, harmless(destination ?? 'no destination')],
      ...[createdAt.slice(0, 16), harmless(failure ?? '')],
    ])
    return table(['payout', 'to', 'amount>', '', 'status', 'destination', 'made', ''], rows)
  })
  if (more) screen.remark(`More are available: --limit ${limit * 10}`)
  return ExitCode.ok
}

async function payable(
  { settings, screen }: Context,
  { currency }: { currency: string },
  party: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const found = await client.get<Figures & { charges: number; paused: boolean }>('/v1/payouts/payable', {
    party,
    currency,
  })
  screen.answer(found, () => {
    const rows = [
      ['balance', found.balance.amount],
      ['available', found.available.amount],
      ['owed', found.owed.amount],
      ['taken up again', found.restored.amount],
      [`held back for ${count(found.charges, 'charge')}`, found.heldBack.amount],
      ['can be paid out', found.paused ? 'paused' : found.payable.amount],
    ]
    return table([party, `${currency}>`], rows)
  })
  return ExitCode.ok
}

async function create(
  { settings, screen }: Context,
  { currency, amount, key }: { currency: string; amount?: string; key?: string },
  party: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const { body } = await client.ask<Payout>('/v1/payouts', {
    method: 'POST',
    body: { party, currency, amount },
    idempotencyKey: key ?? randomUUID(),
  })
  screen.answer(body, () => describe(body))
  return ExitCode.ok
}

const step =
  (name: 'approve' | 'cancel') =>
  async ({ settings, screen }: Context, _: object, payout: string): Promise<ExitCode> => {
    const client = await openClient(settings)
    const { body } = await client.ask<Payout>(`/v1/payouts/${encodeURIComponent(payout)}/${name}`, { method: 'POST' })
    screen.answer(body, () => describe(body))
    return ExitCode.ok
  }

async function returned(
  { settings, screen }: Context,
  { failure, reference }: { failure: string; reference?: string },
  payout: string,
): Promise<ExitCode> {
  const client = await openClient(settings)
  const { body } = await client.ask<Payout>(`/v1/payouts/${encodeURIComponent(payout)}/returned`, {
    method: 'POST',
    body: { failure, reference },
  })
  screen.answer(body, () => describe(body))
  return ExitCode.ok
}

interface PayoutFile {
  readonly id: string
  readonly payouts: number
  readonly total: Money
}

async function send(
  { settings, screen }: Context,
  { currency, out }: { currency: string; out: string },
): Promise<ExitCode> {
  const client = await openClient(settings)
  // Before anything is sent, so that an unwritable path is detected early.
  const output = await OutputFile.open(out, { isNew: true })
  const { body: file } = await client
    .ask<PayoutFile>('/v1/payout-files', { method: 'POST', body: { currency } })
    .catch(async (error) => {
      await output.discard()
      throw error
    })
  screen.remark(`${file.id} was sent; to write it again: recoup payouts file ${file.id} --out ${out}`)
  await output.write(client.stream(`/v1/payout-files/${file.id}`))
  screen.answer({ ...file, out }, () => {
    const { amount } = file.total
    return `${bold(file.id)}  ${count(file.payouts, 'payout')}, ${amount} ${currency} in ${out}`
  })
  return ExitCode.ok
}

async function again({ settings, screen }: Context, { out }: { out: string }, file: string): Promise<ExitCode> {
  const client = await openClient(settings)
  const output = await OutputFile.open(out)
  await output.write(client.stream(`/v1/payout-files/${encodeURIComponent(file)}`))
  screen.answer({ file, out }, () => `${file} is in ${out}`)
  return ExitCode.ok
}

interface Result {
  readonly payout: string
  readonly result: Payout | null
  readonly problem: string | null
  readonly detail: string | null
}

async function results({ settings, screen }: Context, _: object, file: string): Promise<ExitCode> {
  const client = await openClient(settings)
  const csv = await readFile(file, 'utf8')
  const { body } = await client.ask<{ results: Result[] }>('/v1/payouts/results', { method: 'POST', body: { csv } })
  const refused = body.results.filter(({ problem }) => problem !== null)
  screen.answer(body, () => {
    const taken = count(body.results.length - refused.length, 'result')
    const rest = refused.map(({ payout, problem, detail }) => `${payout}  ${problem}: ${harmless(detail ?? '')}`)
    return [`${taken} taken in, ${refused.length} refused.`, ...rest].join('\n')
  })
  return refused.length === 0 ? ExitCode.ok : ExitCode.refused
}

const describe = ({ id, status, amount, party }: Payout) =>
  `${bold(id)}  ${status}: ${amount.amount} ${amount.currency} to ${party}`
