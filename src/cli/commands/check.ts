/** `recoup check`: proves the books; the exit code says whether they are right. */
import type { Command } from 'commander'
import { openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { bad, count, good, table } from '../screen.ts'

interface Report {
  readonly ok: boolean
  readonly accounts: number
  readonly transfers: number
  readonly blocks: number
  readonly unchained: number
  readonly faults: readonly { readonly code: string; readonly detail: string }[]
}

export function checkCommand(program: Command): void {
  const command = addCommand(
    program,
    'check',
    'Prove the books from the transfers alone; exit code 1 when something is wrong',
    [
      ['check', 'reads everything: seldom, for a large ledger'],
      ['check --json && echo "books are right"', 'in a script'],
    ],
  )
  runs(command, check)
}

async function check({ settings, screen }: Context): Promise<ExitCode> {
  const client = await openClient(settings)
  const report = await client.get<Report>('/v1/ledger/check')
  screen.answer(report, () => describe(report))
  return report.ok ? ExitCode.ok : ExitCode.refused
}

function describe({ ok, accounts, transfers, blocks, unchained, faults }: Report): string {
  const what = `${count(transfers, 'transfer')} on ${count(accounts, 'account')}, ${count(blocks, 'block')} of the hash chain`
  const waiting = unchained > 0 ? ` (${count(unchained, 'batch', 'batches')} not in it yet)` : ''
  if (ok) return `${good('The books are right.')} ${what}${waiting}.`
  const rows = faults.map(({ code, detail }) => [code, detail])
  return `${bad(`${count(faults.length, 'fault')}.`)} ${what}${waiting}.\n\n${table(['fault', 'where'], rows)}`
}
