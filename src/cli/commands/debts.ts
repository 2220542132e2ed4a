/** `recoup debts`: debts of parties, their age, and actions on them. */
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { Money } from '../../http/shapes.ts'
import { openClient } from '../client.ts'
import { addCommand, type Context, positiveNumber, runs } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { bold, table } from '../screen.ts'

interface Debt {
  readonly party: string
  readonly kind: string
  readonly amount: Money
  readonly since: string
  readonly ages: { readonly upTo30: string; readonly upTo60: string; readonly upTo90: string; readonly older: string }
  readonly limit: Money | null
}

interface Entry {
  readonly id: string
  readonly party: string
  readonly kind: string
  readonly action: string
  readonly amount: Money
  readonly status: string
}

export function debtsCommand(program: Command): void {
  const debts = program.command('debts').description('Manage debts: list, recover and write off what parties owe')
  const listed = addCommand(debts, 'list', 'List debts with their age in days', [
    ['debts list', 'all'],
    ['debts list --party mch_noodles', 'of one party'],
  ])
    .option('--party <party>', 'filter by party')
    .option('--currency <code>', 'filter by currency')
    .option('--limit <number>', 'maximum number of rows', positiveNumber, 1000)
  runs(listed, list)
  const settle = addCommand(debts, 'settle <party> <action>', 'recoup, repay, write-off or restore what a party owes', [
    ['debts settle mch_noodles recoup --currency CNY', 'take it from the balance'],
    ['debts settle mch_noodles write-off --currency CNY --amount 12.00 --reason closed', 'a part of it'],
  ])
    .requiredOption('--currency <code>', 'currency code')
    .option('--amount <amount>', 'amount (default: the whole debt)')
    .option('--kind <kind>', 'debt or advance', 'debt')
    .option('--reason <text>', 'reason; required for a write-off')
    .option('--key <key>', 'idempotency key; repeating it has no further effect')
  runs(settle, doSettle)
  for (const decision of ['approve', 'decline'] as const) {
    runs(
      addCommand(debts, `${decision} <entry>`, `${decision === 'approve' ? 'Post' : 'Decline'} a proposed entry`),
      decide(decision),
    )
  }
}

async function list(
  { settings, screen }: Context,
  { party, currency, limit }: { party?: string; currency?: string; limit: number },
): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Debt[] = []
  let more = false
  for await (const debt of client.list<Debt>('/v1/debts', { party, currency })) {
    more = found.length >= limit
    if (more) break
    found.push(debt)
  }
  screen.answer({ data: found, more }, () => {
    if (found.length === 0) return 'No open debts.'
    const rows = found.map(({ party: of, kind, amount, since, ages, limit: most }) => [
      ...[of, kind, amount.amount, ages.upTo30, ages.upTo60, ages.upTo90, ages.older],
      ...[most?.amount ?? '–', since.slice(0, 10), amount.currency],
    ])
    return table(['party', 'kind', 'owes>', '0–30>', '31–60>', '61–90>', '90+>', 'limit>', 'since', ''], rows)
  })
  if (more) screen.remark(`More are available: --limit ${limit * 10}`)
  return ExitCode.ok
}

interface SettleOptions {
  currency: string
  amount?: string
  kind: string
  reason?: string
  key?: string
}

async function doSettle(
  { settings, screen }: Context,
  { key, ...options }: SettleOptions,
  party: string,
  action: string,
): Promise<ExitCode> {
  const { currency, amount, kind, reason } = options
  const client = await openClient(settings)
  const { body } = await client.ask<Entry>('/v1/debt-entries', {
    method: 'POST',
    body: { party, action, currency, amount, kind, reason },
    idempotencyKey: key ?? randomUUID(),
  })
  screen.answer(body, () => describe(body))
  return ExitCode.ok
}

const decide =
  (decision: 'approve' | 'decline') =>
  async ({ settings, screen }: Context, _: object, entry: string): Promise<ExitCode> => {
    const client = await openClient(settings)
    const path = `/v1/debt-entries/${encodeURIComponent(entry)}/${decision}`
    const { body } = await client.ask<Entry>(path, { method: 'POST' })
    screen.answer(body, () => describe(body))
    return ExitCode.ok
  }

const describe = ({ id, action, kind, amount, party, status }: Entry) =>
  `${bold(id)}  ${status}: ${action} of ${amount.amount} ${amount.currency} (${kind}, ${party})`
