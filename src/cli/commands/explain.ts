/** `recoup explain`: explains every amount of a charge or refund. */
import { type Command, Option } from 'commander'
import type { Explanation } from '../../http/shapes.ts'
import { openClient } from '../client.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'

export function explainCommand(program: Command): void {
  const command = addCommand(program, 'explain <id>', 'Explain a charge (chg_…) or a refund (rfd_…)', [
    ['explain chg_…', 'where every cent went, and why'],
    ['explain rfd_… --language zh', 'in Chinese'],
    ['explain chg_… --json', 'the steps as data'],
  ]).addOption(new Option('--language <language>', 'of the text').choices(['en', 'zh']).default('en'))
  runs(command, explain)
}

async function explain(
  { settings, screen }: Context,
  { language }: { language: string },
  id: string,
): Promise<ExitCode> {
  const kind = { chg: 'charges', rfd: 'refunds' }[id.split('_')[0] ?? '']
  if (kind === undefined) throw new UsageError(`“${id}” is neither a charge (chg_…) nor a refund (rfd_…)`)
  const client = await openClient(settings, language)
  const found = await client.get<Explanation>(`/v1/${kind}/${encodeURIComponent(id)}/explanation`, { language })
  screen.answer(found, () => found.text.trimEnd())
  return ExitCode.ok
}
