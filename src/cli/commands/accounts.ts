/** `recoup accounts`: accounts and balances. */
import type { Command } from 'commander'
import { openClient } from '../client.ts'
import { addCommand, type Context, positiveNumber, runs } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { table } from '../screen.ts'

interface Account {
  readonly path: string
  readonly currency: string
  readonly balance: string
  readonly held: string
  readonly available: string | null
}

interface Options {
  party?: string
  currency?: string
  limit: number
}

export function accountsCommand(program: Command): void {
  const command = addCommand(program, 'accounts', 'List accounts and their balances', [
    ['accounts', 'all'],
    ['accounts --party mch_noodles', 'of one party'],
  ])
    .option('--party <party>', 'filter by party')
    .option('--currency <code>', 'filter by currency')
    .option('--limit <number>', 'maximum number of rows', positiveNumber, 1000)
  runs(command, accounts)
}

async function accounts({ settings, screen }: Context, { party, currency, limit }: Options): Promise<ExitCode> {
  const client = await openClient(settings)
  const found: Account[] = []
  let more = false
  for await (const account of client.list<Account>('/v1/accounts', { party, currency })) {
    more = found.length >= limit
    if (more) break
    found.push(account)
  }
  screen.answer({ data: found, more }, () => {
    if (found.length === 0) return party ? `${party} has no accounts.` : 'There are no accounts yet.'
    const rows = found.map(({ path, currency, balance, held, available }) => {
      return [path, balance, held, available ?? '–', currency]
    })
    return table(['account', 'balance>', 'held>', 'available>', ''], rows)
  })
  if (more) screen.remark(`More are available: --limit ${limit * 10}`)
  return ExitCode.ok
}
