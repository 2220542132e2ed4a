/** `recoup check`: verifies the books; the exit code is the result. */
import type { Command } from 'commander'
import { openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bad, count, good, table } from '../screen.ts'

interface Options {
  rollups?: true
  rebuild?: true
}

interface Rollups {
  readonly charges: number
  readonly refunds: number
  readonly sums: number
}

interface RollupReport extends Rollups {
  readonly ok: boolean
  readonly faults: readonly { readonly code: string; readonly detail: string }[]
}

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
    'Verify the books against their transfers. Exits with 1 if they do not balance',
    [
      ['check', 'reads everything: seldom, for a large ledger'],
      ['check --json && echo "books are right"', 'in a script'],
      ['check --rollups', 'the sums that reports are made of, against every charge and refund'],
      ['check --rollups --rebuild', 'make them anew first'],
    ],
  )
    .option('--rollups', 'verify the report rollups instead')
    .option('--rebuild', 'with --rollups: rebuild them from charges and refunds first')
  runs(command, check)
}

async function check({ settings, screen }: Context, { rollups, rebuild }: Options): Promise<ExitCode> {
  if (rebuild && !rollups) throw new UsageError('--rebuild goes with --rollups')
  const client = await openClient(settings)
  if (rollups) {
    if (rebuild) await client.ask<Rollups>('/v1/reports/rebuild', { method: 'POST' })
    const report = await client.get<RollupReport>('/v1/reports/check')
    screen.answer(report, () => describeRollups(report))
    return report.ok ? ExitCode.ok : ExitCode.refused
  }
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

function describeRollups({ ok, charges, refunds, sums, faults }: RollupReport): string {
  const what = `${count(sums, 'sum')} of ${count(charges, 'charge')} and ${count(refunds, 'refund')}`
  if (ok) return `${good('The rollups are right.')} ${what}.`
  const rows = faults.map(({ code, detail }) => [code, detail])
  return `${bad(`${count(faults.length, 'fault')}.`)} ${what}.\n\n${table(['fault', 'where'], rows)}`
}
